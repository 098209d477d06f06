package pattern

import "coach/analyzer/wire"

// A membership tells which sets of words a word is in. Most words are in few sets and have them listed; a word like "i"
// is in a thousand, and has a bit for each set besides.
type membership struct {
	listed wire.Lists   // for each word its sets, sorted
	rows   wire.Uint32s // for each word the first of its bits, or noBits
	bits   wire.Uint64s
}

const noBits = ^uint32(0)

// fewSets is the number of sets up to which a search in the list is about as fast as a bit.
const fewSets = 32

func newMembership(listed [][]uint32, sets int) membership {
	stride := (sets + 63) / 64
	rows := make([]uint32, len(listed))
	var bits []uint64
	for id, list := range listed {
		if len(list) <= fewSets {
			rows[id] = noBits
			continue
		}
		rows[id] = uint32(len(bits))
		row := make([]uint64, stride)
		for _, set := range list {
			row[set/64] |= 1 << (set % 64)
		}
		bits = append(bits, row...)
	}
	return membership{wire.PackLists(listed), wire.Pack(rows), wire.Pack64(bits)}
}

// has tells whether a word is in a set.
func (m *membership) has(word, set uint32) bool {
	if row := m.rows.At(int(word)); row != noBits {
		return m.bits.At(int(row+set/64))>>(set%64)&1 == 1
	}
	sets := m.listed.At(int(word))
	low, high := 0, sets.Len()
	for low < high {
		if mid := (low + high) / 2; sets.At(mid) < set {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low < sets.Len() && sets.At(low) == set
}
