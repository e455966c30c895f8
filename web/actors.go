package web

import (
	"net/http"

	"pacta/resolve"
)

// actors lists states, organisations, persons and groups.
func (s *server) actors(r *http.Request) (*view, error) {
	return listing[resolve.Actor](s, r, "actor", "Actors", []string{"type", "text"})
}
