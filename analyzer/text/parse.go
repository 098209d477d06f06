package text

// Parse splits a draft into tokens, sentences and clauses. It takes any string, also one that is no valid UTF-8, and
// time in proportion to its length.
func Parse(s string) *Document {
	sc := scan(s)
	d := &Document{Text: s, Quotes: sc.quotes, lines: sc.lines}
	b := &builder{doc: d, raws: sc.raws, low: lower(s), words: lexicon()}
	b.lookUp()
	size := len(b.raws) + len(b.raws)/4
	d.Tokens = make([]Token, 0, size)
	b.classes = make([]class, 0, size)
	b.emit()
	b.sentences()
	b.clauses()
	d.tagged = make([]bool, len(d.Sentences))
	return d
}
