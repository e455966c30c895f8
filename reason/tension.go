package reason

import (
	"fmt"
	"slices"
	"strings"

	"pacta"
	"pacta/resolve"
)

// Kinds of tensions.
const (
	RivalProtection = "rival protection"                        // help owed to two states that are adversaries
	OpposedActs     = "opposed acts"                            // supply and withhold, open and close, refrain and do
	Exclusive       = "exclusive membership"                    // to stay out, and to join
	Integrity       = "integrity against self-determination"    // of a state, and of a region of it
	Refusal         = "promise against refusal"                 // a promise, and a report that it is refused
	Frozen          = "membership against frozen participation" // bound by a body in which a member takes no part
	UnifiedView     = "assurance against unified view"          // an assurance to one, one voice with others against it
)

// Levels of a tension: how firmly the two stand against each other.
const (
	High   = "high"   // both bind, and nothing softens them
	Medium = "medium" // one thing softens them
	Low    = "low"    // several things do
)

// tensions returns all pairs that may collide. Of several pairs of the same
// two instruments and one kind only the firmest is kept.
func (w *world) tensions() []Tension {
	var out []Tension
	for _, rule := range []func(*world) []Tension{(*world).rivals, (*world).opposed, (*world).exclusive, (*world).integrity, (*world).refusals, (*world).frozen, (*world).views} {
		out = append(out, rule(w)...)
	}
	return out
}

// A clash is a pair of promises that a rule found to collide.
type clash struct {
	kind     string
	a, b     *promise
	parties  []string         // bound by both
	why      []string         // what makes them collide
	evidence []resolve.Source // what else shows it
}

// tension writes a clash down: who is bound, by what, why the two collide, and
// what softens it.
func (w *world) tension(c clash) Tension {
	t := w.newTension(c.kind, c.a.ID, c.b.ID, strings.Join(c.parties, " "))
	t.Why = []string{w.describe(c.a), w.describe(c.b)}
	if len(c.parties) > 0 {
		t.Why = append(t.Why, fmt.Sprintf("Bound by both: %s.", w.nameAll(c.parties)))
	}
	t.Why = append(t.Why, c.why...)
	for _, p := range []*promise{c.a, c.b} {
		w.soften(&t, p)
	}
	t.Sources = append([]resolve.Source{c.a.main, c.b.main}, c.evidence...)
	return t.finish()
}

func (w *world) newTension(kind, a, b, party string) Tension {
	return Tension{Object: "tension", ID: makeID('t', kind, min(a, b), max(a, b)), Kind: kind, A: a, B: b, Party: resolve.Value(party), SoftenedBy: []resolve.Source{}}
}

// finish sets the level by how much softens t.
func (t Tension) finish() Tension {
	t.Level = [...]string{High, Medium, Low}[min(len(t.SoftenedBy), 2)]
	return t
}

// soften notes what makes p bind less than it seems.
func (w *world) soften(t *Tension, p *promise) {
	add := func(why string, s resolve.Source) {
		t.Why = append(t.Why, fmt.Sprintf("Softened: %s “%s”.", why, oneLine(s.Quote)))
		t.SoftenedBy = append(t.SoftenedBy, s)
	}
	words := func(role string) resolve.Source {
		for _, x := range p.Phrases {
			if x.Role == role && x.Document == p.main.Document && p.main.Contains(x.Span) {
				return x.Source
			}
		}
		return p.main
	}
	switch p.Modality {
	case "consideration":
		add("it may only be considered,", words("cue"))
	case "permission":
		add("it is allowed, not owed,", words("cue"))
	case "readiness":
		add("readiness is declared, no duty,", words("cue"))
	case "demand":
		add("a demand binds nobody,", p.main)
	}
	if p.Layer == "reading" {
		add("a reading of the text, not its words,", p.main)
	}
	if p.Saving != "" {
		add("a saving clause,", words("saving"))
	} else if i, n := find("saving", p.all, 0); i >= 0 {
		end := min(i+n+12, len(p.all)) - 1
		add("a saving clause,", part(p.main, pacta.Span{Start: p.all[i].Start, End: p.all[end].End}))
	}
	if p.Modality == "principle" && t.Kind == UnifiedView {
		add("a view is no promise,", p.main)
	}
}

// describe says in one line what a promise is.
func (w *world) describe(p *promise) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s of %s", p.Modality, w.nameAll(p.Parties))
	if p.inst != nil && p.Layer != "assurance" && p.Layer != "demand" {
		fmt.Fprintf(&b, " in %s", p.inst.Title)
		if p.Provision != "" {
			fmt.Fprintf(&b, ", %s", p.Provision)
		}
	}
	if p.By != "" {
		fmt.Fprintf(&b, ", according to %s", w.name(string(p.By)))
	}
	fmt.Fprintf(&b, ": “%s”", oneLine(p.main.Quote))
	return b.String()
}

func (w *world) name(code string) string {
	if a := w.actors[code]; a != nil && a.Name != "" {
		return a.Name
	}
	return code
}

func (w *world) nameAll(codes []string) string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = w.name(c)
	}
	return strings.Join(out, ", ")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// firmest keeps of the clashes between the same two instruments the one whose
// promises bind most; those of promises outside of instruments stay.
func (w *world) firmest(cs []clash) []Tension {
	home := func(p *promise) string {
		if p.inst != nil && p.Layer != "assurance" && p.Layer != "demand" {
			return p.inst.ID
		}
		return p.ID
	}
	best := map[[2]string]clash{}
	var order [][2]string
	for _, c := range cs {
		k := [2]string{min(home(c.a), home(c.b)), max(home(c.a), home(c.b))}
		old, ok := best[k]
		if !ok {
			order = append(order, k)
		}
		if !ok || weight(c) > weight(old) || weight(c) == weight(old) && c.a.ID+c.b.ID < old.a.ID+old.b.ID {
			best[k] = c
		}
	}
	var out []Tension
	for _, k := range order {
		out = append(out, w.tension(best[k]))
	}
	return out
}

func weight(c clash) int {
	layer := func(p *promise) int { return 3 - slices.Index([]string{"text", "paraphrase", "assurance"}, p.Layer) }
	return 10*(firm[c.a.Modality]+firm[c.b.Modality]) + layer(c.a) + layer(c.b)
}
