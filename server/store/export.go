package store

import (
	"context"
	"errors"
	"time"
)

// An Export is everything a workspace keeps.
type Export struct {
	Version   int        `json:"version"` // 1
	At        time.Time  `json:"at"`
	HistoryOn bool       `json:"history_on"`
	Revisions []Revision `json:"revisions"`
	Drafts    []Draft    `json:"drafts"` // with their words
	Feedback  []Feedback `json:"feedback"`
}

// Export gives everything the workspace keeps.
func (w Workspace) Export(ctx context.Context) (Export, error) {
	on, onErr := w.HistoryOn(ctx)
	revisions, revisionsErr := w.Revisions(ctx)
	drafts, draftsErr := w.drafts(ctx, "text", mine, w.key)
	feedback, feedbackErr := w.Feedback(ctx)
	return Export{1, w.db.now().UTC().Truncate(time.Millisecond), on, revisions, drafts, feedback},
		errors.Join(onErr, revisionsErr, draftsErr, feedbackErr)
}
