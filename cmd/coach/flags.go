package main

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"coach/server"
)

// A word is a flag's value out of a few.
type word struct {
	value string
	right []string
}

func (w *word) String() string { return w.value }
func (*word) Type() string     { return "WORD" }

func (w *word) Set(s string) error {
	if !slices.Contains(w.right, s) {
		return errors.New(among(s, w.right))
	}
	w.value = s
	return nil
}

const lastStep = 11

// steps are numbers of the guide's steps, with commas in between.
type steps []int

func (*steps) Type() string { return "N,N" }

func (s *steps) String() string {
	words := make([]string, len(*s))
	for i, n := range *s {
		words[i] = strconv.Itoa(n)
	}
	return strings.Join(words, ",")
}

func (s *steps) Set(list string) error {
	for number := range strings.SplitSeq(list, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(number))
		if err != nil || n < 1 || n > lastStep {
			return fmt.Errorf("the steps are 1 to %d, with commas in between, such as 2,10", lastStep)
		}
		*s = append(*s, n)
	}
	return nil
}

const minWidth = 20

// columns is a width of the terminal; 0 asks the terminal.
type columns int

func (*columns) Type() string     { return "N" }
func (c *columns) String() string { return strconv.Itoa(int(*c)) }

func (c *columns) Set(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < minWidth || n > math.MaxInt16 {
		return fmt.Errorf("a width is a number of columns, %d or more", minWidth)
	}
	*c = columns(n)
	return nil
}

const (
	defaultSize size = server.CommandLineBytes
	maxSize     size = 1 << 30
)

// size is a number of bytes. K, M and G, also with B or iB, count in 1024s.
type size int64

func (*size) Type() string { return "SIZE" }

func (s *size) String() string {
	for _, unit := range units {
		if *s >= unit.bytes && *s%unit.bytes == 0 {
			return strconv.FormatInt(int64(*s/unit.bytes), 10) + " " + unit.name
		}
	}
	return strconv.FormatInt(int64(*s), 10) + " bytes"
}

var units = []struct {
	bytes size
	name  string
}{{1 << 30, "GiB"}, {1 << 20, "MiB"}, {1 << 10, "KiB"}}

func (s *size) Set(text string) error {
	number := strings.ToUpper(strings.ReplaceAll(text, " ", ""))
	number = strings.TrimSuffix(strings.TrimSuffix(number, "B"), "I")
	unit := size(1)
	for _, u := range units {
		if short, ok := strings.CutSuffix(number, u.name[:1]); ok {
			number, unit = short, u.bytes
		}
	}
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil || n < 1 || n > int64(maxSize/unit) {
		return errors.New("a size is a number of bytes such as 300000, 64K or 2MiB, at most 1GiB")
	}
	*s = size(n) * unit
	return nil
}

var (
	_ pflag.Value = (*word)(nil)
	_ pflag.Value = (*steps)(nil)
	_ pflag.Value = (*columns)(nil)
	_ pflag.Value = (*size)(nil)
)
