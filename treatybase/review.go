package treatybase

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"pacta"
	"pacta/resolve"
)

// A Reviewed is a review of the journal with where it stands.
type Reviewed struct {
	resolve.Review
	Stands string `json:"stands_on,omitempty"` // ID of the record, "" for an orphan
	Counts bool   `json:"counts"`              // not undone
	Orphan string `json:"orphan,omitempty"`    // why it stands on no record
}

// A ReviewFilter says which reviews to list; the zero value lists all.
type ReviewFilter struct {
	Record        string // ID of the record that they stand on
	Who           string
	Orphans       bool // only those that stand on no record
	Limit, Offset int  // Limit 0 is DefaultLimit
}

// Reviews returns the journal, the newest review first, and how many reviews
// f lets through without Limit and Offset.
func (b *Base) Reviews(ctx context.Context, f ReviewFilter) ([]Reviewed, int, error) {
	w := &where{}
	w.equal("p.record", f.Record)
	w.equal("r.who", f.Who)
	if f.Orphans {
		w.and("p.record = '' AND p.counts = 1 AND (r.action <> 'undo' OR p.why LIKE '%not in the base')")
	}
	const from = ` FROM review r LEFT JOIN review_place p ON p.review = r.id WHERE `
	var total int
	if err := b.one(ctx, `SELECT count(*)`+from+w.sql(), w.args, &total); err != nil {
		return nil, 0, err
	}
	var out []Reviewed
	err := b.each(ctx, func(scan func(...any) error) error {
		x, err := scanReviewed(scan)
		out = append(out, x)
		return err
	}, `SELECT r.body, coalesce(p.record, ''), coalesce(p.counts, 0), coalesce(p.why, '')`+from+w.sql()+` ORDER BY r.made DESC, r.id`+w.page(f.Limit, f.Offset), w.args...)
	return out, total, err
}

func scanReviewed(scan func(...any) error) (x Reviewed, err error) {
	var body string
	if err = scan(&body, &x.Stands, &x.Counts, &x.Orphan); err == nil {
		err = json.Unmarshal([]byte(body), &x.Review)
	}
	return x, err
}

// Review returns one review by its ID, or by the beginning of an ID that fits
// only one.
func (b *Base) Review(ctx context.Context, id string) (Reviewed, error) {
	var found int
	if err := b.one(ctx, `SELECT count(*) FROM review WHERE id >= ? AND id < ?`, []any{id, id + "g"}, &found); err != nil {
		return Reviewed{}, err
	}
	if found > 1 {
		return Reviewed{}, fmt.Errorf("%d reviews begin with %s: %w", found, id, pacta.ErrInvalid)
	}
	x, err := scanReviewed(func(dest ...any) error {
		return b.one(ctx, `SELECT r.body, coalesce(p.record, ''), coalesce(p.counts, 0), coalesce(p.why, '')
			FROM review r LEFT JOIN review_place p ON p.review = r.id WHERE r.id >= ? AND r.id < ?`, []any{id, id + "g"}, dest...)
	})
	if errors.Is(err, sql.ErrNoRows) || len(id) < 4 {
		return Reviewed{}, fmt.Errorf("no review %s: %w", id, pacta.ErrNotFound)
	}
	return x, err
}

// journal reads all reviews.
func journal(ctx context.Context, each eachFunc) ([]resolve.Review, error) {
	var out []resolve.Review
	err := each(ctx, func(scan func(...any) error) error {
		var body string
		if err := scan(&body); err != nil {
			return err
		}
		var r resolve.Review
		err := json.Unmarshal([]byte(body), &r)
		out = append(out, r)
		return err
	}, `SELECT body FROM review ORDER BY made, id`)
	return out, err
}

// An eachFunc runs a query and calls f on every row: Base.each, or that of a
// transaction.
type eachFunc func(ctx context.Context, f func(scan func(...any) error) error, query string, args ...any) error

// each runs a query within the transaction.
func (s *storing) each(ctx context.Context, f func(scan func(...any) error) error, query string, args ...any) error {
	rows, err := s.tx.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// addReview writes a review into the journal; one that is there already stays.
func (s *storing) addReview(r *resolve.Review) (added bool, err error) {
	body, err := encode(r)
	if err != nil {
		return false, err
	}
	res, err := s.tx.ExecContext(s.ctx, `INSERT INTO review (id, made, who, action, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
		r.ID, r.When, r.Who, string(r.Action), string(body))
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n > 0, err
}

// PlaceOf returns the ID of the record on which a review stands, "" for an
// orphan.
func (b *Base) PlaceOf(ctx context.Context, review string) (string, error) {
	var record string
	err := b.one(ctx, `SELECT coalesce((SELECT record FROM review_place WHERE review = ?), '')`, []any{review}, &record)
	return record, err
}
