package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"coach/analyzer"
)

// Version is the number of the JSON contract; docs/output.md says what a version promises.
const Version = 1

// jsonWriter writes one document. It is put together by hand so that a thousand drafts need the memory of one.
type jsonWriter struct {
	w      io.Writer
	drafts int
}

func newJSON(w io.Writer, _ Options) Writer { return &jsonWriter{w: w} }

func (j *jsonWriter) Draft(d Draft) error {
	var b bytes.Buffer
	if j.drafts == 0 {
		b.WriteString(jsonHead)
	} else {
		b.WriteByte(',')
	}
	j.drafts++
	b.WriteString("\n    ")
	if err := encode(&b, d.Report, "    "); err != nil {
		return err
	}
	b.Truncate(b.Len() - 1) // Encode ends its value with a newline
	_, err := j.w.Write(b.Bytes())
	return err
}

// Encode writes one REPORT of the JSON contract, without its document: the bytes that the json format has for it, less
// the four blanks before each line.
func Encode(w io.Writer, r analyzer.Report) error { return encode(w, r, "") }

// encode writes a report and a newline; margin stands before each line but the first.
func encode(w io.Writer, r analyzer.Report, margin string) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false) // a draft's "&" and "<3" stay readable
	e.SetIndent(margin, "  ")
	return e.Encode(filled(r))
}

func (j *jsonWriter) Close() error {
	end := "\n  ]\n}\n"
	if j.drafts == 0 {
		end = jsonHead + "]\n}\n"
	}
	_, err := io.WriteString(j.w, end)
	return err
}

var jsonHead = fmt.Sprintf("{\n  \"version\": %d,\n  \"files\": [", Version)
