package event

import (
	"cmp"
	"sort"
	"strings"

	"pacta"
	"pacta/extract/mention"
	"pacta/gazetteer"
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
	r.recipients = without(d.phrases(i, "on", "against", "with", "to", "from", "in"), r.actors)
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

// complete gives actors of whom only the sector is known the state that the
// sentence is about, if it names one only; with several, only those who act at
// home take the nearest before them.
func (d *document) complete(r *reading) {
	if known(r.actors) && known(r.recipients) {
		return
	}
	states := d.states()
	if len(states) == 0 {
		return
	}
	one := len(states) == 1
	fix := func(xs []actor, foreign bool) {
		for i := range xs {
			x := &xs[i]
			if !sectors[x.code] || foreign && x.code == "GOV" {
				continue
			}
			state := states[0]
			if !one {
				for _, y := range states {
					if y.span.Start < x.span.Start || x.span.IsZero() {
						state = y
					}
				}
			}
			if x.code != "CVL" || one {
				x.code = state.code + "/" + x.code
			}
		}
	}
	fix(r.actors, len(r.recipients) > 0 && one && primary(r.recipients[0].code) == states[0].code && abroad[r.typ])
	if len(r.actors) == 0 || !official(r.actors[0].code) {
		fix(r.recipients, !one)
	}
	r.recipients = without(r.recipients, r.actors)
}

// official reports whether code is a state or its government.
func official(code string) bool {
	p := primary(code)
	return p == code || code[len(p):] == "/GOV"
}

// abroad are the types in which a government acts on another.
var abroad = map[string]bool{"ACCUSE": true, "REQUEST": true, "REJECT": true, "THREATEN": true, "SANCTION": true, "SUPPORT": true, "CONSULT": true, "AID": true, "AGREE": true,
	"COOPERATE": true, "MOBILIZE": true}

// states returns the states that the sentence names, each once.
func (d *document) states() []actor {
	var out []actor
	for _, m := range d.names.Within(pacta.Span{Start: d.s.Start, End: d.s.End}) {
		c := m.Value
		if m.Type == "place" || m.Type == "person" {
			c = m.ValueOf("affiliation")
		} else if m.Type != "state" {
			continue
		}
		if len(c) == 3 {
			out = merge(out, []actor{{c, m.Span}})
		}
	}
	return out
}

// during are the prepositions after which an event is one of those whom the
// clause is about: "she said at a meeting".
var during = map[string]bool{"during": true, "at": true, "after": true, "before": true, "in": true, "to": true, "following": true}

// subject returns the subject of i, also the one that it shares with the verb
// above it; -1 if there is none.
func (d *document) subject(i int) int {
	gerund := strings.HasSuffix(d.s.Text(d.Doc.Text, i), "ing")
	for range 6 {
		if k := d.child(i, language.Nsubj, language.NsubjPass); k >= 0 {
			return d.relative(k, i)
		}
		t := &d.s.Tokens[i]
		switch t.Rel {
		case language.Acl, language.AclRelcl:
			if !gerund || d.child(i, language.Mark) < 0 {
				return t.Head
			}
		case language.Conj, language.Xcomp, language.Advcl, language.Ccomp, language.Parataxis:
		case language.Obl, language.Nmod, language.Compound:
			if !gerund {
				return -1
			}
		default:
			return -1
		}
		if i = t.Head; i < 0 {
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
					if try(d.people(int(k))) || try(d.inside(int(k))) {
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
					if try(d.people(int(k))) || try(d.inside(int(k))) {
						return out
					}
				}
			}
		}
		for _, k := range d.kids[i] {
			if d.s.Tokens[k].Rel.Base() == language.Obl && d.s.Tokens[k].Rel != language.OblAgent && int(k) != subject {
				p := d.preposition(int(k))
				if p != "" && (try(d.people(int(k))) || try(d.codes(d.core(int(k)), place(r, p))) || try(d.inside(int(k)))) {
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
	if d.s.Tokens[i].UPOS == language.PRON {
		if who := d.sayer(i); len(who) > 0 {
			return who
		}
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

// sayer returns for the pronoun i, subject of what somebody says, that somebody:
// "the rebels said they would leave".
func (d *document) sayer(i int) []actor {
	switch d.lemma[i] {
	case "he", "she", "it", "they", "we", "i":
	default:
		return nil
	}
	v := d.s.Tokens[i].Head
	if v < 0 || d.s.Tokens[v].Rel != language.Ccomp || d.s.Tokens[v].Head < 0 {
		return nil
	}
	if e := d.entry(d.s.Tokens[v].Head); e == nil || e.ops&^opLight == 0 {
		return nil
	}
	if xs := d.source(d.s.Tokens[v].Head); len(xs) > 0 {
		return xs
	}
	if k := d.subject(d.s.Tokens[v].Head); k >= 0 && k != i {
		return d.people(k)
	}
	return nil
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
		if c := d.plover(x); c != "" {
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

// plover returns the code of x. An international organisation is IGO with its
// own code after the slash, as PLOVER has one code for all; of a group or body
// without a state only the sector counts.
func (d *document) plover(x mention.Actor) string {
	if x.Code == "" {
		return x.Sector
	}
	if len(x.Code) == 3 && x.Code == strings.ToUpper(x.Code) && x.Type == "state" {
		return x.PLOVER()
	}
	e := d.Names.ByID(x.Code)
	switch {
	case e == nil:
		return x.Sector
	case e.Kind == gazetteer.State || e.Kind == gazetteer.Territory || e.Kind == gazetteer.Entity:
		return x.PLOVER()
	case e.Sector == "NGO":
		return "NGO/" + x.Code
	case e.Kind == gazetteer.Organization:
		return "IGO/" + x.Code
	case e.Country != "" && e.Country != x.Code:
		return e.Country + slash(x.Sector, e.Sector)
	}
	return x.Code + slash(x.Sector, e.Sector)
}

func slash(sector, other string) string {
	if sector = cmp.Or(sector, other); sector == "" {
		return ""
	}
	return "/" + sector
}

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
			if xs := d.source(t.Head); len(xs) > 0 {
				return xs
			}
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

// source returns the speaker of the statement that the verb i attributes.
func (d *document) source(i int) []actor {
	cue := d.span(i)
	xs := d.Of(pacta.Statement)
	at := sort.Search(len(xs), func(k int) bool { return xs[k].Start > cue.Start })
	for k := at - 1; k >= 0 && k >= at-12; k-- {
		if xs[k].End < cue.End {
			continue
		}
		for _, c := range xs[k].Args {
			if c.Role != "cue" || !c.Contains(cue) {
				continue
			}
			if who, ok := xs[k].Arg("source"); ok && !who.IsZero() {
				return d.codes(who.Span, false)
			}
		}
	}
	return nil
}

// participants returns whom "involving", "attended by" and the like name after
// the noun or verb i.
func (d *document) participants(i int) []actor {
	for _, k := range d.kids[i] {
		switch d.lemma[k] {
		case "involve", "include", "attend":
			for _, o := range d.kids[k] {
				if r := d.s.Tokens[o].Rel; r == language.Obj || r == language.OblAgent {
					if xs := d.people(int(o)); len(xs) > 0 {
						return xs
					}
				}
			}
		}
	}
	return nil
}
