package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A builder turns raws into the tokens of a document, and the tokens into sentences and clauses.
type builder struct {
	doc  *Document
	raws []raw
	low  string // the draft with its ASCII letters in lower case, byte for byte as long
	lexicon
	speech  speech
	ends    int     // how many raws end a sentence
	replies bool    // there may be reply lines
	classes []class // of each token
	scratch [6]part
	root    [1]part // the word that clitics were taken off
	cutter  cutter
}

// lower is s with its ASCII letters in lower case, and so with every offset kept.
func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' {
			return lowerFrom(s, i)
		}
	}
	return s
}

func lowerFrom(s string, i int) string {
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:i])
	for ; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		b.WriteByte(c)
	}
	return b.String()
}

// lookUp finds the lexicon's entry of every word and the dialects that are spoken.
func (b *builder) lookUp() {
	var heard [dialects]int
	var buf [64]byte
	for i := range b.raws {
		r := &b.raws[i]
		if r.kind > linkKind {
			if r.kind == endKind || r.kind == newlineKind {
				b.ends++
			}
			continue
		}
		w := b.low[r.start:r.end]
		var e *entry
		switch {
		case r.plain:
			e = b.words[w]
		case len(w) < len(buf):
			e = b.words[string(appendKey(buf[:0], w))]
		}
		if e == nil {
			continue
		}
		r.entry = e.number
		for d := 0; e.cue != 0 && d < len(heard); d++ {
			heard[d] += int(e.cue >> d & 1)
		}
	}
	for d, n := range heard {
		if n >= cuesNeeded {
			b.speech |= 1 << d
		}
	}
}

// key is a word as the lexicon spells it.
func (b *builder) key(r *raw) string {
	w := b.low[r.start:r.end]
	if r.plain {
		return w
	}
	var buf [64]byte
	if k := appendKey(buf[:0], w); string(k) != w {
		return string(k)
	}
	return w
}

// appendKey appends w in lower case, with straight apostrophes and without invisible characters.
func appendKey(k []byte, w string) []byte {
	for i := 0; i < len(w); {
		if c := w[i]; c < utf8.RuneSelf && c != '`' {
			k = append(k, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(w[i:])
		switch {
		case isApostrophe(r):
			k = append(k, '\'')
		case r == '\u2010' || r == '\u2011':
			k = append(k, '-')
		case isZeroWidth(r):
		default:
			k = utf8.AppendRune(k, unicode.ToLower(r))
		}
		i += n
	}
	return k
}

// emit makes the tokens.
func (b *builder) emit() {
	for i := range b.raws {
		r := &b.raws[i]
		switch {
		case r.kind > linkKind:
			b.add(r, part{norm: b.markNorm(r)}, markOf(r.kind))
		case r.entry != 0 && b.numbered[r.entry].class.is(soft):
			b.add(r, part{norm: b.numbered[r.entry].word}, Soft)
		case r.kind == linkKind:
			b.add(r, part{norm: b.key(r)}, Word)
		case r.plain && b.isKiss(i):
			b.add(r, part{norm: "x"}, Soft)
		default:
			first := len(b.doc.Tokens)
			for _, p := range b.meaning(i) {
				b.add(r, p, Word)
			}
			b.doc.Tokens[first].Upper = r.upper
		}
	}
}

func (b *builder) add(r *raw, p part, m Mark) {
	b.doc.Tokens = append(b.doc.Tokens, Token{Start: int(r.start), End: int(r.end), Norm: p.norm, Alt: p.alt, Mark: m})
	b.classes = append(b.classes, p.class)
}

// isKiss reports whether raw i is one of the x that close a message: xx, xoxo, or a single x with no word behind it.
func (b *builder) isKiss(i int) bool {
	r := &b.raws[i]
	w := b.low[r.start:r.end]
	for _, c := range []byte(w) {
		if c != 'x' && c != 'o' {
			return false
		}
	}
	if w[0] != 'x' || len(w) > 8 {
		return false
	}
	return len(w) > 1 || i > 0 && (i+1 == len(b.raws) || b.raws[i+1].kind > linkKind)
}

// meaning is the words that raw i stands for.
func (b *builder) meaning(i int) []part {
	r := &b.raws[i]
	if r.entry == 0 {
		return b.unlisted(r)
	}
	e := b.numbered[r.entry]
	if e.choice != nil {
		return e.choice.parts(b.around(i))
	}
	return b.listed(e)
}

// listed is the meaning of an entry that needs no neighbours.
func (b *builder) listed(e *entry) []part {
	if e.parts != nil && (e.sure || e.needs&b.speech != 0) {
		return e.parts
	}
	return e.self[:]
}

// around collects the neighbours of raw i.
func (b *builder) around(i int) around {
	r := &b.raws[i]
	n := around{upper: r.upper, caps: r.upper && b.allCaps(r), speech: b.speech}
	n.prev = b.earlier(1)
	if n.prev.norm != "" {
		n.before = b.earlier(2)
	}
	if n.next = b.upcoming(i + 1); n.next.norm != "" {
		n.after = b.upcoming(i + 2)
	}
	return n
}

// earlier is the kth token before the one to come, if it is a word.
func (b *builder) earlier(k int) part {
	i := len(b.doc.Tokens) - k
	if i < 0 || b.doc.Tokens[i].Mark != Word {
		return part{}
	}
	return part{norm: b.doc.Tokens[i].Norm, class: b.classes[i]}
}

// upcoming is the first word that raw i stands for, without asking its neighbours in turn.
func (b *builder) upcoming(i int) part {
	if i >= len(b.raws) || b.raws[i].kind >= linkKind {
		return part{}
	}
	r := &b.raws[i]
	if r.entry == 0 {
		return b.unlisted(r)[0]
	}
	return b.listed(b.numbered[r.entry])[0]
}

func (b *builder) allCaps(r *raw) bool {
	for _, c := range []byte(b.doc.Text[r.start:r.end]) {
		if c >= 'a' && c <= 'z' {
			return false
		}
	}
	return true
}

func markOf(k kind) Mark {
	switch k {
	case endKind, newlineKind, quoteKind:
		return Wall
	}
	return Soft
}

// markNorm is one character for a mark however often it is written; emoji stand as they are.
func (b *builder) markNorm(r *raw) string {
	s := b.doc.Text[r.start:r.end]
	switch r.kind {
	case newlineKind, wrapKind:
		return "\n"
	case quoteKind:
		return `"`
	case dotsKind:
		return "…"
	case endKind:
		return endNorm(s)
	}
	if s[0] < utf8.RuneSelf {
		return s[:1]
	}
	return s
}

func endNorm(s string) string {
	switch {
	case strings.ContainsAny(s, "?？"):
		return "?"
	case strings.ContainsAny(s, "!！"):
		return "!"
	}
	return "."
}
