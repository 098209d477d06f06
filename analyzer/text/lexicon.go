package text

import (
	"strings"
	"sync"
)

// An entry is what the lexicon knows about one spelling.
type entry struct {
	word   string  // the spelling itself, so that no draft needs a copy of it
	parts  []part  // the words it stands for; nil where it stands for itself
	choice *choice // its neighbours decide what it stands for
	cue    speech  // the dialects whose mark it is
	sure   bool    // parts hold in any dialect
	needs  speech  // else only where one of these is spoken
	class  class   // of the word itself
	self   [1]part // the word as a part of its own
	number uint32
}

// speech is a set of dialects.
type speech uint8

// A part is one normalised word of a spelling.
type part struct {
	norm, alt string
	class     class
}

// A lexicon holds the entries by spelling, and by number from 1, since numbers keep the collector out of a draft's raws.
type lexicon struct {
	words    map[string]*entry
	numbered []*entry
}

// english is built at the first Parse of a process, which takes 1.4 to 2 ms; what never parses never pays.
var english = sync.OnceValue(func() lexicon {
	m := make(map[string]*entry, 6144)
	addClasses(m)
	addVerbs(m)
	for from, to := range folds() {
		if from != to {
			e := entryOf(m, from)
			e.parts, e.sure = parseParts(to), true
		}
	}
	addSpellings(m, contractions, entry{sure: true})
	addSpellings(m, shorthand, entry{sure: true})
	for d, t := range dialectTables {
		addSpellings(m, t.sure, entry{sure: true, cue: 1 << d})
		addSpellings(m, t.cues, entry{cue: 1 << d, needs: 1 << d})
		addSpellings(m, t.needCompany, entry{needs: 1 << d})
	}
	for w := range strings.FieldsSeq(particles) {
		entryOf(m, w).class |= soft
	}
	for i := range ambiguities {
		addChoice(m, &ambiguities[i])
	}
	numbered := make([]*entry, 1, len(m)+1)
	for _, e := range m {
		e.number = uint32(len(numbered))
		numbered = append(numbered, e)
		e.self[0] = part{norm: e.word, class: classIn(m, e.word)}
		classify(m, e.parts)
		for c := e.choice; c != nil; c = c.next {
			classify(m, c.meant)
			classify(m, c.other)
		}
	}
	return lexicon{m, numbered}
})

func entryOf(m map[string]*entry, w string) *entry {
	e := m[w]
	if e == nil {
		e = &entry{word: w}
		m[w] = e
	}
	return e
}

// addSpellings reads lines of the form "did not: didnt dint" and gives the entries what like has. A spelling of two
// dialects keeps its first meaning.
func addSpellings(m map[string]*entry, table string, like entry) {
	for line := range strings.Lines(table) {
		meaning, written, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		parts := parseParts(meaning)
		for w := range strings.FieldsSeq(written) {
			e := entryOf(m, w)
			if e.parts == nil {
				e.parts = parts
			}
			e.sure = e.sure || like.sure
			e.cue |= like.cue
			e.needs |= like.needs
		}
	}
}

func parseParts(meaning string) []part {
	fields := strings.Fields(meaning)
	parts := make([]part, len(fields))
	for i, w := range fields {
		parts[i].norm, parts[i].alt, _ = strings.Cut(w, "/")
	}
	return parts
}

func addChoice(m map[string]*entry, a *ambiguity) {
	for w := range strings.FieldsSeq(a.written) {
		c := &choice{when: a.when, meant: parseParts(a.meant), other: parseParts(a.other)}
		if a.other == "" {
			c.other = parseParts(w)
		}
		e := entryOf(m, w)
		if e.choice == nil {
			e.choice = c
		} else {
			e.choice.next = c
		}
	}
}

func classify(m map[string]*entry, parts []part) {
	for i := range parts {
		parts[i].class = classIn(m, parts[i].norm)
	}
}

func addClasses(m map[string]*entry) {
	for _, t := range wordClasses {
		for w := range strings.FieldsSeq(t.words) {
			entryOf(m, w).class |= t.class | listed
		}
	}
	for w := range strings.FieldsSeq(nounsToo) {
		entryOf(m, w).class |= noun
	}
}

// addVerbs adds the base forms of all verbs and the irregular past forms; regular ones are read off their endings.
func addVerbs(m map[string]*entry) {
	for w := range strings.FieldsSeq(commonVerbs) {
		entryOf(m, w).class |= base | listed
	}
	for v, f := range irregular() {
		entryOf(m, v).class |= base | listed
		for _, w := range f.past {
			entryOf(m, w).class |= past | listed
		}
		for _, w := range f.participle {
			entryOf(m, w).class |= participle | listed
		}
	}
	for _, w := range []string{"be", "been", "being"} {
		e := entryOf(m, w)
		e.class &^= past | third
		e.class |= listed
	}
	entryOf(m, "be").class |= base
	entryOf(m, "been").class |= participle
	entryOf(m, "being").class |= ing
}

// classIn is the class of a word: that of its entry and what its ending says.
func classIn(m map[string]*entry, w string) class {
	var c class
	if e := m[w]; e != nil {
		if c = e.class; c.is(listed) && !c.is(noun|believes|tells|adjective) {
			return c
		}
	}
	return c | classByEnding(m, w)
}

// classByEnding reads verb forms and adverbs off their endings.
func classByEnding(m map[string]*entry, w string) class {
	n := len(w)
	switch {
	case n > 0 && isDigit(w[0]):
		return number
	case n < 4:
		return 0
	case strings.HasSuffix(w, "ing"):
		if v := stemOf(m, w[:n-3]); v != nil {
			return ing | v.class&(believes|tells)
		}
	case strings.HasSuffix(w, "ed"):
		v := stemOf(m, w[:n-2])
		if v == nil && w[n-3] == 'i' {
			v = verbOf(m, w[:n-3]+"y")
		}
		if v != nil {
			return past | participle | v.class&(believes|tells)
		}
		return participle
	case strings.HasSuffix(w, "ly"):
		return adverb
	case w[n-1] == 's':
		return thirdByEnding(m, w)
	}
	return 0
}

func thirdByEnding(m map[string]*entry, w string) class {
	n := len(w)
	stems := [3]string{w[:n-1]}
	if strings.HasSuffix(w, "es") {
		stems[1] = w[:n-2]
	}
	if strings.HasSuffix(w, "ies") {
		stems[2] = w[:n-3] + "y"
	}
	for _, s := range stems {
		if e := m[s]; e != nil && e.class.is(base) {
			return third | e.class&(noun|believes|tells)
		}
	}
	return 0
}

// stemOf is the verb of which s is the rest of a form in -ing or -ed, with an e or a doubled letter mended, or nil.
func stemOf(m map[string]*entry, s string) *entry {
	n := len(s)
	if n < 2 {
		return nil
	}
	if e := verbOf(m, s); e != nil {
		return e
	}
	if s[n-1] == s[n-2] {
		if e := verbOf(m, s[:n-1]); e != nil {
			return e
		}
	}
	return verbOf(m, s+"e")
}

func verbOf(m map[string]*entry, s string) *entry {
	if e := m[s]; e != nil && e.class.is(base) {
		return e
	}
	return nil
}
