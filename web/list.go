package web

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strconv"

	"pacta"
	"pacta/export"
	"pacta/resolve"
	"pacta/treatybase"
)

const pageSize = 50

// A pager leads through a long list.
type pager struct {
	Total, From, To int
	Prev, Next      string
}

// Count says how many there are: "12", and "5000 or more" where the base stops
// counting.
func (p pager) Count() string {
	if p.Total >= treatybase.MaxTotal {
		return fmt.Sprint(treatybase.MaxTotal, " or more")
	}
	return strconv.Itoa(p.Total)
}

// More reports whether the list has more than one page.
func (p pager) More() bool { return p.Prev != "" || p.Next != "" }

// offset returns where in the list the page of r begins.
func offset(r *http.Request) (int, error) {
	v := r.URL.Query().Get("from")
	if v == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < 1 {
		return 0, fmt.Errorf("from=%q is no place in a list: %w", v, pacta.ErrInvalid)
	}
	return n - 1, nil
}

func newPager(r *http.Request, at, shown, total int) pager {
	p := pager{Total: total, From: at + 1, To: at + shown}
	link := func(at int) string {
		q := url.Values{}
		for k, vs := range r.URL.Query() {
			q[k] = vs
		}
		q.Set("from", strconv.Itoa(at+1))
		return r.URL.Path + "?" + q.Encode()
	}
	if at > 0 {
		p.Prev = link(max(0, at-pageSize))
	}
	if at+shown < total {
		p.Next = link(at + shown)
	}
	return p
}

// A filterField is one field of the form above a list, with the values that
// occur.
type filterField struct {
	Name, Label, Value string
	Choices            []treatybase.Count
	Free               bool // a text to type, not a choice
}

// limitOf returns how many rows a page shows at once; the twins hold more.
func limitOf(r *http.Request) int {
	if f, _ := r.Context().Value(formatKey{}).(string); f != "" {
		return 10000
	}
	return pageSize
}

// table fills in the twins of a list of objects of one kind.
func (v *view) table(kind string, objects []treatybase.Object) error {
	raw := make([]json.RawMessage, len(objects))
	for i, x := range objects {
		raw[i] = x.Body
	}
	v.json, v.header = raw, export.Header(kind)
	v.fill = func() error { // a page does not need what only its twin shows
		v.rows = [][]string{}
		for _, x := range raw {
			row, err := export.Row(kind, x)
			if err != nil {
				return err
			}
			v.rows = append(v.rows, row)
		}
		return nil
	}
	return nil
}

// decode returns objects as values of T.
func decode[T any](objects []treatybase.Object) ([]T, error) {
	out := make([]T, len(objects))
	for i, x := range objects {
		if err := x.Decode(&out[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// A quoted source stands in its surroundings.
type quoted struct {
	*treatybase.Passage
	Source resolve.Source
}

// quotes returns the first n sources in their surroundings.
func (s *server) quotes(ctx context.Context, sources []resolve.Source, n int) ([]quoted, error) {
	var out []quoted
	for _, x := range sources[:min(n, len(sources))] {
		p, err := s.base.Passage(ctx, x.Document, x.Span, 1)
		if err != nil {
			return nil, err
		}
		out = append(out, quoted{p, x})
	}
	return out, nil
}
