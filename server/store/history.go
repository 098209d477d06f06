package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// MaxRevisions is the number of revisions a workspace keeps.
const MaxRevisions = 5000

// sameRevision is how soon the same counts again are the same revision.
const sameRevision = 10 * time.Minute

// A Revision is what a draft was like at one time, in numbers.
type Revision struct {
	ID       string         `json:"id"`
	At       time.Time      `json:"at"`       // UTC, to the millisecond
	Counts   map[string]int `json:"counts"`   // findings by category; a category without one is not there
	Elements map[string]int `json:"elements"` // elements by state
}

// HistoryOn tells whether revisions are to be recorded. They are not until SetHistory says so.
func (w Workspace) HistoryOn(ctx context.Context) (bool, error) {
	var on bool
	err := w.db.sql.QueryRowContext(ctx, "SELECT history FROM workspaces WHERE key = ?", w.key).Scan(&on)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return on, failed("reading whether history is on", err)
}

// SetHistory turns history on or off. What was recorded stays until it is deleted.
func (w Workspace) SetHistory(ctx context.Context, on bool) error {
	return w.write(ctx, "turning history on or off", func(tx *sql.Tx, workspace int64, _ time.Time) error {
		_, err := tx.ExecContext(ctx, "UPDATE workspaces SET history = ? WHERE n = ?", on, workspace)
		return err
	})
}

// errOff ends a transaction that found history off.
var errOff = errors.New("history is off")

// AddRevision records the counts of a draft, and tells whether it did. It does not where history is off, nor where the
// last revision has the same counts and is younger than ten minutes.
func (w Workspace) AddRevision(ctx context.Context, counts, elements map[string]int) (bool, error) {
	if err := noWords(counts, elements); err != nil {
		return false, err
	}
	on, err := w.HistoryOn(ctx)
	if err != nil || !on {
		return false, err
	}
	added := false
	err = w.write(ctx, "recording a revision", func(tx *sql.Tx, workspace int64, at time.Time) error {
		added, err = addRevision(ctx, tx, workspace, at, encode(counts), encode(elements))
		return err
	})
	if errors.Is(err, errOff) {
		return false, nil
	}
	return added && err == nil, err
}

func addRevision(ctx context.Context, tx *sql.Tx, workspace int64, at time.Time, counts, elements string) (bool, error) {
	// Asked again: meanwhile another window may have turned it off, or deleted the workspace.
	var on bool
	err := tx.QueryRowContext(ctx, "SELECT history FROM workspaces WHERE n = ?", workspace).Scan(&on)
	if err == nil && !on {
		err = errOff
	}
	if err != nil {
		return false, err
	}
	var same bool
	err = tx.QueryRowContext(ctx, `SELECT at > ? AND counts = ? AND elements = ? FROM revisions
		WHERE workspace = ? ORDER BY n DESC LIMIT 1`,
		at.Add(-sameRevision).UnixMilli(), counts, elements, workspace).Scan(&same)
	if same || err != nil && !errors.Is(err, sql.ErrNoRows) {
		return false, err
	}
	if err := room(ctx, tx, "revisions", workspace, MaxRevisions); err != nil {
		return false, err
	}
	_, err = tx.ExecContext(ctx, "INSERT INTO revisions (id, workspace, at, counts, elements) VALUES (?, ?, ?, ?, ?)",
		NewToken(), workspace, at.UnixMilli(), counts, elements)
	return err == nil, err
}

// noWords is an error where a name is not one of coach's own: history never holds words of a draft.
func noWords(all ...map[string]int) error {
	for _, counts := range all {
		for name := range counts {
			if !isName(name) {
				return fmt.Errorf("%w: a revision holds names of categories and states, and numbers", ErrInvalid)
			}
		}
	}
	return nil
}

// isName tells whether a string looks like "blame-shifting".
func isName(s string) bool {
	for i := range len(s) {
		if c := s[i]; c != '-' && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return 0 < len(s) && len(s) <= 80
}

// encode gives the counts that are not zero as JSON, with sorted names.
func encode(counts map[string]int) string {
	kept := map[string]int{}
	for name, n := range counts {
		if n != 0 {
			kept[name] = n
		}
	}
	encoded, err := json.Marshal(kept)
	if err != nil {
		panic(err) // strings and numbers always can be
	}
	return string(encoded)
}

// Revisions gives what was recorded, the oldest first.
func (w Workspace) Revisions(ctx context.Context) ([]Revision, error) {
	return list(ctx, w.db, scanRevision, "SELECT id, at, counts, elements FROM revisions WHERE "+mine+" ORDER BY n", w.key)
}

func scanRevision(rows *sql.Rows) (Revision, error) {
	var r Revision
	var at int64
	var counts, elements string
	if err := rows.Scan(&r.ID, &at, &counts, &elements); err != nil {
		return r, err
	}
	r.At = time.UnixMilli(at).UTC()
	return r, errors.Join(json.Unmarshal([]byte(counts), &r.Counts), json.Unmarshal([]byte(elements), &r.Elements))
}

// DeleteRevision erases one revision, or is ErrNotFound.
func (w Workspace) DeleteRevision(ctx context.Context, id string) error {
	return w.eraseOne(ctx, "revisions", id)
}

// DeleteHistory erases all revisions. It does not turn history off.
func (w Workspace) DeleteHistory(ctx context.Context) error { return w.eraseAll(ctx, "revisions") }
