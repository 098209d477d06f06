package pattern

import (
	"slices"

	"coach/analyzer/text"
)

// A Match is one place where a pattern was found. Positions are indices into Document.Tokens, end exclusive, and the
// tokens at First and Last-1 are words.
type Match struct {
	Pattern     int
	First, Last int // all words of the match
	Mark        Range
	Captures    [maxCaptures]Range // in order of Set.Captures; empty where a part took no words
	Marked      bool               // the pattern says which part to underline: Mark
}

// A Range is a run of tokens [First, Last).
type Range struct{ First, Last int }

// Captures gives the names of the parts that a pattern remembers, in the order of Match.Captures.
func (s *Set) Captures(pattern int) []string { return s.captures[pattern] }

// A Matcher finds the patterns of a Set in one Document. It is not safe for concurrent use; make one for each check.
type Matcher struct {
	set *Set
	doc *text.Document

	// One entry for each word of the document.
	ids, alts []uint32 // vocabulary numbers of the word and of its other reading
	token     []int32  // index in Document.Tokens
	runEnd    []int32  // the first word after the next wall
	sentence  []int32
	starts    []bool // ^ matches before the word
	ends      []bool // $ matches after the word
	negation  []bool

	everywhere map[int][]Match // all matches of the patterns that Find has often looked for

	*scratch
}

// scratch is the memory of a Matcher that is worth keeping for the next one: 100 KB and more with thousands of patterns.
// Its large tables are never cleared as a whole.
type scratch struct {
	tried    []uint32 // for each pattern, base plus the first start that has not been tried
	base     uint32   // more than any number in tried when the document was bound
	visited  []uint32 // generation in which (instruction, position) was visited
	gen      uint32
	stack    []frame
	searched []uint32 // in how many words Find has looked for a pattern
	touched  []int32  // the patterns whose searched is not 0
	found    []int32  // ends of kind entries, used as a stack
}

// worn tells that a number is about to overflow, so that the scratch has to be thrown away.
func (s *scratch) worn(words int) bool {
	const limit = 1 << 31
	return s.gen > limit || s.base > limit-uint32(words)
}

// frame is a choice to come back to, or (pc = restore) a slot to put back.
type frame struct {
	pc, pos uint32
	old     int32
}

const restore = ^uint32(0)

// window bounds the words a match may span; with at most four gaps of 20 words nothing longer is written.
const window = 192

// NewMatcher binds a document to a set: every word is looked up once. Release gives its memory back.
func (s *Set) NewMatcher(doc *text.Document) *Matcher {
	m := &Matcher{set: s, doc: doc}
	m.bind()
	kept, _ := s.scratches.Get().(*scratch)
	if kept == nil || kept.worn(len(m.ids)) {
		kept = &scratch{tried: make([]uint32, s.Len()), searched: make([]uint32, s.Len()), base: 1}
	}
	m.scratch = kept
	return m
}

// Release gives the Matcher's memory back for the next one. The Matcher is not used afterwards.
func (m *Matcher) Release() {
	m.base += uint32(len(m.ids)) + 1
	for _, p := range m.touched {
		m.searched[p] = 0
	}
	m.touched = m.touched[:0]
	m.set.scratches.Put(m.scratch)
	m.scratch = nil
}

func (m *Matcher) bind() {
	n := 0
	for i := range m.doc.Tokens {
		if m.doc.Tokens[i].Mark == text.Word {
			n++
		}
	}
	numbers := make([]uint32, 2*n)
	m.ids, m.alts = numbers[:n:n], numbers[n:]
	positions := make([]int32, 3*n)
	m.token, m.runEnd, m.sentence = positions[:n:n], positions[n:2*n:2*n], positions[2*n:]
	flags := make([]bool, 3*n)
	m.starts, m.ends, m.negation = flags[:n:n], flags[n:2*n:2*n], flags[2*n:]
	m.bindWords()
	m.bindClauses()
}

func (m *Matcher) bindWords() {
	w, runStart, s := 0, 0, 0
	for i := range m.doc.Tokens {
		t := &m.doc.Tokens[i]
		if t.Mark == text.Wall {
			m.closeRun(runStart, w)
			runStart = w
		}
		if t.Mark != text.Word {
			continue
		}
		for s+1 < len(m.doc.Sentences) && m.doc.Sentences[s].Last <= i {
			s++
		}
		id := m.set.lookup(t, runStart == w)
		m.ids[w], m.alts[w] = id, m.set.words.lookup(t.Alt)
		m.negation[w] = m.set.member.has(id, m.set.negation)
		m.token[w], m.sentence[w] = int32(i), int32(s)
		w++
	}
	m.closeRun(runStart, w)
}

func (m *Matcher) closeRun(from, to int) {
	for i := from; i < to; i++ {
		m.runEnd[i] = int32(to)
	}
}

// bindClauses marks where ^ and $ match: at each word from a clause's first to its head, and after its last.
func (m *Matcher) bindClauses() {
	w := 0
	for i := range m.doc.Clauses {
		c := &m.doc.Clauses[i]
		last := -1
		for ; w < len(m.token) && int(m.token[w]) < c.Last; w++ {
			if at := int(m.token[w]); at >= c.First {
				m.starts[w] = at <= c.Head
				last = w
			}
		}
		if last >= 0 {
			m.ends[last] = true
		}
	}
}

// Scan finds every indexed pattern, at each start at most once and without overlaps of a pattern with itself, and
// hands the matches over in no particular order.
func (m *Matcher) Scan(yield func(Match)) { m.scan(0, len(m.ids), yield) }

// ScanWithin is Scan for the tokens of a range, and for those that no wall parts from them.
func (m *Matcher) ScanWithin(r Range, yield func(Match)) {
	from := m.firstWord(r.First)
	for from > 0 && m.runEnd[from-1] > int32(from) {
		from--
	}
	m.scan(from, m.firstWord(r.Last), yield)
}

// scan looks at the runs that begin from word to word.
func (m *Matcher) scan(from, until int, yield func(Match)) {
	for from < until {
		to := int(m.runEnd[from])
		for w := from; w < to; w++ {
			m.tryAnchors(m.ids[w], w, from, to, yield)
			m.tryAnchors(m.alts[w], w, from, to, yield)
		}
		from = to
	}
}

// MayHold tells whether the document holds a word that a pattern begins with or cannot do without: otherwise, that the
// pattern is not found says nothing about it.
func (m *Matcher) MayHold(pattern int) bool {
	sets := []uint32{m.set.patterns.At(pattern*patternSize + 2), m.set.opens(uint32(pattern))}
	for i := range maxNeeds {
		sets = append(sets, m.set.need(uint32(pattern), i).set)
	}
	for w := range m.ids {
		for _, set := range sets {
			if set != 0 && m.holds(set, w) {
				return true
			}
		}
	}
	return false
}

func (m *Matcher) tryAnchors(id uint32, w, from, to int, yield func(Match)) {
	sets := m.set.member.listed.At(int(id))
	for i := range sets.Len() {
		set := sets.At(i)
		if set >= m.set.anchors {
			return
		}
		postings := m.set.postings.At(int(set))
		for j := 0; j < postings.Len(); j += 2 {
			p := posting{pattern: postings.At(j)}
			p.low, p.high = halves(postings.At(j + 1))
			if p.high-p.low < manyStarts || m.needed(p.pattern, max(from, w-int(p.high)), w-int(p.low), to) {
				m.try(p, w, from, to, yield)
			}
		}
	}
}

// manyStarts is the number of starts from which it pays to ask for all of them at once what a pattern needs.
const manyStarts = 3

// needed tells whether the words a pattern needs are there when it starts at a word from low to high of a run that ends
// before word to.
func (m *Matcher) needed(pattern uint32, low, high, to int) bool {
	for i := range maxNeeds {
		n := m.set.need(pattern, i)
		if n.set == 0 {
			return true
		}
		if !m.anyOf(n.set, low+int(n.low), min(high+int(n.high), to-1)) {
			return false
		}
	}
	return true
}

// anyOf tells whether a word of a set stands from word low to word high.
func (m *Matcher) anyOf(set uint32, low, high int) bool {
	for w := low; w <= high; w++ {
		if m.holds(set, w) {
			return true
		}
	}
	return false
}

// holds tells whether one of the readings of word w is in a set.
func (m *Matcher) holds(set uint32, w int) bool {
	return m.set.member.has(m.ids[w], set) || m.alts[w] != 0 && m.set.member.has(m.alts[w], set)
}

// try runs a pattern at the starts that its anchor at word w allows and that have not been tried.
func (m *Matcher) try(p posting, w, from, to int, yield func(Match)) {
	start := max(from, w-int(p.high))
	if t := m.tried[p.pattern]; t > m.base {
		start = max(start, int(t-m.base))
	}
	opens := m.set.opens(p.pattern)
	for ; start <= w-int(p.low); start++ {
		if !m.mayOpen(opens, start) || !m.needed(p.pattern, start, start, to) {
			continue
		}
		match, end, ok := m.matchAt(int(p.pattern), start, to)
		if ok {
			yield(match)
			start = max(start, end-1)
		}
	}
	m.tried[p.pattern] = max(m.tried[p.pattern], m.base+uint32(start))
}

// mayOpen tells whether the word at start is one that a pattern may begin with.
func (m *Matcher) mayOpen(opens uint32, start int) bool { return opens == 0 || m.holds(opens, start) }

// Find gives the first match of a pattern that starts within a range of tokens.
func (m *Matcher) Find(pattern int, within Range) (Match, bool) {
	if int(m.searched[pattern]) < len(m.ids) {
		from, to := m.firstWord(within.First), m.firstWord(within.Last)
		if m.searched[pattern] == 0 {
			m.touched = append(m.touched, int32(pattern))
		}
		m.searched[pattern] += uint32(to - from)
		return m.findFrom(pattern, from, to)
	}
	all := m.matchesOf(pattern)
	i, _ := slices.BinarySearchFunc(all, within.First, func(match Match, first int) int { return match.First - first })
	if i < len(all) && all[i].First < within.Last {
		return all[i], true
	}
	return Match{}, false
}

// matchesOf gives the matches of a pattern at every start, in order. They are put together once Find has looked for the
// pattern in as many words as the document has, so that a draft with a thousand findings is not read a thousand times.
func (m *Matcher) matchesOf(pattern int) []Match {
	all, known := m.everywhere[pattern]
	if known {
		return all
	}
	for w := 0; ; w = m.firstWord(all[len(all)-1].First + 1) {
		match, ok := m.findFrom(pattern, w, len(m.ids))
		if !ok {
			break
		}
		all = append(all, match)
	}
	if m.everywhere == nil {
		m.everywhere = map[int][]Match{}
	}
	m.everywhere[pattern] = all
	return all
}

// findFrom gives the first match of a pattern that starts from word low to before word high.
func (m *Matcher) findFrom(pattern, low, high int) (Match, bool) {
	opens := m.set.opens(uint32(pattern))
	for w := low; w < high; w++ {
		if !m.mayOpen(opens, w) {
			continue
		}
		if match, _, ok := m.matchAt(pattern, w, int(m.runEnd[w])); ok {
			return match, true
		}
	}
	return Match{}, false
}

// firstWord gives the first word at or after a token.
func (m *Matcher) firstWord(token int) int {
	low, high := 0, len(m.token)
	for low < high {
		if mid := (low + high) / 2; int(m.token[mid]) < token {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// matchAt runs a pattern at word start and gives the match and the word after it.
func (m *Matcher) matchAt(pattern, start, limit int) (Match, int, bool) {
	var slots [slotCount]int32
	for i := range slots {
		slots[i] = -1
	}
	end := m.execute(m.set.pc(uint32(pattern)), start, min(limit, start+window), &slots)
	if end <= start {
		return Match{}, 0, false
	}
	match := Match{Pattern: pattern, First: int(m.token[start]), Last: int(m.token[end-1]) + 1}
	if slots[0] >= 0 && slots[1] > slots[0] {
		match.Marked, match.Mark = true, m.tokens(slots[0], slots[1])
	}
	for i := range match.Captures {
		if first, last := slots[markSlots+2*i], slots[markSlots+2*i+1]; first >= 0 && last > first {
			match.Captures[i] = m.tokens(first, last)
		}
	}
	return match, end, true
}

func (m *Matcher) tokens(first, last int32) Range {
	return Range{int(m.token[first]), int(m.token[last-1]) + 1}
}

// execute is the virtual machine: it gives the word after the match, or -1. Choices that remain are frames on a stack; a
// choice that leads to an instruction and position from where another one failed is dropped, which bounds the work.
func (m *Matcher) execute(pc uint32, start, limit int, slots *[slotCount]int32) int {
	base := pc
	m.gen++
	m.stack = m.stack[:0]
	pos := start
	for {
		in := m.set.instruction(pc)
		ok := true
		switch in.code {
		case iMatch:
			return pos
		case iWord, iSet, iShape, iTag:
			ok = pos < limit && m.takes(in, pos)
			pos++
		case iKind:
			pos, ok = m.enterKind(in.x, pc+1, pos, limit)
		case iSplit:
			m.stack = append(m.stack, frame{pc: in.y, pos: uint32(pos)})
			pc = in.x
			continue
		case iJump:
			pc = in.x
			continue
		case iGap:
			m.pushGap(pc+1, pos, limit, int(in.x), in.y == 1)
		case iSave:
			m.stack = append(m.stack, frame{pc: restore, pos: in.x, old: slots[in.x]})
			slots[in.x] = int32(pos)
		case iStart:
			ok = pos < limit && m.starts[pos]
		case iEnd:
			ok = pos > start && m.ends[pos-1]
		}
		pc++
		if !ok {
			if pc, pos = m.back(slots, base, start); pc == restore {
				return -1
			}
		}
	}
}

// back undoes saves up to the last choice that leads to a place not visited before, and gives it, or restore where none
// is left.
func (m *Matcher) back(slots *[slotCount]int32, base uint32, start int) (uint32, int) {
	for len(m.stack) > 0 {
		f := m.stack[len(m.stack)-1]
		m.stack = m.stack[:len(m.stack)-1]
		switch {
		case f.pc == restore:
			slots[f.pos] = f.old
		case !m.visit(f.pc-base, int(f.pos)-start):
			return f.pc, int(f.pos)
		}
	}
	return restore, 0
}

// visit tells whether (instruction, position) was visited in this run, and notes it.
func (m *Matcher) visit(pc uint32, offset int) bool {
	at := int(pc)*(window+1) + offset
	if at >= len(m.visited) {
		m.visited = append(m.visited, make([]uint32, at+1-len(m.visited)+8*window)...)
	}
	if m.visited[at] == m.gen {
		return true
	}
	m.visited[at] = m.gen
	return false
}

// pushGap leaves the longer readings of a gap on the stack, the longest at the bottom, so that the shortest is tried first.
func (m *Matcher) pushGap(pc uint32, pos, limit, width int, free bool) {
	last := pos
	for last < limit && last < pos+width && (free || !m.negation[last]) {
		last++
	}
	for p := last; p > pos; p-- {
		m.stack = append(m.stack, frame{pc: pc, pos: uint32(p)})
	}
}

func (m *Matcher) tagged(pos int, class uint32) bool {
	m.doc.Tags(int(m.sentence[pos]))
	return inClass(m.doc.Tokens[m.token[pos]].Tag, class)
}

// takes tells whether an instruction that asks for one word takes the word at pos.
func (m *Matcher) takes(in instruction, pos int) bool {
	switch in.code {
	case iWord:
		return m.ids[pos] == in.x || m.alts[pos] == in.x
	case iSet:
		return m.holds(in.x, pos)
	case iShape:
		return m.shaped(pos, in.x)
	}
	return m.tagged(pos, in.x)
}
