package server

import (
	_ "embed"

	"github.com/gofiber/fiber/v2"
)

// openAPI is the contract of the routes for programs, written by hand. The tests hold every answer to it, the
// page's own apart.
//
//go:embed openapi.json
var openAPI []byte

// showOpenAPI answers GET /openapi.json.
func (s *Server) showOpenAPI(c *fiber.Ctx) error { return c.Type("json").Send(openAPI) }
