package instrument

import (
	"slices"
	"strings"

	"pacta/language"
)

// node returns the token i of the sentence with its place in the tree.
func (s *sentence) node(i int) language.Token { return s.a.Sentences[s.index].Tokens[i] }

// unsure reports whether the clause of the verb at token v leaves open whether
// it ever happens: "will start talks and sign …", "until both conclude …",
// "asked that B sign …". A plain past tense says that it did.
func (s *sentence) unsure(v int) bool {
	if s.tokens[v].signing != toSign {
		return false
	}
	for n := 0; n < 4; n++ {
		if s.leftOpen(v) {
			return true
		}
		t := s.node(v)
		if t.Head < 0 {
			return false
		}
		switch t.Rel {
		case language.Conj:
			v = t.Head
		case language.Ccomp, language.Xcomp:
			return asks(s.node(t.Head).Lemma)
		default:
			return false
		}
	}
	return false
}

// leftOpen reports whether a modal verb or a conjunction of time or condition
// stands with the verb at token v.
func (s *sentence) leftOpen(v int) bool {
	for c := range s.a.Sentences[s.index].Children(v) {
		switch t := s.node(c); t.Rel {
		case language.Aux:
			switch t.Lemma {
			case "will", "would", "shall", "should", "may", "might", "can", "could", "must":
				return true
			}
		case language.Mark:
			switch strings.ToLower(s.words(c)) {
			case "to", "until", "till", "if", "unless", "once", "whenever", "before":
				return true
			}
		}
	}
	return false
}

// asks reports whether what stands in the clause behind a verb is wished for.
func asks(lemma string) bool {
	switch lemma {
	case "demand", "insist", "urge", "ask", "propose", "request", "recommend", "require", "suggest", "want", "hope":
		return true
	}
	return false
}

// aside reports whether token i stands within an adjunct of the verb at token
// v, so that whom it names takes no part: "with the help of A, B and C signed …".
func (s *sentence) aside(i, v int) bool {
	top := v
	for s.node(top).Rel == language.Conj && s.node(top).Head >= 0 {
		top = s.node(top).Head
	}
	for n := 0; n < 12; n++ {
		t := s.node(i)
		if t.Head < 0 {
			return false
		}
		if t.Head == v || t.Head == top {
			return t.Rel == language.Advcl && i != v || t.Rel == language.Obl && t.UPOS == language.NOUN && !isLeader(strings.ToLower(s.words(i))) && s.circumstance(i)
		}
		i = t.Head
	}
	return false
}

// subjects returns those of list that stand in the subject of the verb at token
// v, or of the verb that governs it: "A and B hope to sign …".
func (s *sentence) subjects(v int, list []party) []party {
	x := &s.a.Sentences[s.index]
	for n := 0; n < 3 && v >= 0; n++ {
		if i := x.Child(v, language.Nsubj); i >= 0 {
			first, last := x.Subtree(i)
			return slices.DeleteFunc(slices.Clone(list), func(p party) bool {
				return p.Start < s.tokens[first].Start || p.Start > s.tokens[last-1].Start
			})
		}
		v = s.node(v).Head
	}
	return nil
}

// circumstance reports whether the preposition of the noun at token i says how,
// why or against what something is done.
func (s *sentence) circumstance(i int) bool {
	for c := range s.a.Sentences[s.index].Children(i) {
		if s.node(c).Rel != language.Case {
			continue
		}
		switch strings.ToLower(s.words(c)) {
		case "with", "without", "through", "under", "after", "despite", "over", "amid", "because", "against":
			return true
		}
	}
	return false
}
