package rules

import (
	"testing"

	"coach/analyzer"
	learned "coach/analyzer/reader"
)

func bothReaders(t testing.TB) (*analyzer.Pack, *analyzer.Set) {
	t.Helper()
	pack, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	m, err := learned.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return pack, analyzer.NewSet(pack).WithReader(m)
}

// TestEveryCategoryOfTheReaderHasWords holds that the reader's findings can be explained, and that what coach offers
// for them is nothing that coach points at.
func TestEveryCategoryOfTheReaderHasWords(t *testing.T) {
	pack, set := bothReaders(t)
	said := map[analyzer.Category]bool{}
	for _, rule := range pack.Learned {
		said[rule.Category] = true
		for _, rewrite := range rule.Rewrites {
			if rewrite.Text == "" {
				continue
			}
			if found := set.Check(rewrite.Text, analyzer.Options{Role: analyzer.Betrayer}).Findings; len(found) > 0 {
				t.Errorf("%s: %q is found by %s", rule.ID, rewrite.Text, found[0].Rule)
			}
		}
	}
	for _, name := range learned.Categories {
		if !said[analyzer.Category(name)] {
			t.Errorf("nothing is said about %s", name)
		}
	}
	if said[analyzer.Danger] {
		t.Error("the reader speaks of danger")
	}
}

// TestTheReaderTakesNothingFromStrongRules holds over the open drafts that with the reader every finding of a strong
// rule and every danger is still there, that its own are marked and weak, and that a betrayed writer has no
// blame-shifting and no minimizing from it.
func TestTheReaderTakesNothingFromStrongRules(t *testing.T) {
	_, set := bothReaders(t)
	for i, d := range openDrafts(t) {
		if i%7 != 0 {
			continue
		}
		alone := set.Check(d.Text, analyzer.Options{Role: d.Role, RulesOnly: true})
		both := set.Check(d.Text, analyzer.Options{Role: d.Role})
		there := map[string]bool{}
		for _, f := range both.Findings {
			there[f.Rule+f.Quote] = true
			if f.Source != analyzer.FromReader {
				continue
			}
			if f.Confidence != analyzer.Weak || f.Category == analyzer.Danger || f.Severity == analyzer.High {
				t.Errorf("%s: %s is %s and %s", d.ID, f.Rule, f.Confidence, f.Severity)
			}
			if d.Role == analyzer.Betrayed && (f.Category == "blame-shifting" || f.Category == "minimizing") {
				t.Errorf("%s: a betrayed writer has %s", d.ID, f.Rule)
			}
		}
		for _, f := range alone.Findings {
			if (f.Confidence == analyzer.Strong || f.Category == analyzer.Danger) && !there[f.Rule+f.Quote] {
				t.Errorf("%s: %s is lost", d.ID, f.Rule)
			}
		}
	}
}

// TestTheReaderLeavesQuotedWordsAlone holds that words the writer does not stand by are not read as theirs.
func TestTheReaderLeavesQuotedWordsAlone(t *testing.T) {
	_, set := bothReaders(t)
	const draft = `I kept seeing her. For months I told you "you were on your phone every night", "it was only company" and "when is supper going to be supper again and not a hearing". None of that was true.`
	for _, f := range set.Check(draft, analyzer.Options{Role: analyzer.Betrayer}).Findings {
		if f.Source == analyzer.FromReader && f.Start > 30 && f.End < len(draft)-len(" None of that was true.") {
			t.Errorf("%s: %s", f.Rule, f.Quote)
		}
	}
}

// TestFearIsNoBlameForTheReaderEither holds that the second reader adds nothing to a frightened writer's draft.
func TestFearIsNoBlameForTheReaderEither(t *testing.T) {
	_, set := bothReaders(t)
	for _, f := range set.Check(frightened, analyzer.Options{Role: analyzer.Betrayer}).Findings {
		if f.Source == analyzer.FromReader {
			t.Errorf("%s: %s", f.Rule, f.Quote)
		}
	}
}
