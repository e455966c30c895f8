package web

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"pacta"
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
	Collision   *collision
	Home        string // the page of an instrument or actor
}

// A collision is two promises that may not both be kept, side by side.
type collision struct {
	reason.Tension
	Sides    []treatybase.Object // commitments and statements
	Softened []quoted
}

// Commitments returns the sides that are commitments.
func (c *collision) Commitments() ([]resolve.Commitment, error) {
	return decode[resolve.Commitment](ofKind(c.Sides, "commitment"))
}

// Statements returns the sides that are statements.
func (c *collision) Statements() ([]resolve.Statement, error) {
	return decode[resolve.Statement](ofKind(c.Sides, "statement"))
}

func ofKind(xs []treatybase.Object, kind string) []treatybase.Object {
	var out []treatybase.Object
	for _, x := range xs {
		if x.Kind == kind {
			out = append(out, x)
		}
	}
	return out
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
		if p.Collision, err = s.collision(r, o); err != nil {
			return nil, err
		}
	}
	sources := sourcesOf(o)
	p.Sources = len(sources)
	if p.Words, err = s.quotes(r.Context(), sources, 20); err != nil {
		return nil, err
	}
	v := &view{name: "fact", Title: o.Kind, Nav: map[string]string{"commitment": "Commitments", "statement": "Statements", "event": "Events", "discrepancy": "Disagreements", "tension": "Disagreements"}[o.Kind], Data: p}
	err = v.table(o.Kind, []treatybase.Object{o})
	v.json = o.Body
	return v, err
}

// collision returns a tension with its two sides and what softens it.
func (s *server) collision(r *http.Request, o treatybase.Object) (*collision, error) {
	c := &collision{}
	err := o.Decode(&c.Tension)
	if err != nil {
		return nil, err
	}
	if c.Sides, err = s.sides(r.Context(), c.Tension); err != nil {
		return nil, err
	}
	c.Softened, err = s.quotes(r.Context(), c.SoftenedBy, 5)
	return c, err
}

// sides returns the two promises of a collision that are objects of their own.
func (s *server) sides(ctx context.Context, t reason.Tension) ([]treatybase.Object, error) {
	var out []treatybase.Object
	for _, id := range []string{t.A, t.B} {
		x, err := s.base.Object(ctx, id)
		if errors.Is(err, pacta.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, x)
	}
	return out, nil
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
