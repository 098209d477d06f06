package rules

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"coach/analyzer"
	"coach/internal/processor"
)

// TestGrowthIsLinear checks drafts of one repeated cue: five times the text may take ten times the processor's time, as
// the best of four. Linear work comes to five or six; what is quadratic comes to twenty-five.
func TestGrowthIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	_, set := bothReaders(t)
	for _, cue := range repeatedCues {
		small, large := best(set, cue, 200_000), best(set, cue, 1_000_000)
		if large > 10*small && large > 100*time.Millisecond {
			t.Errorf("%q: %v for 200 KB, %v for 1 MB", cue, small, large)
		}
	}
}

var repeatedCues = []string{"you ", "i said ", "because you ", "sorry but ", "it was just ", ". ", "a", "\n", "“", "i can't ", "you made me do it. "}

// BenchmarkGrowth checks a repeated cue in two sizes.
func BenchmarkGrowth(b *testing.B) {
	_, set := bothReaders(b)
	for _, cue := range repeatedCues {
		for _, bytes := range []int{100_000, 1_000_000} {
			draft := strings.Repeat(cue, bytes/len(cue))
			b.Run(fmt.Sprintf("%q/%d", cue, bytes), func(b *testing.B) {
				for b.Loop() {
					set.Check(draft, analyzer.Options{})
				}
			})
		}
	}
}

func best(set *analyzer.Set, cue string, bytes int) time.Duration {
	draft := strings.Repeat(cue, bytes/len(cue))
	least := time.Hour
	for range 4 {
		start := processor.Time()
		set.Check(draft, analyzer.Options{})
		least = min(least, processor.Time()-start)
	}
	return least
}
