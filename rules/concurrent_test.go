package rules

import (
	"encoding/json"
	"sync"
	"testing"

	"coach/analyzer"
)

// TestOneSetForAll checks drafts from sixteen goroutines that share the built-in set, each twice: all answers are the
// same. make test runs it with the race detector.
func TestOneSetForAll(t *testing.T) {
	pack, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	set := analyzer.NewSet(pack)
	drafts := openDrafts(t)[:120]
	want := make([]string, len(drafts))
	for i, d := range drafts {
		want[i] = answer(t, set, d)
	}
	var wg sync.WaitGroup
	for g := range 16 {
		wg.Go(func() {
			for i := range drafts {
				at := (i + g*7) % len(drafts)
				if got := answer(t, set, drafts[at]); got != want[at] {
					t.Errorf("%s: another answer in goroutine %d", drafts[at].ID, g)
				}
			}
		})
	}
	wg.Wait()
}

func answer(t *testing.T, set *analyzer.Set, d draft) string {
	out, err := json.Marshal(set.Check(d.Text, analyzer.Options{Role: d.Role}))
	if err != nil {
		t.Error(err)
	}
	return string(out)
}
