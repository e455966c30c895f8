package language

import "iter"

// Text returns the bytes of token i; text is what Analyse was given.
func (s *Sentence) Text(text string, i int) string {
	return text[s.Tokens[i].Start:s.Tokens[i].End]
}

// Root returns the index of the root token, or -1 where nothing was parsed.
func (s *Sentence) Root() int {
	for i := range s.Tokens {
		if s.Tokens[i].Rel == Root {
			return i
		}
	}
	return -1
}

// Children yields the dependents of token i in text order.
func (s *Sentence) Children(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for j := range s.Tokens {
			if s.Tokens[j].Head == i && !yield(j) {
				return
			}
		}
	}
}

// Child returns the first dependent of token i that has one of the relations,
// or -1.
func (s *Sentence) Child(i int, rels ...Rel) int {
	for j := range s.Tokens {
		if s.Tokens[j].Head != i {
			continue
		}
		for _, r := range rels {
			if s.Tokens[j].Rel == r {
				return j
			}
		}
	}
	return -1
}

// Subtree returns the token range [first, last) from the leftmost to the
// rightmost of token i and its descendants. Trees are projective, so the range
// holds nothing else.
func (s *Sentence) Subtree(i int) (first, last int) {
	return s.edge(i, true), s.edge(i, false) + 1
}

// edge walks from i to its outermost descendant on one side.
func (s *Sentence) edge(i int, left bool) int {
	for {
		next := s.outerChild(i, left)
		if next < 0 {
			return i
		}
		i = next
	}
}

func (s *Sentence) outerChild(i int, left bool) int {
	if left {
		for j := 0; j < i; j++ {
			if s.Tokens[j].Head == i {
				return j
			}
		}
		return -1
	}
	for j := len(s.Tokens) - 1; j > i; j-- {
		if s.Tokens[j].Head == i {
			return j
		}
	}
	return -1
}
