package treatybase

import (
	"context"
	"database/sql"
)

// Seen notes that a person has seen what is in the base: only what comes in
// later is new to them.
func (b *Base) Seen(ctx context.Context, who string) error {
	return b.write(ctx, func(tx *sql.Tx) error {
		s := &storing{ctx: ctx, tx: tx}
		return s.exec(`INSERT INTO setting (name, value) SELECT ?, CAST(coalesce(max(n), 0) AS TEXT) FROM object WHERE true
			ON CONFLICT (name) DO UPDATE SET value = excluded.value`, seenBy(who))
	})
}

func seenBy(who string) string { return "seen by " + who }

// seen returns the number of the last object that a person has seen.
func (b *Base) seen(ctx context.Context, who string) (n int, err error) {
	err = b.one(ctx, `SELECT coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE name = ?), 0)`, []any{seenBy(who)}, &n)
	return n, err
}

// sinceSeen leaves only what a person has not seen, by when it came in: there
// is little of it, at the end of the table.
func (b *Base) sinceSeen(ctx context.Context, q *plan, f *Filter) error {
	n, err := b.seen(ctx, f.NewFor)
	if err != nil || n == 0 {
		return err
	}
	q.and("o.n > ?", n)
	if f.Order == "" {
		q.order = "o.n"
	}
	return nil
}
