package reader

import "coach/analyzer/text"

// One is 1 in the fixed-point numbers that scores are: a factor of e in the odds.
const One = 256

// missing stands for the score of a clause that is not there.
const missing = -2 * One

// Around is what all clauses of a draft have to do with each of them.
type Around struct {
	scores []int32
	sum    int64
	above  int      // clauses that may be problems
	top    [3]int32 // the highest scores

	rules        []uint8 // what the rules found, a set for each clause
	strong, weak int     // rules' findings that stand
}

// NewAround sums up the first scores of a draft's clauses and what the rules found in it.
func NewAround(scores []int32, e Evidence) Around {
	a := Around{scores: scores, top: [3]int32{missing, missing, missing}, rules: make([]uint8, len(scores))}
	for _, h := range e.Hits {
		what := uint8(aloneHere)
		switch {
		case h.Stands && h.Strong:
			what, a.strong = strongHere, a.strong+1
		case h.Stands:
			what, a.weak = weakHere, a.weak+1
		}
		for i := h.First; i <= h.Last; i++ {
			a.rules[i] |= what
		}
	}
	for _, s := range scores {
		s = clip(s)
		a.sum += int64(s)
		if s > Candidate {
			a.above++
		}
		for k, t := range a.top {
			if s > t {
				a.top[k], s = s, t
			}
		}
	}
	return a
}

// without gives the two highest scores of the other clauses, their mean, and the share of them that may be problems.
func (a *Around) without(own int32) (first, second, mean, share int32) {
	first, second = a.top[0], a.top[1]
	switch {
	case own >= first:
		first, second = a.top[1], a.top[2]
	case own >= second:
		second = a.top[2]
	}
	n := len(a.scores) - 1
	if n == 0 {
		return first, second, missing, 0
	}
	above := a.above
	if own > Candidate {
		above--
	}
	return first, second, int32((a.sum - int64(own)) / int64(n)), int32(above * One / n)
}

func (a *Around) score(i int) int32 {
	if i < 0 || i >= len(a.scores) {
		return missing
	}
	return clip(a.scores[i])
}

// ContextFeatures is the number of numbers that Context gives.
const ContextFeatures = 25

// Context describes a candidate by the scores around it.
func (a *Around) Context(doc *text.Document, e Evidence, i int) [ContextFeatures]int32 {
	n, own := len(a.scores), a.score(i)
	first, second, mean, share := a.without(own)
	c := &doc.Clauses[i]
	few := is(n <= fewClauses)
	return [ContextFeatures]int32{
		own, max(0, own-One), max(0, own-2*One), a.score(i - 1), a.score(i + 1), first, max(0, first), max(0, first-One),
		second, mean, max(0, mean+One), share, int32(min(n, 20)) * One / 8, is(n == 1), few, few * own / One,
		is(i == 0), is(i == n-1), is(e.Betrayed), is(e.Deed == 1), is(e.Deed == 2), is(e.Deed == 3), is(c.Question),
		own * first / One, own * mean / One,
	}
}

// fewClauses is the length of a message that has little context.
const fewClauses = 3

// clip bounds a score, so that products stay small.
func clip(s int32) int32 { return max(-8*One, min(8*One, s)) }

func is(b bool) int32 {
	if b {
		return One
	}
	return 0
}

// CompanyFeatures is the number of numbers that Company gives.
const CompanyFeatures = 5

// Company describes a candidate by its second score and what the rules found in the draft.
func (a *Around) Company(second int32, i int) [CompanyFeatures]int32 {
	strong, weak := a.strong, a.weak
	switch {
	case a.rules[i]&strongHere != 0:
		strong--
	case a.rules[i]&weakHere != 0:
		weak--
	}
	return [CompanyFeatures]int32{
		clip(second), is(a.rules[i]&aloneHere != 0), is(strong > 0), int32(max(0, min(weak, 2))) * One,
		is(a.strong+a.weak == 0),
	}
}

// What the rules found at a clause.
const (
	strongHere = 1 << iota
	weakHere
	aloneHere // something that was set aside for lack of company
)
