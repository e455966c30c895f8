package timex

import "pacta/language"

// A matcher runs the grammar over the atoms of one stretch of text.
type matcher struct {
	*grammar
	atoms     []atom
	sentences []language.Sentence

	wordA, wordAn, wordAnd, wordHalf, wordHyphen, wordComma *word
}

var outside atom // what stands before the first and after the last atom

func (m *matcher) init(g *grammar) {
	m.grammar = g
	m.wordA, m.wordAn, m.wordAnd = g.words["a"], g.words["an"], g.words["and"]
	m.wordHalf, m.wordHyphen, m.wordComma = g.words["half"], g.words["-"], g.words[","]
}

func (m *matcher) at(i int) *atom {
	if i < 0 || i >= len(m.atoms) {
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
// file where two are equally long, and puts what it says into f.
func (m *matcher) best(nt, i int, f *frame) int {
	w := m.at(i).word
	if w == nil {
		return -1
	}
	end := -1
	base := *f
	for _, n := range m.starts[nt][w.id] {
		r := &m.rules[n]
		g := base
		j := m.seq(r.elems, i, &g)
		if j <= end || j == i || !m.holds(r, i, j, &g) {
			continue
		}
		for _, a := range r.assign {
			g.put(a.to, a.val)
		}
		end, *f = j, g
	}
	return end
}

func (m *matcher) holds(r *rule, i, j int, f *frame) bool {
	for _, g := range r.guards {
		if !g(m, i, j, f) {
			return false
		}
	}
	return true
}

// seq matches elems one after the other from atom i and returns the end, or
// -1. Where it fails f is spoilt.
func (m *matcher) seq(elems []elem, i int, f *frame) int {
	for n := range elems {
		e := &elems[n]
		if e.optional {
			g := *f
			if j := m.one(e, i, &g); j >= 0 {
				if j = m.seq(elems[n+1:], j, &g); j >= 0 {
					*f = g
					return j
				}
			}
			continue
		}
		if i = m.one(e, i, f); i < 0 {
			return -1
		}
	}
	return i
}

// one matches a single element.
func (m *matcher) one(e *elem, i int, f *frame) int {
	a := m.at(i)
	if e.glued && !a.glued || a.end == 0 {
		return -1
	}
	switch e.kind {
	case literal:
		if a.word == e.word {
			return i + 1
		}
		return -1
	case ofClass:
		if !a.is(e.class) {
			return -1
		}
		if e.to != none {
			f.put(e.to, a.value(e.class))
		}
		return i + 1
	case builtin:
		end, v := e.parse(m, i)
		if end >= 0 && e.to != none {
			f.put(e.to, v)
		}
		return end
	case nonterminal:
		return m.best(e.nt, i, f)
	}
	base := *f
	for _, alt := range e.alts {
		*f = base
		if j := m.seq(alt, i, f); j >= 0 {
			return j
		}
	}
	return -1
}
