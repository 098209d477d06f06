package pattern

import "strings"

// A vocabulary maps the words of a pack to small numbers. It is an open-addressing hash table over one string, so
// that a compiled pack is used as it lies in the binary; number 0 means "not a word of this pack".
type vocabulary struct {
	text    string   // all words, end to end
	ends    []uint32 // ends[i] is the byte after word i in text; word 0 is empty
	slots   []uint32 // word numbers, 0 for an empty slot; the length is a power of two, at most two thirds full
	longest int      // bytes of the longest word
}

func newVocabulary(words []string) vocabulary {
	v := vocabulary{text: strings.Join(words, ""), ends: make([]uint32, 1, len(words)+1)}
	size := 16
	for size*2 < (len(words)+1)*3 {
		size *= 2
	}
	v.slots = make([]uint32, size)
	for i, w := range words {
		v.ends = append(v.ends, v.ends[i]+uint32(len(w)))
		v.longest = max(v.longest, len(w))
		at := hashWord(w) & uint32(size-1)
		for v.slots[at] != 0 {
			at = (at + 1) & uint32(size-1)
		}
		v.slots[at] = uint32(i + 1)
	}
	return v
}

func (v *vocabulary) len() int { return len(v.ends) }

func (v *vocabulary) word(id uint32) string {
	if id == 0 {
		return ""
	}
	return v.text[v.ends[id-1]:v.ends[id]]
}

// lookup gives the number of a normalised word, or 0.
func (v *vocabulary) lookup(w string) uint32 {
	if w == "" || len(w) > v.longest {
		return 0
	}
	mask := uint32(len(v.slots) - 1)
	for at := hashWord(w) & mask; ; at = (at + 1) & mask {
		id := v.slots[at]
		if id == 0 || v.word(id) == w {
			return id
		}
	}
}

// hashWord is 32-bit FNV-1a (Fowler, Noll, Vo), with the high bits folded in because only low bits are used.
func hashWord(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h ^ h>>15
}
