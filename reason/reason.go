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
// themselves, each list ordered by ID.
func Find(b *resolve.Base, documents []Metadata) *Findings {
	w := newWorld(b)
	f := &Findings{Tensions: w.tensions()}
	for i := range w.Instruments {
		f.Discrepancies = append(f.Discrepancies, w.instrumentDiscrepancies(&w.Instruments[i])...)
	}
	for i := range w.Commitments {
		f.Discrepancies = append(f.Discrepancies, modalityDiscrepancies(&w.Commitments[i])...)
	}
	for i := range documents {
		f.Discrepancies = append(f.Discrepancies, publicationDiscrepancies(&documents[i])...)
	}
	f.Discrepancies = append(f.Discrepancies, w.assessments()...)
	f.Discrepancies = append(f.Discrepancies, w.slips()...)
	f.Discrepancies = append(f.Discrepancies, w.quantities()...)
	f.Tensions = byID(f.Tensions, func(t *Tension) string { return t.ID })
	f.Discrepancies = byID(f.Discrepancies, func(d *Discrepancy) string { return d.ID })
	return f
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
