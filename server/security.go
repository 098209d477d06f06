package server

import (
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/cors"
)

// policy lets the page load nothing but its own files, and nobody frame it.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// headers sets what every answer has.
func (s *Server) headers(c *fiber.Ctx) error {
	s.setHeaders(c)
	return c.Next()
}

// setHeaders keeps drafts out of caches, referrers and frames. A handler of a file that never changes may loosen
// Cache-Control.
func (s *Server) setHeaders(c *fiber.Ctx) {
	c.Set(fiber.HeaderContentSecurityPolicy, policy)
	c.Set(fiber.HeaderCacheControl, "no-store")
	c.Set(fiber.HeaderXContentTypeOptions, "nosniff")
	c.Set(fiber.HeaderXFrameOptions, "DENY")
	c.Set(fiber.HeaderReferrerPolicy, "no-referrer")
	c.Set("Cross-Origin-Opener-Policy", "same-origin")
	c.Set("Cross-Origin-Resource-Policy", "same-origin")
	c.Set(fiber.HeaderPermissionsPolicy, "camera=(), geolocation=(), microphone=()")
	if s.config.exposed() { // not on this machine, where it would hold for every other program on localhost
		c.Set(fiber.HeaderStrictTransportSecurity, "max-age=31536000")
	}
}

// hosts refuses names that are not this server's: a page whose name was pointed at this machine (DNS rebinding) would
// count as the same origin and could read drafts.
func (s *Server) hosts(c *fiber.Ctx) error {
	host := hostname(string(c.Request().Host()))
	allowed := func(name string) bool { return strings.EqualFold(name, host) }
	if loopback(host) || host == localIP(c) || slices.ContainsFunc(s.config.AllowHosts, allowed) {
		return c.Next()
	}
	return failed(http.StatusForbidden, "host_not_allowed", "coach does not answer to this host name; start it with --allow-host to allow it.")
}

// hostname is a Host header without port and brackets, in lower case.
func hostname(host string) string {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	return strings.ToLower(strings.Trim(host, "[]"))
}

// localIP is the address of this machine that a connection came to.
func localIP(c *fiber.Ctx) string {
	if a, ok := c.Context().LocalAddr().(*net.TCPAddr); ok {
		return a.IP.String()
	}
	return ""
}

// cors lets the pages of allowed origins read answers, without cookies and only of routes that other sites may call.
func (s *Server) cors() fiber.Handler {
	open := map[string]bool{}
	for _, r := range s.routes() {
		open[r.path] = open[r.path] || r.crossSite
	}
	return cors.New(cors.Config{
		Next:             func(c *fiber.Ctx) bool { return !open[c.Path()] },
		AllowOriginsFunc: func(origin string) bool { return slices.Contains(s.config.AllowOrigins, origin) },
		AllowMethods:     "GET,POST",
		AllowHeaders:     "Authorization,Content-Type",
		ExposeHeaders:    "Retry-After",
	})
}

// sameOrigin refuses what other sites' pages send, as net/http's CrossOriginProtection does: by Sec-Fetch-Site, or
// Origin where a browser does not send that. Programs send neither. Following a link to a page is let through.
func (s *Server) sameOrigin(r route) fiber.Handler {
	return func(c *fiber.Ctx) error {
		read := r.method == fiber.MethodGet
		link := read && c.Get("Sec-Fetch-Mode") == "navigate"
		if r.crossSite || link || fromSameOrigin(c) {
			return c.Next()
		}
		return failed(http.StatusForbidden, "cross_origin", "This request comes from another site.")
	}
}

func fromSameOrigin(c *fiber.Ctx) bool {
	switch c.Get("Sec-Fetch-Site") {
	case "same-origin", "none":
		return true
	case "":
		origin := c.Get(fiber.HeaderOrigin)
		u, err := url.Parse(origin)
		return origin == "" || err == nil && u.Host == string(c.Request().Host())
	}
	return false
}
