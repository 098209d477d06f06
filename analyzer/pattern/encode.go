package pattern

import "coach/analyzer/wire"

// Encode writes a set for Decode to read.
func (s *Set) Encode(w *wire.Writer) {
	w.String(s.words.text)
	w.Uints(s.words.ends)
	w.Uints(s.words.slots)
	w.Len(s.sets)
	w.Uint(s.anchors)
	for id := range s.words.len() {
		w.Uints(s.member.listed[id])
		w.Bool(s.negation[id])
	}
	w.Len(len(s.code))
	for _, in := range s.code {
		w.Uint(uint32(in.code))
		w.Uint(in.x)
		w.Uint(in.y)
	}
	w.Len(countStarts(s.kinds))
	w.Len(len(s.kinds))
	for _, k := range s.kinds {
		w.Len(len(k.starts))
		for _, start := range k.starts {
			w.Uint(start.word)
			w.Uint(start.pc)
		}
		w.Uints(k.always)
	}
	s.encodePatterns(w)
}

func countStarts(kinds []compiledKind) int {
	n := 0
	for _, k := range kinds {
		n += len(k.starts)
	}
	return n
}

func (s *Set) encodePatterns(w *wire.Writer) {
	w.Len(len(s.patterns))
	for _, p := range s.patterns {
		w.Uint(p.pc)
		w.Uint(p.opens)
		w.Uint(p.anchor)
		for _, n := range p.needs {
			w.Uint(n.set)
			w.Uint(n.low)
			w.Uint(n.high)
		}
		w.Len(len(p.captures))
		for _, name := range p.captures {
			w.String(name)
		}
	}
	for _, list := range s.postings {
		w.Len(len(list))
		for _, p := range list {
			w.Uint(p.pattern)
			w.Uint(p.low)
			w.Uint(p.high)
		}
	}
}

// Decode reads a set that Encode wrote. A mistake is left in r.Err.
func Decode(r *wire.Reader) *Set {
	s := &Set{words: vocabulary{text: r.String(), ends: r.Uints(), slots: r.Uints()}}
	for i := 1; i < len(s.words.ends); i++ {
		s.words.longest = max(s.words.longest, int(s.words.ends[i]-s.words.ends[i-1]))
	}
	s.sets, s.anchors = int(r.Uint()), r.Uint()
	listed := make([][]uint32, s.words.len())
	s.negation = make([]bool, s.words.len())
	for id := range listed {
		listed[id] = r.Uints()
		s.negation[id] = r.Bool()
	}
	s.code = make([]instruction, r.Len())
	for i := range s.code {
		s.code[i] = instruction{code(r.Uint()), r.Uint(), r.Uint()}
	}
	all := make([]kindStart, r.Len())
	s.kinds = make([]compiledKind, r.Len())
	for i := range s.kinds {
		n := min(r.Len(), len(all))
		starts := all[:n:n]
		all = all[n:]
		for j := range starts {
			starts[j] = kindStart{r.Uint(), r.Uint()}
		}
		s.kinds[i] = compiledKind{starts, r.Uints()}
	}
	s.decodePatterns(r)
	if r.Err == nil {
		s.member = newMembership(listed, s.sets)
	}
	return s.index()
}

func (s *Set) decodePatterns(r *wire.Reader) {
	s.patterns = make([]compiledPattern, r.Len())
	for i := range s.patterns {
		p := &s.patterns[i]
		p.pc, p.opens, p.anchor = r.Uint(), r.Uint(), r.Uint()
		for j := range p.needs {
			p.needs[j] = need{r.Uint(), r.Uint(), r.Uint()}
		}
		p.captures = make([]string, r.Len())
		for j := range p.captures {
			p.captures[j] = r.String()
		}
	}
	if r.Err != nil {
		return
	}
	s.postings = make([][]posting, s.sets)
	for i := range s.postings {
		list := make([]posting, r.Len())
		for j := range list {
			list[j] = posting{r.Uint(), r.Uint(), r.Uint()}
		}
		s.postings[i] = list
	}
}
