// Reference writes a page about all rules for people: what each flags, why, what to say instead, what it leaves alone.
//
//	go run ./internal/reference FOLDER OUTPUT
package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"

	"coach/analyzer"
	"coach/rules"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: reference FOLDER OUTPUT")
		os.Exit(2)
	}
	folder, err := rules.Load(os.DirFS(os.Args[1]), nil)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if err := os.WriteFile(os.Args[2], []byte(page(folder)), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// chapters are the categories in the order of the guide's steps, with what their rules have in common.
var chapters = []struct {
	category analyzer.Category
	about    string
}{
	{"self-serving", "Step 1. The writer's own comfort is the reason: being alone, money, guilt, how it looks."},
	{"blame-shifting", "Step 2. The act is handed to the reader, to somebody else or to circumstances."},
	{"minimizing", "Step 2. The act or its harm is made smaller, doubtful or nobody's."},
	{"dismissing", "Step 3. The reader's feelings are belittled, corrected or hurried."},
	{"concealing", "Step 4. Contact goes on, or what the reader has a right to know is kept back."},
	{"defending", "Step 5. The draft refuses to listen or hits back."},
	{"resisting-boundaries", "Step 6. A fair limit or request for openness is treated as control. Being cut off from friends, family, work or money is no fair limit: there these rules are silent."},
	{"overpromising", "Step 7. A promise too big or too vague to be kept and seen."},
	{"refusing-help", "Step 8. Outside help is waved away or handed to the reader."},
	{"rushing-intimacy", "Step 9. The draft asks for touch, sex, the bed or the old normal."},
	{"pressuring", "Step 10. Trust, forgiveness, an answer or credit is hurried or demanded."},
	{"holding-on", "Step 11. The draft does not accept that the reader may leave or wants no contact."},
	{analyzer.Danger, "Never rewritten. The draft is answered with what to do instead of sending it."},
}

const head = `# What coach flags

Made from the rule files by go generate; change those, not this page.

Each entry shows phrases that are flagged (in **bold**), why they land badly, what could be said instead, and what the
rule leaves alone. Words in [brackets] are for the writer to fill in. A rule marked *weak* is only shown beside other
signs that the message is about something the writer did.
`

func page(folder rules.Folder) string {
	var b strings.Builder
	b.WriteString(head)
	files := inWords(folder)
	for _, c := range chapters {
		own := slices.DeleteFunc(slices.Clone(files), func(f rules.File) bool { return f.Rule.Category != c.category })
		if len(own) == 0 {
			continue
		}
		slices.SortFunc(own, func(x, y rules.File) int {
			return cmp.Or(strings.Compare(x.Rule.Title, y.Rule.Title), strings.Compare(x.Rule.ID, y.Rule.ID))
		})
		fmt.Fprintf(&b, "\n## %s\n\n%s\n", c.category, c.about)
		for _, f := range own {
			b.WriteString(entry(f))
		}
	}
	b.WriteString(elements(folder))
	return b.String()
}

// inWords gives the rules without the signs of elements, and those about danger with the words of their class.
func inWords(folder rules.Folder) []rules.File {
	named := map[string]analyzer.Rule{}
	for _, r := range folder.Pack.Rules {
		named[r.ID] = r
	}
	var files []rules.File
	for _, f := range folder.Files {
		if f.Element == "" {
			f.Rule = named[f.Rule.ID]
			files = append(files, f)
		}
	}
	return files
}

const elementsHead = `
## What an accountable message does

These are no faults: coach says which of them it finds words for, and asks a question about the others.
`

// elements is the chapter about what an accountable message does: for each element its question and words that show it.
func elements(folder rules.Folder) string {
	var b strings.Builder
	b.WriteString(elementsHead)
	for _, e := range folder.Elements {
		fmt.Fprintf(&b, "\n### %s\n\n", e.Element.Label)
		if e.Element.Role == analyzer.Betrayed {
			b.WriteString("In the list of those who were hurt. ")
		}
		fmt.Fprintf(&b, "Where it is missing coach asks: %s\n\n", e.Element.Asked[0].Text)
		for _, f := range folder.Files {
			if f.Element == e.Element.Name && len(f.Flag) > 0 {
				fmt.Fprintf(&b, "- %s\n", marked(f.Flag[0]))
			}
		}
	}
	return b.String()
}

// shown is how many examples of a kind an entry has.
const shown = 3

func entry(f rules.File) string {
	var b strings.Builder
	r := f.Rule
	fmt.Fprintf(&b, "\n### %s\n\n`%s` · %s", r.Title, r.ID, r.Severity)
	if r.Confidence == analyzer.Weak {
		b.WriteString(" · *weak*")
	}
	if r.Role == analyzer.Betrayer || r.Role == analyzer.Betrayed {
		fmt.Fprintf(&b, " · %s's drafts only", r.Role)
	}
	fmt.Fprintf(&b, "\n\n%s\n\n", strings.Join(strings.Fields(r.Why), " "))
	for _, e := range f.Flag[:min(shown, len(f.Flag))] {
		fmt.Fprintf(&b, "- %s\n", marked(e))
	}
	if len(r.Rewrites) > 0 {
		fmt.Fprintf(&b, "\nInstead: %s\n", instead(r.Rewrites))
	}
	if len(f.Pass) > 0 {
		b.WriteString("\nLeft alone:\n\n")
		for _, e := range f.Pass[:min(shown, len(f.Pass))] {
			fmt.Fprintf(&b, "- %s\n", oneLine(e.Text))
		}
	}
	return b.String()
}

// marked shows an example with what is underlined in bold.
func marked(e rules.Example) string {
	if e.Span.End == 0 {
		return oneLine(e.Text)
	}
	return oneLine(e.Text[:e.Span.Start] + "**" + e.Text[e.Span.Start:e.Span.End] + "**" + e.Text[e.Span.End:])
}

// instead lists rewrites; where the words are taken from the draft, … stands for them.
func instead(rewrites []analyzer.Rewrite) string {
	ways := make([]string, len(rewrites))
	for i, r := range rewrites {
		ways[i] = fmt.Sprintf("%s (“%s”)", lowerFirst(r.Title), gaps(r.Text))
		if r.Text == "" {
			ways[i] = lowerFirst(r.Title)
		}
	}
	return strings.Join(ways, "; or ") + "."
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }

// gaps puts … for each {name} of a template.
func gaps(template string) string {
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(template, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		_, template, _ = strings.Cut(after, "}")
		b.WriteString("…")
	}
}

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " / ") }
