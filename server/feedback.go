package server

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gofiber/fiber/v2"

	"coach/analyzer"
	"coach/server/store"
)

// A reasonChoice is a reason with the words for it in a form.
type reasonChoice struct {
	Reason store.Reason `json:"reason"`
	Label  string       `json:"label"`
}

// reasonChoices are the reasons that feedback may have, in the order of a form.
func reasonChoices() []reasonChoice {
	var all []reasonChoice
	for _, r := range store.Reasons() {
		all = append(all, reasonChoice{r, r.Label()})
	}
	return all
}

// listFeedback answers GET /feedback with what this browser said, and the reasons there are.
func (s *Server) listFeedback(c *fiber.Ctx) error {
	return s.read(c, func(ctx context.Context, w store.Workspace) error {
		all, err := w.Feedback(ctx)
		if err != nil {
			return err
		}
		return c.JSON(fiber.Map{"feedback": all, "reasons": reasonChoices()})
	})
}

// feedbackOf gives what this browser said, for showing a page; none where it cannot be read, which historyOf tells.
func (s *Server) feedbackOf(c *fiber.Ctx) []store.Feedback {
	var all []store.Feedback
	if s.config.Store == nil || s.token(c) == "" {
		return nil
	}
	err := s.read(c, func(ctx context.Context, w store.Workspace) (err error) {
		all, err = w.Feedback(ctx)
		return err
	})
	if err != nil {
		return nil
	}
	return all
}

// titleOf is a rule's title, or its id where the rule is gone.
func (s *Server) titleOf(rule string) string {
	at := slices.IndexFunc(s.config.Rules, func(r analyzer.Rule) bool { return r.ID == rule })
	if at < 0 {
		return rule
	}
	return s.config.Rules[at].Title
}

// addFeedback keeps that a note is wrong: the fields are rule, reason and note, which may be empty.
func (s *Server) addFeedback(c *fiber.Ctx) error {
	form := c.Request().PostArgs()
	f := store.Feedback{
		Rule:    string(form.Peek("rule")),
		Reason:  store.Reason(form.Peek("reason")),
		Note:    strings.TrimSpace(string(form.Peek("note"))),
		Version: s.config.Version,
	}
	switch {
	case !slices.ContainsFunc(s.config.Rules, func(r analyzer.Rule) bool { return r.ID == f.Rule }):
		return failed(http.StatusUnprocessableEntity, "unknown_rule", "There is no such rule; GET /api/rules lists them.")
	case f.Reason.Label() == "":
		return failed(http.StatusUnprocessableEntity, "wrong_reason", "reason must be one of %s.", joined(store.Reasons()))
	case !utf8.ValidString(f.Note):
		return failed(http.StatusBadRequest, "not_utf8", "The note is not UTF-8.")
	case utf8.RuneCountInString(f.Note) > store.MaxNote:
		return failed(http.StatusRequestEntityTooLarge, "too_large", "The note is longer than %d characters.", store.MaxNote)
	}
	err := s.change(c, func(ctx context.Context, w store.Workspace) (err error) {
		f, err = w.AddFeedback(ctx, f)
		return err
	})
	if err != nil {
		return err
	}
	return s.done(c, func(c *fiber.Ctx) error { return c.Status(http.StatusCreated).JSON(f) }, keptPart)
}

func joined(reasons []store.Reason) string {
	words := make([]string, len(reasons))
	for i, r := range reasons {
		words[i] = string(r)
	}
	return strings.Join(words, ", ")
}

// deleteFeedback deletes one piece of feedback or all of it.
func (s *Server) deleteFeedback(c *fiber.Ctx) error {
	if err := s.delete(c, deletion{store.Workspace.DeleteFeedback, store.Workspace.DeleteAllFeedback}); err != nil {
		return err
	}
	return s.done(c, s.listFeedback, keptPart)
}
