package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"pacta"
	"pacta/reason"
	"pacta/resolve"
	"pacta/treatybase"
)

// A pairPage is what two parties promised, demanded, did and said to and of
// each other.
type pairPage struct {
	A, B        resolve.Actor
	Both        []entry[resolve.Commitment] // by which both are bound
	Ways        []way
	Instruments []instrumentHead
	Together    []entry[resolve.Event]
	Collisions  []reason.Tension
	Disputes    []dispute
	Names       map[string]string // of what disputes and promises are about
	Line        timeline
	Totals      map[string]int
	Query       string // of lists of what both take part in
}

// A way is one direction between two parties.
type way struct {
	From, To resolve.Actor
	Promises []entry[resolve.Commitment]
	Demands  []entry[resolve.Commitment]
	Events   []entry[resolve.Event]
	Said     []entry[resolve.Statement]
	Totals   map[string]int
	Query    string // of lists of what goes this way
	Words    string // of the list of statements
}

// pairURL returns the page of two parties.
func pairURL(a, b string) string {
	return "/actors/" + url.PathEscape(actorID(a)) + "/" + url.PathEscape(actorID(b))
}

// Turn returns the same page with the parties in the other order.
func (p *pairPage) Turn() string { return pairURL(p.B.ID, p.A.ID) }

// Dossier returns the address of the dossier of both.
func (p *pairPage) Dossier() string {
	return "/dossier?" + url.Values{"id": {p.A.ID}, "with": {p.B.ID}}.Encode()
}

const (
	mostPaired = 40
	mostRead   = 150 // newest statements that are looked at for the name of the other
	mostHeard  = 8
)

// names reports whether an actor is among those that words name.
func names(named []resolve.Claim, id string) bool {
	return slices.ContainsFunc(named, func(c resolve.Claim) bool { return string(c.Value) == id })
}

func (s *server) pair(r *http.Request) (*view, error) {
	ctx := r.Context()
	p := &pairPage{Totals: map[string]int{}}
	for name, a := range map[string]*resolve.Actor{"id": &p.A, "other": &p.B} {
		o, err := s.actorObject(ctx, r.PathValue(name))
		if err != nil {
			return nil, err
		}
		if err := o.Decode(a); err != nil {
			return nil, err
		}
	}
	if p.A.ID == p.B.ID {
		return nil, fmt.Errorf("%s and itself are no pair: %w", p.A.ID, pacta.ErrInvalid)
	}
	p.Query = "party=" + url.QueryEscape(p.A.ID) + "&with=" + url.QueryEscape(p.B.ID)
	n := newNotes()
	v := &view{name: "pair", Title: p.A.Name + " – " + p.B.Name, Nav: "Actors", Data: p}
	var objects []treatybase.Object
	for _, part := range []func(context.Context, *server, *notes, *[]treatybase.Object) error{p.promises, p.ways, p.shared} {
		if err := part(ctx, s, n, &objects); err != nil {
			return nil, err
		}
	}
	if err := p.collisions(ctx, s); err != nil {
		return nil, err
	}
	if err := n.fill(ctx, s.base); err != nil {
		return nil, err
	}
	return v, v.table("commitment", objects)
}

// commitments finds promises and notes them for the twins too.
func (p *pairPage) commitments(ctx context.Context, s *server, f treatybase.Filter, objects *[]treatybase.Object) ([]resolve.Commitment, int, error) {
	f.Limit = mostPaired
	xs, total, err := s.base.Find(ctx, "commitment", f)
	if err != nil {
		return nil, 0, err
	}
	*objects = append(*objects, xs...)
	cs, err := decode[resolve.Commitment](xs)
	return cs, total, err
}

func (p *pairPage) promises(ctx context.Context, s *server, n *notes, objects *[]treatybase.Object) error {
	cs, total, err := p.commitments(ctx, s, treatybase.Filter{Party: p.A.ID, With: p.B.ID}, objects)
	if err != nil {
		return err
	}
	p.Both, p.Totals["both"] = n.commitments(cs), total
	var ids []string
	for _, c := range cs {
		ids = append(ids, string(c.Instrument))
	}
	p.Names, err = s.base.Names(ctx, ids...)
	return err
}

// ways notes what goes from one to the other.
func (p *pairPage) ways(ctx context.Context, s *server, n *notes, objects *[]treatybase.Object) error {
	for _, ab := range [][2]resolve.Actor{{p.A, p.B}, {p.B, p.A}} {
		w := way{From: ab[0], To: ab[1], Totals: map[string]int{}}
		f := treatybase.Filter{Party: w.From.ID, To: w.To.ID}
		w.Query = listQuery(f)
		cs, total, err := p.commitments(ctx, s, f, objects)
		if err != nil {
			return err
		}
		cs = slices.DeleteFunc(cs, func(c resolve.Commitment) bool { return slices.Contains(c.Parties, w.To.ID) || isDemand(c) })
		w.Promises, w.Totals["promise"] = n.commitments(cs), total
		if err := w.demands(ctx, s, n, p, objects); err != nil {
			return err
		}
		f.Limit = mostFew
		events, total, err := s.base.Events(ctx, f)
		if err != nil {
			return err
		}
		w.Events, w.Totals["event"] = n.events(events), total
		w.Words = listQuery(treatybase.Filter{Party: w.From.ID, Text: wordsFor(w.To.Name)})
		said, _, err := s.base.Statements(ctx, treatybase.Filter{Party: w.From.ID, Limit: mostRead})
		if err != nil {
			return err
		}
		said = slices.DeleteFunc(said, func(x resolve.Statement) bool { return !names(x.Named, w.To.ID) })
		w.Said = n.statements(said[:min(mostHeard, len(said))])
		p.Ways = append(p.Ways, w)
	}
	return nil
}

// demands notes what w.From, or somebody in its name, asks of w.To.
func (w *way) demands(ctx context.Context, s *server, n *notes, p *pairPage, objects *[]treatybase.Object) error {
	cs, _, err := p.commitments(ctx, s, treatybase.Filter{Party: w.To.ID, Modality: "demand"}, objects)
	if err != nil || len(cs) == 0 {
		return err
	}
	people, _, err := s.base.Actors(ctx, treatybase.Filter{Type: "person", Party: w.From.ID, Limit: 200})
	if err != nil {
		return err
	}
	speaks := map[string]bool{w.From.ID: true, w.From.Name: true}
	for _, a := range people {
		speaks[a.Name] = true
	}
	w.Demands = n.commitments(slices.DeleteFunc(cs, func(c resolve.Commitment) bool { return !speaks[string(c.By)] }))
	return nil
}

// shared notes what both take part in.
func (p *pairPage) shared(ctx context.Context, s *server, n *notes, _ *[]treatybase.Object) error {
	f := treatybase.Filter{Party: p.A.ID, With: p.B.ID, Limit: mostFew}
	instruments, total, err := s.instrumentHeads(ctx, f)
	if err != nil {
		return err
	}
	p.Instruments, p.Totals["instrument"] = instruments, total
	events, total, err := s.base.Events(ctx, f)
	if err != nil {
		return err
	}
	p.Together, p.Totals["event"] = n.events(events), total
	var ds []reason.Discrepancy
	for _, x := range instruments {
		found, _, err := s.base.Discrepancies(ctx, treatybase.Filter{About: x.ID, Limit: 4})
		if err != nil {
			return err
		}
		if len(ds) < mostFew {
			ds = append(ds, found...)
		}
		p.Names[x.ID] = x.Title
	}
	p.Disputes = n.disputes(ds)
	moments := slices.Concat(signingMoments(instruments), eventMoments(slices.DeleteFunc(slices.Clone(events), isStep), nil), disputeMoments(ds, p.Names))
	for _, w := range p.Ways {
		for _, e := range w.Events {
			moments = append(moments, eventMoments([]resolve.Event{e.X}, nil)...)
		}
	}
	p.Line = drawTimeline(moments)
	return nil
}

// collisions notes the promises of one that may collide with what it or the
// other promised between them.
func (p *pairPage) collisions(ctx context.Context, s *server) error {
	for _, ab := range [][2]string{{p.A.ID, p.B.ID}, {p.B.ID, p.A.ID}} {
		ts, _, err := s.base.Tensions(ctx, treatybase.Filter{Party: ab[0], Limit: mostFew})
		if err != nil {
			return err
		}
		for _, t := range ts {
			touches, err := s.touches(ctx, t, ab[1])
			if err != nil {
				return err
			}
			if touches && !slices.ContainsFunc(p.Collisions, func(x reason.Tension) bool { return x.ID == t.ID }) {
				p.Collisions = append(p.Collisions, t)
			}
		}
	}
	return nil
}

// touches reports whether one side of a collision binds, or is owed to, id.
func (s *server) touches(ctx context.Context, t reason.Tension, id string) (bool, error) {
	c, err := s.sides(ctx, t)
	if err != nil {
		return false, err
	}
	for _, x := range c {
		if x.Kind != "commitment" {
			continue
		}
		var p resolve.Commitment
		if err := x.Decode(&p); err != nil {
			return false, err
		}
		if slices.Contains(p.Parties, id) || slices.Contains(p.Beneficiaries, id) || names(p.Named, id) {
			return true, nil
		}
	}
	return false, nil
}

// wordsFor returns the query that finds sentences with a name.
func wordsFor(name string) string {
	if strings.ContainsAny(name, " -") {
		return `"` + strings.ReplaceAll(name, `"`, " ") + `"`
	}
	return name + "*"
}
