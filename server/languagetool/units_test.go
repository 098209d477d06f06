package languagetool

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestRuler(t *testing.T) {
	for _, text := range []string{
		"", "a", "\U0001F600", "caf\u00e9", strings.Repeat("\U0001F600", 200), strings.Repeat("x", step),
		strings.Repeat("x", step-1) + "\U0001F600" + strings.Repeat("\u2019", 300), strings.Repeat("x", 2*step),
	} {
		agrees(t, text)
	}
	rapid.Check(t, func(t *rapid.T) {
		agrees(t, strings.Repeat(rapid.String().Draw(t, "text"), rapid.IntRange(1, 40).Draw(t, "times")))
	})
}

// agrees compares a ruler with the standard library's encoder at every character.
func agrees(t interface{ Fatalf(string, ...any) }, text string) {
	r := newRuler(text)
	want := 0
	for i := 0; i <= len(text); {
		if got := r.at(i); got != want {
			t.Fatalf("%q: at byte %d: got %d units, want %d", text, i, got, want)
		}
		c, size := utf8.DecodeRuneInString(text[i:])
		if size == 0 {
			break
		}
		want += len(utf16.Encode([]rune{c}))
		i += size
	}
}
