package languagetool

import "net/http"

// An Error is a request that gets no answer. Its body is Body, as text/plain. No part of the text that was to be checked
// is ever in it.
type Error struct {
	Status int // of HTTP
	Text   string
}

func (e *Error) Error() string { return e.Text }

// Body is the body of the answer; LanguageTool's clients look for its first word.
func (e *Error) Body() string { return "Error: " + e.Text }

func badRequest(text string) *Error { return &Error{http.StatusBadRequest, text} }
