package web

import (
	"net/http"

	"pacta/resolve"
)

// An instrumentRow is what lists show of an instrument.
type instrumentRow struct {
	ID       string           `json:"id"`
	Title    string           `json:"title"`
	Type     resolve.Value    `json:"type"`
	Standing string           `json:"standing"`
	Parties  []string         `json:"parties"`
	Signed   []resolve.Claim  `json:"signed"`
	Sources  []resolve.Source `json:"sources"`
}

// instruments lists the instruments that the documents speak of.
func (s *server) instruments(r *http.Request) (*view, error) {
	return listing[instrumentRow](s, r, "instrument", "Instruments", []string{"party", "type", "standing", "state", "text"})
}
