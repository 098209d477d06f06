package page

import "encoding/json"

// An Answer is what the script gets for a draft: spans to mark, replacements to make, and fragments of the page to put
// in the place of those with the same name. Offsets are UTF-16 code units.
type Answer struct {
	Spans     []Span            `json:"spans"`
	Options   map[string]Edit   `json:"options"` // by the value of their button
	Fragments map[string]string `json:"fragments"`
	State     string            `json:"state"` // empty, notes, clean, danger, gone
	Say       string            `json:"say"`
	Read      int               `json:"read"` // how much was read; what is behind it is not
	Latched   bool              `json:"latched"`
	Fault     string            `json:"fault"` // why history could not keep its numbers, or ""
	Steps     int               `json:"steps"` // notes to step through; 0 while they are folded away
}

// A Span is a run of the draft.
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Kind  string `json:"kind"`            // note, danger, element, contact
	Key   string `json:"key,omitempty"`   // of the note, or name of the element
	Class string `json:"class,omitempty"` // of the underline
	Name  string `json:"name,omitempty"`  // what a screen reader says after the phrase
}

// An Edit replaces a run of the draft.
type Edit struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// fragments are the parts of the page that change with the draft, by the names of their templates.
var fragments = []string{"cards", "toolong", "contact", "readas", "glance", "reader", "notes", "checklist", "acts"}

// Answer gives a view to the script.
func (v *View) Answer() (json.RawMessage, error) {
	a := Answer{
		Spans: v.spans(), Options: map[string]Edit{}, Fragments: map[string]string{},
		State: v.State(), Say: v.Say, Read: v.Read, Latched: v.Latched, Fault: v.Kept.Fault,
	}
	for _, n := range v.Notes {
		for _, o := range n.Options {
			a.Options[o.Value] = Edit{o.Start, o.End, o.New}
		}
	}
	if !v.folded() {
		a.Steps = len(v.Notes)
	}
	for _, name := range fragments {
		html, err := v.fragment(name)
		if err != nil {
			return nil, err
		}
		a.Fragments[name] = html
	}
	return json.Marshal(a)
}

func (v *View) spans() []Span {
	list := []Span{}
	for _, c := range v.Cards {
		for _, l := range c.Lines {
			list = append(list, Span{Start: l.Start, End: l.End, Kind: "danger", Key: c.Class})
		}
	}
	if !v.folded() {
		for _, n := range v.Notes {
			list = append(list, Span{n.Start, n.End, "note", n.Key, n.Class(), n.Place()})
		}
	}
	for _, e := range v.Ticks {
		if e.End > e.Start {
			list = append(list, Span{Start: e.Start, End: e.End, Kind: "element", Key: e.Name})
		}
	}
	if v.Contact != nil {
		list = append(list, Span{Start: v.Contact.Start, End: v.Contact.End, Kind: "contact"})
	}
	return list
}
