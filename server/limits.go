package server

import "time"

// What is read, at most. docs/http.md shows this table and a test compares the two.
const (
	// CommandLineBytes is the size of one draft for coach check.
	CommandLineBytes = 1 << 20
	// TextBytes is the size of the text for /api/lint and /v2/check; Config.MaxText raises or lowers it.
	TextBytes = 64 << 10
	// PageCharacters is how much of a draft the page reads; what is behind it is said to be unread.
	PageCharacters = 20_000

	// bodyFactor is how often the largest text may fit into a body, which escapes it (JSON, url-encoding), and envelope
	// is the room for everything else in the body.
	bodyFactor = 3
	envelope   = 4 << 10
)

// pageBody is the largest body of the page's form, in bytes. The form sends the whole draft, also the part beyond
// PageCharacters that comes back unread; url-encoding makes twelve bytes of an emoji.
const pageBody = 1 << 20

// How long a client may take, and how many there may be.
const (
	readTimeout  = 5 * time.Second
	writeTimeout = 10 * time.Second
	idleTimeout  = 30 * time.Second
	// drainTimeout is how long Shutdown waits for requests under way.
	drainTimeout = 4 * time.Second

	headerBytes = 8 << 10
	// connections are open at once, at most.
	connections = 4096
	// checksInFlight is the default of Config.MaxChecks.
	checksInFlight = 128
	// requestsPerMinute of one client, where clients are on other machines.
	requestsPerMinute = 600
	// guessesPerMinute are requests of one client with a wrong token.
	guessesPerMinute = 5
)

// Limits are the sizes that one server keeps, after Config.
type Limits struct {
	Text int // bytes of the text of /api/lint and /v2/check
	Body int // bytes of a body that holds such a text
	Page int // characters of a draft that the page reads
}

func (c Config) limits() Limits {
	text := c.MaxText
	if text == 0 {
		text = TextBytes
	}
	return Limits{Text: text, Body: bodyFactor*text + envelope, Page: PageCharacters}
}
