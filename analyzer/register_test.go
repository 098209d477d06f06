package analyzer

import "testing"

func TestDress(t *testing.T) {
	texter := register{lower: true, lowerI: true}
	writer := register{stops: true, apostrophes: true}
	whole := place{opens: true, closes: true, marked: true}
	for _, tt := range []struct {
		name string
		r    register
		p    place
		in   string
		want string
	}{
		{"a writer's whole sentence stays", writer, whole, "I did it. I can't put that on you.", "I did it. I can't put that on you."},
		{"a texter gets lower case and no stop", texter, place{opens: true, closes: true}, "I did it. I can't put that on you.", "i did it. i cant put that on you"},
		{"a texter's own full stop stays", register{lower: true, lowerI: true, apostrophes: true}, whole, "I did it.", "i did it."},
		{"in mid-sentence the first letter is small", writer, place{closes: true, marked: true}, "You can be angry.", "you can be angry."},
		{"but I stays large", writer, place{closes: true, marked: true}, "I'm not asking.", "I'm not asking."},
		{"before the rest of a sentence there is no stop", writer, place{opens: true}, "I lied to you.", "I lied to you"},
		{"a question keeps its mark", texter, place{opens: true, closes: true}, "What do you need?", "what do you need?"},
		{"no word changes into another without its apostrophe", texter, place{opens: true, closes: true}, "I'll wait. We're fine.", "i'll wait. we're fine"},
	} {
		if got := tt.r.dress(tt.in, tt.p); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestBlanks(t *testing.T) {
	got := blanks("I [what I did] on [when].")
	if len(got) != 2 || got[0] != "what I did" || got[1] != "when" {
		t.Errorf("blanks %q", got)
	}
}

func TestStanceSentences(t *testing.T) {
	got := stanceSentences("I {act}. That was my choice. It cost you [what].")
	if len(got) != 1 || got[0] != "that was my choice" {
		t.Errorf("sentences %q", got)
	}
}
