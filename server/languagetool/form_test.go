package languagetool

import (
	"maps"
	"testing"
)

func TestReadForm(t *testing.T) {
	for _, c := range []struct {
		name, method, query, body string
		want                      Form
	}{
		{"body", "POST", "", "text=I+cheated%21&language=en-US", Form{"text": "I cheated!", "language": "en-US"}},
		{"body that is not encoded", "POST", "", "text=I chea\u2019d \U0001F600&language=en", Form{"text": "I chea\u2019d \U0001F600", "language": "en"}},
		{"query only, as language-grammar-api sends it", "POST", "text=a%20b&language=en-US", "", Form{"text": "a b", "language": "en-US"}},
		{"query wins", "POST", "language=en-GB", "language=en-US&text=a", Form{"language": "en-GB", "text": "a"}},
		{"GET has no body", "GET", "text=a", "text=b&language=en", Form{"text": "a"}},
		{"no equals sign", "POST", "", "text&=&language=en&a=b=c", Form{"": "", "language": "en", "a": "b=c"}},
		{"the last of a name counts", "POST", "", "text=a&text=b", Form{"text": "b"}},
		{"nothing", "POST", "", "", Form{}},
	} {
		got, err := ReadForm(c.method, c.query, c.body)
		if err != nil || !maps.Equal(got, c.want) {
			t.Errorf("%s: got %q, %v; want %q", c.name, got, err, c.want)
		}
	}
}

func TestReadFormRefusesWhatItCannotDecode(t *testing.T) {
	const want = "Error: Could not decode query. It must be UTF-8, percent-encoded. Request method: POST"
	for _, body := range []string{"text=%zz", "text=%", "text=caf%E9", "text=caf\xe9", "%zz=a"} {
		_, err := ReadForm("POST", "", body)
		if got := status(t, err); got != 400 || err.(*Error).Body() != want {
			t.Errorf("%q: got %d %v", body, got, err)
		}
	}
}

// status is the HTTP status of an error.
func status(t *testing.T, err error) int {
	t.Helper()
	e, ok := err.(*Error)
	if !ok {
		t.Fatalf("not an *Error: %v", err)
	}
	return e.Status
}
