package web

import (
	"slices"
	"strings"

	"pacta/export"
	"pacta/resolve"
)

// A provisionTable is what the base knows of the parts of an instrument: its
// own words where it has them, else what reports say of each.
type provisionTable struct {
	Rows   []provisionRow
	Own    int  // provisions of its own text
	Stated *int // how many paragraphs it is said to have
}

// A provisionRow is one part of an instrument.
type provisionRow struct {
	Type, Number string
	Heading      string
	Text         string // its own words, "" where only reports speak of it
	Note         note
	Reported     []entry[resolve.Commitment]
	Cited        []note // where it is only referred to
	Parent       bool   // has parts of its own
}

// newProvisionTable puts own text, reported promises and references together
// by number.
func newProvisionTable(n *notes, own []resolve.Provision, total int, cs []resolve.Commitment, p *instrumentPage) provisionTable {
	t := provisionTable{Own: total, Stated: p.Paragraphs}
	at := map[string]int{}
	row := func(number string) *provisionRow {
		k := export.NumberKey(number)
		i, ok := at[k]
		if !ok {
			i = len(t.Rows)
			at[k] = i
			t.Rows = append(t.Rows, provisionRow{Number: number})
		}
		return &t.Rows[i]
	}
	for _, x := range export.Parts(own) {
		r := row(x.Full)
		if !r.Note.Any() {
			r.Type, r.Heading, r.Text, r.Parent, r.Note = x.Type, x.Head, x.Text, x.Parent, n.note("", 0, x.Sources)
		}
	}
	for _, c := range cs {
		if c.Provision != "" {
			r := row(string(c.Provision))
			r.Reported = append(r.Reported, n.commitments([]resolve.Commitment{c})...)
		}
	}
	for _, c := range p.Cites {
		if c.Provision != "" && c.Instrument == "" {
			r := row(string(c.Provision))
			r.Cited = append(r.Cited, n.note("", 0, c.Sources))
		}
	}
	slices.SortStableFunc(t.Rows, func(a, b provisionRow) int { return export.CompareNumbers(a.Number, b.Number) })
	return t
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
