package text

// borderAt reports whether a new clause begins at unit k.
func (c *cutter) borderAt(k int) bool {
	u := c.at(k)
	return !u.joined && c.divides(k) && !c.onlyLead(k)
}

// divides is borderAt but for the question whether what comes before is a clause at all.
func (c *cutter) divides(k int) bool {
	u := c.at(k)
	switch u.gap {
	case divider:
		return true
	case dash:
		return c.opens(k) || u.class.is(coordinator) || c.verb && c.rest(k) >= 4 && !c.marked(k+1)
	case comma:
		return c.afterComma(k)
	}
	return c.unmarked(k)
}

// longestLead is how many words may lead into a clause; it bounds the look back.
const longestLead = 8

// onlyLead reports whether nothing but conjunctions, fillers and called names stands between the clause's start and k.
func (c *cutter) onlyLead(k int) bool {
	if k-c.start > longestLead {
		return false
	}
	for i := c.start; i < k; i++ {
		u := c.at(i)
		if n := c.fillerPhrase(i); n > 0 && (i == c.start || n > 2) {
			i += n - 1
			continue
		}
		switch {
		case u.class.is(coordinator | filler | address), u.norm == "good" && c.is(i+1, filler), u.norm == "my" && i == c.start && i+2 == k && c.marked(k):
		case c.at(i-1).norm == "my" && i == c.start+1 && i+1 == k && c.marked(k):
		case u.class.is(subordinator) && u.gap == noGap:
		case u.norm == "even" || u.norm == "only" || u.norm == "not" || u.norm == "just" || u.norm == "then":
		case c.marked(i+1) && i+1 == k && (i == c.start || c.isName(i) || c.is(i-1, coordinator|filler)):
		case c.isName(i) && i < c.start+3:
		default:
			return false
		}
	}
	return true
}

// pastLead skips conjunctions and fillers from k on.
func (c *cutter) pastLead(k int) int {
	for n := 0; n < 4 && k+1 < len(c.units); n++ {
		u := c.at(k)
		if n := c.fillerPhrase(k); n > 0 {
			k += n
			continue
		}
		if !u.class.is(filler|address) && u.norm != "then" && u.norm != "even" && u.norm != "maybe" && u.norm != "only" {
			break
		}
		if c.clauseAt(k) || u.class.is(base) && c.imperativeAt(k) {
			break
		}
		k++
	}
	return k
}

// opens reports whether a clause opens at k, with or without a conjunction that subordinates it.
func (c *cutter) opens(k int) bool {
	if c.clauseAt(k) || c.questionAt(k) || c.imperativeAt(k) || c.subordinate(k) {
		return true
	}
	j := c.pastLead(k)
	return j > k && (c.clauseAt(j) || c.questionAt(j) || c.subordinate(j) || c.fronted(j))
}

// fronted reports whether an adverbial phrase of a few words and then a pronoun with its verb stand at k: "four months
// you were", "in my head we were".
func (c *cutter) fronted(k int) bool {
	if !(c.is(k, preposition|number|adverb) || c.is(k, determiner|adjective) && isTime(c.at(k+1).norm)) || c.is(k, negation) {
		return false
	}
	for i := k + 1; i < k+7 && !c.marked(i); i++ {
		if c.is(i, coordinator|subordinator|question) && !c.is(i-1, pronoun) {
			return false
		}
		if (c.is(i, nominative) || c.at(i).norm == "you" || c.at(i).norm == "there") && c.clauseAt(i) {
			return true
		}
		if c.is(i, finite&^(base|noun)) && !c.is(i, noun) {
			return false
		}
	}
	return false
}

// isTime reports whether w is a stretch or a point of time that is counted or pointed at: each time, the night.
func isTime(w string) bool {
	switch w {
	case "time", "times", "day", "days", "night", "nights", "week", "weeks", "weekend", "month", "months", "year", "years", "minute", "minutes",
		"hour", "hours", "morning", "evening", "summer", "winter", "second", "moment":
		return true
	}
	return false
}

// subordinate reports whether a subordinating conjunction with its clause stands at k: "because you", "even if", "as if".
func (c *cutter) subordinate(k int) bool {
	switch c.at(k).norm {
	case "even", "only", "just", "not", "especially", "except", "simply", "purely", "mainly", "partly":
		return !c.marked(k+1) && (c.is(k+1, subordinator) && c.subordinate(k+1) || c.at(k+1).norm == "so" && c.clauseAt(k+2))
	case "because":
		return c.at(k+1).norm != "of" && c.rest(k) >= 2
	case "as":
		n := c.at(k + 1).norm
		if n == "if" || n == "though" {
			return c.clauseAt(k + 2)
		}
		if n == "soon" || n == "long" || n == "far" || n == "much" {
			return c.at(k+2).norm == "as" && c.clauseAt(k+3)
		}
		return c.clauseAt(k+1) && !c.is(k-1, adjective|adverb|determiner) && c.at(k-1).norm != "same"
	case "so":
		return c.at(k+1).norm == "that" && c.clauseAt(k+2)
	case "until", "before", "after", "since", "once", "whatever", "wherever", "whoever", "however", "whichever":
		return c.clauseAt(k + 1)
	}
	u := c.at(k)
	if !u.class.is(subordinator) && u.norm != "where" && u.norm != "when" {
		return false
	}
	j := c.pastLead(k + 1)
	if c.at(k+1).norm == "need" && c.at(k+2).norm == "be" {
		return false
	}
	return !c.marked(j) && c.clauseAt(j) || (u.norm == "if" || u.norm == "when" || u.norm == "while") && c.is(k+1, ing|participle|adverb) && c.rest(k) >= 3
}

func (c *cutter) afterComma(k int) bool {
	u := c.at(k)
	switch {
	case u.class.is(coordinator) || u.norm == "so" || u.norm == "then":
		return c.coordinated(k, true)
	case c.tagQuestion(k):
		return false
	case c.opens(k), c.fronted(k):
		return true
	case u.norm == "which" || u.norm == "who":
		return c.is(k+1, finite|adverb)
	case !c.verb:
		return false
	}
	j := c.skipAdverbs(k)
	v := c.at(j)
	if v.class.is(past|auxiliary) && !v.class.is(adjective|noun) && v.norm != "been" && v.norm != "being" {
		return !c.marked(j + 1)
	}
	return v.class.is(ing) && !v.class.is(noun) && c.rest(j) >= 3 && !c.is(j+1, coordinator)
}

// tagQuestion reports whether "isn't it", "did you", "are we" with a mark behind stands at k.
func (c *cutter) tagQuestion(k int) bool {
	if !c.is(k, auxiliary) {
		return false
	}
	i := k + 1
	if c.is(i, negation) {
		i++
	}
	return c.is(i, nominative|pronoun) && c.marked(i+1)
}

// coordinated decides about and, but, or, so, then at k.
func (c *cutter) coordinated(k int, comma bool) bool {
	u, words := c.at(k), k-c.start
	j := c.pastLead(k + 1)
	if c.is(k+1, coordinator) && c.at(k+1).norm != "but" {
		j = c.pastLead(k + 2)
	}
	if u.norm == "so" {
		if c.at(k+1).norm == "that" && !c.clauseAt(k+1) {
			return c.clauseAt(k + 2)
		}
		return c.imperativeAt(j) && !c.is(j, noun|adjective) || c.clauseAt(j) || c.questionAt(j) || c.orderAt(j) || c.subordinate(j) || c.fronted(j) && c.verb
	}
	if c.clauseAt(j) || c.questionAt(j) || c.subordinate(j) || c.orderAt(j) || c.fronted(j) {
		return comma || c.verb || words >= 4 || u.norm == "but"
	}
	if u.norm != "but" && c.clauseRest(j) >= 3 && c.imperativeAt(j) && c.imperativeAt(c.pastLead(c.start)) {
		return true
	}
	if comma && c.is(j, ing) && c.laterVerb(j) {
		return true
	}
	switch u.norm {
	case "but":
		p := c.at(k - 1).norm
		return p != "nothing" && p != "anything" && p != "all" && p != "none" && p != "everything" && (comma || c.verb || words >= 2) && c.rest(k) >= 3
	case "then", "plus", "nor":
		return false
	}
	return c.verb && c.verbPhraseAt(c.skipAdverbs(j), words, comma)
}

// orderAt is imperativeAt without the bare verb, which after "and" is more often a second infinitive.
func (c *cutter) orderAt(k int) bool {
	u := c.at(k)
	return (u.norm == "please" || u.norm == "do" || u.norm == "just" || u.norm == "let" && c.at(k+1).norm == "us") && c.imperativeAt(k)
}

// longEnough is how many words a coordinated verb phrase and what is before it must have to be clauses of their own.
const longEnough = 4

// verbPhraseAt reports whether a finite verb without a subject opens at k and both halves are long.
func (c *cutter) verbPhraseAt(k, words int, comma bool) bool {
	v := c.at(k)
	if c.marked(k) || c.marked(k+1) {
		return false
	}
	if v.class.is(adjective|preposition|determiner) || v.norm == "been" || v.norm == "being" || v.norm == "be" {
		return false
	}
	if v.class.is(noun) && !v.class.is(past|auxiliary) && !c.is(k+1, objective|determiner|pronoun) {
		return false
	}
	if v.class.is(noun) && v.class.is(past) && !c.is(k+1, objective|determiner|pronoun|preposition|adverb) {
		return false
	}
	if comma {
		return v.class.is(finite) && c.clauseRest(k) >= 3
	}
	return v.class.is(auxiliary|past|third) && v.norm != "have" && v.norm != "do" && words >= longEnough && c.clauseRest(k) >= longEnough
}

// clauseRest is how many words, as written, there are from k to the next mark or conjunction, counted up to six.
func (c *cutter) clauseRest(k int) int {
	n := 1
	for i := k + 1; n < 6 && !c.marked(i) && !c.is(i, coordinator|subordinator); i++ {
		if !c.at(i).joined {
			n++
		}
	}
	return n
}

// openers are the classes of the words with which a clause can open where no mark says so.
const openers = coordinator | subordinator | question | subjects | auxiliary | filler | adverb | negation | determiner | base | third

// unmarked decides where people leave the marks out.
func (c *cutter) unmarked(k int) bool {
	u := c.at(k)
	switch {
	case !c.ended && !u.class.is(openers):
		return false
	case c.ended:
		return c.opens(k) || u.class.is(coordinator) && c.rest(k) >= 3
	case u.norm == "so" && u.class.is(filler):
		return c.verb && c.coordinated(k, false)
	case u.class.is(coordinator):
		return c.coordinated(k, false)
	case c.looseLead(k):
		return c.verb && c.clauseAt(c.pastLead(k+1)) && !c.is(k-1, coordinator|subordinator|question|preposition|auxiliary)
	case c.subordinate(k):
		return c.subordinateBorder(k)
	case u.norm == "which":
		return c.verb && c.is(k+1, finite) && !c.is(k-1, preposition|coordinator|believes|tells)
	}
	return c.verb && (c.runOn(k) || c.openQuestion(k) || c.openOrder(k))
}

// looseLead reports whether the word at k is one that leads into a clause without a mark: "anyway", "also".
func (c *cutter) looseLead(k int) bool {
	switch c.at(k).norm {
	case "then", "also", "anyway", "otherwise", "plus", "yet", "honestly", "yeah", "look":
		return true
	case "well":
		return !c.is(k-1, adverb|filler|base|past|ing|third)
	}
	return false
}

// subordinateBorder tells the clause that says when or why from the one that is asked about, known or told.
func (c *cutter) subordinateBorder(k int) bool {
	u, p := c.at(k), c.at(k-1)
	switch {
	case c.at(k).norm == "though" && u.short:
		return false
	case p.class.is(coordinator | subordinator | question):
		return false
	case u.norm == "because" || u.norm == "so" || u.norm == "although" || u.norm == "unless" || c.is(k, negation) || c.is(k+1, subordinator) && u.norm != "as":
		return p.norm != "just" && p.norm != "only"
	case u.norm == "as" && p.class.is(auxiliary|preposition), u.norm == "where":
		return false
	case (u.norm == "before" || u.norm == "after") && isTime(p.norm) && p.norm != "time":
		return false
	case p.class.is(auxiliary) && !c.verb, p.class.is(preposition) && !isEnding(p.norm) && (u.norm == "when" || u.norm == "where" || u.norm == "if"):
		return false
	case u.norm == "if" && (p.norm == "ok" || p.norm == "fine" || p.norm == "alright" || p.norm == "mind"):
		return false
	case u.norm == "if" || u.norm == "whether" || u.norm == "when" || u.norm == "where" || u.norm == "once" || u.norm == "like":
		return !c.complement(k)
	}
	return true
}

// openQuestion finds a question that begins without a mark: "i feel sick what am i supposed to do".
func (c *cutter) openQuestion(k int) bool {
	u, p := c.at(k), c.at(k-1)
	if u.class.is(question) {
		return c.questionAt(k) && (c.inverted(k+1) || c.inverted(k+2)) && !p.class.is(preposition|coordinator|auxiliary|question) && !c.complement(k)
	}
	if !c.inverted(k) || p.class.is(subjects|question|coordinator|subordinator|determiner|negation|modal|auxiliary) || p.norm == "to" || u.class.is(noun) || c.complement(k) {
		return false
	}
	if c.at(k+1).norm == "that" || c.at(k+1).norm == "this" || c.at(k+1).norm == "it" || c.is(k+1, negation) {
		return false
	}
	return c.is(k+2, finite|ing|adjective|adverb|participle) && (c.is(k, modal) || c.is(k+2, ing|adjective|adverb) && p.class.is(listed))
}

// openOrder finds a request that begins without a mark: "i miss you please call me".
func (c *cutter) openOrder(k int) bool {
	p := c.at(k - 1)
	if p.class.is(nominative|pronoun|agent|modal|coordinator|auxiliary|negation|subordinator|determiner) && p.norm != "you" && p.norm != "it" && p.norm != "that" || p.norm == "to" || p.norm == "please" {
		return false
	}
	u := c.at(k)
	switch {
	case u.norm == "please" && !c.inverted(k-2):
		return c.imperativeAt(k) || c.questionAt(k+1)
	case u.norm == "do":
		return c.at(k+1).norm == "not" && p.norm != "you" && c.imperativeAt(k) && !c.complement(k)
	}
	return u.norm == "let" && c.is(k+1, objective) && !c.complement(k) && p.norm != "you"
}
