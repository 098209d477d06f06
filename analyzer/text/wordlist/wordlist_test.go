package wordlist_test

import (
	"testing"

	"coach/analyzer/text/wordlist"
)

func TestHas(t *testing.T) {
	for _, w := range []string{"because", "apologise", "apologize", "behaviour", "behavior", "cheated", "you", "a", "shouldn't"} {
		if !wordlist.Has(w) {
			t.Errorf("Has(%q) = false, want true", w)
		}
	}
	for _, w := range []string{"becuase", "mistaek", "forgivness", "cheeted", "trsut", "fualt"} {
		if wordlist.Has(w) {
			t.Errorf("Has(%q) = true, want false", w)
		}
	}
}

func TestHasName(t *testing.T) {
	for _, w := range []string{"karen", "glasgow", "monday"} {
		if !wordlist.HasName(w) {
			t.Errorf("HasName(%q) = false, want true", w)
		}
		if wordlist.Has(w) {
			t.Errorf("Has(%q) = true, want false: it is written with a capital only", w)
		}
	}
	for _, w := range []string{"mark", "because"} {
		if wordlist.HasName(w) {
			t.Errorf("HasName(%q) = true, want false: it is an ordinary word too", w)
		}
	}
}

func BenchmarkHas(b *testing.B) {
	for b.Loop() {
		wordlist.Has("forgivness")
		wordlist.Has("because")
	}
}
