package report

import (
	"strings"
	"testing"
	"time"

	"github.com/rivo/uniseg"

	"coach/analyzer"
	"coach/internal/processor"
)

func TestExcerpt(t *testing.T) {
	tests := []struct {
		name, text, phrase string
		width              int
		want               string // rows of text and marks
	}{
		{"whole line", "It was just a mistake.", "just a mistake", 40, `
It was just a mistake.
       ^^^^^^^^^^^^^^`},
		{"only its own line", "One.\nTwo three.\r\nFour.", "Two", 40, `
Two three.
^^^`},
		{"wide runes count two columns", "全部 just 私のせい", "just", 40, `
全部 just 私のせい
     ^^^^`},
		{"a wide phrase", "it is 私のせい, ok", "私のせい", 40, `
it is 私のせい, ok
      ^^^^^^^^`},
		{"a family is one picture", "👩‍👩‍👧 Answer me", "Answer me", 40, `
👩‍👩‍👧 Answer me
   ^^^^^^^^^`},
		{"combining marks have no column", "cafe\u0301 Answer me", "Answer me", 40, "\ncafe\u0301 Answer me\n     ^^^^^^^^^"},
		{"a tab is four columns", "\tAnswer\tme", "Answer\tme", 40, `
    Answer    me
    ^^^^^^^^^^^^`},
		{"nothing of a draft steers the terminal", "\x1b[2J Answer \u202eme", "Answer", 40, `
␛[2J Answer �me
     ^^^^^^`},
		{"cut on both sides at words", "one two three four five Answer me six seven eight nine ten", "Answer me", 30, `
…five Answer me six seven…
      ^^^^^^^^^`},
		{"cut at the end only", "Answer me six seven eight nine ten", "Answer me", 20, `
Answer me six…
^^^^^^^^^`},
		{"cut at the start only", "one two three four five Answer me", "Answer me", 20, `
…five Answer me
      ^^^^^^^^^`},
		{"a phrase longer than the row", "so because you were never ever home at night, ok", "because you were never ever home at night", 20, `
…because you were
 ^^^^^^^^^^^^^^^^
never ever home at
^^^^^^^^^^^^^^^^^^
night…
^^^^^`},
		{"a word longer than the row", "aaaaaaaaaabbbbbbbbbbcccccccccc", "aaaaaaaaaabbbbbbbbbbcccccccccc", 20, `
aaaaaaaaaabbbbbbbb
^^^^^^^^^^^^^^^^^^
bbcccccccccc
^^^^^^^^^^^^`},
		{"a phrase over a line end", "so Answer\r\n\r\nme now", "Answer\r\n\r\nme", 40, `
so Answer
   ^^^^^^
me now
^^`},
		{"a phrase of nothing", "ab", "", 40, `
ab
^`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got strings.Builder
			for _, r := range excerpt(test.text, span(test.text, test.phrase), test.width, '^') {
				got.WriteString("\n" + r.text + "\n" + r.marks)
				if w := uniseg.StringWidth(r.text); w > test.width {
					t.Errorf("%q has %d columns, want at most %d", r.text, w, test.width)
				}
			}
			if got.String() != test.want {
				t.Errorf("got:%s\nwant:%s", got.String(), test.want)
			}
		})
	}
}

// Long lines are everyday: people do not break a message. What lies far from the phrase must cost nothing.
func TestExcerptOfALongLineCostsWhatAShortOneCosts(t *testing.T) {
	const phrase = "Answer me"
	cost := func(around int) time.Duration {
		words := strings.Repeat("word ", around)
		text := words + phrase + " " + words
		s := analyzer.Span{Start: len(words), End: len(words) + len(phrase)}
		best := time.Hour
		for range 20 {
			start := processor.Time()
			for range 50 {
				excerpt(text, s, 80, '^')
			}
			best = min(best, processor.Time()-start)
		}
		return best
	}
	short, long := cost(200), cost(200_000)
	if long > 10*short {
		t.Errorf("a line of 2 MB costs %v, one of 2 KB %v", long, short)
	}
}

func FuzzExcerpt(f *testing.F) {
	f.Add("so Answer\r\nme 私 now", 3, 10, 20)
	f.Add("\x1b\t\u202e👩‍👩‍👧", 0, 1, 20)
	f.Fuzz(func(t *testing.T, text string, start, end, width int) {
		if start < 0 || end < start || end > len(text) || width < 20 || width > 200 {
			t.Skip()
		}
		for _, r := range excerpt(text, analyzer.Span{Start: start, End: end}, width, '^') {
			if strings.ContainsAny(r.text, "\x1b\n\r\t") {
				t.Errorf("control byte in %q", r.text)
			}
			if strings.Trim(r.marks, "^ ") != "" || r.marks == "" {
				t.Errorf("marks %q", r.marks)
			}
		}
	})
}

func TestWrap(t *testing.T) {
	tests := []struct {
		text  string
		width int
		want  string
	}{
		{"", 20, ""},
		{"one two  three", 20, "one two three"},
		{"one two three four five", 13, "one two three|four five"},
		{"a\nb c\n", 20, "a|b c"},
		{"私のせい 私のせい", 10, "私のせい|私のせい"},
		{"unbreakable-longer-than-the-line x", 10, "unbreakable-longer-than-the-line|x"},
		{"esc \x1b[0m", 20, "esc ␛[0m"},
	}
	for _, test := range tests {
		if got := strings.Join(wrap(test.text, test.width), "|"); got != test.want {
			t.Errorf("wrap(%q, %d) = %q, want %q", test.text, test.width, got, test.want)
		}
	}
}

func TestPosition(t *testing.T) {
	const text = "é\r\nb\rc\nd"
	tests := []struct{ at, line, column int }{{0, 1, 1}, {2, 1, 2}, {4, 2, 1}, {6, 3, 1}, {8, 4, 1}}
	for _, test := range tests {
		if line, column := position(text, test.at); line != test.line || column != test.column {
			t.Errorf("position(%d) = %d:%d, want %d:%d", test.at, line, column, test.line, test.column)
		}
	}
}
