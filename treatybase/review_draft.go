package treatybase

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"pacta"
	"pacta/gazetteer"
	"pacta/resolve"
)

// verdict fills in a review that accepts or rejects x.
func verdict(r *resolve.Review, x Object) error {
	j, err := x.Judged()
	if err != nil {
		return err
	}
	r.Before, r.After = quoted(j.State.String()), quoted(string(resolve.Accepted))
	if r.Action == resolve.Reject {
		r.After = quoted(string(resolve.Rejected))
	}
	return nil
}

func quoted(s string) json.RawMessage {
	b, _ := encode(s) // of a text there is no error
	return b
}

// edit fills in a review that gives a field of x another value.
func edit(r *resolve.Review, d Draft, x Object) error {
	e, err := resolve.EditableOf(x.Kind, d.Field)
	if err != nil {
		return err
	}
	if err := e.Check(d.Value); err != nil {
		return err
	}
	r.Field, r.After = d.Field, d.Value
	if r.Before, err = resolve.FieldOf(x.Body, e); err != nil {
		return err
	}
	if string(r.Before) == string(r.After) {
		return fmt.Errorf("%s of %s is %s already: %w", d.Field, x.ID, r.After, pacta.ErrInvalid)
	}
	return nil
}

// Mergeable lists the kinds that resolve puts together of several reports: only
// they can be merged and split.
var Mergeable = []string{"instrument", "commitment", "event", "actor"}

func mergeable(kind string) error {
	if slices.Contains(Mergeable, kind) {
		return nil
	}
	return fmt.Errorf("a %s is never put together of several: only %s can be merged and split: %w", kind, strings.Join(Mergeable, ", "), pacta.ErrInvalid)
}

// merge fills in a review that makes the record of r and that of d.With one.
func (s *storing) merge(r *resolve.Review, d Draft) error {
	y, err := s.objectByID(d.With)
	if err != nil {
		return err
	}
	switch {
	case y.Kind != r.Kind:
		return fmt.Errorf("%s is of kind %s and %s of kind %s: %w", r.Record, r.Kind, y.ID, y.Kind, pacta.ErrInvalid)
	case y.ID == r.Record:
		return fmt.Errorf("%s is one already: %w", y.ID, pacta.ErrInvalid)
	case r.Kind == "actor" && gazetteer.Builtin().ByID(y.ID) != nil && gazetteer.Builtin().ByID(r.Record) != nil:
		return fmt.Errorf("%s and %s are two in the gazetteer: %w", r.Record, y.ID, pacta.ErrInvalid)
	}
	rec, err := decoded(y.Kind, y.Body)
	if err != nil {
		return err
	}
	r.OtherRecord = y.ID
	if r.Other, err = s.anchors(rec.sources, manyAnchors); err != nil {
		return err
	}
	return mergeable(r.Kind)
}

// split fills in a review that takes sources out of the record of r; it
// returns those that stay.
func (s *storing) split(r *resolve.Review, d Draft, sources []resolve.Source) ([]resolve.Source, error) {
	if err := mergeable(r.Kind); err != nil {
		return nil, err
	}
	rest, err := apart(sources, d.Apart)
	if err == nil {
		r.Other, err = s.anchors(d.Apart, len(d.Apart))
	}
	return rest, err
}

// apart returns sources less those that a split takes out, which must be among
// them and not all of them.
func apart(sources, out []resolve.Source) ([]resolve.Source, error) {
	rest := slices.DeleteFunc(slices.Clone(sources), func(x resolve.Source) bool {
		return slices.ContainsFunc(out, func(y resolve.Source) bool { return x.Document == y.Document && x.Span == y.Span })
	})
	switch {
	case len(out) == 0:
		return nil, fmt.Errorf("no source is named that shows another record: %w", pacta.ErrInvalid)
	case len(sources)-len(rest) != len(out):
		return nil, fmt.Errorf("a source is named that the record does not have: %w", pacta.ErrInvalid)
	case len(rest) == 0:
		return nil, fmt.Errorf("no source would be left of the record: %w", pacta.ErrInvalid)
	}
	return rest, nil
}

// anchors returns anchors for the first sources of a record.
func (s *storing) anchors(sources []resolve.Source, most int) ([]resolve.Anchor, error) {
	var out []resolve.Anchor
	for _, x := range sources[:min(most, len(sources))] {
		var sha256, title, text string
		if err := s.one(`SELECT sha256, title, text FROM document WHERE id = ?`, []any{x.Document}, &sha256, &title, &text); err != nil {
			return nil, err
		}
		if x.End > len(text) || x.Start > x.End || x.Start < 0 {
			return nil, outside(x.Span, x.Document, len(text))
		}
		x.Quote = x.Span.Of(text)
		out = append(out, resolve.AnchorOf(x, sha256, title, text))
	}
	return out, nil
}

// undo writes a review that undoes another: the one that d names, or the last
// of a record that counts.
func (s *storing) undo(d Draft) (*resolve.Review, error) {
	target, err := s.toUndo(d)
	if err != nil {
		return nil, err
	}
	var stands string
	if err := s.one(`SELECT coalesce((SELECT record FROM review_place WHERE review = ?), '')`, []any{target.ID}, &stands); err != nil {
		return nil, err
	}
	var x Object
	if stands != "" {
		if x, err = s.objectByID(stands); err != nil {
			return nil, err
		}
		if err := s.current(d, x); err != nil {
			return nil, err
		}
	}
	earlier, err := s.reviewsOf(stands)
	if err != nil {
		return nil, err
	}
	r := *target
	r.Action, r.Who, r.Why, r.Undoes = resolve.Undo, strings.TrimSpace(d.Who), strings.TrimSpace(d.Why), target.ID
	r.Field, r.Before, r.After = "", nil, nil
	r.When = resolve.StampAfter(time.Now(), append(whens(earlier), target.When)...)
	if err := r.Seal(); err != nil {
		return nil, err
	}
	if err := r.Check(); err != nil {
		return nil, err
	}
	return &r, s.enter(&r, x)
}

// toUndo returns the review that d wants undone, which must count.
func (s *storing) toUndo(d Draft) (*resolve.Review, error) {
	var body, stands string
	err := s.one(`SELECT r.body, coalesce(p.record, '') FROM review r LEFT JOIN review_place p ON p.review = r.id WHERE r.id = ?`, []any{d.Record}, &body, &stands)
	if errors.Is(err, sql.ErrNoRows) {
		return s.lastOf(d.Record)
	}
	r := &resolve.Review{}
	if err == nil {
		err = json.Unmarshal([]byte(body), r)
	}
	of, placeErr := s.reviewsOf(stands)
	if err = errors.Join(err, placeErr); err != nil {
		return nil, err
	}
	if !resolve.Counts(of)[r.ID] {
		return nil, fmt.Errorf("review %s is undone already: %w", r.ID, pacta.ErrInvalid)
	}
	return r, nil
}

// lastOf returns the last review of a record that counts.
func (s *storing) lastOf(record string) (*resolve.Review, error) {
	if _, err := s.objectByID(record); err != nil {
		return nil, err
	}
	of, err := s.reviewsOf(record)
	if err != nil {
		return nil, err
	}
	counts := resolve.Counts(of)
	for i := len(of) - 1; i >= 0; i-- {
		if of[i].Action != resolve.Undo && counts[of[i].ID] {
			return &of[i], nil
		}
	}
	return nil, fmt.Errorf("nobody has decided anything about %s that could be undone: %w", record, pacta.ErrInvalid)
}
