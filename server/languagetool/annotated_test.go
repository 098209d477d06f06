package languagetool

import (
	"strings"
	"testing"

	"coach/analyzer"
)

func TestToSource(t *testing.T) {
	a, err := readData(`{"annotation":[{"text":"A "},{"markup":"<b>"},{"text":"big"},{"markup":"</b>"},{"text":" don"},
		{"markup":"&apos;","interpretAs":"'"},{"text":"t"},{"markup":"<p>","interpretAs":"\n\n"},{"text":"End"},{"markup":"\n","interpretAs":"\n"},{"text":"of"},{"markup":"**","interpretAs":"**"},{"text":"it"}]}`)
	if err != nil {
		t.Fatal(err)
	}
	if want := "A <b>big</b> don&apos;t<p>End\nof**it"; a.source != want {
		t.Fatalf("source %q, want %q", a.source, want)
	}
	if want := "A big don't\n\nEnd\nof**it"; a.plain != want {
		t.Fatalf("plain %q, want %q", a.plain, want)
	}
	for _, c := range []struct {
		plain, source string
		unmarked      bool
	}{
		{"A", "A", true},
		{"A big", "A <b>big", false},
		{"big", "big", true},
		{"big don't", "big</b> don&apos;t", false},
		{"don't", "don&apos;t", false},
		{"'", "&apos;", false},
		{"t\n\nEnd", "t<p>End", false},
		{"t\n", "t<p>", false}, // what markup stands for cannot be cut
		{"\nEnd", "<p>End", false},
		{"End", "End", true},
		{"End\nof", "End\nof", true},
		{"of**it", "of**it", false},
		{"A big don't\n\nEnd", "A <b>big</b> don&apos;t<p>End", false},
	} {
		start := strings.Index(a.plain, c.plain)
		span := analyzer.Span{Start: start, End: start + len(c.plain)}
		s := a.toSource(span)
		if got := a.source[s.Start:s.End]; got != c.source || a.unmarked(span) != c.unmarked {
			t.Errorf("%q: got %q, unmarked %v", c.plain, got, a.unmarked(span))
		}
	}
}
