//go:build ignore

// Command generate writes weights.bin from the weights of prose/v2. The same prose gives the same bytes.
package main

import (
	"log"
	"os"

	"coach/analyzer/tagger/internal/flatten"
)

func main() {
	weights, err := flatten.Weights()
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("weights.bin", weights, 0o644); err != nil {
		log.Fatal(err)
	}
}
