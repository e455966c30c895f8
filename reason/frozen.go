package reason

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"pacta/resolve"
)

// A freeze is a report that a member takes no part in a body any more.
type freeze struct {
	passage
	body, member string
}

// frozen finds promises by the treaty of an organisation or alliance whose
// party is reported to have frozen its participation: what is still owed?
func (w *world) frozen() []Tension {
	best := map[[2]string]*promise{}
	for _, p := range w.promises {
		if p.inst == nil || p.Layer == "assurance" || p.Layer == "demand" {
			continue
		}
		body := w.bodyOf(p.inst)
		if body == "" {
			continue
		}
		for _, m := range p.bound {
			k := [2]string{body, m}
			if old := best[k]; old == nil || rank(p) > rank(old) || rank(p) == rank(old) && p.ID < old.ID {
				best[k] = p
			}
		}
	}
	if len(best) == 0 {
		return nil
	}
	var out []Tension
	seen := map[[2]string]bool{}
	for _, f := range inOrder(w.freezing) {
		k := [2]string{f.body, f.member}
		if p := best[k]; p != nil && !seen[k] {
			seen[k] = true
			out = append(out, w.freeze(p, f))
		}
	}
	return out
}

// rank orders the promises of a body: collective defence is what a freeze puts
// in question first.
func rank(p *promise) int {
	n := firm[p.Modality]
	if p.protects() || p.Area == "defence" || p.Area == "consultation" {
		n += 10
	}
	return n
}

// bodyOf returns the organisation whose treaty x is, "" if it is none's.
func (w *world) bodyOf(x *resolve.Instrument) string {
	if a := w.actors[string(x.Body)]; a != nil && len(a.Members) > 0 && len(a.Members) < 60 {
		return a.ID
	}
	return ""
}

// freeze puts the two side by side.
func (w *world) freeze(p *promise, f freeze) Tension {
	t := w.newTension(Frozen, p.ID, f.object, f.member)
	t.Why = []string{w.describe(p), fmt.Sprintf("%s is a member of the %s.", w.name(f.member), w.name(f.body)),
		fmt.Sprintf("Its participation is reported to be frozen%s: “%s”.", by(w, f.by), oneLine(f.Quote)),
		"A freeze is no withdrawal: what is owed stays open."}
	w.soften(&t, p)
	t.SoftenedBy = append(t.SoftenedBy, f.Source)
	t.Sources = []resolve.Source{p.main, f.Source}
	for _, c := range w.actors[f.body].Listed {
		if string(c.Value) == f.body || string(c.Value) == f.member {
			t.Sources = append(t.Sources, c.Sources...)
		}
	}
	return t.finish()
}

func by(w *world, who string) string {
	if who == "" {
		return ""
	}
	return ", by " + w.name(who)
}

// freezes finds sentences of a document that say that a member freezes its
// participation.
func (w *sheet) freezes() []freeze {
	var out []freeze
	for i := range w.passages {
		p := &w.passages[i]
		if !strings.Contains(p.Quote, "articipat") && !strings.Contains(p.Quote, "embership") {
			continue
		}
		for _, n := range p.names {
			a := w.actors[string(n.Value)]
			if a == nil || len(a.Members) == 0 {
				continue
			}
			if m := p.freezer(a); m != "" {
				out = append(out, freeze{*p, a.ID, m})
			}
		}
	}
	for i := range w.Fulfilments {
		f := &w.Fulfilments[i]
		if f.Claim != "suspended" || f.Party == "" {
			continue
		}
		for _, id := range f.About {
			if x := w.instruments[id]; x != nil && w.bodyOf(x) != "" {
				out = append(out, freeze{passage{Source: f.Sources[0], object: f.ID, by: string(f.By)}, w.bodyOf(x), string(f.Party)})
			}
		}
	}
	return out
}

// inOrder returns freezes, the shortest words for each first.
func inOrder(out []freeze) []freeze {
	slices.SortStableFunc(out, func(a, b freeze) int {
		return cmp.Or(strings.Compare(a.body, b.body), strings.Compare(a.member, b.member), len(a.Quote)-len(b.Quote), strings.Compare(a.Document, b.Document), a.Span.Compare(b.Span), strings.Compare(a.object, b.object))
	})
	return out
}

// freezer returns the member that p says to freeze its participation in org.
func (p *passage) freezer(org *resolve.Actor) string {
	ts := tokenize(p.Quote)
	o := p.at(ts, org.ID)
	part, n := find("taking part", ts, 0)
	for ; part >= 0; part, n = find("taking part", ts, part+1) {
		verb := lastIn("freeze", ts, max(0, part-4), part)
		after := part < o && o-(part+n) <= 6
		if verb < 0 && after { // "its membership in the pact was suspended"
			if v, _ := find("passive", ts, o); v >= 0 && v-o <= 3 {
				if f, _ := find("freeze", ts, v); f >= 0 && f-v <= 2 {
					verb = f
				}
			}
		}
		before := o >= 0 && verb >= 0 && o < verb && part-o <= 6 // "suspended its NATO membership"
		if verb < 0 || !after && !before && !(o > verb && o < part) {
			continue
		}
		return p.subject(ts, min(verb, part), o, org)
	}
	return ""
}

// subject returns the member named last before at, else the first after the
// organisation's name: "in addition to freezing its participation, Ardania".
func (p *passage) subject(ts []token, at, org int, a *resolve.Actor) string {
	last, next := "", ""
	for _, n := range p.names {
		if len(n.Value) != 3 {
			continue
		}
		i := p.index(ts, n)
		switch {
		case i < at:
			last = string(n.Value)
		case i > org && next == "":
			next = string(n.Value)
		}
	}
	who := cmp.Or(last, next)
	if !slices.Contains(a.Members, who) {
		return ""
	}
	return who
}

// index returns the token of ts at which n begins.
func (p *passage) index(ts []token, n resolve.Claim) int {
	for i, t := range ts {
		if t.Start+p.Start >= n.Sources[0].Start {
			return i
		}
	}
	return len(ts)
}

// lastIn returns the last match of list that begins in ts[from:to], -1 if none.
func lastIn(list string, ts []token, from, to int) int {
	last := -1
	for i, _ := find(list, ts, from); i >= 0 && i < to; i, _ = find(list, ts, i+1) {
		last = i
	}
	return last
}
