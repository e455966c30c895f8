package web

import (
	"net/http"

	"pacta/reason"
	"pacta/treatybase"
)

// disagreements lists where sources disagree, and promises that may collide.
func (s *server) disagreements(r *http.Request) (*view, error) {
	at, err := offset(r)
	if err != nil {
		return nil, err
	}
	f := filterOf(r, []string{"level", "type"})
	f.Limit, f.Offset = limitOf(r), at
	objects, total, err := s.base.Find(r.Context(), "discrepancy", f)
	if err != nil {
		return nil, err
	}
	rows, err := decode[reason.Discrepancy](objects)
	if err != nil {
		return nil, err
	}
	tensions, _, err := s.base.Tensions(r.Context(), treatybase.Filter{Limit: mostFew})
	if err != nil {
		return nil, err
	}
	fields, err := s.fields(r, "discrepancy", []string{"level", "type"})
	if err != nil {
		return nil, err
	}
	n := newNotes()
	shown := n.disputes(rows)
	if err := n.fill(r.Context(), s.base); err != nil {
		return nil, err
	}
	v := &view{name: "disagreements", Title: "Disagreements", Nav: "Disagreements", Data: struct {
		Rows     []dispute
		Tensions []reason.Tension
		Names    map[string]string
		Pager    pager
		Fields   []filterField
	}{shown, tensions, s.names(r, rows), newPager(r, at, len(rows), total), fields}}
	return v, v.table("discrepancy", objects)
}
