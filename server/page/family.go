package page

import (
	"slices"

	"coach/analyzer"
)

// A family is a kind of phrase as the page shows it: one name, one line under the words, one colour. The line tells
// families apart without colour.
type family struct {
	Name       string
	Line       string // class in coach.css and in the template "sample": wavy, dotted, double, dashed, solid, thin
	Tone       string // class in coach.css that sets the colour
	Example    string // on the empty page
	Categories []analyzer.Category
}

// families are all families, in the order in which the page lists them. A category in none of them is shown as one of
// the last.
var families = []family{
	{"Moves the blame", "wavy", "blame", "because you were never home", []analyzer.Category{"blame-shifting"}},
	{"Makes it smaller", "dotted", "small", "it was just a mistake", []analyzer.Category{"minimizing", "dismissing"}},
	{"Pushes them", "double", "push", "why can’t you move on?", []analyzer.Category{"pressuring", "rushing-intimacy", "holding-on"}},
	{"Keeps them out", "dashed", "close", "you don’t need the details", []analyzer.Category{"concealing", "defending", "resisting-boundaries", "refusing-help"}},
	{"More about you", "solid", "self", "I’ll never hurt you again", []analyzer.Category{"self-serving", "overpromising"}},
	{"Also worth a look", "thin", "other", "", nil},
}

// familyOf is the index of a category's family.
func familyOf(c analyzer.Category) int {
	i := slices.IndexFunc(families, func(f family) bool { return slices.Contains(f.Categories, c) })
	if i < 0 {
		return len(families) - 1
	}
	return i
}

// A guideStep is one of the eleven steps of the guide, with the line of it that explains a note.
type guideStep struct{ Name, Line string }

// steps are indexed by number - 1. Their names fit any deed, not only an affair.
var steps = [...]guideStep{
	{"Ask the hard question", ""},
	{"Take full accountability", "Owning your actions without shifting blame sets the foundation for emotional repair."},
	{"Make room for what they feel", ""},
	{"Be open about it", "Transparency must begin here."},
	{"Rebuild communication", ""},
	{"Respect their limits", ""},
	{"Show trustworthiness over time", "Rebuilding trust isn’t about grand gestures; it’s about repeated small acts of integrity."},
	{"Consider help", ""},
	{"Closeness, slowly", ""},
	{"Trust has no timeline", "Your patience, not your persuasion, will ultimately help the healing."},
	{"Prepare for any outcome", ""},
}

// stepOf is a step by its number, and false for what is none.
func stepOf(number int) (guideStep, bool) {
	if number < 1 || number > len(steps) {
		return guideStep{}, false
	}
	return steps[number-1], true
}
