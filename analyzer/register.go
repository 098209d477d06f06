package analyzer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"coach/analyzer/text"
)

// register is how a draft is written, as far as a suggestion has to follow it.
type register struct {
	lower       bool // sentences begin in lower case
	lowerI      bool // "i" for "I"
	stops       bool // sentences that end a line have an end mark
	apostrophes bool // "don't" rather than "dont"
}

func registerOf(doc *text.Document) register {
	var r register
	var upper, lower, bigI, smallI, with, without int
	for _, s := range doc.Sentences {
		first, _ := utf8.DecodeRuneInString(doc.Text[s.Start:s.End])
		switch {
		case unicode.IsUpper(first):
			upper++
		case unicode.IsLower(first):
			lower++
		}
	}
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		word := doc.Text[t.Start:t.End]
		switch {
		case t.Norm == "i" && strings.HasPrefix(word, "I"):
			bigI++
		case t.Norm == "i" && strings.HasPrefix(word, "i"):
			smallI++
		case contracted(t.Norm) && strings.ContainsAny(word, "'’"):
			with++
		case contracted(t.Norm) && !strings.EqualFold(word, t.Norm):
			without++
		}
	}
	r.lower, r.lowerI = lower > upper, smallI > bigI
	r.stops = !r.lower || strings.Contains(doc.Text, ". ") || strings.HasSuffix(strings.TrimSpace(doc.Text), ".")
	r.apostrophes = with >= without
	return r
}

// contracted names the words that contractions end in.
func contracted(norm string) bool {
	switch norm {
	case "not", "am", "are", "is", "have", "will", "would":
		return true
	}
	return false
}

// dress puts a suggestion into the draft's register and fits it into its place.
func (r register) dress(s string, p place) string {
	if !p.opens || r.lower {
		s = lowerFirst(s, r.lowerI)
	}
	if r.lower {
		s = lowerSentences(s)
	}
	if r.lowerI {
		s = lowerI(s)
	}
	if !r.apostrophes {
		s = dropApostrophes(s)
	}
	if !p.closes || !p.marked && !r.stops {
		s = strings.TrimSuffix(s, ".")
	}
	return s
}

// lowerFirst lowers the first letter, but keeps "I" and its contractions where the draft writes them large.
func lowerFirst(s string, small bool) string {
	first, size := utf8.DecodeRuneInString(s)
	if first == 'I' && !small && (len(s) == 1 || !unicode.IsLetter(rune(s[1]))) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

// lowerSentences lowers the letter after an end mark and a blank.
func lowerSentences(s string) string {
	out := []byte(s)
	for i := 2; i < len(out); i++ {
		if out[i-1] == ' ' && strings.IndexByte(".?!", out[i-2]) >= 0 && out[i] >= 'A' && out[i] <= 'Z' {
			out[i] += 'a' - 'A'
		}
	}
	return string(out)
}

// lowerI writes "i" for every "I" that stands alone or is contracted.
func lowerI(s string) string {
	out := []byte(s)
	for i, b := range out {
		letterBefore := i > 0 && isASCIILetter(out[i-1])
		letterAfter := i+1 < len(out) && isASCIILetter(out[i+1])
		if b == 'I' && !letterBefore && !letterAfter {
			out[i] = 'i'
		}
	}
	return string(out)
}

func isASCIILetter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' }

// dropApostrophes writes "dont" for "don't", and keeps them outside words and where another word would come out: "I'll".
func dropApostrophes(s string) string {
	var b strings.Builder
	for i := range len(s) {
		inWord := s[i] == '\'' && i > 0 && isASCIILetter(s[i-1]) && i+1 < len(s) && isASCIILetter(s[i+1])
		if !inWord || strings.HasPrefix(s[i:], "'ll") || strings.HasPrefix(s[i:], "'re") || strings.HasPrefix(s[i:], "'d") {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}
