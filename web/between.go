package web

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"pacta/treatybase"
)

// between keeps what the promises between any two parties come to, until the
// objects of the base change: counting them takes longer than a page may.
type between struct {
	mu    sync.Mutex
	mark  string
	pairs []treatybase.Pair
}

// all returns the promises between any two parties.
func (k *between) all(ctx context.Context, b *treatybase.Base) ([]treatybase.Pair, error) {
	mark, err := b.Mark(ctx)
	if err != nil {
		return nil, err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.mark == mark {
		return k.pairs, nil
	}
	pairs, err := b.Pairs(ctx)
	if err != nil {
		return nil, err
	}
	k.mark, k.pairs = mark, pairs
	return pairs, nil
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
