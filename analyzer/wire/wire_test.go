package wire

import (
	"errors"
	"slices"
	"testing"
)

func TestRoundTrip(t *testing.T) {
	w := &Writer{}
	w.Uint(0)
	w.Uint(127)
	w.Uint(128)
	w.Uint(1<<32 - 1)
	w.String("né")
	w.Bool(true)
	w.Uints([]uint32{3, 70000})
	r := NewReader(string(w.Bytes))
	for _, want := range []uint32{0, 127, 128, 1<<32 - 1} {
		if got := r.Uint(); got != want {
			t.Errorf("got %d, want %d", got, want)
		}
	}
	if s, b, list := r.String(), r.Bool(), r.Uints(); s != "né" || !b || !slices.Equal(list, []uint32{3, 70000}) {
		t.Errorf("got %q %v %v", s, b, list)
	}
	if r.Err != nil {
		t.Error(r.Err)
	}
}

func TestDamagedDataIsAnError(t *testing.T) {
	for _, data := range []string{"", "\xff", "\xff\xff\xff\xff\xff\xff", "\x05ab"} {
		r := NewReader(data)
		_ = r.String()
		if !errors.Is(r.Err, ErrCorrupt) {
			t.Errorf("%q: error %v, want ErrCorrupt", data, r.Err)
		}
	}
}
