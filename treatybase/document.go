package treatybase

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"pacta"
)

// A DocumentRow is a line of a list of documents.
type DocumentRow struct {
	ID             string `json:"id"`
	ExternalID     string `json:"external_id"`
	File           string `json:"file"`
	URL            string `json:"url"`
	Title          string `json:"title"`
	Outlet         string `json:"outlet"`
	Author         string `json:"author"`
	Published      string `json:"published"` // EDTF, "" if not stated
	PublishedBasis string `json:"published_basis"`
	Genre          string `json:"genre"`
	Language       string `json:"language"`
	Group          string `json:"group"` // near-copies of one text share it; the ID of one that stands alone
	Bytes          int    `json:"bytes"` // of the text
	Facts          int    `json:"facts"` // annotations
	Problem        string `json:"problem,omitempty"`
}

// A DocumentFilter says which documents to list; the zero value lists all.
type DocumentFilter struct {
	Outlet, Language, Genre string
	Since, Until            string // EDTF; documents published from, up to
	Text                    string // words in the text; see Search for the syntax
	Undated                 bool   // only those without a date
	Problem                 bool   // only those in which an extractor went wrong
	Order                   string // "" newest date first, "added" last added first, "file", "title"
	Limit, Offset           int    // Limit 0 is DefaultLimit
}

// DefaultLimit is how many rows a list has when the filter names no Limit.
const DefaultLimit = 100

var documentOrders = map[string]string{
	"":      "d.first_day DESC, d.id",
	"added": "d.n DESC",
	"file":  "d.file, d.id",
	"title": "d.title, d.id",
}

// Documents returns the documents that f lets through and how many there are
// without Limit and Offset.
func (b *Base) Documents(ctx context.Context, f DocumentFilter) ([]DocumentRow, int, error) {
	w, err := f.where()
	if err != nil {
		return nil, 0, err
	}
	order, ok := documentOrders[f.Order]
	if !ok {
		return nil, 0, fmt.Errorf("no order %q: %w", f.Order, pacta.ErrInvalid)
	}
	if f.Text != "" {
		return b.documentsWith(ctx, w, &f, order)
	}
	var total int
	if err := b.one(ctx, `SELECT count(*) FROM document d WHERE `+w.sql(), w.args, &total); err != nil {
		return nil, 0, err
	}
	out, err := b.documents(ctx, w, order, w.page(f.Limit, f.Offset))
	return out, total, err
}

// documentsWith lists a page of what w lets through and has words in a sentence.
func (b *Base) documentsWith(ctx context.Context, w *where, f *DocumentFilter, order string) ([]DocumentRow, int, error) {
	find := &finder{ctx: ctx, b: b}
	found, err := find.list(`SELECT group_concat(n) FROM (SELECT DISTINCT rowid / 1048576 AS n FROM sentence_fts WHERE sentence_fts MATCH ?)`, match(f.Text))
	if err != nil {
		return nil, 0, err
	}
	var with set
	with.addAll(found)
	all, err := find.list(`SELECT group_concat(n) FROM (SELECT d.n FROM document d WHERE `+w.sql()+` ORDER BY `+order+`)`, w.args...)
	if err != nil {
		return nil, 0, err
	}
	all = slices.DeleteFunc(all, func(n uint32) bool { return !with.has(int(n)) })
	limit := f.Limit
	if limit <= 0 {
		limit = DefaultLimit
	}
	from := min(max(f.Offset, 0), len(all))
	in, _ := json.Marshal(all[from:min(from+limit, len(all))])
	page := &where{}
	page.and("d.n IN (SELECT value FROM json_each(?))", string(in))
	out, err := b.documents(ctx, page, order, "")
	return out, len(all), err
}

// documents lists a page of what w lets through in the order. What a row shows
// is read of that page alone: to sort with the texts takes ten times as long.
func (b *Base) documents(ctx context.Context, w *where, order, page string) ([]DocumentRow, error) {
	var out []DocumentRow
	err := b.each(ctx, func(scan func(...any) error) error {
		var x DocumentRow
		err := scan(&x.ID, &x.ExternalID, &x.File, &x.URL, &x.Title, &x.Outlet, &x.Author, &x.Published, &x.PublishedBasis,
			&x.Genre, &x.Language, &x.Group, &x.Bytes, &x.Facts, &x.Problem)
		out = append(out, x)
		return err
	}, `SELECT d.id, d.external_id, d.file, d.url, d.title, d.outlet, d.author, d.published, d.published_basis,
			d.genre, d.language, coalesce((SELECT copies FROM layout l WHERE l.document = d.n), d.id), length(CAST(d.text AS BLOB)),
			coalesce((SELECT sum(count) FROM tally t WHERE t.document = d.n), 0),
			(SELECT problem FROM analysis a WHERE a.document = d.n)
		FROM document d WHERE d.n IN (SELECT d.n FROM document d WHERE `+w.sql()+` ORDER BY `+order+page+`) ORDER BY `+order, w.args...)
	return out, err
}

func (f *DocumentFilter) where() (*where, error) {
	w := &where{}
	w.equal("d.outlet", f.Outlet)
	w.equal("d.language", f.Language)
	w.equal("d.genre", f.Genre)
	if err := w.between("d.first_day", "d.first_day", f.Since, f.Until); err != nil {
		return nil, err
	}
	if f.Undated {
		w.and("d.published = ''")
	}
	if f.Problem {
		w.and("d.n IN (SELECT document FROM analysis WHERE problem <> '')")
	}
	return w, nil
}

// Document returns a document with its text and all of its metadata. The id
// may be shortened as long as it fits only one.
func (b *Base) Document(ctx context.Context, id string) (*pacta.Document, error) {
	n, err := b.documentNumber(ctx, id)
	if err != nil {
		return nil, err
	}
	d := &pacta.Document{}
	var blob, repeated []byte
	err = b.one(ctx, `SELECT id, external_id, file, url, sha256, media_type, genre, language, text, detail, l.repeated, coalesce(l.copies, id)
		FROM document LEFT JOIN layout l ON l.document = n WHERE n = ?`,
		[]any{n}, &d.ID, &d.ExternalID, &d.File, &d.URL, &d.SHA256, &d.MediaType, &d.Genre, &d.Language, &d.Text, &blob, &repeated, &d.Group)
	if err != nil {
		return nil, err
	}
	if err := fill(d, blob); err != nil {
		return nil, err
	}
	lines, err := decodeSpans(repeated)
	return d.Repeat(lines), err
}

// fill adds to d what the detail column holds.
func fill(d *pacta.Document, blob []byte) error {
	var x detail
	if err := x.decode(blob); err != nil {
		return fmt.Errorf("document %s: %w", d.ID, err)
	}
	d.Title, d.Outlet, d.Author, d.Published = x.Title, x.Outlet, x.Author, x.Published
	d.Sections, d.Dropped, d.Leads, d.Extra = x.Sections, x.Dropped, x.Leads, x.Extra
	return nil
}

// documentNumber returns the row of a document by its id or a beginning of it
// that fits only one.
func (b *Base) documentNumber(ctx context.Context, id string) (int, error) {
	var n, found int
	err := b.one(ctx, `SELECT n FROM document WHERE id = ?`, []any{id}, &n)
	if !errors.Is(err, sql.ErrNoRows) {
		return n, err
	}
	if len(id) >= 4 {
		err = b.one(ctx, `SELECT coalesce(min(n), 0), count(*) FROM document WHERE id > ? AND id < ?`, []any{id, id + "g"}, &n, &found)
		if err != nil {
			return 0, err
		}
	}
	switch found {
	case 0:
		return 0, fmt.Errorf("no document %s: %w", id, pacta.ErrNotFound)
	case 1:
		return n, nil
	}
	return 0, fmt.Errorf("%d documents begin with %s: %w", found, id, pacta.ErrInvalid)
}

// Raw returns the bytes that a document was read from, as they arrived.
func (b *Base) Raw(ctx context.Context, id string) (*pacta.Raw, error) {
	n, err := b.documentNumber(ctx, id)
	if err != nil {
		return nil, err
	}
	raw := &pacta.Raw{}
	var body []byte
	err = b.one(ctx, `SELECT d.file, d.url, r.media_type, r.body FROM document d JOIN raw r ON r.sha256 = d.sha256 WHERE d.n = ?`,
		[]any{n}, &raw.Name, &raw.URL, &raw.MediaType, &body)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("bytes of document %s: %w", id, pacta.ErrNotFound)
	}
	if err != nil {
		return nil, err
	}
	raw.Body, err = unpack(body)
	return raw, err
}

// Files returns all files in which a document was found, in alphabetical order.
func (b *Base) Files(ctx context.Context, id string) ([]string, error) {
	n, err := b.documentNumber(ctx, id)
	if err != nil {
		return nil, err
	}
	var out []string
	err = b.each(ctx, func(scan func(...any) error) error {
		out = append(out, "")
		return scan(&out[len(out)-1])
	}, `SELECT DISTINCT file FROM sighting WHERE document = ? ORDER BY file`, n)
	return out, err
}

// Known reports whether storing d would change nothing: the base has it with
// this analysis, and from a file that is shown before d's.
func (b *Base) Known(ctx context.Context, d *pacta.Document, version string) (bool, error) {
	var x stored
	var seen bool
	err := b.one(ctx, `SELECT d.file, d.sha256, p.version,
			EXISTS (SELECT 1 FROM sighting s WHERE s.document = d.n AND s.file = ? AND s.sha256 = ?)
		FROM document d JOIN analysis a ON a.document = d.n JOIN pipeline p ON p.n = a.pipeline WHERE d.id = ?`,
		[]any{d.File, d.SHA256, d.ID}, &x.file, &x.sha256, &x.version, &seen)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return seen && !comesBefore(d, &x) && x.version == version, err
}

// KnownRaw reports whether these bytes, found under this name, were read into
// documents before, all of which have this analysis.
func (b *Base) KnownRaw(ctx context.Context, name, sha256, version string) (bool, error) {
	var documents, current int
	err := b.one(ctx, `SELECT count(*), coalesce(sum(CASE WHEN p.version = ? THEN 1 ELSE 0 END), 0)
		FROM sighting s JOIN analysis a ON a.document = s.document JOIN pipeline p ON p.n = a.pipeline
		WHERE s.sha256 = ? AND s.file = ?`, []any{version, sha256, name}, &documents, &current)
	return documents > 0 && documents == current, err
}

// Stale yields the documents whose analysis is of another pipeline version
// than the one named, or does not know which lines the outlet repeats. The base
// may be written to meanwhile.
func (b *Base) Stale(ctx context.Context, version string) iter.Seq2[*pacta.Document, error] {
	return func(yield func(*pacta.Document, error) bool) {
		ids, err := b.stale(ctx, version)
		if err != nil {
			yield(nil, err)
			return
		}
		for _, id := range ids {
			if d, err := b.Document(ctx, id); !yield(d, err) {
				return
			}
		}
	}
}

func (b *Base) stale(ctx context.Context, version string) ([]string, error) {
	var ids []string
	err := b.each(ctx, func(scan func(...any) error) error {
		ids = append(ids, "")
		return scan(&ids[len(ids)-1])
	}, `SELECT d.id FROM document d JOIN analysis a ON a.document = d.n JOIN pipeline p ON p.n = a.pipeline
		WHERE p.version <> ? OR d.n IN (SELECT document FROM layout WHERE analysed <> repeated) ORDER BY d.n`, version)
	return ids, err
}

// where collects the conditions of a query.
type where struct {
	conditions []string
	args       []any
}

func (w *where) and(condition string, args ...any) {
	w.conditions = append(w.conditions, condition)
	w.args = append(w.args, args...)
}

func (w *where) equal(column, value string) {
	if value != "" {
		w.and(column+" = ?", value)
	}
}

// between keeps what may have happened between two EDTF dates, both included
// and either one left open; what has no date is left out.
func (w *where) between(first, last, since, until string) error {
	for _, d := range []string{since, until} {
		if lo, _ := days(d); d != "" && lo == noDay {
			return fmt.Errorf("%q is not a date like 2022-02-22, 2022-02 or 2022: %w", d, pacta.ErrInvalid)
		}
	}
	if since != "" {
		lo, _ := days(since)
		w.and(last+" >= ?", lo) // what has no date is below all days
	}
	if until != "" {
		_, hi := days(until)
		w.and(first+" <= ?", hi)
	}
	if until != "" && since == "" {
		w.and(first+" <> ?", noDay)
	}
	return nil
}

func (w *where) sql() string {
	if len(w.conditions) == 0 {
		return "true"
	}
	return strings.Join(w.conditions, " AND ")
}

func (w *where) page(limit, offset int) string {
	if limit <= 0 {
		limit = DefaultLimit
	}
	return fmt.Sprintf(" LIMIT %d OFFSET %d", limit, max(offset, 0))
}
