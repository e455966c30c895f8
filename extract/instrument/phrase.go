package instrument

import (
	"strings"

	"pacta"
	"pacta/language"
)

// A phrase is a noun phrase that names or describes an instrument, with what
// the words in and around it say.
type phrase struct {
	pacta.Span
	sentence          int
	first, head, last int // tokens; last is behind the phrase
	typ               string
	need              need
	determiner        class
	plural            bool
	capital           bool
	subject           []string // folded words that tell what it is about
	title             pacta.Span
	parties           []party
	pair              bool // "between the two countries": the two that the text spoke of last
	other             bool // "with B": one party more that the phrase does not name
	signatories       []party
	date              dated
	place             pacta.Span
	number            string // of a resolution or protocol
	status            string
	agreed            bool // words around it say that it was agreed on
	signed            bool // words around it say that it was signed
	public            bool // words around it are of states, not of companies
	business          bool // words around it are of companies
	private           bool // concluded with one who is no state
	listed            bool // a member of a list of dates
	known             string
	args              []pacta.Arg
	entity            *entity
	others            []*entity // further members of the list that a plural stands for
	confidence        float64
}

type party struct {
	pacta.Span
	code string
}

type dated struct {
	pacta.Span
	value string // EDTF
}

// phraseAt returns the phrase around the head at token h, nil if the word is
// not the name of an instrument there.
func (s *sentence) phraseAt(h int) *phrase {
	t := s.tokens[h]
	p := &phrase{
		sentence: s.index, head: h, typ: t.typ, need: t.need, plural: t.is(isPlural), capital: t.capital, confidence: 1,
	}
	if s.isVerb(h) || t.capital && (t.typ == "pact" || t.typ == "entente") && s.alliance(h+1) || s.at(h+1).is(isOrganization) || s.words(h+1) == "." && t.End-t.Start <= 3 {
		return nil
	}
	if x, ok := s.actor(h); ok && x.Type == "organization" && isCode(x.Value) && x.Start < t.Start && !s.knows(x.Span) { // the Warsaw Pact as an alliance
		return nil
	}
	p.last = h + 1
	s.qualify(p)
	s.modifiers(p)
	s.complement(p)
	s.signature(p)
	if !s.accept(p) {
		return nil
	}
	p.Span = s.span(p.first, p.last)
	return p
}

// isVerb reports whether the head is a verb: "the presidents document".
func (s *sentence) isVerb(h int) bool {
	return s.tokens[h].tag == language.VERB || s.tokens[h].tag == language.AUX
}

// qualify reads what makes one name of two nouns: exchange of notes, treaty
// base, memorandum of understanding.
func (s *sentence) qualify(p *phrase) {
	next := s.at(p.last)
	switch {
	case p.typ == "exchange":
		if w := strings.ToLower(s.words(p.last + 1)); strings.EqualFold(s.words(p.last), "of") && (w == "notes" || w == "letters") {
			p.typ, p.need, p.last = "exchange of "+w, strong, p.last+2
		}
	case p.typ == "memorandum" && strings.EqualFold(s.words(p.last), "of") && strings.EqualFold(s.words(p.last+1), "understanding"):
		p.last += 2
	case next.is(isBody):
		p.status, p.last = "body", p.last+1
	case p.typ == "resolution" || p.typ == "protocol":
		s.numbered(p)
	}
}

// numbered reads the number of a resolution or protocol.
func (s *sentence) numbered(p *phrase) {
	i := p.last
	if w := strings.ToLower(s.words(i)); w == "no" || w == "number" || w == "№" {
		if i++; s.words(i) == "." {
			i++
		}
	}
	if t := s.at(i); t.digits || roman(s.words(i)) > 0 {
		p.number, p.last = s.words(i), i+1
	}
}

// modifiers moves the beginning of p to the left, over what describes the head.
func (s *sentence) modifiers(p *phrase) {
	p.first = p.head
	quoted := false
	for i := p.head - 1; i >= 0 && p.head-i < 14; i-- {
		t, w := s.tokens[i], s.words(i)
		switch {
		case w == "'s" || w == "’s" || (w == "s" && i > 0 && s.joined(i-1) && isClosing(s.words(i-1))):
			p.determiner = isPossessive
			s.owner(p, i)
			return
		case quoted && isOpening(w):
			quoted = false
			p.first = i
		case !quoted && isClosing(w) && s.opens(i):
			quoted = true
		case quoted:
			p.first = i
		case t.is(isDeterminer) && !t.is(isHead):
			p.determiner = t.class & isDeterminer
			p.first = i
			if !t.is(isAny) || !s.at(i-1).is(isDeterminer) && !t.is(isTelling) {
				return
			}
		case !s.modifies(i, p):
			return
		default:
			p.first = i
		}
	}
}

// opens reports whether a quotation that closes at token i opens within the
// next words to the left.
func (s *sentence) opens(i int) bool {
	for j := i - 1; j >= 0 && i-j < 9; j-- {
		if isOpening(s.words(j)) {
			return true
		}
		if s.words(j) == "." || !s.at(j).capital && (s.at(j).tag == language.VERB || s.at(j).tag == language.ADP) {
			return false
		}
	}
	return false
}

// owner takes the possessor whose 's is token i into p.
func (s *sentence) owner(p *phrase, i int) {
	p.first = i + 1
	at := i - 1
	if isClosing(s.words(at)) {
		at--
	}
	if x, ok := s.actor(at); ok {
		p.first = s.after(x.Start)
	}
}

// modifies reports whether token i can stand before a noun.
func (s *sentence) modifies(i int, p *phrase) bool {
	t := s.tokens[i]
	if s.isHyphen(i) || s.isHyphen(i+1) && t.letters || t.digits {
		return true
	}
	if _, ok := s.time(i); ok {
		return true
	}
	if !t.letters {
		return false
	}
	if s.joins(i) {
		return true
	}
	if t.is(isFunction|isHead) || t.is(isSign) && !s.participle(i) || t.is(isPlan) && !t.is(isTelling|isLight) && !isAdjective(t) {
		return false
	}
	if t.tag == 0 {
		return s.mayModify(i, p)
	}
	switch t.tag {
	case language.ADJ, language.NOUN, language.PROPN, language.NUM:
		return true
	case language.VERB:
		return s.participle(i)
	case language.ADV:
		return s.at(i+1).tag == language.ADJ || s.at(i+1).tag == language.VERB
	}
	return false
}

// isAdjective reports whether a word that speaks of plans stands before nouns:
// "a draft agreement".
func isAdjective(t token) bool { return t.prep == 0 && !t.is(isPreposition) && t.tag == language.ADJ }

// participle reports whether the verb at token i may stand before a noun: "the
// signed document". Only where a determiner goes before.
func (s *sentence) participle(i int) bool {
	w := s.words(i)
	if !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "en") {
		return false
	}
	return s.at(i-1).is(isDeterminer|isAdverb|isLight) || s.at(i-1).tag == language.ADV || s.at(i-1).tag == language.ADJ
}

// joins reports whether token i is an "and" between two words of one name, as
// in "the Security and Defence Agreement".
func (s *sentence) joins(i int) bool {
	if w := s.words(i); w != "and" && w != "&" || i == 0 {
		return false
	}
	l, r := s.at(i-1), s.at(i+1)
	if l.tag == language.ADJ && r.tag == language.ADJ {
		return true
	}
	return l.letters && r.letters && l.capital && r.capital && !l.is(isHead) && !s.names(i-1) || l.is(isTelling) && r.is(isTelling)
}

// names reports whether token i belongs to the name of an actor.
func (s *sentence) names(i int) bool {
	x, ok := s.actor(i)
	if !ok || x.Type == "person" && isOpening(s.words(s.after(x.Start)-1)) { // ‘Open Waters’ is nobody
		return false
	}
	return x.Type == "state" || x.Type == "person" || isCode(x.Value)
}

// mayModify decides where the text is not tagged: what is capitalised, known
// to describe instruments, or joined to the next word by a hyphen.
func (s *sentence) mayModify(i int, p *phrase) bool {
	t := s.tokens[i]
	if t.is(isTelling|isLight|isPrivate|isBody|isUnit|isSign) || t.capital && i > 0 || s.names(i) || s.isHyphen(i+1) || s.isHyphen(i-1) {
		return true
	}
	return !t.is(isAdverb) && s.determined(i)
}

// determined reports whether a determiner stands close before token i.
func (s *sentence) determined(i int) bool {
	for j := i - 1; j >= 0 && i-j < 4; j-- {
		t := s.tokens[j]
		if t.is(isDeterminer) {
			return true
		}
		if !t.letters || t.is(isFunction|isHead) {
			return false
		}
	}
	return false
}
