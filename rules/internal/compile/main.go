// Compile reads a folder of rule files and writes the pack that lies in the binary.
//
//	go run ./internal/compile FOLDER OUTPUT
package main

import (
	"fmt"
	"os"

	"coach/rules"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: compile FOLDER OUTPUT")
		os.Exit(2)
	}
	folder, err := rules.Load(os.DirFS(os.Args[1]), nil)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if err := os.WriteFile(os.Args[2], folder.Pack.Encode(), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
