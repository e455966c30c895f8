package ingest

import (
	"context"
	"errors"
	"iter"
	"path/filepath"

	"pacta"
	"pacta/gazetteer"
	"pacta/reason"
	"pacta/resolve"
	"pacta/treatybase"
)

// Renew analyses the documents of the base again that another version of the
// pipeline analysed.
func (a *Adder) Renew(ctx context.Context) error {
	defer a.watch.start(a.options.Slow)()
	work := func(d *pacta.Document) outcome {
		rec, problem := a.analyse(nil, d)
		return outcome{records: []*treatybase.Record{rec}, problems: []string{problem}}
	}
	for out, err := range Ordered(documents(ctx, a.base.Stale(ctx, a.version)), a.options.Workers, work) {
		if err == nil {
			err = a.take(out)
		}
		if err != nil {
			a.flush()
			return err
		}
	}
	if err := a.flush(); err != nil {
		return err
	}
	return ctx.Err()
}

func documents(ctx context.Context, docs iter.Seq2[*pacta.Document, error]) iter.Seq2[*pacta.Document, error] {
	return func(yield func(*pacta.Document, error) bool) {
		for d, err := range docs {
			if ctx.Err() != nil || !yield(d, err) {
				return
			}
		}
	}
}

// Resolve puts the annotations of all documents together and draws findings
// from them, where documents came in or were analysed again since this was
// last done, or another version did it. An empty version always does it.
func Resolve(ctx context.Context, b *treatybase.Base, names *gazetteer.Gazetteer, version string) error {
	if due, err := b.Unresolved(ctx, version); err != nil || !due && version != "" {
		return err
	}
	for {
		s, err := b.Inputs(ctx, version)
		if err != nil {
			return err
		}
		judge, err := b.Judge(ctx)
		if err != nil {
			return err
		}
		err = b.Redraw(ctx, s, func(put func(any)) (*treatybase.Objects, error) {
			return draw(s, judge, names, put)
		})
		if !errors.Is(err, treatybase.ErrChanged) {
			return err
		}
	}
}

// draw puts the objects of all documents and returns what follows from them.
func draw(s *treatybase.Snapshot, judge *resolve.Judge, names *gazetteer.Gazetteer, put func(any)) (*treatybase.Objects, error) {
	r, upheld := reason.NewReader(), &resolve.Upheld{}
	err := judge.Draw(s.Inputs, names, nil, func(x any) {
		put(x)
		if x = upheld.Of(x); x != nil {
			r.Take(x)
		}
	})
	for i := range s.Metadata {
		r.Take(&s.Metadata[i])
	}
	found := r.Findings()
	return &treatybase.Objects{Discrepancies: found.Discrepancies, Tensions: found.Tensions, Judge: judge}, err
}

// realPath is path without links, as far as it exists.
func realPath(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}
