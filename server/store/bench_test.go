//go:build cgo

package store_test

import (
	"fmt"
	"strings"
	"testing"

	"coach/server/store"
)

// BenchmarkDelete deletes one draft out of a database with others of 2,000 characters.
func BenchmarkDelete(b *testing.B) {
	for _, others := range []int{100, 10_000} {
		b.Run(fmt.Sprint(others), func(b *testing.B) {
			db, _ := open(b)
			for i := range others {
				keep(b, db.Workspace(fmt.Sprint(i/50)), strings.Repeat("twenty characters.. ", 100))
			}
			w := db.Workspace("mine")
			for b.Loop() {
				b.StopTimer()
				d := keep(b, w, "words")
				b.StartTimer()
				if err := w.DeleteDraft(b.Context(), d.ID); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkRecord records a revision, with its wait for the disk.
func BenchmarkRecord(b *testing.B) {
	db, _ := open(b)
	for b.Loop() {
		b.StopTimer()
		w := db.Workspace(store.NewToken())
		if err := w.SetHistory(b.Context(), true); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		if _, err := w.AddRevision(b.Context(), map[string]int{"minimizing": 1}, map[string]int{"present": 2}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkHistoryOff is what a browser without history costs each reading.
func BenchmarkHistoryOff(b *testing.B) {
	db, _ := open(b)
	w := db.Workspace("a token")
	for b.Loop() {
		if added, err := w.AddRevision(b.Context(), map[string]int{"minimizing": 1}, nil); added || err != nil {
			b.Fatal(added, err)
		}
	}
}
