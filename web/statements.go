package web

import (
	"net/http"

	"pacta/resolve"
)

// statements lists who said what.
func (s *server) statements(r *http.Request) (*view, error) {
	return listing[resolve.Statement](s, r, "statement", "Statements", []string{"speaker", "party", "stance", "voice", "since", "until", "text"})
}
