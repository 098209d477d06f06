//go:build cgo

package store_test

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	_ "github.com/mattn/go-sqlite3"

	"coach/server/store"
)

// openError opens what cannot be opened and checks its sentence.
func openError(t *testing.T, path string, kind error, sentence string) {
	t.Helper()
	db, err := store.Open(t.Context(), path, store.Options{})
	if err == nil {
		db.Close()
		t.Fatal("it opened")
	}
	if !errors.Is(err, kind) {
		t.Errorf("the error is %v, want %v", err, kind)
	}
	if got := err.Error(); !strings.HasPrefix(got, sentence) || strings.Contains(got, "\n") {
		t.Errorf("it says\n%s\nwant\n%s", got, sentence)
	}
}

// unchanged fails where the test changes a file's bytes or mode.
func unchanged(t *testing.T, path string) {
	t.Helper()
	before, mode := readFile(t, path), fileMode(t, path)
	t.Cleanup(func() {
		if string(readFile(t, path)) != string(before) || fileMode(t, path) != mode {
			t.Errorf("%s was changed", path)
		}
	})
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func fileMode(t *testing.T, path string) os.FileMode {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode()
}

func TestFilesArePrivate(t *testing.T) {
	old := syscall.Umask(0o022)
	defer syscall.Umask(old)
	db, path := open(t)
	keep(t, db.Workspace("a token"), "words")
	for _, ending := range []string{"", "-wal", "-shm"} {
		if mode := fileMode(t, path+ending); mode != 0o600 {
			t.Errorf("coach.db%s has mode %v", ending, mode)
		}
	}
}

// TestFilesBecomePrivate opens a database that others may read, as a copy may be.
func TestFilesBecomePrivate(t *testing.T) {
	db, path := open(t)
	keep(t, db.Workspace("a token"), "words")
	for _, ending := range []string{"", "-wal", "-shm"} {
		if err := os.Chmod(path+ending, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	openAt(t, path)
	for _, ending := range []string{"", "-wal", "-shm"} {
		if mode := fileMode(t, path+ending); mode != 0o600 {
			t.Errorf("coach.db%s has mode %v", ending, mode)
		}
	}
}

func TestPathsWithOddCharacters(t *testing.T) {
	for _, name := range []string{"a b.db", "50%.db", "what?.db", "nr#1.db", "ü&x=1.db"} {
		path := filepath.Join(t.TempDir(), name)
		keep(t, openAt(t, path).Workspace("a token"), "words")
		if len(filesWith(t, path, "words")) == 0 {
			t.Errorf("%q does not hold what was kept", name)
		}
	}
}

func TestSettings(t *testing.T) {
	db, _ := open(t)
	for pragma, want := range map[string]string{
		"journal_mode": "wal", "secure_delete": "1", "synchronous": "2", "foreign_keys": "1",
		"trusted_schema": "0", "temp_store": "2", "busy_timeout": "2000", "user_version": "1",
	} {
		var got string
		if err := db.SQL().QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&got); err != nil || got != want {
			t.Errorf("%s is %q, %v; want %q", pragma, got, err, want)
		}
	}
}

func TestCloseLeavesOneFile(t *testing.T) {
	db, path := open(t)
	keep(t, db.Workspace("a token"), "words")
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(path + "*")
	if err != nil || len(files) != 1 {
		t.Errorf("after Close there are %v, %v", files, err)
	}
	list, err := openAt(t, path).Workspace("a token").Drafts(t.Context())
	if err != nil || len(list) != 1 {
		t.Errorf("reopened, it has %v, %v", list, err)
	}
}

func TestNewerSchema(t *testing.T) {
	db, path := open(t)
	mustExec(t, db.SQL(), "PRAGMA user_version = 7")
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	unchanged(t, path)
	openError(t, path, store.ErrNewer,
		path+": the database was written by a newer coach (schema 7; this one knows 1): use that one, or another file")
}

func TestForeignDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "places.sqlite")
	other, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	mustExec(t, other, "CREATE TABLE bookmarks (url TEXT)")
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	unchanged(t, path)
	openError(t, path, store.ErrForeign, path+": the database belongs to another program")
}

func TestNoDatabase(t *testing.T) {
	folder := t.TempDir()
	text := filepath.Join(folder, "draft.txt")
	if err := os.WriteFile(text, []byte(strings.Repeat("This is my draft. ", 100)), 0o644); err != nil {
		t.Fatal(err)
	}
	unchanged(t, text)
	openError(t, text, store.ErrCorrupt, text+": looking at it: the database is damaged (file is not a database)")
	openError(t, folder, store.ErrUnwritable, folder+": the database cannot be written: it is not a file")
	nowhere := filepath.Join(folder, "no", "coach.db")
	openError(t, nowhere, store.ErrUnwritable, nowhere+": the database cannot be written: no such file or directory")
}

// TestCorrupt overwrites pages in the middle of a database.
func TestCorrupt(t *testing.T) {
	db, path := open(t)
	for range 20 {
		keep(t, db.Workspace("a token"), strings.Repeat("words ", 1000))
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	content := readFile(t, path)
	copy(content[4096:], strings.Repeat("garbage ", len(content)/2/8))
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	unchanged(t, path)
	openError(t, path, store.ErrCorrupt, path+": the database is damaged (*** in database main *** Tree 2 page 2: ")
}

// TestCorruptWhileOpen damages a database that a server has open: what it asks for then is an error, not a crash.
func TestCorruptWhileOpen(t *testing.T) {
	db, path := open(t)
	w := db.Workspace("a token")
	for range 20 {
		keep(t, w, strings.Repeat("words ", 1000))
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	db = openAt(t, path)
	w = db.Workspace("a token")
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for page := int64(1); page < int64(len(readFile(t, path))/4096); page++ {
		if _, err := f.WriteAt([]byte(strings.Repeat("garbage ", 512)), page*4096); err != nil {
			t.Fatal(err)
		}
	}
	mustExec(t, db.SQL(), "PRAGMA shrink_memory")
	_, listErr := w.Drafts(t.Context())
	_, keepErr := w.KeepDraft(t.Context(), store.Draft{Text: "words"})
	if !errors.Is(listErr, store.ErrCorrupt) || !errors.Is(keepErr, store.ErrCorrupt) {
		t.Errorf("listing gives %v, keeping gives %v; want ErrCorrupt", listErr, keepErr)
	}
}

// TestMigrationIsWhole: of a change that fails in its middle nothing is there, and the changes before it are.
func TestMigrationIsWhole(t *testing.T) {
	pool, err := sql.Open("sqlite3", filepath.Join(t.TempDir(), "any.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	changes := []string{
		"CREATE TABLE a (x); CREATE TABLE b (x);",
		"CREATE TABLE c (x); INSERT INTO nowhere VALUES (1);",
	}
	if err := store.Migrate(t.Context(), pool, changes); err == nil || !strings.Contains(err.Error(), "change 2") {
		t.Errorf("the broken change gives %v", err)
	}
	if got := schema(t, pool); got != "1 a b" {
		t.Errorf("the schema is %q, want version 1 with a and b", got)
	}
	changes[1] = "CREATE TABLE c (x);"
	for range 2 {
		if err := store.Migrate(t.Context(), pool, changes); err != nil {
			t.Fatal(err)
		}
	}
	if got := schema(t, pool); got != "2 a b c" {
		t.Errorf("the schema is %q, want version 2 with a, b and c", got)
	}
}

func schema(t *testing.T, pool *sql.DB) string {
	t.Helper()
	var version int
	var names string
	err := pool.QueryRow(`SELECT (SELECT user_version FROM pragma_user_version),
		(SELECT group_concat(name, ' ') FROM (SELECT name FROM sqlite_schema ORDER BY name))`).Scan(&version, &names)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(version, " ", names)
}
