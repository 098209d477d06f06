package text

import (
	"sort"
	"strings"
)

// sentences closes a sentence at every end mark, with the quotation marks and brackets that follow it, and at every
// line end.
func (b *builder) sentences() {
	d := b.doc
	b.replies = strings.IndexByte(d.Text, '>') >= 0
	for i := 0; i < len(d.Tokens); {
		last := b.sentenceEnd(i)
		b.addSentence(i, last)
		i = last
	}
}

// sentenceEnd is the token after the sentence that starts at token i.
func (b *builder) sentenceEnd(i int) int {
	t := b.doc.Tokens
	for ; i < len(t); i++ {
		if t[i].Mark != Wall || t[i].Norm == `"` {
			continue
		}
		i++
		for t[i-1].Norm != "\n" && i < len(t) && closes(t[i], t[i-1].End) {
			i++
		}
		if i < len(t) && t[i].Norm == "\n" {
			i++
		}
		return i
	}
	return i
}

// closes reports whether t, right behind an end mark, still belongs to the sentence.
func closes(t Token, end int) bool {
	return t.Start == end && (t.Norm == `"` || t.Norm == ")" || t.Norm == "]")
}

// addSentence adds tokens [first, last) as a sentence unless there is no mark or word but line ends.
func (b *builder) addSentence(first, last int) {
	t := b.doc.Tokens
	end := last
	for end > first && t[end-1].Norm == "\n" {
		end--
	}
	if end == first {
		return
	}
	s := Sentence{Start: t[first].Start, End: t[end-1].End, First: first, Last: last}
	s.Reply = b.replies && b.isReply(s.Start)
	for _, u := range t[first:end] {
		s.Question = s.Question || u.Mark == Wall && u.Norm == "?"
	}
	b.doc.Sentences = append(b.doc.Sentences, s)
}

// isReply reports whether the line that offset i is on is one of a mail that is answered: it begins with >.
func (b *builder) isReply(i int) bool {
	line := b.doc.lines[sort.SearchInts(b.doc.lines, i+1)-1]
	return strings.HasPrefix(strings.TrimLeft(b.doc.Text[line:min(len(b.doc.Text), line+longestIndent)], " \t"), ">")
}

// longestIndent is how many bytes from the start of a line its > may stand.
const longestIndent = 16
