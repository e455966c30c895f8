// Package instrument finds the treaties, declarations and other instruments
// that a text speaks of, tells which mentions mean the same one, and finds the
// references to their provisions.
//
// A well-known instrument has the gazetteer's ID as its value; any other is
// numbered "i1", "i2", … in order of first mention within the document. In the
// text of an instrument "i1" is that instrument itself.
package instrument

import (
	"slices"
	"strconv"
	"strings"

	"pacta"
	"pacta/gazetteer"
	"pacta/language"
)

// Extractor finds mentions of instruments and citations of their provisions.
// It uses the mentions of actors and the time expressions found before.
var Extractor = &pacta.Extractor{
	Name:    "instrument",
	Doc:     "Mentions of treaties and other instruments, which of them are the same, and references to their provisions.",
	Version: 11,
	Run:     run,
}

// A reader holds what is known while the sentences are read in order.
type reader struct {
	a        *pacta.Analysis
	text     string
	known    []gazetteer.Match // well-known instruments, in text order
	phrases  []*phrase
	entities []*entity
	groups   int
	cites    []cite
	links    []relation
	title    pacta.Span // of the instrument whose text the document is

	ofStates, ofCompanies int // sentences with words of them, among those read
}

func run(a *pacta.Analysis) {
	r := &reader{a: a, text: a.Doc.Text}
	r.ownText()
	if l := a.Doc.Language; l == "" || strings.HasPrefix(l, "en") {
		s := &sentence{reader: r}
		for i := range a.Sentences {
			s.read(i)
		}
	}
	r.keepPublic()
	r.number()
	r.emit()
	r.emitLinks()
}

// read finds the phrases and citations of one sentence and resolves them.
func (s *sentence) read(i int) {
	x := &s.a.Sentences[i]
	s.known = s.wellKnown(pacta.Span{Start: x.Start, End: x.End})
	heads := s.view(i)
	if !heads && len(s.known) == 0 {
		return
	}
	s.noteCover()
	found := s.find()
	public, business := s.company()
	for _, p := range found {
		public = public || !contractual(p.typ) || p.known != ""
	}
	if public {
		s.ofStates++
	}
	if business {
		s.ofCompanies++
	}
	for _, p := range found {
		p.public = public || s.has(p, isTelling)
		p.business = business
		s.settle(p)
	}
	s.terms(found)
	s.cited(found)
	s.relates(found)
}

// company tells by the words of the sentence whether states or companies are
// spoken of.
func (s *sentence) company() (public, business bool) {
	for i := range s.tokens {
		if t := s.tokens[i]; t.is(isBusiness) && t.tag != language.VERB {
			business = true
		}
	}
	x := &s.a.Sentences[s.index]
	for _, m := range s.a.Within(pacta.Mention, pacta.Span{Start: x.Start, End: x.End}) {
		if m.Type == "state" || m.Type == "office" || m.Type == "organization" && isCode(m.Value) {
			public = true
		}
	}
	return public, business
}

// settle resolves p and the further dates that it lists.
func (s *sentence) settle(p *phrase) {
	if p.plural && p.determiner&(isDefinite|isThis) != 0 && p.date.value == "" && p.known == "" && s.settleGroup(p) {
		return
	}
	if s.title.Contains(p.Span) && s.phrases[0].typ == p.typ && len(s.phrases) == 1 {
		return // the title itself
	}
	if s.apposed(p) {
		return
	}
	siblings := s.siblings(p)
	p.certain()
	if !s.resolve(p) {
		return
	}
	s.phrases = append(s.phrases, p)
	s.complete(p)
	if len(siblings) == 0 {
		return
	}
	s.groups++
	p.entity.group = s.groups
	for _, q := range siblings {
		if s.resolve(q) {
			q.entity.group = s.groups
			s.phrases = append(s.phrases, q)
		}
	}
}

// apposed lets p be the instrument that the phrase just before it names:
// "the agreement between A and B, the Lakeside Charter, …".
func (s *sentence) apposed(p *phrase) bool {
	if len(s.phrases) == 0 {
		return false
	}
	q := s.phrases[len(s.phrases)-1]
	if q.sentence != s.index || q.last != p.first-1 || s.words(q.last) != "," || p.determiner&isDefinite == 0 || !p.capital || q.capital ||
		q.entity.known != "" && p.known != "" && p.known != q.entity.known || datesConflict(q.date.value, p.date.value) || s.words(p.last) == "and" {
		return false
	}
	if p.known != "" && q.entity.known == "" {
		q.entity.known = p.known
	}
	q.entity.add(p, s.codes(p), strings.ToLower(p.place.Of(s.text)))
	s.phrases = append(s.phrases, p)
	return true
}

// settleGroup lets a plural stand for all members of a list named before: "the
// agreements".
func (s *sentence) settleGroup(p *phrase) bool {
	if s.groups == 0 {
		return false
	}
	codes := s.codes(p)
	var members []*entity
	for _, e := range s.entities {
		if len(p.subject) > 0 && len(e.subject) > 0 && !shares(p.subject, e.subject) {
			continue
		}
		if e.group == s.groups && contains(e.types, p.typ) && !e.conflicts(p, codes) {
			members = append(members, e)
		}
	}
	if len(members) == 0 {
		return false
	}
	p.entity = members[0]
	p.others = members[1:]
	s.phrases = append(s.phrases, p)
	return true
}

// find returns the phrases of the sentence in text order.
func (s *sentence) find() []*phrase {
	var out []*phrase
	end := 0
	for h := range s.tokens {
		if !s.tokens[h].is(isHead) || s.tokens[h].Start < end {
			continue
		}
		p := s.phraseAt(h)
		if p == nil {
			continue
		}
		if n := len(out); n > 0 && p.Start < out[n-1].End {
			// A title may hold the noun of another: "Protocol to the Convention on …".
			if p.first < out[n-1].last && p.head < out[n-1].last {
				continue
			}
			p.first = out[n-1].last
			p.Span = s.span(p.first, p.last)
		}
		out = append(out, p)
	}
	return s.withNames(out)
}

// keepPublic drops the contracts of companies and what is said of them.
func (r *reader) keepPublic() {
	public := r.ofStates > 0 && r.ofCompanies == 0
	for _, e := range r.entities {
		if !r.title.IsZero() && (e.formal != "" || len(e.dates) > 0) { // a treaty speaks of treaties
			e.public, e.business = 1, 0
		}
		if public && e.public == 0 && len(e.subject) > 0 { // described, and no sentence speaks of companies
			e.public++
		}
	}
	r.phrases = slices.DeleteFunc(r.phrases, func(p *phrase) bool { return !p.entity.isPublic() })
	r.cites = slices.DeleteFunc(r.cites, func(c cite) bool { return !c.target.entity.isPublic() })
	r.links = slices.DeleteFunc(r.links, func(l relation) bool { return !l.from.entity.isPublic() || !l.to.entity.isPublic() })
}

// number gives every instrument of the document its ID, in order of first
// mention.
func (r *reader) number() {
	n := 0
	for _, p := range r.phrases {
		e := p.entity
		switch {
		case e.id != "":
		case e.known != "":
			e.id = e.known
		default:
			n++
			e.id = "i" + strconv.Itoa(n)
		}
	}
}
