package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"coach/analyzer"
	"coach/analyzer/reader"
	"coach/analyzer/text"
)

// A kind of room says what its drafts are used for.
type kind uint8

const (
	labelled kind = iota // drafts with labelled spans
	ordinary             // messages with nothing to flag
	taxonomy             // single phrases, at a low weight
	extra                // labelled drafts of our own, learned from and never scored
)

// A draft is one labelled text, as the rules and the reader see it.
type draft struct {
	ID, Text string
	Role     analyzer.Role
	Room     string
	kind     kind
	unseen   bool // by those who wrote the rules
	spans    []span
	doc      *text.Document
	evidence reader.Evidence
	rows     []row
}

// A span is a labelled run of bytes.
type span struct {
	Start, End int
	Category   string
	Also       []string
}

// A row is a clause with its features, and the spans that a finding there would hit.
type row struct {
	features reader.Features
	spans    []int
}

// corpusFiles are the patterns of what is learned from. The held-out rooms are no part of this repository.
var corpusFiles = []string{
	"corpus/*.jsonl", "calibration/*.jsonl.gz", "own/ordinary.jsonl", "own/ordinary-blind.jsonl", "own/drafts.jsonl",
	"own/phrases.jsonl",
	"taxonomy/taxonomy_examples.jsonl",
	"taxonomy/taxonomy-map.tsv",
}

// readCorpus reads testdata and gives the hash of what it read.
func readCorpus(testdata fs.FS) (drafts []*draft, hash string, err error) {
	sum := sha256.New()
	files := map[string][]byte{}
	var names []string
	for _, pattern := range corpusFiles {
		found, err := fs.Glob(testdata, pattern)
		if err != nil || len(found) == 0 {
			return nil, "", fmt.Errorf("nothing at %s in testdata (%w)", pattern, err)
		}
		names = append(names, found...)
	}
	slices.Sort(names)
	for _, name := range names {
		content, err := readFile(testdata, name)
		if err != nil {
			return nil, "", fmt.Errorf("%s: %w", name, err)
		}
		fmt.Fprintf(sum, "%s %d\n", name, len(content))
		sum.Write(content)
		files[name] = content
	}
	categories := readMap(files["taxonomy/taxonomy-map.tsv"])
	for _, name := range names {
		if strings.HasSuffix(name, ".tsv") {
			continue
		}
		room, err := readRoom(name, files[name], categories)
		if err != nil {
			return nil, "", fmt.Errorf("%s: %w", name, err)
		}
		drafts = append(drafts, room...)
	}
	return drafts, hex.EncodeToString(sum.Sum(nil)), nil
}

func readFile(testdata fs.FS, name string) ([]byte, error) {
	content, err := fs.ReadFile(testdata, name)
	if err != nil || !strings.HasSuffix(name, ".gz") {
		return content, err
	}
	z, err := gzip.NewReader(bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

// readMap gives for each id of the taxonomy its category and those that are right as well.
func readMap(tsv []byte) map[string][]string {
	m := map[string][]string{}
	for line := range strings.Lines(string(tsv)) {
		f := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(f) > 2 && !strings.HasPrefix(line, "#") {
			m[f[0]] = append([]string{f[1]}, strings.FieldsFunc(f[2], func(r rune) bool { return r == ',' })...)
		}
	}
	return m
}

// line is one line of a room or of the taxonomy.
type line struct {
	ID, Role, Text, Kind string
	Spans                []struct {
		Quote, Category string
		Also            []string
		Nth             int
	}
}

func readRoom(name string, content []byte, categories map[string][]string) ([]*draft, error) {
	room, _, _ := strings.Cut(path.Base(name), ".")
	kind, unseen := roomKind(name)
	var drafts []*draft
	scanner := bufio.NewScanner(bytes.NewReader(content))
	scanner.Buffer(nil, 1<<20)
	for scanner.Scan() {
		if len(bytes.TrimSpace(scanner.Bytes())) == 0 {
			continue
		}
		var l line
		if err := json.Unmarshal(scanner.Bytes(), &l); err != nil {
			return nil, err
		}
		d := &draft{ID: l.ID, Text: l.Text, Role: analyzer.Role(l.Role), Room: room, kind: kind, unseen: unseen}
		if kind == taxonomy {
			category := categories[l.ID]
			flagged := l.Kind == "flag"
			if l.Kind == "safety" || flagged && category == nil {
				continue
			}
			if flagged {
				d.spans = []span{{0, len(l.Text), category[0], category[1:]}}
			}
		}
		for _, s := range l.Spans {
			at, err := find(l.Text, s.Quote, max(s.Nth, 1))
			if err != nil {
				return nil, fmt.Errorf("%s: %w", l.ID, err)
			}
			d.spans = append(d.spans, span{at, at + len(s.Quote), s.Category, s.Also})
		}
		drafts = append(drafts, d)
	}
	return drafts, scanner.Err()
}

func roomKind(name string) (k kind, unseen bool) {
	unseen = strings.HasPrefix(name, "calibration/")
	switch {
	case strings.HasPrefix(name, "taxonomy/"):
		return taxonomy, unseen
	case strings.Contains(name, "ordinary"):
		return ordinary, unseen
	case name == "own/drafts.jsonl", name == "own/phrases.jsonl":
		return extra, unseen
	}
	return labelled, unseen
}

// find gives the byte where a quotation stands for the nth time.
func find(s, quote string, nth int) (int, error) {
	at := -1
	for range nth {
		next := strings.Index(s[at+1:], quote)
		if next < 0 {
			return 0, fmt.Errorf("a quotation that is not in the text")
		}
		at += 1 + next
	}
	return at, nil
}

// examine lets the rules read the drafts and takes the features of all clauses.
func examine(set *analyzer.Set, drafts []*draft) {
	var x reader.Extractor
	for _, d := range drafts {
		d.doc, d.evidence = set.Evidence(d.Text, analyzer.Options{Role: d.Role})
		x.Load(d.doc, d.evidence)
		d.rows = make([]row, len(d.doc.Clauses))
		for i := range d.rows {
			r := &d.rows[i]
			for family, hashes := range x.Clause(i) {
				r.features[family] = slices.Clone(hashes)
			}
			c := &d.doc.Clauses[i]
			for k, s := range d.spans {
				if fits(c.Start, c.End, s) {
					r.spans = append(r.spans, k)
				}
			}
		}
	}
}

// fits is testdata/score/score.py's: a finding and a span share at least half of the shorter of the two, and the
// finding is not far longer.
func fits(start, end int, s span) bool {
	shared := min(end, s.End) - max(start, s.Start)
	return shared > 0 && 2*shared >= min(end-start, s.End-s.Start) && end-start <= 3*(s.End-s.Start)+20
}

// problem tells whether a clause is one, and whether it can be learned from: danger is left to rules.
func (d *draft) problem(r *row) (yes, learn bool) {
	if len(r.spans) == 0 {
		return false, true
	}
	yes = slices.ContainsFunc(r.spans, func(k int) bool { return d.spans[k].Category != string(analyzer.Danger) })
	return yes, yes
}
