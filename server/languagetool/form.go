package languagetool

import (
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"
)

// A Form is the parameters of a request by name, decoded.
type Form map[string]string

// ReadForm takes the parameters from a request: those of the body, if it is a POST, and those of the query string, which
// win. The Content-Type does not matter; LanguageTool does not look at it either, and clients send none. A pair
// without "=" is ignored, and of a name that comes twice the last counts. The error is an *Error.
func ReadForm(method, query, body string) (Form, error) {
	form := Form{}
	if method == http.MethodPost {
		if err := form.read(body, method); err != nil {
			return nil, err
		}
	}
	if err := form.read(query, method); err != nil {
		return nil, err
	}
	return form, nil
}

func (f Form) read(pairs, method string) error {
	for pair := range strings.SplitSeq(pairs, "&") {
		name, value, ok := strings.Cut(pair, "=")
		if !ok {
			continue
		}
		name, err := decode(name, method)
		if err != nil {
			return err
		}
		if f[name], err = decode(value, method); err != nil {
			return err
		}
	}
	return nil
}

// decode undoes the percent-encoding. Bytes that are not UTF-8 are refused: the offsets of an answer would point at other
// characters than the client's.
func decode(s, method string) (string, error) {
	plain, err := url.QueryUnescape(s)
	if err != nil || !utf8.ValidString(plain) {
		return "", badRequest("Could not decode query. It must be UTF-8, percent-encoded. Request method: " + method)
	}
	return plain, nil
}

// ids gives the comma-separated rule or category ids of a parameter, in the form RuleID gives them.
func (f Form) ids(name string) map[string]bool {
	ids := map[string]bool{}
	for id := range strings.SplitSeq(f[name], ",") {
		if id = upperSnake(strings.TrimSpace(id)); id != "" {
			ids[id] = true
		}
	}
	return ids
}
