package analyzer

import (
	"slices"
	"sort"
	"strings"

	"coach/analyzer/pattern"
	"coach/analyzer/reader"
	"coach/analyzer/text"
)

// The sources of findings.
const (
	FromRule   = "rule"
	FromReader = "reader"
)

// WithReader gives the set with a second reader, for what no rule finds. What is said about its findings comes from the
// first pack that has words for it.
func (s *Set) WithReader(m *reader.Model) *Set {
	with := *s
	with.reader = m
	return &with
}

// Evidence gives what the reader sees of a draft; training needs it.
func (s *Set) Evidence(draft string, o Options) (*text.Document, reader.Evidence) {
	rules := *s
	rules.reader = nil
	c := rules.read(draft, o)
	return c.doc, c.evidence()
}

func (c *check) evidence() reader.Evidence {
	e := reader.Evidence{Betrayed: c.role == Betrayed, Deed: uint8(c.deed)}
	e.Hits = append(hitsOf(c.candidates, true), hitsOf(c.alone, false)...)
	return e
}

func hitsOf(list []candidate, stand bool) []reader.Hit {
	hits := make([]reader.Hit, len(list))
	for i, x := range list {
		hits[i] = reader.Hit{First: x.clauses[0], Last: x.clauses[1], Strong: x.rule.Confidence == Strong, Stands: stand}
	}
	return hits
}

// readAgain lets the second reader say which weak findings are to be believed, and add what it finds itself. It
// neither finds danger nor silences it. Where the writer is afraid of the reader of the message, it is silent: fear is
// never to be taken for blame, and no form tells how it is put.
func (c *check) readAgain() {
	reading := c.set.reader.Read(c.doc, c.evidence())
	if reading.Clean {
		c.doubt()
	}
	for _, x := range c.alone {
		if x.rule.Confidence == Weak && reading.Bears(x.clauses[0], x.clauses[1]) && !c.taken(x) {
			c.candidates = append(c.candidates, x)
		}
	}
	if slices.ContainsFunc(c.candidates, func(x candidate) bool { return x.rule.Class == afraid }) {
		return
	}
	for _, p := range reading.Problems {
		pack, rule := c.set.learned(Category(reader.Categories[p.Category]))
		if rule == nil {
			continue
		}
		clause := &c.doc.Clauses[p.Clause]
		x := candidate{clauses: [2]int{p.Clause, p.Clause}, span: Span{clause.Start, clause.End}}
		x.hit = hit{pack: pack, rule: rule, match: pattern.Match{First: clause.First, Last: clause.Last}}
		x.weighed = pattern.Range{First: p.First, Last: p.Last}
		if reason, cue := c.notMeant(x); reason != "" {
			c.suppress(x, reason, cue)
			continue
		}
		c.candidates = append(c.candidates, x)
	}
}

// taken tells whether a finding that stands without the reader is at the same place: what is raised displaces none.
func (c *check) taken(x candidate) bool {
	return slices.ContainsFunc(c.candidates, func(y candidate) bool { return sameProblem(x.span, y.span) })
}

// doubt sets weak findings aside in a draft in which nothing looks like a problem, unless they are all there is of the
// draft. Where the draft seemed to be about something else, most such findings were right: they stand on much company.
func (c *check) doubt() {
	if c.deed == deedOther {
		return
	}
	c.candidates = slices.DeleteFunc(c.candidates, func(x candidate) bool {
		doubted := x.rule.Category != Danger && x.rule.Confidence == Weak && !c.bare(x)
		if doubted {
			c.suppress(x, "nothing to answer for", "")
		}
		return doubted
	})
}

// afraid is the class of a danger: a writer who fears the reader of the message.
const afraid = "afraid"

// notMeant gives the reason why a clause that the reader points at is not the writer's own: most of it is quoted,
// reported, denied or taken back, or the draft is about something else. A rule may hold the cue itself ("I'm not saying
// sorry"); the reader knows nothing of cues, so that one inside its clause counts.
func (c *check) notMeant(x candidate) (reason, cue string) {
	if c.deed == deedOther {
		return deedOther.reason(), ""
	}
	for _, known := range c.suppressed {
		if known.Reason == "unless" && sameProblem(known.Span, x.span) {
			return known.Reason, known.Cue // the author of a rule knew such words as innocent
		}
	}
	from := sort.Search(len(c.scopes), func(i int) bool { return c.scopes[i].Range.First >= x.match.Last }) - 1
	for i := from; i >= 0 && c.reach[i] > x.match.First; i-- {
		s := &c.scopes[i]
		covered := min(s.Range.Last, x.match.Last) - max(s.Range.First, x.match.First)
		if 2*covered > x.match.Last-x.match.First {
			return string(s.Kind), c.words(s.Cue)
		}
	}
	return "", ""
}

// learned gives what is said about a category's findings by the reader.
func (s *Set) learned(category Category) (*Pack, *Rule) {
	for _, p := range s.packs {
		for i := range p.Learned {
			if p.Learned[i].Category == category {
				return p, &p.Learned[i]
			}
		}
	}
	return nil, nil
}

// source tells who found a candidate.
func (x *candidate) source() string {
	if x.weighed.Last > 0 {
		return FromReader
	}
	return FromRule
}

// why gives the reason of a finding; of the reader's with the words that weighed most.
func (c *check) why(x *candidate) string {
	return strings.ReplaceAll(x.rule.Why, "{words}", strings.Join(strings.Fields(c.words(x.weighed)), " "))
}
