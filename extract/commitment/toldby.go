package commitment

import (
	"slices"

	"pacta/language"
)

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

// toldText reads what a text does: "the treaty bound the United States to hand
// over", "lets every party inspect", "not only prohibits deliveries".
func (s *scan) toldText(t teller, i int) bool {
	if s.tag(i) == language.TagVB && !s.is(i-1, "merely", "only", "not") || s.tag(i) == language.TagVBG || s.isPassiveAt(i) || s.isHypothetical(i) {
		return false
	}
	from, to := s.treeSubject(i)
	who := run{from, to}
	if who.empty() || !s.isSource(who) && !s.namesText(who) && !s.isRelativeOf(i, texts) && !s.isRelativeOf(i, spokenTexts) {
		return false
	}
	if s.is(who.from, "no", "neither", "nothing") || s.isNegation(i-1) && !s.is(i-1, "not") || s.tag(i) == language.TagVB && s.is(i-2, "does", "did", "do") && !s.is(i-1, "merely", "only") {
		return false
	}
	c := clause{modality: t.modality, why: s.word[i], cues: []run{{i, i + 1}}, from: who.from}
	v := voice{kind: "document", layer: "paraphrase", source: s.voice.source, date: s.voice.date}
	if s.voice.kind == "person" {
		v.layer = "reading"
	}
	inner := *s
	inner.voice, inner.found = &v, nil
	ok := inner.textDoes(&c, i)
	s.found = inner.found
	return ok
}

// namesText reports whether the mention extractor takes a phrase for an
// instrument.
func (s *scan) namesText(r run) bool {
	h := s.headNoun(r)
	return h >= 0 && (spokenTexts[s.lemma[h]] || textHeads[s.lemma[h]]) || s.vs != nil && s.vs.namesInstrument(s.span(r))
}

// textHeads are further nouns for what lays something down.
var textHeads = set("embargo", "moratorium", "lease", "scheme", "regime", "license", "licence", "mandate", "exchange", "wording", "formula", "clause", "ruling", "charter", "statute", "list", "partnership", "package", "summary")

func (s *scan) textDoes(c *clause, i int) bool {
	obj := s.child(i, language.Obj)
	if n := s.child(i, language.Iobj); n >= 0 {
		return s.textGives(c, i, n, obj)
	}
	if x := s.child(i, language.Xcomp); obj > i && x > obj && s.tag(x) == language.TagJJ {
		return s.textMakes(c, obj, x)
	}
	if what := s.secondObject(i, obj); what > 0 && (s.infinitiveOf(i) < 0 || s.is(what, "right")) {
		return s.textGives(c, i, obj, what)
	}
	verb := s.infinitiveOf(i)
	if verb < 0 && s.is(i, "let", "lets") {
		verb = s.bareInfinitive(i)
	}
	if verb > i && (obj < 0 || obj > verb) { // "allows the tenant to build", read as a clause with a subject
		if k := s.subjectChild(verb); k > i {
			obj = k
		}
	}
	if verb > i && obj > i && obj < verb {
		from, to := s.treePhrase(obj)
		if s.is(obj, "right", "duty", "obligation") {
			return false
		}
		c.subject, c.object = s.trim(run{from, min(to, verb)}), true
		if s.is(from, "neither", "no", "nobody") {
			return false
		}
		for s.is(c.subject.to-1, "to", "not") {
			c.subject.to--
		}
		return s.asks(c, verb)
	}
	if obj < 0 {
		return false
	}
	if n := s.obliqueOf(i, obj, "from", "to"); n >= 0 && slices.Contains([]string{"ban", "bar", "prohibit", "forbid", "exclude", "commit", "bind", "exempt"}, s.lemma[i]) {
		from, to := s.treePhrase(obj)
		c.party = s.trim(run{from, min(to, n)})
		return !s.is(from, "no", "nobody", "neither") && s.thing(c, n)
	}
	if s.is(i, "let", "lets", "commit", "commits", "committed", "bind", "binds", "bound", "oblige", "obliges", "obliged", "leaves", "leave", "left", "give", "gives", "gave", "grant", "grants", "granted", "makes", "make", "made") {
		return false
	}
	if from, to := s.treePhrase(obj); s.is(from, "no", "nobody", "nothing") && s.is(i, "commit", "commits", "bind", "binds", "obliges", "oblige") || s.is(obj, "door", "doors", "fire", "way", "path", "investigation") || s.isAgent(run{from, to}) || !s.isPromisable(obj) && !s.isUpper(obj) {
		return false
	}
	return s.thing(c, obj)
}

// textMakes reads "leaves the partner free to walk away", "makes Washington
// responsible for the defence".
func (s *scan) textMakes(c *clause, obj, x int) bool {
	from, to := s.treePhrase(obj)
	whom := s.trim(run{from, min(to, x)})
	switch {
	case s.is(x, "free", "able"):
		if v := s.infinitiveOf(x); v >= 0 {
			c.modality, c.subject, c.object = "permission", whom, true
			return s.asks(c, v)
		}
	case s.is(x, "responsible", "liable", "answerable"):
		c.modality, c.party = "obligation", whom
		c.verb, c.end, c.voice = x, s.hi, s.voice
		c.actions = []deed{{s.trim(run{x, s.clauseEnd(x)}), c.modality}}
		s.found = append(s.found, *c)
		return true
	}
	return false
}

// secondObject returns the noun of what is given, behind whom it is given: "gives
// India | the use of the rivers"; 0 for none.
func (s *scan) secondObject(i, obj int) int {
	if obj <= i || !s.is(i, "give", "gives", "gave", "grant", "grants", "granted", "promise", "promises", "promised", "guarantee", "guarantees", "guaranteed", "deny", "denies", "denied", "assure", "assures", "offer", "offers") {
		return 0
	}
	k := obj + 1
	for s.isQuote(k) {
		k++
	}
	if !s.in(k, determiners) && s.tag(k) != language.TagNN && s.tag(k) != language.TagNNS && s.tag(k) != language.TagJJ {
		return 0
	}
	r := s.nounPhraseAt(k, s.hi)
	if h := s.headNoun(r); h >= k {
		return h
	}
	return 0
}

// obliqueOf returns the noun behind a preposition that hangs on the verb at i or
// on its object.
func (s *scan) obliqueOf(i, obj int, preps ...string) int {
	for k := obj + 1; k < s.hi && k < obj+16; k++ {
		if (s.head(k) == i || s.head(k) == obj) && (s.rel(k).Base() == language.Obl || s.rel(k).Base() == language.Nmod) && s.is(s.caseOf(k), preps...) {
			return k
		}
	}
	return -1
}

// textGives reads "gives foreign warships the right of innocent passage", "promises
// the tribunal's staff freedom of movement".
func (s *scan) textGives(c *clause, i, whom, what int) bool {
	if what < 0 {
		return false
	}
	from, to := s.treePhrase(whom)
	if s.is(i, "give", "gives", "gave", "grant", "grants", "granted", "reserve", "reserves") {
		c.modality, c.party = "permission", run{from, to}
		if s.is(what, "right") {
			if v := s.infinitiveOf(what); v >= 0 {
				c.subject, c.object = c.party, true
				return s.asks(c, v)
			}
			if n := s.child(what, language.Nmod); n >= 0 {
				return s.thing(c, n)
			}
		}
	}
	return s.thing(c, what)
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
