package rules

import (
	"strings"
	"testing"
	"time"

	"coach/analyzer"
)

// TestGrowthIsLinear checks drafts of one repeated cue: ten times the text may take fifteen times as long, measured as
// the best of three, with a floor below which timers and the collector decide. Linear work with a sort in it comes to
// twelve; what is quadratic comes to a hundred.
func TestGrowthIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	pack, _ := builtin(t)
	set := analyzer.NewSet(pack)
	for _, cue := range []string{"you ", "i said ", "because you ", "sorry but ", "it was just ", ". ", "a", "\n", "“", "i can't "} {
		small, large := best(set, cue, 100_000), best(set, cue, 1_000_000)
		if large > 15*small && large > 200*time.Millisecond {
			t.Errorf("%q: %v for 100 KB, %v for 1 MB", cue, small, large)
		}
	}
}

func best(set *analyzer.Set, cue string, bytes int) time.Duration {
	draft := strings.Repeat(cue, bytes/len(cue))
	least := time.Hour
	for range 3 {
		start := time.Now()
		set.Check(draft, analyzer.Options{})
		least = min(least, time.Since(start))
	}
	return least
}
