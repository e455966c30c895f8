package event

import (
	"pacta"
	"pacta/extract/mention"
	"pacta/language"
)

// An actor is somebody who takes part, as PLOVER codes them.
type actor struct {
	code string
	span pacta.Span
}

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
	if r.noun >= 0 && len(r.actors) == 0 {
		r.actors = d.phrases(r.noun, "by", "between", "of")
	}
	r.recipients = without(r.recipients, r.actors)
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
	r.recipients = without(d.phrases(i, "on", "against", "with", "to", "from", "in"), r.actors)
	if len(r.actors) == 0 {
		r.actors = d.phrases(i, "of")
	} else if len(r.recipients) == 0 {
		r.recipients = without(d.phrases(i, "of"), r.actors)
	}
	if len(r.actors) == 0 {
		for _, k := range d.kids[i] {
			if rel := d.s.Tokens[k].Rel; rel == language.Amod || rel == language.Compound {
				r.actors = append(r.actors, d.codes(d.whole(int(k)), false)...)
			}
		}
	}
	r.recipients = without(r.recipients, r.actors)
}

// subject returns the subject of i, also the one that it shares with the verb
// above it; -1 if there is none.
func (d *document) subject(i int) int {
	for range 5 {
		if k := d.child(i, language.Nsubj, language.NsubjPass); k >= 0 {
			return d.relative(k, i)
		}
		t := &d.s.Tokens[i]
		switch t.Rel {
		case language.Acl, language.AclRelcl:
			return t.Head
		case language.Conj, language.Xcomp, language.Advcl, language.Ccomp, language.Parataxis:
			i = t.Head
		default:
			return -1
		}
		if i < 0 {
			return -1
		}
	}
	return -1
}

// relative returns for the relative pronoun k the noun that it stands for.
func (d *document) relative(k, verb int) int {
	switch d.lemma[k] {
	case "who", "which", "that":
		if d.s.Tokens[verb].Rel == language.AclRelcl {
			return d.s.Tokens[verb].Head
		}
	}
	return k
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
					if try(d.people(int(k))) || try(d.codes(d.nominal(int(k)), false)) {
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
					if try(d.people(int(k))) || try(d.codes(d.nominal(int(k)), false)) {
						return out
					}
				}
			}
		}
		for _, k := range d.kids[i] {
			if d.s.Tokens[k].Rel.Base() == language.Obl && d.s.Tokens[k].Rel != language.OblAgent && int(k) != subject {
				p := d.preposition(int(k))
				if p != "" && (try(d.people(int(k))) || try(d.codes(d.nominal(int(k)), place(r.typ, p)))) {
					return out
				}
			}
		}
	}
	if r.noun >= 0 {
		try(d.phrases(r.noun, "against", "on", "with", "to", "from", "for", "of", "in"))
	}
	return out
}

// place reports whether a city after preposition p stands for its state.
func place(typ, p string) bool {
	return p == "in" || p == "to" || p == "at" || p == "into" || p == "on" || p == "near"
}

// nominal returns the bytes of the phrase of i up to the first clause in it.
func (d *document) nominal(i int) pacta.Span {
	s := d.core(i)
	for _, k := range d.kids[i] {
		if int(k) > i {
			switch d.s.Tokens[k].Rel {
			case language.Nmod, language.Conj, language.Appos:
				s = s.Union(d.whole(int(k)))
			}
		}
	}
	return s
}

// phrases returns who stands in the phrases of noun i after one of prepositions.
func (d *document) phrases(i int, prepositions ...string) []actor {
	for _, p := range prepositions {
		for _, k := range d.kids[i] {
			if d.s.Tokens[k].Rel.Base() == language.Nmod && d.preposition(int(k)) == p {
				if xs := d.people(int(k)); len(xs) > 0 {
					return xs
				}
			}
		}
	}
	return nil
}

// people returns whom the noun phrase with head i stands for.
func (d *document) people(i int) []actor {
	if i < 0 {
		return nil
	}
	out := d.codes(d.core(i), false)
	if !known(out) {
		for _, k := range d.kids[i] {
			rel := d.s.Tokens[k].Rel
			if rel != language.Nmod && rel != language.Appos {
				continue
			}
			if p := d.preposition(int(k)); p == "of" || p == "in" || p == "from" || p == "for" || rel == language.Appos {
				out = located(out, d.codes(d.core(int(k)), true))
				if known(out) {
					break
				}
			}
		}
	}
	for _, k := range d.kids[i] {
		if d.s.Tokens[k].Rel == language.Conj {
			out = merge(out, d.people(int(k)))
		}
	}
	return out
}

// known reports whether all of xs have the code of a state or organisation.
func known(xs []actor) bool {
	for _, x := range xs {
		if sectors[x.code] {
			return false
		}
	}
	return len(xs) > 0
}

// located gives bare sectors the state in where.
func located(xs, where []actor) []actor {
	if len(where) == 0 || sectors[where[0].code] {
		return xs
	}
	if len(xs) == 0 {
		return where
	}
	state := primary(where[0].code)
	for i := range xs {
		if sectors[xs[i].code] {
			xs[i].code = state + "/" + xs[i].code
		}
	}
	return xs
}

// sectors are the codes that stand for a role and not for a state.
var sectors = map[string]bool{"GOV": true, "MIL": true, "REB": true, "OPP": true, "PTY": true, "COP": true, "JUD": true, "SPY": true, "MED": true, "EDU": true, "BUS": true,
	"CRM": true, "CVL": true, "REF": true, "LEG": true, "UAF": true, "JRN": true, "LAB": true, "AGR": true, "REL": true, "ELI": true, "SOC": true, "PRM": true, "UNK": true}

// codes returns the actors in s; a place counts as its state where places is set.
func (d *document) codes(s pacta.Span, places bool) []actor {
	var out []actor
	for _, x := range d.names.Actors(s) {
		if c := plover(x); c != "" {
			out = merge(out, []actor{{c, x.Span}})
		}
	}
	if len(out) == 0 && places {
		for _, m := range d.names.Within(s) {
			if c := m.ValueOf("affiliation"); m.Type == "place" && c != "" {
				return []actor{{c, m.Span}}
			}
		}
	}
	return out
}

// plover returns the code of x: an organisation that is no state's keeps its
// identity.
func plover(x mention.Actor) string { return x.PLOVER() }

// primary returns the state or organisation of a code.
func primary(code string) string {
	for i := 0; i < len(code); i++ {
		if code[i] == '/' {
			return code[:i]
		}
	}
	return code
}

func merge(out, xs []actor) []actor {
next:
	for _, x := range xs {
		for _, y := range out {
			if y.code == x.code {
				continue next
			}
		}
		out = append(out, x)
	}
	return out
}

// without returns xs less those who also are in ys.
func without(xs, ys []actor) []actor {
	var out []actor
next:
	for _, x := range xs {
		for _, y := range ys {
			if y.code == x.code {
				continue next
			}
		}
		out = append(out, x)
	}
	return out
}

// speakers returns whose words the clause of i is.
func (d *document) speakers(i int) []actor {
	for range 6 {
		t := &d.s.Tokens[i]
		if t.Head < 0 {
			break
		}
		if t.Rel == language.Ccomp || t.Rel == language.Parataxis {
			if v := d.entry(t.Head); v != nil && v.ops&opSay != 0 {
				return d.people(d.subject(t.Head))
			}
		}
		i = t.Head
	}
	for _, k := range d.kids[i] {
		if d.s.Tokens[k].Rel == language.Parataxis {
			if v := d.entry(int(k)); v != nil && v.ops&opSay != 0 {
				return d.people(d.subject(int(k)))
			}
		}
	}
	return nil
}
