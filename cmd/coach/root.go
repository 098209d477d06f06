package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// The exit codes. What could not be done outweighs what was found.
const (
	exitClean    = 0
	exitFindings = 1
	exitTrouble  = 2
)

// streams are what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// run does what the arguments say and returns the exit code.
func run(args []string, s streams, newEngine engineMaker) int {
	return runContext(context.Background(), args, s, newEngine)
}

// runContext is run for as long as the context lasts, where a command would not end by itself.
func runContext(ctx context.Context, args []string, s streams, newEngine engineMaker) int {
	code := exitClean
	root := newRoot(s, newEngine, &code)
	root.SetArgs(args)
	root.SetContext(ctx)
	if err := root.Execute(); err != nil {
		fmt.Fprintf(s.err, "coach: %v\n", err)
		return exitTrouble
	}
	return code
}

func newRoot(s streams, newEngine engineMaker, code *int) *cobra.Command {
	root := &cobra.Command{
		Use:   "coach",
		Short: "Reads the draft of an apology before its reader does",
		Long: `coach reads a message you are about to send to somebody you have hurt. It shows
each phrase that moves the blame, makes it smaller or pushes, says in a sentence
why it lands badly, and offers another way to put it.

Everything stays on this machine. coach misses things; you know what happened.`,
		Example: `  coach check draft.txt
  coach check            (type or paste the message)
  coach serve            (then open http://127.0.0.1:8484)`,
		Version:           version(),
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:              unknownCommand,
		RunE:              helpOnly(s, code),
	}
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.SetVersionTemplate("coach {{.Version}}\n")
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(newCheck(s, newEngine, code), newServe(s), newFeedback(s), newRules(s, code), newVersion(s), newCompletion(s))
	root.SetHelpCommand(newHelp())
	return root
}

// helpOnly is what a command does that only holds others. Nothing was checked, so a script must not see the code for
// "nothing found".
func helpOnly(s streams, code *int) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, _ []string) error {
		*code = exitTrouble
		c.SetOut(s.err)
		return c.Help()
	}
}

// unknownCommand is the error for words that no command has taken, nil where there are none.
func unknownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if info, err := os.Stat(args[0]); args[0] == "-" || err == nil && !info.IsDir() {
		return fmt.Errorf("%q is no command; to read a draft, say: coach check %[1]s", args[0])
	}
	var names []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	return fmt.Errorf("%q is no command; %s", args[0], among(args[0], names))
}

func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Help about a command",
		RunE: func(c *cobra.Command, args []string) error {
			about, rest, err := c.Root().Find(args)
			if err != nil {
				return err
			}
			if about == c.Root() && len(rest) > 0 {
				return unknownCommand(about, rest)
			}
			return about.Help()
		},
	}
}

// flagError puts a flag's mistake into one sentence that names what would be right.
func flagError(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		return unknownFlag(c, unknown.GetSpecifiedName())
	case errors.As(err, &missing):
		return fmt.Errorf("--%s needs a value: %s", missing.GetFlag().Name, missing.GetFlag().Usage)
	case errors.As(err, &invalid):
		return fmt.Errorf("--%s %q: %w", invalid.GetFlag().Name, invalid.GetValue(), errors.Unwrap(invalid))
	}
	return err
}

func unknownFlag(c *cobra.Command, name string) error {
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	help := fmt.Sprintf("%s --help lists the flags", c.CommandPath())
	if len(name) == 1 {
		return fmt.Errorf("there is no flag -%s; %s", name, help)
	}
	if near := nearest(name, names); near != "" {
		return fmt.Errorf("there is no flag --%s; did you mean --%s?", name, near)
	}
	return fmt.Errorf("there is no flag --%s; %s", name, help)
}
