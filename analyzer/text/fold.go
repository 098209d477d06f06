package text

import (
	"strings"
	"sync"
)

// folds maps every American form that no suffix rule covers to the British one.
var folds = sync.OnceValue(func() map[string]string {
	m := make(map[string]string, 1024)
	for line := range strings.Lines(americanWords) {
		if f := strings.Fields(line); len(f) == 2 {
			m[f[0]] = f[1]
		}
	}
	for stem := range strings.FieldsSeq(ourStems) {
		addOur(m, stem)
	}
	for stem := range strings.FieldsSeq(doubledStems) {
		m[stem+"ed"], m[stem+"ing"] = stem+"led", stem+"ling"
	}
	for w := range strings.FieldsSeq(keepsZ) {
		m[w] = w
	}
	return m
})

// addOur adds a stem in -or with the suffixes before which Britain keeps the u.
func addOur(m map[string]string, stem string) {
	british := stem[:len(stem)-2] + "our"
	for _, suffix := range []string{"", "s", "ed", "ing", "able", "ably", "ful", "fully", "less", "ite", "ites", "al", "ally", "hood", "hoods", "er", "ers", "ly"} {
		m[stem+suffix] = british + suffix
	}
}

// Fold gives a word, in lower case, the one spelling that stands for its American and British ones: the British, with
// -ise. What has one spelling only comes back as it is, without a copy. Parse has folded every Norm; words of a pattern
// go through Fold to meet them.
func Fold(word string) string {
	if w, ok := folds()[word]; ok {
		return w
	}
	if i := izeAt(word); i > 0 {
		return word[:i] + "s" + word[i+1:]
	}
	return word
}

// izeAt is the place of the z of -ize, -izes, -ized, -izing, -izer, -ization at the end of w, or 0.
func izeAt(w string) int {
	i := strings.LastIndex(w, "iz")
	if i < 3 {
		return 0
	}
	switch w[i+2:] {
	case "e", "es", "ed", "ing", "er", "ers", "ation", "ations", "able":
		return i + 1
	}
	return 0
}
