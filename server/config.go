package server

import (
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/url"

	"coach/analyzer"
	"coach/rules"
	"coach/server/store"
)

// Config is what the command line, or a test, says about a server. Only Check has no default.
type Config struct {
	Check func(draft string, o analyzer.Options) analyzer.Report // called by many goroutines at once
	Rules []analyzer.Rule                                        // what Check looks for
	Files func() ([]rules.File, error)                           // their files, for the reference; called when a page needs them, nil means none

	Addr         string   // where to listen, such as "127.0.0.1:8484"; port 0 takes any
	AllowHosts   []string // further names, without port, that a request may give as its Host
	AllowOrigins []string // origins, such as "https://notes.example", whose pages may read answers
	Token        string   // what clients on other machines must know; "" lets everybody in
	TLS          *tls.Config
	BehindProxy  bool // a proxy on the way speaks TLS and sets X-Forwarded-For

	Store      *store.DB // what people choose to keep; nil keeps nothing
	StoreFault error     // why Store is nil although there should be one; nil where nobody asked for it
	Version    string    // of coach, kept with feedback

	Role      analyzer.Role // where a request names none; "" means analyzer.Auto
	NoContact bool          // the reader asked not to be written to: no request gets wording
	MaxText   int           // bytes, see Limits; 0 means TextBytes
	MaxChecks int           // checks in flight, beyond which the answer is 503; 0 means 128

	Log       *slog.Logger // nil discards; never gets a word of a draft
	AccessLog bool         // log a line for every request: method, route, status, ms
}

// minToken is the length of a token, in bytes, that cannot be guessed.
const minToken = 16

// valid says in a sentence what keeps a configuration from being safe to serve.
func (c Config) valid() error {
	host, _, err := net.SplitHostPort(c.Addr)
	for _, origin := range c.AllowOrigins {
		if u, err := url.Parse(origin); err != nil || u.Scheme == "" || u.Host == "" || u.Scheme+"://"+u.Host != origin {
			return fmt.Errorf("%q is no origin; one looks like https://notes.example, in lower case and without a path", origin)
		}
	}
	switch {
	case err != nil:
		return fmt.Errorf("the address %q needs a host and a port, such as 127.0.0.1:8484", c.Addr)
	case c.Token != "" && len(c.Token) < minToken:
		return fmt.Errorf("the token has %d characters; one that cannot be guessed has %d or more", len(c.Token), minToken)
	case c.Token == "" && c.BehindProxy:
		return errors.New("behind a proxy anybody could read drafts; give --token-file")
	case loopback(host):
		return nil
	case c.Token == "":
		return fmt.Errorf("%s can be reached from other machines; give --token-file, and --tls-cert with --tls-key or --behind-proxy", c.Addr)
	case c.TLS == nil && !c.BehindProxy:
		return fmt.Errorf("%s can be reached from other machines; give --tls-cert with --tls-key, or --behind-proxy", c.Addr)
	}
	return nil
}

// exposed tells whether clients on other machines can reach the server.
func (c Config) exposed() bool {
	host, _, _ := net.SplitHostPort(c.Addr)
	return c.BehindProxy || !loopback(host)
}

// loopback tells whether a host, as it stands in an address, is this machine and no other can reach it.
func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
