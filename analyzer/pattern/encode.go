package pattern

import "coach/analyzer/wire"

func packKinds(kinds []compiledKind) (starts, always wire.Lists) {
	s, a := make([][]uint32, len(kinds)), make([][]uint32, len(kinds))
	for i, k := range kinds {
		for _, start := range k.starts {
			s[i] = append(s[i], start.word, start.pc)
		}
		a[i] = k.always
	}
	return wire.PackLists(s), wire.PackLists(a)
}

func packPatterns(patterns []compiledPattern) wire.Uint32s {
	list := make([]uint32, 0, patternSize*len(patterns))
	for _, p := range patterns {
		list = append(list, p.pc, p.opens, p.anchor)
		for _, n := range p.needs {
			list = append(list, n.set, joined(n.low, n.high))
		}
	}
	return wire.Pack(list)
}

func packPostings(postings [][]posting) wire.Lists {
	lists := make([][]uint32, len(postings))
	for set, list := range postings {
		for _, p := range list {
			lists[set] = append(lists[set], p.pattern, joined(p.low, p.high))
		}
	}
	return wire.PackLists(lists)
}

// Encode writes a set for Decode to read.
func (s *Set) Encode(w *wire.Writer) {
	w.String(s.words.text)
	w.String(string(s.words.ends))
	w.String(string(s.words.slots))
	w.Len(s.words.longest)
	w.Lists(s.member.listed)
	w.String(string(s.member.rows))
	w.String(string(s.member.bits))
	w.Uint(s.anchors)
	w.Uint(s.negation)
	w.String(string(s.code))
	w.Lists(s.starts)
	w.Lists(s.always)
	w.String(string(s.patterns))
	w.Lists(s.postings)
	s.encodeCaptures(w)
}

// encodeCaptures writes the names of the few patterns that remember something.
func (s *Set) encodeCaptures(w *wire.Writer) {
	n := 0
	for _, names := range s.captures {
		n += min(len(names), 1)
	}
	w.Len(n)
	for p, names := range s.captures {
		if len(names) == 0 {
			continue
		}
		w.Len(p)
		w.Len(len(names))
		for _, name := range names {
			w.String(name)
		}
	}
}

// Decode reads a set that Encode wrote; its tables share the memory of the data. A mistake is left in r.Err.
func Decode(r *wire.Reader) *Set {
	s := &Set{
		words:    vocabulary{r.String(), wire.Uint32s(r.String()), wire.Uint32s(r.String()), int(r.Uint())},
		member:   membership{r.Lists(), wire.Uint32s(r.String()), wire.Uint64s(r.String())},
		anchors:  r.Uint(),
		negation: r.Uint(),
		code:     wire.Uint64s(r.String()),
		starts:   r.Lists(),
		always:   r.Lists(),
		patterns: wire.Uint32s(r.String()),
		postings: r.Lists(),
	}
	s.captures = make([][]string, s.Len())
	for range r.Len() {
		p, names := int(r.Uint()), make([]string, r.Len())
		for i := range names {
			names[i] = r.String()
		}
		if p < len(s.captures) {
			s.captures[p] = names
		}
	}
	return s.index()
}
