package server_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"math/big"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"coach/server"
)

// hasSecurityHeaders is what every answer is held to, errors too.
func hasSecurityHeaders(t testing.TB, a answer) {
	t.Helper()
	for name, want := range map[string]string{
		"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
			"form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
		"X-Content-Type-Options":       "nosniff",
		"X-Frame-Options":              "DENY",
		"Referrer-Policy":              "no-referrer",
		"Cross-Origin-Opener-Policy":   "same-origin",
		"Cross-Origin-Resource-Policy": "same-origin",
	} {
		if got := a.header.Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if got := a.header.Get("Cache-Control"); got != "no-store" && !strings.HasSuffix(got, "immutable") {
		t.Errorf("Cache-Control: %q", got)
	}
	if got := a.header.Get("Server"); got != "" {
		t.Errorf("Server: %q", got)
	}
}

func TestHosts(t *testing.T) {
	base := start(t, server.Config{AllowHosts: []string{"Coach.home"}})
	for host, want := range map[string]int{
		"localhost":           200,
		"localhost:8484":      200,
		"LOCALHOST":           200,
		"127.0.0.1:1":         200,
		"127.8.9.1":           200,
		"[::1]:8484":          200,
		"coach.home:8484":     200,
		"coach.home.":         403,
		"evil.example":        403,
		"evil.example:8484":   403,
		"localhost.evil.test": 403,
		"192.0.2.1":           403,
		"10.0.0.1:8484":       403,
	} {
		if a := ask(t, "GET", base+"/healthz", "", "Host", host); a.status != want {
			t.Errorf("Host %s: %d %s, want %d", host, a.status, a.body, want)
		}
	}
	a := ask(t, "GET", base+"/healthz", "", "Host", "evil.example")
	a.is(t, 403, `{"error":{"code":"host_not_allowed","message":"coach does not answer to this host name; start it with --allow-host to allow it."}}`)
}

func TestOrigins(t *testing.T) {
	base := start(t, server.Config{Token: token})
	host := strings.TrimPrefix(base, "http://")
	for name, c := range map[string]struct {
		method, path string
		headers      []string
		want         int
	}{
		"a program":                      {"POST", "/sign-out", nil, 303},
		"own page":                       {"POST", "/sign-out", []string{"Sec-Fetch-Site", "same-origin", "Origin", "null"}, 303},
		"typed address":                  {"POST", "/sign-out", []string{"Sec-Fetch-Site", "none"}, 303},
		"own page, older browser":        {"POST", "/sign-out", []string{"Origin", "http://" + host}, 303},
		"another site":                   {"POST", "/sign-out", []string{"Sec-Fetch-Site", "cross-site"}, 403},
		"another site navigates":         {"POST", "/sign-out", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"}, 403},
		"another port":                   {"POST", "/sign-out", []string{"Sec-Fetch-Site", "same-site"}, 403},
		"another site, older browser":    {"POST", "/sign-out", []string{"Origin", "https://evil.example"}, 403},
		"a sandbox, older browser":       {"POST", "/sign-out", []string{"Origin", "null"}, 403},
		"a link":                         {"GET", "/rules", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"}, 200},
		"another site's script":          {"GET", "/rules", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"}, 403},
		"lint changes nothing":           {"POST", "/api/lint", []string{"Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"}, 200},
		"so does LanguageTool's check":   {"POST", "/v2/check?language=en", []string{"Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"}, 200},
		"rules are no secret to scripts": {"GET", "/api/rules", []string{"Sec-Fetch-Site", "cross-site"}, 200},
	} {
		body, media := "", "text/plain"
		if c.path == "/v2/check?language=en" {
			body, media = "text=hi", "application/x-www-form-urlencoded"
		}
		headers := append([]string{"Authorization", "Bearer " + token, "Content-Type", media}, c.headers...)
		if a := ask(t, c.method, base+c.path, body, headers...); a.status != c.want {
			t.Errorf("%s: %d %s, want %d", name, a.status, a.body, c.want)
		}
	}
}

func TestCORS(t *testing.T) {
	const origin = "https://notes.example"
	closed, open := start(t, server.Config{}), start(t, server.Config{AllowOrigins: []string{origin}})
	allowed := func(a answer) string { return a.header.Get("Access-Control-Allow-Origin") }
	text := []string{"Content-Type", "text/plain", "Origin"}
	if a := ask(t, "POST", closed+"/api/lint", "hi", append(text, origin)...); a.status != 200 || allowed(a) != "" {
		t.Errorf("by default: %d, %q may read it", a.status, allowed(a))
	}
	if a := ask(t, "POST", open+"/api/lint", "hi", append(text, origin)...); a.status != 200 || allowed(a) != origin {
		t.Errorf("allowed: %d, %q may read it", a.status, allowed(a))
	}
	if a := ask(t, "POST", open+"/api/lint", "hi", append(text, "https://evil.example")...); allowed(a) != "" {
		t.Errorf("another: %q may read it", allowed(a))
	}
	if a := ask(t, "GET", open+"/rules", "", "Origin", origin); allowed(a) != "" {
		t.Errorf("a page: %q may read it", allowed(a))
	}
	preflight := ask(t, "OPTIONS", open+"/api/lint", "", "Origin", origin, "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "content-type")
	if preflight.status != 204 || allowed(preflight) != origin || preflight.header.Get("Access-Control-Allow-Credentials") != "" {
		t.Errorf("preflight: %d %v", preflight.status, preflight.header)
	}
	if a := ask(t, "OPTIONS", closed+"/api/lint", "", "Origin", origin, "Access-Control-Request-Method", "POST"); a.status != 405 || allowed(a) != "" {
		t.Errorf("preflight by default: %d %q", a.status, allowed(a))
	}
}

func TestExposedServersNeedATokenAndTLS(t *testing.T) {
	secret, certificate := token, selfSigned(t)
	for name, c := range map[string]struct {
		config server.Config
		want   string
	}{
		"this machine":               {server.Config{Addr: "127.0.0.1:8484"}, ""},
		"this machine, by name":      {server.Config{Addr: "localhost:0"}, ""},
		"this machine, IPv6":         {server.Config{Addr: "[::1]:0"}, ""},
		"all, nothing else":          {server.Config{Addr: "0.0.0.0:80"}, "0.0.0.0:80 can be reached from other machines; give --token-file, and --tls-cert with --tls-key or --behind-proxy"},
		"all, by no host":            {server.Config{Addr: ":80"}, ":80 can be reached from other machines; give --token-file, and --tls-cert with --tls-key or --behind-proxy"},
		"a name":                     {server.Config{Addr: "coach.example:80"}, "coach.example:80 can be reached from other machines; give --token-file, and --tls-cert with --tls-key or --behind-proxy"},
		"all, token":                 {server.Config{Addr: "0.0.0.0:80", Token: secret}, "0.0.0.0:80 can be reached from other machines; give --tls-cert with --tls-key, or --behind-proxy"},
		"all, TLS":                   {server.Config{Addr: "0.0.0.0:80", TLS: certificate}, "0.0.0.0:80 can be reached from other machines; give --token-file, and --tls-cert with --tls-key or --behind-proxy"},
		"all, token and TLS":         {server.Config{Addr: "0.0.0.0:80", Token: secret, TLS: certificate}, ""},
		"all, token and proxy":       {server.Config{Addr: "0.0.0.0:80", Token: secret, BehindProxy: true}, ""},
		"proxy on this machine":      {server.Config{Addr: "127.0.0.1:80", BehindProxy: true}, "behind a proxy anybody could read drafts; give --token-file"},
		"a token that can be tried":  {server.Config{Addr: "127.0.0.1:80", Token: "0123456789abcde"}, "the token has 15 characters; one that cannot be guessed has 16 or more"},
		"no port":                    {server.Config{Addr: "127.0.0.1"}, `the address "127.0.0.1" needs a host and a port, such as 127.0.0.1:8484`},
		"all origins":                {server.Config{Addr: "127.0.0.1:80", AllowOrigins: []string{"*"}}, `"*" is no origin; one looks like https://notes.example, in lower case and without a path`},
		"an origin with a path":      {server.Config{Addr: "127.0.0.1:80", AllowOrigins: []string{"https://a.example/"}}, `"https://a.example/" is no origin; one looks like https://notes.example, in lower case and without a path`},
		"the origin of an extension": {server.Config{Addr: "127.0.0.1:80", AllowOrigins: []string{"chrome-extension://abc"}}, ""},
	} {
		got := ""
		if _, err := server.New(c.config); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

const token = "correct-horse-battery"

func TestTokenForPrograms(t *testing.T) {
	base := start(t, server.Config{Token: token})
	wanted := `{"error":{"code":"token_needed","message":"coach wants a token: send the header Authorization: Bearer TOKEN."}}`
	a := lint(t, base, `{"text":"hi"}`)
	a.is(t, 401, wanted)
	if got := a.header.Get("WWW-Authenticate"); got != "Bearer" {
		t.Errorf("WWW-Authenticate: %q", got)
	}
	lint(t, base, `{"text":"hi"}`, "Authorization", "Bearer "+token+"x").is(t, 401, wanted)
	lint(t, base, `{"text":"hi"}`, "Authorization", "Basic "+token).is(t, 401, wanted)
	ask(t, "GET", base+"/metrics", "").is(t, 401, wanted)
	if a := lint(t, base, `{"text":"hi"}`, "Authorization", "Bearer "+token); a.status != 200 {
		t.Errorf("with the token: %d %s", a.status, a.body)
	}
	if a := ask(t, "GET", base+"/v2/languages?username=me&apiKey="+token, ""); a.status != 200 {
		t.Errorf("as LanguageTool's clients send it: %d %s", a.status, a.body)
	}
	if a := ask(t, "GET", base+"/healthz", ""); a.status != 200 {
		t.Errorf("/healthz needs no token: %d", a.status)
	}
}

func TestSignInForPeople(t *testing.T) {
	base := start(t, server.Config{Token: token})
	page := []string{"Accept", "text/html"}
	a := ask(t, "GET", base+"/rules", "", page...)
	if a.status != 303 || a.header.Get("Location") != "/sign-in" {
		t.Fatalf("without a cookie: %d %v", a.status, a.header)
	}
	if a := ask(t, "GET", base+"/sign-in", "", page...); a.status != 200 || !strings.Contains(a.body, `<form method="post" action="/sign-in">`) {
		t.Errorf("the form: %d %s", a.status, a.body)
	}
	form := append(page, "Content-Type", "application/x-www-form-urlencoded")
	if a := ask(t, "POST", base+"/sign-in", "token=wrong", form...); a.status != 403 || !strings.Contains(a.body, "That is not the token.") || len(a.header["Set-Cookie"]) > 0 {
		t.Errorf("a wrong token: %d %s", a.status, a.body)
	}
	a = ask(t, "POST", base+"/sign-in", "token="+token, form...)
	cookie := a.header.Get("Set-Cookie")
	if a.status != 303 || a.header.Get("Location") != "/" || !strings.HasPrefix(cookie, "coach-session=") {
		t.Fatalf("the token: %d %v", a.status, a.header)
	}
	for _, want := range []string{"HttpOnly", "SameSite=Strict", "path=/"} {
		if !strings.Contains(cookie, want) {
			t.Errorf("the cookie lacks %s: %s", want, cookie)
		}
	}
	if strings.Contains(cookie, token) {
		t.Errorf("the cookie holds the token: %s", cookie)
	}
	value, _, _ := strings.Cut(cookie, ";")
	if a := ask(t, "GET", base+"/rules", "", append(page, "Cookie", value)...); a.status != 200 {
		t.Errorf("with the cookie: %d", a.status)
	}
	if a := ask(t, "GET", base+"/rules", "", append(page, "Cookie", value[:len(value)-2]+"AA")...); a.status != 303 {
		t.Errorf("with another's cookie: %d", a.status)
	}
	out := ask(t, "POST", base+"/sign-out", "", append(page, "Cookie", value)...)
	if got := out.header.Get("Set-Cookie"); out.status != 303 || !strings.HasPrefix(got, "coach-session=;") || !strings.Contains(got, "1970") {
		t.Errorf("signing out: %d %s", out.status, got)
	}
}

func TestWrongTokensAreCounted(t *testing.T) {
	base := start(t, server.Config{Token: token})
	guess := func() answer { return lint(t, base, `{"text":"hi"}`, "Authorization", "Bearer guess") }
	for range 5 {
		if a := guess(); a.status != 401 {
			t.Fatalf("got %d", a.status)
		}
	}
	a := guess()
	a.is(t, 429, `{"error":{"code":"too_many_requests","message":"These are too many requests; the header Retry-After says how many seconds to wait."}}`)
	if a.header.Get("Retry-After") == "" {
		t.Error("there is no Retry-After")
	}
	if a := ask(t, "POST", base+"/sign-in", "token=guess", "Content-Type", "application/x-www-form-urlencoded"); a.status != 429 {
		t.Errorf("guessing on the other door: %d", a.status)
	}
	if a := lint(t, base, `{"text":"hi"}`, "Authorization", "Bearer "+token); a.status != 200 {
		t.Errorf("who knows the token waits for nobody: %d", a.status)
	}
}

// A client on another machine has 600 requests a minute, by the address that the proxy saw; on this machine nobody counts.
func TestRatePerClient(t *testing.T) {
	proxied, own := start(t, server.Config{Token: token, BehindProxy: true}), start(t, server.Config{})
	from := func(base, address string) int {
		return ask(t, "GET", base+"/healthz", "", "X-Forwarded-For", address).status
	}
	for range 600 {
		if from(proxied, "203.0.113.9, 198.51.100.7") != 200 || from(own, "198.51.100.7") != 200 {
			t.Fatal("refused too early")
		}
	}
	if got := from(proxied, "192.0.2.1, 198.51.100.7"); got != 429 {
		t.Errorf("whatever the client claims to have come from: %d", got)
	}
	if a := ask(t, "GET", proxied+"/healthz", "", "X-Forwarded-For", "192.0.2.1", "X-Forwarded-For", "198.51.100.7"); a.status != 429 {
		t.Errorf("also in a header of its own: %d", a.status)
	}
	if got := from(proxied, "198.51.100.8"); got != 200 {
		t.Errorf("another client: %d", got)
	}
	if got := from(own, "198.51.100.7"); got != 200 {
		t.Errorf("on this machine: %d", got)
	}
}

func TestTLS(t *testing.T) {
	base := start(t, server.Config{Token: token, TLS: selfSigned(t)})
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
	defer client.CloseIdleConnections()
	a := askWith(t, client, "POST", base+"/sign-in", "token="+token, "Content-Type", "application/x-www-form-urlencoded")
	if got := a.header.Get("Set-Cookie"); !strings.HasPrefix(got, "__Host-coach-session=") || !strings.Contains(got, "secure") {
		t.Errorf("the cookie: %q", got)
	}
}

func selfSigned(t testing.TB) *tls.Config {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	certificate, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	return &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{certificate}, PrivateKey: key}}}
}

func TestErrorsForPeopleAndPrograms(t *testing.T) {
	base := start(t, server.Config{})
	ask(t, "GET", base+"/nowhere?draft=secret", "").is(t, 404, `{"error":{"code":"not_found","message":"There is nothing at this address."}}`)
	page := ask(t, "GET", base+"/nowhere?draft=secret", "", "Accept", "text/html,*/*")
	if page.status != 404 || page.header.Get("Content-Type") != "text/html; charset=utf-8" || strings.Contains(page.body, "secret") {
		t.Errorf("for a person: %d %v %s", page.status, page.header, page.body)
	}
	a := ask(t, "GET", base+"/api/lint", "", "Accept", "text/html")
	a.is(t, 405, `{"error":{"code":"method_not_allowed","message":"This address takes other methods; the header Allow names them."}}`)
	if got := a.header.Get("Allow"); got != "POST" {
		t.Errorf("Allow: %q", got)
	}
	if got := ask(t, "DELETE", base+"/healthz", "").header.Get("Allow"); got != "GET, HEAD" {
		t.Errorf("Allow: %q", got)
	}
	var e struct {
		Error struct{ Code, Message string }
	}
	if err := json.Unmarshal([]byte(ask(t, "GET", base+"/api/nowhere", "").body), &e); err != nil || e.Error.Code != "not_found" {
		t.Errorf("%v %+v", err, e)
	}
}
