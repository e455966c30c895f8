package event

import (
	"strconv"

	"pacta"
	"pacta/language"
)

// prior is what speaks for r before anything is learned: how it is named, who
// takes part, and how deep in the sentence it stands. 0 is undecided.
func (d *document) prior(r *reading) float32 {
	s := [...]float32{byVerb: .9, byFrame: 1.5, byLight: .7, byOp: 1.7, byNoun: -.5, byWords: -3}[r.kind]
	if r.second {
		s -= 1.2
	}
	switch a, b := max(weightOf(r.actors), d.named(r)), weightOf(r.recipients); {
	case a == 2 && b > 0, a > 0 && b == 2:
		s += 1.5
	case a == 2:
		s++
	case b == 2:
		s += .5
	case a+b == 0:
		s -= 1.5
	default:
		s -= .5
	}
	if r.kind == byVerb && r.typ != "RETREAT" && r.typ != "PROTEST" && d.bare(r.head) {
		s -= .7
	}
	if r.kind == byNoun && len(r.actors) > 0 && (d.dated(r) || len(r.actors)+len(r.recipients) > 1) {
		s += .8
	}
	if r.kind == byNoun && d.within(r.noun) {
		s--
	}
	if d.longAgo() {
		s -= 4
	}
	switch r.factuality {
	case "conditional", "hypothetical":
		s -= 1
	case "negated":
		s--
	}
	for i := cueToken(r); i >= 0; i = d.s.Tokens[i].Head {
		switch d.s.Tokens[i].Rel {
		case language.Ccomp, language.Parataxis:
			s -= .3
		case language.Advcl, language.AdvclRelcl:
			s -= 1.2
			if d.hasChild(i, "to") {
				s-- // what something is done for
			}
		case language.AclRelcl, language.Acl:
			if d.clauseless(i) || r.kind == byLight && d.s.Tokens[i].Head == r.noun {
				continue
			}
			s -= 1.5
			if d.hasChild(i, "to") {
				s -= .7
			}
		case language.Xcomp:
			s -= .5
		}
	}
	return s
}

// within reports whether noun i only tells more of an event that a verb names:
// "talks on a withdrawal".
func (d *document) within(i int) bool {
	for k := d.s.Tokens[i].Head; k >= 0; k = d.s.Tokens[k].Head {
		if d.consumed[k] {
			return true
		}
		if d.isVerb(k) {
			v := d.entry(k)
			return v != nil && (v.typ != "" || v.ops&^(opSay|opLight) != 0)
		}
	}
	return false
}

// named returns 1 if the subject of r is somebody with a name.
func (d *document) named(r *reading) int {
	if r.kind == byNoun {
		return 0
	}
	if k := d.subject(r.head); k >= 0 && d.s.Tokens[k].UPOS == language.PROPN {
		for _, m := range d.names.Within(d.core(k)) {
			if m.Type == "person" || m.Type == "organization" {
				return 1
			}
		}
	}
	return 0
}

// weightOf tells political actors (2) from people in other roles (1) and from
// nobody (0).
func weightOf(xs []actor) int {
	w := 0
	for _, x := range xs {
		if !sectors[x.code] || political[x.code] {
			return 2
		}
		w = 1
	}
	return w
}

// political are the sectors that make politics even where their state is not
// named.
var political = map[string]bool{"GOV": true, "MIL": true, "REB": true, "OPP": true, "PTY": true, "COP": true, "JUD": true, "SPY": true, "LEG": true, "UAF": true}

// bare reports whether the verb i has neither an object nor a phrase.
func (d *document) bare(i int) bool {
	for _, k := range d.kids[i] {
		switch d.s.Tokens[k].Rel.Base() {
		case language.Obj, language.Iobj, language.Obl, language.NsubjPass, language.Xcomp, language.Ccomp:
			return false
		}
	}
	return d.s.Tokens[i].Rel != language.Acl && !d.passive(i)
}

// generation is how many years back a report tells history rather than news.
const generation = 30

// longAgo reports whether the only times that the sentence names lie a
// generation before the day of publication.
func (d *document) longAgo() bool {
	published := yearOf(d.Doc.Published.Value)
	if published == 0 {
		return false
	}
	old := false
	times := d.Within(pacta.Time, pacta.Span{Start: d.s.Start, End: d.s.End})
	for k := range times {
		y := yearOf(times[k].ValueOf("edtf"))
		if y == 0 {
			continue
		}
		if y > published-generation {
			return false
		}
		old = true
	}
	return old
}

func yearOf(date string) int {
	if len(date) < 4 {
		return 0
	}
	y, err := strconv.Atoi(date[:4])
	if err != nil {
		return 0
	}
	return y
}
