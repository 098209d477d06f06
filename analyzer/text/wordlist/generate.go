//go:build ignore

// Generate writes words.bloom and names.bloom from plain word lists, one word a line:
//
//	go run generate.go /usr/share/dict/american-english-large /usr/share/dict/british-english-large
//
// The lists are those of Debian's packages wamerican-large and wbritish-large, 2020.12.07 (SCOWL; see LICENSE.md). It
// prints the number of words and the share of 100,000 made-up words that are found by mistake.
package main

import (
	"bufio"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"strings"

	"coach/analyzer/text/wordlist"
)

// bitsPerWord gives one mistake in a hundred with seven hashes.
const bitsPerWord = 10

func main() {
	words, names := map[string]bool{}, map[string]bool{}
	for _, path := range os.Args[1:] {
		if err := read(path, words, names); err != nil {
			log.Fatal(err)
		}
	}
	for w := range words {
		delete(names, w)
	}
	write("words.bloom", words)
	write("names.bloom", names)
}

func write(path string, words map[string]bool) {
	filter := build(words)
	if err := os.WriteFile(path, filter, 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s: %d words, %d bytes, %.2f %% found by mistake\n", path, len(words), len(filter), 100*mistakes(words, filter))
}

// read adds the words of one list in lower case, a genitive without its 's, the capitalised ones to names.
func read(path string, words, names map[string]bool) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		w := strings.TrimSuffix(lines.Text(), "'s")
		if folded := strings.ToLower(w); folded == w {
			words[w] = true
		} else {
			names[folded] = true
		}
	}
	return lines.Err()
}

func build(words map[string]bool) []byte {
	filter := make([]byte, len(words)*bitsPerWord/8+1)
	for w := range words {
		for _, bit := range wordlist.Bits(w, uint32(len(filter)*8)) {
			filter[bit>>3] |= 1 << (bit & 7)
		}
	}
	return filter
}

func mistakes(words map[string]bool, filter []byte) float64 {
	rng, found, tried := rand.New(rand.NewPCG(1, 2)), 0, 0
	for tried < 100_000 {
		w := make([]byte, 5+rng.IntN(6))
		for i := range w {
			w[i] = byte('a' + rng.IntN(26))
		}
		if words[string(w)] {
			continue
		}
		tried++
		if has(string(w), filter) {
			found++
		}
	}
	return float64(found) / float64(tried)
}

func has(word string, filter []byte) bool {
	for _, bit := range wordlist.Bits(word, uint32(len(filter)*8)) {
		if filter[bit>>3]&(1<<(bit&7)) == 0 {
			return false
		}
	}
	return true
}
