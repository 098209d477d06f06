// Frequency counts the normalised words of labelled drafts and writes the common ones with their count in a million.
//
//	go run ./internal/frequency FOLDER OUTPUT
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"coach/analyzer/text"
)

// kept is the number of words written. The 2,000th stands about 30 times in a million words.
const kept = 2000

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: frequency FOLDER OUTPUT")
	}
	counts, total, err := count(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(os.Args[2], []byte(table(counts, total)), 0o644); err != nil {
		log.Fatal(err)
	}
}

func count(folder string) (counts map[string]int, total int, err error) {
	counts = map[string]int{}
	rooms, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	if err != nil {
		return nil, 0, err
	}
	for _, room := range rooms {
		n, err := countRoom(room, counts)
		if err != nil {
			return nil, 0, fmt.Errorf("%s: %w", room, err)
		}
		total += n
	}
	return counts, total, nil
}

func countRoom(room string, counts map[string]int) (total int, err error) {
	f, err := os.Open(room)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var draft struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &draft); err != nil {
			return 0, err
		}
		for _, t := range text.Parse(draft.Text).Tokens {
			if t.Mark == text.Word {
				counts[t.Norm]++
				total++
			}
		}
	}
	return total, lines.Err()
}

func table(counts map[string]int, total int) string {
	words := make([]string, 0, len(counts))
	for w := range counts {
		words = append(words, w)
	}
	sort.Slice(words, func(i, j int) bool {
		a, b := words[i], words[j]
		return counts[a] > counts[b] || counts[a] == counts[b] && a < b
	})
	var b strings.Builder
	for _, w := range words[:min(kept, len(words))] {
		fmt.Fprintf(&b, "%s %d\n", w, counts[w]*1_000_000/total)
	}
	return b.String()
}
