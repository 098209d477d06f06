#!/usr/bin/env python3
"""Scores coach on labelled rooms and prints one row a kind of room.

usage: run.py COACH FOLDER [--log FILE]

FOLDER holds rooms (.jsonl or .jsonl.gz). Kinds of rooms are told by their names; ordinary rooms are counted by drafts
flagged. Totals only: what was missed is shown by score.py --misses, for open rooms.
"""
import argparse, collections, datetime, glob, gzip, json, os, subprocess, sys, tempfile

sys.path.insert(0, os.path.dirname(__file__))
import score

KINDS = {
    "hard": "a b e f h i u v w x ac ad ae j".split(),
    "everyday": "n o p r s y z aa ab af ag ah t".split(),
    "short": "ai aj".split(),
}


def kind(room):
    return next((k for k, rooms in KINDS.items() if room in rooms), "ordinary")


def find(coach, drafts):
    """Runs coach over drafts and gives its findings by id."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False, encoding="utf-8") as f:
        for m in drafts.values():
            f.write(json.dumps({"id": m["id"], "role": m["role"], "text": m["text"]}, ensure_ascii=False) + "\n")
    done = subprocess.run([coach, "check", f.name], capture_output=True, text=True)
    os.unlink(f.name)
    if done.returncode == 2 and not done.stdout:
        sys.exit("coach: " + done.stderr)
    return {r["id"]: r for r in map(json.loads, done.stdout.splitlines())}


def row(name, gold, found):
    r, per, *_ = score.score(gold, found)
    n = r["good"] + r["off"]
    core = [per[c] for c in score.CORE]
    hit, spans = sum(x[1] for x in core), sum(x[0] for x in core)
    return (f"{name:9s} drafts {len(gold):4d}  core recall {hit / max(1, spans):.3f} ({score.wilson(hit, spans)})  recall {r['hit'] / max(1, r['spans']):.3f}"
            f"  precision {n / max(1, r['findings']):.3f} ({score.wilson(n, r['findings'])})  category right {r['good'] / max(1, n):.3f}"
            f"  clean flagged {r['cleanflag']}/{r['clean']}")


def main():
    a = argparse.ArgumentParser()
    a.add_argument("coach")
    a.add_argument("folder")
    a.add_argument("--log")
    a = a.parse_args()
    rooms = collections.defaultdict(dict)
    for path in sorted(glob.glob(a.folder + "/*.jsonl") + glob.glob(a.folder + "/*.jsonl.gz")):
        rooms[kind(os.path.basename(path).split(".")[0])].update(score.load(path))
    if not rooms:
        sys.exit(f"{a.folder} holds no rooms")
    labelled = {}
    lines = []
    for k in ("hard", "everyday", "short"):
        if k in rooms:
            lines.append(row(k, rooms[k], find(a.coach, rooms[k])))
            labelled.update(rooms[k])
    if labelled:
        lines.append(row("all", labelled, find(a.coach, labelled)))
    if "ordinary" in rooms:
        found = find(a.coach, rooms["ordinary"])
        flagged = sum(bool(f["findings"]) for f in found.values())
        lines.append(f"ordinary  drafts {len(found):4d}  flagged {flagged} ({100 * flagged / len(found):.1f} %)")
    print("\n".join(lines))
    if a.log:
        commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
        with open(a.log, "a", encoding="utf-8") as log:
            log.write(f"{datetime.date.today()} {commit}\n" + "".join("  " + x + "\n" for x in lines))


main()
