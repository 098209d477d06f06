package rules

import (
	"fmt"
	"slices"
	"strings"

	"coach/analyzer"
	"coach/analyzer/pattern"
	"coach/analyzer/text"
)

// A Failure is an example of a rule file that does not come out as it says.
type Failure struct {
	File string
	Line int
	What string // one sentence
	Text string // the draft, "" where the failure is about a pattern
	Want analyzer.Span
	Got  []analyzer.Finding // what was found instead
	Note string             // expected and actual text of a rewrite, or a pattern's source
}

// String shows the failure as file:line, the draft with carets under what was expected and what was found.
func (f Failure) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:%d: %s\n", f.File, f.Line, f.What)
	if f.Note != "" {
		fmt.Fprintf(&b, "    %s\n", strings.ReplaceAll(f.Note, "\n", "\n    "))
	}
	if f.Text == "" {
		return b.String()
	}
	fmt.Fprintf(&b, "    %s\n", oneLine(f.Text))
	if f.Want.End > f.Want.Start {
		fmt.Fprintf(&b, "    %s expected\n", carets(f.Text, f.Want))
	}
	for _, g := range f.Got {
		fmt.Fprintf(&b, "    %s %s\n", carets(f.Text, g.Span), g.Rule)
	}
	return b.String()
}

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", "␤") }

func carets(draft string, s analyzer.Span) string {
	before := len([]rune(draft[:s.Start]))
	return strings.Repeat(" ", before) + strings.Repeat("^", len([]rune(draft[s.Start:s.End])))
}

// Verify runs the examples of rule files: a flag line gives exactly one finding of its rule, with the span and the
// rewrite it shows; a pass line gives none although it holds a word of a pattern; every match line is hit by a flag
// line, every unless line saves a pass line; and every rewrite leaves text in which set finds nothing at its place.
// A sign's flag line shows its element, a pass line does not; an element's drafts come out as undone or present. Set
// holds the pack of the folder and whatever it is used with.
func Verify(own Folder, set *analyzer.Set) []Failure {
	var failures []Failure
	for _, f := range own.Files {
		v := &verifier{file: f, pack: own.Pack, set: set, alone: set.Only(f.Rule.ID)}
		v.run()
		failures = append(failures, v.failures...)
	}
	for _, e := range own.Elements {
		failures = append(failures, verifyElement(e, own.Pack, set)...)
	}
	return failures
}

type verifier struct {
	file       File
	pack       *analyzer.Pack
	set, alone *analyzer.Set
	failures   []Failure
}

func (v *verifier) run() {
	flag, pass := v.flag, v.pass
	if v.file.Element != "" {
		flag, pass = v.shown, v.notShown
	}
	for _, e := range v.file.Flag {
		flag(e)
	}
	for _, e := range v.file.Pass {
		pass(e)
	}
	v.lines()
}

func (v *verifier) fail(e Example, what string, got []analyzer.Finding, note string) {
	v.failures = append(v.failures, Failure{v.file.Path, e.Line, what, e.Text, e.Span, got, note})
}

func (v *verifier) flag(e Example) {
	report := v.alone.Check(e.Text, analyzer.Options{Role: e.Role})
	switch {
	case len(report.Findings) == 0:
		v.fail(e, "not found"+setAside(report), nil, "")
		return
	case len(report.Findings) > 1:
		v.fail(e, fmt.Sprintf("found %d times", len(report.Findings)), report.Findings, "")
		return
	case e.Span.End > 0 && report.Findings[0].Span != e.Span:
		v.fail(e, "another part is underlined", report.Findings, "")
		return
	}
	v.rewrites(e, report.Findings[0])
}

// setAside says why a rule that matched gives no finding.
func setAside(r analyzer.Report) string {
	if len(r.Suppressed) == 0 {
		return ""
	}
	s := r.Suppressed[0]
	if s.Cue == "" {
		return ": set aside, " + s.Reason
	}
	return fmt.Sprintf(": set aside, %s by %q", s.Reason, s.Cue)
}

func (v *verifier) rewrites(e Example, f analyzer.Finding) {
	if e.Rewrite != "" {
		if len(f.Suggestions) == 0 {
			v.fail(e, "no rewrite is offered", nil, "")
			return
		}
		if got := Apply(e.Text, f.Suggestions[0].Edits); got != e.Rewrite {
			v.fail(e, "the first rewrite is another one", nil, "expected  "+oneLine(e.Rewrite)+"\ngot       "+oneLine(got))
		}
	}
	for _, s := range f.Suggestions {
		after := Apply(e.Text, s.Edits)
		report := v.set.Check(after, analyzer.Options{Role: e.Role})
		for _, g := range report.Findings {
			if touches(s.Edits[0], g.Span) {
				v.failures = append(v.failures, Failure{v.file.Path, e.Line, "a rewrite is found again", after, analyzer.Span{}, []analyzer.Finding{g}, ""})
			}
		}
	}
}

// touches tells whether a finding in the changed draft lies in the text that an edit put there.
func touches(e analyzer.Edit, found analyzer.Span) bool {
	return found.Start < e.Start+len(e.Text) && found.End > e.Start
}

// Apply makes the edits of a suggestion, which are in order and do not overlap.
func Apply(draft string, edits []analyzer.Edit) string {
	for _, e := range slices.Backward(edits) {
		draft = draft[:e.Start] + e.Text + draft[e.End:]
	}
	return draft
}

func (v *verifier) pass(e Example) {
	report := v.alone.Check(e.Text, analyzer.Options{Role: e.Role})
	if len(report.Findings) > 0 {
		v.fail(e, "found, and must not be", report.Findings, "")
		return
	}
	if !v.anchored(e.Text) {
		v.fail(e, "proves nothing: no word of a pattern is in it", nil, "")
	}
}

func (v *verifier) anchored(draft string) bool {
	m := v.pack.Patterns.NewMatcher(text.Parse(draft))
	return slices.ContainsFunc(v.file.Rule.Match, m.MayHold)
}

// lines reports match lines that no flag line hits and unless lines that save no pass line.
func (v *verifier) lines() {
	for _, l := range v.file.Lines {
		proofs, what := v.file.Pass, "no pass line is saved by this"
		switch {
		case l.Field == "match":
			proofs, what = v.file.Flag, "no flag line is hit by this"
		case strings.HasPrefix(l.Field, "near"):
			proofs, what = v.file.Flag, "no flag line needs this"
		}
		if !slices.ContainsFunc(proofs, func(e Example) bool { return hits(v.pack, l.Pattern, e.Text) }) {
			v.failures = append(v.failures, Failure{File: v.file.Path, Line: l.Line, What: what, Note: l.Source})
		}
	}
}

func hits(pack *analyzer.Pack, id int, draft string) bool {
	doc := text.Parse(draft)
	_, ok := pack.Patterns.NewMatcher(doc).Find(id, pattern.Range{Last: len(doc.Tokens)})
	return ok
}
