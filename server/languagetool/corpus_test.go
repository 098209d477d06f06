package languagetool

import (
	"bufio"
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"

	"coach/analyzer"
	"coach/rules"
)

var builtinSet = sync.OnceValues(func() (*analyzer.Set, error) {
	pack, err := rules.Builtin()
	return analyzer.NewSet(pack), err
})

func builtin(t testing.TB) *analyzer.Set {
	t.Helper()
	set, err := builtinSet()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

type draft struct{ ID, Text string }

// openDrafts gives the drafts of the open rooms.
func openDrafts(t testing.TB) []draft {
	t.Helper()
	rooms, err := filepath.Glob("../../testdata/corpus/*.jsonl")
	if err != nil || len(rooms) == 0 {
		t.Fatalf("no open rooms: %v", err)
	}
	var drafts []draft
	for _, room := range rooms {
		f, err := os.Open(room)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			var d draft
			if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
				t.Fatalf("%s: %v", room, err)
			}
			drafts = append(drafts, d)
		}
	}
	return drafts
}

// ask sends parameters as a client would, and gives the answer with the report it was made of.
func ask(t testing.TB, parameters map[string]string) (Reply, analyzer.Report) {
	t.Helper()
	values := url.Values{"language": {"en-US"}}
	for name, value := range parameters {
		values.Set(name, value)
	}
	form, err := ReadForm("POST", "", values.Encode())
	if err != nil {
		t.Fatal(err)
	}
	r, err := NewRequest(form, 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	rep := builtin(t).Check(r.Text(), analyzer.Options{})
	return Answer(r, rep, Site{NewSoftware("1.2.3", ""), "http://127.0.0.1:8484"}), rep
}

// TestReplacementsInDrafts holds that what a client makes of a draft by a replacement is what coach means by its
// suggestion: it replaces code units [offset, offset+length) and nothing else.
func TestReplacementsInDrafts(t *testing.T) {
	applied := 0
	for _, d := range openDrafts(t) {
		text := "\U0001F600 " + d.Text // so that bytes, code points and code units differ
		reply, rep := ask(t, map[string]string{"text": text, "level": "picky"})
		if len(reply.Matches) != len(rep.Findings) {
			t.Fatalf("%s: %d matches of %d findings", d.ID, len(reply.Matches), len(rep.Findings))
		}
		for i, m := range reply.Matches {
			if want := min(len(rep.Findings[i].Suggestions), maxReplacements); len(m.Replacements) != want {
				t.Fatalf("%s: %s: %d replacements, want %d", d.ID, m.Rule.ID, len(m.Replacements), want)
			}
			for n, r := range m.Replacements {
				want := rules.Apply(text, rep.Findings[i].Suggestions[n].Edits)
				if got := replaceUnits(text, m.Offset, m.Length, r.Value); got != want {
					t.Errorf("%s: %s:\n got %s\nwant %s", d.ID, m.Rule.ID, got, want)
				}
				applied++
			}
		}
	}
	if applied < 2000 {
		t.Errorf("only %d replacements were tried", applied)
	}
}

// TestReplacementsBetweenMarkup is the same for a text with markup: the markup stays, and what is left of the text is
// what the suggestion makes of it.
func TestReplacementsBetweenMarkup(t *testing.T) {
	const markup = "<\U0001F600>"
	applied, left := 0, 0
	for _, d := range openDrafts(t) {
		reply, rep := ask(t, map[string]string{"data": annotation(t, d.Text, markup), "level": "picky"})
		source := markedUp(d.Text, markup)
		for i, m := range reply.Matches {
			left += len(rep.Findings[i].Suggestions) - len(m.Replacements)
			for _, r := range m.Replacements {
				got := replaceUnits(source, m.Offset, m.Length, r.Value)
				if strings.Count(got, markup) != strings.Count(source, markup) {
					t.Errorf("%s: %s: markup is lost: %s", d.ID, m.Rule.ID, got)
				}
				if got = strings.ReplaceAll(got, markup, ""); !suggested(d.Text, rep.Findings[i], got) {
					t.Errorf("%s: %s: no suggestion makes this of the draft: %s", d.ID, m.Rule.ID, got)
				}
				applied++
			}
		}
	}
	if applied < 500 || left < 500 {
		t.Errorf("only %d replacements were tried, and %d left out", applied, left)
	}
}

func suggested(text string, f analyzer.Finding, got string) bool {
	for _, s := range f.Suggestions {
		if rules.Apply(text, s.Edits) == got {
			return true
		}
	}
	return false
}

// every is the number of blanks between pieces of markup.
const every = 17

// pieces cuts a text behind every seventeenth blank.
func pieces(text string) []string {
	var list []string
	start, blanks := 0, 0
	for i, c := range text {
		if c == ' ' {
			blanks++
			if blanks%every == 0 {
				list = append(list, text[start:i+1])
				start = i + 1
			}
		}
	}
	return append(list, text[start:])
}

func markedUp(text, markup string) string { return strings.Join(pieces(text), markup) }

// annotation is markedUp as the data parameter.
func annotation(t testing.TB, text, markup string) string {
	t.Helper()
	var parts []map[string]string
	for i, p := range pieces(text) {
		if i > 0 {
			parts = append(parts, map[string]string{"markup": markup})
		}
		parts = append(parts, map[string]string{"text": p})
	}
	data, err := json.Marshal(map[string]any{"annotation": parts})
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// replaceUnits replaces code units of a text, as JavaScript and Java clients do.
func replaceUnits(text string, offset, length int, value string) string {
	u := utf16.Encode([]rune(text))
	return string(utf16.Decode(u[:offset])) + value + string(utf16.Decode(u[offset+length:]))
}
