//go:build !unix

package processor

import "time"

var start = time.Now()

// Time is the time since the program began, where the system does not say how long the process has worked.
func Time() time.Duration { return time.Since(start) }
