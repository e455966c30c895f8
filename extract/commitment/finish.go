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

// divide splits the action at coordinated verbs and takes the roles off.
func (s *scan) divide(c *clause) {
	if c.from < c.subject.from {
		s.roleOf(c, run{c.from, c.subject.from})
	}
	for _, r := range c.inserts {
		s.roleOf(c, r)
	}
	starts := []int{c.verb}
	if !c.passive && !c.whole && c.split != 0 {
		starts = s.conjuncts(c, starts)
	}
	for i, from := range starts {
		to := c.end
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		a := s.action(c, from, to)
		if c.whole {
			a.from = c.subject.from
			if c.apart && len(c.cues) > 0 {
				a.from = c.cues[0].from
			}
		}
		if !a.empty() {
			c.actions = append(c.actions, s.deed(c, a))
		}
	}
}

// action returns the part of [from, to) that tells the conduct, and notes the
// roles behind it.
func (s *scan) action(c *clause, from, to int) run {
	end := to
	for j := from + 1; j < to; j++ {
		if s.endsFrequency(j) {
			end = min(end, j)
		}
		role := s.markerAt(j, to)
		if role == "" || s.isWithin(j, from, to) || j == from+1 && s.is(j, "whenever", "where", "when", "if") && s.tag(j+1) == language.TagJJ {
			continue
		}
		next := s.roleEnd(j, to)
		if k := s.objectBehind(c, from, j, next, to); k > 0 {
			c.roles = append(c.roles, role1(role, s.trim(run{j, k})))
			j = k - 1
			continue
		}
		if k := s.aside(j, to); k > 0 {
			c.roles = append(c.roles, role1(role, run{j, k}))
			j = k
			continue
		}
		c.roles = append(c.roles, role1(role, s.trim(run{j, next})))
		if next < to && (s.continues(next, to, s.is(j-1, ",")) || s.is(j-1, ",") && s.is(next, ",") && !s.hasObject(from, j) && s.isNounPhrase(next+1)) {
			j = next
			continue
		}
		end = min(end, j)
		j = next - 1
	}
	r := s.trim(run{from, end})
	for r.to > r.from+1 && (s.is(r.to-1, "as", "well", "and", "to", "also", "nor") || s.is(r.to-1, ",") || s.isNegation(r.to-1)) {
		r.to--
	}
	return r
}

// endsFrequency reports whether the comma at j sets off what follows on "once a
// year": "…, alternately in Lund and Kesh".
func (s *scan) endsFrequency(j int) bool {
	return s.is(j, ",") && s.in(j-1, units) && (s.is(j-3, "once", "twice", "times") || s.is(j-4, "once", "twice", "times")) && !s.is(j+1, "and", "or", "to")
}

// aside returns the comma that closes a short insertion which begins at j
// after a comma or "and": ", when applicable, legal guardians".
func (s *scan) aside(j, to int) int {
	if !s.is(j-1, ",") {
		return 0
	}
	for k := j + 1; k < to-1 && k < j+4; k++ {
		if s.is(k, ",") && s.markerAt(k+1, to) == "" {
			return k
		}
	}
	return 0
}

// deed gives an action its modality: to refrain from something is a
// prohibition of it, whatever the cue of the clause.
func (s *scan) deed(c *clause, a run) deed {
	if c.modality == "obligation" && a.from != c.verb && (s.is(a.from-1, "nor", "neither") || s.isNegation(a.from-1)) {
		return deed{a, "prohibition"}
	}
	if c.notFirst && a.from != c.verb && s.is(a.from-1, "to") && s.is(a.from-2, "and") {
		return deed{a, "obligation"}
	}
	if s.deniesObject(c, a) {
		return deed{a, "prohibition"}
	}
	if !s.is(a.from, "refrain", "abstain", "desist") || c.modality != "obligation" && c.modality != "intention" {
		return deed{a, c.modality}
	}
	for k := a.from + 1; k < a.to-1 && k < a.from+12; k++ {
		if s.is(k, "from") {
			return deed{run{k + 1, a.to}, "prohibition"}
		}
	}
	return deed{a, c.modality}
}

// deniesObject reports whether an obligation is one to do nothing of a kind:
// "shall take no step that", "to raise no objection".
func (s *scan) deniesObject(c *clause, a run) bool {
	if c.modality != "obligation" || c.passive {
		return false
	}
	k := c.verb
	if !c.whole {
		k = a.from
	}
	for k++; s.tag(k) == language.TagRP || s.isAdverb(k) && !s.is(k, "no"); k++ {
	}
	if s.is(k, "neither") {
		return true
	}
	return s.is(k, "no") && !s.is(k+1, "later", "less", "fewer", "more", "effort", "time", "doubt", "stone")
}

func role1(name string, r run) role { return role{name: name, run: r} }

// isWithin reports whether a marker at j belongs to a relative clause or noun
// phrase of the action rather than to the action.
func (s *scan) isWithin(j, from, to int) bool {
	if s.is(j-1, "that") && j-1 > from || s.is(j-1, ",") && s.is(j-2, "that") {
		return true // "ensure that, in the case of offences, …"
	}
	if s.inOpenClause(j, from) {
		return true
	}
	if s.tag(j-1) == language.TagVBN && s.isNoun(j-2) && j-2 > from {
		return true // "an offence established in accordance with"
	}
	if s.is(j, "during", "under", "in", "pursuant", "for", "from", "by", "before", "since", "after", "over") {
		for k := j - 1; k > from; k-- {
			if s.is(k, ",", ";") {
				return false
			}
			if s.in(k, relatives) || s.is(k, "that") {
				return true
			}
		}
	}
	return false
}

// alone are verbs that need no object.
var alone = set("cooperate", "co-operate", "consult", "act", "meet", "reply", "respond", "comply", "apply", "decide", "participate", "withdraw", "refrain", "begin", "cease", "work", "agree", "proceed", "interfere", "vote", "report", "continue", "remain", "be", "go", "come", "stop", "end", "depart", "sail", "travel", "return", "take", "fish", "collaborate", "confer", "fight", "interact", "trade", "enter", "land", "pass", "cross", "negotiate")

// objectBehind returns where the object of the verb at from begins behind the
// role at [j, next): "establish under its law a long period", "provide each
// other, within their means, with aid"; 0 where it does not.
func (s *scan) objectBehind(c *clause, from, j, next, to int) int {
	if c.whole || c.passive || alone[s.lemma[from]] || s.hasObject(from, j) || s.tag(from+1) == language.TagRP {
		return 0
	}
	for k := j + 2; k < next-1; k++ {
		if s.isBoundary(k) && !s.is(k+1, "which", "who") || s.is(k, ",") && s.isNounPhrase(k+1) && !s.is(k+1, "and", "or") {
			return k + 1
		}
	}
	if s.is(j-1, ",") && next < to && s.is(next, ",") && s.is(next+1, "with", "on", "for", "to", "by") {
		return next + 1
	}
	return 0
}

// inOpenClause reports whether a marker at j stands in a that-clause before its
// verb: "ensure that the controls, when in manual mode, are attended".
func (s *scan) inOpenClause(j, from int) bool {
	for k := j - 1; k > from && k > j-14; k-- {
		if s.isFinite(k) || s.is(k, ";") || s.isBase(k) {
			return false
		}
		if s.is(k, "that") && s.tag(k) == language.TagIN {
			return true
		}
	}
	return false
}

// roleEnd returns where the role that begins at j ends: at the next marker
// after a comma or conjunction, or the end of the clause.
func (s *scan) roleEnd(j, to int) int {
	for k := j + 2; k < to; k++ {
		if s.in(k, units) && k < j+5 && s.is(j, "for", "within") && s.is(k+1, "the", "its", "their", "a") {
			return k + 1
		}
		if s.is(k, ",", "and", "or") && k+1 < to && s.markerAt(k+1, to) != "" && !s.is(k, "or") {
			return k
		}
		if s.is(k, ",") && s.is(j-1, ",") && s.isNounPhrase(k+1) && (k < j+6 || k < j+12 && !s.is(k+1, "and") && s.markerAt(j, to) == "deadline") {
			return k
		}
		if s.is(k, ",") && s.continues(k, to, s.is(j-1, ",")) {
			return k
		}
		if s.markerAt(k, to) != "" && s.isNoun(k-1) && !s.is(k, "where", "when", "under", "for", "in", "during", "from", "by") {
			return k
		}
	}
	return to
}

// continues reports whether the action goes on after the comma at k. The object
// of the verb can follow only where the role was set off by commas.
func (s *scan) continues(k, to int, inserted bool) bool {
	if k > 0 && s.in(k-1, units) && s.is(k, "the", "its", "their", "a") {
		return true
	}
	if !s.is(k, ",") || s.in(k+1, subordinators) {
		return false
	}
	if inserted && s.is(k+1, "the", "all", "to", "any", "such", "its", "their", "a", "an") {
		return true
	}
	return s.is(k+1, "including", "namely") || s.is(k+1, "such") && s.is(k+2, "as") || s.is(k+1, "as") && s.is(k+2, "well") && s.tag(k+4) != language.TagIN && !s.is(k+4, "in", "on")
}

// roleOf classifies a leading phrase or an insert.
func (s *scan) roleOf(c *clause, r run) {
	r = s.trim(r)
	for k := r.from; k < r.to && k < r.from+3; k++ {
		if name := s.markerAt(k, r.to); name != "" {
			c.roles = append(c.roles, role{name, run{k, r.to}})
			return
		}
	}
}

// conjuncts adds the places where a verb on a par with the first begins.
func (s *scan) conjuncts(c *clause, starts []int) []int {
	depth := 0
	for k := c.verb + 2; k < c.end; k++ {
		if s.is(k, "(") {
			depth++
		}
		if s.is(k, ")") {
			depth--
		}
		if depth > 0 || s.is(k, ":") {
			if s.is(k, ":") {
				break
			}
			continue
		}
		j := k
		if s.is(j, "to") && s.inChain(c) {
			j++
		}
		if !s.isConjunct(c, j) || !s.joins(k, starts[len(starts)-1]) {
			continue
		}
		if !s.hasObject(starts[len(starts)-1], k) || s.endsOpen(k-1) || s.inPurpose(starts[len(starts)-1], k) {
			continue
		}
		if s.is(k, "to") && s.byDoing(starts[len(starts)-1], k) {
			continue
		}
		if s.is(k-1, ",") && s.afterOpenRelative(starts[len(starts)-1], k-1) {
			continue
		}
		if s.is(k, "to") && s.is(k-1, ",") && !s.listGoesOn(k) {
			continue // ", to enable them to": what the first is for
		}
		starts = append(starts, j)
		k = j
	}
	return starts
}

// byDoing reports whether "by" and a gerund stand between, with which an
// infinitive may go on: "by asking the carrier to stop or to change".
func (s *scan) byDoing(from, to int) bool {
	for k := from + 1; k < to-1; k++ {
		if s.is(k, "by") && s.isGerund(k+1) {
			return true
		}
	}
	return false
}

// afterOpenRelative reports whether the comma at j closes an insertion right
// behind a relative pronoun: "actions that, in the opinion of one of them,".
func (s *scan) afterOpenRelative(from, j int) bool {
	for k := j - 1; k > from; k-- {
		if s.is(k, ",") {
			return s.is(k-1, "that", "which", "who")
		}
	}
	return false
}

// endsOpen reports whether the words before the conjunction at j want an object
// that follows later: "permit entry of and grant".
func (s *scan) endsOpen(j int) bool {
	return s.is(j, "and", "or") && s.tag(j-1) == language.TagIN
}

// inPurpose reports whether a purpose opens between from and k, which the verb
// at k goes on with: "with a view to improving it and to avoid".
func (s *scan) inPurpose(from, k int) bool {
	for j := from + 1; j < k-1; j++ {
		if s.markerAt(j, k) == "purpose" && !s.is(k-1, ",") {
			for n := j + 1; n < k; n++ {
				if s.is(n, ",", ";") {
					return false
				}
			}
			return true
		}
	}
	return false
}

// listGoesOn reports whether "and to" follows the infinitive at k.
func (s *scan) listGoesOn(k int) bool {
	for j := k + 1; j < s.hi-1; j++ {
		if s.is(j, "and", "or") && s.is(j+1, "to") {
			return true
		}
		if s.is(j, ";", ":") {
			return false
		}
	}
	return false
}

func (s *scan) inChain(c *clause) bool { return s.is(c.verb-1, "to") }

// isConjunct reports whether the token at j has the form of the first verb of
// c, and, where there is a tree, hangs on it.
func (s *scan) isConjunct(c *clause, j int) bool {
	t := s.tag(j)
	if s.is(j, "are", "is", "am", "was", "were", "have", "has", "do", "does", "save", "except") && !s.is(j-1, "to") {
		return false
	}
	compound := s.is(j-1, ",") && s.tag(j+1) == language.TagNN && s.tag(j+2) != language.TagNNS // "supply capacity"
	if s.isMistakenVerb(j) && !compound && (c.split == language.TagVB || c.split == language.TagVBP) {
		return true
	}
	if s.is(j-1, "nor") && (t == language.TagNN || t == language.TagVBP || t == language.TagVB) && !s.isUpper(j) && s.isNounPhrase(j+1) {
		return true
	}
	same := t == c.split || c.split == language.TagVBP && t == language.TagVB && s.lemma[j] == s.word[j] || c.split == language.TagVB && t == language.TagVBP && s.is(j-1, "and", ",", "also")
	if !same {
		return false
	}
	if s.rel(j) == 0 || s.is(j-1, "to") && s.inChain(c) {
		return true
	}
	// A tree speaks against it only where it hangs j on another verb.
	if h := s.head(j); s.rel(j) == language.Conj && h > c.verb && s.isVerb(h) && s.rel(h) != language.Conj {
		return false
	}
	return true
}

// joins reports whether a conjunction or comma stands before k, so that what
// follows is on a par with the verb at verb.
func (s *scan) joins(k, verb int) bool {
	j := k - 1
	for s.isAdverb(j) || s.is(j, "also", "neither") || s.isNegation(j) || s.is(j, "both", "either") && !s.is(k, "to") {
		j--
	}
	switch {
	case s.is(j, "and", "or", "but", "nor"):
		if s.is(j-1, ",") || s.is(j, "nor") || s.is(k, "to") || !s.infinitiveBetween(verb, j) {
			return true
		}
		return s.rel(k) == language.Conj && s.head(k) == verb
	case s.is(j, "well"):
		return true
	case s.is(j, ","):
		return true
	}
	return false
}

// isMistakenVerb reports whether the token at i is a verb that the tagger took
// for a noun, as it does after numbers and conjunctions: "and exchange views".
func (s *view) isMistakenVerb(i int) bool {
	if s.in(i-1, determiners) || s.tag(i-1) == language.TagPRPS || s.tag(i-1) == language.TagPOS || s.tag(i-1) == language.TagJJ {
		return false
	}
	if s.is(i-1, "and", "or") && s.tag(i-2) == language.TagJJ {
		return false // "financial and trade measures"
	}
	if s.tag(i) != language.TagNN && s.tag(i) != language.TagJJ || !practices[s.word[i]] && !verbs[s.word[i]] {
		return false
	}
	if s.tag(i) == language.TagJJ {
		return s.in(i+1, determiners) || s.tag(i+1) == language.TagPRPS
	}
	return s.isNounPhrase(i+1) || s.tag(i+1) == language.TagPRPS || s.isNoun(i+1)
}

// isVerbAt reports whether the token at i, where a verb is due, is one or can
// be one.
func (s *scan) isVerbAt(i int) bool {
	if i >= s.hi {
		return false
	}
	return s.isBase(i) || s.is(i, "be", "have") || s.isMistakenVerb(i) || s.is(i-1, "to") && (s.tag(i) == language.TagNN || s.tag(i) == language.TagJJ) && (s.isNounPhrase(i+1) || s.tag(i+1) == language.TagPRPS)
}

// verbs are further verbs that look like nouns.
var verbs = set("train", "issue", "exchange", "report", "request", "notify", "submit", "designate", "adopt", "permit", "allow", "return", "transfer", "supply", "limit", "test", "inform",
	"return", "release", "withdraw", "access", "control", "order", "purchase", "sponsor", "finance", "fund", "repair", "export", "import", "transport", "display", "process", "review", "monitor", "arrange", "ban", "cut", "lift", "end", "halt", "stop", "visit", "keep", "set", "appoint", "publish", "collect", "study", "plan", "host", "respect", "need", "place", "collaborate", "ensure", "refrain", "consult", "award", "grant", "host", "mark", "trade", "assign", "renew", "sign", "register", "regulate", "waive", "name", "elect", "draft", "open", "close", "clear", "guard", "station", "share", "triple", "double", "halve")

func (s *scan) infinitiveBetween(verb, j int) bool {
	for i := verb + 1; i < j; i++ {
		if s.is(i, "to") && s.isBase(i+1) {
			return true
		}
	}
	return false
}

// hasObject reports whether the verb at from has words of its own before k:
// "protect, preserve and restore wetlands" is one duty.
func (s *scan) hasObject(from, k int) bool {
	for i := from + 1; i < k; i++ {
		if s.isNoun(i) || s.tag(i) == language.TagCD {
			return true
		}
	}
	return false
}
