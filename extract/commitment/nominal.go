package commitment

import "pacta/language"

// nouns are the nouns of promising, asking and allowing, with the modality that
// they give to what follows.
var nouns = map[string]string{
	"commitment": "obligation", "obligation": "obligation", "promise": "promise", "pledge": "promise", "undertaking": "obligation", "duty": "obligation",
	"assurance": "promise", "guarantee": "promise", "vow": "promise", "oath": "promise", "decision": "obligation", "agreement": "obligation",
	"readiness": "readiness", "willingness": "readiness", "offer": "readiness", "preparedness": "readiness",
	"intention": "intention", "plan": "intention", "determination": "intention", "resolve": "intention",
	"demand": "demand", "appeal": "demand", "call": "demand", "request": "demand",
	"right": "permission", "ban": "prohibition", "prohibition": "prohibition", "renunciation": "prohibition",
}

var undertakings = set("commitment", "commitments", "obligation", "obligations", "promise", "promises", "pledge", "pledges", "undertaking", "undertakings", "duty")

// nominal makes a clause of "Marland's commitment to hand over the archive", "a
// pledge by the nine to act", "its promise that no refugee would be sent back":
// that somebody owes or asks something is told in passing.
func (s *scan) nominal(i int) (int, bool) {
	modality, ok := nouns[s.lemma[i]]
	if !ok || !s.isNoun(i) || s.voice.layer == "text" && s.voice.isDocument() && modality != "obligation" {
		return 0, false
	}
	if s.voice.layer == "text" && s.voice.isDocument() && !s.finiteBetween(-1, s.len()) {
		return 0, false // a heading
	}
	c := clause{modality: modality, why: s.word[i], split: language.TagVB}
	c.subject = s.owner(i)
	k := i + 1
	if c.subject.empty() && s.is(k, "by", "from", "of") {
		if r := s.nounPhraseAt(k+1, s.hi); !r.empty() && s.isAgent(r) {
			c.subject, k = r, r.to
		}
	}
	k = s.overAside(k)
	if s.is(k, "to") && modality == "demand" {
		return s.nominalDemand(i, k, &c)
	}
	if c.subject.empty() || !s.isAgent(c.subject) || s.voice.kind != "document" && !s.isPublic(c.subject) {
		return 0, false
	}
	if c.from = min(c.subject.from, i); modality == "promise" {
		if c.modality = "assurance"; s.voice.isDocument() || s.isPlural(c.subject) {
			c.modality = "obligation"
		}
	}
	return s.nominalContent(i, k, &c)
}

// overAside skips adverbs and "under the treaty", "to Canberra" between a noun of
// promising and what is promised.
func (s *scan) overAside(k int) int {
	for s.isAdverb(k) && !s.isNegation(k) {
		k++
	}
	if s.is(k, "under", "in", "towards", "toward", "at") || s.is(k, "to") && s.tag(k+1) == language.TagNNP {
		for n := k + 1; n < s.hi && n < k+8; n++ {
			if s.is(n, "to") && s.isVerbAt(n+1) || s.is(n, "that") {
				return n
			}
			if s.isPunct(n) || s.isVerb(n) {
				return k
			}
		}
	}
	return k
}

// nominalContent reads what a noun of promising is about: an infinitive, a
// clause, or a noun phrase after "of".
func (s *scan) nominalContent(i, k int, c *clause) (int, bool) {
	n := k
	for s.isNegation(n) || s.is(n, "again") {
		n++
	}
	switch {
	case s.is(n, "to") && s.isVerbAt(n+1) && c.modality != "demand" && (s.voice.isDocument() || c.modality == "obligation" || s.isStately(c.subject) || s.tag(s.headNoun(c.subject)) == language.TagNNP && c.modality != "intention"):
		c.cues, c.verb = []run{{i, n + 1}}, n+1
		if n > k {
			c.denial = k
			c.modality = negation(c.modality)
		}
		c.end = s.predicate(n + 2)
		return s.finish(c)
	case s.is(k, "that") && c.modality != "permission":
		v := *s.voice
		if v.force = c.modality; c.modality == "obligation" {
			v.kind, v.force, v.reported = "document", "", true
		}
		sub := scan{view: s.view, lo: k + 1, hi: s.predicateOf(k + 1), voice: &v, vs: s.vs, news: s.news}
		sub.run()
		s.found = append(s.found, sub.found...)
		return sub.hi, len(sub.found) > 0
	}
	return 0, false
}

// nominalDemand reads "his appeal to the two admirals to keep apart".
func (s *scan) nominalDemand(i, k int, c *clause) (int, bool) {
	if !s.is(k, "to") || s.isVerbAt(k+1) || s.voice.isDocument() {
		return 0, false
	}
	verb := s.toInfinitive(k + 1)
	if verb < 0 {
		return 0, false
	}
	to := verb - 1
	if s.isNegation(to - 1) {
		to, c.denial = to-1, to-1
	}
	c.subject = s.trim(run{k + 1, to})
	if !s.isAgent(c.subject) || !s.isPublic(c.subject) || s.holdsVerb(c.subject) {
		return 0, false
	}
	c.object, c.from, c.cues, c.verb = true, i, []run{{i, i + 1}}, verb
	c.end = s.predicate(verb + 1)
	return s.finish(c)
}

// predicateOf returns where the verb stands whose subject a noun with its
// clause is: "the promise that no one would be sent back | was repeated".
func (s *scan) predicateOf(i int) int {
	finite := 0
	for k := i; k < s.hi; k++ {
		if s.is(k, ";") {
			return k
		}
		if s.isFinite(k) || s.tag(k) == language.TagVBD && !s.is(k-1, "been", "be") {
			if finite++; finite > 1 && s.is(k, "was", "is", "were", "has", "had") && !s.is(k-1, ",", "which", "that", "who") {
				return k
			}
		}
	}
	return s.hi
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
