package main

import (
	"fmt"
	"io"
	"net"
	"strings"
	"sync"
	"time"
)

const (
	idle = 1000
	slow = 200
)

// crowd measures others while many clients sit idle and many send a byte at a time.
func crowd(load *wrk, real *running) error {
	alone, err := load.lint(real, long)
	if err != nil {
		return err
	}
	host := strings.TrimPrefix(real.address, "http://")
	end := make(chan bool)
	var clients sync.WaitGroup
	defer clients.Wait()
	defer close(end)
	for range idle {
		c, err := net.Dial("tcp", host)
		if err != nil {
			return err
		}
		defer c.Close()
		if err := asksOnce(c); err != nil {
			return err
		}
	}
	for range slow {
		clients.Go(func() { dribble(host, end) })
	}
	among, err := load.lint(real, long)
	if err != nil {
		return err
	}
	fmt.Printf("alone                 %8.0f requests/s, 99th percentile %v\n", alone.perSecond, alone.p99)
	fmt.Printf("among %d idle and %d slow clients %.0f requests/s, 99th percentile %v\n", idle, slow, among.perSecond, among.p99)
	return nil
}

// asksOnce makes a connection one that the server keeps open.
func asksOnce(c net.Conn) error {
	if _, err := io.WriteString(c, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"); err != nil {
		return err
	}
	answer := make([]byte, 4096)
	_, err := c.Read(answer)
	return err
}

// dribble sends a request byte by byte, and another when the server hangs up on it.
func dribble(host string, end <-chan bool) {
	const request = "POST /api/lint HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 60000\r\n\r\n"
	for {
		c, err := net.Dial("tcp", host)
		if err != nil {
			return
		}
		for i := 0; err == nil; i++ {
			select {
			case <-end:
				c.Close()
				return
			case <-time.After(100 * time.Millisecond):
			}
			next := "x"
			if i < len(request) {
				next = request[i : i+1]
			}
			_, err = io.WriteString(c, next)
		}
		c.Close()
	}
}
