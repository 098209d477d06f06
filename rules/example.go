package rules

import (
	"strings"

	"coach/analyzer"
)

// An Example is a draft in a rule file with what the rule must make of it.
type Example struct {
	Text    string
	Role    analyzer.Role // Auto where the line names none
	Span    analyzer.Span // what must be underlined; empty where the line marks nothing
	Rewrite string        // the draft after the first rewrite, or ""
	Line    int
}

// examples reads the lines of flag, pass and known. A line that begins with "->" belongs to the one before.
func examples(v value, file string) ([]Example, Problems) {
	var list []Example
	var problems Problems
	for _, l := range v.lines {
		if after, ok := strings.CutPrefix(l.text, "->"); ok {
			if len(list) == 0 || list[len(list)-1].Rewrite != "" {
				problems = append(problems, Problem{file, l.number, l.column, "-> follows no example", "write it under the flag line it rewrites"})
				continue
			}
			list[len(list)-1].Rewrite = strings.ReplaceAll(strings.TrimSpace(after), `\n`, "\n")
			continue
		}
		e, problem := example(l, v.key == "flag")
		if problem != "" {
			problems = append(problems, Problem{file, l.number, l.column, problem, "mark the underlined part once: [ … ]"})
			continue
		}
		list = append(list, e)
	}
	return list, problems
}

// example reads one line. Only in flag lines do brackets mark what is underlined.
func example(l line, marked bool) (e Example, problem string) {
	e = Example{Role: analyzer.Auto, Line: l.number}
	text := strings.ReplaceAll(l.text, `\n`, "\n")
	for _, role := range []analyzer.Role{analyzer.Betrayed, analyzer.Betrayer} {
		if rest, ok := strings.CutPrefix(text, string(role)+":"); ok {
			e.Role, text = role, strings.TrimSpace(rest)
		}
	}
	if !marked {
		e.Text = text
		return e, ""
	}
	before, rest, open := strings.Cut(text, "[")
	inside, after, closed := strings.Cut(rest, "]")
	switch {
	case !open && !strings.Contains(text, "]"):
		e.Text = text
		return e, ""
	case !open || !closed || strings.ContainsAny(after, "[]") || strings.Contains(inside, "[") || inside == "":
		return e, "brackets do not fit together"
	}
	e.Text = before + inside + after
	e.Span = analyzer.Span{Start: len(before), End: len(before) + len(inside)}
	return e, ""
}
