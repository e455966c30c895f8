package instrument

import (
	"strings"

	"pacta"
	"pacta/gazetteer"
)

// resolve finds the instrument that p speaks of among those of the document,
// or makes a new one. It reports false when p stands for an earlier mention
// and there is none.
func (r *reader) resolve(p *phrase) bool {
	codes := r.codes(p)
	e := r.own(p)
	if e == nil && p.known != "" {
		e = r.byKnown(p.known)
	}
	if e == nil {
		e = r.antecedent(p, codes)
	}
	if e == nil && p.need == text {
		return false
	}
	if e == nil {
		e = &entity{}
		r.entities = append(r.entities, e)
	}
	e.add(p, codes, strings.ToLower(p.place.Of(r.text)))
	if !r.title.IsZero() {
		for _, x := range r.bodies(p) {
			e.bodies = appendNew(e.bodies, x)
		}
	}
	return true
}

// codes returns the parties of p; "the two countries" are those that the text
// last spoke of together.
func (r *reader) codes(p *phrase) []string {
	if p.pair && len(p.parties) == 0 {
		for _, e := range r.entities {
			if len(e.parties) == 2 && e.compatible(p.typ) && shares(e.subject, p.subject) {
				return e.parties
			}
		}
		if e := r.lastPair(p); e != nil && len(p.subject) == 0 {
			return e.parties
		}
		return r.pairBefore(p.Start)
	}
	var out []string
	for _, x := range p.parties {
		out = appendNew(out, x.code)
	}
	return out
}

// lastPair returns the instrument of two parties that was spoken of last and
// may be called what p is called, nil if there is none.
func (r *reader) lastPair(p *phrase) *entity {
	for i := len(r.phrases) - 1; i >= 0; i-- {
		if e := r.phrases[i].entity; len(e.parties) == 2 && contains(e.types, p.typ) && e.status != "prospective" {
			return e
		}
	}
	return nil
}

// complete finds the second party of "the treaty with B": whoever is named
// before it in the sentence.
func (s *sentence) complete(p *phrase) {
	if !p.other || len(p.entity.parties) != 1 {
		return
	}
	for i := p.first - 1; i >= 0; i-- {
		x, ok := s.actor(i)
		if !ok || x.Type != "state" || len(x.Value) != 3 || x.Value == p.entity.parties[0] || s.at(s.after(x.Start)-1).prep == inPlace {
			continue
		}
		s.second(p, x)
		return
	}
	// "After signing the pact with B, A …"
	if x, ok := s.actor(p.last + 1); ok && s.words(p.last) == "," && x.Type == "state" && x.Value != p.entity.parties[0] {
		s.second(p, x)
	}
}

// second adds x as the party that was missing.
func (s *sentence) second(p *phrase, x pacta.Annotation) {
	p.parties = addParty(p.parties, x)
	p.entity.parties = appendNew(p.entity.parties, x.Value)
}

// pairBefore returns the states that were last named side by side before the
// byte at.
func (r *reader) pairBefore(at int) []string {
	var states []pacta.Annotation
	xs := r.a.Of(pacta.Mention)
	for i := len(xs) - 1; i >= 0; i-- {
		x := xs[i]
		if x.End > at || x.Type != "state" || len(x.Value) != 3 {
			continue
		}
		if len(states) > 0 {
			next := states[len(states)-1]
			if gap := r.text[x.End:max(x.End, next.Start)]; !sideBySide(gap) || x.Value == next.Value {
				if len(states) > 1 {
					break
				}
				states = states[:0]
			}
		}
		states = append(states, x)
	}
	if len(states) < 2 {
		return nil
	}
	var out []string
	for i := len(states) - 1; i >= 0; i-- {
		out = appendNew(out, states[i].Value)
	}
	return out
}

// sideBySide reports whether the words between two states join them.
func sideBySide(gap string) bool {
	switch strings.TrimSpace(gap) {
	case "and", ",", ", and", "-", "–", "and the", "and with", "with", ", the", "and its neighbour", "’s and", "'s and":
		return true
	}
	return false
}

// own returns the instrument whose own text the document is, where p stands
// for it: "this Agreement", "the present Convention".
func (r *reader) own(p *phrase) *entity {
	if r.title.IsZero() {
		return nil
	}
	words := p.Of(r.text)
	if p.determiner == isThis && strings.EqualFold(words[:min(4, len(words))], "this") || len(words) > 12 && strings.EqualFold(words[:12], "the present ") {
		return r.entities[0]
	}
	return nil
}

// byKnown returns the entity of a well-known instrument.
func (r *reader) byKnown(id string) *entity {
	for _, e := range r.entities {
		if e.known == id {
			return e
		}
	}
	e := &entity{known: id, status: "signed"}
	if x := r.a.Names.ByID(id); x != nil {
		e.describe(x)
	}
	r.entities = append(r.entities, e)
	return e
}

// describe takes over what the gazetteer knows that coreference needs. Its
// parties stay out: nobody said them here.
func (e *entity) describe(x *gazetteer.Entry) {
	if x.Type != "" {
		e.types = append(e.types, x.Type)
		e.formal = x.Type
	}
	if x.Date != "" {
		e.dates = append(e.dates, x.Date)
	}
	for _, w := range x.Subjects {
		e.topics = appendNew(e.topics, stem(w))
	}
	for _, w := range strings.Fields(x.Name) {
		if w[0] >= '0' && w[0] <= '9' {
			e.number = w
		}
		if k := lookup(w); !k.is(isFunction | isDeterminer | isHead | isLight) {
			if len(strings.Fields(x.Name)) > 4 { // a long title shares words with many
				e.topics = appendNew(e.topics, stem(w))
			} else {
				e.subject = appendNew(e.subject, stem(w))
			}
		}
	}
}

// antecedent returns the instrument named before that p speaks of, nil if it
// speaks of another.
func (r *reader) antecedent(p *phrase, codes []string) *entity {
	if p.status == "generic" || p.listed {
		return r.sameList(p, codes)
	}
	var best *entity
	score := 0
	for _, e := range r.entities {
		if n := r.fit(e, p, codes); n > 0 && (n > score || n == score && e.last.Start > best.last.Start) {
			best, score = e, n
		}
	}
	return best
}

// sameList finds the instrument of a date in a list.
func (r *reader) sameList(p *phrase, codes []string) *entity {
	for _, e := range r.entities {
		if p.listed && e.sameDay(p) && !partiesConflict(e.parties, codes) && e.compatible(p.typ) {
			return e
		}
	}
	return nil
}

// fit scores e as antecedent of p; 0 is none.
func (r *reader) fit(e *entity, p *phrase, codes []string) int {
	if !e.compatible(p.typ) || e.conflicts(p, codes) || e.last == nil || !r.title.IsZero() && r.ofOthers(p, e) {
		return 0
	}
	n := e.likeness(p, codes)
	back := p.determiner&(isDefinite|isThis|isPossessive) != 0
	exact := contains(e.types, p.typ) || p.typ == "document" || p.typ == "text"
	switch {
	case p.need == text && !exact && p.typ != "deal":
		return 0
	case back && (!p.described() || p.anaphor()):
		return r.salience(e, p) + n
	case p.need == text && p.determiner == isIndefinite: // this is a key document
		return r.salience(e, p)
	case back && !p.place.IsZero() && len(p.subject) == 0 && len(codes) == 0:
		return r.atPlace(e, p)
	case back:
		return n
	case e.known != "" && p.determiner == isIndefinite && p.date.value == "" && p.number == "":
		return 0 // a peace treaty is not the one that everybody knows
	case n >= 4:
		return n
	case n >= 3 && (len(p.subject) == 0 || len(e.subject) == 0) && exact:
		return n
	case p.signed && !p.described() && e.status == "signed" && contains(e.types, p.typ):
		return 1
	case p.signed && p.other && n > 0 && len(p.subject) == 0 && exact:
		return n
	}
	return 0
}

// ofOthers reports whether p names an organisation with which e was never
// named: in the text of an instrument, "the Agreement of the Grain Council" is
// neither the instrument itself nor the agreement of another council.
func (r *reader) ofOthers(p *phrase, e *entity) bool {
	for _, x := range r.bodies(p) {
		if !contains(e.parties, x) && !contains(e.bodies, x) && (e.ownText || len(e.bodies) > 0) {
			return true
		}
	}
	return false
}

// bodies returns the organisations that p names.
func (r *reader) bodies(p *phrase) []string {
	var out []string
	for _, x := range r.a.Within(pacta.Mention, p.Span) {
		if x.Type == "organization" {
			out = append(out, x.Value)
		}
	}
	return out
}

// salience says how much e is what the text speaks of when p refers back to
// it: how often it was mentioned, how lately, and by the same noun.
func (r *reader) salience(e *entity, p *phrase) int {
	n := 1 + 2*min(e.mentions, 4)
	if last := r.phrases[len(r.phrases)-1]; e.last == last {
		n += 2
		if p.sentence-last.sentence <= 1 && (last.determiner&isIndefinite != 0 || last.signed) { // what was just introduced
			n += 5
			if p.need == text {
				n += 3
			}
		} else if p.sentence-last.sentence <= 1 && contains(e.types, p.typ) {
			n += 6
		}
	}
	if e.last.need == text && !e.last.described() && p.sentence-e.last.sentence <= 2 {
		n += 8
	}
	if p.sentence-e.last.sentence <= 1 {
		n += 2
	}
	if contains(e.types, p.typ) && e.last.plural == p.plural {
		n += 8
		if e.ownText && p.capital { // "the Agreement" is this one
			n += 12
		}
		if !contractual(p.typ) { // a treaty is called a treaty; an agreement may be called anything
			n += 2
		}
	}
	n -= min(4, (p.sentence-e.last.sentence)/2)
	fresh := e.last == r.phrases[len(r.phrases)-1] && p.sentence-e.last.sentence <= 1
	if e.status == "prospective" && p.typ == "document" && !fresh || e.status == "generic" || e.status == "body" {
		n = 1
	}
	return max(n, 1)
}

// atPlace scores e as what a nickname with a place means: "the Lakeside
// Declaration" was made there, or by the state whose capital it is.
func (r *reader) atPlace(e *entity, p *phrase) int {
	place := strings.ToLower(p.place.Of(r.text))
	if contains(e.places, place) || contains(e.subject, stem(place)) {
		return 6
	}
	if !contains(e.types, p.typ) || len(e.subject) == 0 {
		return 0
	}
	for _, x := range r.a.Within(pacta.Mention, p.place) {
		if len(e.places) == 0 && contains(e.parties, x.Value) {
			return 2
		}
	}
	return 0
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
