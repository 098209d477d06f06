package server

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/binary"
	"html/template"
	"net/http"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"
)

// signedInFor is how long a browser stays signed in.
const signedInFor = 12 * time.Hour

// signedIn lets in who knows the token: programs by their request, browsers by the cookie that signing in gave them. A
// browser without it is sent to the page where that is done.
func (s *Server) signedIn(r route) fiber.Handler {
	return func(c *fiber.Ctx) error {
		session := []byte(c.Cookies(s.cookieName()))
		switch {
		case r.public || s.config.Token == "" || s.isToken(givenToken(c)) || validSession(s.config.Token, session, time.Now()):
			return c.Next()
		case r.method == fiber.MethodGet && audienceOf(c) == forPeople:
			return c.Redirect("/sign-in", http.StatusSeeOther)
		}
		c.Set(fiber.HeaderWWWAuthenticate, "Bearer")
		return failed(http.StatusUnauthorized, "token_needed", "coach wants a token: send the header Authorization: Bearer TOKEN.")
	}
}

// givenToken is the token in a request, "" where there is none: of the Authorization header, of LanguageTool's parameter
// apiKey, or of the sign-in form.
func givenToken(c *fiber.Ctx) string {
	if token, ok := strings.CutPrefix(c.Get(fiber.HeaderAuthorization), "Bearer "); ok {
		return strings.TrimSpace(token)
	}
	if key := c.Context().QueryArgs().Peek("apiKey"); len(key) > 0 {
		return string(key)
	}
	form := c.Request().PostArgs()
	if key := form.Peek("apiKey"); len(key) > 0 {
		return string(key)
	}
	return string(form.Peek("token"))
}

// isToken compares in a time that does not depend on how much of the token is right, nor on its length.
func (s *Server) isToken(given string) bool {
	a, b := sha256.Sum256([]byte(given)), sha256.Sum256([]byte(s.config.Token))
	return subtle.ConstantTimeCompare(a[:], b[:]) == 1
}

// wrongToken tells whether a request guesses at the token.
func (s *Server) wrongToken(c *fiber.Ctx) bool {
	given := givenToken(c)
	return given != "" && !s.isToken(given)
}

// newSession is what the cookie holds: the time it ends and the proof, which only who has the token can make, that
// coach said so. It needs no memory here and ends for everybody when the token is changed.
func newSession(token string, ends time.Time) []byte {
	b := binary.BigEndian.AppendUint64(nil, uint64(ends.Unix()))
	b = append(b, sessionProof(token, b)...)
	return base64.RawURLEncoding.AppendEncode(nil, b)
}

func validSession(token string, session []byte, now time.Time) bool {
	b, err := base64.RawURLEncoding.AppendDecode(nil, session)
	if err != nil || len(b) != 8+sha256.Size || !hmac.Equal(sessionProof(token, b[:8]), b[8:]) {
		return false
	}
	return now.Unix() < int64(binary.BigEndian.Uint64(b))
}

func sessionProof(token string, ends []byte) []byte {
	h := hmac.New(sha256.New, []byte(token))
	h.Write([]byte("coach session"))
	h.Write(ends)
	return h.Sum(nil)
}

// secure tells whether browsers reach the server over HTTPS.
func (s *Server) secure() bool { return s.config.TLS != nil || s.config.BehindProxy }

// cookieName has the prefix by which browsers keep other hosts' pages from setting the cookie (RFC 6265bis, 4.1.3.2).
func (s *Server) cookieName() string {
	if s.secure() {
		return "__Host-coach-session"
	}
	return "coach-session"
}

func (s *Server) setSession(c *fiber.Ctx, value string, ends time.Time) {
	c.Cookie(&fiber.Cookie{
		Name: s.cookieName(), Value: value, Path: "/", Expires: ends,
		HTTPOnly: true, Secure: s.secure(), SameSite: fiber.CookieSameSiteStrictMode,
	})
}

// signIn gives a browser that sends the token its cookie, and else the form again.
func (s *Server) signIn(c *fiber.Ctx) error {
	if !s.isToken(givenToken(c)) {
		c.Status(http.StatusForbidden)
		return s.showSignIn(c, "That is not the token.")
	}
	ends := time.Now().Add(signedInFor)
	s.setSession(c, string(newSession(s.config.Token, ends)), ends)
	return c.Redirect("/", http.StatusSeeOther)
}

// signOut takes the cookie away.
func (s *Server) signOut(c *fiber.Ctx) error {
	s.setSession(c, "", time.Unix(0, 0))
	return c.Redirect("/sign-in", http.StatusSeeOther)
}

func (s *Server) signInForm(c *fiber.Ctx) error { return s.showSignIn(c, "") }

func (s *Server) showSignIn(c *fiber.Ctx, fault string) error {
	var b bytes.Buffer
	if err := signInPage.Execute(&b, fault); err != nil {
		return err
	}
	c.Type("html", "utf-8")
	return c.Send(b.Bytes())
}

var signInPage = template.Must(template.New("sign-in").Parse(`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Sign in – coach</title><link rel="icon" href="/static/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/static/coach.css"></head>
<body><main class="wrap plain">
<h1>Sign in to coach</h1>
<form method="post" action="/sign-in">
<p><label for="token">The token, from whoever runs this coach</label></p>
<p><input id="token" name="token" type="password" autocomplete="off" required{{if .}} aria-describedby="fault" aria-invalid="true"{{end}}></p>
{{if .}}<p id="fault" role="alert">{{.}}</p>{{end}}
<p><button class="btn main">Sign in</button></p>
</form>
</main></body>
</html>
`))
