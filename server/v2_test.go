package server_test

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"coach/server"
	"coach/server/languagetool"
)

// prefixes are what clients make of the addresses that people give them.
var prefixes = []string{"/v2/", "/", "/v2//", "//"}

// send sends a form, or only a query, and gives the status, the Content-Type and the body.
func send(t *testing.T, method, address, body string) (int, string, string) {
	t.Helper()
	r, err := http.NewRequest(method, address, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	b, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, answer.Header.Get("Content-Type"), string(b)
}

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
			status, kind, body := send(t, c.method, base+prefix+"check"+c.query, c.body)
			var reply languagetool.Reply
			if err := json.Unmarshal([]byte(body), &reply); err != nil || status != 200 || kind != "application/json" {
				t.Fatalf("%s %scheck%s %s: got %d %s %s", c.method, prefix, c.query, c.body, status, kind, body)
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
			{"GET", "languages", "", 200, "application/json", `[{"name":"English","code":"en","longCode":"en"},{"name":"English (Australian)","code":"en","longCode":"en-AU"},`},
			{"GET", "healthcheck", "", 200, "text/plain; charset=utf-8", "OK"},
			{"GET", "maxtextlength", "", 200, "text/plain; charset=utf-8", "1000"},
			{"GET", "info", "", 200, "application/json", `{"software":{"name":"coach","version":"`},
			{"GET", "configinfo?language=en-US", "", 200, "application/json", `{"software":{"name":"coach","version":"`},
			{"GET", "configinfo", "", 400, "text/plain; charset=utf-8", "Error: 'language' parameter missing"},
			{"GET", "words?username=me&apiKey=key&offset=0&limit=10", "", 200, "application/json", `{"words":[]}`},
			{"POST", "words/add", "word=SECRET&username=me&apiKey=key", 200, "application/json", `{"added":false}`},
			{"POST", "words/delete", "word=SECRET&username=me&apiKey=key", 200, "application/json", `{"deleted":false}`},
			{"GET", "words/add", "", 405, "text/plain; charset=utf-8", "Error: "},
			{"DELETE", "check", "", 405, "text/plain; charset=utf-8", "Error: "},
			{"GET", "check", "", 400, "text/plain; charset=utf-8", "Error: Missing 'text' or 'data' parameter"},
			{"POST", "check", "text=SECRET", 400, "text/plain; charset=utf-8", "Error: Missing 'language' parameter"},
			{"POST", "check", "text=SECRET&language=de", 400, "text/plain; charset=utf-8", "Error: 'de' is not a language code known to coach."},
			{"POST", "check", "text=SECRET%", 400, "text/plain; charset=utf-8", "Error: Could not decode query."},
			{"POST", "check", "language=en&text=" + strings.Repeat("SECRET ", 143), 413, "text/plain; charset=utf-8", "Error: Your text exceeds the limit of 1000 characters (it's 1001 characters). Please submit a shorter text."},
			{"POST", "check", "language=en&text=" + strings.Repeat("SECRET ", 1500), 413, "text/plain; charset=utf-8", "Error: The body has "},
		} {
			status, kind, body := send(t, c.method, base+prefix+c.path, c.body)
			if status != c.status || kind != c.kind || !strings.HasPrefix(body, c.want) {
				t.Errorf("%s %s%s: got %d %s %.200s", c.method, prefix, c.path, status, kind, body)
			}
			if strings.Contains(body, "SECRET") {
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
		if status, _, body := send(t, "GET", base+path, ""); status == 200 || !strings.HasPrefix(body, want) {
			t.Errorf("%s: got %d %s", path, status, body)
		}
	}
}

// TestV2KeepsTheServersSettings holds that editors get no wording from a server that was started with --no-contact, and
// that no word of a text is in the log.
func TestV2KeepsTheServersSettings(t *testing.T) {
	var log bytes.Buffer
	base := start(t, server.Config{NoContact: true, AccessLog: true, Log: slog.New(slog.NewTextHandler(&log, nil))})
	for _, query := range []string{"", "?text=I+cheated+because+you+never+listen"} {
		status, _, body := send(t, "POST", base+"/v2/check"+query, "language=en&text=I cheated because you never listen")
		if status != 200 || !strings.Contains(body, `"id":"BLAME_SHIFTING_BECAUSE_YOU"`) || !strings.Contains(body, `"replacements":[]`) {
			t.Errorf("got %d %s", status, body)
		}
	}
	if got := log.String(); !strings.Contains(got, "route=/v2/check") || strings.Contains(got, "listen") {
		t.Errorf("the log: %s", got)
	}
}
