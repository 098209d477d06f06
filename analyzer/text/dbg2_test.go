package text

import (
	"fmt"
	"os"
	"testing"
)

func TestOne(t *testing.T) {
	d := Parse(os.Getenv("S"))
	for i, k := range d.Tokens {
		fmt.Printf("%d:%s/%d ", i, k.Norm, k.Mark)
	}
	fmt.Println()
	for _, c := range d.Clauses {
		fmt.Printf("[%s] lead=%d head=%s q=%v imp=%v subj=%d\n", d.Text[c.Start:c.End], c.Lead, d.Tokens[c.Head].Norm, c.Question, c.Imperative, c.Subject)
	}
	b := &builder{words: lexicon()}
	for _, k := range d.Tokens {
		fmt.Printf("%s=%b ", k.Norm, classIn(b.words, k.Norm))
	}
	fmt.Println()
}
func TestTwo(t *testing.T) {
	b := &builder{words: lexicon()}
	d := Parse(os.Getenv("S"))
	var cl []class
	for _, k := range d.Tokens {
		cl = append(cl, classIn(b.words, k.Norm))
	}
	var c cutter
	c.load(d, cl, 0, len(d.Tokens))
	for k := 1; k < len(c.units); k++ {
		fmt.Printf("%s gap=%d lead=%v clause=%v q=%v imp=%v sub=%v after=%v border=%v\n", c.units[k].norm, c.units[k].gap, c.onlyLead(k), c.clauseAt(k), c.questionAt(k), c.imperativeAt(k), c.subordinate(k), c.afterComma(k), c.borderAt(k))
		if c.borderAt(k) {
			c.start = k
			c.verb = false
		}
		c.read(k)
	}
}
