package text

import (
	"strings"

	"coach/analyzer/text/wordlist"
)

// longestWord is the length in bytes up to which the spelling of a word is looked into.
const longestWord = 40

// The words that apostrophes leave behind. The reading that is more frequent in messages comes first.
var (
	partNot   = part{norm: "not", class: negation | adverb | listed}
	partIs    = part{norm: "is", alt: "has", class: auxiliary | listed}
	partOwner = part{norm: "'s", alt: "is"}
	partWould = part{norm: "would", alt: "had", class: auxiliary | modal | listed}
	partWill  = part{norm: "will", class: auxiliary | modal | listed}
	partHave  = part{norm: "have", class: auxiliary | base | listed}
	partAre   = part{norm: "are", class: auxiliary | listed}
	partAm    = part{norm: "am", class: auxiliary | listed}
)

// clitics are what may stand at the end of a word.
var clitics = []struct {
	written string
	part    part
}{
	{"n't", partNot},
	{"'nt", partNot},
	{"'ve", partHave},
	{"'ll", partWill},
	{"'re", partAre},
	{"'d", partWould},
	{"'m", partAm},
	{"'s", partOwner},
	{"s'", partOwner},
}

// unlisted is the meaning of a word that the lexicon does not hold.
func (b *builder) unlisted(r *raw) []part {
	key := b.key(r)
	if r.kind == numberKind {
		return b.single(part{norm: key, class: number})
	}
	if len(key) > longestWord {
		return b.single(part{norm: key})
	}
	if !r.plain && strings.IndexByte(key, '-') > 0 {
		if parts := b.stutter(key); parts != nil {
			return parts
		}
	}
	if !r.plain && strings.IndexByte(key, '\'') >= 0 {
		return b.apart(key)
	}
	if e := b.respelt(key); e != nil {
		return b.listed(e)
	}
	if strings.Contains(key, "iz") {
		key = Fold(key)
	}
	if full := b.fullIng(key); full != "" {
		key = full
	}
	return b.single(part{norm: key, class: classIn(b.words, key)})
}

func (b *builder) single(p part) []part {
	b.scratch[0] = p
	return b.scratch[:1]
}

// apart takes the clitics off a word: couldn't've → could, not, have.
func (b *builder) apart(key string) []part {
	n := len(b.scratch)
	stem := key
	for n > 2 {
		i := cliticAt(stem)
		if i < 0 {
			break
		}
		n--
		b.scratch[n] = clitics[i].part
		cut := len(clitics[i].written)
		if clitics[i].written == "s'" {
			cut = 1
		}
		stem = stem[:len(stem)-cut]
	}
	out := b.scratch[n:]
	head := b.stem(stem)
	if len(out) > 0 && out[0] == partOwner && head[len(head)-1].class.is(nominative|pronoun|question) {
		out[0] = partIs
	}
	if len(head) > n {
		head = head[:n]
	}
	return append(b.scratch[:0:n], append(head[:len(head):len(head)], out...)...)
}

func cliticAt(w string) int {
	for i, c := range clitics {
		if len(w) > len(c.written) && strings.HasSuffix(w, c.written) {
			return i
		}
	}
	return -1
}

// stem is the meaning of what is left of a word without its clitics.
func (b *builder) stem(w string) []part {
	if e := b.words[w]; e != nil {
		if e.choice != nil {
			// Its neighbours are a clitic and no word of a class, as for the u of "u'll".
			return e.choice.parts(around{prev: part{norm: "x"}, next: part{norm: "x"}})
		}
		return b.listed(e)
	}
	if strings.HasSuffix(w, "in'") {
		w = w[:len(w)-1] + "g"
	}
	if bare := strings.Trim(w, "'"); bare != "" {
		w = bare
	}
	b.root[0] = part{norm: w, class: classIn(b.words, w)}
	return b.root[:]
}

// respelt is the entry of a lengthened word, sooooo or pleaaase, or nil.
func (b *builder) respelt(w string) *entry {
	run := longestRun(w)
	if run < 2 || run == 2 && (len(w) < 3 || w[len(w)-1] != w[len(w)-2] || wordlist.Has(w)) {
		return nil
	}
	var buf [longestWord]byte
	if run > 2 {
		if e := b.words[string(squeeze(buf[:0], w, 2))]; e != nil && (e.sure || e.needs == 0) {
			return e
		}
	}
	return b.words[string(squeeze(buf[:0], w, 1))]
}

// longestRun is how often one letter follows itself, at most.
func longestRun(w string) int {
	most, run := 0, 0
	for i := 0; i < len(w); i++ {
		if i > 0 && w[i] == w[i-1] && isASCIILetter(w[i]) {
			run++
		} else {
			run = 1
		}
		most = max(most, run)
	}
	return most
}

// squeeze appends w with no letter more than keep times in a row, but for double letters inside the word.
func squeeze(to []byte, w string, keep int) []byte {
	run := 0
	for i := 0; i < len(w); i++ {
		if i > 0 && w[i] == w[i-1] {
			run++
		} else {
			run = 1
		}
		if run <= keep {
			to = append(to, w[i])
		}
	}
	return to
}

// stutter is the meaning of a word that starts twice, i-i'm or w-what, or nil.
func (b *builder) stutter(w string) []part {
	i := strings.IndexByte(w, '-')
	rest := w[i+1:]
	if i > 2 || rest == "" || !strings.HasPrefix(rest, w[:i]) {
		return nil
	}
	if e := b.words[rest]; e != nil && e.choice == nil {
		return b.listed(e)
	}
	return nil
}

// fullIng is talking for talkin and talkin', or "".
func (b *builder) fullIng(w string) string {
	n := len(w)
	if n < 5 || w[n-2:] != "in" || wordlist.Has(w) || wordlist.HasName(w) || stemOf(b.words, w[:n-2]) == nil {
		return ""
	}
	return w + "g"
}
