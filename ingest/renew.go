package ingest

import (
	"context"
	"errors"
	"iter"
	"path/filepath"

	"pacta"
	"pacta/gazetteer"
	"pacta/reason"
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
		base, err := judge.Resolve(s.Inputs, names)
		if err != nil {
			return err
		}
		found := reason.Find(base.WithoutRejected(), s.Metadata)
		err = b.Replace(ctx, s, &treatybase.Objects{Base: *base, Discrepancies: found.Discrepancies, Tensions: found.Tensions, Judge: judge})
		if !errors.Is(err, treatybase.ErrChanged) {
			return err
		}
	}
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
