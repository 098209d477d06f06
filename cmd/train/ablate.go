package main

import (
	"fmt"
	"io"
	"slices"

	"coach/analyzer/reader"
)

// ablate shows what parts of the model are worth: for each variant the share of labelled spans in the calibration rooms
// that a candidate fits, whatever its category, at the threshold where nine in ten candidates are right, and where not
// more than one ordinary message in a hundred is flagged. All scores are of models that have not seen the room.
func (s settings) ablate(w io.Writer, drafts []*draft) {
	for _, v := range []struct {
		name   string
		change func(*settings)
		rooms  int // open labelled rooms to learn from; 0 means all
	}{
		{"whole model", func(*settings) {}, 0},
		{"without the second step", func(s *settings) { s.noContext = true }, 0},
		{"without rules (third step)", func(s *settings) { s.noRules = true }, 0},
		{"without neighbours, sentence and draft words", func(s *settings) { s.without = []int{4, 5, 6} }, 0},
		{"without context at all", func(s *settings) { s.without, s.noContext = []int{4, 5, 6}, true }, 0},
		{"without character runs", func(s *settings) { s.without = []int{3} }, 0},
		{"without frames of parts of speech", func(s *settings) { s.without = []int{2} }, 0},
		{"1 open room", func(*settings) {}, 1},
		{"4 open rooms", func(*settings) {}, 4},
		{"10 open rooms", func(*settings) {}, 10},
	} {
		variant := s
		v.change(&variant)
		some := leaveOut(fewer(drafts, v.rooms), variant.without)
		fmt.Fprintf(w, "%-46s %s\n", v.name, variant.curve(some))
	}
}

// fewer keeps some of the open labelled rooms, hard and everyday ones in turn as far as their names tell.
func fewer(drafts []*draft, rooms int) []*draft {
	if rooms == 0 {
		return drafts
	}
	kept := []string{"i", "s", "u", "p", "w", "y", "h", "o", "x", "n"}[:rooms]
	return slices.DeleteFunc(slices.Clone(drafts), func(d *draft) bool {
		return d.kind == extra || d.kind == labelled && !d.unseen && !slices.Contains(kept, d.Room)
	})
}

// leaveOut gives copies of the drafts without some families of features.
func leaveOut(drafts []*draft, families []int) []*draft {
	if len(families) == 0 {
		return drafts
	}
	copies := make([]*draft, len(drafts))
	for k, d := range drafts {
		c := *d
		c.rows = slices.Clone(d.rows)
		for i := range c.rows {
			for _, family := range families {
				c.rows[i].features[family] = nil
			}
		}
		copies[k] = &c
	}
	return copies
}

// curve scores the calibration rooms out of room, second and third step included.
func (s settings) curve(drafts []*draft) string {
	type finding struct {
		score  int32
		of     *draft
		clause int
	}
	scores, group := s.outOfRoom(drafts), s.groups(drafts)
	var findings []finding
	for fold := range s.folds {
		others := map[*draft][]int32{}
		for d, list := range scores {
			if group[d.Room] != fold {
				others[d] = list
			}
		}
		w := reader.Weights{Corpus: noHash, Problem: make([]float64, reader.ProblemBuckets), Categories: noCategories()}
		s.weighContext(&w, drafts, others)
		m := open(&w)
		for _, d := range drafts {
			list, predicted := scores[d]
			if !predicted || !d.unseen || group[d.Room] != fold {
				continue
			}
			around := reader.NewAround(list, d.evidence)
			for i := range list {
				if list[i] > reader.Candidate {
					findings = append(findings, finding{m.Last(&around, d.doc, d.evidence, i), d, i})
				}
			}
		}
	}
	slices.SortStableFunc(findings, func(a, b finding) int { return int(b.score) - int(a.score) })
	spans, messages := 0, 0
	for d := range scores {
		if d.unseen {
			spans += len(d.spans)
			if d.kind == ordinary {
				messages++
			}
		}
	}
	type place struct {
		of   *draft
		span int
	}
	hit, flagged := map[place]bool{}, map[*draft]bool{}
	right, all := 0, 0
	precise, quiet := "-", "-"
	for _, f := range findings {
		if f.of.kind == ordinary {
			flagged[f.of] = true
			continue
		}
		all++
		if fit := f.of.rows[f.clause].spans; len(fit) > 0 {
			right++
			for _, k := range fit {
				hit[place{f.of, k}] = true
			}
		}
		if 10*right >= 9*all {
			precise = fmt.Sprintf("%.3f (%d messages flagged)", ratio(len(hit), spans), len(flagged))
		}
		if 100*len(flagged) <= messages {
			quiet = fmt.Sprintf("%.3f (precision %.3f)", ratio(len(hit), spans), ratio(right, all))
		}
	}
	return "recall at precision 0.9 " + precise + ", at 1 % of messages " + quiet
}

func noCategories() [][]float64 {
	none := make([][]float64, len(reader.Categories))
	for k := range none {
		none[k] = make([]float64, reader.CategoryBuckets)
	}
	return none
}
