package report

import (
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

const tab = "    "

// visible makes a grapheme cluster safe to print: a draft must not be able to move the cursor, change colours or turn
// the direction of the line above its underline.
func visible(cluster string) string {
	if strings.IndexFunc(cluster, unsafe) < 0 {
		return cluster
	}
	if cluster == "\t" {
		return tab
	}
	return strings.Map(picture, cluster)
}

func unsafe(r rune) bool {
	return unicode.IsControl(r) || unicode.In(r, unicode.Zl, unicode.Zp, unicode.Bidi_Control)
}

func picture(r rune) rune {
	switch {
	case r < ' ':
		return '\u2400' + r
	case r == 0x7f:
		return '\u2421'
	case unsafe(r):
		return unicode.ReplacementChar
	}
	return r
}

// wrap breaks s at blanks into lines of at most width columns; a longer word has a line to itself. Line breaks of s
// stay, other runs of blanks become one space.
func wrap(s string, width int) []string {
	var lines []string
	for paragraph := range strings.Lines(s) {
		lines = append(lines, wrapParagraph(paragraph, width)...)
	}
	return lines
}

func wrapParagraph(s string, width int) []string {
	var lines []string
	var line strings.Builder
	used := 0
	for word := range strings.FieldsSeq(s) {
		word = strings.Map(picture, word)
		w := uniseg.StringWidth(word)
		if used > 0 && used+1+w > width {
			lines = append(lines, line.String())
			line.Reset()
			used = 0
		}
		if used > 0 {
			line.WriteByte(' ')
			used++
		}
		line.WriteString(word)
		used += w
	}
	if used > 0 {
		lines = append(lines, line.String())
	}
	return lines
}
