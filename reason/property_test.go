package reason

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pacta/resolve"
)

// union puts the bases of all pairs into one; the two in question and the
// instruments of each get names of their own.
func union(t *testing.T) *resolve.Base {
	b := &resolve.Base{}
	for i, p := range parsePairs(t) {
		n := string(rune('A'+i/26)) + string(rune('a'+i%26)) + "-"
		b.Actors = append(b.Actors, p.base.Actors...)
		for _, x := range p.base.Instruments {
			x.ID = n + x.ID
			b.Instruments = append(b.Instruments, x)
		}
		for _, x := range p.base.Commitments {
			x.ID = n + x.ID
			if x.Instrument != "" {
				x.Instrument = resolve.Value(n) + x.Instrument
			}
			b.Commitments = append(b.Commitments, x)
		}
		for _, x := range p.base.Statements {
			x.ID = n + x.ID
			b.Statements = append(b.Statements, x)
		}
		for _, x := range p.base.Events {
			x.ID = n + x.ID
			b.Events = append(b.Events, x)
		}
	}
	b.Actors = byID(b.Actors, func(x *resolve.Actor) string { return x.ID })
	return b
}

// The order of arrival changes nothing, and what stands twice counts once.
func TestOrderAndDuplicates(t *testing.T) {
	b := union(t)
	want := Find(b, nil)
	if len(want.Tensions) < 20 {
		t.Fatalf("%d tensions in the union of all pairs, want many", len(want.Tensions))
	}
	for seed := range uint64(10) {
		r := rand.New(rand.NewPCG(seed, 1))
		c := &resolve.Base{Actors: mix(r, b.Actors), Instruments: mix(r, b.Instruments), Commitments: mix(r, b.Commitments),
			Statements: mix(r, b.Statements), Events: mix(r, b.Events), Fulfilments: mix(r, b.Fulfilments)}
		if d := cmp.Diff(want, Find(c, nil)); d != "" {
			t.Fatalf("seed %d (-in order +mixed):\n%s", seed, d)
		}
	}
}

// mix returns xs in another order, some of them twice.
func mix[T any](r *rand.Rand, xs []T) []T {
	out := slices.Clone(xs)
	for _, x := range xs {
		if r.IntN(3) == 0 {
			out = append(out, x)
		}
	}
	r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// BenchmarkFind draws findings from some hundred objects that all have to do
// with one another.
func BenchmarkFind(b *testing.B) {
	t := &testing.T{}
	base := union(t)
	for b.Loop() {
		Find(base, nil)
	}
}
