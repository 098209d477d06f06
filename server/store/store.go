// Package store keeps what a person asked coach to keep: counts of findings over time, drafts, and feedback on notes.
//
// Everything belongs to a workspace, which is one browser, known by a random token. Nothing is kept unasked, and what is
// deleted is gone from the database file and from the files SQLite keeps beside it.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Lifetime is how long a workspace is kept after something was last written to it. Browsers forget a cookie after 400
// days (RFC 6265bis, 5.5), and then nobody can reach the workspace any more.
const Lifetime = 400 * 24 * time.Hour

// patience is how long another program may hold the database before a write gives up.
const patience = 2 * time.Second

// Options are what Open may be told.
type Options struct {
	Now func() time.Time // the clock; nil means time.Now
}

// DB is an open database. Any number of goroutines may share it.
type DB struct {
	sql *sql.DB
	now func() time.Time
}

// Open opens the database at path, or makes it. The file, and those SQLite keeps beside it, can be read and written by
// their owner only. An older schema is brought up to date; what an interrupted deletion left is erased, and workspaces
// older than their Lifetime are deleted.
//
// Its error is one sentence for people that names the path, and one of the errors of this package.
func Open(ctx context.Context, path string, o Options) (*DB, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	pool, err := connect(address(path))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	// One connection: writers of this process then queue for it instead of for SQLite's lock, and no reader of this
	// process keeps the journal from being emptied.
	pool.SetMaxOpenConns(1)
	db := &DB{sql: pool, now: o.Now}
	if err := db.prepare(ctx, path); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", path, err), pool.Close())
	}
	return db, nil
}

// address is what SQLite opens: a URI (https://sqlite.org/uri.html) with the settings of go-sqlite3.
//
// secure_delete overwrites what is deleted. synchronous=FULL: a draft that was said to be kept is still there when the
// power fails; rows are few, so the time for it does not matter. txlock=immediate: a transaction that reads and then
// writes would otherwise fail when another wrote in between, however long it is ready to wait.
func address(path string) string {
	slashed := filepath.ToSlash(path)
	if filepath.VolumeName(path) != "" {
		slashed = "/" + slashed
	}
	settings := url.Values{
		"_busy_timeout":  {fmt.Sprint(patience.Milliseconds())},
		"_foreign_keys":  {"on"},
		"_secure_delete": {"on"},
		"_synchronous":   {"FULL"},
		"_txlock":        {"immediate"},
	}
	return "file:" + (&url.URL{Path: slashed}).EscapedPath() + "?" + settings.Encode()
}

func (db *DB) prepare(ctx context.Context, path string) error {
	if err := createPrivate(path); err != nil {
		return err
	}
	// Until it is known that the database is coach's, nothing of it is changed.
	if err := db.inspect(ctx); err != nil {
		return err
	}
	if err := makePrivate(path); err != nil {
		return err
	}
	if err := db.useJournal(ctx); err != nil {
		return err
	}
	if err := migrate(ctx, db.sql, migrations); err != nil {
		return err
	}
	return db.tidy(ctx)
}

// tidy deletes what is left to delete. Where the disk is full or another program is writing, that waits for the next
// Open: it is no reason not to open.
func (db *DB) tidy(ctx context.Context) error {
	err := db.forgetOld(ctx)
	if err == nil {
		err = db.sweep(ctx)
	}
	if errors.Is(err, ErrFull) || errors.Is(err, ErrLocked) {
		return nil
	}
	return err
}

// createPrivate makes an empty file where there is none. SQLite gives its other files the mode of this one.
func createPrivate(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	switch {
	case err == nil:
		return f.Close()
	case errors.Is(err, fs.ErrExist):
		return mustBeFile(path)
	}
	return fmt.Errorf("%w: %w", ErrUnwritable, reason(err))
}

func mustBeFile(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return fmt.Errorf("%w: %w", ErrUnwritable, reason(err))
	case !info.Mode().IsRegular():
		return fmt.Errorf("%w: it is not a file", ErrUnwritable)
	}
	return nil
}

// makePrivate takes the rights of others from a database that had them.
func makePrivate(path string) error {
	for _, ending := range []string{"", "-wal", "-shm"} {
		err := os.Chmod(path+ending, 0o600)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%w: %w", ErrUnwritable, reason(err))
		}
	}
	return nil
}

// reason is an error of the file system without the path, which Open names once.
func reason(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// inspect is an error where the file is damaged, another program's, or a newer coach's.
func (db *DB) inspect(ctx context.Context) error {
	var verdict string
	if err := db.sql.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&verdict); err != nil {
		return failed("looking at it", err)
	}
	if verdict != "ok" {
		return fmt.Errorf("%w (%s)", ErrCorrupt, strings.Join(strings.Fields(verdict), " "))
	}
	var application, version, tables int
	err := db.sql.QueryRowContext(ctx, `SELECT
		(SELECT application_id FROM pragma_application_id),
		(SELECT user_version FROM pragma_user_version),
		(SELECT count(*) FROM sqlite_schema)`).Scan(&application, &version, &tables)
	switch {
	case err != nil:
		return failed("looking at it", err)
	case tables == 0 && version == 0:
		return nil
	case application != applicationID:
		return ErrForeign
	case version > len(migrations):
		return newer(version)
	}
	return nil
}

// useJournal puts the database into WAL mode, in which a reader does not keep a writer waiting. Only the first
// connection to a new database changes anything.
func (db *DB) useJournal(ctx context.Context) error {
	var mode string
	err := retry(ctx, "choosing its journal", func() error {
		return db.sql.QueryRowContext(ctx, "PRAGMA journal_mode = WAL").Scan(&mode)
	})
	if err == nil && !strings.EqualFold(mode, "wal") {
		return fmt.Errorf("%w: this file system has no shared memory for its journal", ErrUnwritable)
	}
	return err
}

// retry calls do until it finds the database unlocked, for as long as a write would wait. It is for the few things for
// which SQLite does not wait by itself: changing the journal mode, and checkpoints while another one runs.
func retry(ctx context.Context, doing string, do func() error) error {
	deadline := time.Now().Add(patience)
	for {
		err := failed(doing, do())
		if !errors.Is(err, ErrLocked) || time.Now().After(deadline) {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(10 * time.Millisecond):
		}
	}
}

// Close erases what is left to erase, empties the journal and closes the database.
func (db *DB) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	swept, emptied := db.sweep(ctx), db.emptyJournal(ctx)
	if errors.Is(emptied, ErrLocked) {
		emptied = nil // whoever else has it open empties it
	}
	return errors.Join(swept, emptied, failed("closing", db.sql.Close()))
}
