package server

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"html/template"
	"regexp"
	"slices"
	"strings"

	"github.com/gofiber/fiber/v2"

	"coach/analyzer"
	"coach/analyzer/report"
	"coach/rules"
)

// ruleEntry is a rule as GET /api/rules has it.
type ruleEntry struct {
	ID         string              `json:"id"`
	Category   analyzer.Category   `json:"category"`
	Step       int                 `json:"step,omitempty"` // of the guide; none for danger
	Severity   analyzer.Severity   `json:"severity"`
	Confidence analyzer.Confidence `json:"confidence"`
	Role       analyzer.Role       `json:"role"` // whose drafts it is for; auto means anybody's
	Title      string              `json:"title"`
	Why        string              `json:"why"`
	Page       string              `json:"page"` // for people
}

// listRules answers GET /api/rules: {"rules":[…]} in the order of their packs.
func (s *Server) listRules(c *fiber.Ctx) error {
	entries := make([]ruleEntry, len(s.config.Rules))
	for i, r := range s.config.Rules {
		entries[i] = ruleEntry{r.ID, r.Category, r.Step, r.Severity, r.Confidence, r.Role, r.Title, r.Why, "/rules/" + r.ID}
	}
	e := json.NewEncoder(c.Type("json").Response().BodyWriter())
	e.SetEscapeHTML(false)
	return e.Encode(map[string]any{"rules": entries})
}

//go:embed reference.html
var referenceHTML string

var referencePages = template.Must(template.New("reference").Parse(referenceHTML))

// A ruleGroup is the rules of one category, in the order of their packs.
type ruleGroup struct {
	Name  analyzer.Category
	Label string
	Rules []analyzer.Rule
}

// showRules answers GET /rules, the list for people.
func (s *Server) showRules(c *fiber.Ctx) error {
	return showReference(c, "rules", grouped(s.config.Rules))
}

func grouped(all []analyzer.Rule) []ruleGroup {
	var groups []ruleGroup
	for _, r := range all {
		at := slices.IndexFunc(groups, func(g ruleGroup) bool { return g.Name == r.Category })
		if at < 0 {
			at = len(groups)
			groups = append(groups, ruleGroup{Name: r.Category, Label: categoryLabel(r.Category)})
		}
		groups[at].Rules = append(groups[at].Rules, r)
	}
	return groups
}

func categoryLabel(c analyzer.Category) string {
	if c == analyzer.Danger {
		return "About harm"
	}
	return report.Label(c, analyzer.Strong)
}

// ruleView is what the page about one rule shows.
type ruleView struct {
	Rule        analyzer.Rule
	Label       string
	Action      []string // lines, for danger only
	Rewrites    [][]rewritePart
	Flag        []markedExample
	Pass, Known []string
}

// A rewritePart is a run of a rewrite: its own words, or words that it takes over from the draft.
type rewritePart struct {
	Text     string // "" where Captured
	Captured bool
}

// A markedExample is a line that coach points at, around what it underlines.
type markedExample struct{ Before, Marked, After, Rewrite string }

// showRule answers GET /rules/{category}/{rule}.
func (s *Server) showRule(c *fiber.Ctx) error {
	id := c.Params("category") + "/" + c.Params("rule")
	at := slices.IndexFunc(s.config.Rules, func(r analyzer.Rule) bool { return r.ID == id })
	if at < 0 {
		return general[fiber.StatusNotFound]
	}
	file, err := s.ruleFile(id)
	if err != nil {
		return err
	}
	return showReference(c, "rule", viewOf(s.config.Rules[at], file))
}

// ruleFile is the file of a rule, empty where there is none.
func (s *Server) ruleFile(id string) (rules.File, error) {
	if s.config.Files == nil {
		return rules.File{}, nil
	}
	files, err := s.config.Files()
	at := slices.IndexFunc(files, func(f rules.File) bool { return f.Rule.ID == id })
	if err != nil || at < 0 {
		return rules.File{}, err
	}
	return files[at], nil
}

func viewOf(r analyzer.Rule, f rules.File) ruleView {
	view := ruleView{Rule: r, Label: categoryLabel(r.Category), Pass: texts(f.Pass), Known: texts(f.Known)}
	if action := r.Action(); action != "" {
		view.Action = strings.Split(strings.TrimSpace(action), "\n")
	}
	for _, rewrite := range r.Rewrites {
		view.Rewrites = append(view.Rewrites, rewriteParts(rewrite.Text))
	}
	for _, x := range f.Flag {
		view.Flag = append(view.Flag, markedExample{x.Text[:x.Span.Start], x.Text[x.Span.Start:x.Span.End], x.Text[x.Span.End:], x.Rewrite})
	}
	return view
}

func texts(examples []rules.Example) []string {
	list := make([]string, len(examples))
	for i, x := range examples {
		list[i] = x.Text
	}
	return list
}

var capture = regexp.MustCompile(`\{[a-z]+\}`)

func rewriteParts(text string) []rewritePart {
	if text == "" {
		return []rewritePart{{Text: "(leave it out)"}}
	}
	var parts []rewritePart
	from := 0
	for _, at := range capture.FindAllStringIndex(text, -1) {
		parts = append(parts, rewritePart{Text: text[from:at[0]]}, rewritePart{Captured: true})
		from = at[1]
	}
	return append(parts, rewritePart{Text: text[from:]})
}

func showReference(c *fiber.Ctx, page string, data any) error {
	var b bytes.Buffer
	if err := referencePages.ExecuteTemplate(&b, page, data); err != nil {
		return err
	}
	return c.Type("html", "utf-8").Send(b.Bytes())
}
