package server

import (
	"bytes"
	"html/template"
	"net/http"

	"github.com/gofiber/fiber/v2"
)

var errorPage = template.Must(template.New("error").Parse(`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{.Title}} – coach</title><link rel="icon" href="/static/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/static/coach.css"></head>
<body><main class="wrap plain"><h1>{{.Title}}</h1><p>{{.Message}}</p><p><a href="/">Back to coach</a></p></main></body>
</html>
`))

// errorPage is a failure for people.
func (s *Server) errorPage(c *fiber.Ctx, f failure) error {
	var b bytes.Buffer
	err := errorPage.Execute(&b, struct{ Title, Message string }{http.StatusText(f.status), f.message})
	if err != nil {
		return err
	}
	c.Type("html", "utf-8")
	return c.Send(b.Bytes())
}
