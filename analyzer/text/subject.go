package text

import "coach/analyzer/text/wordlist"

// clauseAt reports whether a subject with its finite verb stands at unit k: "you never", "my mum said", "there is".
func (c *cutter) clauseAt(k int) bool {
	u := c.at(k)
	if u.class.is(objective|pronoun|agent) && c.at(k+1).norm == "and" && c.verbAfter(k+3, agent) {
		return true // you and me were
	}
	switch {
	case u.norm == "there" || u.norm == "here":
		return c.is(c.skipAdverbs(k+1), auxiliary)
	case u.class.is(nominative) && u.norm != "thou":
		return c.verbAfter(c.group(k+1), nominative)
	case u.norm == "you" || u.norm == "it":
		return c.verbAfter(c.group(k+1), pronoun)
	case u.norm == "that" || u.norm == "this" || u.norm == "these" || u.norm == "those":
		if c.is(k+1, auxiliary|third) || c.is(k+1, adverb|negation) && c.is(k+2, auxiliary) || c.is(k+1, past) && !c.is(k+1, noun) {
			return true
		}
	case u.class.is(question) && !c.is(k+1, auxiliary) && u.norm != "how" && u.norm != "why":
		// "what we had was real", "whoever told you lied"
		return c.clauseAt(k+1) && c.laterVerb(k+2)
	}
	if u.class.is(agent) && (c.verbAfter(k+1, agent) || c.shortIs(k+1)) {
		return true
	}
	if u.norm == "not" && c.is(k+1, determiner|number) {
		return c.nounPhrase(k + 1)
	}
	if u.class.is(determiner | number) {
		return (u.norm != "that" || !c.isName(k+1)) && c.nounPhrase(k)
	}
	return c.nameAt(k) || c.bareNoun(k)
}

// group skips what follows a pronoun within the subject: you two, we both, you lot.
func (c *cutter) group(k int) int {
	switch c.at(k).norm {
	case "two", "both", "all", "lot", "guys", "three":
		if !c.marked(k) {
			return k + 1
		}
	}
	if c.is(k, number) && c.is(k+1, auxiliary) && !c.marked(k) {
		return k + 1
	}
	return k
}

// skipAdverbs skips up to three words that stand between subject and verb, over no mark.
func (c *cutter) skipAdverbs(k int) int {
	for n := 0; n < 3 && !c.marked(k); n++ {
		switch {
		case c.at(k+1).norm == "of" && c.at(k+1).joined:
			k += 2 // kinda, sorta
		case c.is(k, adverb|negation) && !c.is(k, finite&^noun):
			k++
		default:
			return k
		}
	}
	return k
}

// verbAfter reports whether a verb that agrees with a kind of subject stands at k, after adverbs.
func (c *cutter) verbAfter(k int, subject class) bool {
	if c.marked(k) && c.at(k).gap != lineWrap {
		return false
	}
	k = c.skipAdverbs(k)
	if c.marked(k) && c.at(k).gap != lineWrap {
		// "you never," has lost its verb to a texter's dots; "i still…"
		return false
	}
	u := c.at(k)
	switch subject {
	case nominative:
		// After I, he, we even a word that no list holds is a verb.
		return u.class.is(finite|participle|ing) || u.class == 0 && u.norm != "'s"
	case pronoun:
		return u.class.is(finite|participle) && !(u.class.is(noun) && !u.class.is(auxiliary|past|third) && c.marked(k+1) && u.class.is(adjective))
	}
	return u.class.is(auxiliary) || u.class.is(past|third) && !u.class.is(noun) || u.class.is(past|third) && c.is(k+1, objective|nominative|pronoun|determiner) ||
		u.class.is(base) && !u.class.is(noun|preposition|adjective) && u.class.is(listed)
}

// nounPhrase reports whether a determiner at k opens a subject with its verb: "the last few weeks have", "half of them had".
func (c *cutter) nounPhrase(k int) bool {
	for i := k + 1; i <= k+7; i++ {
		u := c.at(i)
		switch {
		case c.marked(i) && u.gap != lineWrap:
			return false
		case u.class.is(auxiliary) && u.norm != "be" && u.norm != "being" && u.norm != "been":
			return true
		case u.norm == "'s":
			// "your sister's at it", "my mum's phone is": the verb may be this one.
			if c.shortIs(i) && !c.is(i+1, noun) {
				return true
			}
			continue
		case i > k+1 && u.class.is(base) && !u.class.is(noun|adjective|preposition|adverb) && isPlural(c.at(i-1).norm):
			return true
		case u.class.is(objective) && c.at(i-1).norm != "of" && c.at(i-1).norm != "between" && !c.is(i-1, preposition):
			return false
		case u.class.is(nominative | coordinator&^adverb | subordinator | question):
			if u.norm == "and" && i == k+2 {
				continue
			}
			return false
		case i > k+1 && u.class.is(past|third) && !u.class.is(noun|adjective|preposition) && !c.is(i-1, adjective|determiner|preposition):
			return true
		case i > k+1 && u.class.is(third) && u.class.is(noun) && !c.is(i-1, determiner|adjective) && c.is(i+1, objective|determiner|pronoun):
			return true
		case u.norm == "to", u.norm == "so", u.class.is(pronoun) && u.norm != "that" && !c.is(i-1, preposition) && !u.class.is(determiner):
			return false
		}
	}
	return false
}

// shortIs reports whether unit k is an 's that reads as "is": what follows is no noun that could be owned.
func (c *cutter) shortIs(k int) bool {
	return c.at(k).norm == "'s" && c.is(k+1, adverb|determiner|preposition|ing|negation|participle)
}

func isPlural(w string) bool { return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' }

// nameAt reports whether a name or two, with "and" between them or not, and then a verb stand at k.
func (c *cutter) nameAt(k int) bool {
	i := k
	for i < k+4 && c.isName(i) {
		i++
		if c.at(i).norm == "and" && c.isName(i+1) {
			i++
		}
		if c.marked(i) {
			return false
		}
	}
	if i == k {
		return false
	}
	if c.at(i).norm == "'s" {
		return c.shortIs(i) || c.is(i+1, adjective) || c.nounPhrase(i)
	}
	return c.verbAfter(i, agent) && !c.is(i, base&^(past|third|auxiliary))
}

// isName reports whether unit k looks like a name: a capital on a word that is no ordinary one.
func (c *cutter) isName(k int) bool {
	u := c.at(k)
	if u.class.is(listed|number) || u.norm == "" || u.norm == "'s" || u.joined {
		return false
	}
	if u.name == unasked {
		u.name = isNoName
		if wordlist.HasName(u.norm) || u.upper && (k > 0 && !c.marked(k) || !wordlist.Has(u.norm)) {
			u.name = isName
		}
	}
	return u.name == isName
}

// bareNoun takes "kids are", "fault is": an unlisted word before an auxiliary.
func (c *cutter) bareNoun(k int) bool {
	i := k
	for i < k+3 && !c.marked(i+1) && (c.at(i).class == 0 || c.is(i, noun)) && !c.is(i, preposition|adverb|question|filler) && c.at(i).norm != "'s" {
		i++
	}
	if i == k || c.marked(i) {
		return false
	}
	next := c.at(i)
	if next.norm == "'s" {
		return c.shortIs(i)
	}
	return next.class.is(auxiliary) && !next.class.is(base)
}

// laterVerb reports whether a second verb follows the first within a few words: "what we had was real".
func (c *cutter) laterVerb(k int) bool {
	for i := k + 1; i < k+7 && !c.marked(i); i++ {
		if c.is(i, coordinator|subordinator|nominative) {
			return false
		}
		if c.is(i, auxiliary|past) && !c.is(i-1, auxiliary|negation|nominative|pronoun) && c.at(i).norm != "been" && c.at(i).norm != "being" && c.at(i).norm != "be" {
			return true
		}
	}
	return false
}

// questionAt reports whether a question opens at k by its words: "what did you", "are you", "how long are".
func (c *cutter) questionAt(k int) bool {
	u := c.at(k)
	if u.class.is(question) {
		for i := k + 1; i <= k+3 && !c.marked(i); i++ {
			if c.is(i, auxiliary) {
				if k > 0 && (u.norm == "which" || u.norm == "who") {
					return c.inverted(i)
				}
				return c.is(i+1, subjects|determiner|negation) && !c.marked(i+1) || i == k+1 && (u.norm == "who" || u.norm == "what") && !c.marked(i+1)
			}
			if c.is(i, subjects|preposition) {
				return false
			}
		}
		return false
	}
	return c.inverted(k)
}

// inverted reports whether an auxiliary at k stands before its subject.
func (c *cutter) inverted(k int) bool {
	u := c.at(k)
	if !u.class.is(auxiliary) || u.norm == "be" || u.norm == "been" || u.norm == "being" || u.norm == "need" || c.marked(k+1) {
		return false
	}
	i := k + 1
	if c.is(i, negation) && c.at(i).joined {
		i++
	}
	v := c.at(i)
	return !c.marked(i) && (v.class.is(nominative) || v.norm == "you" || v.norm == "it" || v.norm == "there" || v.norm == "that" || v.norm == "this")
}

// imperativeAt reports whether an order or a request opens at k: "please don't", "tell me", "let us".
func (c *cutter) imperativeAt(k int) bool {
	polite := false
	for n := 0; n < 3 && (c.at(k).norm == "please" || c.at(k).norm == "just" || c.at(k).norm == "kindly" || c.at(k).norm == "never" || c.at(k).norm == "at" && c.at(k+1).norm == "least"); n++ {
		polite = true
		k++
		if c.at(k).norm == "least" {
			k++
		}
	}
	u := c.at(k)
	switch {
	case u.norm == "thank" || u.norm == "swear" || u.norm == "bet" || u.norm == "guess" || u.norm == "hope" || c.inverted(k):
		return false
	case u.norm == "do" && c.at(k+1).norm == "not":
		return !c.marked(k+2) && !c.is(k+2, subjects)
	case u.norm == "let":
		return c.is(k+1, objective|determiner|pronoun) || c.isName(k+1)
	case !u.class.is(base) || u.class.is(auxiliary) && u.norm != "be" && u.norm != "have" && u.norm != "do" || u.class.is(past|adjective) && !polite && !c.is(k+1, objective|determiner):
		return false
	case u.class.is(preposition | coordinator | question):
		return false
	case polite:
		return true
	case u.class.is(noun):
		return c.is(k+1, objective|determiner) || c.at(k+1).norm == "it" || c.is(k+1, preposition) && c.is(k+2, objective)
	}
	return !c.is(k+1, nominative|auxiliary|third)
}
