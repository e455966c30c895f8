package web

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"pacta/export"
	"pacta/resolve"
)

// A promiseGroup is the commitments of the same parties.
type promiseGroup struct {
	Parties []string
	Rows    []entry[resolve.Commitment]
}

// firmness orders modalities, the firmest first.
var firmness = []string{"obligation", "prohibition", "assurance", "permission", "readiness", "intention", "principle", "consideration", "demand"}

// byParty groups commitments by who is bound: those of most parties first, in
// a group by paragraph and then by how firmly they bind.
func byParty(n *notes, cs []resolve.Commitment) []promiseGroup {
	var out []promiseGroup
	at := map[string]int{}
	for _, c := range cs {
		k := strings.Join(c.Parties, " ")
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, promiseGroup{Parties: c.Parties})
		}
		out[i].Rows = append(out[i].Rows, n.commitments([]resolve.Commitment{c})...)
	}
	for _, g := range out {
		slices.SortStableFunc(g.Rows, func(a, b entry[resolve.Commitment]) int {
			return cmp.Or(boolInt(a.X.Provision == "")-boolInt(b.X.Provision == ""), export.CompareNumbers(string(a.X.Provision), string(b.X.Provision)), firm(a.X.Modality)-firm(b.X.Modality))
		})
	}
	slices.SortStableFunc(out, func(a, b promiseGroup) int {
		return cmp.Or(boolInt(len(a.Parties) == 0)-boolInt(len(b.Parties) == 0), len(b.Parties)-len(a.Parties), slices.Compare(a.Parties, b.Parties))
	})
	return out
}

// A homeGroup is the commitments of one instrument, or those made outside of
// any. What somebody only reads out of an instrument is a group of its own.
type homeGroup struct {
	ID      string // "" outside of instruments
	Reading bool
	Rows    []entry[resolve.Commitment]
}

// byHome groups commitments by instrument in the order in which these come,
// those outside of any after them, and readings last.
func byHome(cs []entry[resolve.Commitment]) []homeGroup {
	var out []homeGroup
	at := map[string]int{}
	for _, c := range cs {
		g := homeGroup{ID: string(c.X.Instrument), Reading: c.X.Layer == "reading"}
		k := fmt.Sprint(g.Reading, g.ID)
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, g)
		}
		out[i].Rows = append(out[i].Rows, c)
	}
	slices.SortStableFunc(out, func(a, b homeGroup) int {
		return cmp.Or(boolInt(a.Reading)-boolInt(b.Reading), boolInt(a.ID == "")-boolInt(b.ID == ""))
	})
	return out
}

func firm(modality string) int {
	if i := slices.Index(firmness, modality); i >= 0 {
		return i
	}
	return len(firmness)
}
