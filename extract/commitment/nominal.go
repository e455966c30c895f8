package commitment

import "pacta/language"

var undertakings = set("commitment", "commitments", "obligation", "obligations", "promise", "promises", "pledge", "pledges", "undertaking", "undertakings", "duty")

// nominal makes a clause of "Marland's commitment to hand over the archive",
// "its obligation to reopen the crossing" at the noun at token i: that somebody
// owes something is told in passing.
func (s *scan) nominal(i int) (int, bool) {
	if !s.in(i, undertakings) || !s.is(i+1, "to") || !s.isVerbAt(i+2) || s.is(i, "duty") && s.tag(i-1) != language.TagPRPS {
		return 0, false
	}
	owner := s.owner(i)
	if owner.empty() || !s.isAgent(owner) {
		return 0, false
	}
	c := clause{modality: "obligation", why: s.word[i], cues: []run{{i, i + 2}}, subject: owner, from: owner.from, verb: i + 2, split: language.TagVB}
	c.end = s.predicate(i + 3)
	return s.finish(&c)
}

// predicate returns where the finite verb stands whose subject a noun with its
// infinitive is: "the promise to help | was kept".
func (s *scan) predicate(i int) int {
	for k := i; k < s.hi; k++ {
		if s.in(k, relatives) || s.is(k, ";") || s.is(k, ",") && !s.is(k+1, "and", "or") {
			return k
		}
		if s.isFinite(k) || s.tag(k) == language.TagVBD {
			return k
		}
	}
	return s.hi
}

var tasks = set("function", "functions", "obligation", "obligations", "task", "tasks", "commitment", "commitments", "duty", "duties")

var fulfils = set("fulfil", "fulfill", "perform", "discharge", "honour", "honor", "execute", "implement", "meet", "carry")

// performed makes a clause of "the observers discharged every duty that the
// accord gives them": whoever says so says that they owe it.
func (s *scan) performed(i int) (int, bool) {
	if !fulfils[s.lemma[i]] || s.voice.isDocument() || !s.isVerb(i) {
		return 0, false
	}
	for k := i + 1; k < s.hi && k < i+8; k++ {
		if !s.in(k, tasks) {
			if s.isPunct(k) || s.isVerb(k) {
				return 0, false
			}
			continue
		}
		at, ok := s.finiteAt(i)
		if !ok || !s.underText(k+1) {
			return 0, false
		}
		subject, from := s.subject(at, s.lo)
		if !s.isAgent(subject) {
			return 0, false
		}
		c := clause{modality: "obligation", why: s.word[k], cues: []run{{k, k + 1}}, subject: subject, from: from, verb: i + 1}
		return s.finish(&c)
	}
	return 0, false
}

// underText reports whether an instrument is named as what the task rests on.
func (s *scan) underText(i int) bool {
	for k := i; k < s.hi && k < i+12; k++ {
		if s.is(k, "under", "accordance", "pursuant", "conformity", "by") {
			return s.nearInstrument(k + 1)
		}
	}
	return false
}

func (s *scan) nearInstrument(i int) bool {
	for k := i; k < s.hi && k < i+7; k++ {
		if instruments[s.lemma[k]] {
			return true
		}
	}
	return false
}

// owner returns who the noun at i belongs to: the name before "'s", the one
// that "its" stands for within the sentence, or the subject of the gerund
// before.
func (s *scan) owner(i int) run {
	j := i - 1
	for s.tag(j) == language.TagJJ || s.isAdverb(j) {
		j--
	}
	switch {
	case s.tag(j) == language.TagPOS:
		return s.stripLead(run{s.npStart(j, s.lo), j})
	case s.is(j, "its", "their", "his", "her"):
		return s.before(j)
	}
	return run{}
}

// before returns the subject of the verb before token j: "Ostia has not
// fulfilled its", "Ostia's fulfilling its".
func (s *scan) before(j int) run {
	for k := j - 1; k > s.lo && k > j-8; k-- {
		if !s.isVerb(k) {
			continue
		}
		for k > s.lo && (s.isVerb(k-1) || s.isAdverb(k-1) || s.isNegation(k-1) || s.tag(k-1) == language.TagMD || s.is(k-1, "to")) {
			k--
		}
		if s.tag(k-1) == language.TagPOS {
			k--
		}
		r := s.stripLead(run{s.npStart(k, s.lo), k})
		if !r.empty() && !s.is(r.from, "which", "that") {
			return r
		}
	}
	return run{}
}

// list makes clauses of the items after the next colon, where there is one.
func (s *scan) list(i int) (int, bool) {
	for k := i; k < s.hi; k++ {
		if s.is(k, ":") {
			return s.listed(k)
		}
	}
	return 0, false
}

// listed makes clauses of the items after a colon: "the document focuses on
// trade: lower tariffs, joint inspections and a common code".
func (s *scan) listed(i int) (int, bool) {
	if !s.is(i, ":") || i < s.lo+3 || i+2 >= s.hi || !(s.voice.kind == "outlet" || s.voice.isDocument()) {
		return 0, false
	}
	verb := s.listVerb(i)
	if verb < 0 {
		return 0, false
	}
	subject, from := s.subject(verb, s.lo)
	if subject.empty() || !s.isInstrument(subject) {
		return 0, false
	}
	c := clause{modality: "intention", why: s.word[verb], cues: []run{{verb, verb + 1}}, from: from, verb: i + 1, end: s.hi}
	for _, r := range s.listItems(run{i + 1, s.hi}) {
		c.actions = append(c.actions, deed{r, c.modality})
	}
	if len(c.actions) < 2 {
		return 0, false
	}
	c.voice = s.voice
	s.found = append(s.found, c)
	return s.hi, true
}

var listVerbs = set("focus", "focuses", "cover", "covers", "include", "includes", "envisages", "envisage", "provides", "provide", "pays", "pay", "lists", "list", "names", "outlines", "outline", "deals", "comprises", "contains", "foresees", "sets", "concerns", "touches", "addresses")

// listVerb returns the verb before the colon at i by which an instrument takes
// up its subjects, -1 for none.
func (s *scan) listVerb(i int) int {
	for k := s.lo + 1; k < i; k++ {
		if s.in(k, listVerbs) && (s.isVerb(k) || s.tag(k) == language.TagNNS) {
			return k
		}
	}
	return -1
}

// listItems cuts a list of noun phrases at its commas and its last "and".
func (s *scan) listItems(r run) []run {
	var out []run
	from, comma, quoted := r.from, false, false
	for k := r.from; k <= r.to; k++ {
		if k < r.to && s.isQuote(k) {
			quoted = !quoted
		}
		if quoted && k < r.to {
			continue
		}
		last := comma && s.is(k, "and", "as") && !s.is(k-1, ",")
		if k < r.to && !s.is(k, ",", ";") && !last {
			continue
		}
		item := s.trim(run{from, k})
		for !item.empty() && s.is(item.from, "as", "well") {
			item.from++
		}
		if !item.empty() && s.startsDeed(item.from) {
			out = append(out, item)
		}
		comma = comma || k < r.to && s.is(k, ",", ";")
		from = k + 1
	}
	return out
}

// startsDeed reports whether an item of a list begins as something that can be
// done.
func (s *scan) startsDeed(i int) bool {
	return s.isGerund(i) || s.isNounPhrase(i) || s.tag(i) == language.TagJJR || s.tag(i) == language.TagVBN || s.tag(i) == language.TagFW
}
