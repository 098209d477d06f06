package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// decode looks for a byte order mark and returns the text after it as UTF-8, and the mark's length in bytes. Input
// without a mark is passed on as it is.
func decode(r io.Reader) (text io.Reader, mark int, err error) {
	b := bufio.NewReader(r)
	head, err := b.Peek(3)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, 0, err
	}
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(head, []byte{0xEF, 0xBB, 0xBF}):
		_, err = b.Discard(3)
		return b, 3, err
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}):
		order = binary.LittleEndian
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		order = binary.BigEndian
	default:
		return b, 0, nil
	}
	_, err = b.Discard(2)
	return &utf16Reader{from: b, order: order, at: 2}, 2, err
}

// brokenUTF16 is the offset in the input, in bytes, of half a character.
type brokenUTF16 int

func (b brokenUTF16) Error() string {
	return fmt.Sprintf("byte offset %d is half a UTF-16 character; save it as UTF-8 text", int(b))
}

// utf16Reader reads UTF-16 as UTF-8.
type utf16Reader struct {
	from  *bufio.Reader
	order binary.ByteOrder
	at    int    // bytes of the input read so far
	rest  []byte // UTF-8 that did not fit into the last Read
}

func (u *utf16Reader) Read(p []byte) (int, error) {
	n := copy(p, u.rest)
	u.rest = u.rest[n:]
	for n < len(p) {
		r, err := u.rune()
		if err != nil {
			if n > 0 && errors.Is(err, io.EOF) {
				return n, nil
			}
			return n, err
		}
		var encoded [utf8.UTFMax]byte
		whole := utf8.AppendRune(encoded[:0], r)
		fits := copy(p[n:], whole)
		n += fits
		u.rest = append(u.rest, whole[fits:]...)
	}
	return n, nil
}

// rune reads one code point, of one or two units.
func (u *utf16Reader) rune() (rune, error) {
	start := u.at
	first, err := u.unit()
	if err != nil || !utf16.IsSurrogate(first) {
		return first, err
	}
	second, err := u.unit()
	if errors.Is(err, io.EOF) {
		return 0, brokenUTF16(start)
	}
	if err != nil {
		return 0, err
	}
	r := utf16.DecodeRune(first, second)
	if r == utf8.RuneError {
		return 0, brokenUTF16(start)
	}
	return r, nil
}

func (u *utf16Reader) unit() (rune, error) {
	var b [2]byte
	n, err := io.ReadFull(u.from, b[:])
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return 0, brokenUTF16(u.at)
	}
	u.at += n
	return rune(u.order.Uint16(b[:])), err
}
