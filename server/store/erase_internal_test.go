//go:build cgo

package store

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// filesHold tells which files of a database hold some bytes.
func filesHold(t *testing.T, path, words string) []string {
	t.Helper()
	files, err := filepath.Glob(path + "*")
	if err != nil {
		t.Fatal(err)
	}
	var holding []string
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(content, []byte(words)) {
			holding = append(holding, filepath.Base(file))
		}
	}
	return holding
}

func openTemp(t *testing.T) (*DB, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "coach.db")
	db, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db, path
}

// TestNothingStaysBehind keeps and deletes drafts of many lengths in a random order, so that rows are moved within the
// file, and looks for each deleted one in the bytes of the open database.
func TestNothingStaysBehind(t *testing.T) {
	db, path := openTemp(t)
	w := db.Workspace("somebody")
	random := rand.New(rand.NewPCG(1, 2))
	kept := map[string]string{} // id → words
	for i := range 60 {
		words := fmt.Sprintf("words-of-%04d.", i)
		d, err := w.KeepDraft(t.Context(), Draft{Text: strings.Repeat(words, 1+random.IntN(120))})
		if err != nil {
			t.Fatal(err)
		}
		kept[d.ID] = words
	}
	for id, words := range kept {
		if holding := filesHold(t, path, words); len(holding) == 0 {
			t.Fatalf("no file holds %q while it is kept: the test looks in the wrong place", words)
		}
		if err := w.DeleteDraft(t.Context(), id); err != nil {
			t.Fatal(err)
		}
		if holding := filesHold(t, path, words); len(holding) > 0 {
			t.Fatalf("%q was deleted, and is still in %v", words, holding)
		}
	}
}

// TestUnfinishedDeletion ends after the rows are deleted and before their bytes are; the next Open does the rest.
func TestUnfinishedDeletion(t *testing.T) {
	db, path := openTemp(t)
	w := db.Workspace("somebody")
	d, err := w.KeepDraft(t.Context(), Draft{Text: "the words of this draft"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.deleteRows(context.Background(), "DELETE FROM drafts WHERE id = ?", d.ID); err != nil {
		t.Fatal(err)
	}
	if filesHold(t, path, "the words of this draft") == nil {
		t.Fatal("the bytes are gone before anything removed them: the test shows nothing")
	}
	again, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if holding := filesHold(t, path, "the words of this draft"); holding != nil {
		t.Errorf("after the next Open the words are still in %v", holding)
	}
}
