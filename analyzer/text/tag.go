package text

import "coach/analyzer/tagger"

// A Tag is a part of speech of the Penn Treebank.
type Tag = tagger.Tag

// Tags fills Token.Tag for the words of a sentence, once; later calls cost a look. The tagger reads normalised words,
// because its weights know neither "u" nor "didnt" (55 % of the critical tags right on raw messages, 95 to 99 % so).
func (d *Document) Tags(sentence int) {
	if d.tagged == nil {
		d.tagged = make([]bool, len(d.Sentences))
	}
	if d.tagged[sentence] {
		return
	}
	d.tagged[sentence] = true
	tokens := d.Tokens[d.Sentences[sentence].First:d.Sentences[sentence].Last]
	words := make([]string, 0, len(tokens))
	for i := range tokens {
		if tokens[i].Mark == Word {
			words = append(words, tokens[i].Norm)
		}
	}
	tags := make([]Tag, len(words))
	tagger.Sentence(words, tags)
	next := 0
	for i := range tokens {
		if tokens[i].Mark == Word {
			tokens[i].Tag = tags[next]
			next++
		}
	}
}
