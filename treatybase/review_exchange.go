package treatybase

import (
	"context"
	"database/sql"
	"encoding/json"
	"iter"

	"pacta/resolve"
)

// AllReviews yields the journal, the oldest review first.
func (b *Base) AllReviews(ctx context.Context) iter.Seq2[*resolve.Review, error] {
	return func(yield func(*resolve.Review, error) bool) {
		reviews, err := journal(ctx, b.each)
		for i := range reviews {
			if err == nil && !yield(&reviews[i], nil) {
				return
			}
		}
		if err != nil {
			yield(nil, err)
		}
	}
}

// ReviewsDue reports whether there are reviews that the objects do not know of
// yet.
func (b *Base) ReviewsDue(ctx context.Context) (bool, error) {
	var due bool
	err := b.one(ctx, `SELECT EXISTS (SELECT 1 FROM setting WHERE name = 'reviews due')`, nil, &due)
	return due, err
}

// AddReviews writes reviews of another base into the journal, all or none, and
// returns how many it did not have. They take effect when objects are drawn
// anew from the documents, which is due then.
func (b *Base) AddReviews(ctx context.Context, reviews []resolve.Review) (added int, err error) {
	for i := range reviews {
		if err := reviews[i].Check(); err != nil {
			return 0, err
		}
	}
	err = b.write(ctx, func(tx *sql.Tx) error {
		s := &storing{ctx: ctx, tx: tx}
		added = 0
		for i := range reviews {
			fresh, err := s.addReview(&reviews[i])
			if err != nil {
				return err
			}
			if fresh {
				added++
			}
		}
		if added == 0 {
			return nil
		}
		if err := s.changed(); err != nil {
			return err
		}
		return s.due()
	})
	return added, err
}

// Conflicts returns the reviews of which the later was made without a look at
// the earlier, by record.
func (b *Base) Conflicts(ctx context.Context) ([]resolve.Conflict, error) {
	of := map[string][]*resolve.Review{}
	var records []string
	err := b.each(ctx, func(scan func(...any) error) error {
		var record, body string
		if err := scan(&record, &body); err != nil {
			return err
		}
		r := &resolve.Review{}
		if of[record] == nil {
			records = append(records, record)
		}
		of[record] = append(of[record], r)
		return json.Unmarshal([]byte(body), r)
	}, `SELECT p.record, r.body FROM review_place p JOIN review r ON r.id = p.review
		WHERE p.counts = 1 AND p.record IN (SELECT record FROM review_place WHERE counts = 1 AND record <> '' GROUP BY record HAVING count(*) > 1)
		ORDER BY p.record, r.made, r.id`)
	var out []resolve.Conflict
	for _, record := range records {
		out = append(out, resolve.Conflicts(record, of[record])...)
	}
	return out, err
}
