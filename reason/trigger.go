package reason

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"pacta/resolve"
)

// Kinds of what an event would engage.
const (
	EngagesConsultation = "consultation"
	EngagesDefence      = "collective defence" // an attack on one counts as one on all
	EngagesAssistance   = "assistance"
	EngagesNeutrality   = "neutrality"
	EngagesForbidden    = "forbidden act" // the event itself is what a promise forbids
	EngagesOther        = "other"
)

// An Occurrence is an event to be held against promises: what happens, who
// does it, to whom.
type Occurrence struct {
	Text    string   // "armed attack on ARM by AZE"
	Type    string   // its PLOVER type, "" if it is only told in words
	Actors  []string // codes
	Targets []string
}

// A Trigger is a promise that an Occurrence would engage by its own words.
// Nothing is predicted: whether anybody would act is not for the base to say.
type Trigger struct {
	Object     string           `json:"object"` // "trigger"
	ID         string           `json:"id"`
	Kind       string           `json:"kind"`
	Commitment string           `json:"commitment"`
	Instrument resolve.Value    `json:"instrument"`
	Provision  resolve.Value    `json:"provision"`
	Parties    []string         `json:"parties"` // who would be engaged
	Toward     []string         `json:"toward"`
	Modality   string           `json:"modality"`
	Layer      string           `json:"layer"`
	Condition  resolve.Value    `json:"condition"`
	Why        []string         `json:"why"`
	SoftenedBy []resolve.Source `json:"softened_by"`
	Sources    []resolve.Source `json:"sources"`
}

// Triggers returns the promises that o would engage, the firmest first.
func Triggers(b *resolve.Base, o Occurrence) []Trigger {
	w := worldOf(b)
	x := &occasion{Occurrence: o, toks: tokenize(o.Text)}
	x.attack = o.Type == "ASSAULT" || o.Type == "" && has("assault", x.toks) && !has("menace", x.toks)
	x.threat = x.attack || o.Type == "THREATEN" || o.Type == "MOBILIZE" || has("menace", x.toks) || has("assault", x.toks)
	var out []Trigger
	for _, p := range w.promises {
		if p.Modality == "demand" || p.inst != nil && p.inst.Standing == "prospective" {
			continue
		}
		if kind, why := w.engages(p, x); kind != "" {
			out = append(out, w.trigger(p, x, kind, why))
		}
	}
	slices.SortStableFunc(out, func(a, b Trigger) int {
		return cmp.Or(order(a.Kind)-order(b.Kind), firm[b.Modality]-firm[a.Modality], strings.Compare(a.ID, b.ID))
	})
	return out
}

var kindOrder = []string{EngagesDefence, EngagesAssistance, EngagesConsultation, EngagesNeutrality, EngagesForbidden, EngagesOther}

func order(kind string) int { return slices.Index(kindOrder, kind) }

// An occasion is an Occurrence made ready for comparing.
type occasion struct {
	Occurrence
	toks           []token
	attack, threat bool
}

// engages returns as what x would engage p and why, "" if it would not.
func (w *world) engages(p *promise, x *occasion) (kind, why string) {
	if x.attack && p.forbids() {
		for _, actor := range both(p.bound, set(x.Actors)) {
			if t := both(set(p.owed(actor)), set(x.Targets)); len(t) > 0 {
				return EngagesForbidden, fmt.Sprintf("It is what %s promised %s not to do.", w.name(actor), w.nameAll(t))
			}
		}
		return "", ""
	}
	when := p.condition()
	kind = p.engagement()
	switch {
	case x.threat && len(when) > 0 && (x.attack && has("assault", when) || has("menace", when)):
	case x.attack && len(when) == 0 && (kind == EngagesAssistance || kind == EngagesDefence):
	case len(when) > 0 && alike(when, x.toks) >= 2:
		if len(both(p.bound, set(slices.Concat(x.Actors, x.Targets)))) == 0 && len(x.Actors)+len(x.Targets) > 0 {
			return "", ""
		}
		return cmp.Or(kind, EngagesOther), "The words of the event are those of its condition."
	default:
		return "", ""
	}
	if kind == "" {
		return "", ""
	}
	for _, t := range x.Targets {
		if p.covers(t, when) {
			return kind, fmt.Sprintf("It covers %s.", w.name(t))
		}
	}
	return "", ""
}

// forbids reports whether p is a promise not to use force.
func (p *promise) forbids() bool {
	return has("no attack", p.toks) && (has("assault", p.toks) || has("attack", p.toks) || strings.Contains(string(p.Action), "force")) || p.negated() && has("attack", p.toks)
}

// condition returns the words that say when p applies: its condition, or for
// "an attack on one is an attack on all" the action itself.
func (p *promise) condition() []token {
	if p.Condition != "" {
		return tokenize(string(p.Condition))
	}
	if has("all for one", p.toks) {
		return p.toks
	}
	return nil
}

// engagement returns as what p would be engaged, "" if by nothing.
func (p *promise) engagement() string {
	switch {
	case has("all for one", p.toks):
		return EngagesDefence
	case has("neutral", p.toks):
		return EngagesNeutrality
	case has("consult", p.toks):
		return EngagesConsultation
	case p.protects():
		return EngagesAssistance
	}
	return ""
}

// covers reports whether the condition of p means target: by name, or as one
// of the parties.
func (p *promise) covers(target string, when []token) bool {
	for _, n := range p.Named {
		if string(n.Value) == target {
			return !slices.Equal(p.Parties, []string{target})
		}
	}
	if slices.Contains(p.Beneficiaries, target) {
		return true
	}
	own := slices.Contains(p.bound, target) && len(p.bound) > 1
	partner := p.inst != nil && slices.Contains(p.inst.Parties, target) && !slices.Equal(p.Parties, []string{target})
	return (own || partner) && (len(when) == 0 || has("one of them", when) || has("mutual", when) || !p.namesStates())
}

func (p *promise) namesStates() bool {
	for _, n := range p.Named {
		if len(n.Value) == 3 && !slices.Contains(p.Parties, string(n.Value)) {
			return true
		}
	}
	return false
}

// alike counts the content words that two texts share.
func alike(a, b []token) int {
	words := map[string]bool{}
	for _, t := range a {
		if len(t.word) > 3 && !idle[stem(t.word)] {
			words[stem(t.word)] = true
		}
	}
	n := 0
	for _, t := range b {
		if s := stem(t.word); words[s] {
			n++
			delete(words, s)
		}
	}
	return n
}

func (w *world) trigger(p *promise, x *occasion, kind, why string) Trigger {
	t := Tension{}
	t.Why = []string{why}
	parties := p.Parties
	if kind == EngagesForbidden {
		parties = both(set(p.Parties), set(x.Actors))
	} else {
		for _, target := range x.Targets {
			if len(parties) > 1 {
				parties = without(parties, target)
			}
		}
		if in := both(set(parties), set(x.Actors)); len(in) > 0 {
			t.Why = append(t.Why, fmt.Sprintf("%s, who would act, is bound by it too.", w.nameAll(in)))
		}
	}
	w.soften(&t, p)
	if p.inst != nil && !stated(p.inst, "in force") {
		t.Why = append(t.Why, "That it is in force is not stated in the sources.")
	}
	return Trigger{Object: "trigger", ID: makeID('g', p.ID, kind, x.Text), Kind: kind, Commitment: p.ID, Instrument: p.Instrument, Provision: p.Provision,
		Parties: parties, Toward: x.Targets, Modality: p.Modality, Layer: p.Layer, Condition: p.Condition, Why: t.Why,
		SoftenedBy: slices.Concat([]resolve.Source{}, t.SoftenedBy), Sources: []resolve.Source{p.main}}
}

// stated reports whether some source says that x has reached state.
func stated(x *resolve.Instrument, state string) bool {
	return slices.ContainsFunc(x.Status, func(s resolve.State) bool { return s.State == state })
}
