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
	f := &Findings{}
	for i := range b.Instruments {
		f.Discrepancies = append(f.Discrepancies, instrumentDiscrepancies(&b.Instruments[i])...)
	}
	for i := range b.Commitments {
		f.Discrepancies = append(f.Discrepancies, modalityDiscrepancies(&b.Commitments[i])...)
	}
	for i := range documents {
		f.Discrepancies = append(f.Discrepancies, publicationDiscrepancies(&documents[i])...)
	}
	f.Tensions = newWorld(b).tensions()
	slices.SortFunc(f.Tensions, func(a, b Tension) int { return strings.Compare(a.ID, b.ID) })
	f.Tensions = slices.CompactFunc(f.Tensions, func(a, b Tension) bool { return a.ID == b.ID })
	slices.SortFunc(f.Discrepancies, func(a, b Discrepancy) int { return strings.Compare(a.ID, b.ID) })
	return f
}

// makeID returns an identity that is a function of parts.
func makeID(kind byte, parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return string(kind) + hex.EncodeToString(sum[:6])
}
