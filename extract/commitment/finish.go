package commitment

import "pacta/language"

// finish completes a clause: where it ends, who is to act, what its actions
// and roles are. It returns where to go on.
func (s *scan) finish(c *clause) (int, bool) {
	if c.modality == "" || c.modality == "none" || c.verb >= s.hi {
		return 0, false
	}
	if c.end == 0 {
		c.end = s.clauseEnd(c.verb)
	}
	if s.voice.isDocument() && s.isFinal(c) {
		return 0, false
	}
	s.parties(c)
	if c.modality == "demand" && c.party.empty() && c.outer.party.IsZero() {
		return 0, false
	}
	s.divide(c)
	if len(c.actions) == 0 {
		return 0, false
	}
	c.voice = s.voice
	s.found = append(s.found, *c)
	last := *c
	s.last = &last
	return c.verb + 1, true
}

// parties says who is to act, and whether the action is told as a whole
// clause because its subject is not who acts.
func (s *scan) parties(c *clause) {
	if !c.outer.party.IsZero() {
		return
	}
	if c.object && (s.isAgent(c.subject) || s.is(c.subject.from, "the", "each", "all", "any", "both", "its", "their") && !s.isText(c.subject) && s.tag(s.headNoun(c.subject)) == language.TagNNS) {
		c.party = c.subject
		return
	}
	if p, ok := s.isPassive(c.verb); ok && s.is(p, "prevented", "precluded") && c.modality == "prohibition" && s.is(p+1, "from") {
		c.modality, c.party, c.verb, c.split = "permission", c.subject, p+2, language.TagVBG // "shall not be prevented from taking"
		return
	}
	if p, ok := s.isPassive(c.verb); ok && c.modality == "obligation" && (s.isAgent(c.subject) || s.isPrivate(c.subject)) {
		switch {
		case s.is(p, "suffered", "allowed", "permitted", "authorised", "authorized", "empowered") && s.is(p+1, "to") && s.isVerbAt(p+2):
			c.modality, c.party, c.verb, c.cues = "permission", c.subject, p+2, append(c.cues, run{c.verb, p + 2})
			return
		case s.is(p, "entitled") && s.is(p+1, "to"):
			c.modality, c.party, c.verb, c.cues = "permission", c.subject, p+2, append(c.cues, run{c.verb, p + 2})
			return
		case s.is(p, "bound", "held", "represented") && s.is(p+1, "by"):
			c.party = c.subject
			return
		}
	}
	if _, ok := s.isPassive(c.verb); ok {
		c.passive, c.whole = true, !c.subject.empty()
		c.party = s.byAgent(c)
		return
	}
	if s.isRight(c) {
		c.modality, c.party = "permission", c.subject
		return
	}
	if s.hasRight(c) {
		c.modality, c.party = "permission", c.subject
		return
	}
	if s.is(c.verb, "enjoy", "benefit") && c.modality == "obligation" || s.is(c.verb, "receive") && c.modality == "obligation" && !s.isAgent(s.nounPhraseAt(c.verb+1, c.end)) || s.isRegime(c) {
		c.whole = true
		return
	}
	if c.modality == "permission" && len(c.cues) > 1 && !c.subject.empty() && !s.is(c.subject.from, "it", "this", "there") && s.voice.isDocument() {
		c.party = c.subject // "convoys shall be allowed to pass"
		return
	}
	if s.actsLikeAgent(c) {
		c.party = c.subject
		return
	}
	if s.isAgent(c.subject) && !s.is(c.subject.from, "there") && !(s.isPrivate(c.subject) && s.voice.isDocument() && c.modality != "permission") {
		c.party = c.subject
		return
	}
	if c.modality == "demand" {
		return
	}
	c.whole = !c.subject.empty()
}

// agentive are verbs for what only somebody can do.
var agentive = set("carry", "keep", "pay", "notify", "inform", "report", "submit", "produce", "board", "enter", "fish", "hunt", "cross", "land", "anchor", "moor", "fly", "drift", "wear", "fill", "salute", "obey", "warn", "rescue",
	"consult", "provide", "grant", "allow", "permit", "examine", "inspect", "collect", "levy", "impose", "issue", "arrest", "detain", "return", "refrain", "respect", "ensure", "assist", "help", "cooperate",
	"call", "discharge", "load", "unload", "navigate", "sail", "steer", "register", "apply", "request", "appoint", "withdraw", "employ", "use", "maintain", "observe", "refuse", "accept", "buy", "sell", "hire", "build", "dig", "dredge",
	"transmit", "send", "furnish", "supply", "destroy", "abandon", "leave", "remove", "repair", "restore", "answer", "testify", "swear", "comply", "conform", "insure", "bear", "contribute", "share", "render", "possess", "hold", "take", "give", "make", "work", "travel", "reside", "settle", "trade")

// actsLikeAgent reports whether an active clause of an instrument has a verb
// that only somebody can do, and a subject that may be somebody: "no pilot
// shall board".
func (s *scan) actsLikeAgent(c *clause) bool {
	if s.voice.layer != "text" || !agentive[s.lemma[c.verb]] || s.is(c.verb+1, "place", "effect", "account", "precedence", "priority") || c.modality == "principle" || s.isPrivate(c.subject) && c.modality != "permission" {
		return false
	}
	h := s.headNoun(c.subject)
	if h < 0 || s.isInstrument(c.subject) || s.in(h, capitalThings) || s.isThing(h) || isAbstract(s.lemma[h]) || isAbstract(s.word[h]) || s.is(h, "it", "this", "these", "which", "that", "following", "date", "day", "period", "rate", "price", "cost", "amount", "duty", "tax", "line", "zone", "area", "territory", "market", "account", "currency", "right", "procedure", "method", "number", "name", "name", "names", "form", "copy", "copies", "goods", "products", "measures", "works", "waters", "water", "river", "term", "terms") {
		return false
	}
	return s.tag(h) == language.TagNN || s.tag(h) == language.TagNNS
}

// isRight reports whether a clause gives a party what the other is to let it
// have: "Marland shall receive a third of the catch". To receive somebody is a
// duty.
func (s *scan) isRight(c *clause) bool {
	if !s.is(c.verb, "receive") || c.modality != "obligation" || s.voice.layer != "text" || !s.isAgent(c.subject) {
		return false
	}
	h := s.headNoun(c.subject)
	return s.tag(h) == language.TagNNP && !s.is(h, "party", "member") && !s.isAgent(s.nounPhraseAt(c.verb+1, c.end))
}

// hasRight reports whether a clause says that its subject may do or have
// something, and moves the action behind the words that say so: "everyone shall
// have the right to leave", "the Committee shall have access to".
func (s *scan) hasRight(c *clause) bool {
	if !s.is(c.verb, "have", "enjoy") || c.modality != "obligation" || !s.isAgent(c.subject) && !s.isPrivate(c.subject) {
		return false
	}
	for k := c.verb + 1; k < c.verb+6 && k < c.end; k++ {
		switch {
		case s.is(k, "access") && s.is(k+1, "to", "at"):
			return s.is(c.verb, "have")
		case !s.is(k, "right", "liberty", "faculty", "option"):
		case s.is(k+1, "to") && s.isVerbAt(k+2):
			c.cues = append(c.cues, run{c.verb, k + 2})
			c.verb = k + 2
			return true
		case s.is(k+1, ","):
			n := s.toAfterComma(k + 1)
			if n < 0 || !s.isVerbAt(n+1) {
				return false
			}
			c.inserts = append(c.inserts, run{k + 2, n - 1})
			c.cues = append(c.cues, run{c.verb, k + 1})
			c.verb = n + 1
			return true
		case s.is(k+1, "of", "to") && s.isAgent(c.subject):
			c.cues = append(c.cues, run{c.verb, c.verb + 1})
			c.verb, c.split = c.verb+1, 0
			return true
		}
	}
	return false
}

// isRegime reports whether a clause gives its subject a status or a right,
// which others owe: "ships shall be exempt", "airlines shall have fair
// opportunity".
func (s *scan) isRegime(c *clause) bool {
	i := c.verb + 1
	for s.isAdverb(i) {
		i++
	}
	if s.is(c.verb, "be") {
		if s.is(i, "liable") && s.isAgent(c.subject) {
			return false
		}
		return s.is(i, "exempt", "free", "immune", "inviolable", "liable", "subject", "exempted", "eligible") && !s.is(i+1, "to")
	}
	if !s.is(c.verb, "have") || c.modality != "obligation" || s.is(c.verb+1, "no") && s.isAgent(c.subject) {
		return false
	}
	for ; i < c.verb+6; i++ {
		if s.is(i, "right", "rights", "opportunity", "access", "status", "immunity", "freedom", "opportunities", "recourse") {
			return true
		}
	}
	return false
}

// byAgent returns the noun phrase after "by", or after "between" where the
// parties act together.
func (s *scan) byAgent(c *clause) run {
	for k := c.verb + 1; k < c.end-1; k++ {
		if s.is(k, "if", "unless", "when", "where", "which", "that", "who", "whose", "except") {
			return run{}
		}
		if !s.is(k, "by", "between") || s.is(k-1, "save", "except", "than") || s.tag(k+1) == language.TagCD && !s.isNoun(k+2) || s.isDate(k+1) {
			continue
		}
		if p, ok := s.isPassive(c.verb); ok && s.otherParticiple(p+1, k) {
			continue // "the authority designated by that Ministry"
		}
		r := s.nounPhraseAt(k+1, c.end)
		if s.isAgent(r) && (s.is(k, "by") || s.is(k-1, "negotiation", "negotiations", "consultation", "consultations", "agreement", "talks")) {
			return r
		}
	}
	return run{}
}

// otherParticiple reports whether another participle than that of the clause
// stands between i and the "by" at to, to which it can belong.
func (s *scan) otherParticiple(i, to int) bool {
	for k := i; k < to; k++ {
		if s.tag(k) == language.TagVBN && (s.isNoun(k-1) || s.isQuote(k-1)) || s.tag(k) == language.TagVBN && s.is(k-1, "and", "or") && k > i+1 {
			return true
		}
	}
	return false
}

// nounPhraseAt returns the noun phrase that begins at i.
func (s *scan) nounPhraseAt(i, hi int) run {
	k := i
	for ; k < hi; k++ {
		t := s.tag(k)
		if s.isPunct(k) && !s.is(k, "-") || s.isVerb(k) && t != language.TagVBN && !s.is(k, "following") || t == language.TagTO || t == language.TagMD || s.in(k, relatives) || k > i && (s.markerAt(k, hi) != "" || s.is(k, "that")) {
			break
		}
		if t == language.TagIN && !s.is(k, "of") {
			break
		}
	}
	return run{i, k}
}
