package instrument

import (
	"slices"
	"strings"

	"pacta"
)

// An entity is one instrument as one document speaks of it.
type entity struct {
	id       string
	known    string
	types    []string
	parties  []string
	subject  []string
	topics   []string // further words for a well-known one
	dates    []string
	places   []string
	bodies   []string // organisations named with it, in the text of an instrument
	number   string
	formal   string // the type in its title, if a title was given
	status   string
	group    int // of a list of dates; 0 for none
	last     *phrase
	mentions int
	ownText  bool
	public   int // mentions among states
	business int // mentions among companies
}

// interchangeable lists the words that reports use for one and the same
// instrument; a row is one family.
var interchangeable = [][]string{
	{"agreement", "accord", "deal", "pact", "treaty", "armistice", "entente", "arrangement", "concordat"},
	{"agreement", "accord", "deal", "pact", "declaration", "memorandum"},
	{"agreement", "accord", "deal", "statement", "declaration", "communique"},
	{"agreement", "accord", "deal", "pact", "plan of action", "annex"},
	{"treaty", "convention", "covenant", "charter", "pact"},
	{"agreement", "protocol", "accord", "deal", "exchange of notes", "exchange of letters", "memorandum"},
}

// compatible reports whether an instrument called a may be called b as well.
func compatible(a, b string) bool {
	if a == b || b == "document" || b == "text" || a == "document" {
		return true
	}
	for _, family := range interchangeable {
		if slices.Contains(family, a) && slices.Contains(family, b) {
			return true
		}
	}
	return false
}

func (e *entity) compatible(typ string) bool {
	return slices.ContainsFunc(e.types, func(t string) bool { return compatible(t, typ) })
}

// conflicts reports whether p says something that e cannot be.
func (e *entity) conflicts(p *phrase, codes []string) bool {
	for _, d := range e.dates {
		if datesConflict(d, p.date.value) && !p.anaphor() {
			return true
		}
	}
	if p.titled() && e.formal != "" && e.formal != p.typ && !e.sameDay(p) {
		return true
	}
	if p.number != "" && e.number != "" && p.number != e.number {
		return true
	}
	if len(codes) > 0 && len(e.parties) > 0 && partiesConflict(e.parties, codes) {
		return true
	}
	if len(p.subject) > 0 && len(e.subject) > 0 && !shares(e.subject, p.subject) && !shares(e.topics, p.subject) && !e.sameDay(p) && !(p.listed || e.group > 0) {
		return true
	}
	return p.status == "generic" || e.status == "generic" || p.status == "body" != (e.status == "body") ||
		p.status == "prospective" && e.status == "signed" && p.described() && !shares(e.subject, p.subject)
}

// partiesConflict reports whether two sets of parties, of which one may be
// incomplete, cannot be those of one instrument.
func partiesConflict(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, x := range a {
		if !slices.Contains(b, x) {
			return true
		}
	}
	return len(a) > 1 && len(a) != len(b)
}

// anaphor reports whether p is a bare noun with an article whose date, place and
// parties stand in the predicate: "the accord was signed again on …" still means the accord.
func (p *phrase) anaphor() bool {
	if p.determiner&(isDefinite|isThis) == 0 || len(p.subject) > 0 || p.number != "" || p.plural || p.pair {
		return false
	}
	within := func(x pacta.Span) bool { return !x.IsZero() && p.Contains(x) }
	return !within(p.date.Span) && !within(p.place) && !slices.ContainsFunc(p.parties, func(x party) bool { return within(x.Span) })
}

// titled reports whether p is a formal title: "Convention on Lighthouses".
func (p *phrase) titled() bool {
	return p.capital && p.last > p.head+1 && len(p.subject) > 0
}

// sameDay reports whether p has a full date that e has too.
func (e *entity) sameDay(p *phrase) bool {
	return len(p.date.value) >= 10 && slices.Contains(e.dates, p.date.value)
}

func shares(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// common holds the stems of words that tell an instrument but not which one:
// peace, border, trade.
var common = func() map[string]bool {
	out := map[string]bool{}
	for w, k := range lexicon {
		if k.is(isTelling) {
			out[stem(w)] = true
		}
	}
	return out
}()

// sharesRare reports whether a and b share a word that is not common.
func sharesRare(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return !common[x] && slices.Contains(b, x) })
}

// likeness says how well p fits e; 0 means that nothing speaks for it.
func (e *entity) likeness(p *phrase, codes []string) int {
	n := 0
	if shares(e.subject, p.subject) {
		n += 4
		if p.determiner&isIndefinite != 0 && !sharesRare(e.subject, p.subject) { // there is more than one peace treaty
			n -= 3
		}
	}
	if p.determiner == isDefinite && len(codes) == 0 && shares(e.topics, p.subject) {
		n += 2
	}
	if len(codes) > 1 && len(codes) == len(e.parties) {
		n += 3
	} else if len(codes) > 0 && len(e.parties) > 0 {
		n++
	}
	for _, d := range e.dates {
		if p.date.value != "" && !datesConflict(d, p.date.value) {
			n += 4
			break
		}
	}
	if p.number != "" && p.number == e.number {
		n += 6
	}
	if n > 0 && slices.Contains(e.types, p.typ) {
		n++
	}
	return n
}

// add takes what p says into e.
func (e *entity) add(p *phrase, codes []string, place string) {
	if p.typ != "document" && p.typ != "text" {
		e.types = appendNew(e.types, p.typ)
	}
	for _, c := range codes {
		if e.ownText && e.last != nil {
			break // its parties stand at its head
		}
		e.parties = appendNew(e.parties, c)
	}
	for _, w := range p.subject {
		e.subject = appendNew(e.subject, w)
	}
	if p.date.value != "" {
		e.dates = appendNew(e.dates, p.date.value)
	}
	if place != "" {
		e.places = appendNew(e.places, place)
	}
	if e.number == "" {
		e.number = p.number
	}
	if e.formal == "" && p.titled() {
		e.formal = p.typ
	}
	if p.status != "" && (e.status == "" || p.status == "signed") {
		e.status = p.status
	}
	if p.public {
		e.public++
	}
	if p.business {
		e.business++
	}
	if p.private {
		e.business += 2
	}
	p.entity, e.last = e, p
	e.mentions++
}

// isPublic reports whether e is an instrument of states and not a contract of
// companies or persons: a type that only states conclude, parties, or states
// that act where it is spoken of.
func (e *entity) isPublic() bool {
	switch {
	case e.known != "" || e.ownText || len(e.parties) > 1 || e.number != "" || e.status == "body" || e.group > 0:
		return true
	case slices.ContainsFunc(e.types, func(t string) bool { return !contractual(t) }):
		return true
	case len(e.parties) == 1 || len(e.places) > 0:
		return e.business == 0 || e.public > e.business
	}
	return e.public > 0 && e.business == 0
}

// contractual reports whether companies conclude what is called so too.
func contractual(typ string) bool {
	switch typ {
	case "agreement", "accord", "deal", "pact", "memorandum", "arrangement", "understanding", "document", "text", "protocol", "declaration":
		return true
	}
	return false
}

func appendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, strings.Clone(s))
}
