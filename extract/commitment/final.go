package commitment

import (
	"strings"

	"pacta/language"
)

// finalVerbs tell of an instrument or of words, not of conduct.
var finalVerbs = set("mean", "denote", "signify", "consist", "comprise", "constitute", "expire", "lapse", "prevail", "supersede", "apply", "refer", "extend", "cover",
	"enter", "come", "remain", "cease", "terminate", "form", "become", "include", "contain", "bear", "relate", "correspond", "equal", "depend", "run", "rotate", "arise", "exempt", "release", "absolve", "rank", "confer", "inure", "complement")

// ownLife are verbs for what a party does with the instrument itself.
var ownLife = set("denounce", "withdraw", "accede", "ratify", "terminate", "amend", "sign", "accept", "approve", "revise", "renew", "prolong", "extend", "propose", "deposit",
	"register", "modify", "suspend", "apply", "declare", "join", "leave", "exclude", "notify", "inform", "cease", "become", "enter", "abrogate", "cancel", "adhere", "communicate", "request", "transmit", "renounce", "invite", "be", "convene", "call", "exchange", "discontinue", "take")

// lifePhrases show that a notice or a step is about the instrument's own life.
var lifePhrases = []string{"entry into force", "enter into force", "come into force", "instrument of ratification", "instruments of ratification", "internal procedures",
	"legal requirements", "constitutional requirements", "constitutional procedures", "denounce", "denunciation", "signature by", "each signature", "signatures", "date of signature", "ratification", "deposit of", "accession", "reservation", "amendment to this", "amendments to this", "authentic", "instrument of acceptance",
	"a party to this", "cease to be a", "accede to", "this convention", "this treaty", "this agreement", "this protocol", "the present convention", "the present treaty", "the present agreement", "the present protocol", "the convention", "this memorandum", "terminat", "integral part", "domestic procedures", "certified cop", "true cop", "necessary formalities", "exchange of notes", "agreement to apply", "convention to apply", "overseas territor", "reserves the right", "declaration that", "a declaration", "territories for whose"}

// isFinal reports whether a clause is a definition, a rule on the scope, or
// one on the life of the instrument: none of these binds conduct.
func (s *scan) isFinal(c *clause) bool {
	h := s.headNoun(c.subject)
	if h >= 0 && s.is(h, "accessions", "ratifications", "denunciations", "notifications", "signatures", "acceptances", "approvals", "original", "originals", "texts") {
		return true
	}
	if h >= 0 && s.is(h, "notification") && s.is(h+1, "of") && !s.aboutLife(c) {
		h = -1
	}
	if h >= 0 && s.is(h, "withdrawal") && !s.is(c.verb, "take", "become", "have") && !s.aboutLife(c) {
		h = -1
	}
	if h >= 0 && (s.is(h, "term", "terms", "expression", "expressions", "depository", "reservation", "reservations", "amendment", "amendments", "modification", "modifications", "accession", "ratification", "denunciation", "withdrawal", "languages", "texts", "headquarters", "seat", "notification", "acceptance", "instrument", "instruments") && !s.isTroops(h) || s.is(h, "exchange") && s.is(h+1, "of") && s.is(h+2, "notes", "instruments", "letters", "ratifications", "ratification", "the")) {
		return true
	}
	verb := c.verb
	if p, ok := s.isPassive(verb); ok {
		return s.isFinalPassive(c, p)
	}
	if s.is(verb, "apply", "mean", "enter", "expire", "prevail", "extend") && s.is(c.subject.from, "it", "they", "this", "these") {
		return true
	}
	if s.is(verb, "mean", "include", "denote", "apply", "signify") && (s.isQuote(c.subject.to-1) || s.isQuote(c.subject.from) || s.isQuote(c.subject.to) || s.isQuote(c.subject.from-1) || s.is(c.subject.from, "term")) {
		return true
	}
	if s.is(verb, "take") && s.is(verb+1, "effect") || s.isOwnOrder(c) || s.isVote(verb, c.end) {
		return true
	}
	if s.is(verb, "consist", "comprise") || s.is(verb, "preclude", "prevent", "affect", "prejudice", "impair", "limit", "restrict", "influence") && c.modality == "prohibition" && !s.isAgent(c.subject) {
		return true
	}
	if s.is(verb, "give") && !s.isAgent(c.subject) && s.anyOf(run{verb, verb + 5}, "effect", "rise") || s.is(verb, "be") && s.is(c.subject.from, "it") && (s.is(verb+1, "valid", "without", "in", "void") || s.tag(verb+1) == language.TagCD) || s.is(verb, "be") && s.is(verb+2, "evidence", "proof") {
		return true
	}
	if s.is(verb, "become") && s.is(verb+2, "party") || s.is(verb, "rank") || s.is(verb, "be") && s.is(verb+1, ":") {
		return true
	}
	if s.is(verb, "become") && (s.is(c.subject.from, "it", "they") || s.is(verb+1, "effective", "enforceable", "operative", "binding", "applicable", "void", "final")) {
		return true
	}
	if s.is(verb, "include", "mean", "be") && s.is(c.from, "for") && s.is(c.from+2, "purpose", "purposes") && s.is(c.from+4, "this", "the") && !s.isAgent(c.subject) && s.is(verb, "include") {
		return true
	}
	if s.is(verb, "include") && s.is(verb+1, "any", "both", "all", "every") && !s.isAgent(c.subject) {
		return true
	}
	if s.is(verb, "be") && s.tag(verb+1) == language.TagNNS && !s.is(verb+1, "guests", "friends", "allies") {
		return true // "these persons shall be nationals of"
	}
	if s.is(verb, "be") && (!s.isAgent(c.subject) && s.isConstitutive(verb) || s.is(verb+1, "applicable", "the") && !s.is(verb+2, "first", "last", "guest", "guests")) {
		return true
	}
	if s.is(verb, "have") && !s.isAgent(c.subject) {
		return s.is(verb+1, "effect") || s.is(verb+2, "meaning") || s.is(verb+3, "meaning") || s.is(verb+3, "meanings")
	}
	l := s.lemma[verb]
	if s.is(verb, "begin", "start", "commence", "cease") && s.is(verb+1, "to") && s.is(verb+2, "run", "exist", "apply", "be", "have") {
		return true
	}
	if s.is(verb, "be") && s.is(verb+1, "to") && h >= 0 && s.is(h, "aim", "purpose", "object", "objective", "function", "task", "aims", "objectives", "functions", "purposes") {
		return true
	}
	if s.is(verb, "possess", "have") && s.hasStatus(verb) || h >= 0 && s.is(h, "boundary", "line", "frontier", "border") && s.is(verb, "follow", "run", "pass", "start", "begin", "proceed", "coincide") {
		return true
	}
	if finalVerbs[l] && !s.isAgent(c.subject) && !(s.is(verb, "become") && s.is(verb+2, "property")) && !(s.is(verb, "cease") || s.is(verb, "remain") && (s.tag(verb+1) == language.TagJJ || s.tag(verb+1) == language.TagVBN) && !s.is(verb+1, "valid", "open", "binding", "effective", "operative") || s.is(verb, "contain", "include", "bear")) {
		return true
	}
	if h >= 0 && s.is(verb, "cease") && s.is(h, "application", "operation", "validity", "effect", "provisions", "force") || s.anyOf(run{verb, min(c.end, verb+8)}, "quorum", "mutatis") {
		return true
	}
	if s.is(verb, "be") && s.is(verb+1, "of") && s.is(verb+2, "high", "recognized", "recognised", "good", "proven", "the") {
		return true
	}
	if s.is(verb, "cease") && s.is(verb+1, "to") && s.is(verb+2, "be") {
		return true
	}
	return ownLife[l] && s.aboutLife(c)
}

// isOwnOrder reports whether a clause is about the inner order of an organ: its
// officers, its rules of procedure, its quorum.
func (s *scan) isOwnOrder(c *clause) bool {
	i := c.verb
	if !s.is(i, "elect", "adopt", "draw", "appoint", "choose", "form", "establish", "determine", "select", "constitute") {
		return false
	}
	for k := i + 1; k < c.end && k < i+8; k++ {
		if s.is(k, "procedure", "quorum") || s.is(k, "chairman", "chair", "chairperson", "president", "officers", "bureau", "vice-chairman", "vice-presidents") && s.is(k-1, "its", "their", "a", "own", "two", "vice", "and") {
			return true
		}
	}
	return false
}

// isVote reports whether the verb at i says how an organ comes to its
// decisions, which binds nobody to anything: "decide by a majority", "take its
// decisions by consensus".
func (s *scan) isVote(i, end int) bool {
	if !s.is(i, "decide", "take", "adopt", "be", "act", "vote", "have", "reach", "make") {
		return false
	}
	for k := i + 1; k < end && k < i+12; k++ {
		if s.is(k, "consensus", "unanimously", "unanimity", "majority", "casting", "vote") && (s.is(k-1, "by", "a") || s.isAdverb(k) || s.is(k-2, "by", "a", "two", "three") || s.is(k-3, "by") || s.tag(k-1) == language.TagJJ) {
			return true
		}
		if s.is(k, ";", "that", "which") {
			return false
		}
	}
	return false
}

// hasStatus reports whether what is had at verb makes an organ what it is: legal
// personality, a vote.
func (s *scan) hasStatus(verb int) bool {
	for k := verb + 1; k < verb+5; k++ {
		if s.is(k, "personality", "capacity", "vote", "votes", "seat", "members", "nationality", "meaning") {
			return true
		}
	}
	return false
}

// isTroops tells the withdrawal of forces from that of a party.
func (s *scan) isTroops(h int) bool {
	return s.is(h, "withdrawal") && s.is(h+1, "of")
}

// aboutLife reports whether the action speaks of the instrument itself.
func (s *scan) aboutLife(c *clause) bool {
	if s.is(c.verb, "declare", "notify", "state") {
		for _, r := range c.inserts {
			if s.anyOf(r, "signature", "signing", "ratification", "accession", "acceptance") {
				return true
			}
		}
	}
	span := s.span(run{c.verb, min(c.end, c.verb+30)})
	words := strings.ToLower(span.Of(s.text))
	for _, stop := range [...]string{"not later than", "no later than", " within ", " after ", " following ", " upon "} {
		if i := strings.Index(words, stop); i > 0 {
			words = words[:i]
		}
	}
	for _, p := range lifePhrases {
		if i := strings.Index(words, p); i >= 0 {
			if i > 0 && (strings.HasPrefix(p, "th")) && !s.isDirect(words[:i]) {
				continue
			}
			return true
		}
	}
	return false
}

// isDirect reports whether the words between a verb and "this Treaty" leave
// the treaty its object: "denounce", "withdraw from", not "measures under".
func (s *scan) isDirect(before string) bool {
	return len(strings.Fields(before)) <= 3 && !strings.HasSuffix(strings.TrimSpace(before), "under")
}

// finalParticiples are what happens to instruments.
var finalParticiples = set("ratified", "deposited", "registered", "amended", "denounced", "terminated", "construed", "interpreted", "deemed", "replaced", "understood",
	"drawn", "signed", "extended", "renewed", "approved", "considered", "regarded", "defined", "concluded", "done", "prolonged", "supplemented", "superseded", "opened", "modified", "accepted", "treated", "reckoned", "read", "calculated", "referred", "annexed", "attached", "entitled", "bound", "composed", "headed", "located", "situated", "presided", "affected", "released", "constituted", "prejudiced", "apportioned", "taken", "represented", "relieved", "exonerated")

func (s *scan) isFinalPassive(c *clause, p int) bool {
	if c.modality == "consideration" {
		return false
	}
	if s.isVote(c.verb, c.end) {
		return true
	}
	if !s.in(p, finalParticiples) {
		return false
	}
	switch s.word[p] {
	case "headed", "located", "situated", "presided", "composed", "constituted":
		return true
	case "taken":
		return s.is(p+1, "as") || s.is(p+1, "to") && s.is(p+2, "mean", "include", "be", "refer")
	case "represented":
		return s.is(p+1, "by")
	case "affected", "prejudiced":
		return !s.isAgent(c.subject)
	case "released", "relieved", "exonerated":
		return s.is(p+1, "from", "of")
	case "deemed", "considered", "regarded", "treated", "understood":
		return !s.isAttack(c.subject)
	case "entitled", "bound", "referred", "accepted", "extended", "opened", "approved":
		return s.isInstrument(c.subject)
	case "defined", "construed", "interpreted", "calculated", "reckoned":
		return true
	}
	return s.isInstrument(c.subject) || s.aboutLife(c)
}

// isAttack reports whether a subject is an event that a deeming clause makes a
// case for action: an attack, a threat, an interference.
func (s *scan) isAttack(subject run) bool {
	for k := subject.from; k < subject.to; k++ {
		if s.is(k, "attack", "attacks", "threat", "threats", "aggression", "act", "acts", "interference", "violation", "violations", "invasion", "menace", "war", "infringement", "intervention") {
			return true
		}
	}
	return false
}

// isConstitutive reports whether "be" at verb says what a thing is or where it
// lies, rather than how it is to be treated.
func (s *scan) isConstitutive(verb int) bool {
	i := verb + 1
	for s.isAdverb(i) {
		i++
	}
	if s.is(i, "no", "peace", "perpetual", "free", "open", "subject", "inviolable", "immune", "exempt", "liable", "responsible", "accompanied", "equal", "strictly", "bound") {
		return s.is(i, "open", "subject") && s.isInstrumentNear(verb)
	}
	return s.in(i, determiners) || s.isQuote(i) || s.is(i, "at", "in", "as", "on", "of", "for", "from", "english", "french", "equivalent", "equally", "final", "binding", "obligatory", "valid", "binding", "authentic", "effective", "without", "between", "that", "composed", "null", "optional", "taxable", "six", "three", "two", "renewable")
}

func (s *scan) isInstrumentNear(verb int) bool {
	for k := verb - 1; k >= s.lo && k > verb-8; k-- {
		if instruments[s.lemma[k]] {
			return true
		}
	}
	return false
}
