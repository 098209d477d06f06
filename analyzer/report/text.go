package report

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"coach/analyzer"
)

// textWriter writes for people: each phrase in its line, why it lands badly, what could stand there instead. Danger
// comes before everything else. It praises nothing and counts nothing but phrases.
type textWriter struct {
	w io.Writer
	Options
	ink

	total   tally
	roleWas analyzer.Role          // the inferred role said last
	clean   map[analyzer.Role]bool // the inferred roles of drafts without a phrase
}

// tally is what the last line sums up.
type tally struct {
	drafts    int
	withNotes int      // drafts
	notes     int      // phrases, without dangers
	names     []string // of the drafts with notes
	dangerous []string // the drafts to read first
	everyday  int      // drafts
	owned     int      // drafts
}

func newText(w io.Writer, o Options) Writer {
	return &textWriter{w: w, Options: o, ink: ink(o.Color), clean: map[analyzer.Role]bool{}}
}

func (t *textWriter) Draft(d Draft) error {
	var b strings.Builder
	notes := ordinary(d.Report.Findings)
	t.count(d, len(notes))
	t.dangers(&b, d)
	t.contact(&b, d.Report)
	if len(d.Report.Dangers) > 0 && len(notes) > 0 {
		fmt.Fprintf(&b, "%s\n\n", theyCanWait(len(notes)))
	}
	for _, f := range notes {
		t.note(&b, d, f)
	}
	if d.Report.Withheld == analyzer.ForNoContact && len(notes) > 0 {
		t.prose(&b, 0, "They asked you not to write, so coach offers no wording. You can keep this for yourself.")
		b.WriteByte('\n')
	}
	if d.Report.Truncated {
		t.prose(&b, 0, fmt.Sprintf("coach stops at %d phrases. Look at these, then check again.", analyzer.MaxFindings))
		b.WriteByte('\n')
	}
	t.elements(&b, d.Report)
	if t.Explain {
		t.setAside(&b, d)
	}
	t.role(&b, d.Report, len(notes) > 0)
	_, err := io.WriteString(t.w, b.String())
	return err
}

func (t *textWriter) Close() error {
	if t.total.drafts == 0 {
		return nil
	}
	var b strings.Builder
	if t.roleWas == "" && len(t.clean) == 1 {
		for role := range t.clean {
			t.prose(&b, 0, readAs[role])
		}
	}
	t.prose(&b, 0, t.total.sentence())
	_, err := io.WriteString(t.w, b.String())
	return err
}

// ordinary are the findings without the dangers, which have a card of their own.
func ordinary(all []analyzer.Finding) []analyzer.Finding {
	var some []analyzer.Finding
	for _, f := range all {
		if f.Category != analyzer.Danger {
			some = append(some, f)
		}
	}
	return some
}

func (t *textWriter) count(d Draft, notes int) {
	t.total.drafts++
	t.total.notes += notes
	if notes > 0 {
		t.total.withNotes++
		t.total.names = append(t.total.names, d.Report.Path)
	}
	if d.Report.Everyday {
		t.total.everyday++
	}
	if d.Report.Owned {
		t.total.owned++
	}
	if len(d.Report.Dangers) > 0 {
		t.total.dangerous = append(t.total.dangerous, d.Report.Path)
	}
}

// dangers writes a card for each class, in the order in which they come up: its passages, then its words once.
func (t *textWriter) dangers(b *strings.Builder, d Draft) {
	if len(d.Report.Dangers) == 0 {
		return
	}
	fmt.Fprintf(b, "%s\n\n", t.care("Before you send this"))
	said := map[string]bool{}
	for _, n := range d.Report.Dangers {
		if !said[n.Class] {
			said[n.Class] = true
			t.card(b, d, n.Class)
		}
	}
	if d.Report.Withheld == analyzer.ForDanger {
		t.prose(b, 0, "coach offers no wording here.")
		b.WriteByte('\n')
	}
}

func (t *textWriter) card(b *strings.Builder, d Draft, class string) {
	var last analyzer.DangerNote
	for _, n := range d.Report.Dangers {
		if n.Class == class {
			fmt.Fprintf(b, "%s\n", t.faint(place(d.Report.Path, n.Line, n.Column)))
			t.phrase(b, d.Text, n.Span, '^', t.care)
			last = n
		}
	}
	t.prose(b, 2, last.Why)
	b.WriteByte('\n')
	t.prose(b, 2, last.Action)
	b.WriteByte('\n')
}

// contact asks about a sign that they asked not to be written to. Where no wording is offered there is nothing to ask.
func (t *textWriter) contact(b *strings.Builder, r analyzer.Report) {
	if r.Contact == nil || r.Withheld != "" {
		return
	}
	t.prose(b, 0, fmt.Sprintf("You wrote “%s”. Did they ask you not to write?\nIf so: coach check --no-contact", r.Contact.Quote))
	b.WriteByte('\n')
}

func (t *textWriter) note(b *strings.Builder, d Draft, f analyzer.Finding) {
	fmt.Fprintf(b, "%s\n", t.faint(place(d.Report.Path, f.Line, f.Column)))
	mark := byte('^')
	if f.Confidence == analyzer.Weak {
		mark = '~'
	}
	t.phrase(b, d.Text, f.Span, mark, t.mark)
	fmt.Fprintf(b, "  %s\n", t.strong(Label(f.Category, f.Confidence)))
	t.prose(b, 2, f.Why)
	t.suggestions(b, f.Suggestions)
	if t.Explain {
		fmt.Fprintf(b, "\n  %s\n", t.faint(evidence(f)))
	}
	b.WriteByte('\n')
}

// evidence names what found a phrase, for those who write rules.
func evidence(f analyzer.Finding) string {
	return fmt.Sprintf("%s (%s): step %d, severity %s, confidence %s", f.Rule, f.Source, f.Step, f.Severity, f.Confidence)
}

// phrase shows the line with the phrase underlined.
func (t *textWriter) phrase(b *strings.Builder, text string, s analyzer.Span, mark byte, colour func(string) string) {
	for _, r := range excerpt(text, s, t.Width-2, mark) {
		lead := r.marks[:len(r.marks)-len(strings.TrimLeft(r.marks, " "))]
		fmt.Fprintf(b, "  %s\n  %s%s\n", r.text, lead, colour(r.marks[len(lead):]))
	}
}

// prose writes wrapped lines, indented by blanks.
func (t *textWriter) prose(b *strings.Builder, indent int, s string) {
	for _, line := range wrap(s, t.Width-indent) {
		fmt.Fprintf(b, "%*s%s\n", indent, "", line)
	}
}

// suggestions writes what could stand there instead. The wording is coach's, so it comes with "only if it's true";
// leaving the phrase out needs no such word.
func (t *textWriter) suggestions(b *strings.Builder, all []analyzer.Suggestion) {
	if len(all) == 0 {
		return
	}
	var wordings []analyzer.Suggestion
	for _, s := range all {
		if s.Text != "" {
			wordings = append(wordings, s)
		}
	}
	b.WriteByte('\n')
	leaveFirst := all[0].Text == ""
	switch {
	case len(wordings) == 0:
		b.WriteString("  You could leave it out.\n")
		return
	case leaveFirst:
		b.WriteString("  You could leave it out, or say, only if it's true:\n")
	default:
		b.WriteString("  You could say, only if it's true:\n")
	}
	for _, s := range wordings {
		t.wording(b, s.Text)
	}
	if !leaveFirst && len(wordings) < len(all) {
		b.WriteString("  Or leave it out.\n")
	}
	if blanks := blanks(wordings); len(blanks) == 1 {
		t.prose(b, 2, blanks[0]+" is yours to fill.")
	} else if len(blanks) > 1 {
		t.prose(b, 2, and(blanks)+" are yours to fill.")
	}
}

func (t *textWriter) wording(b *strings.Builder, s string) {
	lead := "- "
	for _, line := range wrap(s, t.Width-6) {
		fmt.Fprintf(b, "    %s%s\n", lead, t.offer(line))
		lead = "  "
	}
}

// blanks are what only the writer can fill, each once, in brackets as the wording shows it.
func blanks(wordings []analyzer.Suggestion) []string {
	var all []string
	seen := map[string]bool{}
	for _, s := range wordings {
		for _, blank := range s.Blanks {
			if !seen[blank] {
				seen[blank] = true
				all = append(all, "["+blank+"]")
			}
		}
	}
	return all
}

// elements lists what the message does, in the words of the draft, and asks for what is not there. It counts nothing: a
// short message may be all that is needed.
func (t *textWriter) elements(b *strings.Builder, r analyzer.Report) {
	if len(r.Elements) == 0 {
		return
	}
	fmt.Fprintf(b, "%s\n\n", t.strong(checklist[r.Role]))
	for _, e := range r.Elements {
		t.prose(b, 2, e.Label+": "+states[e.State])
		if e.Quote != "" {
			t.prose(b, 4, "“"+e.Quote+"”")
		}
		if e.Question != "" {
			t.prose(b, 4, e.Question)
		}
	}
	b.WriteByte('\n')
}

// setAside lists what was found and does not count, and the words that decided it.
func (t *textWriter) setAside(b *strings.Builder, d Draft) {
	if len(d.Report.Suppressed) == 0 {
		return
	}
	b.WriteString("Set aside\n\n")
	for _, s := range d.Report.Suppressed {
		line, column := position(d.Text, s.Start)
		fmt.Fprintf(b, "%s\n", t.faint(place(d.Report.Path, line, column)))
		t.phrase(b, d.Text, s.Span, '-', t.faint)
		why := fmt.Sprintf("%s, set aside: %s", Label(s.Category, analyzer.Strong), Reason(s.Reason))
		if s.Cue != "" {
			why += fmt.Sprintf(" (“%s”)", s.Cue)
		}
		t.prose(b, 2, why+".")
		fmt.Fprintf(b, "  %s\n\n", t.faint(s.Rule))
	}
}

// role says how an inferred role was read, once for as long as it stays the same.
func (t *textWriter) role(b *strings.Builder, r analyzer.Report, hasNotes bool) {
	switch {
	case !r.RoleInferred || r.Everyday:
	case !hasNotes:
		t.clean[r.Role] = true
	case r.Role != t.roleWas:
		t.roleWas = r.Role
		t.prose(b, 0, readAs[r.Role])
		b.WriteByte('\n')
	}
}

// sentence is the last line. No phrase found is not good news: it says that coach misses things.
func (s tally) sentence() string {
	switch {
	case len(s.dangerous) > 0 && s.notes > 0:
		return fmt.Sprintf("%s %s can wait.", s.first(), count(s.notes, "other note"))
	case len(s.dangerous) > 0:
		return s.first()
	case s.notes == 0 && s.drafts == 1 && s.everyday == 1:
		return "Nothing here for coach. It reads as everyday."
	case s.notes == 0 && s.drafts == 1 && s.owned == 1:
		return "It says what you did and owns it. The rest is only if it's true."
	case s.notes == 0:
		return "coach has nothing to point at. It misses things."
	case s.drafts > 1:
		return fmt.Sprintf("%s to look at, in %d of %d drafts.", count(s.notes, "phrase"), s.withNotes, s.drafts)
	case s.names[0] == "-":
		return count(s.notes, "phrase") + " to look at."
	}
	return fmt.Sprintf("%s to look at in %s.", count(s.notes, "phrase"), s.names[0])
}

// first is what comes before everything else in a run with danger in it.
func (s tally) first() string {
	if s.drafts == 1 {
		return "Please read the first note before you send this."
	}
	return "Please read the first note on " + and(s.dangerous) + " before you send anything."
}

func theyCanWait(notes int) string {
	if notes == 1 {
		return "1 other note. It can wait."
	}
	return fmt.Sprintf("%d other notes. They can wait.", notes)
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// and joins names as a sentence does: "a, b and c".
func and(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// place is where a phrase begins, as editors and terminals link it.
func place(path string, line, column int) string {
	if path == "-" {
		path = "standard input"
	}
	return fmt.Sprintf("%s:%d:%d", strings.Map(picture, path), line, column)
}

// position is the line and column of a byte, from 1, the column in code points. LF, CRLF and a lone CR end a line.
func position(text string, at int) (line, column int) {
	head := text[:at]
	ends := strings.Count(head, "\n") + strings.Count(head, "\r") - strings.Count(head, "\r\n")
	start := strings.LastIndexAny(head, "\r\n") + 1
	return ends + 1, utf8.RuneCountInString(head[start:]) + 1
}
