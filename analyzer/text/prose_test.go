package text_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/jdkato/prose/v2"

	"coach/analyzer/text"
)

// simple is a piece between blanks of which prose and we can have the same opinion: letters and apostrophes, then the
// marks that end something.
var simple = regexp.MustCompile(`^\pL+(['’]\pL+)*[.?!]*$`)

var shortName = regexp.MustCompile(`^\p{Lu}\pL{1,2}\.$`)

// proseCuts takes a word apart where prose does: before 'll 's 're 'm, else before n't.
var proseCuts = regexp.MustCompile(`(?i)('ll|'s|'re|'m|n't)$`)

// Our tokens of a simple piece are prose's, but for what is agreed to differ: a word that stands for several keeps its
// span where prose cuts off the 'm or n't, a run of marks is one token, and a short name at the end of a sentence is none
// of the abbreviations prose takes it for.
func TestTokensAgreeWithProse(t *testing.T) {
	seen := map[string]bool{}
	compared, differ := 0, 0
	for _, draft := range drafts(t) {
		for piece := range strings.FieldsSeq(draft) {
			if seen[piece] || !simple.MatchString(piece) {
				continue
			}
			seen[piece] = true
			theirs, whole := proseTokens(t, piece)
			if !whole {
				continue // prose drops what stands behind n't and 'm: "didn't."
			}
			compared++
			if ours := strings.Join(ourTokens(piece), " "); ours != strings.Join(theirs, " ") {
				differ++
				t.Errorf("%q: ours %s, prose's %s", piece, ours, theirs)
			}
		}
	}
	if compared < 8000 {
		t.Errorf("%d pieces compared, want 8000 or more", compared)
	}
	t.Logf("%d pieces compared, %d differ", compared, differ)
}

// proseTokens gives prose's tokens of a piece, marks joined, and whether they are all of it.
func proseTokens(t *testing.T, piece string) ([]string, bool) {
	t.Helper()
	straight := strings.ReplaceAll(piece, "’", "'")
	doc, err := prose.NewDocument(straight, prose.WithTagging(false), prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		t.Fatal(err)
	}
	var tokens []string
	for _, k := range doc.Tokens() {
		if shortName.MatchString(k.Text) {
			// Any capital with one or two letters and a point is an abbreviation to prose: "Amy.", "Me.", "So."
			tokens = append(tokens, strings.TrimSuffix(k.Text, "."), ".")
			continue
		}
		tokens = append(tokens, k.Text)
	}
	return joinMarks(tokens), strings.Join(tokens, "") == straight
}

// ourTokens gives the written form of our tokens of a piece, cut as prose cuts.
func ourTokens(piece string) []string {
	var tokens []string
	end := 0
	for _, k := range text.Parse(piece).Tokens {
		if k.Start < end {
			continue
		}
		end = k.End
		word := strings.ReplaceAll(piece[k.Start:k.End], "’", "'")
		if i := proseCuts.FindStringIndex(word); i != nil && i[0] > 0 {
			tokens = append(tokens, word[:i[0]], word[i[0]:])
			continue
		}
		tokens = append(tokens, word)
	}
	return joinMarks(tokens)
}

// joinMarks makes one token of a run of marks.
func joinMarks(tokens []string) []string {
	var out []string
	for _, k := range tokens {
		if n := len(out); n > 0 && strings.Trim(k, ".?!") == "" && strings.Trim(out[n-1], ".?!") == "" {
			out[n-1] += k
			continue
		}
		out = append(out, k)
	}
	return out
}
