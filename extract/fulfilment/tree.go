package fulfilment

import "pacta/language"

func (f *finder) rel(i int) language.Rel {
	if i < 0 || i >= len(f.word) {
		return 0
	}
	return f.s.Tokens[i].Rel
}

func (f *finder) head(i int) int {
	if i < 0 || i >= len(f.word) {
		return -1
	}
	return f.s.Tokens[i].Head
}

// parsed reports whether the sentence has a tree.
func (f *finder) parsed() bool { return f.rel(0) != 0 }

// subjectOf returns the tokens of whoever acts at the verb at token i: by the
// tree where it tells, else by the words before the verb.
func (f *finder) subjectOf(i int) (from, to int) {
	if from, to = f.subjectByTree(i); from < to {
		if to == from+1 && f.is(from, "which", "who", "that") && from > 0 {
			if a, b := f.besidePronoun(from); a < b {
				return a, b
			}
		}
		return from, f.withAttribute(from, to, i)
	}
	from, to = f.Subject(i)
	for from < to && f.is(to-1, "that", "which", "who", "still", "each", "both", "all", "also", ",") {
		to--
	}
	return from, to
}

// subjectByTree follows conjunctions, auxiliaries and infinitives up to the
// verb that has a subject of its own.
func (f *finder) subjectByTree(i int) (from, to int) {
	for step := 0; f.parsed() && step < 6 && i >= 0; step++ {
		if j := f.subjectChild(i); j >= 0 {
			if f.is(j, "which", "that", "who") && f.rel(i).Base() == language.Acl {
				return f.antecedent(f.head(i), j)
			}
			if f.is(j, "who", "which", "that", "it", "what") && j < i && f.is(j-1, ",", "that", "of") && f.rel(i) == language.AclRelcl && !f.is(j, "it") {
				return f.antecedent(f.head(i), j)
			}
			return f.phrase(j)
		}
		switch f.rel(i) {
		case language.AclRelcl:
			return 0, 0
		case language.Conj, language.Xcomp, language.Aux, language.AuxPass, language.Cop, language.Parataxis:
		case language.Advcl:
			if f.tag(i) != language.TagVBG && f.tag(i) != language.TagVB {
				return 0, 0
			}
		default:
			return 0, 0
		}
		cop := f.rel(i) == language.Cop
		if i = f.head(i); i < 0 || !f.isVerb(i) && f.tag(i) != language.TagJJ && !cop {
			return 0, 0
		}
	}
	return 0, 0
}

func (f *finder) subjectChild(i int) int {
	for j := range f.s.Children(i) {
		if b := f.rel(j).Base(); b == language.Nsubj && j != i {
			return j
		}
	}
	return -1
}

// antecedent returns the noun phrase of a relative clause whose pronoun stands
// at token pronoun.
func (f *finder) antecedent(noun, pronoun int) (from, to int) {
	if noun < 0 || noun >= pronoun {
		return 0, 0
	}
	from, to = f.phrase(noun)
	if to > pronoun {
		to = pronoun
	}
	if to <= noun {
		to = noun + 1
	}
	for k := from; k < to; k++ { // "not Serra but Ostia that"
		if f.is(k, "but") && f.is(from, "not") {
			from = k + 1
		}
	}
	return f.tidy(from, to)
}

// phrase returns the noun phrase of the noun at token j without clauses and
// insertions that hang on it.
func (f *finder) phrase(j int) (from, to int) {
	from, to = f.s.Subtree(j)
	for k := range f.s.Children(j) {
		switch f.rel(k).Base() {
		case language.Acl, language.Appos, language.Parataxis, language.Advcl, language.List:
			if first, last := f.s.Subtree(k); first > j {
				to = min(to, first)
			} else if last <= j {
				from = max(from, last)
			}
		case language.Punct, language.Discourse:
			if k > j && !f.hasConjAfter(j, k) {
				to = min(to, k)
			}
		case language.Mark, language.Cc, language.Advmod, language.Case:
			if k < j && k-from < 2 && f.rel(k) != language.CcPreconj && !f.is(k, "not", "hardly", "nearly", "almost", "all", "neither", "none") {
				from = max(from, k+1)
			}
		}
	}
	return f.tidy(from, to)
}

func (f *finder) hasConjAfter(j, k int) bool {
	for n := range f.s.Children(j) {
		if n > k && f.rel(n) == language.Conj {
			return true
		}
	}
	return false
}

// tidy takes marks, conjunctions and floating words off both ends.
func (f *finder) tidy(from, to int) (int, int) {
	for from < to && f.is(from, ",", ";", ":", "that", "and", "but", "\"", "“", "–", "—", "-", ".", "if", "as") {
		from++
	}
	for to > from && f.is(to-1, ",", ";", ":", "each", "both", "also", "\"", "”", "that", "which", "who", "themselves", "itself") {
		to--
	}
	return from, to
}

// governor returns the verb that the clause of token i is the content of, -1
// for none: "said" for "said that Ostia had broken".
func (f *finder) governor(i int) int {
	for step := 0; f.parsed() && step < 8 && i >= 0; step++ {
		h := f.head(i)
		if h < 0 {
			return -1
		}
		switch f.rel(i).Base() {
		case language.Ccomp, language.Csubj:
			return h
		case language.Parataxis:
			if attributing[f.lemma[h]] && f.isVerb(h) {
				return h
			}
		}
		i = h
	}
	return -1
}

var actors = words("enemy", "faithful", "trawler", "drone", "junta", "emirate", "patriarch", "guerrilla", "cartel", "warlord", "monarchy", "paramilitary", "paramilitaries", "regime", "insurgent", "gunman", "gunmen", "successor", "predecessor", "champion", "islander", "emitter", "dane", "bloc", "respondent", "settler", "other", "clan", "tribe", "house", "dynasty", "creditor", "lender", "republic", "everyone", "everybody", "anyone", "delegation", "people")

// isActor reports whether the tokens [from, to) name somebody who can keep or
// break what was agreed.
func (f *finder) isActor(from, to int) bool {
	if f.IsAgent(from, to) {
		return true
	}
	h := f.headOf([2]int{from, to})
	return h >= 0 && (actors[f.lemma[h]] || actors[f.word[h]]) || from < to && f.tag(from) == language.TagCD && f.is(from+1, "of")
}

// besidePronoun returns the noun phrase before the relative pronoun at token i:
// "it was the army | which had broken".
func (f *finder) besidePronoun(i int) (from, to int) {
	to = i
	for f.is(to-1, ",") {
		to--
	}
	from = to
	for from > 0 {
		t := f.tag(from - 1)
		if t != language.TagDT && t != language.TagJJ && t != language.TagPOS && t != language.TagCD && t != language.TagPRPS && (t < language.TagNN || t > language.TagNNS) && t != language.TagNNP {
			break
		}
		from--
	}
	return from, to
}

// withAttribute extends a subject by the place or body that stands between it
// and its verb at token i: "the foreign ministry | in Kesh | accused".
func (f *finder) withAttribute(from, to, i int) int {
	if from >= to || to >= i || !f.is(to, "in", "of", "at", "for", "on", "under") {
		return to
	}
	for k := to; k < i; k++ {
		switch t := f.tag(k); {
		case t == language.TagIN || t == language.TagDT || t == language.TagJJ || t == language.TagPOS || t == language.TagPRPS || t >= language.TagNN && t <= language.TagNNS || t == language.TagNNP || t == language.TagNNPS:
		case k > to+1 && (t == language.TagVBZ || t == language.TagVBD || t == language.TagVBP || t == language.TagMD || t == language.TagRB || t == language.TagVBN):
			return k
		default:
			return to
		}
	}
	if f.is(i-1, "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "spring", "summer", "autumn", "winter", "year", "week") {
		return to
	}
	return i
}
