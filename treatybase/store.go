package treatybase

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"pacta"
)

// Stored says what Store did.
type Stored struct {
	New     int // documents that the base did not have
	Updated int // documents that were analysed again, or found under an earlier file name
}

// Store stores records in one transaction: after it, all of them are in the
// base, or after an error none. Storing the same again changes nothing. The
// objects do not know of them until Replace.
func (b *Base) Store(ctx context.Context, records []*Record) (Stored, error) {
	var done Stored
	err := b.write(ctx, func(tx *sql.Tx) error {
		s := &storing{ctx: ctx, tx: tx, now: time.Now().Unix()}
		for _, r := range records {
			if err := s.record(r); err != nil {
				return fmt.Errorf("store %s: %w", r.doc.File, err)
			}
		}
		done = s.done
		if done == (Stored{}) {
			return nil
		}
		return s.changed()
	})
	if err != nil {
		return Stored{}, err
	}
	return done, nil
}

// storing is one run of Store. Statements are prepared once a transaction.
type storing struct {
	ctx      context.Context
	tx       *sql.Tx
	now      int64
	done     Stored
	prepared map[string]*sql.Stmt
}

func (s *storing) stmt(query string) (*sql.Stmt, error) {
	if st, ok := s.prepared[query]; ok {
		return st, nil
	}
	st, err := s.tx.PrepareContext(s.ctx, query)
	if err != nil {
		return nil, err
	}
	if s.prepared == nil {
		s.prepared = map[string]*sql.Stmt{}
	}
	s.prepared[query] = st
	return st, nil
}

func (s *storing) exec(query string, args ...any) error {
	st, err := s.stmt(query)
	if err != nil {
		return err
	}
	_, err = st.ExecContext(s.ctx, args...)
	return err
}

func (s *storing) one(query string, args []any, dest ...any) error {
	st, err := s.stmt(query)
	if err != nil {
		return err
	}
	return st.QueryRowContext(s.ctx, args...).Scan(dest...)
}

// stored is what the base knows of a document before it is stored again.
type stored struct {
	n            int
	file, sha256 string
	version      string
	repeated     []byte // as the analysis knows it
}

func (s *storing) record(r *Record) error {
	if err := s.raw(r); err != nil {
		return err
	}
	old, err := s.lookup(r.doc.ID)
	if err != nil {
		return err
	}
	switch {
	case old == nil:
		old, err = s.insert(r)
		s.done.New++
	case comesBefore(r.doc, old) || r.raw == nil && (old.version != r.version || !bytes.Equal(old.repeated, encodeSpans(r.doc.Repeated))):
		err = s.update(r, old)
		s.done.Updated++
	}
	if err != nil || r.raw == nil {
		return err
	}
	if err := s.exec(`INSERT INTO sighting (document, file, sha256, url) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
		old.n, r.doc.File, r.doc.SHA256, r.doc.URL); err != nil {
		return err
	}
	return s.exec(`DELETE FROM failure WHERE file = ?`, r.doc.File)
}

// comesBefore reports whether d's file is the one to show for a document that
// was found in two. Which one arrived first must not matter.
func comesBefore(d *pacta.Document, old *stored) bool {
	if d.File != old.file {
		return d.File < old.file
	}
	return d.SHA256 < old.sha256
}

func (s *storing) raw(r *Record) error {
	if r.raw == nil {
		return nil
	}
	var fetched int64
	if !r.raw.Fetched.IsZero() {
		fetched = r.raw.Fetched.Unix()
	}
	return s.exec(`INSERT INTO raw (n, sha256, media_type, fetched, size, body)
		SELECT coalesce(max(n), 0) + 1, ?, ?, ?, ?, ? FROM raw WHERE true ON CONFLICT DO NOTHING`,
		r.doc.SHA256, r.raw.MediaType, fetched, len(r.raw.Body), r.body)
}

func (s *storing) lookup(id string) (*stored, error) {
	x := &stored{}
	err := s.one(`SELECT d.n, d.file, d.sha256, p.version, l.analysed FROM document d
		JOIN analysis a ON a.document = d.n JOIN pipeline p ON p.n = a.pipeline
		LEFT JOIN layout l ON l.document = d.n WHERE d.id = ?`,
		[]any{id}, &x.n, &x.file, &x.sha256, &x.version, &x.repeated)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return x, err
}

func (s *storing) insert(r *Record) (*stored, error) {
	d := r.doc
	x := &stored{file: d.File, sha256: d.SHA256}
	if err := s.one(`SELECT coalesce(max(n), 0) + 1 FROM document`, nil, &x.n); err != nil {
		return nil, err
	}
	first, _ := days(d.Published.Value)
	if err := s.exec(`INSERT INTO document (n, id, external_id, file, url, sha256, media_type, genre, language, title, outlet,
		author, published, published_basis, first_day, added, text, detail) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
		x.n, d.ID, d.ExternalID, d.File, d.URL, d.SHA256, d.MediaType, d.Genre, d.Language, d.Title.Value, d.Outlet.Value,
		d.Author.Value, d.Published.Value, string(d.Published.Basis), first, s.now, d.Text, r.detail); err != nil {
		return nil, err
	}
	return x, errors.Join(s.analysis(r, x.n), s.sentences(r, x.n))
}

// update gives a stored document the metadata of r and its analysis.
func (s *storing) update(r *Record, old *stored) error {
	d := r.doc
	before, err := s.indexed(old.n)
	if err != nil {
		return err
	}
	for i, text := range before {
		if err := s.exec(`INSERT INTO sentence_fts (sentence_fts, rowid, text) VALUES ('delete', ?, ?)`, sentenceNumber(old.n, i), text); err != nil {
			return err
		}
	}
	if err := s.exec(`DELETE FROM sentence WHERE n >= ? AND n < ?`, sentenceNumber(old.n, 0), sentenceNumber(old.n+1, 0)); err != nil {
		return err
	}
	if r.raw != nil { // else it came from the base
		if err := s.exec(`UPDATE document SET file = ?, url = ?, sha256 = ?, media_type = ?, author = ?, published_basis = ?, detail = ? WHERE n = ?`,
			d.File, d.URL, d.SHA256, d.MediaType, d.Author.Value, string(d.Published.Basis), r.detail, old.n); err != nil {
			return err
		}
	}
	for _, table := range []string{"analysis", "tally"} {
		if err := s.exec(`DELETE FROM `+table+` WHERE document = ?`, old.n); err != nil {
			return err
		}
	}
	return errors.Join(s.analysis(r, old.n), s.sentences(r, old.n))
}

func (s *storing) analysis(r *Record, document int) error {
	if err := s.exec(`INSERT INTO pipeline (n, version) SELECT coalesce(max(n), 0) + 1, ? FROM pipeline WHERE true ON CONFLICT DO NOTHING`, r.version); err != nil {
		return err
	}
	if err := s.exec(`INSERT INTO analysis (document, pipeline, problem, resolved, annotations)
		SELECT ?, n, ?, 0, ? FROM pipeline WHERE version = ?`, document, r.problem, r.blob, r.version); err != nil {
		return err
	}
	for _, c := range r.tally {
		if err := s.exec(`INSERT INTO tally (document, kind, count) VALUES (?, ?, ?)`, document, c.Value, c.Count); err != nil {
			return err
		}
	}
	return s.layout(r, document)
}

// maxSentences is how many sentences one document can have in the index.
const maxSentences = 1 << 20

func sentenceNumber(document, i int) int { return document*maxSentences + i }

// sentences stores the spans of sentences and indexes their words, and the
// title where it does not stand in the text.
func (s *storing) sentences(r *Record, document int) error {
	spans := r.sentences[:min(len(r.sentences), maxSentences-1)]
	if t := r.doc.Title; t.Value != "" && t.Span.IsZero() {
		spans = append(spans[:len(spans):len(spans)], pacta.Span{})
	}
	for i, x := range spans {
		text := x.Of(r.doc.Text)
		if x.IsZero() {
			text = r.doc.Title.Value
		}
		n := sentenceNumber(document, i)
		if err := s.exec(`INSERT INTO sentence (n, document, start_byte, end_byte) VALUES (?, ?, ?, ?)`, n, document, x.Start, x.End); err != nil {
			return err
		}
		if err := s.exec(`INSERT INTO sentence_fts (rowid, text) VALUES (?, ?)`, n, text); err != nil {
			return err
		}
	}
	return nil
}

// indexed returns the texts that the full-text index holds of a document.
func (s *storing) indexed(document int) ([]string, error) {
	st, err := s.stmt(`SELECT text FROM sentence_text WHERE n >= ? AND n < ? ORDER BY n`)
	if err != nil {
		return nil, err
	}
	rows, err := st.QueryContext(s.ctx, sentenceNumber(document, 0), sentenceNumber(document+1, 0))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, err
		}
		out = append(out, text)
	}
	return out, rows.Err()
}

// changed counts the changes of documents, so that whoever resolves notices
// what came in meanwhile.
func (s *storing) changed() error {
	return s.exec(`INSERT INTO setting (name, value) VALUES ('generation', '1')
		ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(setting.value AS INTEGER) + 1 AS TEXT)`)
}
