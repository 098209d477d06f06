package server_test

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/url"
	"strings"
	"testing"

	"coach/server"
	"coach/server/languagetool"
)

const asText = "text/plain; charset=utf-8"

// prefixes are what clients make of the addresses that people give them.
var prefixes = []string{"/v2/", "/", "/v2//", "//"}

// TestV2Check holds that every way of asking gets the same matches.
func TestV2Check(t *testing.T) {
	base := start(t, server.Config{})
	const text = "\U0001F600 I cheated because you never listen."
	form := url.Values{"text": {text}, "language": {"en-US"}}.Encode()
	data := url.Values{"data": {`{"annotation":[{"text":` + quote(t, text) + `}]}`}, "language": {"auto"}}.Encode()
	for _, prefix := range prefixes {
		for _, c := range []struct{ method, query, body string }{
			{"POST", "", form},
			{"POST", "?" + form, ""},
			{"GET", "?" + form, ""},
			{"POST", "?language=en-GB", "language=xx&text=" + url.QueryEscape(text)},
			{"POST", "", "language=en-US&text=" + text},
			{"POST", "", data},
		} {
			a := ask(t, c.method, base+prefix+"check"+c.query, c.body)
			var reply languagetool.Reply
			if err := json.Unmarshal([]byte(a.body), &reply); err != nil || a.status != 200 || a.header.Get("Content-Type") != asJSON {
				t.Fatalf("%s %scheck%s %s: got %+v", c.method, prefix, c.query, c.body, a)
			}
			if len(reply.Matches) != 1 {
				t.Fatalf("%s %scheck%s %s: %d matches", c.method, prefix, c.query, c.body, len(reply.Matches))
			}
			m := reply.Matches[0]
			if m.Rule.ID != "BLAME_SHIFTING_BECAUSE_YOU" || m.Offset != 3 || m.Rule.URLs[0].Value != base+"/rules/blame-shifting/because-you" {
				t.Errorf("%s %scheck%s %s: got %+v", c.method, prefix, c.query, c.body, m)
			}
		}
	}
}

func quote(t *testing.T, s string) string {
	t.Helper()
	b, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestV2Answers(t *testing.T) {
	base := start(t, server.Config{MaxText: 1000})
	for _, prefix := range prefixes {
		for _, c := range []struct {
			method, path, body string
			status             int
			kind, want         string // want is the beginning
		}{
			{"GET", "languages", "", 200, asJSON, `[{"name":"English","code":"en","longCode":"en"},{"name":"English (Australian)","code":"en","longCode":"en-AU"},`},
			{"GET", "healthcheck", "", 200, asText, "OK"},
			{"GET", "maxtextlength", "", 200, asText, "1000"},
			{"GET", "info", "", 200, asJSON, `{"software":{"name":"coach","version":"`},
			{"GET", "configinfo?language=en-US", "", 200, asJSON, `{"software":{"name":"coach","version":"`},
			{"GET", "configinfo", "", 400, asText, "Error: 'language' parameter missing"},
			{"GET", "words?username=me&apiKey=key&offset=0&limit=10", "", 200, asJSON, `{"words":[]}`},
			{"POST", "words/add", "word=SECRET&username=me&apiKey=key", 200, asJSON, `{"added":false}`},
			{"POST", "words/delete", "word=SECRET&username=me&apiKey=key", 200, asJSON, `{"deleted":false}`},
			{"GET", "words/add", "", 405, asText, "Error: "},
			{"DELETE", "check", "", 405, asText, "Error: "},
			{"GET", "check", "", 400, asText, "Error: Missing 'text' or 'data' parameter"},
			{"POST", "check", "text=SECRET", 400, asText, "Error: Missing 'language' parameter"},
			{"POST", "check", "text=SECRET&language=de", 400, asText, "Error: 'de' is not a language code known to coach."},
			{"POST", "check", "text=SECRET%", 400, asText, "Error: Could not decode query."},
			{"POST", "check", "language=en&text=" + strings.Repeat("SECRET ", 143), 413, asText, "Error: Your text exceeds the limit of 1000 characters (it's 1001 characters). Please submit a shorter text."},
			{"POST", "check", "language=en&text=" + strings.Repeat("SECRET ", 1500), 413, asText, "Error: The body has "},
		} {
			a := ask(t, c.method, base+prefix+c.path, c.body)
			if kind := a.header.Get("Content-Type"); a.status != c.status || kind != c.kind || !strings.HasPrefix(a.body, c.want) {
				t.Errorf("%s %s%s: got %d %s %.200s", c.method, prefix, c.path, a.status, kind, a.body)
			}
			if strings.Contains(a.body, "SECRET") {
				t.Errorf("%s %s%s: the answer repeats the request", c.method, prefix, c.path)
			}
		}
	}
	for path, want := range map[string]string{
		"/v2/nope":           "Error: Unsupported action: 'nope'. ",
		"/v2/v2/check":       "Error: Unsupported action: 'v2/check'. ",
		"/v2/I%20cheated":    "Error: Unsupported action: '…'. ",
		"/v2/users/me":       "Error: Unsupported action: 'users/me'. ",
		"/v2/admin/../check": "Error: ",
	} {
		if a := ask(t, "GET", base+path, ""); a.status == 200 || !strings.HasPrefix(a.body, want) {
			t.Errorf("%s: got %d %s", path, a.status, a.body)
		}
	}
}

// TestV2KeepsTheServersSettings holds that editors get no wording from a server that was started with --no-contact, and
// that no word of a text is in the log.
func TestV2KeepsTheServersSettings(t *testing.T) {
	var log bytes.Buffer
	base := start(t, server.Config{NoContact: true, AccessLog: true, Log: slog.New(slog.NewTextHandler(&log, nil))})
	for _, query := range []string{"", "?text=I+cheated+because+you+never+listen"} {
		a := ask(t, "POST", base+"/v2/check"+query, "language=en&text=I cheated because you never listen")
		if a.status != 200 || !strings.Contains(a.body, `"id":"BLAME_SHIFTING_BECAUSE_YOU"`) || !strings.Contains(a.body, `"replacements":[]`) {
			t.Errorf("got %d %s", a.status, a.body)
		}
	}
	if got := log.String(); !strings.Contains(got, "route=/v2/check") || strings.Contains(got, "listen") {
		t.Errorf("the log: %s", got)
	}
}

// TestV2WithToken holds that editors get in by the API key that they have a field for, and that LibreOffice, which asks
// for the languages without it, takes the server for one that works.
func TestV2WithToken(t *testing.T) {
	const token = "0123456789abcdef"
	base := start(t, server.Config{Token: token})
	for _, c := range []struct {
		method, path, body string
		status             int
	}{
		{"GET", "/v2/languages", "", 200},
		{"GET", "/v2/healthcheck", "", 200},
		{"POST", "/v2/check", "language=en&text=a", 401},
		{"POST", "/v2/check", "language=en&text=a&username=me&apiKey=wrong", 401},
		{"POST", "/v2/check", "language=en&text=a&username=me&apiKey=" + token, 200},
		{"GET", "/v2/check?language=en&text=a&username=me&apiKey=" + token, "", 200},
	} {
		a := ask(t, c.method, base+c.path, c.body, "Content-Type", "application/x-www-form-urlencoded")
		if a.status != c.status || a.status != 200 && !strings.HasPrefix(a.body, "Error: ") {
			t.Errorf("%s %s %s: got %d %s", c.method, c.path, c.body, a.status, a.body)
		}
	}
}
