package report

import (
	"encoding/json"
	"io"

	"coach/analyzer"
)

// jsonlWriter writes one line a draft, with what a score or a statistic needs and no text.
type jsonlWriter struct{ e *json.Encoder }

type resultLine struct {
	ID           json.RawMessage `json:"id"` // null where the draft has none
	Findings     []findingLine   `json:"findings"`
	Dangers      []dangerLine    `json:"dangers"`
	Role         analyzer.Role   `json:"role"`
	RoleInferred bool            `json:"role_inferred"`
	Truncated    bool            `json:"truncated"`
}

type findingLine struct {
	analyzer.Span
	Category   analyzer.Category   `json:"category"`
	Rule       string              `json:"rule"`
	Confidence analyzer.Confidence `json:"confidence"`
}

type dangerLine struct {
	Class string `json:"class"`
	analyzer.Span
}

func newJSONL(w io.Writer, _ Options) Writer {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return jsonlWriter{e}
}

func (j jsonlWriter) Draft(d Draft) error {
	r := d.Report
	line := resultLine{
		ID:           d.ID,
		Findings:     make([]findingLine, len(r.Findings)),
		Dangers:      make([]dangerLine, len(r.Dangers)),
		Role:         r.Role,
		RoleInferred: r.RoleInferred,
		Truncated:    r.Truncated,
	}
	for i, f := range r.Findings {
		line.Findings[i] = findingLine{f.Span, f.Category, f.Rule, f.Confidence}
	}
	for i, n := range r.Dangers {
		line.Dangers[i] = dangerLine{n.Class, n.Span}
	}
	return j.e.Encode(line)
}

func (jsonlWriter) Close() error { return nil }
