package rules

import (
	"fmt"
	"strings"

	"coach/analyzer"
)

// words reads reader/<category>.yaml: what is said about a finding of the second reader.
func (l *loader) words(s source) {
	step, known := steps[analyzer.Category(s.name)]
	if !known || s.name == string(analyzer.Danger) {
		l.fail(s.path, 1, 1, fmt.Sprintf("the file %q is named for no category of the reader", s.name), "one of "+strings.Join(categoryNames(), ", ")+", but not danger")
		return
	}
	f := File{Path: s.path, Rule: analyzer.Rule{
		ID: "reader/" + s.name, Category: analyzer.Category(s.name), Step: step, Severity: analyzer.Low,
		Confidence: analyzer.Weak, Role: analyzer.Auto,
	}}
	for _, v := range s.values {
		switch v.key {
		case "title", "why", "severity", "rewrite":
			l.field(&f, v)
		default:
			l.fail(s.path, v.number, v.column, "unknown field "+v.key, "title, why, severity or rewrite")
		}
	}
	if f.Rule.Title == "" || f.Rule.Why == "" || len(f.Rule.Rewrites) == 0 {
		l.fail(s.path, 1, 1, "title, why or rewrite is missing", "all three are shown")
	}
	l.learned = append(l.learned, f.Rule)
}
