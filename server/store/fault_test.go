//go:build cgo

package store_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"coach/server/store"
)

// childVariable names what the test binary does, instead of testing, in a process of its own: "writer PATH TOKEN 100".
const childVariable = "COACH_STORE_TEST_CHILD"

var children = map[string]func(args []string) error{"writer": writeRevisions}

func TestMain(m *testing.M) {
	words := strings.Fields(os.Getenv(childVariable))
	if len(words) == 0 {
		os.Exit(m.Run())
	}
	if err := children[words[0]](words[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// command is the test binary as a child.
func command(t *testing.T, words ...string) *exec.Cmd {
	t.Helper()
	c := exec.CommandContext(t.Context(), os.Args[0])
	c.Env = append(os.Environ(), childVariable+"="+strings.Join(words, " "))
	c.Stderr = os.Stderr
	return c
}

// writeRevisions takes a path, a token and a number n, records revisions with the counts 1 to n, and prints each count
// once it is committed.
func writeRevisions(args []string) error {
	ctx := context.Background()
	n, err := strconv.Atoi(args[2])
	if err != nil {
		return err
	}
	db, err := store.Open(ctx, args[0], store.Options{})
	if err != nil {
		return err
	}
	defer db.Close()
	w := db.Workspace(args[1])
	if err := w.SetHistory(ctx, true); err != nil {
		return err
	}
	for i := 1; i <= n; i++ {
		added, err := w.AddRevision(ctx, map[string]int{"minimizing": i}, map[string]int{"present": 1})
		if err != nil || !added {
			return fmt.Errorf("revision %d: added is %v, %w", i, added, err)
		}
		fmt.Println(i)
	}
	return nil
}

// sound fails where SQLite finds a fault in the database.
func sound(t *testing.T, db *store.DB) {
	t.Helper()
	var verdict string
	if err := db.SQL().QueryRowContext(t.Context(), "PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		t.Errorf("integrity_check says %q, %v", verdict, err)
	}
}

// TestKilled kills a process that records revisions as fast as it can, at four points of its thousand, and starts it
// anew on the same file. Every revision that it said was recorded must be there.
func TestKilled(t *testing.T) {
	path := filepath.Join(t.TempDir(), "coach.db")
	var said [4]int
	for round, stopAt := range []int{1, 150, 420, 1000} {
		token := fmt.Sprint("round-", round)
		c := command(t, "writer", path, token, "100000")
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for killed := false; lines.Scan(); {
			said[round]++
			if said[round] == stopAt && !killed {
				killed = true
				if err := c.Process.Kill(); err != nil { // SIGKILL
					t.Fatal(err)
				}
			}
		}
		if err := c.Wait(); err == nil {
			t.Fatal("the child ended by itself")
		}
	}
	db := openAt(t, path)
	sound(t, db)
	for round, n := range said {
		got := revisions(t, db.Workspace(fmt.Sprint("round-", round)))
		if len(got) < n {
			t.Errorf("round %d: %d revisions were recorded, %d are there", round, n, len(got))
		}
		for i, r := range got {
			if r.Counts["minimizing"] != i+1 {
				t.Fatalf("round %d: revision %d has the counts %v", round, i+1, r.Counts)
			}
		}
	}
}

// TestManyWriters records from eight goroutines, each in a workspace of its own.
func TestManyWriters(t *testing.T) {
	db, _ := open(t)
	var group sync.WaitGroup
	for g := range 8 {
		group.Go(func() {
			w := db.Workspace(fmt.Sprint("writer-", g))
			if err := w.SetHistory(t.Context(), true); err != nil {
				t.Error(err)
			}
			for i := range 100 {
				added, err := w.AddRevision(t.Context(), map[string]int{"minimizing": i}, nil)
				if err != nil || !added {
					t.Errorf("writer %d, revision %d: added is %v, %v", g, i, added, err)
				}
				if _, err := w.Revisions(t.Context()); err != nil {
					t.Errorf("writer %d cannot read: %v", g, err)
				}
			}
		})
	}
	group.Wait()
	if n := count(t, db, "revisions"); n != 800 {
		t.Errorf("%d revisions, want 800", n)
	}
}

// TestTwoProcesses lets three processes, this one among them, make and fill one database at the same time.
func TestTwoProcesses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "coach.db")
	a, b := command(t, "writer", path, "a", "300"), command(t, "writer", path, "b", "300")
	for _, c := range []*exec.Cmd{a, b} {
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
	}
	db := openAt(t, path)
	w := db.Workspace("c")
	for range 50 {
		d := keep(t, w, "words")
		if err := w.DeleteDraft(t.Context(), d.ID); err != nil {
			t.Errorf("deleting beside writers: %v", err)
		}
	}
	for _, c := range []*exec.Cmd{a, b} {
		if err := c.Wait(); err != nil {
			t.Errorf("a writer failed: %v", err)
		}
	}
	sound(t, db)
	if n := count(t, db, "revisions"); n != 600 {
		t.Errorf("%d revisions, want 600", n)
	}
}

// TestLocked: another program holds the database. Reading goes on, writing says so, and afterwards all is as before.
func TestLocked(t *testing.T) {
	db, path := open(t)
	w := db.Workspace("a token")
	d := keep(t, w, "words")
	mustExec(t, db.SQL(), "PRAGMA busy_timeout = 50") // it will not help to wait
	other, err := openAt(t, path).SQL().Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	mustExec(t, other, "BEGIN IMMEDIATE")
	if _, err := w.KeepDraft(t.Context(), store.Draft{Text: "more words"}); !errors.Is(err, store.ErrLocked) {
		t.Errorf("keeping gives %v, want ErrLocked", err)
	}
	if err := w.DeleteDraft(t.Context(), d.ID); !errors.Is(err, store.ErrLocked) || errors.Is(err, store.ErrNotErased) {
		t.Errorf("deleting gives %v, want ErrLocked alone", err)
	}
	if got, err := w.Draft(t.Context(), d.ID); err != nil || got.Text != "words" {
		t.Errorf("reading gives %q, %v", got.Text, err)
	}
	mustExec(t, other, "ROLLBACK")
	keep(t, w, "and now it goes")
}

// TestFull gives the database no page more than it has.
func TestFull(t *testing.T) {
	db, _ := open(t)
	w := db.Workspace("a token")
	d := keep(t, w, "words")
	mustExec(t, db.SQL(), "PRAGMA max_page_count = 1")
	if _, err := w.KeepDraft(t.Context(), store.Draft{Text: strings.Repeat("words ", 5000)}); !errors.Is(err, store.ErrFull) {
		t.Errorf("keeping gives %v, want ErrFull", err)
	}
	if got, err := w.Draft(t.Context(), d.ID); err != nil || got.Text != "words" {
		t.Errorf("what was kept before is now %q, %v", got.Text, err)
	}
	sound(t, db)
	mustExec(t, db.SQL(), "PRAGMA max_page_count = 100000")
	keep(t, w, strings.Repeat("words ", 5000))
}
