package languagetool

import (
	"coach/analyzer"
	"coach/analyzer/text"
)

// A Site is the server that answers.
type Site struct {
	Software Software
	URL      string // scheme and host, without a slash behind: "http://127.0.0.1:8484"
}

// Software is the program that answers.
type Software struct {
	Name       string `json:"name"`
	Version    string `json:"version"`
	BuildDate  string `json:"buildDate"` // "2026-11-24 18:00:00 +0000", or ""
	APIVersion int    `json:"apiVersion"`
	Premium    bool   `json:"premium"`
	Status     string `json:"status"`
}

// NewSoftware describes a build of coach. The API's version is 1, which all of LanguageTool's have.
func NewSoftware(version, buildDate string) Software {
	return Software{Name: "coach", Version: version, BuildDate: buildDate, APIVersion: 1}
}

// A Reply is the JSON of /check. Clients written in typed languages refuse an answer that lacks a field, so all of
// them are sent, except in the compact form that a client asks for.
type Reply struct {
	Software               *Software   `json:"software,omitempty"`
	Warnings               *Warnings   `json:"warnings,omitempty"`
	Language               ForLanguage `json:"language"`
	Matches                []Match     `json:"matches"`
	SentenceRanges         [][2]int    `json:"sentenceRanges"` // in code units, the end exclusive
	ExtendedSentenceRanges []struct{}  `json:"extendedSentenceRanges"`
}

// Warnings say whether the matches are all there is.
type Warnings struct {
	IncompleteResults       bool   `json:"incompleteResults"`
	IncompleteResultsReason string `json:"incompleteResultsReason,omitempty"`
}

// ForLanguage is the language that the text was read in.
type ForLanguage struct {
	Name     string   `json:"name"`
	Code     string   `json:"code"`
	Detected Detected `json:"detectedLanguage"`
}

// Detected is the language found in the text. coach detects none: it is the one the text was read in.
type Detected struct {
	Name       string  `json:"name"`
	Code       string  `json:"code"`
	Confidence float64 `json:"confidence"`
	Source     string  `json:"source"`
}

// Answer turns what Check found in r.Text() into the answer to r.
func Answer(r Request, rep analyzer.Report, s Site) Reply {
	l := r.Language
	reply := Reply{
		Software:               &s.Software,
		Warnings:               warnings(rep),
		Language:               ForLanguage{l.Name, l.LongCode, Detected{l.Name, l.LongCode, 1, "given"}},
		Matches:                matches(r, rep, s.URL),
		SentenceRanges:         sentenceRanges(r.text),
		ExtendedSentenceRanges: []struct{}{},
	}
	if r.compact {
		reply.compact()
	}
	return reply
}

func warnings(rep analyzer.Report) *Warnings {
	if rep.Truncated {
		return &Warnings{true, "Only the first phrases of this text are reported; there are more."}
	}
	return &Warnings{}
}

// compact leaves out what c=1 does not ask for.
func (r *Reply) compact() {
	r.Software = nil
	if !r.Warnings.IncompleteResults {
		r.Warnings = nil
	}
	for i := range r.Matches {
		r.Matches[i].Context, r.Matches[i].Sentence = nil, nil
	}
}

func sentenceRanges(a annotated) [][2]int {
	ruler := newRuler(a.source)
	ranges := [][2]int{}
	for _, s := range text.Parse(a.plain).Sentences {
		if s.End > s.Start {
			source := a.toSource(analyzer.Span{Start: s.Start, End: s.End})
			ranges = append(ranges, [2]int{ruler.at(source.Start), ruler.at(source.End)})
		}
	}
	return ranges
}
