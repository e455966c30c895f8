package gazetteer

// Find appends the names in text to dst, in text order, and returns it. Names are taken
// leftmost-longest at word borders and do not overlap, except that an ambiguous name gives several
// matches of one span. Case counts: "Turkey" and "TURKEY" are names, "turkey" is not; "US" and "U.S."
// are, "us" is not.
func (g *Gazetteer) Find(text string, dst []Match) []Match {
	previous := word{}
	for i := wordStart(text, 0); i < len(text); i = wordStart(text, i) {
		w := scan(text, i)
		n, ok := g.trie.node(step(rootKey, w.hash))
		if !ok {
			previous, i = w, w.end
			continue
		}
		p := path{text: text, start: i, word: w, node: n, previous: previous}
		dst = g.longest(&p, dst)
		previous, i = p.word, max(p.end, w.end)
	}
	return dst
}

// path is a walk through the trie along the words of a text.
type path struct {
	text         string
	start        int
	word         word // the last word read
	previous     word // the word before start
	node         node
	key          uint64
	words        int
	caps, uppers uint64
	end          int // of the longest name found
}

// longest appends the matches of the longest name that begins at the start of p and sets p.end; p.end
// stays 0 where there is none. It leaves p.word at the last word of that name.
func (g *Gazetteer) longest(p *path, dst []Match) []Match {
	first := p.word
	p.key = step(rootKey, first.hash)
	p.read()
	keep, last := len(dst), first
	for {
		if p.node.first != 0 {
			if found := g.matches(p, dst[:keep]); len(found) > keep {
				dst, p.end, last = found, p.word.end, p.word
			}
		}
		if !p.node.inner || !g.advance(p) {
			break
		}
	}
	p.word = last
	return dst
}

// read notes the case of the word just read.
func (p *path) read() {
	if p.word.cap {
		p.caps |= 1 << p.words
	}
	if p.word.upper {
		p.uppers |= 1 << p.words
	}
	p.words++
}

// advance reads on by one word, if a name goes on with it.
func (g *Gazetteer) advance(p *path) bool {
	if p.words == maxWords {
		return false
	}
	end, key := p.word.end, p.key
	if p.word.poss > 0 {
		end, key = p.word.poss, step(key, possHash)
		if _, ok := g.trie.node(key); !ok {
			return false
		}
	}
	next, comma, ok := gap(p.text, end, p.word.abbreviation())
	if !ok {
		return false
	}
	w := scan(p.text, next)
	if comma {
		k := step(key, commaHash)
		if _, ok := g.trie.node(k); ok {
			key = k
		} else if w.hash != andHash {
			return false
		}
	}
	key = step(key, w.hash)
	n, ok := g.trie.node(key)
	if !ok {
		return false
	}
	p.word, p.node, p.key = w, n, key
	p.read()
	return true
}

var andHash = scan("and", 0).hash // a list may have a comma before "and" or not

// matches appends a match for each surface that ends where p stands and whose case fits.
func (g *Gazetteer) matches(p *path, dst []Match) []Match {
	keep := len(dst)
	for id := p.node.first; id != 0; {
		s := &g.trie.surfaces[id-1]
		id = s.next
		if s.caps&^p.caps != 0 || s.uppers&^p.uppers != 0 || !s.fits(p) || has(dst[keep:], s.entry) {
			continue
		}
		dst = append(dst, Match{Start: p.start, End: p.word.end, Entry: s.entry, Reading: s.reading, Weak: s.weak})
	}
	return dst
}

// fits checks what stands beside the name.
func (s *surface) fits(p *path) bool {
	next := at(p.text, p.word.end)
	switch {
	case s.combining:
		n := hyphen(p.text, p.word.end)
		return n > 0 && letterAt(p.text, p.word.end+n)
	case s.uppers != 0 && next == '$': // "US$ 100"
		return false
	case s.word:
		return !p.inCapitals()
	}
	return true
}

// inCapitals reports whether the words before and after are in capitals too, as in a heading, where
// capitals do not tell a name from an ordinary word.
func (p *path) inCapitals() bool {
	if shouted(p.previous) {
		return true
	}
	next, _, ok := gap(p.text, p.word.end, false)
	return ok && shouted(scan(p.text, next))
}

func shouted(w word) bool { return w.end > 0 && w.upper && w.size > 1 }

func has(matches []Match, e *Entry) bool {
	for i := range matches {
		if matches[i].Entry == e {
			return true
		}
	}
	return false
}
