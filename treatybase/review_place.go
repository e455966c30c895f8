package treatybase

import (
	"context"
	"errors"

	"pacta/reason"
	"pacta/resolve"
)

// Judge returns the judge of all reviews of the base, for whoever draws
// objects from its documents: hand it to resolve, and to Replace within
// Objects. Read Inputs first.
func (b *Base) Judge(ctx context.Context) (*resolve.Judge, error) {
	reviews, err := journal(ctx, b.each)
	if err != nil {
		return nil, err
	}
	l := &locator{ctx: ctx, each: b.each, known: map[string]bool{}}
	j := resolve.NewJudge(reviews, l.locate)
	return j, l.err
}

// A locator finds the words of anchors in the documents of a base.
type locator struct {
	ctx   context.Context
	each  eachFunc
	known map[string]bool // whether a document is there, once asked
	err   error
}

// locate returns where the words of a stand: in their document, else in
// another reading of the same bytes, else in a document of the same title.
func (l *locator) locate(a *resolve.Anchor) (resolve.Source, bool) {
	there, asked := l.known[a.Document]
	if !asked {
		l.query(func(scan func(...any) error) error { there = true; return nil }, `SELECT 1 FROM document WHERE id = ?`, a.Document)
		l.known[a.Document] = there
	}
	if there {
		return resolve.Source{Document: a.Document, Span: a.Span, Quote: a.Quote}, true
	}
	if s, ok := l.search(a, `SELECT DISTINCT d.id, d.text FROM sighting s JOIN document d ON d.n = s.document WHERE s.sha256 = ? ORDER BY d.id LIMIT 50`, a.SHA256); ok {
		return s, true
	}
	if a.Title == "" {
		return resolve.Source{}, false
	}
	return l.search(a, `SELECT id, text FROM document WHERE title = ? ORDER BY id LIMIT 50`, a.Title)
}

// search returns where the words of a stand in the first document that a query
// gives and that has them.
func (l *locator) search(a *resolve.Anchor, query string, arg any) (resolve.Source, bool) {
	var out resolve.Source
	stop := errors.New("stop")
	err := l.each(l.ctx, func(scan func(...any) error) error {
		var id, text string
		if err := scan(&id, &text); err != nil {
			return err
		}
		if s, ok := a.In(text); ok {
			out = resolve.Source{Document: id, Span: s, Quote: s.Of(text)}
			return stop
		}
		return nil
	}, query, arg)
	if err != nil && !errors.Is(err, stop) {
		l.err = errors.Join(l.err, err)
	}
	return out, err == stop
}

func (l *locator) query(f func(scan func(...any) error) error, query string, args ...any) {
	l.err = errors.Join(l.err, l.each(l.ctx, f, query, args...))
}

// judge applies the reviews of findings, and lets findings follow the edits of
// what they are about. The objects that resolve made are judged already.
func (o *Objects) judge() error {
	j := o.Judge
	if j == nil {
		return nil
	}
	for i := range o.Discrepancies {
		x := &o.Discrepancies[i]
		j.See("discrepancy", x.ID, x.Attribute, "", discrepancyRecord(x).sources)
	}
	for i := range o.Tensions {
		x := &o.Tensions[i]
		j.See("tension", x.ID, x.Kind, "", x.Sources)
	}
	j.Settle()
	edited := j.Edited()
	for i := range o.Discrepancies {
		x := &o.Discrepancies[i]
		if err := judgeDiscrepancy(x, j.Of("discrepancy", x.ID), edited[x.About]); err != nil {
			return err
		}
	}
	for i := range o.Tensions {
		x := &o.Tensions[i]
		if rs := j.Of("tension", x.ID); len(rs) > 0 {
			if err := resolve.Apply("tension", x, rs); err != nil {
				return err
			}
		}
	}
	return nil
}

// judgeDiscrepancy applies the reviews of a discrepancy, and those by which
// people decided the value that it is about.
func judgeDiscrepancy(x *reason.Discrepancy, own, about []*resolve.Review) error {
	for _, r := range about {
		if r.Field == x.Attribute {
			x.Preferred, x.Rule = resolve.Plain(r.After), "decided by "+r.Who
		}
	}
	if len(own) == 0 {
		return nil
	}
	return resolve.Apply("discrepancy", x, own)
}

// places stores on which record each review stands.
func (s *storing) places(j *resolve.Judge) error {
	if j == nil {
		return nil
	}
	if err := s.exec(`DELETE FROM review_place`); err != nil {
		return err
	}
	for _, p := range j.Places() {
		if err := s.place(p.Review, p.Record, p.Why, j.Counts(p.Review)); err != nil {
			return err
		}
	}
	return nil
}

func (s *storing) place(r *resolve.Review, record, why string, counts bool) error {
	return s.exec(`INSERT INTO review_place (review, record, counts, why) VALUES (?, ?, ?, ?)
		ON CONFLICT (review) DO UPDATE SET record = excluded.record, counts = excluded.counts, why = excluded.why`, r.ID, record, counts, why)
}

// reviewsOf returns the reviews that stand on a record, in order, undone ones
// and undos among them.
func (s *storing) reviewsOf(record string) ([]resolve.Review, error) {
	var out []resolve.Review
	err := s.each(s.ctx, func(scan func(...any) error) error {
		x, err := scanReviewed(scan)
		out = append(out, x.Review)
		return err
	}, `SELECT r.body, p.record, p.counts, p.why FROM review_place p JOIN review r ON r.id = p.review WHERE p.record = ? ORDER BY r.made, r.id`, record)
	return out, err
}
