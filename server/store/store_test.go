//go:build cgo

package store_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"coach/server/store"
)

func open(t testing.TB) (db *store.DB, path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "coach.db")
	return openAt(t, path), path
}

func openAt(t testing.TB, path string) *store.DB {
	t.Helper()
	db, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.SQL().Close() })
	return db
}

func keep(t testing.TB, w store.Workspace, words string) store.Draft {
	t.Helper()
	d, err := w.KeepDraft(t.Context(), store.Draft{Text: words, Role: "betrayer"})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func keepFeedback(t testing.TB, w store.Workspace, note string) store.Feedback {
	t.Helper()
	f, err := w.AddFeedback(t.Context(), store.Feedback{Rule: "minimizing/mistake-label", Reason: store.Fine, Note: note, Version: "1.2.3"})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func turnOn(t testing.TB, w store.Workspace) {
	t.Helper()
	if err := w.SetHistory(t.Context(), true); err != nil {
		t.Fatal(err)
	}
}

func revisions(t testing.TB, w store.Workspace) []store.Revision {
	t.Helper()
	all, err := w.Revisions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func mustExec(t testing.TB, c interface {
	ExecContext(context.Context, string, ...any) (sql.Result, error)
}, query string,
) {
	t.Helper()
	if _, err := c.ExecContext(t.Context(), query); err != nil {
		t.Fatal(err)
	}
}

// count gives the number of rows of a table.
func count(t testing.TB, db *store.DB, table string) int {
	t.Helper()
	var n int
	if err := db.SQL().QueryRowContext(t.Context(), "SELECT count(*) FROM "+table).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// clock is a Now that a test sets.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

func openWithClock(t testing.TB) (*store.DB, *clock, string) {
	t.Helper()
	c := &clock{time.Date(2026, 11, 24, 19, 10, 0, 123_456_789, time.UTC)}
	path := filepath.Join(t.TempDir(), "coach.db")
	db, err := store.Open(t.Context(), path, store.Options{Now: c.now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.SQL().Close() })
	return db, c, path
}

func TestNothingIsKeptUnasked(t *testing.T) {
	db, _ := open(t)
	w := db.Workspace("a token")
	if on, err := w.HistoryOn(t.Context()); on || err != nil {
		t.Errorf("history of a new workspace is on: %v, %v", on, err)
	}
	if added, err := w.AddRevision(t.Context(), map[string]int{"minimizing": 1}, nil); added || err != nil {
		t.Errorf("a revision was recorded while history is off: %v, %v", added, err)
	}
	if n := count(t, db, "workspaces"); n != 0 {
		t.Errorf("there are %d workspaces before anything was kept", n)
	}
}

func TestHistory(t *testing.T) {
	db, clock, _ := openWithClock(t)
	w := db.Workspace("a token")
	turnOn(t, w)
	steps := []struct {
		after    time.Duration
		counts   map[string]int
		elements map[string]int
		added    bool
	}{
		{0, map[string]int{"blame-shifting": 2, "minimizing": 0}, map[string]int{"present": 1, "missing": 4}, true},
		{9 * time.Minute, map[string]int{"blame-shifting": 2}, map[string]int{"present": 1, "missing": 4}, false},
		{2 * time.Minute, map[string]int{"blame-shifting": 2}, map[string]int{"present": 1, "missing": 4}, true},
		{time.Second, map[string]int{}, map[string]int{"present": 5}, true},
	}
	for i, step := range steps {
		clock.at = clock.at.Add(step.after)
		if added, err := w.AddRevision(t.Context(), step.counts, step.elements); added != step.added || err != nil {
			t.Errorf("step %d: added is %v, %v", i, added, err)
		}
	}
	type row struct {
		At               string
		Counts, Elements map[string]int
	}
	want := []row{
		{"2026-11-24T19:10:00.123Z", map[string]int{"blame-shifting": 2}, map[string]int{"present": 1, "missing": 4}},
		{"2026-11-24T19:21:00.123Z", map[string]int{"blame-shifting": 2}, map[string]int{"present": 1, "missing": 4}},
		{"2026-11-24T19:21:01.123Z", map[string]int{}, map[string]int{"present": 5}},
	}
	var got []row
	for _, r := range revisions(t, w) {
		got = append(got, row{r.At.Format(time.RFC3339Nano), r.Counts, r.Elements})
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("history is\n%v\nwant\n%v", got, want)
	}
}

func TestHistoryTurnedOffStays(t *testing.T) {
	db, _ := open(t)
	w := db.Workspace("a token")
	turnOn(t, w)
	if _, err := w.AddRevision(t.Context(), map[string]int{"minimizing": 1}, nil); err != nil {
		t.Fatal(err)
	}
	if err := w.SetHistory(t.Context(), false); err != nil {
		t.Fatal(err)
	}
	if added, err := w.AddRevision(t.Context(), map[string]int{"minimizing": 2}, nil); added || err != nil {
		t.Errorf("recorded while off: %v, %v", added, err)
	}
	if got := revisions(t, w); len(got) != 1 {
		t.Errorf("%d revisions, want the one from before", len(got))
	}
	if err := w.DeleteRevision(t.Context(), revisions(t, w)[0].ID); err != nil {
		t.Error(err)
	}
	if got := revisions(t, w); len(got) != 0 {
		t.Errorf("%d revisions after the one was deleted", len(got))
	}
}

func TestHistoryHoldsNoWords(t *testing.T) {
	db, _ := open(t)
	w := db.Workspace("a token")
	turnOn(t, w)
	for _, words := range []string{"I cheated", "", "mistake.", strings.Repeat("a", 81)} {
		if _, err := w.AddRevision(t.Context(), map[string]int{words: 1}, nil); !errors.Is(err, store.ErrInvalid) {
			t.Errorf("%q as a category: %v, want ErrInvalid", words, err)
		}
	}
	if got := revisions(t, w); len(got) != 0 {
		t.Errorf("recorded all the same: %v", got)
	}
}

func TestDrafts(t *testing.T) {
	db, clock, _ := openWithClock(t)
	w := db.Workspace("a token")
	const text = "I lied.\r\n👩🏽‍🚀 e\u0301 שלום\x00 ‘end’\n"
	kept, err := w.KeepDraft(t.Context(), store.Draft{Text: text, Role: "betrayed", NoContact: true, Latched: true})
	if err != nil {
		t.Fatal(err)
	}
	clock.at = clock.at.Add(time.Hour)
	later := keep(t, w, "later")
	got, err := w.Draft(t.Context(), kept.ID)
	at := time.Date(2026, 11, 24, 19, 10, 0, 123_000_000, time.UTC)
	if want := (store.Draft{kept.ID, at, 29, "betrayed", true, true, text}); got != want || err != nil {
		t.Errorf("kept as\n%+v, %v\nwant\n%+v", got, err, want)
	}
	list, err := w.Drafts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := []store.Draft{
		{later.ID, at.Add(time.Hour), 5, "betrayer", false, false, ""},
		{kept.ID, at, 29, "betrayed", true, true, ""},
	}
	if !reflect.DeepEqual(list, want) {
		t.Errorf("the list is\n%+v\nwant\n%+v", list, want)
	}
}

func TestFeedback(t *testing.T) {
	db, _, _ := openWithClock(t)
	w := db.Workspace("a token")
	tests := []struct {
		name string
		f    store.Feedback
		err  error
	}{
		{"whole", store.Feedback{Rule: "minimizing/mistake-label", Reason: store.Fine, Note: "about a bus", Version: "1.2.3"}, nil},
		{"no note", store.Feedback{Rule: "pressuring/a-2", Reason: store.Other}, nil},
		{"longest note", store.Feedback{Rule: "a/b", Reason: store.Other, Note: strings.Repeat("é", 500)}, nil},
		{"note too long", store.Feedback{Rule: "a/b", Reason: store.Other, Note: strings.Repeat("é", 501)}, store.ErrInvalid},
		{"no reason", store.Feedback{Rule: "a/b"}, store.ErrInvalid},
		{"other reason", store.Feedback{Rule: "a/b", Reason: "because"}, store.ErrInvalid},
		{"words as a rule", store.Feedback{Rule: "it was just a mistake", Reason: store.Other}, store.ErrInvalid},
		{"two slashes", store.Feedback{Rule: "a/b/c", Reason: store.Other}, store.ErrInvalid},
	}
	for _, test := range tests {
		if _, err := w.AddFeedback(t.Context(), test.f); !errors.Is(err, test.err) {
			t.Errorf("%s: %v, want %v", test.name, err, test.err)
		}
	}
	if _, err := db.Workspace("another").AddFeedback(t.Context(), store.Feedback{Rule: "a/b", Reason: store.Side}); err != nil {
		t.Fatal(err)
	}
	all, err := db.AllFeedback(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range all {
		got = append(got, f.Rule+" "+string(f.Reason))
	}
	if want := []string{"a/b other", "a/b wrong-side", "minimizing/mistake-label fine-here", "pressuring/a-2 other"}; !reflect.DeepEqual(got, want) {
		t.Errorf("all feedback is %v, want %v", got, want)
	}
}

func TestEveryReasonHasALabel(t *testing.T) {
	for _, r := range store.Reasons() {
		if r.Label() == "" {
			t.Errorf("%q has no label", r)
		}
	}
}

// TestWorkspacesAreApart does with one workspace's ids what it can from another.
func TestWorkspacesAreApart(t *testing.T) {
	db, _ := open(t)
	mine, theirs := db.Workspace("mine"), db.Workspace("theirs")
	turnOn(t, mine)
	if _, err := mine.AddRevision(t.Context(), map[string]int{"minimizing": 1}, nil); err != nil {
		t.Fatal(err)
	}
	draft, feedback, revision := keep(t, mine, "my words"), keepFeedback(t, mine, "my note"), revisions(t, mine)[0]

	if on, err := theirs.HistoryOn(t.Context()); on || err != nil {
		t.Errorf("their history is on: %v, %v", on, err)
	}
	if _, err := theirs.Draft(t.Context(), draft.ID); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("they read my draft: %v", err)
	}
	for name, err := range map[string]error{
		"draft":    theirs.DeleteDraft(t.Context(), draft.ID),
		"feedback": theirs.DeleteFeedback(t.Context(), feedback.ID),
		"revision": theirs.DeleteRevision(t.Context(), revision.ID),
	} {
		if !errors.Is(err, store.ErrNotFound) {
			t.Errorf("deleting my %s from their workspace gives %v, want ErrNotFound", name, err)
		}
	}
	for _, err := range []error{
		theirs.DeleteDrafts(t.Context()), theirs.DeleteHistory(t.Context()),
		theirs.DeleteAllFeedback(t.Context()), theirs.Delete(t.Context()),
	} {
		if err != nil {
			t.Error(err)
		}
	}
	empty, err := theirs.Export(t.Context())
	if err != nil || len(empty.Drafts)+len(empty.Feedback)+len(empty.Revisions) > 0 || empty.HistoryOn {
		t.Errorf("they export %+v, %v", empty, err)
	}
	full, err := mine.Export(t.Context())
	if err != nil || len(full.Drafts) != 1 || len(full.Feedback) != 1 || len(full.Revisions) != 1 || !full.HistoryOn {
		t.Errorf("after all that I export %+v, %v", full, err)
	}
}

// TestTokenIsNotInTheFile: whoever reads the file cannot take a browser's place.
func TestTokenIsNotInTheFile(t *testing.T) {
	db, path := open(t)
	token := store.NewToken()
	keep(t, db.Workspace(token), "words")
	if holding := filesWith(t, path, token); len(holding) > 0 {
		t.Errorf("the token is in %v", holding)
	}
	if len(token) != 26 || token == store.NewToken() {
		t.Errorf("the token is %q", token)
	}
}

func TestExport(t *testing.T) {
	db, clock, _ := openWithClock(t)
	w := db.Workspace("a token")
	empty, err := w.Export(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	assertJSON(t, empty, `{"version":1,"at":"2026-11-24T19:10:00.123Z","history_on":false,"revisions":[],"drafts":[],"feedback":[]}`)

	turnOn(t, w)
	if _, err := w.AddRevision(t.Context(), map[string]int{"minimizing": 1}, map[string]int{"present": 2}); err != nil {
		t.Fatal(err)
	}
	d, f := keep(t, w, "my words"), keepFeedback(t, w, "my note")
	clock.at = clock.at.Add(time.Minute)
	full, err := w.Export(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	r := full.Revisions[0].ID
	assertJSON(t, full, `{"version":1,"at":"2026-11-24T19:11:00.123Z","history_on":true,`+
		`"revisions":[{"id":"`+r+`","at":"2026-11-24T19:10:00.123Z","counts":{"minimizing":1},"elements":{"present":2}}],`+
		`"drafts":[{"id":"`+d.ID+`","at":"2026-11-24T19:10:00.123Z","characters":8,"role":"betrayer","no_contact":false,"latched":false,"text":"my words"}],`+
		`"feedback":[{"id":"`+f.ID+`","at":"2026-11-24T19:10:00.123Z","rule":"minimizing/mistake-label","reason":"fine-here","note":"my note","version":"1.2.3"}]}`)
}

func assertJSON(t *testing.T, value any, want string) {
	t.Helper()
	got, err := json.Marshal(value)
	if err != nil || string(got) != want {
		t.Errorf("got %v\n%s\nwant\n%s", err, got, want)
	}
}

func TestNoMoreThanTheMost(t *testing.T) {
	db, _ := open(t)
	w, other := db.Workspace("a token"), db.Workspace("another token")
	for range store.MaxDrafts {
		keep(t, w, "words")
	}
	if _, err := w.KeepDraft(t.Context(), store.Draft{Text: "one more"}); !errors.Is(err, store.ErrTooMany) {
		t.Errorf("draft %d: %v, want ErrTooMany", store.MaxDrafts+1, err)
	}
	keep(t, other, "a workspace has its own limit")
	if n := count(t, db, "drafts"); n != store.MaxDrafts+1 {
		t.Errorf("%d drafts are kept", n)
	}
}

// TestForgotten: what no browser can reach any more goes at the next Open, and nothing else.
func TestForgotten(t *testing.T) {
	db, clock, path := openWithClock(t)
	keep(t, db.Workspace("old"), "the words of one who left")
	clock.at = clock.at.Add(time.Hour)
	keep(t, db.Workspace("young"), "the words of one who stayed")
	clock.at = time.Date(1970, 1, 1, 0, 5, 0, 0, time.UTC)
	keep(t, db.Workspace("no clock"), "written by a machine that had lost its clock")
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	clock.at = time.Date(2026, 11, 24, 19, 30, 0, 0, time.UTC).Add(store.Lifetime)
	again, err := store.Open(t.Context(), path, store.Options{Now: clock.now})
	if err != nil {
		t.Fatal(err)
	}
	defer again.SQL().Close()
	if holding := filesWith(t, path, "the words of one who left"); len(holding) > 0 {
		t.Errorf("the words of one who left are still in %v", holding)
	}
	for _, words := range []string{"the words of one who stayed", "written by a machine"} {
		if len(filesWith(t, path, words)) == 0 {
			t.Errorf("%q is gone", words)
		}
	}
}

func TestCancelled(t *testing.T) {
	db, _ := open(t)
	w := db.Workspace("a token")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := w.KeepDraft(ctx, store.Draft{Text: "words"}); !errors.Is(err, context.Canceled) {
		t.Errorf("keeping for one who left gives %v", err)
	}
	keep(t, w, "the next one is not harmed")
}
