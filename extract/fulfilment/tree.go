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
	if from, to = f.TreeSubject(i); from < to {
		if to == from+1 && f.is(from, "which", "who", "that") && from > 0 {
			if a, b := f.Beside(from); a < b {
				return a, b
			}
		}
		return f.withoutTime(f.pastDateline(from, f.Extend(from, to, i), i))
	}
	from, to = f.Subject(i)
	for from < to && f.is(to-1, "that", "which", "who", "still", "each", "both", "all", "also", ",") {
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
		case language.Obj:
			if documenting[f.lemma[h]] && f.isVerb(h) {
				return h
			}
		case language.Parataxis:
			if attributing[f.lemma[h]] && f.isVerb(h) {
				return h
			}
		}
		i = h
	}
	return -1
}

var actors = words("enemy", "faithful", "trawler", "drone", "junta", "emirate", "patriarch", "guerrilla", "cartel", "warlord", "monarchy", "paramilitary", "paramilitaries", "regime", "insurgent", "gunman", "gunmen", "successor", "predecessor", "champion", "islander", "emitter", "dane", "bloc", "respondent", "settler", "other", "clan", "tribe", "house", "dynasty", "creditor", "lender", "republic", "everyone", "everybody", "anyone", "delegation", "people", "movement", "sides", "side", "neighbour", "party")

// isActor reports whether the tokens [from, to) name somebody who can keep or
// break what was agreed.
func (f *finder) isActor(from, to int) bool {
	if f.IsAgent(from, to) {
		return true
	}
	h := f.headOf([2]int{from, to})
	return h >= 0 && (actors[f.lemma[h]] || actors[f.word[h]]) || from < to && f.tag(from) == language.TagCD && f.is(from+1, "of")
}

// pastDateline takes "LUSAKA –" and "Brussels, 9 October –" off a subject that
// stands before the verb at token i.
func (f *finder) pastDateline(from, to, i int) (int, int) {
	if from > 1 || to > 8 {
		return from, to
	}
	for k := to - 1; k <= to+1 && k < i-1; k++ {
		if f.is(k, "–", "—", "--", "-", ":") && f.tag(k-1) != language.TagJJ && f.s.Tokens[k].Start > f.s.Tokens[k-1].End {
			if a, b := f.Tidy(k+1, i); a < b && f.isActor(a, b) && !f.holdsVerb(a, b) {
				for b > a && (f.is(b-1, "has", "have", "had", "is", "are", "was", "were", "still", "not") || f.tag(b-1) == language.TagRB) {
					b--
				}
				return a, b
			}
		}
	}
	return from, to
}

// documenting are verbs whose object may hold a claim: "documented 87 cases in
// which the truce was broken".
var documenting = words("document", "count", "record", "list", "report", "register", "log", "note")

// withoutTime takes a day off the end of a subject: "the president on Tuesday".
func (f *finder) withoutTime(from, to int) (int, int) {
	if to-from > 1 && f.is(to-1, "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today") {
		for to--; to-from > 1 && f.is(to-1, "on", "late", "early", "last"); to-- {
		}
	}
	return from, to
}
