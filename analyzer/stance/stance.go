// Package stance finds the parts of a draft that the writer does not stand by: quoted, reported, denied and disowned
// words. It follows ConText (Harkema et al., "ConText: An algorithm for determining negation, experiencer, and
// temporal status from clinical reports", 2009) as medspaCy words it: cues are data, each with a direction, a reach
// and words that end it.
package stance

import (
	"coach/analyzer/pattern"
	"coach/analyzer/text"
)

// Kind is why the writer does not stand by some words.
type Kind string

// The kinds.
const (
	Quoted   Kind = "quoted"   // between quotation marks, or in a reply line
	Reported Kind = "reported" // said or thought by somebody else, or by the writer once
	Denied   Kind = "denied"   // "I'm not saying …"
	Disowned Kind = "disowned" // "… and that was a lie"
)

// Direction is where the words are that a cue is about.
type Direction string

// The directions.
const (
	Forward  Direction = "forward"
	Backward Direction = "backward"
)

// Reach is how far a cue goes.
type Reach string

// The reaches.
const (
	Clause   Reach = "clause"   // to the border of the clause that follows or precedes it
	Sentence Reach = "sentence" // to the border of its sentence
	Next     Reach = "next"     // to the far border of the neighbouring sentence
)

// A Cue is a family of phrases that set words aside.
type Cue struct {
	Name      string
	Kind      Kind
	Direction Direction
	Reach     Reach
	Match     []int // patterns of the cue
	Except    []int // patterns that look like the cue and are none; one that overlaps it cancels it
	Until     []int // patterns that end its reach
}

// A Scope is a run of tokens that is set aside, and the cue that does it.
type Scope struct {
	Kind  Kind
	Range pattern.Range
	Cue   pattern.Range
}

// Quotes gives a scope for every quotation and every reply line.
func Quotes(doc *text.Document) []Scope {
	var scopes []Scope
	for _, q := range doc.Quotes {
		r := tokensIn(doc, q)
		scopes = append(scopes, Scope{Quoted, r, pattern.Range{}})
	}
	for _, s := range doc.Sentences {
		if s.Reply {
			scopes = append(scopes, Scope{Quoted, pattern.Range{First: s.First, Last: s.Last}, pattern.Range{}})
		}
	}
	return scopes
}

func tokensIn(doc *text.Document, span text.Span) pattern.Range {
	first := doc.TokenAt(span.Start)
	last := first
	for last < len(doc.Tokens) && doc.Tokens[last].Start < span.End {
		last++
	}
	return pattern.Range{First: first, Last: last}
}

// Scope gives what a cue found at a match sets aside; ok is false where an exception cancels the cue.
func (c *Cue) Scope(doc *text.Document, m *pattern.Matcher, match pattern.Match) (scope Scope, ok bool) {
	at := pattern.Range{First: match.First, Last: match.Last}
	for _, id := range c.Except {
		if found, ok := m.Find(id, around(doc, at)); ok && found.First < at.Last && found.Last > at.First {
			return Scope{}, false
		}
	}
	if match.Marked {
		at = match.Mark
	}
	return Scope{c.Kind, c.stop(m, c.reach(doc, at)), at}, true
}

func (c *Cue) reach(doc *text.Document, at pattern.Range) pattern.Range {
	sentence := doc.SentenceOf(at.First)
	if c.Direction == Backward {
		return pattern.Range{First: max(c.backTo(doc, sentence, at.First), at.First-furthest), Last: at.Last}
	}
	return pattern.Range{First: at.First, Last: min(c.forwardTo(doc, sentence, at.Last), at.Last+furthest)}
}

func (c *Cue) forwardTo(doc *text.Document, sentence, last int) int {
	switch c.Reach {
	case Clause:
		if last < doc.Sentences[sentence].Last {
			return doc.Clauses[doc.ClauseOf(last)].Last
		}
		return last
	case Next:
		return doc.Sentences[min(sentence+1, len(doc.Sentences)-1)].Last
	}
	return doc.Sentences[sentence].Last
}

func (c *Cue) backTo(doc *text.Document, sentence, first int) int {
	switch c.Reach {
	case Clause:
		clause := doc.ClauseOf(first)
		if clause > doc.Sentences[sentence].FirstClause && doc.Clauses[clause].First >= first-1 {
			clause--
		}
		return doc.Clauses[clause].First
	case Next:
		return doc.Sentences[max(sentence-1, 0)].First
	}
	return doc.Sentences[sentence].First
}

// stop cuts a forward reach at the first of the words that end it.
func (c *Cue) stop(m *pattern.Matcher, r pattern.Range) pattern.Range {
	if c.Direction == Backward {
		return r
	}
	for _, id := range c.Until {
		if found, ok := m.Find(id, r); ok {
			r.Last = min(r.Last, found.First)
		}
	}
	return r
}

// furthest bounds a reach in tokens, for sentences that never end.
const furthest = 100

// around gives the tokens in which an exception to a cue may begin.
func around(doc *text.Document, at pattern.Range) pattern.Range {
	s := doc.Sentences[doc.SentenceOf(at.First)]
	return pattern.Range{First: max(s.First, at.First-exceptionBefore), Last: at.Last}
}

// exceptionBefore is the number of tokens by which an exception may begin before its cue.
const exceptionBefore = 12
