package text

import (
	"slices"
	"strings"
	"sync"
)

// inflections are the forms of one verb; each list has the form to write first.
type inflections struct{ past, participle []string }

var irregular = sync.OnceValue(func() map[string]inflections {
	m := make(map[string]inflections, 256)
	for line := range strings.Lines(irregularVerbs) {
		if f := strings.Fields(line); len(f) == 3 {
			m[f[0]] = inflections{strings.Split(f[1], "/"), strings.Split(f[2], "/")}
		}
	}
	return m
})

var plurals = sync.OnceValue(func() map[string]string {
	m := make(map[string]string, 64)
	for line := range strings.Lines(irregularPlurals) {
		if f := strings.Fields(line); len(f) == 2 {
			m[f[0]] = f[1]
		}
	}
	return m
})

// Forms lists every inflected form of a lemma, itself first, no form twice: make, makes, made, making. As a lemma may
// be a verb or a noun, an irregular plural is among them. Of a phrase the first word is inflected: cheat on, cheats on …
// All forms are folded, but for verbs in -l also the American spelling (traveled) is there.
func Forms(lemma string) []string {
	switch lemma {
	case "be":
		return []string{"be", "am", "is", "are", "was", "were", "been", "being"}
	case "can":
		return []string{"can", "could"}
	case "will":
		return []string{"will", "would"}
	case "shall":
		return []string{"shall", "should"}
	case "may":
		return []string{"may", "might"}
	case "must", "ought", "should", "would", "could", "might":
		return []string{lemma}
	}
	forms := []string{onPhrase(lemma, one(Fold))[0], ThirdOf(lemma)}
	forms = append(forms, PastOf(lemma)...)
	forms = append(forms, ParticipleOf(lemma)...)
	forms = append(forms, IngOf(lemma)...)
	if _, ok := plurals()[lemma]; ok {
		forms = append(forms, PluralOf(lemma))
	}
	return distinct(forms)
}

// PastOf lists the past forms of a verb, the one to write first: cheat → cheated, learn → learned, learnt.
func PastOf(lemma string) []string {
	return onPhrase(lemma, func(v string) []string {
		switch v {
		case "be":
			return []string{"was", "were"}
		case "can":
			return []string{"could"}
		case "will":
			return []string{"would"}
		}
		if f, ok := irregular()[v]; ok {
			return f.past
		}
		return regularPast(v)
	})
}

// ParticipleOf lists the past participles of a verb, the one to write first: take → taken, took.
func ParticipleOf(lemma string) []string {
	return onPhrase(lemma, func(v string) []string {
		if v == "be" {
			return []string{"been"}
		}
		if f, ok := irregular()[v]; ok {
			return f.participle
		}
		return regularPast(v)
	})
}

// IngOf lists the -ing forms of a verb, one but for verbs in -l: travel → travelling, traveling.
func IngOf(lemma string) []string {
	return onPhrase(lemma, func(v string) []string {
		switch {
		case v == "be":
			return []string{"being"}
		case strings.HasSuffix(v, "ie"):
			return []string{v[:len(v)-2] + "ying"}
		case strings.HasSuffix(v, "e") && !strings.HasSuffix(v, "ee") && !strings.HasSuffix(v, "oe") && !strings.HasSuffix(v, "ye") && v != "singe" && v != "binge":
			return []string{v[:len(v)-1] + "ing"}
		}
		return suffixed(v, "ing")
	})
}

// ThirdOf is the form of a verb after he, she, it: goes, tries, has.
func ThirdOf(lemma string) string {
	return onPhrase(lemma, func(v string) []string {
		switch v {
		case "be":
			return []string{"is"}
		case "have":
			return []string{"has"}
		}
		return []string{withS(v)}
	})[0]
}

// PluralOf is the plural of a noun; of a phrase the last word is inflected: dating app → dating apps.
func PluralOf(noun string) string {
	i := strings.LastIndexAny(noun, " -") + 1
	head, last := noun[:i], Fold(noun[i:])
	if p, ok := plurals()[last]; ok {
		return head + p
	}
	return head + withS(last)
}

func withS(w string) string {
	switch {
	case w == "":
		return ""
	case endsConsonantY(w):
		return w[:len(w)-1] + "ies"
	case w == "quiz":
		return "quizzes"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "z"), strings.HasSuffix(w, "sh"),
		strings.HasSuffix(w, "ch") && w != "stomach", strings.HasSuffix(w, "o") && len(w) > 1 && !isVowel(w[len(w)-2]):
		return w + "es"
	}
	return w + "s"
}

func regularPast(v string) []string {
	switch {
	case strings.HasSuffix(v, "e"):
		return []string{v + "d"}
	case endsConsonantY(v):
		return []string{v[:len(v)-1] + "ied"}
	}
	return suffixed(v, "ed")
}

// suffixed adds a suffix that begins with a vowel, the last consonant doubled where English doubles it.
func suffixed(v, suffix string) []string {
	doubled := v + v[max(len(v)-1, 0):] + suffix
	switch {
	case strings.HasSuffix(v, "ic"):
		return []string{v + "k" + suffix}
	case !endsInCVC(v):
		return []string{v + suffix}
	case vowelGroups(v) == 1 || stressedAtEnd(v):
		return []string{doubled}
	case v[len(v)-1] == 'l' && v != "parallel":
		return []string{doubled, v + suffix}
	}
	return []string{v + suffix}
}

// stressedAtEnd reports whether v is a verb of more than one syllable with the stress on the last, as admit.
func stressedAtEnd(v string) bool {
	switch v {
	case "admit", "begin", "commit", "compel", "concur", "confer", "control", "defer", "deter", "equip", "excel", "expel",
		"forbid", "forget", "handicap", "incur", "infer", "input", "kidnap", "occur", "omit", "outrun", "overrun", "patrol",
		"permit", "prefer", "program", "propel", "rebel", "recur", "refer", "regret", "remit", "repel", "reset", "submit",
		"transfer", "transmit", "undercut", "upset", "worship", "unplug", "unzip", "rewrap", "offset", "fulfil", "enrol",
		"outwit", "unpin", "backstab", "babysit":
		return true
	}
	return false
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// endsInCVC reports whether v ends in consonant, one vowel, consonant (not w, x, y); the u of qu is a consonant.
func endsInCVC(v string) bool {
	n := len(v)
	if n < 2 || isVowel(v[n-1]) || strings.IndexByte("wxy", v[n-1]) >= 0 || !isVowel(v[n-2]) && v[n-2] != 'y' {
		return false
	}
	if n == 2 {
		return false
	}
	return !isVowel(v[n-3]) || v[n-3] == 'u' && n > 3 && v[n-4] == 'q'
}

func vowelGroups(v string) int {
	n := 0
	for i := 0; i < len(v); i++ {
		vowel := isVowel(v[i]) && (v[i] != 'u' || i == 0 || v[i-1] != 'q') || v[i] == 'y' && i > 0
		if vowel && (i == 0 || !isVowel(v[i-1]) && v[i-1] != 'y' || i > 1 && v[i-2:i] == "qu") {
			n++
		}
	}
	return n
}

func endsConsonantY(w string) bool {
	n := len(w)
	return n > 1 && w[n-1] == 'y' && !isVowel(w[n-2])
}

// onPhrase inflects the first word of a phrase and keeps the rest.
func onPhrase(phrase string, inflect func(string) []string) []string {
	first, rest, more := strings.Cut(phrase, " ")
	forms := inflect(Fold(first))
	if !more {
		return forms
	}
	out := make([]string, len(forms))
	for i, f := range forms {
		out[i] = f + " " + rest
	}
	return out
}

func one(f func(string) string) func(string) []string {
	return func(s string) []string { return []string{f(s)} }
}

func distinct(words []string) []string {
	var out []string
	for _, w := range words {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}
