package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func newVersion(s streams) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: "  coach version",
		Args:    noWords,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(s.out, "coach %s\n", version())
			return err
		},
	}
}

// version is what the Go toolchain knows about the build: the module's version, or the commit, and the Go version.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(unknown)"
	}
	name := info.Main.Version
	if name == "" {
		name = "(devel)"
	}
	return name + " " + info.GoVersion
}

// noWords refuses arguments where a command takes none.
func noWords(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return fmt.Errorf("%s takes no words, but got %q", c.CommandPath(), args[0])
}
