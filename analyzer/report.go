package analyzer

import (
	"cmp"
	"slices"
)

// report resolves the candidates and writes everything down that the options let through.
func (c *check) report() Report {
	kept := c.kept
	r := Report{
		Role: c.role, RoleInferred: c.roleInferred, Contact: c.asked,
		Dangers: []DangerNote{}, Findings: []Finding{}, Elements: []Element{}, Suppressed: c.listSuppressed(kept),
		Counts: map[Category]int{},
	}
	r.Withheld = c.withheld()
	if r.Withheld == "" {
		r.Elements = c.elements()
		r.Owned = len(kept) == 0 && c.role == Betrayer && has(r.Elements, naming) && has(r.Elements, owning) && !anyTakenBack(r.Elements)
		r.Everyday = len(kept) == 0 && len(r.Elements) == 0 && c.everyday()
	}
	w := newRewriter(c.doc, c.comesOutClean)
	if has(r.Elements, owning) {
		w.owns = func(sentence string) bool { return c.set.shows(sentence, owning) }
	}
	for i := range kept {
		if !c.options.lets(kept[i].rule) {
			continue
		}
		if len(r.Findings) == MaxFindings {
			r.Truncated = true
			break
		}
		f := c.finding(&kept[i])
		if r.Withheld == "" && f.Category != Danger {
			f.Suggestions = w.suggestions(&kept[i])
		}
		if kept[i].rule.danger != nil {
			r.Dangers = append(r.Dangers, note(&kept[i], f))
		}
		r.Findings = append(r.Findings, f)
		r.Counts[f.Category]++
	}
	return r
}

// withheld tells why no wording is offered. Danger outweighs the rest: it has words of its own. A soft one asks how the
// writer is and takes nothing away.
func (c *check) withheld() Withheld {
	switch {
	case slices.ContainsFunc(c.kept, func(k candidate) bool { return k.rule.danger != nil && !k.rule.danger.Soft }):
		return ForDanger
	case c.options.NoContact:
		return ForNoContact
	}
	return ""
}

// lets tells whether the options ask for a rule's findings. No filter hides danger.
func (o Options) lets(r *Rule) bool {
	if r.Category == Danger {
		return true
	}
	return (len(o.Steps) == 0 || slices.Contains(o.Steps, r.Step)) && severityRank[r.Severity] >= severityRank[o.MinSeverity]
}

func (c *check) finding(k *candidate) Finding {
	line, column := c.doc.Position(k.span.Start)
	sentences := [2]int{c.doc.Clauses[k.clauses[0]].Sentence, c.doc.Clauses[k.clauses[1]].Sentence}
	return Finding{
		Rule: k.rule.ID, Source: k.source(), Category: k.rule.Category, Step: k.rule.Step,
		Severity: k.rule.Severity, Confidence: k.rule.Confidence,
		Span: k.span, Line: line, Column: column, Quote: c.bytes(k.span),
		Sentence: Span{c.doc.Sentences[sentences[0]].Start, c.doc.Sentences[sentences[1]].End},
		Title:    k.rule.Title, Why: c.why(k), Suggestions: []Suggestion{},
	}
}

func note(k *candidate, f Finding) DangerNote {
	class := k.rule.danger
	return DangerNote{
		Class: class.Name, Title: class.Title, Why: class.Why, Action: class.Action, Latches: class.Latches, Soft: class.Soft,
		Span: f.Span, Line: f.Line, Column: f.Column, Quote: f.Quote,
	}
}

// listSuppressed gives what was set aside, in order, without what a finding says anyway and without repetitions.
func (c *check) listSuppressed(kept []candidate) []Suppression {
	list := []Suppression{}
	for _, s := range c.suppressed {
		if !covered(kept, s.Span) {
			list = append(list, s)
		}
	}
	slices.SortFunc(list, func(a, b Suppression) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Reason, b.Reason), cmp.Compare(a.Cue, b.Cue))
	})
	list = slices.Compact(list)
	return list[:min(len(list), MaxFindings)]
}

// covered tells whether a finding stands at a span. Kept candidates are in order of their start and hardly overlap, so
// the few around the span decide.
func covered(kept []candidate, s Span) bool {
	at, _ := slices.BinarySearchFunc(kept, s.Start, func(k candidate, start int) int { return cmp.Compare(k.span.Start, start) })
	around := kept[max(0, at-neighbours):min(len(kept), at+neighbours)]
	return slices.ContainsFunc(around, func(k candidate) bool { return sameProblem(k.span, s) })
}

// neighbours is the number of findings on either side that can overlap a span by half.
const neighbours = 4
