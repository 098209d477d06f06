package server

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"coach/server/store"
)

// storeTime is how long a request works on the database, at most.
const storeTime = 5 * time.Second

// storeRoutes are the routes of what people choose to keep. What changes something takes a form, so that the page's
// buttons work without its script, and so takes POST alone, which is all a form has.
func (s *Server) storeRoutes() []route {
	form := []string{fiber.MIMEApplicationForm}
	return []route{
		{method: "GET", path: "/history", handle: s.showHistory},
		{method: "POST", path: "/history", handle: s.switchHistory, body: pageBody, types: form},
		{method: "POST", path: "/history/delete", handle: s.deleteHistory, body: pageBody, types: form},
		{method: "GET", path: "/drafts", handle: s.listDrafts},
		{method: "POST", path: "/drafts", handle: s.keepDraft, body: pageBody, types: form},
		{method: "POST", path: "/drafts/delete", handle: s.deleteDrafts, body: pageBody, types: form},
		{method: "GET", path: "/drafts/:id", handle: s.openDraft},
		{method: "GET", path: "/feedback", handle: s.listFeedback},
		{method: "POST", path: "/feedback", handle: s.addFeedback, body: pageBody, types: form},
		{method: "POST", path: "/feedback/delete", handle: s.deleteFeedback, body: pageBody, types: form},
		{method: "GET", path: "/export", handle: s.export},
		{method: "POST", path: "/forget", handle: s.forget, body: pageBody, types: form},
	}
}

// workspaceCookie names the cookie that holds a browser's token. A browser gets it with the first thing it keeps.
func (s *Server) workspaceCookie() string {
	if s.secure() {
		return "__Host-coach-workspace"
	}
	return "coach-workspace"
}

// newToken is where a request holds the token that its answer gives the browser.
type newToken struct{}

// token is the token of the browser that sent a request, "" where it has none.
func (s *Server) token(c *fiber.Ctx) string {
	if token, ok := c.Locals(newToken{}).(string); ok {
		return token
	}
	token := c.Cookies(s.workspaceCookie())
	if len(token) != len(store.NewToken()) {
		return ""
	}
	return token
}

// setToken gives a browser its token, anew with everything it keeps, so that the cookie lives as long as the workspace;
// "" takes it away.
func (s *Server) setToken(c *fiber.Ctx, token string) {
	c.Locals(newToken{}, token)
	ends := time.Now().Add(store.Lifetime)
	if token == "" {
		ends = time.Unix(0, 0)
	}
	c.Cookie(&fiber.Cookie{
		Name: s.workspaceCookie(), Value: token, Path: "/", Expires: ends,
		HTTPOnly: true, Secure: s.secure(), SameSite: fiber.CookieSameSiteStrictMode,
	})
}

// read gives do the workspace of a browser. One that never kept anything has an empty workspace, which reading does not
// make.
func (s *Server) read(c *fiber.Ctx, do func(ctx context.Context, w store.Workspace) error) error {
	if s.config.Store == nil {
		return s.noStore()
	}
	ctx, cancel := context.WithTimeout(c.UserContext(), storeTime)
	defer cancel()
	return s.storeFailure(do(ctx, s.config.Store.Workspace(s.token(c))))
}

// change gives do the workspace of a browser, and the browser the cookie of its workspace if do went well.
func (s *Server) change(c *fiber.Ctx, do func(ctx context.Context, w store.Workspace) error) error {
	if s.config.Store == nil {
		return s.noStore()
	}
	token := s.token(c)
	if token == "" {
		token = store.NewToken()
	}
	ctx, cancel := context.WithTimeout(c.UserContext(), storeTime)
	defer cancel()
	if err := do(ctx, s.config.Store.Workspace(token)); err != nil {
		return s.storeFailure(err)
	}
	s.setToken(c, token)
	return nil
}

// deletion deletes one thing or all of its kind, as the form asks.
type deletion struct {
	one func(w store.Workspace, ctx context.Context, id string) error
	all func(w store.Workspace, ctx context.Context) error
}

func (s *Server) delete(c *fiber.Ctx, d deletion) error {
	form := c.Request().PostArgs() // c.FormValue would also read the address
	id, all := string(form.Peek("id")), string(form.Peek("all")) == "yes"
	if (id != "") == all {
		return failed(http.StatusUnprocessableEntity, "missing_id", "Say what to delete: id=ID, or all=yes.")
	}
	return s.read(c, func(ctx context.Context, w store.Workspace) error {
		if all {
			return d.all(w, ctx)
		}
		return d.one(w, ctx, id)
	})
}

// done answers a change: programs get what the GET of the same address gives, people are sent to where they see it.
func (s *Server) done(c *fiber.Ctx, show fiber.Handler, page string) error {
	if audienceOf(c) == forPeople {
		return c.Redirect(page, http.StatusSeeOther)
	}
	return show(c)
}

// keptPart is where the page shows what is kept.
const keptPart = "/#history"

// export answers GET /export with everything the browser keeps, as a file.
func (s *Server) export(c *fiber.Ctx) error {
	return s.read(c, func(ctx context.Context, w store.Workspace) error {
		all, err := w.Export(ctx)
		if err != nil {
			return err
		}
		c.Attachment("coach-export.json")
		return c.JSON(all)
	})
}

// forget deletes everything the browser keeps, and its cookie.
func (s *Server) forget(c *fiber.Ctx) error {
	err := s.read(c, func(ctx context.Context, w store.Workspace) error { return w.Delete(ctx) })
	if err != nil {
		return err
	}
	s.setToken(c, "")
	return s.done(c, func(c *fiber.Ctx) error { return c.JSON(fiber.Map{"forgotten": true}) }, keptPart)
}

// noStore is the answer of a server that keeps nothing.
func (s *Server) noStore() error {
	if s.config.StoreFault == nil {
		return failed(http.StatusNotFound, "nothing_kept", "coach keeps nothing here; started with --db FILE, it keeps what people choose to.")
	}
	return s.storeFailure(s.config.StoreFault)
}

// storeFaults are the faults of a store that a person can do something about, with what to say about them.
var storeFaults = []struct {
	is      error
	failure failure
}{
	{store.ErrNotFound, failure{http.StatusNotFound, "not_found", "There is nothing kept under this id. It may have been deleted."}},
	{store.ErrTooMany, failure{http.StatusConflict, "too_many", "There is no room for more of this; delete some first."}},
	{store.ErrInvalid, failure{http.StatusUnprocessableEntity, "invalid", "This cannot be kept."}},
	{store.ErrNotErased, failure{http.StatusServiceUnavailable, "not_erased", "It is deleted, but its words are not yet gone from the file. coach removes them with the next deletion, or when it stops."}},
	{store.ErrFull, failure{http.StatusServiceUnavailable, "disk_full", "The disk is full, so nothing can be kept or deleted now. What was kept is still there."}},
	{store.ErrLocked, failure{http.StatusServiceUnavailable, "locked", "Another program holds the file in which coach keeps things. Please try again in a moment."}},
	{store.ErrCorrupt, failure{http.StatusServiceUnavailable, "damaged", "The file in which coach keeps things is damaged. coach goes on without it."}},
	{store.ErrUnwritable, failure{http.StatusServiceUnavailable, "unwritable", "The file in which coach keeps things cannot be written. coach goes on without it."}},
	{context.DeadlineExceeded, failure{http.StatusServiceUnavailable, "slow", "Keeping this took too long. Please try again in a moment."}},
}

// storeFailure is what a client is told about an error of the store, nil for nil. Its own words go to the log: they may
// name files, and never hold words of a draft.
func (s *Server) storeFailure(err error) error {
	if err == nil {
		return nil
	}
	for _, fault := range storeFaults {
		if errors.Is(err, fault.is) {
			s.logStore(fault.failure.status, err)
			return fault.failure
		}
	}
	var own failure
	if errors.As(err, &own) {
		return own
	}
	s.logStore(http.StatusServiceUnavailable, err)
	return failed(http.StatusServiceUnavailable, "store_failed", "coach could not reach what it keeps. It goes on without it.")
}

func (s *Server) logStore(status int, err error) {
	if status == http.StatusServiceUnavailable {
		s.log.Error("store", "error", strings.ReplaceAll(err.Error(), "\n", "; "))
	}
}
