package page

import (
	"fmt"
	"hash/fnv"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"coach/analyzer"
	"coach/analyzer/report"
	"coach/analyzer/text"
)

// A View is all that one page shows: every sentence in it, in the order of the page. Read makes it; templates write it.
type View struct {
	Request
	Settings Settings

	Empty      bool // there is no draft
	Everyday   bool // the draft is about something else: no ticks, no questions
	Owned      bool // the draft names the act and owns it, and nothing is to look at
	ReadAsHurt bool // it was read as from the one who was hurt
	Danger     bool // a danger stands in the draft
	Gone       bool // a danger latched and its line is gone
	Wording    bool // coach offers wording

	Cards    []Card
	TooLong  string
	Contact  *Line // the sign about which the page asks whether they want to be written to
	ReadAs   string
	Headline string
	Sub      string
	Ticks    []Element
	Families []Count
	Notes    []Note
	CanWait  string // the summary of notes that are folded away
	Segments []Segment
	Unread   int    // code points behind what was read
	Read     int    // UTF-16 code units that were read
	Copy     string // main, plain, or "" where the page does not help to send it
	Print    bool
	Blanks   string
	Own      string         // that lines are coach's words
	Say      string         // for a screen reader
	Counts   map[string]int // notes by category
	Elements map[string]int // elements by state
	Clean    bool           // the whole draft was read, and has no note and no danger
}

// A Note is what the page says about one phrase.
type Note struct {
	Key        string // the same in every reading as long as the phrase is there: rule, hash of the phrase, its occurrence
	Number     int    // from 1, in the order of the draft
	Of         int
	Rule       string
	Label      string
	Line, Tone string // of its family
	Weak       bool
	Start, End int // UTF-16 code units
	Quote      string
	Peek       string // the phrase on one line
	Title, Why string
	Step       string // "Step 2 of 11 · Take full accountability", or ""
	Guide      string // the guide's line, or ""
	Options    []Option
	Reasons    []Reason // why it can be wrong; none where feedback is not kept

	family   int
	category analyzer.Category
	until    int // bytes: the end of its sentence
}

// An Option is another wording of a phrase.
type Option struct {
	Value      string // key and number, for a button of the form
	Text       string // "" takes the phrase out
	Parts      []Part
	Start, End int    // UTF-16 code units of the draft that New replaces
	New        string // with what lies between two edits

	from, to int // the same in bytes
}

// A Part is a piece of a wording, or a blank that only the writer can fill.
type Part struct {
	Text  string
	Blank bool
}

// An Element is something an accountable message does.
type Element struct {
	Name, Label string
	State       analyzer.State
	Start, End  int // UTF-16 code units, both 0 where it is missing
	Quote       string
	Question    string
}

// Present tells whether the words for it are there, TakenBack whether other words undo it.
func (e Element) Present() bool   { return e.State == analyzer.Present }
func (e Element) TakenBack() bool { return e.State == analyzer.TakenBack }

// A Count is a family with the number of its notes.
type Count struct {
	Name, Line, Tone, Example string
	N                         int
}

// Read checks a draft and decides all that the page shows of it.
func (s Settings) Read(r Request) *View {
	r.Draft = strings.ToValidUTF8(strings.ReplaceAll(r.Draft, "\r\n", "\n"), "\uFFFD")
	v := &View{Request: r, Settings: s}
	v.NoContact = r.NoContact || s.NoContact
	v.Empty = strings.TrimSpace(r.Draft) == ""
	draft := cut(r.Draft, s.Characters)
	u := newUnits(draft)
	v.Read = u[len(draft)]
	v.Unread = max(r.Characters, utf8.RuneCountInString(r.Draft)) - utf8.RuneCountInString(draft)
	found := s.Check(draft, analyzer.Options{Role: r.Role.asked(s.Role), NoContact: v.NoContact})
	v.decide(found, u)
	v.note(draft, found, u)
	v.list(found, u)
	v.Segments = v.segments(draft, u)
	v.tell(draft, found)
	return v
}

// decide settles what stands in the way of wording.
func (v *View) decide(found analyzer.Report, u units) {
	v.ReadAsHurt = found.Role == analyzer.Betrayed
	v.Danger = len(found.Dangers) > 0
	v.Latched = v.Latched || latches(found.Dangers)
	v.Gone = v.Latched && !v.Danger
	v.Wording = !v.Danger && !v.Latched && !v.NoContact && found.Withheld == ""
	v.Cards = cards(found.Dangers, v.NotMeant, u)
	if c := found.Contact; c != nil && !v.NoContact && c.Quote != v.ContactNo {
		v.Contact = &Line{u[c.Start], u[c.End], c.Quote}
	}
}

// note turns findings into notes, without those that are to be left as they are.
func (v *View) note(draft string, found analyzer.Report, u units) {
	seen := map[string]int{}
	for _, f := range found.Findings {
		if f.Category == analyzer.Danger || v.Role == Tangled && !ownLine(draft[f.Sentence.Start:f.Sentence.End]) {
			continue
		}
		n := v.newNote(draft, f, u)
		seen[n.Key]++
		n.Key = fmt.Sprintf("%s:%d", n.Key, seen[n.Key])
		for i := range n.Options {
			n.Options[i].Value = fmt.Sprintf("%s/%d", n.Key, i)
		}
		if slices.Contains(v.Left, n.Key) {
			continue
		}
		v.Notes = append(v.Notes, n)
	}
	for i := range v.Notes {
		v.Notes[i].Number, v.Notes[i].Of = i+1, len(v.Notes)
	}
}

func (v *View) newNote(draft string, f analyzer.Finding, u units) Note {
	evidence := f.Confidence
	if v.Role == Tangled {
		evidence = analyzer.Weak
	}
	fam := familyOf(f.Category)
	hash := fnv.New32a()
	hash.Write([]byte(f.Quote))
	n := Note{
		Key: fmt.Sprintf("%s:%08x", f.Rule, hash.Sum32()), Rule: f.Rule, Label: report.Label(f.Category, evidence),
		Line: families[fam].Line, Tone: families[fam].Tone, Weak: evidence == analyzer.Weak,
		Start: u[f.Start], End: u[f.End], Quote: f.Quote, Peek: peek(f.Quote), Title: f.Title, Why: f.Why,
		Reasons: v.Kept.Reasons, family: fam, category: f.Category, until: f.Sentence.End,
	}
	if step, ok := stepOf(f.Step); ok {
		n.Step, n.Guide = fmt.Sprintf("Step %d of %d · %s", f.Step, len(steps), step.Name), step.Line
	}
	if v.Wording {
		for _, s := range f.Suggestions {
			n.Options = append(n.Options, newOption(draft, s, u))
		}
	}
	return n
}

// ownLine tells whether a sentence is about its writer, or about neither; not about the reader alone.
func ownLine(sentence string) bool {
	writer, reader := false, false
	for _, t := range text.Parse(sentence).Tokens {
		writer = writer || slices.Contains([]string{"i", "me", "my", "mine", "myself", "we", "us", "our"}, t.Norm)
		reader = reader || slices.Contains([]string{"you", "your", "yours", "yourself"}, t.Norm)
	}
	return writer || !reader
}

// newOption makes one replacement of all edits, so that one undo takes it back.
func newOption(draft string, s analyzer.Suggestion, u units) Option {
	edits := slices.SortedFunc(slices.Values(s.Edits), func(a, b analyzer.Edit) int { return a.Start - b.Start })
	o := Option{Text: s.Text, Parts: parts(s.Text)}
	if len(edits) == 0 {
		return o
	}
	o.from, o.to = edits[0].Start, edits[0].Start
	for _, e := range edits {
		o.New += draft[o.to:e.Start] + e.Text
		o.to = e.End
	}
	o.Start, o.End = u[o.from], u[o.to]
	return o
}

var blank = regexp.MustCompile(`\[[^\]\n]+\]`)

// parts cuts a wording at its blanks.
func parts(wording string) []Part {
	var list []Part
	at := 0
	for _, b := range blank.FindAllStringIndex(wording, -1) {
		if b[0] > at {
			list = append(list, Part{wording[at:b[0]], false})
		}
		list = append(list, Part{wording[b[0]:b[1]], true})
		at = b[1]
	}
	if at < len(wording) {
		list = append(list, Part{wording[at:], false})
	}
	return list
}

// list fills the two lists at a glance: what the message does, and what coach noticed.
func (v *View) list(found analyzer.Report, u units) {
	for _, f := range families {
		v.Families = append(v.Families, Count{f.Name, f.Line, f.Tone, f.Example, 0})
	}
	v.Counts = map[string]int{}
	for _, n := range v.Notes {
		v.Families[n.family].N++
		v.Counts[string(n.category)]++
	}
	if last := len(families) - 1; v.Families[last].N == 0 {
		v.Families = v.Families[:last]
	}
	if !v.Wording || v.ReadAsHurt {
		return
	}
	v.Elements = map[string]int{}
	for _, e := range found.Elements {
		v.Elements[string(e.State)]++
		v.Ticks = append(v.Ticks, Element{e.Name, e.Label, e.State, u[e.Start], u[e.End], e.Quote, e.Question})
	}
}

// tell finds the sentences for what was decided.
func (v *View) tell(draft string, found analyzer.Report) {
	quiet := len(v.Notes) == 0 && !v.Danger && !v.Gone && !v.Empty
	v.Everyday = quiet && !v.NoContact && found.Everyday
	v.Owned = quiet && found.Owned
	v.Clean = quiet && v.Unread == 0
	v.Headline, v.Sub = v.headline()
	v.ReadAs = v.readAs()
	if v.Unread > 0 {
		read := utf8.RuneCountInString(draft)
		v.TooLong = tooLong(read+v.Unread, read)
	}
	if len(v.Cards) > 0 && len(v.Notes) > 0 {
		v.CanWait = canWait(len(v.Notes))
	}
	if v.Gone && len(v.Notes) > 0 {
		v.CanWait = canWait(len(v.Notes))
	}
	v.Print = !v.Empty && !v.NoContact
	switch {
	case v.Empty || !v.Wording:
	case v.Clean && v.Contact == nil:
		v.Copy = "main"
	default:
		v.Copy = "plain"
	}
	v.Blanks = blanksLeft(len(blank.FindAllString(v.Draft, -1)))
	v.Own = coachsWords(v.unchanged())
	v.Say = v.say()
}

// unchanged counts coach's wordings that stand in the draft as they were.
func (v *View) unchanged() int {
	n := 0
	for _, used := range v.Used {
		if used != "" && strings.Contains(v.Draft, used) {
			n++
		}
	}
	return n
}
