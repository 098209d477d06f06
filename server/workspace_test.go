package server_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"coach/analyzer"
	"coach/server"
	"coach/server/store"
)

// A browser talks to one server, keeps its cookies, and does not follow redirects.
type browser struct {
	t       testing.TB
	address string
	client  http.Client
}

func newBrowser(t testing.TB, address string) *browser {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &browser{t, address, http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	}}}
}

// startKeeping serves with a database, and gives the address and the database's path.
func startKeeping(t testing.TB) (address, path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "coach.db")
	db, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return start(t, server.Config{Store: db, Rules: builtin(t).Rules(), Version: "1.2.3"}), path
}

// send gives status, body and headers of the answer to a program: a GET where form is nil.
func (b *browser) send(path string, form url.Values) (int, string, http.Header) {
	return b.sendAs("application/json", path, form)
}

func (b *browser) sendAs(accept, path string, form url.Values) (int, string, http.Header) {
	b.t.Helper()
	method, body := "GET", io.Reader(nil)
	if form != nil {
		method, body = "POST", strings.NewReader(form.Encode())
	}
	request, err := http.NewRequestWithContext(b.t.Context(), method, b.address+path, body)
	if err != nil {
		b.t.Fatal(err)
	}
	request.Header.Set("Accept", accept)
	if form != nil {
		request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	answer, err := b.client.Do(request)
	if err != nil {
		b.t.Fatal(err)
	}
	defer answer.Body.Close()
	content, err := io.ReadAll(answer.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	if accept != "text/html" {
		responseFitsOpenAPI(b.t, answer, content)
	}
	return answer.StatusCode, strings.TrimSpace(string(content)), answer.Header
}

// want sends and compares status and body; ids and times in the body are written as ID and TIME.
func (b *browser) want(path string, form url.Values, status int, body string) {
	b.t.Helper()
	gotStatus, got, _ := b.send(path, form)
	got = someTime.ReplaceAllString(someID.ReplaceAllString(got, `"ID"`), `"TIME"`)
	if gotStatus != status || got != body {
		b.t.Errorf("%s %v:\ngot  %d %s\nwant %d %s", path, form, gotStatus, got, status, body)
	}
}

var (
	someID   = regexp.MustCompile(`"[A-Z2-7]{26}"`)
	someTime = regexp.MustCompile(`"20\d\d-\d\d-\d\dT[\d:.]+Z"`)
)

// kept gives the one draft's id of a list.
func (b *browser) draftID() string {
	b.t.Helper()
	var list struct{ Drafts []store.Draft }
	_, body, _ := b.send("/drafts", nil)
	if err := json.Unmarshal([]byte(body), &list); err != nil || len(list.Drafts) != 1 {
		b.t.Fatalf("the drafts are %s, %v", body, err)
	}
	return list.Drafts[0].ID
}

func TestHistoryRoutes(t *testing.T) {
	address, _ := startKeeping(t)
	b := newBrowser(t, address)
	off, on := `{"kept":true,"on":false,"revisions":[]}`, `{"kept":true,"on":true,"revisions":[]}`
	b.want("/history", nil, 200, off)
	b.want("/history", url.Values{"on": {"yes"}}, 200, on)
	b.want("/history", nil, 200, on)
	b.want("/history", url.Values{"on": {"no"}}, 200, off)
	b.want("/history", url.Values{}, 422, `{"error":{"code":"wrong_on","message":"on must be yes or no."}}`)
	b.want("/history/delete", url.Values{}, 422, `{"error":{"code":"missing_id","message":"Say what to delete: id=ID, or all=yes."}}`)
	b.want("/history/delete", url.Values{"all": {"yes"}}, 200, off)
	b.want("/history/delete", url.Values{"id": {"none"}}, 404,
		`{"error":{"code":"not_found","message":"There is nothing kept under this id. It may have been deleted."}}`)
}

func TestDraftRoutes(t *testing.T) {
	address, path := startKeeping(t)
	b := newBrowser(t, address)
	b.want("/drafts", nil, 200, `{"drafts":[]}`)
	b.want("/drafts", url.Values{"draft": {"I lied.\r\n👍 ‘é’"}, "role": {"tangled"}, "no_contact": {"on"}, "latched": {"on"}}, 201,
		`{"id":"ID","at":"TIME","characters":13,"role":"tangled","no_contact":true,"latched":true}`)
	b.want("/drafts", nil, 200,
		`{"drafts":[{"id":"ID","at":"TIME","characters":13,"role":"tangled","no_contact":true,"latched":true}]}`)
	id := b.draftID()
	b.want("/drafts/"+id, nil, 200,
		`{"id":"ID","at":"TIME","characters":13,"role":"tangled","no_contact":true,"latched":true,"text":"I lied.\n👍 ‘é’"}`)

	b.want("/drafts", url.Values{"draft": {" \n"}}, 422, `{"error":{"code":"missing_draft","message":"There is no draft to keep."}}`)
	b.want("/drafts", url.Values{"draft": {"a"}, "role": {"boss"}}, 422,
		`{"error":{"code":"wrong_role","message":"role must be betrayer, betrayed, tangled or empty."}}`)
	b.want("/drafts", url.Values{"draft": {"a\xff"}}, 400, `{"error":{"code":"not_utf8","message":"The draft is not UTF-8."}}`)

	b.want("/drafts/delete", url.Values{"id": {id}}, 200, `{"drafts":[]}`)
	b.want("/drafts/"+id, nil, 404, `{"error":{"code":"not_found","message":"There is nothing kept under this id. It may have been deleted."}}`)
	for _, ending := range []string{"", "-wal"} {
		content, err := os.ReadFile(path + ending)
		if err != nil || bytes.Contains(content, []byte("I lied.")) {
			t.Errorf("coach.db%s, %v: does it still hold the words: %v", ending, err, err == nil)
		}
	}
}

func TestFeedbackRoutes(t *testing.T) {
	address, _ := startKeeping(t)
	b := newBrowser(t, address)
	const reasons = `"reasons":[{"reason":"fine-here","label":"The phrase is fine in this message"},` +
		`{"reason":"others-words","label":"These are somebody else's words"},{"reason":"misread","label":"coach misread the sentence"},` +
		`{"reason":"wrong-side","label":"I was the one who was hurt"},{"reason":"wording","label":"The other wordings don't fit"},` +
		`{"reason":"other","label":"Something else"}]`
	const one = `{"id":"ID","at":"TIME","rule":"minimizing/mistake-label","reason":"misread","note":"it was about a bus","version":"1.2.3"}`
	b.want("/feedback", nil, 200, `{"feedback":[],`+reasons+`}`)
	b.want("/feedback", url.Values{"rule": {"minimizing/mistake-label"}, "reason": {"misread"}, "note": {" it was about a bus\n"}}, 201, one)
	b.want("/feedback", nil, 200, `{"feedback":[`+one+`],`+reasons+`}`)

	b.want("/feedback", url.Values{"rule": {"minimizing/no-such"}, "reason": {"misread"}}, 422,
		`{"error":{"code":"unknown_rule","message":"There is no such rule; GET /api/rules lists them."}}`)
	b.want("/feedback", url.Values{"rule": {"minimizing/mistake-label"}, "reason": {"bad"}}, 422,
		`{"error":{"code":"wrong_reason","message":"reason must be one of fine-here, others-words, misread, wrong-side, wording, other."}}`)
	b.want("/feedback", url.Values{"rule": {"minimizing/mistake-label"}, "reason": {"other"}, "note": {strings.Repeat("é", 501)}}, 413,
		`{"error":{"code":"too_large","message":"The note is longer than 500 characters."}}`)
	b.want("/feedback/delete", url.Values{"all": {"yes"}}, 200, `{"feedback":[],`+reasons+`}`)
}

func TestExportAndForget(t *testing.T) {
	address, _ := startKeeping(t)
	b := newBrowser(t, address)
	b.send("/history", url.Values{"on": {"yes"}})
	b.send("/drafts", url.Values{"draft": {"my words"}})
	status, body, header := b.send("/export", nil)
	const want = `{"version":1,"at":"TIME","history_on":true,"revisions":[],` +
		`"drafts":[{"id":"ID","at":"TIME","characters":8,"role":"","no_contact":false,"latched":false,"text":"my words"}],"feedback":[]}`
	body = someTime.ReplaceAllString(someID.ReplaceAllString(body, `"ID"`), `"TIME"`)
	if status != 200 || body != want || header.Get("Content-Disposition") != `attachment; filename="coach-export.json"` {
		t.Errorf("the export is %d %s\n%s\nwant\n%s", status, header.Get("Content-Disposition"), body, want)
	}
	status, body, header = b.send("/forget", url.Values{})
	if status != 200 || body != `{"forgotten":true}` || !strings.Contains(header.Get("Set-Cookie"), "expires=Thu, 01 Jan 1970") {
		t.Errorf("forgetting gives %d %s, cookie %q", status, body, header.Get("Set-Cookie"))
	}
	b.want("/drafts", nil, 200, `{"drafts":[]}`)
}

// TestTwoBrowsers uses ids of one browser in another.
func TestTwoBrowsers(t *testing.T) {
	address, _ := startKeeping(t)
	mine, theirs := newBrowser(t, address), newBrowser(t, address)
	mine.send("/drafts", url.Values{"draft": {"my words"}})
	mine.send("/history", url.Values{"on": {"yes"}})
	theirs.send("/drafts", url.Values{"draft": {"their words"}})
	theirs.want("/history", nil, 200, `{"kept":true,"on":false,"revisions":[]}`)
	id := mine.draftID()
	notFound := `{"error":{"code":"not_found","message":"There is nothing kept under this id. It may have been deleted."}}`
	theirs.want("/drafts/"+id, nil, 404, notFound)
	theirs.want("/drafts/delete", url.Values{"id": {id}}, 404, notFound)
	if _, body, _ := theirs.send("/export", nil); strings.Contains(body, "my words") || !strings.Contains(body, "their words") {
		t.Errorf("their export is %s", body)
	}
	theirs.send("/forget", url.Values{})
	if got := mine.draftID(); got != id {
		t.Errorf("after they deleted everything, my draft is %q", got)
	}
}

func TestWorkspaceCookie(t *testing.T) {
	address, _ := startKeeping(t)
	b := newBrowser(t, address)
	for _, path := range []string{"/history", "/drafts", "/feedback", "/export"} {
		if _, _, header := b.send(path, nil); header.Get("Set-Cookie") != "" {
			t.Errorf("GET %s, which keeps nothing, sets the cookie %s", path, header.Get("Set-Cookie"))
		}
	}
	b.send("/drafts", url.Values{"draft": {" "}})
	_, _, header := b.send("/history", url.Values{"on": {"yes"}})
	want := regexp.MustCompile(`^coach-workspace=[A-Z2-7]{26}; expires=[^;]+ GMT; path=/; HttpOnly; SameSite=Strict$`)
	if got := header.Get("Set-Cookie"); !want.MatchString(got) {
		t.Errorf("the cookie is %s", got)
	}
	_, _, again := b.send("/drafts", url.Values{"draft": {"words"}})
	if a, b := cookieValue(header), cookieValue(again); a != b {
		t.Errorf("the second cookie is %s, the first was %s", b, a)
	}
}

func cookieValue(h http.Header) string {
	value, _, _ := strings.Cut(h.Get("Set-Cookie"), ";")
	return value
}

// TestFormsWithoutScript posts as a browser does: the answer leads back to the page.
func TestFormsWithoutScript(t *testing.T) {
	address, _ := startKeeping(t)
	b := newBrowser(t, address)
	const browserAccepts = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
	for _, step := range []struct {
		path string
		form url.Values
		to   string
	}{
		{"/history", url.Values{"on": {"yes"}}, `^/#history$`},
		{"/history/delete", url.Values{"all": {"yes"}}, `^/#history$`},
		{"/drafts", url.Values{"draft": {"words"}}, `^/drafts/[A-Z2-7]{26}$`},
		{"/drafts/delete", url.Values{"all": {"yes"}}, `^/#history$`},
		{"/feedback", url.Values{"rule": {"minimizing/mistake-label"}, "reason": {"other"}}, `^/#history$`},
		{"/feedback/delete", url.Values{"all": {"yes"}}, `^/#history$`},
		{"/forget", url.Values{}, `^/#history$`},
	} {
		status, _, header := b.sendAs(browserAccepts, step.path, step.form)
		if status != 303 || !regexp.MustCompile(step.to).MatchString(header.Get("Location")) {
			t.Errorf("%s: %d to %q, want 303 to %s", step.path, status, header.Get("Location"), step.to)
		}
	}
}

// TestOtherSitesCannotChange sends what a form on another site's page makes a browser send.
func TestOtherSitesCannotChange(t *testing.T) {
	address, _ := startKeeping(t)
	b := newBrowser(t, address)
	b.send("/drafts", url.Values{"draft": {"words"}})
	id := b.draftID()
	for _, path := range []string{"/history", "/history/delete", "/drafts", "/drafts/delete", "/feedback", "/feedback/delete", "/forget"} {
		for name, value := range map[string]string{"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"} {
			request, err := http.NewRequestWithContext(t.Context(), "POST", address+path, strings.NewReader("all=yes&on=yes&draft=x"))
			if err != nil {
				t.Fatal(err)
			}
			request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			request.Header.Set(name, value)
			answer, err := b.client.Do(request)
			if err != nil {
				t.Fatal(err)
			}
			answer.Body.Close()
			if answer.StatusCode != 403 {
				t.Errorf("%s with %s: %s gives %d, want 403", path, name, value, answer.StatusCode)
			}
		}
	}
	if got := b.draftID(); got != id {
		t.Errorf("the draft is now %q", got)
	}
}

// TestNothingKept: without a database, the routes say so, and the page hears it from /history.
func TestNothingKept(t *testing.T) {
	b := newBrowser(t, start(t, server.Config{Rules: builtin(t).Rules()}))
	b.want("/history", nil, 200, `{"kept":false,"on":false,"revisions":[]}`)
	for path, form := range map[string]url.Values{
		"/history": {"on": {"yes"}}, "/drafts": {"draft": {"words"}}, "/export": nil, "/forget": {},
	} {
		b.want(path, form, 404, `{"error":{"code":"nothing_kept","message":"coach keeps nothing here; started with --db FILE, it keeps what people choose to."}}`)
	}
}

// TestStoreFaults: whatever is wrong with the database, an answer says it in a sentence that names no file.
func TestStoreFaults(t *testing.T) {
	for fault, want := range map[error]string{
		store.ErrFull:    `{"error":{"code":"disk_full","message":"The disk is full, so nothing can be kept or deleted now. What was kept is still there."}}`,
		store.ErrCorrupt: `{"error":{"code":"damaged","message":"The file in which coach keeps things is damaged. coach goes on without it."}}`,
		errors.New("x"):  `{"error":{"code":"store_failed","message":"coach could not reach what it keeps. It goes on without it."}}`,
	} {
		b := newBrowser(t, start(t, server.Config{StoreFault: fmt.Errorf("/home/me/coach.db: %w", fault)}))
		b.want("/drafts", url.Values{"draft": {"words"}}, 503, want)
		if status, body, _ := b.send("/history", nil); status != 200 || !strings.Contains(body, `"kept":true,"fault":"`) {
			t.Errorf("/history gives %d %s", status, body)
		}
	}
}

// TestStoreBreaksWhileServing takes the database away under a running server: the lint endpoint does not mind, and no
// word is in the log.
func TestStoreBreaksWhileServing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "coach.db")
	db, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	check := func(string, analyzer.Options) analyzer.Report { return analyzer.Report{} }
	address := start(t, server.Config{Check: check, Store: db, Log: slog.New(slog.NewTextHandler(&log, nil))})
	b := newBrowser(t, address)
	b.send("/history", url.Values{"on": {"yes"}})
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	b.want("/drafts", url.Values{"draft": {"secret words"}}, 503,
		`{"error":{"code":"store_failed","message":"coach could not reach what it keeps. It goes on without it."}}`)
	b.want("/healthz", nil, 200, `{"status":"ok"}`)
	if !strings.Contains(log.String(), "database is closed") || strings.Contains(log.String(), "secret") {
		t.Errorf("the log is %s", log.String())
	}
}

// TestOpeningADraft gives a person the page with the words, and what stood in their way when they were kept.
func TestOpeningADraft(t *testing.T) {
	address, _ := startKeeping(t)
	b := newBrowser(t, address)
	b.send("/drafts", url.Values{"draft": {"I lied about <Tuesday>."}, "role": {"betrayer"}, "latched": {"on"}})
	status, body, header := b.sendAs("text/html", "/drafts/"+b.draftID(), nil)
	if status != 200 || header.Get("Content-Type") != "text/html; charset=utf-8" ||
		!strings.Contains(body, "I lied about &lt;Tuesday&gt;.</textarea>") || !strings.Contains(body, `name="latched"`) {
		t.Errorf("opening gives %d %s\n%s", status, header.Get("Content-Type"), body)
	}
}

// read sends a draft as the page's script does.
func (b *browser) read(body string) string {
	b.t.Helper()
	answer, err := b.client.Post(b.address+"/read", "application/json", strings.NewReader(body))
	if err != nil {
		b.t.Fatal(err)
	}
	defer answer.Body.Close()
	content, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != 200 {
		b.t.Fatalf("%d %s, %v", answer.StatusCode, content, err)
	}
	return string(content)
}

// TestRevisionsAreRecorded reads drafts on the page: only settled ones count, only with history on, and none about harm.
func TestRevisionsAreRecorded(t *testing.T) {
	address, path := startKeeping(t)
	b := newBrowser(t, address)
	const settled = `{"draft":"I cheated. It was just a mistake.","settled":true}`
	b.read(settled)
	b.want("/history", nil, 200, `{"kept":true,"on":false,"revisions":[]}`)
	b.send("/history", url.Values{"on": {"yes"}})
	b.read(`{"draft":"I cheated. It was just a mistake."}`)
	b.read(`{"draft":"I will kill you.","settled":true}`)
	b.read(`{"draft":"It was just a mistake.","settled":true,"latched":true}`)
	b.want("/history", nil, 200, `{"kept":true,"on":true,"revisions":[]}`)
	b.read(settled)
	b.read(settled)
	b.sendAs("text/html", "/", url.Values{"draft": {"I cheated."}})

	var got struct{ Revisions []store.Revision }
	_, body, _ := b.send("/history", nil)
	if err := json.Unmarshal([]byte(body), &got); err != nil || len(got.Revisions) != 2 {
		t.Fatalf("history is %s, %v; want two revisions", body, err)
	}
	if first, second := got.Revisions[0].Counts, got.Revisions[1].Counts; first["minimizing"] != 1 || second["minimizing"] != 0 {
		t.Errorf("the counts are %v and %v", first, second)
	}
	for _, ending := range []string{"", "-wal"} {
		content, err := os.ReadFile(path + ending)
		if err != nil || bytes.Contains(content, []byte("mistake")) || bytes.Contains(content, []byte("cheated")) {
			t.Errorf("coach.db%s holds words of the draft, %v", ending, err)
		}
	}
}

func TestPageShowsFeedback(t *testing.T) {
	address, _ := startKeeping(t)
	b := newBrowser(t, address)
	b.send("/feedback", url.Values{"rule": {"minimizing/mistake-label"}, "reason": {"misread"}, "note": {"about a <bus>"}})
	_, body, _ := b.sendAs("text/html", "/", nil)
	for _, part := range []string{"coach misread the sentence: “about a &lt;bus&gt;”", `action="/feedback/delete"`, `href="/export"`} {
		if !strings.Contains(body, part) {
			t.Errorf("the page does not show %s", part)
		}
	}
}

// TestPageWithoutStore: the page works where the database is damaged, and says so.
func TestPageWithoutStore(t *testing.T) {
	b := newBrowser(t, start(t, server.Config{StoreFault: store.ErrCorrupt}))
	status, body, _ := b.sendAs("text/html", "/", url.Values{"draft": {"It was just a mistake."}})
	if status != 200 || !strings.Contains(body, "just a mistake") || !strings.Contains(body, "The file in which coach keeps things is damaged.") {
		t.Errorf("got %d %s", status, body)
	}
}

// TestWorkspaceCookieBehindTLS: the browser sends the cookie over HTTPS only, and no other host can have set it.
func TestWorkspaceCookieBehindTLS(t *testing.T) {
	db, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "coach.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	const token = "a token for this test"
	address := start(t, server.Config{Store: db, BehindProxy: true, Token: token})
	request, err := http.NewRequestWithContext(t.Context(), "POST", address+"/history", strings.NewReader("on=yes"))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Authorization", "Bearer "+token)
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	want := regexp.MustCompile(`^__Host-coach-workspace=[A-Z2-7]{26}; expires=[^;]+ GMT; path=/; HttpOnly; secure; SameSite=Strict$`)
	if got := answer.Header.Get("Set-Cookie"); !want.MatchString(got) {
		t.Errorf("status %d, cookie %q", answer.StatusCode, got)
	}
}
