package wire

import (
	"errors"
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
	w.Lists(PackLists([][]uint32{{3, 70000}, nil, {1<<32 - 1}}))
	r := NewReader(string(w.Bytes))
	for _, want := range []uint32{0, 127, 128, 1<<32 - 1} {
		if got := r.Uint(); got != want {
			t.Errorf("got %d, want %d", got, want)
		}
	}
	if s, b := r.String(), r.Bool(); s != "né" || !b {
		t.Errorf("got %q %v", s, b)
	}
	lists := r.Lists()
	if lists.Len() != 3 || lists.At(0).At(0) != 3 || lists.At(0).At(1) != 70000 || lists.At(1).Len() != 0 || lists.At(2).At(0) != 1<<32-1 {
		t.Errorf("got %v", lists)
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

func TestBoundsBeyondTheirItemsAreAnError(t *testing.T) {
	for _, bounds := range [][]uint32{{0, 2, 1}, {0, 3}, {}} {
		w := &Writer{}
		w.Lists(Lists{Pack(bounds), Pack([]uint32{7, 8})})
		r := NewReader(string(w.Bytes))
		r.Lists()
		if !errors.Is(r.Err, ErrCorrupt) {
			t.Errorf("%v: error %v, want ErrCorrupt", bounds, r.Err)
		}
	}
}

func TestWideNumbers(t *testing.T) {
	if l := Pack64([]uint64{1, 1<<64 - 1}); l.Len() != 2 || l.At(0) != 1 || l.At(1) != 1<<64-1 {
		t.Errorf("got %v", l)
	}
}
