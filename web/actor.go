package web

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"slices"

	"pacta"
	"pacta/gazetteer"
	"pacta/reason"
	"pacta/resolve"
	"pacta/treatybase"
)

// An actorPage is one actor with what it promised, said and did. Its lists are
// capped; each is whole where its All leads.
type actorPage struct {
	resolve.Actor
	Called      []entry[resolve.Claim]
	Offices     []entry[resolve.Role]
	Partners    []partner
	Instruments []instrumentHead
	Owes, Owed  []entry[resolve.Commitment]
	Asked, Asks []entry[resolve.Commitment] // demands on it, and by it
	Said        []entry[resolve.Statement]
	Events      []entry[resolve.Event]
	Collisions  []reason.Tension
	Line        timeline
	Words       []quoted
	Titles      map[string]string
	Totals      map[string]int
	Query       string
}

// Party reports whether it can be a party of an instrument.
func (p *actorPage) Party() bool { return p.Kind != "person" && p.Kind != "group" }

// Other returns the page of p together with another party.
func (p *actorPage) Other(id string) string { return pairURL(p.ID, id) }

const (
	mostOwed     = 30
	mostPartners = 24
	mostDrawn    = 50
)

func (s *server) actor(r *http.Request) (*view, error) {
	ctx := r.Context()
	o, err := s.actorObject(ctx, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	p := &actorPage{Totals: map[string]int{}}
	if err := o.Decode(&p.Actor); err != nil {
		return nil, err
	}
	p.Query = "party=" + url.QueryEscape(p.ID)
	n := newNotes()
	p.Called = n.claims(p.Names[:min(mostNames, len(p.Names))])
	p.Offices = entries(n, p.Roles[:min(mostFew, len(p.Roles))], func(x *resolve.Role) note { return n.note("", 0, x.Sources) })
	parts := []func(context.Context, *server, *notes) error{p.bound, p.spoke, p.did}
	if !p.Party() {
		parts = parts[1:2]
	}
	for _, part := range parts {
		if err := part(ctx, s, n); err != nil {
			return nil, err
		}
	}
	if p.Words, err = s.quotes(ctx, p.Sources, 2); err != nil {
		return nil, err
	}
	if err := n.fill(ctx, s.base); err != nil {
		return nil, err
	}
	v := &view{name: "actor", Title: p.Name, Nav: "Actors", Data: p}
	err = v.table("actor", []treatybase.Object{o})
	v.json = o.Body
	return v, err
}

// bound notes what it promised and what is promised to it.
func (p *actorPage) bound(ctx context.Context, s *server, n *notes) error {
	all, err := s.pairs(ctx)
	if err != nil {
		return err
	}
	p.Partners = partners(all, p.ID)
	p.Totals["partner"] = len(p.Partners)
	p.Partners = p.Partners[:min(mostPartners, len(p.Partners))]
	by, total, err := s.base.Commitments(ctx, treatybase.Filter{Party: p.ID, Limit: mostOwed})
	if err != nil {
		return err
	}
	p.Totals["owes"] = total
	p.Owes = n.commitments(slices.DeleteFunc(by, isDemand))
	for _, x := range []struct {
		f    treatybase.Filter
		rows *[]entry[resolve.Commitment]
		name string
	}{
		{treatybase.Filter{To: p.ID}, &p.Owed, "owed"},
		{treatybase.Filter{Party: p.ID, Modality: "demand"}, &p.Asked, "asked"},
		{treatybase.Filter{Speaker: p.ID, Modality: "demand"}, &p.Asks, "asks"},
	} {
		x.f.Limit = mostOwed
		cs, total, err := s.base.Commitments(ctx, x.f)
		if err != nil {
			return err
		}
		*x.rows, p.Totals[x.name] = n.commitments(cs), total
	}
	if p.Collisions, p.Totals["tension"], err = s.base.Tensions(ctx, treatybase.Filter{Party: p.ID, Limit: mostFew}); err != nil {
		return err
	}
	return p.names(ctx, s)
}

func isDemand(c resolve.Commitment) bool { return c.Modality == "demand" }

// names notes the instruments that the promises stand in.
func (p *actorPage) names(ctx context.Context, s *server) (err error) {
	var ids []string
	for _, rows := range [][]entry[resolve.Commitment]{p.Owes, p.Owed, p.Asked, p.Asks} {
		for _, x := range rows {
			ids = append(ids, string(x.X.Instrument))
		}
	}
	p.Titles, err = s.base.Names(ctx, ids...)
	return err
}

func (p *actorPage) spoke(ctx context.Context, s *server, n *notes) error {
	f := treatybase.Filter{Party: p.ID, Limit: mostFew}
	if p.Kind == "person" {
		f = treatybase.Filter{Speaker: p.Name, Limit: mostOwed}
		p.Query = "speaker=" + url.QueryEscape(p.Name)
	}
	xs, total, err := s.base.Statements(ctx, f)
	p.Said, p.Totals["statement"] = n.statements(xs), total
	return err
}

func (p *actorPage) did(ctx context.Context, s *server, n *notes) error {
	f := treatybase.Filter{Party: p.ID, Limit: mostFew}
	events, total, err := s.base.Events(ctx, f)
	if err != nil {
		return err
	}
	p.Events, p.Totals["event"] = n.events(events), total
	f.Limit = mostDrawn
	if p.Instruments, p.Totals["instrument"], err = s.instrumentHeads(ctx, f); err != nil {
		return err
	}
	f.Limit, f.Order = mostDrawn, "documents"
	reported, _, err := s.base.Events(ctx, f)
	if err != nil {
		return err
	}
	p.Line = drawTimeline(slices.Concat(signingMoments(p.Instruments), eventMoments(slices.DeleteFunc(reported, isStep), nil)))
	return nil
}

// actorObject returns an actor by its ID. A state or organisation that the
// gazetteer knows has a page even where no document mentions it by name, as
// with the parties of a well-known treaty.
func (s *server) actorObject(ctx context.Context, id string) (treatybase.Object, error) {
	o, err := s.base.Object(ctx, id)
	if err == nil || !errors.Is(err, pacta.ErrNotFound) {
		return o, err
	}
	e := gazetteer.Builtin().ByID(id)
	if e == nil {
		return o, err
	}
	a := resolve.Actor{Object: "actor", ID: e.ID, Name: e.Name, Kind: e.Kind.String(), Names: []resolve.Claim{}, Roles: []resolve.Role{}, Sources: []resolve.Source{}}
	body, err := json.Marshal(a)
	return treatybase.Object{Kind: "actor", ID: e.ID, Body: body}, err
}
