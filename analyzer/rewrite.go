package analyzer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"coach/analyzer/text"
)

// A rewriter fills the templates of rules for one draft, in the draft's register, without saying a thing twice.
type rewriter struct {
	doc      *text.Document
	register register
	said     map[string]bool   // stance sentences that an earlier finding offers, in lower case
	held     map[string]bool   // whether the draft holds a stance sentence or one like it, for those asked for
	lower    string            // the draft in lower case, once it was needed
	clean    func(Edit) bool   // whether the draft has no finding where an edit was made
	owns     func(string) bool // whether a sentence owns the deed; nil where the draft does not do so yet
}

func newRewriter(doc *text.Document, clean func(Edit) bool) *rewriter {
	return &rewriter{doc: doc, register: registerOf(doc), said: map[string]bool{}, held: map[string]bool{}, clean: clean}
}

// suggestions fills every template of a finding's rule. One whose sentences the draft or an earlier finding holds
// already is left out, unless nothing else would remain: "that was my choice" ten times over is a chant. A writer who owns
// the deed is not offered to own it again.
func (w *rewriter) suggestions(k *candidate) []Suggestion {
	all, fresh := []Suggestion{}, []Suggestion{}
	for _, t := range k.rule.Rewrites {
		s, ok := w.offer(k, t)
		if !ok {
			continue
		}
		all = append(all, s)
		if !w.repeats(t) {
			fresh = append(fresh, s)
		}
	}
	for _, t := range k.rule.Rewrites {
		w.note(t)
	}
	if len(fresh) > 0 {
		return fresh
	}
	if w.owns == nil {
		return all
	}
	if s, ok := w.offer(k, Rewrite{Title: leaveOut}); ok {
		return []Suggestion{s}
	}
	return all
}

// leaveOut is the title of the suggestion that a writer gets who owns the deed already, where a rule has nothing else.
const leaveOut = "Leave it out"

// offer fills a template and reads the draft again with it; ok is false where it does not fit or does not come out clean.
func (w *rewriter) offer(k *candidate, t Rewrite) (s Suggestion, ok bool) {
	s, ok = w.fill(k, t)
	if ok && t.Text == "" && !w.clean(s.Edits[0]) {
		s.Edits[0] = w.takeOutSentence(k)
	}
	return s, ok && w.clean(s.Edits[0])
}

func (w *rewriter) repeats(t Rewrite) bool {
	for _, s := range stanceSentences(t.Text) {
		if w.said[s] || w.holds(s) {
			return true
		}
	}
	return false
}

// holds tells whether the draft has a sentence already.
func (w *rewriter) holds(sentence string) bool {
	held, known := w.held[sentence]
	if !known {
		if w.lower == "" {
			w.lower = strings.ToLower(w.doc.Text)
		}
		held = strings.Contains(w.lower, sentence) || w.owns != nil && w.owns(sentence)
		w.held[sentence] = held
	}
	return held
}

func (w *rewriter) note(t Rewrite) {
	for _, s := range stanceSentences(t.Text) {
		w.said[s] = true
	}
}

// stanceSentences gives the sentences of a template that hold neither a capture nor a blank, in lower case.
func stanceSentences(template string) []string {
	var list []string
	for _, s := range strings.FieldsFunc(template, func(r rune) bool { return strings.ContainsRune(".?!", r) }) {
		s = strings.ToLower(strings.TrimSpace(s))
		if s != "" && !strings.ContainsAny(s, "{[") {
			list = append(list, s)
		}
	}
	return list
}

func (w *rewriter) fill(k *candidate, t Rewrite) (Suggestion, bool) {
	region := w.region(k)
	if t.Text == "" {
		edit, ok := w.takeOut(k, region)
		return Suggestion{Title: t.Title, Edits: []Edit{edit}, Blanks: []string{}}, ok
	}
	words, ok := w.captured(k, t.Text)
	if !ok {
		return Suggestion{}, false
	}
	words = w.register.dress(words, w.place(k, region))
	edit := Edit{region, words}
	return Suggestion{Title: t.Title, Text: words, Edits: []Edit{edit}, Blanks: blanks(words)}, true
}

// captured puts the draft's own words in for {name}. A template whose capture is empty is not offered.
func (w *rewriter) captured(k *candidate, template string) (string, bool) {
	for i, name := range k.pack.Patterns.Captures(k.match.Pattern) {
		r := k.match.Captures[i]
		if r.Last > r.First {
			words := w.doc.Text[w.doc.Tokens[r.First].Start:w.doc.Tokens[r.Last-1].End]
			template = strings.ReplaceAll(template, "{"+name+"}", words)
		}
	}
	return template, !strings.Contains(template, "{")
}

// blanks gives what stands between [ and ].
func blanks(s string) []string {
	list := []string{}
	for {
		_, rest, open := strings.Cut(s, "[")
		blank, after, closed := strings.Cut(rest, "]")
		if !open || !closed {
			return list
		}
		list = append(list, blank)
		s = after
	}
}

// region gives the bytes a rewrite replaces: the clauses of the finding or its sentences, with the end marks behind
// them, because "How long …?" may become a statement.
func (w *rewriter) region(k *candidate) Span {
	first, last := &w.doc.Clauses[k.clauses[0]], &w.doc.Clauses[k.clauses[1]]
	region := Span{min(first.Start, k.span.Start), max(last.End, k.span.End)}
	if k.rule.Sentence {
		region = Span{w.doc.Sentences[first.Sentence].Start, w.doc.Sentences[last.Sentence].End}
	}
	for region.End < len(w.doc.Text) && strings.IndexByte(".?!", w.doc.Text[region.End]) >= 0 {
		region.End++
	}
	return region
}

// place says where in its sentence a region stands.
type place struct {
	opens  bool // it begins its sentence
	closes bool // it ends its sentence
	marked bool // the sentence had an end mark
}

func (w *rewriter) place(k *candidate, region Span) place {
	first := w.doc.Sentences[w.doc.Clauses[k.clauses[0]].Sentence]
	last := w.doc.Sentences[w.doc.Clauses[k.clauses[1]].Sentence]
	return place{
		opens:  k.clauses[0] == first.FirstClause,
		closes: k.clauses[1] == last.LastClause-1,
		marked: region.End > 0 && strings.IndexByte(".?!", w.doc.Text[region.End-1]) >= 0,
	}
}

// takeOut removes the finding with what joins it to its neighbours. Where that would leave a sentence of a capitalising
// writer without its capital, the phrase cannot be taken out without touching other words, and ok is false.
func (w *rewriter) takeOut(k *candidate, region Span) (edit Edit, ok bool) {
	p := w.place(k, region)
	switch {
	case p.opens && p.closes:
		return Edit{Span: w.withBlanks(region)}, true
	case p.closes:
		return Edit{Span: Span{w.doc.Clauses[k.clauses[0]].Lead, w.doc.Clauses[k.clauses[1]].End}}, true
	case p.opens:
		next := w.doc.Clauses[k.clauses[1]+1].Start
		return Edit{Span: Span{region.Start, next}}, w.register.lower || startsUpper(w.doc.Text[next:])
	}
	return Edit{Span: Span{w.doc.Clauses[k.clauses[0]].Lead, w.doc.Clauses[k.clauses[1]].End}}, true
}

// takeOutSentence removes the sentences of a finding: where what would remain of them is pointed at itself ("it only
// happened because …"), there is nothing in them to keep.
func (w *rewriter) takeOutSentence(k *candidate) Edit {
	first := w.doc.Sentences[w.doc.Clauses[k.clauses[0]].Sentence]
	last := w.doc.Sentences[w.doc.Clauses[k.clauses[1]].Sentence]
	return Edit{Span: w.withBlanks(Span{first.Start, last.End})}
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// withBlanks adds the blanks behind a sentence, or before it where it is the last of its line.
func (w *rewriter) withBlanks(s Span) Span {
	end := s.End
	for end < len(w.doc.Text) && w.doc.Text[end] == ' ' {
		end++
	}
	if end < len(w.doc.Text) && w.doc.Text[end] != '\n' && w.doc.Text[end] != '\r' {
		return Span{s.Start, end}
	}
	for s.Start > 0 && w.doc.Text[s.Start-1] == ' ' {
		s.Start--
	}
	return Span{s.Start, end}
}
