package pattern

import (
	"strings"

	"coach/analyzer/wire"
)

// A vocabulary maps the words of a pack to small numbers. It is an open-addressing hash table over one string, so
// that a compiled pack is used as it lies in the binary; number 0 means "not a word of this pack".
type vocabulary struct {
	text    string       // all words, end to end
	ends    wire.Uint32s // ends[i] is the byte after word i in text; word 0 is empty
	slots   wire.Uint32s // word numbers, 0 for an empty slot; the length is a power of two, at most two thirds full
	longest int          // bytes of the longest word
}

func newVocabulary(words []string) vocabulary {
	v := vocabulary{text: strings.Join(words, "")}
	size := 16
	for size*2 < (len(words)+1)*3 {
		size *= 2
	}
	ends, slots := make([]uint32, 1, len(words)+1), make([]uint32, size)
	for i, w := range words {
		ends = append(ends, ends[i]+uint32(len(w)))
		v.longest = max(v.longest, len(w))
		at := hashWord(w) & uint32(size-1)
		for slots[at] != 0 {
			at = (at + 1) & uint32(size-1)
		}
		slots[at] = uint32(i + 1)
	}
	v.ends, v.slots = wire.Pack(ends), wire.Pack(slots)
	return v
}

func (v *vocabulary) len() int { return v.ends.Len() }

func (v *vocabulary) word(id uint32) string {
	if id == 0 {
		return ""
	}
	return v.text[v.ends.At(int(id)-1):v.ends.At(int(id))]
}

// lookup gives the number of a normalised word, or 0.
func (v *vocabulary) lookup(w string) uint32 {
	if w == "" || len(w) > v.longest {
		return 0
	}
	mask := uint32(v.slots.Len() - 1)
	for at := hashWord(w) & mask; ; at = (at + 1) & mask {
		id := v.slots.At(int(at))
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
