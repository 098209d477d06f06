package text

import "sort"

// TokenAt gives the index of the first token that ends after a byte offset, len(Tokens) beyond the last.
func (d *Document) TokenAt(offset int) int {
	return sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].End > offset })
}

// SentenceOf gives the index of the sentence that holds a token, or the last one before it.
func (d *Document) SentenceOf(token int) int {
	return max(0, sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].First > token })-1)
}

// ClauseOf gives the index of the clause that holds a token, or the last one before it.
func (d *Document) ClauseOf(token int) int {
	return max(0, sort.Search(len(d.Clauses), func(i int) bool { return d.Clauses[i].First > token })-1)
}
