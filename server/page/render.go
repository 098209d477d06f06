package page

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"strings"
)

//go:embed templates
var templateFiles embed.FS

var templates = template.Must(template.New("").Funcs(template.FuncMap{"sample": sample}).ParseFS(templateFiles, "templates/*.html"))

// A lineSample is what the template "sample" needs to draw a family's line.
type lineSample struct {
	Line, Tone string
	Weak       bool
}

func sample(line, tone string, weak bool) lineSample { return lineSample{line, tone, weak} }

// Write writes a view as a whole page.
func (v *View) Write(w io.Writer) error {
	return templates.ExecuteTemplate(w, "page.html", v)
}

// fragment is one part of a view as HTML.
func (v *View) fragment(name string) (string, error) {
	var b strings.Builder
	if err := templates.ExecuteTemplate(&b, name, v); err != nil {
		return "", err
	}
	return strings.TrimSpace(b.String()), nil
}

// Class is the class of a note's underline.
func (n Note) Class() string {
	class := "u " + n.Line + " " + n.Tone
	if n.Weak {
		class += " weak"
	}
	return class
}

// Place is what a screen reader says after a phrase.
func (n Note) Place() string {
	return fmt.Sprintf("note %d of %d: %s", n.Number, n.Of, n.Label)
}

// ID is the note's id on the page.
func (n Note) ID() string { return fmt.Sprintf("note-%d", n.Number) }

// Hints tells whether a wording of the note has blanks.
func (n Note) Hints() bool {
	for _, o := range n.Options {
		for _, p := range o.Parts {
			if p.Blank {
				return true
			}
		}
	}
	return false
}

// Folded tells templates whether the notes are folded away behind a danger.
func (v *View) Folded() bool { return v.folded() }

// Reading tells whether the draft is shown as the reading view with its notes, without the script.
func (v *View) Reading() bool { return v.Posted && !v.Empty }

// QuietOnly tells whether every card is about what the writer is afraid of.
func (v *View) QuietOnly() bool {
	for _, c := range v.Cards {
		if !c.Quiet {
			return false
		}
	}
	return true
}

// State is a word for what the page shows, for tests and styles.
func (v *View) State() string {
	switch {
	case len(v.Cards) > 0:
		return "danger"
	case v.Gone:
		return "gone"
	case v.Empty:
		return "empty"
	case len(v.Notes) > 0:
		return "notes"
	}
	return "clean"
}

// Privacy is the promise at the top of the page.
func (v *View) Privacy() string {
	if v.Local {
		return "Your words stay on this computer. Nothing is saved unless you ask."
	}
	return "Your words stay only on the computer that runs coach. Nothing is saved unless you ask."
}
