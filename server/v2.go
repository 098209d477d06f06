package server

import (
	"encoding/json"
	"errors"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/gofiber/fiber/v2"

	"coach/analyzer"
	"coach/server/languagetool"
)

// languageToolRoutes are LanguageTool's routes. Each is there four times: some clients put "/v2" before an action and
// others expect it in the address they are given, and people let that address end in a slash, behind which clients put
// another.
func (s *Server) languageToolRoutes() []route {
	actions := []route{
		{method: "GET", path: "check", handle: s.v2Check, checks: true},
		{method: "POST", path: "check", handle: s.v2Check, checks: true, body: s.limits.Body},
		{method: "GET", path: "languages", handle: s.v2Languages, public: true},
		{method: "GET", path: "healthcheck", handle: s.v2Health, public: true},
		{method: "GET", path: "maxtextlength", handle: s.v2MaxTextLength},
		{method: "GET", path: "info", handle: s.v2Info},
		{method: "GET", path: "configinfo", handle: s.v2Configuration},
		{method: "GET", path: "words", handle: s.v2Words},
		{method: "POST", path: "words/add", handle: s.v2AddWord, body: envelope},
		{method: "POST", path: "words/delete", handle: s.v2DeleteWord, body: envelope},
	}
	var list []route
	for _, prefix := range []string{"/v2/", "/", "/v2//", "//"} {
		for _, r := range actions {
			r.path, r.crossSite = prefix+r.path, true
			list = append(list, r)
		}
	}
	return list
}

// v2Check answers /check: a text, which is often one paragraph of many, is judged alone.
func (s *Server) v2Check(c *fiber.Ctx) error {
	form, err := languagetool.ReadForm(c.Method(), string(c.Request().URI().QueryString()), string(c.Request().Body()))
	if err != nil {
		return fromLanguageTool(err)
	}
	request, err := languagetool.NewRequest(form, s.limits.Text)
	if err != nil {
		return fromLanguageTool(err)
	}
	report := s.check(request.Text(), analyzer.Options{})
	return sendJSON(c, languagetool.Answer(request, report, languagetool.Site{Software: software(), URL: s.url(c)}))
}

func (s *Server) v2Languages(c *fiber.Ctx) error { return sendJSON(c, languagetool.Languages) }

func (s *Server) v2Health(c *fiber.Ctx) error { return c.SendString("OK") }

func (s *Server) v2MaxTextLength(c *fiber.Ctx) error {
	return c.SendString(strconv.Itoa(s.limits.Text))
}

func (s *Server) v2Info(c *fiber.Ctx) error {
	return sendJSON(c, languagetool.Info{Software: software()})
}

func (s *Server) v2Configuration(c *fiber.Ctx) error {
	form, err := languagetool.ReadForm(c.Method(), string(c.Request().URI().QueryString()), "")
	if err != nil {
		return fromLanguageTool(err)
	}
	configuration, err := languagetool.Configure(form, software(), s.config.Rules, s.limits.Text)
	if err != nil {
		return fromLanguageTool(err)
	}
	return sendJSON(c, configuration)
}

// The words are LanguageTool's dictionary of words that are spelt right. coach does not look at spelling and keeps none.

func (s *Server) v2Words(c *fiber.Ctx) error { return sendJSON(c, map[string][]string{"words": {}}) }

func (s *Server) v2AddWord(c *fiber.Ctx) error { return sendJSON(c, map[string]bool{"added": false}) }

func (s *Server) v2DeleteWord(c *fiber.Ctx) error {
	return sendJSON(c, map[string]bool{"deleted": false})
}

func sendJSON(c *fiber.Ctx, answer any) error {
	e := json.NewEncoder(c.Type("json").Response().BodyWriter())
	e.SetEscapeHTML(false)
	return e.Encode(answer)
}

// fromLanguageTool is an error of package languagetool as a failure.
func fromLanguageTool(err error) error {
	var known *languagetool.Error
	if errors.As(err, &known) {
		return failure{known.Status, "languagetool", known.Text}
	}
	return err
}

// forLanguageToolClients tells whether a path is one that LanguageTool's clients ask for.
func forLanguageToolClients(path string) bool {
	switch strings.TrimLeft(path, "/") {
	case "check", "languages", "healthcheck", "maxtextlength", "info", "configinfo", "words", "words/add", "words/delete":
		return true
	}
	return strings.HasPrefix(path, "/v2/")
}

// languageToolText is a failure in LanguageTool's words.
func languageToolText(path string, f failure) string {
	if f.status == http.StatusNotFound {
		return "Error: Unsupported action: '" + action(path) + "'. The address of this server is http://HOST:PORT or http://HOST:PORT/v2."
	}
	return "Error: " + f.message
}

// action is the part of a path that names an action, if it can be one: a client's mistake may put anything there.
func action(path string) string {
	name := strings.TrimPrefix(path, "/v2/")
	if len(name) > 40 || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789/") != "" {
		return "…"
	}
	return name
}

// url is the address by which the client reached this server, which the host guard has checked.
func (s *Server) url(c *fiber.Ctx) string {
	scheme := "http://"
	if s.secure() {
		scheme = "https://"
	}
	return scheme + string(c.Request().Host())
}

// software describes this build to LanguageTool's clients.
var software = sync.OnceValue(func() languagetool.Software {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return languagetool.NewSoftware("(unknown)", "")
	}
	date := ""
	for _, setting := range info.Settings {
		if at, err := time.Parse(time.RFC3339, setting.Value); setting.Key == "vcs.time" && err == nil {
			date = at.Format("2006-01-02 15:04:05 -0700")
		}
	}
	return languagetool.NewSoftware(info.Main.Version, date)
})
