package web

import (
	"net/http"
	"strings"

	"pacta"
	"pacta/resolve"
	"pacta/treatybase"
)

// A hit is a sentence that was found, cut where words were found in it.
type hit struct {
	treatybase.Hit
	Pieces []piece
}

// search finds sentences.
func (s *server) search(r *http.Request) (*view, error) {
	at, err := offset(r)
	if err != nil {
		return nil, err
	}
	query := strings.TrimSpace(r.URL.Query().Get("q"))
	v := &view{name: "search", Title: "Search", Asked: query}
	data := struct {
		Query string
		Hits  []hit
		Pager pager
	}{Query: query}
	v.header, v.rows = []string{"document", "start", "end", "outlet", "published", "sentence"}, [][]string{}
	var hits []treatybase.Hit
	total := 0
	if query != "" {
		if hits, total, err = s.base.Search(r.Context(), query, limitOf(r), at); err != nil {
			return nil, err
		}
	}
	for _, h := range hits {
		data.Hits = append(data.Hits, hit{h, cut(h.Text, h.Marks)})
		v.rows = append(v.rows, []string{h.Document, itoa(h.Start), itoa(h.End), h.Outlet, h.Published, h.Text})
	}
	data.Pager = newPager(r, at, len(hits), total)
	v.Data, v.json = data, hits
	return v, nil
}

// Source returns the place of the sentence.
func (h hit) Source() resolve.Source {
	return resolve.Source{Document: h.Document, Span: h.Span, Quote: h.Text}
}

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
