package main

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"coach/analyzer"
	"coach/analyzer/reader"
	"coach/rules"
)

func corpus(t testing.TB) ([]*draft, string) {
	t.Helper()
	drafts, hash, err := readCorpus(os.DirFS("../../testdata"))
	if err != nil {
		t.Fatal(err)
	}
	return drafts, hash
}

// TestModelBelongsToTheCorpus fails when drafts were added, taken away or changed since the model was trained.
func TestModelBelongsToTheCorpus(t *testing.T) {
	m, err := reader.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	if _, hash := corpus(t); m.Corpus() != hash[:len(m.Corpus())] {
		t.Errorf("analyzer/reader/model.bin was trained on other drafts (%s, not %s); go run ./cmd/train -o analyzer/reader/model.bin", m.Corpus(), hash[:len(m.Corpus())])
	}
}

// TestNothingHeldOutIsLearnedFrom holds the held-out rooms, j and t, and what is scored only, out of training.
func TestNothingHeldOutIsLearnedFrom(t *testing.T) {
	drafts, _ := corpus(t)
	if len(drafts) < 4000 {
		t.Fatalf("%d drafts; the corpus has thousands", len(drafts))
	}
	for _, d := range drafts {
		if d.Room == "j" || d.Room == "t" || strings.HasPrefix(d.ID, "j-") || strings.HasPrefix(d.ID, "t-") || d.Room == "hard" || d.Room == "paraphrases" {
			t.Errorf("%s of room %s", d.ID, d.Room)
		}
	}
}

// TestTrainingGivesTheSameBytes trains twice on a few rooms.
func TestTrainingGivesTheSameBytes(t *testing.T) {
	pack, err := rules.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	drafts, hash := corpus(t)
	drafts = slices.DeleteFunc(drafts, func(d *draft) bool { return d.Room != "a" && d.Room != "n" && d.Room != "aj" })
	examine(analyzer.NewSet(pack), drafts)
	small := defaults
	small.iterations, small.folds = 8, 3
	first := small.train(drafts, hash).Encode()
	if !bytes.Equal(first, small.train(drafts, hash).Encode()) {
		t.Error("two runs gave two models")
	}
	m, err := reader.Open(string(first))
	if err != nil {
		t.Fatal(err)
	}
	yes, no := score(m, "You were never home and what did you expect me to do"), score(m, "The train is at ten and I have the tickets")
	if yes <= no {
		t.Errorf("scores %d for a problem and %d for none", yes, no)
	}
}

// score gives the highest first score of a draft.
func score(m *reader.Model, text string) int32 {
	d := &draft{Text: text, Role: analyzer.Betrayer}
	examine(analyzer.NewSet(), []*draft{d})
	return slices.Max(firstScores(m, d))
}

func TestTallyCountsAsTheScorerDoes(t *testing.T) {
	d := &draft{spans: []span{{10, 40, "minimizing", []string{"concealing"}}, {50, 60, "pressuring", nil}}}
	f := func(start, end int, c analyzer.Category) analyzer.Finding {
		return analyzer.Finding{Span: analyzer.Span{Start: start, End: end}, Category: c}
	}
	for _, tt := range []struct {
		name                  string
		findings              []analyzer.Finding
		hit, good, off, wrong int
	}{
		{"nothing", nil, 0, 0, 0, 0},
		{"right", []analyzer.Finding{f(10, 40, "minimizing")}, 1, 1, 0, 0},
		{"acceptable", []analyzer.Finding{f(20, 40, "concealing")}, 1, 1, 0, 0},
		{"twice", []analyzer.Finding{f(10, 24, "minimizing"), f(25, 40, "minimizing")}, 1, 1, 0, 0},
		{"other category", []analyzer.Finding{f(50, 60, "minimizing")}, 0, 0, 1, 0},
		{"wrong, then right", []analyzer.Finding{f(10, 24, "pressuring"), f(25, 40, "minimizing")}, 1, 1, 0, 0},
		{"elsewhere", []analyzer.Finding{f(0, 9, "minimizing")}, 0, 0, 0, 1},
		{"far too long", []analyzer.Finding{f(0, 111, "minimizing")}, 0, 0, 0, 1},
	} {
		var got tally
		got.add(d, tt.findings)
		if got.hit != tt.hit || got.good != tt.good || got.off != tt.off || got.wrong != tt.wrong {
			t.Errorf("%s: hit %d good %d off %d wrong %d", tt.name, got.hit, got.good, got.off, got.wrong)
		}
	}
}
