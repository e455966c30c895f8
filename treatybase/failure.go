package treatybase

import (
	"context"
	"database/sql"
	"time"
)

// A Failure is something that could not be read or analysed.
type Failure struct {
	File   string `json:"file"`
	Reason string `json:"reason"`
}

// Fail records what could not be read. A later success under the same name
// removes it.
func (b *Base) Fail(ctx context.Context, failures []Failure) error {
	if len(failures) == 0 {
		return nil
	}
	now := time.Now().Unix()
	return b.write(ctx, func(tx *sql.Tx) error {
		for _, f := range failures {
			if _, err := tx.ExecContext(ctx, `INSERT INTO failure (file, reason, added) VALUES (?, ?, ?)
				ON CONFLICT (file) DO UPDATE SET reason = excluded.reason`, f.File, f.Reason, now); err != nil {
				return err
			}
		}
		return nil
	})
}

// Failures returns what could not be read, and documents in which an extractor
// went wrong, in the order of their files.
func (b *Base) Failures(ctx context.Context) ([]Failure, error) {
	var out []Failure
	err := b.each(ctx, func(scan func(...any) error) error {
		var f Failure
		err := scan(&f.File, &f.Reason)
		out = append(out, f)
		return err
	}, `SELECT file, reason FROM failure UNION ALL
		SELECT d.file, a.problem FROM analysis a JOIN document d ON d.n = a.document WHERE a.problem <> '' ORDER BY 1, 2`)
	return out, err
}
