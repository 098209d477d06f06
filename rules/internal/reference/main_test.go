package main

import (
	"os"
	"strings"
	"testing"

	"coach/analyzer"
	"coach/rules"
)

func TestReferenceIsFresh(t *testing.T) {
	folder, err := rules.Load(rules.Sources(), nil)
	if err != nil {
		t.Fatal(err)
	}
	written, err := os.ReadFile("../../REFERENCE.md")
	if err != nil {
		t.Fatal(err)
	}
	if string(written) != page(folder) {
		t.Error("rules/REFERENCE.md is not that of the rule files: run go generate ./rules")
	}
	for _, f := range folder.Files {
		if f.Element == "" && !strings.Contains(string(written), "`"+f.Rule.ID+"`") {
			t.Errorf("%s is not in rules/REFERENCE.md; is its category a chapter?", f.Rule.ID)
		}
	}
}

func TestEntry(t *testing.T) {
	got := entry(rules.File{
		Rule: analyzer.Rule{
			ID: "blame-shifting/x", Title: "Naming a cause", Why: "It hands them\nthe reason.", Severity: analyzer.High,
			Confidence: analyzer.Weak, Rewrites: []analyzer.Rewrite{{Title: "Leave it out"}, {Title: "Own the act", Text: "I {act}."}},
		},
		Flag: []rules.Example{{Text: "I lied because you shout", Span: analyzer.Span{Start: 7, End: 24}}},
		Pass: []rules.Example{{Text: "because\nof the rain"}},
	})
	want := "\n### Naming a cause\n\n`blame-shifting/x` · high · *weak*\n\nIt hands them the reason.\n\n" +
		"- I lied **because you shout**\n\nInstead: leave it out; or own the act (“I ….”).\n\nLeft alone:\n\n- because / of the rain\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
