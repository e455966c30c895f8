package event

import (
	"pacta"
	"pacta/language"
)

// bind fills in who acts and who is acted on in r.
func (d *document) bind(r *reading) {
	r.actors, r.recipients = nil, nil
	if r.kind == byNoun {
		d.bindNoun(r)
		return
	}
	subject, agent := d.subject(r.head), d.child(r.head, language.OblAgent)
	passive := d.passive(r.head)
	switch {
	case r.speaker:
		r.actors, r.recipients = d.speakers(r.head), d.people(subject)
	case passive:
		r.actors, r.recipients = d.people(agent), d.people(subject)
	default:
		r.actors = d.people(subject)
	}
	if len(r.recipients) == 0 {
		r.recipients = d.acted(r, subject)
	}
	if len(r.actors) == 0 && !passive && !r.speaker {
		r.actors = without(d.before(r, subject), r.recipients)
	}
	if len(r.recipients) == 0 && !reciprocal(r) && (r.typ != "CONSULT" || r.mode == "visit") {
		r.recipients = without(d.behind(r), r.actors)
	}
	if r.noun >= 0 && len(r.actors) == 0 {
		if r.actors = d.phrases(r.noun, "by", "between", "of"); len(r.actors) == 0 {
			if r.actors = d.participants(r.head); len(r.actors) == 0 {
				r.actors = d.participants(r.noun)
			}
		}
	}
	r.recipients = without(r.recipients, r.actors)
	d.complete(r)
}

// reciprocal reports whether r has all its parties among its actors already.
func reciprocal(r *reading) bool {
	return len(r.actors) > 1 || r.typ == "RETREAT" && r.mode == "resign"
}

// before returns the first in the subject's whole phrase who is known, else the
// first in the clause before its verb: what the tree gives no better place.
func (d *document) before(r *reading, subject int) []actor {
	s := pacta.Span{Start: d.s.Start, End: d.s.Tokens[cueToken(r)].Start}
	if subject >= 0 {
		if d.s.Tokens[subject].UPOS == language.PRON {
			return nil
		}
		s = d.whole(subject)
	} else {
		first, _ := d.s.Subtree(r.head)
		s.Start = d.s.Tokens[first].Start
	}
	return d.first(s, nil)
}

// behind returns the first who is named after the words of r, within its clause.
func (d *document) behind(r *reading) []actor {
	_, last := d.s.Subtree(r.head)
	for _, k := range d.kids[r.head] {
		if first, _ := d.s.Subtree(int(k)); d.s.Tokens[k].Rel == language.Parataxis && int(k) > r.head && first > cueToken(r) {
			last = min(last, first) // "…, the ministry said"
		}
	}
	s := pacta.Span{Start: d.s.Tokens[cueToken(r)].End, End: d.s.Tokens[last-1].End}
	return d.first(s, r.actors)
}

// first returns the first actor in s who is not of the states in others.
func (d *document) first(s pacta.Span, others []actor) []actor {
next:
	for _, x := range d.codes(s, true) {
		for _, y := range others {
			if primary(x.code) == primary(y.code) {
				continue next
			}
		}
		return []actor{x}
	}
	return nil
}

// bindNoun reads "the Russian invasion of Ukraine", "talks between A and B".
func (d *document) bindNoun(r *reading) {
	i := r.noun
	if k := d.child(i, language.NmodPoss); k >= 0 {
		r.actors = d.people(k)
	}
	if len(r.actors) == 0 {
		r.actors = d.phrases(i, "by", "between", "among")
	}
	r.recipients = without(d.phrases(i, "on", "against", "with", "to", "from"), r.actors)
	if len(r.recipients) == 0 && r.typ != "CONSULT" {
		r.recipients = without(d.phrases(i, "in"), r.actors)
	}
	if len(r.actors) == 0 {
		r.actors = d.phrases(i, "of")
	} else if len(r.recipients) == 0 {
		r.recipients = without(d.phrases(i, "of"), r.actors)
	}
	if h := d.s.Tokens[i].Head; len(r.actors) == 0 && h >= 0 && d.s.Tokens[i].Rel == language.Obl && d.isVerb(h) && during[d.preposition(i)] {
		if r.actors = d.source(h); len(r.actors) == 0 {
			r.actors = d.people(d.subject(h))
		}
	}
	if h := d.s.Tokens[i].Head; len(r.actors) == 0 && h >= 0 && d.isNoun(h) && d.child(h, language.NmodPoss) >= 0 {
		r.actors = d.people(d.child(h, language.NmodPoss))
	}
	if len(r.actors) == 0 {
		for _, k := range d.kids[i] {
			if rel := d.s.Tokens[k].Rel; rel == language.Amod || rel == language.Compound {
				r.actors = append(r.actors, d.codes(d.whole(int(k)), false)...)
			}
		}
	}
	r.recipients = without(r.recipients, r.actors)
	d.complete(r)
}

// acted returns who is acted on: the objects, then the phrases after
// prepositions, of the inner verb, the outer one and the noun.
func (d *document) acted(r *reading, subject int) []actor {
	var out []actor
	try := func(xs []actor) bool {
		if len(out) == 0 {
			out = without(xs, r.actors)
		}
		return len(out) > 0
	}
	for _, i := range [2]int{r.head, r.inner} {
		if i == r.head && i == r.inner || i == r.head {
			for _, k := range d.kids[i] {
				if rel := d.s.Tokens[k].Rel; rel == language.Obj || rel == language.Iobj {
					if try(d.people(int(k))) || d.lemma[k] != "place" && try(d.inside(int(k))) {
						return out
					}
				}
			}
		} else {
			if k := d.child(i, language.Nsubj, language.NsubjPass); k >= 0 && k != subject && try(d.people(k)) {
				return out
			}
			for _, k := range d.kids[i] {
				if rel := d.s.Tokens[k].Rel; rel == language.Obj || rel == language.Iobj {
					if try(d.people(int(k))) || d.lemma[k] != "place" && try(d.inside(int(k))) {
						return out
					}
				}
			}
		}
		for _, k := range d.kids[i] {
			if d.s.Tokens[k].Rel.Base() == language.Obl && d.s.Tokens[k].Rel != language.OblAgent && int(k) != subject {
				p := d.preposition(int(k))
				if at := p == "in" || p == "at" || p == "near"; at && r.typ == "CONSULT" && r.mode != "visit" {
					continue // where they meet
				}
				if p != "" && (try(d.people(int(k))) || try(d.codes(d.core(int(k)), place(r, p))) || try(d.inside(int(k)))) {
					return out
				}
			}
		}
	}
	if r.noun >= 0 {
		try(d.phrases(r.noun, "against", "on", "with", "to", "from", "for", "of"))
		if r.typ != "CONSULT" {
			try(d.phrases(r.noun, "in"))
		}
	}
	return out
}

// place reports whether a city after preposition p stands for its state: talks
// in Geneva are not with Switzerland, a visit to Geneva is.
func place(r *reading, p string) bool {
	switch p {
	case "to", "into":
		return true
	case "in", "at", "on", "near":
		return r.typ != "CONSULT" || r.mode == "visit"
	}
	return false
}

// inside returns who stands in the first phrase within that of noun i that
// names somebody.
func (d *document) inside(i int) []actor {
	for range 3 {
		next := -1
		for _, k := range d.kids[i] {
			switch rel := d.s.Tokens[k].Rel; rel {
			case language.NmodPoss, language.Amod, language.Compound, language.Nmod, language.Appos:
				if xs := d.people(int(k)); len(xs) > 0 {
					return xs
				}
				if rel == language.Nmod && next < 0 {
					next = int(k)
				}
			}
		}
		if i = next; i < 0 {
			break
		}
	}
	return nil
}
