package reader

import (
	"sync"

	"coach/analyzer/tagger"
	"coach/analyzer/text"
)

// The families of features. Each is scaled to the same length whatever the clause's, so that a long clause does not
// outweigh a short one and the many character runs do not outweigh the words.
const (
	wordRuns  = iota // one to three words
	skipPairs        // two words with one or two between
	frames           // one to five of: function words as they are, parts of speech for the others
	charRuns         // two to five characters
	nearWords        // words and word pairs of the clauses before and behind
	sentenceWords
	draftWords
	shape // person, mood, negation, length, position, role, deed
	familyCount
)

// familyWeights are the lengths of the families, in sixteenths.
var familyWeights = [familyCount]uint64{16, 11, 16, 16, 8, 8, 8, 8}

// Features are the features of one clause: for each family hashes, of which only low bits are used.
type Features [familyCount][]uint32

// An Extractor gives the features of one document's clauses. It belongs to one goroutine.
type Extractor struct {
	doc      *text.Document
	evidence Evidence
	hash     []uint32 // of each token's word; 0 for marks
	frame    []uint32 // of each token's word or part of speech
	negation []bool
	features Features

	run       []uint32
	chars     []byte
	sentences int // the sentence whose words are in features
}

var extractors = sync.Pool{New: func() any { return new(Extractor) }}

// Load makes the extractor ready for a document.
func (x *Extractor) Load(doc *text.Document, e Evidence) {
	x.doc, x.evidence, x.sentences = doc, e, -1
	x.hash, x.frame, x.negation = x.hash[:0], x.frame[:0], x.negation[:0]
	for i := range doc.Sentences {
		doc.Tags(i)
	}
	x.features[draftWords] = x.features[draftWords][:0]
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		if t.Mark != text.Word {
			x.hash, x.frame, x.negation = append(x.hash, 0), append(x.frame, 0), append(x.negation, false)
			continue
		}
		h := hashWord(t.Norm)
		x.hash = append(x.hash, h)
		x.frame = append(x.frame, frameOf(t, h))
		x.negation = append(x.negation, isNegation(t.Norm))
		x.features[draftWords] = append(x.features[draftWords], mix(h, draftWords))
	}
}

// frameOf keeps a function word and gives any other word's part of speech.
func frameOf(t *text.Token, hash uint32) uint32 {
	if closed[t.Tag] || auxiliary(t.Norm) {
		return hash
	}
	tag := t.Tag
	if tag == tagger.NNP || tag == tagger.NNPS {
		tag = tagger.NN // drafts are written in lower case
	}
	return 0x9e3779b9 * (uint32(tag) + 1)
}

var closed = [...]bool{
	tagger.CC: true, tagger.DT: true, tagger.EX: true, tagger.IN: true, tagger.MD: true, tagger.PDT: true,
	tagger.PRP: true, tagger.PRPS: true, tagger.RB: true, tagger.RP: true, tagger.TO: true, tagger.WDT: true, tagger.WP: true,
	tagger.WPS: true, tagger.WRB: true, tagger.OpenQuote: false, // as long as the tags are many
}

func auxiliary(w string) bool {
	switch w {
	case "be", "is", "am", "are", "was", "were", "been", "being", "have", "has", "had", "having", "do", "does", "did",
		"doing", "done", "get", "got", "gotten", "go", "going", "gone", "went", "can", "could", "will", "would":
		return true
	}
	return false
}

func isNegation(w string) bool {
	switch w {
	case "not", "never", "no", "nobody", "nothing", "none", "without", "hardly", "neither", "nor":
		return true
	}
	return false
}

// Clause gives the features of clause i. They are good until the next call.
func (x *Extractor) Clause(i int) *Features {
	c := &x.doc.Clauses[i]
	f := &x.features
	x.words(c)
	x.characters(c)
	f[nearWords] = f[nearWords][:0]
	if i > 0 {
		x.near(&x.doc.Clauses[i-1], 1)
	}
	if i+1 < len(x.doc.Clauses) {
		x.near(&x.doc.Clauses[i+1], 2)
	}
	x.sentence(c.Sentence)
	x.shape(i)
	return f
}

// The borders of a clause are part of its word runs.
const (
	opening = 0x51ed270b
	closing = 0x2545f491
)

func (x *Extractor) words(c *text.Clause) {
	f := &x.features
	x.run = append(x.run[:0], opening)
	for t := c.First; t < c.Last; t++ {
		if x.hash[t] != 0 {
			x.run = append(x.run, x.hash[t])
		}
	}
	x.run = append(x.run, closing)
	f[wordRuns] = runs(f[wordRuns][:0], x.run, 3, wordRuns)
	f[skipPairs] = f[skipPairs][:0]
	for i, w := range x.run {
		for k := 2; k <= 3 && i+k < len(x.run); k++ {
			f[skipPairs] = append(f[skipPairs], mix(mix(w, uint32(k))^x.run[i+k], skipPairs))
		}
	}
	x.run = append(x.run[:0], opening)
	for t := c.First; t < c.Last; t++ {
		if x.hash[t] != 0 {
			x.run = append(x.run, x.frame[t])
		}
	}
	x.run = append(x.run, closing)
	f[frames] = runs(f[frames][:0], x.run, 5, frames)
}

// runs appends the hashes of all runs of one to longest items.
func runs(to, items []uint32, longest int, family uint32) []uint32 {
	for i := range items {
		h := family
		for _, w := range items[i:min(i+longest, len(items))] {
			h = mix(h, w)
			to = append(to, h)
		}
	}
	return to
}

// characters appends the runs of two to five bytes of the clause's words with single blanks between and around.
func (x *Extractor) characters(c *text.Clause) {
	x.chars = append(x.chars[:0], ' ')
	for t := c.First; t < c.Last; t++ {
		if x.hash[t] != 0 {
			x.chars = append(append(x.chars, x.doc.Tokens[t].Norm...), ' ')
		}
	}
	f := x.features[charRuns][:0]
	for i := range x.chars {
		h := uint32(2166136261)
		for k, b := range x.chars[i:min(i+5, len(x.chars))] {
			h = (h ^ uint32(b)) * 16777619
			if k > 0 {
				f = append(f, mix(h, charRuns))
			}
		}
	}
	x.features[charRuns] = f
}

// near appends the words and word pairs of a neighbouring clause.
func (x *Extractor) near(c *text.Clause, side uint32) {
	f, last := x.features[nearWords], uint32(0)
	for t := c.First; t < c.Last; t++ {
		h := x.hash[t]
		if h == 0 {
			continue
		}
		f = append(f, mix(h, nearWords+side<<8))
		if last != 0 {
			f = append(f, mix(mix(last, h), nearWords+side<<8))
		}
		last = h
	}
	x.features[nearWords] = f
}

func (x *Extractor) sentence(i int) {
	if x.sentences == i {
		return
	}
	x.sentences = i
	f := x.features[sentenceWords][:0]
	s := &x.doc.Sentences[i]
	for _, h := range x.hash[s.First:s.Last] {
		if h != 0 {
			f = append(f, mix(h, sentenceWords))
		}
	}
	x.features[sentenceWords] = f
}

// shape appends what a clause is besides its words. Each property is a number below 256 with a kind of its own.
func (x *Extractor) shape(i int) {
	d := x.doc
	c := &d.Clauses[i]
	n := len(d.Clauses)
	words, negated := 0, uint32(0)
	var me, you uint32
	for t := c.First; t < c.Last; t++ {
		if x.hash[t] == 0 {
			continue
		}
		words++
		if x.negation[t] {
			negated = 1
		}
		switch d.Tokens[t].Norm {
		case "i":
			me |= 1
		case "me", "my":
			me |= 2
		case "you", "your":
			you = 1
		}
	}
	f := x.features[shape][:0]
	add := func(kind, value uint32) { f = append(f, mix(kind<<8|value, shape)) }
	add(0, 0) // the bias
	add(1, uint32(c.Subject))
	add(2, bit(c.Question)|bit(c.Imperative)<<1|bit(d.Sentences[c.Sentence].Question)<<2)
	add(3, uint32(min(words, 15)))
	add(4, uint32(5*i/n))
	add(5, uint32(min(n, 20)))
	add(6, bit(i == 0)|bit(i == n-1)<<1)
	add(7, negated)
	add(8, bit(x.evidence.Betrayed))
	add(9, uint32(x.evidence.Deed))
	add(10, bit(c.Lead != c.Start))
	add(11, me|you<<2)
	add(12, uint32(c.Subject)<<1|negated)
	if i > 0 {
		add(13, uint32(d.Clauses[i-1].Subject))
	}
	if i+1 < n {
		add(14, uint32(d.Clauses[i+1].Subject))
	}
	x.features[shape] = f
}

func bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// hashWord is 32-bit FNV-1a (Fowler, Noll, Vo), never 0.
func hashWord(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h | 1<<31
}

// mix puts two hashes together and spreads the result over all bits (the finaliser of MurmurHash3, A. Appleby).
func mix(a, b uint32) uint32 {
	h := a*0x85ebca6b ^ (b + 0x165667b1)
	h = (h ^ h>>16) * 0x85ebca6b
	h = (h ^ h>>13) * 0xc2b2ae35
	return h ^ h>>16
}
