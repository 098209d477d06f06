package report

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"coach/analyzer"
)

var update = flag.Bool("update", false, "rewrite testdata")

// The drafts of the golden files: notes of every kind, danger, and nothing.
func drafts() []Draft {
	return []Draft{notes(), danger(), checkIn(), {ID: json.RawMessage(`3`), Text: "I lied.", Report: analyzer.Report{Path: "clean.txt", Role: analyzer.Betrayed}}}
}

func notes() Draft {
	text := "Jo — I cheated because you were cold <3. It was one night.\r\nI hid it & was scared of how you'd react. He said \"you made him\"."
	return Draft{
		ID:   json.RawMessage(`"a-001"`),
		Text: text,
		Report: analyzer.Report{
			Path: "draft.txt", Role: analyzer.Betrayer, RoleInferred: true,
			Findings: []analyzer.Finding{
				{
					Rule: "blame-shifting/because-you", Source: "rule", Category: "blame-shifting", Step: 2,
					Severity: analyzer.High, Confidence: analyzer.Strong,
					Span: span(text, "because you were cold"), Line: 1, Column: 16, Quote: "because you were cold",
					Sentence: span(text, "I cheated because you were cold <3."),
					Title:    "Making the other person the cause",
					Why:      "“Because you…” hands them the reason for something you chose. Say what you did, and stop there.",
					Suggestions: []analyzer.Suggestion{
						{
							Title: "Leave it out", Text: "",
							Edits: []analyzer.Edit{{Span: span(text, " because you were cold"), Text: ""}},
						},
						{
							Title: "Own the act", Text: "I chose [what I did] & [when]. That is on me.",
							Edits:  []analyzer.Edit{{Span: span(text, "I cheated because you were cold"), Text: "I chose [what I did] & [when]. That is on me"}},
							Blanks: []string{"what I did", "when"},
						},
					},
				},
				{
					Rule: "minimizing/one-night", Source: "rule", Category: "minimizing", Step: 2,
					Severity: analyzer.Medium, Confidence: analyzer.Strong,
					Span: span(text, "It was one night"), Line: 1, Column: 42, Quote: "It was one night",
					Sentence: span(text, "It was one night."), Title: "Counting it small", Why: "A count makes it smaller.",
					Suggestions: []analyzer.Suggestion{{Title: "Leave it out", Edits: []analyzer.Edit{{Span: span(text, " It was one night.")}}}},
				},
				{
					Rule: "blame-shifting/scared-of-you", Source: "rule", Category: "blame-shifting", Step: 2,
					Severity: analyzer.Low, Confidence: analyzer.Weak,
					Span: span(text, "scared of how you'd react"), Line: 2, Column: 16, Quote: "scared of how you'd react",
					Sentence: span(text, "I hid it & was scared of how you'd react."),
					Title:    "Their reaction as the reason", Why: "This may land as their reaction being the reason.",
				},
			},
			Suppressed: []analyzer.Suppression{{
				Rule: "blame-shifting/you-made", Category: "blame-shifting", Span: span(text, "you made him"),
				Quote: "you made him", Reason: "quoted", Cue: "He said",
			}},
			Counts: map[analyzer.Category]int{"minimizing": 1, "blame-shifting": 2},
			Elements: []analyzer.Element{
				{Name: "names-the-act", Label: "Names what I did", State: analyzer.Present, Span: span(text, "I cheated"), Quote: "I cheated"},
				{Name: "owns-it", Label: "Owns it", State: analyzer.TakenBack, Span: span(text, "I hid it"), Quote: "I hid it", Question: "Whose choice was it?"},
				{Name: "names-the-harm", Label: "Names the harm", State: analyzer.Missing, Question: "What has it cost them, as far as they have told you?"},
			},
		},
	}
}

func danger() Draft {
	text := "You pushed me. I don't see a reason to be alive tomorrow."
	phrase := span(text, "I don't see a reason to be alive tomorrow")
	action := "If you could act on this, call your local emergency number now.\nTell somebody who can come now."
	why := "This says your life may be in danger. That comes before anything you want them to know."
	return Draft{
		Text: text,
		Report: analyzer.Report{
			Path: "danger.txt", Role: analyzer.Betrayer, Withheld: analyzer.ForDanger,
			Dangers: []analyzer.DangerNote{{Class: "self-harm", Why: why, Action: action, Span: phrase, Line: 1, Column: 16, Quote: text[phrase.Start:phrase.End]}},
			Findings: []analyzer.Finding{
				{
					Rule: "blame-shifting/you-pushed-me", Source: "rule", Category: "blame-shifting", Step: 2, Severity: analyzer.High, Confidence: analyzer.Strong,
					Span: span(text, "You pushed me"), Line: 1, Column: 1, Quote: "You pushed me", Sentence: span(text, "You pushed me."),
					Title: "Making the other person the cause", Why: "It makes them the cause.", Suggestions: []analyzer.Suggestion{},
				},
				{
					Rule: "danger/self-harm", Source: "rule", Category: analyzer.Danger, Severity: analyzer.High, Confidence: analyzer.Strong,
					Span: phrase, Line: 1, Column: 16, Quote: text[phrase.Start:phrase.End], Sentence: phrase,
					Title: "Harm to yourself", Why: why,
				},
			},
			Counts:    map[analyzer.Category]int{"danger": 1, "blame-shifting": 1},
			Truncated: true,
		},
	}
}

// checkIn is a draft with a soft danger and a sign that the reader asked to be left.
func checkIn() Draft {
	text := "I know you said you need space. Can't go on like this. It was one night."
	phrase := span(text, "Can't go on like this")
	return Draft{
		Text: text,
		Report: analyzer.Report{
			Path: "soft.txt", Role: analyzer.Betrayer,
			Contact: &analyzer.ContactNote{Sign: "asked-not-to", Span: span(text, "you said you need space"), Quote: "you said you need space"},
			Dangers: []analyzer.DangerNote{{Class: "fading", Why: "Only you know, so coach asks.", Action: "Ring one person.", Soft: true, Span: phrase, Line: 1, Column: 33, Quote: text[phrase.Start:phrase.End]}},
			Findings: []analyzer.Finding{{
				Rule: "minimizing/one-night", Source: "rule", Category: "minimizing", Step: 2, Severity: analyzer.Medium, Confidence: analyzer.Strong,
				Span: span(text, "It was one night"), Line: 1, Column: 56, Quote: "It was one night", Sentence: span(text, "It was one night."),
				Title: "Counting it small", Why: "A count makes it smaller.",
				Suggestions: []analyzer.Suggestion{{Title: "Leave it out", Edits: []analyzer.Edit{{Span: span(text, " It was one night.")}}}},
			}},
			Counts: map[analyzer.Category]int{"minimizing": 1},
		},
	}
}

func span(text, phrase string) analyzer.Span {
	at := strings.Index(text, phrase)
	return analyzer.Span{Start: at, End: at + len(phrase)}
}

func TestGolden(t *testing.T) {
	tests := []struct {
		file, format string
		options      Options
	}{
		{"text.golden", "text", Options{Width: 72}},
		{"explain.golden", "text", Options{Width: 72, Explain: true}},
		{"colour.golden", "text", Options{Width: 72, Color: true}},
		{"json.golden", "json", Options{}},
		{"jsonl.golden", "jsonl", Options{}},
	}
	for _, test := range tests {
		t.Run(test.file, func(t *testing.T) {
			var got bytes.Buffer
			w := Formats[test.format](&got, test.options)
			for _, d := range drafts() {
				if err := w.Draft(d); err != nil {
					t.Fatal(err)
				}
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			golden(t, filepath.Join("testdata", test.file), got.Bytes())
		})
	}
}

func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; got:\n%s", file, got)
	}
}

// A program that asks for a list gets one: the contract has no null.
func TestJSONHasNoNull(t *testing.T) {
	var got bytes.Buffer
	w := newJSON(&got, Options{})
	bare := analyzer.Report{Findings: []analyzer.Finding{{Suggestions: []analyzer.Suggestion{{}}}}}
	if err := w.Draft(Draft{Report: bare}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(got.Bytes(), []byte("null")) {
		t.Errorf("null in %s", got.Bytes())
	}
	if !json.Valid(got.Bytes()) {
		t.Errorf("not JSON: %s", got.Bytes())
	}
}

func TestLabel(t *testing.T) {
	tests := []struct {
		category analyzer.Category
		evidence analyzer.Confidence
		want     string
	}{
		{"blame-shifting", analyzer.Strong, "Moves the blame"},
		{"blame-shifting", analyzer.Weak, "Could sound like blame"},
		{"holding-on", analyzer.Strong, "Holds on"},
		{"resisting-boundaries", analyzer.Weak, "Could sound like pushing back on a limit"},
		{"of-my-own", analyzer.Weak, "of-my-own"},
	}
	for _, test := range tests {
		if got := Label(test.category, test.evidence); got != test.want {
			t.Errorf("Label(%q, %q) = %q, want %q", test.category, test.evidence, got, test.want)
		}
	}
}
