package read

import (
	"cmp"
	"encoding/binary"
	"slices"

	"pacta"
)

const (
	printSize    = 128 // hashes in a fingerprint
	shingleWords = 3   // words in a shingle
	bandRows     = 3   // hashes in a band
	bands        = printSize / bandRows

	// CopyFrom is the similarity from which two documents count as copies: a
	// wire story cut to half of its length is just there.
	CopyFrom = 0.4

	// TreatyCopyFrom is the same for texts of instruments: those that two states
	// concluded after one model share three quarters of their words.
	TreatyCopyFrom = 0.9
)

// A Fingerprint is a MinHash of the three-word shingles of a document outside
// of its boilerplate (Broder 1997, in one pass over one permutation after Li,
// Owen and Zhang 2012, empty bins filled after Shrivastava 2017). Its zero value
// is that of a text without words.
type Fingerprint [printSize]uint16

// FingerprintOf returns the fingerprint of d. Letter case, punctuation and
// layout make no difference.
func FingerprintOf(d *pacta.Document) Fingerprint {
	m := minHasher{}
	at := 0
	for _, s := range d.Dropped {
		m.add(d.Text[at:s.Start])
		at = s.End
	}
	m.add(d.Text[at:])
	return m.print()
}

// Similarity estimates which share of the shingles of both documents together
// both have, from 0 to 1, with an error of some .04.
func (f *Fingerprint) Similarity(g *Fingerprint) float64 {
	if *f == (Fingerprint{}) || *g == (Fingerprint{}) {
		return 0
	}
	same := 0
	for i := range f {
		if f[i] == g[i] {
			same++
		}
	}
	return float64(same) / printSize
}

// band returns the key of a band. Two copies have at least one key in common,
// but for one pair in twenty at the least similarity that counts and one in two
// hundred at a half.
func (f *Fingerprint) band(i int) uint64 {
	v := f[i*bandRows : (i+1)*bandRows]
	return uint64(v[0])<<32 | uint64(v[1])<<16 | uint64(v[2])
}

// Bytes returns f for a store.
func (f *Fingerprint) Bytes() []byte {
	out := make([]byte, 0, 2*printSize)
	for _, v := range f {
		out = binary.LittleEndian.AppendUint16(out, v)
	}
	return out
}

// ParseFingerprint undoes Bytes; of other bytes it makes the zero value.
func ParseFingerprint(b []byte) Fingerprint {
	var f Fingerprint
	if len(b) == 2*printSize {
		for i := range f {
			f[i] = binary.LittleEndian.Uint16(b[2*i:])
		}
	}
	return f
}

// A Copy is a document for Groups: its ID and its fingerprint, and whether it
// is the text of an instrument.
type Copy struct {
	ID     string
	Print  Fingerprint
	Treaty bool
}

// of reports whether two documents are copies of one text.
func (c *Copy) of(d *Copy) bool {
	least := CopyFrom
	if c.Treaty || d.Treaty {
		least = TreatyCopyFrom
	}
	return c.Print.Similarity(&d.Print) >= least
}

// Groups returns for each document the ID of the group of copies that it is in:
// the smallest ID of the group, its own where there is no copy. The order of
// the documents makes no difference.
func Groups(docs []Copy) []string {
	parent := make([]int, len(docs))
	for i := range parent {
		parent[i] = i
	}
	root := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	order := make([]int, len(docs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(docs[a].ID, docs[b].ID), cmp.Compare(a, b)) })
	join := func(i, j int) {
		a, b := root(i), root(j)
		if a != b && docs[i].of(&docs[j]) {
			if docs[a].ID < docs[b].ID {
				a, b = b, a
			}
			parent[a] = b
		}
	}
	for band := range bands {
		sameBand(docs, order, band, join)
	}
	out := make([]string, len(docs))
	for i := range docs {
		out[i] = docs[root(i)].ID
	}
	return out
}

// sameBand calls join with documents that share the key of a band, in order.
func sameBand(docs []Copy, order []int, band int, join func(i, j int)) {
	type keyed struct {
		key uint64
		at  int // in order
	}
	keys := make([]keyed, 0, len(docs))
	for at, i := range order {
		if docs[i].Print != (Fingerprint{}) {
			keys = append(keys, keyed{docs[i].Print.band(band), at})
		}
	}
	slices.SortFunc(keys, func(a, b keyed) int { return cmp.Or(cmp.Compare(a.key, b.key), a.at-b.at) })
	first := 0
	for k := range keys {
		if keys[k].key != keys[first].key {
			first = k
		}
		for j := first; j < min(k, first+maxMet); j++ {
			join(order[keys[k].at], order[keys[j].at])
		}
	}
}

// maxMet bounds how many documents one key is compared with; a key that more
// share is one of boilerplate, or of a group that is joined already.
const maxMet = 64

// A minHasher keeps the smallest hash in each bin.
type minHasher struct {
	bins  [printSize]uint32
	words [shingleWords]uint64
	n     int
}

// add takes the words of s.
func (m *minHasher) add(s string) {
	h, open := uint64(0), false
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if isPunctuation(s, i) || c < 0x80 && !('a' <= c && c <= 'z') && !('0' <= c && c <= '9') {
			if open {
				m.word(h)
				h, open = 0, false
			}
			continue
		}
		h, open = (h^uint64(c))*0x100000001b3+1, true
	}
	if open {
		m.word(h)
	}
}

// isPunctuation reports whether s[i] is a byte of the typographic punctuation
// U+2000–U+206F or of a no-break space.
func isPunctuation(s string, i int) bool {
	switch s[i] {
	case 0xe2:
		return i+1 < len(s) && (s[i+1] == 0x80 || s[i+1] == 0x81)
	case 0x80, 0x81:
		return i > 0 && s[i-1] == 0xe2
	case 0xc2:
		return i+1 < len(s) && (s[i+1] == 0xa0 || s[i+1] == 0xab || s[i+1] == 0xbb)
	case 0xa0, 0xab, 0xbb:
		return i > 0 && s[i-1] == 0xc2
	}
	return i > 1 && s[i-2] == 0xe2 && (s[i-1] == 0x80 || s[i-1] == 0x81) && s[i] >= 0x80
}

// word takes the next word's hash and, with those before it, a shingle's.
func (m *minHasher) word(h uint64) {
	copy(m.words[:], m.words[1:])
	m.words[shingleWords-1] = h
	if m.n++; m.n < shingleWords {
		return
	}
	m.shingle()
}

func (m *minHasher) shingle() {
	h := uint64(0)
	for _, w := range m.words {
		h = mix(h ^ w)
	}
	bin := h >> 57
	v := uint32(h) | 1 // 0 stands for an empty bin
	if m.bins[bin] == 0 || v < m.bins[bin] {
		m.bins[bin] = v
	}
}

// print fills the empty bins from others, the same ones for every document.
func (m *minHasher) print() Fingerprint {
	if m.n > 0 && m.n < shingleWords {
		m.shingle()
	}
	var out Fingerprint
	if m.bins == [printSize]uint32{} {
		return out
	}
	for i, v := range m.bins {
		for try := uint64(1); v == 0; try++ {
			v = m.bins[mix(uint64(i)<<32|try)%printSize]
		}
		out[i] = uint16(mix(uint64(v))) // the smallest of many is small; this spreads it
	}
	return out
}

// mix spreads the bits of h (the finaliser of SplitMix64).
func mix(h uint64) uint64 {
	h += 0x9e3779b97f4a7c15
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}
