package pattern

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// frequencies holds the commonest words of the open rooms with their count in a million words, most frequent first:
// "you 41234". Only the Compiler reads it, to choose anchors.
//
//go:generate go run ./internal/frequency ../../testdata/corpus frequency.txt
//go:embed frequency.txt
var frequencies string

var frequencyTable = sync.OnceValue(func() map[string]int {
	table := map[string]int{}
	for line := range strings.Lines(frequencies) {
		word, count, _ := strings.Cut(strings.TrimSpace(line), " ")
		table[word], _ = strconv.Atoi(count)
	}
	return table
})

// wordFrequency is the count of a normalised word in a million words of the open rooms, 0 for rare ones.
func wordFrequency(w string) int { return frequencyTable()[w] }
