package commitment

import "pacta/language"

// toldParty reads "has promised its ally not to sell", "pledged two weeks ago
// to reply", "pledged 2.4 billion euros", "agreed to a cessation".
func (s *scan) toldParty(t teller, i int) bool {
	who, ok := s.who(i)
	if !ok || !s.isPlural(who) && isUnbound(s.span(who).Of(s.text)) || s.isPassiveAt(i) || s.rel(i) == language.AclRelcl && !s.in(max(0, s.subjectChild(i)), relatives) && !s.is(max(0, s.subjectChild(i)), "that") && !s.isInWhich(i) {
		return false
	}
	c := clause{modality: s.toldModality(t, i, who), why: s.word[i], cues: []run{{i, i + 1}}, subject: who, from: min(who.from, i)}
	s.recipient(&c, i)
	if v := s.infinitiveOf(i); v >= 0 {
		return s.asks(&c, v)
	}
	if l := s.lemma[i]; t.modality == "intention" || l == "decide" || l == "swear" || l == "resolve" || l == "vow" {
		return false
	}
	c.party = who
	if n := s.child(i, language.Obj); n >= 0 {
		if what := s.secondObject(i, n); what > 0 && s.isPromisable(what) {
			if from, to := s.treePhrase(n); s.isAgent(run{from, to}) {
				return s.thing(&c, what)
			}
		}
	}
	if n := s.child(i, language.Obj); n >= 0 && s.lemma[i] != "agree" && s.lemma[i] != "commit" && s.lemma[i] != "settle" {
		return s.isPromisable(n) && s.thing(&c, n)
	}
	if s.child(i, language.Obj) < 0 && (s.lemma[i] == "agree" || s.lemma[i] == "settle" || s.lemma[i] == "commit" || s.lemma[i] == "consent") {
		if n := s.obliqueOf(i, i, "on", "to", "upon"); n >= 0 && s.isPromisable(n) && !s.is(n, "date", "text", "agenda", "timetable", "terms", "document", "statement", "communique", "formula") {
			return s.thing(&c, n)
		}
	}
	return false
}

// caseOf returns the preposition of the noun at n, -1 for none.
func (s *scan) caseOf(n int) int {
	for k := range s.s.Children(n) {
		if k < n && s.rel(k) == language.Case {
			return k
		}
	}
	return -1
}

func (s *scan) isPassiveAt(i int) bool {
	for k := range s.s.Children(i) {
		if s.rel(k) == language.AuxPass {
			return true
		}
	}
	return false
}

// toldModality is that of the teller, save that one who promises alone gives an
// assurance.
func (s *scan) toldModality(t teller, i int, who run) string {
	if t.modality != "promise" {
		return t.modality
	}
	if s.isPlural(who) {
		return "obligation"
	}
	return "assurance"
}

// isPromisable reports whether the noun at n names something that can be given
// or done, not a text, a meeting or a person.
func (s *scan) isPromisable(n int) bool {
	if s.tag(n) == language.TagPRP || s.tag(n) == language.TagNNP || s.tag(n) == language.TagWP || s.tag(n) == language.TagDT {
		return false
	}
	l := s.lemma[n]
	return s.isNoun(n) && !texts[l] && !wordings[l] && !notGiven[l] && !s.isAgent(run{n, n + 1})
}

var notGiven = set("allegiance", "word", "revenge", "victory", "way", "change", "view", "opinion", "hope", "thanks", "apology", "condolence", "explanation", "advice", "evidence", "reason", "look", "resistance", "loyalty", "comment", "prayer", "insight", "glimpse", "proof", "chance", "year", "day", "week", "month", "time", "price", "share", "deal", "job", "detail", "reward", "answer", "example", "alternative", "prospect", "position", "love", "result", "something", "everything", "nothing", "anything", "thing")

// toldDemand reads "gave the junta a week to restore", "told the members to pay",
// "pressed Budapest not to hold up".
func (s *scan) toldDemand(i int) bool {
	who, ok := s.who(i)
	if !ok && !s.isText(who) && !s.namesText(who) || s.isPassiveAt(i) {
		return false
	}
	if s.is(i, "require", "requires", "required") && s.subjectChild(i) < 0 {
		return false
	}
	obj := -1
	for k := range s.s.Children(i) {
		if k > i && (s.rel(k) == language.Obj || s.rel(k) == language.Iobj || s.rel(k) == language.Obl && s.is(s.caseOf(k), "on", "to", "with", "for")) {
			obj = k
			break
		}
	}
	if obj < 0 {
		return false
	}
	verb := s.infinitiveOf(i)
	if verb < 0 {
		for k := range s.s.Children(i) { // "gave the junta a week | to restore"
			if k > obj && s.rel(k) == language.Obj {
				verb = s.infinitiveOf(k)
			}
		}
	}
	if verb < obj {
		verb = s.toInfinitive(obj)
		for k := obj; k < verb; k++ {
			if s.isOuterVerb(k) {
				return false
			}
		}
		if verb < obj || verb > obj+16 {
			return false
		}
	}
	from, to := s.treePhrase(obj)
	for k := obj + 1; k < to; k++ { // "the junta | a week"
		if s.in(k, determiners) || s.is(k, ",") || s.tag(k) == language.TagCD {
			to = k
		}
	}
	whom := run{from, min(to, verb-1)}
	if s.isNegation(whom.to - 1) {
		whom.to--
	}
	if whom.empty() || !s.isParty(whom) || s.is(whom.from, "him", "her", "me", "us", "you") {
		return false
	}
	if s.isOwnForce(whom) || s.lemma[i] == "give" && !s.givesTime(obj, verb) {
		return false
	}
	c := clause{modality: "demand", why: s.word[i], cues: []run{{i, i + 1}}, subject: whom, from: min(who.from, i), object: true}
	return s.asks(&c, verb)
}

// isOwnForce reports whether somebody's own men are meant, to whom he gives
// orders at home: "his troops", "their generals".
func (s *scan) isOwnForce(r run) bool {
	if len(s.codes(r)) == 0 && s.headIn(r, "officials", "deputies", "aides", "staff", "officers", "ministries", "negotiators", "experts") {
		return true
	}
	return s.tag(r.from) == language.TagPRPS && s.headIn(r, "troops", "soldiers", "generals", "general", "forces", "army", "minister", "ministers", "officials", "ambassador", "envoy", "deputies", "officers", "men", "citizens", "nationals", "supporters", "followers", "people", "staff", "aides", "advisers", "advisors", "relatives", "parliament")
}

// givesTime reports whether a term stands between whom it is given and what is
// to be done.
func (s *scan) givesTime(from, to int) bool {
	for k := from; k < to; k++ {
		if s.in(k, units) || s.is(k, "until", "deadline") {
			return true
		}
	}
	return false
}

// toldState reads "are authorised to stop", "is entitled to one seat", "are free to
// fish", "is willing to shelter".
func (s *scan) toldState(t teller, i int) bool {
	cop := -1
	for k := i - 1; k >= 0 && k > i-5; k-- {
		if s.isNegation(k) || s.tag(k) == language.TagMD && !s.is(k, "would") || s.is(k, "no", "neither") {
			return false
		}
		if s.is(k, "is", "are", "was", "were", "been", "be") {
			if s.is(k, "be") && !(s.is(k-1, "would") || s.isAdverb(k-1) && s.is(k-2, "would")) {
				return false
			}
			cop = k
			break
		}
	}
	if cop < 0 || s.isHypothetical(i) {
		return false
	}
	who, ok := s.who(i)
	if !ok || s.is(who.from, "neither", "no", "nobody") {
		return false
	}
	c := clause{modality: t.modality, why: s.word[i], cues: []run{{cop, i + 1}}, subject: who, from: who.from}
	if t.modality == "demand" {
		if v := s.infinitiveOf(i); v >= 0 && s.is(cop, "was", "were", "been", "are", "is") && s.isStately(who) {
			c.object = true
			return s.asks(&c, v)
		}
		return false
	}
	if t.modality == "permission" && !s.is(i, "entitled") && !s.restsOnText() {
		return false
	}
	if v := s.infinitiveOf(i); v >= 0 {
		return s.asks(&c, v)
	}
	if s.is(i+1, "to") && (s.isVerbAt(i+2) || s.is(i, "free") && s.tag(i+2) == language.TagNN) {
		return s.asks(&c, i+2)
	}
	if n := s.child(i, language.Obl); n >= 0 && s.is(i, "entitled") {
		c.party = who
		return s.thing(&c, n)
	}
	return false
}

// restsOnText reports whether the sentence, or what it is told of, names an
// instrument or a mandate.
func (s *scan) restsOnText() bool {
	if s.voice.isDocument() {
		return true
	}
	for k := range s.word {
		if instruments[s.lemma[k]] && !weakTexts[s.lemma[k]] || s.is(k, "deal", "mandate", "authorised", "authorized", "resolution", "scheme") {
			return true
		}
	}
	return s.vs != nil && s.vs.namesInstrument(s.span(run{0, s.len()}))
}

var values = set("principle", "principles", "integrity", "sovereignty", "unity", "independence", "inviolability", "neutrality", "borders", "frontiers", "purposes", "rules", "policy", "norms", "equality", "solution", "charter", "rights")

// toldStance reads "adheres to the one-China principle", "respects the unity of
// India", "attached weight to the territorial integrity".
func (s *scan) toldStance(i int) bool {
	who, ok := s.who(i)
	if !ok || s.isPassiveAt(i) {
		return false
	}
	for k := i + 1; k < s.hi && k < i+10; k++ {
		if s.isPunct(k) || s.isVerb(k) && s.tag(k) != language.TagVBN {
			return false
		}
		if s.in(k, values) && s.isNoun(k) {
			n := s.child(i, language.Obj)
			if n < 0 || n > k || s.is(n, "weight", "importance", "value") {
				n = k
			}
			c := clause{modality: "principle", why: s.word[i], cues: []run{{i, i + 1}}, subject: who, party: who, from: who.from}
			return s.thing(&c, n)
		}
	}
	return false
}

// toldEffort reads "will do their utmost to keep the strait free".
func (s *scan) toldEffort(i int) bool {
	if s.tag(i-1) != language.TagPRPS {
		return false
	}
	for k := i - 2; k > s.lo && k > i-5; k-- {
		if s.lemma[k] != "do" && s.lemma[k] != "try" {
			continue
		}
		who, ok := s.who(k)
		v := s.infinitiveOf(k)
		if v < 0 {
			v = s.infinitiveOf(i)
		}
		if !ok || v < 0 {
			return false
		}
		c := clause{modality: "intention", why: s.word[i], cues: []run{{k, i + 1}}, subject: who, from: who.from}
		return s.asks(&c, v)
	}
	return false
}

// recipient notes to whom the verb at i promises: its first object, where a
// second one or an infinitive follows.
func (s *scan) recipient(c *clause, i int) {
	n := s.child(i, language.Iobj)
	if n < 0 {
		if n = s.child(i, language.Obj); n < 0 || s.infinitiveOf(i) < n && s.secondObject(i, n) == 0 {
			return
		}
	}
	from, to := s.treePhrase(n)
	if r := (run{from, to}); s.isAgent(r) {
		c.roles = append(c.roles, role1("beneficiary", r))
	}
}

// isInWhich reports whether the relative clause of the verb at i opens with "in
// which" or the like.
func (s *scan) isInWhich(i int) bool {
	for k := range s.s.Children(i) {
		if k < i && k > 0 && s.is(k, "which") && s.is(k-1, "in", "by", "under") {
			return true
		}
	}
	return false
}
