package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"coach/analyzer"
	"coach/analyzer/pattern"
	"coach/analyzer/text"
	"coach/rules"
)

func newRules(s streams, code *int) *cobra.Command {
	c := &cobra.Command{
		Use:   "rules",
		Short: "Tools for those who write rules",
		Args:  unknownCommand,
		RunE:  helpOnly(s, code),
	}
	c.AddCommand(newRulesTest(s, code))
	return c
}

func newRulesTest(s streams, code *int) *cobra.Command {
	var drafts []string
	alone := false
	c := &cobra.Command{
		Use:   "test DIR",
		Short: "Run the examples in rule files",
		Long: `Reads every rule file below DIR and runs its examples: flag lines must be found
with the marked part and the shown rewrite, pass lines must not be found, every
pattern must be proved by an example, every rewrite must come out clean.

The rules are used together with the built-in ones; --alone leaves those out, as
for the built-in folder itself.`,
		Example: `  coach rules test my-rules
  coach rules test --alone rules/en --drafts testdata/corpus/a.jsonl`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("coach rules test needs one folder of rules, but got %d words", len(args))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			passed, err := testRules(s, args[0], alone, drafts)
			if err != nil {
				return err
			}
			if !passed {
				*code = exitFindings
			}
			return nil
		},
	}
	c.Flags().BoolVar(&alone, "alone", false, "without the built-in rules")
	c.Flags().StringSliceVar(&drafts, "drafts", nil, "files of drafts (.jsonl): also name the match lines that hit nothing in them")
	return c
}

// testRules reports on a folder and tells whether everything passed.
func testRules(s streams, folder string, alone bool, drafts []string) (bool, error) {
	if err := isRuleFolder(folder); err != nil {
		return false, err
	}
	base, packs := rules.Sources(), []*analyzer.Pack{}
	if alone {
		base = nil
	} else {
		builtin, err := rules.Builtin()
		if err != nil {
			return false, err
		}
		packs = append(packs, builtin)
	}
	own, problems := rules.Load(os.DirFS(folder), base)
	if problems != nil {
		fmt.Fprintln(s.err, inFolder(folder, problems))
	}
	failures := rules.Verify(own, analyzer.NewSet(append(packs, own.Pack)...))
	for _, f := range failures {
		fmt.Fprintln(s.out, f)
	}
	if err := printUnused(s.out, own, drafts); err != nil {
		return false, err
	}
	examples := 0
	for _, f := range own.Files {
		examples += len(f.Flag) + len(f.Pass)
	}
	for _, e := range own.Elements {
		examples += len(e.Undone) + len(e.Present)
	}
	fmt.Fprintf(s.out, "%d rules, %d examples, %d failures.\n", len(own.Files), examples, len(failures))
	return problems == nil && len(failures) == 0, nil
}

// printUnused names the match lines that hit nothing in the drafts.
func printUnused(out io.Writer, own rules.Folder, drafts []string) error {
	if len(drafts) == 0 {
		return nil
	}
	used := map[int]bool{}
	for _, path := range drafts {
		if err := markUsed(path, own.Pack, used); err != nil {
			return err
		}
	}
	for _, f := range own.Files {
		for _, l := range f.Lines {
			if l.Field == "match" && !used[l.Pattern] {
				fmt.Fprintf(out, "%s:%d: hits nothing in the drafts: %s\n", f.Path, l.Line, l.Source)
			}
		}
	}
	return nil
}

func markUsed(path string, pack *analyzer.Pack, used map[int]bool) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var draft struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &draft); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		pack.Patterns.NewMatcher(text.Parse(draft.Text)).Scan(func(m pattern.Match) { used[m.Pattern] = true })
	}
	return lines.Err()
}
