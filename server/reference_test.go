package server_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"coach/rules"
	"coach/server"
)

// person asks for a page as a browser does.
func person(t *testing.T, url string) answer {
	t.Helper()
	return ask(t, "GET", url, "", "Accept", "text/html")
}

func builtinFiles() ([]rules.File, error) {
	folder, err := rules.Load(rules.Sources(), nil)
	return folder.Files, err
}

func TestReferenceLists(t *testing.T) {
	set := builtin(t)
	base := start(t, server.Config{})
	page := person(t, base+"/rules")
	var list struct{ Rules []struct{ ID, Page string } }
	if err := json.Unmarshal([]byte(ask(t, "GET", base+"/api/rules", "").body), &list); err != nil {
		t.Fatal(err)
	}
	if len(list.Rules) != len(set.Rules()) {
		t.Errorf("%d rules, want %d", len(list.Rules), len(set.Rules()))
	}
	for _, r := range list.Rules {
		if r.Page != "/rules/"+r.ID || !strings.Contains(page.body, `<a href="`+r.Page+`">`) {
			t.Errorf("%s has the page %s", r.ID, r.Page)
		}
	}
	if !strings.Contains(page.body, `<h2 id="blame-shifting">Moves the blame</h2>`) {
		t.Error("there is no heading for blame-shifting")
	}
}

func TestReferenceShowsARule(t *testing.T) {
	base := start(t, server.Config{Files: builtinFiles})
	page := person(t, base+"/rules/blame-shifting/because-you")
	for _, want := range []string{
		"<h1>Making the other person the cause</h1>",
		"<dd>Moves the blame</dd>",
		"<li>I <i>your words</i>. That was my choice.</li>",
		"<mark>I cheated because you didn&#39;t pay attention to me</mark>.</q><br>I cheated. That was my choice.</li>",
		"<li><q>I cheated, and not because you did anything wrong.</q></li>",
	} {
		if !strings.Contains(page.body, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if page.status != 200 || page.header.Get("Content-Type") != "text/html; charset=utf-8" {
		t.Errorf("%d %v", page.status, page.header)
	}
}

// Every page comes, and none about danger offers a wording.
func TestReferenceShowsEveryRule(t *testing.T) {
	files, err := builtinFiles()
	base := start(t, server.Config{Files: func() ([]rules.File, error) { return files, err }})
	for _, r := range builtin(t).Rules() {
		page := person(t, base+"/rules/"+r.ID)
		if page.status != 200 || !strings.Contains(page.body, "<h2>coach points at</h2>") {
			t.Errorf("%s: %d %.200s", r.ID, page.status, page.body)
		}
		if offers := strings.Contains(page.body, "You could say"); offers != (r.Category != "danger") {
			t.Errorf("%s offers wordings: %t", r.ID, offers)
		}
	}
}

func TestReferenceWithoutARule(t *testing.T) {
	base := start(t, server.Config{})
	for _, path := range []string{"/rules/blame-shifting/nothing", "/rules/blame-shifting", "/rules/x/y/z", "/rules/%2e%2e/secret"} {
		if a := person(t, base+path); a.status != 404 || strings.Contains(a.body, "secret") {
			t.Errorf("%s: %d %s", path, a.status, a.body)
		}
	}
	if a := person(t, base+"/rules/blame-shifting/because-you"); a.status != 200 || strings.Contains(a.body, "coach points at</h2>") {
		t.Errorf("without files there are no examples: %d", a.status)
	}
	broken := start(t, server.Config{Files: func() ([]rules.File, error) { return nil, errors.New("secret") }})
	if a := person(t, broken+"/rules/blame-shifting/because-you"); a.status != 500 || strings.Contains(a.body, "secret") {
		t.Errorf("with broken files: %d %s", a.status, a.body)
	}
}
