package text

import (
	"slices"
	"sync"
)

// builders lend Parse its working memory: it is as large as the document and not needed afterwards.
var builders = sync.Pool{New: func() any { return new(builder) }}

// Parse splits a draft into tokens, sentences and clauses. It takes any string, also one that is no valid UTF-8, and
// time in proportion to its length: some 50 ns a byte.
func Parse(s string) *Document {
	b := builders.Get().(*builder)
	defer builders.Put(b)
	sc := scan(s, b.raws[:0])
	d := &Document{Text: s, Quotes: sc.quotes, lines: sc.lines}
	b.start(d, sc.raws)
	b.lookUp()
	d.Tokens = make([]Token, 0, len(b.raws)+len(b.raws)/8+8)
	b.classes = slices.Grow(b.classes[:0], cap(d.Tokens))
	b.emit()
	d.Sentences = make([]Sentence, 0, b.ends+1)
	b.sentences()
	d.Clauses = make([]Clause, 0, 2*len(d.Sentences))
	b.clauses()
	d.tagged = make([]bool, len(d.Sentences))
	b.doc, b.low = nil, ""
	return d
}

func (b *builder) start(d *Document, raws []raw) {
	b.doc, b.raws, b.low, b.lexicon = d, raws, lower(d.Text), english()
	b.speech, b.ends = 0, 0
}
