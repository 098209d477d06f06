package pattern

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"coach/analyzer/text"
)

// testKinds are the kinds of the tests: words, phrases, optional parts, kinds in kinds, negated entries.
var testKinds = []struct{ name, entries string }{
	{"COLD", "cold\ndistant\na ghost\nnever home\nglued to your phone\nABSENT"},
	{"ABSENT", "~work late\nout (again)?\nNUMBER miles away"},
	{"MISDEED", "~cheat (on you)?\n~lie to you\n~sleep with SOMEONE\ndid not ~tell you\nhis/her fault"},
	{"SOMEONE", "him/her\nmy ex\nNAME"},
}

// fataler is what *testing.T and *rapid.T share.
type fataler interface {
	Helper()
	Fatal(args ...any)
}

func newTestCompiler(t fataler) *Compiler {
	t.Helper()
	c := NewCompiler()
	for _, k := range testKinds {
		if err := c.Declare(k.name); err != nil {
			t.Fatal(err)
		}
	}
	for _, k := range testKinds {
		for _, e := range strings.Split(k.entries, "\n") {
			if err := c.Extend(k.name, e); err != nil {
				t.Fatal(err)
			}
		}
	}
	return c
}

func compile(t testing.TB, sources ...string) *Set {
	t.Helper()
	c := newTestCompiler(t)
	for _, s := range sources {
		if _, err := c.Add(s, true); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	return c.Finish()
}

// found gives what a pattern matches in a draft: the words of each match, the marked part in brackets, captures behind.
func found(s *Set, draft string) []string {
	doc := text.Parse(draft)
	var list []string
	words := func(r Range) string { return draft[doc.Tokens[r.First].Start:doc.Tokens[r.Last-1].End] }
	s.NewMatcher(doc).Scan(func(m Match) {
		got := words(Range{m.First, m.Last})
		if m.Marked {
			got = strings.Replace(got, words(m.Mark), "["+words(m.Mark)+"]", 1)
		}
		for i, name := range s.Captures(m.Pattern) {
			if c := m.Captures[i]; c.Last > c.First {
				got += fmt.Sprintf(" %s=%s", name, words(c))
			}
		}
		list = append(list, got)
	})
	return list
}

func TestMatch(t *testing.T) {
	for _, tt := range []struct {
		source, draft string
		want          []string
	}{
		{"you made me", "Look, you made me do it", []string{"you made me"}},
		{"you made me", "u MADE me", []string{"u MADE me"}},
		{"you made me", "you, made - me", []string{"you, made - me"}},
		{"you made me", "It was you. Made me laugh", nil},
		{"you made me", "you\nmade me", nil},
		{"~make me", "making me, made me", []string{"making me", "made me"}},
		{"~make.past me", "making me, made me", []string{"made me"}},
		{"did not ~tell", "i didn't tell", []string{"didn't tell"}},
		{"didn't ~tell", "i didnt tell", []string{"didnt tell"}},
		{"you had", "you'd", []string{"you'd"}},
		{"you would", "you'd", []string{"you'd"}},
		{"his/her phone", "her phone", []string{"her phone"}},
		{"(in my face | against me)", "throw it in my face", []string{"in my face"}},
		{"was just? a", "it was a kiss, was just a kiss", []string{"was a", "was just a"}},
		{"i ... because you", "i cheated on her because you left", []string{"i cheated on her because you"}},
		{"i ... because you", "I cheated, and not because you left", nil},
		{"i .... because you", "I cheated, and not because you left", []string{"I cheated, and not because you"}},
		{"i ...2 because", "i one two three because", nil},
		{"you ~be COLD", "you were a ghost", []string{"you were a ghost"}},
		{"you ~be COLD", "you're glued to your phone", []string{"you're glued to your phone"}},
		{"you ~be COLD", "you were working late", []string{"you were working late"}},
		{"you ~be COLD", "you were 200 miles away", []string{"you were 200 miles away"}},
		{"you ~be COLD", "you were out again", []string{"you were out again"}},
		{"i MISDEED.past", "i slept with Tom", []string{"i slept with Tom"}},
		{"i MISDEED.past", "i sleep with Tom", nil},
		{"i MISDEED.past", "i didn't tell you", []string{"i didn't tell you"}},
		{"i MISDEED.ing", "i lying to you", []string{"i lying to you"}},
		{"act=(MISDEED.past ...) because you", "I cheated on you with her because you left", []string{"cheated on you with her because you act=cheated on you with her"}},
		{"[was i meant to] wait", "was I meant to wait", []string{"[was I meant to] wait"}},
		{"^ you never", "and you never ask", []string{"you never"}},
		{"^ you never", "i know you never ask", nil},
		{"never again $", "never again, i said", []string{"never again"}},
		{"never again $", "never again mate", nil},
		{"you ~forgive me", "you forgivve me", []string{"you forgivve me"}},
	} {
		if got := found(compile(t, tt.source), tt.draft); !slices.Equal(got, tt.want) {
			t.Errorf("%s in %q: found %q, want %q", tt.source, tt.draft, got, tt.want)
		}
	}
}

func TestPartsOfSpeech(t *testing.T) {
	set := compile(t, "you ~be so ADJ", "i was VERB you")
	if got := found(set, "you are so ungrateful, i was protecting you"); !slices.Equal(got, []string{"you are so ungrateful", "i was protecting you"}) {
		t.Errorf("found %q", got)
	}
}

func TestAddErrors(t *testing.T) {
	for _, tt := range []struct{ source, want string }{
		{"... VERB", "column 1: no word of this pattern has to be there (add a word, or a kind that is a list of words)"},
		{"just? (you | ADJ)", "column 1: no word of this pattern has to be there (add a word, or a kind that is a list of words)"},
		{"you are COLDD", "column 9: unknown kind COLDD (did you mean COLD?)"},
		{"you are ADJ.past", "column 9: ADJ has no form .past (forms are for lists of words)"},
		{"a=x b=x c=x d=x e=x", "column 17: more than 4 remembered parts"},
	} {
		_, err := newTestCompiler(t).Add(tt.source, true)
		if err == nil || err.Error() != tt.want {
			t.Errorf("%s: error %v, want %q", tt.source, err, tt.want)
		}
	}
}

func TestKindErrors(t *testing.T) {
	c := newTestCompiler(t)
	for _, tt := range []struct {
		err  error
		want string
	}{
		{c.Declare("COLD"), "column 1: the kind COLD exists already (extend it with +COLD)"},
		{c.Declare("cold"), `column 1: "cold" is no name of a kind (two or more CAPITALS, digits and underscores)`},
		{c.Declare("VERB"), "column 1: VERB is built in (choose another name)"},
		{c.Extend("COLDER", "icy"), "column 1: unknown kind COLDER (did you mean COLD?)"},
		{c.Extend("COLD", "so ... cold"), "column 4: ... in a kind (an entry holds words, kinds, choices and optional parts only)"},
	} {
		if tt.err == nil || tt.err.Error() != tt.want {
			t.Errorf("error %v, want %q", tt.err, tt.want)
		}
	}
}

func TestKindInItself(t *testing.T) {
	c := NewCompiler()
	for _, k := range []string{"AA", "BB"} {
		if err := c.Declare(k); err != nil {
			t.Fatal(err)
		}
	}
	for k, e := range map[string]string{"AA": "x BB", "BB": "AA y"} {
		if err := c.Extend(k, e); err != nil {
			t.Fatal(err)
		}
	}
	_, err := c.Add("so AA", true)
	if want := "kinds that name each other: AA, BB, AA"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error %v, want one with %q", err, want)
	}
}

// TestIndexIsBruteForce holds that the index finds what running every pattern at every word finds.
func TestIndexIsBruteForce(t *testing.T) {
	words := []string{"i", "you", "cheated", "lied", "to", "because", "not", "never", "home", "cold", "a", "ghost", "out", "again", ",", ".", "her", "on", "did", "tell"}
	items := []string{"i", "you", "~cheat", "because", "not", "COLD", "MISDEED", "MISDEED.past", "...", "....3", "...2", "to/on", "(you | a ghost)", "never?", "(out again)?", "WORD", "^", "$"}
	rapid.Check(t, func(t *rapid.T) {
		source := strings.Join(rapid.SliceOfN(rapid.SampledFrom(items), 1, 5).Draw(t, "pattern"), " ")
		draft := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 25).Draw(t, "draft"), " ")
		c := newTestCompiler(t)
		if _, err := c.Add(source, true); err != nil {
			return
		}
		set := c.Finish()
		doc := text.Parse(draft)
		var indexed, brute []int
		set.NewMatcher(doc).Scan(func(m Match) { indexed = append(indexed, m.First) })
		m := set.NewMatcher(doc)
		for w := 0; w < len(m.ids); w++ {
			if match, end, ok := m.matchAt(0, w, int(m.runEnd[w])); ok {
				brute = append(brute, match.First)
				w = end - 1
			}
		}
		if !slices.Equal(indexed, brute) {
			t.Fatalf("%s in %q: by index at %v, by brute force at %v", source, draft, indexed, brute)
		}
	})
}

// TestWorstCase holds that a pattern with all its gaps costs at most its code times its window for each start.
func TestWorstCase(t *testing.T) {
	set := compile(t, "you ....20 you ....20 you ....20 you ....20 forgiveness")
	steps := func(words int) int {
		m := set.NewMatcher(text.Parse(strings.Repeat("you ", words) + "forgiveness"))
		n := 0
		m.Scan(func(Match) { n++ })
		return len(m.visited)
	}
	if got, limit := steps(2000), 16*(window+1)+8*window; got > limit {
		t.Errorf("the table of visited places has %d entries, want at most %d", got, limit)
	}
}
