// Package flatten turns the averaged-perceptron weights that prose/v2 carries as gobs into a file that can be read
// where it lies: decoding the gobs takes 120 ms and 29 MB of heap in every process that needs one tag.
package flatten

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"encoding/gob"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/jdkato/prose/v2"

	"coach/analyzer/tagger/internal/layout"
)

// A model is prose's own: the weight of each class for each feature, words with one tag, and the classes sorted.
type model struct {
	classes []string
	lexicon map[string]string
	weights map[string]map[string]float64
}

// A row is what the model knows of one string.
type row struct {
	lexicon byte
	columns map[int]uint32  // blocks by place in the row
	pairs   map[byte]uint32 // blocks by the tag before
}

// columns are the features that depend on one string, and where the row keeps their block.
var columns = map[string]int{
	"i-2 word":   layout.Word2Before,
	"i-1 word":   layout.Word1Before,
	"i word":     layout.Word,
	"i+1 word":   layout.Word1After,
	"i+2 word":   layout.Word2After,
	"i-1 suffix": layout.SuffixBefore,
	"i suffix":   layout.Suffix,
	"i+1 suffix": layout.SuffixAfter,
	"i pref1":    layout.FirstByte,
}

// Classes returns prose's tags sorted; the tagger numbers them from 1 in this order.
func Classes() ([]string, error) {
	m, err := load()
	return m.classes, err
}

// Weights returns weights.bin, described in package layout, of prose's weights. It fails if a weight or a feature does
// not fit the layout.
func Weights() ([]byte, error) {
	m, err := load()
	if err != nil {
		return nil, err
	}
	return flatten(m)
}

func load() (model, error) {
	var m model
	for name, into := range map[string]any{"classes": &m.classes, "tags": &m.lexicon, "weights": &m.weights} {
		gobbed, err := prose.Asset("model/AveragedPerceptron/" + name + ".gob")
		if err != nil {
			return m, err
		}
		if err := gob.NewDecoder(bytes.NewReader(gobbed)).Decode(into); err != nil {
			return m, fmt.Errorf("%s: %w", name, err)
		}
	}
	slices.Sort(m.classes)
	if len(m.classes) != layout.Start-1 {
		return m, fmt.Errorf("%d classes, the layout has room for %d", len(m.classes), layout.Start-1)
	}
	return m, nil
}

// flatten writes the file front to back. Blocks come last but are pointed to from everywhere before them, so the
// place of the first block is settled first.
func flatten(m model) ([]byte, error) {
	tags := numbers(m.classes)
	words := vocabulary(m)
	if len(words) >= layout.SlotCount/2 {
		return nil, fmt.Errorf("%d strings make the hash table too full", len(words))
	}
	fixed := make([]byte, layout.Rows)
	rows := make(map[string]row, len(words))
	for _, word := range words {
		rows[word] = row{byte(tags[m.lexicon[word]]), map[int]uint32{}, map[byte]uint32{}}
	}
	blocks := newBlocks(len(fixed) + tailBefore(m, words))
	for _, feature := range slices.Sorted(maps.Keys(m.weights)) {
		at, err := blocks.add(m.weights[feature], tags)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", feature, err)
		}
		if err := place(feature, at, tags, fixed, rows); err != nil {
			return nil, fmt.Errorf("%s: %w", feature, err)
		}
	}
	if blocks.end() >= 1<<24 {
		return nil, fmt.Errorf("%d bytes are beyond an offset of 3 bytes", blocks.end())
	}
	hash(words, fixed)
	return slices.Concat(fixed, table(words, rows), blocks.bytes), nil
}

// numbers gives every tag that can stand before a word its number; what is no tag has 0.
func numbers(classes []string) map[string]int {
	tags := map[string]int{"-START-": layout.Start, "-START2-": layout.Start2}
	for i, class := range classes {
		tags[class] = i + 1
	}
	return tags
}

// vocabulary is every string with a row, sorted.
func vocabulary(m model) []string {
	seen := map[string]bool{}
	for word := range m.lexicon {
		seen[word] = true
	}
	for feature := range m.weights {
		if word, ok := subject(feature); ok {
			seen[word] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// subject is the string a feature speaks of; features of tags alone have none.
func subject(feature string) (string, bool) {
	part := strings.Split(feature, " ")
	if len(part) == 5 && part[1] == "tag+i" {
		return part[4], true
	}
	if _, ok := columns[strings.Join(part[:len(part)-1], " ")]; ok {
		return part[len(part)-1], true
	}
	return "", false
}

// place notes the block of a feature where the tagger will look for it.
func place(feature string, block uint32, tags map[string]int, fixed []byte, rows map[string]row) error {
	part := strings.Split(feature, " ")
	last := part[len(part)-1]
	name := strings.Join(part[:len(part)-1], " ")
	if column, ok := columns[name]; ok {
		rows[last].columns[column] = block
		return nil
	}
	switch {
	case feature == "bias":
		put(fixed[layout.Bias:], block)
	case name == "i-1 tag" && tags[last] != 0:
		put(fixed[layout.Last+tags[last]*layout.OffsetSize:], block)
	case name == "i-2 tag" && tags[last] != 0:
		put(fixed[layout.BeforeLast+tags[last]*layout.OffsetSize:], block)
	case len(part) == 5 && part[1] == "tag+i-2" && tags[part[3]] != 0 && tags[last] != 0:
		put(fixed[layout.Both+(tags[part[3]]*layout.Tags+tags[last])*layout.OffsetSize:], block)
	case len(part) == 5 && part[1] == "tag+i" && tags[part[3]] != 0:
		rows[last].pairs[byte(tags[part[3]])] = block
	default:
		return fmt.Errorf("no place for this feature")
	}
	return nil
}

// tailBefore is the number of bytes between the hash table and the blocks: rows, strings, pairs.
func tailBefore(m model, words []string) int {
	size := (1 + len(words)) * layout.RowSize
	for _, word := range words {
		size += len(word)
	}
	for feature := range m.weights {
		if strings.HasPrefix(feature, "i-1 tag+i word ") {
			size += layout.PairSize
		}
	}
	return size
}

// hash fills the hash table with row numbers, which are those of words counted from 1. Chains run to the next slot.
func hash(words []string, fixed []byte) {
	for i, word := range words {
		slot := layout.Slot(word)
		for binary.LittleEndian.Uint16(fixed[layout.Slots+2*slot:]) != 0 {
			slot = (slot + 1) % layout.SlotCount
		}
		binary.LittleEndian.PutUint16(fixed[layout.Slots+2*slot:], uint16(i+1))
	}
}

// table is the rows, then the strings and pairs they point to.
func table(words []string, rows map[string]row) []byte {
	out := make([]byte, (1+len(words))*layout.RowSize)
	for i, word := range words {
		known := rows[word]
		at := (i + 1) * layout.RowSize
		put(out[at+layout.Text:], uint32(layout.Rows+len(out)))
		out[at+layout.Length] = byte(len(word))
		out[at+layout.Lexicon] = known.lexicon
		out[at+layout.PairCount] = byte(len(known.pairs))
		for column, block := range known.columns {
			put(out[at+column:], block)
		}
		out = append(out, word...)
		put(out[at+layout.Pairs:], uint32(layout.Rows+len(out)))
		for _, tag := range slices.Sorted(maps.Keys(known.pairs)) {
			out = append(out, tag, 0, 0, 0)
			put(out[len(out)-layout.OffsetSize:], known.pairs[tag])
		}
	}
	return out
}

// blocks are the weights; features with the same weights share a block.
type blocks struct {
	start int
	bytes []byte
	known map[string]uint32
}

func newBlocks(start int) *blocks {
	return &blocks{start: start, known: map[string]uint32{"\x00": 0}}
}

func (b *blocks) end() int { return b.start + len(b.bytes) }

// add returns the offset of the block of these weights.
func (b *blocks) add(weights map[string]float64, tags map[string]int) (uint32, error) {
	block := []byte{byte(len(weights))}
	byNumber := func(a, b string) int { return cmp.Compare(tags[a], tags[b]) }
	for _, class := range slices.SortedFunc(maps.Keys(weights), byNumber) {
		packed, err := pack(tags[class], weights[class])
		if err != nil {
			return 0, fmt.Errorf("%s: %w", class, err)
		}
		block = append(block, 0, 0, 0)
		put(block[len(block)-layout.WeightSize:], packed)
	}
	if at, ok := b.known[string(block)]; ok {
		return at, nil
	}
	at := uint32(b.end())
	b.known[string(block)] = at
	b.bytes = append(b.bytes, block...)
	return at, nil
}

// pack puts a class and its weight into 3 bytes. prose rounds its weights to thousandths, so nothing is lost.
func pack(class int, weight float64) (uint32, error) {
	thousandths := math.Round(weight * 1000)
	if math.Abs(weight*1000-thousandths) > 1e-6 || math.Abs(thousandths) >= 1<<(23-layout.ClassBits) {
		return 0, fmt.Errorf("weight %v does not fit", weight)
	}
	if class == 0 || class >= layout.Start {
		return 0, fmt.Errorf("not a class")
	}
	return uint32(int32(thousandths))<<layout.ClassBits | uint32(class), nil
}

// put writes the low 3 bytes of v.
func put(to []byte, v uint32) {
	to[0], to[1], to[2] = byte(v), byte(v>>8), byte(v>>16)
}
