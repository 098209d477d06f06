package server_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"coach/server"
)

const asForm = "application/x-www-form-urlencoded"

// What no route that reads a body can take: each is refused, none is a fault of the server.
func TestBodiesOfEveryWrongKind(t *testing.T) {
	base, _ := startKeeping(t)
	for _, path := range []string{
		"/", "/read", "/api/lint", "/v2/check", "/check", "/history", "/history/delete", "/drafts", "/drafts/delete", "/feedback", "/feedback/delete",
	} {
		for name, c := range map[string]struct{ media, encoding, body string }{
			"nothing":          {"", "", ""},
			"no type":          {"", "", "draft=x"},
			"a nonsense type":  {";;;", "", "x"},
			"an image":         {"image/png", "", "\x89PNG\r\n\x1a\n"},
			"XML":              {"application/xml", "", "<draft>x</draft>"},
			"gzip":             {"application/json", "gzip", "\x1f\x8b\x08"},
			"gzip of a form":   {asForm, "gzip", "\x1f\x8b\x08"},
			"half an object":   {"application/json", "", `{"draft":`},
			"another object":   {"application/json", "", `{"draft":{"text":[]},"text":{"draft":[]}}`},
			"numbers":          {"application/json", "", `{"draft":1e999,"text":1e999}`},
			"deep JSON":        {"application/json", "", strings.Repeat(`{"draft":`, 20_000)},
			"not UTF-8":        {"application/json", "", "{\"draft\":\"\xff\",\"role\":\"\xff\",\"text\":\"\xff\"}"},
			"a form not UTF-8": {asForm, "", "draft=%ff&text=%ff&rule=%ff&reason=%ff&id=%ff&on=%ff&language=%ff"},
			"a broken form":    {asForm, "", "%%%=%&;;&&=&text=%e0%a4%a"},
			"many fields":      {asForm, "", strings.Repeat("a=b&", 20_000)},
			"zeros":            {asForm, "", strings.Repeat("\x00", 1000)},
			"parts":            {"multipart/form-data; boundary=x", "", "--x\r\nContent-Disposition: form-data; name=\"draft\"\r\n\r\nx\r\n--x--\r\n"},
			"parts without end": {
				"multipart/form-data; boundary=x", "", "--x\r\nContent-Disposition: form-data; name=\"draft\"\r\n\r\nx",
			},
		} {
			headers := []string{"Content-Type", c.media}
			if c.encoding != "" {
				headers = append(headers, "Content-Encoding", c.encoding)
			}
			a := ask(t, "POST", base+path, c.body, headers...)
			empty := path == "/" && (c.media == asForm && c.encoding == "" && name != "a form not UTF-8") // a form without a draft
			if a.status < 400 && !empty || a.status >= 500 {
				t.Errorf("%s, %s: %d %.200s", path, name, a.status, a.body)
			}
		}
	}
	if a := ask(t, "GET", base+"/healthz", ""); a.status != 200 {
		t.Errorf("afterwards: %d", a.status)
	}
}

// Texts that were made to be slow, through the page and the editors' door: at most a hundred times as long as an everyday
// text of their size.
func TestPagesAndEditorsReadAdversarialTexts(t *testing.T) {
	base := start(t, server.Config{})
	doors := map[string]struct {
		size int
		send func(text string) answer
	}{
		"/read": {server.PageCharacters, func(text string) answer {
			body, err := json.Marshal(map[string]string{"draft": text})
			if err != nil {
				t.Fatal(err)
			}
			return ask(t, "POST", base+"/read", string(body), "Content-Type", asJSON)
		}},
		"/": {server.PageCharacters, func(text string) answer {
			return ask(t, "POST", base+"/", url.Values{"draft": {text}}.Encode(), "Content-Type", asForm)
		}},
		"/v2/check": {server.TextBytes, func(text string) answer {
			return ask(t, "POST", base+"/v2/check", url.Values{"text": {text}, "language": {"en-US"}}.Encode(), "Content-Type", asForm)
		}},
	}
	for path, door := range doors {
		took := func(unit string) time.Duration {
			best := time.Hour
			for range 2 {
				start := time.Now()
				if a := door.send(strings.Repeat(unit, door.size/len(unit))); a.status != http.StatusOK {
					t.Fatalf("%s, %q: %d %.200s", path, unit, a.status, a.body)
				}
				best = min(best, time.Since(start))
			}
			return best
		}
		everyday := took("See you at six, and bring the blue coat from the hall. ")
		for _, unit := range []string{
			"a", "\n", "[", "[]", "[x] ", "&", "<b>", "because you ", "It was just a mistake. ", "e\u0301\u0301\u0301", "👨‍👩‍👧‍👦", "\u202eאבג ", "you\r\n",
		} {
			if slow := took(unit); slow > 100*everyday {
				t.Errorf("%s, %q: %v, an everyday text takes %v", path, unit, slow, everyday)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	base := start(f, server.Config{})
	for _, seed := range []string{
		`{"draft":"I cheated. It was just a mistake.","characters":33,"role":"betrayer","no_contact":false,"contact_no":"","latched":false,"not_meant":[],"left":[],"used":[]}`,
		`{"draft":"😀 [x] \u0000\ud83d","characters":-1,"left":["minimizing/just-a-kiss:00000000:1"],"used":[""],"settled":true}`,
		`{"draft":"If you leave me I'm going to kill myself","not_meant":["self-harm"],"role":"tangled"}`,
		`{"draft":"x","characters":9223372036854775807,"latched":true}`,
		`{}`, `[]`, `{"draft":`, "",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		a := ask(t, "POST", base+"/read", body, "Content-Type", asJSON)
		if a.status != 200 && a.status != 400 && a.status != 413 {
			t.Errorf("%d %s", a.status, a.body)
		}
	})
}
