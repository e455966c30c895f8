package reason

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"pacta/resolve"
)

// Findings is what follows from a base.
type Findings struct {
	Discrepancies []Discrepancy
	Tensions      []Tension
}

// Metadata is what a document says of its own day of publication: the value
// that was taken, and the dates that stand on the page as if they were it.
type Metadata struct {
	Document string
	Taken    resolve.Claim
	Rejected []resolve.Claim
}

// Find draws all findings from a base and from what its documents say of
// themselves, each list ordered by ID. The order of what it is given does not
// matter, and what stands twice counts once.
func Find(b *resolve.Base, documents []Metadata) *Findings {
	r := &Reader{w: worldOf(b)}
	b = ordered(b)
	for i := range b.Instruments {
		r.w.want(&b.Instruments[i])
	}
	for i := range b.Commitments {
		r.out = append(r.out, modalityDiscrepancies(&b.Commitments[i])...)
	}
	for i := range b.Events {
		r.Take(&b.Events[i])
	}
	for _, p := range pages(b) {
		r.Take(p)
	}
	for i := range documents {
		r.Take(&documents[i])
	}
	return r.Findings()
}

// ordered returns b with each list by ID.
func ordered(b *resolve.Base) *resolve.Base {
	return &resolve.Base{
		Actors:      byID(slices.Clone(b.Actors), func(x *resolve.Actor) string { return x.ID }),
		Instruments: byID(slices.Clone(b.Instruments), func(x *resolve.Instrument) string { return x.ID }),
		Commitments: byID(slices.Clone(b.Commitments), func(x *resolve.Commitment) string { return x.ID }),
		Statements:  byID(slices.Clone(b.Statements), func(x *resolve.Statement) string { return x.ID }),
		Events:      byID(slices.Clone(b.Events), func(x *resolve.Event) string { return x.ID }),
		Fulfilments: byID(slices.Clone(b.Fulfilments), func(x *resolve.Fulfilment) string { return x.ID }),
	}
}

// worldOf returns the actors, instruments and promises of b.
func worldOf(b *resolve.Base) *world {
	b = ordered(b)
	w := newWorld()
	w.wholly = true
	for i := range b.Actors {
		w.actor(&b.Actors[i])
	}
	for i := range b.Instruments {
		w.instrument(&b.Instruments[i])
	}
	for i := range b.Commitments {
		if p := w.promise(&b.Commitments[i]); p != nil {
			w.promises = append(w.promises, p)
		}
	}
	return w
}

// byID orders findings by identity and keeps one of each.
func byID[T any](xs []T, id func(*T) string) []T {
	slices.SortStableFunc(xs, func(a, b T) int { return strings.Compare(id(&a), id(&b)) })
	return slices.CompactFunc(xs, func(a, b T) bool { return id(&a) == id(&b) })
}

// makeID returns an identity that is a function of parts.
func makeID(kind byte, parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return string(kind) + hex.EncodeToString(sum[:6])
}
