package server

import (
	"net/http"
	"net/netip"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/limiter"
)

// perMinute lets each client through max times a minute; skip names the requests that do not count.
func (s *Server) perMinute(max int, skip func(*fiber.Ctx) bool) fiber.Handler {
	return limiter.New(limiter.Config{
		Max:               max,
		Expiration:        time.Minute,
		LimiterMiddleware: limiter.SlidingWindow{},
		KeyGenerator:      s.client,
		Next:              skip,
		LimitReached: func(*fiber.Ctx) error {
			return failed(http.StatusTooManyRequests, "too_many_requests", "These are too many requests; the header Retry-After says how many seconds to wait.")
		},
	})
}

// client names who sent a request: the address, or for IPv6 the network that one customer gets. Behind a proxy it is
// the last address in X-Forwarded-For, the one that the proxy itself has added.
func (s *Server) client(c *fiber.Ctx) string {
	peer, _ := netip.AddrFromSlice(c.Context().RemoteIP())
	peer = peer.Unmap()
	if s.config.BehindProxy && (peer.IsLoopback() || peer.IsPrivate()) {
		if addr, err := netip.ParseAddr(lastForwarded(c)); err == nil {
			peer = addr.Unmap()
		}
	}
	if peer.Is6() {
		network, _ := peer.Prefix(64)
		return network.String()
	}
	return peer.String()
}

// lastForwarded is the last address of the last X-Forwarded-For: some proxies lengthen the header, others add one.
func lastForwarded(c *fiber.Ctx) string {
	lines := c.Request().Header.PeekAll(fiber.HeaderXForwardedFor)
	if len(lines) == 0 {
		return ""
	}
	chain := string(lines[len(lines)-1])
	return strings.TrimSpace(chain[strings.LastIndexByte(chain, ',')+1:])
}

// local tells whether the browser is on the computer that runs coach.
func (s *Server) local(c *fiber.Ctx) bool {
	return c.Context().RemoteIP().IsLoopback() && !s.config.BehindProxy
}
