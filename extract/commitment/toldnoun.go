package commitment

import "pacta/language"

// toldNoun reads nouns of promising: "a pledge by the nine to act", "the ban on
// imports", "its guarantee of Polish independence", "a promise of compensation".
func (s *scan) toldNoun(t teller, i int) bool {
	if t.modality == "demand" {
		return !s.isHypothetical(i) && s.demandThat(i)
	}
	if s.isDenied(i) || s.isHypothetical(i) || s.is(i+1, "that") && t.modality != "prohibition" {
		return false
	}
	who := s.giver(i)
	if !who.empty() && !s.isParty(who) {
		who = run{}
	}
	c := clause{modality: s.toldModality(t, i, who), why: s.word[i], cues: []run{{i, i + 1}}, subject: who, party: who, from: i}
	if !who.empty() {
		c.from = min(who.from, i)
	}
	if v := s.infinitiveOf(i); v >= 0 && t.modality != "demand" && (!who.empty() || !s.is(i, "obligation", "duty")) {
		if who.empty() {
			return false
		}
		c.end = s.predicate(v + 1)
		return s.asks(&c, v)
	}
	if s.is(i, "obligation", "duty") && who.empty() {
		who = s.borneBy(i)
		c.subject, c.party = who, who
		if v := s.infinitiveOf(i); v >= 0 && !who.empty() {
			c.end = s.predicate(v + 1)
			return s.asks(&c, v)
		}
	}
	if n := s.about(i, t); n >= 0 && (s.isPromisable(n) || s.isGerund(n)) {
		if s.is(s.caseOf(n), "to") && !s.is(i, "end", "halt") {
			c.modality = "principle"
		}
		if who.empty() && !s.restsOnText() && !(t.modality == "prohibition" && s.isAgreed(i)) {
			return false
		}
		return s.thing(&c, n)
	}
	return false
}

// isAgreed reports whether the sentence says of a ban that it was agreed or
// imposed.
func (s *scan) isAgreed(i int) bool {
	for k := i + 1; k < s.len() && k < i+14; k++ {
		if s.is(k, "agreed", "adopted", "imposed", "approved", "decided", "accepted", "concluded") {
			return true
		}
	}
	return false
}

// borneBy returns who a duty lies on: "an obligation on airlines to".
func (s *scan) borneBy(i int) run {
	for k := range s.s.Children(i) {
		if k > i && s.rel(k).Base() == language.Nmod && s.is(s.caseOf(k), "on", "upon", "for") {
			from, to := s.treePhrase(k)
			return run{from, to}
		}
	}
	return run{}
}

// isDenied reports whether a noun of promising is asked for, refused or spoken
// of in general.
func (s *scan) isDenied(i int) bool {
	for k := i - 1; k >= 0 && k > i-5; k-- {
		if s.is(k, "no", "any", "without", "not", "n't", "never", "broken", "another", "every", "election", "campaign") {
			return true
		}
		if s.is(k, "receive", "received", "get", "got", "win", "won", "obtain", "obtained", "seek", "seeks", "sought", "want", "wants", "wanted", "demand", "demands", "demanded", "ask", "asked", "for") {
			return s.rel(i) == language.Obj || s.is(k, "for")
		}
	}
	return false
}

// giver returns whose promise the noun at i is.
func (s *scan) giver(i int) run {
	for k := range s.s.Children(i) {
		switch {
		case s.rel(k) == language.NmodPoss && s.is(k, "its", "their", "his", "her"):
			return s.nearSubject(i)
		case s.rel(k) == language.NmodPoss:
			from, to := s.treePhrase(k)
			for to > from && s.tag(to-1) == language.TagPOS {
				to--
			}
			return run{from, to}
		case s.rel(k).Base() == language.Nmod && k > i && s.is(s.caseOf(k), "by", "from"):
			from, to := s.treePhrase(k)
			return run{from, to}
		case s.rel(k).Base() == language.Nmod && k == s.afterOf(i):
			from, to := s.treePhrase(k)
			if r := (run{from, to}); s.isAgent(r) {
				return r
			}
		}
	}
	for h, step := s.head(i), 0; h >= 0 && step < 3; h, step = s.head(h), step+1 {
		if s.isVerb(h) && s.in(h, givers) {
			return s.nearSubject(i)
		}
	}
	return run{}
}

// givers are verbs whose subject gives the promise that is their object.
var givers = set("made", "gave", "gives", "give", "given", "announced", "announces", "voiced", "expressed", "signed", "reiterated", "repeated", "renewed", "confirmed", "reaffirmed", "offered", "issued", "accepted", "assumed")

// afterOf returns the noun behind "of" right after token i, -1 for none.
func (s *scan) afterOf(i int) int {
	if !s.is(i+1, "of") {
		return -1
	}
	for k := range s.s.Children(i) {
		if k > i && s.caseOf(k) == i+1 {
			return k
		}
	}
	return -1
}

// nearSubject returns the subject of the verb over token i.
func (s *scan) nearSubject(i int) run {
	for h, step := i, 0; h >= 0 && step < 6; h, step = s.head(h), step+1 {
		if !s.isVerb(h) {
			continue
		}
		if from, to := s.treeSubject(h); from < to && (to <= i || from > i) {
			return run{from, to}
		}
	}
	return run{}
}

// about returns the noun that a promise is of: "a ban on imports", "a guarantee
// of independence", -1 for none.
func (s *scan) about(i int, t teller) int {
	for k := range s.s.Children(i) {
		if k <= i || s.rel(k).Base() != language.Nmod {
			continue
		}
		switch c := s.caseOf(k); {
		case s.is(c, "on") && t.modality == "prohibition", s.is(c, "of") && t.modality != "prohibition", s.is(c, "of") && s.is(i, "renunciation"), s.is(c, "to") && (s.is(i, "end", "halt", "commitment", "attachment", "adherence", "devotion", "fidelity")):
			from, to := s.treePhrase(k)
			if r := (run{from, to}); s.is(i, "renunciation") || !agents[s.lemma[k]] && !(s.tag(k) == language.TagNNP && s.codedParty(r)) {
				return k
			}
		}
	}
	return -1
}

// demandThat reads "the demand by Mexico that Washington stop the flow".
func (s *scan) demandThat(i int) bool {
	that := i + 1
	for that < i+8 && !s.is(that, "that") {
		if s.isVerb(that) || s.is(that, ",", ".") {
			return false
		}
		that++
	}
	if !s.is(that, "that") {
		return false
	}
	for k := that + 2; k < s.hi && k < that+10; k++ {
		if !s.isBase(k) && !s.is(k, "be") && !(s.isMistakenVerb(k) && (s.isAdverb(k-1) || s.isNoun(k-1))) {
			if s.isPunct(k) || s.isOuterVerb(k) {
				return false
			}
			continue
		}
		who := s.trim(run{that + 1, k})
		c := clause{modality: "demand", why: s.word[i], cues: []run{{i, i + 1}}, subject: who, from: i, verb: k, split: language.TagVB, object: true}
		if s.isNegation(k - 1) {
			who.to--
			c.subject, c.denial = s.trim(who), k-1
		}
		if !s.isParty(c.subject) || s.isPrivate(c.subject) {
			return false
		}
		_, ok := s.finish(&c)
		return ok
	}
	return false
}

// term reads "has until October to name the guilty" at the verb at i.
func (s *scan) term(i int) bool {
	if !s.is(i, "has", "have", "had") || !s.is(i+1, "until", "till") {
		return false
	}
	who, ok := s.who(i)
	if !ok {
		return false
	}
	for k := i + 2; k < s.hi-1 && k < i+12; k++ {
		if s.is(k, "to") && s.isVerbAt(k+1) {
			c := clause{modality: "obligation", why: "until", cues: []run{{i, i + 1}}, subject: who, from: who.from, roles: []role{role1("deadline", run{i + 1, k})}}
			return s.asks(&c, k+1)
		}
	}
	return false
}
