package pattern

import (
	"encoding/binary"
	"fmt"
	"slices"
	"sort"
	"strings"

	"coach/analyzer/text"
	"coach/analyzer/wire"
)

// A Compiler turns kinds and patterns into a Set. Declare all kinds, then add their entries, then the patterns.
type Compiler struct {
	wordIDs  map[string]uint32
	words    []string // in order of id, from 1
	setIDs   map[string]uint32
	setWords [][]uint32
	kindDefs map[string][]*Node
	kindIDs  map[kindKey]uint32
	lengths  map[string]int // of the longest entry of a kind, in words
	rarest   map[kindKey]requirement
	open     []string // kinds being compiled, to find one that names itself
	code     []instruction
	kinds    []compiledKind
	patterns []compiledPattern
	captures [][]string      // for each pattern
	required [][]requirement // for each pattern, until Finish chooses anchors
	postings [][]posting     // for each set, when Finish has chosen them
	negation uint32          // the set of negations
	anchors  uint32          // sets below it anchor patterns
}

type kindKey struct {
	name string
	form Form
}

// NewCompiler starts an empty pack.
func NewCompiler() *Compiler {
	c := &Compiler{
		wordIDs:  map[string]uint32{},
		setIDs:   map[string]uint32{},
		setWords: [][]uint32{nil}, // set 0 is "none"
		kindDefs: map[string][]*Node{},
		kindIDs:  map[kindKey]uint32{},
		lengths:  map[string]int{},
		rarest:   map[kindKey]requirement{},
	}
	c.emit(instruction{code: iMatch})
	return c
}

// Declare makes a kind's name known, so that entries and patterns may name it before its own entries are added.
func (c *Compiler) Declare(kind string) error {
	_, known := c.kindDefs[kind]
	switch {
	case !isKindName(kind):
		return &Error{Column: 1, What: fmt.Sprintf("%q is no name of a kind", kind), Hint: "two or more CAPITALS, digits and underscores"}
	case isBuiltinKind(kind):
		return &Error{Column: 1, What: fmt.Sprintf("%s is built in", kind), Hint: "choose another name"}
	case known:
		return &Error{Column: 1, What: fmt.Sprintf("the kind %s exists already", kind), Hint: "extend it with +" + kind}
	}
	c.kindDefs[kind] = nil
	return nil
}

func isBuiltinKind(name string) bool {
	_, shape := shapes[name]
	_, class := wordClasses[name]
	return shape || class
}

// Extend adds one entry to a declared kind. The error is an *Error.
func (c *Compiler) Extend(kind, entry string) error {
	if _, known := c.kindDefs[kind]; !known {
		return c.unknownKind(kind, 1)
	}
	n, err := Parse(entry)
	if err != nil {
		return err
	}
	if err := c.checkEntry(n); err != nil {
		return err
	}
	c.kindDefs[kind] = append(c.kindDefs[kind], n)
	return nil
}

func (c *Compiler) checkEntry(n *Node) error {
	switch n.op {
	case opGap, opStart, opEnd, opCapture, opMark:
		return &Error{Column: n.col, What: fmt.Sprintf("%s in a kind", n), Hint: "an entry holds words, kinds, choices and optional parts only"}
	}
	if err := c.checkKind(n); err != nil {
		return err
	}
	for _, k := range n.kids {
		if err := c.checkEntry(k); err != nil {
			return err
		}
	}
	return nil
}

func (c *Compiler) checkKind(n *Node) error {
	if n.op != opKind || isBuiltinKind(n.text) {
		return nil
	}
	if _, known := c.kindDefs[n.text]; !known {
		return c.unknownKind(n.text, n.col)
	}
	return nil
}

func (c *Compiler) unknownKind(name string, column int) error {
	names := make([]string, 0, len(c.kindDefs))
	for k := range c.kindDefs {
		names = append(names, k)
	}
	for k := range shapes {
		names = append(names, k)
	}
	for k := range wordClasses {
		names = append(names, k)
	}
	return &Error{Column: column, What: "unknown kind " + name, Hint: nearest(name, names)}
}

// nearest gives up to three names that are close to a misspelt one.
func nearest(name string, names []string) string {
	sort.Slice(names, func(i, j int) bool {
		di, dj := text.Distance(name, names[i]), text.Distance(name, names[j])
		return di < dj || di == dj && names[i] < names[j]
	})
	close := names[:0:0]
	for _, n := range names {
		if len(close) < 3 && text.Distance(name, n) <= max(2, len(name)/3) {
			close = append(close, n)
		}
	}
	if len(close) == 0 {
		return "kinds are lists in rules/en/kinds; ordinary words are written in lower case"
	}
	return "did you mean " + strings.Join(close, ", ") + "?"
}

// Add compiles one pattern and gives its id. An indexed pattern is found by Scan and needs an
// anchor; one that is not is found by Find only.
// The error is an *Error.
func (c *Compiler) Add(source string, indexed bool) (int, error) {
	n, err := Parse(source)
	if err != nil {
		return 0, err
	}
	if err := c.checkKinds(n); err != nil {
		return 0, err
	}
	names, err := captureNames(n)
	if err != nil {
		return 0, err
	}
	needs, err := c.requirements(n)
	if err != nil {
		return 0, err
	}
	if len(needs) == 0 && indexed {
		return 0, &Error{Column: 1, What: "no word of this pattern has to be there", Hint: "add a word, or a kind that is a list of words"}
	}
	pc, err := c.program(n, names)
	if err != nil {
		return 0, err
	}
	if !indexed {
		needs = nil
	}
	c.required = append(c.required, needs)
	c.patterns = append(c.patterns, compiledPattern{pc: pc, opens: c.opens(n)})
	c.captures = append(c.captures, names)
	return len(c.patterns) - 1, nil
}

func (c *Compiler) checkKinds(n *Node) error {
	if err := c.checkKind(n); err != nil {
		return err
	}
	for _, k := range n.kids {
		if err := c.checkKinds(k); err != nil {
			return err
		}
	}
	return nil
}

func captureNames(n *Node) ([]string, error) {
	var names []string
	var walk func(n *Node) error
	walk = func(n *Node) error {
		if n.op == opCapture && !slices.Contains(names, n.text) {
			names = append(names, n.text)
		}
		if len(names) > maxCaptures {
			return &Error{Column: n.col, What: fmt.Sprintf("more than %d remembered parts", maxCaptures)}
		}
		for _, k := range n.kids {
			if err := walk(k); err != nil {
				return err
			}
		}
		return nil
	}
	return names, walk(n)
}

func (c *Compiler) emit(in instruction) uint32 {
	c.code = append(c.code, in)
	return uint32(len(c.code) - 1)
}

func (c *Compiler) here() uint32 { return uint32(len(c.code)) }

// program compiles the kinds a pattern names, then the pattern itself, so that its code is one run.
func (c *Compiler) program(n *Node, names []string) (uint32, error) {
	if err := c.compileKindsOf(n); err != nil {
		return 0, err
	}
	pc := c.here()
	c.compile(n, names)
	c.emit(instruction{code: iMatch})
	return pc, nil
}

func (c *Compiler) compile(n *Node, names []string) {
	switch n.op {
	case opSeq:
		for _, k := range n.kids {
			c.compile(k, names)
		}
	case opAlt:
		c.compileAlt(n, names)
	case opOpt:
		split := c.emit(instruction{code: iSplit})
		c.code[split].x = c.here()
		c.compile(n.kids[0], names)
		c.code[split].y = c.here()
	case opWord, opInflect:
		c.emitWords(c.wordsOf(n))
	case opKind:
		c.compileKindRef(n)
	case opGap:
		c.emit(instruction{code: iGap, x: uint32(n.max), y: bit(n.free)})
	case opStart:
		c.emit(instruction{code: iStart})
	case opEnd:
		c.emit(instruction{code: iEnd})
	case opCapture:
		slot := uint32(markSlots + 2*slices.Index(names, n.text))
		c.bracket(slot, n, names)
	case opMark:
		c.bracket(0, n, names)
	}
}

func bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

func (c *Compiler) bracket(slot uint32, n *Node, names []string) {
	c.emit(instruction{code: iSave, x: slot})
	c.compile(n.kids[0], names)
	c.emit(instruction{code: iSave, x: slot + 1})
}

// compileAlt makes one set test of a choice of single words, else a chain of splits.
func (c *Compiler) compileAlt(n *Node, names []string) {
	if ids, ok := c.singleWords(n); ok {
		c.emitWords(ids)
		return
	}
	var jumps []uint32
	for i, k := range n.kids {
		if i == len(n.kids)-1 {
			c.compile(k, names)
			break
		}
		split := c.emit(instruction{code: iSplit})
		c.code[split].x = c.here()
		c.compile(k, names)
		jumps = append(jumps, c.emit(instruction{code: iJump}))
		c.code[split].y = c.here()
	}
	for _, j := range jumps {
		c.code[j].x = c.here()
	}
}

// singleWords gives the words of a choice in which every alternative is one word.
func (c *Compiler) singleWords(n *Node) ([]uint32, bool) {
	var ids []uint32
	for _, k := range n.kids {
		for k.op == opSeq && len(k.kids) == 1 {
			k = k.kids[0]
		}
		if k.op != opWord && k.op != opInflect {
			return nil, false
		}
		ids = append(ids, c.wordsOf(k)...)
	}
	return sortedUnique(ids), true
}

func (c *Compiler) emitWords(ids []uint32) {
	if len(ids) == 1 {
		c.emit(instruction{code: iWord, x: ids[0]})
		return
	}
	c.emit(instruction{code: iSet, x: c.setID(ids)})
}

// wordsOf gives the vocabulary numbers of a word in the forms it is asked for.
func (c *Compiler) wordsOf(n *Node) []uint32 {
	if n.op == opInflect {
		var ids []uint32
		for _, f := range inflect(n.text, n.form) {
			ids = append(ids, c.wordID(f))
		}
		return sortedUnique(ids)
	}
	ids := []uint32{c.wordID(n.text)}
	if n.alt != "" {
		ids = append(ids, c.wordID(n.alt))
	}
	return sortedUnique(ids)
}

func inflect(lemma string, form Form) []string {
	switch form {
	case Base:
		return []string{lemma}
	case Past:
		return append(text.PastOf(lemma), text.ParticipleOf(lemma)...)
	case Ing:
		return text.IngOf(lemma)
	case S:
		return []string{text.ThirdOf(lemma), text.PluralOf(lemma)}
	}
	return text.Forms(lemma)
}

func (c *Compiler) wordID(w string) uint32 {
	id, ok := c.wordIDs[w]
	if !ok {
		c.words = append(c.words, w)
		id = uint32(len(c.words))
		c.wordIDs[w] = id
	}
	return id
}

func (c *Compiler) setID(ids []uint32) uint32 {
	key := make([]byte, 0, 4*len(ids))
	for _, id := range ids {
		key = binary.LittleEndian.AppendUint32(key, id)
	}
	id, ok := c.setIDs[string(key)]
	if !ok {
		id = uint32(len(c.setWords))
		c.setWords = append(c.setWords, ids)
		c.setIDs[string(key)] = id
	}
	return id
}

func sortedUnique(ids []uint32) []uint32 {
	slices.Sort(ids)
	return slices.Compact(ids)
}

// Finish chooses the anchors and gives the finished Set. The Compiler is not used afterwards. It panics where a pack is
// larger than the instructions can number: some hundred thousand patterns.
func (c *Compiler) Finish() *Set {
	var negationIDs []uint32
	for w := range negations {
		negationIDs = append(negationIDs, c.wordID(w))
	}
	c.negation = c.setID(sortedUnique(negationIDs))
	c.chooseAnchors()
	c.renumberSets()
	if max(len(c.code), len(c.words), len(c.setWords)) >= maxOperand {
		panic("pattern: more than 16 million instructions, words or sets")
	}
	return c.pack().index()
}

// pack lays everything out as the matcher reads it.
func (c *Compiler) pack() *Set {
	s := &Set{
		words: newVocabulary(c.words), member: newMembership(c.setsOfWords(), len(c.setWords)),
		anchors: c.anchors, negation: c.negation, captures: c.captures,
	}
	code := make([]uint64, len(c.code))
	for i, in := range c.code {
		code[i] = in.pack()
	}
	s.code = wire.Pack64(code)
	s.starts, s.always = packKinds(c.kinds)
	s.patterns = packPatterns(c.patterns)
	s.postings = packPostings(c.postings)
	return s
}

// setsOfWords gives for each word the sets that hold it, sorted.
func (c *Compiler) setsOfWords() [][]uint32 {
	sets := make([][]uint32, len(c.words)+1)
	for set, ids := range c.setWords {
		for _, id := range ids {
			sets[id] = append(sets[id], uint32(set))
		}
	}
	return sets
}

// negations are the words that an ordinary gap never swallows, so that "I cheated, and not because you …" is no
// "I cheated … because you".
var negations = map[string]bool{
	"not": true, "never": true, "no": true, "nobody": true, "nothing": true, "none": true, "neither": true, "nor": true,
	"without": true, "hardly": true, "nowhere": true, "noone": true,
}
