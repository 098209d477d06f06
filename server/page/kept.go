package page

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// Kept is what a browser keeps with coach, for the part of the page about history and saved drafts.
type Kept struct {
	Offered   bool   // coach was started with a file to keep things in
	Fault     string // why nothing can be kept or shown now, or ""
	On        bool   // history is on
	Revisions []Revision
	Drafts    []KeptDraft    // the newest first
	Feedback  []KeptFeedback // the oldest first
	Reasons   []Reason       // why a note can be wrong
}

// A Revision is what a draft was like at one time, in numbers. The oldest comes first in a list.
type Revision struct {
	ID       string
	At       time.Time
	Counts   map[string]int // notes by category
	Elements map[string]int // elements by state
}

// A KeptDraft is a saved draft without its words.
type KeptDraft struct {
	ID         string
	At         time.Time
	Characters int
}

// A KeptFeedback is what somebody said against a note.
type KeptFeedback struct {
	ID     string
	Title  string // of the note
	Reason string // its label
	Note   string
}

// A Reason is what somebody can say against a note.
type Reason struct{ Value, Label string }

// Notes is the number of phrases that coach pointed at.
func (r Revision) Notes() int {
	n := 0
	for _, c := range r.Counts {
		n += c
	}
	return n
}

// Present is the number of elements whose words were there.
func (r Revision) Present() int { return r.Elements["present"] }

// Says is a revision as a sentence of the list.
func (r Revision) Says() string {
	s := "no phrase to look at"
	switch n := r.Notes(); {
	case n == 1:
		s = "1 phrase to look at"
	case n > 1:
		s = fmt.Sprintf("%d phrases to look at", n)
	}
	if n := r.Present(); n > 0 {
		s += "; words for " + counted(n, "thing") + " are there"
	}
	return s
}

// When is a time as people of this computer write it, ISO as programs do.
func (r Revision) When() string  { return when(r.At) }
func (d KeptDraft) When() string { return when(d.At) }
func (r Revision) ISO() string   { return r.At.Format(time.RFC3339) }
func (d KeptDraft) ISO() string  { return d.At.Format(time.RFC3339) }

// Size is the length of a saved draft.
func (d KeptDraft) Size() string { return counted(d.Characters, "character") }

func when(t time.Time) string { return t.Local().Format("Mon 2 Jan, 15:04") }

// columns is the number of revisions in the chart, the last ones; all are in the list beside it.
const columns = 8

// A Column is one revision in the chart: figures and dots, no line, because fewer phrases are no score.
type Column struct {
	X, FigureY int
	Figure     int
	Dots       []int // their Y
	Has        []int // their Y, one for each element whose words were there
	Label      string
	LabelX     int
	Anchor     string // of the label
}

// The chart's measures, in its own units.
const (
	chartWidth  = 360
	chartBase   = 118 // of the dots of phrases
	chartHas    = 142 // of the first dot of elements
	mostDots    = 9   // beyond which the figure alone says how many
	betweenDots = 10
)

// Chart gives the last revisions as columns.
func (k Kept) Chart() []Column {
	list := k.Revisions[max(0, len(k.Revisions)-columns):]
	step := chartWidth / max(1, len(list))
	var chart []Column
	for i, r := range list {
		c := Column{X: step/2 + i*step, Figure: r.Notes(), LabelX: step/2 + i*step, Anchor: "middle"}
		for d := range min(r.Notes(), mostDots) {
			c.Dots = append(c.Dots, chartBase-d*betweenDots)
		}
		c.FigureY = chartBase - len(c.Dots)*betweenDots
		for d := range r.Present() {
			c.Has = append(c.Has, chartHas+d*betweenDots)
		}
		switch {
		case len(list) == 1:
			c.Label = r.When()
		case i == 0:
			c.Label, c.LabelX, c.Anchor = r.When(), 0, "start"
		case i == len(list)-1:
			c.Label, c.LabelX, c.Anchor = r.When(), chartWidth, "end"
		}
		chart = append(chart, c)
	}
	return chart
}

// ChartHeight is the height of the chart, in its own units.
func (k Kept) ChartHeight() int { return k.LabelY() + 6 }

// LabelY is where the dates under the chart stand.
func (k Kept) LabelY() int {
	most := 0
	for _, c := range k.Chart() {
		most = max(most, len(c.Has))
	}
	return chartHas + most*betweenDots + 8
}

// ChartSays is the chart in words.
func (k Kept) ChartSays() string {
	var figures []string
	for _, c := range k.Chart() {
		figures = append(figures, fmt.Sprint(c.Figure))
	}
	return fmt.Sprintf("Phrases to look at in the last %s, oldest first: %s. The list says the same.",
		counted(len(figures), "version"), strings.Join(figures, ", "))
}

// WriteKept writes only the part about history and saved drafts.
func (v *View) WriteKept(w io.Writer) error {
	return templates.ExecuteTemplate(w, "kept", v)
}
