package rules

import (
	"slices"
	"testing"

	"coach/analyzer"
)

// TestNoDangerInOrdinaryLife holds that no everyday message is taken for danger, be it full of words that look like it:
// a card of that kind over "this exam killed me" costs all trust in the next one.
func TestNoDangerInOrdinaryLife(t *testing.T) {
	set := analyzer.NewSet(mustBuiltin(t))
	for _, room := range []string{"../testdata/corpus/ordinary-1.jsonl", "../testdata/own/ordinary.jsonl", "../testdata/own/danger-lookalikes.jsonl"} {
		for _, d := range readLines[draft](t, room) {
			for _, n := range set.Check(d.Text, analyzer.Options{Role: d.Role}).Dangers {
				t.Errorf("%s: %s: %q", d.ID, n.Class, n.Quote)
			}
		}
	}
}

// TestDangerInManyVoices keeps the recall on our own lines, which the rules were written from: a regression figure.
func TestDangerInManyVoices(t *testing.T) {
	set := analyzer.NewSet(mustBuiltin(t))
	found, all := map[string]int{}, map[string]int{}
	for _, d := range readLines[dangerLine](t, "../testdata/own/danger.jsonl") {
		all[d.Class]++
		if len(set.Check(d.Text, analyzer.Options{Role: d.Role}).Dangers) > 0 {
			found[d.Class]++
			continue
		}
		t.Logf("not found: %s: %s", d.Class, d.Text)
	}
	for class, n := range all {
		t.Logf("%s: %d of %d", class, found[class], n)
		if found[class]*100 < n*55 {
			t.Errorf("%s: %d of %d found", class, found[class], n)
		}
	}
}

type dangerLine struct {
	Class, Text string
	Role        analyzer.Role
}

// TestDangerSurvivesEveryFilter holds that no choice of steps, severity, role or contact hides a danger.
func TestDangerSurvivesEveryFilter(t *testing.T) {
	set := analyzer.NewSet(mustBuiltin(t))
	for class, draft := range map[string]string{
		"self-harm":       "I have the pills in front of me. You never listened.",
		"fading":          "I'm tired of everything. You never listened.",
		"threat":          "I'll kill him if I see him. You never listened.",
		"stalking":        "I put an AirTag in your car so I know. You never listened.",
		"coercion":        "If you leave I'll post those pics. You never listened.",
		"sexual-coercion": "I know you said stop but I kept going. You never listened.",
		"violence":        "I'm sorry I hit you. You never listened.",
		"afraid":          "I lied because I was scared of your temper.",
		"contact-ban":     "I know there's a restraining order but I need to talk.",
		"children":        "If you take me to court you'll never see the kids again.",
	} {
		for _, o := range []analyzer.Options{
			{},
			{Steps: []int{10}, MinSeverity: analyzer.High},
			{NoContact: true},
			{Role: analyzer.Betrayer, Steps: []int{2}},
		} {
			r := set.Check(draft, o)
			if len(r.Dangers) == 0 {
				t.Errorf("%s: nothing with %+v", class, o)
				continue
			}
			if r.Withheld == "" && !r.Dangers[0].Soft {
				t.Errorf("%s: wording is offered with %+v", class, o)
			}
		}
	}
}

// TestBetrayedWriterIsNoDanger holds that naming what was done, telling others and limits open no card, also with a
// deadline.
func TestBetrayedWriterIsNoDanger(t *testing.T) {
	set := analyzer.NewSet(mustBuiltin(t))
	for _, draft := range []string{
		"You cheated on me for a year. If you don't tell your parents by Sunday, I will.",
		"I found the messages. I'm telling everyone what you did.",
		"You lied to me. If you see her again I'm leaving and I keep the flat.",
		"Tell your wife by Friday or I tell her. You had an affair with my best friend.",
		"You betrayed me. I've told my sister and I'm seeing a lawyer on Monday.",
		"You hurt me. I'll change the locks on Friday. You can see the kids on Saturdays.",
	} {
		for _, role := range []analyzer.Role{analyzer.Betrayed, analyzer.Auto} {
			if got := classesOf(set.Check(draft, analyzer.Options{Role: role})); len(got) > 0 {
				t.Errorf("%q as %s: %v", draft, role, got)
			}
		}
	}
}

// TestContact holds which words are a sign that the reader asked not to be written to.
func TestContact(t *testing.T) {
	set := analyzer.NewSet(mustBuiltin(t))
	for draft, want := range map[string]string{
		"harry i know u said u need space. i slept with tom": "u said u need space",
		"You asked me not to contact you and I have tried":   "You asked me not to contact you",
		"I know you don't want to hear from me":              "you don't want to hear from me",
		"You told me to leave you alone but":                 "You told me to leave you alone",
		"i know im not supposed to text you":                 "i know im not supposed to text you",
		"I promised I wouldn't text":                         "I promised I wouldn't text",
		"Your sister told me to stay away from you":          "Your sister told me to stay away from you",
		"You've blocked me everywhere, hence the letter":     "You've blocked me",
		"im blocked on everything so email it is":            "im blocked",
		"You said you need space. I lied to you.":            "You said you need space",

		"you never said you needed space":                  "",
		"if you need space just say":                       "",
		"If you blocked me I'd understand":                 "",
		"I'm not saying you blocked me":                    "",
		"You said Tom needs space":                         "",
		"You said you need space in the wardrobe":          "",
		"you said you need space from your mum":            "",
		"he blocked me on everything":                      "",
		"you blocked me in, can you move the car":          "",
		"Mum told me to stay away from the biscuits":       "",
		"You said, \"you blocked me\", and I had not":      "",
		"you said not to call before nine":                 "",
		"Take all the time you need":                       "",
		"you never answer me":                              "",
		"do you want me to stop texting him for the money": "",
	} {
		if got := contactOf(set.Check(draft, analyzer.Options{})); got != want {
			t.Errorf("%q: contact %q, want %q", draft, got, want)
		}
	}
}

// TestDangerClassesAreAllUsed holds that every class has a rule, and that its words name no number and no blame.
func TestDangerClassesAreAllUsed(t *testing.T) {
	pack := mustBuiltin(t)
	for _, c := range pack.Classes {
		if !slices.ContainsFunc(pack.Rules, func(r analyzer.Rule) bool { return r.Class == c.Name }) {
			t.Errorf("no rule of class %s", c.Name)
		}
		for _, words := range []string{c.Title, c.Why, c.Action} {
			if slices.ContainsFunc([]rune(words), func(r rune) bool { return r >= '0' && r <= '9' }) {
				t.Errorf("%s: a number in %q", c.Name, words)
			}
		}
	}
}
