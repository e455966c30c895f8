package event

import (
	"pacta"
)

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
