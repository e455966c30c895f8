package treatybase

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"
)

//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks a file as a treaty base; it reads "PACT".
const applicationID = 0x50414354

// busyTimeout is how long another process is waited for.
const busyTimeout = 5 * time.Second

// steps returns the migrations in order; the version of a base is how many of
// them it has. They only go forward.
func steps() []string {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		panic(err)
	}
	return names // Glob sorts
}

// ready checks that the file is a treaty base and brings an older one up to
// date.
func (b *Base) ready(ctx context.Context) error {
	err := b.current(ctx)
	if _, old := err.(outdated); old {
		return b.migrate(ctx)
	}
	return err
}

// outdated is the error of a base that lacks migrations.
type outdated int

func (o outdated) Error() string { return fmt.Sprintf("version %d of %d", int(o), len(steps())) }

// current returns nil for a base of this program's version, outdated for an
// older or empty one.
func (b *Base) current(ctx context.Context) error {
	var app, version, tables int
	err := b.one(ctx, `SELECT (SELECT application_id FROM pragma_application_id),
		(SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_master)`, nil, &app, &version, &tables)
	switch {
	case err != nil:
		return err
	case tables == 0:
		return outdated(0)
	case app != applicationID:
		return fmt.Errorf("%s: %w", b.path, ErrForeign)
	case version > len(steps()):
		return fmt.Errorf("%s: %w", b.path, ErrNewer)
	case version < len(steps()):
		return outdated(version)
	}
	return nil
}

// migrate runs the migrations that the base lacks, all or none. When two
// processes make the same base, SQLite refuses one of them the change to
// write-ahead logging without waiting, so this waits.
func (b *Base) migrate(ctx context.Context) error {
	for start := time.Now(); ; {
		err := b.migrateOnce(ctx)
		if !errors.Is(err, ErrLocked) || time.Since(start) > busyTimeout || ctx.Err() != nil {
			return err
		}
		time.Sleep(100 * time.Millisecond)
	}
}

func (b *Base) migrateOnce(ctx context.Context) error {
	return b.write(ctx, func(tx *sql.Tx) error {
		var version int
		if err := tx.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version); err != nil {
			return err
		}
		for _, name := range steps()[min(version, len(steps())):] {
			text, err := migrations.ReadFile(name)
			if err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, string(text)); err != nil {
				return fmt.Errorf("%s: %w", strings.TrimPrefix(name, "migrations/"), err)
			}
		}
		_, err := tx.ExecContext(ctx, fmt.Sprintf(`PRAGMA application_id = %d; PRAGMA user_version = %d`, applicationID, len(steps())))
		return err
	})
}
