package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quoteReach is how many bytes two single quotation marks may be apart; an apostrophe that opens nothing is thus
// forgotten soon.
const quoteReach = 400

// straightQuote takes a straight double quotation mark: it closes where one is open, else it opens, unless it follows
// a number as the sign for inches.
func (sc *scanner) straightQuote() {
	switch {
	case sc.openDouble >= 0:
		sc.closeQuote(1)
	case unicode.IsDigit(sc.before(sc.at)) && !sc.letterAt(sc.at+1):
		sc.add(markKind, sc.at, sc.at+1)
	default:
		sc.openQuote(1)
	}
}

func (sc *scanner) openQuote(n int) {
	sc.openDouble = len(sc.raws)
	sc.add(quoteKind, sc.at, sc.at+n)
}

func (sc *scanner) closeQuote(n int) {
	if sc.openDouble < 0 {
		// Phones turn the first mark round as well: ”sorry”.
		if sc.letterAt(sc.at + n) {
			sc.openQuote(n)
			return
		}
		sc.add(quoteKind, sc.at, sc.at+n)
		return
	}
	sc.quote(int(sc.raws[sc.openDouble].end), sc.at)
	sc.openDouble = -1
	sc.add(quoteKind, sc.at, sc.at+n)
}

// quote records a quotation; those inside it are forgotten, and one that crosses the last is, so that Quotes stay in order.
func (sc *scanner) quote(start, end int) {
	for len(sc.quotes) > 0 && sc.quotes[len(sc.quotes)-1].Start >= start {
		sc.quotes = sc.quotes[:len(sc.quotes)-1]
	}
	if n := len(sc.quotes); start < end && (n == 0 || sc.quotes[n-1].End <= start) {
		sc.quotes = append(sc.quotes, Span{start, end})
	}
}

// apostrophe takes an apostrophe of n bytes outside a word: the start of 'cause, a quotation mark, or nothing.
func (sc *scanner) apostrophe(n int) {
	start := sc.at
	end := start + n
	opens := sc.letterAt(end) && !isWordRune(sc.before(start))
	switch {
	case opens && isElision(sc.s[end:]):
		sc.word(start, end)
	case opens && sc.openSingle < 0 && sc.s[start] != '`':
		sc.openSingle = len(sc.raws)
		sc.add(quoteKind, start, end)
	case sc.openSingle >= 0 && !sc.letterAt(end) && start-int(sc.raws[sc.openSingle].end) <= quoteReach:
		sc.quote(int(sc.raws[sc.openSingle].end), start)
		sc.openSingle = -1
		sc.add(quoteKind, start, end)
	default:
		sc.add(markKind, start, end)
	}
}

// dropSingle takes a single quotation mark without a partner for an apostrophe.
func (sc *scanner) dropSingle() {
	if sc.openSingle >= 0 {
		sc.raws[sc.openSingle].kind = markKind
		sc.openSingle = -1
	}
}

// trailingApostrophe is the length of an apostrophe at i that belongs to the word before it, as in goin' and
// parents', or 0.
func (sc *scanner) trailingApostrophe(start, i int) int {
	if i >= len(sc.s) || i-start < 1 || sc.openSingle >= 0 && i-int(sc.raws[sc.openSingle].end) <= quoteReach {
		return 0
	}
	r, n := utf8.DecodeRuneInString(sc.s[i:])
	if !isApostrophe(r) || r == '‘' || r == '`' || sc.letterAt(i+n) {
		return 0
	}
	w := strings.TrimLeft(sc.s[start:i], "'’‘")
	if w == "" {
		return 0
	}
	last := w[len(w)-1] | 0x20
	switch {
	case len(w) >= 4 && last == 'n' && w[len(w)-2]|0x20 == 'i', last == 's' && len(w) > 2:
		return n
	case isClipped(w):
		return n
	}
	return 0
}

// isClipped reports whether w is a short word that dialects write with an apostrophe at its end: o', an', wi', th'.
func isClipped(w string) bool {
	switch w {
	case "o", "an", "An", "wi", "th", "t", "mo", "ol", "ha", "wit", "tha", "yo", "sa", "fo", "n":
		return true
	}
	return false
}

// isElision reports whether s, which follows an apostrophe, starts with a word that is written with one in front.
func isElision(s string) bool {
	var b [8]byte
	n := 0
	for n < len(s) && n < len(b) && isASCIILetter(s[n]) {
		b[n] = s[n] | 0x20
		n++
	}
	switch string(b[:n]) {
	case "cause", "cuz", "cos", "coz", "til", "em", "bout", "n", "tis", "twas", "sup", "nuff", "fraid", "cept", "ere",
		"ave", "appen", "kay", "nother", "scuse", "course", "ad", "ed", "ome", "ouse", "ello", "ow", "appened":
		return true
	}
	return false
}
