package web

import (
	"cmp"
	"math"
	"net/http"
	"slices"
	"strings"

	"pacta/edtf"
	"pacta/treatybase"
)

// A networkPage draws which party is bound by which instrument, and which
// instrument refers to which.
type networkPage struct {
	Party, Type string
	Parties     []treatybase.Count
	Types       []treatybase.Count
	Net         network
	Rows        []networkRow
	Total       int // instruments that fit
	Undrawn     int
}

// A networkRow is the text alternative of a part of the drawing.
type networkRow struct {
	instrumentHead
	Refers []netNode // by ID and Label
}

// A network is the drawing: parties on the left, instruments on the right in
// the order of their signing, a line for each party of each.
type network struct {
	Width, Height int
	Left, Right   []netNode
	Lines         []netLine
	Arcs          []netLine
}

type netNode struct {
	ID, Label, Title string
	X, Y, R          int
}

type netLine struct {
	X1, Y1, X2, Y2 int
	Title          string
}

// Mid returns where the curve of a line turns.
func (l netLine) Mid() int { return (l.X1 + l.X2) / 2 }

// Out returns how far an arc bulges.
func (l netLine) Out() int { return l.X1 - 24 - min(80, abs(l.Y2-l.Y1)/3) }

func abs(n int) int { return max(n, -n) }

const (
	mostInstruments = 32
	mostParties     = 36
	netStep         = 22
	netLeft         = 190
	netRight        = 520
)

// networks is the page of instruments and parties.
func (s *server) networks(r *http.Request) (*view, error) {
	q := r.URL.Query()
	p := &networkPage{Party: q.Get("party"), Type: q.Get("type")}
	f := treatybase.Filter{Party: p.Party, Type: p.Type, Standing: "signed", Limit: mostInstruments}
	instruments, total, err := s.instrumentHeads(r.Context(), f)
	if err != nil {
		return nil, err
	}
	p.Total = total
	if p.Parties, err = s.base.Values(r.Context(), "instrument", "party"); err != nil {
		return nil, err
	}
	p.Parties = p.Parties[:min(250, len(p.Parties))]
	if p.Types, err = s.base.Values(r.Context(), "instrument", "type"); err != nil {
		return nil, err
	}
	p.draw(instruments)
	v := &view{name: "network", Title: "Network", Nav: "Network", Data: p, header: []string{"instrument", "title", "relation", "to"}, rows: [][]string{}}
	type link struct {
		Instrument string `json:"instrument"`
		Title      string `json:"title"`
		Relation   string `json:"relation"`
		To         string `json:"to"`
	}
	out := []link{}
	for _, x := range instruments {
		for _, c := range x.Parties {
			out = append(out, link{x.ID, x.Title, "party", c})
		}
		for _, c := range x.Cites {
			if c.Instrument != "" {
				out = append(out, link{x.ID, x.Title, cmp.Or(string(c.Relation), "refers to"), string(c.Instrument)})
			}
		}
	}
	for _, l := range out {
		v.rows = append(v.rows, []string{l.Instrument, l.Title, l.Relation, l.To})
	}
	v.json = out
	return v, nil
}

// draw lays the network out. The place of everything follows from what is
// drawn alone: the same instruments give the same drawing.
func (p *networkPage) draw(instruments []instrumentHead) {
	slices.SortStableFunc(instruments, func(a, b instrumentHead) int {
		return cmp.Or(boolInt(signedOn(a) == "")-boolInt(signedOn(b) == ""), edtf.Compare(signedOn(a), signedOn(b)), strings.Compare(a.ID, b.ID))
	})
	row := map[string]int{}
	rows := map[string][]int{}
	for i, x := range instruments {
		row[x.ID] = i
		for _, c := range x.Parties {
			rows[c] = append(rows[c], i)
		}
	}
	parties := sortedParties(rows)
	if p.Undrawn = len(parties) - mostParties; p.Undrawn > 0 {
		parties = parties[:mostParties]
	}
	middle := func(id string) float64 {
		sum := 0
		for _, i := range rows[id] {
			sum += i
		}
		return float64(sum) / float64(len(rows[id]))
	}
	slices.SortStableFunc(parties, func(a, b string) int { return cmp.Or(cmp.Compare(middle(a), middle(b)), strings.Compare(a, b)) })
	n := &p.Net
	n.Width, n.Height = lineWidth, netStep*max(len(parties), len(instruments))+24
	at := map[string]netNode{}
	for i, id := range parties {
		x := netNode{ID: id, Label: short(actorName(id), 26), Title: actorName(id) + ": " + countOf(len(rows[id]), "instrument"), X: netLeft, Y: n.row(i, len(parties)),
			R: 3 + int(math.Sqrt(float64(len(rows[id]))))}
		at[id] = x
		n.Left = append(n.Left, x)
	}
	for i, x := range instruments {
		n.Right = append(n.Right, netNode{ID: x.ID, Label: short(x.Title, 58), Title: x.Title, X: netRight, Y: n.row(i, len(instruments)), R: 4})
	}
	for i, x := range instruments {
		for _, c := range x.Parties {
			if from, ok := at[c]; ok {
				n.Lines = append(n.Lines, netLine{from.X + from.R, from.Y, netRight - 5, n.Right[i].Y, actorName(c) + " – " + x.Title})
			}
		}
		r := networkRow{instrumentHead: x}
		for _, c := range x.Cites {
			k, ok := row[string(c.Instrument)]
			if !ok || k == i {
				continue
			}
			r.Refers = append(r.Refers, netNode{ID: instruments[k].ID, Label: instruments[k].Title, Title: cmp.Or(string(c.Relation), "refers to")})
			n.Arcs = append(n.Arcs, netLine{netRight - 5, n.Right[i].Y, netRight - 5, n.Right[k].Y, x.Title + " → " + instruments[k].Title})
		}
		p.Rows = append(p.Rows, r)
	}
}

// row returns the height of row i of n, spread over the drawing.
func (n *network) row(i, of int) int { return 16 + (2*i+1)*(n.Height-24)/(2*of) }

// sortedParties returns the parties with a name, those of most instruments
// first.
func sortedParties(rows map[string][]int) []string {
	var out []string
	for id := range rows {
		if isActor(id) {
			out = append(out, id)
		}
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(len(rows[b])-len(rows[a]), strings.Compare(a, b)) })
	return out
}

func signedOn(x instrumentHead) string {
	if len(x.Signed) == 0 {
		return ""
	}
	return string(x.Signed[0].Value)
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
