package pattern

import (
	"math"
	"slices"
)

// A requirement is a set of words of which one has to stand low to high words after the start of a pattern.
type requirement struct {
	words     []uint32
	low, high int
}

// reach bounds the words before an anchor. Nothing in the language is longer: four gaps of 20 and some words.
const reach = 160

// requirements lists what must be there for n to match. It follows semgrep's rule for prefilters: of what must all be
// there drop what cannot be decided, of alternatives give up entirely if one cannot be decided.
func (c *Compiler) requirements(n *Node) ([]requirement, error) {
	if err := c.compileKindsOf(n); err != nil {
		return nil, err
	}
	needs, _, _ := c.require(n, 0, 0)
	return needs, nil
}

// require gives the requirements of n when it starts low to high words after the start of the pattern, and where it ends.
func (c *Compiler) require(n *Node, low, high int) (needs []requirement, endLow, endHigh int) {
	switch n.op {
	case opWord, opInflect:
		return []requirement{{c.wordsOf(n), low, high}}, low + 1, high + 1
	case opKind:
		return c.requireKind(n, low, high)
	case opGap:
		return nil, low, high + n.max
	case opOpt:
		_, _, endHigh = c.require(n.kids[0], low, high)
		return nil, low, endHigh
	case opAlt:
		return c.requireAlt(n, low, high)
	}
	for _, k := range n.kids {
		var more []requirement
		more, low, high = c.require(k, low, high)
		needs = append(needs, more...)
	}
	return needs, low, high
}

// requireKind needs a first word of the kind's entries where they stand, and the rarest word of each entry near it: of
// "kept on at me" and "would not stop" that is "stop", "kept".
func (c *Compiler) requireKind(n *Node, low, high int) ([]requirement, int, int) {
	if isBuiltinKind(n.text) { // a shape or a part of speech
		return nil, low + 1, high + 1
	}
	var needs []requirement
	if words, open := c.firstWords(n); !open {
		needs = append(needs, requirement{words, low, high})
	}
	if rarest, ok := c.rarestOf(kindKey{n.text, n.form}); ok && (len(needs) == 0 || !slices.Equal(rarest.words, needs[0].words)) {
		needs = append(needs, requirement{rarest.words, low + rarest.low, high + rarest.high})
	}
	return needs, low + 1, high + c.kindLength(n.text)
}

// rarestOf gives the requirement that holds for every entry of a kind and has the rarest words, seen from the kind's
// first word.
func (c *Compiler) rarestOf(key kindKey) (requirement, bool) {
	if r, ok := c.rarest[key]; ok {
		return r, len(r.words) > 0
	}
	alternatives := &Node{op: opAlt}
	for _, entry := range c.kindDefs[key.name] {
		if restricted, ok := restrict(entry, key.form); ok {
			alternatives.kids = append(alternatives.kids, restricted)
		}
	}
	var r requirement
	if needs, _, _ := c.requireAlt(alternatives, 0, 0); len(needs) == 1 {
		r = needs[0]
	}
	c.rarest[key] = r
	return r, len(r.words) > 0
}

// kindLength is the number of words of a kind's longest entry.
func (c *Compiler) kindLength(name string) int {
	if n, ok := c.lengths[name]; ok {
		return n
	}
	longest := 1
	for _, entry := range c.kindDefs[name] {
		longest = max(longest, c.length(entry))
	}
	c.lengths[name] = longest
	return longest
}

// length is the largest number of words an entry of a kind takes.
func (c *Compiler) length(n *Node) int {
	switch {
	case n.op == opWord, n.op == opInflect, n.op == opKind && isBuiltinKind(n.text):
		return 1
	case n.op == opKind:
		return c.kindLength(n.text)
	}
	sum, longest := 0, 0
	for _, k := range n.kids {
		l := c.length(k)
		sum, longest = sum+l, max(longest, l)
	}
	if n.op == opAlt {
		return longest
	}
	return sum
}

// requireAlt needs one of the best requirements of all alternatives.
func (c *Compiler) requireAlt(n *Node, low, high int) (needs []requirement, endLow, endHigh int) {
	union := requirement{low: math.MaxInt}
	decided := true
	endLow = math.MaxInt
	for _, k := range n.kids {
		more, l, h := c.require(k, low, high)
		endLow, endHigh = min(endLow, l), max(endHigh, h)
		if len(more) == 0 {
			decided = false
			continue
		}
		best := slices.MinFunc(more, func(a, b requirement) int { return c.frequency(a.words) - c.frequency(b.words) })
		union.words = append(union.words, best.words...)
		union.low, union.high = min(union.low, best.low), max(union.high, best.high)
	}
	if !decided {
		return nil, endLow, endHigh
	}
	union.words = sortedUnique(union.words)
	return []requirement{union}, endLow, endHigh
}

// frequency is how often the words stand in a million words of the open rooms, at least one each.
func (c *Compiler) frequency(ids []uint32) int {
	sum := 0
	for _, id := range ids {
		sum += 1 + wordFrequency(c.words[id-1])
	}
	return sum
}

// commonWords is the frequency in a million from which words are no reason to look for them: they are nearly everywhere.
const commonWords = 60_000

// chooseAnchors hooks every indexed pattern to the requirement with the least frequency × (1 + patterns hooked there
// already). Choosing pattern by pattern without the second factor piles up on "because" and "sorry".
func (c *Compiler) chooseAnchors() {
	hooked := make([]int, len(c.words)+1)
	cost := func(r requirement) int {
		sum := 0
		for _, id := range r.words {
			sum += (1 + wordFrequency(c.words[id-1])) * (1 + hooked[id])
		}
		return sum
	}
	var postings []struct {
		set uint32
		posting
	}
	for p, needs := range c.required {
		if len(needs) == 0 {
			continue
		}
		slices.SortStableFunc(needs, func(a, b requirement) int { return cost(a) - cost(b) })
		anchor := needs[0]
		for _, id := range anchor.words {
			hooked[id]++
		}
		set := c.setID(anchor.words)
		c.patterns[p].anchor = set
		postings = append(postings, struct {
			set uint32
			posting
		}{set, posting{uint32(p), uint16(anchor.low), uint16(min(anchor.high, reach))}})
		needs = slices.DeleteFunc(needs[1:], func(r requirement) bool { return c.frequency(r.words) > commonWords })
		for i, other := range needs[:min(len(needs), maxNeeds)] {
			c.patterns[p].needs[i] = need{c.setID(other.words), uint16(other.low), uint16(min(other.high, reach))}
		}
	}
	c.postings = make([][]posting, len(c.setWords))
	for _, p := range postings {
		c.postings[p.set] = append(c.postings[p.set], p.posting)
	}
}
