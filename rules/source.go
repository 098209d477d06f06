package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// A Problem is one mistake in a rule file.
type Problem struct {
	File   string
	Line   int // from 1
	Column int // from 1, in code points
	What   string
	Hint   string // what to do, or ""
}

func (p Problem) String() string {
	s := fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.What)
	if p.Hint != "" {
		s += " (" + p.Hint + ")"
	}
	return s
}

// Problems are all mistakes of all files, in order of file and line. It is the error that loading gives.
type Problems []Problem

func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, x := range p {
		lines[i] = x.String()
	}
	return strings.Join(lines, "\n")
}

func (p Problems) sorted() Problems {
	slices.SortStableFunc(p, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return p
}

// A line is one line of a value, with its place in the file.
type line struct {
	text   string
	number int
	column int
}

// A value is what stands behind a key: lines of text, or the items of a list.
type value struct {
	key    string
	number int // line of the key
	column int
	lines  []line
	nested []value // of a mapping
}

// text gives the lines of a value as one text.
func (v value) text() string {
	parts := make([]string, len(v.lines))
	for i, l := range v.lines {
		parts[i] = l.text
	}
	return strings.TrimSpace(strings.Join(parts, " "))
}

// readValues gives the keys of a YAML mapping in order. Only what rule files are made of is taken: text, lists of
// text, and mappings of them.
func readValues(file, source string) ([]value, Problems) {
	tree, err := parser.ParseBytes([]byte(source), 0)
	if err != nil {
		return nil, Problems{yamlProblem(file, err)}
	}
	if len(tree.Docs) == 0 || tree.Docs[0].Body == nil {
		return nil, Problems{{File: file, Line: 1, Column: 1, What: "the file is empty"}}
	}
	r := &reader{file: file, source: strings.Split(strings.ReplaceAll(source, "\r\n", "\n"), "\n")}
	values := r.mapping(tree.Docs[0].Body)
	if len(tree.Docs) > 1 {
		r.fail(tree.Docs[1].Body, "a second document", "one file holds one rule; remove the line ---")
	}
	return values, r.problems
}

// yamlProblem takes the place out of a syntax error of the YAML library.
func yamlProblem(file string, err error) Problem {
	p := Problem{File: file, Line: 1, Column: 1, What: "not readable as YAML"}
	first, _, _ := strings.Cut(err.Error(), "\n")
	if n, _ := fmt.Sscanf(first, "[%d:%d]", &p.Line, &p.Column); n == 2 {
		_, first, _ = strings.Cut(first, "] ")
	}
	p.What += ": " + first
	p.Hint = "patterns and examples are written as block text behind \"key: |\""
	return p
}

type reader struct {
	file     string
	source   []string
	problems Problems
}

func (r *reader) fail(n ast.Node, what, hint string) {
	at := n.GetToken().Position
	r.problems = append(r.problems, Problem{r.file, at.Line, at.Column, what, hint})
}

func (r *reader) mapping(n ast.Node) []value {
	var pairs []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		pairs = n.Values
	case *ast.MappingValueNode:
		pairs = []*ast.MappingValueNode{n}
	default:
		r.fail(n, "keys are missing", "a rule file is made of lines \"key: value\"")
		return nil
	}
	values := make([]value, 0, len(pairs))
	for _, p := range pairs {
		values = append(values, r.pair(p))
	}
	return values
}

func (r *reader) pair(p *ast.MappingValueNode) value {
	at := p.Key.GetToken().Position
	v := value{key: p.Key.GetToken().Value, number: at.Line, column: at.Column}
	switch n := p.Value.(type) {
	case *ast.LiteralNode:
		v.lines = r.block(n, at.Line)
	case *ast.SequenceNode:
		for _, item := range n.Values {
			v.lines = append(v.lines, scalarLine(item))
		}
	case *ast.MappingNode, *ast.MappingValueNode:
		v.nested = r.mapping(n)
	case *ast.NullNode:
	default:
		v.lines = []line{scalarLine(n)}
	}
	return v
}

func scalarLine(n ast.Node) line {
	t := n.GetToken()
	return line{t.Value, t.Position.Line, t.Position.Column}
}

// block gives the lines of "key: |" with their places: they follow the line of the key one by one.
func (r *reader) block(n *ast.LiteralNode, keyLine int) []line {
	var lines []line
	for i, s := range strings.Split(strings.TrimRight(n.Value.Value, "\n"), "\n") {
		number := keyLine + 1 + i
		text := strings.TrimSpace(s)
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		column := 1
		if number <= len(r.source) {
			raw := r.source[number-1]
			column = 1 + len([]rune(raw)) - len([]rune(strings.TrimLeft(raw, " ")))
		}
		lines = append(lines, line{text, number, column})
	}
	return lines
}
