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

func (c *Compiler) requireKind(n *Node, low, high int) ([]requirement, int, int) {
	id, ok := c.kindIDs[kindKey{n.text, n.form}]
	if !ok { // a shape or a part of speech
		return nil, low + 1, high + 1
	}
	longest := c.kindLength(id)
	words, open := c.firstWords(n)
	if open {
		return nil, low + 1, high + longest
	}
	return []requirement{{words, low, high}}, low + 1, high + longest
}

// kindLength bounds the words of a kind's longest entry: a program's instructions are never fewer than its words.
func (c *Compiler) kindLength(id uint32) int {
	longest := 1
	measure := func(pc uint32) {
		if pc != wholeEntry {
			longest = max(longest, c.programLength(pc))
		}
	}
	k := c.set.kinds[id]
	for _, s := range k.starts {
		measure(s.pc)
	}
	for _, pc := range k.always {
		measure(pc)
	}
	return longest
}

func (c *Compiler) programLength(pc uint32) int {
	words := 0
	for ; c.set.code[pc].code != iMatch; pc++ {
		switch in := c.set.code[pc]; in.code {
		case iWord, iSet, iShape, iTag:
			words++
		case iKind:
			words += c.kindLength(in.x)
		}
	}
	return words
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
		c.set.patterns[p].anchor = set
		postings = append(postings, struct {
			set uint32
			posting
		}{set, posting{uint32(p), uint32(anchor.low), uint32(min(anchor.high, reach))}})
		for i, other := range needs[1:min(len(needs), 1+maxNeeds)] {
			c.set.patterns[p].needs[i] = c.setID(other.words)
		}
	}
	c.set.postings = make([][]posting, len(c.setWords))
	for _, p := range postings {
		c.set.postings[p.set] = append(c.set.postings[p.set], p.posting)
	}
}
