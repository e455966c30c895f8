package timex

import "fmt"

// A set of words, by their ids.
type set []uint64

func (s set) has(w *word) bool { return w != nil && s[w.id/64]&(1<<(w.id%64)) != 0 }
func (s set) add(w *word)      { s[w.id/64] |= 1 << (w.id % 64) }
func (s set) addAll(t set) {
	for i, x := range t {
		s[i] |= x
	}
}

// A follow says how an expression that begins with some word may go on.
type follow struct {
	alone bool // not at all
	next  set  // with these words
}

func (f *follow) allows(next *word) bool { return f.alone || f.next.has(next) }

// starter finds the words that rules start with.
type starter struct {
	*grammar
	ofClass []set
	number  set   // what builtins start with
	ofRule  []set // by nonterminal; nil until it is needed
	open    []bool
}

func (g *grammar) set() set { return make(set, len(g.list)/64+1) }

// index finds for every word and nonterminal the rules that can start there,
// and for every word what may stand after it in an expression: most words,
// such as "the", start many rules and are seldom followed by a word that any
// of them wants. A nonterminal that starts with itself is an error.
func (g *grammar) index() error {
	s := &starter{grammar: g, number: g.set(), ofRule: make([]set, len(g.byName)), open: make([]bool, len(g.byName))}
	for c := range classNames {
		x := g.set()
		for _, w := range g.list {
			if w.is(class(c)) {
				x.add(w)
			}
		}
		s.ofClass = append(s.ofClass, x)
	}
	for _, w := range g.list {
		if w.classes&builtinStart != 0 || w.text == "a" || w.text == "an" || w.text == "half" {
			s.number.add(w)
		}
	}
	g.starts = make([][][]int, len(g.byName))
	for nt := range g.byName {
		if _, err := s.nonterminal(nt); err != nil {
			return err
		}
	}
	for nt, rules := range g.byName {
		g.starts[nt] = make([][]int, len(g.list))
		for _, r := range rules {
			first := s.first(g.rules[r].elems)
			for _, w := range g.list {
				if first.has(w) {
					g.starts[nt][w.id] = append(g.starts[nt][w.id], r)
				}
			}
		}
	}
	s.pair()
	return nil
}

// nonterminal returns the words that a nonterminal starts with.
func (s *starter) nonterminal(nt int) (set, error) {
	if s.ofRule[nt] != nil {
		return s.ofRule[nt], nil
	}
	if s.open[nt] {
		return nil, fmt.Errorf("grammar: a rule of line %d starts with itself", s.rules[s.byName[nt][0]].line)
	}
	s.open[nt] = true
	out := s.set()
	for _, r := range s.byName[nt] {
		if err := s.add(out, s.rules[r].elems); err != nil {
			return nil, err
		}
	}
	s.ofRule[nt] = out
	return out, nil
}

// first returns the words that elems start with, once all nonterminals are
// known to be sound.
func (s *starter) first(elems []elem) set {
	out := s.set()
	if err := s.add(out, elems); err != nil {
		panic("timex: " + err.Error())
	}
	return out
}

func (s *starter) add(out set, elems []elem) error {
	for i := range elems {
		if err := s.addElem(out, &elems[i]); err != nil || !elems[i].optional {
			return err
		}
	}
	return nil
}

func (s *starter) addElem(out set, e *elem) error {
	switch e.kind {
	case literal:
		out.add(e.word)
	case ofClass:
		out.addAll(s.ofClass[e.class])
	case builtin:
		out.addAll(s.number)
	case nonterminal:
		x, err := s.nonterminal(e.nt)
		out.addAll(x)
		return err
	case group:
		for _, alt := range e.alts {
			if err := s.add(out, alt); err != nil {
				return err
			}
		}
	}
	return nil
}

// pair fills in grammar.pairs.
func (s *starter) pair() {
	s.pairs = make([]follow, len(s.list))
	for _, w := range s.list {
		f := &s.pairs[w.id]
		f.next = s.set()
		for _, r := range s.starts[s.top][w.id] {
			s.after(s.rules[r].elems, w, nil, f)
		}
	}
}

// A rest is what stands behind the elements that are being looked at.
type rest struct {
	elems []elem
	up    *rest
}

// after adds to f what may come second where elems take w first and more
// stands behind them.
func (s *starter) after(elems []elem, w *word, more *rest, f *follow) {
	for i := range elems {
		e := &elems[i]
		behind := &rest{elems[i+1:], more}
		switch e.kind {
		case literal:
			if e.word == w {
				s.second(behind, f)
			}
		case ofClass:
			if w.is(e.class) {
				s.second(behind, f)
			}
		case builtin:
			f.alone = f.alone || s.number.has(w) // it may take any number of words
		case nonterminal:
			for _, r := range s.starts[e.nt][w.id] {
				s.after(s.rules[r].elems, w, behind, f)
			}
		case group:
			for _, alt := range e.alts {
				s.after(alt, w, behind, f)
			}
		}
		if !e.optional {
			return
		}
	}
}

// second adds the words that r starts with.
func (s *starter) second(r *rest, f *follow) {
	for ; r != nil; r = r.up {
		f.next.addAll(s.first(r.elems))
		for i := range r.elems {
			if !r.elems[i].optional {
				return
			}
		}
	}
	f.alone = true
}
