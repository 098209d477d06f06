package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A wrk runs Debian's load generator with a script that sends messages in turn.
type wrk struct{ script string }

func newLoad(drafts []string) (*wrk, error) {
	if _, err := exec.LookPath("wrk"); err != nil {
		return nil, errors.New("wrk is missing; apt-get install wrk")
	}
	var s strings.Builder
	s.WriteString("local bodies = {\n")
	for _, d := range drafts {
		body, err := json.Marshal(map[string]string{"text": d})
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&s, "  [==[%s]==],\n", body)
	}
	s.WriteString(`}
local requests, i = {}, 0
function init()
  for k, body in ipairs(bodies) do
    requests[k] = wrk.format("POST", "/api/lint", {["Content-Type"] = "application/json"}, body)
  end
end
function request()
  i = i % #requests + 1
  return requests[i]
end
`)
	f, err := os.CreateTemp("", "coach-*.lua")
	if err != nil {
		return nil, err
	}
	_, err = f.WriteString(s.String())
	return &wrk{f.Name()}, errors.Join(err, f.Close())
}

func (w *wrk) remove() { os.Remove(w.script) }

// A result is what wrk found.
type result struct {
	perSecond float64
	p99       time.Duration
	requests  int
}

// lint sends messages to a server's /api/lint, get asks for an address.
func (w *wrk) lint(r *running, long time.Duration) (result, error) {
	return run("-s", w.script, duration(long), r.address)
}

func (w *wrk) get(address string, long time.Duration) (result, error) {
	return run(duration(long), address)
}

func duration(d time.Duration) string { return fmt.Sprintf("-d%ds", int(d.Seconds())) }

func run(arguments ...string) (result, error) {
	arguments = append([]string{"--latency", "-t1", fmt.Sprintf("-c%d", connections), "--timeout", "10s"}, arguments...)
	out, err := exec.Command("wrk", arguments...).Output()
	if err != nil {
		return result{}, err
	}
	return parse(string(out))
}

var (
	rate    = regexp.MustCompile(`Requests/sec:\s+([\d.]+)`)
	ninety9 = regexp.MustCompile(`99%\s+([\d.]+[a-z]+)`)
	all     = regexp.MustCompile(`(\d+) requests in`)
	failure = regexp.MustCompile(`(?m)^\s*(Socket errors:|Non-2xx).*$`)
)

// parse reads what wrk prints. Anything but good answers is an error.
func parse(out string) (result, error) {
	if f := failure.FindString(out); f != "" {
		return result{}, errors.New("wrk: " + strings.TrimSpace(f))
	}
	first := func(r *regexp.Regexp) string { return append(r.FindStringSubmatch(out), "", "")[1] }
	perSecond, err1 := strconv.ParseFloat(first(rate), 64)
	p99, err2 := time.ParseDuration(first(ninety9))
	requests, err3 := strconv.Atoi(first(all))
	return result{perSecond, p99, requests}, errors.Join(err1, err2, err3)
}
