package treatybase

import (
	"cmp"
	"slices"
	"strings"
)

// many inserts rows of one table, a hundred in a statement.
type many struct {
	s       *storing
	insert  string // up to VALUES
	suffix  string // what follows the rows
	columns int
	args    []any
}

const manyRows = 100

func (m *many) add(row ...any) error {
	if m.args = append(m.args, row...); len(m.args) < manyRows*m.columns {
		return nil
	}
	err := m.s.exec(m.statement(manyRows), m.args...)
	m.args = m.args[:0]
	return err
}

func (m *many) flush() error {
	for row := range slices.Chunk(m.args, m.columns) {
		if err := m.s.exec(m.statement(1), row...); err != nil {
			return err
		}
	}
	m.args = m.args[:0]
	return nil
}

func (m *many) statement(rows int) string {
	row := "(?" + strings.Repeat(", ?", m.columns-1) + ")"
	return m.insert + " VALUES " + row + strings.Repeat(", "+row, rows-1) + m.suffix
}

// An indexing run collects the keys and sources of new objects and writes them
// in the order of their tables: at random places of a large table a row takes
// ten times as long.
type indexing struct {
	keys    []keyRow
	sources []sourceRow
	key     many
	source  many
}

type keyRow struct {
	kind   string
	key    key
	object int
}

type sourceRow struct{ document, start, end, object int }

// indexed is how many rows wait in memory.
const indexed = 200_000

func newIndexing(s *storing) *indexing {
	return &indexing{
		key:    many{s: s, insert: `INSERT INTO object_key (kind, role, value, object)`, columns: 4},
		source: many{s: s, insert: `INSERT INTO object_source (document, start_byte, end_byte, object)`, suffix: ` ON CONFLICT DO NOTHING`, columns: 4},
	}
}

func (x *indexing) add(r *record, n int, document func(string) (int, error)) error {
	for _, k := range r.keys {
		x.keys = append(x.keys, keyRow{r.kind, k, n})
	}
	for _, src := range r.sources {
		d, err := document(src.Document)
		if err != nil {
			return err
		}
		x.sources = append(x.sources, sourceRow{d, src.Start, src.End, n})
	}
	if len(x.keys)+len(x.sources) < indexed {
		return nil
	}
	return x.flush()
}

func (x *indexing) flush() error {
	slices.SortFunc(x.keys, func(a, b keyRow) int {
		return cmp.Or(strings.Compare(a.kind, b.kind), strings.Compare(a.key.role, b.key.role), strings.Compare(a.key.value, b.key.value), a.object-b.object)
	})
	for _, k := range x.keys {
		if err := x.key.add(k.kind, k.key.role, k.key.value, k.object); err != nil {
			return err
		}
	}
	slices.SortFunc(x.sources, func(a, b sourceRow) int {
		return cmp.Or(a.document-b.document, a.start-b.start, a.end-b.end, a.object-b.object)
	})
	for _, r := range x.sources {
		if err := x.source.add(r.document, r.start, r.end, r.object); err != nil {
			return err
		}
	}
	x.keys, x.sources = x.keys[:0], x.sources[:0]
	return cmp.Or(x.key.flush(), x.source.flush())
}
