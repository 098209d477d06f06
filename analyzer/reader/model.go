package reader

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"

	"coach/analyzer/text"
)

// A Model is a file of weights, used as it lies in memory:
//
//	magic, hash of the corpus, head (little-endian int32), one int8 for each problem bucket,
//	one int8 for each category in each category bucket
type Model struct {
	corpus     string
	problem    string
	categories string
	unit       int64 // what a weight times a scale is worth, in 2^-32 of a score's unit
	context    combination
	company    combination
	threshold  int32 // of the last score, from which a clause is a finding
	clean      int32 // of the second scores, up to which a whole draft is clean
	raise      int32 // of the second score, from which it is believed without other problems beside it
}

// Buckets of the two tables, and what stands before them in the file.
const (
	ProblemBuckets  = 1 << 17
	CategoryBuckets = 1 << 15
	magic           = "coach-reader/1\n"
	hashSize        = 16
	headSize        = 4 * (4 + 1 + ContextFeatures + 1 + CompanyFeatures)
)

// Weights are what training gives: floating-point models that Encode puts into a file.
type Weights struct {
	Corpus     string      // CorpusHash of what it was trained on
	Problem    []float64   // ProblemBuckets
	Categories [][]float64 // for each category CategoryBuckets
	Context    []float64   // bias first
	Company    []float64   // bias first
	Threshold  int32
	Clean      int32
	Raise      int32
}

// Encode rounds weights to the form that lies in the binary.
func (w *Weights) Encode() []byte {
	out := append([]byte(magic), w.Corpus[:hashSize]...)
	step := largest(w.Problem) / 127
	head := []int32{int32(step * One / precision * (1 << 32)), w.Threshold, w.Clean, w.Raise}
	for _, c := range [][]float64{w.Context, w.Company} {
		for _, x := range c {
			head = append(head, int32(math.Round(x*combinationUnit)))
		}
	}
	for _, x := range head {
		out = binary.LittleEndian.AppendUint32(out, uint32(x))
	}
	for _, x := range w.Problem {
		out = append(out, byte(int8(math.Round(x/step))))
	}
	step = 0
	for _, c := range w.Categories {
		step = max(step, largest(c)/127) // one step for all, because they are compared with each other
	}
	for k := range CategoryBuckets {
		for c := range Categories {
			out = append(out, byte(int8(math.Round(w.Categories[c][k]/step))))
		}
	}
	return out
}

// largest gives the largest amount in a list, and never 0.
func largest(list []float64) float64 {
	m := 1e-9
	for _, x := range list {
		m = max(m, math.Abs(x))
	}
	return m
}

// ErrFormat is returned for a file that is no model of this version.
var ErrFormat = errors.New("not a model of this version of coach")

// Open reads the head of a model; the weights stay where they are.
func Open(file string) (*Model, error) {
	const start = len(magic) + hashSize
	if len(file) != start+headSize+ProblemBuckets+len(Categories)*CategoryBuckets || file[:len(magic)] != magic {
		return nil, ErrFormat
	}
	var head [headSize / 4]int32
	for i := range head {
		head[i] = int32(binary.LittleEndian.Uint32([]byte(file[start+4*i : start+4*i+4])))
	}
	tables := file[start+headSize:]
	return &Model{
		corpus: file[len(magic):start], problem: tables[:ProblemBuckets], categories: tables[ProblemBuckets:],
		unit: int64(head[0]), threshold: head[1], clean: head[2], raise: head[3],
		context: head[4 : 5+ContextFeatures : 5+ContextFeatures], company: head[5+ContextFeatures:],
	}, nil
}

// Corpus is the hash of the drafts that the model was trained on.
func (m *Model) Corpus() string { return m.corpus }

// precision is that of a family's scale.
const precision = 1 << 16

// Scale is the length that each feature of a family with n features has, in 1/precision.
func Scale(family, n int) int64 {
	w := familyWeights[family]
	return int64(root(w * w << 24 / uint64(max(n, 1))))
}

// root is the integer square root (Newton's method from above).
func root(n uint64) uint64 {
	if n == 0 {
		return 0
	}
	for r := uint64(1) << ((bits.Len64(n) + 1) / 2); ; {
		next := (r + n/r) / 2
		if next >= r {
			return r
		}
		r = next
	}
}

// Score is the first score of a clause.
func (m *Model) Score(f *Features) int32 {
	total := int64(0)
	for family := range f {
		total += m.problemPart(f, family)
	}
	return m.scored(total)
}

func (m *Model) scored(total int64) int32 { return int32(total * m.unit >> 32) }

// problemPart is what one family adds to a score.
func (m *Model) problemPart(f *Features, family int) int64 {
	sum := int32(0)
	for _, h := range f[family] {
		sum += int32(int8(m.problem[h%ProblemBuckets]))
	}
	return int64(sum) * Scale(family, len(f[family]))
}

// categoryScores are the scores of the categories, in a unit of their own.
type categoryScores [len(Categories)]int64

func (c *categoryScores) add(part categoryScores) {
	for k := range c {
		c[k] += part[k]
	}
}

// categoryPart is what one family adds to the score of each category.
func (m *Model) categoryPart(f *Features, family int) (part categoryScores) {
	var sums [len(Categories)]int32
	for _, h := range f[family] {
		row := m.categories[int(h%CategoryBuckets)*len(Categories):][:len(Categories)]
		for k := range sums {
			sums[k] += int32(int8(row[k]))
		}
	}
	scale := Scale(family, len(f[family]))
	for k, s := range sums {
		part[k] = int64(s) * scale
	}
	return part
}

// weightiest gives the run of one to three words of a clause, from token to token, that weighed most.
func (m *Model) weightiest(doc *text.Document, i int) (first, last int) {
	c := &doc.Clauses[i]
	best := int32(-1 << 31)
	for t := c.First; t < c.Last; t++ {
		h, sum, n := uint32(wordRuns), int32(0), 0
		for u := t; u < c.Last && n < 3; u++ {
			if doc.Tokens[u].Mark != text.Word {
				continue
			}
			n++
			h = mix(h, hashWord(doc.Tokens[u].Norm))
			sum += int32(int8(m.problem[h%ProblemBuckets]))
			if sum > best && doc.Tokens[t].Mark == text.Word {
				best, first, last = sum, t, u+1
			}
		}
	}
	return first, last
}

// A combination is a bias and a weight for each of a few numbers, in 1/combinationUnit.
type combination []int32

const combinationUnit = 1 << 12

func (c combination) of(f []int32) int32 {
	sum := int64(c[0]) * One
	for i, x := range f {
		sum += int64(c[i+1]) * int64(x)
	}
	return int32(max(-1<<30, min(1<<30, sum/combinationUnit)))
}
