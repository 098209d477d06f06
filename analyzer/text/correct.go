package text

import (
	"coach/analyzer/text/wordlist"
)

// minTypo is the length in letters from which a word is long enough to be taken for a mistyped cue.
const minTypo = 5

// Cues are words worth finding when they are mistyped, in buckets by first letter and length.
type Cues struct{ buckets map[cueKey][]string }

type cueKey struct {
	first  byte
	length int
}

// NewCues takes the words, in lower case and folded, that Correct may correct to. Words of fewer than four letters are
// left out: nothing of five letters is one mistake away from them but in ways that are no typos.
func NewCues(words []string) *Cues {
	c := &Cues{make(map[cueKey][]string, len(words))}
	seen := make(map[string]bool, len(words))
	for _, w := range words {
		if len(w) >= minTypo-1 && !seen[w] {
			seen[w] = true
			k := cueKey{w[0], len(w)}
			c.buckets[k] = append(c.buckets[k], w)
		}
	}
	return c
}

// Correct gives the cue that word, in lower case, is a typo of: one letter too many, missing, wrong, or two letters
// changed round. It is sure only where all of this holds: word has five letters or more, none but a to z; it stands in no word list and
// known, which may be nil, does not know it either; it shares its first letter with the cue, since people rarely
// mistype that one; exactly one cue is that near. The caller leaves out words that begin with an upper-case letter in
// mid-sentence, which may be names. A look-up that finds nothing costs one filter probe.
func Correct(word string, known func(string) bool, cues *Cues) (string, bool) {
	if len(word) < minTypo || !lowerLetters(word) || wordlist.Has(word) || wordlist.HasName(word) || known != nil && known(word) {
		return word, false
	}
	found := ""
	for length := len(word) - 1; length <= len(word)+1; length++ {
		for _, cue := range cues.buckets[cueKey{word[0], length}] {
			if !oneMistake(word, cue) {
				continue
			}
			if found != "" {
				return word, false
			}
			found = cue
		}
	}
	if found == "" {
		return word, false
	}
	return found, true
}

func lowerLetters(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return true
}

// oneMistake reports whether a and b, which differ, are at Damerau distance 1.
func oneMistake(a, b string) bool {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	a, b = a[i:], b[i:]
	switch len(a) - len(b) {
	case 1:
		return a[1:] == b
	case -1:
		return a == b[1:]
	}
	if len(a) == 0 {
		return false
	}
	return a[1:] == b[1:] || len(a) > 1 && a[0] == b[1] && a[1] == b[0] && a[2:] == b[2:]
}
