// Package rules reads rule files and holds the built-in pack. docs/rule-authors.md is the page for those who write
// rules; the files are in en.
package rules

import (
	"embed"
	"io/fs"

	"coach/analyzer"
)

//go:embed en
var files embed.FS

// Sources is the folder of the built-in rule files.
func Sources() fs.FS {
	sub, err := fs.Sub(files, "en")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return sub
}

// compiled is the built-in pack, made from the files by go generate. Reading the files at every start would take longer
// than the check.
//
//go:generate go run ./internal/compile en pack.bin
//go:generate go run ./internal/reference en REFERENCE.md
//go:embed pack.bin
var compiled string

// Builtin gives the built-in pack.
func Builtin() (*analyzer.Pack, error) { return analyzer.DecodePack(compiled) }
