package web

import (
	"net/http"
	"strings"

	"pacta"
	"pacta/treatybase"
)

// An excerpt is a part of a document beside the hits, with what was found in it
// in colour.
type excerpt struct {
	ID     string
	Name   string
	Date   string
	Lines  []line
	Before bool // there is text before it
	After  bool
	Path   string // of the whole document
}

// How much of a document is shown around a hit, in bytes.
const before, after = 1800, 4200

// excerpt returns the document of the hit that ?show= and ?at= name, or else of
// the first.
func (s *server) excerpt(r *http.Request, hits []hit) (*excerpt, error) {
	if len(hits) == 0 {
		return nil, nil
	}
	id := r.URL.Query().Get("show")
	var at pacta.Span
	if id == "" {
		if id, at = hits[0].Source.Document, hits[0].Source.Span; id == "" {
			return nil, nil
		}
	}
	d, err := s.base.Document(r.Context(), id)
	if err != nil {
		return nil, err
	}
	if r.URL.Query().Get("show") != "" {
		if at, err = target(r, d); err != nil {
			return nil, err
		}
	}
	for i := range hits {
		hits[i].Open = hits[i].Source.Document == d.ID && hits[i].Source.Span == at
	}
	annotations, err := s.base.Annotations(r.Context(), d.ID)
	if err != nil {
		return nil, err
	}
	return excerptOf(d, annotations, at), nil
}

func excerptOf(d *pacta.Document, annotations []pacta.Annotation, at pacta.Span) *excerpt {
	part := surroundings(d.Text, at)
	paints := within(append(paints(annotations), dropped(d)...), part)
	cut := &pacta.Document{ID: d.ID, Text: part.Of(d.Text)}
	for _, x := range d.Sections {
		if x.Start >= part.Start && x.Start < part.End {
			x.Start, x.End = x.Start-part.Start, min(x.End, part.End)-part.Start
			cut.Sections = append(cut.Sections, x)
		}
	}
	moved := at
	if !at.IsZero() {
		moved = pacta.Span{Start: at.Start - part.Start, End: at.End - part.Start}
	}
	x := &excerpt{ID: d.ID, Name: docName(treatybase.DocumentRow{Title: d.Title.Value, Outlet: d.Outlet.Value, File: d.File}), Date: d.Published.Value,
		Lines: lines(cut, paints, moved), Before: part.Start > 0, After: part.End < len(d.Text)}
	x.Path = "/documents/" + d.ID
	if !at.IsZero() {
		x.Path += "?at=" + itoa(at.Start) + "-" + itoa(at.End) + "#at"
	}
	return x
}

// surroundings returns whole lines around at.
func surroundings(text string, at pacta.Span) pacta.Span {
	start, end := max(0, at.Start-before), min(len(text), at.End+after)
	if start > 0 {
		if i := strings.IndexByte(text[start:at.Start], '\n'); i >= 0 {
			start += i + 1
		} else {
			start = strings.LastIndexByte(text[:start], '\n') + 1
		}
	}
	if end < len(text) {
		if i := strings.LastIndexByte(text[at.End:end], '\n'); i >= 0 {
			end = at.End + i
		} else if i := strings.IndexByte(text[end:], '\n'); i >= 0 {
			end += i
		} else {
			end = len(text)
		}
	}
	return pacta.Span{Start: start, End: end}
}

// within returns the paints in a part of the text, as bytes of it.
func within(ps []paint, part pacta.Span) []paint {
	var out []paint
	for _, p := range ps {
		if p.Start < part.End && p.End > part.Start {
			p.Start, p.End = max(p.Start, part.Start)-part.Start, min(p.End, part.End)-part.Start
			out = append(out, p)
		}
	}
	return out
}
