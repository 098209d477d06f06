package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"

	"coach/analyzer"
	"coach/analyzer/report"
	"coach/analyzer/text"
)

// A lineReader reads lines of at most limit bytes. Of a longer line it keeps nothing.
type lineReader struct {
	r     *bufio.Reader
	limit int
}

var (
	errLongLine = errors.New("line too long")
	newline     = []byte("\n")
)

// next is the next line without its end, which is the caller's to keep; errLongLine for one that was skipped; io.EOF
// after the last.
func (l lineReader) next() ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := l.r.ReadSlice('\n')
		if !long {
			line = append(line, part...)
		}
		if len(bytes.TrimSuffix(line, newline)) > l.limit {
			long, line = true, nil
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && !errors.Is(err, io.EOF):
			return nil, err
		case long:
			return nil, errLongLine
		case err != nil && len(line) == 0:
			return nil, io.EOF
		}
		return bytes.TrimSuffix(line, newline), nil
	}
}

// lineLimit is the most bytes a line of a jsonl file may have: JSON can write a byte of text in six (\u0007), and a
// line may hold other keys.
func lineLimit(draft size) int { return 6*int(draft) + 64<<10 }

// A result is what became of one line.
type result struct {
	number int // of the line, from 1
	draft  report.Draft
	err    error // what is wrong with the line
	read   error // what is wrong with the input from here on
}

// checkLines checks every line of r with check, several at once, and hands over the results in the order of the
// lines. What is read ahead is bounded by the number of processors. It ends when the input does or done is closed.
func checkLines(r io.Reader, limit size, done <-chan struct{}, check func(line []byte) (report.Draft, error)) <-chan (<-chan result) {
	queue := make(chan (<-chan result), runtime.GOMAXPROCS(0))
	lines := lineReader{bufio.NewReaderSize(r, 64<<10), lineLimit(limit)}
	send := func(pending chan result) bool {
		select {
		case queue <- pending:
			return true
		case <-done:
			return false
		}
	}
	go func() {
		defer close(queue)
		for number := 1; ; number++ {
			line, err := lines.next()
			pending := make(chan result, 1)
			switch {
			case errors.Is(err, io.EOF):
				return
			case errors.Is(err, errLongLine):
				pending <- result{number: number, err: fmt.Errorf("the line is longer than a draft of %s can be and was skipped; allow more with --max-size", &limit)}
			case err != nil:
				pending <- result{number: number, read: err}
				send(pending)
				return
			case len(bytes.TrimSpace(line)) == 0:
				continue
			default:
				go func() {
					draft, err := check(line)
					pending <- result{number: number, draft: draft, err: err}
				}()
			}
			if !send(pending) {
				return
			}
		}
	}()
	return queue
}

// A draftLine is what coach reads of a line of a jsonl file.
type draftLine struct {
	id   json.RawMessage
	role analyzer.Role // "" where the line has none
	text string
}

const lineShape = `a line looks like {"id":"a-001","text":"…"}`

// parseLine reads a line. Its error says what is wrong with it.
func parseLine(line []byte, limit size) (draftLine, error) {
	if at := text.InvalidUTF8(line); at >= 0 {
		return draftLine{}, fmt.Errorf("byte offset %d of the line (0x%02x) is not UTF-8; save the file as UTF-8 text", at, line[at])
	}
	var keys struct {
		ID   json.RawMessage `json:"id"`
		Role string          `json:"role"`
		Text *string         `json:"text"`
	}
	if err := json.Unmarshal(line, &keys); err != nil {
		return draftLine{}, fmt.Errorf("%s; %s", jsonMistake(err), lineShape)
	}
	switch role := analyzer.Role(keys.Role); role {
	case "", analyzer.Auto, analyzer.Betrayer, analyzer.Betrayed:
	default:
		return draftLine{}, fmt.Errorf("role %q: %s", keys.Role, among(keys.Role, roles))
	}
	if keys.Text == nil {
		return draftLine{}, fmt.Errorf(`there is no "text"; %s`, lineShape)
	}
	if size(len(*keys.Text)) > limit {
		return draftLine{}, fmt.Errorf("its text is larger than %s; cut it down or allow more with --max-size", &limit)
	}
	return draftLine{keys.ID, analyzer.Role(keys.Role), *keys.Text}, nil
}

func jsonMistake(err error) string {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Sprintf("it is not JSON: %v at byte offset %d", syntax, max(0, syntax.Offset-1))
	case errors.As(err, &kind) && kind.Field != "":
		return fmt.Sprintf("%q holds a value of type %s where a string belongs", kind.Field, kind.Value)
	case errors.As(err, &kind):
		return fmt.Sprintf("it holds a value of type %s where an object belongs", kind.Value)
	}
	return err.Error()
}
