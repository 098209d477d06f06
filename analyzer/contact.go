package analyzer

import (
	"cmp"
	"slices"

	"coach/analyzer/pattern"
	"coach/analyzer/stance"
)

// A contact is one match of a contact cue before anything is decided about it.
type contact struct {
	cue     *ContactCue
	matcher *pattern.Matcher
	match   pattern.Match
}

// contactNote gives the first sign in the draft of how the reader wants to be left, or nil. What is reported counts
// ("Mum says you blocked me"); what is quoted, denied or taken back does not.
func (c *check) contactNote() *ContactNote {
	slices.SortStableFunc(c.contacts, func(a, b contact) int { return cmp.Compare(a.match.First, b.match.First) })
	for _, x := range c.contacts {
		if _, _, aside := c.stanceOf(x.match, []stance.Kind{stance.Reported}); aside || c.excepted(x) {
			continue
		}
		span := Span{c.doc.Tokens[x.match.First].Start, c.doc.Tokens[x.match.Last-1].End}
		return &ContactNote{Sign: x.cue.Sign, Span: span, Quote: c.bytes(span)}
	}
	return nil
}

// excepted tells whether words of the sentence around a match make it something else.
func (c *check) excepted(x contact) bool {
	around := c.scopeRange(x.match, InSentence)
	return slices.ContainsFunc(x.cue.Except, func(id int) bool {
		found, ok := x.matcher.Find(id, around)
		return ok && found.First < x.match.Last && found.Last > x.match.First
	})
}
