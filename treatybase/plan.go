package treatybase

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"pacta"
)

// MaxTotal is how far lists are counted.
const MaxTotal = 5_000

// rare is the number of objects up to which it is faster to fetch all that
// have a key and sort them than to walk the order of the list and ask of each
// whether it has the key.
const rare = 3_000

// maxWords is how many sentences with the words of a Filter are looked at.
const maxWords = 2_000

// A plan is a Filter as SQL. SQLite keeps no statistics of ours, so the plan
// counts the keys itself and fixes the order of the loops.
type plan struct {
	where
	from  string
	order string
	kind  string
	plain bool // every object of the kind
}

func (b *Base) plan(ctx context.Context, kind string, f *Filter) (*plan, error) {
	roles, ok := Roles[kind]
	if !ok {
		return nil, fmt.Errorf("no kind of object %q: %w", kind, pacta.ErrInvalid)
	}
	q := &plan{from: "object o", kind: kind, order: orders[cmp.Or(f.Order, usual[kind])]}
	if q.order == "" {
		return nil, fmt.Errorf("no order %q: %w", f.Order, pacta.ErrInvalid)
	}
	keys := f.keyed()
	for _, k := range keys {
		if k.role != "type" && !slices.Contains(roles, k.role) {
			return nil, fmt.Errorf("kind %s has no %s: %w", kind, k.role, pacta.ErrInvalid)
		}
	}
	driven, err := b.drive(ctx, q, f)
	if err != nil {
		return nil, err
	}
	if err := b.keys(ctx, q, keys, driven); err != nil {
		return nil, err
	}
	q.and("o.kind = ?", kind)
	q.plain = len(q.conditions) == 1 && f.Since == "" && f.Until == ""
	return q, q.between("o.first_day", "o.last_day", f.Since, f.Until)
}

// drive starts the query from the document or the words of f, which few
// objects have. It reports whether there are any.
func (b *Base) drive(ctx context.Context, q *plan, f *Filter) (bool, error) {
	if f.Document != "" {
		n, err := b.documentNumber(ctx, f.Document)
		if err != nil {
			return false, err
		}
		q.and("o.n IN (SELECT object FROM object_source WHERE document = ?)", n)
	}
	m := match(f.Text)
	if m != "" {
		q.and(`o.n IN (SELECT s.object
			FROM (SELECT rowid AS n FROM sentence_fts WHERE sentence_fts MATCH ? ORDER BY rowid DESC LIMIT ?) t
			CROSS JOIN sentence x ON x.n = t.n
			CROSS JOIN object_source s ON s.document = x.document AND s.start_byte < x.end_byte AND s.end_byte > x.start_byte)`, m, maxWords)
	}
	return f.Document != "" || m != "", nil
}

// keys adds the keys. The rarest drives the query if it is rare enough and
// nothing else does; the others are asked of each object.
func (b *Base) keys(ctx context.Context, q *plan, keys []key, driven bool) error {
	if len(keys) == 0 {
		return nil
	}
	fewest, at := rare+1, 0
	for i, k := range keys {
		var n int
		err := b.one(ctx, `SELECT count(*) FROM (SELECT 1 FROM object_key WHERE kind = ? AND role = ? AND value = ? LIMIT ?)`,
			[]any{q.kind, k.role, k.value, fewest}, &n)
		if err != nil {
			return err
		}
		if n < fewest {
			fewest, at = n, i
		}
	}
	if !driven && fewest <= rare {
		k := keys[at]
		q.from = "object_key k CROSS JOIN object o ON o.n = k.object"
		q.and("k.kind = ? AND k.role = ? AND k.value = ?", q.kind, k.role, k.value)
		keys = slices.Delete(slices.Clone(keys), at, at+1)
	}
	for _, k := range keys {
		// The plus keeps SQLite from starting at the key.
		q.and("EXISTS (SELECT 1 FROM object_key x WHERE x.kind = ? AND x.role = ? AND x.value = ? AND x.object = +o.n)", q.kind, k.role, k.value)
	}
	return nil
}

// total counts what q finds.
func (b *Base) total(ctx context.Context, q *plan) (int, error) {
	var n int
	if q.plain {
		err := b.one(ctx, `SELECT count FROM object_count WHERE kind = ?`, []any{q.kind}, &n)
		if errors.Is(err, sql.ErrNoRows) {
			return 0, nil
		}
		return n, err
	}
	err := b.one(ctx, fmt.Sprintf(`SELECT count(*) FROM (SELECT 1 FROM %s WHERE %s LIMIT %d)`, q.from, q.sql(), MaxTotal), q.args, &n)
	return n, err
}
