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
// Check is the built-in rules' where the configuration has none.
func start(t testing.TB, c server.Config) string {
	t.Helper()
	if c.Check == nil {
		c.Check = builtin(t).Check
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
		if err := s.Shutdown(); err != nil {
			t.Error(err)
		}
		if err := <-stopped; err != nil {
			t.Error(err)
		}
	})
	return "http://" + l.Addr().String()
}

func builtin(t testing.TB) *analyzer.Set {
	t.Helper()
	pack, err := rules.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return analyzer.NewSet(pack)
}

func TestHealth(t *testing.T) {
	answer, err := http.Get(start(t, server.Config{}) + "/healthz")
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.TrimSpace(string(body)); answer.StatusCode != 200 || got != `{"status":"ok"}` {
		t.Errorf("got %d %s", answer.StatusCode, got)
	}
}
