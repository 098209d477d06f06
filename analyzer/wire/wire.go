// Package wire is the form in which compiled packs lie in the binary: numbers as unsigned varints (encoding/binary),
// strings and lists with their length before them, and tables that are used as they lie (Uint32s, Uint64s, Lists). It
// exists because start-up counts: for a pack of 6,000 patterns gob takes 25 ms, varints take 5, tables in place take
// nothing until they are asked.
package wire

import (
	"encoding/binary"
	"errors"
)

// ErrCorrupt says that data is not what a Writer wrote.
var ErrCorrupt = errors.New("compiled rules are damaged; run go generate ./rules")

// A Writer appends values to a buffer.
type Writer struct{ Bytes []byte }

// Uint appends a number.
func (w *Writer) Uint(n uint32) { w.Bytes = binary.AppendUvarint(w.Bytes, uint64(n)) }

// Len appends the length of a list.
func (w *Writer) Len(n int) { w.Uint(uint32(n)) }

// Bool appends a truth value.
func (w *Writer) Bool(b bool) {
	if b {
		w.Uint(1)
		return
	}
	w.Uint(0)
}

// String appends a string of any bytes.
func (w *Writer) String(s string) {
	w.Len(len(s))
	w.Bytes = append(w.Bytes, s...)
}

// A Reader takes values off a string in the order they were written. Strings it gives share the data's memory. After
// the first mistake Err is set and every value is zero.
type Reader struct {
	data string
	at   int // the next byte; moving an index costs nothing, cutting the string costs a write barrier each time
	Err  error
}

// NewReader reads data, which it never changes.
func NewReader(data string) *Reader { return &Reader{data: data} }

// Uint reads a number.
func (r *Reader) Uint() uint32 {
	var n uint32
	for shift := 0; r.at < len(r.data) && shift < 35; shift += 7 {
		b := r.data[r.at]
		r.at++
		n |= uint32(b&0x7f) << shift
		if b < 0x80 {
			return n
		}
	}
	r.fail()
	return 0
}

// Len reads the length of a list of which every element takes at least one byte.
func (r *Reader) Len() int {
	n := int(r.Uint())
	if n > len(r.data)-r.at {
		r.fail()
		return 0
	}
	return n
}

// Bool reads a truth value.
func (r *Reader) Bool() bool { return r.Uint() == 1 }

// String reads a string.
func (r *Reader) String() string {
	n := r.Len()
	s := r.data[r.at : r.at+n]
	r.at += n
	return s
}

func (r *Reader) fail() {
	r.at = len(r.data)
	r.Err = ErrCorrupt
}
