package main

import (
	"bytes"
	"testing"
)

func TestSize(t *testing.T) {
	tests := []struct {
		text  string
		bytes size // 0: refused
		shown string
	}{
		{"1", 1, "1 bytes"},
		{"300000", 300000, "300000 bytes"},
		{"64K", 65536, "64 KiB"},
		{"64kb", 65536, "64 KiB"},
		{"1MiB", 1 << 20, "1 MiB"},
		{"2M", 2 << 20, "2 MiB"},
		{"1 GiB", 1 << 30, "1 GiB"},
		{"1G", 1 << 30, "1 GiB"},
		{"0", 0, ""},
		{"-1", 0, ""},
		{"2G", 0, ""},
		{"9999999999999999999", 0, ""},
		{"1.5M", 0, ""},
		{"", 0, ""},
		{"M", 0, ""},
	}
	for _, test := range tests {
		var got size
		err := got.Set(test.text)
		if (err == nil) != (test.bytes > 0) || got != test.bytes {
			t.Errorf("Set(%q) gives %d, error %v; want %d", test.text, got, err, test.bytes)
		}
		if err == nil && got.String() != test.shown {
			t.Errorf("%d is shown as %q, want %q", got, got.String(), test.shown)
		}
	}
}

func TestSteps(t *testing.T) {
	var got steps
	for _, list := range []string{"2, 10", "11"} {
		if err := got.Set(list); err != nil {
			t.Fatal(err)
		}
	}
	if got.String() != "2,10,11" {
		t.Errorf("steps %s, want 2,10,11", got.String())
	}
	for _, list := range []string{"", "0", "12", "2,", "two"} {
		if err := new(steps).Set(list); err == nil {
			t.Errorf("Set(%q) is taken", list)
		}
	}
}

func TestNearest(t *testing.T) {
	tests := []struct{ word, want string }{
		{"jsno", "json"},
		{"JSON", "json"},
		{"j", "json"},
		{"jsonll", "jsonl"},
		{"tex", "text"},
		{"txet", "text"},
		{"html", ""},
		{"", ""},
		{"日本", ""},
	}
	for _, test := range tests {
		if got := nearest(test.word, formats); got != test.want {
			t.Errorf("nearest(%q) = %q, want %q", test.word, got, test.want)
		}
	}
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"abc", "ab", 1}, {"kitten", "sitting", 3}}
	for _, test := range tests {
		if got := distance(test.a, test.b); got != test.want {
			t.Errorf("distance(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
	}
}

func TestColourAndWidthAwayFromATerminal(t *testing.T) {
	var file bytes.Buffer
	for when, want := range map[string]bool{"auto": false, "always": true, "never": false} {
		if got := coloured(when, &file); got != want {
			t.Errorf("coloured(%q) = %v, want %v", when, got, want)
		}
	}
	if got := width(0, &file); got != 80 {
		t.Errorf("width %d, want 80", got)
	}
	if got := width(120, &file); got != 120 {
		t.Errorf("width %d, want 120", got)
	}
}
