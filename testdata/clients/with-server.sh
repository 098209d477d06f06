#!/usr/bin/env bash
# Starts a coach, runs a command with its address in COACH, and stops it again:
#
#	testdata/clients/with-server.sh build/coach node --test testdata/clients/npm.test.mjs
set -euo pipefail
coach=$1
shift
said=$(mktemp)
"$coach" serve --addr 127.0.0.1:0 >"$said" &
server=$!
trap 'kill "$server"; wait "$server" || true; rm -f "$said"' EXIT
for _ in $(seq 100); do
  COACH=$(sed -n 's/^coach listens on \(http[^ ]*\).*/\1/p' "$said")
  [ -n "$COACH" ] && break
  sleep 0.1
done
[ -n "$COACH" ] || { echo "coach did not say where it listens" >&2; exit 1; }
export COACH
"$@"
