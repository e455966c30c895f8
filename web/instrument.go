package web

import (
	"context"
	"net/http"
	"net/url"
	"slices"

	"pacta/reason"
	"pacta/resolve"
	"pacta/treatybase"
)

// An instrumentPage is one instrument with all that the base knows of it. Its
// lists are capped; each is whole where its All leads.
type instrumentPage struct {
	resolve.Instrument
	Dates      []entry[resolve.Claim]
	Called     []entry[resolve.Claim]
	Ledger     []entry[resolve.State]
	Provisions provisionTable
	Promises   []promiseGroup // in its words, as reported, as a party assures
	Readings   []entry[resolve.Commitment]
	Demands    []entry[resolve.Commitment]
	Claims     []entry[resolve.Fulfilment]
	Views      []views
	Events     []entry[resolve.Event]
	Cited      []entry[resolve.Cite]
	Citing     []citing
	Disputes   []dispute
	Grave      bool     // one of them is serious
	Words      []quoted // the first sentences that speak of it
	Titles     map[string]string
	Line       timeline
	Totals     map[string]int
	Query      string // of the lists that Totals counts
	Documents  int
	TextAt     string // the document that is its own text
}

// How many of each the page of an instrument shows.
const (
	mostPromises   = 120
	mostProvisions = 150
	mostFew        = 20
	mostNames      = 60
)

func (s *server) instrument(r *http.Request) (*view, error) {
	ctx := r.Context()
	o, err := s.base.Object(ctx, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	p, err := s.instrumentPage(ctx, o)
	if err != nil {
		return nil, err
	}
	v := &view{name: "instrument", Title: p.Title, Nav: "Instruments", Data: p}
	err = v.table("instrument", []treatybase.Object{o})
	v.json = o.Body
	return v, err
}

func (s *server) instrumentPage(ctx context.Context, o treatybase.Object) (*instrumentPage, error) {
	p := &instrumentPage{Totals: map[string]int{}}
	if err := o.Decode(&p.Instrument); err != nil {
		return nil, err
	}
	p.Query = "instrument=" + url.QueryEscape(p.ID)
	n := newNotes()
	p.head(n)
	for _, part := range []func(context.Context, *server, *notes) error{p.promises, p.speech, p.happened, p.references} {
		if err := part(ctx, s, n); err != nil {
			return nil, err
		}
	}
	var err error
	if p.Words, err = s.quotes(ctx, p.Sources, 2); err != nil {
		return nil, err
	}
	return p, n.fill(ctx, s.base)
}

// head notes what stands on the card.
func (p *instrumentPage) head(n *notes) {
	p.Dates = n.claims(p.Signed)
	p.Called = n.claims(p.Names[:min(mostNames, len(p.Names))])
	for i := range p.Status {
		p.Status[i].Date = resolve.Value(reason.StepDate(&p.Instrument, p.Status[i]))
	}
	p.Ledger = entries(n, p.Status[:min(mostFew, len(p.Status))], func(x *resolve.State) note { return n.note("", x.Count, x.Sources) })
	seen := map[string]bool{}
	for _, x := range p.Sources {
		seen[x.Document] = true
	}
	p.Documents = len(seen)
}

// promises notes provisions and the commitments made in the instrument.
func (p *instrumentPage) promises(ctx context.Context, s *server, n *notes) error {
	f := treatybase.Filter{Instrument: p.ID, Limit: mostProvisions}
	provisions, total, err := s.base.Provisions(ctx, f)
	if err != nil {
		return err
	}
	f.Limit = mostPromises
	commitments, of, err := s.base.Commitments(ctx, f)
	if err != nil {
		return err
	}
	p.Totals["commitment"] = of
	if len(provisions) > 0 && len(provisions[0].Sources) > 0 {
		p.TextAt = provisions[0].Sources[0].Document
	}
	p.Provisions = newProvisionTable(n, provisions, total, commitments, p)
	var made []resolve.Commitment
	for _, c := range commitments {
		switch {
		case c.Layer == "reading":
			p.Readings = append(p.Readings, n.commitments([]resolve.Commitment{c})...)
		case c.Layer == "demand" || c.Modality == "demand":
			p.Demands = append(p.Demands, n.commitments([]resolve.Commitment{c})...)
		default:
			made = append(made, c)
		}
	}
	p.Promises = byParty(n, made)
	return nil
}

// speech notes who says what about the instrument.
func (p *instrumentPage) speech(ctx context.Context, s *server, n *notes) error {
	claims, total, err := s.base.Fulfilments(ctx, treatybase.Filter{Instrument: p.ID, Limit: mostFew})
	if err != nil {
		return err
	}
	p.Claims, p.Totals["fulfilment"] = n.fulfilments(claims), total
	p.Views, p.Totals["statement"], err = s.views(ctx, n, treatybase.Filter{Instrument: p.ID})
	return err
}

func (p *instrumentPage) happened(ctx context.Context, s *server, n *notes) error {
	events, total, err := s.base.Events(ctx, treatybase.Filter{Instrument: p.ID, Limit: mostFew})
	if err != nil {
		return err
	}
	p.Events, p.Totals["event"] = n.events(events), total
	ds, _, err := s.base.Discrepancies(ctx, treatybase.Filter{About: p.ID, Limit: mostFew})
	if err != nil {
		return err
	}
	p.Disputes, p.Totals["discrepancy"] = n.disputes(ds), len(ds)
	p.Grave = slices.ContainsFunc(ds, func(d reason.Discrepancy) bool { return d.Level == reason.Serious })
	p.Line = drawTimeline(slices.Concat(stepMoments(&p.Instrument), eventMoments(slices.DeleteFunc(events, isStep), nil), disputeMoments(ds, nil)))
	return nil
}

// A citing is an instrument that refers to another one.
type citing struct {
	ID, Title string
	Relation  resolve.Value
	Note      note
}

// references notes what the instrument refers to, and what refers to it.
func (p *instrumentPage) references(ctx context.Context, s *server, n *notes) error {
	var ids []string
	for _, c := range p.Cites {
		if c.Instrument != "" {
			ids = append(ids, string(c.Instrument))
			p.Cited = append(p.Cited, entry[resolve.Cite]{c, n.note("", c.Count, c.Sources)})
		}
	}
	p.Totals["cited"] = len(p.Cited)
	p.Cited = p.Cited[:min(mostFew, len(p.Cited))]
	var err error
	if p.Titles, err = s.base.Names(ctx, ids...); err != nil {
		return err
	}
	from, total, err := s.base.Instruments(ctx, treatybase.Filter{Cites: p.ID, Limit: mostFew})
	if err != nil {
		return err
	}
	p.Totals["citing"], p.Totals["references"] = total, p.Totals["cited"]+total
	for _, x := range from {
		for _, c := range x.Cites {
			if string(c.Instrument) == p.ID {
				p.Citing = append(p.Citing, citing{x.ID, x.Title, c.Relation, n.note("", c.Count, c.Sources)})
			}
		}
	}
	return nil
}
