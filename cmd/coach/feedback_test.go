package main

import (
	"context"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"coach/server/store"
)

// keepFeedback keeps feedback in a database, said on 24 November 2026: feedback FILE RULE REASON [NOTE].
func keepFeedback(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: feedback FILE RULE REASON [NOTE]")
	}
	then := time.Date(2026, 11, 24, 19, 10, 0, 0, time.UTC)
	db, err := store.Open(context.Background(), ts.MkAbs(args[0]), store.Options{Now: func() time.Time { return then }})
	ts.Check(err)
	f := store.Feedback{Rule: args[1], Reason: store.Reason(args[2]), Version: "1.2.3"}
	if len(args) > 3 {
		f.Note = args[3]
	}
	_, err = db.Workspace(store.NewToken()).AddFeedback(context.Background(), f)
	ts.Check(err)
	ts.Check(db.Close())
}
