package web

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"pacta/treatybase"
)

// A matrixPage counts promises party by party.
type matrixPage struct {
	Area, Modality, Party string
	Areas, Modalities     []string
	Parties               []string
	Columns               []string
	Rows                  []matrixRow
	Left                  int // parties that are not shown
	Total                 int
	Most                  int // in one cell
}

type matrixRow struct {
	Party string
	Cells []matrixCell
	Sum   int // to all, shown or not
}

// A matrixCell counts the promises of the party of its row toward that of its
// column.
type matrixCell struct {
	From, To string
	Count    int
	Areas    []treatybase.Count // the commonest first
	Weight   int                // 0 to 4, for how dark it is
}

// Path returns the page of both parties.
func (c matrixCell) Path() string { return pairURL(c.From, c.To) }

// Title says what the count is made of.
func (c matrixCell) Title() string {
	var out []string
	for _, a := range c.Areas[:min(4, len(c.Areas))] {
		out = append(out, a.Value+" "+itoa(a.Count))
	}
	return actorName(c.From) + " → " + actorName(c.To) + ": " + strings.Join(out, ", ")
}

const mostColumns = 24

// matrix is the page party by party.
func (s *server) matrix(r *http.Request) (*view, error) {
	pairs, err := s.pairs(r.Context())
	if err != nil {
		return nil, err
	}
	q := r.URL.Query()
	p := newMatrix(pairs, q.Get("area"), q.Get("modality"), q.Get("party"))
	v := &view{name: "matrix", Title: "Matrix", Nav: "Matrix", Data: p, header: []string{"from", "to", "count", "area"}, rows: [][]string{}}
	type flow struct {
		From  string             `json:"from"`
		To    string             `json:"to"`
		Count int                `json:"count"`
		Areas []treatybase.Count `json:"areas"`
	}
	out := []flow{}
	for _, row := range p.Rows {
		for _, c := range row.Cells {
			if c.Count == 0 {
				continue
			}
			out = append(out, flow{c.From, c.To, c.Count, c.Areas})
			for _, a := range c.Areas {
				v.rows = append(v.rows, []string{c.From, c.To, itoa(a.Count), a.Value})
			}
		}
	}
	v.json = out
	return v, nil
}

// newMatrix counts the promises that fit. Demands and readings are promises
// of nobody; demands are counted when they are asked for.
func newMatrix(pairs []treatybase.Pair, area, modality, party string) *matrixPage {
	p := &matrixPage{Area: area, Modality: modality, Party: party}
	cells := map[[2]string]*matrixCell{}
	sums, given := map[string]int{}, map[string]int{}
	areas, modalities, parties := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, x := range pairs {
		if x.Layer == "reading" {
			continue
		}
		modalities[x.Modality], parties[x.Party] = true, true
		for _, a := range x.Areas {
			areas[a] = true
		}
		if x.Modality != modality && (modality != "" || x.Modality == "demand") || area != "" && !slices.Contains(x.Areas, area) ||
			party != "" && x.Party != party && x.Other != party {
			continue
		}
		k := [2]string{x.Party, x.Other}
		if cells[k] == nil {
			cells[k] = &matrixCell{From: x.Party, To: x.Other}
		}
		cells[k].add(x)
		sums[x.Party] += x.Count
		sums[x.Other] += x.Count
		given[x.Party] += x.Count
		p.Total += x.Count
		p.Most = max(p.Most, cells[k].Count)
	}
	for id := range sums {
		p.Columns = append(p.Columns, id)
	}
	slices.SortFunc(p.Columns, func(a, b string) int { return cmp.Or(sums[b]-sums[a], strings.Compare(a, b)) })
	if p.Left = len(p.Columns) - mostColumns; p.Left > 0 {
		p.Columns = p.Columns[:mostColumns]
	}
	for _, a := range p.Columns {
		row := matrixRow{Party: a, Sum: given[a]}
		for _, b := range p.Columns {
			c := matrixCell{From: a, To: b}
			if x := cells[[2]string{a, b}]; x != nil {
				c = *x
				c.Weight = 1 + 3*c.Count/max(1, p.Most)
				slices.SortFunc(c.Areas, func(a, b treatybase.Count) int { return cmp.Or(b.Count-a.Count, strings.Compare(a.Value, b.Value)) })
			}
			row.Cells = append(row.Cells, c)
		}
		p.Rows = append(p.Rows, row)
	}
	p.Areas, p.Modalities, p.Parties = sortedKeys(areas), sortedKeys(modalities), sortedKeys(parties)
	return p
}

func (c *matrixCell) add(x treatybase.Pair) {
	c.Count += x.Count
	for _, a := range x.Areas {
		i := slices.IndexFunc(c.Areas, func(k treatybase.Count) bool { return k.Value == a })
		if i < 0 {
			i = len(c.Areas)
			c.Areas = append(c.Areas, treatybase.Count{Value: a})
		}
		c.Areas[i].Count += x.Count
	}
}

func sortedKeys(m map[string]bool) []string {
	var out []string
	for k := range m {
		if k != "" {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}
