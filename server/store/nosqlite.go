//go:build !cgo

package store

import "database/sql"

func connect(string) (*sql.DB, error) { return nil, ErrNoSQLite }

func kindOf(error) error { return nil }
