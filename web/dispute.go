package web

import (
	"pacta/reason"
	"pacta/resolve"
)

// A dispute is a disagreement of sources, side by side.
type dispute struct {
	reason.Discrepancy
	Sides []side
	Left  int // values that are not shown
}

// A side of a dispute is a value with those who state it.
type side struct {
	Value, By resolve.Value
	Notes     []note
	Quotes    bool // the words of the sources say more than the value
	More      int
}

// mostSides is how many values of a disagreement a page shows.
const mostSides = 6

// mostOnASide is how many sources of a value a page names.
const mostOnASide = 3

// disputes gives disagreements their footnotes.
func (n *notes) disputes(ds []reason.Discrepancy) []dispute {
	out := make([]dispute, len(ds))
	for i, d := range ds {
		out[i].Discrepancy = d
		out[i].Left = max(0, len(d.Positions)-mostSides)
		for _, p := range d.Positions[:min(mostSides, len(d.Positions))] {
			x := side{Value: p.Value, By: p.By}
			for _, s := range p.Sources[:min(mostOnASide, len(p.Sources))] {
				x.Notes = append(x.Notes, n.note("", 0, []resolve.Source{s}))
				x.Quotes = x.Quotes || oneLine(s.Quote) != oneLine(string(p.Value))
			}
			x.More = max(p.Count, len(p.Sources)) - len(x.Notes)
			out[i].Sides = append(out[i].Sides, x)
		}
	}
	return out
}
