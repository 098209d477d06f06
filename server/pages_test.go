package server_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"coach/server"
)

// A formPage is the page in a browser without scripts: it knows nothing but what the last answer brought.
type formPage struct {
	t    *testing.T
	base string
	root *html.Node
	raw  string
}

func openPage(t *testing.T, base string) *formPage {
	t.Helper()
	answer, err := http.Get(base + "/")
	if err != nil {
		t.Fatal(err)
	}
	p := &formPage{t: t, base: base}
	p.take(answer)
	return p
}

func (p *formPage) take(answer *http.Response) {
	p.t.Helper()
	defer answer.Body.Close()
	b, err := io.ReadAll(answer.Body)
	if err != nil {
		p.t.Fatal(err)
	}
	if answer.StatusCode != 200 {
		p.t.Fatalf("status %d: %s", answer.StatusCode, b)
	}
	p.raw = string(b)
	if p.root, err = html.Parse(strings.NewReader(p.raw)); err != nil {
		p.t.Fatal(err)
	}
}

// fields are those of the form as a browser would send them, but for the draft.
func (p *formPage) fields() url.Values {
	v := url.Values{}
	for n := range p.root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "input" {
			continue
		}
		a := map[string]string{}
		for _, at := range n.Attr {
			a[at.Key] = at.Val
		}
		_, checked := a["checked"]
		inForm := a["form"] == "sheet" || slices.Contains(n.Parent.Attr, html.Attribute{Key: "id", Val: "sheet"})
		if inForm && (a["type"] == "hidden" || checked) {
			v.Add(a["name"], a["value"])
		}
	}
	return v
}

// send posts the form with a draft, and with the button that was pressed.
func (p *formPage) send(draft string, button ...string) {
	p.t.Helper()
	v := p.fields()
	v.Set("draft", draft)
	if len(button) == 2 {
		v.Add(button[0], button[1])
	}
	answer, err := http.PostForm(p.base+"/", v)
	if err != nil {
		p.t.Fatal(err)
	}
	p.take(answer)
}

func (p *formPage) hasButton(name string) bool {
	return strings.Contains(p.raw, `name="`+name+`"`)
}

func (p *formPage) draft() string {
	for n := range p.root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "textarea" {
			if n.FirstChild == nil {
				return ""
			}
			return n.FirstChild.Data
		}
	}
	return ""
}

// Draft A of words.md, walked by hand on the page without its script.
func TestDangerStaysThroughTheForm(t *testing.T) {
	p := openPage(t, start(t, server.Config{}))
	begin := "I cheated and it was my choice. I broke your trust and I see a counsellor Mondays at 6. Take all the time you need."
	block, waited, pics := "Bri, you blocked me so I'm on my cousin's phone. ", " I waited by your work Tuesday, you looked tired.", " If your brother hears about this I've still got the pics."
	p.send(block + begin + waited + pics)
	if !strings.Contains(p.raw, "Before you send this") || p.hasButton("use") {
		t.Fatal("no card, or wording is offered")
	}
	for _, draft := range []string{block + begin + waited, begin, "You made me do it."} {
		p.send(draft)
		if p.hasButton("use") || strings.Contains(p.raw, "Copy message") || strings.Contains(p.raw, "nothing to point at") {
			t.Errorf("after deleting to %q: wording, Copy or the clean state", draft)
		}
	}
	if !strings.Contains(p.raw, "The line is gone. coach still offers no wording for this message.") {
		t.Error("that the line is gone is not said")
	}
	p = openPage(t, p.base)
	p.send("I cheated. You made me do it.")
	if !p.hasButton("use") {
		t.Error("Clear does not start afresh")
	}
}

func TestTheFormKeepsAnswersAndWords(t *testing.T) {
	p := openPage(t, start(t, server.Config{}))
	const draft = "I cheated. It was just a mistake. <b>&amp; 😀 e\u0301 שלום"
	p.send(draft, "role", "betrayer")
	if got := p.draft(); got != draft {
		t.Errorf("the draft came back as %q", got)
	}
	if p.fields().Get("role") != "betrayer" {
		t.Error("the answer is forgotten")
	}
	p.send("\nfirst line empty")
	if got := p.draft(); got != "\nfirst line empty" {
		t.Errorf("the draft came back as %q", got)
	}
}

func TestServerWideNoContact(t *testing.T) {
	p := openPage(t, start(t, server.Config{NoContact: true}))
	p.send("I cheated. You made me do it.")
	if p.hasButton("use") || !strings.Contains(p.raw, "Keeping to that is the accountable thing") {
		t.Error("wording is offered")
	}
}

func TestReadAnswersTheScript(t *testing.T) {
	base := start(t, server.Config{})
	body := `{"draft":"😀 It was just a mistake","characters":24,"role":""}`
	answer, err := http.Post(base+"/read", "application/json", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	var got struct {
		Spans []struct {
			Start, End int
			Kind       string
		}
		Fragments map[string]string
		State     string
	}
	if err := json.NewDecoder(answer.Body).Decode(&got); err != nil {
		t.Fatal(err)
	}
	if len(got.Spans) != 1 || got.Spans[0].Start != 3 || got.Spans[0].End != 24 || got.State != "notes" {
		t.Errorf("got %+v", got)
	}
	if !strings.Contains(got.Fragments["glance"], "One phrase to look at.") {
		t.Errorf("glance: %s", got.Fragments["glance"])
	}
	if cache := answer.Header.Get("Cache-Control"); cache != "no-store" {
		t.Errorf("Cache-Control: %s", cache)
	}
}

func TestReadRefusesWhatThePageDoesNotSend(t *testing.T) {
	base := start(t, server.Config{})
	for name, c := range map[string]struct {
		path, media, body, site string
		want                    int
	}{
		"not JSON":         {"/read", "application/json", `{"draft":`, "", 400},
		"an unknown role":  {"/read", "application/json", `{"draft":"x","role":"king"}`, "", 400},
		"another type":     {"/read", "text/plain", `x`, "", 415},
		"another site":     {"/read", "application/json", `{"draft":"x"}`, "cross-site", 403},
		"another's form":   {"/", "application/x-www-form-urlencoded", `draft=x`, "cross-site", 403},
		"a form's role":    {"/", "application/x-www-form-urlencoded", `draft=x&role=king`, "", 422},
		"a form not UTF-8": {"/", "application/x-www-form-urlencoded", `draft=%ff`, "", 422},
	} {
		q, err := http.NewRequest("POST", base+c.path, strings.NewReader(c.body))
		if err != nil {
			t.Fatal(err)
		}
		q.Header.Set("Content-Type", c.media)
		if c.site != "" {
			q.Header.Set("Sec-Fetch-Site", c.site)
		}
		answer, err := http.DefaultClient.Do(q)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != c.want {
			t.Errorf("%s: status %d, want %d", name, answer.StatusCode, c.want)
		}
	}
}

func TestStaticFiles(t *testing.T) {
	base := start(t, server.Config{})
	for name, media := range map[string]string{
		"coach.css": "text/css; charset=utf-8", "coach.js": "text/javascript; charset=utf-8", "spans.js": "text/javascript; charset=utf-8", "icon.svg": "image/svg+xml",
	} {
		q, err := http.NewRequest("GET", base+"/static/"+name, nil)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := http.DefaultClient.Do(q)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != 200 || answer.Header.Get("Content-Type") != media || answer.Header.Get("Cache-Control") != "no-cache" {
			t.Errorf("%s: %d %v", name, answer.StatusCode, answer.Header)
		}
		q.Header.Set("If-None-Match", answer.Header.Get("ETag"))
		if answer, err = http.DefaultClient.Do(q); err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != 304 {
			t.Errorf("%s again: %d", name, answer.StatusCode)
		}
	}
	answer, err := http.Get(base + "/static/page.go")
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != 404 {
		t.Errorf("what is not there: %d", answer.StatusCode)
	}
}
