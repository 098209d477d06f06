package store

import (
	"context"
	"database/sql"
	"fmt"
)

// erase deletes rows and then their bytes. It returns how many rows there were.
//
// Deleting alone does not do it. SQLite overwrites a deleted row (secure_delete), but not the copy that stays behind
// when a row was moved within the file, and the journal holds every former state of a page. So the file is written anew
// (VACUUM) and the journal cut to nothing (a TRUNCATE checkpoint).
func (db *DB) erase(ctx context.Context, query string, args ...any) (int64, error) {
	n, err := db.deleteRows(ctx, query, args...)
	if err != nil {
		return 0, failed("deleting", err)
	}
	return n, db.sweep(ctx)
}

// deleteRows deletes and notes, in the same transaction, that there is something to sweep.
func (db *DB) deleteRows(ctx context.Context, query string, args ...any) (int64, error) {
	tx, err := db.sql.BeginTx(ctx, nil)
	if err != nil {
		return 0, err
	}
	defer tx.Rollback()
	result, err := tx.ExecContext(ctx, query, args...)
	if err != nil {
		return 0, err
	}
	n, err := result.RowsAffected()
	if err != nil || n == 0 {
		return 0, err
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO erasing DEFAULT VALUES"); err != nil {
		return 0, err
	}
	return n, tx.Commit()
}

// sweep removes the bytes of deleted rows, if there are any to remove. Once begun it is carried through, also when the
// browser that asked for it has gone away.
func (db *DB) sweep(ctx context.Context) error {
	ctx = context.WithoutCancel(ctx)
	// What is deleted while the file is written anew has a higher number, and is swept the next time.
	var last sql.NullInt64
	err := db.sql.QueryRowContext(ctx, "SELECT max(n) FROM erasing").Scan(&last)
	if err != nil || !last.Valid {
		return failed("looking for what is to be erased", err)
	}
	if err := db.rewrite(ctx); err != nil {
		return fmt.Errorf("%w: %w", ErrNotErased, err)
	}
	_, err = db.sql.ExecContext(ctx, "DELETE FROM erasing WHERE n <= ?", last.Int64)
	return failed("noting what was erased", err)
}

// rewrite writes the file anew, without what was deleted from it.
func (db *DB) rewrite(ctx context.Context) error {
	if _, err := db.sql.ExecContext(ctx, "VACUUM"); err != nil {
		return failed("writing the file anew", err)
	}
	return db.emptyJournal(ctx)
}

// emptyJournal writes the journal into the database and cuts it to zero bytes.
func (db *DB) emptyJournal(ctx context.Context) error {
	return retry(ctx, "emptying the journal", func() error {
		var busy, frames, moved int
		err := db.sql.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &frames, &moved)
		if err == nil && busy != 0 {
			err = ErrLocked
		}
		return err
	})
}
