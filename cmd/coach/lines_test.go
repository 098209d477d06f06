package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"testing/iotest"
	"time"

	"coach/analyzer/report"
)

func TestLineReader(t *testing.T) {
	tests := []struct{ name, input, want string }{
		{"no line", "", ""},
		{"last line without an end", "a\nb", "a|b"},
		{"CRLF keeps its CR, which JSON ignores", "a\r\nb\n", "a\r|b"},
		{"empty lines are lines", "\n\na\n", "||a"},
		{"as long as allowed", "12345\n67890", "12345|67890"},
		{"too long in the middle", "1\n" + strings.Repeat("x", 100) + "\n2\n", "1|long|2"},
		{"too long by one", "123456\n2", "long|2"},
		{"too long at the end", "1\n123456", "1|long"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			lines := lineReader{bufio.NewReaderSize(strings.NewReader(test.input), 16), 5}
			if got := readAll(t, lines); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func readAll(t *testing.T, lines lineReader) string {
	t.Helper()
	var all []string
	for {
		line, err := lines.next()
		switch {
		case errors.Is(err, io.EOF):
			return strings.Join(all, "|")
		case errors.Is(err, errLongLine):
			all = append(all, "long")
		case err != nil:
			t.Fatal(err)
		default:
			all = append(all, string(line))
		}
	}
}

// A file of one endless line must not fill the memory.
func TestLongLineIsNotKept(t *testing.T) {
	const long, limit = 8 << 20, 1000
	lines := lineReader{bufio.NewReaderSize(io.LimitReader(endless{}, long), 4096), limit}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := lines.next()
	runtime.ReadMemStats(&after)
	if !errors.Is(err, errLongLine) {
		t.Fatalf("error %v, want errLongLine", err)
	}
	if took := after.TotalAlloc - before.TotalAlloc; took > 100_000 {
		t.Errorf("a line of 8 MiB took %d bytes", took)
	}
}

// However slow the reader of the results is, no more lines are read than can be worked on.
func TestReadAheadIsBounded(t *testing.T) {
	const lineSize = 64 << 10 // as large as the reading buffer, so that it hides at most one line
	var read atomic.Int64
	in := countingReader{strings.NewReader(strings.Repeat(strings.Repeat("x", lineSize-1)+"\n", 200)), &read}
	done := make(chan struct{})
	defer close(done)
	queue := checkLines(in, defaultSize, done, func([]byte) (report.Draft, error) { return report.Draft{}, nil })
	<-<-queue
	time.Sleep(50 * time.Millisecond) // time in which an unbounded reader would have read everything
	bound := int64(runtime.GOMAXPROCS(0) + 4)
	if lines := read.Load() / lineSize; lines > bound {
		t.Errorf("%d lines read for one result, want at most %d", lines, bound)
	}
}

type countingReader struct {
	r io.Reader
	n *atomic.Int64
}

func (c countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n.Add(int64(n))
	return n, err
}

func TestResultsKeepTheOrderOfTheLines(t *testing.T) {
	var in strings.Builder
	for i := range 500 {
		fmt.Fprintln(&in, i)
	}
	check := func(line []byte) (report.Draft, error) {
		if line[len(line)-1]%2 == 0 {
			time.Sleep(100 * time.Microsecond) // every other line takes longer
		}
		return report.Draft{Text: string(line)}, nil
	}
	done := make(chan struct{})
	defer close(done)
	n := 0
	for pending := range checkLines(strings.NewReader(in.String()), defaultSize, done, check) {
		r := <-pending
		if r.draft.Text != fmt.Sprint(n) || r.number != n+1 {
			t.Fatalf("result %d is of line %d, %q", n, r.number, r.draft.Text)
		}
		n++
	}
	if n != 500 {
		t.Errorf("%d results, want 500", n)
	}
}

// A program may write a line, wait for its result and only then write the next.
func TestEachResultComesBeforeTheNextLineIsNeeded(t *testing.T) {
	inR, inW := io.Pipe()
	outR, outW := io.Pipe()
	code := make(chan int, 1)
	go func() {
		code <- run([]string{"check", "--format", "jsonl"}, streams{inR, outW, io.Discard}, newToyEngine)
		outW.Close()
	}()
	results := bufio.NewReader(outR)
	for i := range 3 {
		fmt.Fprintf(inW, `{"id":%d,"text":"I lied."}`+"\n", i)
		line, err := results.ReadString('\n')
		if want := fmt.Sprintf(`{"id":%d,`, i); err != nil || !strings.HasPrefix(line, want) {
			t.Fatalf("result %q, error %v, want %s…", line, err, want)
		}
	}
	inW.Close()
	if got := <-code; got != exitClean {
		t.Errorf("exit code %d, want %d", got, exitClean)
	}
}

func TestParseLine(t *testing.T) {
	tests := []struct{ line, id, role, text, wrong string }{
		{`{"id":"a","role":"betrayed","text":"x","spans":[]}`, `"a"`, "betrayed", "x", ""},
		{`{"text":"x"}`, "", "", "x", ""},
		{`{"id":7,"text":"caf\u00e9 \ud83d\ude22"}` + "\r", "7", "", "café 😢", ""},
		{`{"text":""}`, "", "", "", ""},
		{`{"text":null}`, "", "", "", `there is no "text"; a line looks like {"id":"a-001","text":"…"}`},
		{`{"text":"x"} {}`, "", "", "", `it is not JSON: invalid character '{' after top-level value at byte offset 13; a line looks like {"id":"a-001","text":"…"}`},
		{`{"text":["x"]}`, "", "", "", `"text" holds a value of type array where a string belongs; a line looks like {"id":"a-001","text":"…"}`},
		{`"x"`, "", "", "", `it holds a value of type string where an object belongs; a line looks like {"id":"a-001","text":"…"}`},
		{"{\"text\":\"caf\xe9\"}", "", "", "", "byte offset 12 of the line (0xe9) is not UTF-8; save the file as UTF-8 text"},
		{`{"text":"12345678901"}`, "", "", "", "its text is larger than 10 bytes; cut it down or allow more with --max-size"},
		{`{"role":"me","text":"x"}`, "", "", "", `role "me": say auto, betrayer or betrayed`},
	}
	for _, test := range tests {
		got, err := parseLine([]byte(test.line), 10)
		if string(got.id) != test.id || string(got.role) != test.role || got.text != test.text || message(err) != test.wrong {
			t.Errorf("parseLine(%s) = %s %q %q, error %q", test.line, got.id, got.role, got.text, message(err))
		}
	}
}

func TestJSONLInput(t *testing.T) {
	const rows = "{\"id\":1,\"text\":\"Answer me\"}\n{\"id\":2,\"text\":\"é Answer me\"}"
	marked := "\xEF\xBB\xBF" + rows
	var wide bytes.Buffer
	wide.WriteString("\xFF\xFE")
	for _, r := range rows {
		wide.Write([]byte{byte(r), byte(r >> 8)})
	}
	for name, input := range map[string]string{"plain": rows, "with a mark": marked, "UTF-16": wide.String()} {
		t.Run(name, func(t *testing.T) {
			var out, trouble bytes.Buffer
			code := run([]string{"check", "--format", "jsonl"}, streams{strings.NewReader(input), &out, &trouble}, newToyEngine)
			if code != exitFindings || trouble.Len() > 0 {
				t.Errorf("exit code %d, standard error %q", code, trouble.String())
			}
			if !strings.Contains(out.String(), `{"id":2,"findings":[{"start":3,"end":12,`) {
				t.Errorf("output %s", out.String())
			}
		})
	}
}

// What was read before the input broke is still answered.
func TestJSONLInputThatBreaksOff(t *testing.T) {
	input := io.MultiReader(strings.NewReader("{\"id\":1,\"text\":\"x\"}\n"), iotest.ErrReader(errors.New("cable pulled")))
	var out, trouble bytes.Buffer
	code := run([]string{"check", "--format", "jsonl"}, streams{input, &out, &trouble}, newToyEngine)
	if code != exitTrouble || !strings.HasPrefix(out.String(), `{"id":1,`) {
		t.Errorf("exit code %d, output %q", code, out.String())
	}
	if want := "standard input: it could not be read (cable pulled); copy its text into a new file\n"; trouble.String() != want {
		t.Errorf("standard error %q, want %q", trouble.String(), want)
	}
}

func TestOutputThatCannotBeWritten(t *testing.T) {
	for _, format := range formats {
		var trouble bytes.Buffer
		input := strings.NewReader(`{"text":"x"}`)
		code := run([]string{"check", "--format", format}, streams{input, fullDisk{}, &trouble}, newToyEngine)
		if code != exitTrouble || trouble.String() != "coach: the result could not be written: disk full\n" {
			t.Errorf("%s: exit code %d, standard error %q", format, code, trouble.String())
		}
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("disk full") }
