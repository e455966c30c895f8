package web

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"pacta"
	"pacta/reason"
	"pacta/resolve"
)

// A documentPage is one document: its text with what was found in it, and its
// facts beside it.
type documentPage struct {
	*pacta.Document
	Files       []string
	Lines       []line
	Meta        []metaRow
	Commitments []resolve.Commitment
	Statements  []resolve.Statement
	Events      []resolve.Event
	Claims      []resolve.Fulfilment
	Instruments []instrumentRow
	Disputes    []reason.Discrepancy
	At          pacta.Span
}

// A metaRow is a piece of metadata with what it rests on.
type metaRow struct {
	Name string
	pacta.Field
}

func (s *server) document(r *http.Request) (*view, error) {
	ctx := r.Context()
	d, err := s.base.Document(ctx, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	annotations, err := s.base.Annotations(ctx, d.ID)
	if err != nil {
		return nil, err
	}
	p := documentPage{Document: d, Meta: []metaRow{{"Outlet", d.Outlet}, {"Author", d.Author}, {"Published", d.Published}}}
	if p.Files, err = s.base.Files(ctx, d.ID); err != nil {
		return nil, err
	}
	if p.At, err = target(r, d); err != nil {
		return nil, err
	}
	p.Lines = lines(d, append(paints(annotations), dropped(d)...), p.At)
	if err := s.objectsOf(r, d.ID, &p); err != nil {
		return nil, err
	}
	v := &view{name: "document", Title: cmp.Or(d.Title.Value, d.File), Nav: "Documents", Data: p}
	v.json = struct {
		ID          string             `json:"id"`
		File        string             `json:"file"`
		Title       string             `json:"title"`
		Outlet      string             `json:"outlet"`
		Author      string             `json:"author"`
		Published   string             `json:"published"`
		Text        string             `json:"text"`
		Dropped     []pacta.Span       `json:"dropped"`
		Annotations []pacta.Annotation `json:"annotations"`
	}{d.ID, d.File, d.Title.Value, d.Outlet.Value, d.Author.Value, d.Published.Value, d.Text, d.Dropped, annotations}
	v.header, v.rows = []string{"kind", "type", "start", "end", "value", "quote"}, [][]string{}
	for _, a := range annotations {
		v.rows = append(v.rows, []string{string(a.Kind), a.Type, itoa(a.Start), itoa(a.End), a.Value, a.Quote})
	}
	return v, nil
}

// objectsOf fills in the facts that the document shows.
func (s *server) objectsOf(r *http.Request, id string, p *documentPage) error {
	objects, err := s.base.ObjectsOf(r.Context(), id)
	if err != nil {
		return err
	}
	for _, o := range objects {
		switch o.Kind {
		case "commitment":
			err = o.Decode(grow(&p.Commitments))
		case "statement":
			err = o.Decode(grow(&p.Statements))
		case "event":
			err = o.Decode(grow(&p.Events))
		case "fulfilment":
			err = o.Decode(grow(&p.Claims))
		case "instrument":
			err = o.Decode(grow(&p.Instruments))
		case "discrepancy":
			err = o.Decode(grow(&p.Disputes))
		}
		if err != nil {
			return err
		}
	}
	slices.SortStableFunc(p.Statements, func(a, b resolve.Statement) int { return a.Sources[0].Span.Compare(b.Sources[0].Span) })
	p.Disputes = slices.DeleteFunc(p.Disputes, func(x reason.Discrepancy) bool { return x.About != id })
	return nil
}

// grow appends an empty element and returns it.
func grow[T any](xs *[]T) *T {
	*xs = append(*xs, *new(T))
	return &(*xs)[len(*xs)-1]
}

// target returns the bytes that ?at=START-END points to, the zero span if
// there is none.
func target(r *http.Request, d *pacta.Document) (pacta.Span, error) {
	at := r.URL.Query().Get("at")
	if at == "" {
		return pacta.Span{}, nil
	}
	var s pacta.Span
	if n, err := fmt.Sscanf(at, "%d-%d", &s.Start, &s.End); n != 2 || err != nil || s.Start < 0 || s.End <= s.Start || s.End > len(d.Text) {
		return s, fmt.Errorf("at=%q lies outside of the text: %w", at, pacta.ErrInvalid)
	}
	return s, nil
}

// A paint is a stretch of text to be shown in the manner of a class.
type paint struct {
	pacta.Span
	class, title string
}

// paints returns how annotations are shown: commitments, events, claims and
// instruments by their words, statements by their content.
func paints(annotations []pacta.Annotation) []paint {
	var out []paint
	for i := range annotations {
		a := &annotations[i]
		switch a.Kind {
		case pacta.Statement:
			for _, x := range a.Args {
				if x.Role == "content" && !x.IsZero() {
					out = append(out, paint{x.Span, "statement", "statement of " + cmp.Or(a.ValueOf("source"), a.ValueOf("voice"), "somebody not named")})
				}
			}
		case pacta.Commitment:
			out = append(out, paint{a.Span, "commitment", a.Type + " of " + cmp.Or(strings.Join(a.Values("party"), ", "), "a party not named")})
		case pacta.Fulfilment:
			out = append(out, paint{a.Span, "fulfilment", "claim: " + a.Type})
		case pacta.Event, pacta.Life:
			span := a.Span
			if cue, ok := a.Arg("cue"); ok && !cue.IsZero() {
				span = cue.Span
			}
			out = append(out, paint{span, "event", strings.ToLower(a.Type) + " " + strings.Join(a.Values("actor"), ", ")})
		case pacta.Time:
			out = append(out, paint{a.Span, "time", a.Value})
		case pacta.Mention:
			if a.Type == "instrument" {
				out = append(out, paint{a.Span, "instrument", "instrument"})
			}
		}
	}
	return out
}

func dropped(d *pacta.Document) []paint {
	var out []paint
	for _, s := range d.Dropped {
		out = append(out, paint{s, "dropped", "not analysed"})
	}
	return out
}

// A line is a paragraph of the text in pieces.
type line struct {
	Heading bool
	Pieces  []piece
}

// lines cuts the text of d at line ends and wherever a paint begins or ends.
func lines(d *pacta.Document, ps []paint, at pacta.Span) []line {
	if !at.IsZero() {
		ps = append(ps, paint{at, "target", ""})
	}
	cuts := []int{0, len(d.Text)}
	for _, p := range ps {
		cuts = append(cuts, p.Start, p.End)
	}
	for i := 0; i < len(d.Text); i++ {
		if d.Text[i] == '\n' {
			cuts = append(cuts, i, i+1)
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	slices.SortFunc(ps, func(a, b paint) int { return cmp.Or(a.Start-b.Start, b.End-a.End, strings.Compare(a.class, b.class)) })
	var out []line
	var current line
	var open []paint
	next := 0
	for i := 0; i+1 < len(cuts); i++ {
		text := d.Text[cuts[i]:cuts[i+1]]
		for ; next < len(ps) && ps[next].Start <= cuts[i]; next++ {
			open = append(open, ps[next])
		}
		open = slices.DeleteFunc(open, func(p paint) bool { return p.End <= cuts[i] })
		if text == "\n" {
			out = appendLine(out, current)
			current = line{}
			continue
		}
		x := dress(text, open)
		x.At = !at.IsZero() && cuts[i] == at.Start
		current.Pieces = append(current.Pieces, x)
		current.Heading = current.Heading || headingAt(d, cuts[i])
	}
	return appendLine(out, current)
}

func appendLine(out []line, l line) []line {
	if len(l.Pieces) == 0 {
		return out
	}
	return append(out, l)
}

// dress returns text as a piece in the manner of all paints that cover it.
func dress(text string, open []paint) piece {
	x := piece{Text: text}
	for _, p := range open {
		if !strings.Contains(" "+x.Class+" ", " "+p.class+" ") {
			x.Class = strings.TrimSpace(x.Class + " " + p.class)
		}
		if p.title != "" && !strings.Contains(x.Title, p.title) {
			x.Title = strings.TrimPrefix(x.Title+"; "+p.title, "; ")
		}
	}
	return x
}

// headingAt reports whether a heading of the source begins at byte i.
func headingAt(d *pacta.Document, i int) bool {
	k, ok := slices.BinarySearchFunc(d.Sections, i, func(s pacta.Section, i int) int { return s.Start - i })
	return ok && d.Sections[k].Level > 0
}

func itoa(n int) string { return fmt.Sprint(n) }
