package rules

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"coach/analyzer"
	"coach/analyzer/pattern"
	"coach/analyzer/stance"
	"coach/analyzer/text"
)

// A File is one rule or sign as its author wrote it: what the analyzer needs, and the examples that prove it.
type File struct {
	Path    string
	Rule    analyzer.Rule
	Element string // of a sign: the element that its words show
	Since   string
	Flag    []Example
	Pass    []Example
	Known   []Example
	Lines   []Line // the patterns of match and unless, for reports about single lines
}

// A Line is one pattern with its place in its file.
type Line struct {
	Field   string // "match", "unless", "unless in clause" …
	Source  string
	Line    int
	Pattern int
}

// A Folder is what the files of a folder of rules say.
type Folder struct {
	Pack     *analyzer.Pack
	Files    []File
	Elements []ElementFile
}

// Load reads a folder of rules: kinds/*.yaml, context/*.yaml, elements/*.yaml with their signs, and
// <category>/<rule>.yaml. Kinds of base may be used and extended; base is nil for the built-in pack itself. The error is
// a Problems with every mistake of every file; the pack then holds the rules without one, so that a rule's author can go
// on testing the others.
func Load(folder, base fs.FS) (Folder, error) {
	l := &loader{compiler: pattern.NewCompiler()}
	if base != nil {
		l.base = (&loader{}).sources(base)
	}
	sources := l.sources(folder)
	l.kinds(sources)
	l.context(sources)
	l.classes(sources)
	l.elements(sources)
	l.rules(sources)
	faulty := map[string]bool{}
	for _, p := range l.problems {
		faulty[p.File] = true
	}
	l.files = slices.DeleteFunc(l.files, func(f File) bool { return faulty[f.Path] })
	f := Folder{Pack: l.pack(), Files: l.files, Elements: l.elementFiles}
	if len(l.problems) > 0 {
		return f, l.problems.sorted()
	}
	return f, nil
}

// pack puts together what the files say.
func (l *loader) pack() *analyzer.Pack {
	p := &analyzer.Pack{Classes: l.classesOut, Context: l.contextOut, Learned: l.learned, Patterns: l.compiler.Finish()}
	for _, f := range l.files {
		if f.Element != "" {
			p.Signs = append(p.Signs, analyzer.Sign{Rule: f.Rule, Element: f.Element})
			continue
		}
		p.Rules = append(p.Rules, f.Rule)
	}
	for _, e := range l.elementFiles {
		p.Elements = append(p.Elements, e.Element)
	}
	return p.Tie()
}

type loader struct {
	compiler     *pattern.Compiler
	base         []source // files of the folder that is built upon
	files        []File
	elementFiles []ElementFile
	contextOut   analyzer.Context
	classesOut   []analyzer.DangerClass
	learned      []analyzer.Rule
	problems     Problems
}

// source is one YAML file, read.
type source struct {
	path   string
	folder string // "kinds", "context" or a category
	name   string // file name without ending
	values []value
}

func (l *loader) sources(folder fs.FS) []source {
	var list []source
	err := fs.WalkDir(folder, ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() || path.Ext(p) != ".yaml":
			return nil
		}
		content, err := fs.ReadFile(folder, p)
		if err != nil {
			return err
		}
		values, problems := readValues(p, string(content))
		l.problems = append(l.problems, problems...)
		list = append(list, source{p, path.Dir(p), strings.TrimSuffix(path.Base(p), ".yaml"), values})
		return nil
	})
	if err != nil {
		l.fail(".", 1, 1, err.Error(), "")
	}
	return list
}

func (l *loader) fail(file string, line, column int, what, hint string) {
	l.problems = append(l.problems, Problem{file, line, column, what, hint})
}

// failPattern reports an error of the pattern package at its place in the file.
func (l *loader) failPattern(file string, at line, err error) {
	e, ok := err.(*pattern.Error)
	if !ok {
		l.fail(file, at.number, at.column, err.Error(), "")
		return
	}
	l.fail(file, at.number, at.column+e.Column-1, e.What, e.Hint)
}

// kinds declares the kinds of base and folder, then adds their entries, so that they may name each other.
func (l *loader) kinds(sources []source) {
	var own []source
	for _, s := range slices.Concat(l.base, sources) {
		if s.folder == "kinds" {
			own = append(own, s)
		}
	}
	for _, s := range own {
		for _, v := range s.values {
			if strings.HasPrefix(v.key, "+") {
				continue
			}
			if err := l.compiler.Declare(v.key); err != nil {
				l.failPattern(s.path, line{number: v.number, column: v.column}, err)
			}
		}
	}
	for _, s := range own {
		for _, v := range s.values {
			l.extend(s, v)
		}
	}
}

func (l *loader) extend(s source, v value) {
	for _, entry := range v.lines {
		if err := l.compiler.Extend(strings.TrimPrefix(v.key, "+"), entry.text); err != nil {
			l.failPattern(s.path, entry, err)
		}
	}
}

// patterns compiles the lines of a field and gives their ids.
func (l *loader) patterns(file string, v value, indexed bool) []int {
	var ids []int
	for _, p := range v.lines {
		id, err := l.compiler.Add(p.text, indexed)
		if err != nil {
			l.failPattern(file, p, err)
			continue
		}
		ids = append(ids, id)
	}
	return ids
}

func (l *loader) rules(sources []source) {
	seen := map[string]string{}
	for _, s := range sources {
		if s.folder == "reader" {
			l.words(s)
			continue
		}
		if s.folder == "kinds" || s.folder == "context" || strings.HasPrefix(s.path, elementFolder+"/") {
			continue
		}
		step, known := steps[analyzer.Category(s.folder)]
		if !known {
			l.fail(s.path, 1, 1, fmt.Sprintf("the folder %q is no category", s.folder), "one of "+strings.Join(categoryNames(), ", "))
			continue
		}
		f := l.rule(s, step)
		if first, twice := seen[f.Rule.ID]; twice {
			l.fail(s.path, 1, 1, "the id "+f.Rule.ID+" exists already", "in "+first)
		}
		seen[f.Rule.ID] = s.path
		l.files = append(l.files, f)
	}
}

// steps are the categories of the codebook with the step of the guide they belong to.
var steps = map[analyzer.Category]int{
	"self-serving": 1, "blame-shifting": 2, "minimizing": 2, "dismissing": 3, "concealing": 4, "defending": 5,
	"resisting-boundaries": 6, "overpromising": 7, "refusing-help": 8, "rushing-intimacy": 9, "pressuring": 10,
	"holding-on": 11, analyzer.Danger: 0,
}

func categoryNames() []string {
	names := make([]string, 0, len(steps))
	for _, c := range slices.Sorted(maps.Keys(steps)) {
		names = append(names, string(c))
	}
	return names
}

func (l *loader) rule(s source, step int) File {
	f := File{Path: s.path, Rule: analyzer.Rule{
		ID: s.folder + "/" + s.name, Category: analyzer.Category(s.folder), Step: step,
		Severity: analyzer.Medium, Confidence: analyzer.Strong, Role: analyzer.Auto,
	}}
	if step == 2 {
		f.Rule.Role = analyzer.Betrayer
	}
	for _, v := range s.values {
		l.field(&f, v)
	}
	l.complete(&f)
	return f
}

// field reads one key of a rule file.
func (l *loader) field(f *File, v value) {
	switch r := &f.Rule; v.key {
	case "title":
		r.Title = v.text()
	case "why":
		r.Why = v.text()
	case "class":
		r.Class = l.class(f.Path, v)
	case "severity":
		r.Severity = analyzer.Severity(l.oneOf(f.Path, v, "low", "medium", "high"))
	case "confidence":
		r.Confidence = analyzer.Confidence(l.oneOf(f.Path, v, "strong", "weak"))
	case "role":
		r.Role = analyzer.Role(l.oneOf(f.Path, v, "betrayer", "betrayed", "any"))
		if r.Role == "any" {
			r.Role = analyzer.Auto
		}
	case "bare":
		r.NotBare = l.oneOf(f.Path, v, "yes", "no") == "no"
	case "alone":
		r.Alone = l.oneOf(f.Path, v, "yes", "no") == "yes"
	case "replace":
		r.Sentence = l.oneOf(f.Path, v, "clause", "sentence") == "sentence"
	case "rewrite":
		r.Rewrites = l.rewrites(f.Path, v)
	default:
		if !l.commonField(f, v) {
			l.patternField(f, v)
		}
	}
}

// commonField reads a key that rules and signs share, and tells whether it is one.
func (l *loader) commonField(f *File, v value) bool {
	switch r := &f.Rule; v.key {
	case "since":
		f.Since = v.text()
	case "covers":
		r.Covers = texts(v)
	case "when":
		r.When = analyzer.Mood(l.oneOf(f.Path, v, "question", "statement", "imperative"))
	case "span":
		r.SpanMatch = l.oneOf(f.Path, v, "clause", "match") == "match"
	case "even":
		for _, t := range texts(v) {
			r.Even = append(r.Even, stance.Kind(l.checkOneOf(f.Path, v, t, "quoted", "reported", "denied", "disowned")))
		}
	case "flag":
		f.Flag = l.examples(f.Path, v)
	case "pass":
		f.Pass = l.examples(f.Path, v)
	case "known":
		f.Known = l.examples(f.Path, v)
	default:
		return false
	}
	return true
}

func texts(v value) []string {
	list := make([]string, len(v.lines))
	for i, x := range v.lines {
		list[i] = x.text
	}
	return list
}

func (l *loader) examples(file string, v value) []Example {
	list, problems := examples(v, file)
	l.problems = append(l.problems, problems...)
	return list
}

func (l *loader) oneOf(file string, v value, valid ...string) string {
	return l.checkOneOf(file, v, v.text(), valid...)
}

func (l *loader) checkOneOf(file string, v value, got string, valid ...string) string {
	if !slices.Contains(valid, got) {
		l.fail(file, v.number, v.column, fmt.Sprintf("%s: %q", v.key, got), "one of "+strings.Join(valid, ", "))
		return valid[0]
	}
	return got
}

// patternField reads match, unless and near in all their scopes.
func (l *loader) patternField(f *File, v value) {
	name, rest, _ := strings.Cut(v.key, " ")
	scope, known := scopes[rest]
	switch {
	case v.key == "match":
		f.Rule.Match = l.linesOf(f.Path, &f.Lines, v, true)
	case name == "unless" && known:
		f.Rule.Unless = append(f.Rule.Unless, analyzer.Condition{Scope: scope, Patterns: l.linesOf(f.Path, &f.Lines, v, false)})
	case name == "near" && known && scope != analyzer.OverMatch:
		f.Rule.Near = append(f.Rule.Near, analyzer.Condition{Scope: scope, Patterns: l.linesOf(f.Path, &f.Lines, v, false)})
	default:
		l.fail(f.Path, v.number, v.column, "unknown field "+v.key, "did you mean "+nearest(v.key, fieldNames)+"?")
	}
}

var scopes = map[string]analyzer.Scope{
	"": analyzer.OverMatch, "in clause": analyzer.InClause, "in sentence": analyzer.InSentence,
	"before": analyzer.Before, "after": analyzer.After, "in draft": analyzer.InDraft,
}

var fieldNames = []string{
	"title", "why", "severity", "confidence", "since", "covers", "role", "when", "span", "bare", "alone", "replace", "even", "match",
	"unless", "unless in clause", "unless in sentence", "unless before", "unless after", "unless in draft",
	"near in clause", "near in sentence", "near before", "near after", "near in draft",
	"rewrite", "flag", "pass", "known", "class",
}

func nearest(key string, names []string) string {
	return slices.MinFunc(names, func(a, b string) int { return text.Distance(key, a) - text.Distance(key, b) })
}

// linesOf compiles the lines of a field, adds them to known and gives their ids.
func (l *loader) linesOf(file string, known *[]Line, v value, indexed bool) []int {
	var ids []int
	for _, p := range v.lines {
		id, err := l.compiler.Add(p.text, indexed)
		if err != nil {
			l.failPattern(file, p, err)
			continue
		}
		ids = append(ids, id)
		*known = append(*known, Line{v.key, p.text, p.number, id})
	}
	return ids
}

// leaveOut is the title of a rewrite without a title that takes the phrase out; plain is that of any other.
const (
	leaveOut = "Leave it out"
	plain    = "You could say"
)

func (l *loader) rewrites(file string, v value) []analyzer.Rewrite {
	var list []analyzer.Rewrite
	for _, x := range v.lines {
		title, words, titled := strings.Cut(x.text, "=>")
		if !titled {
			title, words = plain, x.text
		}
		list = append(list, analyzer.Rewrite{Title: strings.TrimSpace(title), Text: strings.TrimSpace(words)})
	}
	if len(list) > 3 {
		l.fail(file, v.number, v.column, strconv.Itoa(len(list))+" rewrites", "three at most; the shortest first")
	}
	return list
}

// complete reports what a rule cannot do without.
func (l *loader) complete(f *File) {
	r := &f.Rule
	if r.Category == analyzer.Danger {
		l.dangerous(f)
	} else {
		l.worded(f)
	}
	l.completeExamples(f)
}

// worded reports what is missing of the words that a rule outside danger has to itself.
func (l *loader) worded(f *File) {
	r := &f.Rule
	missing := func(what, hint string) { l.fail(f.Path, 1, 1, what+" is missing", hint) }
	if r.Title == "" {
		missing("title", "name what the phrase does")
	}
	if r.Why == "" {
		missing("why", "say in a sentence why it lands badly")
	}
	if len(r.Rewrites) == 0 {
		missing("rewrite", leaveOut+" => is often the best one")
	}
	if r.Class != "" {
		l.fail(f.Path, 1, 1, "a class outside danger", "only danger has classes")
	}
}

// completeExamples reports what neither a rule nor a sign can do without.
func (l *loader) completeExamples(f *File) {
	missing := func(what, hint string) { l.fail(f.Path, 1, 1, what+" is missing", hint) }
	if len(f.Rule.Match) == 0 {
		missing("match", "write at least one pattern")
	}
	if len(f.Flag) == 0 {
		missing("flag", "give a draft that must be found")
	}
	if len(f.Pass) == 0 {
		missing("pass", "give an innocent draft with a word of the pattern")
	}
}
