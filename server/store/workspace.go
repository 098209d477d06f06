package store

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"time"
)

// A Workspace is what one browser keeps. It reads and writes nothing of any other. It need not exist yet: the first
// thing that is kept makes it.
type Workspace struct {
	db  *DB
	key []byte
}

// NewToken gives a token that nobody can guess (26 letters and digits, 128 random bits), for the cookie of a browser.
func NewToken() string { return rand.Text() }

// Workspace is the workspace of a token. The database holds only the token's hash, so that whoever reads the file cannot
// take a browser's place.
func (db *DB) Workspace(token string) Workspace {
	key := sha256.Sum256([]byte(token))
	return Workspace{db, key[:]}
}

// mine picks the rows of one workspace by its key.
const mine = "workspace = (SELECT n FROM workspaces WHERE key = ?)"

// write runs do in one transaction; it gives do the number of the workspace, which exists by then, and the time.
func (w Workspace) write(ctx context.Context, doing string, do func(tx *sql.Tx, workspace int64, at time.Time) error) error {
	tx, err := w.db.sql.BeginTx(ctx, nil)
	if err != nil {
		return failed(doing, err)
	}
	defer tx.Rollback()
	at := w.db.now().UTC().Truncate(time.Millisecond)
	var workspace int64
	err = tx.QueryRowContext(ctx, `INSERT INTO workspaces (key, used) VALUES (?, ?)
		ON CONFLICT (key) DO UPDATE SET used = excluded.used RETURNING n`, w.key, at.UnixMilli()).Scan(&workspace)
	if err != nil {
		return failed(doing, err)
	}
	if err := do(tx, workspace, at); err != nil {
		return failed(doing, err)
	}
	return failed(doing, tx.Commit())
}

// room is ErrTooMany where the workspace has the most rows a table of it may have.
func room(ctx context.Context, tx *sql.Tx, table string, workspace int64, most int) error {
	var n int
	err := tx.QueryRowContext(ctx, "SELECT count(*) FROM "+table+" WHERE workspace = ?", workspace).Scan(&n)
	if err == nil && n >= most {
		return fmt.Errorf("%w: %d are the most; delete some first", ErrTooMany, most)
	}
	return err
}

// list reads rows, one after the other, with scan.
func list[T any](ctx context.Context, db *DB, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	rows, err := db.sql.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, failed("reading", err)
	}
	defer rows.Close()
	all := []T{}
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, failed("reading", err)
		}
		all = append(all, one)
	}
	return all, failed("reading", rows.Err())
}

// eraseOne erases the row with an id, or is ErrNotFound.
func (w Workspace) eraseOne(ctx context.Context, table, id string) error {
	n, err := w.db.erase(ctx, "DELETE FROM "+table+" WHERE id = ? AND "+mine, id, w.key)
	if err == nil && n == 0 {
		return ErrNotFound
	}
	return err
}

func (w Workspace) eraseAll(ctx context.Context, table string) error {
	_, err := w.db.erase(ctx, "DELETE FROM "+table+" WHERE "+mine, w.key)
	return err
}

// Delete erases everything the workspace keeps, and the workspace.
func (w Workspace) Delete(ctx context.Context) error {
	_, err := w.db.erase(ctx, "DELETE FROM workspaces WHERE key = ?", w.key)
	return err
}

// clockIsRight is a time before coach was written. A machine without a clock of its own may start in 1970; what it wrote
// then is not old.
var clockIsRight = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// forgetOld deletes the workspaces that no browser can reach any more.
func (db *DB) forgetOld(ctx context.Context) error {
	_, err := db.deleteRows(ctx, "DELETE FROM workspaces WHERE used BETWEEN ? AND ?",
		clockIsRight.UnixMilli(), db.now().Add(-Lifetime).UnixMilli())
	return failed("deleting what no browser can reach any more", err)
}
