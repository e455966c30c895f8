package web

import (
	"cmp"
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
			return cmp.Or(noProvision(a.X)-noProvision(b.X), export.CompareNumbers(string(a.X.Provision), string(b.X.Provision)), firm(a.X.Modality)-firm(b.X.Modality))
		})
	}
	slices.SortStableFunc(out, func(a, b promiseGroup) int {
		return cmp.Or(noOne(a.Parties)-noOne(b.Parties), len(b.Parties)-len(a.Parties), slices.Compare(a.Parties, b.Parties))
	})
	return out
}

// A homeGroup is the commitments of one instrument, or those made outside of
// any.
type homeGroup struct {
	ID   string // "" outside of instruments
	Rows []entry[resolve.Commitment]
}

// byHome groups commitments by instrument in the order in which these come,
// those outside of any last.
func byHome(cs []entry[resolve.Commitment]) []homeGroup {
	var out []homeGroup
	at := map[string]int{}
	for _, c := range cs {
		k := string(c.X.Instrument)
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, homeGroup{ID: k})
		}
		out[i].Rows = append(out[i].Rows, c)
	}
	slices.SortStableFunc(out, func(a, b homeGroup) int { return outside(a) - outside(b) })
	return out
}

func outside(g homeGroup) int {
	if g.ID == "" {
		return 1
	}
	return 0
}

func noOne(parties []string) int {
	if len(parties) == 0 {
		return 1
	}
	return 0
}

func noProvision(c resolve.Commitment) int {
	if c.Provision == "" {
		return 1
	}
	return 0
}

func firm(modality string) int {
	if i := slices.Index(firmness, modality); i >= 0 {
		return i
	}
	return len(firmness)
}
