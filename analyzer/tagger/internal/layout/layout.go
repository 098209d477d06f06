// Package layout is the shape of weights.bin, agreed between the program that writes it and the tagger that reads it
// where it lies.
//
// Every number is little-endian and unsigned. An offset has 3 bytes and counts from the start of the file. In order:
//
//	a zero byte                  the block of no weights: offset 0 is what a feature that is not in the model has
//	Bias        offset           block of the feature that always holds
//	Last        [Tags]offset     blocks by the tag of the word before
//	BeforeLast  [Tags]offset     blocks by the tag of the word before that
//	Both        [Tags][Tags]offset  blocks by both, the nearer tag first
//	Slots       [SlotCount]uint16   hash table: row numbers, 0 where a chain ends
//	Rows        [1+n]row         one row a string; row 0, all zeros, stands for every string the model does not know
//	            then the strings, pairs and blocks that offsets point to
//
// A pair is a tag (1 byte) and the block for that tag before the row's string. A block is a count (1 byte) and as many
// weights of 3 bytes: the class in the low ClassBits bits, above it the signed weight in thousandths.
package layout

// Tags is the number of tags that can stand before a word: none, the classes from 1 on, and the two that stand before
// a sentence.
const (
	Start  = 46
	Start2 = 47
	Tags   = 48

	ClassBits  = 6
	OffsetSize = 3
	WeightSize = 3
	PairSize   = 1 + OffsetSize
)

// Offsets of the sections that have a fixed place.
const (
	Bias       = 1
	Last       = Bias + OffsetSize
	BeforeLast = Last + Tags*OffsetSize
	Both       = BeforeLast + Tags*OffsetSize
	Slots      = Both + Tags*Tags*OffsetSize
	SlotCount  = 1 << 16
	Rows       = Slots + 2*SlotCount
)

// Places of the fields of a row, in bytes from its start.
const (
	Text      = 0 // offset of the string
	Length    = 3 // of the string, in bytes; 1 byte
	Lexicon   = 4 // tag of a word that has only one, or 0; 1 byte
	PairCount = 5 // 1 byte
	Pairs     = 6 // offset of the first pair, ordered by tag

	// Offsets of blocks, by where the string stands from the word to be tagged.
	Word2Before  = 9
	Word1Before  = 12
	Word         = 15
	Word1After   = 18
	Word2After   = 21
	SuffixBefore = 24
	Suffix       = 27
	SuffixAfter  = 30
	FirstByte    = 33

	RowSize = 36
)

// Slot is where the chain of s starts in the hash table: FNV-1a, folded.
func Slot(s string) int {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return int((h>>16 ^ h) % SlotCount)
}
