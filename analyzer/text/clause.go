package text

// clauses cuts every sentence into clauses.
func (b *builder) clauses() {
	d := b.doc
	for i := range d.Sentences {
		s := &d.Sentences[i]
		s.FirstClause = len(d.Clauses)
		b.cut(i)
		s.LastClause = len(d.Clauses)
	}
}

// cut cuts sentence i at its walls.
func (b *builder) cut(i int) {
	s := b.doc.Sentences[i]
	first := s.First
	for j := s.First; j <= s.Last; j++ {
		if j == s.Last || b.doc.Tokens[j].Mark == Wall {
			b.addClause(i, first, min(j+1, s.Last))
			first = j + 1
		}
	}
}

// addClause adds tokens [first, last) as a clause if there is a word among them.
func (b *builder) addClause(sentence, first, last int) {
	t := b.doc.Tokens
	from, to := first, last
	for from < to && t[from].Mark != Word {
		from++
	}
	for to > from && t[to-1].Mark != Word {
		to--
	}
	if from == to {
		return
	}
	b.doc.Clauses = append(b.doc.Clauses, Clause{
		Start: t[from].Start, End: t[to-1].End, Lead: t[from].Start, First: first, Last: last, Head: from, Sentence: sentence,
		Question: b.doc.Sentences[sentence].Question,
	})
}
