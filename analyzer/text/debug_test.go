package text

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func drafts() (out [][2]string) {
	fs, _ := filepath.Glob("../../testdata/corpus/*.jsonl")
	for _, p := range fs {
		f, _ := os.Open(p)
		sc := bufio.NewScanner(f)
		sc.Buffer(make([]byte, 1<<20), 1<<20)
		for sc.Scan() {
			var m struct{ ID, Text string }
			json.Unmarshal(sc.Bytes(), &m)
			out = append(out, [2]string{m.ID, m.Text})
		}
	}
	return
}

func TestDebugNorm(t *testing.T) {
	want := os.Getenv("W")
	for _, d := range drafts() {
		doc := Parse(d[1])
		for i := 0; i < len(doc.Tokens); i++ {
			k := doc.Tokens[i]
			if k.Mark != Word {
				continue
			}
			raw := strings.ToLower(d[1][k.Start:k.End])
			j := i
			var n []string
			for j < len(doc.Tokens) && doc.Tokens[j].Start == k.Start {
				n = append(n, doc.Tokens[j].Norm)
				j++
			}
			i = j - 1
			norm := strings.Join(n, " ")
			if norm != raw && (want == "" || strings.Contains(want, " "+raw+" ")) {
				fmt.Printf("%s\t%s\t%.60q\n", raw, norm, d[1][max(0, k.Start-25):min(len(d[1]), k.End+25)])
			}
		}
	}
}

func TestDebugClauses(t *testing.T) {
	want := os.Getenv("ID")
	for _, d := range drafts() {
		if !strings.Contains(d[0], want) {
			continue
		}
		doc := Parse(d[1])
		fmt.Println("##", d[0])
		for _, s := range doc.Sentences {
			for i := s.FirstClause; i < s.LastClause; i++ {
				c := doc.Clauses[i]
				q := ""
				if c.Question {
					q = "?"
				}
				if c.Imperative {
					q += "!"
				}
				fmt.Printf(" [%s]%s%d", strings.ReplaceAll(d[1][c.Start:c.End], "\n", "/"), q, c.Subject)
			}
			fmt.Println()
		}
	}
}
