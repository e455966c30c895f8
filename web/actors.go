package web

import (
	"encoding/json"
	"errors"
	"net/http"

	"pacta"
	"pacta/gazetteer"
	"pacta/resolve"
	"pacta/treatybase"
)

// actors lists states, organisations, persons and groups.
func (s *server) actors(r *http.Request) (*view, error) {
	return listing[resolve.Actor](s, r, "actor", "Actors", []string{"type", "text"})
}

// An actorPage is one actor with what it promised, said and did.
type actorPage struct {
	resolve.Actor
	Owes, Owed  []resolve.Commitment
	Statements  []resolve.Statement
	Events      []resolve.Event
	Instruments []instrumentRow
	Words       []quoted
}

func (s *server) actor(r *http.Request) (*view, error) {
	ctx := r.Context()
	o, err := s.actorObject(r)
	if err != nil {
		return nil, err
	}
	var p actorPage
	if err := o.Decode(&p.Actor); err != nil {
		return nil, err
	}
	by := treatybase.Filter{Party: p.ID, Limit: pageSize}
	said := by
	if p.Kind == "person" {
		said = treatybase.Filter{Speaker: p.Name, Limit: pageSize}
	} else {
		if p.Owes, _, err = s.base.Commitments(ctx, by); err != nil {
			return nil, err
		}
		if p.Owed, _, err = s.base.Commitments(ctx, treatybase.Filter{To: p.ID, Limit: pageSize}); err != nil {
			return nil, err
		}
		if p.Events, _, err = s.base.Events(ctx, by); err != nil {
			return nil, err
		}
		xs, err := s.find(r, "instrument", by)
		if err != nil {
			return nil, err
		}
		if p.Instruments, err = decode[instrumentRow](xs); err != nil {
			return nil, err
		}
	}
	if p.Statements, _, err = s.base.Statements(ctx, said); err != nil {
		return nil, err
	}
	if p.Words, err = s.quotes(ctx, p.Sources, 2); err != nil {
		return nil, err
	}
	v := &view{name: "actor", Title: p.Name, Nav: "Actors", Data: p}
	err = v.table("actor", []treatybase.Object{o})
	v.json = o.Body
	return v, err
}

// actorObject returns the actor of r. A state or organisation that the
// gazetteer knows has a page even where no document mentions it by name, as
// with the parties of a well-known treaty.
func (s *server) actorObject(r *http.Request) (treatybase.Object, error) {
	id := r.PathValue("id")
	o, err := s.base.Object(r.Context(), id)
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
