package main

import (
	"io"
	"os"
	"runtime"

	"golang.org/x/term"
)

// terminal is the file descriptor of a reader or writer that is a terminal.
func terminal(stream any) (fd int, ok bool) {
	f, ok := stream.(*os.File)
	if !ok {
		return 0, false
	}
	return int(f.Fd()), term.IsTerminal(int(f.Fd()))
}

const defaultWidth = 80

// width is the number of columns to write in: as wanted, or as the terminal has, or 80.
func width(wanted columns, out io.Writer) int {
	if wanted > 0 {
		return int(wanted)
	}
	if fd, ok := terminal(out); ok {
		if n, _, err := term.GetSize(fd); err == nil && n > 0 {
			return max(n, minWidth)
		}
	}
	return defaultWidth
}

// coloured is whether to write colours. A flag outweighs the environment; see https://no-color.org.
func coloured(when string, out io.Writer) bool {
	switch when {
	case "always":
		return true
	case "never":
		return false
	}
	_, ok := terminal(out)
	return ok && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// howToType tells a person at an empty terminal what coach is waiting for.
func howToType() string {
	end := "Ctrl+D on an empty line"
	if runtime.GOOS == "windows" {
		end = "Ctrl+Z and Enter on an empty line"
	}
	return "Type or paste your message, then press " + end + ".\n"
}
