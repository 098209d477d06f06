package pattern

import "coach/analyzer/wire"

// enterKind gives the end of the longest entry of a kind at pos and leaves the shorter ones on the stack.
func (m *Matcher) enterKind(kind, pc uint32, pos, limit int) (int, bool) {
	base := len(m.found)
	m.kindEnds(kind, pos, limit)
	ends := m.found[base:]
	m.found = m.found[:base]
	if len(ends) == 0 {
		return pos, false
	}
	sortAscending(ends)
	longest := ends[len(ends)-1]
	for i, e := range ends[:len(ends)-1] {
		if i == 0 || e != ends[i-1] {
			m.stack = append(m.stack, frame{pc: pc, pos: uint32(e)})
		}
	}
	return int(longest), true
}

// sortAscending is an insertion sort: a kind has rarely more than two ends at a place.
func sortAscending(ends []int32) {
	for i := 1; i < len(ends); i++ {
		for j := i; j > 0 && ends[j] < ends[j-1]; j-- {
			ends[j], ends[j-1] = ends[j-1], ends[j]
		}
	}
}

// kindEnds appends to m.found the ends of all entries of a kind that begin at pos.
func (m *Matcher) kindEnds(kind uint32, pos, limit int) {
	if pos >= limit {
		return
	}
	starts, always := m.set.starts.At(int(kind)), m.set.always.At(int(kind))
	m.entriesOf(starts, m.ids[pos], pos, limit)
	if alt := m.alts[pos]; alt != 0 {
		m.entriesOf(starts, alt, pos, limit)
	}
	for i := range always.Len() {
		m.entryEnds(always.At(i), pos, limit)
	}
}

// entriesOf appends the ends of the entries that begin with a word; starts are the kind's words and programs in turn.
func (m *Matcher) entriesOf(starts wire.Uint32s, word uint32, pos, limit int) {
	if word == 0 {
		return
	}
	low, high := 0, starts.Len()/2
	for low < high {
		if mid := (low + high) / 2; starts.At(2*mid) < word {
			low = mid + 1
		} else {
			high = mid
		}
	}
	for ; 2*low < starts.Len() && starts.At(2*low) == word; low++ {
		if pc := starts.At(2*low + 1); pc == wholeEntry {
			m.found = append(m.found, int32(pos+1))
		} else {
			m.entryEnds(pc, pos, limit)
		}
	}
}

// entryEnds appends all ends of one entry's program. Entries have no gaps and no captures; the recursion is as deep as
// the entry has choices.
func (m *Matcher) entryEnds(pc uint32, pos, limit int) {
	for {
		in := m.set.instruction(pc)
		ok := true
		switch in.code {
		case iMatch:
			m.found = append(m.found, int32(pos))
			return
		case iWord, iSet, iShape, iTag:
			ok = pos < limit && m.takes(in, pos)
			pos++
		case iSplit:
			m.entryEnds(in.x, pos, limit)
			pc = in.y
			continue
		case iJump:
			pc = in.x
			continue
		case iKind:
			m.entryAfterKind(in.x, pc+1, pos, limit)
			return
		}
		if !ok {
			return
		}
		pc++
	}
}

// entryAfterKind goes on with an entry's program after each reading of a kind inside it.
func (m *Matcher) entryAfterKind(kind, pc uint32, pos, limit int) {
	base := len(m.found)
	m.kindEnds(kind, pos, limit)
	inner := append([]int32(nil), m.found[base:]...)
	m.found = m.found[:base]
	for _, end := range inner {
		m.entryEnds(pc, int(end), limit)
	}
}
