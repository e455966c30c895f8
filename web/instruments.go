package web

import (
	"net/http"

	"pacta/reason"
	"pacta/resolve"
	"pacta/treatybase"
)

// An instrumentRow is what lists show of an instrument.
type instrumentRow struct {
	ID       string           `json:"id"`
	Title    string           `json:"title"`
	Type     resolve.Value    `json:"type"`
	Standing string           `json:"standing"`
	Parties  []string         `json:"parties"`
	Signed   []resolve.Claim  `json:"signed"`
	Sources  []resolve.Source `json:"sources"`
}

// instruments lists the instruments that the documents speak of.
func (s *server) instruments(r *http.Request) (*view, error) {
	return listing[instrumentRow](s, r, "instrument", "Instruments", []string{"party", "type", "standing", "state", "text"})
}

// An instrumentPage is one instrument with all that the base knows of it.
type instrumentPage struct {
	resolve.Instrument
	Words         []quoted // the first sentences that speak of it
	Provisions    []resolve.Provision
	Commitments   []resolve.Commitment
	Statements    []resolve.Statement
	Events        []resolve.Event
	Claims        []resolve.Fulfilment
	Discrepancies []reason.Discrepancy
	Titles        map[string]string // of the instruments it cites
}

func (s *server) instrument(r *http.Request) (*view, error) {
	ctx := r.Context()
	o, err := s.base.Object(ctx, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	var p instrumentPage
	if err := o.Decode(&p.Instrument); err != nil {
		return nil, err
	}
	if p.Words, err = s.quotes(ctx, p.Sources, 3); err != nil {
		return nil, err
	}
	if err := s.around(r, &p); err != nil {
		return nil, err
	}
	v := &view{name: "instrument", Title: p.Title, Nav: "Instruments", Data: p}
	err = v.table("instrument", []treatybase.Object{o})
	v.json = o.Body
	return v, err
}

// around fills in what other objects say of the instrument.
func (s *server) around(r *http.Request, p *instrumentPage) (err error) {
	ctx, f := r.Context(), treatybase.Filter{Instrument: p.ID, Limit: 200}
	if p.Provisions, _, err = s.base.Provisions(ctx, f); err != nil {
		return err
	}
	if p.Commitments, _, err = s.base.Commitments(ctx, f); err != nil {
		return err
	}
	if p.Statements, _, err = s.base.Statements(ctx, f); err != nil {
		return err
	}
	if p.Events, _, err = s.base.Events(ctx, f); err != nil {
		return err
	}
	if p.Claims, _, err = s.base.Fulfilments(ctx, f); err != nil {
		return err
	}
	if p.Discrepancies, _, err = s.base.Discrepancies(ctx, treatybase.Filter{About: p.ID}); err != nil {
		return err
	}
	var cited []string
	for _, c := range p.Cites {
		cited = append(cited, string(c.Instrument))
	}
	p.Titles, err = s.base.Names(ctx, cited...)
	return err
}
