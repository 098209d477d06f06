package text_test

import (
	"strings"
	"testing"
	"time"

	"coach/analyzer/text"
)

// BenchmarkParse parses the open rooms, repeated up to 10 MB.
func BenchmarkParse(b *testing.B) {
	var all strings.Builder
	for all.Len() < 10_000_000 {
		for _, d := range drafts(b) {
			all.WriteString(d + "\n")
		}
	}
	b.SetBytes(int64(all.Len()))
	b.ReportAllocs()
	for b.Loop() {
		text.Parse(all.String())
	}
}

// BenchmarkParseDraft parses one message of usual length.
func BenchmarkParseDraft(b *testing.B) {
	draft := drafts(b)[0]
	b.SetBytes(int64(len(draft)))
	b.ReportAllocs()
	for b.Loop() {
		text.Parse(draft)
	}
}

func BenchmarkCorrect(b *testing.B) {
	cues := text.NewCues([]string{"because", "mistake", "forgive", "apologise", "trust", "cheated", "overreacting", "promise"})
	b.ReportAllocs()
	for b.Loop() {
		text.Correct("forgve", nil, cues)
		text.Correct("mistkae", nil, cues)
		text.Correct("because", nil, cues)
	}
}

// TestParseTakesTimeInProportion parses runs of one thing at 100 KB and 1 MB.
func TestParseTakesTimeInProportion(t *testing.T) {
	for _, unit := range []string{
		"a", "A", "z ", ".", "!", "'", "\"", "“", "-", "a-", "a.", "a'", "'a ", "\n", "\r", "9", "9.", "1,", "@a", "#", "👍", "é", "\xff",
		"because ", "i know ", "i was ", "cause ", "ur ", "the ", "so ", "and i ", "w/", "\u200b", "if you ", "never ", "soooo", "x ", "http://a",
	} {
		small, large := strings.Repeat(unit, 100_000/len(unit)), strings.Repeat(unit, 1_000_000/len(unit))
		// The large one first, so that both find the heap grown; the best of several, since other work only ever adds.
		b, a := best(large, 2), best(small, 4)
		if b > 12*a+freshMemory {
			t.Errorf("%q: 100 KB in %v, 1 MB in %v, want at most 12 times as long and %v", unit, a, b, freshMemory)
		}
	}
}

// freshMemory is what the kernel may take to hand out the hundred megabytes that a megabyte of one-letter tokens needs,
// and the collector to look through them. Quadratic work would take seconds.
const freshMemory = 60 * time.Millisecond

func best(draft string, times int) time.Duration {
	shortest := time.Hour
	for range times {
		start := time.Now()
		text.Parse(draft)
		shortest = min(shortest, time.Since(start))
	}
	return shortest
}
