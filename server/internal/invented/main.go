// Invented serves the page with a report that has what rules do not say yet: elements in each of their states, the
// question about contact, and a category that nothing knows. Browser tests look at the page with them.
package main

import (
	"fmt"
	"log"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"coach/analyzer"
	"coach/server"
)

func main() {
	if err := serve(); err != nil {
		log.Fatal(err)
	}
}

func serve() error {
	s, err := server.New(server.Config{Addr: "127.0.0.1:0", Check: check})
	if err != nil {
		return err
	}
	l, err := s.Listen()
	if err != nil {
		return err
	}
	fmt.Printf("coach listens on http://%s\n", l.Addr())
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		l.Close()
	}()
	return s.Serve(l)
}

// span is where words stand in a draft, and whether they do.
func span(draft, words string) (analyzer.Span, bool) {
	at := strings.Index(draft, words)
	return analyzer.Span{Start: at, End: at + len(words)}, at >= 0
}

func check(draft string, o analyzer.Options) analyzer.Report {
	r := analyzer.Report{Role: analyzer.Betrayer, Counts: map[analyzer.Category]int{}}
	if o.NoContact {
		r.Withheld = analyzer.ForNoContact
	}
	if at, ok := span(draft, "you need space"); ok {
		r.Contact = &analyzer.ContactNote{Sign: "asked-not-to", Span: at, Quote: "you need space"}
	}
	if at, ok := span(draft, "a brand new phrase"); ok {
		f := analyzer.Finding{
			Rule: "brand-new/phrase", Category: "brand-new", Step: 12, Confidence: analyzer.Strong, Span: at, Sentence: at,
			Quote: "a brand new phrase", Title: "Something brand new", Why: "Nobody has written this reason yet.",
		}
		if r.Withheld == "" {
			f.Suggestions = []analyzer.Suggestion{{Text: "an old one", Edits: []analyzer.Edit{{Span: at, Text: "an old one"}}}}
		}
		r.Findings = append(r.Findings, f)
		r.Counts[f.Category]++
	}
	if r.Withheld == "" && draft != "" {
		r.Elements = elements(draft)
		r.Owned = len(r.Findings) == 0 && r.Elements[0].State == analyzer.Present && r.Elements[1].State == analyzer.Present
	}
	return r
}

func elements(draft string) []analyzer.Element {
	list := []analyzer.Element{
		{Name: "names-the-act", Label: "Names what you did", Quote: "I cheated", Question: "What did you do, in plain words?"},
		{Name: "owns-it", Label: "Owns it", Quote: "It was my choice", Question: "Whose choice was it?"},
		{Name: "sees-the-harm", Label: "Sees what it did to them", Quote: "I broke your trust", Question: "What has it cost them?"},
		{Name: "brand-new", Label: "Does something brand new", Quote: "I see a counsellor", Question: "What is new?"},
	}
	for i := range list {
		e := &list[i]
		if at, ok := span(draft, e.Quote); ok {
			e.State, e.Span, e.Question = analyzer.Present, at, ""
			continue
		}
		e.State, e.Quote = analyzer.Missing, ""
	}
	if at, ok := span(draft, "But you"); ok {
		list[1].State, list[1].Span, list[1].Quote = analyzer.TakenBack, at, "But you"
	}
	return list
}
