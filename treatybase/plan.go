package treatybase

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"pacta"
	"pacta/resolve"
)

// MaxTotal is how far lists are counted.
const MaxTotal = 5_000

// rare is the number of objects up to which it is faster to fetch all that
// have a key and sort them than to walk the order of the list and ask of each
// whether it has the key.
const rare = 3_000

// maxWords is how many sentences with the words of a Filter are looked at.
const maxWords = 1_000

// A plan is a Filter as SQL. SQLite keeps no statistics of ours, so the plan
// counts the keys itself and fixes the order of the loops.
type plan struct {
	where
	from  string
	order string
	kind  string
	plain bool // every object of the kind

	driven bool      // starts from a document or words
	keyed  []counted // all that it asks, if that is nothing but keys; the rarest first
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
		if k.role != "type" && k.role != "review" && !slices.Contains(roles, k.role) {
			return nil, fmt.Errorf("kind %s has no %s: %w", kind, k.role, pacta.ErrInvalid)
		}
	}
	var err error
	if q.driven, err = b.drive(ctx, q, f); err != nil {
		return nil, err
	}
	counts, err := b.rarestFirst(ctx, kind, keys)
	if err != nil {
		return nil, err
	}
	q.keys(counts)
	if f.Review == resolve.ByMachine.String() {
		q.and("NOT EXISTS (SELECT 1 FROM object_key x WHERE x.kind = ? AND x.role = 'review' AND x.value IN ('accepted', 'edited', 'rejected') AND x.object = o.n)", kind)
	}
	if !q.driven && f.Since == "" && f.Until == "" && f.Review != resolve.ByMachine.String() && f.NewFor == "" {
		q.keyed = counts
	}
	if rejected, err := b.leaveOutRejected(ctx, kind); err != nil {
		return nil, err
	} else if rejected {
		q.and("NOT EXISTS (SELECT 1 FROM object_key x WHERE x.kind = ? AND x.role = 'review' AND x.value = 'rejected' AND x.object = o.n)", kind)
		q.keyed = nil
	}
	if f.NewFor != "" {
		if err := b.sinceSeen(ctx, q, f); err != nil {
			return nil, err
		}
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

// A counted key says how many objects have it.
type counted struct {
	key
	count int
}

// rarestFirst counts how many objects have each key.
func (b *Base) rarestFirst(ctx context.Context, kind string, keys []key) ([]counted, error) {
	var out []counted
	for _, k := range keys {
		var n int
		err := b.one(ctx, `SELECT coalesce((SELECT count FROM object_value WHERE kind = ? AND role = ? AND value = ?), 0)`, []any{kind, k.role, k.value}, &n)
		if err != nil {
			return nil, err
		}
		out = append(out, counted{k, n})
	}
	slices.SortStableFunc(out, func(a, b counted) int { return a.count - b.count })
	return out, nil
}

// keys adds the keys. The rarest drives the query if it is rare enough and
// nothing else does; the others are asked of each object.
func (q *plan) keys(keys []counted) {
	if !q.driven && len(keys) > 0 && keys[0].count <= rare {
		k := keys[0]
		q.from = "object_key k CROSS JOIN object o ON o.n = k.object"
		q.and("k.kind = ? AND k.role = ? AND k.value = ?", q.kind, k.role, k.value)
		keys = keys[1:]
	}
	for _, k := range keys {
		// The plus keeps SQLite from starting at the key.
		q.and("EXISTS (SELECT 1 FROM object_key x WHERE x.kind = ? AND x.role = ? AND x.value = ? AND x.object = +o.n)", q.kind, k.role, k.value)
	}
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
	if len(q.keyed) == 1 {
		return min(q.keyed[0].count, MaxTotal), nil
	}
	if len(q.keyed) > 1 {
		return b.having(ctx, q.kind, q.keyed)
	}
	err := b.one(ctx, fmt.Sprintf(`SELECT count(*) FROM (SELECT 1 FROM %s WHERE %s LIMIT %d)`, q.from, q.sql(), MaxTotal), q.args, &n)
	return n, err
}

// having counts the objects that have all of keys, without a look at the
// objects themselves.
func (b *Base) having(ctx context.Context, kind string, keys []counted) (int, error) {
	q := &where{}
	q.and("k.kind = ? AND k.role = ? AND k.value = ?", kind, keys[0].role, keys[0].value)
	for _, k := range keys[1:] {
		q.and("EXISTS (SELECT 1 FROM object_key x WHERE x.kind = ? AND x.role = ? AND x.value = ? AND x.object = +k.object)", kind, k.role, k.value)
	}
	var n int
	err := b.one(ctx, fmt.Sprintf(`SELECT count(*) FROM (SELECT 1 FROM object_key k WHERE %s LIMIT %d)`, q.sql(), MaxTotal), q.args, &n)
	return n, err
}
