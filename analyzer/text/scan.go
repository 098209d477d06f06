package text

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// A kind is what the scanner sees in the draft before anything is normalised.
type kind uint8

const (
	wordKind    kind = iota // letters, or letters and digits
	numberKind              // starts with a digit or a currency sign
	linkKind                // an address, an @name, a #tag
	markKind                // invisible to patterns
	dotsKind                // "..", "…": a texter's dots; invisible too
	endKind                 // . ! ? where they end something
	newlineKind             // a line end that ends a sentence
	wrapKind                // a line end inside a sentence of a wrapped mail
	quoteKind               // a quotation mark
)

// A raw is one piece of the draft as it is written: a word, a number, a run of one mark.
type raw struct {
	start, end uint32 // bytes; half the width is half the memory to touch, and no draft has four gigabytes
	kind       kind
	plain      bool   // only ASCII letters and digits
	upper      bool   // begins with an upper-case letter
	lineStart  bool   // nothing but blanks before it on its line
	entry      uint32 // number of what the lexicon says of it, or 0
}

// A scanner cuts a draft into raws in one pass; no step looks back or ahead further than a fixed number of bytes,
// but for runs that it consumes.
type scanner struct {
	s          string
	at         int
	raws       []raw
	quotes     []Span
	lines      []int
	lineAt     int // start of the line that at is on
	fresh      bool
	openDouble int // raw of the quotation mark that waits for its partner, or -1
	openSingle int
}

// scan cuts s; the raws are appended to those given.
func scan(s string, raws []raw) *scanner {
	sc := &scanner{s: s, fresh: true, openDouble: -1, openSingle: -1, lines: []int{0}, raws: slices.Grow(raws, len(s)/4+8)}
	for sc.at < len(s) {
		sc.step()
	}
	sc.dropSingle()
	return sc
}

func (sc *scanner) step() {
	c := sc.s[sc.at]
	switch {
	case c == ' ' || c == '\t':
		sc.at++
	case isASCIILetter(c):
		sc.word(sc.at, sc.at)
	case isDigit(c):
		sc.number(sc.at, sc.at)
	case c == '\n' || c == '\r' || c == '\v' || c == '\f':
		sc.newline()
	case c == '.' || c == '!' || c == '?':
		sc.end()
	case c == '\'' || c == '`':
		sc.apostrophe(1)
	case c == '"':
		sc.straightQuote()
	case c < utf8.RuneSelf:
		sc.mark()
	default:
		sc.wide()
	}
}

// wide handles everything beyond ASCII.
func (sc *scanner) wide() {
	r, n := utf8.DecodeRuneInString(sc.s[sc.at:])
	switch {
	case isLineBreak(r):
		sc.newline()
	case unicode.IsSpace(r):
		sc.at += n
	case isApostrophe(r):
		sc.apostrophe(n)
	case r == '“' || r == '„' || r == '«':
		sc.openQuote(n)
	case r == '”' || r == '»':
		sc.closeQuote(n)
	case r == '…' || r == '‥' || r == '！' || r == '？' || r == '。':
		sc.end()
	case unicode.IsLetter(r) || unicode.IsMark(r) && !isEmojiPart(r):
		sc.word(sc.at, sc.at)
	case unicode.IsDigit(r):
		sc.number(sc.at, sc.at)
	case unicode.Is(unicode.Sc, r) && isDigit(sc.peek(n)):
		sc.number(sc.at, sc.at+n)
	default:
		sc.symbol(r, n)
	}
}

// peek is the byte n bytes ahead, or 0 at the end.
func (sc *scanner) peek(n int) byte {
	if sc.at+n < len(sc.s) {
		return sc.s[sc.at+n]
	}
	return 0
}

func (sc *scanner) add(k kind, start, end int) *raw {
	sc.raws = append(sc.raws, raw{start: uint32(start), end: uint32(end), kind: k, lineStart: sc.fresh})
	sc.at = end
	sc.fresh = k == newlineKind || k == wrapKind
	return &sc.raws[len(sc.raws)-1]
}

// before is the rune before offset i, or 0 at the start of the draft.
func (sc *scanner) before(i int) rune {
	if i == 0 {
		return 0
	}
	if c := sc.s[i-1]; c < utf8.RuneSelf {
		return rune(c)
	}
	r, _ := utf8.DecodeLastRuneInString(sc.s[:i])
	return r
}

// after is the rune at offset i, or 0 at the end of the draft.
func (sc *scanner) after(i int) rune {
	if i >= len(sc.s) {
		return 0
	}
	if c := sc.s[i]; c < utf8.RuneSelf {
		return rune(c)
	}
	r, _ := utf8.DecodeRuneInString(sc.s[i:])
	return r
}

// wrapWidth is the length in bytes from which a line that stops in mid-sentence counts as wrapped by a mail program.
const wrapWidth = 60

// newline takes a run of line ends and blanks as one token, and notes where the lines start.
func (sc *scanner) newline() {
	start, end, count := sc.at, sc.at, 0
	width := start - sc.lineAt
	for i := start; i < len(sc.s); {
		r, n := utf8.DecodeRuneInString(sc.s[i:])
		if !isLineBreak(r) && !unicode.IsSpace(r) {
			break
		}
		if r == '\r' && i+1 < len(sc.s) && sc.s[i+1] == '\n' {
			n = 2
		}
		i += n
		if isLineBreak(r) {
			end = i
			count++
		}
		if r == '\n' || r == '\r' {
			sc.lines = append(sc.lines, i)
			sc.lineAt = i
		}
		sc.at = i
	}
	at, k := sc.at, newlineKind
	if count == 1 && width >= wrapWidth && sc.midSentence() && unicode.IsLower(sc.after(at)) {
		k = wrapKind
	} else {
		sc.dropSingle()
		sc.openDouble = -1
	}
	sc.add(k, start, end)
	sc.at = at
}

// midSentence reports whether the last raw leaves its sentence open.
func (sc *scanner) midSentence() bool {
	if len(sc.raws) == 0 {
		return false
	}
	k := sc.raws[len(sc.raws)-1].kind
	return k != endKind && k != dotsKind && k != quoteKind
}

// end takes a run of . ! ? and says what it is: dots, an end, or the point of ".50" or "1."
func (sc *scanner) end() {
	start, i, dots, loud := sc.at, sc.at, 0, false
	for i < len(sc.s) {
		r, n := utf8.DecodeRuneInString(sc.s[i:])
		switch r {
		case '.':
			dots++
		case '…', '‥':
			dots += 2
		case '!', '?', '！', '？':
			loud = true
		case '。':
			loud = true
		default:
			n = 0
		}
		if n == 0 {
			break
		}
		i += n
		if r == '.' && sc.after(i) == ' ' && sc.after(i+1) == '.' {
			i++
		}
	}
	switch {
	case loud && sc.before(start) == '(' && sc.after(i) == ')':
		sc.add(markKind, start, i)
	case loud:
		sc.add(endKind, start, i)
	case dots > 1:
		sc.add(dotsKind, start, i)
	case isDigit(sc.peek(1)) && !isWordRune(sc.before(start)):
		sc.number(start, start+1)
	case sc.isListNumber(start):
		sc.add(markKind, start, i)
	default:
		sc.add(endKind, start, i)
	}
}

// isListNumber reports whether the point at offset i belongs to a number that opens a line, "1. the phone".
func (sc *scanner) isListNumber(i int) bool {
	if len(sc.raws) == 0 || !unicode.IsSpace(sc.after(i+1)) {
		return false
	}
	last := sc.raws[len(sc.raws)-1]
	return last.kind == numberKind && last.lineStart && int(last.end) == i && last.end-last.start <= 2
}

// mark takes one ASCII mark with its repetitions.
func (sc *scanner) mark() {
	c, start := sc.s[sc.at], sc.at
	switch {
	case c == '$' && isDigit(sc.peek(1)):
		sc.number(start, start+1)
		return
	case c == '#' && isWordByte(sc.peek(1)) || c == '@' && isASCIILetter(sc.peek(1)):
		sc.link(start, start+1)
		return
	}
	if n := emoticon(sc.s[start:]); n > 0 {
		sc.add(markKind, start, start+n)
		return
	}
	i := start + 1
	for i < len(sc.s) && sc.s[i] == c {
		i++
	}
	sc.add(markKind, start, i)
}

// symbol takes one rune that is no letter; a run of emoji is one token.
func (sc *scanner) symbol(r rune, n int) {
	start, i := sc.at, sc.at+n
	for i < len(sc.s) {
		next, m := utf8.DecodeRuneInString(sc.s[i:])
		if next != r && (!isEmojiPart(r) || !isEmojiPart(next)) || next == utf8.RuneError {
			break
		}
		i += m
	}
	sc.add(markKind, start, i)
}

// link takes an address, an @name or a #tag, of which the bytes up to i are taken already, up to the next blank, without
// the marks that end a sentence.
func (sc *scanner) link(start, i int) {
	taken := i
	for i < len(sc.s) && sc.s[i] > ' ' && sc.s[i] != '"' {
		r, n := utf8.DecodeRuneInString(sc.s[i:])
		if r >= utf8.RuneSelf && !isWordRune(r) {
			break
		}
		i += n
	}
	for i > taken && sc.s[i-1] < utf8.RuneSelf && !isWordByte(sc.s[i-1]) && sc.s[i-1] != '/' {
		i--
	}
	sc.add(linkKind, start, i).plain = false
}
