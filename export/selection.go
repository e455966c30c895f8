package export

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"pacta"
	"pacta/resolve"
	"pacta/treatybase"
)

// A Selection says what a dossier is made of. With ID alone it is one object
// and what belongs to it, or one document; with ID and With it is two parties;
// with Kind it is a list; with Text alone it is the sentences found.
type Selection struct {
	ID, With string
	Name     string // of a party that is known to exist, though no document may name it
	Kind     string // of objects
	Filter   treatybase.Filter
	Text     string // words to search for; see treatybase.Base.Search
}

// mostObjects is how many objects of a kind, or sentences, a dossier holds.
const mostObjects = 1000

// selected is what a selection comes to.
type selected struct {
	title, about string
	subject      *treatybase.Object
	objects      []treatybase.Object
	sentences    []resolve.Source
	cut          bool // there is more than mostObjects of something
}

// find returns what s selects.
func (s Selection) find(ctx context.Context, b *treatybase.Base) (*selected, error) {
	out := &selected{}
	switch {
	case s.ID != "" && s.With != "":
		return out, out.pair(ctx, b, s.ID, s.With)
	case s.ID != "":
		return out, out.object(ctx, b, s.ID, s.Name)
	case s.Kind != "":
		out.title, out.about = "Selected records", s.Kind
		return out, out.add(ctx, b, s.Kind, s.Filter)
	case s.Text != "":
		out.title, out.about = "Sentences with "+s.Text, "search"
		hits, total, err := b.Search(ctx, s.Text, mostObjects, 0)
		for _, h := range hits {
			if !h.IsZero() {
				out.sentences = append(out.sentences, resolve.Source{Document: h.Document, Span: h.Span, Quote: h.Text})
			}
		}
		out.cut = total > len(hits)
		return out, err
	}
	return nil, fmt.Errorf("a dossier of nothing: %w", pacta.ErrInvalid)
}

// add appends the objects of a kind that f lets through and that are not there
// yet.
func (s *selected) add(ctx context.Context, b *treatybase.Base, kind string, f treatybase.Filter) error {
	f.Limit, f.Offset = mostObjects, 0
	xs, total, err := b.Find(ctx, kind, f)
	for _, x := range xs {
		if !slices.ContainsFunc(s.objects, func(y treatybase.Object) bool { return y.ID == x.ID }) {
			s.objects = append(s.objects, x)
		}
	}
	s.cut = s.cut || total > len(xs)
	return err
}

// object selects one object and what belongs to it.
func (s *selected) object(ctx context.Context, b *treatybase.Base, id, name string) error {
	o, err := b.Object(ctx, id)
	if errors.Is(err, pacta.ErrNotFound) {
		return s.unnamed(ctx, b, id, name, err)
	}
	if err != nil {
		return err
	}
	s.subject, s.about, s.title = &o, o.Kind, o.Kind+" "+o.ID
	names, err := b.Names(ctx, o.ID)
	if err != nil {
		return err
	}
	switch o.Kind {
	case "instrument":
		s.title = names[o.ID]
		for _, kind := range []string{"provision", "commitment", "statement", "event", "fulfilment"} {
			if err := s.add(ctx, b, kind, treatybase.Filter{Instrument: o.ID}); err != nil {
				return err
			}
		}
		return s.add(ctx, b, "discrepancy", treatybase.Filter{About: o.ID})
	case "actor":
		s.title = names[o.ID]
		return s.actor(ctx, b, o)
	case "tension":
		return s.tension(ctx, b, o)
	}
	s.objects = []treatybase.Object{o}
	return nil
}

func (s *selected) actor(ctx context.Context, b *treatybase.Base, o treatybase.Object) error {
	var a resolve.Actor
	if err := o.Decode(&a); err != nil {
		return err
	}
	if a.Kind == "person" {
		return s.add(ctx, b, "statement", treatybase.Filter{Speaker: a.Name})
	}
	return s.party(ctx, b, a.ID)
}

// unnamed selects a document, or a party that no document names, as those of a
// well-known treaty; if it is neither, the error is missing.
func (s *selected) unnamed(ctx context.Context, b *treatybase.Base, id, name string, missing error) error {
	err := s.document(ctx, b, id)
	if !errors.Is(err, pacta.ErrNotFound) {
		return err
	}
	s.title, s.about = cmp.Or(name, id), "actor"
	if err := s.party(ctx, b, id); err != nil {
		return err
	}
	if len(s.objects) == 0 && name == "" {
		return missing
	}
	return nil
}

// party selects what a state or organisation promised, said and did.
func (s *selected) party(ctx context.Context, b *treatybase.Base, id string) error {
	for _, x := range []struct {
		kind string
		f    treatybase.Filter
	}{
		{"instrument", treatybase.Filter{Party: id}}, {"commitment", treatybase.Filter{Party: id}}, {"commitment", treatybase.Filter{To: id}},
		{"statement", treatybase.Filter{Party: id}}, {"event", treatybase.Filter{Party: id}}, {"event", treatybase.Filter{To: id}},
		{"fulfilment", treatybase.Filter{Party: id}}, {"tension", treatybase.Filter{Party: id}},
	} {
		if err := s.add(ctx, b, x.kind, x.f); err != nil {
			return err
		}
	}
	return nil
}

// tension selects a collision with its two sides.
func (s *selected) tension(ctx context.Context, b *treatybase.Base, o treatybase.Object) error {
	var t struct{ Kind, A, B string }
	if err := o.Decode(&t); err != nil {
		return err
	}
	s.title, s.objects = "Possible collision: "+t.Kind, []treatybase.Object{o}
	for _, id := range []string{t.A, t.B} {
		x, err := b.Object(ctx, id)
		if err == nil {
			s.objects = append(s.objects, x)
		} else if !errors.Is(err, pacta.ErrNotFound) {
			return err
		}
	}
	return nil
}

// pair selects what stands between two parties.
func (s *selected) pair(ctx context.Context, b *treatybase.Base, a, other string) error {
	names, err := b.Names(ctx, a, other)
	if err != nil {
		return err
	}
	s.about, s.title = "pair", cmp.Or(names[a], a)+" – "+cmp.Or(names[other], other)
	for _, x := range []struct {
		kind string
		f    treatybase.Filter
	}{
		{"instrument", treatybase.Filter{Party: a, With: other}}, {"commitment", treatybase.Filter{Party: a, With: other}},
		{"commitment", treatybase.Filter{Party: a, To: other}}, {"commitment", treatybase.Filter{Party: other, To: a}},
		{"event", treatybase.Filter{Party: a, With: other}}, {"event", treatybase.Filter{Party: a, To: other}}, {"event", treatybase.Filter{Party: other, To: a}},
	} {
		if err := s.add(ctx, b, x.kind, x.f); err != nil {
			return err
		}
	}
	for _, x := range slices.Clone(s.objects) {
		if x.Kind == "instrument" {
			if err := s.add(ctx, b, "discrepancy", treatybase.Filter{About: x.ID}); err != nil {
				return err
			}
		}
	}
	return nil
}

// document selects what one document shows.
func (s *selected) document(ctx context.Context, b *treatybase.Base, id string) error {
	d, err := b.Document(ctx, id)
	if err != nil {
		return err
	}
	s.about, s.title = "document", cmp.Or(d.Title.Value, d.File)
	xs, err := b.ObjectsOf(ctx, d.ID)
	s.objects = slices.DeleteFunc(xs, func(o treatybase.Object) bool { return o.Kind == "actor" || o.Kind == "tension" })
	return err
}
