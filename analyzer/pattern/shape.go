package pattern

import (
	"coach/analyzer/tagger"
	"coach/analyzer/text"
	"coach/analyzer/text/wordlist"
)

// shapes are the kinds that are recognised by the look of a token rather than by a list.
var shapes = map[string]uint32{"NUMBER": shapeNumber, "AMOUNT": shapeAmount, "TIME": shapeTime, "NAME": shapeName, "WORD": shapeWord}

const (
	shapeNumber = iota // 12, 2.50, twelve
	shapeAmount        // £20, 20k, $1,500
	shapeTime          // 9.15, 16:30, 4pm
	shapeName          // a capitalised word that is no common word
	shapeWord          // any word
)

// wordClasses are the part-of-speech kinds and the Penn tags they take.
var wordClasses = map[string]uint32{"VERB": 0, "PAST": 1, "ING": 2, "ADJ": 3, "ADV": 4, "NOUN": 5}

var classTags = [...][]tagger.Tag{
	{tagger.VB, tagger.VBD, tagger.VBG, tagger.VBN, tagger.VBP, tagger.VBZ},
	{tagger.VBD, tagger.VBN},
	{tagger.VBG},
	{tagger.JJ, tagger.JJR, tagger.JJS},
	{tagger.RB, tagger.RBR, tagger.RBS},
	{tagger.NN, tagger.NNS, tagger.NNP, tagger.NNPS},
}

func inClass(tag tagger.Tag, class uint32) bool {
	for _, t := range classTags[class] {
		if t == tag {
			return true
		}
	}
	return false
}

var numberWords = map[string]bool{
	"one": true, "two": true, "three": true, "four": true, "five": true, "six": true, "seven": true, "eight": true,
	"nine": true, "ten": true, "eleven": true, "twelve": true, "thirteen": true, "fourteen": true, "fifteen": true,
	"sixteen": true, "seventeen": true, "eighteen": true, "nineteen": true, "twenty": true, "thirty": true,
	"forty": true, "fifty": true, "sixty": true, "seventy": true, "eighty": true, "ninety": true, "hundred": true,
	"thousand": true, "million": true, "dozen": true,
}

// shaped tells whether the word at a position has a shape.
func (m *Matcher) shaped(pos int, shape uint32) bool {
	t := &m.doc.Tokens[m.token[pos]]
	switch shape {
	case shapeNumber:
		return numberWords[t.Norm] || isNumeral(t.Norm)
	case shapeAmount:
		return isAmount(t.Norm)
	case shapeTime:
		return isTime(t.Norm)
	case shapeName:
		return t.Upper && m.isName(t, pos)
	}
	return true
}

// isName takes a capitalised word in mid-sentence for a name, and one that opens a sentence where it is no word. "I" and
// words in capitals only are none.
func (m *Matcher) isName(t *text.Token, pos int) bool {
	if t.Norm == "i" || t.End-t.Start > 1 && m.doc.Text[t.Start+1] >= 'A' && m.doc.Text[t.Start+1] <= 'Z' {
		return false
	}
	opens := pos == 0 || int(m.runEnd[pos-1]) == pos
	return !opens || !wordlist.Has(t.Norm)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isNumeral takes digits with commas and points between them.
func isNumeral(s string) bool {
	if s == "" || !isDigit(s[0]) || !isDigit(s[len(s)-1]) {
		return false
	}
	for i := range len(s) {
		if !isDigit(s[i]) && s[i] != ',' && s[i] != '.' {
			return false
		}
	}
	return true
}

// currencies are the marks that make a numeral an amount of money, before it or behind it.
var currencies = [...]string{"£", "€", "$", "₦", "₹", "¥", "rs", "r", "rm", "k", "p", "m"}

func isAmount(s string) bool {
	for _, c := range currencies {
		if len(s) <= len(c) {
			continue
		}
		if s[:len(c)] == c && isNumeral(s[len(c):]) || s[len(s)-len(c):] == c && isNumeral(s[:len(s)-len(c)]) {
			return true
		}
	}
	return false
}

// isTime takes 9.15, 16:30, 4pm, 11.30am.
func isTime(s string) bool {
	digits := 0
	for digits < len(s) && (isDigit(s[digits]) || s[digits] == ':' || s[digits] == '.') {
		digits++
	}
	switch s[digits:] {
	case "am", "pm", "ish":
		return digits > 0
	case "":
		return isClock(s)
	}
	return false
}

// isClock takes one or two digits, a colon or a point, two digits below 60.
func isClock(s string) bool {
	n := len(s)
	if n < 4 || n > 5 || s[n-3] != ':' && s[n-3] != '.' || s[n-2] > '5' {
		return false
	}
	return isNumeral(s[:n-3]) && isNumeral(s[n-2:])
}
