package analyzer

import (
	"slices"

	"coach/analyzer/pattern"
	"coach/analyzer/text"
)

// recheck is the number of bytes before and behind an edit that are read again with it. Drafts are shorter than that;
// in longer ones nothing so far away decides about a phrase.
const recheck = 2000

// rereading is the number of bytes that one call of Check reads again, at most: thirty times a long letter. Time would
// otherwise grow with the square of the draft, and a program may be sent a draft that was made for that.
const rereading = 128 << 10

// comesOutClean tells whether the draft has no finding where an edit was made: coach offers no wording that it would
// point at. The changed sentences are scanned first, with their neighbours as context; only where some rule's words
// would be underlined in them, which is rare, the draft is read again. Beyond rereading bytes nothing counts as clean.
func (c *check) comesOutClean(e Edit) bool {
	first := c.doc.Sentences[max(0, c.doc.SentenceOf(c.doc.TokenAt(e.Start))-1)]
	last := c.doc.Sentences[min(len(c.doc.Sentences)-1, c.doc.SentenceOf(c.doc.TokenAt(e.End))+1)]
	whole := Span{max(0, e.Start-recheck), min(len(c.doc.Text), e.End+recheck)}
	from, to := max(whole.Start, min(first.Start, e.Start)), min(whole.End, max(last.End, e.End))
	if !c.mayReread(to - from) {
		return false
	}
	if !c.set.underlines(c.around(e, from, to), changed(e, from)) {
		return true
	}
	if !c.mayReread(whole.End - whole.Start) {
		return false
	}
	again := c.set.read(c.around(e, whole.Start, whole.End), Options{Role: c.role, RulesOnly: c.options.RulesOnly})
	defer again.release()
	place := changed(e, whole.Start)
	return !slices.ContainsFunc(again.kept, func(k candidate) bool { return overlaps(k.span, place) })
}

// mayReread takes n bytes from what may be read again, if there are as many left.
func (c *check) mayReread(n int) bool {
	if c.reread+n > rereading {
		return false
	}
	c.reread += n
	return true
}

// around gives the bytes [from, to) of the draft with an edit made.
func (c *check) around(e Edit, from, to int) string {
	return c.doc.Text[from:e.Start] + e.Text + c.doc.Text[e.End:to]
}

// changed gives where an edit's text stands in what around gives.
func changed(e Edit, from int) Span { return Span{e.Start - from, e.Start - from + len(e.Text)} }

// underlines tells whether any rule's words would be underlined at a place, whatever the context makes of them.
func (s *Set) underlines(draft string, place Span) bool {
	c := &check{set: s, doc: text.Parse(draft)}
	within := c.sentencesAt(place)
	found := false
	for _, p := range s.packs {
		m := p.Patterns.NewMatcher(c.doc)
		m.ScanWithin(within, func(match pattern.Match) {
			if u := p.use[match.Pattern]; u.signal == ruleSignal && !found {
				h := hit{p, m, &p.Rules[u.index], match}
				found = overlaps(c.spanOf(&h, c.clausesOf(match)), place)
			}
		})
		m.Release()
	}
	return found
}

// sentencesAt gives the tokens of the sentences that a place touches.
func (c *check) sentencesAt(s Span) pattern.Range {
	if len(c.doc.Sentences) == 0 {
		return pattern.Range{}
	}
	first, last := c.doc.SentenceOf(c.doc.TokenAt(s.Start)), c.doc.SentenceOf(c.doc.TokenAt(s.End))
	return pattern.Range{First: c.doc.Sentences[first].First, Last: c.doc.Sentences[last].Last}
}
