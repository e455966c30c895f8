package web

import (
	"net/http"
	"strings"

	"pacta/treatybase"
)

// A historyPage lists reviews: those of one record, or all.
type historyPage struct {
	Record  *judgement // nil for the journal
	Rulings []*ruling
	Pager   pager
	Who     string
	Only    string // "orphans" or ""
	May     bool
	Path    string // of the page itself, for going on after an undo
	Done    *ruling
}

// history shows what people decided about a record, the newest first.
func (s *server) history(r *http.Request) (*view, error) {
	o, err := s.base.Object(r.Context(), r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	j, err := s.judgement(r, o, "")
	if err != nil {
		return nil, err
	}
	return s.reviewsPage(r, treatybase.ReviewFilter{Record: o.ID}, historyPage{Record: j})
}

// journal shows all reviews, the newest first.
func (s *server) journal(r *http.Request) (*view, error) {
	q := r.URL.Query()
	p := historyPage{Who: q.Get("who"), Only: q.Get("only")}
	return s.reviewsPage(r, treatybase.ReviewFilter{Who: p.Who, Orphans: p.Only == "orphans"}, p)
}

func (s *server) reviewsPage(r *http.Request, f treatybase.ReviewFilter, p historyPage) (*view, error) {
	at, err := offset(r)
	if err != nil {
		return nil, err
	}
	f.Limit, f.Offset = limitOf(r), at
	xs, total, err := s.base.Reviews(r.Context(), f)
	if err != nil {
		return nil, err
	}
	p.Rulings, p.Pager, p.May, p.Path, p.Done = rulings(xs), newPager(r, at, len(xs), total), visitorOf(r).May(treatybase.Editor), r.URL.Path, s.done(r)
	v := &view{name: "history", Title: "Decisions", Nav: "Desk", Data: p, json: xs}
	if xs == nil {
		v.json = []treatybase.Reviewed{}
	}
	v.header = []string{"id", "when", "who", "action", "kind", "record", "field", "before", "after", "why", "undoes", "counts", "orphan", "document", "start", "end", "quote"}
	v.rows = [][]string{}
	for _, d := range p.Rulings {
		v.rows = append(v.rows, d.row())
	}
	return v, nil
}

// row returns the cells of a review.
func (d *ruling) row() []string {
	on, counts := d.Stands, "no"
	if on == "" {
		on = d.Record
	}
	if d.Counts {
		counts = "yes"
	}
	document, start, end, quote := "", "", "", ""
	if len(d.Anchors) > 0 {
		a := d.Anchors[0]
		document, start, end, quote = a.Document, itoa(a.Start), itoa(a.End), a.Quote
	}
	row := []string{d.ID, d.When, d.Who, string(d.Action), d.Kind, on, d.Field, d.Before, d.After, d.Why, d.Undoes, counts, d.Orphan, document, start, end, quote}
	for i, c := range row { // no spreadsheet runs what a person or a source wrote
		if c != "" && strings.ContainsRune("=+-@\t\r", rune(c[0])) {
			row[i] = "'" + c
		}
	}
	return row
}
