package store

import (
	"database/sql"
	"errors"
	"fmt"
)

// What can be wrong with a store; errors.Is finds them. None of their texts holds a value that was to be stored.
var (
	ErrNoSQLite   = errors.New("this build of coach has no SQLite; one built with CGO_ENABLED=1 has")
	ErrUnwritable = errors.New("the database cannot be written")
	ErrFull       = errors.New("the disk is full")
	ErrLocked     = errors.New("another program has locked the database")
	ErrCorrupt    = errors.New("the database is damaged")
	ErrDisk       = errors.New("the disk could not be read or written")
	ErrForeign    = errors.New("the database belongs to another program")
	ErrNewer      = errors.New("the database was written by a newer coach")
	ErrNotFound   = errors.New("there is nothing kept under this id")
	ErrTooMany    = errors.New("no more of this is kept")
	ErrInvalid    = errors.New("this cannot be kept")
	// ErrNotErased: what was deleted is no longer given out, but its bytes may still be in the files. The next deletion,
	// Open or Close removes them.
	ErrNotErased = errors.New("it is deleted, but its words are not yet gone from the file")
)

// failed says what was being done and which of the errors above it was, if any.
func failed(doing string, err error) error {
	switch kind := kindOf(err); {
	case err == nil:
		return nil
	case errors.Is(err, sql.ErrNoRows):
		return ErrNotFound
	case kind != nil:
		return fmt.Errorf("%s: %w (%w)", doing, kind, err)
	}
	return fmt.Errorf("%s: %w", doing, err)
}
