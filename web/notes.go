package web

import (
	"context"
	"maps"
	"slices"
	"strings"

	"pacta/resolve"
	"pacta/treatybase"
)

// notes collects the documents that a page names beside its facts, so that
// one query can fetch them all.
type notes struct{ heads map[string]treatybase.Head }

func newNotes() *notes { return &notes{map[string]treatybase.Head{}} }

// fill fetches what the page says of its documents.
func (n *notes) fill(ctx context.Context, b *treatybase.Base) (err error) {
	n.heads, err = b.Heads(ctx, slices.Sorted(maps.Keys(n.heads))...)
	return err
}

// A note is the footnote of one fact: its first source, and the page of the
// fact with all of them.
type note struct {
	Source resolve.Source
	Fact   string // ID, "" for what is no object of its own
	Count  int    // of all sources
	of     *notes
}

// note returns the footnote of a fact. Without sources it is empty.
func (n *notes) note(fact string, count int, sources []resolve.Source) note {
	x := note{Fact: fact, Count: max(count, len(sources)), of: n}
	if len(sources) > 0 {
		x.Source = sources[0]
		n.heads[x.Source.Document] = treatybase.Head{}
	}
	return x
}

// Head returns the document of the first source.
func (x note) Head() treatybase.DocumentRow { return x.of.heads[x.Source.Document].DocumentRow }

// More returns how many further sources there are.
func (x note) More() int { return x.Count - 1 }

// Any reports whether there is a source at all.
func (x note) Any() bool { return x.Source.Document != "" }

// An entry is an object with its footnote.
type entry[T any] struct {
	X    T
	Note note
}

// entries gives objects their footnotes.
func entries[T any](n *notes, xs []T, cite func(*T) note) []entry[T] {
	out := make([]entry[T], len(xs))
	for i := range xs {
		out[i] = entry[T]{xs[i], cite(&xs[i])}
	}
	return out
}

func (n *notes) commitments(xs []resolve.Commitment) []entry[resolve.Commitment] {
	return entries(n, xs, func(x *resolve.Commitment) note { return n.note(x.ID, x.Reports, x.Sources) })
}

func (n *notes) statements(xs []resolve.Statement) []entry[resolve.Statement] {
	return entries(n, xs, func(x *resolve.Statement) note { return n.note(x.ID, 0, cmpSources(x.Content, x.Sources)) })
}

func (n *notes) events(xs []resolve.Event) []entry[resolve.Event] {
	return entries(n, xs, func(x *resolve.Event) note { return n.note(x.ID, x.Reports, x.Sources) })
}

func (n *notes) fulfilments(xs []resolve.Fulfilment) []entry[resolve.Fulfilment] {
	return entries(n, xs, func(x *resolve.Fulfilment) note { return n.note(x.ID, 0, x.Sources) })
}

// claims gives the values of an attribute their footnotes.
func (n *notes) claims(xs []resolve.Claim) []entry[resolve.Claim] {
	return entries(n, xs, func(x *resolve.Claim) note { return n.note("", x.Count, x.Sources) })
}

// cmpSources returns the first of two lists that is not empty, as a list of
// one: a statement has one source, whose content may come in several pieces.
func cmpSources(a, b []resolve.Source) []resolve.Source {
	if len(a) > 0 {
		return a[:1]
	}
	return b[:min(1, len(b))]
}

// outletOf names a document in few words: its outlet, else its title or file.
func outletOf(d treatybase.DocumentRow) string {
	switch {
	case d.Genre == "treaty":
		return "text of the instrument"
	case d.Outlet != "":
		return d.Outlet
	case d.Title != "":
		return short(d.Title, 40)
	}
	return d.File
}

// dayOf takes the time of day off a date.
func dayOf(v string) string {
	d, _, _ := strings.Cut(v, "T")
	return d
}
