package web

import (
	"cmp"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"pacta/reason"
	"pacta/resolve"
	"pacta/treatybase"
)

// hits returns the rows of what was found.
func (s *server) hits(r *http.Request, x *treatybase.Selection) ([]hit, error) {
	var out []hit
	for _, h := range x.Sentences {
		out = append(out, sentenceHit(h))
	}
	for _, d := range x.Documents {
		out = append(out, documentHit(d))
	}
	for _, o := range x.Objects {
		h, err := objectHit(o)
		if err != nil {
			return nil, err
		}
		out = append(out, h)
	}
	if err := s.placed(r, out); err != nil {
		return nil, err
	}
	for i := range out {
		out[i].New = x.IsNew(i)
		out[i].Beside = beside(r, out[i].Source)
	}
	return out, nil
}

// placed fills in the documents of the hits.
func (s *server) placed(r *http.Request, hits []hit) error {
	var ids []string
	for _, h := range hits {
		if h.Place.ID == "" {
			ids = append(ids, h.Source.Document)
		}
	}
	heads, err := s.base.Heads(r.Context(), ids...)
	for i := range hits {
		if hits[i].Place.ID == "" {
			hits[i].Place = heads[hits[i].Source.Document].DocumentRow
		}
	}
	return err
}

// beside returns the address of this page with the document of a source beside
// the hits.
func beside(r *http.Request, src resolve.Source) string {
	if src.Document == "" {
		return ""
	}
	q := url.Values{}
	for k, v := range r.URL.Query() {
		q[k] = v
	}
	q.Set("show", src.Document)
	q.Set("at", strconv.Itoa(src.Start)+"-"+strconv.Itoa(src.End))
	return r.URL.Path + "?" + q.Encode()
}

func sentenceHit(h treatybase.Hit) hit {
	out := hit{Pieces: cut(h.Text, h.Marks), Source: resolve.Source{Document: h.Document, Span: h.Span, Quote: h.Text},
		Place: treatybase.DocumentRow{ID: h.Document, Title: h.Title, Outlet: h.Outlet, Published: h.Published}}
	out.Path = sourceURL(out.Source)
	if h.IsZero() { // a title outside of the text
		out.Path = "/documents/" + url.PathEscape(h.Document)
	}
	return out
}

func documentHit(d treatybase.DocumentRow) hit {
	badge := ""
	if d.Genre == "treaty" {
		badge = "treaty text"
	}
	return hit{Path: "/documents/" + url.PathEscape(d.ID), Badge: badge, Head: docName(d), Source: resolve.Source{Document: d.ID}, Place: d, Document: true}
}

// objectHit returns the row of an object: who, what, and the words that show it.
func objectHit(o treatybase.Object) (hit, error) {
	make, ok := objectHits[o.Kind]
	if !ok {
		return hit{Path: "/facts/" + o.ID, Head: o.ID}, nil
	}
	h, sources, err := make(o)
	h.Path = cmp.Or(h.Path, "/facts/"+url.PathEscape(o.ID))
	if len(sources) > 0 {
		h.Source = sources[0]
	}
	if h.Pieces == nil && h.Source.Quote != "" {
		h.Pieces = []piece{{Text: short(h.Source.Quote, 320)}}
	}
	return h, err
}

type objectHitFunc = func(treatybase.Object) (hit, []resolve.Source, error)

var objectHits = map[string]objectHitFunc{
	"commitment": of(func(x *resolve.Commitment) (hit, []resolve.Source) {
		return hit{Badge: x.Modality, Head: toward(x.Parties, x.Beneficiaries)}, x.Sources
	}),
	"statement": of(func(x *resolve.Statement) (hit, []resolve.Source) {
		h := hit{Badge: string(x.Stance), Head: speaker(*x)}
		if len(x.Content) > 0 {
			h.Pieces = []piece{{Text: short(x.Content[0].Quote, 320)}}
			return h, x.Content
		}
		return h, x.Sources
	}),
	"event": of(func(x *resolve.Event) (hit, []resolve.Source) {
		return hit{Badge: cmp.Or(string(x.Life), strings.ToLower(x.Type)), Head: toward(x.Actors, x.Recipients)}, x.Sources
	}),
	"fulfilment": of(func(x *resolve.Fulfilment) (hit, []resolve.Source) {
		return hit{Badge: x.Claim, Head: who(cmp.Or(string(x.By), string(x.Party)))}, x.Sources
	}),
	"instrument": of(func(x *resolve.Instrument) (hit, []resolve.Source) {
		return hit{Path: "/instruments/" + url.PathEscape(x.ID), Badge: string(x.Type), Head: x.Title, Pieces: []piece{{Text: partiesNamed(x.Parties)}}}, x.Sources
	}),
	"actor": of(func(x *resolve.Actor) (hit, []resolve.Source) {
		return hit{Path: actorURL(x.ID), Badge: x.Kind, Head: x.Name}, x.Sources
	}),
	"provision": of(func(x *resolve.Provision) (hit, []resolve.Source) {
		return hit{Badge: x.Type, Head: strings.TrimSpace(string(x.Number) + " " + string(x.Heading))}, x.Sources
	}),
	"discrepancy": of(func(x *reason.Discrepancy) (hit, []resolve.Source) {
		var values []string
		var sources []resolve.Source
		for _, p := range x.Positions {
			values = append(values, string(p.Value))
			sources = append(sources, p.Sources...)
		}
		return hit{Badge: x.Level, Head: x.Attribute + ": " + short(strings.Join(values, " or "), 200)}, sources
	}),
	"tension": of(func(x *reason.Tension) (hit, []resolve.Source) {
		return hit{Badge: x.Level, Head: x.Kind + " · " + who(string(x.Party)), Pieces: []piece{{Text: short(strings.Join(x.Why, " "), 320)}}}, x.Sources
	}),
}

func of[T any](row func(*T) (hit, []resolve.Source)) objectHitFunc {
	return func(o treatybase.Object) (hit, []resolve.Source, error) {
		var x T
		if err := o.Decode(&x); err != nil {
			return hit{}, nil, err
		}
		h, sources := row(&x)
		return h, sources, nil
	}
}

// partiesNamed names parties.
func partiesNamed(codes []string) string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = who(c)
	}
	return strings.Join(out, ", ")
}

// toward names who acts, and toward whom.
func toward(from, to []string) string {
	a, b := partiesNamed(from), partiesNamed(to)
	if b == "" {
		return a
	}
	return a + " → " + b
}
