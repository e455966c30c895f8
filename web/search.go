package web

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"pacta"
	"pacta/export"
	"pacta/resolve"
	"pacta/treatybase"
)

// A searchPage is what a query finds, with what it can be narrowed by on one
// side and the document of one hit on the other.
type searchPage struct {
	Query  string
	Fault  string // what is wrong with the query
	Found  *treatybase.Selection
	Chips  []chip
	Facets []facet
	Hits   []hit
	Shown  *excerpt
	Pager  pager
	Fields []treatybase.QueryField
	Saved  *treatybase.SavedSearch // the search that is looked at, by its name
	Kept   []treatybase.SavedSearch
}

// A hit is one row of what was found.
type hit struct {
	Path   string  // of the fact or the place in the document
	Badge  string  // modality, type of event …
	Head   string  // who, or the title
	Pieces []piece // the words, cut where words were found in them
	Source resolve.Source
	Place  treatybase.DocumentRow
	// Document says that the row is that of a document as a whole.
	Document bool
	Beside   string // address that shows the document beside the hits
	Open     bool   // it is shown
	New      bool
}

// search finds sentences, facts and documents.
func (s *server) search(r *http.Request) (*view, error) {
	return s.searching(r, r.URL.Query().Get("q"), nil)
}

// searching makes the page of a query; of a saved one it marks what is new.
func (s *server) searching(r *http.Request, query string, saved *treatybase.SavedSearch) (*view, error) {
	query = strings.TrimSpace(query)
	p := &searchPage{Query: query, Saved: saved, Fields: treatybase.QueryFields}
	v := &view{name: "search", Title: "Search", Asked: query, Data: p, json: []string{}, header: []string{"query"}, rows: [][]string{}}
	q, err := treatybase.ParseQuery(query)
	if err == nil && !q.IsZero() {
		err = s.look(r, v, p, q)
	} else if err == nil {
		p.Kept, err = s.base.SavedSearches(r.Context(), visitorOf(r).Name)
	}
	if errors.Is(err, pacta.ErrInvalid) {
		p.Fault = strings.TrimSuffix(err.Error(), ": "+pacta.ErrInvalid.Error()) + "."
		p.Fault = strings.ToUpper(p.Fault[:1]) + p.Fault[1:]
		v.code, err = http.StatusBadRequest, nil
		v.json = struct {
			Code  int    `json:"status"`
			Error string `json:"error"`
		}{v.code, p.Fault}
	}
	return v, err
}

// look fills in what q finds.
func (s *server) look(r *http.Request, v *view, p *searchPage, q *treatybase.Query) error {
	at, err := offset(r)
	if err != nil {
		return err
	}
	o := treatybase.Look{Limit: limitOf(r), Offset: at, Facets: true}
	if p.Saved != nil {
		o.Since = p.Saved.Since
	}
	if p.Found, err = s.base.Select(r.Context(), q, o); err != nil {
		return err
	}
	v.twins(p.Found)
	if formatOf(r) != "" {
		return nil
	}
	p.Chips = chips(q)
	if p.Hits, err = s.hits(r, p.Found); err != nil {
		return err
	}
	if p.Facets, err = s.facets(r, q, p.Found); err != nil {
		return err
	}
	p.Pager = newPager(r, at, len(p.Hits), p.Found.Total)
	p.Shown, err = s.excerpt(r, p.Hits)
	return err
}

// twins fills in the JSON and the table of a selection.
func (v *view) twins(x *treatybase.Selection) {
	objects := make([]json.RawMessage, 0, len(x.Objects))
	for _, o := range x.Objects {
		objects = append(objects, o.Body)
	}
	v.json = struct {
		*treatybase.Selection
		Objects []json.RawMessage `json:"objects,omitempty"`
	}{x, objects}
	switch x.Kind {
	case "sentence":
		v.header, v.fill = []string{"document", "start", "end", "outlet", "published", "sentence"}, func() error {
			v.rows = [][]string{}
			for _, h := range x.Sentences {
				v.rows = append(v.rows, []string{h.Document, itoa(h.Start), itoa(h.End), h.Outlet, h.Published, h.Text})
			}
			return nil
		}
	case "document":
		v.header, v.fill = documentHeader, func() error { v.rows = documentRows(x.Documents); return nil }
	default:
		v.header, v.fill = export.Header(x.Kind), func() error {
			v.rows = [][]string{}
			for _, o := range objects {
				row, err := export.Row(x.Kind, o)
				if err != nil {
					return err
				}
				v.rows = append(v.rows, row)
			}
			return nil
		}
	}
}

// Count says how many there are.
func (p *searchPage) Count() string {
	if p.Found.More {
		return itoa(p.Found.Total) + " or more"
	}
	return itoa(p.Found.Total)
}

// Noun names one of what is listed.
func (p *searchPage) Noun() string {
	switch p.Found.Kind {
	case "fulfilment":
		return "claim"
	case "discrepancy":
		return "disagreement"
	case "tension":
		return "possible collision"
	}
	return p.Found.Kind
}

// Partly reports whether only the newest of very many were looked at.
func (p *searchPage) Partly() bool { return p.Found != nil && p.Found.More }

// A piece is a stretch of text that is shown in one way.
type piece struct {
	Text  string
	Class string // "" for plain text
	Title string
	At    bool // the place that the address points to begins here
}

// cut returns text in pieces, the marks with a class of their own.
func cut(text string, marks []pacta.Span) []piece {
	var out []piece
	at := 0
	for _, m := range marks {
		if m.Start < at || m.End > len(text) {
			continue
		}
		out = append(out, piece{Text: text[at:m.Start]}, piece{Text: text[m.Start:m.End], Class: "hit"})
		at = m.End
	}
	return append(out, piece{Text: text[at:]})
}
