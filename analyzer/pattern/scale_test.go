package pattern

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"coach/analyzer/text"
	"coach/internal/processor"
)

// TestRulesCostLittle compares scanning with 10 and with 10,000 synthetic patterns of three words, a common, a less
// common and a telling one, as real ones have. The index must keep the ratio of the times below three.
func TestRulesCostLittle(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	docs := openDocuments(t, "../../testdata/corpus/a.jsonl")
	few, many := synthetic(t, 10), synthetic(t, 10_000)
	a, b := scanTime(few, docs), scanTime(many, docs)
	t.Logf("10 patterns %v, 10,000 patterns %v", a, b)
	if b > 3*a {
		t.Errorf("10 patterns take %v, 10,000 take %v", a, b)
	}
}

func synthetic(t *testing.T, n int) *Set {
	t.Helper()
	words := plainWords()
	random := rand.New(rand.NewPCG(1, 2))
	c := newTestCompiler(t)
	for range n {
		common, less, telling := words[random.IntN(100)], words[random.IntN(600)], words[600+random.IntN(len(words)-600)]
		if _, err := c.Add(fmt.Sprintf("%s %s ... %s", common, less, telling), true); err != nil {
			t.Fatal(err)
		}
	}
	return c.Finish()
}

// plainWords are the words of the frequency list that are made of letters, most frequent first.
func plainWords() []string {
	var words []string
	for line := range strings.Lines(frequencies) {
		word, _, _ := strings.Cut(line, " ")
		if _, err := Parse(word); err == nil && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == "" {
			words = append(words, word)
		}
	}
	return words
}

func openDocuments(t *testing.T, room string) []*text.Document {
	t.Helper()
	f, err := os.Open(room)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var docs []*text.Document
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var d struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		docs = append(docs, text.Parse(d.Text))
	}
	return docs
}

// scanTime is the best of fifteen rounds over all documents, binding included.
func scanTime(s *Set, docs []*text.Document) time.Duration {
	least := time.Hour
	for range 15 {
		start := processor.Time()
		for _, d := range docs {
			m := s.NewMatcher(d)
			m.Scan(func(Match) {})
			m.Release()
		}
		least = min(least, processor.Time()-start)
	}
	return least
}
