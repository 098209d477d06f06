package tagger_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/jdkato/prose/v2"

	"coach/analyzer/tagger"
	"coach/analyzer/tagger/internal/flatten"
)

// minTokens must be compared; the open drafts hold 40,644 in sentences without repeated words.
const minTokens = 35000

// prose is the reference. It shares one tag among equal words of a text, so sentences that repeat a word are left out.
func TestSentenceTagsAsProse(t *testing.T) {
	reference := referenceTagger(t)
	total, differ := 0, 0
	for _, words := range sentences(t) {
		if repeats(words) {
			continue
		}
		want := reference(words)
		for i, got := range tagsOf(words) {
			total++
			if got.String() != want[i] {
				differ++
				t.Logf("%s: %s, prose says %s in %q", words[i], got, want[i], words)
			}
		}
	}
	t.Logf("%d tokens, %d differ", total, differ)
	if total < minTokens {
		t.Errorf("only %d tokens compared", total)
	}
	if differ*1000 > total {
		t.Errorf("%d of %d tags differ from prose, more than 1 in 1,000", differ, total)
	}
}

// Each tag prose numbers is the constant of that name.
func TestStringIsTheNameOfTheClass(t *testing.T) {
	classes, err := flatten.Classes()
	if err != nil {
		t.Fatal(err)
	}
	for i, class := range classes {
		if got := tagger.Tag(i + 1).String(); got != class {
			t.Errorf("Tag(%d) is %q, prose says %q", i+1, got, class)
		}
	}
}

func TestWeightsAreFresh(t *testing.T) {
	want, err := flatten.Weights()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("weights.bin")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("weights.bin is not what go generate ./analyzer/tagger writes")
	}
	if len(got) > 3_500_000 {
		t.Errorf("weights.bin has %d bytes, more than 3.5 MB", len(got))
	}
}

// referenceTagger returns prose's tags of words. prose reads only "I" as the pronoun.
func referenceTagger(t *testing.T) func([]string) []string {
	off := []prose.DocOpt{prose.WithExtraction(false), prose.WithSegmentation(false)}
	empty, err := prose.NewDocument("", off...)
	if err != nil {
		t.Fatal(err)
	}
	return func(words []string) []string {
		text := strings.ReplaceAll(" "+strings.Join(words, " ")+" ", " i ", " I ")
		doc, err := prose.NewDocument(strings.TrimSpace(text), append(off, prose.UsingModel(empty.Model))...)
		if err != nil {
			t.Fatal(err)
		}
		tokens := doc.Tokens()
		if len(tokens) != len(words) {
			t.Fatalf("prose makes %d tokens of %q", len(tokens), words)
		}
		tags := make([]string, len(tokens))
		for i, token := range tokens {
			tags[i] = token.Tag
		}
		return tags
	}
}

var (
	ends  = regexp.MustCompile(`\n|[.!?]\s`)
	words = regexp.MustCompile(`[\pL\pN]+|[,.?!:;]`)
)

// sentences are those of all open drafts, split crudely into lower-case words and marks.
func sentences(t testing.TB) [][]string {
	files, err := filepath.Glob("../../testdata/corpus/*.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatal("no drafts", err)
	}
	var all [][]string
	for _, file := range files {
		lines, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range bytes.Lines(lines) {
			var draft struct{ Text string }
			if err := json.Unmarshal(line, &draft); err != nil {
				t.Fatal(file, err)
			}
			text := strings.ReplaceAll(strings.ToLower(draft.Text), "n't", " not")
			for _, sentence := range ends.Split(text, -1) {
				all = append(all, words.FindAllString(sentence, -1))
			}
		}
	}
	return all
}

func repeats(words []string) bool {
	seen := map[string]bool{}
	for _, word := range words {
		if seen[word] {
			return true
		}
		seen[word] = true
	}
	return false
}

func tagsOf(words []string) []tagger.Tag {
	tags := make([]tagger.Tag, len(words))
	tagger.Sentence(words, tags)
	return tags
}
