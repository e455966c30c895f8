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
	Metadata   []reason.Metadata // the documents' own dates, in the order of their IDs
	inputs     []packed
	broken     error // what made Inputs end early
	generation string
	version    string
}

// A packed input has its annotations as they are stored: a fifth of what they
// take unpacked.
type packed struct {
	resolve.Input
	text string
	blob []byte
}

// Inputs yields the documents in the order of their IDs. One is good until the
// next is asked for.
func (s *Snapshot) Inputs(yield func(*resolve.Input) bool) {
	u := &unpacker{interned: map[string]string{}, skip: pacta.Time} // which resolve does not look at
	for i := range s.inputs {
		in := s.inputs[i].Input
		if in.Annotations, s.broken = u.annotations(s.inputs[i].blob, s.inputs[i].text); s.broken != nil {
			s.broken = fmt.Errorf("document %s: %w", in.ID, s.broken)
			return
		}
		if !yield(&in) {
			return
		}
	}
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

// Inputs reads what resolve and reason need of all documents. The version is that of
// resolve and reason, which Replace notes.
func (b *Base) Inputs(ctx context.Context, version string) (*Snapshot, error) {
	s := &Snapshot{version: version}
	if err := b.one(ctx, `SELECT coalesce((SELECT value FROM setting WHERE name = 'generation'), '')`, nil, &s.generation); err != nil {
		return nil, err
	}
	err := b.each(ctx, func(scan func(...any) error) error {
		var x resolve.Input
		var text string
		var blob, more []byte
		if err := scan(&x.ID, &x.Genre, &x.Title, &x.Outlet, &x.Published, &x.Group, &text, &blob, &more); err != nil {
			return err
		}
		var d detail
		if err := d.decode(more); err != nil {
			return fmt.Errorf("document %s: %w", x.ID, err)
		}
		s.Metadata = append(s.Metadata, metadata(x.ID, text, &d.Published))
		s.inputs = append(s.inputs, packed{x, text, blob})
		return nil
	}, `SELECT d.id, d.genre, d.title, d.outlet, d.published, coalesce(l.copies, d.id), d.text, a.annotations, d.detail
		FROM document d JOIN analysis a ON a.document = d.n LEFT JOIN layout l ON l.document = d.n ORDER BY d.id`)
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

// Replace makes o the objects of the base, in one transaction. Objects that
// stay as they are are not written. The error is ErrChanged when documents
// were stored after s was read.
func (b *Base) Replace(ctx context.Context, s *Snapshot, o *Objects) error {
	if err := errors.Join(s.broken, o.judge()); err != nil {
		return err
	}
	return b.write(ctx, func(tx *sql.Tx) error {
		w := &storing{ctx: ctx, tx: tx}
		var generation string
		if err := w.one(`SELECT coalesce((SELECT value FROM setting WHERE name = 'generation'), '')`, nil, &generation); err != nil {
			return err
		}
		if generation != s.generation {
			return ErrChanged
		}
		if err := w.replace(o); err != nil {
			return err
		}
		return errors.Join(w.places(o.Judge), w.exec(`DELETE FROM setting WHERE name = 'reviews due'`), w.exec(`UPDATE analysis SET resolved = 1 WHERE resolved = 0`),
			w.exec(`INSERT INTO setting (name, value) VALUES ('resolved by', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, s.version))
	})
}

// held is what the base has of an object before it is replaced.
type held struct {
	n    int
	hash int64
	keep bool
}

func (s *storing) replace(o *Objects) error {
	old, err := s.held()
	if err != nil {
		return err
	}
	documents, err := s.documentNumbers()
	if err != nil {
		return err
	}
	counts := map[string]int{}
	next, last := 0, ""
	for _, h := range old {
		next = max(next, h.n)
	}
	for r, err := range o.records {
		if err != nil {
			return err
		}
		counts[r.kind]++
		h := old[r.id]
		if r.id == last || h != nil && h.keep { // not in old: UNIQUE finds those of two kinds
			return fmt.Errorf("two objects have the ID %s", r.id)
		}
		last = r.id
		switch {
		case h == nil:
			next++
			h = &held{n: next}
		case h.hash == r.hash:
			h.keep = true
			continue
		default:
			h.keep = true
			if err := s.remove(h.n); err != nil {
				return err
			}
		}
		if err := s.object(&r, h.n, documents); err != nil {
			return fmt.Errorf("%s %s: %w", r.kind, r.id, err)
		}
	}
	for _, h := range old {
		if h.keep {
			continue
		}
		if err := s.remove(h.n); err != nil {
			return err
		}
	}
	if err := errors.Join(s.exec(`DELETE FROM object_value`), s.exec(`INSERT INTO object_value (kind, role, value, count)
		SELECT kind, role, value, count(*) FROM object_key GROUP BY kind, role, value`)); err != nil {
		return err
	}
	for _, k := range Kinds {
		if err := s.exec(`INSERT INTO object_count (kind, count) VALUES (?, ?) ON CONFLICT (kind) DO UPDATE SET count = excluded.count`, k, counts[k]); err != nil {
			return err
		}
	}
	return nil
}

func (s *storing) held() (map[string]*held, error) {
	out := map[string]*held{}
	rows, err := s.tx.QueryContext(s.ctx, `SELECT id, n, hash FROM object`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		h := &held{}
		if err := rows.Scan(&id, &h.n, &h.hash); err != nil {
			return nil, err
		}
		out[id] = h
	}
	return out, rows.Err()
}

func (s *storing) documentNumbers() (map[string]int, error) {
	out := map[string]int{}
	rows, err := s.tx.QueryContext(s.ctx, `SELECT id, n FROM document`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		var n int
		if err := rows.Scan(&id, &n); err != nil {
			return nil, err
		}
		out[id] = n
	}
	return out, rows.Err()
}

// remove deletes an object with its keys and sources, which its JSON tells.
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
	for _, k := range r.keys {
		if err := s.exec(`DELETE FROM object_key WHERE kind = ? AND role = ? AND value = ? AND object = ?`, kind, k.role, k.value, n); err != nil {
			return err
		}
	}
	for _, x := range r.sources {
		if err := s.exec(`DELETE FROM object_source WHERE document = (SELECT n FROM document WHERE id = ?)
			AND start_byte = ? AND end_byte = ? AND object = ?`, x.Document, x.Start, x.End, n); err != nil {
			return err
		}
	}
	return s.exec(`DELETE FROM object WHERE n = ?`, n)
}

func (s *storing) stored(kind string, body []byte) (record, error) {
	b, err := unpack(body)
	if err != nil {
		return record{}, err
	}
	return decoded(kind, b)
}

func (s *storing) object(r *record, n int, documents map[string]int) error {
	first, last := days(r.date)
	seen := map[string]bool{}
	for _, x := range r.sources {
		d, ok := documents[x.Document]
		if !ok {
			return fmt.Errorf("source in document %q, which is not in the base", x.Document)
		}
		seen[x.Document] = true
		if err := s.exec(`INSERT INTO object_source (document, start_byte, end_byte, object) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
			d, x.Start, x.End, n); err != nil {
			return err
		}
	}
	for _, k := range r.keys {
		if err := s.exec(`INSERT INTO object_key (kind, role, value, object) VALUES (?, ?, ?, ?)`, r.kind, k.role, k.value, n); err != nil {
			return err
		}
	}
	return s.exec(`INSERT INTO object (n, id, kind, type, name, date, first_day, last_day, documents, hash, body) VALUES (?,?,?,?,?,?,?,?,?,?,?)`,
		n, r.id, r.kind, r.typ, r.name, r.date, first, last, len(seen), r.hash, pack(r.body))
}
