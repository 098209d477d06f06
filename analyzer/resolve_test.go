package analyzer

import (
	"testing"

	"coach/analyzer/pattern"
)

func TestResolve(t *testing.T) {
	rule := func(id string, c Category, conf Confidence, s Severity) *Rule {
		return &Rule{ID: id, Category: c, Confidence: conf, Severity: s}
	}
	at := func(r *Rule, start, end, words int) candidate {
		return candidate{hit: hit{rule: r, match: pattern.Match{Last: words}}, span: Span{start, end}}
	}
	danger := rule("danger/x", Danger, Strong, High)
	danger.danger = &DangerClass{Name: "threat"}
	checkIn := rule("danger/soft", Danger, Strong, High)
	checkIn.danger = &DangerClass{Name: "fading", Soft: true}
	strong := rule("minimizing/s", "minimizing", Strong, Low)
	strongHigh := rule("minimizing/h", "minimizing", Strong, High)
	weak := rule("blame-shifting/w", "blame-shifting", Weak, High)
	for _, tt := range []struct {
		name string
		in   []candidate
		want []string
	}{
		{"danger wins over everything", []candidate{at(strongHigh, 0, 30, 9), at(danger, 5, 20, 2)}, []string{"danger/x"}},
		{"a card wins over a check-in", []candidate{at(checkIn, 0, 30, 9), at(danger, 5, 20, 2)}, []string{"danger/x"}},
		{"a check-in wins over a note", []candidate{at(strongHigh, 0, 30, 9), at(checkIn, 5, 20, 2)}, []string{"danger/soft"}},
		{"strong wins over weak", []candidate{at(weak, 0, 30, 9), at(strong, 0, 30, 2)}, []string{"minimizing/s"}},
		{"the longer match wins", []candidate{at(strongHigh, 0, 30, 2), at(strong, 0, 30, 4)}, []string{"minimizing/s"}},
		{"then more harm", []candidate{at(strong, 0, 30, 4), at(strongHigh, 0, 30, 4)}, []string{"minimizing/h"}},
		{"an edge in common is no overlap", []candidate{at(strong, 0, 30, 4), at(strongHigh, 25, 60, 4)}, []string{"minimizing/s", "minimizing/h"}},
		{"half of the shorter is", []candidate{at(strong, 0, 30, 5), at(strongHigh, 20, 40, 4)}, []string{"minimizing/s"}},
		{"in the order of the text", []candidate{at(strong, 50, 60, 5), at(weak, 0, 10, 2)}, []string{"blame-shifting/w", "minimizing/s"}},
	} {
		got := resolve(tt.in)
		if len(got) != len(tt.want) {
			t.Errorf("%s: %d kept, want %v", tt.name, len(got), tt.want)
			continue
		}
		for i := range got {
			if got[i].rule.ID != tt.want[i] {
				t.Errorf("%s: kept %s at %d, want %s", tt.name, got[i].rule.ID, i, tt.want[i])
			}
		}
	}
}
