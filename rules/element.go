package rules

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"coach/analyzer"
)

// An ElementFile is one element as its author wrote it, with the drafts that prove what undoes it.
type ElementFile struct {
	Path    string
	Element analyzer.ElementRule
	Undone  []Example // drafts that begin it and take it back
	Present []Example // drafts in which it stands
	Lines   []Line
}

// elementFolder holds <element>.yaml and, for each, a folder <element> of signs.
const elementFolder = "elements"

// elements reads the elements, then their signs.
func (l *loader) elements(sources []source) {
	for _, s := range sources {
		if s.folder == elementFolder {
			l.elementFiles = append(l.elementFiles, l.element(s))
		}
	}
	for _, s := range sources {
		if path.Dir(s.folder) == elementFolder {
			l.files = append(l.files, l.sign(s))
		}
	}
}

func (l *loader) element(s source) ElementFile {
	f := ElementFile{Path: s.path, Element: analyzer.ElementRule{Name: s.name, Role: analyzer.Betrayer}}
	for _, v := range s.values {
		l.elementField(&f, v)
	}
	e := &f.Element
	if e.Label == "" || e.Place == 0 {
		hint := "an element says how it is called and where in the list it stands"
		l.fail(s.path, 1, 1, "label or place is missing", hint)
	}
	if !slices.ContainsFunc(e.Asked, func(q analyzer.Prompt) bool { return q.Topic == "" }) {
		l.fail(s.path, 1, 1, "a question for any draft is missing", "questions: begins with a line any: …")
	}
	return f
}

// elementField reads one key of an element's file.
func (l *loader) elementField(f *ElementFile, v value) {
	e := &f.Element
	name, rest, _ := strings.Cut(v.key, " in ")
	scope, known := undoingScopes[rest]
	switch {
	case v.key == "label":
		e.Label = v.text()
	case v.key == "place":
		place, err := strconv.Atoi(v.text())
		if err != nil || place < 1 {
			hint := "a number from 1: where in the list it stands"
			l.fail(f.Path, v.number, v.column, fmt.Sprintf("place: %q", v.text()), hint)
		}
		e.Place = place
	case v.key == "role":
		e.Role = analyzer.Role(l.oneOf(f.Path, v, "betrayer", "betrayed"))
	case v.key == "opens":
		e.Opens = l.oneOf(f.Path, v, "yes", "no") == "yes"
	case v.key == "questions":
		e.Asked = l.questions(f.Path, v)
	case v.key == "stands":
		e.Stands = l.linesOf(f.Path, &f.Lines, v, false)
	case v.key == "undone":
		f.Undone = l.examples(f.Path, v)
	case v.key == "present":
		f.Present = l.examples(f.Path, v)
	case name == "taken back by" && known:
		e.Undone = append(e.Undone, analyzer.Undoing{Scope: scope, Categories: l.categories(f.Path, v)})
	default:
		l.takenBack(f, v)
	}
}

// undoingScopes are the places in which a finding may take an element back.
var undoingScopes = map[string]analyzer.Scope{
	"match": analyzer.OverMatch, "sentence": analyzer.InSentence, "draft": analyzer.InDraft,
}

func (l *loader) takenBack(f *ElementFile, v value) {
	rest, back := strings.CutPrefix(v.key, "taken back ")
	scope, known := scopes[rest]
	if !back || !known {
		l.fail(f.Path, v.number, v.column, "unknown field "+v.key, "did you mean "+nearest(v.key, elementFields)+"?")
		return
	}
	patterns := l.linesOf(f.Path, &f.Lines, v, false)
	f.Element.TakenBack = append(f.Element.TakenBack, analyzer.Condition{Scope: scope, Patterns: patterns})
}

var elementFields = []string{
	"label", "place", "role", "opens", "questions", "stands", "undone", "present",
	"taken back in clause", "taken back in sentence", "taken back before", "taken back after", "taken back in draft",
	"taken back by in match", "taken back by in sentence", "taken back by in draft",
}

func (l *loader) categories(file string, v value) []analyzer.Category {
	var list []analyzer.Category
	for _, t := range texts(v) {
		list = append(list, analyzer.Category(l.checkOneOf(file, v, t, categoryNames()...)))
	}
	return list
}

// questions reads a question for each topic; the one of "any" is for drafts without a topic of the list.
func (l *loader) questions(file string, v value) []analyzer.Prompt {
	var list []analyzer.Prompt
	for _, q := range v.nested {
		topic := q.key
		switch {
		case topic == "any":
			topic = ""
		case !l.isTopic(topic):
			hint := "context/topic.yaml names the topics; any is for all others"
			l.fail(file, q.number, q.column, "unknown topic "+topic, hint)
		}
		list = append(list, analyzer.Prompt{Topic: topic, Text: q.text()})
	}
	return list
}

// isTopic tells whether a topic is described here or in the folder that is built upon.
func (l *loader) isTopic(name string) bool {
	if slices.ContainsFunc(l.contextOut.Topics, func(t analyzer.Topic) bool { return t.Name == name }) {
		return true
	}
	return slices.ContainsFunc(l.base, func(s source) bool {
		return s.path == "context/topic.yaml" && slices.ContainsFunc(s.values, func(v value) bool { return v.key == name })
	})
}

func (l *loader) isElement(name string) bool {
	if slices.ContainsFunc(l.elementFiles, func(e ElementFile) bool { return e.Element.Name == name }) {
		return true
	}
	return slices.ContainsFunc(l.base, func(s source) bool { return s.folder == elementFolder && s.name == name })
}

// sign reads a file of words that show an element.
func (l *loader) sign(s source) File {
	element := path.Base(s.folder)
	f := File{Path: s.path, Element: element, Rule: analyzer.Rule{ID: s.folder + "/" + s.name, Role: analyzer.Auto}}
	if !l.isElement(element) {
		l.fail(s.path, 1, 1, "there is no element "+element, "it is described in elements/"+element+".yaml")
	}
	for _, v := range s.values {
		if !l.commonField(&f, v) {
			l.patternField(&f, v)
		}
	}
	l.completeExamples(&f)
	return f
}
