package server

import (
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"strings"

	"github.com/gofiber/fiber/v2"
)

// A failure is an answer that is an error. Its message is shown to the client and holds nothing of the draft.
type failure struct {
	status  int
	code    string // for programs: "too_large"
	message string // for people: one or two sentences
}

func (f failure) Error() string { return f.message }

func failed(status int, code, format string, args ...any) failure {
	return failure{status, code, fmt.Sprintf(format, args...)}
}

// fail answers with an error: as text for LanguageTool's clients, as a page where a person is reading, or else as JSON.
func (s *Server) fail(c *fiber.Ctx, err error) error {
	f := asFailure(err)
	if f.status == http.StatusInternalServerError {
		s.log.Error("request failed", "method", c.Method(), "route", c.Route().Path, "kind", fmt.Sprintf("%T", err))
	}
	s.setHeaders(c)
	c.Status(f.status)
	switch audienceOf(c) {
	case forLanguageTool:
		return c.SendString(languageToolText(c.Path(), f))
	case forPeople:
		return s.errorPage(c, f)
	}
	return c.JSON(fiber.Map{"error": fiber.Map{"code": f.code, "message": f.message}})
}

// An audience is who reads an error.
type audience int

const (
	forPrograms     audience = iota // JSON
	forLanguageTool                 // text
	forPeople                       // a page
)

// audienceOf tells from the path, which needs no route, and from what the client accepts who reads an error.
func audienceOf(c *fiber.Ctx) audience {
	path := string(c.Request().URI().Path())
	switch {
	case forLanguageToolClients(path):
		return forLanguageTool
	case !strings.HasPrefix(path, "/api/") && strings.Contains(c.Get(fiber.HeaderAccept), fiber.MIMETextHTML):
		return forPeople
	}
	return forPrograms
}

// asFailure is the failure in an error. Other errors' texts may hold words of the request and are not used.
func asFailure(err error) failure {
	var own failure
	if errors.As(err, &own) {
		return own
	}
	status := http.StatusInternalServerError
	var fibers *fiber.Error
	if errors.As(err, &fibers) {
		status = fibers.Code
	}
	if f, ok := general[status]; ok {
		return f
	}
	return failure{status, "bad_request", "The request is not valid HTTP."}
}

// general are the failures that fiber and fasthttp find before a handler does.
var general = map[int]failure{
	400: {400, "bad_request", "The request is not valid HTTP."},
	404: {404, "not_found", "There is nothing at this address."},
	405: {405, "method_not_allowed", "This address takes other methods; the header Allow names them."},
	408: {408, "timeout", "The request took too long to arrive."},
	413: {413, "too_large", "The request is too large."},
	431: {431, "headers_too_large", "The request's headers are too large."},
	500: {500, "internal", "coach stopped before it finished. Nothing was kept; please try again."},
}

// logPanic logs where a handler panicked. The value is left out: it may hold words of a draft.
func (s *Server) logPanic(c *fiber.Ctx, value any) {
	s.metrics.panics.Inc()
	s.log.Error("panic", "method", c.Method(), "route", c.Route().Path, "kind", fmt.Sprintf("%T", value), "stack", string(debug.Stack()))
}
