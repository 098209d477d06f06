package page

import (
	"slices"
	"strings"

	"coach/analyzer"
)

// A Card is what the page puts before everything else where a draft speaks of harm: one for each class of danger.
type Card struct {
	Class    string
	Title    string
	Why      string
	Actions  []string // lines
	Lines    []Line   // the passages of the draft
	SelfHarm bool     // has an order of its own in the template
	Quiet    bool     // the writer may be the one in danger: plain colours, and a word about the device
}

// A Line is a passage of the draft, by UTF-16 code units.
type Line struct {
	Start, End int
	Quote      string
}

// classes that have a card of their own, in the order of cards. Any other class is shown after them with the words of
// its rule.
const (
	selfHarm = "self-harm"
	afraid   = "afraid"
)

// cards gathers dangers by class. What the writer says they do not mean has no card.
func cards(dangers []analyzer.DangerNote, notMeant []string, u units) []Card {
	var list []Card
	for _, d := range dangers {
		if slices.Contains(notMeant, d.Class) {
			continue
		}
		line := Line{u[d.Start], u[d.End], d.Quote}
		if i := slices.IndexFunc(list, func(c Card) bool { return c.Class == d.Class }); i >= 0 {
			list[i].Lines = append(list[i].Lines, line)
			continue
		}
		list = append(list, Card{
			Class: d.Class, Title: d.Title, Why: d.Why, Actions: strings.Split(strings.TrimSpace(d.Action), "\n"),
			Lines: []Line{line}, SelfHarm: d.Class == selfHarm, Quiet: d.Class == afraid,
		})
	}
	slices.SortStableFunc(list, func(a, b Card) int { return urgency(a) - urgency(b) })
	return list
}

// urgency puts what concerns the writer's own life first.
func urgency(c Card) int {
	switch {
	case c.SelfHarm:
		return 0
	case c.Quiet:
		return 1
	}
	return 2
}

// latches tells whether a danger stays when its line is gone.
func latches(dangers []analyzer.DangerNote) bool {
	return slices.ContainsFunc(dangers, func(d analyzer.DangerNote) bool { return d.Latches })
}
