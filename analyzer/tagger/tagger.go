// Package tagger gives words their part of speech with the averaged-perceptron weights of prose/v2, flattened into
// weights.bin by go generate. Tags are those of prose but for four things: equal words of a sentence do not share one
// tag; "0", "*" and "-", which prose takes for marks of the treebank, are tagged like any word; a web address must
// have letters around its first dot and at its end, so that 2.50 is a number; emoticons are not looked for.
//
// The weights were learned from newspaper text in standard spelling. On closed-class words (pronouns, negation,
// modals) a word list is better than a tag, and an order at the start of a sentence ("forgive me", "stop") is often
// taken for a noun or adjective.
package tagger

import (
	"strings"

	"coach/analyzer/tagger/internal/layout"
)

// The tags that stand before the first word of a sentence. Sentence never returns them.
const (
	start  Tag = layout.Start
	start2 Tag = layout.Start2
)

// A sight is what the model knows of a word that is looked at from a word nearby.
type sight struct{ word, suffix row }

// Sentence sets tags[i] to the tag of words[i] for every word of one sentence; it panics if tags is shorter than words.
//
// Words are lower case and in standard spelling, one token each: "did", "not" for didn't; "i" is read as "I", the
// only spelling the model knows. Punctuation (, . ? :) can be among them and helps; leave emoji out. An empty word has
// tag None. Results depend on words alone, by integer arithmetic, so they are the same on every machine. Any number of
// goroutines may call it; it does not allocate.
func Sentence(words []string, tags []Tag) {
	var near [5]sight // from two words before to two words after
	for i := range near {
		near[i] = look(context(words, i-2))
	}
	last, beforeLast := start, start2
	for i, word := range words {
		tags[i] = tagOf(word, &near, last, beforeLast)
		last, beforeLast = tags[i], last
		copy(near[:], near[1:])
		near[4] = look(context(words, i+3))
	}
}

// context is the i-th word as its neighbours see it. Beyond both ends stand the model's own marks, in the order prose
// trained them: -START- before -START2-.
func context(words []string, i int) string {
	switch i - len(words) {
	case 0:
		return "-END-"
	case 1:
		return "-END2-"
	}
	switch {
	case i == -2:
		return "-START-"
	case i == -1:
		return "-START2-"
	case i > len(words):
		return ""
	}
	return class(words[i])
}

// class is the word, or the name of the class of words that the model treats as one.
func class(word string) string {
	switch {
	case word == "I":
		return "i"
	case strings.IndexByte(word, '-') > 0:
		return "!HYPHEN"
	case len(word) == 4 && digits(strings.TrimLeft(word[:1], "+-")) && digits(word[1:]):
		return "!YEAR"
	case word != "" && digits(word[:1]):
		return "!DIGITS"
	}
	return word
}

func digits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

func look(word string) sight {
	return sight{find(word), find(suffix(word))}
}

// suffix is the last 3 bytes, which may begin inside a rune: the model was trained so.
func suffix(word string) string {
	return word[max(0, len(word)-3):]
}

// tagOf is the tag of the word in the middle of near.
func tagOf(word string, near *[5]sight, last, beforeLast Tag) Tag {
	if word == "i" {
		word = "I"
	}
	if tag := find(word).lexicon(); tag != None || word == "" {
		return tag
	}
	if address(word) {
		return NN
	}
	var s scores
	s.add(offset(layout.Bias))
	s.add(find(suffix(word)).block(layout.Suffix))
	s.add(find(word[:1]).block(layout.FirstByte))
	s.add(offset(layout.Last + int(last)*layout.OffsetSize))
	s.add(offset(layout.BeforeLast + int(beforeLast)*layout.OffsetSize))
	s.add(offset(layout.Both + (int(last)*layout.Tags+int(beforeLast))*layout.OffsetSize))
	s.add(near[2].word.block(layout.Word))
	s.add(near[2].word.after(last))
	s.add(near[1].word.block(layout.Word1Before))
	s.add(near[1].suffix.block(layout.SuffixBefore))
	s.add(near[0].word.block(layout.Word2Before))
	s.add(near[3].word.block(layout.Word1After))
	s.add(near[3].suffix.block(layout.SuffixAfter))
	s.add(near[4].word.block(layout.Word2After))
	return s.best()
}

// address tells a web or mail address or a name with @ from a word.
func address(word string) bool {
	if strings.IndexByte(word, '@') >= 0 {
		return true
	}
	dot := strings.IndexByte(word, '.')
	return dot > 0 && dot < len(word)-2 && letter(word[dot-1]) && letter(word[dot+1]) && letter(word[len(word)-1])
}

func letter(b byte) bool { return 'a' <= b && b <= 'z' }
