package rules

import (
	"fmt"
	"slices"

	"coach/analyzer"
)

// shown reports a flag line of a sign whose element is not there, or elsewhere.
func (v *verifier) shown(e Example) {
	r := v.alone.Check(e.Text, analyzer.Options{Role: v.roleFor(e)})
	x := elementOf(r, v.file.Element)
	switch {
	case x.State != analyzer.Present:
		v.fail(e, "not shown: "+string(x.State), nil, "")
	case e.Span.End > 0 && x.Span != e.Span:
		v.fail(e, "other words show it", nil, "expected  "+e.Text[e.Span.Start:e.Span.End]+"\ngot       "+x.Quote)
	}
}

// notShown reports a pass line of a sign that shows the element all the same.
func (v *verifier) notShown(e Example) {
	x := elementOf(v.alone.Check(e.Text, analyzer.Options{Role: v.roleFor(e)}), v.file.Element)
	if x.State == analyzer.Present {
		v.fail(e, "shown, and must not be", nil, x.Quote)
		return
	}
	if !v.anchored(e.Text) {
		v.fail(e, "proves nothing: no word of a pattern is in it", nil, "")
	}
}

// roleFor gives the role of an example, or else that of the writers whom the element is for.
func (v *verifier) roleFor(e Example) analyzer.Role {
	for _, x := range v.set.Elements() {
		if e.Role == analyzer.Auto && x.Name == v.file.Element {
			return x.Role
		}
	}
	return e.Role
}

// elementOf gives an element of a report; one that is not listed is missing.
func elementOf(r analyzer.Report, name string) analyzer.Element {
	for _, x := range r.Elements {
		if x.Name == name {
			return x
		}
	}
	return analyzer.Element{State: analyzer.Missing}
}

// verifyElement runs the drafts of an element's file with all rules and signs, and reports lines that none needs.
func verifyElement(f ElementFile, pack *analyzer.Pack, set *analyzer.Set) []Failure {
	var failures []Failure
	verify := func(list []Example, want analyzer.State) {
		for _, e := range list {
			role := e.Role
			if role == analyzer.Auto {
				role = f.Element.Role
			}
			r := set.Check(e.Text, analyzer.Options{Role: role})
			if x := elementOf(r, f.Element.Name); x.State != want {
				failures = append(failures, Failure{
					File: f.Path, Line: e.Line, Text: e.Text, Got: r.Findings, Note: x.Quote,
					What: fmt.Sprintf("%s, expected %s", x.State, want),
				})
			}
		}
	}
	verify(f.Undone, analyzer.TakenBack)
	verify(f.Present, analyzer.Present)
	for _, l := range f.Lines {
		proofs, what := f.Undone, "no undone line is hit by this"
		if l.Field == "stands" {
			proofs, what = f.Present, "no present line is saved by this"
		}
		if !slices.ContainsFunc(proofs, func(e Example) bool { return hits(pack, l.Pattern, e.Text) }) {
			failures = append(failures, Failure{File: f.Path, Line: l.Line, What: what, Note: l.Source})
		}
	}
	return failures
}
