package main

import (
	"fmt"
	"strings"
)

// among says which words are right where word is not: "did you mean json? (text, json or jsonl)".
func among(word string, right []string) string {
	all := or(right)
	if near := nearest(word, right); near != "" {
		return fmt.Sprintf("did you mean %s? (%s)", near, all)
	}
	return "say " + all
}

// nearest is the word of right that somebody who typed word most likely meant, "" where none is close: the one that
// word is the start of, or else the one with the fewest changed letters, at most half of them.
func nearest(word string, right []string) string {
	word = strings.ToLower(word)
	best, fewest := "", len(word)
	for _, r := range right {
		if word != "" && strings.HasPrefix(r, word) {
			return r
		}
		if n := distance(word, r); n < fewest && 2*n <= max(len(word), len(r)) {
			best, fewest = r, n
		}
	}
	return best
}

// distance is how many bytes have to be put in, taken out, changed or swapped with their neighbour.
func distance(a, b string) int {
	var before []int // the row of i-2
	last := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := last[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			row[j] = min(change, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}

// or joins words as a sentence does: "text, json or jsonl".
func or(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
