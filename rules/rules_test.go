package rules

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"coach/analyzer"
)

func builtin(t testing.TB) (*analyzer.Pack, []File) {
	t.Helper()
	folder, err := Load(Sources(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return folder.Pack, folder.Files
}

// TestRules runs the examples of every rule file, one subtest a rule.
func TestRules(t *testing.T) {
	folder, err := Load(Sources(), nil)
	if err != nil {
		t.Fatal(err)
	}
	set := analyzer.NewSet(folder.Pack)
	for _, f := range folder.Files {
		t.Run(f.Rule.ID, func(t *testing.T) {
			for _, failure := range Verify(Folder{Pack: folder.Pack, Files: []File{f}}, set) {
				t.Errorf("\n%s", failure)
			}
		})
	}
	for _, e := range folder.Elements {
		t.Run("elements/"+e.Element.Name, func(t *testing.T) {
			for _, failure := range Verify(Folder{Pack: folder.Pack, Elements: []ElementFile{e}}, set) {
				t.Errorf("\n%s", failure)
			}
		})
	}
}

// TestPackIsFresh holds that the compiled pack is that of the rule files.
func TestPackIsFresh(t *testing.T) {
	pack, _ := builtin(t)
	if string(pack.Encode()) != compiled {
		t.Error("pack.bin is not that of the rule files; run go generate ./rules")
	}
}

// TestEveryTaxonomyIDIsCovered holds that each sub-category of steps 2 and 10 has a rule.
func TestEveryTaxonomyIDIsCovered(t *testing.T) {
	covered := map[string]bool{}
	_, files := builtin(t)
	for _, f := range files {
		for _, id := range f.Rule.Covers {
			covered[id] = true
		}
	}
	for _, id := range taxonomyIDs(t) {
		if (strings.HasPrefix(id, "2") || strings.HasPrefix(id, "10.")) && !covered[id] {
			t.Errorf("no rule covers %s", id)
		}
	}
}

const goodRule = `title: Naming a cause
why: It hands them the reason.
severity: high
match: |
  because you
rewrite: |
  Leave it out =>
flag: |
  [I left because you did]
pass: |
  because of the rain
`

func TestLoadReportsEveryMistake(t *testing.T) {
	for _, tt := range []struct{ name, from, to, want string }{
		{"pattern", "  because you", "  because (you", `blame-shifting/x.yaml:5:11: ( is not closed`},
		{"kind", "  because you", "  because QUEUERS", `blame-shifting/x.yaml:5:11: unknown kind QUEUERS (kinds are lists in rules/en/kinds; ordinary words are written in lower case)`},
		{"field", "severity: high", "severty: high", `blame-shifting/x.yaml:3:1: unknown field severty (did you mean severity?)`},
		{"value", "severity: high", "severity: huge", `blame-shifting/x.yaml:3:1: severity: "huge" (one of low, medium, high)`},
		{"title", "title: Naming a cause\n", "", `blame-shifting/x.yaml:1:1: title is missing (name what the phrase does)`},
		{"brackets", "[I left because you did]", "[I left because you did", `blame-shifting/x.yaml:9:3: brackets do not fit together (mark the underlined part once: [ … ])`},
		{"arrow", "  [I left because you did]", "  -> I left", `blame-shifting/x.yaml:9:3: -> follows no example (write it under the flag line it rewrites)`},
		{"yaml", "why: It", "why: [It", `blame-shifting/x.yaml:`},
		{"rewrites", "  Leave it out =>", "  a\n  b\n  c\n  d", `blame-shifting/x.yaml:6:1: 4 rewrites (three at most; the shortest first)`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			source := strings.Replace(goodRule, tt.from, tt.to, 1)
			_, err := Load(fstest.MapFS{"blame-shifting/x.yaml": {Data: []byte(source)}}, nil)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error\n%v\nwant one with\n%s", err, tt.want)
			}
		})
	}
}

const goodClasses = `threat:
  covers: [S2]
  title: Somebody could get hurt
  why: It reads as a threat. They will be afraid.
  action: |
    Don't send this.
    Stay away.
  latches: yes
`

const goodDanger = `class: threat
match: |
  watch your back
flag: |
  [watch your back]
pass: |
  I hurt my back
`

// TestDangerClasses holds that the words of a class are those of its rules, and what may be wrong with either.
func TestDangerClasses(t *testing.T) {
	load := func(classes, rule string) (*analyzer.Pack, error) {
		own, err := Load(fstest.MapFS{"context/danger.yaml": {Data: []byte(classes)}, "danger/x.yaml": {Data: []byte(rule)}}, nil)
		return own.Pack, err
	}
	pack, err := load(goodClasses, goodDanger)
	if err != nil {
		t.Fatal(err)
	}
	again, err := analyzer.DecodePack(string(pack.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	want := analyzer.DangerNote{
		Class: "threat", Title: "Somebody could get hurt", Why: "It reads as a threat. They will be afraid.", Action: "Don't send this.\nStay away.", Latches: true,
		Span: analyzer.Span{Start: 0, End: 15}, Line: 1, Column: 1, Quote: "watch your back",
	}
	if r := analyzer.NewSet(again).Check("watch your back", analyzer.Options{}); len(r.Dangers) != 1 || r.Dangers[0] != want {
		t.Errorf("dangers %+v, want %+v", r.Dangers, want)
	}
	if got := again.Rules[0].Covers; !slices.Equal(got, []string{"S2"}) {
		t.Errorf("covers %v, want those of the class", got)
	}
	for _, tt := range []struct{ classes, rule, want string }{
		{goodClasses, strings.Replace(goodDanger, "class: threat", "class: treat", 1), `danger/x.yaml:1:1: unknown class "treat" (one of threat)`},
		{goodClasses, strings.Replace(goodDanger, "class: threat\n", "", 1), `danger/x.yaml:1:1: class is missing (one of threat)`},
		{goodClasses, "title: x\n" + goodDanger, `danger/x.yaml:1:1: a danger with words of its own (title and why are those of its class, in context/danger.yaml)`},
		{goodClasses, goodDanger + "rewrite: |\n  a\n", `danger/x.yaml:1:1: a danger with a rewrite (danger is never rewritten)`},
		{goodClasses + "  colour: red\n", goodDanger, `context/danger.yaml:9:3: unknown field colour (a class has covers, title, why, action, latches, soft)`},
		{strings.Replace(goodClasses, "yes", "maybe", 1), goodDanger, `context/danger.yaml:8:3: latches: "maybe" (one of yes, no)`},
		{strings.Replace(goodClasses, "  covers: [S2]\n", "", 1), goodDanger, `context/danger.yaml:1:1: threat is incomplete (a class needs covers, title, why and action)`},
	} {
		if _, err := load(tt.classes, tt.rule); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("error\n%v\nwant one with\n%s", err, tt.want)
		}
	}
	if _, err := Load(fstest.MapFS{"context/danger.yaml": {Data: []byte("threat:\n  covers: [S2]\n")}}, Sources()); err == nil ||
		!strings.Contains(err.Error(), "context/danger.yaml:1:1: the class threat exists already") {
		t.Errorf("a class twice: error %v", err)
	}
	if _, err := Load(fstest.MapFS{"danger/x.yaml": {Data: []byte(goodDanger)}}, Sources()); err != nil {
		t.Errorf("a rule of a class of the built-in pack: %v", err)
	}
}

func TestLoadOfAFolderBesideTheBuiltinRules(t *testing.T) {
	folder := fstest.MapFS{
		"kinds/mine.yaml":       {Data: []byte("+SOMEONE: |\n  the lodger\n")},
		"blame-shifting/x.yaml": {Data: []byte(strings.Replace(goodRule, "because you", "because SOMEONE", 1))},
	}
	own, err := Load(folder, Sources())
	if err != nil {
		t.Fatal(err)
	}
	report := analyzer.NewSet(own.Pack).Check("I left because the lodger said so", analyzer.Options{})
	if len(report.Findings) != 1 || report.Findings[0].Rule != "blame-shifting/x" {
		t.Errorf("findings %v, want one of blame-shifting/x", report.Findings)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(goodRule)
	f.Add("title: |\n  x\n- y")
	f.Add("match: |\n  a=(b ...) [c] KIND")
	f.Fuzz(func(t *testing.T, source string) {
		_, err := Load(fstest.MapFS{"pressuring/x.yaml": {Data: []byte(source)}, "kinds/k.yaml": {Data: []byte(source)}}, nil)
		for _, p := range problemsOf(err) {
			if p.Line < 1 || p.Column < 1 || p.What == "" {
				t.Errorf("a problem without its place: %+v", p)
			}
		}
	})
}

func problemsOf(err error) Problems {
	p, _ := err.(Problems)
	return p
}

func FuzzCheck(f *testing.F) {
	pack, _ := builtin(f)
	set := analyzer.NewSet(pack)
	for _, d := range openDrafts(f)[:40] {
		f.Add(d.Text)
	}
	f.Fuzz(func(t *testing.T, draft string) {
		r := set.Check(draft, analyzer.Options{})
		at := 0
		for _, x := range r.Findings {
			if x.Start < at || x.End > len(draft) || x.End <= x.Start || draft[x.Start:x.End] != x.Quote {
				t.Fatalf("finding %+v in %q", x, draft)
			}
			at = x.Start
			for _, s := range x.Suggestions {
				checkEdits(t, draft, s)
			}
		}
		for _, x := range r.Elements {
			if draft[x.Start:x.End] != x.Quote || (x.Quote == "") != (x.State == analyzer.Missing) || (x.Question == "") != (x.State == analyzer.Present) {
				t.Fatalf("element %+v in %q", x, draft)
			}
		}
		if len(r.Elements) > 0 && (r.Withheld != "" || r.Everyday) {
			t.Fatalf("elements although wording is withheld or the draft is everyday: %q", draft)
		}
	})
}

func checkEdits(t *testing.T, draft string, s analyzer.Suggestion) {
	t.Helper()
	at := 0
	for _, e := range s.Edits {
		if e.Start < at || e.End < e.Start || e.End > len(draft) {
			t.Fatalf("edit %+v in %q", e, draft)
		}
		at = e.End
	}
}

func TestSourcesHoldRulesAndKinds(t *testing.T) {
	entries, err := fs.ReadDir(Sources(), ".")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	for _, want := range []string{"blame-shifting", "context", "danger", "kinds", "minimizing", "pressuring"} {
		if !slices.Contains(names, want) {
			t.Errorf("no folder %s among %v", want, names)
		}
	}
}
