package rules

import (
	"slices"
	"strings"
	"testing"

	"coach/analyzer"
)

// The three drafts of the page on words and safety, in sentences, so that lines can be taken out as a writer would.
var (
	images = []string{
		"Bri, you blocked me so I'm on my cousin's phone.",
		"I cheated and it was my choice.",
		"I broke your trust and I see a counsellor Mondays at 6.",
		"Take all the time you need.",
		"I waited by your work Tuesday, you looked tired.",
		"If your brother hears about this I've still got the pics.",
	}
	frightened = "im sorry i went to my sisters without asking. i only lied about where i was because i was scared of your temper and what youd do. " +
		"i know i made you angry. you can have my phone and my card back, please dont be mad when you get in"
	fighting = []string{
		"harry i know u said u need space.",
		"i slept with tom on the trip and ive no excuse.",
		"it only happened cos we were always fighting.",
		"ill never do it again.",
		"landlord needs a yes or no on the flat by fri so can u tell me if we're ok.",
		"cant go on like this",
	}
)

// A walk is a draft and what a report on it must say.
type walk struct {
	name     string
	draft    string
	options  analyzer.Options
	dangers  []string // classes
	withheld analyzer.Withheld
	contact  string   // quote
	notes    []string // rules, without danger
}

func frightenedOf(of string) string {
	return strings.Replace(frightened, "of your temper and what youd do", of, 1)
}

func lines(all []string, keep ...int) string {
	var some []string
	for _, i := range keep {
		some = append(some, all[i])
	}
	return strings.Join(some, " ")
}

// TestDraftsWalkedByHand holds the three drafts with what is taken out of them line by line: danger silences every
// suggestion, fear of the reader is no blame, a check-in takes nothing away, and a block is asked about.
func TestDraftsWalkedByHand(t *testing.T) {
	set := analyzer.NewSet(mustBuiltin(t))
	betrayer := analyzer.Options{Role: analyzer.Betrayer}
	danger := analyzer.ForDanger
	walks := []walk{
		{"images, waiting and a block", lines(images, 0, 1, 2, 3, 4, 5), betrayer, []string{"contact-ban", "stalking", "coercion"}, danger, "you blocked me", nil},
		{"without the images", lines(images, 0, 1, 2, 3, 4), betrayer, []string{"contact-ban", "stalking"}, danger, "you blocked me", nil},
		{"without images and waiting", lines(images, 0, 1, 2, 3), betrayer, []string{"contact-ban"}, danger, "you blocked me", nil},
		{"what is left", lines(images, 1, 2, 3), betrayer, nil, "", "", nil},
		{"images alone", lines(images, 5), betrayer, []string{"coercion"}, danger, "", nil},

		{"afraid of their temper", frightened, betrayer, []string{"afraid"}, danger, "", nil},
		{"the same, no role given", frightened, analyzer.Options{}, []string{"afraid"}, danger, "", nil},
		{"afraid of them", frightenedOf("of you"), betrayer, []string{"afraid"}, danger, "", nil},
		{"afraid of what they would do", frightenedOf("of what youd do"), betrayer, []string{"afraid"}, danger, "", nil},
		{"afraid that they would hit", frightenedOf("that youd hit me"), betrayer, []string{"afraid"}, danger, "", nil},
		{"afraid of their reaction", frightenedOf("of how you'd react"), betrayer, nil, "", "", []string{"blame-shifting/scared-of-how"}},

		{
			"the fighting, the flat and no strength", lines(fighting, 0, 1, 2, 3, 4, 5), betrayer,
			[]string{"fading"},
			"", "u said u need space",
			[]string{"blame-shifting/happened-because", "pressuring/the-flat-and-us"},
		},
		{
			"without the last words", lines(fighting, 0, 1, 2, 3, 4), betrayer, nil, "", "u said u need space",
			[]string{"blame-shifting/happened-because", "pressuring/the-flat-and-us"},
		},
		{
			"under no contact", lines(fighting, 0, 1, 2, 3, 4, 5),
			analyzer.Options{NoContact: true},
			[]string{"fading"},
			analyzer.ForNoContact, "u said u need space",
			[]string{"blame-shifting/happened-because", "pressuring/the-flat-and-us"},
		},
		{"without the space they asked for", lines(fighting, 1, 3), betrayer, nil, "", "", nil},
	}
	for _, w := range walks {
		t.Run(w.name, func(t *testing.T) {
			r := set.Check(w.draft, w.options)
			if got := classesOf(r); !slices.Equal(got, w.dangers) {
				t.Errorf("dangers %v, want %v", got, w.dangers)
			}
			if r.Withheld != w.withheld {
				t.Errorf("withheld %q, want %q", r.Withheld, w.withheld)
			}
			if got := contactOf(r); got != w.contact {
				t.Errorf("contact %q, want %q", got, w.contact)
			}
			if got := notesOf(r); !slices.Equal(got, w.notes) && !coveredByOthers(w, got) {
				t.Errorf("notes %v, want %v", got, w.notes)
			}
			for _, f := range r.Findings {
				if w.withheld != "" && len(f.Suggestions) > 0 {
					t.Errorf("%s: suggestions while wording is withheld: %+v", f.Rule, f.Suggestions)
				}
			}
		})
	}
}

// coveredByOthers lets further notes stand in the third draft (a promise too great is another's to point at).
func coveredByOthers(w walk, got []string) bool {
	return strings.Contains(w.draft, "never do it again") && !slices.ContainsFunc(w.notes, func(n string) bool { return !slices.Contains(got, n) })
}

// TestFightingDraftOffersLessFirst holds the suggestions of the third draft: leaving out comes first, the flat is told
// apart from the two of them, and lower case stays.
func TestFightingDraftOffersLessFirst(t *testing.T) {
	r := analyzer.NewSet(mustBuiltin(t)).Check(strings.Join(fighting, " "), analyzer.Options{Role: analyzer.Betrayer})
	for _, f := range r.Findings {
		switch {
		case f.Category == analyzer.Danger && len(f.Suggestions) > 0:
			t.Errorf("a suggestion for a danger: %+v", f.Suggestions)
		case f.Rule == "blame-shifting/happened-because" && (len(f.Suggestions) == 0 || f.Suggestions[0].Text != ""):
			t.Errorf("%s: suggestions %+v, want leaving out first", f.Rule, f.Suggestions)
		case f.Rule == "pressuring/the-flat-and-us":
			if want := "the flat needs a yes or no by fri. if i dont hear, i'll [what i'll do]. that isnt you answering about us."; f.Suggestions[0].Text != want {
				t.Errorf("suggestion %q, want %q", f.Suggestions[0].Text, want)
			}
		}
		for _, s := range f.Suggestions {
			if strings.Contains(s.Text, "my choice") {
				t.Errorf("%s: a second stance line: %q", f.Rule, s.Text)
			}
		}
	}
	if c := r.Dangers[0]; !c.Soft || c.Latches || c.Quote != "cant go on like this" {
		t.Errorf("danger %+v, want a soft check-in that does not latch", c)
	}
}

// TestPressedUntilTheyGaveIn holds that what may have been no affair is never told as a fact, and what its note says
// first.
func TestPressedUntilTheyGaveIn(t *testing.T) {
	set := analyzer.NewSet(mustBuiltin(t))
	for _, draft := range []string{
		"He wouldn't leave me alone, I gave in",
		"I'm sorry I cheated. He wouldn't leave me alone, I gave in.",
		"I'm sorry. He kept on at me at the party and in the end I gave in.",
		"I slept with him. I was pressured into it. I'm sorry.",
	} {
		for _, f := range set.Check(draft, analyzer.Options{Role: analyzer.Betrayer}).Findings {
			if f.Confidence != analyzer.Weak || !strings.HasPrefix(f.Why, "If you didn't want it, this note is wrong and you have nothing to own here.") {
				t.Errorf("%q: %s, %s: %s", draft, f.Rule, f.Confidence, f.Why)
			}
		}
	}
}

func mustBuiltin(t *testing.T) *analyzer.Pack {
	t.Helper()
	pack, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return pack
}

func classesOf(r analyzer.Report) []string {
	var classes []string
	for _, d := range r.Dangers {
		classes = append(classes, d.Class)
	}
	return classes
}

func contactOf(r analyzer.Report) string {
	if r.Contact == nil {
		return ""
	}
	return r.Contact.Quote
}

func notesOf(r analyzer.Report) []string {
	var notes []string
	for _, f := range r.Findings {
		if f.Category != analyzer.Danger {
			notes = append(notes, f.Rule)
		}
	}
	return notes
}
