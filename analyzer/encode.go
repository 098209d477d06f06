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
	w.Len(len(p.Classes))
	for _, c := range p.Classes {
		encodeStrings(w, []string{c.Name, c.Title, c.Why, c.Action})
		encodeStrings(w, c.Covers)
		w.Bool(c.Latches)
		w.Bool(c.Soft)
	}
	w.Len(len(p.Elements))
	for i := range p.Elements {
		encodeElement(w, &p.Elements[i])
	}
	w.Len(len(p.Signs))
	for i := range p.Signs {
		w.String(p.Signs[i].Element)
		encodeRule(w, &p.Signs[i].Rule)
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
	w.Len(len(p.Context.Contact))
	for _, c := range p.Context.Contact {
		w.String(c.Sign)
		encodeIDs(w, c.Match)
		encodeIDs(w, c.Except)
	}
	w.Len(len(p.Context.Topics))
	for _, t := range p.Context.Topics {
		w.String(t.Name)
		encodeIDs(w, t.Match)
	}
	p.Patterns.Encode(w)
	w.Len(len(p.Learned))
	for i := range p.Learned {
		encodeRule(w, &p.Learned[i])
	}
	return w.Bytes
}

func encodeElement(w *wire.Writer, e *ElementRule) {
	encodeStrings(w, []string{e.Name, e.Label, string(e.Role)})
	w.Len(e.Place)
	w.Bool(e.Opens)
	w.Len(len(e.Asked))
	for _, q := range e.Asked {
		w.String(q.Topic)
		w.String(q.Text)
	}
	encodeConditions(w, e.TakenBack)
	encodeIDs(w, e.Stands)
	w.Len(len(e.Undone))
	for _, u := range e.Undone {
		w.String(string(u.Scope))
		w.Len(len(u.Categories))
		for _, c := range u.Categories {
			w.String(string(c))
		}
	}
}

func encodeRule(w *wire.Writer, r *Rule) {
	title, why := r.Title, r.Why
	if r.danger != nil { // NewPack gives a rule the words of its class
		title, why = "", ""
	}
	encodeStrings(w, []string{
		r.ID, string(r.Category), title, why, string(r.Severity), string(r.Confidence), string(r.Role), string(r.When), r.Class,
	})
	w.Len(r.Step)
	encodeStrings(w, r.Covers)
	w.Bool(r.SpanMatch)
	w.Bool(r.Sentence)
	w.Bool(r.NotBare)
	w.Bool(r.Alone)
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
	p := &Pack{}
	p.Rules = make([]Rule, r.Len())
	for i := range p.Rules {
		p.Rules[i] = decodeRule(r)
	}
	p.Classes = make([]DangerClass, r.Len())
	for i := range p.Classes {
		p.Classes[i] = decodeClass(r)
	}
	p.Elements = make([]ElementRule, r.Len())
	for i := range p.Elements {
		p.Elements[i] = decodeElement(r)
	}
	p.Signs = make([]Sign, r.Len())
	for i := range p.Signs {
		p.Signs[i] = Sign{Element: r.String(), Rule: decodeRule(r)}
	}
	c := &p.Context
	c.Cues = make([]stance.Cue, r.Len())
	for i := range c.Cues {
		c.Cues[i] = decodeCue(r)
	}
	for _, ids := range []*[]int{&c.Deed, &c.Owned, &c.Other, &c.Betrayer, &c.Betrayed} {
		*ids = decodeIDs(r)
	}
	c.Contact = make([]ContactCue, r.Len())
	for i := range c.Contact {
		c.Contact[i] = ContactCue{r.String(), decodeIDs(r), decodeIDs(r)}
	}
	c.Topics = make([]Topic, r.Len())
	for i := range c.Topics {
		c.Topics[i] = Topic{r.String(), decodeIDs(r)}
	}
	p.Patterns = pattern.Decode(r)
	p.Learned = make([]Rule, r.Len())
	for i := range p.Learned {
		p.Learned[i] = decodeRule(r)
	}
	if r.Err != nil {
		return nil, r.Err
	}
	return p.Tie(), nil
}

func decodeElement(r *wire.Reader) ElementRule {
	s := decodeStrings(r)
	if len(s) != 3 {
		r.Err = wire.ErrCorrupt
		return ElementRule{}
	}
	e := ElementRule{Name: s[0], Label: s[1], Role: Role(s[2]), Place: int(r.Uint()), Opens: r.Bool()}
	e.Asked = make([]Prompt, r.Len())
	for i := range e.Asked {
		e.Asked[i] = Prompt{r.String(), r.String()}
	}
	e.TakenBack, e.Stands = decodeConditions(r), decodeIDs(r)
	e.Undone = make([]Undoing, r.Len())
	for i := range e.Undone {
		e.Undone[i].Scope = Scope(r.String())
		e.Undone[i].Categories = make([]Category, r.Len())
		for j := range e.Undone[i].Categories {
			e.Undone[i].Categories[j] = Category(r.String())
		}
	}
	return e
}

func decodeRule(r *wire.Reader) Rule {
	s := decodeStrings(r)
	if len(s) != 9 {
		r.Err = wire.ErrCorrupt
		return Rule{}
	}
	rule := Rule{
		ID: s[0], Category: Category(s[1]), Title: s[2], Why: s[3], Severity: Severity(s[4]), Confidence: Confidence(s[5]),
		Role: Role(s[6]), When: Mood(s[7]), Class: s[8],
		Step: int(r.Uint()), Covers: decodeStrings(r), SpanMatch: r.Bool(), Sentence: r.Bool(), NotBare: r.Bool(), Alone: r.Bool(),
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

func decodeClass(r *wire.Reader) DangerClass {
	s := decodeStrings(r)
	if len(s) != 4 {
		r.Err = wire.ErrCorrupt
		return DangerClass{}
	}
	return DangerClass{
		Name: s[0], Title: s[1], Why: s[2], Action: s[3], Covers: decodeStrings(r), Latches: r.Bool(), Soft: r.Bool(),
	}
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
