package web

import (
	"net/http"

	"pacta/reason"
	"pacta/treatybase"
)

// start shows what is in the base, what is new and what needs attention.
func (s *server) start(r *http.Request) (*view, error) {
	ctx := r.Context()
	o, err := s.figures(ctx)
	if err != nil {
		return nil, err
	}
	newest, _, err := s.base.Documents(ctx, treatybase.DocumentFilter{Limit: 8})
	if err != nil {
		return nil, err
	}
	top, _, err := s.instrumentHeads(ctx, treatybase.Filter{Standing: "signed", Limit: 8})
	if err != nil {
		return nil, err
	}
	disputed, n, err := s.base.Discrepancies(ctx, treatybase.Filter{Level: reason.Serious, Limit: 5})
	if err != nil {
		return nil, err
	}
	return &view{name: "start", Title: "The treaty base", json: o, Data: struct {
		*treatybase.Overview
		Newest      []treatybase.DocumentRow
		Instruments []instrumentHead
		Disputed    []reason.Discrepancy
		Disputes    int
		Names       map[string]string
		Counts      []kindCount
	}{o, newest, top, disputed, n, s.names(r, disputed), counts(o)}}, nil
}

// names returns what the findings are about, in words.
func (s *server) names(r *http.Request, ds []reason.Discrepancy) map[string]string {
	var ids []string
	for _, d := range ds {
		ids = append(ids, d.About)
	}
	names, err := s.base.Names(r.Context(), ids...)
	if err != nil {
		return nil // the page shows identities instead of names
	}
	return names
}

// A kindCount is how many objects of a kind there are, and where they are listed.
type kindCount struct {
	Name, Path string
	Count      int
}

// kindNames says how the pages call the kinds of objects, and where they stand.
var kindNames = map[string]kindCount{
	"actor": {Name: "actors", Path: "/actors"}, "instrument": {Name: "instruments", Path: "/instruments"}, "provision": {Name: "provisions"},
	"commitment": {Name: "commitments", Path: "/commitments"}, "statement": {Name: "statements", Path: "/statements"},
	"event": {Name: "events", Path: "/events"}, "fulfilment": {Name: "claims of keeping"},
	"discrepancy": {Name: "disagreements", Path: "/disagreements"}, "tension": {Name: "possible collisions", Path: "/disagreements"},
}

func counts(o *treatybase.Overview) []kindCount {
	var out []kindCount
	for _, c := range o.Objects {
		k := kindNames[c.Value]
		k.Count = c.Count
		out = append(out, k)
	}
	return out
}
