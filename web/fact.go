package web

import (
	"encoding/json"
	"net/http"
	"strings"

	"pacta/export"
	"pacta/reason"
	"pacta/resolve"
	"pacta/treatybase"
)

// A field is one value of a fact as its page lists it.
type field struct{ Name, Value string }

// A factPage shows any object: what it says, and every source in its
// surroundings.
type factPage struct {
	Kind        string
	Fields      []field
	Words       []quoted
	Sources     int
	Discrepancy *reason.Discrepancy
	Home        string // the page of an instrument or actor
}

func (s *server) fact(r *http.Request) (*view, error) {
	o, err := s.base.Object(r.Context(), r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	p := factPage{Kind: o.Kind}
	row, err := export.Row(o.Kind, o.Body)
	if err != nil {
		return nil, err
	}
	for i, name := range export.Header(o.Kind) {
		if name != "id" && name != "object" && !strings.HasPrefix(name, "source") && row[i] != "" {
			p.Fields = append(p.Fields, field{name, row[i]})
		}
	}
	switch o.Kind {
	case "instrument":
		p.Home = "/instruments/" + o.ID
	case "actor":
		p.Home = actorURL(o.ID)
	case "discrepancy":
		p.Discrepancy = &reason.Discrepancy{}
		if err := o.Decode(p.Discrepancy); err != nil {
			return nil, err
		}
	case "tension":
		return s.collisionView(r.Context(), o)
	}
	sources := sourcesOf(o)
	p.Sources = len(sources)
	if p.Words, err = s.quotes(r.Context(), sources, 20); err != nil {
		return nil, err
	}
	v := &view{name: "fact", Title: o.Kind, Nav: map[string]string{"commitment": "Commitments", "statement": "Statements", "event": "Events", "discrepancy": "Disagreements"}[o.Kind], Data: p}
	err = v.table(o.Kind, []treatybase.Object{o})
	v.json = o.Body
	return v, err
}

// sourcesOf returns the sources of an object of any kind.
func sourcesOf(o treatybase.Object) []resolve.Source {
	var x struct {
		Sources   []resolve.Source `json:"sources"`
		Positions []resolve.Claim  `json:"positions"`
	}
	if json.Unmarshal(o.Body, &x) != nil {
		return nil
	}
	for _, p := range x.Positions {
		x.Sources = append(x.Sources, p.Sources...)
	}
	return x.Sources
}
