package treatybase

import (
	"context"
	"database/sql"
	"errors"
)

// NoteImport keeps the report of an import, JSON, in place of the one before.
func (b *Base) NoteImport(ctx context.Context, report []byte) error {
	return b.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO setting (name, value) VALUES ('last import', ?)
			ON CONFLICT (name) DO UPDATE SET value = excluded.value`, string(report))
		return err
	})
}

// LastImport returns the report of the last import, nil if none was noted.
func (b *Base) LastImport(ctx context.Context) ([]byte, error) {
	var report string
	err := b.one(ctx, `SELECT value FROM setting WHERE name = 'last import'`, nil, &report)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return []byte(report), err
}
