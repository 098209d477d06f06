package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"coach/analyzer/text"
)

// open opens a named input; "-" is standard input. Its error says what to do.
func open(name string, stdin io.Reader) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(stdin), nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, advise(err)
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, fmt.Errorf("it is a folder; name the files in it, such as %s", examplePath(name))
	}
	return f, nil
}

func examplePath(folder string) string {
	return strings.TrimRight(folder, `/\`) + string(os.PathSeparator) + "draft.txt"
}

// advise turns an error of the file system into a sentence for the person whose file it is.
func advise(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("there is no such file; check its name")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("it may not be read; change its permissions or copy its text into a new file")
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return fmt.Errorf("it could not be read (%w); copy its text into a new file", err)
}

// readDraft reads one draft as UTF-8 without its byte order mark. Its error says what is wrong with the draft and what
// to do. It reads at most limit bytes and one buffer more, however large the input is.
func readDraft(r io.Reader, limit size) (string, error) {
	decoded, mark, err := decode(r)
	if err != nil {
		return "", advise(err)
	}
	draft, err := io.ReadAll(io.LimitReader(decoded, int64(limit)+1))
	var broken brokenUTF16
	switch {
	case errors.As(err, &broken):
		return "", broken
	case err != nil:
		return "", advise(err)
	case size(len(draft)) > limit:
		return "", fmt.Errorf("it is larger than %s; cut it down or allow more with --max-size", &limit)
	}
	if at := text.InvalidUTF8(draft); at >= 0 {
		return "", fmt.Errorf("byte offset %d (0x%02x) is not UTF-8; save it as UTF-8 text", mark+at, draft[at])
	}
	if zeros := bytes.Count(draft, []byte{0}); 3*zeros >= len(draft) && zeros > 0 {
		return "", errors.New("it holds zero bytes and is no plain text; save it as UTF-8 text")
	}
	if len(bytes.TrimSpace(draft)) == 0 {
		return "", errors.New("it is empty; write your message into it and save it")
	}
	return string(draft), nil
}
