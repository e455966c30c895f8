package treatybase

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"pacta"
)

// A SavedSearch is a query that somebody keeps under a name.
type SavedSearch struct {
	ID      int64  `json:"id"`
	Name    string `json:"name"`
	Query   string `json:"query"`   // as Query.String writes it
	Made    int64  `json:"made"`    // Unix seconds
	Visited int64  `json:"visited"` // when it was last looked at, Unix seconds
	Since   Growth `json:"-"`       // what came in later is new
}

// What a name may be at most, and how many searches one person keeps.
const (
	maxName     = 100
	maxSearches = 200
)

// visit is how long somebody who looks again is taken to be still looking: what
// was new stays new that long.
const visit = 30 * time.Minute

// growth returns how far the base has grown.
func (s *storing) growth() (g Growth, err error) {
	err = s.one(`SELECT coalesce((SELECT max(n) FROM document), 0), coalesce((SELECT max(n) FROM object), 0)`, nil, &g.document, &g.object)
	return g, err
}

// SaveSearch keeps a query for somebody under a name and returns its ID. One of
// that name is replaced.
func (b *Base) SaveSearch(ctx context.Context, who, name string, q *Query) (int64, error) {
	name = strings.Join(strings.Fields(name), " ")
	switch {
	case name == "":
		return 0, wrong("a search is kept under a name: write one")
	case utf8.RuneCountInString(name) > maxName:
		return 0, wrong("the name is longer than %d letters: shorten it", maxName)
	case q.IsZero():
		return 0, wrong("there is nothing to keep: search for something first")
	}
	var id int64
	return id, b.write(ctx, func(tx *sql.Tx) error {
		s := &storing{ctx: ctx, tx: tx}
		g, err := s.growth()
		if err != nil {
			return err
		}
		var n int
		if err := s.one(`SELECT count(*) FROM saved_search WHERE who = ? AND name <> ?`, []any{who, name}, &n); err != nil {
			return err
		}
		if n >= maxSearches {
			return wrong("%d searches are kept already: remove one first", n)
		}
		now := time.Now().Unix()
		return s.one(`INSERT INTO saved_search (who, name, query, made, visited, read_document, read_object, before_document, before_object)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (who, name) DO UPDATE SET query = excluded.query, made = excluded.made, visited = excluded.visited,
			read_document = excluded.read_document, read_object = excluded.read_object, before_document = excluded.before_document, before_object = excluded.before_object
			RETURNING id`, []any{who, name, q.String(), now, now, g.document, g.object, g.document, g.object}, &id)
	})
}

// SavedSearches returns the searches that somebody keeps, by name.
func (b *Base) SavedSearches(ctx context.Context, who string) ([]SavedSearch, error) {
	var out []SavedSearch
	err := b.each(ctx, func(scan func(...any) error) error {
		var x SavedSearch
		err := x.scan(scan, time.Now())
		out = append(out, x)
		return err
	}, savedColumns+` WHERE who = ? ORDER BY name COLLATE NOCASE, name`, who)
	return out, err
}

const savedColumns = `SELECT id, name, query, made, visited, read_document, read_object, before_document, before_object FROM saved_search`

// scan reads a row; Since is what a visit now would start from.
func (x *SavedSearch) scan(scan func(...any) error, now time.Time) error {
	var before Growth
	if err := scan(&x.ID, &x.Name, &x.Query, &x.Made, &x.Visited, &x.Since.document, &x.Since.object, &before.document, &before.object); err != nil {
		return err
	}
	if now.Sub(time.Unix(x.Visited, 0)) < visit {
		x.Since = before
	}
	return nil
}

// VisitSearch returns a search that somebody keeps and notes the visit: what
// came in since the visit before counts as new for half an hour, and no longer
// after that.
func (b *Base) VisitSearch(ctx context.Context, who string, id int64) (SavedSearch, error) {
	return b.visitSearch(ctx, who, id, time.Now())
}

func (b *Base) visitSearch(ctx context.Context, who string, id int64, now time.Time) (SavedSearch, error) {
	x, err := b.savedSearch(ctx, who, id, now)
	if err != nil {
		return x, err
	}
	if now.Sub(time.Unix(x.Visited, 0)) < visit {
		return x, nil
	}
	return x, b.write(ctx, func(tx *sql.Tx) error {
		s := &storing{ctx: ctx, tx: tx}
		g, err := s.growth()
		if err != nil {
			return err
		}
		return s.exec(`UPDATE saved_search SET visited = ?, before_document = read_document, before_object = read_object, read_document = ?, read_object = ? WHERE id = ? AND who = ?`,
			now.Unix(), g.document, g.object, id, who)
	})
}

func (b *Base) savedSearch(ctx context.Context, who string, id int64, now time.Time) (SavedSearch, error) {
	var x SavedSearch
	err := x.scan(func(dest ...any) error {
		return b.one(ctx, savedColumns+` WHERE id = ? AND who = ?`, []any{id, who}, dest...)
	}, now)
	if errors.Is(err, sql.ErrNoRows) {
		return x, fmt.Errorf("no search %d is kept by %s: %w", id, who, pacta.ErrNotFound)
	}
	return x, err
}

// RemoveSearch forgets a search that somebody keeps.
func (b *Base) RemoveSearch(ctx context.Context, who string, id int64) error {
	if _, err := b.savedSearch(ctx, who, id, time.Now()); err != nil {
		return err
	}
	return b.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM saved_search WHERE id = ? AND who = ?`, id, who)
		return err
	})
}
