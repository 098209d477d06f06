package languagetool

import "unicode/utf8"

// units counts the UTF-16 code units of a text, in which LanguageTool counts.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += width(r)
	}
	return n
}

// width is the number of UTF-16 code units of a code point.
func width(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// A ruler converts byte offsets of a text to UTF-16 code units without reading the text from its start each time.
type ruler struct {
	text  string
	marks []int // the units before byte i*step, or before the character that byte is part of
}

// step is the number of bytes between marks.
const step = 256

func newRuler(text string) ruler {
	r := ruler{text: text, marks: make([]int, 0, len(text)/step+1)}
	n := 0
	for i, c := range text {
		for len(r.marks)*step < i+utf8.RuneLen(c) {
			r.marks = append(r.marks, n)
		}
		n += width(c)
	}
	return r
}

// at gives the code units before byte i, which must be the start of a character or the end of the text.
func (r ruler) at(i int) int {
	if len(r.marks) == 0 {
		return 0
	}
	mark := min(i/step, len(r.marks)-1)
	from := mark * step
	for from > 0 && !utf8.RuneStart(r.text[from]) {
		from--
	}
	return r.marks[mark] + units(r.text[from:i])
}
