//go:build cgo

package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"syscall"

	"github.com/mattn/go-sqlite3"
)

// perConnection is what SQLite forgets when a connection ends and the address of the database cannot say. Temporary
// files would hold words outside the database.
const perConnection = "PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;"

// connector opens connections to one database.
type connector struct {
	address string
	driver  *sqlite3.SQLiteDriver
}

func (c connector) Connect(context.Context) (driver.Conn, error) { return c.driver.Open(c.address) }
func (c connector) Driver() driver.Driver                        { return c.driver }

func connect(address string) (*sql.DB, error) {
	return sql.OpenDB(connector{address, &sqlite3.SQLiteDriver{ConnectHook: func(c *sqlite3.SQLiteConn) error {
		_, err := c.Exec(perConnection, nil)
		return err
	}}}), nil
}

// kindOf is the error of this package that a result code of SQLite means, or nil.
func kindOf(err error) error {
	var e sqlite3.Error
	if !errors.As(err, &e) {
		return nil
	}
	if e.SystemErrno == syscall.ENOSPC || e.SystemErrno == syscall.EDQUOT {
		return ErrFull
	}
	switch e.Code {
	case sqlite3.ErrFull:
		return ErrFull
	case sqlite3.ErrBusy, sqlite3.ErrLocked, sqlite3.ErrProtocol:
		return ErrLocked
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB, sqlite3.ErrFormat:
		return ErrCorrupt
	case sqlite3.ErrReadonly, sqlite3.ErrCantOpen, sqlite3.ErrPerm, sqlite3.ErrAuth:
		return ErrUnwritable
	case sqlite3.ErrIoErr:
		return ErrDisk
	}
	return nil
}
