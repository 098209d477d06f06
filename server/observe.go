package server

import (
	"net/http"
	"time"

	"github.com/gofiber/fiber/v2"
)

// observe counts and logs a request by its route, never by its query or words, once its answer is known.
func (s *Server) observe(c *fiber.Ctx) error {
	start, status := time.Now(), http.StatusInternalServerError // what a panic becomes
	defer func() {
		took := time.Since(start)
		s.metrics.request(c.Method(), routeOf(c), status, took)
		s.logAccess(c, status, took)
	}()
	if err := c.Next(); err != nil {
		if err := s.fail(c, err); err != nil {
			return err
		}
	}
	status = c.Response().StatusCode()
	return nil
}

func (s *Server) logAccess(c *fiber.Ctx, status int, took time.Duration) {
	if s.config.AccessLog {
		s.log.Info("request", "method", c.Method(), "route", routeOf(c), "status", status, "ms", took.Milliseconds())
	}
}

// routeOf is the path of the route as the list has it, "" where no route was found.
func routeOf(c *fiber.Ctx) string {
	if path := c.Route().Path; path != "/" || c.Path() == "/" {
		return path
	}
	return ""
}
