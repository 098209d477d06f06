package pattern

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"coach/analyzer/text"
)

// The default and largest widths of the two gaps, in words, and the largest number of gaps in a pattern.
// Four gaps keep the matcher bounded and lines readable; no pattern of the built-in pack needs more.
const (
	defaultGap     = 6
	defaultFreeGap = 12
	maxGap         = 20
	maxGaps        = 4
)

// An Error is a mistake in the source of a pattern. Column counts code points of the line from 1.
type Error struct {
	Column int
	What   string // what is wrong
	Hint   string // what to do, or ""
}

func (e *Error) Error() string {
	s := fmt.Sprintf("column %d: %s", e.Column, e.What)
	if e.Hint != "" {
		s += " (" + e.Hint + ")"
	}
	return s
}

// Parse reads one line of the phrase language. The error is an *Error.
func Parse(source string) (n *Node, err error) {
	p := &parser{src: []rune(source)}
	// The recursive descent panics with an *Error, which ends here; every other panic passes on.
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(*Error)
			if !ok {
				panic(r)
			}
			n, err = nil, e
		}
	}()
	n = p.sequence()
	if p.pos < len(p.src) {
		p.fail(p.pos, fmt.Sprintf("unexpected %q", p.src[p.pos]), unexpectedHint(p.src[p.pos]))
	}
	if len(n.kids) == 0 {
		p.fail(0, "the pattern is empty", "")
	}
	if gaps := countGaps(n); gaps > maxGaps {
		p.fail(0, fmt.Sprintf("%d gaps, at most %d are allowed", gaps, maxGaps), "split the line in two")
	}
	return n, nil
}

type parser struct {
	src    []rune
	pos    int
	marked bool
}

func (p *parser) fail(pos int, what, hint string) {
	panic(&Error{Column: pos + 1, What: what, Hint: hint})
}

func unexpectedHint(r rune) string {
	switch r {
	case ')', ']':
		return "it closes nothing"
	case '|':
		return "alternatives stand in round brackets: (this | that)"
	case '?':
		return "? follows a word, a kind or a bracket without a blank"
	case '/':
		return "/ joins words without blanks; use (a b | c d) for phrases"
	}
	return ""
}

func (p *parser) peek() rune {
	if p.pos < len(p.src) {
		return p.src[p.pos]
	}
	return 0
}

func (p *parser) blanks() {
	for p.pos < len(p.src) && unicode.IsSpace(p.src[p.pos]) {
		p.pos++
	}
}

func (p *parser) sequence() *Node {
	seq := &Node{op: opSeq, col: p.pos + 1}
	for {
		p.blanks()
		switch p.peek() {
		case 0, ')', ']', '|', '?', '/':
			return seq
		}
		seq.kids = append(seq.kids, p.item())
	}
}

func (p *parser) item() *Node {
	start := p.pos
	name := p.captureName()
	n := p.choice()
	if p.peek() == '?' {
		p.pos++
		n = &Node{op: opOpt, kids: []*Node{n}, col: start + 1}
	}
	if name != "" {
		n = &Node{op: opCapture, text: name, kids: []*Node{n}, col: start + 1}
	}
	return n
}

// captureName reads "name=" and gives the name, or reads nothing.
func (p *parser) captureName() string {
	end := p.pos
	for end < len(p.src) && (p.src[end] >= 'a' && p.src[end] <= 'z') {
		end++
	}
	if end == p.pos || end >= len(p.src) || p.src[end] != '=' {
		return ""
	}
	name := string(p.src[p.pos:end])
	p.pos = end + 1
	return name
}

func (p *parser) choice() *Node {
	start := p.pos
	first := p.atom()
	if p.peek() != '/' {
		return first
	}
	alt := &Node{op: opAlt, slash: true, kids: []*Node{first}, col: start + 1}
	for p.peek() == '/' {
		p.pos++
		if !startsWord(p.peek()) {
			p.fail(p.pos, "a word is missing after /", "/ joins words without blanks; use (a b | c d) for phrases")
		}
		alt.kids = append(alt.kids, p.atom())
	}
	return alt
}

func startsWord(r rune) bool { return isWordRune(r) || r == '~' }

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("'’-&@£€%:*", r)
}

func (p *parser) atom() *Node {
	start := p.pos
	switch r := p.peek(); {
	case r == '(':
		return p.group()
	case r == '[':
		return p.mark()
	case r == '^':
		p.pos++
		return &Node{op: opStart, col: start + 1}
	case r == '$':
		p.pos++
		return &Node{op: opEnd, col: start + 1}
	case r == '.':
		return p.gap()
	case r == '~':
		p.pos++
		word, form := p.wordAndForm(start)
		if !isWordRune(firstRune(word)) {
			p.fail(start, "a word is missing after ~", "")
		}
		return &Node{op: opInflect, text: text.Fold(strings.ToLower(word)), form: form, col: start + 1}
	case isWordRune(r):
		word, form := p.wordAndForm(start)
		return p.word(word, form, start)
	default:
		p.fail(start, fmt.Sprintf("unexpected %q", r), unexpectedHint(r))
		return nil
	}
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// wordAndForm reads a word and, after a single dot and a letter, its form.
func (p *parser) wordAndForm(start int) (string, Form) {
	begin := p.pos
	for p.pos < len(p.src) && (isWordRune(p.src[p.pos]) || p.src[p.pos] == '_') {
		p.pos++
	}
	word := string(p.src[begin:p.pos])
	if p.peek() != '.' || p.pos+1 >= len(p.src) || !unicode.IsLetter(p.src[p.pos+1]) {
		return word, AnyForm
	}
	dot := p.pos
	p.pos++
	formStart := p.pos
	for p.pos < len(p.src) && unicode.IsLetter(p.src[p.pos]) {
		p.pos++
	}
	form := Form(p.src[formStart:p.pos])
	if !validForm(form) {
		p.fail(dot, fmt.Sprintf("unknown form .%s", form), "the forms are .base .past .ing .s")
	}
	return word, form
}

func validForm(f Form) bool { return f == Base || f == Past || f == Ing || f == S }

// word gives the node of a plain word or a kind. A contraction ("didn't") gives the sequence of its words.
func (p *parser) word(word string, form Form, start int) *Node {
	if isKindName(word) {
		return &Node{op: opKind, text: word, form: form, col: start + 1}
	}
	if form != AnyForm {
		p.fail(start, "a form needs ~ before the word", fmt.Sprintf("write ~%s.%s", word, form))
	}
	seq := &Node{op: opSeq, col: start + 1}
	for _, t := range text.Parse(strings.ToLower(word)).Tokens {
		if t.Mark == text.Word {
			seq.kids = append(seq.kids, &Node{op: opWord, text: t.Norm, alt: t.Alt, col: start + 1})
		}
	}
	switch len(seq.kids) {
	case 0:
		p.fail(start, fmt.Sprintf("%q holds no word", word), "")
	case 1:
		return seq.kids[0]
	}
	return seq
}

// isKindName tells CAPITALS of two letters and more, with digits and underscores after the first, from words.
func isKindName(s string) bool {
	if len(s) < 2 || s[0] < 'A' || s[0] > 'Z' {
		return false
	}
	for _, r := range s {
		if (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '_' {
			return false
		}
	}
	return true
}

func (p *parser) group() *Node {
	start := p.pos
	p.pos++
	alt := &Node{op: opAlt, col: start + 1}
	for {
		seq := p.sequence()
		if len(seq.kids) == 0 {
			p.fail(p.pos, "an alternative is empty", "use ? for what may be missing")
		}
		alt.kids = append(alt.kids, seq)
		switch p.peek() {
		case '|':
			p.pos++
		case ')':
			p.pos++
			if len(alt.kids) == 1 {
				return alt.kids[0]
			}
			return alt
		default:
			p.fail(start, "( is not closed", "")
		}
	}
}

func (p *parser) mark() *Node {
	start := p.pos
	if p.marked {
		p.fail(start, "a second [ ]", "a pattern underlines one part")
	}
	p.marked = true
	p.pos++
	seq := p.sequence()
	if p.peek() != ']' {
		p.fail(start, "[ is not closed", "")
	}
	if len(seq.kids) == 0 {
		p.fail(start, "nothing stands between [ and ]", "")
	}
	p.pos++
	return &Node{op: opMark, kids: []*Node{seq}, col: start + 1}
}

func (p *parser) gap() *Node {
	start := p.pos
	for p.peek() == '.' {
		p.pos++
	}
	n := &Node{op: opGap, max: defaultGap, col: start + 1}
	switch p.pos - start {
	case 3:
	case 4:
		n.free, n.max = true, defaultFreeGap
	default:
		p.fail(start, "a gap is three dots, or four for a free one", "")
	}
	digits := p.pos
	for p.peek() >= '0' && p.peek() <= '9' {
		p.pos++
	}
	if digits == p.pos {
		return n
	}
	width, err := strconv.Atoi(string(p.src[digits:p.pos]))
	if err != nil || width < 1 || width > maxGap {
		p.fail(digits, fmt.Sprintf("a gap of %s words", string(p.src[digits:p.pos])), fmt.Sprintf("1 to %d", maxGap))
	}
	n.max = width
	return n
}

func countGaps(n *Node) int {
	if n.op == opGap {
		return 1
	}
	sum := 0
	for _, k := range n.kids {
		if c := countGaps(k); n.op == opAlt {
			sum = max(sum, c)
		} else {
			sum += c
		}
	}
	return sum
}
