package report

import "coach/analyzer"

// wording is a category as a person reads it. The weak form says what the phrase could do to its reader, because weak
// evidence is never told as a fact.
type wording struct{ strong, weak string }

var categories = map[analyzer.Category]wording{
	"blame-shifting":       {"Moves the blame", "Could sound like blame"},
	"minimizing":           {"Makes it smaller", "Could sound like making it smaller"},
	"dismissing":           {"Talks their feelings down", "Could sound like talking their feelings down"},
	"pressuring":           {"Hurries them", "Could sound like hurrying them"},
	"rushing-intimacy":     {"Asks for closeness too soon", "Could sound like asking for closeness too soon"},
	"holding-on":           {"Holds on", "Could sound like holding on"},
	"concealing":           {"Keeps something back", "Could sound like keeping something back"},
	"defending":            {"Shuts the talk down", "Could sound like shutting the talk down"},
	"resisting-boundaries": {"Pushes back on a limit", "Could sound like pushing back on a limit"},
	"refusing-help":        {"Closes off help", "Could sound like closing off help"},
	"self-serving":         {"Gives your comfort as the reason", "Could sound like your comfort is the reason"},
	"overpromising":        {"Promises too much", "Could sound like promising too much"},
}

// Label is what a person is told about a phrase of a category: "Moves the blame", or "Could sound like blame" where
// the evidence is weak. A category without words of its own is its own label.
func Label(c analyzer.Category, evidence analyzer.Confidence) string {
	w, ok := categories[c]
	switch {
	case !ok:
		return string(c)
	case evidence == analyzer.Weak:
		return w.weak
	}
	return w.strong
}

// reasons say why a phrase was set aside, after "set aside:".
var reasons = map[string]string{
	"quoted":      "it stands in quotation marks",
	"reported":    "somebody else is reported as saying it",
	"denied":      "the draft says it is not so",
	"disowned":    "the draft takes it back",
	"unless":      "the words around it make it something else",
	"other topic": "the draft is about something else",
	"no deed":     "the draft names nothing that was done",
	"role":        "it is not for the one who writes to own",
}

// Reason is a Suppression's reason as a clause after "set aside:". A reason without words of its own stays as it is.
func Reason(r string) string {
	if words, ok := reasons[r]; ok {
		return words
	}
	return r
}

var readAs = map[analyzer.Role]string{
	analyzer.Betrayer: "Read as written by the one who did the hurting.\nIf you were hurt, say --role betrayed.",
	analyzer.Betrayed: "Read as written by the one who was hurt.\nIf you did the hurting, say --role betrayer.",
}

// checklist is the heading over what a message does.
var checklist = map[analyzer.Role]string{
	analyzer.Betrayer: "What an accountable message does",
	analyzer.Betrayed: "What you may want to say",
}

// states say how far an element is there, after its label.
var states = map[analyzer.State]string{
	analyzer.Present:   "words for this are there.",
	analyzer.TakenBack: "begun, and other words take it back.",
	analyzer.Missing:   "not in this draft.",
}
