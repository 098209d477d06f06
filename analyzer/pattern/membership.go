package pattern

// A membership tells which sets of words a word is in. Most words are in few sets and have them listed; a word like "i"
// is in a thousand, and has a bit for each set.
type membership struct {
	listed [][]uint32 // for each word its sets, sorted
	bits   [][]uint64 // for words with more than fewSets of them
}

// fewSets is the number of sets up to which looking through the list is as fast as testing a bit.
const fewSets = 8

func newMembership(listed [][]uint32, sets int) membership {
	m := membership{listed: listed, bits: make([][]uint64, len(listed))}
	words := (sets + 63) / 64
	for id, list := range listed {
		if len(list) <= fewSets {
			continue
		}
		m.bits[id] = make([]uint64, words)
		for _, set := range list {
			m.bits[id][set/64] |= 1 << (set % 64)
		}
	}
	return m
}

// has tells whether a word is in a set.
func (m *membership) has(word, set uint32) bool {
	if bits := m.bits[word]; bits != nil {
		return bits[set/64]>>(set%64)&1 == 1
	}
	for _, s := range m.listed[word] {
		if s >= set {
			return s == set
		}
	}
	return false
}
