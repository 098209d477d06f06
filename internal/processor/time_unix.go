//go:build unix

// Package processor tells how long this process has worked, for tests of how work grows: unlike the clock it does not
// run on while other programs have the machine.
package processor

import (
	"syscall"
	"time"
)

// Time is the processor's time that this process has used so far, the collector's and the kernel's work for it included.
func Time() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err) // the only argument is right
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
