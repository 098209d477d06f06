package languagetool

import (
	"fmt"
	"net/http"

	"coach/analyzer"
)

// A Request is a text to check, with what the client wants to hear about it.
type Request struct {
	Language Language
	text     annotated
	mode     mode
	wanted   selection
	compact  bool // leave out what a client can do without
}

// Text is what is to be checked: the text without markup, UTF-8.
func (r Request) Text() string { return r.text.plain }

// NewRequest checks the parameters of /check; maxText is the most bytes a text may have. Parameters it does not know are
// ignored, as LanguageTool does. The error is an *Error.
func NewRequest(f Form, maxText int) (Request, error) {
	text, err := textOf(f)
	if err != nil {
		return Request{}, err
	}
	language, err := languageOf(f["language"], f["preferredVariants"])
	if err != nil {
		return Request{}, err
	}
	if f["apiKey"] != "" && f["username"] == "" {
		return Request{}, badRequest("apiKey was set, but username was not")
	}
	mode, err := modeOf(f["mode"])
	if err != nil {
		return Request{}, err
	}
	wanted, err := selectionOf(f)
	if err != nil {
		return Request{}, err
	}
	if err := checkLength(text.plain, maxText); err != nil {
		return Request{}, err
	}
	return Request{Language: language, text: text, mode: mode, wanted: wanted, compact: f["c"] == "1"}, nil
}

// checkLength refuses a text that is too long, in LanguageTool's words where its characters (UTF-16 code units) exceed the
// limit of bytes too.
func checkLength(text string, limit int) error {
	if len(text) <= limit {
		return nil
	}
	what, length := "characters", units(text)
	if length <= limit {
		what, length = "bytes", len(text)
	}
	return &Error{
		http.StatusRequestEntityTooLarge,
		fmt.Sprintf("Your text exceeds the limit of %d %s (it's %d %s). Please submit a shorter text.", limit, what, length, what),
	}
}

// A mode says which findings a client asks for. Some clients ask twice for one text, once for each half.
type mode string

const (
	all                 mode = "all"
	textLevelOnly       mode = "textLevelOnly"
	allButTextLevelOnly mode = "allButTextLevelOnly"
)

func modeOf(value string) (mode, error) {
	switch m := mode(value); m {
	case all, textLevelOnly, allButTextLevelOnly:
		return m, nil
	case "":
		return all, nil
	}
	return "", badRequest("Mode must be one of 'textLevelOnly', 'allButTextLevelOnly', or 'all'")
}

// lets tells whether a mode asks for findings about phrases. All of coach's are, so the half of a text as a whole is
// empty.
func (m mode) lets() bool { return m != textLevelOnly }

// A selection is the rules a client wants to hear from.
type selection struct {
	only                            bool // nothing but rules and categories
	rules, categories               map[string]bool
	disabledRules, disabledCategory map[string]bool
	picky                           bool
}

func selectionOf(f Form) (selection, error) {
	s := selection{
		only:             f["enabledOnly"] == "true" || f["enabledOnly"] == "yes",
		rules:            f.ids("enabledRules"),
		categories:       f.ids("enabledCategories"),
		disabledRules:    f.ids("disabledRules"),
		disabledCategory: f.ids("disabledCategories"),
		picky:            f["level"] == "picky",
	}
	switch {
	case s.only && len(s.disabledRules)+len(s.disabledCategory) > 0:
		return s, badRequest("You cannot specify disabled rules or categories using enabledOnly=true")
	case s.only && len(s.rules)+len(s.categories) == 0:
		return s, badRequest("You must specify enabled rules or categories when using enabledOnly=true")
	case !s.picky && f["level"] != "" && f["level"] != "default":
		return s, badRequest("If 'level' is set, it must be set to 'default' or 'picky'")
	}
	return s, nil
}

// lets tells whether a finding is wanted. A rule that is enabled by its own name is, whatever else is said; a category
// that is enabled outweighs that it is disabled, as with LanguageTool. Nothing hides danger.
func (s selection) lets(f analyzer.Finding) bool {
	rule, category := RuleID(f.Rule), CategoryID(f.Category)
	switch {
	case f.Category == analyzer.Danger, s.rules[rule]:
		return true
	case s.only && !s.categories[category], s.disabledRules[rule]:
		return false
	case s.disabledCategory[category] && !s.categories[category]:
		return false
	}
	return s.picky || !subtle(f)
}

// subtle are the findings that only level=picky shows: little harm, on weak evidence.
func subtle(f analyzer.Finding) bool {
	return f.Severity == analyzer.Low && f.Confidence == analyzer.Weak
}
