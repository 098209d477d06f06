package languagetool

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"coach/analyzer"
)

// update rewrites golden files; a person reads the diff.
var update = flag.Bool("update", false, "rewrite golden files")

// golden compares with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := "testdata/" + name
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run go test -update and read the diff. Got:\n%s", path, got)
	}
}

// TestAnswer holds every field of an answer, of the kind of a made-up report that shows all there is.
func TestAnswer(t *testing.T) {
	const text = "\U0001F600 I lied. You made\nme do it! Ok?"
	found := strings.Index(text, "You made")
	end := strings.Index(text, "!")
	rep := analyzer.Report{Findings: []analyzer.Finding{{
		Rule: "blame-shifting/you-made-me", Category: "blame-shifting", Severity: analyzer.Low, Confidence: analyzer.Weak,
		Span: analyzer.Span{Start: found, End: end}, Sentence: analyzer.Span{Start: found, End: end + 1},
		Title: "Making them do it", Why: "Nobody\nmade you.\n",
		Suggestions: []analyzer.Suggestion{
			{Title: "Leave it out", Edits: []analyzer.Edit{{Span: analyzer.Span{Start: found, End: end + 2}}}},
			{Title: "Own it", Text: "I did it.", Edits: []analyzer.Edit{{Span: analyzer.Span{Start: found, End: end + 1}, Text: "I did <it>."}}},
		},
	}}}
	for name, compact := range map[string]string{"answer.json": "", "compact.json": "1"} {
		r, err := NewRequest(Form{"text": text, "language": "en-GB", "level": "picky", "c": compact}, limit)
		if err != nil {
			t.Fatal(err)
		}
		golden(t, name, asJSON(t, Answer(r, rep, Site{NewSoftware("1.2.3", "2026-11-24 18:00:00 +0000"), "http://127.0.0.1:8484"})))
	}
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAnswerWithoutFindings(t *testing.T) {
	for _, text := range []string{"", " ", "\n", "Dinner is in the oven."} {
		reply, _ := ask(t, map[string]string{"text": text})
		if got := asJSON(t, reply.Matches); got != "[]\n" {
			t.Errorf("%q: got %s", text, got)
		}
		if strings.Contains(asJSON(t, reply), "null") {
			t.Errorf("%q: a list is null", text)
		}
	}
}

func TestTruncatedAnswer(t *testing.T) {
	r, err := NewRequest(Form{"text": "a", "language": "en", "c": "1"}, limit)
	if err != nil {
		t.Fatal(err)
	}
	reply := Answer(r, analyzer.Report{Truncated: true}, Site{})
	if want := (Warnings{true, "Only the first phrases of this text are reported; there are more."}); *reply.Warnings != want {
		t.Errorf("got %+v", reply.Warnings)
	}
}

// TestModes holds that the two halves that some clients ask for make one whole, without doubles.
func TestModes(t *testing.T) {
	const text = "I cheated. It was just a mistake. I'm going to kill myself."
	count := func(mode string) int {
		reply, _ := ask(t, map[string]string{"text": text, "mode": mode})
		return len(reply.Matches)
	}
	if a, b, c := count("all"), count("allButTextLevelOnly"), count("textLevelOnly"); a != 2 || b != 2 || c != 0 {
		t.Errorf("all %d, allButTextLevelOnly %d, textLevelOnly %d", a, b, c)
	}
}

// dangerous is a text with a danger and two other findings.
const dangerous = "I cheated because you never listen. It was just a mistake. If you leave me I'm going to kill myself."

// TestDangerSilencesReplacements holds the first safety rule: while danger stands no match has a replacement, the danger's
// match itself says what to do, and no parameter hides it.
func TestDangerSilencesReplacements(t *testing.T) {
	for _, parameters := range []map[string]string{
		{},
		{"level": "picky"},
		{"mode": "allButTextLevelOnly"},
		{"disabledCategories": "DANGER"},
		{"disabledRules": "DANGER_KILL_MYSELF"},
		{"enabledOnly": "true", "enabledCategories": "MINIMIZING"},
		{"c": "1"},
	} {
		parameters["text"] = dangerous
		reply, rep := ask(t, parameters)
		if len(rep.Dangers) != 1 {
			t.Fatalf("%d dangers", len(rep.Dangers))
		}
		for _, m := range reply.Matches {
			if len(m.Replacements) > 0 {
				t.Errorf("%v: %s has replacements", parameters, m.Rule.ID)
			}
		}
		i := slices.IndexFunc(reply.Matches, func(m Match) bool { return m.Rule.ID == "DANGER_KILL_MYSELF" })
		if i < 0 {
			t.Fatalf("%v: the danger is hidden", parameters)
		}
		for _, words := range []string{"This says your life may be in danger.", "ring your local emergency number", "Tell somebody who can come now"} {
			if !strings.Contains(reply.Matches[i].Message, words) {
				t.Errorf("%v: the message lacks %q: %s", parameters, words, reply.Matches[i].Message)
			}
		}
		if reply.Matches[i].ShortMessage != "About your own life" || strings.Contains(reply.Matches[i].Message, "\n") {
			t.Errorf("%v: got %q: %q", parameters, reply.Matches[i].ShortMessage, reply.Matches[i].Message)
		}
	}
	safe, _ := ask(t, map[string]string{"text": strings.Split(dangerous, " If you")[0]})
	if len(safe.Matches) != 2 || len(safe.Matches[0].Replacements) == 0 {
		t.Errorf("without the danger: %+v", safe.Matches)
	}
}

// TestDangerInMarkup holds that a danger is found wherever a document has it.
func TestDangerInMarkup(t *testing.T) {
	for _, data := range []string{
		`{"annotation":[{"text":"It was just a mistake. I'm going to "},{"markup":"<b>"},{"text":"kill"},{"markup":"</b>"},{"text":" myself."}]}`,
		`{"annotation":[{"text":"It was just a mistake. "},{"markup":"&x;","interpretAs":"I'm going to kill myself."}]}`,
		`{"annotation":[{"text":"It was just a mistake. "},{"markup":"","interpretAs":"I'm going to kill myself."}]}`,
	} {
		reply, _ := ask(t, map[string]string{"data": data})
		var ids []string
		for _, m := range reply.Matches {
			ids = append(ids, m.Rule.ID)
			if len(m.Replacements) > 0 {
				t.Errorf("%s: %s has replacements", data, m.Rule.ID)
			}
		}
		if !slices.Equal(ids, []string{"MINIMIZING_JUST_A_MISTAKE", "DANGER_KILL_MYSELF"}) {
			t.Errorf("%s: got %v", data, ids)
		}
	}
}

func TestNoContactGivesReasonsOnly(t *testing.T) {
	r, err := NewRequest(Form{"text": "I cheated because you never listen.", "language": "en"}, limit)
	if err != nil {
		t.Fatal(err)
	}
	reply := Answer(r, builtin(t).Check(r.Text(), analyzer.Options{NoContact: true}), Site{})
	if len(reply.Matches) != 1 || len(reply.Matches[0].Replacements) != 0 || reply.Matches[0].Message == "" {
		t.Errorf("got %+v", reply.Matches)
	}
}

// TestWidened holds what a match covers where a suggestion changes more than the phrase, and that the words of the match
// that stay are in each replacement.
func TestWidened(t *testing.T) {
	const text = "I left, and you made me. Ok."
	phrase := analyzer.Span{Start: 8, End: 23} // "and you made me"
	edit := func(from, to int, words string) []analyzer.Edit {
		return []analyzer.Edit{{Span: analyzer.Span{Start: from, End: to}, Text: words}}
	}
	for _, c := range []struct {
		name        string
		suggestions []analyzer.Suggestion
		covers      string
		values      []string
	}{
		{"none", nil, "and you made me", []string{}},
		{"inside", []analyzer.Suggestion{{Edits: edit(12, 23, "I chose to")}}, "and you made me", []string{"and I chose to"}},
		{"beyond", []analyzer.Suggestion{{Edits: edit(6, 23, "")}}, ", and you made me", []string{""}},
		{
			"both",
			[]analyzer.Suggestion{{Edits: edit(6, 23, "")}, {Edits: edit(12, 24, "I chose to!")}},
			", and you made me.",
			[]string{".", ", and I chose to!"},
		},
		{
			"two edits",
			[]analyzer.Suggestion{{Edits: append(edit(0, 1, "You"), edit(12, 15, "I")...)}},
			"I left, and you made me",
			[]string{"You left, and I made me"},
		},
		{
			"six",
			[]analyzer.Suggestion{
				{Edits: edit(8, 23, "1")},
				{Edits: edit(8, 23, "2")},
				{Edits: edit(8, 23, "3")},
				{Edits: edit(8, 23, "4")},
				{Edits: edit(8, 23, "5")},
				{Edits: edit(0, 28, "6")},
			},
			"and you made me",
			[]string{"1", "2", "3", "4", "5"},
		},
	} {
		span, replacements := replace(plainText(text), analyzer.Finding{Span: phrase, Suggestions: c.suggestions})
		values := []string{}
		for _, r := range replacements {
			values = append(values, r.Value)
		}
		if got := text[span.Start:span.End]; got != c.covers || !slices.Equal(values, c.values) {
			t.Errorf("%s: covers %q, values %q", c.name, got, values)
		}
	}
}

func TestExcerpt(t *testing.T) {
	for _, c := range []struct{ text, phrase, want string }{
		{"You made me.", "You made me", "You made me."},
		{"I lied.\nYou made\nme.", "You made\nme", "I lied. You made me."},
		{strings.Repeat("a", 41) + "PHRASE" + strings.Repeat("b", 41), "PHRASE", "..." + strings.Repeat("a", 40) + "PHRASE" + strings.Repeat("b", 40) + "..."},
		{strings.Repeat("a", 40) + "PHRASE" + strings.Repeat("b", 40), "PHRASE", strings.Repeat("a", 40) + "PHRASE" + strings.Repeat("b", 40)},
		// 39 units and a character of two: the character does not fit and is not cut.
		{"\U0001F600" + strings.Repeat("a", 39) + "PHRASE" + strings.Repeat("b", 39) + "\U0001F600", "PHRASE", "..." + strings.Repeat("a", 39) + "PHRASE" + strings.Repeat("b", 39) + "..."},
	} {
		start := strings.Index(c.text, c.phrase)
		e := excerpt(c.text, analyzer.Span{Start: start, End: start + len(c.phrase)})
		u := utf16.Encode([]rune(e.Text))
		if got := string(utf16.Decode(u[e.Offset : e.Offset+e.Length])); e.Text != c.want || got != strings.ReplaceAll(c.phrase, "\n", " ") {
			t.Errorf("got %q, the phrase in it %q; want %q", e.Text, got, c.want)
		}
	}
}

func TestConfigure(t *testing.T) {
	rules := builtin(t).Rules()
	c, err := Configure(Form{"language": "en-US"}, NewSoftware("1.2.3", ""), rules, 65536)
	if err != nil || len(c.Rules) != len(rules) || c.Parameter.MaxTextLength != 65536 {
		t.Fatalf("%d rules, %+v, %v", len(c.Rules), c.Parameter, err)
	}
	want := ConfiguredRule{"BLAME_SHIFTING_BECAUSE_YOU", "Making the other person the cause", "BLAME_SHIFTING", "Moves the blame", "style"}
	if !slices.Contains(c.Rules, want) {
		t.Errorf("%+v is not listed", want)
	}
	_, err = Configure(Form{}, Software{}, nil, 1)
	if status(t, err) != 400 || err.Error() != "'language' parameter missing" {
		t.Errorf("got %v", err)
	}
	_, err = Configure(Form{"language": "fr"}, Software{}, nil, 1)
	if status(t, err) != 400 || !strings.HasPrefix(err.Error(), "'fr' is not a language code") {
		t.Errorf("got %v", err)
	}
}
