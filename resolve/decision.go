package resolve

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"pacta"
)

// An Action is what a person decides about a record.
type Action string

// The actions.
const (
	Accept Action = "accept" // it is as the machine says
	Reject Action = "reject" // it is not; the record is kept, struck, and no finding rests on it
	Edit   Action = "edit"   // a field has another value; the machine's own is kept beside it
	Merge  Action = "merge"  // two records are one
	Split  Action = "split"  // some sources of a record show another one
	Note   Action = "note"   // words beside a record; nothing changes
	Undo   Action = "undo"   // an earlier review does not count
)

// Actions lists the actions.
var Actions = []Action{Accept, Reject, Edit, Merge, Split, Note, Undo}

// A Review is one decision of one person about one record. It names the record
// by the words that show it and not by its ID, which changes with what else a
// base holds. Reviews are only ever added; what no longer counts was undone by
// a later one.
type Review struct {
	Object      string          `json:"object"` // "review"
	ID          string          `json:"id"`     // a hash of all else
	When        string          `json:"when"`   // RFC 3339 in UTC, to the millisecond
	Who         string          `json:"who"`
	Action      Action          `json:"action"`
	Kind        string          `json:"kind"`            // of the record
	Type        string          `json:"type,omitempty"`  // of the record: tells apart what the same words show
	Label       string          `json:"label,omitempty"` // what the record was called, for lists
	Record      string          `json:"record"`          // its ID at that time; breaks ties, never decides alone
	Anchors     []Anchor        `json:"anchors"`         // the words that show it
	OtherRecord string          `json:"other_record,omitempty"`
	Other       []Anchor        `json:"other,omitempty"`  // of a merge: the words of the second record; of a split: those that show another
	Field       string          `json:"field,omitempty"`  // of an edit
	Before      json.RawMessage `json:"before,omitempty"` // what the person saw: the field's value, or the state of the record
	After       json.RawMessage `json:"after,omitempty"`
	Why         string          `json:"why,omitempty"` // of a note: its words
	Undoes      string          `json:"undoes,omitempty"`
}

// whenLayout is the form of Review.When, so that times sort as texts.
const whenLayout = "2006-01-02T15:04:05.000Z"

// Stamp writes t as Review.When has it.
func Stamp(t time.Time) string { return t.UTC().Format(whenLayout) }

// StampAfter returns now, or a millisecond after the latest of earlier where a
// clock went wrong: whoever decides last must win.
func StampAfter(now time.Time, earlier ...string) string {
	stamp := Stamp(now)
	for _, e := range earlier {
		if t, err := time.Parse(whenLayout, e); err == nil && e >= stamp {
			stamp = Stamp(t.Add(time.Millisecond))
		}
	}
	return stamp
}

// Seal sets Object and ID. Two reviews with equal content are one.
func (r *Review) Seal() error {
	r.Object = "review"
	id, err := r.hash()
	r.ID = id
	return err
}

func (r *Review) hash() (string, error) {
	x := *r
	x.ID = ""
	b, err := encodePlain(&x)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(b)
	return "r" + hex.EncodeToString(sum[:8]), nil
}

// encodePlain is JSON without escapes for HTML, raw values compacted.
func encodePlain(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSpace(b.Bytes()), err
}

// Check reports as pacta.ErrInvalid what is wrong with a review, as one from
// another base may be.
func (r *Review) Check() error {
	wrong := func(format string, args ...any) error {
		return fmt.Errorf("review %s: %s: %w", r.ID, fmt.Sprintf(format, args...), pacta.ErrInvalid)
	}
	if _, err := time.Parse(whenLayout, r.When); err != nil {
		return wrong("when is %q, not a time like %s", r.When, whenLayout)
	}
	switch {
	case r.Object != "review":
		return wrong("object is %q", r.Object)
	case !slices.Contains(Actions, r.Action):
		return wrong("no action %q", r.Action)
	case strings.TrimSpace(r.Who) == "":
		return wrong("nobody is named who decided")
	case len(r.Anchors) == 0:
		return wrong("no words are named that it is about")
	case (r.Action == Merge || r.Action == Split) && len(r.Other) == 0:
		return wrong("a %s needs a second set of words", r.Action)
	case r.Action == Undo && r.Undoes == "":
		return wrong("an undo names the review that it undoes")
	}
	if r.Action == Edit {
		if err := CheckEdit(r.Kind, r.Field, r.After); err != nil {
			return fmt.Errorf("review %s: %w", r.ID, err)
		}
	}
	if id, err := r.hash(); err != nil || id != r.ID {
		return wrong("its content does not fit its ID: it was changed after it was made")
	}
	return nil
}

// CompareReviews orders reviews by time, then by ID: of two in conflict the
// later one wins.
func CompareReviews(a, b *Review) int {
	return cmp.Or(strings.Compare(a.When, b.When), strings.Compare(a.ID, b.ID))
}

// InEffect returns the reviews that no undo that itself counts has undone, in
// order and without the undos.
func InEffect(reviews []Review) []*Review {
	counts := counting(reviews)
	return slices.DeleteFunc(ordered(reviews), func(r *Review) bool { return r.Action == Undo || !counts(r.ID) })
}

// ordered returns each review once, in order.
func ordered(reviews []Review) []*Review {
	out := make([]*Review, len(reviews))
	for i := range reviews {
		out[i] = &reviews[i]
	}
	slices.SortFunc(out, CompareReviews)
	return slices.CompactFunc(out, func(a, b *Review) bool { return a.ID == b.ID })
}

// counting returns whether the review with an ID counts: no undo that itself
// counts undoes it.
func counting(reviews []Review) func(id string) bool {
	undoneBy := map[string][]string{}
	for i := range reviews {
		if r := &reviews[i]; r.Action == Undo {
			undoneBy[r.Undoes] = append(undoneBy[r.Undoes], r.ID)
		}
	}
	known := map[string]bool{} // IDs are hashes, so undoing has no circles
	var counts func(id string) bool
	counts = func(id string) bool {
		if c, ok := known[id]; ok {
			return c
		}
		c := !slices.ContainsFunc(undoneBy[id], counts)
		known[id] = c
		return c
	}
	return counts
}

// Counts reports for each review whether it counts.
func Counts(reviews []Review) map[string]bool {
	counts, out := counting(reviews), map[string]bool{}
	for i := range reviews {
		out[reviews[i].ID] = counts(reviews[i].ID)
	}
	return out
}
