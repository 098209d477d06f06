package languagetool

import (
	"strings"

	"coach/analyzer"
)

// A Replacement is one wording that can stand in a match's place.
type Replacement struct {
	Value            string `json:"value"`
	ShortDescription string `json:"shortDescription,omitempty"` // "Leave it out"
}

// maxReplacements is the number of replacements that clients show.
const maxReplacements = 5

// replace gives the part of the plain text that a match covers, and what can stand there instead.
//
// A client replaces exactly the words it underlines, but a suggestion may change more than the phrase: a full stop behind
// it, or the "and" before a phrase that goes. Then the match covers that too, and every replacement holds the words of the
// match that its suggestion leaves as they are. What would also replace markup is left out, because the formatting would
// go with it.
func replace(a annotated, f analyzer.Finding) (analyzer.Span, []Replacement) {
	span, kept := f.Span, []analyzer.Suggestion{}
	for _, s := range f.Suggestions {
		wider := widen(f.Span, s.Edits)
		if len(kept) < maxReplacements && a.unmarked(wider) {
			span = widen(span, s.Edits)
			kept = append(kept, s)
		}
	}
	replacements := []Replacement{}
	for _, s := range kept {
		replacements = append(replacements, Replacement{apply(a.plain, span, s.Edits), s.Title})
	}
	return span, replacements
}

// widen gives the smallest span that holds a span and edits.
func widen(s analyzer.Span, edits []analyzer.Edit) analyzer.Span {
	for _, e := range edits {
		s = analyzer.Span{Start: min(s.Start, e.Start), End: max(s.End, e.End)}
	}
	return s
}

// apply gives the bytes of a span of a text after edits, which lie inside it, in order.
func apply(text string, s analyzer.Span, edits []analyzer.Edit) string {
	var b strings.Builder
	from := s.Start
	for _, e := range edits {
		b.WriteString(text[from:e.Start])
		b.WriteString(e.Text)
		from = e.End
	}
	b.WriteString(text[from:s.End])
	return b.String()
}
