package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"coach/analyzer"
)

// messages are the open drafts of about sixty words.
func messages(folder string) ([]string, error) {
	rooms, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	if err != nil {
		return nil, err
	}
	var list []string
	for _, room := range rooms {
		drafts, err := read(room)
		if err != nil {
			return nil, err
		}
		for _, d := range drafts {
			if n := len(strings.Fields(d)); n >= 55 && n <= 65 {
				list = append(list, d)
			}
		}
	}
	if len(list) == 0 {
		return nil, errors.New("no drafts of sixty words in " + folder)
	}
	return list, nil
}

// read gives the texts of a file of JSON lines.
func read(name string) ([]string, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var list []string
	for lines := json.NewDecoder(f); ; {
		var draft struct{ Text string }
		if err := lines.Decode(&draft); errors.Is(err, io.EOF) {
			return list, nil
		} else if err != nil {
			return nil, err
		}
		list = append(list, draft.Text)
	}
}

// canned are the reports of drafts, made beforehand.
func canned(set *analyzer.Set, drafts []string) map[string]analyzer.Report {
	reports := map[string]analyzer.Report{}
	for _, d := range drafts {
		reports[d] = set.Check(d, analyzer.Options{})
	}
	return reports
}
