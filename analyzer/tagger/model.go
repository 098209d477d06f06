package tagger

import (
	_ "embed"

	"coach/analyzer/tagger/internal/layout"
)

//go:generate go run generate.go

// model is read where it lies in the binary; package layout says what is where. A string, since strings need neither
// decoding nor a copy at start-up and cannot be written to.
//
//go:embed weights.bin
var model string

// A row is the place in the model of what it knows of one string.
type row int

// unknown is the row of every string that the model does not know: all its blocks are empty.
const unknown row = layout.Rows

// scores are sums of weights, in thousandths, by class.
type scores [1 << layout.ClassBits]int32

func find(s string) row {
	for slot := layout.Slot(s); ; slot = (slot + 1) % layout.SlotCount {
		at := layout.Slots + 2*slot
		number := int(model[at]) | int(model[at+1])<<8
		if number == 0 {
			return unknown
		}
		if r := row(layout.Rows + number*layout.RowSize); r.text() == s {
			return r
		}
	}
}

func (r row) text() string {
	start := offset(int(r) + layout.Text)
	return model[start : start+int(model[r+layout.Length])]
}

// lexicon is the tag of a word that hardly ever has another, or None.
func (r row) lexicon() Tag { return Tag(model[r+layout.Lexicon]) }

// block is the place of the weights of one of the row's features; field is one of layout's.
func (r row) block(field int) int { return offset(int(r) + field) }

// after is the place of the weights of the row's string behind a word that has this tag.
func (r row) after(tag Tag) int {
	pair := offset(int(r) + layout.Pairs)
	for end := pair + int(model[r+layout.PairCount])*layout.PairSize; pair < end; pair += layout.PairSize {
		if Tag(model[pair]) == tag {
			return offset(pair + 1)
		}
	}
	return 0
}

// add adds the weights of the block at this place.
func (s *scores) add(block int) {
	weights := model[block+1:][:int(model[block])*layout.WeightSize]
	for ; len(weights) >= layout.WeightSize; weights = weights[layout.WeightSize:] {
		packed := uint32(weights[0]) | uint32(weights[1])<<8 | uint32(weights[2])<<16
		s[packed%(1<<layout.ClassBits)] += int32(packed<<8) >> (8 + layout.ClassBits)
	}
}

// best is the class with the highest score, the first of equals. A class with score 0 is one no feature speaks for.
func (s *scores) best() Tag {
	best, tag := int32(-1<<31), None
	for class, score := range s[:layout.Start] {
		if score > best && score != 0 {
			best, tag = score, Tag(class)
		}
	}
	return tag
}

func offset(at int) int {
	return int(model[at]) | int(model[at+1])<<8 | int(model[at+2])<<16
}
