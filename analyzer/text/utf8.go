package text

import "unicode/utf8"

// InvalidUTF8 is the offset of the first byte that is no part of a UTF-8 code point, or -1.
func InvalidUTF8(b []byte) int {
	if utf8.Valid(b) {
		return -1
	}
	for at := 0; ; {
		r, n := utf8.DecodeRune(b[at:])
		if r == utf8.RuneError && n < 2 {
			return at
		}
		at += n
	}
}
