package text_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"coach/analyzer/text"
)

// The floors are a point or two under what is measured, so that a change of a rule may trade one sentence for another
// but not lose ground.
const (
	precisionFloor = 0.96
	recallFloor    = 0.94
)

func TestClauseBordersAsALinguistPutsThem(t *testing.T) {
	lines := markedSentences(t)
	if len(lines) < 120 {
		t.Fatalf("%d sentences, want at least 120", len(lines))
	}
	right, found, wanted := 0, 0, 0
	for _, line := range lines {
		sentence, want := unmark(line)
		got := borders(text.Parse(sentence))
		found += len(got)
		wanted += len(want)
		for _, b := range got {
			if slices.Contains(want, b) {
				right++
			}
		}
		if !slices.Equal(got, want) {
			t.Logf("\n want %s\n  got %s", line, mark(sentence, got))
		}
	}
	precision, recall := float64(right)/float64(found), float64(right)/float64(wanted)
	t.Logf("%d sentences, %d borders: precision %.3f, recall %.3f", len(lines), wanted, precision, recall)
	if precision < precisionFloor || recall < recallFloor {
		t.Errorf("precision %.3f, recall %.3f, want at least %.2f and %.2f", precision, recall, precisionFloor, recallFloor)
	}
}

// markedSentences are the lines of testdata/clauses.txt but for its comment.
func markedSentences(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/clauses.txt")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	return lines
}

// unmark takes the bars out of a line and gives the offsets of the words they stood before.
func unmark(line string) (string, []int) {
	var sentence strings.Builder
	var at []int
	for i, part := range strings.Split(line, "|") {
		if i > 0 {
			at = append(at, sentence.Len())
		}
		sentence.WriteString(part)
	}
	return sentence.String(), at
}

// borders are the offsets at which the clauses after the first begin, conjunctions included.
func borders(d *text.Document) []int {
	var at []int
	for _, c := range d.Clauses[1:] {
		at = append(at, d.Tokens[c.First].Start)
	}
	return at
}

func mark(sentence string, at []int) string {
	var b strings.Builder
	last := 0
	for _, i := range at {
		b.WriteString(sentence[last:i] + "|")
		last = i
	}
	return b.String() + sentence[last:]
}
