package treatybase

import (
	"context"
)

// Copies returns the other documents that hold nearly the same text as a
// document, such as the same wire report in other newspapers, the earliest
// first. The id may be shortened.
func (b *Base) Copies(ctx context.Context, id string) ([]DocumentRow, error) {
	n, err := b.documentNumber(ctx, id)
	if err != nil {
		return nil, err
	}
	w := &where{}
	w.and(`d.n IN (SELECT c.document FROM layout l JOIN layout c ON c.copies = l.copies WHERE l.document = ? AND c.document <> l.document)`, n)
	return b.documents(ctx, w, "d.first_day, d.id", "")
}

// Reach says how widely something is reported.
type Reach struct {
	Reports int `json:"reports"` // documents
	Texts   int `json:"texts"`   // independent ones among them: copies of one text count once
}

// Reach returns how many documents show an object. The id is that of an object,
// in full; one that the base does not have has no reports.
func (b *Base) Reach(ctx context.Context, id string) (Reach, error) {
	var r Reach
	err := b.one(ctx, `SELECT count(DISTINCT s.document), count(DISTINCT coalesce(l.copies, s.document))
		FROM object o JOIN object_source s ON s.object = o.n LEFT JOIN layout l ON l.document = s.document WHERE o.id = ?`,
		[]any{id}, &r.Reports, &r.Texts)
	return r, err
}
