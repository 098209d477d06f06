package analyzer

import (
	"coach/analyzer/pattern"
	"coach/analyzer/text"
)

// recheck is the number of bytes before and behind an edit that are read again with it. Drafts are shorter than that;
// in longer ones nothing so far away decides about a phrase.
const recheck = 4000

// rereading is the number of bytes that one call of Check reads again, at most: fifteen times a long letter. Time would
// otherwise grow with the square of the draft, and a program may be sent a draft that was made for that.
const rereading = 64 << 10

// comesOutClean tells whether the draft has no finding where an edit was made: coach offers no wording that it would
// point at. The changed sentences and their neighbours are scanned first; only where some rule's words are in them, which is rare, the
// draft is read again. Beyond rereading bytes nothing counts as clean.
func (c *check) comesOutClean(e Edit) bool {
	first := c.doc.Sentences[max(0, c.doc.SentenceOf(c.doc.TokenAt(e.Start))-1)]
	last := c.doc.Sentences[min(len(c.doc.Sentences)-1, c.doc.SentenceOf(c.doc.TokenAt(e.End))+1)]
	from, to := min(first.Start, e.Start), max(last.End, e.End)
	if !c.mayReread(to - from) {
		return false
	}
	if !c.set.hasHit(c.around(e, from, to)) {
		return true
	}
	from, to = max(0, e.Start-recheck), min(len(c.doc.Text), e.End+recheck)
	if !c.mayReread(to - from) {
		return false
	}
	again := c.set.read(c.around(e, from, to), Options{Role: c.role})
	changed := Span{e.Start - from, e.Start - from + len(e.Text)}
	for _, k := range again.kept {
		if k.span.Start < changed.End && k.span.End > changed.Start {
			return false
		}
	}
	return true
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

// hasHit tells whether any rule's words are in a text, whatever the context makes of them.
func (s *Set) hasHit(draft string) bool {
	doc := text.Parse(draft)
	found := false
	for _, p := range s.packs {
		m := p.Patterns.NewMatcher(doc)
		m.Scan(func(match pattern.Match) { found = found || p.use[match.Pattern].signal == ruleSignal })
		m.Release()
	}
	return found
}
