package analyzer

import "coach/analyzer/pattern"

// deed is what a draft is about.
type deed uint8

const (
	deedOpen   deed = iota // nothing shows it; the default, also for a bare line
	deedStated             // the draft names, admits or implies something the writer did
	deedOther              // the draft is about something else
)

// silences gives the reason why a finding of some confidence does not stand in such a draft, or "".
func (d deed) silences(c Confidence) string {
	switch {
	case d == deedOther:
		return "other topic"
	case d == deedOpen && c == Weak:
		return "no deed"
	}
	return ""
}

// signals are the matches from which role and deed are decided.
type signals struct{ deed, other, betrayer, betrayed []pattern.Match }

func (s *signals) add(kind signal, m pattern.Match) {
	switch kind {
	case deedSignal:
		s.deed = append(s.deed, m)
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
	case len(s.deed) > 0:
		return deedStated
	case len(s.other) > 0:
		return deedOther
	}
	return deedOpen
}
