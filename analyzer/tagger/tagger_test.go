package tagger_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"coach/analyzer/tagger"
)

// A word of these sentences that is followed by a slash must have the tag behind it.
func TestSentence(t *testing.T) {
	for _, sentence := range []string{
		"i/PRP lied/VBD to/TO you/PRP ./.",
		"you made/VBD me do/VB it .",
		"i am/VBP sorry/JJ i hurt you .",
		"i did/VBD not/RB mean/VB to hurt/VB you .",
		"you are too/RB sensitive/JJ .",
		"she was/VBD crying/VBG when/WRB i left/VBD .",
		"he said it was my/PRP$ fault/NN .",
		"you should/MD have/VB told/VBN me .",
		"i would/MD never/RB lie/VB to you .",
		"it was a lie/NN .",
		"i broke/VBD your/PRP$ trust/NN .",
		"what/WP i did/VBD was wrong/JJ .",
		"i have been/VBN seeing/VBG someone else .",
		"you always/RB overreact to everything/NN",
		"can/MD we please move/VB on ?/.",
		"her/PRP$ phone/NN kept ringing .",
		"the/DT kids/NNS miss/VBP you badly/RB",
		"there/EX was nobody else",
		"i kissed/VBD him at the party ,/, because/IN i was lonely .",
		"whose/WP$ fault/NN is/VBZ it , really ?",
		"that is the worst/JJS thing i ever did/VBD",
		"you look/VBP happier/JJR now",
		"i was just/RB joking/VBG",
		"you have 3/CD days/NNS",
		"the break-up/NN was in 2019/CD",
		"mail me at sam@example.org/NN",
		"see gofundme.com/NN now",
		"i want to run/VB . it was a good run/NN",
	} {
		words, want := unslash(sentence)
		for i, got := range tagsOf(words) {
			if want[i] != "" && got.String() != want[i] {
				t.Errorf("%s is %s, want %s in %q", words[i], got, want[i], words)
			}
		}
	}
}

func TestPronounIInEitherCase(t *testing.T) {
	lower := tagsOf([]string{"because", "i", "need", "you"})
	upper := tagsOf([]string{"because", "I", "need", "you"})
	want := []tagger.Tag{tagger.IN, tagger.PRP, tagger.VBP, tagger.PRP}
	if !slices.Equal(lower, want) || !slices.Equal(upper, want) {
		t.Errorf("i gives %s, I gives %s, want %s", lower, upper, want)
	}
}

// Drafts are untrusted: no word may bring the tagger down, and only an empty word has no tag.
func TestSentenceOfOddWords(t *testing.T) {
	odd := []string{
		"", "\xff\xff's", "\x00", "😢", "é", "ȺȺȺ's", "-", "--", "-5", "+123", "0", "...", ".", "@", "a.", ".a", "a.b",
		"-START-", "!YEAR", strings.Repeat("no", 1<<16),
	}
	for i, tag := range tagsOf(odd) {
		if (tag == tagger.None) != (odd[i] == "") || tag > tagger.OpenQuote {
			t.Errorf("%.20q has tag %d", odd[i], tag)
		}
	}
	tagger.Sentence(nil, nil)
}

func TestStringOfNoTag(t *testing.T) {
	if got := tagger.None.String() + (tagger.OpenQuote + 1).String() + tagger.Tag(255).String(); got != "" {
		t.Errorf("got %q, want nothing", got)
	}
}

func TestSentenceDoesNotAllocate(t *testing.T) {
	words := strings.Fields("i am sorry i lied about the well-known 2019 thing , I did not mean to")
	tags := make([]tagger.Tag, len(words))
	if n := testing.AllocsPerRun(100, func() { tagger.Sentence(words, tags) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// Run with -race: callers share nothing that is written.
func TestSentenceInManyGoroutines(t *testing.T) {
	words := strings.Fields("i lied to you because i was scared of what you would do")
	want := tagsOf(words)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 200 {
				if got := tagsOf(words); !slices.Equal(got, want) {
					t.Errorf("got %s, want %s", got, want)
				}
			}
		})
	}
	all.Wait()
}

// Reports the time of one token over all open drafts.
func BenchmarkSentence(b *testing.B) {
	drafts := sentences(b)
	tokens := 0
	for _, words := range drafts {
		tokens += len(words)
	}
	tags := make([]tagger.Tag, tokens)
	b.ReportAllocs()
	for b.Loop() {
		for _, words := range drafts {
			tagger.Sentence(words, tags)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*tokens), "ns/token")
}

// unslash splits "you lied/VBD" into its words and the tags wanted of them, "" where any will do.
func unslash(sentence string) (words, tags []string) {
	for field := range strings.FieldsSeq(sentence) {
		word, tag, _ := strings.Cut(field, "/")
		words, tags = append(words, word), append(tags, tag)
	}
	return words, tags
}
