package treatybase

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"pacta"
	"pacta/reason"
	"pacta/resolve"
)

// ErrChanged is the error of Replace when documents came in after the inputs
// were read; read them again.
var ErrChanged = errors.New("documents were added meanwhile")

// A Snapshot is what resolve and reason draw objects from.
type Snapshot struct {
	Metadata   []reason.Metadata // of documents with several dates, once Inputs ran, in the order of their IDs
	base       *Base
	ctx        context.Context
	ran        bool
	broken     error // what made Inputs end early
	generation string
	version    string
}

// Inputs yields the documents in the order of their IDs, as often as it is
// asked to. One is good until the next is asked for. Replace returns what went
// wrong.
func (s *Snapshot) Inputs(yield func(*resolve.Input) bool) {
	u := &unpacker{interned: map[string]string{}, skip: pacta.Time} // which resolve does not look at
	stop := errors.New("stop")
	err := s.base.each(s.ctx, func(scan func(...any) error) error {
		in, err := s.input(scan, u)
		if err == nil && !yield(in) {
			return stop
		}
		return err
	}, inputs+` ORDER BY d.id`)
	s.ran = s.ran || err == nil
	if err != stop {
		s.broken = errors.Join(s.broken, err)
	}
}

const inputs = `SELECT d.id, d.genre, d.title, d.outlet, d.published, coalesce(l.copies, d.id), d.text, a.annotations, d.detail
	FROM document d JOIN analysis a ON a.document = d.n LEFT JOIN layout l ON l.document = d.n`

func (s *Snapshot) input(scan func(...any) error, u *unpacker) (*resolve.Input, error) {
	var x resolve.Input
	var text string
	var blob, more []byte
	err := scan(&x.ID, &x.Genre, &x.Title, &x.Outlet, &x.Published, &x.Group, &text, &blob, &more)
	if err != nil {
		return nil, err
	}
	if x.Annotations, err = u.annotations(blob, text); err == nil && !s.ran {
		var d detail
		err = d.decode(more)
		if m := metadata(x.ID, text, &d.Published); len(m.Rejected) > 0 {
			s.Metadata = append(s.Metadata, m)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("document %s: %w", x.ID, err)
	}
	return &x, nil
}

// Unresolved reports whether there are documents or reviews that the objects do
// not know of, or objects that another version of resolve and reason made.
func (b *Base) Unresolved(ctx context.Context, version string) (bool, error) {
	var documents bool
	var by string
	err := b.one(ctx, `SELECT EXISTS (SELECT 1 FROM analysis WHERE resolved = 0) OR EXISTS (SELECT 1 FROM setting WHERE name = 'reviews due'),
		coalesce((SELECT value FROM setting WHERE name = 'resolved by'), '')`, nil, &documents, &by)
	return documents || by != version, err
}

// Inputs returns what resolve and reason need of all documents. The version is
// that of resolve and reason, which Replace notes. Documents that come in while
// it is read make Replace return ErrChanged.
func (b *Base) Inputs(ctx context.Context, version string) (*Snapshot, error) {
	s := &Snapshot{version: version, base: b, ctx: ctx}
	err := b.one(ctx, `SELECT coalesce((SELECT value FROM setting WHERE name = 'generation'), '')`, nil, &s.generation)
	return s, err
}

// metadata is what a document says of its own date.
func metadata(id, text string, f *pacta.Field) reason.Metadata {
	claim := func(value string, s pacta.Span) resolve.Claim {
		c := resolve.Claim{Value: resolve.Value(value)}
		if !s.IsZero() {
			c.Sources = []resolve.Source{{Document: id, Span: s, Quote: s.Of(text)}}
		}
		return c
	}
	m := reason.Metadata{Document: id, Taken: claim(f.Value, f.Span)}
	for _, r := range f.Rejected {
		if strings.HasPrefix(r.Why, "stands in the running text") || strings.HasPrefix(r.Why, "stands within the text") || strings.HasPrefix(r.Why, "stands in the legend") {
			continue // a date that the article tells of is no other day of publication
		}
		m.Rejected = append(m.Rejected, claim(r.Value, r.Span))
	}
	return m
}

// Replace makes o the objects of the base; see Redraw.
func (b *Base) Replace(ctx context.Context, s *Snapshot, o *Objects) error {
	return b.Redraw(ctx, s, func(put func(any)) (*Objects, error) {
		each(o.Actors, put)
		each(o.Instruments, put)
		each(o.Provisions, put)
		each(o.Commitments, put)
		each(o.Statements, put)
		each(o.Events, put)
		each(o.Fulfilments, put)
		return o, nil
	})
}

func each[T any](xs []T, f func(any)) {
	for i := range xs {
		f(&xs[i])
	}
}

// Redraw makes the objects that draw puts, and the findings that it returns,
// the objects of the base, in one transaction. Objects that stay as they are
// are not written. The error is ErrChanged when documents were stored after s
// was read.
func (b *Base) Redraw(ctx context.Context, s *Snapshot, draw func(put func(any)) (*Objects, error)) error {
	return b.write(ctx, func(tx *sql.Tx) error {
		w := &storing{ctx: ctx, tx: tx}
		var generation string
		if err := w.one(`SELECT coalesce((SELECT value FROM setting WHERE name = 'generation'), '')`, nil, &generation); err != nil {
			return err
		}
		if generation != s.generation {
			return ErrChanged
		}
		o, err := w.redraw(draw)
		if err := errors.Join(err, s.broken); err != nil {
			return err
		}
		return errors.Join(w.places(o.Judge), w.exec(`DELETE FROM setting WHERE name = 'reviews due'`), w.exec(`UPDATE analysis SET resolved = 1 WHERE resolved = 0`),
			w.set("resolved by", s.version))
	})
}

func (s *storing) set(name, value string) error {
	return s.exec(`INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, value)
}

// held is what the base has of an object before it is replaced.
type held struct {
	n    int
	hash int64
}

// A replacing run makes the objects of a base the ones that it is given.
type replacing struct {
	*storing
	next      int    // the largest number of an object
	fresh     bool   // there was no object
	seen      []bool // by number: whether the object of before is one of now
	counts    map[string]int
	documents map[string]int // numbers by ID
	index     *indexing
	rows      many
	broken    error
}

func (s *storing) redraw(draw func(put func(any)) (*Objects, error)) (o *Objects, err error) {
	documents, err := s.documentNumbers()
	if err != nil {
		return nil, err
	}
	x := newReplacing(s, documents)
	if err := x.one(`SELECT coalesce(max(n), 0) FROM object`, nil, &x.next); err != nil {
		return nil, err
	}
	x.fresh, x.seen = x.next == 0, make([]bool, x.next+1)
	all := func() error {
		o, err = draw(x.put)
		if err != nil {
			return err
		}
		if err := o.judge(); err != nil {
			return err
		}
		each(o.Discrepancies, x.put)
		each(o.Tensions, x.put)
		return errors.Join(x.broken, x.dropUnseen(), x.rows.flush(), x.index.flush())
	}
	if x.fresh {
		err = s.withoutIndexes(all)
	} else {
		err = all()
	}
	return o, errors.Join(err, x.count())
}

func newReplacing(s *storing, documents map[string]int) *replacing {
	return &replacing{storing: s, counts: map[string]int{}, documents: documents, index: newIndexing(s), rows: many{s: s, columns: 11,
		insert: `INSERT INTO object (n, id, kind, type, name, date, first_day, last_day, documents, hash, body)`}}
}

// withoutIndexes runs f while the indexes over objects are gone: to sort them
// once is faster than to keep them in order.
func (s *storing) withoutIndexes(f func() error) error {
	var names, made []string
	if err := s.each(s.ctx, func(scan func(...any) error) error {
		var name, sql string
		err := scan(&name, &sql)
		names, made = append(names, name), append(made, sql)
		return err
	}, `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'object' AND sql IS NOT NULL ORDER BY name`); err != nil {
		return err
	}
	for _, name := range names {
		if _, err := s.tx.ExecContext(s.ctx, "DROP INDEX "+name); err != nil {
			return err
		}
	}
	if err := f(); err != nil {
		return err
	}
	for _, sql := range made {
		if _, err := s.tx.ExecContext(s.ctx, sql); err != nil {
			return err
		}
	}
	return nil
}

// put makes an object, or those of a page, part of the base.
func (x *replacing) put(object any) {
	if p, ok := object.(*resolve.Page); ok {
		each(p.Provisions, x.put)
		each(p.Statements, x.put)
		each(p.Fulfilments, x.put)
		return
	}
	if x.broken != nil {
		return
	}
	r, err := rowOf(object)
	if err == nil {
		err = x.replace(&r)
	}
	if err != nil {
		x.broken = fmt.Errorf("%s %s: %w", r.kind, r.id, err)
	}
}

// replace writes an object, in place of the old one if it differs.
func (x *replacing) replace(r *record) error {
	x.counts[r.kind]++
	var old held
	if !x.fresh {
		if err := x.one(`SELECT n, hash FROM object WHERE id = ?`, []any{r.id}, &old.n, &old.hash); err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
	}
	if old.n == 0 {
		x.next++
		return x.object(r, x.next)
	}
	if old.n >= len(x.seen) || x.seen[old.n] {
		return fmt.Errorf("two objects have the ID %s", r.id)
	}
	x.seen[old.n] = true
	if old.hash == r.hash {
		return nil
	}
	if err := x.remove(old.n); err != nil {
		return err
	}
	return x.object(r, old.n)
}

// dropUnseen removes the objects that are no more.
func (x *replacing) dropUnseen() error {
	var gone []int
	err := x.each(x.ctx, func(scan func(...any) error) error {
		var n int
		err := scan(&n)
		if n < len(x.seen) && !x.seen[n] {
			gone = append(gone, n)
		}
		return err
	}, `SELECT n FROM object`)
	for _, n := range gone {
		if err == nil {
			err = x.remove(n)
		}
	}
	return err
}

// count brings the tables of counts up to date.
func (x *replacing) count() error {
	if err := errors.Join(x.exec(`DELETE FROM object_value`), x.exec(`INSERT INTO object_value (kind, role, value, count)
		SELECT kind, role, value, count(*) FROM object_key GROUP BY kind, role, value`)); err != nil {
		return err
	}
	for _, k := range Kinds {
		if err := x.exec(`INSERT INTO object_count (kind, count) VALUES (?, ?) ON CONFLICT (kind) DO UPDATE SET count = excluded.count`, k, x.counts[k]); err != nil {
			return err
		}
	}
	return nil
}

func (s *storing) documentNumbers() (map[string]int, error) {
	out := map[string]int{}
	err := s.each(s.ctx, func(scan func(...any) error) error {
		var id string
		var n int
		err := scan(&id, &n)
		out[id] = n
		return err
	}, `SELECT id, n FROM document`)
	return out, err
}

// remove deletes an object with its keys, which its JSON tells, and its sources.
func (s *storing) remove(n int) error {
	var kind string
	var body []byte
	if err := s.one(`SELECT kind, body FROM object WHERE n = ?`, []any{n}, &kind, &body); err != nil {
		return err
	}
	r, err := s.stored(kind, body)
	if err != nil {
		return err
	}
	return errors.Join(s.unkey(kind, r.keys, n), s.exec(`DELETE FROM object_source WHERE object = ?`, n), s.exec(`DELETE FROM object WHERE n = ?`, n))
}

func (s *storing) unkey(kind string, ks keys, n int) error {
	for _, k := range ks {
		if err := s.exec(`DELETE FROM object_key WHERE kind = ? AND role = ? AND value = ? AND object = ?`, kind, k.role, k.value, n); err != nil {
			return err
		}
	}
	return nil
}

// rewrite gives object n, which has the keys old, the row r. It stands on the
// same words.
func (s *storing) rewrite(r *record, n int, old keys) error {
	if err := s.unkey(r.kind, old, n); err != nil {
		return err
	}
	for _, k := range r.keys {
		if err := s.exec(`INSERT INTO object_key (kind, role, value, object) VALUES (?, ?, ?, ?)`, r.kind, k.role, k.value, n); err != nil {
			return err
		}
	}
	first, last := days(r.date)
	return s.exec(`UPDATE object SET type = ?, name = ?, date = ?, first_day = ?, last_day = ?, hash = ?, body = ? WHERE n = ?`,
		r.typ, r.name, r.date, first, last, r.hash, packSmall(r.body), n)
}

func (s *storing) stored(kind string, body []byte) (record, error) {
	b, err := unpack(body)
	if err != nil {
		return record{}, err
	}
	return decoded(kind, b)
}

// object writes a new object; its keys and sources follow with those of others.
func (x *replacing) object(r *record, n int) error {
	first, last := days(r.date)
	seen := map[string]bool{}
	for _, s := range r.sources {
		seen[s.Document] = true
	}
	if err := x.index.add(r, n, x.document); err != nil {
		return err
	}
	return x.rows.add(n, r.id, r.kind, r.typ, r.name, r.date, first, last, len(seen), r.hash, packSmall(r.body))
}

func (x *replacing) document(id string) (int, error) {
	n, ok := x.documents[id]
	if !ok {
		return 0, fmt.Errorf("source in document %q, which is not in the base", id)
	}
	return n, nil
}
