package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"coach/analyzer"
	"coach/analyzer/report"
)

// A checkRun is one call of check: where its output goes and what has become of it so far.
type checkRun struct {
	flags   checkFlags
	streams streams
	engine  checkFunc
	out     *bufio.Writer
	look    report.Options
	writers map[string]report.Writer // by format, for as far as they were needed

	found  bool // something to look at
	failed bool // something could not be done
}

func newCheckRun(flags checkFlags, s streams, engine checkFunc) *checkRun {
	return &checkRun{
		flags:   flags,
		streams: s,
		engine:  engine,
		out:     bufio.NewWriterSize(s.out, 64<<10),
		look: report.Options{
			Width:   width(flags.width, s.out),
			Color:   coloured(flags.color.value, s.out),
			Explain: flags.explain,
		},
		writers: map[string]report.Writer{},
	}
}

// file checks what stands in one file. What is wrong with the file is told at once; the error is of the output.
func (c *checkRun) file(name string) error {
	in, err := open(name, c.streams.in)
	if err != nil {
		return c.complain(name, err)
	}
	defer in.Close()
	if _, ok := terminal(c.streams.in); ok && name == "-" {
		fmt.Fprint(c.streams.err, howToType())
	}
	if c.flags.format.value == "jsonl" || strings.HasSuffix(strings.ToLower(name), ".jsonl") {
		return c.lines(name, in)
	}
	text, err := readDraft(in, c.flags.size)
	if err != nil {
		return c.complain(name, err)
	}
	r := c.engine(text, c.options(""))
	r.Path = name
	if err := c.write(c.format("text"), report.Draft{Text: text, Report: r}); err != nil {
		return err
	}
	return c.out.Flush()
}

// lines checks every line of a jsonl file and keeps their order. Output is sent on whenever the next line has not been
// read yet, so that a program may write a line and wait for its result.
func (c *checkRun) lines(name string, in io.Reader) error {
	text, _, err := decode(in)
	if err != nil {
		return c.complain(name, advise(err))
	}
	done := make(chan struct{})
	defer close(done)
	queue := checkLines(text, c.flags.size, done, c.line)
	any := false
	for {
		var pending <-chan result
		var more bool
		select {
		case pending, more = <-queue:
		default:
			if err := c.out.Flush(); err != nil {
				return err
			}
			pending, more = <-queue
		}
		if !more {
			break
		}
		any = true
		if err := c.result(name, <-pending); err != nil {
			return err
		}
	}
	if !any {
		return c.complain(name, errors.New("it is empty; "+lineShape))
	}
	return c.out.Flush()
}

// line checks one line of a jsonl file. It is called by several goroutines at once.
func (c *checkRun) line(line []byte) (report.Draft, error) {
	draft, err := parseLine(line, c.flags.size)
	if err != nil {
		return report.Draft{}, err
	}
	return report.Draft{ID: draft.id, Text: draft.text, Report: c.engine(draft.text, c.options(draft.role))}, nil
}

func (c *checkRun) result(name string, r result) error {
	switch {
	case r.read != nil:
		var broken brokenUTF16
		if errors.As(r.read, &broken) {
			return c.complain(name, broken)
		}
		return c.complain(name, advise(r.read))
	case r.err != nil:
		return c.complain(fmt.Sprintf("%s:%d", shown(name), r.number), r.err)
	}
	r.draft.Report.Path = linePath(name, r)
	return c.write(c.format("jsonl"), r.draft)
}

// linePath names a draft of a jsonl file where a person or a json document asks for one: by its id, or else its line.
func linePath(name string, r result) string {
	id := strings.Trim(string(r.draft.ID), `"`)
	if id == "" || id == "null" {
		id = fmt.Sprint(r.number)
	}
	return name + "#" + id
}

// options are Check's, with the role a draft gives itself, or else the flag's.
func (c *checkRun) options(own analyzer.Role) analyzer.Options {
	if own == "" {
		own = analyzer.Role(c.flags.role.value)
	}
	return analyzer.Options{
		Role: own, Steps: c.flags.steps, MinSeverity: analyzer.Severity(c.flags.severity.value),
		RulesOnly: c.flags.reader.value == "off", NoContact: c.flags.noContact,
	}
}

// format is the one asked for, or else what suits the input.
func (c *checkRun) format(suits string) string {
	if c.flags.format.value != "" {
		return c.flags.format.value
	}
	return suits
}

func (c *checkRun) write(format string, d report.Draft) error {
	c.found = c.found || len(d.Report.Findings) > 0 || len(d.Report.Dangers) > 0
	return c.writer(format).Draft(d)
}

func (c *checkRun) writer(format string) report.Writer {
	w, ok := c.writers[format]
	if !ok {
		w = report.Formats[format](c.out, c.look)
		c.writers[format] = w
	}
	return w
}

// complain says on standard error what is wrong with an input; what was written before comes out before it.
func (c *checkRun) complain(where string, what error) error {
	c.failed = true
	if err := c.out.Flush(); err != nil {
		return err
	}
	fmt.Fprintf(c.streams.err, "%s: %v\n", shown(where), what)
	return nil
}

func shown(name string) string {
	switch {
	case name == "-":
		return "standard input"
	case strings.ContainsFunc(name, unicode.IsControl):
		return strconv.Quote(name)
	}
	return name
}

// close ends the output. A json document is written even where no file could be read.
func (c *checkRun) close() error {
	if c.flags.format.value == "json" {
		c.writer("json")
	}
	for _, format := range formats {
		if w, ok := c.writers[format]; ok {
			if err := w.Close(); err != nil {
				return err
			}
		}
	}
	return c.out.Flush()
}

func (c *checkRun) code() int {
	switch {
	case c.failed:
		return exitTrouble
	case c.found:
		return exitFindings
	}
	return exitClean
}
