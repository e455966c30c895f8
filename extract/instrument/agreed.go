package instrument

import (
	"slices"
	"strings"

	"pacta/language"
)

// relative reads the clause behind p that tells who signed it: "the pact that
// A had signed with B". It reports whether one begins at token i.
func (s *sentence) relative(p *phrase, i int) bool {
	switch strings.ToLower(s.words(i)) {
	case "that", "which":
		i++
	default:
		return false
	}
	for v := i; v < i+10 && v < len(s.tokens); v++ {
		t := s.tokens[v]
		if !t.is(isSign) {
			if t.is(isRelative) || s.words(v) == "," {
				return false
			}
			continue
		}
		if v == i || t.signing != hasSigned || s.at(v+1).is(isDeterminer) || s.at(v-1).prep != 0 {
			return false
		}
		if s.signers(p, v); p.signed {
			s.tail(p, v+1, hasSigned)
		}
		return true
	}
	return false
}

// agreed reads who agreed on p without a word of signing: "A and B accepted an
// agreement", "agreed on an annex". Only two or more that do it together are
// parties: a parliament or a bystander accepts things too.
func (s *sentence) agreed(p *phrase) bool {
	v := s.node(p.head).Head
	if v < 0 || v >= p.first || !s.settles(p.head, v) || s.denied(v) || s.leftOpen(v) {
		return false
	}
	subject := s.a.Sentences[s.index].Child(v, language.Nsubj)
	if subject < 0 {
		return false
	}
	first, last := s.a.Sentences[s.index].Subtree(subject)
	var found []party
	for j := first; j < min(last, v); j++ {
		if x, ok := s.actor(j); ok && (x.Type == "state" || x.Type == "organization" && concludes(x.Value) || isEntity(x)) {
			found = addParty(found, x)
		}
	}
	if len(found) < 2 {
		return false
	}
	p.parties, p.agreed = join(p.parties, found), true
	s.setting(p)
	return true
}

// settles reports whether the verb at token v says that its object, the noun at
// token i, was agreed on.
func (s *sentence) settles(i, v int) bool {
	switch s.node(v).Lemma {
	case "accept", "endorse", "initial", "finalise", "finalize", "approve", "negotiate":
		return s.node(i).Rel == language.Obj && s.node(v).XPOS == language.TagVBD
	case "agree":
		if s.node(i).Rel == language.Obj {
			return true
		}
		on := s.a.Sentences[s.index].Child(i, language.Case)
		return on >= 0 && s.node(i).Rel == language.Obl
	}
	return false
}

// setting reads place and date of an agreement from the rest of its clause.
func (s *sentence) setting(p *phrase) {
	for i := p.last; i < len(s.tokens); i++ {
		t := s.tokens[i]
		if w := s.words(i); w == "," || w == ";" || w == ":" || t.is(isRelative) {
			return
		}
		if t.prep == inPlace && p.place.IsZero() && (s.isCity(i+1) || s.isWhere(i+1)) {
			s.placeAt(p, i+1)
		}
		if p.date.value == "" {
			s.takeTime(p, i)
		}
	}
}

// occasion returns the token behind "talks", "a long meeting" or the like at
// token i, 0 where none stands there.
func (s *sentence) occasion(i int) int {
	for j := i; j < i+4 && j < len(s.tokens); j++ {
		switch strings.ToLower(s.words(j)) {
		case "talks", "meeting", "summit", "ceremony", "negotiations", "conference", "session":
			return j + 1
		}
	}
	return 0
}

// join appends the parties of more that are not in list.
func join(list, more []party) []party {
	for _, x := range more {
		if !slices.ContainsFunc(list, func(y party) bool { return y.code == x.code }) {
			list = append(list, x)
		}
	}
	return list
}
