package text_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// drafts are the messages of the open rooms.
func drafts(tb testing.TB) []string {
	tb.Helper()
	paths, err := filepath.Glob("../../testdata/corpus/*.jsonl")
	if err != nil || len(paths) == 0 {
		tb.Fatalf("no open rooms in testdata/corpus: %v", err)
	}
	var all []string
	for _, path := range paths {
		all = append(all, readDrafts(tb, path)...)
	}
	return all
}

func readDrafts(tb testing.TB, path string) []string {
	tb.Helper()
	f, err := os.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	var texts []string
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var draft struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &draft); err != nil {
			tb.Fatalf("%s: %v", path, err)
		}
		texts = append(texts, draft.Text)
	}
	if err := lines.Err(); err != nil {
		tb.Fatal(err)
	}
	return texts
}
