package web

import (
	"net/http"
	"strconv"

	"pacta/treatybase"
)

// documents lists the documents of the base.
func (s *server) documents(r *http.Request) (*view, error) {
	at, err := offset(r)
	if err != nil {
		return nil, err
	}
	q := r.URL.Query()
	f := treatybase.DocumentFilter{Outlet: q.Get("outlet"), Text: q.Get("text"), Genre: q.Get("genre"), Since: q.Get("since"), Until: q.Get("until"),
		Undated: q.Get("undated") != "", Order: q.Get("order"), Limit: limitOf(r), Offset: at}
	rows, total, err := s.base.Documents(r.Context(), f)
	if err != nil {
		return nil, err
	}
	outlets, err := s.base.Outlets(r.Context())
	if err != nil {
		return nil, err
	}
	v := &view{name: "documents", Title: "Documents", Nav: "Documents", json: rows, header: documentHeader}
	v.fill = func() error { v.rows = documentRows(rows); return nil }
	v.Data = struct {
		Rows   []treatybase.DocumentRow
		Pager  pager
		Fields []filterField
	}{rows, newPager(r, at, len(rows), total), []filterField{
		{Name: "outlet", Label: "Outlet", Value: f.Outlet, Choices: outlets},
		{Name: "since", Label: "From", Value: f.Since, Free: true},
		{Name: "until", Label: "Until", Value: f.Until, Free: true},
		{Name: "text", Label: "Words", Value: f.Text, Free: true},
	}}
	return v, nil
}

// documentHeader and documentRows are the table of a list of documents.
var documentHeader = []string{"id", "file", "title", "outlet", "author", "published", "published_basis", "genre", "language", "facts"}

func documentRows(ds []treatybase.DocumentRow) [][]string {
	out := [][]string{}
	for _, d := range ds {
		out = append(out, []string{d.ID, d.File, d.Title, d.Outlet, d.Author, d.Published, d.PublishedBasis, d.Genre, d.Language, strconv.Itoa(d.Facts)})
	}
	return out
}
