// Package report writes what Check found: for people (text), for programs (json) and for many drafts at once (jsonl).
// One file is one format; a new one is a file and a line in Formats.
package report

import (
	"encoding/json"
	"io"

	"coach/analyzer"
)

// A Draft is one checked draft.
type Draft struct {
	ID     json.RawMessage // of a line of jsonl input, as it stood there; nil elsewhere
	Text   string          // the draft, byte for byte what Check was given
	Report analyzer.Report // with Path set
}

// Options say how the text format looks; the others ignore them.
type Options struct {
	Width   int  // columns of the terminal
	Color   bool // colour and weight by ANSI sequences
	Explain bool // name rules, and list what was set aside and why
}

// A Writer writes checked drafts in one format, in the order they are handed in, and keeps none of them.
type Writer interface {
	Draft(Draft) error // writes one draft
	Close() error      // writes what follows the last draft; the underlying writer stays open
}

// Formats are the formats by the name that --format takes.
var Formats = map[string]func(io.Writer, Options) Writer{
	"text":  newText,
	"json":  newJSON,
	"jsonl": newJSONL,
}

// filled is r with an empty list wherever r has none, because a program that reads [] should not have to expect null.
func filled(r analyzer.Report) analyzer.Report {
	r.Dangers = list(r.Dangers)
	r.Elements = list(r.Elements)
	r.Suppressed = list(r.Suppressed)
	if r.Counts == nil {
		r.Counts = map[analyzer.Category]int{}
	}
	findings := make([]analyzer.Finding, len(r.Findings))
	for i, f := range r.Findings {
		f.Suggestions = filledSuggestions(f.Suggestions)
		findings[i] = f
	}
	r.Findings = findings
	return r
}

func filledSuggestions(from []analyzer.Suggestion) []analyzer.Suggestion {
	to := make([]analyzer.Suggestion, len(from))
	for i, s := range from {
		s.Edits = list(s.Edits)
		s.Blanks = list(s.Blanks)
		to[i] = s
	}
	return to
}

func list[T any](l []T) []T {
	if l == nil {
		return []T{}
	}
	return l
}
