package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"coach/analyzer"
)

// toys are the phrases that the toy engine finds, letter by letter.
var toys = map[string]analyzer.Finding{
	"because you were never home": {
		Rule: "blame-shifting/because-you", Category: "blame-shifting", Step: 2, Severity: analyzer.High, Confidence: analyzer.Strong,
		Title: "Making the other person the cause",
		Why:   "“Because you…” hands them the reason for something you chose. Say what you did, and stop there.",
		Suggestions: []analyzer.Suggestion{
			{Title: "Own the act", Text: "I did it. I can't put that on you."},
			{Title: "Own the act", Text: "I chose [what I did].", Blanks: []string{"what I did"}},
		},
	},
	"just a mistake": {
		Rule: "minimizing/just-a-mistake", Category: "minimizing", Step: 2, Severity: analyzer.Medium, Confidence: analyzer.Strong,
		Title:       "Making it small",
		Why:         "“Just” makes it small before they have said how big it is.",
		Suggestions: []analyzer.Suggestion{{Title: "Call it a choice", Text: "It wasn't a mistake. I chose it."}},
	},
	"scared of how you'd react": {
		Rule: "blame-shifting/scared-of-you", Category: "blame-shifting", Step: 2, Severity: analyzer.Low, Confidence: analyzer.Weak,
		Title: "Their reaction as the reason",
		Why:   "This may land as their reaction being the reason.",
	},
	"Answer me": {
		Rule: "pressuring/answer-me", Category: "pressuring", Step: 10, Severity: analyzer.High, Confidence: analyzer.Strong,
		Title:       "Asking for an answer",
		Why:         "They've seen it. Another message doesn't ask, it leans.",
		Suggestions: []analyzer.Suggestion{{Title: "Leave it out"}},
	},
	"hurt myself": {
		Rule: "danger/self-harm", Category: analyzer.Danger, Severity: analyzer.High, Confidence: analyzer.Strong,
		Title: "Harm to yourself",
		Why:   "This says your life may be in danger.",
	},
}

const toyAction = "If you could act on this, call your local emergency number now.\nTell somebody who can come now."

// newToyEngine finds the toys. A folder of rules may hold only files that say so: a file "bad.yaml" has a mistake in it.
func newToyEngine(ruleFolders []string) (checkFunc, error) {
	var err error
	for _, folder := range ruleFolders {
		bad := filepath.Join(folder, "bad.yaml")
		if _, statErr := os.Stat(bad); statErr == nil {
			err = fmt.Errorf("%s:1:1: a rule needs a title (write: title: …)", filepath.ToSlash(bad))
		}
	}
	return toyCheck, err
}

func toyCheck(draft string, o analyzer.Options) analyzer.Report {
	r := analyzer.Report{Role: o.Role, Counts: map[analyzer.Category]int{}}
	if r.Role == analyzer.Auto {
		r.Role, r.RoleInferred = analyzer.Betrayer, true
		if strings.Contains(draft, "you cheated") {
			r.Role = analyzer.Betrayed
		}
	}
	for phrase, f := range toys {
		for at := strings.Index(draft, phrase); at >= 0; at = next(draft, phrase, at) {
			f.Source, f.Quote, f.Span = "rule", phrase, analyzer.Span{Start: at, End: at + len(phrase)}
			f.Line, f.Column = place(draft, at)
			f.Sentence = f.Span
			f.Suggestions = edited(f)
			put(&r, f, draft, o)
		}
	}
	sort.Slice(r.Findings, func(i, j int) bool { return r.Findings[i].Start < r.Findings[j].Start })
	if len(r.Dangers) > 0 {
		for i := range r.Findings {
			r.Findings[i].Suggestions = nil
		}
	}
	return r
}

func next(draft, phrase string, at int) int {
	i := strings.Index(draft[at+1:], phrase)
	if i < 0 {
		return -1
	}
	return at + 1 + i
}

func place(draft string, at int) (line, column int) {
	start := strings.LastIndexByte(draft[:at], '\n') + 1
	return strings.Count(draft[:at], "\n") + 1, utf8.RuneCountInString(draft[start:at]) + 1
}

func edited(f analyzer.Finding) []analyzer.Suggestion {
	suggestions := slices.Clone(f.Suggestions)
	for i := range suggestions {
		suggestions[i].Edits = []analyzer.Edit{{Span: f.Span, Text: suggestions[i].Text}}
	}
	return suggestions
}

func put(r *analyzer.Report, f analyzer.Finding, draft string, o analyzer.Options) {
	switch {
	case f.Category == analyzer.Danger:
		r.Withheld = analyzer.ForDanger
		r.Dangers = append(r.Dangers, analyzer.DangerNote{Class: "self-harm", Why: f.Why, Action: toyAction, Span: f.Span, Line: f.Line, Column: f.Column, Quote: f.Quote})
	case strings.HasSuffix(draft[:f.Start], "he said "):
		r.Suppressed = append(r.Suppressed, analyzer.Suppression{Rule: f.Rule, Category: f.Category, Span: f.Span, Quote: f.Quote, Reason: "reported", Cue: "he said"})
		return
	case len(o.Steps) > 0 && !slices.Contains(o.Steps, f.Step):
		return
	case slices.Index(severities, string(f.Severity)) < slices.Index(severities, string(o.MinSeverity)):
		return
	}
	r.Counts[f.Category]++
	r.Findings = append(r.Findings, f)
}
