package treatybase

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"iter"

	"pacta"
)

// A Sketch is what the base keeps of a document as it was read, so that it can
// be compared with all others: how it is made and compared, whoever stores it
// knows.
type Sketch struct {
	Version int    // of what made it
	Outlet  string // within which lines are compared, "" for none
	Print   []byte // fingerprint of the text
	Lines   []byte // lines that may be boilerplate
}

// SetSketch adds to r the sketch of the document as it was read. The record may
// be that of a document with repeated lines (see pacta.Document.Repeat): those
// are not part of the document that is stored.
func (r *Record) SetSketch(asRead *pacta.Document, s Sketch) {
	r.sketch = &s
	if asRead != r.doc {
		r.detail = encodeDetail(asRead)
	}
}

// Again reports whether the record is that of a document of the base, analysed
// anew.
func (r *Record) Again() bool { return r.raw == nil }

// layout stores how a document looks beside others, as far as r knows.
func (s *storing) layout(r *Record, document int) error {
	if r.sketch == nil {
		return s.exec(`UPDATE layout SET analysed = ? WHERE document = ?`, encodeSpans(r.doc.Repeated), document)
	}
	x := r.sketch
	return s.exec(`INSERT INTO layout (document, sketcher, outlet, print, lines, copies, settled, repeated, analysed)
		VALUES (?, ?, ?, coalesce(?, x''), coalesce(?, x''), ?, 0, x'', ?) ON CONFLICT (document) DO UPDATE SET sketcher = excluded.sketcher, outlet = excluded.outlet,
		print = excluded.print, lines = excluded.lines, settled = 0, analysed = excluded.analysed`,
		document, x.Version, x.Outlet, x.Print, x.Lines, r.doc.ID, encodeSpans(r.doc.Repeated))
}

// Unsketched yields the documents, as they were read, that have no sketch of
// the version. The base may be written to meanwhile.
func (b *Base) Unsketched(ctx context.Context, version int) iter.Seq2[*pacta.Document, error] {
	return func(yield func(*pacta.Document, error) bool) {
		var ids []string
		err := b.each(ctx, func(scan func(...any) error) error {
			ids = append(ids, "")
			return scan(&ids[len(ids)-1])
		}, `SELECT d.id FROM document d LEFT JOIN layout l ON l.document = d.n AND l.sketcher = ? WHERE l.document IS NULL ORDER BY d.n`, version)
		if err != nil {
			yield(nil, err)
			return
		}
		for _, id := range ids {
			if d, err := b.asRead(ctx, id); !yield(d, err) {
				return
			}
		}
	}
}

// Sketch stores the sketches of documents of the base, by ID.
func (b *Base) Sketch(ctx context.Context, sketches map[string]Sketch) error {
	if len(sketches) == 0 {
		return nil
	}
	return b.write(ctx, func(tx *sql.Tx) error {
		w := &storing{ctx: ctx, tx: tx}
		for id, x := range sketches {
			if err := w.exec(`INSERT INTO layout (document, sketcher, outlet, print, lines, copies, settled, repeated, analysed)
				SELECT n, ?, ?, coalesce(?, x''), coalesce(?, x''), id, 0, x'', x'' FROM document WHERE id = ?
				ON CONFLICT (document) DO UPDATE SET sketcher = excluded.sketcher, outlet = excluded.outlet,
				print = excluded.print, lines = excluded.lines, settled = 0`, x.Version, x.Outlet, x.Print, x.Lines, id); err != nil {
				return err
			}
		}
		return nil
	})
}

// A Settled is a document beside others as the base has it.
type Settled struct {
	ID       string
	Outlet   string
	Genre    string       // of Prints only
	Copies   string       // the smallest ID among its copies
	New      bool         // not settled yet
	Print    []byte       // of Prints only
	Lines    []byte       // of Lines only
	Repeated []pacta.Span // of Lines only
}

// Unsettled reports whether there are documents that were not compared with
// the others yet.
func (b *Base) Unsettled(ctx context.Context) (bool, error) {
	var yes bool
	err := b.one(ctx, `SELECT EXISTS (SELECT 1 FROM layout WHERE settled = 0)`, nil, &yes)
	return yes, err
}

// Prints returns all documents with their fingerprints, in the order of their
// IDs.
func (b *Base) Prints(ctx context.Context) ([]Settled, error) {
	var out []Settled
	err := b.each(ctx, func(scan func(...any) error) error {
		var x Settled
		err := scan(&x.ID, &x.Outlet, &x.Genre, &x.Copies, &x.New, &x.Print)
		out = append(out, x)
		return err
	}, `SELECT d.id, l.outlet, d.genre, l.copies, l.settled = 0, l.print FROM layout l JOIN document d ON d.n = l.document ORDER BY d.id`)
	return out, err
}

// Lines returns the documents of an outlet with their lines, in the order of
// their IDs.
func (b *Base) Lines(ctx context.Context, outlet string) ([]Settled, error) {
	var out []Settled
	err := b.each(ctx, func(scan func(...any) error) error {
		var x Settled
		var repeated []byte
		if err := scan(&x.ID, &x.Outlet, &x.Copies, &x.New, &x.Lines, &repeated); err != nil {
			return err
		}
		var err error
		x.Repeated, err = decodeSpans(repeated)
		out = append(out, x)
		return err
	}, `SELECT d.id, l.outlet, l.copies, l.settled = 0, l.lines, l.repeated FROM layout l JOIN document d ON d.n = l.document
		WHERE l.outlet = ? ORDER BY d.id`, outlet)
	return out, err
}

// Settle stores which documents changed their group of copies, which their
// repeated lines, and that all that were stored before generation are settled.
// The error is ErrChanged when documents were stored since; then nothing is
// changed. Documents whose lines changed become stale, and those whose copies
// changed unresolved.
func (b *Base) Settle(ctx context.Context, generation string, copies map[string]string, repeated map[string][]pacta.Span) error {
	return b.write(ctx, func(tx *sql.Tx) error {
		w := &storing{ctx: ctx, tx: tx}
		var now string
		if err := w.one(`SELECT coalesce((SELECT value FROM setting WHERE name = 'generation'), '')`, nil, &now); err != nil {
			return err
		}
		if now != generation {
			return ErrChanged
		}
		for id, group := range copies {
			if err := errors.Join(
				w.exec(`UPDATE layout SET copies = ? WHERE document = (SELECT n FROM document WHERE id = ?)`, group, id),
				w.exec(`UPDATE analysis SET resolved = 0 WHERE document = (SELECT n FROM document WHERE id = ?)`, id)); err != nil {
				return err
			}
		}
		for id, lines := range repeated {
			if err := w.exec(`UPDATE layout SET repeated = ? WHERE document = (SELECT n FROM document WHERE id = ?)`, encodeSpans(lines), id); err != nil {
				return err
			}
		}
		if err := w.exec(`UPDATE layout SET settled = 1 WHERE settled = 0`); err != nil || len(copies)+len(repeated) == 0 {
			return err
		}
		return w.changed()
	})
}

// Generation names the state of the documents: it is another after each change.
func (b *Base) Generation(ctx context.Context) (string, error) {
	var g string
	err := b.one(ctx, `SELECT coalesce((SELECT value FROM setting WHERE name = 'generation'), '')`, nil, &g)
	return g, err
}

// encodeSpans writes spans, sorted, as unsigned varints.
func encodeSpans(spans []pacta.Span) []byte {
	out, at := []byte{}, 0
	for _, s := range spans {
		out = binary.AppendUvarint(out, uint64(s.Start-at))
		out = binary.AppendUvarint(out, uint64(s.Len()))
		at = s.End
	}
	return out
}

func decodeSpans(b []byte) ([]pacta.Span, error) {
	var out []pacta.Span
	at := 0
	for len(b) > 0 {
		gap, n := binary.Uvarint(b)
		size, m := binary.Uvarint(b[max(n, 0):])
		if n <= 0 || m <= 0 {
			return nil, fmt.Errorf("spans: %w", ErrCorrupt)
		}
		b = b[n+m:]
		out = append(out, pacta.Span{Start: at + int(gap), End: at + int(gap) + int(size)})
		at += int(gap) + int(size)
	}
	return out, nil
}

// asRead returns a document without the lines that its outlet repeats.
func (b *Base) asRead(ctx context.Context, id string) (*pacta.Document, error) {
	d := &pacta.Document{ID: id}
	var blob []byte
	err := b.one(ctx, `SELECT external_id, file, url, sha256, media_type, genre, language, text, detail FROM document WHERE id = ?`,
		[]any{id}, &d.ExternalID, &d.File, &d.URL, &d.SHA256, &d.MediaType, &d.Genre, &d.Language, &d.Text, &blob)
	if err != nil {
		return nil, err
	}
	return d, fill(d, blob)
}
