//go:build cgo

package store

import (
	"context"
	"database/sql"
)

// SQL is the database below, for tests that bring it into a state that a person cannot.
func (db *DB) SQL() *sql.DB { return db.sql }

// DeleteUnswept deletes and stops before the bytes are gone, as a killed process does.
func (db *DB) DeleteUnswept(ctx context.Context, query string, args ...any) error {
	_, err := db.deleteRows(ctx, query, args...)
	return err
}

// Migrate makes other changes of the schema than coach's own.
var Migrate = migrate
