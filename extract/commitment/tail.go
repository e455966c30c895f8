package commitment

import "pacta/language"

// trimTails cuts the actions of what a report tells where its own words begin
// again: at another clause, an apposition, an attribution.
func (s *scan) trimTails() {
	for i := range s.found {
		c := &s.found[i]
		c.party = s.withoutTime(c.party)
		for k := range c.actions {
			s.trimTail(c, &c.actions[k].run)
			s.recast(c, &c.actions[k])
		}
	}
}

func (s *scan) trimTail(c *clause, r *run) {
	first := r.from + 1
	if c.whole && c.verb > r.from && c.verb < r.to {
		first = c.verb + 1 // the subject stands before
	}
	for j := first; j < r.to; j++ {
		if s.rel(j) == language.Root && s.isOuterVerb(j) && j > c.verb+1 && len(c.cues) > 0 && c.cues[0].from < r.from && s.isNoun(c.cues[0].from) {
			r.to = j // the verb of the sentence, whose subject holds the promise
			break
		}
		if s.startsSibling(j, r) {
			r.to = j
			break
		}
		if role := s.tailRole(j, r.to); role != "" {
			end := j + 1
			for end < r.to && !s.is(end, ",", ";") {
				end++
			}
			c.roles = append(c.roles, role1(role, s.trim(run{j, end})))
		} else if !s.endsTail(j, r) {
			continue
		}
		r.to = j
		break
	}
	*r = s.trim(*r)
	for r.to > r.from+1 && s.isQuote(r.to-1) && s.quotesIn(*r)%2 == 1 {
		r.to--
	}
	*r = s.trim(*r)
	if s.quotesIn(*r)%2 == 1 && s.isQuote(r.to) && !s.isQuote(r.from) && s.quotesIn(run{0, r.from})%2 == 0 {
		r.to++
	}
}

// startsSibling reports whether the conjunction at j joins another infinitive to
// that of the action in r, which is a clause of its own.
func (s *scan) startsSibling(j int, r *run) bool {
	if !s.is(j, "and", "or", ",") {
		return false
	}
	n := j + 1
	for s.is(n, "and", "or", "to", "not", "also") || s.isAdverb(n) {
		n++
	}
	if n >= r.to || !s.isBase(n) || s.rel(n) != language.Conj {
		return false
	}
	h := s.head(n)
	return (h == r.from || h == r.from+1) && s.isBase(h) && (s.is(n-1, "to") || s.hasObject(h, j))
}

// tailRole returns the role of a phrase at token j that tells for what
// something is done in return.
func (s *scan) tailRole(j, to int) string {
	switch {
	case s.is(j, "in") && s.is(j+1, "exchange", "return") && s.is(j+2, "for"), s.is(j, "on") && s.is(j+1, "condition"), s.is(j, "the") && s.is(j+1, "moment") && j+2 < to && s.isNoun(j-1), s.is(j, "provided") && (s.is(j+1, "that") || s.is(j-1, ",")):
		return "condition"
	case s.isTailTime(j):
		return "deadline"
	case s.is(j, "in", "under") && s.is(j+1, "the") && s.is(j+2, "event") && s.is(j+3, "of"), s.is(j, ",") && s.is(j+1, "if", "unless"):
		return "condition"
	}
	return ""
}

// endsTail reports whether what follows at token j is no part of the action in
// r.
func (s *scan) endsTail(j int, r *run) bool {
	switch {
	case s.is(j, "–", "—", ";", "...", "…"), s.is(j, "(") && s.is(j+1, "see", "which"):
		return true
	case s.isQuote(j) && s.quotesIn(run{0, r.from})%2 == 1 && s.quotesIn(run{r.from, j})%2 == 0:
		return true // the quotation that holds the action closes
	case s.is(j, ":"):
		return s.startsNoun(j + 1)
	case s.is(j, ",") && !s.is(j+1, "that"):
		return s.isAsideAt(j+1, r) || s.opensClause(j+1, r.to)
	case s.is(j, "while", "whereas"):
		return true
	case s.is(j, "and", "but", ",") && s.is(j+1, "that") && s.tag(j+1) != language.TagDT:
		return true
	case s.is(j, "and", "but", "or"):
		return s.opensClause(j+1, r.to)
	case s.is(j, "yet", "nor", "although", "though", "because", "while", "whereas", "despite"):
		return true
	case s.is(j, "according") && s.is(j+1, "to"), s.is(j, "instead") && s.is(j+1, "of"):
		return true
	case s.is(j, "under") && s.is(j+1, "the", "an", "a", "terms") && s.isVoiceOf(j+1, r.to):
		return true
	case s.is(j, "but") && s.is(j+1, "not"):
		return true
	}
	return false
}

// startsNoun reports whether a list of noun phrases begins at i.
func (s *scan) startsNoun(i int) bool {
	return !s.isBase(i) && !s.isGerund(i)
}

// isVoiceOf reports whether the rest of a clause only names the text that holds
// it: "under the terms read out on state radio", "under a deal struck in May".
func (s *scan) isVoiceOf(i, to int) bool {
	for k := i; k < to && k < i+7; k++ {
		if instruments[s.lemma[k]] || s.is(k, "terms", "scheme", "deal", "quota") {
			return true
		}
		if s.isPunct(k) {
			return false
		}
	}
	return false
}

// isAsideAt reports whether an apposition or a clause that only comments
// begins at i, behind a comma.
func (s *scan) isAsideAt(i int, r *run) bool {
	if s.in(i, relatives) || s.is(i, "whatever", "whoever", "wherever", "whichever", "whenever", "despite", "although", "though", "while", "whereas", "because", "most", "prompting", "ending", "citing", "saying", "adding", "yet", "but", "nor") || s.is(i, "according") {
		return !s.is(i, "but") || !s.is(i+1, "only", "excluding")
	}
	if s.is(i, "of", "from", "for", "by", "in", "to") && s.in(i+1, relatives) || s.is(i, "be") && s.is(i+1, "it", "they") || s.is(i, "with") && s.isProspect(i, r.to) {
		return true
	}
	if s.is(i, "as") && (s.is(i+1, "it", "they", "he", "she", "agreed", "laid", "one") || s.isNoun(i+1) && s.finiteNear(i+1, 5)) {
		return true
	}
	if s.is(i, "even") && s.is(i+1, "if", "though") {
		return false
	}
	return s.isApposition(i, r.to)
}

// isProspect reads "with the proceeds to be held by".
func (s *scan) isProspect(i, to int) bool {
	for k := i + 1; k < to-1 && k < i+7; k++ {
		if s.is(k, "to") && s.isBase(k+1) {
			return true
		}
	}
	return false
}

var comments = set("duty", "obligation", "loophole", "demand", "sum", "project", "provision", "point", "move", "step", "request", "promise", "pledge", "condition", "thing", "dream", "trigger", "clause", "figure", "scrap", "reading", "task", "concession", "first", "measure", "term", "goal", "target", "practice", "right", "formula", "phrase", "commitment", "gesture", "privilege")

// isApposition reports whether a noun phrase at i, behind a comma, says what
// the clause before it is: ", a duty that outlived the governments".
func (s *scan) isApposition(i, to int) bool {
	if !s.is(i, "a", "an", "the", "something", "another") {
		return false
	}
	for k := i; k < to && k < i+5; k++ {
		if s.in(k, comments) {
			return !s.is(k+1, "of") || s.is(k, "scrap", "first")
		}
		if s.isNoun(k) && (s.is(k+1, "that", "which", "from") && !s.is(i, "the")) {
			return !s.itemsGoOn(k, to)
		}
		if s.isPunct(k) {
			break
		}
	}
	return false
}

// itemsGoOn reports whether ", and" or "and" with a noun phrase follows, which
// makes what stands before it items of a list.
func (s *scan) itemsGoOn(i, to int) bool {
	for k := i; k < to; k++ {
		if s.is(k, "and") && s.isNounPhrase(k+1) {
			return true
		}
	}
	return false
}

// opensClause reports whether a clause with its own finite verb begins at i,
// behind a comma or a conjunction.
func (s *scan) opensClause(i, to int) bool {
	for s.isAdverb(i) || s.is(i, "and", "but", "then", "also", "thus", "therefore", "in", "turn") {
		i++
	}
	if s.isOuterVerb(i) {
		return true
	}
	for k := i; k < s.len() && k < i+14; k++ {
		if s.is(k, ",", ";", "to", "that", "whether", "if", "when", "how", "what", "”") || s.in(k, relatives) || s.isQuote(k) && k > i+1 || k > i && s.isGerund(k) {
			return false
		}
		if k > i && s.isOuterVerb(k) && (s.isNoun(k-1) || s.isAdverb(k-1) || s.tag(k-1) == language.TagPRP || s.is(k-1, "there")) {
			if s.tag(k) == language.TagVBD && s.rel(k) == language.Acl || s.rel(k) == language.AclRelcl || s.rel(k) == language.Amod {
				return false
			}
			return k < to || s.is(i-1, ",")
		}
	}
	return false
}

// isOuterVerb reports whether the token at i is a finite verb, so that it
// cannot be governed by the infinitive before it.
func (s *scan) isOuterVerb(i int) bool {
	switch s.tag(i) {
	case language.TagMD:
		return true
	case language.TagVBZ, language.TagVBP:
		return s.rel(i) != language.Amod && s.rel(i) != language.Compound
	case language.TagVBD:
		return s.rel(i) != language.Acl && s.rel(i) != language.Amod
	}
	return false
}

func (s *scan) finiteNear(i, n int) bool {
	for k := i; k < i+n; k++ {
		if s.isOuterVerb(k) {
			return true
		}
	}
	return false
}

func (s *scan) quotesIn(r run) int {
	n := 0
	for k := r.from; k < r.to; k++ {
		if s.isQuote(k) {
			n++
		}
	}
	return n
}

// withoutTime takes a day off the end of a party: "the Council on Friday".
func (s *scan) withoutTime(r run) run {
	for r.to > r.from+1 && s.in(r.to-1, months) && !s.is(r.to-1, "may") {
		r.to--
		for r.to > r.from+1 && s.is(r.to-1, "on", "late", "early", "last", "in", "this") {
			r.to--
		}
	}
	return r
}

var ordinals = set("first", "second", "third", "fourth", "last", "end", "middle", "beginning", "start", "next", "new", "following", "coming", "spring", "summer", "autumn", "winter", "fall", "weekend", "deadline", "monsoon", "harvest", "snow", "rains", "feast", "recess", "holiday", "festival", "summit", "vote", "elections", "election", "other")

// isTailTime reports whether a phrase of time that the markers do not know
// begins at j: "tomorrow", "by the first Monday", "at 0600 hours".
func (s *scan) isTailTime(j int) bool {
	switch {
	case s.is(j, "tomorrow", "tonight"):
		return true
	case s.is(j, "by", "through", "until", "till", "before") && s.is(j+1, "the", "any", "then"):
		return s.in(j+2, ordinals) || s.in(j+2, months) || s.is(j+1, "then")
	case s.is(j, "at"):
		for k := j + 1; k < j+4; k++ {
			if s.tag(k) == language.TagCD && (s.is(k+1, "hours", "o'clock", "hour") || s.is(k+2, "'", "notice")) || s.is(k, "noon", "midnight", "dawn", "dusk") && k == j+1 {
				return true
			}
		}
	case s.is(j, "next", "this", "last"):
		return (s.in(j+1, units) || s.in(j+1, months)) && s.isNoun(j-1)
	case s.is(j, "in") && s.tag(j+1) == language.TagCD:
		return s.is(j+2, "yearly", "annual", "monthly", "equal") || s.is(j+2, "instalments", "installments", "stages", "phases")
	}
	return false
}

// recast gives an action the modality that its own words have: "will be able to
// unload" is a permission, "agreed to study" a consideration.
func (s *scan) recast(c *clause, d *deed) {
	i := d.from
	if d.modality != "obligation" && d.modality != "assurance" || c.whole {
		return
	}
	switch {
	case s.is(i, "be") && s.is(i+1, "able", "free", "allowed", "permitted", "entitled", "authorised", "authorized") && s.is(i+2, "to") && i+3 < d.to && d.modality == "obligation":
		d.modality, d.from = "permission", i+3
	case s.is(i, "study", "weigh", "explore", "consider") && !s.is(i+1, "how") && i+1 < d.to:
		d.modality, d.from = "consideration", i+1
	case s.is(i, "look") && s.is(i+1, "into", "at") && i+2 < d.to:
		d.modality, d.from = "consideration", i+2
	case s.is(i, "examine") && s.hasWord(i, d.to, "whether", "possibility", "idea"):
		d.modality = "consideration"
		for k := i; k < d.to; k++ {
			if s.is(k, "whether") {
				d.from = k
				break
			}
		}
	case s.is(i, "seek", "endeavour", "endeavor", "strive", "try", "aim") && s.is(i+1, "to") && i+2 < d.to:
		d.modality, d.from = "intention", i+2
	case s.is(i, "refrain", "abstain", "desist") && s.is(i+1, "from") && i+2 < d.to && d.modality == "obligation":
		d.modality, d.from = "prohibition", i+2
	}
}

func (s *scan) hasWord(from, to int, words ...string) bool {
	for k := from; k < to; k++ {
		if s.is(k, words...) {
			return true
		}
	}
	return false
}
