package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/iotest"
)

func TestReadDraft(t *testing.T) {
	tests := []struct {
		name, input string
		limit       size
		want        string // the draft, or
		wrong       string // the error
	}{
		{"plain", "I lied.\r\n", 100, "I lied.\r\n", ""},
		{"UTF-8 with a mark", "\xEF\xBB\xBFé", 100, "é", ""},
		{"UTF-16, little end first", "\xFF\xFEI\x00 \x00\xe9\x00\x3d\xd8\x22\xde", 100, "I é😢", ""},
		{"UTF-16, big end first", "\xFE\xFF\x00I\x00 \x00\xe9\xd8\x3d\xde\x22", 100, "I é😢", ""},
		{"the mark does not count as size", "\xEF\xBB\xBFabc", 3, "abc", ""},
		{"size counts as UTF-8", "\xFE\xFF\x20\xac\x20\xac", 6, "€€", ""},
		{"as large as allowed", "abc", 3, "abc", ""},

		{"too large", "abcd", 3, "", "it is larger than 3 bytes; cut it down or allow more with --max-size"},
		{"too large as UTF-8", "\xFE\xFF\x20\xac\x20\xac", 5, "", "it is larger than 5 bytes; cut it down or allow more with --max-size"},
		{"Latin-1", "caf\xe9 or so", 100, "", "byte offset 3 (0xe9) is not UTF-8; save it as UTF-8 text"},
		{"offsets count the mark", "\xEF\xBB\xBFcaf\xe9", 100, "", "byte offset 6 (0xe9) is not UTF-8; save it as UTF-8 text"},
		{"cut inside a character", "caf\xc3", 100, "", "byte offset 3 (0xc3) is not UTF-8; save it as UTF-8 text"},
		{"a replacement character is text", "a\ufffdb\xff", 100, "", "byte offset 5 (0xff) is not UTF-8; save it as UTF-8 text"},
		{"half of a pair", "\xFF\xFEI\x00\x3d\xd8I\x00", 100, "", "byte offset 4 is half a UTF-16 character; save it as UTF-8 text"},
		{"a pair cut off", "\xFF\xFEI\x00\x3d\xd8", 100, "", "byte offset 4 is half a UTF-16 character; save it as UTF-8 text"},
		{"an odd byte", "\xFF\xFEI\x00I", 100, "", "byte offset 4 is half a UTF-16 character; save it as UTF-8 text"},
		{"UTF-16 without a mark", "I\x00 \x00l\x00", 100, "", "it holds zero bytes and is no plain text; save it as UTF-8 text"},
		{"empty", "", 100, "", "it is empty; write your message into it and save it"},
		{"only a mark", "\xEF\xBB\xBF", 100, "", "it is empty; write your message into it and save it"},
		{"blanks", " \r\n\t", 100, "", "it is empty; write your message into it and save it"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			// One byte a read: no decision may hang on where a buffer ends.
			for _, r := range []io.Reader{strings.NewReader(test.input), iotest.OneByteReader(strings.NewReader(test.input))} {
				got, err := readDraft(r, test.limit)
				if got != test.want || message(err) != test.wrong {
					t.Errorf("got %q, error %q", got, message(err))
				}
			}
		})
	}
}

func message(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestReadDraftOfAnEndlessInput(t *testing.T) {
	_, err := readDraft(endless{}, 1000)
	if message(err) != "it is larger than 1000 bytes; cut it down or allow more with --max-size" {
		t.Errorf("error %q", message(err))
	}
}

// endless is an input that never ends, like a pipe from a program gone wrong.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

func TestUTF16ReaderInSmallPieces(t *testing.T) {
	text, _, err := decode(strings.NewReader("\xFE\xFF\x20\xac\xd8\x3d\xde\x22"))
	if err != nil {
		t.Fatal(err)
	}
	if err := iotest.TestReader(text, []byte("€😢")); err != nil {
		t.Error(err)
	}
}

func TestAdvise(t *testing.T) {
	tests := []struct {
		err  error
		want string
	}{
		{&fs.PathError{Op: "open", Path: "x", Err: fs.ErrNotExist}, "there is no such file; check its name"},
		{&fs.PathError{Op: "open", Path: "x", Err: fs.ErrPermission}, "it may not be read; change its permissions or copy its text into a new file"},
		{&fs.PathError{Op: "read", Path: "x", Err: errors.New("input/output error")}, "it could not be read (input/output error); copy its text into a new file"},
		{fmt.Errorf("broken"), "it could not be read (broken); copy its text into a new file"},
	}
	for _, test := range tests {
		if got := advise(test.err).Error(); got != test.want {
			t.Errorf("advise(%v) = %q, want %q", test.err, got, test.want)
		}
	}
}
