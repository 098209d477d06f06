package server

import (
	"context"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/gofiber/fiber/v2"

	"coach/server/page"
	"coach/server/store"
)

// listDrafts answers GET /drafts with the kept drafts, the newest first, without their words.
func (s *Server) listDrafts(c *fiber.Ctx) error {
	return s.read(c, func(ctx context.Context, w store.Workspace) error {
		all, err := w.Drafts(ctx)
		if err != nil {
			return err
		}
		return c.JSON(fiber.Map{"drafts": all})
	})
}

// draftsOf gives the kept drafts, without their words, for showing a page; none where they cannot be read, which
// historyOf tells.
func (s *Server) draftsOf(c *fiber.Ctx) []store.Draft {
	var all []store.Draft
	if s.config.Store == nil || s.token(c) == "" {
		return nil
	}
	err := s.read(c, func(ctx context.Context, w store.Workspace) (err error) {
		all, err = w.Drafts(ctx)
		return err
	})
	if err != nil {
		return nil
	}
	return all
}

// keepDraft keeps a draft: the fields draft, role, no_contact and latched are the page's own.
func (s *Server) keepDraft(c *fiber.Ctx) error {
	form := c.Request().PostArgs()
	d := store.Draft{
		// Browsers send every line end of a text field as CRLF.
		Text:      strings.ReplaceAll(string(form.Peek("draft")), "\r\n", "\n"),
		Role:      string(form.Peek("role")),
		NoContact: form.Has("no_contact"),
		Latched:   form.Has("latched"),
	}
	switch {
	case strings.TrimSpace(d.Text) == "":
		return failed(http.StatusUnprocessableEntity, "missing_draft", "There is no draft to keep.")
	case !utf8.ValidString(d.Text):
		return failed(http.StatusBadRequest, "not_utf8", "The draft is not UTF-8.")
	case !(page.Request{Role: page.Role(d.Role)}).Valid():
		return failed(http.StatusUnprocessableEntity, "wrong_role", "role must be betrayer, betrayed, tangled or empty.")
	}
	err := s.change(c, func(ctx context.Context, w store.Workspace) (err error) {
		d, err = w.KeepDraft(ctx, d)
		return err
	})
	if err != nil {
		return err
	}
	d.Text = ""
	return s.done(c, func(c *fiber.Ctx) error { return c.Status(http.StatusCreated).JSON(d) }, "/drafts/"+d.ID)
}

// openDraft answers GET /drafts/{id} with one draft and its words: people get the page with it.
func (s *Server) openDraft(c *fiber.Ctx) error {
	return s.read(c, func(ctx context.Context, w store.Workspace) error {
		d, err := w.Draft(ctx, c.Params("id"))
		if err != nil {
			return err
		}
		if audienceOf(c) == forPeople {
			return s.show(c, page.Request{Draft: d.Text, Role: page.Role(d.Role), NoContact: d.NoContact, Latched: d.Latched, Posted: true})
		}
		return c.JSON(d)
	})
}

// deleteDrafts deletes one draft or all of them.
func (s *Server) deleteDrafts(c *fiber.Ctx) error {
	if err := s.delete(c, deletion{store.Workspace.DeleteDraft, store.Workspace.DeleteDrafts}); err != nil {
		return err
	}
	return s.done(c, s.listDrafts, keptPart)
}
