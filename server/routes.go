package server

import "github.com/gofiber/fiber/v2"

// A route is one thing the server answers, with all that stands before its handler.
type route struct {
	method string // GET answers HEAD too
	path   string
	handle fiber.Handler

	public    bool     // needs no token
	crossSite bool     // changes nothing, so that other sites' pages may send it; they can read the answer with --allow-origin
	checks    bool     // counts as a check in flight while it runs
	body      int      // bytes of the body, at most; 0 where there is none
	types     []string // media types of the body; none means any
}

// routes are all routes, in the order in which a reader would look for them.
func (s *Server) routes() []route {
	list := []route{
		{method: "POST", path: "/api/lint", handle: s.lint, crossSite: true, checks: true, body: s.limits.Body, types: []string{"application/json", "text/plain"}},
		{method: "GET", path: "/api/rules", handle: s.listRules, crossSite: true},
		{method: "GET", path: "/openapi.json", handle: s.showOpenAPI, public: true, crossSite: true},
		{method: "GET", path: "/rules", handle: s.showRules},
		{method: "GET", path: "/rules/:category/:rule", handle: s.showRule},
		{method: "GET", path: "/healthz", handle: s.health, public: true},
		{method: "GET", path: "/metrics", handle: s.showMetrics},
	}
	list = append(s.pages(), list...)
	list = append(list, s.languageToolRoutes()...)
	list = append(list, s.storeRoutes()...)
	if s.config.Token != "" {
		list = append(list,
			route{method: "GET", path: "/sign-in", handle: s.signInForm, public: true},
			route{method: "POST", path: "/sign-in", handle: s.signIn, public: true, body: envelope, types: []string{fiber.MIMEApplicationForm}},
			route{method: "POST", path: "/sign-out", handle: s.signOut},
		)
	}
	return list
}

// register puts every route's guards before its handler.
func (s *Server) register() {
	for _, r := range s.routes() {
		guards := []fiber.Handler{s.sameOrigin(r), s.signedIn(r), s.body(r)}
		if r.checks {
			guards = append(guards, s.bounded)
		}
		handlers := append(guards, r.handle)
		if r.method == fiber.MethodGet {
			s.app.Add(fiber.MethodHead, r.path, handlers...)
		}
		s.app.Add(r.method, r.path, handlers...)
	}
}

func (s *Server) health(c *fiber.Ctx) error {
	return c.JSON(fiber.Map{"status": "ok"})
}
