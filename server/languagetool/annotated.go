package languagetool

import (
	"encoding/json"
	"errors"
	"sort"
	"strings"

	"coach/analyzer"
)

// An annotated text is a document with the parts of it that are to be checked. Offsets are bytes of UTF-8.
type annotated struct {
	source   string    // text and markup, which the answer's offsets count
	plain    string    // text and what markup stands for, which is checked
	segments []segment // the parts of plain, in order, without gaps; none is empty
}

// A segment is a part of the plain text, and where it comes from.
type segment struct {
	plain  int           // where it starts in the plain text
	source analyzer.Span // of the source
	markup bool          // it is what a piece of markup is to be read as
}

// textOf takes the text from the parameters.
func textOf(f Form) (annotated, error) {
	text, isText := f["text"]
	data, isData := f["data"]
	switch {
	case isText && isData:
		return annotated{}, badRequest("Set only 'text' or 'data' parameter, not both")
	case isText:
		return plainText(text), nil
	case isData:
		return readData(data)
	}
	return annotated{}, badRequest("Missing 'text' or 'data' parameter")
}

func plainText(text string) annotated {
	var b builder
	b.addText(text)
	return b.build()
}

// part is an element of an annotation. Other keys, such as the offsets that npm's annotatedtext writes, are ignored.
type part struct {
	Text        *string `json:"text"`
	Markup      *string `json:"markup"`
	InterpretAs *string `json:"interpretAs"`
}

func readData(data string) (annotated, error) {
	var d struct {
		Text       *string `json:"text"`
		Annotation *[]part `json:"annotation"`
	}
	var wrongType *json.UnmarshalTypeError
	err := json.Unmarshal([]byte(data), &d)
	switch {
	case err != nil && !(errors.As(err, &wrongType) && wrongType.Field == ""):
		return annotated{}, badRequest("Could not parse JSON from 'data' parameter")
	case d.Text != nil && d.Annotation != nil:
		return annotated{}, badRequest("'data' key in JSON requires either 'text' or 'annotation' key, not both")
	case d.Text != nil:
		return plainText(*d.Text), nil
	case d.Annotation != nil:
		return annotate(*d.Annotation)
	}
	return annotated{}, badRequest("'data' key in JSON requires 'text' or 'annotation' key")
}

func annotate(parts []part) (annotated, error) {
	var b builder
	for _, p := range parts {
		switch {
		case p.Text != nil && p.Markup != nil:
			return annotated{}, badRequest("Only either 'text' or 'markup' are supported in an object in 'annotation' list, not both")
		case p.Text != nil && p.InterpretAs != nil:
			return annotated{}, badRequest("'text' cannot be used with 'interpretAs' (only 'markup' can)")
		case p.Text != nil:
			b.addText(*p.Text)
		case p.Markup != nil && p.InterpretAs != nil:
			b.addMarkup(*p.Markup, *p.InterpretAs)
		case p.Markup != nil:
			b.addMarkup(*p.Markup, "")
		default:
			return annotated{}, badRequest("Only 'text' and 'markup' are supported in 'annotation' list")
		}
	}
	return b.build(), nil
}

// A builder puts an annotated text together.
type builder struct {
	source, plain strings.Builder
	segments      []segment
}

func (b *builder) addText(text string) { b.add(text, text, false) }

func (b *builder) addMarkup(markup, interpretAs string) { b.add(markup, interpretAs, true) }

func (b *builder) add(source, plain string, markup bool) {
	start := b.source.Len()
	b.source.WriteString(source)
	if plain != "" {
		b.segments = append(b.segments, segment{b.plain.Len(), analyzer.Span{Start: start, End: b.source.Len()}, markup})
		b.plain.WriteString(plain)
	}
}

func (b *builder) build() annotated {
	return annotated{b.source.String(), b.plain.String(), b.segments}
}

// toSource gives the part of the source that a part of the plain text, which is not empty, comes from, with the markup
// inside it. What markup is read as cannot be cut: a span that touches it gets all of that markup.
func (a annotated) toSource(plain analyzer.Span) analyzer.Span {
	first, last := a.segments[a.indexAt(plain.Start)], a.segments[a.indexAt(plain.End-1)]
	source := analyzer.Span{Start: first.source.Start, End: last.source.End}
	if !first.markup {
		source.Start += plain.Start - first.plain
	}
	if !last.markup {
		source.End = last.source.Start + plain.End - last.plain
	}
	return source
}

// indexAt gives the segment that holds a byte of the plain text.
func (a annotated) indexAt(i int) int {
	return sort.Search(len(a.segments), func(n int) bool { return a.segments[n].plain > i }) - 1
}

// unmarked tells whether a part of the plain text stands in the source as it is, with no markup inside but blanks. Some
// clients have all markup read as itself.
func (a annotated) unmarked(plain analyzer.Span) bool {
	source := a.toSource(plain)
	if a.source[source.Start:source.End] != a.plain[plain.Start:plain.End] {
		return false
	}
	for _, s := range a.segments[a.indexAt(plain.Start) : a.indexAt(plain.End-1)+1] {
		if s.markup && strings.TrimSpace(a.source[s.source.Start:s.source.End]) != "" {
			return false
		}
	}
	return true
}
