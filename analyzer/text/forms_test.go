package text_test

import (
	"slices"
	"strings"
	"testing"

	"coach/analyzer/text"
)

func TestForms(t *testing.T) {
	for lemma, want := range map[string]string{
		"make":     "make makes made making",
		"cheat":    "cheat cheats cheated cheating",
		"stop":     "stop stops stopped stopping",
		"chat":     "chat chats chatted chatting",
		"travel":   "travel travels travelled traveled travelling traveling",
		"lie":      "lie lies lied lying",
		"try":      "try tries tried trying",
		"play":     "play plays played playing",
		"go":       "go goes went gone going",
		"take":     "take takes took taken taking",
		"learn":    "learn learns learned learnt learning",
		"be":       "be am is are was were been being",
		"have":     "have has had having",
		"can":      "can could",
		"kiss":     "kiss kisses kissed kissing",
		"panic":    "panic panics panicked panicking",
		"admit":    "admit admits admitted admitting",
		"visit":    "visit visits visited visiting",
		"forgive":  "forgive forgives forgave forgiven forgiving",
		"agree":    "agree agrees agreed agreeing",
		"die":      "die dies died dying",
		"quit":     "quit quits quitted quitting",
		"fix":      "fix fixes fixed fixing",
		"show":     "show shows showed shown showing",
		"cheat on": "cheat on,cheats on,cheated on,cheating on",
		"child":    "child childs childed childing children",
		"realize":  "realise realises realised realising",
		"gaslight": "gaslight gaslights gaslighted gaslighting",
		"need":     "need needs needed needing",
		"read":     "read reads reading",
		"overhear": "overhear overhears overheard overhearing",
		"open":     "open opens opened opening",
		"control":  "control controls controlled controlling",
	} {
		got := strings.Join(text.Forms(lemma), " ")
		if strings.Contains(lemma, " ") {
			got = strings.Join(text.Forms(lemma), ",")
		}
		if got != want {
			t.Errorf("Forms(%q) = %q, want %q", lemma, got, want)
		}
	}
}

func TestFormsOfOneKind(t *testing.T) {
	for _, c := range []struct {
		name      string
		got, want []string
	}{
		{"PastOf(swear)", text.PastOf("swear"), []string{"swore"}},
		{"PastOf(be)", text.PastOf("be"), []string{"was", "were"}},
		{"ParticipleOf(swear)", text.ParticipleOf("swear"), []string{"sworn"}},
		{"ParticipleOf(get)", text.ParticipleOf("get"), []string{"got", "gotten"}},
		{"ParticipleOf(be)", text.ParticipleOf("be"), []string{"been"}},
		{"IngOf(lie)", text.IngOf("lie"), []string{"lying"}},
		{"IngOf(see)", text.IngOf("see"), []string{"seeing"}},
		{"IngOf(begin)", text.IngOf("begin"), []string{"beginning"}},
		{"ThirdOf(watch)", []string{text.ThirdOf("watch")}, []string{"watches"}},
		{"PluralOf(wife)", []string{text.PluralOf("wife")}, []string{"wives"}},
		{"PluralOf(dating app)", []string{text.PluralOf("dating app")}, []string{"dating apps"}},
		{"PluralOf(party)", []string{text.PluralOf("party")}, []string{"parties"}},
		{"PluralOf(kiss)", []string{text.PluralOf("kiss")}, []string{"kisses"}},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s = %q, want %q", c.name, c.got, c.want)
		}
	}
}

// What a pattern inflects must be what Parse finds.
func TestFormsAreFoundInADraft(t *testing.T) {
	for _, draft := range []string{"apologizing", "travelled", "traveled", "TRAVELING", "apologised"} {
		norm := text.Parse(draft).Tokens[0].Norm
		if !slices.Contains(text.Forms("travel"), norm) && !slices.Contains(text.Forms("apologize"), norm) {
			t.Errorf("%s is normalised to %q, which is no form of travel or apologize", draft, norm)
		}
	}
}

func TestCorrect(t *testing.T) {
	cues := text.NewCues([]string{"because", "mistake", "forgive", "forgave", "apologise", "trust", "cheated", "promise", "just", "fault"})
	known := func(w string) bool { return w == "promice" }
	for word, want := range map[string]string{
		"forgve":    "", // one letter from forgive and from forgave
		"mistkae":   "mistake",
		"misttake":  "mistake",
		"mistke":    "mistake",
		"mistaje":   "mistake",
		"fualt":     "fault",
		"fauult":    "fault",
		"becuase":   "because",
		"istake":    "", // another first letter
		"faultx":    "fault",
		"trst":      "", // too short
		"crust":     "", // a word
		"karen":     "", // a name
		"promice":   "", // the caller knows it
		"mistake":   "", // right already
		"mistake's": "",
		"zzzzzzz":   "",
		"":          "",
	} {
		got, ok := text.Correct(word, known, cues)
		if ok != (want != "") || ok && got != want || !ok && got != word {
			t.Errorf("Correct(%q) = %q, %v, want %q", word, got, ok, want)
		}
	}
}

func TestPosition(t *testing.T) {
	d := text.Parse("aé\nb\r\n😀c\rd\n\nx")
	for _, c := range []struct{ offset, line, column int }{
		{-1, 1, 1},
		{0, 1, 1},
		{1, 1, 2},
		{2, 1, 2},
		{3, 1, 3},
		{4, 2, 1},
		{7, 3, 1},
		{8, 3, 1},
		{11, 3, 2},
		{13, 4, 1},
		{15, 5, 1},
		{16, 6, 1},
		{17, 6, 2},
		{99, 6, 2},
	} {
		if line, column := d.Position(c.offset); line != c.line || column != c.column {
			t.Errorf("Position(%d) = %d, %d, want %d, %d", c.offset, line, column, c.line, c.column)
		}
	}
	if line, column := text.Parse("").Position(0); line != 1 || column != 1 {
		t.Errorf("an empty draft starts at %d, %d", line, column)
	}
}
