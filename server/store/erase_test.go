//go:build cgo

package store_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"coach/server/store"
)

// filesWith gives the files of the database at path, its journals among them, that hold some bytes.
func filesWith(t *testing.T, path, words string) []string {
	t.Helper()
	files, err := filepath.Glob(path + "*")
	if err != nil {
		t.Fatal(err)
	}
	holding := []string{}
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

// TestDeletedWordsAreGone looks for words in the raw files while the database is open, after each way to delete them.
func TestDeletedWordsAreGone(t *testing.T) {
	const words = "I told you I was at my sister's"
	tests := []struct {
		name   string
		delete func(w store.Workspace, id string) error
	}{
		{"one draft", func(w store.Workspace, id string) error { return w.DeleteDraft(t.Context(), id) }},
		{"all drafts", func(w store.Workspace, _ string) error { return w.DeleteDrafts(t.Context()) }},
		{"the workspace", func(w store.Workspace, _ string) error { return w.Delete(t.Context()) }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			db, path := open(t)
			w := db.Workspace("a token")
			other := keep(t, db.Workspace("another token"), "words that stay")
			d := keep(t, w, words)
			keepFeedback(t, w, "a note that stays or goes with its workspace")
			if len(filesWith(t, path, words)) == 0 {
				t.Fatal("no file holds the words while they are kept: the test looks in the wrong place")
			}
			if err := test.delete(w, d.ID); err != nil {
				t.Fatal(err)
			}
			if holding := filesWith(t, path, words); len(holding) > 0 {
				t.Errorf("the words are still in %v", holding)
			}
			if got, err := db.Workspace("another token").Draft(t.Context(), other.ID); err != nil || got.Text != "words that stay" {
				t.Errorf("the draft of another workspace is now %q, %v", got.Text, err)
			}
		})
	}
}

func TestDeletedFeedbackIsGone(t *testing.T) {
	db, path := open(t)
	w := db.Workspace("a token")
	one := keepFeedback(t, w, "a first note")
	keepFeedback(t, w, "a second note")
	if err := w.DeleteFeedback(t.Context(), one.ID); err != nil {
		t.Fatal(err)
	}
	if first, second := filesWith(t, path, "a first note"), filesWith(t, path, "a second note"); len(first) > 0 || len(second) == 0 {
		t.Errorf("the deleted note is in %v, the kept one in %v", first, second)
	}
	if err := w.DeleteAllFeedback(t.Context()); err != nil {
		t.Fatal(err)
	}
	if holding := filesWith(t, path, "a second note"); len(holding) > 0 {
		t.Errorf("the second note is still in %v", holding)
	}
}

// TestMovedWordsAreGone keeps and deletes drafts of many lengths in no order, so that SQLite moves rows within the file.
// secure_delete and a checkpoint alone do not pass it.
func TestMovedWordsAreGone(t *testing.T) {
	db, path := open(t)
	w := db.Workspace("a token")
	random := rand.New(rand.NewPCG(1, 2))
	var ids, words []string
	for i := range 60 {
		words = append(words, fmt.Sprintf("words-of-%04d.", i))
		ids = append(ids, keep(t, w, strings.Repeat(words[i], 1+random.IntN(120))).ID)
	}
	for _, i := range random.Perm(len(ids)) {
		if err := w.DeleteDraft(t.Context(), ids[i]); err != nil {
			t.Fatal(err)
		}
		if holding := filesWith(t, path, words[i]); len(holding) > 0 {
			t.Fatalf("%q was deleted, and is still in %v", words[i], holding)
		}
	}
}

// TestInterruptedDeletion ends between deleting rows and removing their bytes; the next Open does the rest.
func TestInterruptedDeletion(t *testing.T) {
	const words = "the words of this draft"
	db, path := open(t)
	d := keep(t, db.Workspace("a token"), words)
	if err := db.DeleteUnswept(t.Context(), "DELETE FROM drafts WHERE id = ?", d.ID); err != nil {
		t.Fatal(err)
	}
	if len(filesWith(t, path, words)) == 0 {
		t.Fatal("the bytes are gone before anything removed them: the test shows nothing")
	}
	openAt(t, path)
	if holding := filesWith(t, path, words); len(holding) > 0 {
		t.Errorf("after the next Open the words are still in %v", holding)
	}
}

// TestDeletionBesideAReader deletes while another program reads the database: it must say that the bytes are still
// there, and remove them when it can.
func TestDeletionBesideAReader(t *testing.T) {
	const words = "the words of this draft"
	db, path := open(t)
	w := db.Workspace("a token")
	d := keep(t, w, words)
	reader, err := openAt(t, path).SQL().Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	mustExec(t, db.SQL(), "PRAGMA busy_timeout = 50") // it will not help to wait
	mustExec(t, reader, "BEGIN DEFERRED")
	mustExec(t, reader, "SELECT * FROM drafts")
	if err := w.DeleteDraft(t.Context(), d.ID); !errors.Is(err, store.ErrNotErased) {
		t.Errorf("beside a reader the deletion says %v, want ErrNotErased", err)
	}
	if _, err := w.Draft(t.Context(), d.ID); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("reading the deleted draft gives %v, want ErrNotFound", err)
	}
	mustExec(t, reader, "COMMIT")
	if err := db.Close(); err != nil {
		t.Error(err)
	}
	if holding := filesWith(t, path, words); len(holding) > 0 {
		t.Errorf("after Close the words are still in %v", holding)
	}
}

// TestCancelledDeletion: a deletion that was given up either happened wholly or not at all, and its error says which.
func TestCancelledDeletion(t *testing.T) {
	const words = "the words of this draft"
	db, path := open(t)
	w := db.Workspace("a token")
	d := keep(t, w, words)
	ctx, leave := context.WithCancel(t.Context())
	leave()
	err := w.DeleteDraft(ctx, d.ID)
	holding := filesWith(t, path, words)
	if deleted := err == nil; deleted != (len(holding) == 0) {
		t.Errorf("the deletion says %v, and %v hold the words", err, holding)
	}
}

func TestOnlyOneRowGoes(t *testing.T) {
	db, _ := open(t)
	w := db.Workspace("a token")
	one, two := keep(t, w, "one"), keep(t, w, "two")
	if err := w.DeleteDraft(t.Context(), one.ID); err != nil {
		t.Fatal(err)
	}
	left, err := w.Drafts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !slices.EqualFunc(left, []string{two.ID}, func(d store.Draft, id string) bool { return d.ID == id }) {
		t.Errorf("after one of two was deleted, %v are left", left)
	}
	if err := w.DeleteDraft(t.Context(), one.ID); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("deleting it again gives %v, want ErrNotFound", err)
	}
}
