package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"pacta/treatybase"
)

// A chip is a restriction of the query that is in force, with the address
// without it.
type chip struct{ Field, Text, Path string }

// chips lists the restrictions of q.
func chips(q *treatybase.Query) []chip {
	var out []chip
	for _, f := range treatybase.QueryFields {
		for _, v := range q.Values(f.Name) {
			out = append(out, chip{f.Name, facetName(f.Name, v, ""), searchPath(q.Without(f.Name, v))})
		}
	}
	return out
}

// A facet is a list of values by which what was found can be narrowed.
type facet struct {
	Field  string
	Values []facetValue
	More   int
}

// A facetValue leads to what was found with one more restriction, or with one
// less where it is in force.
type facetValue struct {
	Text, Path string
	Count      int
	On         bool
}

// searchPath returns the address of a query.
func searchPath(q *treatybase.Query) string {
	if q.IsZero() {
		return "/search"
	}
	return "/search?" + url.Values{"q": {q.String()}}.Encode()
}

// facets returns the facets of what was found, with an address for each value.
func (s *server) facets(r *http.Request, q *treatybase.Query, x *treatybase.Selection) ([]facet, error) {
	var out []facet
	named, err := s.base.Names(r.Context(), local(x.Facets)...)
	for _, f := range x.Facets {
		y := facet{Field: f.Field, More: f.More}
		for _, v := range f.Values {
			on := q.Has(f.Field, v.Value) || f.Field == "kind" && v.Value == x.Kind
			z := facetValue{Text: facetName(f.Field, v.Value, cmp.Or(v.Name, named[v.Value])), Count: v.Count, On: on}
			if on {
				z.Path = searchPath(q.Without(f.Field, v.Value))
			} else {
				z.Path = searchPath(narrowed(q, f.Field, v.Value, x.Kind))
			}
			y.Values = append(y.Values, z)
		}
		if len(y.Values) > 1 || slices.ContainsFunc(y.Values, func(v facetValue) bool { return v.Count != x.Total || v.On }) {
			out = append(out, y)
		}
	}
	return out, err
}

// local returns the values that are IDs of this base, as of a court that the
// gazetteer does not know.
func local(facets []treatybase.Facet) []string {
	var out []string
	for _, f := range facets {
		for _, v := range f.Values {
			if strings.Contains(v.Value, ":") {
				out = append(out, v.Value)
			}
		}
	}
	return out
}

// narrowed restricts q to a value as well. A list of objects goes on listing
// objects of its kind, so that the counts hold.
func narrowed(q *treatybase.Query, field, value, kind string) *treatybase.Query {
	switch {
	case field == "kind" && kind != "sentence":
		q = q.Without("kind", "")
	case field != "kind" && kind != "sentence" && !q.Has("kind", kind):
		q = q.With("kind", kind)
	}
	return q.With(field, value)
}

// facetName writes a value of a facet as a reader knows it.
func facetName(field, value, name string) string {
	switch {
	case name != "":
		return oneLine(name)
	case field == "party" || field == "to" || field == "speaker":
		return who(value)
	case field == "kind":
		if k, ok := kindNames[value]; ok {
			return k.Name
		}
	}
	return strings.TrimSpace(value)
}
