package page_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"coach/analyzer"
	"coach/server/page"
)

// phrase is a span of a draft.
func phrase(t *testing.T, draft, quote string) analyzer.Span {
	t.Helper()
	at := strings.Index(draft, quote)
	if at < 0 {
		t.Fatalf("%q is not in the draft", quote)
	}
	return analyzer.Span{Start: at, End: at + len(quote)}
}

// found is a finding with one wording.
func found(t *testing.T, draft, quote, rule, text string) analyzer.Finding {
	t.Helper()
	s := phrase(t, draft, quote)
	category, _, _ := strings.Cut(rule, "/")
	return analyzer.Finding{
		Rule: rule, Category: analyzer.Category(category), Step: 2, Confidence: analyzer.Strong, Span: s, Sentence: s, Quote: quote,
		Title: "A title", Why: "A reason.",
		Suggestions: []analyzer.Suggestion{{Text: text, Edits: []analyzer.Edit{{Span: s, Text: text}}}},
	}
}

// danger is a danger note and the finding that goes with it.
func danger(t *testing.T, draft, quote, class string, latches bool) (analyzer.DangerNote, analyzer.Finding) {
	t.Helper()
	f := found(t, draft, quote, "danger/some-line", "")
	f.Suggestions = nil
	return analyzer.DangerNote{
		Class: class, Title: "A line about " + class, Why: "Why of " + class + ".", Action: "Action of " + class + ".",
		Latches: latches, Span: f.Span, Quote: quote,
	}, f
}

// says gives settings whose every draft has the same report.
func says(r analyzer.Report) page.Settings {
	if r.Role == "" {
		r.Role = analyzer.Betrayer
	}
	return page.Settings{Characters: 20000, Check: func(_ string, o analyzer.Options) analyzer.Report {
		out := r
		if o.NoContact && out.Withheld == "" {
			out.Withheld = analyzer.ForNoContact
		}
		if out.Withheld != "" {
			out.Findings = slices.Clone(out.Findings)
			for i := range out.Findings {
				out.Findings[i].Suggestions = nil
			}
			out.Elements = nil
		}
		return out
	}}
}

func write(t *testing.T, v *page.View) *html.Node {
	t.Helper()
	var b strings.Builder
	if err := v.Write(&b); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

// with gives the elements for which is holds, in their order on the page.
func with(root *html.Node, is func(n *html.Node) bool) []*html.Node {
	var list []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && is(n) {
			list = append(list, n)
		}
	}
	return list
}

func byDo(root *html.Node, do string) []*html.Node {
	return with(root, func(n *html.Node) bool { return attr(n, "data-do") == do })
}

func byID(t *testing.T, root *html.Node, id string) *html.Node {
	t.Helper()
	list := with(root, func(n *html.Node) bool { return attr(n, "id") == id })
	if len(list) != 1 {
		t.Fatalf("%d elements have the id %s", len(list), id)
	}
	return list[0]
}

func missing(root *html.Node, id string) bool {
	return len(with(root, func(n *html.Node) bool { return attr(n, "id") == id })) == 0
}

// text is what stands in an element, white space in it as single blanks.
func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

const one = "It was just a mistake. You made me do it."

func twoNotes(t *testing.T) analyzer.Report {
	return analyzer.Report{Findings: []analyzer.Finding{
		found(t, one, "It was just a mistake", "minimizing/mistake-label", "I chose it, [when]"),
		found(t, one, "You made me do it", "blame-shifting/made-me", ""),
	}}
}

func TestEmptyPage(t *testing.T) {
	root := write(t, says(analyzer.Report{}).Read(page.Request{Local: true}))
	if got := text(byID(t, root, "glance-h")); got != "Say what you did, without making them carry it." {
		t.Errorf("headline: %q", got)
	}
	if got := text(byID(t, root, "private")); got != "Your words stay on this computer. Nothing is saved unless you ask." {
		t.Errorf("privacy: %q", got)
	}
	if n := with(root, func(n *html.Node) bool { return attr(n, "type") == "radio" && has(n, "checked") }); len(n) != 0 {
		t.Error("a role is preselected")
	}
	if attr(byID(t, root, "draft"), "autocomplete") != "off" || attr(byID(t, root, "sheet"), "autocomplete") != "off" {
		t.Error("the browser may keep the draft")
	}
	if attr(byID(t, root, "sheet"), "method") != "post" {
		t.Error("a draft would go into the address")
	}
}

func TestElsewhereThePageSaysSo(t *testing.T) {
	root := write(t, says(analyzer.Report{}).Read(page.Request{}))
	if got := text(byID(t, root, "private")); got != "Your words stay only on the computer that runs coach. Nothing is saved unless you ask." {
		t.Errorf("privacy: %q", got)
	}
}

// The Content-Security-Policy lets none of this work.
func TestNothingInlineAndNothingFromElsewhere(t *testing.T) {
	root := write(t, says(twoNotes(t)).Read(page.Request{Draft: one, Posted: true}))
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.Data == "style" || n.Data == "script" && attr(n, "src") == "" {
			t.Errorf("inline <%s>", n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
				t.Errorf("<%s %s>", n.Data, a.Key)
			}
			if slices.Contains([]string{"src", "href", "action", "formaction"}, a.Key) && !strings.HasPrefix(a.Val, "/") && !strings.HasPrefix(a.Val, "#") {
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
			if strings.HasPrefix(a.Val, "//") {
				t.Errorf("<%s %s=%q> leaves the origin", n.Data, a.Key, a.Val)
			}
		}
	}
}

func TestNotes(t *testing.T) {
	root := write(t, says(twoNotes(t)).Read(page.Request{Draft: one, Posted: true}))
	if got := text(byID(t, root, "glance-h")); got != "Two phrases to look at." {
		t.Errorf("headline: %q", got)
	}
	note := byID(t, root, "note-1")
	if got, want := text(note), "Makes it smaller: “It was just a mistake”1 of 2 You wrote “It was just a mistake” A reason. "+
		"Step 2 of 11 · Take full accountabilityWhy? Note 1 A title. “Owning your actions without shifting blame sets the foundation for emotional repair.” "+
		"If this is not what you meant, leave the sentence as it is: you know what happened, and this page does not. About this note "+
		"You could sayOnly if it’s true. I chose it, [when]Use this Leave it[Brackets] are yours to fill."; got != want {
		t.Errorf("note 1:\n%s\nwant\n%s", got, want)
	}
	if got := text(byID(t, root, "note-2")); !strings.Contains(got, "Leave it out.Take out") {
		t.Errorf("note 2 does not offer to leave the phrase out: %s", got)
	}
	ways := text(byID(t, root, "ways"))
	if ways != "What coach noticed Moves the blame1 Makes it smaller1 Pushes them–none Keeps them out–none More about you–none" {
		t.Errorf("families: %s", ways)
	}
	if copies := byDo(root, "copy"); len(copies) != 1 || strings.Contains(attr(copies[0], "class"), "main") {
		t.Error("Copy is there, and not the filled button")
	}
}

// Without the script a note stands under its sentence, and its buttons belong to the form.
func TestNotesStandUnderTheirSentences(t *testing.T) {
	root := write(t, says(twoNotes(t)).Read(page.Request{Draft: one, Posted: true}))
	var order []string
	for n := range byID(t, root, "reader").Descendants() {
		switch {
		case n.Type == html.ElementNode && attr(n, "data-phrase") != "":
			order = append(order, "phrase")
		case n.Type == html.ElementNode && strings.HasPrefix(attr(n, "id"), "note-"):
			order = append(order, "note")
		}
	}
	if got := strings.Join(order, " "); got != "phrase note phrase note" {
		t.Errorf("order: %s", got)
	}
	for _, b := range append(byDo(root, "use"), byDo(root, "leave")...) {
		if attr(b, "type") != "submit" || attr(b, "form") != "sheet" {
			t.Errorf("%s does nothing without the script", text(b))
		}
	}
}

func TestNewCategoryAndElementNeedNoCode(t *testing.T) {
	const draft = "I text you at night. I went there."
	r := analyzer.Report{
		Findings: []analyzer.Finding{found(t, draft, "I text you at night", "texting-at-night/late", "")},
		Elements: []analyzer.Element{
			{Name: "says-where", Label: "Says where it was", State: analyzer.Present, Span: phrase(t, draft, "I went there"), Quote: "I went there"},
			{Name: "names-harm", Label: "Names the harm", State: analyzer.Missing, Question: "What has it cost them?"},
			{Name: "owns-it", Label: "Owns it", State: analyzer.TakenBack, Span: phrase(t, draft, "I went"), Quote: "I went", Question: "Whose choice was it?"},
		},
	}
	root := write(t, says(r).Read(page.Request{Draft: draft, Posted: true}))
	if got := text(byID(t, root, "ways")); !strings.HasSuffix(got, "Also worth a look1") {
		t.Errorf("families: %s", got)
	}
	if got := text(byID(t, root, "note-1")); !strings.HasPrefix(got, "texting-at-night: “I text you at night”") {
		t.Errorf("note: %s", got)
	}
	want := "What an accountable message does The questions are for you; nothing is written on your behalf. " +
		"Says where it waswords for this are there “I went there” Names the harmnot in this draft What has it cost them? " +
		"Owns itbegun, and other words take it back “I went”Whose choice was it?"
	if got := text(byID(t, root, "does")); got != want {
		t.Errorf("checklist: %s", got)
	}
	if got := text(byID(t, root, "ticks")); got != "Says where it was, words for this are there Names the harm, not in this draft Owns it, begun, and other words take it back" {
		t.Errorf("ticks: %s", got)
	}
}

func TestWhoWasHurtGetsNoChecklist(t *testing.T) {
	r := twoNotes(t)
	r.Role = analyzer.Betrayed
	r.Elements = []analyzer.Element{{Name: "names-harm", Label: "Names the harm", State: analyzer.Missing, Question: "What?"}}
	root := write(t, says(r).Read(page.Request{Draft: one, Role: page.WasHurt}))
	if !missing(root, "does") || !missing(root, "ticks") {
		t.Error("a checklist for the one who was hurt")
	}
	if got := text(byID(t, root, "ways")); !strings.HasPrefix(got, "What may get in your way") {
		t.Errorf("families: %s", got)
	}
}

func TestTheRoleIsInferredAndSaid(t *testing.T) {
	readAs := func(r page.Role) string {
		root := write(t, says(twoNotes(t)).Read(page.Request{Draft: one, Role: r}))
		return text(with(root, func(n *html.Node) bool { return attr(n, "data-part") == "readas" })[0])
	}
	if got := readAs(page.Unanswered); got != "Until you say, coach reads this as from the one who hurt them." {
		t.Errorf("unanswered: %q", got)
	}
	if got := readAs(page.HurtThem); got != "" {
		t.Errorf("answered: %q", got)
	}
}

func TestTangledReadsOwnLinesAndOnlyAsCould(t *testing.T) {
	const draft = "You were never home. It was just a mistake. I lied because of you."
	r := analyzer.Report{Findings: []analyzer.Finding{
		found(t, draft, "You were never home", "blame-shifting/never-home", ""),
		found(t, draft, "It was just a mistake", "minimizing/mistake-label", ""),
		found(t, draft, "I lied because of you", "blame-shifting/because-you", ""),
	}}
	v := says(r).Read(page.Request{Draft: draft, Role: page.Tangled})
	var labels []string
	for _, n := range v.Notes {
		labels = append(labels, n.Label+": "+n.Quote)
	}
	want := []string{"Could sound like making it smaller: It was just a mistake", "Could sound like blame: I lied because of you"}
	if !slices.Equal(labels, want) {
		t.Errorf("got %q", labels)
	}
}

func TestDangerComesFirstAndSilencesWording(t *testing.T) {
	const draft = "You made me do it. I've still got the pics. I'll do it tonight."
	pics, f1 := danger(t, draft, "I've still got the pics", "coercion", true)
	self, f2 := danger(t, draft, "I'll do it tonight", "self-harm", false)
	r := analyzer.Report{
		Withheld: analyzer.ForDanger, Dangers: []analyzer.DangerNote{pics, self},
		Findings: []analyzer.Finding{found(t, draft, "You made me do it", "blame-shifting/made-me", "I did it."), f1, f2},
	}
	v := says(r).Read(page.Request{Draft: draft, Posted: true})
	root := write(t, v)
	main := byID(t, root, "main")
	first := with(main, func(n *html.Node) bool { return n.Data == "section" })[0]
	if attr(first, "id") != "care" {
		t.Errorf("the first section is %s", attr(first, "id"))
	}
	for _, id := range []string{"glance", "does", "ticks", "note-1"} {
		if !missing(root, id) {
			t.Errorf("#%s is shown", id)
		}
	}
	for _, do := range []string{"use", "leave", "copy"} {
		if len(byDo(root, do)) > 0 {
			t.Errorf("%s is offered", do)
		}
	}
	care := text(first)
	want := "Before you send this Why of self-harm. Ring your local emergency number now, if you might act on this. Get away from what you could use. " +
		"Tell somebody who can come now, anyone but the person this message is to: I’m not safe on my own tonight. Can you come or ring me? Copy these words The message can wait."
	if !strings.HasPrefix(care, want) {
		t.Errorf("card:\n%s\nwant\n%s", care, want)
	}
	if !strings.Contains(care, "A line about coercionWhy of coercion.Action of coercion.") {
		t.Errorf("the second card: %s", care)
	}
	if strings.Contains(care, "manipul") {
		t.Error("a card judges")
	}
	if got := text(byID(t, root, "notes")); !strings.Contains(got, "One other note. It can wait.") {
		t.Errorf("notes: %s", got)
	}
	if n := with(root, func(n *html.Node) bool { return attr(n, "name") == "latched" && attr(n, "value") == "1" }); len(n) != 1 {
		t.Error("the form does not carry the danger on")
	}
	if v.Copy != "" || v.Counted() {
		t.Error("the draft is to be copied, or counted")
	}
}

func TestALatchedDangerStaysWhenItsLineIsGone(t *testing.T) {
	r := twoNotes(t)
	r.Elements = []analyzer.Element{{Name: "owns-it", Label: "Owns it", State: analyzer.Missing, Question: "Whose?"}}
	for _, draft := range []string{one, "", "I cheated."} {
		if draft != one {
			r = analyzer.Report{}
		}
		v := says(r).Read(page.Request{Draft: draft, Latched: true, Posted: true})
		root := write(t, v)
		if got := text(byID(t, root, "care")); got != "The line is gone. coach still offers no wording for this message." {
			t.Errorf("%q: %s", draft, got)
		}
		for _, do := range []string{"use", "leave", "copy"} {
			if len(byDo(root, do)) > 0 {
				t.Errorf("%q: %s is offered", draft, do)
			}
		}
		if !missing(root, "glance") || !missing(root, "does") || len(byDo(root, "clear")) != 1 || v.State() != "gone" {
			t.Errorf("%q: not the latched state", draft)
		}
	}
}

func TestWhatWasNotMeantBringsNotesBackButNoWording(t *testing.T) {
	const draft = "You made me do it. I'll make sure you regret it."
	threat, f := danger(t, draft, "I'll make sure you regret it", "threat", true)
	r := analyzer.Report{
		Withheld: analyzer.ForDanger, Dangers: []analyzer.DangerNote{threat},
		Findings: []analyzer.Finding{found(t, draft, "You made me do it", "blame-shifting/made-me", "I did it."), f},
	}
	root := write(t, says(r).Read(page.Request{Draft: draft, NotMeant: []string{"threat"}, Posted: true}))
	if missing(root, "note-1") {
		t.Error("the note is not back")
	}
	if len(byDo(root, "use")) > 0 || len(byDo(root, "copy")) > 0 {
		t.Error("wording or Copy is offered")
	}
	alone := analyzer.Report{Withheld: analyzer.ForDanger, Dangers: []analyzer.DangerNote{threat}, Findings: []analyzer.Finding{f}}
	root = write(t, says(alone).Read(page.Request{Draft: draft, NotMeant: []string{"threat"}}))
	if got := text(byID(t, root, "glance-h")); got != "coach offers no wording here." {
		t.Errorf("false comfort: %s", got)
	}
}

func TestFearHasAQuietCard(t *testing.T) {
	const draft = "I was scared of your temper."
	fear, f := danger(t, draft, "I was scared of your temper", "afraid", false)
	v := says(analyzer.Report{Withheld: analyzer.ForDanger, Dangers: []analyzer.DangerNote{fear}, Findings: []analyzer.Finding{f}}).Read(page.Request{Draft: draft})
	care := byID(t, write(t, v), "care")
	if got := text(care); !strings.HasPrefix(got, "If you are afraid of them Why of afraid.Action of afraid.If they can look at this device:") {
		t.Errorf("card: %s", got)
	}
	if v.Latched {
		t.Error("fear latches")
	}
}

func TestNoContactGivesReasonsOnly(t *testing.T) {
	s := says(twoNotes(t))
	for name, v := range map[string]*page.View{
		"switch": s.Read(page.Request{Draft: one, NoContact: true, Posted: true}),
		"server": page.Settings{Check: s.Check, Characters: 20000, NoContact: true}.Read(page.Request{Draft: one, Posted: true}),
	} {
		root := write(t, v)
		if got := text(byID(t, root, "glance-h")); got != "They asked you not to contact them. Keeping to that is the accountable thing." {
			t.Errorf("%s: headline: %q", name, got)
		}
		if got := text(byID(t, root, "note-1")); !strings.Contains(got, "A reason.") {
			t.Errorf("%s: note: %s", name, got)
		}
		for _, do := range []string{"use", "leave", "copy", "print"} {
			if len(byDo(root, do)) > 0 {
				t.Errorf("%s: %s is offered", name, do)
			}
		}
	}
}

func TestContactQuestion(t *testing.T) {
	const draft = "I know you said you need space. It was just a mistake."
	s := phrase(t, draft, "you said you need space")
	r := analyzer.Report{Contact: &analyzer.ContactNote{Sign: "asked-not-to", Span: s, Quote: "you said you need space"}}
	v := says(r).Read(page.Request{Draft: draft})
	root := write(t, v)
	if got := text(byID(t, root, "asked")); got != "You wrote “you said you need space”. Did they ask you not to write? YesNo" {
		t.Errorf("question: %s", got)
	}
	if v.Copy != "plain" {
		t.Errorf("Copy is %q while the question stands", v.Copy)
	}
	if !missing(write(t, says(r).Read(page.Request{Draft: draft, ContactNo: "you said you need space"})), "asked") {
		t.Error("the question is asked again")
	}
	if !missing(write(t, says(r).Read(page.Request{Draft: draft, NoContact: true})), "asked") {
		t.Error("the question is asked of somebody who has answered it by the switch")
	}
}

func TestCleanDraftsGetNoFalseComfort(t *testing.T) {
	owned := []analyzer.Element{{Name: "names-the-act", Label: "Names it", State: analyzer.Present}, {Name: "owns-it", Label: "Owns it", State: analyzer.Present}}
	for _, c := range []struct {
		report analyzer.Report
		want   string
		copy   string
	}{
		{analyzer.Report{}, "coach has nothing to point at. It misses things.", "main"},
		{analyzer.Report{Elements: owned, Owned: true}, "It says what you did and owns it. The rest is only if it’s true.", "main"},
		{analyzer.Report{Elements: owned[:1]}, "coach has nothing to point at. It misses things.", "main"},
		{analyzer.Report{Everyday: true}, "Nothing here for coach. It reads as everyday.", "main"},
		{analyzer.Report{Elements: owned}, "coach has nothing to point at. It misses things.", "main"}, // with something taken back
	} {
		v := says(c.report).Read(page.Request{Draft: "Some words."})
		if v.Headline != c.want || v.Copy != c.copy {
			t.Errorf("%+v: %q, Copy %q", c.report, v.Headline, v.Copy)
		}
	}
}

func TestTooLong(t *testing.T) {
	s := says(analyzer.Report{})
	s.Characters = 4
	var read string
	check := s.Check
	s.Check = func(draft string, o analyzer.Options) analyzer.Report { read = draft; return check(draft, o) }
	v := s.Read(page.Request{Draft: "a😀é b and more", Posted: true})
	if read != "a😀é " || v.Read != 5 {
		t.Errorf("read %q, %d units", read, v.Read)
	}
	root := write(t, v)
	want := "This is longer than coach reads at once. 14 characters; the first 4 were read. The rest is hatched and unread. " +
		"Nothing was cut from your message. A shorter one is often easier to receive. Go to where reading stopped"
	if got := text(byID(t, root, "too-long")); got != want {
		t.Errorf("notice: %s", got)
	}
	unread := with(root, func(n *html.Node) bool { return attr(n, "class") == "unread" })
	if len(unread) != 1 || text(unread[0]) != "b and more" {
		t.Error("what was not read is not hatched")
	}
	if v.Headline != "coach has nothing to point at in the part it read. It misses things." || v.Copy != "plain" {
		t.Errorf("%q, Copy %q", v.Headline, v.Copy)
	}
	if v := s.Read(page.Request{Draft: "abcdef", Characters: 50_000}); !strings.HasPrefix(v.TooLong, "50,000 characters; the first 4 were read.") {
		t.Errorf("of a draft whose beginning was sent: %s", v.TooLong)
	}
}

func TestCoachsOwnWordsAreSaidFromTheSecondOn(t *testing.T) {
	own := func(used ...string) string {
		return says(analyzer.Report{}).Read(page.Request{Draft: "I did it. I chose it. I lied.", Used: used}).Own
	}
	for want, used := range map[string][]string{
		"": {"I did it.", "I did it.", "something that was changed"},
		"Two lines here are coach’s words. They know how you talk.":   {"I did it.", "I chose it."},
		"Three lines here are coach’s words. They know how you talk.": {"I did it.", "I chose it.", "I lied."},
	} {
		if got := own(used...); got != want {
			t.Errorf("%q: %q", used, got)
		}
	}
}

func TestAnswerCountsAsBrowsersDo(t *testing.T) {
	const draft = "😀 é\nIt was a mistake, and 😀 you know it."
	a, b := phrase(t, draft, "It was a mistake"), phrase(t, draft, "you know it")
	f := found(t, draft, "It was a mistake, and 😀 you know it", "minimizing/mistake-label", "x")
	f.Suggestions = []analyzer.Suggestion{{Text: "I chose it, and 😀 I know it", Edits: []analyzer.Edit{{Span: b, Text: "I know it"}, {Span: a, Text: "I chose it"}}}}
	raw, err := says(analyzer.Report{Findings: []analyzer.Finding{f}}).Read(page.Request{Draft: draft}).Answer()
	if err != nil {
		t.Fatal(err)
	}
	var got page.Answer
	if err := json.Unmarshal(raw, &got); err != nil {
		t.Fatal(err)
	}
	if s := got.Spans[0]; s.Start != 5 || s.End != 41 || s.Name != "note 1 of 1: Makes it smaller" {
		t.Errorf("span: %+v", s)
	}
	if len(got.Options) != 1 {
		t.Fatalf("%d options", len(got.Options))
	}
	for _, o := range got.Options {
		if o != (page.Edit{Start: 5, End: 41, Text: "I chose it, and 😀 I know it"}) {
			t.Errorf("two edits became %+v", o)
		}
	}
}

func TestWindowsLineEndsOfAFormCountOnce(t *testing.T) {
	v := says(analyzer.Report{}).Read(page.Request{Draft: "a\r\nb"})
	if v.Draft != "a\nb" || v.Read != 3 {
		t.Errorf("%q, %d units read", v.Draft, v.Read)
	}
}

func TestButtonsWithoutTheScript(t *testing.T) {
	s := says(twoNotes(t))
	notes := s.Read(page.Request{Draft: one}).Notes
	used := s.Apply(page.Request{Draft: one}, notes[0].Options[0].Value, "")
	if used.Draft != "I chose it, [when]. You made me do it." || used.Change != "Changed to “I chose it, [when]”." || !slices.Equal(used.Used, []string{"I chose it, [when]"}) {
		t.Errorf("use: %+v", used)
	}
	out := s.Apply(page.Request{Draft: one}, notes[1].Options[0].Value, "")
	if out.Draft != "It was just a mistake. ." || out.Change != "Taken out." || len(out.Used) != 0 {
		t.Errorf("take out: %+v", out)
	}
	left := s.Apply(page.Request{Draft: one}, "", notes[0].Key)
	if v := s.Read(left); left.Draft != one || len(v.Notes) != 1 || v.Notes[0].Quote != "You made me do it" {
		t.Errorf("leave: %+v", left)
	}
	stale := s.Apply(page.Request{Draft: one}, "minimizing/mistake-label:00000000:1/0", "")
	if stale.Draft != one || stale.Change != "That phrase is not as it was when the button was shown. Nothing was changed." {
		t.Errorf("a phrase that has changed: %+v", stale)
	}
}

func TestWhatIsKeptIsShown(t *testing.T) {
	kept := page.Kept{Offered: true, On: true, Revisions: []page.Revision{
		{ID: "r1", Counts: map[string]int{"minimizing": 2, "pressuring": 1}, Elements: map[string]int{"present": 1}},
		{ID: "r2", Counts: map[string]int{}},
	}, Drafts: []page.KeptDraft{{ID: "d1", Characters: 1200}}, Reasons: []page.Reason{{Value: "misread", Label: "It misread me"}}}
	root := write(t, says(twoNotes(t)).Read(page.Request{Draft: one, Posted: true, Local: true, Kept: kept}))
	history := text(byID(t, root, "history"))
	for _, want := range []string{
		"Anyone who uses this computer could open what you keep.", "Stop keeping a history",
		"Phrases to look at in the last 2 versions, oldest first: 3, 0.",
		"· 3 phrases to look at; words for 1 thing are there", "· no phrase to look at", "· 1,200 characters",
	} {
		if !strings.Contains(history, want) {
			t.Errorf("%q is not in %s", want, history)
		}
	}
	if n := with(root, func(n *html.Node) bool { return n.Data == "polyline" || attr(n, "class") == "ln" }); len(n) > 0 {
		t.Error("the chart has a line")
	}
	form := byID(t, root, "wrong-1")
	rule := with(form, func(n *html.Node) bool { return attr(n, "name") == "rule" })
	if attr(form, "action") != "/feedback" || len(rule) != 1 || attr(rule[0], "value") != "minimizing/mistake-label" {
		t.Error("that a note is wrong cannot be said")
	}
}

func TestACheckInLeavesNotesAndWordingOpen(t *testing.T) {
	const draft = "You made me do it. I can't go on like this."
	fading, f := danger(t, draft, "I can't go on like this", "fading", false)
	fading.Soft = true
	r := analyzer.Report{Dangers: []analyzer.DangerNote{fading}, Findings: []analyzer.Finding{found(t, draft, "You made me do it", "blame-shifting/made-me", "I did it."), f}}
	v := says(r).Read(page.Request{Draft: draft, Posted: true})
	root := write(t, v)
	if got := text(byID(t, root, "care")); !strings.HasPrefix(got, "Before you send this A line about fadingWhy of fading.Action of fading.") {
		t.Errorf("card: %s", got)
	}
	if len(byDo(root, "use")) != 1 || missing(root, "glance") || v.State() != "notes" {
		t.Error("the notes are folded away")
	}
	alone := analyzer.Report{Dangers: []analyzer.DangerNote{fading}, Findings: []analyzer.Finding{f}}
	if v := says(alone).Read(page.Request{Draft: draft}); v.Copy != "plain" {
		t.Errorf("Copy is %q before the check-in is answered", v.Copy)
	}
	if v := says(alone).Read(page.Request{Draft: draft, NotMeant: []string{"fading"}}); v.Copy != "main" {
		t.Errorf("Copy is %q after it is answered", v.Copy)
	}
}
