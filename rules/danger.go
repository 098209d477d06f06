package rules

import (
	"fmt"
	"slices"
	"strings"

	"coach/analyzer"
)

// classFile is where the danger classes stand, below the rule folder.
const classFile = "danger"

// classes reads context/danger.yaml of base and folder: for each class the words that all its rules share.
func (l *loader) classes(sources []source) {
	l.classesOf(slices.Concat(l.base, sources))
}

func (l *loader) classesOf(sources []source) {
	for _, s := range sources {
		if s.folder != "context" || s.name != classFile {
			continue
		}
		for _, v := range s.values {
			if slices.Contains(l.classNames(), v.key) {
				l.fail(s.path, v.number, v.column, "the class "+v.key+" exists already", "its words are written once")
				continue
			}
			l.classesOut = append(l.classesOut, l.readClass(s.path, v))
		}
	}
}

func (l *loader) readClass(file string, v value) analyzer.DangerClass {
	c := analyzer.DangerClass{Name: v.key}
	for _, x := range v.nested {
		switch x.key {
		case "title":
			c.Title = x.text()
		case "why":
			c.Why = x.text()
		case "action":
			c.Action = strings.Join(texts(x), "\n")
		case "covers":
			c.Covers = texts(x)
		case "latches":
			c.Latches = l.oneOf(file, x, "yes", "no") == "yes"
		case "soft":
			c.Soft = l.oneOf(file, x, "yes", "no") == "yes"
		default:
			l.fail(file, x.number, x.column, "unknown field "+x.key, "a class has covers, title, why, action, latches, soft")
		}
	}
	if c.Title == "" || c.Why == "" || c.Action == "" || len(c.Covers) == 0 {
		l.fail(file, v.number, v.column, v.key+" is incomplete", "a class needs covers, title, why and action")
	}
	return c
}

func (l *loader) classNames() []string {
	names := make([]string, len(l.classesOut))
	for i, c := range l.classesOut {
		names[i] = c.Name
	}
	return names
}

// class reads the class of a rule.
func (l *loader) class(file string, v value) string {
	if names := l.classNames(); !slices.Contains(names, v.text()) {
		l.fail(file, v.number, v.column, fmt.Sprintf("unknown class %q", v.text()), "one of "+strings.Join(names, ", "))
	}
	return v.text()
}

// dangerous reports what a danger rule lacks, and words of its own that it must not have. Its class says what it covers
// where it does not.
func (l *loader) dangerous(f *File) {
	r := &f.Rule
	if r.Class == "" {
		l.fail(f.Path, 1, 1, "class is missing", "one of "+strings.Join(l.classNames(), ", "))
	}
	if r.Title != "" || r.Why != "" {
		l.fail(f.Path, 1, 1, "a danger with words of its own", "title and why are those of its class, in context/"+classFile+".yaml")
	}
	if len(r.Rewrites) > 0 {
		l.fail(f.Path, 1, 1, "a danger with a rewrite", "danger is never rewritten")
	}
	if i := slices.Index(l.classNames(), r.Class); i >= 0 && len(r.Covers) == 0 {
		r.Covers = l.classesOut[i].Covers
	}
}
