package pattern

// renumberSets gives sets that anchor patterns the lowest numbers, so that the sets of a word that matter to the index
// are the first of its sorted list, and those that patterns need the next, so that what is asked for most stands together.
func (c *Compiler) renumberSets() {
	order := make([]uint32, len(c.setWords)) // the new number of each set
	next := uint32(1)
	number := func(set uint32) {
		if set != 0 && order[set] == 0 {
			order[set] = next
			next++
		}
	}
	for i := range c.patterns {
		number(c.patterns[i].anchor)
	}
	c.anchors = next
	for i := range c.patterns {
		for _, n := range c.patterns[i].needs {
			number(n.set)
		}
	}
	for set := range c.setWords {
		number(uint32(set))
	}
	c.applyOrder(order)
}

func (c *Compiler) applyOrder(order []uint32) {
	words := make([][]uint32, len(c.setWords))
	postings := make([][]posting, len(c.setWords))
	for old, new := range order {
		words[new] = c.setWords[old]
		postings[new] = c.postings[old]
	}
	c.setWords, c.postings = words, postings
	c.negation = order[c.negation]
	for i := range c.code {
		if in := &c.code[i]; in.code == iSet {
			in.x = order[in.x]
		}
	}
	for i := range c.patterns {
		p := &c.patterns[i]
		p.anchor, p.opens = order[p.anchor], order[p.opens]
		for j := range p.needs {
			p.needs[j].set = order[p.needs[j].set]
		}
	}
}
