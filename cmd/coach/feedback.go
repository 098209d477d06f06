package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"coach/server/store"
)

var feedbackFormats = []string{"text", "json"}

func newFeedback(s streams) *cobra.Command {
	db := ""
	format := word{"text", feedbackFormats}
	c := &cobra.Command{
		Use:   "feedback --db FILE",
		Short: "List what people said against notes, for those who write rules",
		Long: `feedback lists what people said against coach's notes on the page: by rule, the rules
with the most first, with the reasons and with what they wrote. It does not say who
said it, and holds no words of a draft but those that somebody wrote into a note.`,
		Example: `  coach feedback --db coach.db
  coach feedback --db coach.db --format json | jq '.rules[0]'`,
		Args: noWords,
		RunE: func(c *cobra.Command, _ []string) error {
			all, err := readFeedback(c.Context(), db)
			if err != nil {
				return err
			}
			write := writeFeedback
			if format.value == "json" {
				write = writeFeedbackJSON
			}
			if err := write(s.out, byRule(all)); err != nil {
				return cannotWrite(err)
			}
			return nil
		},
	}
	c.Flags().StringVar(&db, "db", "", "`FILE` in which coach serve --db keeps things")
	c.Flags().Var(&format, "format", "text for people, json for programs")
	cobra.CheckErr(c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(feedbackFormats, cobra.ShellCompDirectiveNoFileComp)))
	return c
}

// readFeedback gives all feedback in a database, which must exist.
func readFeedback(ctx context.Context, path string) (all []store.Feedback, err error) {
	if path == "" {
		return nil, errors.New("coach feedback needs --db FILE, the file in which coach serve --db keeps things")
	}
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("--db %s: %w", path, advise(err))
	}
	db, err := store.Open(ctx, path, store.Options{})
	if err != nil {
		return nil, fmt.Errorf("--db %w", err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return db.AllFeedback(ctx)
}

// ruleFeedback is what was said against one rule.
type ruleFeedback struct {
	Rule     string               `json:"rule"`
	Count    int                  `json:"count"`
	Reasons  map[store.Reason]int `json:"reasons"`
	Feedback []said               `json:"feedback"` // the oldest first
}

type said struct {
	At      time.Time    `json:"at"`
	Reason  store.Reason `json:"reason"`
	Note    string       `json:"note"`
	Version string       `json:"version"`
}

// byRule groups feedback, the rules with the most first.
func byRule(all []store.Feedback) []ruleFeedback {
	groups := []ruleFeedback{}
	for _, f := range all {
		at := slices.IndexFunc(groups, func(g ruleFeedback) bool { return g.Rule == f.Rule })
		if at < 0 {
			at = len(groups)
			groups = append(groups, ruleFeedback{Rule: f.Rule, Reasons: map[store.Reason]int{}})
		}
		g := &groups[at]
		g.Count++
		g.Reasons[f.Reason]++
		g.Feedback = append(g.Feedback, said{f.At, f.Reason, f.Note, f.Version})
	}
	slices.SortStableFunc(groups, func(a, b ruleFeedback) int { return cmp.Compare(b.Count, a.Count) })
	return groups
}

// writeFeedback writes for people. Notes are quoted as Go does, so that nothing in them acts on a terminal.
func writeFeedback(w io.Writer, rules []ruleFeedback) error {
	if len(rules) == 0 {
		_, err := fmt.Fprintln(w, "Nobody said anything against a note.")
		return err
	}
	for i, r := range rules {
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintf(w, "%s  %d\n", r.Rule, r.Count)
		for _, reason := range store.Reasons() {
			if n := r.Reasons[reason]; n > 0 {
				fmt.Fprintf(w, "  %3d  %-12s  %s\n", n, reason, reason.Label())
			}
		}
		if err := writeNotes(w, r.Feedback); err != nil {
			return err
		}
	}
	return nil
}

func writeNotes(w io.Writer, all []said) error {
	for _, f := range all {
		if f.Note == "" {
			continue
		}
		if _, err := fmt.Fprintf(w, "  %s  %s  %q\n", f.At.Format(time.DateOnly), f.Reason, f.Note); err != nil {
			return err
		}
	}
	return nil
}

// writeFeedbackJSON writes {"version":1,"rules":[…]}.
func writeFeedbackJSON(w io.Writer, rules []ruleFeedback) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(struct {
		Version int            `json:"version"`
		Rules   []ruleFeedback `json:"rules"`
	}{1, rules})
}
