package pattern

import (
	"sync"

	"coach/analyzer/text"
	"coach/analyzer/wire"
)

// code is the operation of an instruction.
type code uint8

const (
	iMatch code = iota // the pattern is found
	iWord              // word x
	iSet               // a word of set x
	iKind              // an entry of kind x
	iShape             // a token of shape x
	iTag               // a word of part-of-speech class x
	iSplit             // try x, then y
	iJump              // go on at x
	iGap               // up to x words; y is 1 where they may be negations
	iSave              // remember the position in slot x
	iStart             // at the start of a clause
	iEnd               // at the end of a clause
)

// An instruction has two operands, x below maxOperand. A pattern has 5 to 60 instructions.
type instruction struct {
	code code
	x, y uint32
}

// maxOperand bounds x: words, sets, kinds and places in the code are numbered below it.
const maxOperand = 1 << 24

func (in instruction) pack() uint64 { return uint64(in.code) | uint64(in.x)<<8 | uint64(in.y)<<32 }

func unpack(n uint64) instruction {
	return instruction{code(n), uint32(n>>8) & (maxOperand - 1), uint32(n >> 32)}
}

// Slots 0 and 1 bound the part to underline, the pairs after them are the captures of a pattern in order of their names.
const (
	markSlots   = 2
	maxCaptures = 4
	slotCount   = markSlots + 2*maxCaptures
)

// A compiledKind is a kind as the matcher needs it: which entries can start with a word.
type compiledKind struct {
	starts []kindStart // sorted by word
	always []uint32    // entries that may start with any word: programs that begin with a shape or a part of speech
}

// A kindStart says that an entry may begin with word; pc is the entry's program, or wholeEntry where the word is all of it.
type kindStart struct{ word, pc uint32 }

const wholeEntry = ^uint32(0)

// A compiledPattern is a program with what the index needs to know about it.
type compiledPattern struct {
	pc     uint32
	opens  uint32         // the set of words it may begin with, 0 for any
	anchor uint32         // the set it is indexed under, 0 where it is not
	needs  [maxNeeds]need // words that must be there besides the anchor
}

// A need is a set of words of which one must stand low to high words after the start; set 0 is no need.
type need struct {
	set       uint32
	low, high uint16
}

// maxNeeds bounds the words that are checked before a program runs.
const maxNeeds = 3

// patternSize is the number of numbers that a compiledPattern is packed into.
const patternSize = 3 + 2*maxNeeds

// A posting says that a pattern may start low to high words before a word of the set it is listed under.
type posting struct {
	pattern   uint32
	low, high uint16
}

// A Set is a pack of compiled patterns: immutable, safe for any number of goroutines. Its tables are used as they lie in
// the binary.
type Set struct {
	words    vocabulary
	member   membership
	anchors  uint32       // sets below it, but 0, anchor patterns
	negation uint32       // the set of words that an ordinary gap never swallows
	code     wire.Uint64s // packed instructions
	starts   wire.Lists   // for each kind its kindStarts, two numbers each
	always   wire.Lists   // for each kind
	patterns wire.Uint32s // patternSize numbers each
	postings wire.Lists   // for each set, two numbers each
	captures [][]string   // for each pattern the names of what it remembers, in slot order

	scratches *sync.Pool        // of *scratch
	cues      func() *text.Cues // the words worth finding when they are mistyped, put together on first need
}

func (s *Set) instruction(pc uint32) instruction { return unpack(s.code.At(int(pc))) }

func (s *Set) pc(pattern uint32) uint32    { return s.patterns.At(int(pattern) * patternSize) }
func (s *Set) opens(pattern uint32) uint32 { return s.patterns.At(int(pattern)*patternSize + 1) }

// need gives the i-th need of a pattern.
func (s *Set) need(pattern uint32, i int) need {
	at := int(pattern)*patternSize + 3 + 2*i
	low, high := halves(s.patterns.At(at + 1))
	return need{s.patterns.At(at), low, high}
}

// halves and joined put two small numbers in one.
func halves(n uint32) (low, high uint16) { return uint16(n), uint16(n >> 16) }
func joined(low, high uint16) uint32     { return uint32(low) | uint32(high)<<16 }

// lookup gives the number of a token's word, also where it is a typing mistake of a word of the pack. A word in upper
// case may be a name and is left alone, unless it opens its run.
func (s *Set) lookup(t *text.Token, opens bool) uint32 {
	if id := s.words.lookup(t.Norm); id != 0 || t.Upper && !opens {
		return id
	}
	if cue, ok := text.Correct(t.Norm, nil, s.cues()); ok {
		return s.words.lookup(cue)
	}
	return 0
}

// index fills what is derived from the rest of a set.
func (s *Set) index() *Set {
	s.scratches = &sync.Pool{}
	s.cues = sync.OnceValue(func() *text.Cues {
		words := make([]string, 0, s.words.len())
		for id := 1; id < s.words.len(); id++ {
			words = append(words, s.words.word(uint32(id)))
		}
		return text.NewCues(words)
	})
	return s
}

// Len is the number of patterns; their ids are 0 to Len-1 in the order they were added.
func (s *Set) Len() int { return s.patterns.Len() / patternSize }
