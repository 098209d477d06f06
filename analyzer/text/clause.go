package text

// clauses cuts every sentence into clauses.
func (b *builder) clauses() {
	d := b.doc
	d.Clauses = make([]Clause, 0, 2*len(d.Sentences))
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

// head is the unit after conjunction, fillers and a called name.
func (c *cutter) head(k, end int) int {
	for n := 0; n < 5 && k+1 < end; n++ {
		next := c.fillerEnd(k, end)
		if next == k || next >= end {
			break
		}
		k = next
	}
	return k
}

// fillerEnd is the unit after a filler at k, or k.
func (c *cutter) fillerEnd(k, end int) int {
	u := c.at(k)
	if n := c.fillerPhrase(k); n > 0 && k+n < end && (c.at(k+n).gap != noGap || c.opens(k+n)) {
		return k + n
	}
	marked := c.at(k+1).gap != noGap
	switch {
	case u.class.is(filler) && u.norm != "please":
		if marked || u.norm == "so" || c.is(k+1, filler|address) && !c.clauseAt(k) || c.opens(k+1) && !c.clauseAt(k) || c.isName(k+1) && k+2 < end && c.at(k+2).gap != noGap {
			return k + 1
		}
	case u.class.is(address) && (marked || c.opens(k+1) && !c.clauseAt(k)):
		return k + 1
	case marked && c.opens(k+1) && !c.opens(k) && k+1 < end:
		return k + 1
	case c.isName(k) && !marked && c.opens(k+1) && !c.clauseAt(k):
		return k + 1
	case c.isName(k) && c.isName(k+1) && c.at(k+2).gap != noGap:
		return k + 2
	}
	return k
}

// fillerPhrase is the number of words of a filler of several words at k, or 0.
func (c *cutter) fillerPhrase(k int) int {
	a, b, d := c.at(k).norm, c.at(k+1).norm, c.at(k+2).norm
	switch {
	case a == "to" && b == "be" && (d == "honest" || d == "fair" || d == "clear"):
		return 3
	case a == "i" && b == "mean", a == "you" && b == "know", a == "in" && (b == "fairness" || b == "short"), a == "mind" && b == "you", a == "of" && b == "course":
		return 2
	case a == "by" && b == "the" && d == "way", a == "in" && b == "all" && (d == "honesty" || d == "fairness"), a == "the" && b == "thing" && d == "is", a == "the" && b == "truth" && d == "is":
		return 3
	case (a == "thing" || a == "truth" || a == "fact") && b == "is":
		return 2
	}
	return 0
}

// person is the person of the subject of the clause whose head is unit k.
func (c *cutter) person(k int) Person {
	for c.is(k, subordinator) || c.at(k).norm == "even" || c.is(k, question) && !c.questionAt(k) && c.clauseAt(k+1) {
		k++
	}
	if c.questionAt(k) {
		for c.is(k, question|auxiliary|negation|adverb|adjective) && !c.is(k, pronoun|nominative) {
			k++
		}
	}
	u := c.at(k)
	switch {
	case (u.class.is(objective) || u.norm == "you") && c.at(k+1).norm == "and" && c.clauseAt(k):
		if u.norm == "me" || u.norm == "us" || c.at(k+2).norm == "me" || c.at(k+2).norm == "i" {
			return FirstPlural
		}
		return ThirdPerson
	case u.norm == "i":
		return FirstSingular
	case u.norm == "we":
		return FirstPlural
	case u.norm == "you":
		return SecondPerson
	case u.class.is(nominative) || u.norm == "it" || u.norm == "that" || u.norm == "this" || u.norm == "there":
		return ThirdPerson
	case c.clauseAt(k):
		return ThirdPerson
	}
	return NoPerson
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
