package server_test

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"coach/analyzer"
	"coach/rules"
	"coach/server"
)

// start serves a configuration on a free port until the test ends, and gives the address as "http://127.0.0.1:1234".
// Check and Rules are the built-in ones where the configuration has none.
func start(t testing.TB, c server.Config) string {
	t.Helper()
	if c.Check == nil {
		set := builtin(t)
		c.Check, c.Rules = set.Check, set.Rules()
	}
	if c.Addr == "" {
		c.Addr = "127.0.0.1:0"
	}
	s, err := server.New(c)
	if err != nil {
		t.Fatal(err)
	}
	l, err := s.Listen()
	if err != nil {
		t.Fatal(err)
	}
	stopped := make(chan error, 1)
	go func() { stopped <- s.Serve(l) }()
	t.Cleanup(func() {
		http.DefaultClient.CloseIdleConnections()
		if err := s.Shutdown(); err != nil {
			t.Error(err)
		}
		if err := <-stopped; err != nil {
			t.Error(err)
		}
	})
	scheme := "http://"
	if c.TLS != nil {
		scheme = "https://"
	}
	return scheme + l.Addr().String()
}

func builtin(t testing.TB) *analyzer.Set {
	t.Helper()
	pack, err := rules.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return analyzer.NewSet(pack)
}

// An answer is all of an HTTP answer.
type answer struct {
	status int
	header http.Header
	body   string
}

// ask sends a request and reads its answer. headers are names and values in turn. Whatever the answer is, it has the
// security headers, and where it is one of the routes of openapi.json it is as that says.
func ask(t testing.TB, method, url, body string, headers ...string) answer {
	t.Helper()
	return askWith(t, http.DefaultClient, method, url, body, headers...)
}

func askWith(t testing.TB, client *http.Client, method, url, body string, headers ...string) answer {
	t.Helper()
	request, err := http.NewRequest(method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		request.Header.Add(headers[i], headers[i+1])
	}
	request.Host = request.Header.Get("Host")
	noRedirect := *client
	noRedirect.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	response, err := noRedirect.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	read, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	a := answer{response.StatusCode, response.Header, string(read)}
	hasSecurityHeaders(t, a)
	fitsOpenAPI(t, method, request.URL.Path, a)
	return a
}

const asJSON = "application/json"

// lint sends a body of JSON to /api/lint.
func lint(t testing.TB, base, body string, headers ...string) answer {
	t.Helper()
	return ask(t, "POST", base+"/api/lint", body, append([]string{"Content-Type", asJSON}, headers...)...)
}

// is compares an answer with what was expected of it.
func (a answer) is(t testing.TB, status int, body string) {
	t.Helper()
	if a.status != status || strings.TrimSuffix(a.body, "\n") != body {
		t.Errorf("got %d %s\nwant %d %s", a.status, a.body, status, body)
	}
}

func TestHealth(t *testing.T) {
	ask(t, "GET", start(t, server.Config{})+"/healthz", "").is(t, 200, `{"status":"ok"}`)
}
