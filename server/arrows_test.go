package server_test

import (
	"os/exec"
	"strings"
	"testing"
)

// TestArrowsPointInwards holds what may know what: LanguageTool's protocol, the page and the store are used by the
// server and know neither it nor each other, nor HTTP's framework; rules know nothing of a server.
func TestArrowsPointInwards(t *testing.T) {
	for pkg, forbidden := range map[string][]string{
		"coach/server/languagetool": {"coach/server", "coach/server/page", "coach/server/store", "coach/rules", "fiber", "fasthttp", "sqlite"},
		"coach/server/page":         {"coach/server", "coach/server/languagetool", "coach/server/store", "coach/rules", "fiber", "fasthttp", "sqlite"},
		"coach/server/store":        {"coach/server", "coach/server/languagetool", "coach/server/page", "coach/rules", "coach/analyzer", "fiber", "fasthttp"},
		"coach/rules":               {"coach/server", "fiber", "sqlite"},
	} {
		out, err := exec.Command("go", "list", "-deps", pkg).Output()
		if err != nil {
			t.Fatalf("go list %s: %v", pkg, err)
		}
		for dep := range strings.FieldsSeq(string(out)) {
			for _, wrong := range forbidden {
				own := strings.HasPrefix(wrong, "coach/")
				if own && dep == wrong || !own && strings.Contains(dep, wrong) {
					t.Errorf("%s imports %s", pkg, dep)
				}
			}
		}
	}
}
