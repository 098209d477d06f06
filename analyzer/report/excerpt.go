package report

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"coach/analyzer"
)

// A row is a piece of the draft and the line under it that marks the phrase.
type row struct{ text, marks string }

// A cell is a grapheme cluster as it is printed.
type cell struct {
	text  string
	width int // columns
	blank bool
	in    bool // in the phrase
}

// excerpt shows a phrase in its line, in rows of at most width columns. A line that is too long is cut at words on
// both sides of the phrase; a phrase that is too long is shown alone, on several rows; one that goes over a line end
// is shown line by line.
func excerpt(text string, phrase analyzer.Span, width int, mark byte) []row {
	var rows []row
	for at := phrase.Start; ; {
		end, next := lineEnd(text, at, phrase.End)
		if end > at || phrase.Start == phrase.End {
			rows = append(rows, excerptLine(text, analyzer.Span{Start: at, End: end}, width, mark)...)
		}
		if next >= phrase.End {
			return rows
		}
		at = next
	}
}

// lineEnd is where the line that holds byte at ends, and where the next one starts; both are at most limit.
func lineEnd(text string, at, limit int) (end, next int) {
	i := strings.IndexAny(text[at:limit], "\r\n")
	if i < 0 {
		return limit, limit
	}
	end = at + i
	next = end + 1
	if strings.HasPrefix(text[end:], "\r\n") {
		next++
	}
	return end, min(next, limit)
}

func excerptLine(text string, phrase analyzer.Span, width int, mark byte) []row {
	before, phraseCells, after, cutLeft, cutRight := around(text, phrase, width)
	inside := columns(phraseCells)
	if !cutLeft && !cutRight && columns(before)+inside+columns(after) <= width {
		return []row{join(mark, before, phraseCells, after)}
	}
	spare := width - inside - 2 // a column on each side for "…"
	if spare < 0 {
		return phraseRows(phraseCells, width, mark, len(before) > 0, len(after) > 0)
	}
	left := max(spare/2, spare-columns(after))
	before, shortLeft := lastWords(before, left)
	after, shortRight := firstWords(after, spare-columns(before))
	if cutLeft || shortLeft {
		before = append([]cell{ellipsis}, before...)
	}
	if cutRight || shortRight {
		after = append(after, ellipsis)
	}
	return []row{join(mark, before, phraseCells, after)}
}

var ellipsis = cell{text: "…", width: 1}

// around cuts the line of a phrase into cells. It looks at no more of the line than could be shown, so that a
// thousand findings in one line of a megabyte cost a thousand rows and not a thousand megabytes.
func around(text string, phrase analyzer.Span, width int) (before, inside, after []cell, cutLeft, cutRight bool) {
	reach := 4*width + utf8.UTFMax
	lo := max(0, phrase.Start-reach)
	for lo > 0 && !utf8.RuneStart(text[lo]) {
		lo--
	}
	hi := min(len(text), phrase.End+reach)
	for hi < len(text) && !utf8.RuneStart(text[hi]) {
		hi++
	}
	cutLeft, cutRight = lo > 0, hi < len(text)
	if i := strings.LastIndexAny(text[lo:phrase.Start], "\r\n"); i >= 0 {
		lo += i + 1
		cutLeft = false
	}
	if i := strings.IndexAny(text[phrase.End:hi], "\r\n"); i >= 0 {
		hi = phrase.End + i
		cutRight = false
	}
	for at, g := lo, uniseg.NewGraphemes(text[lo:hi]); g.Next(); {
		c := newCell(g.Str())
		end := at + len(g.Str())
		switch {
		case at < phrase.End && end > phrase.Start || at == phrase.Start && phrase.Start == phrase.End:
			c.in = true
			inside = append(inside, c)
		case at < phrase.Start:
			before = append(before, c)
		default:
			after = append(after, c)
		}
		at = end
	}
	return before, inside, after, cutLeft, cutRight
}

func newCell(cluster string) cell {
	shown := visible(cluster)
	return cell{text: shown, width: uniseg.StringWidth(shown), blank: strings.TrimSpace(cluster) == ""}
}

func columns(cells []cell) int {
	n := 0
	for _, c := range cells {
		n += c.width
	}
	return n
}

// firstWords are the cells at the start that fit into width, whole words only, and whether any had to go.
func firstWords(cells []cell, width int) (kept []cell, short bool) {
	used, fit := 0, 0
	for fit < len(cells) && used+cells[fit].width <= width {
		used += cells[fit].width
		fit++
	}
	if fit == len(cells) {
		return cells[:fit:fit], false
	}
	for fit > 0 && !cells[fit].blank {
		fit--
	}
	return cells[:fit:fit], true
}

// lastWords are the cells at the end that fit into width, whole words only, and whether any had to go.
func lastWords(cells []cell, width int) (kept []cell, short bool) {
	used, from := 0, len(cells)
	for from > 0 && used+cells[from-1].width <= width {
		from--
		used += cells[from].width
	}
	if from == 0 {
		return cells, false
	}
	for from < len(cells) && !cells[from-1].blank {
		from++
	}
	return cells[from:], true
}

// phraseRows breaks a phrase at blanks into rows of at most width columns; a longer word is broken where it must be.
func phraseRows(cells []cell, width int, mark byte, moreLeft, moreRight bool) []row {
	var rows []row
	for room := max(1, width-2); len(cells) > 0; {
		part := rowOf(cells, room)
		cells = cells[len(part):]
		var left, right []cell
		if moreLeft && len(rows) == 0 {
			left = []cell{ellipsis}
		}
		if moreRight && len(cells) == 0 {
			right = []cell{ellipsis}
		}
		rows = append(rows, join(mark, left, withoutLastBlank(part), right))
	}
	return rows
}

func withoutLastBlank(cells []cell) []cell {
	if last := len(cells) - 1; last > 0 && cells[last].blank {
		return cells[:last]
	}
	return cells
}

// rowOf is the part of cells that goes on one row, at least one cell, with the blank it is broken at.
func rowOf(cells []cell, width int) []cell {
	used, fit := cells[0].width, 1
	for fit < len(cells) && used+cells[fit].width <= width {
		used += cells[fit].width
		fit++
	}
	if fit == len(cells) {
		return cells
	}
	for at := fit; at > 0; at-- {
		if cells[at].blank {
			return cells[:at+1]
		}
	}
	return cells[:fit]
}

// join puts cells side by side and marks those of the phrase. A phrase without width is marked by one column.
func join(mark byte, parts ...[]cell) row {
	var text, marks strings.Builder
	for _, part := range parts {
		for _, c := range part {
			text.WriteString(c.text)
			under := byte(' ')
			if c.in {
				under = mark
			}
			for range c.width {
				marks.WriteByte(under)
			}
		}
	}
	under := strings.TrimRight(marks.String(), " ")
	if under == "" {
		under = strings.Repeat(" ", columns(parts[0])) + string(mark)
	}
	return row{strings.TrimRight(text.String(), " "), under}
}
