package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A served is coach serve as it is shipped, in a process of its own.
type served struct {
	process *exec.Cmd
	url     string
	stderr  *bytes.Buffer
	rest    chan string // standard output behind the first line
}

// startServe runs coach serve with further arguments on a free port; the test's end stops it.
func startServe(t *testing.T, args ...string) served {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self)
	c.Args = append([]string{"builtin", "serve", "--addr", "127.0.0.1:0"}, args...) // see TestMain
	s := served{process: c, stderr: &bytes.Buffer{}, rest: make(chan string, 1)}
	c.Stderr = s.stderr
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if c.ProcessState == nil {
			c.Process.Kill()
			c.Wait()
		}
	})
	lines := bufio.NewReader(out)
	first, err := lines.ReadString('\n')
	if err != nil {
		t.Fatalf("%v; standard error: %s", err, s.stderr)
	}
	s.url = regexp.MustCompile(`https?://[^ ]+`).FindString(first)
	if want := "coach listens on " + s.url + " (Ctrl+C stops it)\n"; first != want || s.url == "" {
		t.Fatalf("first line %q, want %q", first, want)
	}
	go func() {
		rest, _ := io.ReadAll(lines) // ends with the process
		s.rest <- string(rest)
	}()
	return s
}

// stop sends a signal and gives the exit code.
func (s served) stop(t *testing.T, signal os.Signal) int {
	t.Helper()
	if err := s.process.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	hung := time.AfterFunc(time.Minute, func() { s.process.Process.Kill() })
	defer hung.Stop()
	var exit *exec.ExitError
	if err := s.process.Wait(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return s.process.ProcessState.ExitCode()
}

func TestServeStopsOnSignals(t *testing.T) {
	for _, signal := range []os.Signal{syscall.SIGINT, syscall.SIGTERM} {
		s := startServe(t)
		response, err := http.Get(s.url + "/healthz") // its connection stays open, unused
		if err != nil || response.StatusCode != 200 {
			t.Fatal(err, response)
		}
		response.Body.Close()
		if code := s.stop(t, signal); code != 0 || s.stderr.Len() > 0 {
			t.Errorf("%v: exit code %d, standard error %q", signal, code, s.stderr)
		}
		if got, want := <-s.rest, "History is off; --db FILE lets people keep what they choose to.\n"; got != want {
			t.Errorf("standard output %q, want %q", got, want)
		}
	}
}

// A client that never finishes its request keeps nobody from stopping coach.
func TestServeStopsThoughAClientDoesNot(t *testing.T) {
	s := startServe(t)
	c, err := net.Dial("tcp", strings.TrimPrefix(s.url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	fmt.Fprint(c, "POST /api/lint HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 400\r\n\r\nhalf")
	if code := s.stop(t, syscall.SIGTERM); code != 0 {
		t.Errorf("exit code %d, standard error %q", code, s.stderr)
	}
}

// TestLintAnswersWhatCheckPrints holds that /api/lint answers, byte for byte, the REPORT that coach check --format json
// prints for the same draft, less its path and the four blanks before each line.
func TestLintAnswersWhatCheckPrints(t *testing.T) {
	s := startServe(t)
	drafts := map[string]string{
		"angles":    "I <3 you & it was just a mistake > \"that\" \\ \u2028",
		"emoji":     "😀 It was just a mistake 👨‍👩‍👧. e\u0301",
		"lines":     "It was just a mistake.\r\nI cheated because you were never home.\r\n\tanswer me\x00",
		"danger":    "You blocked me. If your brother hears about this I've still got the pics. It was just a mistake.",
		"contact":   "I know you said you need space. I cheated because you shut me out.",
		"quoted":    "She told me \"it was just a mistake\" and I'm sorry.",
		"many":      strings.Repeat("It was just a mistake. ", 60),
		"no phrase": "See you at six.",
	}
	files, err := filepath.Glob("../../testdata/messages/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no messages: %v", err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		drafts[name] = string(text)
	}
	options := map[string][]string{
		"":                                    nil,
		"?role=betrayed&no_contact=true":      {"--role", "betrayed", "--no-contact"},
		"?steps=2,10&min_severity=high":       {"--steps", "2,10", "--min-severity", "high"},
		"?role=betrayer&steps=10&steps=10,11": {"--role", "betrayer", "--steps", "10,11"},
	}
	for name, draft := range drafts {
		for query, flags := range options {
			response, err := http.Post(s.url+"/api/lint"+query, "text/plain", strings.NewReader(draft))
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(response.Body)
			response.Body.Close()
			if err != nil {
				t.Fatal(err)
			}
			var out, complaints bytes.Buffer
			run(append([]string{"check", "--format", "json"}, flags...), streams{strings.NewReader(draft), &out, &complaints}, newEngine)
			if want := onlyReport(t, out.String()); string(got) != want || complaints.Len() > 0 {
				t.Errorf("%s %s: got\n%s\nwant\n%s%s", name, query, got, want, &complaints)
			}
		}
	}
}

// TestReadmeShowsTheAnswer holds that the README has what a newcomer sees in the two terminals.
func TestReadmeShowsTheAnswer(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	s := startServe(t)
	response, err := http.Post(s.url+"/api/lint", "application/json", strings.NewReader(`{"text":"It was just a mistake"}`))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	indented := "    " + strings.ReplaceAll(strings.TrimSpace(string(answer)), "\n", "\n    ") + "\n"
	for _, shown := range []string{
		"    coach listens on http://127.0.0.1:8484 (Ctrl+C stops it)\n    History is off; --db FILE lets people keep what they choose to.\n",
		"http://127.0.0.1:8484/api/lint\n" + indented,
	} {
		if !strings.Contains(string(readme), shown) {
			t.Errorf("the README lacks\n%s", shown)
		}
	}
}

// onlyReport cuts the REPORT out of a json document with one, without the line with its path and without its margin.
func onlyReport(t *testing.T, document string) string {
	t.Helper()
	const head, path, tail = "{\n  \"version\": 1,\n  \"files\": [\n    ", "\n      \"path\": \"-\",", "\n  ]\n}\n"
	if !strings.HasPrefix(document, head) || !strings.HasSuffix(document, tail) || strings.Count(document, path) != 1 {
		t.Fatalf("not one report: %s", document)
	}
	report := document[len(head) : len(document)-len(tail)]
	return strings.ReplaceAll(strings.Replace(report, path, "", 1), "\n    ", "\n") + "\n"
}

// serveError runs coach serve in this process, and gives its exit code and standard error. Where it does not fail it ends
// when the context does.
func serveError(t *testing.T, args ...string) (int, string) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var stderr bytes.Buffer
	code := runContext(ctx, append([]string{"serve"}, args...), streams{strings.NewReader(""), io.Discard, &stderr}, newEngine)
	return code, stderr.String()
}

func TestServeSaysWhatIsWrong(t *testing.T) {
	busy, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer busy.Close()
	folder := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	file("rules/blame-shifting/mine.yaml", "title: Mine\nwhy: |\n  Why.\nseverity: terrible\nsince: 0.1\nmatch: |\n  you made me\nflag: |\n  [You made me do it].\npass: |\n  You made me tea.\nrewrite: |\n  Leave it out =>\n")
	empty := file("empty", "\n")
	for name, c := range map[string]struct {
		args []string
		want string // a pattern
	}{
		"a busy port":             {[]string{"--addr", busy.Addr().String()}, `^coach: 127\.0\.0\.1:\d+ is in use by another program; choose another address with --addr\n$`},
		"no port":                 {[]string{"--addr", "localhost"}, `^coach: the address "localhost" needs a host and a port, such as 127\.0\.0\.1:8484\n$`},
		"reachable by others":     {[]string{"--addr", "0.0.0.0:0"}, `^coach: 0\.0\.0\.0:0 can be reached from other machines; give --token-file, and --tls-cert with --tls-key or --behind-proxy\n$`},
		"a database in no folder": {[]string{"--addr", "127.0.0.1:0", "--db", filepath.Join(folder, "nowhere", "coach.db")}, `^coach: --db .*/nowhere/coach\.db: .*\n$`},
		"a database of a folder":  {[]string{"--addr", "127.0.0.1:0", "--db", folder}, `^coach: --db .*: .*\n$`},
		"a bad rule file":         {[]string{"--addr", "127.0.0.1:0", "--rules", filepath.Join(folder, "rules")}, `^coach: .*/rules/blame-shifting/mine\.yaml:4:1: severity: "terrible" \(one of low, medium, high\)\n$`},
		"no folder of rules":      {[]string{"--rules", empty}, `^coach: .*/empty is no folder of rules; say the folder that holds <category>/<rule>\.yaml\n$`},
		"an empty token file":     {[]string{"--token-file", empty}, `^coach: --token-file .*/empty: it is empty; write a long random word into it\n$`},
		"no token file":           {[]string{"--token-file", filepath.Join(folder, "nowhere")}, `^coach: --token-file .*/nowhere: there is no such file; check its name\n$`},
		"half a certificate":      {[]string{"--tls-cert", empty}, `^coach: --tls-cert and --tls-key go together; give both\n$`},
		"no certificate":          {[]string{"--tls-cert", empty, "--tls-key", empty}, `^coach: --tls-cert .*/empty with --tls-key .*/empty cannot be used \(.*\)\n$`},
		"words":                   {[]string{"now"}, `^coach: coach serve takes no words, but got "now"\n$`},
		"an unknown role":         {[]string{"--role", "betrayr"}, `^coach: --role "betrayr": did you mean betrayer\? \(auto, betrayer or betrayed\)\n$`},
	} {
		if code, got := serveError(t, c.args...); code != 2 || !regexp.MustCompile(c.want).MatchString(got) {
			t.Errorf("%s: exit code %d, standard error %q, want 2 and %s", name, code, got, c.want)
		}
	}
}

// A database that is damaged leaves people with coach, and without history.
func TestServeWithoutADamagedDatabase(t *testing.T) {
	db := filepath.Join(t.TempDir(), "coach.db")
	if err := os.WriteFile(db, []byte(strings.Repeat("no database ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	s := startServe(t, "--db", db)
	if code := s.stop(t, syscall.SIGTERM); code != 0 {
		t.Errorf("exit code %d, standard error %q", code, s.stderr)
	}
	if got, want := <-s.rest, "History is off: "+db+": the database is damaged\n"; got != want {
		t.Errorf("standard output %q, want %q", got, want)
	}
}
