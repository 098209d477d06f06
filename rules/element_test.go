package rules

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"coach/analyzer"
)

// shownAs gives the elements that show a positive sub-category of the taxonomy. Regret counts where its words do: they
// name the act, own it or name the harm.
var shownAs = map[string][]string{
	"P1": {"names-the-act"}, "P2": {"owns-it"}, "P3": {"names-the-harm"}, "P4": {"names-the-act", "owns-it", "names-the-harm"},
	"P5": {"says-what-ill-do"}, "P6": {"says-what-ill-do"}, "P7": {"leaves-them-free"}, "P8": {"leaves-them-free"},
	"P9": {"leaves-them-free"}, "P10": {"names-the-harm"}, "P11": {"leaves-them-free"},
	"P12": {"says-what-ill-do", "names-the-act"}, "P13": {"leaves-them-free"},
}

// deedFirst stands before an example, because without a deed there are no elements.
const deedFirst = "I lied to you. "

// TestTaxonomyElements holds the figures on the taxonomy's own examples. It is a regression test: the signs were written
// from these examples.
func TestTaxonomyElements(t *testing.T) {
	pack, _ := builtin(t)
	set := analyzer.NewSet(pack)
	var present, shown, near, wrong int
	for _, e := range taxonomyExamples(t) {
		elements := shownAs[e.ID]
		if elements == nil {
			continue
		}
		text := e.Text
		if e.ID != "P1" && e.ID != "P4" {
			text = deedFirst + text
		}
		got := creditBeyond(set, text, elements)
		switch {
		case e.Kind == "positive":
			present++
			if got != "" {
				shown++
			} else {
				t.Logf("not shown: %s %s", e.ID, e.Text)
			}
		case e.Kind == "near_miss":
			near++
			if got != "" {
				wrong++
				t.Logf("near miss shown: %s %s (%s)", e.ID, e.Text, got)
			}
		}
	}
	t.Logf("count as present: %d of %d shown; near misses: %d of %d shown", shown, present, wrong, near)
	if present == 0 || shown*100 < present*85 {
		t.Errorf("%d of %d shown, want 85 %%", shown, present)
	}
	if near == 0 || wrong*10 > near {
		t.Errorf("%d of %d near misses shown, want at most 10 %%", wrong, near)
	}
}

// creditBeyond gives the words that show one of the elements, other than those of deedFirst.
func creditBeyond(set *analyzer.Set, text string, elements []string) string {
	for _, x := range set.Check(text, analyzer.Options{Role: analyzer.Betrayer}).Elements {
		if slices.Contains(elements, x.Name) && x.State == analyzer.Present && !strings.HasPrefix(deedFirst, x.Quote) {
			return x.Quote
		}
	}
	return ""
}

// TestTaxonomyElementsAreCovered holds that each positive sub-category has a sign. Brevity (P13) is shown by what releases
// the reader, so its id stands with those signs.
func TestTaxonomyElementsAreCovered(t *testing.T) {
	_, files := builtin(t)
	covered := map[string]bool{}
	for _, f := range files {
		for _, id := range f.Rule.Covers {
			covered[id] = covered[id] || f.Element != "" && slices.Contains(shownAs[id], f.Element)
		}
	}
	for id := range shownAs {
		if !covered[id] {
			t.Errorf("no sign covers %s", id)
		}
	}
}

// TestElementsOfOwnDrafts holds the figures on 60 accountable drafts and 60 that fail.
func TestElementsOfOwnDrafts(t *testing.T) {
	pack, _ := builtin(t)
	set := analyzer.NewSet(pack)
	var present, shown, absent, wrong int
	type expected struct {
		ID, Text        string
		Present, Absent []string
	}
	for _, d := range readLines[expected](t, "../testdata/elements/drafts.jsonl") {
		r := set.Check(d.Text, analyzer.Options{Role: analyzer.Betrayer})
		for _, name := range d.Present {
			present++
			if elementOf(r, name).State == analyzer.Present {
				shown++
			} else {
				t.Logf("%s: %s is not shown in %q", d.ID, name, d.Text)
			}
		}
		for _, name := range d.Absent {
			absent++
			if x := elementOf(r, name); x.State == analyzer.Present {
				wrong++
				t.Logf("%s: %s is shown by %q", d.ID, name, x.Quote)
			}
		}
	}
	t.Logf("%d of %d shown; %d of %d shown that are not there", shown, present, wrong, absent)
	if shown*100 < present*95 || wrong*100 > absent*3 {
		t.Errorf("%d of %d shown, want 95 %%; %d of %d wrong, want at most 3 %%", shown, present, wrong, absent)
	}
}

// TestElements holds what decides about elements besides their signs.
func TestElements(t *testing.T) {
	pack, _ := builtin(t)
	set := analyzer.NewSet(pack)
	const owned = "I cheated on you. It was my choice."
	for _, tt := range []struct {
		name, draft string
		options     analyzer.Options
		elements    []string // in their order, with "!" where present and "~" where taken back
		everyday    bool
		owned       bool
	}{
		{
			name: "named and owned", draft: owned, owned: true,
			elements: []string{"names-the-act!", "owns-it!", "names-the-harm", "says-what-ill-do", "leaves-them-free"},
		},
		{
			name: "a finding that the options leave out counts", draft: owned + " You were never home and it meant nothing.",
			options:  analyzer.Options{Steps: []int{10}},
			elements: []string{"names-the-act!", "owns-it!", "names-the-harm", "says-what-ill-do", "leaves-them-free"},
		},
		{
			name: "freed and then hurried", draft: owned + " Take all the time you need, but tell me by Friday.",
			elements: []string{"names-the-act!", "owns-it!", "names-the-harm", "says-what-ill-do", "leaves-them-free~"},
		},
		{
			name: "owned and then explained away", draft: "I cheated on you. It was my choice, but it was a hard year.",
			elements: []string{"names-the-act!", "owns-it~", "names-the-harm", "says-what-ill-do", "leaves-them-free"},
		},
		{name: "the reader asked for no contact", draft: owned, options: analyzer.Options{NoContact: true}},
		{name: "danger", draft: owned + " I'll kill myself tonight."},
		{name: "no deed", draft: "Thank you for dinner, take all the time you need with the car."},
		{name: "everyday", draft: "Can you get milk? I'm on my way, the train is late.", everyday: true},
		{name: "one word of an errand is not enough to call it so", draft: "I think of the bridge on my way home."},
		{
			name: "words of others and quoted words do not count", draft: "I lied. You said \"it was my choice\" and he said I hurt you.",
			elements: []string{"names-the-act!", "owns-it", "names-the-harm", "says-what-ill-do", "leaves-them-free"},
		},
		{name: "a denial names no act", draft: "I never said I cheated."},
		{
			name: "a betrayed writer", draft: "You lied to me for a year. I can't sleep.",
			elements: []string{"what-happened!", "what-it-did-to-me!", "what-i-need", "my-limits"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := set.Check(tt.draft, tt.options)
			var got []string
			for _, x := range r.Elements {
				got = append(got, x.Name+map[analyzer.State]string{analyzer.Present: "!", analyzer.TakenBack: "~"}[x.State])
			}
			if !slices.Equal(got, tt.elements) {
				t.Errorf("elements %v, want %v", got, tt.elements)
			}
			if r.Everyday != tt.everyday || r.Owned != tt.owned {
				t.Errorf("everyday %v, owned %v; want %v, %v", r.Everyday, r.Owned, tt.everyday, tt.owned)
			}
		})
	}
}

// TestQuestionsFollowTheDeed holds that a gambler is not asked what an unfaithful writer is asked.
func TestQuestionsFollowTheDeed(t *testing.T) {
	pack, _ := builtin(t)
	set := analyzer.NewSet(pack)
	asked := map[string]string{}
	for _, draft := range []string{
		"I slept with your brother.", "I gambled the rent.", "I relapsed in June.", "I hid the loan from you.",
		"I told Mia your secret.", "I broke my promise.", "I lied to you.", "I ghosted you.",
	} {
		q := elementOf(set.Check(draft, analyzer.Options{Role: analyzer.Betrayer}), "owns-it").Question
		if other, twice := asked[q]; q == "" || twice {
			t.Errorf("%q is asked %q, as is %q", draft, q, other)
		}
		asked[q] = draft
	}
}

// TestQuestionsOfferNoSentence holds that a question asks: it has a mark, and no words to copy in quotation marks.
func TestQuestionsOfferNoSentence(t *testing.T) {
	pack, _ := builtin(t)
	for _, e := range pack.Elements {
		for _, q := range e.Asked {
			if !strings.HasSuffix(q.Text, "?") && !strings.Contains(q.Text, "? ") || strings.ContainsAny(q.Text, "\"“”[") {
				t.Errorf("%s: %q is no question", e.Name, q.Text)
			}
		}
	}
}

// TestOwnedDraftsGetNoSecondOwning holds that a writer who owns the deed is not offered the words for it again.
func TestOwnedDraftsGetNoSecondOwning(t *testing.T) {
	pack, _ := builtin(t)
	set := analyzer.NewSet(pack)
	const draft = "I slept with Tom, my choice. It only happened because you were never home. It meant nothing."
	r := set.Check(draft, analyzer.Options{Role: analyzer.Betrayer})
	if len(r.Findings) != 2 || len(r.Findings[0].Suggestions) == 0 {
		t.Fatalf("findings %+v, want two with suggestions", r.Findings)
	}
	for _, s := range r.Findings[0].Suggestions {
		if s.Text != "" {
			t.Errorf("%q is offered although the draft owns the deed", s.Text)
		}
	}
	if got, want := Apply(draft, r.Findings[0].Suggestions[0].Edits), "I slept with Tom, my choice. It meant nothing."; got != want {
		t.Errorf("left out: %q, want %q", got, want)
	}
}

const goodElement = `label: Owns it
place: 1
questions:
  any: Whose choice was it?
`

const goodSign = `match: |
  my choice
flag: |
  [my choice]
pass: |
  your choice of tea
`

func TestLoadReportsEveryMistakeOfAnElement(t *testing.T) {
	for _, tt := range []struct{ name, file, from, to, want string }{
		{"no label", "e", "label: Owns it\n", "", `elements/e.yaml:1:1: label or place is missing`},
		{"place", "e", "place: 1", "place: one", `elements/e.yaml:2:1: place: "one" (a number from 1: where in the list it stands)`},
		{"no question", "e", "  any: Whose choice was it?", "  money: Whose?", `elements/e.yaml:4:3: unknown topic money`},
		{"field", "e", "place: 1", "place: 1\ntaken back in draught: |\n  but", `elements/e.yaml:3:1: unknown field taken back in draught (did you mean taken back in draft?)`},
		{"category", "e", "place: 1", "place: 1\ntaken back by in draft: [nagging]", `elements/e.yaml:3:1: taken back by in draft: "nagging"`},
		{"pattern", "s", "my choice\n", "my (choice\n", `elements/e/s.yaml:2:6: ( is not closed`},
		{"no examples", "s", "flag: |\n  [my choice]\n", "", `elements/e/s.yaml:1:1: flag is missing`},
		{"a field of rules", "s", "match", "severity: high\nmatch", `elements/e/s.yaml:1:1: unknown field severity`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			files := map[string]string{"e": goodElement, "s": goodSign}
			changed := strings.Replace(files[tt.file], tt.from, tt.to, 1)
			if changed == files[tt.file] {
				t.Fatalf("%q is not in the file", tt.from)
			}
			files[tt.file] = changed
			_, err := Load(fstest.MapFS{"elements/e.yaml": {Data: []byte(files["e"])}, "elements/e/s.yaml": {Data: []byte(files["s"])}}, nil)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error\n%v\nwant one with\n%s", err, tt.want)
			}
		})
	}
	_, err := Load(fstest.MapFS{"elements/nowhere/s.yaml": {Data: []byte(goodSign)}}, nil)
	if want := "elements/nowhere/s.yaml:1:1: there is no element nowhere"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error\n%v\nwant one with\n%s", err, want)
	}
}

// TestASignBesideTheBuiltinOnes holds that a folder can add words to a built-in element.
func TestASignBesideTheBuiltinOnes(t *testing.T) {
	pack, _ := builtin(t)
	own, err := Load(fstest.MapFS{"elements/owns-it/mine.yaml": {Data: []byte(strings.ReplaceAll(goodSign, "my choice", "mea culpa"))}}, Sources())
	if err != nil {
		t.Fatal(err)
	}
	r := analyzer.NewSet(pack, own.Pack).Check("I lied to you. Mea culpa.", analyzer.Options{Role: analyzer.Betrayer})
	if x := elementOf(r, "owns-it"); x.State != analyzer.Present || x.Quote != "Mea culpa" {
		t.Errorf("owns-it is %s by %q, want present by Mea culpa", x.State, x.Quote)
	}
	r = analyzer.NewSet(pack, own.Pack).Check("I lied to you. Mea culpa, but you were never home.", analyzer.Options{Role: analyzer.Betrayer})
	if x := elementOf(r, "owns-it"); x.State != analyzer.TakenBack {
		t.Errorf("owns-it is %s, want taken back", x.State)
	}
}

// TestElementsOfTheWalkedDrafts holds the elements of the three drafts that are walked by hand, where they are shown.
func TestElementsOfTheWalkedDrafts(t *testing.T) {
	set := analyzer.NewSet(mustBuiltin(t))
	for _, tt := range []struct {
		name, draft string
		want        []string // label, state and words
	}{
		{"danger", lines(images, 0, 1, 2, 3, 4, 5), nil},
		{"fear", frightened, nil},
		{"without danger", lines(images, 1, 2, 3), []string{
			"Names what I did present I cheated", "Owns it present it was my choice", "Names the harm present I broke your trust",
			"Says what I'll do present I see a counsellor Mondays at 6", "Leaves them free present Take all the time you need",
		}},
		{"a fear of how they would take it", frightenedOf("of how you'd react"), []string{
			"Names what I did taken-back i only lied about where i was", "Owns it missing ", "Names the harm missing ",
			"Says what I'll do missing ", "Leaves them free missing ",
		}},
		{"fighting and the flat", lines(fighting, 0, 1, 2, 3, 4, 5), []string{
			"Names what I did present i slept with tom on the trip", "Owns it present ive no excuse", "Names the harm missing ",
			"Says what I'll do missing ", "Leaves them free taken-back harry i know u said u need space",
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := set.Check(tt.draft, analyzer.Options{Role: analyzer.Betrayer})
			var got []string
			for _, x := range r.Elements {
				got = append(got, x.Label+" "+string(x.State)+" "+x.Quote)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
			for _, f := range r.Findings {
				for _, s := range f.Suggestions {
					if strings.Contains(strings.ToLower(s.Text), "my choice") {
						t.Errorf("%s offers %q", f.Rule, s.Text)
					}
				}
			}
		})
	}
}
