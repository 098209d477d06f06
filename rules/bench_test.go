package rules

import (
	"strings"
	"testing"

	"coach/analyzer"
)

// BenchmarkCheck checks the open drafts one after the other; ns/op is for one draft.
func BenchmarkCheck(b *testing.B) {
	pack, _ := builtin(b)
	benchmarkDrafts(b, analyzer.NewSet(pack))
}

// BenchmarkBoth is BenchmarkCheck with rules and reader.
func BenchmarkBoth(b *testing.B) {
	_, set := bothReaders(b)
	benchmarkDrafts(b, set)
}

func benchmarkDrafts(b *testing.B, set *analyzer.Set) {
	drafts := openDrafts(b)
	bytes := 0
	for _, d := range drafts {
		bytes += len(d.Text)
	}
	b.SetBytes(int64(bytes / len(drafts)))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		d := &drafts[i%len(drafts)]
		set.Check(d.Text, analyzer.Options{Role: d.Role})
	}
}

// BenchmarkBulk checks the open rooms as one text of 1 MB.
func BenchmarkBulk(b *testing.B) {
	pack, _ := builtin(b)
	benchmarkBulk(b, analyzer.NewSet(pack))
}

// BenchmarkBothBulk is BenchmarkBulk with rules and reader.
func BenchmarkBothBulk(b *testing.B) {
	_, set := bothReaders(b)
	benchmarkBulk(b, set)
}

func benchmarkBulk(b *testing.B, set *analyzer.Set) {
	text := bulk(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		set.Check(text, analyzer.Options{Role: analyzer.Betrayer})
	}
}

func bulk(b testing.TB) string {
	var all strings.Builder
	drafts := openDrafts(b)
	for i := 0; all.Len() < 1<<20; i++ {
		all.WriteString(drafts[i%len(drafts)].Text)
		all.WriteByte('\n')
	}
	return all.String()[:1<<20]
}
