package text

// runOn finds a pronoun that begins a new clause though no mark and no conjunction says so. The clause before has its
// verb; what is to be ruled out is that the pronoun's clause belongs to a word of it.
func (c *cutter) runOn(k int) bool {
	u, p := c.at(k), c.at(k-1)
	if c.conditional() && u.class.is(agent|determiner) && !u.class.is(pronoun) && c.clauseAt(k) {
		return !p.class.is(determiner|preposition|coordinator|auxiliary|believes|tells|finite) || p.class.is(noun)
	}
	if u.class.is(determiner) && !u.class.is(pronoun) {
		return p.class.is(objective|pronoun) && !p.class.is(determiner) && !c.complement(k) && c.nounPhrase(k)
	}
	if !u.class.is(nominative|pronoun) || !c.clauseAt(k) || c.complement(k) || c.heads(k) {
		return false
	}
	if p.class.is(question|subordinator|coordinator|determiner|negation) && !p.class.is(pronoun|objective|number) && !(p.joined && c.is(k-3, subjects)) && !(isLastWord(p.norm) && c.at(k-2).norm != "as" && c.at(k-2).norm != "even") {
		return false
	}
	if p.class.is(auxiliary) && !p.joined && !p.class.is(past&^noun) {
		return false
	}
	if p.class.is(auxiliary|negation) && c.is(k-2, auxiliary) && !(p.joined && c.is(k-3, subjects)) {
		return false
	}
	if p.class.is(preposition) && !p.class.is(adverb) && !isParticle(p.norm) {
		return false
	}
	if u.class.is(nominative) {
		return true
	}
	return c.pronounRunOn(k)
}

// conditional reports whether the clause opens with if or when, so that the main clause is still to come.
func (c *cutter) conditional() bool {
	for i := c.start; i < c.start+3; i++ {
		if n := c.at(i).norm; n == "if" || n == "when" || n == "once" || n == "until" {
			return true
		}
	}
	return false
}

// isLastWord reports whether a word that is also a determiner or a conjunction often ends a clause.
func isLastWord(w string) bool {
	switch w {
	case "either", "though", "before", "since", "once", "that", "this", "all", "both", "one", "two", "three":
		return true
	}
	return false
}

// pronounRunOn decides about you, it, that, there, which may as well be objects of the word before.
func (c *cutter) pronounRunOn(k int) bool {
	u, p, next := c.at(k), c.at(k-1), c.at(k+1)
	verbBefore := p.class.is(base|past|ing|participle|preposition) && !p.class.is(adverb) && !(p.class.is(noun) && c.is(k-2, determiner|adjective|preposition))
	switch u.norm {
	case "that":
		return next.joined && !verbBefore
	case "this", "these", "those":
		return !verbBefore && next.class.is(auxiliary) && !p.class.is(adverb)
	case "there":
		return next.class.is(auxiliary) && next.joined
	case "you", "it":
		if next.joined {
			return true
		}
		if verbBefore || p.class.is(adjective) {
			return next.class.is(auxiliary) && !c.inverted(k+1) && !next.class.is(base) && (!p.class.is(preposition) || isEnding(p.norm))
		}
		return next.class.is(auxiliary|past|third|adverb|negation) || next.class.is(base) && (!next.class.is(noun) || !c.marked(k+2))
	}
	return false
}

func isParticle(w string) bool {
	switch w {
	case "up", "off", "out", "in", "on", "over", "down", "around", "round", "through", "about", "with":
		return true
	}
	return false
}

// isEnding reports whether w, of all particles, ends a verb more often than it takes an object.
func isEnding(w string) bool {
	return w == "up" || w == "off" || w == "out" || w == "down" || w == "over"
}

// complement reports whether a word before k takes the clause at k as what is known, said, felt: "i know you", "told
// her i", "sorry i".
func (c *cutter) complement(k int) bool {
	p := c.at(k - 1)
	if p.class.is(believes) {
		return true
	}
	if b := c.at(k - 2).norm; (b == "so" || b == "that" || b == "how") && p.class.is(adjective|participle) || b == "how" {
		return true
	}
	if p.class.is(adverb) && c.is(k-2, believes) && !c.is(k-2, noun) && !p.class.is(preposition) {
		return true
	}
	if p.class.is(objective|pronoun|agent|address) || c.isName(k-1) {
		return c.is(k-2, tells) || c.at(k-2).norm == "to" && c.is(k-3, believes)
	}
	return false
}

// heads reports whether the clause at k describes the noun before it: "the way you", "all i did", "the night we met".
func (c *cutter) heads(k int) bool {
	p := c.at(k - 1)
	switch p.norm {
	case "all", "everything", "anything", "nothing", "something", "everyone", "someone", "anyone", "everybody", "somebody", "anybody",
		"way", "time", "times", "day", "night", "moment", "minute", "second", "reason", "thing", "things", "much", "many", "place",
		"person", "one", "stuff", "what", "that", "than", "as", "like", "only", "every", "how", "where", "ones", "people", "part", "else":
		if p.norm == "time" || p.norm == "day" || p.norm == "night" || p.norm == "minute" || p.norm == "second" || p.norm == "one" {
			return !c.is(k-2, preposition|past|ing) && (c.definite(k-2) || c.at(k-2).norm == "high" || c.at(k-2).norm == "about")
		}
		return true
	}
	if p.class.is(listed&^noun) && !p.class.is(noun) {
		return false
	}
	if c.is(k-2, finite&^noun) && !c.is(k-2, determiner|adjective) {
		return false
	}
	if (c.is(k-2, determiner) || c.is(k-3, determiner)) && c.lacksObject(k) {
		return true
	}
	if !c.definite(k-2) && !c.definite(k-3) {
		return false
	}
	// In "the car i cant go" the verb has what it needs: it is no description of the car.
	v := c.skipAdverbs(k + 1)
	if c.is(v, negation) || c.is(v+1, negation) || c.is(k+1, negation) {
		return false
	}
	return !(c.is(v, auxiliary) && c.is(v+1, adjective|adverb|determiner|ing|preposition))
}

// definite reports whether unit k points at one thing: the, that, every, only, last.
func (c *cutter) definite(k int) bool {
	switch c.at(k).norm {
	case "the", "that", "those", "every", "any", "all", "only", "last", "first", "one", "each", "same", "which", "what", "whatever":
		return true
	}
	return false
}

// lacksObject reports whether the clause at k stops with its verb: "a bit we were doing".
func (c *cutter) lacksObject(k int) bool {
	for v := k + 1; v <= k+4; v++ {
		if !c.is(v, auxiliary|negation|adverb|base|past|ing|participle) {
			return false
		}
		if c.marked(v + 1) {
			return c.is(v, base|past|ing|participle) && !c.is(v, believes|auxiliary|adverb)
		}
	}
	return false
}
