package treatybase

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"

	"pacta"

	_ "modernc.org/sqlite" // the driver
)

// A Base is an open treaty base. It is safe for concurrent use.
type Base struct {
	path string
	w    *sql.DB // one connection, immediate transactions
	r    *sql.DB // for reading only

	indexes indexes // for searches, made when one is asked for
}

// Open opens the base at path. The error wraps pacta.ErrNotFound when there is
// no file, else one of the Err values of this package.
func Open(ctx context.Context, path string) (*Base, error) {
	st, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("no base at %s: %w", path, pacta.ErrNotFound)
	}
	if err != nil {
		return nil, fmt.Errorf("open base: %w", err)
	}
	if st.IsDir() {
		return nil, fmt.Errorf("%s is a folder: %w", path, ErrForeign)
	}
	b := connect(path, "")
	if err := b.ready(ctx); err == nil || !isReadOnly(err) {
		return b.orClose(err)
	}
	// A base in a folder that cannot be written to has no room for SQLite's
	// side files. It can be read all the same as long as nobody writes.
	b.Close()
	b = connect(path, "immutable=1&mode=ro&")
	return b.orClose(b.current(ctx))
}

// Create opens the base at path and makes it where there is none.
func Create(ctx context.Context, path string) (*Base, error) {
	if _, err := os.Stat(path); err == nil {
		return Open(ctx, path)
	}
	if _, err := os.Stat(filepath.Dir(path)); err != nil {
		return nil, fmt.Errorf("no folder for the base: %w: %w", err, pacta.ErrNotFound)
	}
	b := connect(path, "")
	return b.orClose(b.migrate(ctx))
}

// connect prepares both pools; no file is touched yet.
func connect(path, options string) *Base {
	file := "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + options +
		fmt.Sprintf("_pragma=busy_timeout(%d)&_pragma=synchronous(NORMAL)", busyTimeout.Milliseconds())
	w, _ := sql.Open("sqlite", file+"&_txlock=immediate&_pragma=journal_mode(WAL)&_pragma=cache_size(-32000)")
	w.SetMaxOpenConns(1)
	r, _ := sql.Open("sqlite", file+"&_pragma=query_only(1)")
	r.SetMaxOpenConns(max(4, runtime.GOMAXPROCS(0)))
	r.SetMaxIdleConns(max(4, runtime.GOMAXPROCS(0)))
	return &Base{path: path, w: w, r: r}
}

func (b *Base) orClose(err error) (*Base, error) {
	if err != nil {
		b.Close()
		return nil, err
	}
	return b, nil
}

// Path returns the path that the base was opened with.
func (b *Base) Path() string { return b.path }

// Close closes the base. What was stored stays stored without it.
func (b *Base) Close() error {
	return errors.Join(b.r.Close(), b.w.Close())
}

// write runs f in a transaction. Only one runs at a time; another process that
// writes is waited for, 5 seconds at most (ErrLocked).
func (b *Base) write(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := b.w.BeginTx(ctx, nil)
	if err != nil {
		return b.fault(err)
	}
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return b.fault(err)
	}
	return b.fault(tx.Commit())
}

// each runs a query on the read pool and calls f on every row.
func (b *Base) each(ctx context.Context, f func(scan func(...any) error) error, query string, args ...any) error {
	rows, err := b.r.QueryContext(ctx, query, args...)
	if err != nil {
		return b.fault(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows.Scan); err != nil {
			return b.fault(err)
		}
	}
	return b.fault(rows.Err())
}

// one runs a query on the read pool for a single row. The error is
// sql.ErrNoRows when there is none.
func (b *Base) one(ctx context.Context, query string, args []any, dest ...any) error {
	return b.fault(b.r.QueryRowContext(ctx, query, args...).Scan(dest...))
}
