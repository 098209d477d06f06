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

func TestDebugSpans(t *testing.T) {
	fs, _ := filepath.Glob("../../testdata/corpus/*.jsonl")
	n, exact, start, end, mid := 0, 0, 0, 0, 0
	midHit := 0
	for _, p := range fs {
		f, _ := os.Open(p)
		sc := bufio.NewScanner(f)
		sc.Buffer(make([]byte, 1<<20), 1<<20)
		for sc.Scan() {
			var m struct {
				ID, Text string
				Spans    []struct {
					Quote string
					Nth   int
				}
			}
			json.Unmarshal(sc.Bytes(), &m)
			d := Parse(m.Text)
			for _, s := range m.Spans {
				at := -1
				for i := 0; i < max(1, s.Nth); i++ {
					at += 1 + strings.Index(m.Text[at+1:], s.Quote)
				}
				e := at + len(s.Quote)
				n++
				okS, okE := false, false
				for _, c := range d.Clauses {
					for j := c.First; j <= c.Head; j++ {
						if d.Tokens[j].Start == at {
							okS = true
						}
					}
					if c.Start == at {
						okS = true
						exact++
					}
					if c.End == e || c.End == e-1 || c.End == e-2 {
						okE = true
					}
				}
				if okS {
					start++
				} else if os.Getenv("V") != "" {
					fmt.Printf("%s: %s || %s\n", m.ID, m.Text[max(0, at-45):at], s.Quote[:min(60, len(s.Quote))])
				}
				if okE {
					end++
				}
				inner := true
				for _, q := range d.Sentences {
					if d.Tokens[q.First].Start == at {
						inner = false
					}
				}
				if inner {
					mid++
					if okS {
						midHit++
					}
				}
			}
		}
	}
	fmt.Printf("spans %d, start at a clause %.3f (exactly Start %.3f), mid-sentence ones %d/%d = %.3f, end at a clause end %.3f\n", n, float64(start)/float64(n), float64(exact)/float64(n), midHit, mid, float64(midHit)/float64(mid), float64(end)/float64(n))
}
