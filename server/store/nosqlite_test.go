//go:build !cgo

package store_test

import (
	"errors"
	"path/filepath"
	"testing"

	"coach/server/store"
)

func TestNoSQLite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "coach.db")
	_, err := store.Open(t.Context(), path, store.Options{})
	if !errors.Is(err, store.ErrNoSQLite) || err.Error() != path+": this build of coach has no SQLite; one built with CGO_ENABLED=1 has" {
		t.Errorf("got %v", err)
	}
}
