package treatybase

import (
	"cmp"
	"context"
	"slices"
	"strings"
)

// A Pair counts commitments of one sort that bind Party toward Other: those
// owed to Other, and those that both are bound by.
type Pair struct {
	Party, Other    string
	Modality, Layer string
	Areas           []string
	Count           int
}

// manyParties is the number of parties from which on a commitment is no
// matter between two of them: that of a treaty of the whole world would count
// for each pair of states.
const manyParties = 12

// Pairs counts the commitments between any two parties, ordered by the names
// of both. Commitments that bind more than a dozen parties count only toward
// those that they name as beneficiaries.
func (b *Base) Pairs(ctx context.Context) ([]Pair, error) {
	found := map[int]*promise{}
	err := b.each(ctx, func(scan func(...any) error) error {
		var n int
		var role, value string
		if err := scan(&n, &role, &value); err != nil {
			return err
		}
		p := found[n]
		if p == nil {
			p = &promise{}
			found[n] = p
		}
		p.set(role, value)
		return nil
	}, `SELECT object, role, value FROM object_key WHERE kind = 'commitment' AND role IN ('party', 'to', 'area', 'modality', 'layer')`)
	if err != nil {
		return nil, err
	}
	counts := map[pairKey]int{}
	for _, p := range found {
		p.count(counts)
	}
	out := make([]Pair, 0, len(counts))
	for k, n := range counts {
		x := Pair{Party: k.party, Other: k.other, Modality: k.modality, Layer: k.layer, Count: n}
		if k.areas != "" {
			x.Areas = strings.Split(k.areas, "\n")
		}
		out = append(out, x)
	}
	slices.SortFunc(out, func(a, b Pair) int {
		return cmp.Or(strings.Compare(a.Party, b.Party), strings.Compare(a.Other, b.Other), strings.Compare(a.Modality, b.Modality),
			strings.Compare(a.Layer, b.Layer), slices.Compare(a.Areas, b.Areas))
	})
	return out, nil
}

// A promise is a commitment by its keys.
type promise struct {
	parties, to, areas []string
	modality, layer    string
}

func (p *promise) set(role, value string) {
	switch role {
	case "party":
		p.parties = append(p.parties, value)
	case "to":
		p.to = append(p.to, value)
	case "area":
		p.areas = append(p.areas, value)
	case "modality":
		p.modality = value
	case "layer":
		p.layer = value
	}
}

type pairKey struct{ party, other, modality, layer, areas string }

func (p *promise) count(counts map[pairKey]int) {
	slices.Sort(p.areas)
	areas := strings.Join(p.areas, "\n")
	others := p.to
	if len(p.parties) <= manyParties {
		others = slices.Concat(p.to, p.parties)
	}
	slices.Sort(others)
	others = slices.Compact(others)
	for _, a := range p.parties {
		for _, b := range others {
			if a != b {
				counts[pairKey{a, b, p.modality, p.layer, areas}]++
			}
		}
	}
}

// Mark returns a text that differs between any two states of the objects of
// the base, so that what was drawn from them can be kept.
func (b *Base) Mark(ctx context.Context) (string, error) {
	var mark string
	err := b.one(ctx, `SELECT coalesce((SELECT value FROM setting WHERE name = 'generation'), '') || ' ' ||
		coalesce((SELECT value FROM setting WHERE name = 'resolved by'), '') || ' ' ||
		EXISTS (SELECT 1 FROM analysis WHERE resolved = 0) || ' ' || coalesce((SELECT sum(count) FROM object_count), 0) || ' ' ||
		(SELECT count(*) || ' ' || coalesce(max(added), 0) FROM failure)`, nil, &mark)
	return mark, err
}
