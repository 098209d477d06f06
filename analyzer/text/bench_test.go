package text_test

import (
	"strings"
	"testing"
	"time"

	"coach/analyzer/text"
	"coach/internal/processor"
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
		a, b := best(small, large)
		if b > 12*a+freshMemory {
			t.Errorf("%q: 100 KB in %v, 1 MB in %v, want at most 12 times as long and %v", unit, a, b, freshMemory)
		}
	}
}

// freshMemory is what the kernel may take to hand out the hundred megabytes that a megabyte of one-letter tokens needs,
// and the collector to look through them. Quadratic work would take seconds.
const freshMemory = 60 * time.Millisecond

// best gives the shortest of a few times for each of two drafts, since other work on the machine only ever adds; more
// are taken while the two are out of proportion.
func best(small, large string) (a, b time.Duration) {
	a, b = time.Hour, time.Hour
	for n := 0; n < 2 || n < 8 && b > 12*a+freshMemory; n++ {
		a, b = min(a, timed(small), timed(small)), min(b, timed(large))
	}
	return a, b
}

func timed(draft string) time.Duration {
	start := processor.Time()
	text.Parse(draft)
	return processor.Time() - start
}
