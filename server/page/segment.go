package page

import (
	"slices"
	"strings"
)

// A Segment is a piece of the draft in the reading view: plain words, a phrase with a note, a line of danger, a blank, or
// what was not read. After some pieces stand the notes of the sentence that ends there.
type Segment struct {
	Text  string
	Kind  string // "", note, danger, blank, unread
	Note  Note   // of a phrase
	Notes []Note // to stand after the piece
}

// A mark is a run of bytes of the draft that is more than plain words.
type mark struct {
	start, end int
	kind       string
	note       Note
}

// segments cuts the draft at everything that is marked in it. Where marks overlap, the earlier one keeps its words.
func (v *View) segments(draft string, u units) []Segment {
	marks := v.marks(draft, u)
	slots := v.slots(draft)
	var list []Segment
	at := 0
	add := func(to int, kind string, note Note) {
		for at < to {
			end := to
			slot := slices.IndexFunc(slots, func(s slot) bool { return s.at > at && s.at <= to })
			if slot >= 0 {
				end = slots[slot].at
			}
			s := Segment{Text: draft[at:end], Kind: kind, Note: note}
			if slot >= 0 {
				s.Notes = slots[slot].notes
			}
			list = append(list, s)
			at = end
		}
	}
	for _, m := range marks {
		start := max(m.start, at)
		if m.end <= start {
			continue
		}
		add(start, "", Note{})
		add(m.end, m.kind, m.note)
	}
	add(len(draft), "", Note{})
	if rest := v.Draft[len(draft):]; rest != "" {
		list = append(list, Segment{Text: rest, Kind: "unread"})
	}
	return list
}

func (v *View) marks(draft string, u units) []mark {
	var marks []mark
	byteAt := func(unit int) int { at, _ := slices.BinarySearch(u, unit); return at }
	for _, c := range v.Cards {
		for _, l := range c.Lines {
			marks = append(marks, mark{byteAt(l.Start), byteAt(l.End), "danger", Note{}})
		}
	}
	if !v.folded() {
		for _, n := range v.Notes {
			marks = append(marks, mark{byteAt(n.Start), byteAt(n.End), "note", n})
		}
	}
	for _, b := range blank.FindAllStringIndex(draft, -1) {
		marks = append(marks, mark{b[0], b[1], "blank", Note{}})
	}
	slices.SortStableFunc(marks, func(a, b mark) int { return a.start - b.start })
	return marks
}

// folded tells whether the notes are folded away behind a danger.
func (v *View) folded() bool { return v.CanWait != "" || len(v.Cards) > 0 || v.Gone }

// A slot is a place in the draft, in bytes, where notes can stand.
type slot struct {
	at    int
	notes []Note
}

// slots are behind the sentences with notes and the white space that follows them.
func (v *View) slots(draft string) []slot {
	var list []slot
	if v.folded() {
		return nil
	}
	for _, n := range v.Notes {
		rest := draft[n.until:]
		at := n.until + len(rest) - len(strings.TrimLeft(rest, " \n\t"))
		if last := len(list) - 1; last >= 0 && list[last].at >= at {
			list[last].notes = append(list[last].notes, n)
			continue
		}
		list = append(list, slot{at, []Note{n}})
	}
	return list
}
