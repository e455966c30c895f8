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
	about  map[string]bool     // see content; nil until asked for
}

// A world is a base with the indexes that findings need.
type world struct {
	*resolve.Base
	instruments map[string]*resolve.Instrument
	actors      map[string]*resolve.Actor
	promises    []*promise
	passages    []passage
	naming      map[string][]int                // the passages that name each code
	names       map[string][]resolve.Claim      // by document, in text order
	said        map[string][]*resolve.Statement // by document
	mentions    map[string][]mention            // of instruments, by document, in text order
	assaults    []*resolve.Event                // that happened
	texts       map[string]bool                 // documents that are the text of an instrument
}

// A mention is a place where a document names an instrument.
type mention struct {
	instrument string
	source     resolve.Source
}

// newWorld orders what it is given by identity and drops what stands twice, so
// that findings do not depend on the order of arrival.
func newWorld(b *resolve.Base) *world {
	b = &resolve.Base{
		Actors:      byID(slices.Clone(b.Actors), func(x *resolve.Actor) string { return x.ID }),
		Instruments: byID(slices.Clone(b.Instruments), func(x *resolve.Instrument) string { return x.ID }),
		Provisions:  b.Provisions,
		Commitments: byID(slices.Clone(b.Commitments), func(x *resolve.Commitment) string { return x.ID }),
		Statements:  byID(slices.Clone(b.Statements), func(x *resolve.Statement) string { return x.ID }),
		Events:      byID(slices.Clone(b.Events), func(x *resolve.Event) string { return x.ID }),
		Fulfilments: byID(slices.Clone(b.Fulfilments), func(x *resolve.Fulfilment) string { return x.ID }),
	}
	w := &world{Base: b, instruments: map[string]*resolve.Instrument{}, actors: map[string]*resolve.Actor{}, texts: map[string]bool{}}
	for i := range b.Instruments {
		w.instruments[b.Instruments[i].ID] = &b.Instruments[i]
		if t := b.Instruments[i].Text; t != "" {
			w.texts[string(t)] = true
		}
	}
	for i := range b.Actors {
		w.actors[b.Actors[i].ID] = &b.Actors[i]
	}
	w.gatherNames()
	for i := range b.Commitments {
		if p := w.promise(&b.Commitments[i]); p != nil {
			w.promises = append(w.promises, p)
		}
	}
	w.gatherPassages()
	w.index()
	return w
}

// index notes which statements and names of instruments each document has.
func (w *world) index() {
	w.said, w.mentions = map[string][]*resolve.Statement{}, map[string][]mention{}
	for i := range w.Statements {
		s := &w.Statements[i]
		w.said[s.Document] = append(w.said[s.Document], s)
	}
	for i := range w.Events {
		if e := &w.Events[i]; e.Type == "ASSAULT" && happened(e.Factuality) && len(e.Sources) > 0 {
			w.assaults = append(w.assaults, e)
		}
	}
	for i := range w.Instruments {
		for _, n := range w.Instruments[i].Names {
			for _, s := range n.Sources {
				w.mentions[s.Document] = append(w.mentions[s.Document], mention{w.Instruments[i].ID, s})
			}
		}
	}
}

func sortedKeys[T any](m map[string]T) []string { return slices.Sorted(maps.Keys(m)) }

func (w *world) promise(c *resolve.Commitment) *promise {
	if len(c.Sources) == 0 || !slices.ContainsFunc(c.Parties, isCode) {
		return nil // whom nobody can name cannot be held to two promises
	}
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
	return p
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
	if len(p.toks) > 0 && (p.toks[0].word == "not" || p.toks[0].word == "never") {
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
