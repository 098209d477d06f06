package server_test

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"
	"time"

	"coach/analyzer"
	"coach/server"
)

func TestLintPointsAtAPhrase(t *testing.T) {
	a := lint(t, start(t, server.Config{}), `{"text":"I cheated because you didn't pay attention to me."}`)
	var r analyzer.Report
	if err := json.Unmarshal([]byte(a.body), &r); err != nil {
		t.Fatal(err)
	}
	if a.status != 200 || len(r.Findings) != 1 {
		t.Fatalf("got %d %s", a.status, a.body)
	}
	f := r.Findings[0]
	if f.Rule != "blame-shifting/because-you" || f.Start != 0 || f.End != 48 || f.Suggestions[0].Text != "I cheated. That was my choice." {
		t.Errorf("got %+v", f)
	}
}

// options are what Check was given.
type options struct {
	Draft string
	analyzer.Options
}

// spying gives a configuration whose Check tells what it was asked.
func spying(asked *options, c server.Config) server.Config {
	c.Check = func(draft string, o analyzer.Options) analyzer.Report {
		*asked = options{draft, o}
		return analyzer.Report{Role: analyzer.Betrayer}
	}
	return c
}

func TestLintReadsOptions(t *testing.T) {
	var asked options
	base := start(t, spying(&asked, server.Config{}))
	strict := start(t, spying(&asked, server.Config{Role: analyzer.Betrayed, NoContact: true}))
	all := options{"hi", analyzer.Options{Role: "betrayed", NoContact: true, Steps: []int{2, 10}, MinSeverity: "high"}}
	for name, c := range map[string]struct {
		url, media, body string
		want             options
	}{
		"json":            {base + "/api/lint", asJSON, `{"text":"hi","role":"betrayed","no_contact":true,"steps":[2,10],"min_severity":"high"}`, all},
		"json, only text": {base + "/api/lint", asJSON + "; charset=UTF-8", `{"text":"hi"}`, options{Draft: "hi"}},
		"text":            {base + "/api/lint?role=betrayed&no_contact=true&steps=2,10&min_severity=high", "text/plain", "hi", all},
		"text, BOM":       {base + "/api/lint", "text/plain; charset=utf-8", "\uFEFFhi", options{Draft: "hi"}},
		"escapes":         {base + "/api/lint", asJSON, `{"text":"\u0041\ud83d\ude00\n\"\u0000"}`, options{Draft: "A😀\n\"\x00"}},
		"lone surrogate":  {base + "/api/lint", asJSON, `{"text":"a\ud83d"}`, options{Draft: "a\uFFFD"}},
		"empty":           {base + "/api/lint", "text/plain", "", options{}},
		"the server's role": {
			strict + "/api/lint", asJSON, `{"text":"hi"}`,
			options{"hi", analyzer.Options{Role: "betrayed", NoContact: true}},
		},
		"its own role, but never more wording than the server allows": {
			strict + "/api/lint", asJSON, `{"text":"hi","role":"auto","no_contact":false}`,
			options{"hi", analyzer.Options{Role: "auto", NoContact: true}},
		},
	} {
		asked = options{}
		a := ask(t, "POST", c.url, c.body, "Content-Type", c.media)
		got, _ := json.Marshal(asked)
		want, _ := json.Marshal(c.want)
		if a.status != 200 || string(got) != string(want) {
			t.Errorf("%s: got %d, Check was asked %s, want %s", name, a.status, got, want)
		}
	}
}

// Bodies of every wrong kind. No answer has a word of a draft, here "secret".
func TestLintRefuses(t *testing.T) {
	base := start(t, server.Config{})
	keys := `{"error":{"code":"unknown_key","message":"There is an unknown key; the keys are text, role, no_contact, steps, min_severity."}}`
	role := `{"error":{"code":"wrong_role","message":"role must be one of auto, betrayer, betrayed."}}`
	steps := `{"error":{"code":"wrong_steps","message":"steps must be numbers from 1 to 11, such as [2,10] in JSON and 2,10 in a query."}}`
	severity := `{"error":{"code":"wrong_min_severity","message":"min_severity must be one of low, medium, high."}}`
	contact := `{"error":{"code":"wrong_no_contact","message":"no_contact must be true or false."}}`
	notJSON := func(where string) string {
		return `{"error":{"code":"not_json","message":"The body is not JSON from ` + where + `."}}`
	}
	object := `{"error":{"code":"not_an_object","message":"The body must be a JSON object such as {\"text\":\"…\"}."}}`
	missing := `{"error":{"code":"missing_text","message":"There is no \"text\"; a body looks like {\"text\":\"…\",\"role\":\"betrayer\"}."}}`
	text := `{"error":{"code":"wrong_type","message":"text must be a string."}}`
	media := `{"error":{"code":"unsupported_media_type","message":"The body's Content-Type must be application/json or text/plain."}}`
	for _, c := range []struct {
		query, media, body string
		status             int
		want               string
	}{
		{"", asJSON, "", 400, notJSON("line 1, column 1 on (byte offset 0)")},
		{"", asJSON, `{"text":"secret`, 400, notJSON("line 1, column 16 on (byte offset 15)")},
		{"", asJSON, "{\"text\":\"é\",\n secret}", 400, notJSON("line 2, column 2 on (byte offset 15)")},
		{"", asJSON, `{"text":"secret"} secret`, 400, notJSON("line 1, column 19 on (byte offset 18)")},
		{"", asJSON, "text=secret", 400, notJSON("line 1, column 2 on (byte offset 1)")},
		{"", asJSON, strings.Repeat("[", 20_000), 400, notJSON("line 1, column 10001 on (byte offset 10000)")},
		{"", asJSON, "{\"text\":\"\xff\"}", 400, `{"error":{"code":"not_utf8","message":"The body is not UTF-8 at byte offset 9."}}`},
		{"", "text/plain", "secret \xe9", 400, `{"error":{"code":"not_utf8","message":"The body is not UTF-8 at byte offset 7."}}`},
		{"", asJSON, `["secret"]`, 400, object},
		{"", asJSON, `"secret"`, 400, object},
		{"", asJSON, `null`, 422, missing},
		{"", asJSON, `{"Text":"secret"}`, 422, missing},
		{"", asJSON, `{"text":null}`, 422, text},
		{"", asJSON, `{"text":["secret"]}`, 422, text},
		{"", asJSON, `{"text":"secret","secret":1}`, 422, keys},
		{"", asJSON, `{"text":"secret","noContact":true}`, 422, keys},
		{"", asJSON, `{"text":"secret","role":"secret"}`, 422, role},
		{"", asJSON, `{"text":"secret","role":1}`, 422, role},
		{"", asJSON, `{"text":"secret","steps":[12]}`, 422, steps},
		{"", asJSON, `{"text":"secret","steps":[1.5]}`, 422, steps},
		{"", asJSON, `{"text":"secret","steps":"2"}`, 422, steps},
		{"", asJSON, `{"text":"secret","min_severity":"secret"}`, 422, severity},
		{"", asJSON, `{"text":"secret","no_contact":"yes"}`, 422, contact},
		{"?no_contact=secret", "text/plain", "secret", 422, contact},
		{"?steps=2,secret", "text/plain", "secret", 422, steps},
		{"?steps=", "text/plain", "", 200, ""},
		{"?text=secret", "text/plain", "", 422, keys},
		{"?no_contact=true", asJSON, `{"text":"secret"}`, 422, `{"error":{"code":"options_in_query","message":"With a JSON body, the options belong into the body."}}`},
		{"", "", "secret", 415, media},
		{"", "application/x-www-form-urlencoded", "text=secret", 415, media},
		{"", "multipart/form-data; boundary=x", "--x\r\n\r\nsecret\r\n--x--", 415, media},
		{"", ";;;", "secret", 415, media},
		{"", "text/plain; charset=latin1", "secret", 415, `{"error":{"code":"unsupported_charset","message":"The body's charset must be UTF-8."}}`},
	} {
		a := ask(t, "POST", base+"/api/lint"+c.query, c.body, "Content-Type", c.media)
		if c.status != 200 {
			a.is(t, c.status, c.want)
		} else if a.status != 200 {
			t.Errorf("%s %s: %d %s", c.query, c.body, a.status, a.body)
		}
		if strings.Contains(a.body, "secret") && c.status != 200 {
			t.Errorf("the answer quotes the request: %s", a.body)
		}
	}
	gzip := ask(t, "POST", base+"/api/lint", "secret", "Content-Type", "text/plain", "Content-Encoding", "gzip")
	gzip.is(t, 415, `{"error":{"code":"unsupported_encoding","message":"coach reads bodies without Content-Encoding."}}`)
}

func TestLintLimits(t *testing.T) {
	const limit = 64 << 10
	base := start(t, server.Config{})
	line := strings.Repeat("See you at six. ", limit/16)
	text := func(base, body string) answer {
		return ask(t, "POST", base+"/api/lint", body, "Content-Type", "text/plain")
	}
	if a := text(base, line); a.status != 200 {
		t.Errorf("a text of the full size: %d %s", a.status, a.body)
	}
	text(base, line+"x").is(t, 413, `{"error":{"code":"too_large","message":"The text has 65537 bytes; the limit is 65536 bytes."}}`)
	escaped := `{"text":"` + strings.Repeat(`\u00e9`, limit/2) + `"}` // three times as long as the text, as ASCII encoders send it
	if a := lint(t, base, escaped); a.status != 200 {
		t.Errorf("a text of the full size in escapes: %d %s", a.status, a.body)
	}
	text(base, strings.Repeat("x", 3*limit+4096+1)).is(t, 413, `{"error":{"code":"too_large","message":"The body has 200705 bytes; the limit is 200704 bytes."}}`)
	small := start(t, server.Config{MaxText: 10})
	text(small, "0123456789").is(t, 200, strings.TrimSuffix(text(base, "0123456789").body, "\n"))
	text(small, "0123456789a").is(t, 413, `{"error":{"code":"too_large","message":"The text has 11 bytes; the limit is 10 bytes."}}`)
}

// Texts that were made to be slow. They take at most three hundred times as long as an everyday text of their size, a
// bound for busy machines: it is some thirty times by itself. Where time grew with the square of the text it was tens of
// thousands.
func TestLintReadsAdversarialTexts(t *testing.T) {
	const limit = 64 << 10
	base := start(t, server.Config{})
	everyday := timeToLint(t, base, strings.Repeat("See you at six, and bring the blue coat from the hall. ", limit/55))
	for name, unit := range map[string]string{
		"one letter": "a", "blanks": " ", "newlines": "\n", "dots": ".", "quotes": "\"", "brackets": "[", "zeros": "\x00",
		"half words": "because you ", "findings": "It was just a mistake. ", "no sentence ends": "i only did it because ",
		"combining marks": "e\u0301\u0301\u0301", "emoji": "👨‍👩‍👧‍👦", "right to left": "\u202eאבג ", "apostrophes": "didn't've ", "CRLF": "you\r\n",
	} {
		if took := timeToLint(t, base, strings.Repeat(unit, limit/len(unit))); took > 300*everyday {
			t.Errorf("%s: %v, an everyday text takes %v", name, took, everyday)
		}
	}
}

// timeToLint is the shortest of three times, because other programs may run beside the test.
func timeToLint(t *testing.T, base, text string) time.Duration {
	t.Helper()
	best := time.Hour
	for range 3 {
		start := time.Now()
		if a := ask(t, "POST", base+"/api/lint", text, "Content-Type", "text/plain"); a.status != 200 {
			t.Fatalf("%d %s", a.status, a.body)
		}
		best = min(best, time.Since(start))
	}
	return best
}

func FuzzLint(f *testing.F) {
	base := start(f, server.Config{})
	for _, seed := range []struct{ media, query, body string }{
		{asJSON, "", `{"text":"It was just a mistake","role":"betrayer","no_contact":false,"steps":[2,10],"min_severity":"low"}`},
		{asJSON, "", `{"text":"\ud83d","steps":[9007199254740993]}`},
		{asJSON, "", `{"text":{"text":[[[]]]},"text":""}`},
		{asJSON, "role=auto", "{"},
		{"text/plain", "steps=2,10&min_severity=high", "I cheated because you were never home\r\n\x00\xff"},
		{"text/plain; charset=utf-16", "steps=]&steps=[", "\uFEFF"},
		{"", "", ""},
	} {
		f.Add(seed.media, seed.query, seed.body)
	}
	f.Fuzz(func(t *testing.T, media, query, body string) {
		if strings.ContainsFunc(media, func(r rune) bool { return r < ' ' || r > '~' }) {
			t.Skip("no header")
		}
		a := ask(t, "POST", base+"/api/lint?"+url.PathEscape(query), body, "Content-Type", media)
		if a.status == 500 {
			t.Error(a.body)
		}
	})
}
