package rules

import "flag"

// update rewrites golden files; a person reads the diff.
var update = flag.Bool("update", false, "rewrite golden files")
