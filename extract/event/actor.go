package event

import (
	"cmp"
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
			if (!gerund || d.child(i, language.Mark) < 0) && d.lemma[t.Head] != "to" {
				return t.Head
			}
		case language.Csubj:
			if d.lemma[i] != "to" { // "in addition to halting"
				return -1
			}
		case language.Advcl:
			if d.hasChild(i, "because", "despite", "amid", "over", "due") {
				return -1 // others do what is the reason
			}
		case language.Conj, language.Xcomp, language.Ccomp, language.Parataxis:
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
				where := d.codes(d.core(int(k)), true)
				for _, c := range d.kids[k] {
					if d.s.Tokens[c].Rel == language.Conj {
						where = merge(where, d.codes(d.core(int(c)), true))
					}
				}
				out = located(out, where)
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

// located gives bare sectors the states in where: "the police of A and B" are
// two.
func located(xs, where []actor) []actor {
	if len(where) == 0 || sectors[where[0].code] {
		return xs
	}
	if len(xs) == 0 {
		return where
	}
	var out []actor
	for _, x := range xs {
		if !sectors[x.code] {
			out = append(out, x)
			continue
		}
		for _, w := range where {
			if !sectors[w.code] {
				out = append(out, actor{primary(w.code) + "/" + x.code, x.span})
			}
		}
	}
	return out
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
