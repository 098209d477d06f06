package reader

import (
	"reflect"
	"sync"
	"testing"

	"coach/analyzer/text"
)

const blaming = "I know I was wrong to see her. But you were never home, and you never once asked how I was. " +
	"What did you expect me to do?"

func builtin(t testing.TB) *Model {
	t.Helper()
	m, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestReadPointsAtAClauseAndItsWords(t *testing.T) {
	doc := text.Parse(blaming)
	r := builtin(t).Read(doc, Evidence{Deed: 1})
	if len(r.Problems) == 0 || r.Clean {
		t.Fatalf("nothing found: %+v", r)
	}
	for _, p := range r.Problems {
		c := doc.Clauses[p.Clause]
		if p.First < c.First || p.Last > c.Last || p.First >= p.Last {
			t.Errorf("the words %d to %d are not in clause %d to %d", p.First, p.Last, c.First, c.Last)
		}
	}
}

func TestBetrayedWritersHaveNoBlameShifting(t *testing.T) {
	for _, p := range builtin(t).Read(text.Parse(blaming), Evidence{Betrayed: true, Deed: 1}).Problems {
		if c := Categories[p.Category]; c == "blame-shifting" || c == "minimizing" {
			t.Errorf("%s", c)
		}
	}
}

func TestErrandsAreClean(t *testing.T) {
	r := builtin(t).Read(text.Parse("The boiler man comes at nine. There is soup in the fridge and I fed the cat."), Evidence{})
	if len(r.Problems) > 0 || !r.Clean {
		t.Errorf("%+v", r)
	}
}

func TestOneModelServesManyGoroutines(t *testing.T) {
	m := builtin(t)
	want := m.Read(text.Parse(blaming), Evidence{Deed: 1})
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 20 {
				if got := m.Read(text.Parse(blaming), Evidence{Deed: 1}); !reflect.DeepEqual(got, want) {
					t.Errorf("%+v, not %+v", got, want)
				}
			}
		})
	}
	wait.Wait()
}

func TestReadTakesAnyDraft(t *testing.T) {
	for _, draft := range []string{"", " ", "...", "\n\n", "😀", "\xff\xfe", "a"} {
		builtin(t).Read(text.Parse(draft), Evidence{})
	}
}

func TestScaleFallsWithTheRootOfTheCount(t *testing.T) {
	for _, tt := range []struct {
		family, n int
		want      int64
	}{
		{wordRuns, 0, 65536},
		{wordRuns, 1, 65536},
		{wordRuns, 4, 32768},
		{wordRuns, 2, 46340},
		{shape, 1, 32768},
		{skipPairs, 9, 15018},
	} {
		if got := Scale(tt.family, tt.n); got != tt.want {
			t.Errorf("Scale(%d, %d) = %d, not %d", tt.family, tt.n, got, tt.want)
		}
	}
}

func TestOpenRefusesWhatIsNoModel(t *testing.T) {
	for _, file := range []string{"", "coach-reader/1\n", weights[:len(weights)-1], "x" + weights[1:]} {
		if _, err := Open(file); err != ErrFormat {
			t.Errorf("%d bytes: %v", len(file), err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	m, doc := builtin(b), text.Parse(blaming)
	b.SetBytes(int64(len(blaming)))
	b.ReportAllocs()
	for b.Loop() {
		m.Read(doc, Evidence{Deed: 1})
	}
}
