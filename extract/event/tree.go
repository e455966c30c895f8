package event

import (
	"pacta"
	"pacta/language"
)

// child returns the first dependent of i with one of rels, -1 if there is none.
func (d *document) child(i int, rels ...language.Rel) int {
	for _, k := range d.kids[i] {
		for _, r := range rels {
			if d.s.Tokens[k].Rel == r {
				return int(k)
			}
		}
	}
	return -1
}

// hasChild reports whether i has a dependent with one of the lemmas.
func (d *document) hasChild(i int, lemmas ...string) bool {
	for _, k := range d.kids[i] {
		for _, l := range lemmas {
			if d.lemma[k] == l {
				return true
			}
		}
	}
	return false
}

// preposition returns the lemma of the case marker of i, "" if it has none.
func (d *document) preposition(i int) string {
	if k := d.child(i, language.Case); k >= 0 {
		return d.lemma[k]
	}
	return ""
}

func (d *document) isVerb(i int) bool {
	return d.s.Tokens[i].UPOS == language.VERB || d.s.Tokens[i].UPOS == language.AUX && d.s.Tokens[i].Rel != language.Aux && d.s.Tokens[i].Rel != language.AuxPass && d.s.Tokens[i].Rel != language.Cop
}

func (d *document) isNoun(i int) bool {
	u := d.s.Tokens[i].UPOS
	return u == language.NOUN || u == language.PROPN
}

func (d *document) passive(i int) bool {
	return d.child(i, language.NsubjPass, language.AuxPass) >= 0 ||
		d.s.Tokens[i].Rel == language.Acl && d.s.Tokens[i].XPOS == language.TagVBN && (!d.clauseless(i) || d.child(i, language.OblAgent) >= 0)
}

// clauseless reports whether the sentence consists of the noun that i hangs on:
// the parser took the past tense of its only verb for a participle.
func (d *document) clauseless(i int) bool {
	h := d.s.Tokens[i].Head
	return h >= 0 && d.s.Tokens[i].Rel == language.Acl && d.s.Tokens[i].XPOS != language.TagVBG && d.s.Tokens[h].Head < 0 && d.isNoun(h) && h < i &&
		d.child(h, language.Cop, language.Nsubj) < 0
}

// span returns the bytes of token i.
func (d *document) span(i int) pacta.Span {
	return pacta.Span{Start: d.s.Tokens[i].Start, End: d.s.Tokens[i].End}
}

// whole returns the bytes of i and all that hangs on it.
func (d *document) whole(i int) pacta.Span {
	first, last := d.s.Subtree(i)
	return pacta.Span{Start: d.s.Tokens[first].Start, End: d.s.Tokens[last-1].End}
}

// core returns the bytes of the noun phrase of i without what follows its head
// but for names that run on: "the two Russian ministers".
func (d *document) core(i int) pacta.Span {
	s := d.span(i)
	for _, k := range d.kids[i] {
		switch d.s.Tokens[k].Rel {
		case language.Det, language.Amod, language.Compound, language.NmodPoss, language.Nummod, language.Flat, language.NmodDesc, language.DetPredet:
			s = s.Union(d.whole(int(k)))
		}
	}
	return s
}

// clausal reports whether r opens a clause of its own.
func clausal(r language.Rel) bool {
	switch r.Base() {
	case language.Ccomp, language.Xcomp, language.Advcl, language.Acl, language.Csubj, language.Parataxis, language.Root:
		return true
	}
	return r == language.AclRelcl || r == language.AdvclRelcl
}

// nominal returns the bytes of the phrase of i up to the first clause in it.
func (d *document) nominal(i int) pacta.Span {
	s := d.core(i)
	for _, k := range d.kids[i] {
		if int(k) > i {
			switch d.s.Tokens[k].Rel {
			case language.Nmod, language.Conj, language.Appos:
				s = s.Union(d.whole(int(k)))
			}
		}
	}
	return s
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
