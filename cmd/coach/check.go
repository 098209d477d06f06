package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

// The words that flags of check take.
var (
	formats    = []string{"text", "json", "jsonl"}
	roles      = []string{"auto", "betrayer", "betrayed"}
	severities = []string{"low", "medium", "high"}
	whens      = []string{"auto", "always", "never"}
	switches   = []string{"on", "off"}
)

// checkFlags are the flags of check.
type checkFlags struct {
	format, role, severity, color word
	reader                        word
	rules                         []string
	steps                         steps
	explain, noContact            bool
	size                          size
	width                         columns
}

func newCheck(s streams, newEngine engineMaker, code *int) *cobra.Command {
	flags := checkFlags{
		format:   word{"", formats},
		role:     word{"auto", roles},
		severity: word{"low", severities},
		color:    word{"auto", whens},
		reader:   word{"on", switches},
		size:     defaultSize,
	}
	c := &cobra.Command{
		Use:   "check [FILE…]",
		Short: "Point at phrases in a draft that blame, belittle or push",
		Long: `check reads drafts and shows each phrase that moves the blame, makes it smaller or
pushes, why it lands badly, and another way to put it. Without a FILE, or where FILE
is -, it reads standard input. A FILE whose name ends in .jsonl holds one draft a
line, {"id":"a-001","text":"…"}, and gets one result a line.

Exit code: 0 nothing found, 1 phrases found, 2 not everything could be read or done.`,
		Example: `  coach check draft.txt
  coach check --role betrayed draft.txt
  pbpaste | coach check
  coach check --format json draft.txt | jq .counts
  coach check drafts.jsonl > results.jsonl`,
		RunE: func(_ *cobra.Command, files []string) error {
			var err error
			*code, err = check(files, flags, s, newEngine)
			return err
		},
	}
	f := c.Flags()
	f.Var(&flags.format, "format", "text for people, json for programs, jsonl for many drafts")
	f.Var(&flags.role, "role", "who writes: betrayer (did the hurting), betrayed (was hurt) or auto (coach infers it)")
	f.StringArrayVar(&flags.rules, "rules", nil, "`DIR` of further rules; may be given again")
	f.Var(&flags.steps, "steps", "only phrases of these steps of the guide, such as 2,10; danger always stays")
	f.Var(&flags.severity, "min-severity", "only phrases this severe: low, medium or high; danger always stays")
	f.Var(&flags.reader, "reader", "the second reader, for what no rule finds: on or off (rules alone)")
	f.BoolVar(&flags.noContact, "no-contact", false, "they asked you not to write: say why phrases land badly, offer no wording")
	f.BoolVar(&flags.explain, "explain", false, "also name the rules, and show what was set aside and why")
	f.Var(&flags.size, "max-size", "the largest draft to read, such as 64K or 2MiB")
	f.Var(&flags.width, "width", "columns to write in (default: the terminal's, or 80)")
	f.Var(&flags.color, "color", "colours: auto, always or never")
	f.Lookup("width").DefValue = "" // its default stands in the sentence
	for name, words := range map[string][]string{"format": formats, "role": roles, "min-severity": severities, "color": whens, "reader": switches} {
		cobra.CheckErr(c.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)))
	}
	cobra.CheckErr(c.MarkFlagDirname("rules"))
	return c
}

// check checks the files and returns the exit code; its error is that the result could not be written.
func check(files []string, flags checkFlags, s streams, newEngine engineMaker) (int, error) {
	engine, err := newEngine(flags.rules)
	run := newCheckRun(flags, s, engine)
	if err != nil {
		run.failed = true
		fmt.Fprintln(s.err, err)
	}
	if len(files) == 0 {
		files = []string{"-"}
	}
	for _, name := range files {
		if err := run.file(name); err != nil {
			return exitTrouble, cannotWrite(err)
		}
	}
	if err := run.close(); err != nil {
		return exitTrouble, cannotWrite(err)
	}
	return run.code(), nil
}

func cannotWrite(err error) error { return fmt.Errorf("the result could not be written: %w", err) }
