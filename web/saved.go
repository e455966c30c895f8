package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"

	"pacta"
	"pacta/treatybase"
)

// A keptSearch is a saved search with what it finds now.
type keptSearch struct {
	treatybase.SavedSearch
	Total int    `json:"total"`
	New   int    `json:"new"`
	Count string `json:"-"`
	Kind  string `json:"kind"`
	Fault string `json:"fault,omitempty"`
}

// searches lists the searches that the visitor keeps, with what is new in each.
func (s *server) searches(r *http.Request) (*view, error) {
	xs, err := s.base.SavedSearches(r.Context(), visitorOf(r).Name)
	if err != nil {
		return nil, err
	}
	kept := []keptSearch{}
	v := &view{name: "searches", Title: "Saved searches", header: []string{"id", "name", "query", "total", "new"}, rows: [][]string{}}
	for _, x := range xs {
		k, err := s.kept(r.Context(), x)
		if err != nil {
			return nil, err
		}
		kept = append(kept, k)
		v.rows = append(v.rows, []string{strconv.FormatInt(k.ID, 10), k.Name, k.Query, itoa(k.Total), itoa(k.New)})
	}
	v.Data, v.json = kept, kept
	return v, nil
}

// kept counts what a saved search finds.
func (s *server) kept(ctx context.Context, x treatybase.SavedSearch) (keptSearch, error) {
	k := keptSearch{SavedSearch: x}
	q, err := treatybase.ParseQuery(x.Query)
	var found *treatybase.Selection
	if err == nil {
		found, err = s.base.Select(ctx, q, treatybase.Look{Limit: 1, Since: x.Since})
	}
	if errors.Is(err, pacta.ErrInvalid) {
		k.Fault = err.Error() // kept by an earlier version
		return k, nil
	}
	if err != nil {
		return k, err
	}
	k.Total, k.New, k.Kind, k.Count = found.Total, found.New, found.Kind, (&searchPage{Found: found}).Count()
	return k, nil
}

// savedSearch shows what a saved search finds and notes that it was looked at.
func (s *server) savedSearch(r *http.Request) (*view, error) {
	id, err := searchID(r)
	if err != nil {
		return nil, err
	}
	x, err := s.base.VisitSearch(r.Context(), visitorOf(r).Name, id)
	if err != nil && !errors.Is(err, treatybase.ErrReadOnly) {
		return nil, err
	}
	return s.searching(r, x.Query, &x)
}

func searchID(r *http.Request) (int64, error) {
	id, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
	if err != nil {
		return 0, fmt.Errorf("no saved search %q: %w", r.PathValue("id"), pacta.ErrNotFound)
	}
	return id, nil
}

// keepSearch saves a search for the visitor.
func (s *server) keepSearch(_ http.ResponseWriter, r *http.Request) (string, error) {
	q, err := treatybase.ParseQuery(r.PostFormValue("q"))
	if err != nil {
		return "", err
	}
	id, err := s.base.SaveSearch(r.Context(), visitorOf(r).Name, r.PostFormValue("name"), q)
	return "/searches/" + strconv.FormatInt(id, 10), err
}

// dropSearch forgets a search of the visitor.
func (s *server) dropSearch(_ http.ResponseWriter, r *http.Request) (string, error) {
	id, err := searchID(r)
	if err != nil {
		return "", err
	}
	return "/searches", s.base.RemoveSearch(r.Context(), visitorOf(r).Name, id)
}
