package text

import (
	"unicode"
	"unicode/utf8"
)

// word takes a word that starts at start and of which the bytes up to i are taken already.
func (sc *scanner) word(start, i int) {
	s, plain := sc.s, i == start
loop:
	for i < len(s) {
		c := s[i]
		switch {
		case isASCIILetter(c) || isDigit(c) || c == '_':
			i++
		case c == '\'' || c == '`':
			if !sc.letterAt(i+1) || i == start {
				break loop
			}
			plain = false
			i++
		case c == '.':
			n := sc.dotted(start, i)
			if n == 0 {
				break loop
			}
			if n < 0 {
				sc.link(start, i)
				return
			}
			plain = false
			i += n
		case c == '-' || c == '*' || c == '&' || c == '/' || c == '@' || c == ':':
			n := sc.joint(start, i, c)
			if n == 0 {
				break loop
			}
			if n < 0 {
				sc.link(start, i)
				return
			}
			plain = false
			i += n
		case c < utf8.RuneSelf:
			break loop
		default:
			n := sc.wideInWord(start, i)
			if n == 0 {
				break loop
			}
			plain = false
			i += n
		}
	}
	if n := sc.trailingApostrophe(start, i); n > 0 {
		plain = false
		i += n
	}
	r := sc.add(wordKind, start, max(i, start+1))
	r.plain = plain
	r.upper = sc.upperAt(start)
}

// wideInWord is the length of the rune at i where it continues the word, else 0.
func (sc *scanner) wideInWord(start, i int) int {
	r, n := utf8.DecodeRuneInString(sc.s[i:])
	switch {
	case isApostrophe(r):
		if i > start && sc.letterAt(i+n) {
			return n
		}
		return 0
	case r == '\u2010' || r == '\u2011':
		if i > start && sc.letterAt(i+n) {
			return n
		}
		return 0
	case isZeroWidth(r) && sc.letterAt(i+n), unicode.IsLetter(r), unicode.IsDigit(r):
		return n
	case unicode.IsMark(r) && !isEmojiPart(r):
		return n
	}
	return 0
}

// joint is the number of bytes of a mark that joins two halves of a word, 0 where it does not, -1 for a link.
func (sc *scanner) joint(start, i int, c byte) int {
	s := sc.s
	next := byte(0)
	if i+1 < len(s) {
		next = s[i+1]
	}
	switch c {
	case '-':
		if sc.letterAt(i+1) || isDigit(next) {
			return 1
		}
	case '*':
		n := 1
		for i+n < len(s) && s[i+n] == '*' && n < 4 {
			n++
		}
		if sc.letterAt(i + n) {
			return n
		}
	case '&':
		if i-start == 1 && isASCIILetter(next) {
			return 1
		}
	case '/':
		return slashed(s[start:], i-start)
	case '@':
		if isASCIILetter(next) {
			return -1
		}
	case ':':
		if next == '/' && i+2 < len(s) && s[i+2] == '/' {
			return -1
		}
	}
	return 0
}

// slashed is the length of the rest of w/, w/o, b/c … where the word before the slash at i is their first letter.
func slashed(s string, i int) int {
	if i != 1 {
		return 0
	}
	rest := 1
	for 1+rest < len(s) && isWordByte(s[1+rest]) && rest < 4 {
		rest++
	}
	first := s[0] | 0x20
	last := byte(0)
	if rest == 2 {
		last = s[2] | 0x20
	}
	switch {
	case first == 'w' && (last == 'o' || last == 'e'), first == 'b' && last == 'c', first == 'n' && last == 'a':
		return 2
	case first == 'w':
		return 1
	}
	return 0
}

// dotted is the number of bytes from the point at i that belong to the word: "p.m.", "Mr.", "gmail.com", "v2.0"; -1 for
// an address.
func (sc *scanner) dotted(start, i int) int {
	s := sc.s
	if i == start {
		return 0
	}
	if i+1 < len(s) && isDigit(s[i-1]) && isDigit(s[i+1]) {
		return 1
	}
	if !sc.letterAt(i + 1) {
		return sc.abbreviationDot(start, i)
	}
	if s[start:i] == "www" || s[start:i] == "Www" || isMailbox(s[i:]) {
		return -1
	}
	j := i + 1
	for j < len(s) && isASCIILetter(s[j]) && j < i+8 {
		j++
	}
	if isInitials(s[start:], i-start) {
		return j - i
	}
	if isDomain(s[i+1:j]) && (j == len(s) || !isWordByte(s[j])) && i-start > 1 {
		if j < len(s) && s[j] == '/' {
			return -1
		}
		return j - i
	}
	return 0
}

// abbreviationDot is 1 where the point at i belongs to a title or an abbreviation and ends nothing.
func (sc *scanner) abbreviationDot(start, i int) int {
	s := sc.s
	w := s[start:i]
	next := nextWordRune(s[i+1:])
	if next == '.' {
		return 0
	}
	if len(w) >= 3 && w[1] == '.' {
		if unicode.IsUpper(next) || next == 0 || next == '\n' {
			return 0
		}
		return 1
	}
	if len(w) == 1 && w[0] >= 'A' && w[0] <= 'Z' && w[0] != 'I' && unicode.IsUpper(next) && sc.afterName() {
		return 1
	}
	if isTitle(w, unicode.IsUpper(next), unicode.IsDigit(next), next != 0 && next != '\n') {
		return 1
	}
	return 0
}

// afterName reports whether the word before is capitalised: "Helen M. Hart".
func (sc *scanner) afterName() bool {
	if len(sc.raws) == 0 {
		return true
	}
	last := sc.raws[len(sc.raws)-1]
	return last.kind == wordKind && last.upper
}

// number takes a number with what is glued to it: £22,000, 9.15, 4pm, 24/7, 3-year-old, 50%.
func (sc *scanner) number(start, i int) {
	s, plain := sc.s, i == start
	for i < len(s) {
		c := s[i]
		if isDigit(c) || isASCIILetter(c) {
			i++
			continue
		}
		n := sc.numberJoint(i)
		if n == 0 {
			break
		}
		plain = false
		i += n
	}
	sc.add(numberKind, start, max(i, start+1)).plain = plain
}

// numberJoint is the length of the mark at i inside or at the end of a number, or 0.
func (sc *scanner) numberJoint(i int) int {
	s := sc.s
	next := byte(0)
	if i+1 < len(s) {
		next = s[i+1]
	}
	switch c := s[i]; c {
	case '.', ',', ':', '/':
		if isDigit(next) && i > 0 && (isDigit(s[i-1]) || c == '.') {
			return 1
		}
	case '-':
		if isDigit(next) || isASCIILetter(next) {
			return 1
		}
	case '\'':
		if isASCIILetter(next) {
			return 1
		}
	case '%':
		return 1
	default:
		if c < utf8.RuneSelf {
			return 0
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.Is(unicode.Sc, r) || unicode.IsDigit(r) || unicode.IsLetter(r) || r == '’' && i+n < len(s) && isASCIILetter(s[i+n]) {
			return n
		}
	}
	return 0
}

func (sc *scanner) letterAt(i int) bool {
	if i >= len(sc.s) {
		return false
	}
	if c := sc.s[i]; c < utf8.RuneSelf {
		return isASCIILetter(c)
	}
	r, _ := utf8.DecodeRuneInString(sc.s[i:])
	return unicode.IsLetter(r)
}

func (sc *scanner) upperAt(i int) bool {
	if c := sc.s[i]; c < utf8.RuneSelf {
		return c >= 'A' && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(sc.s[i:])
	return unicode.IsUpper(r)
}

// nextWordRune is the first rune of s that is no blank within its line, '\n' at the end of a line, 0 at the end of s.
// It looks at no more than eight bytes.
func nextWordRune(s string) rune {
	for i := 0; i < len(s) && i < 8; {
		r, n := utf8.DecodeRuneInString(s[i:])
		if isLineBreak(r) {
			return '\n'
		}
		if !unicode.IsSpace(r) {
			return r
		}
		i += n
	}
	return 0
}
