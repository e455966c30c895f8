package web

import (
	"net/http"

	"pacta/resolve"
)

// commitments lists promises and demands with filters.
func (s *server) commitments(r *http.Request) (*view, error) {
	return listing[resolve.Commitment](s, r, "commitment", "Commitments", []string{"party", "to", "modality", "area", "layer", "text"})
}
