package text_test

import (
	"fmt"
	"strings"
	"testing"

	"coach/analyzer/text"
)

// shown writes tokens in one line: a word as it is, with its second reading behind a slash; a soft mark in ( ), a wall in [ ].
func shown(d *text.Document) string {
	var words []string
	for _, t := range d.Tokens {
		s := strings.ReplaceAll(t.Norm, "\n", "⏎")
		switch t.Mark {
		case text.Soft:
			s = "(" + s + ")"
		case text.Wall:
			s = "[" + s + "]"
		}
		if t.Alt != "" {
			s += "/" + t.Alt
		}
		words = append(words, s)
	}
	return strings.Join(words, " ")
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ draft, want string }{
		{"I lied.", "i lied [.]"},
		{"sorry.but i", "sorry [.] but i"},
		{"sorry!but", "sorry [!] but"},
		{"what?! no!!!", "what [?] no [!]"},
		{"at text.no today", "at text.no today"},
		{"see gmail.com/x?y=1, ok", "see gmail.com/x?y=1 (,) ok"},
		{"at 4 p.m. on", "at 4 pm on"},
		{"at 4 p.m. I left", "at 4 pm [.] i left"},
		{"Mr. Smith and Dr. Patel", "mr smith and dr patel"},
		{"St. John's", "st. john 's/is"},
		{"2.50 and £22,000 and $1,500.75", "2.50 and £22,000 and $1,500.75"},
		{"R84 500, 14k, 20€", "r84 500 (,) 14k (,) 20€"},
		{"9.15 16:30 4pm 24/7 50% 3rd", "9.15 16:30 4pm 24/7 50% 3rd"},
		{"a 3-year-old well-being", "a 3-year-old well-being"},
		{"i just.. idk… ok...", "i just (…) i do not know (…) ok (…)"},
		{"i just...\nidk", "i just (…) [⏎] i do not know"},
		{"no — yes - maybe; so: (ok) [ok]", "no (—) yes (-) maybe (;) so (:) (() ok ()) ([) ok (])"},
		{"and/or w/o w/ b/c", "and (/) or without with because"},
		{"f**k this sh*t *sigh*", "f**k this sh*t (*) sigh (*)"},
		{"so sad😢😢 ok👨‍👩‍👧", "so sad (😢😢) ok (👨‍👩‍👧)"},
		{"ok :) fine <3 :'(", "ok (:) fine (<) (:)"},
		{"@dan #sorry a.b@c.org https://x.y/z?q=1.", "@dan #sorry a.b@c.org https://x.y/z?q=1 [.]"},
		{"1. the phone", "1 (.) the phone"},
		{"ring you at lunch x", "ring you at lunch (x)"},
		{"love you xx\nbye xoxo", "love you (x) [⏎] bye (x)"},
		{"um i uh mean lah", "(um) i (uh) mean (lah)"},
		{"rock 'n' roll o'clock O'Brien", "rock and roll o'clock o'brien"},
		{"line one\r\nline two\rthree\n\n\nfour", "line one [⏎] line two [⏎] three [⏎] four"},
		{"(!) ok (?)", "(() (!) ()) ok (() (?) ())"},
		{"", ""},
		{"\n\n", "[⏎]"},
	} {
		if got := shown(text.Parse(c.draft)); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.draft, got, c.want)
		}
	}
}

func TestMailWrappedInMidSentenceIsOneSentence(t *testing.T) {
	wrapped := "I have thought about it for a long time and I do not think that\nyou were wrong to go."
	if d := text.Parse(wrapped); len(d.Sentences) != 1 {
		t.Errorf("%d sentences, want 1", len(d.Sentences))
	}
	for _, draft := range []string{
		"I have thought about it for a long time and I do think that you were right.\nyou can stay.",
		"I have thought about it for a long time and I do not think that\nYou were wrong to go.",
		"I thought about it\nyou were wrong to go.",
		"I have thought about it for a long time and I do not think that\n\nyou were wrong to go.",
	} {
		if d := text.Parse(draft); len(d.Sentences) != 2 {
			t.Errorf("%q: %d sentences, want 2", draft, len(d.Sentences))
		}
	}
}

func TestQuotes(t *testing.T) {
	for _, c := range []struct{ draft, want string }{
		{`I said "it was nothing" twice`, "it was nothing"},
		{"I said “it was nothing”, “really”", "it was nothing|really"},
		{"I said 'it was nothing' and left", "it was nothing"},
		{"I said ‘it wasn’t me’ and left", "it wasn’t me"},
		{"I don't know, it's the kids' things", ""},
		{"goin' out lookin' for it", ""},
		{`he is 6" tall and that is that`, ""},
		{`"never closed`, ""},
		{`she wrote "you said 'stop' to me" once`, "you said 'stop' to me"},
		{"”phones do this”", "phones do this"},
		{"'til then 'cause i can't", ""},
	} {
		d := text.Parse(c.draft)
		var got []string
		for _, q := range d.Quotes {
			got = append(got, c.draft[q.Start:q.End])
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: quotes %q, want %q", c.draft, s, c.want)
		}
	}
}

func TestQuotationMarksAreWalls(t *testing.T) {
	if got, want := shown(text.Parse(`i said "sorry" ok`)), `i said ["] sorry ["] ok`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestTokensOfOneWordShareItsSpan(t *testing.T) {
	d := text.Parse("I didn’t.")
	for i, want := range []string{"0-1 i", "2-10 did", "2-10 not", "10-11 ."} {
		k := d.Tokens[i]
		if got := fmt.Sprintf("%d-%d %s", k.Start, k.End, k.Norm); got != want {
			t.Errorf("token %d is %s, want %s", i, got, want)
		}
	}
}

func TestUpperIsThatOfTheFirstWord(t *testing.T) {
	d := text.Parse("Karen's Here")
	for i, want := range []bool{true, false, true} {
		if d.Tokens[i].Upper != want {
			t.Errorf("Upper of %q is %v, want %v", d.Tokens[i].Norm, d.Tokens[i].Upper, want)
		}
	}
}
