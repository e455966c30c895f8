package read

import (
	"cmp"
	"slices"

	"pacta"
)

const (
	printSize    = 128 // hashes in a fingerprint
	shingleWords = 3   // words in a shingle
	bandRows     = 3   // hashes in a band

	// CopyFrom is the similarity from which two documents count as copies: a
	// wire story cut to half of its length is just there.
	CopyFrom = 0.4
)

// A Fingerprint is a MinHash of the three-word shingles of a document outside
// of its boilerplate (Broder 1997, in one pass over one permutation after Li,
// Owen and Zhang 2012, empty bins filled after Shrivastava 2017). Its zero value
// is that of a text without words.
type Fingerprint [printSize]uint32

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

// Bands returns keys of which two copies have at least one in common, but for
// one pair in twenty at the least similarity that counts and one in two hundred
// at a half. A store looks up copies by them. There are none for a text without words.
func (f *Fingerprint) Bands() []uint64 {
	if *f == (Fingerprint{}) {
		return nil
	}
	out := make([]uint64, printSize/bandRows)
	for i := range out {
		h := uint64(i)
		for _, v := range f[i*bandRows : (i+1)*bandRows] {
			h = mix(h ^ uint64(v))
		}
		out[i] = h
	}
	return out
}

// A Copy is a document for Groups: its ID and its fingerprint.
type Copy struct {
	ID    string
	Print Fingerprint
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
	met := map[uint64][]int{}
	for _, i := range order {
		for _, band := range docs[i].Print.Bands() {
			for _, j := range met[band] {
				a, b := root(i), root(j)
				if a != b && docs[i].Print.Similarity(&docs[j].Print) >= CopyFrom {
					if docs[a].ID < docs[b].ID {
						a, b = b, a
					}
					parent[a] = b
				}
			}
			if len(met[band]) < maxMet {
				met[band] = append(met[band], i)
			}
		}
	}
	out := make([]string, len(docs))
	for i := range docs {
		out[i] = docs[root(i)].ID
	}
	return out
}

// maxMet bounds how many documents one key is compared with; a key that more
// share is one of boilerplate, or of a group that is joined already.
const maxMet = 64

// A minHasher keeps the smallest hash in each bin.
type minHasher struct {
	bins  Fingerprint
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
	out := m.bins
	if m.bins == (Fingerprint{}) {
		return out
	}
	for i := range out {
		for try := uint64(1); out[i] == 0; try++ {
			from := mix(uint64(i)<<32|try) % printSize
			out[i] = m.bins[from]
		}
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
