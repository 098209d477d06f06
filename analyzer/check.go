package analyzer

import (
	"cmp"
	"slices"
	"sort"

	"coach/analyzer/pattern"
	"coach/analyzer/reader"
	"coach/analyzer/stance"
	"coach/analyzer/text"
)

// A Set is the packs that drafts are checked with. The context of the first pack that has one counts for all.
type Set struct {
	packs    []*Pack
	elements []packElement
	only     string        // the id of the only rule or sign that counts, or ""
	reader   *reader.Model // nil for rules alone
}

// NewSet puts packs together. Rule ids are unique over all of them; package rules sees to that.
func NewSet(packs ...*Pack) *Set { return &Set{packs: packs, elements: mergeElements(packs)} }

// Only gives the set with one rule or sign and all of the context, for testing that one alone. FromReader is the id of no rule
// and leaves the second reader alone, where there is one.
func (s *Set) Only(id string) *Set {
	with := &Set{packs: s.packs, elements: s.elements, only: id}
	if id == FromReader {
		with.reader = s.reader
	}
	return with
}

// Rules gives all rules in the order of their packs.
func (s *Set) Rules() []Rule {
	var rules []Rule
	for _, p := range s.packs {
		rules = append(rules, p.Rules...)
	}
	return rules
}

// Elements gives the elements of all packs in the order of their places.
func (s *Set) Elements() []ElementRule {
	list := make([]ElementRule, len(s.elements))
	for i, e := range s.elements {
		list[i] = *e.rule
	}
	return list
}

// Check reads one draft. It is a pure function of the set, the draft and the options.
func (s *Set) Check(draft string, o Options) Report {
	c := s.read(draft, o)
	defer c.release()
	return c.report()
}

// read decides everything about a draft but how to put it. What it gives is to be released.
func (s *Set) read(draft string, o Options) *check {
	doc := text.Parse(draft)
	c := &check{set: s, doc: doc, options: o, inDraft: map[draftKey]pattern.Match{}, topics: map[topicKey][]pattern.Range{}}
	for i, p := range s.packs {
		c.scan(i, p)
	}
	c.scopes = append(c.scopes, stance.Quotes(doc)...)
	c.sortScopes()
	c.decideContext()
	for i := range c.hits {
		c.judge(&c.hits[i])
	}
	c.settle()
	if s.reader != nil && !o.RulesOnly {
		c.readAgain()
	}
	c.kept = resolve(c.candidates)
	c.asked = c.contactNote()
	return c
}

func (c *check) release() {
	for _, m := range c.matchers {
		m.Release()
	}
}

// check is the state of one call of Check.
type check struct {
	set      *Set
	doc      *text.Document
	options  Options
	matchers []*pattern.Matcher
	hits     []hit
	contacts []contact
	signs    []signHit
	topics   map[topicKey][]pattern.Range // those that the draft shows, and where
	signals  signals
	scopes   []stance.Scope
	reach    []int // for each scope, the last token that it or one before it sets aside

	role         Role
	roleInferred bool
	deed         deed
	asked        *ContactNote // the first sign that the reader asked not to be written to

	inDraft    map[draftKey]pattern.Match // what conditions on the whole draft have found; Last is 0 for nothing
	candidates []candidate
	alone      []candidate // what was set aside for lack of company
	kept       []candidate // the candidates that stand, in order
	suppressed []Suppression
	reread     int // bytes read again so far, see rereading
}

// A hit is one match of a rule before anything is decided about it.
type hit struct {
	pack    *Pack
	matcher *pattern.Matcher
	rule    *Rule
	match   pattern.Match
}

// A candidate is a hit that stands, with what it underlines.
type candidate struct {
	hit
	span    Span
	clauses [2]int        // first and last clause, inclusive
	weighed pattern.Range // of a finding by the reader the tokens that weighed most; empty for a rule's
}

// A signHit is one match of a sign.
type signHit struct {
	hit
	element string
}

func (c *check) scan(number int, p *Pack) {
	m := p.Patterns.NewMatcher(c.doc)
	c.matchers = append(c.matchers, m)
	m.Scan(func(match pattern.Match) {
		switch u := p.use[match.Pattern]; u.signal {
		case ruleSignal:
			if c.set.only != "" && c.set.only != p.Rules[u.index].ID {
				return
			}
			c.hits = append(c.hits, hit{p, m, &p.Rules[u.index], match})
		case signSignal:
			if s := &p.Signs[u.index]; c.set.only == "" || c.set.only == s.ID {
				c.signs = append(c.signs, signHit{hit{p, m, &s.Rule, match}, s.Element})
			}
		case topicSignal:
			key := topicKey{number, u.index}
			c.topics[key] = append(c.topics[key], pattern.Range{First: match.First, Last: match.Last})
		case cueSignal:
			if scope, ok := p.Context.Cues[u.index].Scope(c.doc, m, match); ok {
				c.scopes = append(c.scopes, scope)
			}
		case contactSignal:
			c.contacts = append(c.contacts, contact{&p.Context.Contact[u.index], m, match})
		default:
			c.signals.add(u.signal, match)
		}
	})
}

// judge turns a hit into a candidate or a suppression, or drops it where its conditions do not hold.
func (c *check) judge(h *hit) {
	if !c.holds(h) {
		return
	}
	cand := candidate{hit: *h}
	cand.clauses = c.clausesOf(h.match)
	cand.span = c.spanOf(h, cand.clauses)
	if reason, cue := c.setAside(h); reason != "" {
		c.suppress(cand, reason, cue)
		return
	}
	c.candidates = append(c.candidates, cand)
}

func (c *check) suppress(x candidate, reason, cue string) {
	c.suppressed = append(c.suppressed, Suppression{
		Rule: x.rule.ID, Category: x.rule.Category, Span: x.span, Quote: c.bytes(x.span), Reason: reason, Cue: cue,
	})
}

// holds tells whether the mood and the neighbourhood that a rule asks for are there.
func (c *check) holds(h *hit) bool {
	if !c.inMood(h.rule.When, h.match) {
		return false
	}
	for _, near := range h.rule.Near {
		if _, ok := c.condition(h, near); !ok {
			return false
		}
	}
	return true
}

func (c *check) inMood(m Mood, match pattern.Match) bool {
	if m == "" {
		return true
	}
	clause := &c.doc.Clauses[c.doc.ClauseOf(match.Last-1)]
	question := clause.Question || c.doc.Sentences[clause.Sentence].Question && clause.Last == c.doc.Sentences[clause.Sentence].Last
	switch m {
	case Question:
		return question
	case Imperative:
		return clause.Imperative
	}
	return !question && !clause.Imperative
}

// setAside gives the reason why a hit does not count, and the words that say so.
func (c *check) setAside(h *hit) (reason, cue string) {
	for _, unless := range h.rule.Unless {
		if found, ok := c.condition(h, unless); ok {
			return "unless", c.words(pattern.Range{First: found.First, Last: found.Last})
		}
	}
	if h.rule.Role != Auto && h.rule.Role != c.role {
		return "role", ""
	}
	if kind, cue, ok := c.stanceOf(h.match, h.rule.Even); ok {
		return string(kind), cue
	}
	return "", ""
}

// stanceOf gives the stance, other than those of even, that sets a match aside. A cue inside the match is the rule's own word and does not count.
// Scopes are in order of their start; reach holds the furthest end of all scopes up to each, so that the search stops
// where none before can reach the match.
func (c *check) stanceOf(m pattern.Match, even []stance.Kind) (stance.Kind, string, bool) {
	i := sort.Search(len(c.scopes), func(i int) bool { return c.scopes[i].Range.First > m.First }) - 1
	for ; i >= 0 && c.reach[i] > m.First; i-- {
		s := &c.scopes[i]
		inside := m.First < s.Range.Last && m.Last <= s.Range.Last+slack
		own := s.Cue.First >= m.First && s.Cue.Last <= m.Last && s.Cue.Last > s.Cue.First
		if inside && !own && !slices.Contains(even, s.Kind) {
			return s.Kind, c.words(s.Cue), true
		}
	}
	return "", "", false
}

// sortScopes puts the scopes in order and fills reach.
func (c *check) sortScopes() {
	slices.SortStableFunc(c.scopes, func(a, b stance.Scope) int { return cmp.Compare(a.Range.First, b.Range.First) })
	c.reach = make([]int, len(c.scopes))
	furthest := 0
	for i, s := range c.scopes {
		furthest = max(furthest, s.Range.Last)
		c.reach[i] = furthest
	}
}

// slack is the number of words by which a match may go beyond what a cue sets aside: a match often ends in the first
// words of the next clause.
const slack = 3

// condition looks for one of a condition's patterns in its scope.
func (c *check) condition(h *hit, cond Condition) (pattern.Match, bool) {
	r := c.scopeRange(h.match, cond.Scope)
	for _, id := range cond.Patterns {
		found, ok := c.find(h, id, r, cond.Scope)
		if ok && (cond.Scope != OverMatch || found.First < h.match.Last && found.Last > h.match.First) {
			return found, true
		}
	}
	return pattern.Match{}, false
}

// find looks a pattern up in a range; what it finds in the whole draft it remembers.
func (c *check) find(h *hit, id int, r pattern.Range, scope Scope) (pattern.Match, bool) {
	if scope != InDraft {
		return h.matcher.Find(id, r)
	}
	key := draftKey{h.pack, id}
	if known, ok := c.inDraft[key]; ok {
		return known, known.Last > 0
	}
	found, _ := h.matcher.Find(id, r)
	c.inDraft[key] = found
	return found, found.Last > 0
}

// draftKey is a pattern that is looked for in the whole draft.
type draftKey struct {
	pack    *Pack
	pattern int
}

// nearby bounds a condition's range in tokens before and behind the match, for sentences that never end.
const nearby = 200

// scopeRange gives the tokens in which a condition looks.
func (c *check) scopeRange(m pattern.Match, scope Scope) pattern.Range {
	clauses := c.clausesOf(m)
	first, last := &c.doc.Clauses[clauses[0]], &c.doc.Clauses[clauses[1]]
	r := pattern.Range{First: c.doc.Sentences[first.Sentence].First, Last: c.doc.Sentences[last.Sentence].Last}
	switch scope {
	case InDraft:
		return pattern.Range{First: 0, Last: len(c.doc.Tokens)}
	case InClause:
		r = pattern.Range{First: first.First, Last: last.Last}
	case Before:
		r = pattern.Range{First: c.doc.Sentences[max(first.Sentence-1, 0)].First, Last: first.First}
	case After:
		r = pattern.Range{First: last.Last, Last: c.doc.Sentences[min(last.Sentence+1, len(c.doc.Sentences)-1)].Last}
	}
	return pattern.Range{First: max(r.First, m.First-nearby), Last: min(r.Last, m.Last+nearby)}
}

// clausesOf gives the first and the last clause that a match, or its marked part, touches.
func (c *check) clausesOf(m pattern.Match) [2]int {
	first, last := m.First, m.Last
	if m.Marked {
		first, last = m.Mark.First, m.Mark.Last
	}
	return [2]int{c.doc.ClauseOf(first), c.doc.ClauseOf(last - 1)}
}

// spanOf gives the bytes to underline: the marked part, the match, or the clauses of the match.
func (c *check) spanOf(h *hit, clauses [2]int) Span {
	m := h.match
	switch {
	case m.Marked:
		return Span{c.doc.Tokens[m.Mark.First].Start, c.doc.Tokens[m.Mark.Last-1].End}
	case h.rule.SpanMatch:
		return Span{c.doc.Tokens[m.First].Start, c.doc.Tokens[m.Last-1].End}
	}
	start := min(c.doc.Clauses[clauses[0]].Start, c.doc.Tokens[m.First].Start)
	whole := Span{start, max(c.doc.Clauses[clauses[1]].End, c.doc.Tokens[m.Last-1].End)}
	if whole.End-whole.Start <= longClause {
		return whole
	}
	first, last := max(m.First-tokensBefore, 0), min(m.Last-1+tokensBehind, len(c.doc.Tokens)-1)
	return Span{max(whole.Start, c.doc.Tokens[first].Start), min(whole.End, c.doc.Tokens[last].End)}
}

// A clause beyond longClause bytes is a run-on whose borders were not found (labelled spans have 65 bytes on average):
// there the match is underlined with some tokens before and behind it.
const (
	longClause   = 150
	tokensBefore = 4
	tokensBehind = 10
)

func (c *check) bytes(s Span) string { return c.doc.Text[s.Start:s.End] }

// words gives the draft's own bytes for a run of tokens.
func (c *check) words(r pattern.Range) string {
	if r.Last <= r.First {
		return ""
	}
	return c.doc.Text[c.doc.Tokens[r.First].Start:c.doc.Tokens[r.Last-1].End]
}
