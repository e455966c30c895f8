package ask

import (
	"context"
	"errors"
	"slices"
	"strings"

	"pacta"
	"pacta/gazetteer"
	"pacta/reason"
	"pacta/resolve"
	"pacta/treatybase"
)

// few is the number of commitments up to which all of them are held against an
// event; of more only those are read that have to do with whom it names.
const few = 4_000

// mostOf is how many commitments of one party or instrument are read.
const mostOf = 5_000

// load reads what triggers are found in: promises, instruments and actors.
func load(ctx context.Context, b *treatybase.Base, o reason.Occurrence, few int) (*resolve.Base, error) {
	_, n, err := b.Find(ctx, "commitment", treatybase.Filter{Limit: 1})
	if err != nil {
		return nil, err
	}
	if n <= few {
		return loadAll(ctx, b)
	}
	l := &loading{ctx: ctx, b: b, seen: map[string]bool{}, out: &resolve.Base{}}
	return l.out, l.about(set(slices.Concat(o.Actors, o.Targets)))
}

// A loading collects objects, each once.
type loading struct {
	ctx  context.Context
	b    *treatybase.Base
	seen map[string]bool
	out  *resolve.Base
}

// about reads the promises that bind any of parties, alone or as a member of
// an organisation, that are owed to it, made in an instrument of its, or that
// name it.
func (l *loading) about(parties []string) error {
	bodies, _, err := l.b.Actors(l.ctx, treatybase.Filter{Type: "organization", Limit: mostOf})
	if err != nil {
		return err
	}
	bound := slices.Clone(parties)
	for _, a := range bodies {
		if slices.ContainsFunc(a.Members, func(m string) bool { return slices.Contains(parties, m) }) {
			bound = append(bound, a.ID)
		}
	}
	for _, id := range bound {
		if err := l.commitments(treatybase.Filter{Party: id}, treatybase.Filter{To: id}); err != nil {
			return err
		}
	}
	for _, id := range parties {
		instruments, _, err := l.b.Find(l.ctx, "instrument", treatybase.Filter{Party: id, Limit: mostOf})
		if err != nil {
			return err
		}
		for _, x := range instruments {
			if err := l.commitments(treatybase.Filter{Instrument: x.ID}); err != nil {
				return err
			}
		}
		if e := gazetteer.Builtin().ByID(id); e != nil {
			if err := l.commitments(treatybase.Filter{Text: beginning(e.Name)}); err != nil {
				return err
			}
		}
	}
	return l.rest()
}

// beginning returns the query for a name and its adjective: Norway finds only
// itself, Russia also Russian.
func beginning(name string) string {
	if strings.ContainsAny(name, " -'") {
		return `"` + strings.ReplaceAll(name, `"`, " ") + `"`
	}
	return name + "*"
}

func (l *loading) commitments(fs ...treatybase.Filter) error {
	for _, f := range fs {
		f.Limit = mostOf
		xs, _, err := l.b.Find(l.ctx, "commitment", f)
		if err != nil {
			return err
		}
		for _, x := range xs {
			if l.seen[x.ID] {
				continue
			}
			l.seen[x.ID] = true
			if err := appendTo(&l.out.Commitments, x); err != nil {
				return err
			}
		}
	}
	return nil
}

// rest reads the instruments and actors of the promises, and puts all in the
// order of their IDs.
func (l *loading) rest() error {
	for _, c := range l.out.Commitments {
		for _, id := range slices.Concat([]string{string(c.Instrument), string(c.By)}, c.Parties, c.Beneficiaries) {
			id, _, _ = strings.Cut(id, "/")
			if id == "" || l.seen[id] {
				continue
			}
			l.seen[id] = true
			if err := l.object(id); err != nil {
				return err
			}
		}
	}
	slices.SortFunc(l.out.Commitments, func(a, b resolve.Commitment) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(l.out.Instruments, func(a, b resolve.Instrument) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(l.out.Actors, func(a, b resolve.Actor) int { return strings.Compare(a.ID, b.ID) })
	return nil
}

func (l *loading) object(id string) error {
	x, err := l.b.Object(l.ctx, id)
	if errors.Is(err, pacta.ErrNotFound) || errors.Is(err, pacta.ErrInvalid) {
		return nil // a name without an object, or the beginning of several IDs
	}
	if err != nil {
		return err
	}
	switch {
	case x.ID != id:
		return nil
	case x.Kind == "instrument":
		return appendTo(&l.out.Instruments, x)
	case x.Kind == "actor":
		return appendTo(&l.out.Actors, x)
	}
	return nil
}

func set(xs []string) []string {
	slices.Sort(xs)
	return slices.Compact(xs)
}

// loadAll reads all promises, instruments and actors.
func loadAll(ctx context.Context, b *treatybase.Base) (*resolve.Base, error) {
	out := &resolve.Base{}
	for _, kind := range []struct {
		name string
		add  func(treatybase.Object) error
	}{
		{"instrument", func(o treatybase.Object) error { return appendTo(&out.Instruments, o) }},
		{"actor", func(o treatybase.Object) error { return appendTo(&out.Actors, o) }},
		{"commitment", func(o treatybase.Object) error { return appendTo(&out.Commitments, o) }},
	} {
		for o, err := range b.All(ctx, kind.name) {
			if err != nil {
				return nil, err
			}
			if err := kind.add(o); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

func appendTo[T any](xs *[]T, o treatybase.Object) error {
	var x T
	if err := o.Decode(&x); err != nil {
		return err
	}
	*xs = append(*xs, x)
	return nil
}
