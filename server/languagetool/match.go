package languagetool

import (
	"slices"
	"strings"
	"unicode/utf8"

	"coach/analyzer"
	"coach/analyzer/report"
)

// A Match is one finding. Offsets and lengths are UTF-16 code units of the source, which is text and markup.
type Match struct {
	Message      string        `json:"message"`      // why it lands badly
	ShortMessage string        `json:"shortMessage"` // what it is
	Replacements []Replacement `json:"replacements"` // at most five; none while wording is withheld
	Offset       int           `json:"offset"`
	Length       int           `json:"length"`
	Context      *Excerpt      `json:"context,omitempty"`
	Sentence     *string       `json:"sentence,omitempty"`
	Type         Type          `json:"type"`
	Rule         Rule          `json:"rule"`

	IgnoreForIncompleteSentence bool `json:"ignoreForIncompleteSentence"`
	ContextForSureMatch         int  `json:"contextForSureMatch"` // 0: the sentence
}

// An Excerpt is the words around a match; offset and length are the match's in it.
type Excerpt struct {
	Text   string `json:"text"`
	Offset int    `json:"offset"`
	Length int    `json:"length"`
}

// Type is a match's kind, which is the same for all of coach's.
type Type struct {
	Name string `json:"typeName"`
}

// A Rule is what made a match.
type Rule struct {
	ID          string   `json:"id"`
	Description string   `json:"description"`
	IssueType   string   `json:"issueType"` // "style": clients look misspellings up in a dictionary
	URLs        []URL    `json:"urls"`
	Category    Category `json:"category"`
	IsPremium   bool     `json:"isPremium"`
	Tags        []string `json:"tags,omitempty"` // "picky"
}

// A URL is the page that explains a rule.
type URL struct {
	Value string `json:"value"`
}

// A Category is a group of rules.
type Category struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// issueType is that of all matches.
const issueType = "style"

// matches gives the findings a request asks for.
func matches(r Request, rep analyzer.Report, site string) []Match {
	list := []Match{}
	if !r.mode.lets() {
		return list
	}
	ruler := newRuler(r.text.source)
	for _, f := range rep.Findings {
		if !r.wanted.lets(f) {
			continue
		}
		span, replacements := replace(r.text, f)
		source := r.text.toSource(span)
		sentence := strings.TrimSpace(r.text.plain[f.Sentence.Start:f.Sentence.End])
		m := Match{
			Message: lineOf(f.Why), ShortMessage: report.Label(f.Category, f.Confidence), Replacements: replacements,
			Offset: ruler.at(source.Start), Length: ruler.at(source.End) - ruler.at(source.Start),
			Context: excerpt(r.text.source, source), Sentence: &sentence,
			Type: Type{"Other"}, Rule: rule(f, site),
		}
		if note, ok := danger(rep, f); ok {
			m.Message, m.ShortMessage = lineOf(note.Why+" "+note.Action), note.Title
		}
		list = append(list, m)
	}
	return list
}

// danger gives the note of a finding that is a danger.
func danger(rep analyzer.Report, f analyzer.Finding) (analyzer.DangerNote, bool) {
	if f.Category != analyzer.Danger {
		return analyzer.DangerNote{}, false
	}
	i := slices.IndexFunc(rep.Dangers, func(n analyzer.DangerNote) bool { return n.Span == f.Span && n.Title == f.Title })
	if i < 0 {
		return analyzer.DangerNote{}, false
	}
	return rep.Dangers[i], true
}

func rule(f analyzer.Finding, site string) Rule {
	r := Rule{
		ID: RuleID(f.Rule), Description: f.Title, IssueType: issueType,
		URLs:     []URL{{site + "/rules/" + f.Rule}},
		Category: category(f.Category),
	}
	if subtle(f) {
		r.Tags = []string{"picky"}
	}
	return r
}

func category(c analyzer.Category) Category {
	return Category{CategoryID(c), report.Label(c, analyzer.Strong)}
}

// lineOf puts a paragraph on one line: editors show a message in a menu.
func lineOf(s string) string { return strings.Join(strings.Fields(s), " ") }

// around is the number of code units that an excerpt shows on either side of a match.
const around = 40

// excerpt gives a span of a text with what stands around it. Line breaks become blanks, and "..." stands for what is cut
// off. Characters of two units are not cut in half.
func excerpt(source string, s analyzer.Span) *Excerpt {
	start, end := back(source, s.Start, around), forth(source, s.End, around)
	before, after := source[start:s.Start], source[s.End:end]
	if start > 0 {
		before = "..." + before
	}
	if end < len(source) {
		after += "..."
	}
	text := strings.ReplaceAll(before+source[s.Start:s.End]+after, "\n", " ")
	return &Excerpt{text, units(before), units(source[s.Start:s.End])}
}

// back gives the byte offset that lies at most n code units before i.
func back(s string, i, n int) int {
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if n -= width(r); n < 0 {
			break
		}
		i -= size
	}
	return i
}

// forth gives the byte offset that lies at most n code units behind i.
func forth(s string, i, n int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if n -= width(r); n < 0 {
			break
		}
		i += size
	}
	return i
}
