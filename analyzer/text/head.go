package text

// head is the unit after conjunction, fillers, a called name, "I think" and an adverbial phrase in front: where the
// clause says what it has to say.
func (c *cutter) head(k, end int) int {
	from := k
	for n := 0; n < 6 && k+1 < end; n++ {
		next := c.fillerEnd(k, end)
		if next == k && k > from && c.is(k, coordinator) {
			next = k + 1
		}
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
		return c.pastFiller(k, end, marked)
	case u.class.is(address) && (marked || c.opens(k+1) && !c.clauseAt(k)):
		return k + 1
	case marked && c.opens(k+1) && !c.opens(k):
		return k + 1
	case c.isCalled(k) && !marked && c.opens(k+1) && !c.clauseAt(k):
		return k + 1
	case c.isName(k) && c.isName(k+1) && c.at(k+2).gap != noGap:
		return k + 2
	}
	if n := c.hedge(k); n > k {
		return n
	}
	return c.pastFronted(k)
}

// pastFiller is the unit after a filler of one word at k, or k where the word is none: "look at me", "see you".
func (c *cutter) pastFiller(k, end int, marked bool) int {
	switch {
	case marked, c.at(k).norm == "so", c.is(k+1, filler|address) && !c.clauseAt(k), c.opens(k+1) && !c.clauseAt(k):
		return k + 1
	case c.isCalled(k+1) && k+2 < end && c.at(k+2).gap != noGap:
		return k + 1
	case (c.at(k).norm == "ngl" || c.at(k).norm == "tbh" || c.at(k).norm == "lol" || c.at(k).norm == "ok") && c.is(k+1, past|negation|ing|coordinator|adjective):
		return k + 1
	}
	return k
}

// isCalled reports whether unit k may be the name of the reader: a name, or at the start any capitalised noun.
func (c *cutter) isCalled(k int) bool {
	u := c.at(k)
	return c.isName(k) || k == 0 && u.upper && u.norm != "i" && !u.class.is(listed)
}

// hedge is the unit after "I think", "I just feel like", "I guess that" at k if a clause follows, or k.
func (c *cutter) hedge(k int) int {
	if c.at(k).norm != "i" {
		return k
	}
	i := c.skipAdverbs(k + 1)
	if n := c.at(i).norm; n == "do" || n == "would" {
		i = c.skipAdverbs(i + 1)
	}
	switch c.at(i).norm {
	case "think", "thought", "guess", "reckon", "suppose", "figure", "swear", "mean", "bet", "feel", "felt", "say":
	default:
		return k
	}
	i++
	if n := c.at(i).norm; n == "that" && !c.clauseAt(i) || n == "like" {
		i++
	}
	if c.marked(i) || !c.clauseAt(i) && !c.subordinate(i) && !c.fronted(i) {
		return k
	}
	return i
}

// pastFronted is the pronoun after an adverbial phrase in front, "for six months I told you", or k.
func (c *cutter) pastFronted(k int) int {
	if c.at(k).norm == "not" || !c.fronted(k) || c.clauseAt(k) {
		return k
	}
	for i := k + 1; i < k+7; i++ {
		if (c.is(i, nominative) || c.at(i).norm == "you" || c.at(i).norm == "there") && c.clauseAt(i) {
			return i
		}
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
	case c.clauseAt(k), u.norm == "which" || u.norm == "who", u.class.is(determiner|agent) && c.described(k):
		return ThirdPerson
	}
	return NoPerson
}

// described reports whether a noun phrase at k goes on with a clause that describes it: "everything i said".
func (c *cutter) described(k int) bool {
	for i := k + 1; i < k+4 && !c.marked(i); i++ {
		if (c.is(i, nominative) || c.at(i).norm == "you") && c.clauseAt(i) {
			return true
		}
	}
	return false
}
