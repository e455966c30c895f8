package web

import (
	"net/http"
	"strconv"

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

// More says that there are more sources than an object lists, "" where it lists
// all.
func (x instrumentRow) More() string {
	if len(x.Sources) < sourcesListed {
		return ""
	}
	return strconv.Itoa(len(x.Sources)) + "+"
}

// sourcesListed is how many sources the bodies of objects hold at most.
const sourcesListed = 50

// instruments lists the instruments that the documents speak of.
func (s *server) instruments(r *http.Request) (*view, error) {
	return listing[instrumentRow](s, r, "instrument", "Instruments", []string{"party", "type", "standing", "state", "text"})
}
