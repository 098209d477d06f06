// Package reader is the second reader of a draft: a linear model over clauses and their draft, learned from labelled
// drafts by cmd/train, for what follows no form. It counts in integers only, so that every machine gives the same
// answer, and uses the weights as they lie in the binary. docs/reader.md says what it was trained on and what it is
// bad at.
//
// Reading has three steps. Every clause gets a score from its words, its neighbours' and its draft's (Extract, Score).
// Clauses that may be problems get a second score from the scores around them (Context). What the rules found in the
// same draft is added last (Company), because only drafts that the rules have not seen can say what that is worth.
package reader

import (
	_ "embed"
	"slices"

	"coach/analyzer/text"
)

// weights is made by cmd/train; TestModelBelongsToTheCorpus fails when it is stale.
//
//go:generate go run coach/cmd/train -o model.bin
//go:embed model.bin
var weights string

// Builtin gives the model that lies in the binary.
func Builtin() (*Model, error) { return Open(weights) }

// Evidence is what the rules have to say about a draft.
type Evidence struct {
	Betrayed bool  // the writer was hurt
	Deed     uint8 // 0 nothing shows a deed, 1 it is stated, 2 it is owned, 3 the draft is about something else
	Hits     []Hit
}

// A Hit is a rule's finding.
type Hit struct {
	First, Last int // clauses, both inclusive
	Strong      bool
	Stands      bool // false where it was set aside for lack of company
}

// A Problem is a clause that the model takes for one.
type Problem struct {
	Clause      int
	Category    int // index in Categories
	First, Last int // the tokens [First, Last) that weighed most
}

// A Reading is what the model makes of one draft.
type Reading struct {
	Problems []Problem // in order
	Clean    bool      // nothing in the draft looks like a problem; weak evidence is not to be believed
	Second   []int32   // for each clause its score among those around it

	raise int32
}

// Highest gives the highest second score of the clauses from first to last.
func (r *Reading) Highest(first, last int) int32 { return slices.Max(r.Second[first : last+1]) }

// Bears tells whether a clause from first to last looks so much like a problem that weak evidence of a rule needs no
// other problems beside it.
func (r *Reading) Bears(first, last int) bool { return r.Highest(first, last) >= r.raise }

// Categories are the names of what a clause may be, in the order of the model's columns. Danger is none of them: it is
// left to rules.
var Categories = [...]string{
	"self-serving", "blame-shifting", "minimizing", "dismissing", "concealing", "defending", "resisting-boundaries",
	"overpromising", "refusing-help", "rushing-intimacy", "pressuring", "holding-on",
}

// Read reads a draft. Betrayed writers have no blame-shifting and no minimizing.
func (m *Model) Read(doc *text.Document, e Evidence) Reading {
	x := extractors.Get().(*Extractor)
	defer extractors.Put(x)
	x.Load(doc, e)
	scores := m.scores(x)
	around := NewAround(scores, e)
	r := Reading{Second: m.Seconds(&around, doc, e, scores), raise: m.raise}
	r.Clean = len(scores) == 0 || slices.Max(r.Second) <= m.clean
	for i := range scores {
		if scores[i] > Candidate && m.last(&around, r.Second[i], i) >= m.threshold {
			r.Problems = append(r.Problems, Problem{Clause: i})
		}
	}
	m.categorize(x, r.Problems)
	for i := range r.Problems {
		p := &r.Problems[i]
		p.First, p.Last = m.weightiest(doc, p.Clause)
	}
	return r
}

// scores gives the first score of every clause. What the words of the draft and of a sentence add is the same for all
// their clauses and summed up once: summed for each clause, a draft would cost its square.
func (m *Model) scores(x *Extractor) []int32 {
	scores := make([]int32, len(x.doc.Clauses))
	var draft, sentence int64
	for i := range scores {
		f := x.Clause(i)
		if i == 0 {
			draft = m.problemPart(f, draftWords)
		}
		if i == 0 || x.doc.Clauses[i].Sentence != x.doc.Clauses[i-1].Sentence {
			sentence = m.problemPart(f, sentenceWords)
		}
		total := draft + sentence
		for family := range f {
			if family != draftWords && family != sentenceWords {
				total += m.problemPart(f, family)
			}
		}
		scores[i] = m.scored(total)
	}
	return scores
}

// categorize fills the categories of problems, with the sums kept as in scores.
func (m *Model) categorize(x *Extractor, problems []Problem) {
	var draft, sentence categoryScores
	last := -1
	for i := range problems {
		p := &problems[i]
		f := x.Clause(p.Clause)
		if i == 0 {
			draft = m.categoryPart(f, draftWords)
		}
		if s := x.doc.Clauses[p.Clause].Sentence; s != last {
			sentence, last = m.categoryPart(f, sentenceWords), s
		}
		total := draft
		total.add(sentence)
		for family := range f {
			if family != draftWords && family != sentenceWords {
				total.add(m.categoryPart(f, family))
			}
		}
		p.Category = total.highest(x.evidence.Betrayed)
	}
}

// Candidate is the first score above which a clause is looked at again.
const Candidate = 0

// Last is the score of a candidate that is held against the threshold.
func (m *Model) Last(a *Around, doc *text.Document, e Evidence, i int) int32 {
	return m.last(a, m.Second(a, doc, e, i), i)
}

func (m *Model) last(a *Around, second int32, i int) int32 {
	company := a.Company(second, i)
	return m.company.of(company[:])
}

// Seconds gives the second score of every clause; what is no candidate has the lowest.
func (m *Model) Seconds(a *Around, doc *text.Document, e Evidence, scores []int32) []int32 {
	second := make([]int32, len(scores))
	for i := range scores {
		second[i] = -8 * One
		if scores[i] > Candidate {
			second[i] = m.Second(a, doc, e, i)
		}
	}
	return second
}

// Second is the score of a candidate among those around it.
func (m *Model) Second(a *Around, doc *text.Document, e Evidence, i int) int32 {
	context := a.Context(doc, e, i)
	return m.context.of(context[:])
}

// highest gives the category with the highest score.
func (c *categoryScores) highest(betrayed bool) int {
	best := -1
	for k, name := range Categories {
		if betrayed && (name == "blame-shifting" || name == "minimizing") {
			continue
		}
		if best < 0 || c[k] > c[best] {
			best = k
		}
	}
	return best
}
