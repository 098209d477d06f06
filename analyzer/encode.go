package analyzer

import (
	"coach/analyzer/pattern"
	"coach/analyzer/stance"
	"coach/analyzer/wire"
)

// Encode gives the pack in the form that lies in the binary.
func (p *Pack) Encode() []byte {
	w := &wire.Writer{}
	w.Len(len(p.Rules))
	for i := range p.Rules {
		encodeRule(w, &p.Rules[i])
	}
	w.Len(len(p.Context.Cues))
	for _, c := range p.Context.Cues {
		encodeStrings(w, []string{c.Name, string(c.Kind), string(c.Direction), string(c.Reach)})
		encodeIDs(w, c.Match)
		encodeIDs(w, c.Except)
		encodeIDs(w, c.Until)
	}
	for _, ids := range [][]int{p.Context.Deed, p.Context.Owned, p.Context.Other, p.Context.Betrayer, p.Context.Betrayed} {
		encodeIDs(w, ids)
	}
	p.Patterns.Encode(w)
	w.Len(len(p.Learned))
	for i := range p.Learned {
		encodeRule(w, &p.Learned[i])
	}
	return w.Bytes
}

func encodeRule(w *wire.Writer, r *Rule) {
	encodeStrings(w, []string{
		r.ID, string(r.Category), r.Title, r.Why, string(r.Severity), string(r.Confidence), string(r.Role), string(r.When), r.Class, r.Action,
	})
	w.Len(r.Step)
	encodeStrings(w, r.Covers)
	w.Bool(r.SpanMatch)
	w.Bool(r.Sentence)
	w.Bool(r.NotBare)
	w.Len(len(r.Even))
	for _, k := range r.Even {
		w.String(string(k))
	}
	w.Len(len(r.Rewrites))
	for _, t := range r.Rewrites {
		w.String(t.Title)
		w.String(t.Text)
	}
	encodeIDs(w, r.Match)
	encodeConditions(w, r.Unless)
	encodeConditions(w, r.Near)
}

func encodeStrings(w *wire.Writer, list []string) {
	w.Len(len(list))
	for _, s := range list {
		w.String(s)
	}
}

func encodeIDs(w *wire.Writer, ids []int) {
	w.Len(len(ids))
	for _, id := range ids {
		w.Len(id)
	}
}

func encodeConditions(w *wire.Writer, list []Condition) {
	w.Len(len(list))
	for _, c := range list {
		w.String(string(c.Scope))
		encodeIDs(w, c.Patterns)
	}
}

// DecodePack reads what Encode gave. The pack's strings share the memory of data.
func DecodePack(data string) (*Pack, error) {
	r := wire.NewReader(data)
	rules := make([]Rule, r.Len())
	for i := range rules {
		rules[i] = decodeRule(r)
	}
	var c Context
	c.Cues = make([]stance.Cue, r.Len())
	for i := range c.Cues {
		c.Cues[i] = decodeCue(r)
	}
	for _, ids := range []*[]int{&c.Deed, &c.Owned, &c.Other, &c.Betrayer, &c.Betrayed} {
		*ids = decodeIDs(r)
	}
	patterns := pattern.Decode(r)
	learned := make([]Rule, r.Len())
	for i := range learned {
		learned[i] = decodeRule(r)
	}
	if r.Err != nil {
		return nil, r.Err
	}
	p := NewPack(rules, c, patterns)
	p.Learned = learned
	return p, nil
}

func decodeRule(r *wire.Reader) Rule {
	s := decodeStrings(r)
	if len(s) != 10 {
		r.Err = wire.ErrCorrupt
		return Rule{}
	}
	rule := Rule{
		ID: s[0], Category: Category(s[1]), Title: s[2], Why: s[3], Severity: Severity(s[4]), Confidence: Confidence(s[5]),
		Role: Role(s[6]), When: Mood(s[7]), Class: s[8], Action: s[9],
		Step: int(r.Uint()), Covers: decodeStrings(r), SpanMatch: r.Bool(), Sentence: r.Bool(), NotBare: r.Bool(),
	}
	for range r.Len() {
		rule.Even = append(rule.Even, stance.Kind(r.String()))
	}
	rule.Rewrites = make([]Rewrite, r.Len())
	for i := range rule.Rewrites {
		rule.Rewrites[i] = Rewrite{r.String(), r.String()}
	}
	rule.Match, rule.Unless, rule.Near = decodeIDs(r), decodeConditions(r), decodeConditions(r)
	return rule
}

func decodeCue(r *wire.Reader) stance.Cue {
	s := decodeStrings(r)
	if len(s) != 4 {
		r.Err = wire.ErrCorrupt
		return stance.Cue{}
	}
	return stance.Cue{
		Name: s[0], Kind: stance.Kind(s[1]), Direction: stance.Direction(s[2]), Reach: stance.Reach(s[3]),
		Match: decodeIDs(r), Except: decodeIDs(r), Until: decodeIDs(r),
	}
}

func decodeStrings(r *wire.Reader) []string {
	list := make([]string, r.Len())
	for i := range list {
		list[i] = r.String()
	}
	return list
}

func decodeIDs(r *wire.Reader) []int {
	ids := make([]int, r.Len())
	for i := range ids {
		ids[i] = int(r.Uint())
	}
	return ids
}

func decodeConditions(r *wire.Reader) []Condition {
	list := make([]Condition, r.Len())
	for i := range list {
		list[i] = Condition{Scope(r.String()), decodeIDs(r)}
	}
	return list
}
