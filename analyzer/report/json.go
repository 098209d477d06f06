package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
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
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // a draft's "&" and "<3" stay readable
	e.SetIndent("    ", "  ")
	if err := e.Encode(filled(d.Report)); err != nil {
		return err
	}
	b.Truncate(b.Len() - 1) // Encode ends its value with a newline
	_, err := j.w.Write(b.Bytes())
	return err
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
