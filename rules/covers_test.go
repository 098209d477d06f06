package rules

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

// leftOut are the sub-categories of steps 1 to 11 that no rule covers, each with its reason.
var leftOut = map[string]string{}

// TestEverySubCategoryIsCovered holds the promise that a kind of phrase of the guide's steps is either looked for or
// left out knowingly. Danger (S) and elements (P) have tests of their own.
func TestEverySubCategoryIsCovered(t *testing.T) {
	folder, err := Load(Sources(), nil)
	if err != nil {
		t.Fatal(err)
	}
	covered := map[string]string{}
	for _, f := range folder.Files {
		for _, id := range f.Rule.Covers {
			covered[id] = f.Rule.ID
		}
	}
	known := map[string]bool{}
	for _, id := range subCategories(t) {
		known[id] = true
		if strings.ContainsAny(id[:1], "SP") {
			continue
		}
		switch reason := leftOut[id]; {
		case covered[id] == "" && reason == "":
			t.Errorf("no rule covers %s and no reason says why not", id)
		case covered[id] != "" && reason != "":
			t.Errorf("%s is left out (%s), yet %s covers it", id, reason, covered[id])
		}
	}
	for id, rule := range covered {
		if !known[id] {
			t.Errorf("%s covers %s, which is no sub-category of the taxonomy", rule, id)
		}
	}
}

// subCategories gives the ids of the taxonomy.
func subCategories(t *testing.T) []string {
	t.Helper()
	f, err := os.Open("../testdata/taxonomy/taxonomy-map.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var ids []string
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if id, _, ok := strings.Cut(lines.Text(), "\t"); ok && !strings.HasPrefix(id, "#") {
			ids = append(ids, id)
		}
	}
	if len(ids) < 100 {
		t.Fatalf("%d ids in the taxonomy, want all of them", len(ids))
	}
	return ids
}
