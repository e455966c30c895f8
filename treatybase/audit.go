package treatybase

import (
	"context"
	"database/sql"
	"time"
)

// An AuditEntry is something that concerns accounts: who came in, who was
// turned away, who changed what. Decisions about records are in the journal of
// reviews.
type AuditEntry struct {
	At      string `json:"at"` // RFC 3339, UTC
	Who     string `json:"who"`
	Address string `json:"address"` // of the browser, "" for the command line
	Action  string `json:"action"`
	About   string `json:"about"`
}

// keepAudit is how many entries the log holds; the oldest go.
const keepAudit = 100_000

// Audit adds an entry to the log; At is filled in.
func (b *Base) Audit(ctx context.Context, e AuditEntry) error {
	return b.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `INSERT INTO audit (at, who, address, action, about) VALUES (?, ?, ?, ?, ?)`,
			time.Now().Unix(), e.Who, e.Address, e.Action, e.About); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `DELETE FROM audit WHERE n <= (SELECT max(n) FROM audit) - ?`, keepAudit)
		return err
	})
}

// AuditLog returns the newest entries of the log and how many there are.
func (b *Base) AuditLog(ctx context.Context, limit, offset int) ([]AuditEntry, int, error) {
	var total int
	if err := b.one(ctx, `SELECT count(*) FROM audit`, nil, &total); err != nil {
		return nil, 0, err
	}
	if limit == 0 {
		limit = DefaultLimit
	}
	out := []AuditEntry{}
	err := b.each(ctx, func(scan func(...any) error) error {
		var e AuditEntry
		var at int64
		if err := scan(&at, &e.Who, &e.Address, &e.Action, &e.About); err != nil {
			return err
		}
		e.At = moment(at)
		out = append(out, e)
		return nil
	}, `SELECT at, who, address, action, about FROM audit ORDER BY n DESC LIMIT ? OFFSET ?`, limit, offset)
	return out, total, err
}
