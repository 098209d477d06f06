package analyzer

import (
	"slices"

	"coach/analyzer/pattern"
)

// deed is what a draft is about.
type deed uint8

const (
	deedOpen   deed = iota // nothing shows it; the default, also for a bare line
	deedStated             // the draft names, admits or implies something the writer did
	deedOwned              // it does so as the writer's own choice
	deedOther              // the draft is about something else
)

// signals are the matches from which role and deed are decided.
type signals struct{ deed, owned, other, betrayer, betrayed []pattern.Match }

func (s *signals) add(kind signal, m pattern.Match) {
	switch kind {
	case deedSignal:
		s.deed = append(s.deed, m)
	case ownedSignal:
		s.owned = append(s.owned, m)
	case otherSignal:
		s.other = append(s.other, m)
	case betrayerSignal:
		s.betrayer = append(s.betrayer, m)
	case betrayedSignal:
		s.betrayed = append(s.betrayed, m)
	}
}

func (c *check) decideContext() {
	c.role, c.roleInferred = c.options.Role, false
	if c.role != Betrayer && c.role != Betrayed {
		c.role, c.roleInferred = c.signals.role(), true
	}
	c.deed = c.signals.topic()
}

// role takes the writer for the one who did the hurting, unless the draft says what was done to them and nothing of
// what they did.
func (s *signals) role() Role {
	if len(s.betrayed) > 0 && len(s.betrayer) == 0 {
		return Betrayed
	}
	return Betrayer
}

// topic lets a stated deed win: a message that admits something may also speak of the shopping.
func (s *signals) topic() deed {
	switch {
	case len(s.owned) > 0:
		return deedOwned
	case len(s.deed) > 0:
		return deedStated
	case len(s.other) > 0:
		return deedOther
	}
	return deedOpen
}

// settle sets aside the candidates that the draft as a whole does not bear out. A candidate needs
// company, the less of it the surer its rule is and the more plainly the draft is about a deed; where the writer owns the
// deed, or speaks of something else, nothing stands alone. Of the findings in drafts the rules
// had not seen, those alone in their draft were right in two cases of three, those beside two others in nine of ten.
func (c *check) settle() {
	kept := c.candidates[:0:0]
	for _, x := range c.candidates {
		if reason := c.unborne(x); reason != "" {
			c.suppress(x, reason, "")
			c.alone = append(c.alone, x)
			continue
		}
		kept = append(kept, x)
	}
	c.candidates = kept
}

// unborne gives the reason why a candidate does not stand in this draft, or "".
func (c *check) unborne(x candidate) string {
	need := neededCompany[c.deed][x.rule.Confidence]
	switch {
	case x.rule.Category == Danger:
		return ""
	case c.set.only != "" && (c.deed != deedOpen || x.rule.Confidence == Strong): // a rule that is tried alone has no company
		return ""
	case need == 0 || x.rule.Alone || c.bare(x) || c.hasCompany(x, need):
		return ""
	}
	return c.deed.reason()
}

// bare tells that the finding is all there is: a line that somebody wants looked at by itself.
func (c *check) bare(x candidate) bool {
	return !x.rule.NotBare && len(c.doc.Clauses) <= bareClauses && 10*(x.span.End-x.span.Start) >= 7*len(c.doc.Text)
}

// bareClauses is the number of clauses of a bare line.
const bareClauses = 3

// neededCompany is the company a candidate needs, in problems: a strong one counts two, another weak one counts one.
// The numbers are those of seven settings that gave the most recall on the calibration rooms for their false alarms.
var neededCompany = map[deed]map[Confidence]int{
	deedOpen:   {Strong: 0, Weak: 2},
	deedStated: {Strong: 0, Weak: 1},
	deedOwned:  {Strong: 1, Weak: 2},
	deedOther:  {Strong: 1, Weak: 2},
}

// everyday tells whether a draft is plainly about something else than a deed. One word of an errand is not enough: to call
// a message everyday that is not would be worse than to say nothing of it.
func (c *check) everyday() bool {
	s := &c.signals
	return len(s.other) >= plainlyOther && c.deed == deedOther && len(c.topics) == 0 &&
		len(s.betrayed) == 0 && len(s.betrayer) == 0 &&
		!slices.ContainsFunc(c.suppressed, func(x Suppression) bool { return x.Reason != "unless" })
}

// plainlyOther is the number of signs of another topic that make a draft an everyday one.
const plainlyOther = 2

// reason is why a candidate without company does not stand.
func (d deed) reason() string {
	switch d {
	case deedOwned:
		return "owned"
	case deedOther:
		return "other topic"
	}
	return "no deed"
}

// hasCompany tells whether the other problems of the draft weigh as much as a candidate needs. It looks no further than
// that, so that its cost does not grow with the draft.
func (c *check) hasCompany(x candidate, need int) bool {
	var seen []Span
	for _, other := range c.candidates {
		if overlaps(other.span, x.span) || slices.ContainsFunc(seen, func(s Span) bool { return overlaps(s, other.span) }) {
			continue
		}
		seen = append(seen, other.span)
		need -= 1 + rank(other.rule.Confidence == Strong)
		if need <= 0 {
			return true
		}
	}
	return false
}

func overlaps(a, b Span) bool { return a.Start < b.End && b.Start < a.End }
