package text

// clauses cuts every sentence into clauses.
func (b *builder) clauses() {
	d := b.doc
	for i := range d.Sentences {
		s := &d.Sentences[i]
		s.FirstClause = len(d.Clauses)
		first := s.First
		for j := s.First; j <= s.Last; j++ {
			if j == s.Last || d.Tokens[j].Mark == Wall {
				b.cut(i, first, min(j+1, s.Last))
				first = j + 1
			}
		}
		s.LastClause = len(d.Clauses)
		b.questions(s)
	}
}

// cut cuts tokens [first, last) of a sentence, between two walls, into clauses.
func (b *builder) cut(sentence, first, last int) {
	c := &b.cutter
	c.load(b.doc, b.classes, first, last)
	if len(c.units) == 0 {
		return
	}
	c.start, c.verb, c.ended = 0, false, false
	for k := range c.units {
		if k > 0 && c.borderAt(k) {
			b.addClause(sentence, first, c.units[k].token, k)
			first = c.units[k].token
			c.start, c.verb = k, false
		}
		c.read(k)
	}
	b.addClause(sentence, first, last, len(c.units))
}

// read notes what unit k does for the clause it is in.
func (c *cutter) read(k int) {
	u := c.at(k)
	switch {
	case u.class.is(auxiliary) && u.norm != "be" && u.norm != "being", u.class.is(past) && !u.class.is(adjective|preposition), u.class.is(third) && !u.class.is(noun):
		c.verb = true
	case u.class.is(base) && (c.is(k-1, nominative|modal|negation) || c.at(k-1).norm == "you" || c.at(k-1).norm == "to" || !u.class.is(noun|adjective|preposition|adverb|filler)):
		c.verb = true
	case u.class.is(third) && c.is(k-1, nominative|pronoun|agent), u.class.is(past) && c.is(k-1, nominative|pronoun|agent):
		c.verb = true
	case u.class.is(participle|ing) && c.is(k-1, nominative):
		c.verb = true
	}
	switch u.norm {
	case "though":
		c.ended = u.short
	case "lol", "lmao", "haha", "ngl", "tbh", "smh", "innit", "xx", "anymore":
		c.ended = k > c.start
	case "way", "now", "real":
		c.ended = u.joined
	case "not":
		c.ended = c.at(k-1).norm == "or"
	default:
		c.ended = false
	}
}

// addClause adds tokens [first, last) as a clause; its words are the units from the clause's start up to unit end.
func (b *builder) addClause(sentence, first, last, end int) {
	c, d := &b.cutter, b.doc
	from := c.start
	for from+1 < end && c.conjunction(from) {
		from++
	}
	head := c.head(from, end)
	cl := Clause{
		Start: d.Tokens[c.units[from].token].Start, End: d.Tokens[c.units[end-1].token].End,
		First: first, Last: last, Head: c.units[head].token, Sentence: sentence,
		Question: c.questionAt(head), Imperative: c.imperativeAt(head), Subject: c.person(head),
	}
	cl.Lead = d.Tokens[c.units[c.start].token].Start
	if n := len(d.Clauses); n > d.Sentences[sentence].FirstClause && d.Clauses[n-1].Last == first && !b.wallAt(first-1) {
		cl.Lead = d.Clauses[n-1].End
	}
	d.Clauses = append(d.Clauses, cl)
}

func (b *builder) wallAt(token int) bool { return b.doc.Tokens[token].Mark == Wall }

// conjunction reports whether unit k joins its clause to the one before and is no word of it.
func (c *cutter) conjunction(k int) bool {
	u := c.at(k)
	switch u.norm {
	case "and", "but", "or", "nor", "plus", "yet":
		return true
	case "so":
		return c.clauseAt(c.pastLead(k+1)) || c.opens(k+1)
	case "then":
		return k > c.start && c.at(k-1).norm == "and"
	}
	return false
}

// questions carries the question mark of a sentence to its last clause, and from a clause that only says when or why to
// the one before it.
func (b *builder) questions(s *Sentence) {
	d := b.doc
	if s.FirstClause == s.LastClause {
		return
	}
	if s.Question {
		for i := s.LastClause - 1; i >= s.FirstClause; i-- {
			d.Clauses[i].Question = true
			if !b.classes[d.Clauses[i].Head].is(subordinator) {
				break
			}
		}
	}
	s.Question = s.Question || d.Clauses[s.LastClause-1].Question
}
