// Command coach points at phrases in the draft of an apology that shift blame, make the matter smaller or push.
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}, newEngine))
}
