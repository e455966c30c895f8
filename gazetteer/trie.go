package gazetteer

// trie holds the surfaces by their words. A node is known by the hash of the path to it, so that one
// open-addressed table holds all of it and a step is one probe.
type trie struct {
	keys     []uint64
	nodes    []node
	used     int
	surfaces []surface
}

type node struct {
	first int32 // index of the best surface + 1, 0 if no name ends here
	inner bool  // longer names go on from here
}

// surface is one way to write an entry.
type surface struct {
	entry     *Entry
	reading   Reading
	weak      bool
	word      bool   // an ordinary word as well: not a name within a line of capitals
	combining bool   // only before a hyphen: "Sino-"
	caps      uint64 // bit i: word i must begin with a capital
	uppers    uint64 // bit i: word i must be in capitals
	next      int32  // index + 1 of the next surface of the node
}

const (
	rootKey   = 0x9E3779B97F4A7C15
	possHash  = 0xA0761D6478BD642F
	commaHash = 0xE7037ED1A0B428DB
)

// step returns the key of the node that the word leads to.
func step(key, hash uint64) uint64 {
	k := (key ^ hash) * 0xD6E8FEB86659FD93
	k ^= k >> 32
	return k | 1 // 0 marks a free slot
}

// maxWords bounds the length of a name; the case masks have a bit for each word.
const maxWords = 64

// longTitle is the number of words from which the title of an instrument is known without capitals.
const longTitle = 6

func newTrie(size int) *trie {
	n := 1
	for n < size {
		n *= 2
	}
	return &trie{keys: make([]uint64, n), nodes: make([]node, n)}
}

// find returns the slot of key, or the free slot where it belongs.
func (t *trie) find(key uint64) int {
	mask := len(t.keys) - 1
	i := int(key>>1) & mask
	for t.keys[i] != 0 && t.keys[i] != key {
		i = (i + 1) & mask
	}
	return i
}

func (t *trie) node(key uint64) (node, bool) {
	i := t.find(key)
	return t.nodes[i], t.keys[i] == key
}

func (t *trie) grow() {
	old := *t
	t.keys, t.nodes = make([]uint64, 2*len(old.keys)), make([]node, 2*len(old.nodes))
	for i, key := range old.keys {
		if key != 0 {
			j := t.find(key)
			t.keys[j], t.nodes[j] = key, old.nodes[i]
		}
	}
}

func (t *trie) enter(key uint64) int {
	i := t.find(key)
	if t.keys[i] == key {
		return i
	}
	if t.used++; 2*t.used > len(t.keys) {
		t.grow()
		i = t.find(key)
	}
	t.keys[i] = key
	return i
}

// add enters name as a way to write what s says.
func (t *trie) add(name string, s surface) {
	key, n := uint64(rootKey), 0
	slot := -1
	walk(name, func(w word, symbol uint64) bool {
		if slot >= 0 {
			t.nodes[slot].inner = true
		}
		if symbol != 0 {
			key = step(key, symbol)
		} else {
			s.require(n, w)
			key = step(key, w.hash)
			n++
		}
		slot = t.enter(key)
		return true
	})
	if slot < 0 {
		return
	}
	if s.entry.Kind == Instrument && n >= longTitle {
		s.caps = 0
	}
	t.surfaces = append(t.surfaces, s)
	t.insert(slot, int32(len(t.surfaces)))
}

// require notes which letters of word n must be capitals.
func (s *surface) require(n int, w word) {
	if n >= maxWords {
		return
	}
	if w.cap {
		s.caps |= 1 << n
	}
	if w.upper && w.size > 1 {
		s.uppers |= 1 << n
	}
}

// insert puts a surface into the list of the slot, the surest first.
func (t *trie) insert(slot int, id int32) {
	at := &t.nodes[slot].first
	for *at != 0 && !t.surfaces[id-1].surer(t.surfaces[*at-1]) {
		at = &t.surfaces[*at-1].next
	}
	t.surfaces[id-1].next = *at
	*at = id
}

func (s surface) surer(o surface) bool {
	if s.weak != o.weak {
		return !s.weak
	}
	if (s.uppers != 0) != (o.uppers != 0) {
		return s.uppers != 0 // "GUAM" is the organisation, "Guam" cannot be
	}
	return s.reading < o.reading
}

// walk calls visit for each word of a name, and with a symbol for a possessive "'s" and a comma.
func walk(name string, visit func(w word, symbol uint64) bool) bool {
	for i := wordStart(name, 0); i < len(name); {
		w := scan(name, i)
		if !visit(w, 0) {
			return false
		}
		end := w.end
		if w.poss > 0 {
			end = w.poss
			if !visit(w, possHash) {
				return false
			}
		}
		if at(name, end) == ',' && !visit(w, commaHash) {
			return false
		}
		i = wordStart(name, end)
	}
	return true
}
