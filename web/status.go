package web

import (
	"net/http"

	"pacta/treatybase"
)

// status lists what could not be read, and why.
func (s *server) status(r *http.Request) (*view, error) {
	failures, err := s.base.Failures(r.Context())
	if err != nil {
		return nil, err
	}
	o, err := s.figures(r.Context())
	if err != nil {
		return nil, err
	}
	v := &view{name: "status", Title: "Status", Data: struct {
		*treatybase.Overview
		Failures []treatybase.Failure
	}{o, failures}, header: []string{"file", "reason"}, rows: [][]string{}}
	if failures == nil {
		failures = []treatybase.Failure{}
	}
	v.json = failures
	for _, f := range failures {
		v.rows = append(v.rows, []string{f.File, f.Reason})
	}
	return v, nil
}
