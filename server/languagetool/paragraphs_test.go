package languagetool

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestParagraphs compares drafts sent whole with the same drafts sent a paragraph at a time, as LibreOffice sends them,
// and writes down what changes: a paragraph that names no deed is judged with the deed open, and conditions on the
// neighbourhood end with it. Offsets are code units of the whole draft.
func TestParagraphs(t *testing.T) {
	var drafts, changed, same, lost, added int
	var lines strings.Builder
	for _, d := range openDrafts(t) {
		if !strings.Contains(strings.TrimSpace(d.Text), "\n") {
			continue
		}
		drafts++
		whole, _ := ask(t, map[string]string{"text": d.Text})
		parts := byParagraph(t, d.Text)
		gone, come := without(whole.Matches, parts), without(parts, whole.Matches)
		same += len(whole.Matches) - len(gone)
		lost += len(gone)
		added += len(come)
		if len(gone)+len(come) > 0 {
			changed++
		}
		for _, m := range gone {
			fmt.Fprintf(&lines, "%s only whole: %s at %d\n", d.ID, m.Rule.ID, m.Offset)
		}
		for _, m := range come {
			fmt.Fprintf(&lines, "%s only by paragraph: %s at %d\n", d.ID, m.Rule.ID, m.Offset)
		}
	}
	golden(t, "paragraphs.golden", fmt.Sprintf(`drafts of several paragraphs: %d, of which %d change
matches: %d the same, %d only whole, %d only by paragraph

%s`, drafts, changed, same, lost, added, lines.String()))
}

// byParagraph gives the matches of the paragraphs of a draft, each asked for alone, with offsets into the draft.
func byParagraph(t *testing.T, draft string) []Match {
	var list []Match
	at := 0
	for paragraph := range strings.Lines(draft) {
		reply, _ := ask(t, map[string]string{"text": strings.TrimSuffix(paragraph, "\n")})
		for _, m := range reply.Matches {
			m.Offset += at
			list = append(list, m)
		}
		at += units(paragraph)
	}
	return list
}

// TestDangerByParagraph holds what docs/editors.md warns of: an editor that sends paragraphs hides a danger from the
// others, so that only its own has no replacements.
func TestDangerByParagraph(t *testing.T) {
	const draft = "I cheated. It was just a mistake.\nIt was just a mistake. I'm going to kill myself."
	whole, _ := ask(t, map[string]string{"text": draft})
	counts := func(list []Match) (n []int) {
		for _, m := range list {
			n = append(n, len(m.Replacements))
		}
		return n
	}
	if got := counts(whole.Matches); !slices.Equal(got, []int{0, 0, 0}) {
		t.Errorf("whole: %v replacements", got)
	}
	if got := counts(byParagraph(t, draft)); !slices.Equal(got, []int{2, 0, 0}) {
		t.Errorf("by paragraph: %v replacements", got)
	}
}

// without gives the matches of a list whose rule and place are not in another.
func without(list, other []Match) []Match {
	return slices.DeleteFunc(slices.Clone(list), func(m Match) bool {
		return slices.ContainsFunc(other, func(o Match) bool { return m.Rule.ID == o.Rule.ID && m.Offset == o.Offset })
	})
}
