package commitment

import "pacta/language"

// treeSubject follows conjunctions, auxiliaries and infinitives up to the
// verb that has a subject of its own.
func (v *view) treeSubject(i int) (from, to int) {
	for step := 0; v.parsed() && step < 6 && i >= 0; step++ {
		if j := v.subjectChild(i); j >= 0 {
			if v.is(j, "which", "that", "who") && v.rel(i).Base() == language.Acl {
				return v.treeAntecedent(v.head(i), j)
			}
			if v.is(j, "who", "which", "that", "it", "what") && j < i && v.is(j-1, ",", "that", "of") && v.rel(i) == language.AclRelcl && !v.is(j, "it") {
				return v.treeAntecedent(v.head(i), j)
			}
			return v.treePhrase(j)
		}
		switch v.rel(i) {
		case language.AclRelcl:
			return 0, 0
		case language.Conj, language.Xcomp, language.Aux, language.AuxPass, language.Cop, language.Parataxis:
		case language.Advcl:
			if v.tag(i) != language.TagVBG && v.tag(i) != language.TagVB {
				return 0, 0
			}
		default:
			return 0, 0
		}
		cop := v.rel(i) == language.Cop
		if i = v.head(i); i < 0 || !v.isVerb(i) && v.tag(i) != language.TagJJ && !cop {
			return 0, 0
		}
	}
	return 0, 0
}

func (v *view) subjectChild(i int) int {
	best := -1
	for j := range v.s.Children(i) {
		switch b := v.rel(j).Base(); {
		case b == language.Nsubj && (best < 0 || j < i && !v.is(j, "each", "both", "all")):
			best = j
		case b == language.Aux && j < i && best < 0: // "Delhi have both abided"
			for k := range v.s.Children(j) {
				if v.rel(k).Base() == language.Nsubj && k < j {
					best = k
				}
			}
		}
	}
	return best
}

// treeAntecedent returns the noun phrase of a relative clause whose pronoun stands
// at token pronoun.
func (v *view) treeAntecedent(noun, pronoun int) (from, to int) {
	if noun < 0 || noun >= pronoun {
		return 0, 0
	}
	from, to = v.treePhrase(noun)
	if to > pronoun {
		to = pronoun
	}
	if to <= noun {
		to = noun + 1
	}
	for k := from; k < to; k++ { // "not Serra but Ostia that"
		if v.is(k, "but") && v.is(from, "not") {
			from = k + 1
		}
	}
	return v.tidy(from, to)
}

// treePhrase returns the noun phrase of the noun at token j without clauses and
// insertions that hang on it.
func (v *view) treePhrase(j int) (from, to int) {
	from, to = v.s.Subtree(j)
	for k := range v.s.Children(j) {
		switch v.rel(k).Base() {
		case language.Acl, language.Appos, language.Parataxis, language.Advcl, language.List:
			if first, last := v.s.Subtree(k); first > j {
				to = min(to, first)
			} else if last <= j {
				from = max(from, last)
			}
		case language.Nsubj, language.Cop, language.Expl, language.Aux:
			if _, last := v.s.Subtree(k); last <= j {
				from = max(from, last)
			}
		case language.Punct, language.Discourse:
			if k > j && !v.hasConjAfter(j, k) {
				to = min(to, k)
			}
		case language.Mark, language.Cc, language.Advmod, language.Case:
			if k < j && k-from < 2 && v.rel(k) != language.CcPreconj && !v.is(k, "not", "hardly", "nearly", "almost", "all", "neither", "none") {
				from = max(from, k+1)
			}
		}
	}
	return v.tidy(from, to)
}

func (v *view) hasConjAfter(j, k int) bool {
	for n := range v.s.Children(j) {
		if n > k && v.rel(n) == language.Conj {
			return true
		}
	}
	return false
}

// tidy takes marks, conjunctions and floating words off both ends.
func (v *view) tidy(from, to int) (int, int) {
	for from < to && v.is(from, ",", ";", ":", "that", "and", "but", "\"", "“", "–", "—", "-", ".", "if", "as") {
		from++
	}
	for to > from && v.is(to-1, ",", ";", ":", "each", "both", "also", "\"", "”", "that", "which", "who", "themselves", "itself") {
		to--
	}
	return from, to
}

// besidePronoun returns the noun phrase before the relative pronoun at token i:
// "it was the army | which had broken".
func (v *view) besidePronoun(i int) (from, to int) {
	to = i
	for v.is(to-1, ",") {
		to--
	}
	from = to
	for from > 0 {
		t := v.tag(from - 1)
		if t != language.TagDT && t != language.TagJJ && t != language.TagPOS && t != language.TagCD && t != language.TagPRPS && (t < language.TagNN || t > language.TagNNS) && t != language.TagNNP {
			break
		}
		from--
	}
	return from, to
}

// withAttribute extends a subject by the place or body that stands between it
// and its verb at token i: "the foreign ministry | in Kesh | accused".
func (v *view) withAttribute(from, to, i int) int {
	if from >= to || to >= i || !v.is(to, "in", "of", "at", "for", "on", "under") {
		return to
	}
	for k := to; k < i; k++ {
		switch t := v.tag(k); {
		case t == language.TagIN || t == language.TagDT || t == language.TagJJ || t == language.TagPOS || t == language.TagPRPS || t >= language.TagNN && t <= language.TagNNS || t == language.TagNNP || t == language.TagNNPS:
		case k > to+1 && (t == language.TagVBZ || t == language.TagVBD || t == language.TagVBP || t == language.TagMD || t == language.TagRB || t == language.TagVBN):
			return k
		default:
			return to
		}
	}
	if v.is(i-1, "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "spring", "summer", "autumn", "winter", "year", "week") {
		return to
	}
	return i
}

// parsed reports whether the sentence has a tree.
func (v *view) parsed() bool { return len(v.word) > 0 && v.rel(0) != 0 }

// TreeSubject returns the tokens [from, to) of whoever acts at the verb at
// token i, as the tree has it: over conjunctions, auxiliaries and infinitives;
// an empty range where it does not tell.
func (r *Reader) TreeSubject(i int) (from, to int) { return r.v.treeSubject(i) }

// TreePhrase returns the noun phrase of the noun at token j, without the
// clauses and insertions that hang on it.
func (r *Reader) TreePhrase(j int) (from, to int) { return r.v.treePhrase(j) }

// Beside returns the noun phrase before the relative pronoun at token i.
func (r *Reader) Beside(i int) (from, to int) { return r.v.besidePronoun(i) }

// Extend returns the end of a subject [from, to) with the place or body that
// stands between it and its verb at token i.
func (r *Reader) Extend(from, to, i int) int { return r.v.withAttribute(from, to, i) }

// Tidy takes marks, conjunctions and floating words off both ends of a phrase.
func (r *Reader) Tidy(from, to int) (int, int) { return r.v.tidy(from, to) }
