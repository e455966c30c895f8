package main

import (
	"context"
	"errors"

	"pacta"
	"pacta/treatybase"
)

// path returns the file of the base.
func (p *program) path() string {
	if p.db != "" {
		return p.db
	}
	if s := p.env("PACTA_DB"); s != "" {
		return s
	}
	return "pacta.db"
}

// open opens the base for asking.
func (p *program) open(ctx context.Context) (*treatybase.Base, error) {
	b, err := treatybase.Open(ctx, p.path())
	return b, baseHint(err)
}

// hints says for each fault of a base what to do next.
var hints = []struct {
	err  error
	hint string
}{
	{treatybase.ErrForeign, "Name another file with --db; this one was left as it is."},
	{treatybase.ErrNewer, "Install the newer pacta, or name another file with --db."},
	{treatybase.ErrCorrupt, "Take it from a backup, or build it again with pacta add. The reports themselves are not touched."},
	{treatybase.ErrLocked, "Wait until the other pacta is done and run the same command again; nothing was lost."},
	{treatybase.ErrReadOnly, "Check the permissions of the file and its folder, or name another file with --db."},
	{treatybase.ErrFull, "Make room and run the same command again; what was stored before is safe."},
	{pacta.ErrNotFound, "Make a base with pacta add PATH, or name the file with --db."},
}

// baseHint adds what to do next to an error of opening or writing a base.
func baseHint(err error) error {
	for _, h := range hints {
		if errors.Is(err, h.err) {
			return hint(err, "%s", h.hint)
		}
	}
	return err
}
