package server

import (
	"mime"
	"net/http"
	"slices"
	"strings"

	"github.com/gofiber/fiber/v2"
)

// body refuses bodies that are too large for a route, of another type than it reads, or encoded. Handlers read
// c.Request().Body(): fiber's c.Body() would unpack an encoding to any size.
func (s *Server) body(r route) fiber.Handler {
	return func(c *fiber.Ctx) error {
		size := len(c.Request().Body())
		media, _, _ := mime.ParseMediaType(c.Get(fiber.HeaderContentType))
		switch {
		case c.Get(fiber.HeaderContentEncoding) != "":
			return failed(http.StatusUnsupportedMediaType, "unsupported_encoding", "coach reads bodies without Content-Encoding.")
		case r.body > 0 && size > r.body:
			return failed(http.StatusRequestEntityTooLarge, "too_large", "The body has %d bytes; the limit is %d bytes.", size, r.body)
		case len(r.types) > 0 && !slices.Contains(r.types, media):
			return failed(http.StatusUnsupportedMediaType, "unsupported_media_type", "The body's Content-Type must be %s.", strings.Join(r.types, " or "))
		}
		return c.Next()
	}
}

// bounded lets as many checks run at once as there is room for, and no more.
func (s *Server) bounded(c *fiber.Ctx) error {
	select {
	case s.checks <- struct{}{}:
		defer func() { <-s.checks }()
		return c.Next()
	default:
		c.Set(fiber.HeaderRetryAfter, "1")
		return failed(http.StatusServiceUnavailable, "busy", "coach is reading as many drafts as it can; try again in a second.")
	}
}
