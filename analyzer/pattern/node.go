package pattern

import (
	"strconv"
	"strings"
)

// nodeOp is what a Node stands for.
type nodeOp uint8

const (
	opSeq     nodeOp = iota // Kids, one after the other
	opAlt                   // one of Kids; Slash tells "a/b" from "(a | b)"
	opOpt                   // Kids[0] or nothing
	opWord                  // Text, a normalised word
	opInflect               // Text in any form, or in Form
	opKind                  // the kind Text, in any form or in Form
	opGap                   // up to Max words; Free gaps may contain a negation
	opStart                 // ^
	opEnd                   // $
	opCapture               // Kids[0], remembered as Text
	opMark                  // Kids[0], the part to underline
)

// A Node is a part of a parsed pattern. String gives the source back in its canonical form.
type Node struct {
	op    nodeOp
	text  string
	alt   string // the other reading of an ambiguous word of the pattern, as text.Token.Alt
	form  Form
	max   int
	free  bool
	slash bool
	kids  []*Node
	col   int // column of the source, from 1, in code points
}

// Form restricts the inflection of ~words and kinds.
type Form string

// The forms of a word; AnyForm is all of them.
const (
	AnyForm Form = ""
	Base    Form = "base"
	Past    Form = "past" // past tense and past participle
	Ing     Form = "ing"
	S       Form = "s" // third person singular or plural
)

// String prints the pattern in canonical source form; parsing it again gives an equal tree.
func (n *Node) String() string {
	switch n.op {
	case opSeq:
		return joinNodes(n.kids, " ")
	case opAlt:
		if n.slash {
			return joinNodes(n.kids, "/")
		}
		return "(" + joinNodes(n.kids, " | ") + ")"
	case opOpt:
		if kid := n.kids[0]; kid.op == opSeq && len(kid.kids) != 1 {
			return "(" + kid.String() + ")?"
		}
		return n.kids[0].String() + "?"
	case opInflect:
		return "~" + n.text + formSuffix(n.form)
	case opKind:
		return n.text + formSuffix(n.form)
	case opGap:
		return gapString(n)
	case opStart:
		return "^"
	case opEnd:
		return "$"
	case opCapture:
		return n.text + "=(" + n.kids[0].String() + ")"
	case opMark:
		return "[" + n.kids[0].String() + "]"
	}
	return n.text
}

func joinNodes(nodes []*Node, sep string) string {
	parts := make([]string, len(nodes))
	for i, k := range nodes {
		parts[i] = k.String()
	}
	return strings.Join(parts, sep)
}

func formSuffix(f Form) string {
	if f == AnyForm {
		return ""
	}
	return "." + string(f)
}

func gapString(n *Node) string {
	dots, usual := "...", defaultGap
	if n.free {
		dots, usual = "....", defaultFreeGap
	}
	if n.max == usual {
		return dots
	}
	return dots + strconv.Itoa(n.max)
}
