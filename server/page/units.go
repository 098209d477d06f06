package page

import "unicode/utf8"

// units translates byte offsets of a text to UTF-16 code units, in which browsers count.
type units []int

// newUnits reads a text, which is valid UTF-8, once.
func newUnits(text string) units {
	u := make(units, len(text)+1)
	n := 0
	for at, r := range text {
		width := utf8.RuneLen(r)
		for i := range width {
			u[at+i] = n
		}
		n++
		if r > 0xFFFF {
			n++
		}
	}
	u[len(text)] = n
	return u
}

// cut gives the first characters of a text, counted in code points.
func cut(text string, characters int) string {
	n := 0
	for at := range text {
		if n == characters {
			return text[:at]
		}
		n++
	}
	return text
}
