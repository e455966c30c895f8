package treatybase

import (
	"context"
	"fmt"
	"os"

	"pacta"
)

// An Overview is the base in figures.
type Overview struct {
	Documents  int     `json:"documents"`
	Texts      int     `json:"texts"`      // independent ones: copies of one text count once
	Failed     int     `json:"failed"`     // files that could not be read
	Problems   int     `json:"problems"`   // documents in which an extractor went wrong
	Stale      int     `json:"stale"`      // documents to analyse again: the pipeline or the boilerplate of the outlet changed
	Unresolved int     `json:"unresolved"` // documents that the objects do not know of yet
	NoDate     int     `json:"no_date"`    // documents without a publication date
	NoTitle    int     `json:"no_title"`   // without a title
	NoOutlet   int     `json:"no_outlet"`  // without an outlet
	Facts      []Count `json:"facts"`      // annotations by kind, in the order of the codebook
	Objects    []Count `json:"objects"`    // objects by kind, in the order of Kinds
	Bytes      int64   `json:"bytes"`      // size of the file
	FirstDate  string  `json:"first_date"` // of the publications
	LastDate   string  `json:"last_date"`
}

// Overview counts what is in the base. The version is that of the pipeline in
// use; "" leaves Stale at 0.
func (b *Base) Overview(ctx context.Context, version string) (*Overview, error) {
	o := &Overview{}
	err := b.one(ctx, `SELECT count(*), coalesce(sum(CASE WHEN published = '' THEN 1 ELSE 0 END), 0),
		coalesce(sum(CASE WHEN title = '' THEN 1 ELSE 0 END), 0), coalesce(sum(CASE WHEN outlet = '' THEN 1 ELSE 0 END), 0),
		coalesce(min(NULLIF(substr(published, 1, 10), '')), ''), coalesce(max(substr(published, 1, 10)), '') FROM document`,
		nil, &o.Documents, &o.NoDate, &o.NoTitle, &o.NoOutlet, &o.FirstDate, &o.LastDate)
	if err != nil {
		return nil, err
	}
	err = b.one(ctx, `SELECT (SELECT count(*) FROM failure),
		(SELECT count(*) FROM analysis WHERE problem <> ''), (SELECT count(*) FROM analysis WHERE resolved = 0),
		(SELECT count(*) FROM analysis a JOIN pipeline p ON p.n = a.pipeline
			WHERE ? <> '' AND (p.version <> ? OR a.document IN (SELECT document FROM layout WHERE analysed <> repeated))),
		(SELECT count(DISTINCT copies) FROM layout) + (SELECT count(*) FROM document) - (SELECT count(*) FROM layout)`,
		[]any{version, version}, &o.Failed, &o.Problems, &o.Unresolved, &o.Stale, &o.Texts)
	if err != nil {
		return nil, err
	}
	if o.Facts, o.Objects, err = b.totals(ctx); err != nil {
		return nil, err
	}
	for _, suffix := range []string{"", "-wal"} {
		if st, err := os.Stat(b.path + suffix); err == nil {
			o.Bytes += st.Size()
		}
	}
	return o, nil
}

// totals counts annotations and objects by kind, each in its fixed order and
// with a zero for a kind that does not occur.
func (b *Base) totals(ctx context.Context) (facts, objects []Count, err error) {
	found, err := b.counts(ctx, `SELECT kind, sum(count) FROM tally GROUP BY kind`)
	if err != nil {
		return nil, nil, err
	}
	for _, d := range pacta.Schema {
		facts = append(facts, Count{string(d.Kind), countOf(found, string(d.Kind))})
	}
	if found, err = b.counts(ctx, `SELECT kind, count FROM object_count`); err != nil {
		return nil, nil, err
	}
	for _, k := range Kinds {
		objects = append(objects, Count{k, countOf(found, k)})
	}
	return facts, objects, nil
}

func countOf(xs []Count, value string) int {
	for _, x := range xs {
		if x.Value == value {
			return x.Count
		}
	}
	return 0
}

// Outlets returns the outlets and how many documents each has, the largest
// first.
func (b *Base) Outlets(ctx context.Context) ([]Count, error) {
	return b.counts(ctx, `SELECT outlet, count(*) FROM document WHERE outlet <> '' GROUP BY outlet ORDER BY 2 DESC, 1`)
}

func outside(s pacta.Span, id string, length int) error {
	return fmt.Errorf("bytes %d to %d of document %s, which has %d: %w", s.Start, s.End, id, length, pacta.ErrInvalid)
}
