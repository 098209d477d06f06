package text

import (
	"strings"
	"unicode"
)

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isWordByte(c byte) bool { return isASCIILetter(c) || isDigit(c) || c == '_' }

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isLineBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// isApostrophe covers what keyboards and autocorrection put for an apostrophe.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', '´', '`', '′', '‛', '＇':
		return true
	}
	return false
}

func isZeroWidth(r rune) bool {
	return r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\ufeff' || r == '\u00ad' || r == '\u2060'
}

// isEmojiPart reports whether r is an emoji or one of the invisible signs that join emoji.
func isEmojiPart(r rune) bool {
	switch {
	case r >= 0x1F000 && r <= 0x1FAFF, r >= 0x2600 && r <= 0x27BF, r >= 0x2B00 && r <= 0x2BFF:
		return true
	case r == 0x200D, r == 0xFE0F, r == 0x20E3, r >= 0xE0020 && r <= 0xE007F:
		return true
	}
	return false
}

// emoticon is the length of a face such as :) ;-P <3 at the start of s, or 0.
func emoticon(s string) int {
	if strings.HasPrefix(s, "<3") || strings.HasPrefix(s, "</3") {
		return strings.IndexByte(s, '3') + 1
	}
	if s[0] != ':' && s[0] != ';' && s[0] != '=' {
		return 0
	}
	n := 1
	for n < len(s) && n < 3 && (s[n] == '-' || s[n] == '\'') {
		n++
	}
	if n == len(s) || !strings.ContainsRune(")(DPpOo3/\\|][@$*", rune(s[n])) {
		return 0
	}
	n++
	if n < len(s) && isWordByte(s[n-1]) && isWordByte(s[n]) {
		return 0
	}
	return n
}

// isDomain reports whether w, after a point, is the end of an address. Words people write after a full stop without a
// blank (is, it, me, so, my …) are left out though they are country codes.
func isDomain(w string) bool {
	switch strings.ToLower(w) {
	case "com", "org", "net", "edu", "gov", "io", "co", "uk", "no", "ie", "app", "tv", "info", "de", "fr", "ca", "au", "nz", "za", "ng":
		return true
	}
	return false
}

// isInitials reports whether the letters around the point at dot are those of an abbreviation such as p.m or U.S.A,
// s starting with its first letter or with what was taken of it so far.
func isInitials(s string, dot int) bool {
	if dot < 1 || dot > 1 && s[dot-2] != '.' {
		return false
	}
	if dot+2 < len(s) && isWordByte(s[dot+2]) {
		return false
	}
	if dot > 1 {
		return true
	}
	a, b := s[dot-1], s[dot+1]
	if a < 'a' && b < 'a' {
		return true
	}
	switch string([]byte{a | 0x20, b | 0x20}) {
	case "pm", "am", "eg", "ie", "us", "uk", "ps", "rm", "ok", "nb", "ak":
		return true
	}
	return false
}

// isTitle reports whether w with a point is an abbreviation here.
func isTitle(w string, upperNext, digitNext, open bool) bool {
	switch w {
	case "Mr", "Mrs", "Ms", "Dr", "Prof", "mr", "mrs", "ms", "dr", "prof", "vs", "approx", "Approx":
		return open
	case "St", "Jr", "Sr", "Col", "Gen", "Mt", "Rev", "Sgt", "Capt", "Lt", "Fr", "Ave", "Rd":
		return upperNext
	case "No", "nos", "pg", "p", "ext", "tel", "Tel":
		return digitNext
	case "etc", "Etc":
		return open && !upperNext
	}
	return false
}

// isMailbox reports whether s, from a point on, goes on as the name part of a mail address: ".smith@example.org".
func isMailbox(s string) bool {
	for i := 1; i < len(s) && i < 32; i++ {
		if s[i] == '@' {
			return i+1 < len(s) && isWordByte(s[i+1])
		}
		if !isWordByte(s[i]) && s[i] != '.' && s[i] != '-' {
			return false
		}
	}
	return false
}
