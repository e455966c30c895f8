package web

import (
	"net/http"

	"pacta"
)

// codebook shows what may be annotated and what it means.
func (s *server) codebook(_ *http.Request) (*view, error) {
	v := &view{name: "codebook", Title: "Codebook", Nav: "Codebook", Data: pacta.Schema, json: pacta.Schema,
		header: []string{"kind", "part", "name", "definition"}}
	for _, d := range pacta.Schema {
		v.rows = append(v.rows, []string{string(d.Kind), "kind", string(d.Kind), d.Doc})
		for _, t := range d.Types {
			v.rows = append(v.rows, []string{string(d.Kind), "type", t.Name, t.Doc})
		}
		for _, t := range d.Roles {
			v.rows = append(v.rows, []string{string(d.Kind), "role", t.Name, t.Doc})
		}
	}
	return v, nil
}
