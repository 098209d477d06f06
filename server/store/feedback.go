package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// MaxFeedback is the number of pieces of feedback a workspace keeps.
const MaxFeedback = 1000

// MaxNote is the length of the note in a Feedback, in code points.
const MaxNote = 500

// A Reason is what somebody has to say against a note of coach.
type Reason string

// The reasons.
const (
	Fine    Reason = "fine-here"
	Others  Reason = "others-words"
	Misread Reason = "misread"
	Side    Reason = "wrong-side"
	Wording Reason = "wording"
	Other   Reason = "other"
)

// Reasons gives all reasons in the order in which a form shows them.
func Reasons() []Reason { return []Reason{Fine, Others, Misread, Side, Wording, Other} }

// Label is the reason as a form shows it, "" for what is none.
func (r Reason) Label() string {
	switch r {
	case Fine:
		return "The phrase is fine in this message"
	case Others:
		return "These are somebody else's words"
	case Misread:
		return "coach misread the sentence"
	case Side:
		return "I was the one who was hurt"
	case Wording:
		return "The other wordings don't fit"
	case Other:
		return "Something else"
	}
	return ""
}

// Feedback says that a note of coach is wrong. It holds no words of a draft but those its writer puts into Note.
type Feedback struct {
	ID      string    `json:"id"`   // set by AddFeedback
	At      time.Time `json:"at"`   // set by AddFeedback: UTC, to the millisecond
	Rule    string    `json:"rule"` // "minimizing/mistake-label"
	Reason  Reason    `json:"reason"`
	Note    string    `json:"note"`    // at most MaxNote code points; may be ""
	Version string    `json:"version"` // of coach
}

// AddFeedback keeps feedback and gives it back with what it set. Where its rule, reason or note cannot be one, the error
// is ErrInvalid.
func (w Workspace) AddFeedback(ctx context.Context, f Feedback) (Feedback, error) {
	if err := f.validate(); err != nil {
		return f, err
	}
	f.ID = NewToken()
	err := w.write(ctx, "keeping feedback", func(tx *sql.Tx, workspace int64, at time.Time) error {
		if err := room(ctx, tx, "feedback", workspace, MaxFeedback); err != nil {
			return err
		}
		f.At = at
		_, err := tx.ExecContext(ctx,
			"INSERT INTO feedback (id, workspace, at, rule, reason, note, version) VALUES (?, ?, ?, ?, ?, ?, ?)",
			f.ID, workspace, at.UnixMilli(), f.Rule, f.Reason, f.Note, f.Version)
		return err
	})
	return f, err
}

func (f Feedback) validate() error {
	category, name, _ := strings.Cut(f.Rule, "/")
	switch {
	case !isName(category) || !isName(name):
		return fmt.Errorf("%w: a rule is named like minimizing/mistake-label", ErrInvalid)
	case f.Reason.Label() == "":
		return fmt.Errorf("%w: there is no such reason", ErrInvalid)
	case utf8.RuneCountInString(f.Note) > MaxNote:
		return fmt.Errorf("%w: a note has at most %d characters", ErrInvalid, MaxNote)
	}
	return nil
}

// Feedback gives the feedback of this workspace, the oldest first.
func (w Workspace) Feedback(ctx context.Context) ([]Feedback, error) {
	return list(ctx, w.db, scanFeedback, selectFeedback+" WHERE "+mine+" ORDER BY n", w.key)
}

// AllFeedback gives the feedback of all workspaces by rule, for those who write rules; the oldest of a rule first. It
// does not say whose it is.
func (db *DB) AllFeedback(ctx context.Context) ([]Feedback, error) {
	return list(ctx, db, scanFeedback, selectFeedback+" ORDER BY rule, n")
}

const selectFeedback = "SELECT id, at, rule, reason, note, version FROM feedback"

func scanFeedback(rows *sql.Rows) (Feedback, error) {
	var f Feedback
	var at int64
	err := rows.Scan(&f.ID, &at, &f.Rule, &f.Reason, &f.Note, &f.Version)
	f.At = time.UnixMilli(at).UTC()
	return f, err
}

// DeleteFeedback erases one piece of feedback, or is ErrNotFound.
func (w Workspace) DeleteFeedback(ctx context.Context, id string) error {
	return w.eraseOne(ctx, "feedback", id)
}

// DeleteAllFeedback erases all feedback of this workspace.
func (w Workspace) DeleteAllFeedback(ctx context.Context) error { return w.eraseAll(ctx, "feedback") }
