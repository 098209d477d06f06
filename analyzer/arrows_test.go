package analyzer_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestArrowsPointOneWay holds the order of the packages: each may import those before it only, and none of the analyzer
// knows rules, files, the command line or a server.
func TestArrowsPointOneWay(t *testing.T) {
	order := []string{
		"coach/analyzer/wire", "coach/analyzer/tagger/internal/layout", "coach/analyzer/tagger", "coach/analyzer/text/wordlist",
		"coach/analyzer/text", "coach/analyzer/reader", "coach/analyzer/pattern", "coach/analyzer/stance", "coach/analyzer", "coach/analyzer/report",
	}
	for i, pkg := range order {
		out, err := exec.Command("go", "list", "-deps", pkg).Output()
		if err != nil {
			t.Fatalf("go list %s: %v", pkg, err)
		}
		for dep := range strings.FieldsSeq(string(out)) {
			switch {
			case strings.HasPrefix(dep, "coach/") && !slices.Contains(order[:i+1], dep):
				t.Errorf("%s imports %s", pkg, dep)
			case strings.Contains(dep, "yaml"), dep == "net/http", dep == "database/sql", strings.Contains(dep, "cobra"), strings.Contains(dep, "prose"):
				t.Errorf("%s imports %s", pkg, dep)
			}
		}
	}
}
