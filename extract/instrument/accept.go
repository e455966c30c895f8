package instrument

import (
	"strings"

	"pacta/language"
)

// accept reports whether the words around the head make p an instrument and
// not some other use of the noun. A phrase that only stands for an instrument
// named before gets need text: it is kept when there is one.
func (s *sentence) accept(p *phrase) bool {
	s.setStatus(p)
	if len(p.signatories) > 0 && len(p.parties) == 0 && !p.pair && !s.has(p, isTelling) {
		p.private = true // signed by persons who act for no state
	}
	switch {
	case p.determiner == 0 && p.capital && strings.EqualFold(s.words(p.first-1), "of") && s.at(p.first-2).capital && !s.at(p.first-2).is(isHead):
		return false // the Government of National Accord
	case p.typ == "exchange" || s.has(p, isPrivate) && len(p.parties) == 0 || s.unilateral(p):
		return false
	case p.status == "body":
		return p.determiner != 0 || len(p.parties) > 0
	}
	if !s.title.IsZero() && !p.capital && p.determiner != isThis && p.date.value == "" && len(p.parties) == 0 {
		return false // the declarations and agreements that parties may make under a treaty
	}
	if !s.title.IsZero() && p.plural && p.date.value == "" && len(p.parties) == 0 && p.title.Start < s.tokens[p.head].Start && !s.severalBefore(p) {
		return false // the heading "Other Agreements", "annexes and protocols"
	}
	switch p.need {
	case strong:
		return s.acceptStrong(p)
	case weak:
		return s.acceptWeak(p) || s.standsFor(p)
	case title:
		return s.acceptTitle(p) || s.standsFor(p)
	}
	return s.acceptText(p)
}

// severalBefore reports whether p is a bare plural such as "the Conventions"
// and several of that sort were named together before.
func (s *sentence) severalBefore(p *phrase) bool {
	if p.determiner&(isDefinite|isThis) == 0 || p.head-p.first > 1 {
		return false
	}
	for _, q := range s.phrases {
		if q.plural && q.typ == p.typ && (q.known != "" || q.described()) {
			return true
		}
	}
	return false
}

// has reports whether a word before the head is of a class.
func (s *sentence) has(p *phrase, c class) bool {
	for j := p.first; j < p.head; j++ {
		if s.tokens[j].is(c) {
			return true
		}
	}
	return false
}

// unilateral reports whether p is a declaration of one: of war, that …
func (s *sentence) unilateral(p *phrase) bool {
	if p.typ != "declaration" && p.typ != "statement" {
		return false
	}
	next := strings.ToLower(s.words(p.head + 1))
	if next == "that" && !p.signed || next == "of" && s.at(p.head+2).is(isUnilateral) {
		return true
	}
	return s.at(p.head-1).is(isUnilateral) || p.determiner == isPossessive && len(p.parties) == 0 && !p.signed
}

// described reports whether p says more of itself than that it is one.
func (p *phrase) described() bool {
	return len(p.subject) > 0 || len(p.parties) > 0 || p.pair || p.date.value != "" || p.number != "" || !p.place.IsZero()
}

func (s *sentence) acceptStrong(p *phrase) bool {
	if p.determiner&isAny != 0 && !p.plural { // any agreement, no deal
		return false
	}
	if strings.HasPrefix(p.typ, "exchange") && !p.described() { // one that is yet to be made
		return false
	}
	if p.determiner&(isDefinite|isThis|isPossessive|isIndefinite) != 0 {
		if (p.typ == "declaration" || p.typ == "memorandum" && p.last == p.head+1) && !p.described() && !p.signed && p.determiner != isDefinite {
			p.need = text
		}
		return true
	}
	if p.plural {
		return p.determiner != 0 || p.described()
	}
	if p.capital && p.head > 0 && (p.described() || s.at(p.head-1).capital) {
		return true
	}
	return p.signed && s.words(p.head-1) != "reached" && (p.described() || p.first < p.head) ||
		p.first < p.head && (len(p.parties) > 0 || s.has(p, isTelling) || p.date.value != "")
}

// acceptWeak accepts statements, deals and resolutions that several share or
// somebody signed.
func (s *sentence) acceptWeak(p *phrase) bool {
	switch p.typ {
	case "statement", "communique":
		return s.shared(p) || p.signed && p.described() || p.date.value != "" && (p.capital || len(p.parties) > 1)
	case "resolution":
		if s.parliament(p) {
			return false
		}
		return p.number != "" || p.capital && len(p.parties) > 0
	case "understanding":
		return s.shared(p) && p.capital
	}
	telling := s.has(p, isTelling)
	return telling && p.determiner != isAny || len(p.parties) > 1 || len(p.parties) == 1 && (p.signed || p.determiner != 0)
}

// parliament reports whether the words before the head name a legislature.
func (s *sentence) parliament(p *phrase) bool {
	for j := p.first - 2; j < p.head; j++ {
		switch strings.ToLower(s.words(j)) {
		case "senate", "house", "congressional", "parliamentary", "legislative", "duma", "knesset", "concurrent", "party":
			return true
		}
	}
	return false
}

// shared reports whether a word before the head says that several made it.
func (s *sentence) shared(p *phrase) bool {
	for j := p.first; j < p.head; j++ {
		if isJoint(s.words(j)) {
			return true
		}
	}
	return false
}

// isJoint reports whether a word says how many made an instrument.
func isJoint(w string) bool {
	switch strings.ToLower(w) {
	case "joint", "bilateral", "trilateral", "tripartite", "quadrilateral", "quadripartite", "multilateral", "international":
		return true
	}
	return false
}

// acceptTitle accepts conventions, protocols and charters by their title.
func (s *sentence) acceptTitle(p *phrase) bool {
	if p.typ == "annex" { // as a rule a part of an instrument, not one of its own
		return !p.capital && p.number == "" && len(p.parties) > 1
	}
	if p.typ == "statute" && strings.EqualFold(s.words(p.head+2), "limitations") {
		return false
	}
	if p.typ == "act" {
		w := s.words(p.head - 1)
		return p.capital && (w == "Final" || w == "Founding" || w == "General")
	}
	if s.at(p.last).tag == language.NOUN && s.joinedNoun(p) || s.meeting(p) {
		return false
	}
	if p.capital {
		return p.number != "" || p.first < p.head && (s.at(p.head-1).capital || p.described()) || !p.title.IsZero()
	}
	return (p.typ == "protocol" || p.typ == "convention") && p.last > p.head+1 && p.described() &&
		(p.signed || p.determiner != 0 && (p.date.value != "" || len(p.parties) > 1))
}

// meeting reports whether a convention is one that people go to.
func (s *sentence) meeting(p *phrase) bool {
	if p.typ != "convention" {
		return false
	}
	switch strings.ToLower(s.words(p.head - 1)) {
	case "national", "party", "annual", "state", "nominating", "constitutional":
		return true
	}
	switch strings.ToLower(s.words(p.first - 1)) {
	case "at", "since", "during", "attend", "attended", "attending":
		return true
	}
	return p.last == p.head+1 && s.at(p.last).capital
}

// joinedNoun reports whether the noun behind the head takes its place: "the
// charter flight", "the convention centre".
func (s *sentence) joinedNoun(p *phrase) bool { return p.last == p.head+1 && !p.capital }

// standsFor keeps p as a word for an instrument named before.
func (s *sentence) standsFor(p *phrase) bool {
	p.need = text
	if p.typ == "convention" && s.meeting(p) || p.typ == "annex" && !s.title.IsZero() || p.typ == "statute" && strings.EqualFold(s.words(p.head+2), "limitations") {
		return false
	}
	return p.determiner&(isDefinite|isThis) != 0
}

// acceptText accepts "the document", "this text" and "this is a key document".
func (s *sentence) acceptText(p *phrase) bool {
	if p.typ == "text" && strings.EqualFold(s.words(p.head+1), "of") {
		return false
	}
	if p.determiner&(isDefinite|isThis) != 0 {
		return !p.plural
	}
	return p.determiner == isIndefinite && !p.plural && s.predicate(p)
}

// predicate reports whether p says what "this" or "it" is.
func (s *sentence) predicate(p *phrase) bool {
	v := p.first - 1
	if w := strings.ToLower(s.words(v)); w != "is" && w != "was" && w != "remains" && w != "became" {
		return false
	}
	subject := s.at(v - 1)
	return subject.is(isThis) || strings.EqualFold(s.words(v-1), "it")
}

// setStatus says whether p was signed, is to come, or is none in particular.
func (s *sentence) setStatus(p *phrase) {
	if p.status != "" && !(p.status == "prospective" && s.unnamed(p)) {
		return
	}
	switch {
	case p.signed || p.date.value != "":
		p.status = "signed"
	case p.determiner&isAny != 0 || p.plural && p.determiner == 0 || s.unnamed(p):
		p.status = "generic"
	case p.number != "":
	case p.determiner&(isIndefinite) != 0 || p.determiner == 0 && !p.capital || s.drafted(p):
		if s.drafted(p) || s.future(p.first) && !p.agreed && !s.exists(p) {
			p.status = "prospective"
		}
	}
}

// unnamed reports whether p is one yet to be made of which nothing is said:
// "until both governments conclude another treaty".
func (s *sentence) unnamed(p *phrase) bool {
	return strings.EqualFold(s.words(p.first), "another") && !p.signed && len(p.subject) == 0 && p.number == ""
}

// exists reports whether the verb that p depends on is a deed in the past, or
// one that needs an instrument to be there: "wants to leave a customs treaty".
func (s *sentence) exists(p *phrase) bool {
	v := s.node(p.head).Head
	if v < 0 || v >= p.first {
		return false
	}
	switch t := s.node(v); t.Lemma {
	case "withdraw", "leave", "quit", "violate", "breach", "implement", "honor", "honour", "respect", "comply", "denounce", "terminate", "uphold", "abide",
		"fulfil", "fulfill", "scrap", "renegotiate", "amend", "suspend", "extend", "renew", "undermine", "join", "accede":
		return true
	case "negotiate", "seek", "propose", "want", "demand", "discuss", "offer", "favor", "favour", "support", "oppose", "urge", "plan":
		return false
	default:
		return t.XPOS == language.TagVBD && s.node(p.head).Rel == language.Obj
	}
}

// drafted reports whether p calls itself a draft or a thing of the future.
func (s *sentence) drafted(p *phrase) bool {
	for j := p.first; j < p.head; j++ {
		if t := s.tokens[j]; t.is(isPlan) && t.letters && !t.is(isTelling) {
			return true
		}
	}
	return false
}
