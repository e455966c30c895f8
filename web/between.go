package web

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"pacta/treatybase"
)

// A kept value is drawn from the whole base, which takes longer than a page
// may; it is drawn again when the base has changed.
type kept[T any] struct {
	mu    sync.Mutex
	mark  string
	value T
}

// get returns the value, made by make where the base is another than before.
func (k *kept[T]) get(ctx context.Context, b *treatybase.Base, make func(context.Context) (T, error)) (T, error) {
	mark, err := b.Mark(ctx)
	if err != nil {
		return k.value, err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.mark == mark {
		return k.value, nil
	}
	value, err := make(ctx)
	if err == nil {
		k.mark, k.value = mark, value
	}
	return value, err
}

// pairs returns the promises between any two parties.
func (s *server) pairs(ctx context.Context) ([]treatybase.Pair, error) {
	return s.between.get(ctx, s.base, s.base.Pairs)
}

// figures returns the base in figures.
func (s *server) figures(ctx context.Context) (*treatybase.Overview, error) {
	return s.overview.get(ctx, s.base, func(ctx context.Context) (*treatybase.Overview, error) { return s.base.Overview(ctx, "") })
}

// A partner is another party with the promises in both directions.
type partner struct {
	ID      string
	Out, In int // promises made to it, and by it
}

// partners returns with whom a party has exchanged promises, the most first.
func partners(pairs []treatybase.Pair, id string) []partner {
	at := map[string]*partner{}
	get := func(other string) *partner {
		if at[other] == nil {
			at[other] = &partner{ID: other}
		}
		return at[other]
	}
	for _, p := range pairs {
		if p.Modality == "demand" || p.Layer == "reading" {
			continue
		}
		if p.Party == id {
			get(p.Other).Out += p.Count
		}
		if p.Other == id {
			get(p.Party).In += p.Count
		}
	}
	var out []partner
	for _, p := range at {
		out = append(out, *p)
	}
	slices.SortFunc(out, func(a, b partner) int {
		return cmp.Or(b.Out+b.In-a.Out-a.In, cmp.Compare(a.ID, b.ID))
	})
	return out
}
