package pattern

import (
	"errors"
	"testing"
)

func TestParsePrintsBack(t *testing.T) {
	for _, tt := range []struct{ source, want string }{
		{"you made me", "you made me"},
		{"You  MADE me", "you MADE me"},
		{"~make", "~make"},
		{"~tell.past you", "~tell.past you"},
		{"his/her phone", "his/her phone"},
		{"(in my face | against me)", "(in my face | against me)"},
		{"(alone)", "alone"},
		{"just? a thing", "just? a thing"},
		{"(to me)?", "(to me)?"},
		{"i ... because", "i ... because"},
		{"i ...6 because", "i ... because"},
		{"i ...3 because", "i ...3 because"},
		{"i .... because", "i .... because"},
		{"i ....9 because", "i ....9 because"},
		{"MISDEED.past you", "MISDEED.past you"},
		{"[was i meant to] wait", "[was i meant to] wait"},
		{"act=(~cheat ...) because", "act=(~cheat ...) because"},
		{"^ i did not $", "^ i did not $"},
		{"didn't", "did not"},
		{"~realise", "~realise"},
		{"a (b? | c/d)", "a (b? | c/d)"},
	} {
		n, err := Parse(tt.source)
		if err != nil {
			t.Errorf("%s: %v", tt.source, err)
			continue
		}
		if got := n.String(); got != tt.want {
			t.Errorf("%s: printed %q, want %q", tt.source, got, tt.want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, tt := range []struct{ source, want string }{
		{"", "column 1: the pattern is empty"},
		{"you (made", "column 5: ( is not closed"},
		{"you made)", "column 9: unexpected ')' (it closes nothing)"},
		{"[you [made] me]", "column 6: a second [ ] (a pattern underlines one part)"},
		{"[you made", "column 1: [ is not closed"},
		{"[]", "column 1: nothing stands between [ and ]"},
		{"you | me", "column 5: unexpected '|' (alternatives stand in round brackets: (this | that))"},
		{"his/ her", "column 5: a word is missing after / (/ joins words without blanks; use (a b | c d) for phrases)"},
		{"his / her", "column 5: unexpected '/' (/ joins words without blanks; use (a b | c d) for phrases)"},
		{"made ? me", "column 6: unexpected '?' (? follows a word, a kind or a bracket without a blank)"},
		{"(a | )", "column 6: an alternative is empty (use ? for what may be missing)"},
		{"a .. b", "column 3: a gap is three dots, or four for a free one"},
		{"a ...40 b", "column 6: a gap of 40 words (1 to 20)"},
		{"a ... b ... c ... d ... e ... f", "column 1: 5 gaps, at most 4 are allowed (split the line in two)"},
		{"~make.pst", "column 6: unknown form .pst (the forms are .base .past .ing .s)"},
		{"make.past", "column 1: a form needs ~ before the word (write ~make.past)"},
		{"~", "column 1: a word is missing after ~"},
		{"a # b", "column 3: unexpected '#'"},
	} {
		_, err := Parse(tt.source)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: error %v, want %q", tt.source, err, tt.want)
			continue
		}
		if e.Error() != tt.want {
			t.Errorf("%s: error %q, want %q", tt.source, e.Error(), tt.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"i act=(MISDEED ...) because you", "[a] b/c? (d | e f)? ....9 ^ $ ~go.past", "((((", "a=", "1 £2 'tis"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		n, err := Parse(source)
		if err != nil {
			return
		}
		printed := n.String()
		again, err := Parse(printed)
		if err != nil {
			t.Fatalf("%q prints as %q, which does not parse: %v", source, printed, err)
		}
		if again.String() != printed {
			t.Fatalf("%q prints as %q, then as %q", source, printed, again.String())
		}
	})
}
