package reason

import (
	"maps"
	"slices"
	"strings"

	"pacta"
	"pacta/edtf"
	"pacta/resolve"
)

// A promise is a commitment made ready for comparing.
type promise struct {
	*resolve.Commitment
	inst   *resolve.Instrument // nil outside of an instrument
	main   resolve.Source      // the words that the firmest report gives
	bound  []string            // who is bound, organisations as their members too
	toks   []token             // of the action
	all    []token             // of the main source
	action pacta.Span          // of the action in the document of main; zero if it has none of its own
	first  edtf.Day            // from when it binds
	last   edtf.Day            // until when
}

// A world is what findings rest on: instruments, actors and promises, and what
// the pages of documents tell of them.
type world struct {
	instruments map[string]*resolve.Instrument
	actors      map[string]*resolve.Actor
	persons     map[string][]*resolve.Actor // by name
	promises    []*promise
	texts       map[string]bool // documents that are the text of an instrument
	wholly      bool            // keep the words of all promises, not only of those that may collide
	gathered
}

func newWorld() *world {
	return &world{instruments: map[string]*resolve.Instrument{}, actors: map[string]*resolve.Actor{}, persons: map[string][]*resolve.Actor{},
		texts: map[string]bool{}, gathered: newGathered()}
}

func (w *world) actor(x *resolve.Actor) {
	light := *x
	light.Names, light.Sources = nil, nil
	w.actors[x.ID] = &light
	if x.Kind == "person" {
		w.persons[x.Name] = append(w.persons[x.Name], &light)
	}
}

func (w *world) instrument(x *resolve.Instrument) {
	w.instruments[x.ID] = x
	if x.Text != "" {
		w.texts[string(x.Text)] = true
	}
}

func sortedKeys[T any](m map[string]T) []string { return slices.Sorted(maps.Keys(m)) }

func (w *world) promise(c *resolve.Commitment) *promise {
	if len(c.Sources) == 0 || !slices.ContainsFunc(c.Parties, isCode) {
		return nil // whom nobody can name cannot be held to two promises
	}
	light := *c
	c = &light
	p := &promise{Commitment: c, inst: w.instruments[string(c.Instrument)], main: c.Sources[0]}
	for _, x := range c.Phrases {
		if i := slices.IndexFunc(c.Sources, func(s resolve.Source) bool { return s.Document == x.Document && s.Contains(x.Span) }); i >= 0 {
			p.main = c.Sources[i]
			break
		}
	}
	for _, x := range c.Phrases {
		if x.Role == "action" && x.Document == p.main.Document && p.main.Contains(x.Span) {
			p.action = x.Span
			break
		}
	}
	p.all = tokenize(p.main.Quote)
	p.toks = p.all
	if c.Action != "" {
		p.toks = tokenize(string(c.Action))
	}
	p.bound = w.members(c.Parties)
	p.first, p.last = w.period(p)
	c.Sources, c.Shown, c.Modalities = nil, nil, nil
	c.Phrases = slices.DeleteFunc(slices.Clone(c.Phrases), func(x resolve.Phrase) bool { return x.Document != p.main.Document || !p.main.Contains(x.Span) })
	if !w.wholly && !p.mayCollide() {
		p.toks, p.all = nil, nil
	}
	return p
}

// colliding are the lists of words without which no rule but that of refusals
// looks at a promise.
var colliding = []string{"protection", "arms", "passage", "troops", "recognise", "attack", "no attack", "military alliance", "customs union",
	"permanent neutrality", "integrity", "self-determination", "one view", "stand by"}

// mayCollide reports whether p has words that some rule goes by.
func (p *promise) mayCollide() bool {
	for _, list := range colliding {
		if has(list, p.toks) || has(list, p.all) {
			return true
		}
	}
	return false
}

// words returns the words of p's action, also where p does not keep them.
func (p *promise) words() []token {
	switch {
	case p.toks != nil:
		return p.toks
	case p.Action != "":
		return tokenize(string(p.Action))
	}
	return tokenize(p.main.Quote)
}

// within returns the names in the words of p, in text order.
func (p *promise) within() []resolve.Claim {
	return slices.DeleteFunc(slices.Clone(p.Named), func(n resolve.Claim) bool {
		s := n.Sources[0]
		return s.Document != p.main.Document || s.Start < p.main.Start || s.Start >= p.main.End
	})
}

// isCode reports whether s is a code of a state or organisation and not some
// words that stand for a party.
func isCode(s string) bool { return len(s) > 1 && s == strings.ToUpper(s) && !strings.Contains(s, " ") }

// members returns codes and, for organisations among them, their members.
func (w *world) members(codes []string) []string {
	var out []string
	for _, c := range codes {
		c, _, _ = strings.Cut(c, "/")
		out = append(out, c)
		if a := w.actors[c]; a != nil {
			out = append(out, a.Members...)
		}
	}
	return set(out)
}

// named returns the codes that the action of p names.
func (p *promise) named() []string {
	var out []string
	for _, n := range p.Named {
		s := n.Sources[0]
		if p.action.IsZero() || s.Document == p.main.Document && p.action.Contains(s.Span) {
			out = append(out, string(n.Value))
		}
	}
	return set(out)
}

// owed returns the states that p owes its conduct to when party does it: those
// it names, else the others of the instrument.
func (p *promise) owed(party string) []string {
	out := slices.Concat(p.named(), p.Beneficiaries)
	if mutual := has("mutual", p.toks) || len(out) == 0; mutual {
		out = append(out, p.Parties...)
		if p.inst != nil && len(p.Parties) > 1 {
			out = append(out, p.inst.Parties...)
		}
		if p.inst != nil && len(out) == len(p.Parties) && len(p.inst.Parties) == 2 {
			out = append(out, p.inst.Parties...)
		}
	}
	return without(set(out), party)
}

// firm reports whether p binds: who only considers or demands binds nobody.
func (p *promise) firm() bool { return firm[p.Modality] > 1 || p.Modality == "assurance" }

// negated reports whether p says what a party will not do.
func (p *promise) negated() bool {
	if p.Modality == "prohibition" {
		return true
	}
	if ts := p.words(); len(ts) > 0 && (ts[0].word == "not" || ts[0].word == "never") {
		return true
	}
	if i := strings.Index(p.main.Quote, string(p.Action)); p.Action != "" && i > 0 {
		before := tokenize(p.main.Quote[:i])
		for _, t := range before[max(0, len(before)-2):] {
			if t.word == "not" || t.word == "never" {
				return true
			}
		}
	}
	return false
}

// without returns xs less x.
func without(xs []string, x string) []string {
	return slices.DeleteFunc(slices.Clone(xs), func(y string) bool { return x == y })
}

// both returns what stands in a and in b, both sorted.
func both(a, b []string) []string {
	var out []string
	for _, x := range a {
		if _, ok := slices.BinarySearch(b, x); ok {
			out = append(out, x)
		}
	}
	return out
}

func set(xs []string) []string { return slices.Compact(slices.Sorted(slices.Values(xs))) }
