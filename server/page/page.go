// Package page is the page that people write on: what it says about a draft, as HTML, and as the answer its script
// places on a draft that is being typed.
//
// A Request (page.go) is read into a View (view.go), which holds every word that is shown: families of notes
// (family.go), sentences (words.go), danger cards (care.go). One set of templates writes a View as a whole page, which
// works as a plain form, and as the fragments of an Answer (answer.go). The script in static/ places fragments, moves
// focus and changes the draft; it holds no sentence about a draft. Wording is decided in package analyzer.
package page

import (
	"coach/analyzer"
)

// Settings are what a server says about all its pages.
type Settings struct {
	Check      func(draft string, o analyzer.Options) analyzer.Report // called by many goroutines at once
	Role       analyzer.Role                                          // where the writer gives none; "" or Auto lets Check infer it
	NoContact  bool                                                   // no page offers wording, whatever its switch says
	Characters int                                                    // how much of a draft is read, in code points
}

// A Role is the writer's answer to "In this, I …". The empty one is no answer.
type Role string

// The answers. Tangled is both.
const (
	Unanswered Role = ""
	HurtThem   Role = "betrayer"
	WasHurt    Role = "betrayed"
	Tangled    Role = "tangled"
)

// A Request is what the form or the script sends: the draft, and what the writer has answered and decided so far. The
// server keeps none of it.
type Request struct {
	Draft      string   `json:"draft"`
	Characters int      `json:"characters"` // of the whole draft, where only its beginning was sent; in code points
	Role       Role     `json:"role"`
	NoContact  bool     `json:"no_contact"`
	ContactNo  string   `json:"contact_no"` // the quote about which the writer said: they did not ask me not to write
	Latched    bool     `json:"latched"`    // a danger that latches has stood in this message
	NotMeant   []string `json:"not_meant"`  // classes of danger that the writer says they do not mean
	Left       []string `json:"left"`       // keys of the notes that are to be left as they are
	Used       []string `json:"used"`       // wordings of coach that were taken over

	Settled bool `json:"settled"` // the draft was not touched for a while: history may keep its numbers

	Kept   Kept   `json:"-"`
	Local  bool   `json:"-"` // the browser is on this computer
	Posted bool   `json:"-"` // sent as a form, without the script
	Change string `json:"-"` // what a button of the form changed, "" for nothing
}

// valid tells whether the answer is one of the question's.
func (r Role) valid() bool {
	return r == Unanswered || r == HurtThem || r == WasHurt || r == Tangled
}

// asked is the role as Check takes it. Tangled drafts are read for what the writer did.
func (r Role) asked(without analyzer.Role) analyzer.Role {
	switch r {
	case HurtThem, Tangled:
		return analyzer.Betrayer
	case WasHurt:
		return analyzer.Betrayed
	}
	return without
}

// Valid tells whether a request can be read.
func (r Request) Valid() bool { return r.Role.valid() }

// Counted tells whether history may keep the numbers of a draft: not of one about harm.
func (v *View) Counted() bool { return !v.Empty && !v.Danger && !v.Latched }
