// Package wordlist answers whether a word stands in a general English word list, American or British.
//
// It is a Bloom filter over some 119,000 words and one over 15,000 names, embedded as strings, so that they cost no
// memory of their own and nothing at start-up. A word of the list is always found; about one in a hundred others is found
// by mistake.
package wordlist

import _ "embed"

// Hashes is the number of bits that each word sets.
const Hashes = 7

//go:embed words.bloom
var words string

//go:embed names.bloom
var names string

// Has reports whether word, in lower case, is an ordinary word, one that dictionaries do not capitalise.
func Has(word string) bool { return in(words, word) }

// HasName reports whether word, in lower case, stands in the list as a name and as nothing else.
func HasName(word string) bool { return in(names, word) }

func in(filter, word string) bool {
	for _, bit := range Bits(word, uint32(len(filter)*8)) {
		if filter[bit>>3]&(1<<(bit&7)) == 0 {
			return false
		}
	}
	return true
}

// Bits are the places of word in a filter of size bits; the generator sets them and Has reads them.
func Bits(word string, size uint32) [Hashes]uint32 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(word); i++ {
		h = (h ^ uint64(word[i])) * 1099511628211
	}
	// FNV leaves the low bits of short words alike; one multiplication and shift spreads them.
	h ^= h >> 32
	h *= 0x9E3779B97F4A7C15
	a, step := uint32(h>>32), uint32(h)|1
	var bits [Hashes]uint32
	for i := range bits {
		bits[i] = uint32(uint64(a) * uint64(size) >> 32)
		a += step
	}
	return bits
}
