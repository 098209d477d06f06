package server

import (
	"context"
	"net/http"

	"github.com/gofiber/fiber/v2"

	"coach/server/store"
)

// history is what GET /history gives and the page draws.
type history struct {
	Kept      bool             `json:"kept"`            // whether this server keeps anything
	Fault     string           `json:"fault,omitempty"` // why nothing can be kept or read now, for people
	On        bool             `json:"on"`
	Revisions []store.Revision `json:"revisions"` // the oldest first
}

// historyOf gives the history of the browser that sent a request. It is for showing a page, which goes on without
// history where there is a fault.
func (s *Server) historyOf(c *fiber.Ctx) history {
	h := history{Kept: s.config.Store != nil || s.config.StoreFault != nil, Revisions: []store.Revision{}}
	if !h.Kept || s.config.Store != nil && s.token(c) == "" {
		return h
	}
	err := s.read(c, func(ctx context.Context, w store.Workspace) error {
		on, err := w.HistoryOn(ctx)
		if err != nil {
			return err
		}
		revisions, err := w.Revisions(ctx)
		if err == nil {
			h.On, h.Revisions = on, revisions
		}
		return err
	})
	if err != nil {
		h.Fault = err.Error()
	}
	return h
}

// record adds a revision to the history of the browser that sent a request, if it has turned history on. The counts are
// of findings by category and of elements by state. It gives a sentence for the writer where that failed, and "".
//
// The page calls it once for each settled revision: for each form that was sent, and for a reading that the script marks
// as settled, which it does when the draft was not touched for ten seconds. A revision with the same counts within ten
// minutes is the same and is not recorded again. While a danger stands or has latched it is not called: that a draft was
// about harm is nobody's business who opens this browser.
func (s *Server) record(c *fiber.Ctx, counts, elements map[string]int) string {
	if s.config.Store == nil || s.token(c) == "" {
		return ""
	}
	err := s.read(c, func(ctx context.Context, w store.Workspace) error {
		_, err := w.AddRevision(ctx, counts, elements)
		return err
	})
	if err != nil {
		return err.Error()
	}
	return ""
}

// showHistory answers GET /history.
func (s *Server) showHistory(c *fiber.Ctx) error { return c.JSON(s.historyOf(c)) }

// switchHistory turns history on (on=yes) or off (on=no).
func (s *Server) switchHistory(c *fiber.Ctx) error {
	on := string(c.Request().PostArgs().Peek("on"))
	if on != "yes" && on != "no" {
		return failed(http.StatusUnprocessableEntity, "wrong_on", "on must be yes or no.")
	}
	err := s.change(c, func(ctx context.Context, w store.Workspace) error { return w.SetHistory(ctx, on == "yes") })
	if err != nil {
		return err
	}
	return s.done(c, s.showHistory, keptPart)
}

// deleteHistory deletes one revision or all of them.
func (s *Server) deleteHistory(c *fiber.Ctx) error {
	if err := s.delete(c, deletion{store.Workspace.DeleteRevision, store.Workspace.DeleteHistory}); err != nil {
		return err
	}
	return s.done(c, s.showHistory, keptPart)
}
