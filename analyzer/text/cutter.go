package text

import "slices"

// A gap is what stands between a word and the word before it.
type gap uint8

const (
	noGap    gap = iota
	comma        // a comma, or another mark that seldom divides clauses
	dash         // a dash, a colon, a bracket
	divider      // a semicolon, a texter's dots, an emoji
	lineWrap     // the end of a wrapped line
)

// A unit is a word of the sentence that is being cut, with what the search for borders needs.
type unit struct {
	token  int
	norm   string
	class  class
	gap    gap  // before the word
	upper  bool // written with an upper-case first letter
	joined bool // written in one with the word before: "not" of "didn't"
	short  bool // of three letters or fewer as written
	name   name
}

// A name is the answer to whether a unit looks like a name, kept because it is asked often and costs two look-ups.
type name uint8

const (
	unasked name = iota
	isName
	isNoName
)

// A cutter finds where the clauses of a sentence begin. It looks ahead and back over a few words only.
type cutter struct {
	units []unit
	start int  // first unit of the clause that is being read
	verb  bool // the clause has a finite verb
	ended bool // the last word was one that closes clauses: tho, lol
}

// at is unit k, or an empty one beyond the ends.
func (c *cutter) at(k int) *unit {
	if k < 0 || k >= len(c.units) {
		return &noUnit
	}
	return &c.units[k]
}

var noUnit unit

func (c *cutter) is(k int, d class) bool { return c.at(k).class.is(d) }

// marked reports whether a mark or the end of the sentence stands before unit k.
func (c *cutter) marked(k int) bool { return k >= len(c.units) || c.units[k].gap != noGap }

// rest is how many words there are from k to the next mark, counted up to six.
func (c *cutter) rest(k int) int {
	n := 1
	for n < 6 && !c.marked(k+n) {
		n++
	}
	if k >= len(c.units) {
		return 0
	}
	return n
}

// load reads the words of tokens [first, last) and the gaps between them.
func (c *cutter) load(d *Document, classes []class, first, last int) {
	c.units = slices.Grow(c.units[:0], last-first)
	before, end := noGap, -1
	for i := first; i < last; i++ {
		t := &d.Tokens[i]
		if t.Mark != Word {
			before = max(before, gapOf(t))
			continue
		}
		c.units = append(c.units, unit{
			token: i, norm: t.Norm, class: classes[i], gap: before, upper: t.Upper,
			joined: t.Start < end, short: t.End-t.Start <= 3,
		})
		if n := len(c.units); n > 1 && t.Norm == "am" && isDigit(c.units[n-2].norm[0]) {
			c.units[n-1].class = noun // 1 am
		}
		before, end = noGap, t.End
	}
}

func gapOf(t *Token) gap {
	switch t.Norm {
	case ",", "'", "*", "/", "\"", "~", "_", "`":
		return comma
	case "-", "–", "—", ":", "(", ")", "[", "]":
		return dash
	case ";", "…":
		return divider
	case "\n":
		return lineWrap
	}
	if t.Norm[0] >= 0x80 {
		return divider
	}
	return comma
}
