package main

import (
	"errors"
	"fmt"
	"os"

	"coach/analyzer"
	"coach/rules"
)

// A checkFunc is analyzer.Set.Check. It may be called by several goroutines at once.
type checkFunc func(draft string, o analyzer.Options) analyzer.Report

// An engineMaker builds the check from the built-in rules and those of the folders. The check is never nil: with an
// error, which says all that is wrong with the folders' files, it is the one of the rules that could be read.
type engineMaker func(ruleFolders []string) (checkFunc, error)

func newEngine(folders []string) (checkFunc, error) {
	builtin, err := rules.Builtin()
	errs := []error{err}
	packs := []*analyzer.Pack{builtin}
	for _, folder := range folders {
		pack, _, err := rules.Load(os.DirFS(folder), rules.Sources())
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", folder, err))
		}
		packs = append(packs, pack)
	}
	return analyzer.NewSet(packs...).Check, errors.Join(errs...)
}
