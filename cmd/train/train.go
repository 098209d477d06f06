package main

import (
	"slices"
	"sync"

	"coach/analyzer/reader"
)

// settings are what a model is trained with; the ablations of docs/reader.md change them.
type settings struct {
	cost           float64 // of a wrong clause against large weights
	categoryCost   float64
	contextCost    float64
	iterations     int
	folds          int // in which first scores are predicted for drafts that the model has not seen
	taxonomyWeight float64
	ordinaryFirst  float64 // weight of an ordinary message's clauses for the first score
	ordinaryWeight float64 // and when contexts are weighed
	precision      float64 // of the reader's findings on unseen drafts, by which the threshold is chosen
	ordinaryRate   float64 // of ordinary messages that may be flagged
	cleanWorth     float64 // what a right weak finding is worth that is lost in a draft taken for clean, in wrong ones

	noContext, noRules bool  // second and third step left out
	without            []int // families of features left out
}

var defaults = settings{
	cost: 4, categoryCost: 4, contextCost: 3, iterations: 60, folds: 6,
	taxonomyWeight: 0.15, ordinaryFirst: 3, ordinaryWeight: 2,
	precision: 0.92, ordinaryRate: 0.012, cleanWorth: 2,
}

// train gives a model of the drafts, with its thresholds from those among them that rule authors have not seen.
func (s settings) train(drafts []*draft, hash string) *reader.Weights {
	w := &reader.Weights{Corpus: hash}
	scores := s.outOfRoom(drafts)
	w.Problem = s.problem(drafts)
	w.Categories = s.categories(drafts)
	s.weighContext(w, drafts, scores)
	s.chooseThresholds(w, drafts, scores)
	s.chooseBeliefs(w, drafts, scores)
	return w
}

// problem fits the first model: is there a problem in this clause?
func (s settings) problem(drafts []*draft) []float64 {
	var examples []example
	for _, d := range drafts {
		for i := range d.rows {
			yes, learn := d.problem(&d.rows[i])
			if learn || len(d.rows[i].spans) == 0 {
				examples = append(examples, example{&d.rows[i].features, yes, s.weight(d)})
			}
		}
	}
	return fitSparse(examples, reader.ProblemBuckets, s.cost, s.iterations)
}

func (s settings) weight(d *draft) float64 {
	switch d.kind {
	case taxonomy:
		return s.taxonomyWeight
	case ordinary:
		return s.ordinaryFirst
	}
	return 1
}

// categories fits a model a category: which problem is it?
func (s settings) categories(drafts []*draft) [][]float64 {
	models := make([][]float64, len(reader.Categories))
	each(len(models), func(k int) {
		var examples []example
		for _, d := range drafts {
			for i := range d.rows {
				if problem, _ := d.problem(&d.rows[i]); !problem {
					continue
				}
				first := d.spans[d.rows[i].spans[0]]
				yes := first.Category == reader.Categories[k]
				examples = append(examples, example{&d.rows[i].features, yes, max(s.weight(d), 0.5)})
			}
		}
		models[k] = fitSparse(examples, reader.CategoryBuckets, s.categoryCost, s.iterations)
	})
	return models
}

// outOfRoom predicts the first scores of all scored drafts by models that have not seen their rooms.
func (s settings) outOfRoom(drafts []*draft) map[*draft][]int32 {
	group := s.groups(drafts)
	scores := map[*draft][]int32{}
	var lock sync.Mutex
	each(s.folds, func(fold int) {
		var seen, unseen []*draft
		for _, d := range drafts {
			if g, grouped := group[d.Room]; grouped && g == fold {
				unseen = append(unseen, d)
			} else {
				seen = append(seen, d)
			}
		}
		m := first(s.problem(seen))
		lock.Lock()
		defer lock.Unlock()
		for _, d := range unseen {
			scores[d] = firstScores(m, d)
		}
	})
	return scores
}

// groups deals the rooms that count into folds. Taxonomy and drafts of our own are always learned from.
func (s settings) groups(drafts []*draft) map[string]int {
	var rooms []string
	for _, d := range drafts {
		if (d.kind == labelled || d.kind == ordinary) && !slices.Contains(rooms, d.Room) {
			rooms = append(rooms, d.Room)
		}
	}
	slices.Sort(rooms)
	group := map[string]int{}
	for i, r := range rooms {
		group[r] = i % s.folds
	}
	return group
}

// first gives a model that knows only first scores, rounded as the shipped one is.
func first(problem []float64) *reader.Model {
	w := reader.Weights{
		Corpus: noHash, Problem: problem, Categories: noCategories(),
		Context: identity(reader.ContextFeatures), Company: identity(reader.CompanyFeatures),
	}
	return open(&w)
}

const noHash = "0000000000000000"

func open(w *reader.Weights) *reader.Model {
	m, err := reader.Open(string(w.Encode()))
	if err != nil {
		panic(err) // what Encode gives can be opened
	}
	return m
}

// identity is a combination that gives its first number back.
func identity(n int) []float64 {
	c := make([]float64, n+1)
	c[1] = 1
	return c
}

func firstScores(m *reader.Model, d *draft) []int32 {
	scores := make([]int32, len(d.rows))
	for i := range scores {
		scores[i] = m.Score(&d.rows[i].features)
	}
	return scores
}

// weighContext fits the second and the third step to predicted first scores.
func (s settings) weighContext(w *reader.Weights, drafts []*draft, scores map[*draft][]int32) {
	w.Context, w.Company = identity(reader.ContextFeatures), identity(reader.CompanyFeatures)
	if !s.noContext {
		w.Context = fitDense(s.points(drafts, scores, func(d *draft, a *reader.Around, i int) []int32 {
			c := a.Context(d.doc, d.evidence, i)
			return c[:]
		}), reader.ContextFeatures, s.contextCost)
	}
	if s.noRules {
		return
	}
	m := open(w)
	unseen := slices.DeleteFunc(slices.Clone(drafts), func(d *draft) bool { return !d.unseen })
	w.Company = fitDense(s.points(unseen, scores, func(d *draft, a *reader.Around, i int) []int32 {
		c := a.Company(m.Second(a, d.doc, d.evidence, i), i)
		return c[:]
	}), reader.CompanyFeatures, s.contextCost)
}

// points gives the candidates of all drafts with a score, each as it is described.
func (s settings) points(
	drafts []*draft, scores map[*draft][]int32, describe func(*draft, *reader.Around, int) []int32,
) []point {
	var points []point
	for _, d := range drafts {
		list, predicted := scores[d]
		if !predicted {
			continue
		}
		weight := 1.0
		if d.kind == ordinary {
			weight = s.ordinaryWeight
		}
		around := reader.NewAround(list, d.evidence)
		for i := range d.rows {
			if list[i] > reader.Candidate {
				points = append(points, point{describe(d, &around, i), len(d.rows[i].spans) > 0, weight})
			}
		}
	}
	return points
}

// lookAlikes is the room of ordinary messages that were written to be mistaken; no rate can be read off it.
const lookAlikes = "ordinary"

// chooseThresholds takes the lowest threshold from which the reader's findings on drafts that no rule author has seen
// are precise enough and few enough ordinary messages are flagged.
func (s settings) chooseThresholds(w *reader.Weights, drafts []*draft, scores map[*draft][]int32) {
	m := open(w)
	type finding struct {
		score int32
		right bool
		of    *draft
	}
	var findings []finding
	messages := 0
	for _, d := range drafts {
		list, predicted := scores[d]
		if !predicted || !d.unseen && d.kind != ordinary || d.Room == lookAlikes {
			continue
		}
		if d.kind == ordinary {
			messages++
		}
		around := reader.NewAround(list, d.evidence)
		for i := range list {
			if list[i] > reader.Candidate {
				findings = append(findings, finding{m.Last(&around, d.doc, d.evidence, i), len(d.rows[i].spans) > 0, d})
			}
		}
	}
	slices.SortStableFunc(findings, func(a, b finding) int { return int(b.score) - int(a.score) })
	w.Threshold = 1 << 29
	right, all := 0, 0
	flagged := map[*draft]bool{}
	for _, f := range findings {
		if f.of.kind == ordinary {
			flagged[f.of] = true
		} else {
			all++
			if f.right {
				right++
			}
		}
		if float64(len(flagged)) > s.ordinaryRate*float64(messages)+0.5 {
			break
		}
		if float64(right) >= s.precision*float64(all) {
			w.Threshold = f.score
		}
	}
}

// A belief is a weak finding of a rule with the score that decides whether it is believed.
type belief struct {
	score int32
	right bool
}

// chooseBeliefs takes, on the same drafts, the highest score below which a draft is taken for clean, because of the weak
// findings in such drafts few are right, and the lowest score from which a weak finding needs no company.
func (s settings) chooseBeliefs(w *reader.Weights, drafts []*draft, scores map[*draft][]int32) {
	m := open(w)
	var standing, alone []belief
	for _, d := range drafts {
		list, predicted := scores[d]
		if !predicted || !d.unseen && d.kind != ordinary || d.Room == lookAlikes {
			continue
		}
		around := reader.NewAround(list, d.evidence)
		r := reader.Reading{Second: m.Seconds(&around, d.doc, d.evidence, list)}
		for _, h := range d.evidence.Hits {
			right := slices.ContainsFunc(d.rows[h.First:h.Last+1], func(r row) bool { return len(r.spans) > 0 })
			switch {
			case h.Strong, h.Stands && d.evidence.Deed == otherTopic:
			case h.Stands:
				standing = append(standing, belief{r.Highest(0, len(list)-1), right})
			default:
				alone = append(alone, belief{r.Highest(h.First, h.Last), right})
			}
		}
	}
	slices.SortStableFunc(standing, func(a, b belief) int { return int(a.score) - int(b.score) })
	slices.SortStableFunc(alone, func(a, b belief) int { return int(b.score) - int(a.score) })
	w.Clean = bestGain(standing, s.cleanWorth)
	w.Raise = 1 << 29
	right := 0
	for i, b := range alone {
		right += one(b.right)
		if float64(right) >= s.precision*float64(i+1) {
			w.Raise = b.score
		}
	}
}

// otherTopic is Evidence.Deed of a draft that seems to be about something else. What the rules find there stands on a
// lot of company, and the reader leaves it alone.
const otherTopic = 3

// bestGain gives the score up to which leaving the beliefs out gains most: each wrong one counts 1, each right one costs
// worth. It is the lowest score where nothing is gained.
func bestGain(beliefs []belief, worth float64) int32 {
	gain, best, score := 0.0, 0.0, int32(-1<<29)
	for i, b := range beliefs {
		gain += 1 - float64(one(b.right))*(1+worth)
		last := i == len(beliefs)-1 || beliefs[i+1].score != b.score
		if last && gain > best {
			best, score = gain, b.score
		}
	}
	return score
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// each calls f for 0 to n-1 on two goroutines: a fit uses one core.
func each(n int, f func(int)) {
	var wait sync.WaitGroup
	next := make(chan int)
	for range 2 {
		wait.Go(func() {
			for k := range next {
				f(k)
			}
		})
	}
	for k := range n {
		next <- k
	}
	close(next)
	wait.Wait()
}
