package timex

import "pacta/language"

// A matcher runs the grammar over the atoms of one stretch of text. It fills
// one frame and takes back what failed rules put there.
type matcher struct {
	*grammar
	atoms     []atom
	sentences []language.Sentence
	frame     frame
	from      int      // where the expression starts
	trail     []change // what was put into frame, for taking back
	kept      []change // what the best rules so far put there

	wordA, wordAn, wordAnd, wordHalf, wordHyphen, wordComma *word
}

// A change is one field that was put, and what was there before.
type change struct {
	to       field
	had      bool
	val, old int32
}

func (m *matcher) init(g *grammar) {
	m.grammar = g
	m.wordA, m.wordAn, m.wordAnd = g.words["a"], g.words["an"], g.words["and"]
	m.wordHalf, m.wordHyphen, m.wordComma = g.words["half"], g.words["-"], g.words[","]
}

func (m *matcher) put(to field, v int32) {
	m.trail = append(m.trail, change{to, m.frame.has(to), v, m.frame.val[to]})
	m.frame.set |= 1 << to
	m.frame.val[to] = v
}

// undo takes back what was put since the trail was n long.
func (m *matcher) undo(n int) {
	for i := len(m.trail) - 1; i >= n; i-- {
		c := &m.trail[i]
		m.frame.val[c.to] = c.old
		if !c.had {
			m.frame.set &^= 1 << c.to
		}
	}
	m.trail = m.trail[:n]
}

var outside atom // what stands before the first and after the last atom

func (m *matcher) at(i int) *atom {
	if uint(i) >= uint(len(m.atoms)) {
		return &outside
	}
	return &m.atoms[i]
}

// is reports whether atom i is a word that the grammar or the context tables
// use.
func (m *matcher) is(i int, text string) bool {
	w := m.at(i).word
	return w != nil && w.text == text
}

// best matches the longest rule of a nonterminal at atom i, the earlier in the
// file where two are equally long, and puts what it says into the frame.
func (m *matcher) best(nt, i int) int {
	w := m.at(i).word
	if w == nil {
		return -1
	}
	end, start, kept := -1, len(m.trail), len(m.kept)
	for _, n := range m.starts[nt][w.id] {
		r := &m.rules[n]
		if j := m.seq(r.elems, i); j > end && j > i && m.holds(r, i, j) {
			for _, a := range r.assign {
				m.put(a.to, int32(a.val))
			}
			end = j
			m.kept = append(m.kept[:kept], m.trail[start:]...)
		}
		m.undo(start)
	}
	for k := kept; k < len(m.kept); k++ {
		m.put(m.kept[k].to, m.kept[k].val)
	}
	m.kept = m.kept[:kept]
	return end
}

func (m *matcher) holds(r *rule, i, j int) bool {
	for _, g := range r.guards {
		if !g(m, i, j, &m.frame) {
			return false
		}
	}
	return true
}

// seq matches elems one after the other from atom i and returns the end, or
// -1. Where it fails the caller takes back what it put.
func (m *matcher) seq(elems []elem, i int) int {
	for n := range elems {
		e := &elems[n]
		if e.optional {
			start := len(m.trail)
			if j := m.one(e, i); j >= 0 {
				if j = m.seq(elems[n+1:], j); j >= 0 {
					return j
				}
			}
			m.undo(start)
			continue
		}
		if i = m.one(e, i); i < 0 {
			return -1
		}
	}
	return i
}

// one matches a single element.
func (m *matcher) one(e *elem, i int) int {
	a := m.at(i)
	if e.glued && !a.glued || a.word == nil {
		return -1
	}
	switch e.kind {
	case literal:
		if a.word != e.word || a.capital && m.is(i-1, ".") && i > m.from {
			return -1 // "at 10 a.m. On Tuesday" are two
		}
		return i + 1
	case ofClass:
		if !a.is(e.class) {
			return -1
		}
		if e.to != none {
			m.put(e.to, int32(a.value(e.class)))
		}
		return i + 1
	case builtin:
		end, v := e.parse(m, i)
		if end >= 0 && e.to != none {
			m.put(e.to, int32(v))
		}
		return end
	case nonterminal:
		return m.best(e.nt, i)
	}
	start := len(m.trail)
	for _, alt := range e.alts {
		if j := m.seq(alt, i); j >= 0 {
			return j
		}
		m.undo(start)
	}
	return -1
}
