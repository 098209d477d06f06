// Package server is coach over HTTP: the page, the lint endpoint, and LanguageTool's protocol. It decodes, bounds and
// answers; what a draft says is decided in package analyzer.
//
// A request goes through recover, observe, headers, hosts and rates (server.go), then through the guards of its route
// (routes.go) to its handler. Handlers return errors as failures (errors.go); fail turns them into answers. No draft text
// is in an error, a log line or a metric.
package server

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"sync"
	"syscall"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/recover"
)

// A Server answers requests with one immutable set of rules.
type Server struct {
	config Config
	limits Limits
	log    *slog.Logger
	app    *fiber.App
	checks chan struct{} // one value for each check in flight

	metrics meters

	mu       sync.Mutex
	listener net.Listener // of Serve
	stopped  bool         // by Shutdown
}

// New gives a server for a configuration; the error says in a sentence what is unsafe or missing in it.
func New(c Config) (*Server, error) {
	if err := c.valid(); err != nil {
		return nil, err
	}
	s := &Server{config: c, limits: c.limits(), log: c.Log}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	checks := c.MaxChecks
	if checks == 0 {
		checks = checksInFlight
	}
	s.checks = make(chan struct{}, checks)
	s.metrics = newMeters(func() float64 { return float64(len(s.checks)) })
	s.app = fiber.New(fiber.Config{
		AppName:               "coach",
		DisableStartupMessage: true,
		ErrorHandler:          s.fail,
		Immutable:             true, // strings outlive their request's buffer
		StrictRouting:         true,
		CaseSensitive:         true,
		BodyLimit:             max(pageBody, 4*s.limits.Body), // routes have their own, smaller limits
		ReadBufferSize:        headerBytes,
		ReadTimeout:           readTimeout,
		WriteTimeout:          writeTimeout,
		IdleTimeout:           idleTimeout,
		Concurrency:           connections,

		DisablePreParseMultipartForm: true, // no route takes parts, and fasthttp would read them before any guard
	})
	s.app.Use(recover.New(recover.Config{EnableStackTrace: true, StackTraceHandler: s.logPanic}), s.observe, s.headers, s.hosts)
	if len(c.AllowOrigins) > 0 {
		s.app.Use(s.cors())
	}
	if c.exposed() {
		s.app.Use(s.perMinute(requestsPerMinute, nil))
	}
	if c.Token != "" {
		s.app.Use(s.perMinute(guessesPerMinute, func(c *fiber.Ctx) bool { return !s.wrongToken(c) }))
	}
	s.register()
	return s, nil
}

// Listen opens the configured address.
func (s *Server) Listen() (net.Listener, error) {
	l, err := net.Listen("tcp", s.config.Addr)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("%s is in use by another program; choose another address with --addr", s.config.Addr)
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("%s may not be listened on; choose a port above 1023 with --addr", s.config.Addr)
	case err != nil:
		return nil, fmt.Errorf("%s cannot be listened on (%w); choose another address with --addr", s.config.Addr, err)
	}
	return l, nil
}

// Serve answers requests until Shutdown; it closes the listener.
func (s *Server) Serve(l net.Listener) error {
	if s.config.TLS != nil {
		l = tls.NewListener(l, s.config.TLS)
	}
	if !s.begin(l) {
		return l.Close()
	}
	return s.app.Listener(l)
}

// begin remembers the listener for Shutdown, unless that was faster.
func (s *Server) begin(l net.Listener) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.listener = l
	return !s.stopped
}

// Shutdown stops listening and waits, drainTimeout at most, for the requests under way; what takes longer is cut off.
func (s *Server) Shutdown() error {
	s.mu.Lock()
	s.stopped = true
	l := s.listener
	s.mu.Unlock()
	err := s.app.ShutdownWithTimeout(drainTimeout)
	if l != nil {
		l.Close() // where fiber was not yet serving it, and an error where it was
	}
	if errors.Is(err, context.DeadlineExceeded) {
		s.log.Warn("connections were cut off that did not end in time")
		return nil
	}
	return err
}
