package wire

import "encoding/binary"

// Uint32s is a list of numbers as it lies in the data: four bytes each, little-endian. Nothing is decoded before it is
// asked for, so a table of a megabyte costs nothing at start.
type Uint32s string

// Pack gives a list in that form.
func Pack(list []uint32) Uint32s {
	b := make([]byte, 0, 4*len(list))
	for _, n := range list {
		b = binary.LittleEndian.AppendUint32(b, n)
	}
	return Uint32s(b)
}

// Len is the number of numbers.
func (l Uint32s) Len() int { return len(l) / 4 }

// At gives the number at index i.
func (l Uint32s) At(i int) uint32 {
	b := l[4*i : 4*i+4]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

// Uint64s is a list of numbers of eight bytes each, little-endian.
type Uint64s string

// Pack64 gives a list in that form.
func Pack64(list []uint64) Uint64s {
	b := make([]byte, 0, 8*len(list))
	for _, n := range list {
		b = binary.LittleEndian.AppendUint64(b, n)
	}
	return Uint64s(b)
}

// Len is the number of numbers.
func (l Uint64s) Len() int { return len(l) / 8 }

// At gives the number at index i.
func (l Uint64s) At(i int) uint64 {
	b := l[8*i : 8*i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// Lists is a list of lists of numbers: list i stands between two of the bounds in items.
type Lists struct{ bounds, items Uint32s }

// PackLists gives lists in that form.
func PackLists(lists [][]uint32) Lists {
	bounds, items := make([]uint32, 1, len(lists)+1), []uint32(nil)
	for _, l := range lists {
		items = append(items, l...)
		bounds = append(bounds, uint32(len(items)))
	}
	return Lists{Pack(bounds), Pack(items)}
}

// Len is the number of lists.
func (l Lists) Len() int { return l.bounds.Len() - 1 }

// At gives list i.
func (l Lists) At(i int) Uint32s { return l.items[4*l.bounds.At(i) : 4*l.bounds.At(i+1)] }

// Lists appends a list of lists.
func (w *Writer) Lists(l Lists) {
	w.String(string(l.bounds))
	w.String(string(l.items))
}

// Lists reads a list of lists. Bounds that do not fit the items are a mistake.
func (r *Reader) Lists() Lists {
	l := Lists{Uint32s(r.String()), Uint32s(r.String())}
	last := uint32(0)
	for i := range l.bounds.Len() {
		at := l.bounds.At(i)
		if at < last || int(at) > l.items.Len() {
			r.fail()
			return Lists{}
		}
		last = at
	}
	if l.bounds.Len() == 0 {
		r.fail()
	}
	return l
}
