package pattern

import (
	"fmt"
	"slices"
	"strings"
)

// compileKindsOf compiles every kind that n names and that has not been compiled.
func (c *Compiler) compileKindsOf(n *Node) error {
	if n.op == opKind {
		_, err := c.kind(kindKey{n.text, n.form}, n.col)
		return err
	}
	for _, k := range n.kids {
		if err := c.compileKindsOf(k); err != nil {
			return err
		}
	}
	return nil
}

func (c *Compiler) compileKindRef(n *Node) {
	if shape, ok := shapes[n.text]; ok {
		c.emit(instruction{code: iShape, x: shape})
		return
	}
	if class, ok := wordClasses[n.text]; ok {
		c.emit(instruction{code: iTag, x: class})
		return
	}
	id := c.kindIDs[kindKey{n.text, n.form}]
	if ids, ok := c.plainWords(id); ok {
		c.emitWords(ids)
		return
	}
	c.emit(instruction{code: iKind, x: id})
}

// plainWords gives the words of a kind that holds single words only.
func (c *Compiler) plainWords(kind uint32) ([]uint32, bool) {
	k := &c.kinds[kind]
	if len(k.always) > 0 || len(k.starts) == 0 {
		return nil, false
	}
	ids := make([]uint32, len(k.starts))
	for i, s := range k.starts {
		if s.pc != wholeEntry {
			return nil, false
		}
		ids[i] = s.word
	}
	return sortedUnique(ids), true
}

// kind compiles a kind in a form, once, and gives its number.
func (c *Compiler) kind(key kindKey, column int) (uint32, error) {
	if isBuiltinKind(key.name) {
		if key.form != AnyForm {
			return 0, &Error{Column: column, What: fmt.Sprintf("%s has no form .%s", key.name, key.form), Hint: "forms are for lists of words"}
		}
		return 0, nil
	}
	if id, ok := c.kindIDs[key]; ok {
		return id, nil
	}
	if slices.Contains(c.open, key.name) {
		return 0, &Error{Column: column, What: "kinds that name each other: " + strings.Join(append(c.open, key.name), ", "), Hint: "a kind cannot contain itself"}
	}
	c.open = append(c.open, key.name)
	defer func() { c.open = c.open[:len(c.open)-1] }()
	var compiled compiledKind
	for _, entry := range c.kindDefs[key.name] {
		restricted, ok := restrict(entry, key.form)
		if !ok {
			continue
		}
		if err := c.compileEntry(restricted, &compiled); err != nil {
			return 0, err
		}
	}
	slices.SortFunc(compiled.starts, func(a, b kindStart) int {
		if a.word != b.word {
			return int(a.word) - int(b.word)
		}
		return int(int64(a.pc) - int64(b.pc))
	})
	compiled.starts = slices.Compact(compiled.starts)
	if len(compiled.starts)+len(compiled.always) == 0 {
		return 0, &Error{Column: column, What: fmt.Sprintf("%s%s is empty", key.name, formSuffix(key.form)), Hint: "no entry is marked with ~"}
	}
	id := uint32(len(c.kinds))
	c.kinds = append(c.kinds, compiled)
	c.kindIDs[key] = id
	return id, nil
}

// compileEntry adds one entry to a kind: another kind's entries, single words, or a program under each first word.
func (c *Compiler) compileEntry(n *Node, into *compiledKind) error {
	for n.op == opSeq && len(n.kids) == 1 {
		n = n.kids[0]
	}
	if err := c.compileKindsOf(n); err != nil {
		return err
	}
	switch n.op {
	case opKind:
		if id, ok := c.kindIDs[kindKey{n.text, n.form}]; ok {
			into.starts = append(into.starts, c.kinds[id].starts...)
			into.always = append(into.always, c.kinds[id].always...)
			return nil
		}
	case opWord, opInflect:
		for _, id := range c.wordsOf(n) {
			into.starts = append(into.starts, kindStart{id, wholeEntry})
		}
		return nil
	case opAlt:
		for _, k := range n.kids {
			if err := c.compileEntry(k, into); err != nil {
				return err
			}
		}
		return nil
	}
	pc := c.here()
	c.compile(n, nil)
	c.emit(instruction{code: iMatch})
	first, any := c.firstWords(n)
	if any {
		into.always = append(into.always, pc)
		return nil
	}
	for _, id := range first {
		into.starts = append(into.starts, kindStart{id, pc})
	}
	return nil
}

// restrict gives an entry in one form: its ~words in that form only. Entries without ~words have no forms. An entry
// with a negation keeps its verb as it is, because the form sits on the auxiliary: "did not tell".
func restrict(n *Node, form Form) (*Node, bool) {
	if form == AnyForm {
		return n, true
	}
	if hasNegation(n) {
		return n, true
	}
	changed := false
	var walk func(n *Node, whole bool) *Node
	walk = func(n *Node, whole bool) *Node {
		switch {
		case n.op == opInflect && n.form == AnyForm, n.op == opKind && whole && n.form == AnyForm && !isBuiltinKind(n.text):
			changed = true
			out := *n
			out.form = form
			return &out
		case len(n.kids) == 0:
			return n
		}
		out := *n
		out.kids = make([]*Node, len(n.kids))
		for i, k := range n.kids {
			out.kids[i] = walk(k, whole && (n.op == opAlt || len(n.kids) == 1))
		}
		return &out
	}
	out := walk(n, true)
	return out, changed
}

func hasNegation(n *Node) bool {
	return n.op == opWord && negations[n.text] || slices.ContainsFunc(n.kids, hasNegation)
}

// opens gives the set of words a pattern may begin with, 0 where that may be any.
func (c *Compiler) opens(n *Node) uint32 {
	ids, any := c.firstWords(n)
	if any {
		return 0
	}
	return c.setID(ids)
}

// firstWords gives the words that n may begin with; any means that it may begin with any word or with nothing.
func (c *Compiler) firstWords(n *Node) (ids []uint32, any bool) {
	ids, open, empty := c.first(n)
	return sortedUnique(ids), open || empty
}

// first gives the first words of n, whether it may begin with any word (open), and whether it may match nothing (empty).
func (c *Compiler) first(n *Node) (ids []uint32, open, empty bool) {
	switch n.op {
	case opWord, opInflect:
		return c.wordsOf(n), false, false
	case opKind:
		return c.firstOfKind(n)
	case opAlt:
		for _, k := range n.kids {
			i, o, e := c.first(k)
			ids, open, empty = append(ids, i...), open || o, empty || e
		}
		return ids, open, empty
	case opOpt:
		ids, open, _ = c.first(n.kids[0])
		return ids, open, true
	case opGap:
		return nil, true, true
	case opStart, opEnd:
		return nil, false, true
	}
	empty = true
	for _, k := range n.kids {
		i, o, e := c.first(k)
		ids, open = append(ids, i...), open || o
		if !e {
			return ids, open, false
		}
	}
	return ids, open, empty
}

func (c *Compiler) firstOfKind(n *Node) (ids []uint32, open, empty bool) {
	id, ok := c.kindIDs[kindKey{n.text, n.form}]
	if !ok {
		return nil, true, false
	}
	k := &c.kinds[id]
	for _, s := range k.starts {
		ids = append(ids, s.word)
	}
	return ids, len(k.always) > 0, false
}
