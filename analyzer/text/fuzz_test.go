package text_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"coach/analyzer/text"
)

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"", "\xff\xfe", "I didn’t. don't! ‘it’", "İ's ẞẞ's", "'s 'm ''' \"", "a.b.c@d..e", "...\r\n\r…", "u\u200br ok\u200d👨‍👩‍👧",
		"w/ w/o /", "so so so because because", "> re\n- a\n1. b", "£ £2 2£", "i-i-i'm", "n't've's", "x xx xo", "a\u0301b", "'tis 'cause", "«a» „b“",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		checkInvariants(t, text.Parse(s))
	})
}

func TestInvariantsHoldInTheOpenRooms(t *testing.T) {
	for _, s := range drafts(t) {
		checkInvariants(t, text.Parse(s))
		checkInvariants(t, text.Parse(strings.ToUpper(s)))
	}
}

func checkInvariants(t *testing.T, d *text.Document) {
	t.Helper()
	checkTokens(t, d)
	checkSentences(t, d)
	checkClauses(t, d)
	for i, q := range d.Quotes {
		if q.Start >= q.End || i > 0 && q.Start < d.Quotes[i-1].End {
			t.Fatalf("%q: quotes out of order: %v", d.Text, d.Quotes)
		}
	}
	for i := range d.Sentences {
		d.Tags(i)
	}
	for offset := 0; offset <= len(d.Text); offset += 1 + len(d.Text)/7 {
		if line, column := d.Position(offset); line < 1 || column < 1 || column > offset+1 {
			t.Fatalf("%q: Position(%d) = %d, %d", d.Text, offset, line, column)
		}
	}
}

// checkTokens: in order, on rune borders, nothing but blanks between them, no empty word.
func checkTokens(t *testing.T, d *text.Document) {
	t.Helper()
	end := 0
	last := text.Token{}
	for i, k := range d.Tokens {
		shared := i > 0 && k.Start == last.Start && k.End == last.End
		if k.Start >= k.End || k.End > len(d.Text) || k.Start < end && !shared {
			t.Fatalf("%q: token %d %q at %d-%d after %d", d.Text, i, k.Norm, k.Start, k.End, end)
		}
		if k.Norm == "" || !utf8.ValidString(k.Norm) && utf8.ValidString(d.Text) {
			t.Fatalf("%q: token %d is %q", d.Text, i, k.Norm)
		}
		if !shared {
			onlyBlanks(t, d.Text, end, k.Start)
		}
		if utf8.ValidString(d.Text) && (!utf8.RuneStart(d.Text[k.Start]) || k.End < len(d.Text) && !utf8.RuneStart(d.Text[k.End])) {
			t.Fatalf("%q: token %d cuts a rune: %d-%d", d.Text, i, k.Start, k.End)
		}
		end, last = k.End, k
	}
	onlyBlanks(t, d.Text, end, len(d.Text))
}

func onlyBlanks(t *testing.T, s string, from, to int) {
	t.Helper()
	if strings.TrimFunc(s[from:to], unicode.IsSpace) != "" {
		t.Fatalf("%q: no token holds %q at %d", s, s[from:to], from)
	}
}

// checkSentences: in order, inside the draft, ranges that fit together.
func checkSentences(t *testing.T, d *text.Document) {
	t.Helper()
	token, clause := 0, 0
	for i, s := range d.Sentences {
		if s.First < token || s.First >= s.Last || s.Last > len(d.Tokens) || s.Start != d.Tokens[s.First].Start || s.Start >= s.End {
			t.Fatalf("%q: sentence %d: %+v", d.Text, i, s)
		}
		if s.FirstClause != clause || s.LastClause < s.FirstClause || s.LastClause > len(d.Clauses) {
			t.Fatalf("%q: clauses of sentence %d: %+v", d.Text, i, s)
		}
		token, clause = s.Last, s.LastClause
	}
	if clause != len(d.Clauses) {
		t.Fatalf("%q: %d clauses, sentences hold %d", d.Text, len(d.Clauses), clause)
	}
	for _, k := range d.Tokens[token:] {
		if k.Norm != "\n" {
			t.Fatalf("%q: %q is in no sentence", d.Text, k.Norm)
		}
	}
}

// checkClauses: in order, no overlap, head and edges are words of the clause, no wall inside.
func checkClauses(t *testing.T, d *text.Document) {
	t.Helper()
	token, end := 0, 0
	for i, c := range d.Clauses {
		s := d.Sentences[c.Sentence]
		if c.First < token || c.First < s.First || c.Last > s.Last || c.Head < c.First || c.Head >= c.Last || d.Tokens[c.Head].Mark != text.Word {
			t.Fatalf("%q: clause %d: %+v in %+v", d.Text, i, c, s)
		}
		if c.Lead < end || c.Lead > c.Start || c.Start >= c.End || c.End > s.End || d.Tokens[c.Head].Start < c.Start {
			t.Fatalf("%q: bytes of clause %d: %+v", d.Text, i, c)
		}
		for _, k := range d.Tokens[c.First:c.Last] {
			if k.Mark == text.Wall && k.Start >= c.Start && k.End <= c.End {
				t.Fatalf("%q: a wall in clause %d: %+v", d.Text, i, c)
			}
		}
		token, end = c.Last, c.End
	}
}
