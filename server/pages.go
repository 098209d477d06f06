package server

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"unicode/utf8"

	"github.com/gofiber/fiber/v2"
	"github.com/valyala/fasthttp"

	"coach/server/page"
)

// pages are the routes of the page that people write on. Drafts come in bodies only: an address ends up in histories and
// logs.
func (s *Server) pages() []route {
	form := []string{fiber.MIMEApplicationForm}
	return []route{
		{method: "GET", path: "/", handle: s.newPage},
		{method: "POST", path: "/", handle: s.readForm, checks: true, body: pageBody, types: form},
		{method: "POST", path: "/read", handle: s.readDraft, checks: true, body: pageBody, types: []string{fiber.MIMEApplicationJSON}},
		{method: "GET", path: "/kept", handle: s.showKept},
		{method: "GET", path: "/away", handle: s.away, public: true},
		{method: "GET", path: "/static/:file", handle: s.static, public: true},
	}
}

// settings are what all pages of this server have in common.
func (s *Server) settings() page.Settings {
	return page.Settings{
		Check: s.timedCheck, Role: s.config.Role, NoContact: s.config.NoContact, Characters: s.limits.Page,
	}
}

func (s *Server) newPage(c *fiber.Ctx) error {
	return s.show(c, page.Request{})
}

// show answers with a whole page.
func (s *Server) show(c *fiber.Ctx, r page.Request) error {
	r.Local, r.Kept = s.local(c), s.kept(c)
	return s.write(c, s.settings().Read(r).Write)
}

// showKept is the part of the page about what the browser keeps, for the script.
func (s *Server) showKept(c *fiber.Ctx) error {
	r := page.Request{Local: s.local(c), Kept: s.kept(c)}
	return s.write(c, s.settings().Read(r).WriteKept)
}

func (s *Server) write(c *fiber.Ctx, html func(io.Writer) error) error {
	var b bytes.Buffer
	if err := html(&b); err != nil {
		return err
	}
	c.Type("html", "utf-8")
	return c.Send(b.Bytes())
}

// kept is what the browser that sent a request keeps.
func (s *Server) kept(c *fiber.Ctx) page.Kept {
	h := s.historyOf(c)
	k := page.Kept{Offered: h.Kept, Fault: h.Fault, On: h.On, Reasons: s.reasons()}
	for _, r := range h.Revisions {
		k.Revisions = append(k.Revisions, page.Revision{ID: r.ID, At: r.At, Counts: r.Counts, Elements: r.Elements})
	}
	for _, d := range s.draftsOf(c) {
		k.Drafts = append(k.Drafts, page.KeptDraft{ID: d.ID, At: d.At, Characters: d.Characters})
	}
	for _, f := range s.feedbackOf(c) {
		k.Feedback = append(k.Feedback, page.KeptFeedback{ID: f.ID, Title: s.titleOf(f.Rule), Reason: f.Reason.Label(), Note: f.Note})
	}
	return k
}

// reasons are why a note can be wrong, none where no feedback is kept.
func (s *Server) reasons() []page.Reason {
	if s.config.Store == nil {
		return nil
	}
	var list []page.Reason
	for _, r := range reasonChoices() {
		list = append(list, page.Reason{Value: string(r.Reason), Label: r.Label})
	}
	return list
}

// keepCounts adds a draft's numbers to the history, where that is on.
func (s *Server) keepCounts(c *fiber.Ctx, v *page.View) string {
	if !v.Counted() {
		return ""
	}
	return s.record(c, v.Counts, v.Elements)
}

// readForm is the page without its script: the form comes in, the page with its notes goes back.
func (s *Server) readForm(c *fiber.Ctx) error {
	f := c.Request().PostArgs()
	r := page.Request{
		Draft:     string(f.Peek("draft")),
		Role:      page.Role(f.Peek("role")),
		NoContact: f.Has("no_contact") || string(f.Peek("contact")) == "yes",
		ContactNo: string(f.Peek("contact_no")),
		Latched:   f.Has("latched"),
		NotMeant:  all(f, "not_meant"),
		Left:      all(f, "left"),
		Used:      all(f, "used"),
		Posted:    true,
	}
	if !r.Valid() || !utf8.ValidString(r.Draft) {
		return failed(http.StatusUnprocessableEntity, "bad_form", "This form is not the page's own.")
	}
	if f.Has("use") || f.Has("leave") {
		r = s.settings().Apply(r, string(f.Peek("use")), string(f.Peek("leave")))
	}
	r.Local, r.Kept = s.local(c), page.Kept{Reasons: s.reasons()}
	v := s.settings().Read(r)
	fault := s.keepCounts(c, v)
	v.Kept = s.kept(c)
	if v.Kept.Fault == "" {
		v.Kept.Fault = fault
	}
	return s.write(c, v.Write)
}

// all gives every value of a field, none where there is none.
func all(f *fasthttp.Args, field string) []string {
	var list []string
	for _, v := range f.PeekMulti(field) {
		list = append(list, string(v))
	}
	return list
}

// readDraft is what the script asks while somebody types.
func (s *Server) readDraft(c *fiber.Ctx) error {
	var r page.Request
	if err := json.Unmarshal(c.Request().Body(), &r); err != nil || !r.Valid() {
		return failed(http.StatusBadRequest, "bad_request", "This is not what the page sends.")
	}
	r.Local, r.Kept = s.local(c), page.Kept{Reasons: s.reasons()}
	v := s.settings().Read(r)
	if r.Settled {
		v.Kept.Fault = s.keepCounts(c, v)
	}
	answer, err := v.Answer()
	if err != nil {
		return err
	}
	c.Type("json", "utf-8")
	return c.Send(answer)
}

// away is where quick exit goes without the script: an empty page that says nothing of coach.
func (s *Server) away(c *fiber.Ctx) error {
	c.Type("html", "utf-8")
	return c.SendString("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>New tab</title></head><body></body></html>\n")
}

// static sends a file of the page. It holds nobody's words; the browser keeps it and asks by its tag.
func (s *Server) static(c *fiber.Ctx) error {
	f, ok := page.Static(c.Params("file"))
	if !ok {
		return fiber.ErrNotFound
	}
	c.Set(fiber.HeaderCacheControl, "no-cache")
	c.Set(fiber.HeaderETag, f.Tag)
	if c.Get(fiber.HeaderIfNoneMatch) == f.Tag {
		return c.SendStatus(http.StatusNotModified)
	}
	c.Set(fiber.HeaderContentType, f.Type)
	return c.Send(f.Body)
}
