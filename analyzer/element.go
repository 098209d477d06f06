package analyzer

import (
	"cmp"
	"slices"

	"coach/analyzer/pattern"
	"coach/analyzer/text"
)

// An ElementRule is something an accountable message does, such as naming the act. Which words show it is said by
// signs; here stands what undoes them, and what to ask a writer who has none.
type ElementRule struct {
	Name      string
	Label     string
	Place     int  // in the list of elements, from 1
	Role      Role // whose drafts it is for
	Opens     bool // its words show by themselves that the draft is about something that was done
	Asked     []Prompt
	TakenBack []Condition // patterns that undo a sign, seen from its words
	Stands    []int       // patterns that look like TakenBack and undo nothing; one that overlaps it saves the sign
	Undone    []Undoing
}

// A Prompt is a question that helps to write an element. Topic names what the draft must be about; "" suits any draft.
type Prompt struct{ Topic, Text string }

// An Undoing lets findings take a sign back. Scope is OverMatch, InSentence or InDraft, seen from the sign's words.
type Undoing struct {
	Scope      Scope
	Categories []Category
}

// A Sign is a family of phrases that show an element. Of the rule it has the id, the patterns and their conditions.
type Sign struct {
	Rule
	Element string // the name of its element
}

// A Topic is what a draft may be about: money, an affair, a secret.
type Topic struct {
	Name  string
	Match []int // patterns, one of which must be found
}

// mergeElements gives the elements of all packs in the order of their places. Of two with one name the first counts.
func mergeElements(packs []*Pack) []packElement {
	var list []packElement
	for _, p := range packs {
		for i := range p.Elements {
			known := func(e packElement) bool { return e.rule.Name == p.Elements[i].Name }
			if !slices.ContainsFunc(list, known) {
				list = append(list, packElement{p, &p.Elements[i]})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b packElement) int { return cmp.Compare(a.rule.Place, b.rule.Place) })
	return list
}

// A packElement is an element and the pack whose patterns it speaks of.
type packElement struct {
	pack *Pack
	rule *ElementRule
}

// elements tells for each element of the writer's role whether the draft does it. A draft that is about no deed has
// none: an everyday message gets no homework. A sign that is tried alone needs no deed.
func (c *check) elements() []Element {
	list := []Element{}
	about := c.set.only != "" || slices.ContainsFunc(c.kept, c.tellsOfADeed)
	signs, undoers, deed := c.signsByElement(), c.undoers(), Span{}
	var rules []*ElementRule
	for _, e := range c.set.elements {
		if e.rule.Role != c.role {
			continue
		}
		x := c.element(e, signs[e.rule.Name], undoers)
		about = about || e.rule.Opens && x.State != Missing
		if deed.End == 0 && e.rule.Opens {
			deed = x.Span
		}
		list, rules = append(list, x), append(rules, e.rule)
	}
	if !about {
		return []Element{}
	}
	ask(list, rules, c.topicOf(deed))
	return list
}

// tellsOfADeed says whether a finding shows that something was done. In a draft about something else it does not, and
// what is weak needs a deed in any case.
func (c *check) tellsOfADeed(k candidate) bool {
	switch {
	case k.rule.Category == Danger:
		return false
	case c.deed == deedStated || c.deed == deedOwned:
		return true
	}
	return c.deed == deedOpen && k.rule.Confidence == Strong
}

// signsByElement sorts the hits of signs, of which each list is in the order of the draft.
func (c *check) signsByElement() map[string][]*hit {
	slices.SortStableFunc(c.signs, func(a, b signHit) int { return cmp.Compare(a.match.First, b.match.First) })
	by := map[string][]*hit{}
	for i := range c.signs {
		s := &c.signs[i]
		by[s.element] = append(by[s.element], &s.hit)
	}
	return by
}

// element looks for the first sign that stands, and is content with the first that is taken back where none does.
func (c *check) element(e packElement, signs []*hit, undoers undoers) Element {
	x := Element{Name: e.rule.Name, Label: e.rule.Label, State: Missing}
	for _, h := range signs {
		if !c.holds(h) {
			continue
		}
		if reason, _ := c.setAside(h); reason != "" {
			continue
		}
		span := c.spanOf(h, c.clausesOf(h.match))
		back := c.takenBack(e, h, span, undoers)
		if back && x.State == TakenBack {
			continue
		}
		x.Span, x.Quote, x.State = span, c.bytes(span), TakenBack
		if !back {
			x.State = Present
			return x
		}
	}
	return x
}

// ask puts the question of a topic to each element that is not there.
func ask(list []Element, rules []*ElementRule, topic string) {
	for i := range list {
		if list[i].State != Present {
			list[i].Question = rules[i].question(topic)
		}
	}
}

// question gives the question for a topic, or the one that suits any draft.
func (e *ElementRule) question(topic string) string {
	any := ""
	for _, q := range e.Asked {
		switch q.Topic {
		case topic:
			return q.Text
		case "":
			any = q.Text
		}
	}
	return any
}

// takenBack tells whether other words of the draft undo a sign.
func (c *check) takenBack(e packElement, h *hit, span Span, undoers undoers) bool {
	for _, u := range e.rule.Undone {
		if undoers.in(c, u, span) {
			return true
		}
	}
	own := c.ofPack(h, e.pack)
	for _, back := range e.rule.TakenBack {
		if c.undoes(own, back, e.rule.Stands) {
			return true
		}
	}
	return false
}

// ofPack gives a hit with the matcher of another pack, for conditions that are that pack's.
func (c *check) ofPack(h *hit, p *Pack) *hit {
	for i, x := range c.set.packs {
		if x == p {
			return &hit{p, c.matchers[i], h.rule, h.match}
		}
	}
	return h
}

// undoes tells whether a pattern of a condition is found that none of the patterns stands overlaps. What takes words
// back in their sentence comes behind them: "you were cold but it was my choice" stands.
func (c *check) undoes(h *hit, back Condition, stands []int) bool {
	r := c.scopeRange(h.match, back.Scope)
	if back.Scope == InSentence {
		r.First = h.match.First
	}
	for _, id := range back.Patterns {
		found, ok := c.find(h, id, r, back.Scope)
		if !ok {
			continue
		}
		saved := slices.ContainsFunc(stands, func(id int) bool {
			s, ok := c.find(h, id, r, back.Scope)
			return ok && s.First < found.Last && s.Last > found.First
		})
		if !saved {
			return true
		}
	}
	return false
}

// undoers are the findings that stand, by the sentences they touch, so that a long draft with many signs and many
// findings is not looked through for each pair.
type undoers struct {
	all        map[Category]bool
	bySentence map[int][]*candidate
}

func (c *check) undoers() undoers {
	u := undoers{map[Category]bool{}, map[int][]*candidate{}}
	for i := range c.kept {
		k := &c.kept[i]
		u.all[k.rule.Category] = true
		first, last := c.doc.Clauses[k.clauses[0]].Sentence, c.doc.Clauses[k.clauses[1]].Sentence
		for s := first; s <= last; s++ {
			u.bySentence[s] = append(u.bySentence[s], k)
		}
	}
	return u
}

// in tells whether a finding of one of the categories stands within the scope of a span.
func (u undoers) in(c *check, cond Undoing, span Span) bool {
	if cond.Scope == InDraft {
		return slices.ContainsFunc(cond.Categories, func(x Category) bool { return u.all[x] })
	}
	first, last := c.doc.SentenceOf(c.doc.TokenAt(span.Start)), c.doc.SentenceOf(c.doc.TokenAt(span.End-1))
	for s := first; s <= last; s++ {
		for _, k := range u.bySentence[s] {
			if (cond.Scope != OverMatch || overlaps(k.span, span)) && slices.Contains(cond.Categories, k.rule.Category) {
				return true
			}
		}
	}
	return false
}

// topicAt gives the name of the first topic, in the order of the packs, that is found in a part of the draft.
func (c *check) topicAt(s Span) string {
	within := func(r pattern.Range) bool {
		return c.doc.Tokens[r.First].Start < s.End && c.doc.Tokens[r.Last-1].End > s.Start
	}
	for i, p := range c.set.packs {
		for j, t := range p.Context.Topics {
			if slices.ContainsFunc(c.topics[topicKey{i, j}], within) {
				return t.Name
			}
		}
	}
	return ""
}

// topicOf gives what the draft is about: what its words for the deed speak of, or else anything in it.
func (c *check) topicOf(deed Span) string {
	if t := c.topicAt(deed); t != "" {
		return t
	}
	return c.topicAt(Span{0, len(c.doc.Text)})
}

// topicKey is a topic of a pack, both by their numbers.
type topicKey struct{ pack, topic int }

// The elements that the analyzer itself asks about: whether the act is named, and owned as the writer's choice.
const (
	naming = "names-the-act"
	owning = "owns-it"
)

func anyTakenBack(elements []Element) bool {
	return slices.ContainsFunc(elements, func(e Element) bool { return e.State == TakenBack })
}

func has(elements []Element, name string) bool {
	return slices.ContainsFunc(elements, func(e Element) bool { return e.Name == name && e.State == Present })
}

// shows tells whether a sentence has words for an element.
func (s *Set) shows(sentence, element string) bool {
	doc := text.Parse(sentence)
	return slices.ContainsFunc(s.packs, func(p *Pack) bool { return p.shows(doc, element) })
}

func (p *Pack) shows(doc *text.Document, element string) bool {
	m := p.Patterns.NewMatcher(doc)
	defer m.Release()
	found := false
	m.Scan(func(match pattern.Match) {
		u := p.use[match.Pattern]
		found = found || u.signal == signSignal && p.Signs[u.index].Element == element
	})
	return found
}
