package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/gofiber/fiber/v2"

	"coach/analyzer"
	"coach/analyzer/report"
	"coach/analyzer/text"
)

// lint answers POST /api/lint with the REPORT of docs/output.md.
func (s *Server) lint(c *fiber.Ctx) error {
	text, options, err := lintRequest(c)
	if err != nil {
		return err
	}
	if err := s.fits(text); err != nil {
		return err
	}
	c.Type("json")
	return report.Encode(c.Response().BodyWriter(), s.check(text, options))
}

// check is Check with the server's own settings. Handlers that read a draft of a program call it.
func (s *Server) check(draft string, o analyzer.Options) analyzer.Report {
	if o.Role == "" {
		o.Role = s.config.Role
	}
	o.NoContact = o.NoContact || s.config.NoContact
	return s.timedCheck(draft, o)
}

// timedCheck is Check with its time counted.
func (s *Server) timedCheck(draft string, o analyzer.Options) analyzer.Report {
	defer s.metrics.checkTime.UpdateDuration(time.Now())
	return s.config.Check(draft, o)
}

// fits refuses a text that is larger than programs may send.
func (s *Server) fits(text string) error {
	if len(text) > s.limits.Text {
		return failed(http.StatusRequestEntityTooLarge, "too_large", "The text has %d bytes; the limit is %d bytes.", len(text), s.limits.Text)
	}
	return nil
}

// lintRequest reads a body of JSON, or of text with the options in the query.
func lintRequest(c *fiber.Ctx) (string, analyzer.Options, error) {
	body := c.Request().Body()
	media, params, _ := mime.ParseMediaType(c.Get(fiber.HeaderContentType))
	if charset := params["charset"]; charset != "" && !strings.EqualFold(charset, "utf-8") {
		return "", analyzer.Options{}, failed(http.StatusUnsupportedMediaType, "unsupported_charset", "The body's charset must be UTF-8.")
	}
	if at := text.InvalidUTF8(body); at >= 0 {
		return "", analyzer.Options{}, failed(http.StatusBadRequest, "not_utf8", "The body is not UTF-8 at byte offset %d.", at)
	}
	fields, err := queryFields(c)
	if err != nil {
		return "", analyzer.Options{}, err
	}
	if media == fiber.MIMETextPlain {
		o, err := lintOptions(fields)
		return string(bytes.TrimPrefix(body, []byte("\uFEFF"))), o, err
	}
	if len(fields) > 0 {
		return "", analyzer.Options{}, failed(http.StatusUnprocessableEntity, "options_in_query", "With a JSON body, the options belong into the body.")
	}
	return lintJSON(body)
}

// lintJSON reads {"text":"…","role":"betrayer","no_contact":false,"steps":[2,10],"min_severity":"low"}.
func lintJSON(body []byte) (string, analyzer.Options, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(body, &fields); err != nil {
		return "", analyzer.Options{}, notJSON(body, err)
	}
	value, ok := fields["text"]
	if !ok {
		return "", analyzer.Options{}, failed(http.StatusUnprocessableEntity, "missing_text", `There is no "text"; a body looks like {"text":"…","role":"betrayer"}.`)
	}
	delete(fields, "text")
	var text string
	if value[0] != '"' || json.Unmarshal(value, &text) != nil {
		return "", analyzer.Options{}, failed(http.StatusUnprocessableEntity, "wrong_type", "text must be a string.")
	}
	o, err := lintOptions(fields)
	return text, o, err
}

// notJSON says where a body stops being JSON. The decoder's own words would quote the draft.
func notJSON(body []byte, err error) failure {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return failed(http.StatusBadRequest, "not_an_object", `The body must be a JSON object such as {"text":"…"}.`)
	}
	at := len(body) // where it ends too early
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) && syntax.Error() != "unexpected end of JSON input" {
		at = int(syntax.Offset) - 1
	}
	before := body[:max(at, 0)]
	line := 1 + bytes.Count(before, []byte("\n"))
	column := 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])
	return failed(http.StatusBadRequest, "not_json", "The body is not JSON from line %d, column %d on (byte offset %d).", line, column, len(before))
}

// lintOptionKeys are the keys that set an option, in JSON and in a query.
var lintOptionKeys = []string{"role", "no_contact", "steps", "min_severity"}

// queryFields are a query's values as JSON would have them, so that both kinds of request are read alike.
func queryFields(c *fiber.Ctx) (map[string]json.RawMessage, error) {
	fields := map[string]json.RawMessage{}
	var err error
	c.Context().QueryArgs().VisitAll(func(key, value []byte) {
		field, fault := queryField(string(key), string(value))
		if fault != nil {
			err = fault
		}
		fields[string(key)] = field
	})
	return fields, err
}

func queryField(key, value string) (json.RawMessage, error) {
	switch key {
	case "no_contact":
		yes, err := strconv.ParseBool(value)
		if err != nil {
			return nil, wrongType(key)
		}
		return strconv.AppendBool(nil, yes), nil
	case "steps":
		return json.RawMessage("[" + value + "]"), nil
	}
	return json.Marshal(value)
}

// lintOptions reads the options and refuses every other key: a misspelt no_contact must not pass for a no.
func lintOptions(fields map[string]json.RawMessage) (analyzer.Options, error) {
	var o analyzer.Options
	for key := range fields {
		if !slices.Contains(lintOptionKeys, key) {
			return o, failed(http.StatusUnprocessableEntity, "unknown_key", "There is an unknown key; the keys are text, %s.", strings.Join(lintOptionKeys, ", "))
		}
	}
	var role, severity *string
	var steps []int
	for _, f := range []struct {
		key string
		to  any
	}{{"role", &role}, {"no_contact", &o.NoContact}, {"steps", &steps}, {"min_severity", &severity}} {
		value, ok := fields[f.key]
		if ok && json.Unmarshal(value, f.to) != nil {
			return o, wrongType(f.key)
		}
	}
	return checkedOptions(o, role, steps, severity)
}

func wrongType(key string) failure {
	right := map[string]string{
		"role":         "one of " + strings.Join(roles, ", "),
		"no_contact":   "true or false",
		"steps":        fmt.Sprintf("numbers from 1 to %d, such as [2,10] in JSON and 2,10 in a query", lastStep),
		"min_severity": "one of " + strings.Join(severities, ", "),
	}
	return failed(http.StatusUnprocessableEntity, "wrong_"+key, "%s must be %s.", key, right[key])
}

// The values of options.
var (
	roles      = []string{string(analyzer.Auto), string(analyzer.Betrayer), string(analyzer.Betrayed)}
	severities = []string{string(analyzer.Low), string(analyzer.Medium), string(analyzer.High)}
)

const lastStep = 11

// checkedOptions puts the values into the options, nil meaning that the request named none.
func checkedOptions(o analyzer.Options, role *string, steps []int, severity *string) (analyzer.Options, error) {
	if role != nil {
		if !slices.Contains(roles, *role) {
			return o, wrongType("role")
		}
		o.Role = analyzer.Role(*role)
	}
	if severity != nil {
		if !slices.Contains(severities, *severity) {
			return o, wrongType("min_severity")
		}
		o.MinSeverity = analyzer.Severity(*severity)
	}
	for _, step := range steps {
		if step < 1 || step > lastStep {
			return o, wrongType("steps")
		}
	}
	o.Steps = steps
	return o, nil
}
