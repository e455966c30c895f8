package engine

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
)

// bucketSize is the length of a bucket: eight check bytes and eight payloads
// of three bytes, so that a look-up touches half a cache line.
const (
	bucketSlots = 8
	bucketSize  = bucketSlots * 4
	tablePad    = 8 // bytes after the last bucket, so that reads may run over
)

// Table maps 32-bit hashes to 24-bit payloads. It is read in place from the
// weights file. A hash that was never stored is found with a probability of
// about 2 %; the models live with that.
type Table struct {
	data    []byte
	buckets uint64
}

// NewTable reads a table that BuildTable wrote.
func NewTable(data []byte) Table {
	if len(data) < bucketSize+tablePad {
		data = make([]byte, bucketSize+tablePad)
	}
	return Table{data, uint64(len(data) / bucketSize)}
}

// Find returns the payload of hash h, or 0.
func (t *Table) Find(h uint32) uint32 {
	f := [1]uint32{h}
	t.FindAll(f[:])
	return f[0]
}

// FindAll replaces each hash by its payload, or 0. It has no branch, since
// whether a feature is known cannot be predicted, and its reads overlap.
func (t *Table) FindAll(feats []uint32) {
	const lo, hi = 0x0101010101010101, 0x8080808080808080
	data, buckets := t.data, t.buckets
	for k, h := range feats {
		b := data[uint64(h)*buckets>>32*bucketSize:]
		if len(b) < bucketSize+tablePad {
			break
		}
		x := binary.LittleEndian.Uint64(b) ^ uint64(h&0xff)*lo
		z := (x - lo) &^ x & hi
		found := uint32(int64(z|-z) >> 63)
		// The payload's three bytes are the upper ones of the four that end with it;
		// a miss reads past the bucket and discards that.
		i := uint(bits.TrailingZeros64(z)) >> 3 & 15
		feats[k] = binary.LittleEndian.Uint32(b[7+3*i:]) >> 8 & found
	}
}

// Entry is one row of a table under construction. Where a bucket overflows the
// entries of the least weight are left out.
type Entry struct {
	Hash    uint32
	Payload uint32
	Weight  float32
}

// BuildTable lays entries out for NewTable, with the given mean number of
// entries a bucket; it returns the bytes and the number of entries left out.
func BuildTable(entries []Entry, mean float64) ([]byte, int) {
	slices.SortFunc(entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Hash, b.Hash))
	})
	n := uint64(float64(len(entries))/mean) + 1
	data := make([]byte, n*bucketSize+tablePad)
	used := make([]uint8, n)
	dropped := 0
	for _, e := range entries {
		k := uint64(e.Hash) * n >> 32
		if used[k] == bucketSlots || clashes(data[k*bucketSize:], int(used[k]), byte(e.Hash)) {
			dropped++
			continue
		}
		b := data[k*bucketSize:]
		i := int(used[k])
		b[i] = byte(e.Hash)
		b[8+3*i], b[9+3*i], b[10+3*i] = byte(e.Payload), byte(e.Payload>>8), byte(e.Payload>>16)
		used[k]++
	}
	return data, dropped
}

func clashes(bucket []byte, used int, check byte) bool {
	return slices.Contains(bucket[:used], check)
}
