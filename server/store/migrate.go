package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
)

// applicationID is the number SQLite keeps for us in the head of the file; the first migration sets it.
const applicationID = 0x636f6163

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrations are the changes of the schema in their order. A database in which the first n were made has user_version n.
var migrations = readMigrations(migrationFiles)

// readMigrations gives the files in the order of their names, which begin with four digits.
func readMigrations(files fs.FS) []string {
	names, err := fs.Glob(files, "migrations/*.sql")
	if err != nil {
		panic(err)
	}
	all := make([]string, len(names))
	for i, name := range names {
		content, err := fs.ReadFile(files, name)
		if err != nil {
			panic(err)
		}
		all[i] = string(content)
	}
	return all
}

// migrate makes the changes that were not yet made, each in a transaction of its own: a change is made wholly or not
// at all.
func migrate(ctx context.Context, db *sql.DB, changes []string) error {
	for {
		done, err := migrateOne(ctx, db, changes)
		if err != nil || done {
			return failed("bringing its schema up to date", err)
		}
	}
}

func migrateOne(ctx context.Context, db *sql.DB, changes []string) (done bool, err error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	defer tx.Rollback()
	// Read inside the transaction: another program may be making the same change.
	var version int
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return false, err
	}
	switch {
	case version > len(changes):
		return false, newer(version)
	case version == len(changes):
		return true, nil
	}
	if _, err := tx.ExecContext(ctx, changes[version]); err != nil {
		return false, fmt.Errorf("change %d: %w", version+1, err)
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", version+1)); err != nil {
		return false, err
	}
	return false, tx.Commit()
}

func newer(version int) error {
	return fmt.Errorf("%w (schema %d; this one knows %d): use that one, or another file", ErrNewer, version, len(migrations))
}
