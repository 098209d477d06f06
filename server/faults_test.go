package server_test

import (
	"bufio"
	"bytes"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"

	"coach/analyzer"
	"coach/server"
)

// A logbook is a log that a test reads while the server writes it.
type logbook struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logbook) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logbook) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

const internalError = `{"error":{"code":"internal","message":"coach stopped before it finished. Nothing was kept; please try again."}}`

func TestAPanicIsOne500(t *testing.T) {
	var log logbook
	base := start(t, server.Config{Log: slog.New(slog.NewTextHandler(&log, nil)), Check: func(draft string, _ analyzer.Options) analyzer.Report {
		if strings.Contains(draft, "secret") {
			panic("cannot read " + draft)
		}
		return analyzer.Report{Role: analyzer.Betrayer}
	}})
	for range 3 { // also gives its place among the checks in flight back
		lint(t, base, `{"text":"secret"}`).is(t, 500, internalError)
	}
	if a := lint(t, base, `{"text":"hi"}`); a.status != 200 {
		t.Errorf("afterwards: %d", a.status)
	}
	if got := log.String(); strings.Contains(got, "secret") || strings.Count(got, "msg=panic") != 3 || !strings.Contains(got, "lint.go") {
		t.Errorf("the log:\n%s", got)
	}
	if a := ask(t, "GET", base+"/metrics", ""); !strings.Contains(a.body, "coach_panics_total 3\n") {
		t.Errorf("the metrics:\n%s", a.body)
	}
}

// TestNoWordsInLogsAndMetrics sends a draft through every door, rightly and wrongly, and looks for its words.
func TestNoWordsInLogsAndMetrics(t *testing.T) {
	var log logbook
	base := start(t, server.Config{Token: token, AccessLog: true, Log: slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))})
	const draft = "zebrafish+only+happened+because+you+left"
	for _, path := range []string{"/api/lint", "/v2/check", "/check", "/", "/nowhere/" + draft, "/rules/blame-shifting/" + draft, "/sign-in"} {
		for _, media := range []string{asJSON, "text/plain", "application/x-www-form-urlencoded", draft} {
			for _, method := range []string{"GET", "POST", "OPTIONS", "DELETE"} {
				for _, body := range []string{`{"text":"` + draft + `"}`, `{"text":` + draft, "text=" + draft + "&language=en", `{"text":"","` + draft + `":1}`} {
					ask(t, method, base+path+"?text="+draft, body, "Content-Type", media, "Authorization", "Bearer "+token, "User-Agent", draft, "Referer", draft, "Cookie", draft)
				}
			}
		}
	}
	lint(t, base, `{"text":"`+draft+`"}`, "Authorization", "Bearer "+token)
	raw(t, base, "GET /"+draft+" HTTP/9\r\n"+draft+": x\r\n\r\n")
	raw(t, base, draft+" / HTTP/1.1\r\nHost: localhost\r\n\r\n")
	metrics := ask(t, "GET", base+"/metrics", "", "Authorization", "Bearer "+token).body
	for name, kept := range map[string]string{"log": log.String(), "metrics": metrics} {
		if at := strings.Index(kept, "zebrafish"); at >= 0 {
			t.Errorf("the %s has the draft: %s", name, kept[max(0, at-100):min(len(kept), at+100)])
		}
		if strings.Contains(kept, token) {
			t.Errorf("the %s has the token", name)
		}
		if !strings.Contains(kept, "/api/lint") {
			t.Errorf("the %s has nothing about /api/lint", name)
		}
	}
	if !strings.Contains(log.String(), "msg=request method=POST route=/api/lint status=200 ms=") {
		t.Errorf("the log has no line for a request:\n%.2000s", log.String())
	}
}

// raw sends bytes and gives the first line of the answer, "" where the server hangs up.
func raw(t *testing.T, base, request string) string {
	t.Helper()
	c, err := net.Dial("tcp", strings.TrimPrefix(base, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := c.Write([]byte(request)); err != nil {
		t.Fatal(err)
	}
	line, _ := bufio.NewReader(c).ReadString('\n') // hanging up is an answer
	return strings.TrimSpace(line)
}

func TestWhatIsNotHTTP(t *testing.T) {
	base := start(t, server.Config{})
	for request, want := range map[string]string{
		"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + strings.Repeat("x", 32<<10) + "\r\n\r\n":             "HTTP/1.1 431 Request Header Fields Too Large",
		"POST /api/lint HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999999999\r\n\r\n":                 "HTTP/1.1 413 Request Entity Too Large",
		"BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n":                                                      "HTTP/1.1 400 Bad Request",
		"POST /api/lint HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n\r\n":                      "HTTP/1.1 400 Bad Request",
		"GET /healthz HTTP/1.1\r\nHost: \r\n\r\n":                                                         "HTTP/1.1 403 Forbidden",
		"GET http://evil.example/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n":                             "HTTP/1.1 403 Forbidden",
		"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n":                               "HTTP/1.1 404 Not Found",
		"POST /api/lint HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nnot a chunk\r\n": "HTTP/1.1 400 Bad Request",
	} {
		if got := raw(t, base, request); got != want {
			t.Errorf("%.60q: %q, want %q", request, got, want)
		}
	}
	if a := ask(t, "GET", base+"/healthz", ""); a.status != 200 {
		t.Errorf("afterwards: %d", a.status)
	}
}

func TestChecksInFlightAreBounded(t *testing.T) {
	begun, end := make(chan bool), make(chan bool)
	base := start(t, server.Config{MaxChecks: 2, Check: func(string, analyzer.Options) analyzer.Report {
		begun <- true
		<-end
		return analyzer.Report{Role: analyzer.Betrayer}
	}})
	answers := make(chan answer)
	for range 2 {
		go func() { answers <- lint(t, base, `{"text":"hi"}`) }()
		<-begun
	}
	a := lint(t, base, `{"text":"hi"}`)
	a.is(t, 503, `{"error":{"code":"busy","message":"coach is reading as many drafts as it can; try again in a second."}}`)
	if got := a.header.Get("Retry-After"); got != "1" {
		t.Errorf("Retry-After: %q", got)
	}
	if a := ask(t, "GET", base+"/metrics", ""); !strings.Contains(a.body, "coach_checks_in_flight 2\n") {
		t.Errorf("other routes: %d %s", a.status, a.body)
	}
	close(end)
	for range 2 {
		if a := <-answers; a.status != 200 {
			t.Errorf("the first two: %d", a.status)
		}
	}
	go func() { answers <- lint(t, base, `{"text":"hi"}`) }()
	<-begun
	if a := <-answers; a.status != 200 {
		t.Errorf("afterwards: %d", a.status)
	}
}

// Clients that go away, in the middle of their request or of the check, cost others nothing.
func TestClientsThatGoAway(t *testing.T) {
	begun, end := make(chan bool, 50), make(chan bool)
	base := start(t, server.Config{MaxChecks: 50, Check: func(draft string, _ analyzer.Options) analyzer.Report {
		if draft == "wait" {
			begun <- true
			<-end
		}
		return analyzer.Report{Role: analyzer.Betrayer}
	}})
	host := strings.TrimPrefix(base, "http://")
	for _, request := range []string{
		"POST /api/lint HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nwait",
		"POST /api/lint HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 400\r\n\r\nhalf",
		"POST /api/lint HTTP/1.1\r\nHo",
	} {
		for range 40 {
			c, err := net.Dial("tcp", host)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprint(c, request)
			if strings.HasSuffix(request, "wait") {
				<-begun
			}
			c.Close()
		}
	}
	if a := lint(t, base, `{"text":"hi"}`); a.status != 200 {
		t.Errorf("while their checks go on: %d", a.status)
	}
	close(end)
	if a := lint(t, base, `{"text":"hi"}`); a.status != 200 {
		t.Errorf("afterwards: %d", a.status)
	}
}

// Requests under way are answered before Shutdown returns.
func TestShutdownDrains(t *testing.T) {
	begun, end := make(chan bool), make(chan bool)
	s, err := server.New(server.Config{Addr: "127.0.0.1:0", Check: func(string, analyzer.Options) analyzer.Report {
		begun <- true
		<-end
		return analyzer.Report{Role: analyzer.Betrayer}
	}})
	if err != nil {
		t.Fatal(err)
	}
	l, err := s.Listen()
	if err != nil {
		t.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- s.Serve(l) }()
	answers := make(chan answer)
	go func() { answers <- lint(t, "http://"+l.Addr().String(), `{"text":"hi"}`) }()
	<-begun
	stopped := make(chan error)
	go func() { stopped <- s.Shutdown() }()
	for { // until nobody is let in any more
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			break
		}
		c.Close()
	}
	close(end)
	if a := <-answers; a.status != 200 {
		t.Errorf("got %d", a.status)
	}
	http.DefaultClient.CloseIdleConnections()
	if err := <-stopped; err != nil {
		t.Error(err)
	}
	if err := <-served; err != nil {
		t.Error(err)
	}
}
