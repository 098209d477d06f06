package rules

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"coach/analyzer"
)

// A draft is one line of an open room.
type draft struct {
	ID   string
	Role analyzer.Role
	Text string
}

func openDrafts(t testing.TB) []draft {
	t.Helper()
	rooms, err := filepath.Glob("../testdata/corpus/*.jsonl")
	if err != nil || len(rooms) == 0 {
		t.Fatalf("no open rooms: %v", err)
	}
	var drafts []draft
	for _, room := range rooms {
		drafts = append(drafts, readLines[draft](t, room)...)
	}
	return drafts
}

func readLines[T any](t testing.TB, path string) []T {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list []T
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var x T
		if err := json.Unmarshal(lines.Bytes(), &x); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		list = append(list, x)
	}
	return list
}

// A taxonomyExample is one line of the taxonomy's examples.
type taxonomyExample struct{ ID, Kind, Text, Rewrite string }

func taxonomyExamples(t testing.TB) []taxonomyExample {
	return readLines[taxonomyExample](t, "../testdata/taxonomy/taxonomy_examples.jsonl")
}

func taxonomyIDs(t testing.TB) []string {
	t.Helper()
	var ids []string
	for _, e := range taxonomyExamples(t) {
		if e.Kind == "flag" && !slices.Contains(ids, e.ID) {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// taxonomyCategories gives for each id the categories a finding may have.
func taxonomyCategories(t testing.TB) map[string][]string {
	t.Helper()
	content, err := os.ReadFile("../testdata/taxonomy/taxonomy-map.tsv")
	if err != nil {
		t.Fatal(err)
	}
	categories := map[string][]string{}
	for line := range strings.Lines(string(content)) {
		if cells := strings.Split(line, "\t"); len(cells) == 4 && !strings.HasPrefix(line, "#") {
			categories[cells[0]] = append([]string{cells[1]}, strings.Fields(cells[2])...)
		}
	}
	return categories
}

// TestTaxonomy holds the figures on the taxonomy's own examples of steps 1 to 11. It is a regression test: the rules
// were written from these examples.
func TestTaxonomy(t *testing.T) {
	pack, _ := builtin(t)
	set := analyzer.NewSet(pack)
	categories := taxonomyCategories(t)
	flags := map[string]bool{}
	for _, e := range taxonomyExamples(t) {
		if e.Kind == "flag" {
			flags[e.Text] = true
		}
	}
	var flagged, found, alike, wrong, rewritten, dirty int
	for _, e := range taxonomyExamples(t) {
		core := !strings.ContainsAny(e.ID[:1], "SP")
		switch {
		case e.Kind == "flag" && core:
			flagged++
			if len(set.Check(e.Text, analyzer.Options{Role: analyzer.Betrayer}).Findings) > 0 {
				found++
			} else {
				t.Logf("not found: %s %s", e.ID, e.Text)
			}
		case e.Kind == "lookalike" && core && !flags[e.Text]:
			alike++
			if f := findingOf(set, e.Text, categories[e.ID]); f != "" {
				wrong++
				t.Logf("look-alike found: %s %s (%s)", e.ID, e.Text, f)
			}
		case e.Kind == "rewrite":
			rewritten++
			if r := set.Check(e.Rewrite, analyzer.Options{Role: analyzer.Betrayer}); len(r.Findings) > 0 {
				dirty++
				t.Logf("rewrite found: %s %s (%s)", e.ID, e.Rewrite, r.Findings[0].Rule)
			}
		}
	}
	t.Logf("flag examples found %d of %d, look-alikes flagged %d of %d, rewrites flagged %d of %d", found, flagged, wrong, alike, dirty, rewritten)
	if found*10 < flagged*9 {
		t.Errorf("%d of %d flag examples found, want 90 %%", found, flagged)
	}
	if wrong*100 > alike*3 {
		t.Errorf("%d of %d look-alikes flagged, want at most 3 %%", wrong, alike)
	}
	if dirty > 0 {
		t.Errorf("%d of %d rewrites flagged, want none", dirty, rewritten)
	}
}

// findingOf gives the rule that finds a text in one of the categories, or "". The role is left to be inferred, as the
// look-alikes have writers of both.
func findingOf(set *analyzer.Set, text string, categories []string) string {
	for _, f := range set.Check(text, analyzer.Options{}).Findings {
		if slices.Contains(categories, string(f.Category)) {
			return f.Rule
		}
	}
	return ""
}

var outsideBlanks = regexp.MustCompile(`\[[^\]]*\]`)

// TestSuggestionsOnOpenDrafts applies every suggestion to every open draft: the place must come out clean, everything
// outside the edited clause stays byte for byte, and no number or name comes in outside blanks.
func TestSuggestionsOnOpenDrafts(t *testing.T) {
	pack, _ := builtin(t)
	set := analyzer.NewSet(pack)
	for _, d := range openDrafts(t) {
		o := analyzer.Options{Role: d.Role}
		for _, f := range set.Check(d.Text, o).Findings {
			for _, s := range f.Suggestions {
				if len(s.Edits) != 1 {
					t.Errorf("%s: %d edits, want 1", d.ID, len(s.Edits))
					continue
				}
				checkSuggestion(t, set, d, f, s)
			}
		}
	}
}

func checkSuggestion(t *testing.T, set *analyzer.Set, d draft, f analyzer.Finding, s analyzer.Suggestion) {
	t.Helper()
	e := s.Edits[0]
	after := Apply(d.Text, s.Edits)
	for _, g := range set.Check(after, analyzer.Options{Role: d.Role}).Findings {
		if touches(e, g.Span) {
			t.Errorf("%s: %s: %q instead of %q is found again by %s", d.ID, f.Rule, e.Text, d.Text[e.Start:e.End], g.Rule)
		}
	}
	for _, word := range strings.Fields(outsideBlanks.ReplaceAllString(s.Text, "")) {
		if strings.ContainsAny(word, "0123456789") && !strings.Contains(d.Text, strings.Trim(word, ".,")) {
			t.Errorf("%s: %s: the number %s is not in the draft", d.ID, f.Rule, word)
		}
	}
}

// TestOrdinaryMessages keeps every finding in the open room of ordinary messages in a golden file, so that a change of
// a rule shows its effect.
func TestOrdinaryMessages(t *testing.T) {
	pack, _ := builtin(t)
	set := analyzer.NewSet(pack)
	var b strings.Builder
	for _, d := range readLines[draft](t, "../testdata/corpus/ordinary-1.jsonl") {
		for _, f := range set.Check(d.Text, analyzer.Options{Role: d.Role}).Findings {
			fmt.Fprintf(&b, "%s %s %q\n", d.ID, f.Rule, f.Quote)
		}
	}
	golden(t, "../testdata/score/ordinary-1.golden", b.String())
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: got\n%s\nwant\n%s", path, got, want)
	}
}
