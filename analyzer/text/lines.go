package text

import (
	"sort"
	"unicode/utf8"
)

// Position gives the line and the column of a byte offset, both from 1, the column in code points (an invalid byte
// counts as one). Lines end at LF, CRLF or a lone CR. An offset inside a rune has the column of that rune; offsets
// beyond the draft are taken to its ends.
func (d *Document) Position(offset int) (line, column int) {
	offset = min(max(offset, 0), len(d.Text))
	line = sort.SearchInts(d.lines, offset+1)
	start := d.lines[line-1]
	for i := start; i < offset; {
		_, n := utf8.DecodeRuneInString(d.Text[i:])
		i += n
		if i <= offset {
			column++
		}
	}
	return line, column + 1
}
