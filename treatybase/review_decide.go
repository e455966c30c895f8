package treatybase

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"pacta"
	"pacta/resolve"
)

// A Draft is what a person wants decided about a record.
type Draft struct {
	Who     string
	Action  resolve.Action
	Record  string           // ID of the record; of an undo also of the review
	Version string           // of the record that the person saw (Object.Version); "" to decide whatever it is now
	Field   string           // of an edit
	Value   json.RawMessage  // of an edit
	With    string           // of a merge: ID of the second record
	Apart   []resolve.Source // of a split: those that show another record
	Why     string
}

// An Outdated error says that a record is no longer what the person saw.
type Outdated struct {
	Draft Draft
	Now   Object
	Last  *resolve.Review // the last review of it, nil if the machine changed it
}

func (e *Outdated) Error() string {
	if e.Last != nil {
		return fmt.Sprintf("%s %s was changed meanwhile by %s", e.Now.Kind, e.Now.ID, e.Last.Who)
	}
	return fmt.Sprintf("%s %s was changed meanwhile", e.Now.Kind, e.Now.ID)
}

// Unwrap makes it an invalid request for whoever does not look closer.
func (e *Outdated) Unwrap() error { return pacta.ErrInvalid }

// Decide writes a review into the journal and lets its record follow at once.
// What must be drawn anew from the documents, as after a merge, is due then:
// ReviewsDue says so. The error is *Outdated when the record is not the one of
// Version any more.
func (b *Base) Decide(ctx context.Context, d Draft) (*resolve.Review, error) {
	rs, err := b.DecideAll(ctx, []Draft{d})
	if err != nil {
		return nil, err
	}
	return rs[0], nil
}

// DecideAll decides several things at once, all or none. A record that several
// are about is compared with the Version of the first.
func (b *Base) DecideAll(ctx context.Context, drafts []Draft) ([]*resolve.Review, error) {
	var out []*resolve.Review
	err := b.write(ctx, func(tx *sql.Tx) error {
		s := &storing{ctx: ctx, tx: tx, now: time.Now().Unix()}
		out = nil
		begun := map[string]bool{}
		for _, d := range drafts {
			if begun[d.Record] {
				d.Version = ""
			}
			begun[d.Record] = true
			r, err := s.decide(d)
			if err != nil {
				return err
			}
			out = append(out, r)
		}
		return nil
	})
	return out, err
}

func (s *storing) decide(d Draft) (*resolve.Review, error) {
	if strings.TrimSpace(d.Who) == "" {
		return nil, fmt.Errorf("nobody is named who decides: %w", pacta.ErrInvalid)
	}
	if d.Action == resolve.Undo {
		return s.undo(d)
	}
	x, err := s.objectByID(d.Record)
	if err != nil {
		return nil, err
	}
	if err := s.current(d, x); err != nil {
		return nil, err
	}
	r, err := s.draft(d, x)
	if err != nil {
		return nil, err
	}
	return r, s.enter(r, x)
}

// objectByID returns an object as the transaction sees it.
func (s *storing) objectByID(id string) (Object, error) {
	x, err := scanObject(func(dest ...any) error {
		return s.one(`SELECT kind, id, body FROM object WHERE id = ?`, []any{id}, dest...)
	})
	if errors.Is(err, sql.ErrNoRows) {
		return x, fmt.Errorf("no object %s: %w", id, pacta.ErrNotFound)
	}
	return x, err
}

// current reports as *Outdated when x is not what d was decided about.
func (s *storing) current(d Draft, x Object) error {
	if d.Version == "" || d.Version == x.Version() {
		return nil
	}
	e := &Outdated{Draft: d, Now: x}
	rs, err := s.reviewsOf(x.ID)
	if len(rs) > 0 {
		e.Last = &rs[len(rs)-1]
	}
	return errors.Join(err, e)
}

// draft makes the review of d about x.
func (s *storing) draft(d Draft, x Object) (*resolve.Review, error) {
	rec, err := decoded(x.Kind, x.Body)
	if err != nil {
		return nil, err
	}
	earlier, err := s.reviewsOf(x.ID)
	if err != nil {
		return nil, err
	}
	r := &resolve.Review{Who: strings.TrimSpace(d.Who), Action: d.Action, Kind: x.Kind, Type: rec.typ, Label: rec.name, Record: x.ID, Why: strings.TrimSpace(d.Why),
		When: resolve.StampAfter(time.Now(), whens(earlier)...)}
	sources := rec.sources
	switch d.Action {
	case resolve.Accept, resolve.Reject:
		err = verdict(r, x)
	case resolve.Edit:
		err = edit(r, d, x)
	case resolve.Note:
		if r.Why == "" {
			err = fmt.Errorf("a note without words: %w", pacta.ErrInvalid)
		}
	case resolve.Merge:
		err = s.merge(r, d)
	case resolve.Split:
		sources, err = s.split(r, d, sources)
	default:
		err = fmt.Errorf("no action %q: %w", d.Action, pacta.ErrInvalid)
	}
	if err != nil {
		return nil, err
	}
	most := manyAnchors
	if d.Action == resolve.Split {
		most = len(sources)
	}
	if r.Anchors, err = s.anchors(sources, most); err != nil {
		return nil, err
	}
	if err := r.Seal(); err != nil {
		return nil, err
	}
	return r, r.Check()
}

// manyAnchors is how many of a record's sources a review keeps.
const manyAnchors = 12

func whens(rs []resolve.Review) []string {
	var out []string
	for _, r := range rs {
		out = append(out, r.When)
	}
	return out
}
