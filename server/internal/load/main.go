// Load measures the server with wrk, on this machine only, in less than three minutes: how much of the machine goes into
// reading drafts and how much into serving, how long the slowest answers take, whether memory stays flat, and whether
// idle and slow clients stand in the way of others. The server runs in this process, wrk beside it.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"log"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"coach/analyzer"
	"coach/rules"
	"coach/server"
)

const (
	rounds      = 3
	connections = 64
	long        = 4 * time.Second // of one run of wrk
	requests    = 200_000         // over which memory is watched
	patience    = 2 * time.Minute
)

func main() {
	if err := measure(); err != nil {
		log.Fatal(err)
	}
}

func measure() error {
	pack, err := rules.Builtin()
	if err != nil {
		return err
	}
	set := analyzer.NewSet(pack)
	drafts, err := messages("testdata/corpus")
	if err != nil {
		return err
	}
	real, err := serve(set.Check)
	if err != nil {
		return err
	}
	defer real.stop()
	answers := canned(set, drafts)
	fake, err := serve(func(draft string, _ analyzer.Options) analyzer.Report { return answers[draft] })
	if err != nil {
		return err
	}
	defer fake.stop()
	load, err := newLoad(drafts)
	if err != nil {
		return err
	}
	defer load.remove()

	fmt.Printf("%d messages of 55 to 65 words, %d connections, %d cores\n", len(drafts), connections, runtime.GOMAXPROCS(0))
	return errors.Join(throughput(set, drafts, load, real, fake), memory(load, real), crowd(load, real))
}

// throughput compares /api/lint with what serving and Check cost by themselves, in turns, because other programs may run
// beside it: once by the clock, and once by the processor's time, which those others do not take. Each figure is the
// median of the rounds.
func throughput(set *analyzer.Set, drafts []string, load *wrk, real, fake *running) error {
	var lint, bare, check, health, p99 []float64
	var lintCPU, bareCPU, checkCPU []float64
	for range rounds {
		c, cpuOfBare, err := timed(func() (result, error) { return load.lint(fake, long) })
		if err != nil {
			return err
		}
		r, cpuOfLint, err := timed(func() (result, error) { return load.lint(real, long) })
		if err != nil {
			return err
		}
		k, cpuOfCheck, err := timed(func() (result, error) { return checks(set, drafts, long/2), nil })
		if err != nil {
			return err
		}
		h, err := load.get(real.address+"/healthz", long/2)
		if err != nil {
			return err
		}
		bare, lint, check, health = append(bare, c.perSecond), append(lint, r.perSecond), append(check, k.perSecond), append(health, h.perSecond)
		bareCPU, lintCPU, checkCPU = append(bareCPU, cpuOfBare), append(lintCPU, cpuOfLint), append(checkCPU, cpuOfCheck)
		p99 = append(p99, r.p99.Seconds())
	}
	expected := 1 / (1/median(bare) + 1/median(check))
	fmt.Printf("/api/lint             %8.0f requests/s, %.3f ms of a core each; 99th percentile %.0f ms\n", median(lint), median(lintCPU), 1000*median(p99))
	fmt.Printf("with a canned report  %8.0f requests/s, %.3f ms\n", median(bare), median(bareCPU))
	fmt.Printf("Check alone           %8.0f messages/s, %.3f ms\n", median(check), median(checkCPU))
	fmt.Printf("the two together      %8.0f requests/s; /api/lint reaches %.2f of it by the clock, %.2f by the processor (bar: 0.6)\n",
		expected, median(lint)/expected, (median(bareCPU)+median(checkCPU))/median(lintCPU))
	fmt.Printf("/healthz              %8.0f requests/s\n", median(health))
	return nil
}

// timed also gives the milliseconds of a core that this process spent on each request; wrk's are not among them.
func timed(run func() (result, error)) (result, float64, error) {
	before, err := spent()
	if err != nil {
		return result{}, 0, err
	}
	r, err := run()
	if err != nil {
		return result{}, 0, err
	}
	after, err := spent()
	return r, float64((after - before).Microseconds()) / 1000 / float64(r.requests), err
}

// spent is the processor's time of this process.
func spent() (time.Duration, error) {
	var u syscall.Rusage
	err := syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()), err
}

// checks checks messages on all cores.
func checks(set *analyzer.Set, drafts []string, long time.Duration) result {
	var n atomic.Int64
	var workers sync.WaitGroup
	start := time.Now()
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for time.Since(start) < long {
				set.Check(drafts[int(n.Add(1))%len(drafts)], analyzer.Options{})
			}
		})
	}
	workers.Wait()
	return result{perSecond: float64(n.Load()) / time.Since(start).Seconds(), requests: int(n.Load())}
}

func median(list []float64) float64 {
	list = slices.Sorted(slices.Values(list))
	return list[len(list)/2]
}

// memory watches what the process holds while drafts are read, from the first tenth of the requests on.
func memory(load *wrk, real *running) error {
	var before, most int64
	n, start := 0, time.Now()
	for n < requests && time.Since(start) < patience {
		r, err := load.lint(real, long)
		if err != nil {
			return err
		}
		n += r.requests
		held, err := resident()
		if err != nil {
			return err
		}
		if n >= requests/10 {
			before, most = cmp.Or(before, held), max(most, held)
		}
	}
	if before == 0 {
		return fmt.Errorf("only %d requests in %v; memory is not measured", n, patience)
	}
	after, err := resident()
	if err != nil {
		return err
	}
	fmt.Printf("memory                %8.1f MB after the first tenth, %.1f MB at most, %.1f MB (%+.0f %%) after %d requests (bar: 10 %%)\n",
		mb(before), mb(most), mb(after), 100*(float64(after)/float64(before)-1), n)
	return nil
}

func mb(bytes int64) float64 { return float64(bytes) / (1 << 20) }

// resident is the memory of this process in bytes, from proc(5).
func resident() (int64, error) {
	b, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, err
	}
	var kb int64
	_, rest, _ := strings.Cut(string(b), "VmRSS:")
	_, err = fmt.Sscan(rest, &kb)
	return kb << 10, err
}

// A running server, and where it is.
type running struct {
	server  *server.Server
	address string
	stopped chan error
}

func serve(check func(string, analyzer.Options) analyzer.Report) (*running, error) {
	s, err := server.New(server.Config{Addr: "127.0.0.1:0", Check: check})
	if err != nil {
		return nil, err
	}
	l, err := s.Listen()
	if err != nil {
		return nil, err
	}
	r := &running{s, "http://" + l.Addr().String(), make(chan error, 1)}
	go func() { r.stopped <- s.Serve(l) }()
	return r, nil
}

func (r *running) stop() {
	if err := errors.Join(r.server.Shutdown(), <-r.stopped); err != nil {
		log.Print(err)
	}
}
