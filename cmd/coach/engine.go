package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"coach/analyzer"
	"coach/analyzer/reader"
	"coach/rules"
)

// A checkFunc is analyzer.Set.Check. It may be called by several goroutines at once.
type checkFunc func(draft string, o analyzer.Options) analyzer.Report

// An engineMaker builds the check from the built-in rules and those of the folders. The check is never nil: with an
// error, which says all that is wrong with the folders' files, it is the one of the rules that could be read.
type engineMaker func(ruleFolders []string) (checkFunc, error)

func newEngine(folders []string) (checkFunc, error) {
	set, _, err := newSet(folders)
	return set.Check, err
}

// newSet is the built-in rules and those of the folders, for as far as they could be read, and the files of the folders.
func newSet(folders []string) (*analyzer.Set, []rules.File, error) {
	builtin, err := rules.Builtin()
	errs := []error{err}
	packs := []*analyzer.Pack{builtin}
	var files []rules.File
	for _, folder := range folders {
		if err := isRuleFolder(folder); err != nil {
			errs = append(errs, err)
			continue
		}
		own, err := rules.Load(os.DirFS(folder), rules.Sources())
		errs = append(errs, inFolder(folder, err))
		packs = append(packs, own.Pack)
		files = append(files, own.Files...)
	}
	set := analyzer.NewSet(packs...)
	second, err := reader.Builtin()
	if err != nil {
		return set, files, errors.Join(append(errs, err)...)
	}
	return set.WithReader(second), files, errors.Join(errs...)
}

// isRuleFolder is nil for a folder, and else says what a folder of rules is.
func isRuleFolder(folder string) error {
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return fmt.Errorf("%s is no folder of rules; say the folder that holds <category>/<rule>.yaml", folder)
	}
	return nil
}

// inFolder is a loading error with its files named as they are seen from here.
func inFolder(folder string, err error) error {
	var found rules.Problems
	if !errors.As(err, &found) {
		return err
	}
	named := slices.Clone(found)
	for i := range named {
		named[i].File = filepath.Join(folder, named[i].File)
	}
	return named
}

// ruleFiles reads the files of the built-in rules, once and when first asked (it takes a second), and adds others.
func ruleFiles(others []rules.File) func() ([]rules.File, error) {
	return sync.OnceValues(func() ([]rules.File, error) {
		own, err := rules.Load(rules.Sources(), nil)
		return append(own.Files, others...), err
	})
}
