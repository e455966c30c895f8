package web

import (
	"cmp"
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"

	"pacta/export"
	"pacta/reason"
	"pacta/resolve"
	"pacta/treatybase"
)

// A field is one value of a fact as its page lists it: words, codes of actors,
// or the name of another page.
type field struct {
	Name, Value string
	Codes       []string
	Path        string
}

// A factPage shows any object: what it says, and every source in its
// surroundings.
type factPage struct {
	Kind    string
	State   string // what people decided, "" for the machine's own
	Fields  []field
	Words   []quoted
	Sources int
	Dispute *dispute
	Home    string // the page of an instrument or actor
	Judged  *judgement
	Done    *ruling // the decision that led here, nil if none
}

// mostQuoted is how many sources the page of a fact shows in their
// surroundings.
const mostQuoted = 20

func (s *server) fact(r *http.Request) (*view, error) {
	ctx := r.Context()
	o, err := s.base.Object(ctx, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	if o.Kind == "tension" {
		return s.collisionView(ctx, o)
	}
	p := factPage{Kind: o.Kind, State: stateOf(o), Done: s.done(r)}
	if p.Judged, err = s.judgement(r, o, ""); err != nil {
		return nil, err
	}
	if p.Fields, err = s.fieldsOf(ctx, o); err != nil {
		return nil, err
	}
	switch o.Kind {
	case "instrument":
		p.Home = "/instruments/" + o.ID
	case "actor":
		p.Home = actorURL(o.ID)
	case "discrepancy":
		var d reason.Discrepancy
		if err := o.Decode(&d); err != nil {
			return nil, err
		}
		n := newNotes()
		p.Dispute = &n.disputes([]reason.Discrepancy{d})[0]
		if err := n.fill(ctx, s.base); err != nil {
			return nil, err
		}
	}
	sources := sourcesOf(o)
	p.Sources = len(sources)
	if p.Words, err = s.quotes(ctx, sources, mostQuoted); err != nil {
		return nil, err
	}
	v := &view{name: "fact", Title: o.Kind, Nav: map[string]string{"commitment": "Commitments", "statement": "Statements", "event": "Events", "discrepancy": "Disagreements"}[o.Kind], Data: p}
	err = v.table(o.Kind, []treatybase.Object{o})
	v.json = o.Body
	return v, err
}

// stateOf returns what people decided of an object.
func stateOf(o treatybase.Object) string {
	var x resolve.Judged
	if json.Unmarshal(o.Body, &x) != nil {
		return ""
	}
	return string(x.State)
}

// fieldsOf returns what o says, with names for codes and IDs.
func (s *server) fieldsOf(ctx context.Context, o treatybase.Object) ([]field, error) {
	all, err := export.Fields(o.Kind, o.Body)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, f := range all {
		ids = append(ids, strings.Split(f.Value, "; ")...)
	}
	names, err := s.base.Names(ctx, ids[:min(200, len(ids))]...)
	if err != nil {
		return nil, err
	}
	var out []field
	area := ""
	for _, f := range all {
		x := field{Name: f.Name, Value: f.Value}
		switch f.Name {
		case "id", "object":
			continue
		case "area":
			area = f.Value
		case "areas":
			if f.Value == area {
				continue
			}
		case "parties", "beneficiaries", "actors", "recipients":
			x.Codes = strings.Split(f.Value, "; ")
		case "party", "by", "speaker":
			x.Value = who(f.Value)
		case "instrument":
			x.Path = "/instruments/" + url.PathEscape(f.Value)
			x.Value = cmp.Or(names[f.Value], f.Value)
		case "about":
			x.Path = "/facts/" + url.PathEscape(f.Value)
			x.Value = cmp.Or(names[f.Value], f.Value)
			if strings.Contains(f.Value, "; ") {
				x.Path, x.Value = "", f.Value
			}
		case "document":
			x.Path = "/documents/" + url.PathEscape(f.Value)
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
