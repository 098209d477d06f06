package server

import (
	"fmt"
	"runtime"
	"time"

	"github.com/VictoriaMetrics/metrics"
	"github.com/gofiber/fiber/v2"
)

// meters are what /metrics shows: counts and times. What was found in drafts is not among them.
type meters struct {
	set       *metrics.Set
	checkTime *metrics.PrometheusHistogram
	panics    *metrics.Counter
}

// seconds are the borders of the histograms.
var seconds = []float64{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5}

func newMeters(inFlight func() float64) meters {
	set := metrics.NewSet()
	set.NewGauge("coach_checks_in_flight", inFlight)
	set.NewGauge("coach_goroutines", func() float64 { return float64(runtime.NumGoroutine()) })
	return meters{
		set:       set,
		checkTime: set.NewPrometheusHistogramExt("coach_check_seconds", seconds),
		panics:    set.NewCounter("coach_panics_total"),
	}
}

// request counts one request. Routes and methods are those of the list, so that clients cannot make new series.
func (m meters) request(method, route string, status int, took time.Duration) {
	if route == "" {
		method, route = "any", "none"
	}
	m.set.GetOrCreateCounter(fmt.Sprintf(`coach_requests_total{method=%q,route=%q,status="%d"}`, method, route, status)).Inc()
	m.set.GetOrCreatePrometheusHistogramExt(fmt.Sprintf(`coach_request_seconds{route=%q}`, route), seconds).Update(took.Seconds())
}

// showMetrics answers GET /metrics in the Prometheus text format.
func (s *Server) showMetrics(c *fiber.Ctx) error {
	c.Set(fiber.HeaderContentType, "text/plain; version=0.0.4; charset=utf-8")
	s.metrics.set.WritePrometheus(c.Response().BodyWriter())
	metrics.WriteProcessMetrics(c.Response().BodyWriter())
	return nil
}
