package server_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"coach/server"
)

// TestDocsHaveTheLimits holds the table in docs/http.md to the one in limits.go.
func TestDocsHaveTheLimits(t *testing.T) {
	docs, err := os.ReadFile("../docs/http.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []string{
		fmt.Sprintf("| a draft on the page | %s characters are read |", thousands(server.PageCharacters)),
		fmt.Sprintf("| `text` of `/api/lint` and `/v2/check` | %s bytes; `--max-size` |", thousands(server.TextBytes)),
		fmt.Sprintf("| a draft of `coach check` | %s bytes; `--max-size` |", thousands(server.CommandLineBytes)),
	} {
		if !strings.Contains(string(docs), row) {
			t.Errorf("docs/http.md lacks the row %s", row)
		}
	}
}

// thousands writes a number with commas.
func thousands(n int) string {
	digits := fmt.Sprint(n)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}
