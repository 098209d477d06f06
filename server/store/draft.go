package store

import (
	"context"
	"database/sql"
	"time"
	"unicode/utf8"
)

// MaxDrafts is the number of drafts a workspace keeps.
const MaxDrafts = 100

// A Draft is a message as its writer left it, with what the page must know to open it again.
type Draft struct {
	ID         string    `json:"id"`         // set by KeepDraft
	At         time.Time `json:"at"`         // when it was kept, set by KeepDraft: UTC, to the millisecond
	Characters int       `json:"characters"` // of Text, in code points, set by KeepDraft
	Role       string    `json:"role"`
	NoContact  bool      `json:"no_contact"`
	Latched    bool      `json:"latched"`        // a danger stood in it that stays when its line is gone
	Text       string    `json:"text,omitempty"` // "" in a list: a list shows no words
}

// KeepDraft keeps a draft and gives it back with what it set.
func (w Workspace) KeepDraft(ctx context.Context, d Draft) (Draft, error) {
	d.ID, d.Characters = NewToken(), utf8.RuneCountInString(d.Text)
	err := w.write(ctx, "keeping a draft", func(tx *sql.Tx, workspace int64, at time.Time) error {
		if err := room(ctx, tx, "drafts", workspace, MaxDrafts); err != nil {
			return err
		}
		d.At = at
		_, err := tx.ExecContext(ctx, `INSERT INTO drafts (id, workspace, at, text, characters, role, no_contact, latched)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
			d.ID, workspace, at.UnixMilli(), d.Text, d.Characters, d.Role, d.NoContact, d.Latched)
		return err
	})
	return d, err
}

// Drafts gives the kept drafts without their words, the newest first.
func (w Workspace) Drafts(ctx context.Context) ([]Draft, error) {
	return w.drafts(ctx, "''", mine, w.key)
}

// Draft gives one kept draft, or ErrNotFound.
func (w Workspace) Draft(ctx context.Context, id string) (Draft, error) {
	found, err := w.drafts(ctx, "text", "id = ? AND "+mine, id, w.key)
	if err == nil && len(found) == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return Draft{}, err
	}
	return found[0], nil
}

// drafts gives the drafts that fulfil a condition, the newest first; text is the SQL expression for their words.
func (w Workspace) drafts(ctx context.Context, text, condition string, args ...any) ([]Draft, error) {
	return list(ctx, w.db, scanDraft, "SELECT id, at, characters, role, no_contact, latched, "+text+
		" FROM drafts WHERE "+condition+" ORDER BY n DESC", args...)
}

func scanDraft(rows *sql.Rows) (Draft, error) {
	var d Draft
	var at int64
	err := rows.Scan(&d.ID, &at, &d.Characters, &d.Role, &d.NoContact, &d.Latched, &d.Text)
	d.At = time.UnixMilli(at).UTC()
	return d, err
}

// DeleteDraft erases one draft, or is ErrNotFound.
func (w Workspace) DeleteDraft(ctx context.Context, id string) error {
	return w.eraseOne(ctx, "drafts", id)
}

// DeleteDrafts erases all drafts.
func (w Workspace) DeleteDrafts(ctx context.Context) error { return w.eraseAll(ctx, "drafts") }
