package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"coach/analyzer"
)

// kinds of calibration rooms, in the order they are reported.
var roomKinds = []struct {
	name  string
	rooms []string
}{
	{"hard", []string{"ad", "ae"}},
	{"everyday", []string{"ag", "ah"}},
	{"short", []string{"aj"}},
}

// A system is one way to check drafts.
type system struct {
	name    string
	options analyzer.Options
	alone   bool // no rule counts
}

var systems = []system{
	{"rules", analyzer.Options{RulesOnly: true}, false},
	{"reader", analyzer.Options{}, true},
	{"both", analyzer.Options{}, false},
}

// results are the findings of each system by draft.
type results map[string]map[string][]analyzer.Finding

// evaluate trains a model without each calibration room in turn, thresholds included, and checks the room with it.
func (s settings) evaluate(set *analyzer.Set, drafts []*draft) results {
	r := results{}
	for _, sys := range systems {
		r[sys.name] = map[string][]analyzer.Finding{}
	}
	for _, room := range unseenRooms(drafts) {
		var seen, unseen []*draft
		for _, d := range drafts {
			if d.Room == room {
				unseen = append(unseen, d)
			} else {
				seen = append(seen, d)
			}
		}
		with := set.WithReader(open(s.train(seen, noHash)))
		for _, d := range unseen {
			for _, sys := range systems {
				o := sys.options
				o.Role = d.Role
				checker := with
				if sys.alone {
					checker = with.Only(analyzer.FromReader)
				}
				r[sys.name][d.ID] = checker.Check(d.Text, o).Findings
			}
		}
	}
	return r
}

func unseenRooms(drafts []*draft) []string {
	var rooms []string
	for _, d := range drafts {
		if d.unseen && !slices.Contains(rooms, d.Room) {
			rooms = append(rooms, d.Room)
		}
	}
	return rooms
}

// tally counts as testdata/score/score.py does.
type tally struct{ drafts, spans, hit, good, off, wrong, clean, cleanFlagged int }

func (t *tally) add(d *draft, findings []analyzer.Finding) {
	t.drafts++
	t.spans += len(d.spans)
	if len(d.spans) == 0 {
		t.clean++
		if len(findings) > 0 {
			t.cleanFlagged++
		}
	}
	served := map[int]bool{}
	hit := map[int]bool{}
	right := func(f *analyzer.Finding, k int) bool {
		return d.spans[k].Category == string(f.Category) || slices.Contains(d.spans[k].Also, string(f.Category))
	}
	fit := make([][]int, len(findings))
	anyRight := make([]bool, len(findings))
	order := make([]int, len(findings))
	for j := range findings {
		order[j] = j
		for k, s := range d.spans {
			if fits(findings[j].Start, findings[j].End, s) {
				fit[j] = append(fit[j], k)
				anyRight[j] = anyRight[j] || right(&findings[j], k)
			}
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case anyRight[a] == anyRight[b]:
			return 0
		case anyRight[a]:
			return -1
		}
		return 1
	})
	for _, j := range order {
		good := slices.DeleteFunc(slices.Clone(fit[j]), func(k int) bool { return !right(&findings[j], k) })
		count := &t.wrong
		list := good
		switch {
		case len(good) > 0:
			count = &t.good
		case len(fit[j]) > 0:
			count, list = &t.off, fit[j]
		}
		if len(fit[j]) == 0 || slices.ContainsFunc(list, func(k int) bool { return !served[k] }) {
			*count++
		}
		for _, k := range list {
			served[k] = true
		}
		for _, k := range good {
			hit[k] = true
		}
	}
	t.hit += len(hit)
}

func (t *tally) String() string {
	ok := t.good + t.off
	return fmt.Sprintf("drafts %4d  recall %.3f  precision %.3f  category right %.3f  clean flagged %d/%d", t.drafts,
		ratio(t.hit, t.spans), ratio(ok, ok+t.wrong), ratio(t.good, ok), t.cleanFlagged, t.clean)
}

func ratio(a, b int) float64 { return float64(a) / float64(max(b, 1)) }

// print writes a row a kind of room for each system.
func (r results) print(w io.Writer, drafts []*draft) {
	for _, sys := range systems {
		fmt.Fprintln(w, sys.name)
		var all tally
		for _, k := range roomKinds {
			var t tally
			for _, d := range drafts {
				if d.unseen && slices.Contains(k.rooms, d.Room) {
					t.add(d, r[sys.name][d.ID])
					all.add(d, r[sys.name][d.ID])
				}
			}
			fmt.Fprintf(w, "  %-9s %v\n", k.name, &t)
		}
		fmt.Fprintf(w, "  %-9s %v\n", "all", &all)
		messages, flagged := 0, 0
		for _, d := range drafts {
			if d.unseen && d.kind == ordinary {
				messages++
				if len(r[sys.name][d.ID]) > 0 {
					flagged++
				}
			}
		}
		fmt.Fprintf(w, "  %-9s messages %d  flagged %d\n", "ordinary", messages, flagged)
	}
}

// write puts the findings where testdata/score/score.py can read them.
func (r results) write(folder string, drafts []*draft) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	type finding struct {
		Start    int               `json:"start"`
		End      int               `json:"end"`
		Category analyzer.Category `json:"category"`
	}
	for _, sys := range systems {
		var out strings.Builder
		for _, d := range drafts {
			if !d.unseen {
				continue
			}
			list := []finding{}
			for _, f := range r[sys.name][d.ID] {
				list = append(list, finding{f.Start, f.End, f.Category})
			}
			line, err := json.Marshal(map[string]any{"id": d.ID, "findings": list})
			if err != nil {
				return err
			}
			out.Write(append(line, '\n'))
		}
		if err := os.WriteFile(filepath.Join(folder, sys.name+".jsonl"), []byte(out.String()), 0o644); err != nil {
			return err
		}
	}
	return nil
}
