package resolve

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"pacta"
)

// A Judge knows the reviews of a base and finds the records that they are
// about. It is used once: it sees all records, settles, then applies.
type Judge struct {
	reviews []*Review // all but undos, in order
	counts  func(id string) bool
	undos   []*Review
	placed  map[string][]Source   // by review: where its anchors stand now
	other   map[string][]Source   // and those of the second record
	at      map[spot][]watched    // by kind and document
	byID    map[string][]*Review  // by kind and record: for what lists too many sources to keep them all
	found   map[string]*candidate // by review: the record that fits best
	of      map[string][]*Review  // by record, once settled
}

type spot struct{ kind, document string }

// watched are the words of one anchor of a review.
type watched struct {
	review *Review
	pacta.Span
}

// A candidate is a record that a review may be about.
type candidate struct {
	id           string
	exact, near  int
	byID         bool
	label, typed bool
}

// NewJudge returns the judge of reviews. locate says where the words of an
// anchor stand in the documents of the base; false if they no longer do.
func NewJudge(reviews []Review, locate func(*Anchor) (Source, bool)) *Judge {
	j := &Judge{counts: counting(reviews), placed: map[string][]Source{}, other: map[string][]Source{}, at: map[spot][]watched{},
		byID: map[string][]*Review{}, found: map[string]*candidate{}, of: map[string][]*Review{}}
	for _, r := range ordered(reviews) {
		if r.Action == Undo {
			j.undos = append(j.undos, r)
			continue
		}
		j.reviews = append(j.reviews, r)
		j.placed[r.ID], j.other[r.ID] = located(r.Anchors, locate), located(r.Other, locate)
		for _, s := range j.placed[r.ID] {
			k := spot{r.Kind, s.Document}
			j.at[k] = append(j.at[k], watched{r, s.Span})
		}
		if len(j.placed[r.ID]) > 0 {
			k := r.Kind + " " + r.Record
			j.byID[k] = append(j.byID[k], r)
		}
	}
	return j
}

func located(anchors []Anchor, locate func(*Anchor) (Source, bool)) []Source {
	var out []Source
	for i := range anchors {
		if s, ok := locate(&anchors[i]); ok {
			out = append(out, s)
		}
	}
	return out
}

// InPlace is for documents that all are as they were when the reviews were made.
func InPlace(a *Anchor) (Source, bool) { return Source{a.Document, a.Span, a.Quote}, true }

// See shows j a record of a kind, which later calls may show again.
func (j *Judge) See(kind, id, typ, label string, sources []Source) {
	if len(j.reviews) == 0 {
		return
	}
	var met map[*Review]*candidate
	meet := func(r *Review) *candidate {
		if met == nil {
			met = map[*Review]*candidate{}
		}
		if met[r] == nil {
			met[r] = &candidate{id: id, byID: id == r.Record, label: label == r.Label, typed: typ == r.Type}
		}
		return met[r]
	}
	for _, s := range sources {
		for _, w := range j.at[spot{kind, s.Document}] {
			switch {
			case w.Span == s.Span:
				meet(w.review).exact++
			case alike(w.Span, s.Span):
				meet(w.review).near++
			}
		}
	}
	for _, r := range j.byID[kind+" "+id] {
		meet(r)
	}
	for r, c := range met {
		if (j.found[r.ID] == nil || c.compare(j.found[r.ID]) > 0) && (c.typed || !isFinding(kind)) {
			j.found[r.ID] = c
		}
	}
}

// alike reports whether two spans are mostly the same words, as when a later
// version draws the bounds of a sentence elsewhere.
func alike(a, b pacta.Span) bool {
	common := min(a.End, b.End) - max(a.Start, b.Start)
	return 2*common >= a.Union(b).Len() && common > 0
}

// isFinding reports whether records of a kind are drawn from others, so that
// the same words can show several.
func isFinding(kind string) bool { return kind == "discrepancy" || kind == "tension" }

// compare is positive when c fits better than d.
func (c *candidate) compare(d *candidate) int {
	return cmp.Or(2*c.exact+c.near-2*d.exact-d.near, yes(c.byID)-yes(d.byID), yes(c.label)-yes(d.label), yes(c.typed)-yes(d.typed), strings.Compare(d.id, c.id))
}

func yes(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Settle decides which record each review is about, of what j has seen so far.
func (j *Judge) Settle() {
	clear(j.of)
	for _, r := range j.reviews {
		if c := j.found[r.ID]; c != nil && j.counts(r.ID) {
			k := r.Kind + " " + c.id
			j.of[k] = append(j.of[k], r)
		}
	}
}

// Of returns the reviews of a record that count, in order.
func (j *Judge) Of(kind, id string) []*Review { return j.of[kind+" "+id] }

// Counts reports whether a review counts: it is not undone.
func (j *Judge) Counts(r *Review) bool { return j.counts(r.ID) }

// Edited returns the edits that count by the record that they stand on, in
// order, so that findings can follow them.
func (j *Judge) Edited() map[string][]*Review {
	out := map[string][]*Review{}
	for _, r := range j.reviews {
		if c := j.found[r.ID]; c != nil && r.Action == Edit && j.counts(r.ID) {
			out[c.id] = append(out[c.id], r)
		}
	}
	return out
}

// A Place says which record a review stands on.
type Place struct {
	Review *Review
	Record string // "" for an orphan
	Why    string // of an orphan
}

// Places returns where every review stands; an undo stands where what it
// undoes does.
func (j *Judge) Places() []Place {
	var out []Place
	at := map[string]int{}
	for _, r := range j.reviews {
		p := Place{Review: r}
		switch {
		case len(j.placed[r.ID]) == 0:
			p.Why = "the words that it is about are in no document of the base"
		case len(r.Other) > 0 && len(j.other[r.ID]) == 0:
			p.Why = "the words of the second record are in no document of the base"
		case j.found[r.ID] != nil:
			p.Record = j.found[r.ID].id
		default:
			p.Why = fmt.Sprintf("the words are there, but no %s is found in them", r.Kind)
		}
		at[r.ID] = len(out)
		out = append(out, p)
	}
	for _, r := range j.undos {
		p := Place{Review: r, Why: "the review that it undoes is not in the base"}
		if i, ok := at[j.undone(r)]; ok {
			p.Record, p.Why = out[i].Record, out[i].Why
		}
		out = append(out, p)
	}
	return out
}

// undone returns the ID of the review at the end of a chain of undos.
func (j *Judge) undone(r *Review) string {
	for {
		i := slices.IndexFunc(j.undos, func(u *Review) bool { return u.ID == r.Undoes })
		if i < 0 {
			return r.Undoes
		}
		r = j.undos[i]
	}
}

// Conflicts returns the reviews of which the later was made without a look at
// the earlier, record by record.
func (j *Judge) Conflicts() []Conflict {
	var out []Conflict
	seen := map[string]bool{}
	for _, r := range j.reviews {
		c := j.found[r.ID]
		if c == nil || seen[r.Kind+" "+c.id] {
			continue
		}
		seen[r.Kind+" "+c.id] = true
		out = append(out, Conflicts(c.id, j.Of(r.Kind, c.id))...)
	}
	return out
}

// Base applies the reviews to the records of b.
func (j *Judge) Base(b *Base) error {
	if len(j.reviews) == 0 {
		return nil
	}
	for i := range b.Actors {
		x := &b.Actors[i]
		j.See("actor", x.ID, x.Kind, x.Name, inClaims(x.Names, x.Sources))
	}
	for i := range b.Instruments {
		x := &b.Instruments[i]
		j.See("instrument", x.ID, string(x.Type), x.Title, inClaims(x.Names, x.Sources))
	}
	for i := range b.Provisions {
		x := &b.Provisions[i]
		j.See("provision", x.ID, x.Type, string(x.Number), x.Sources)
	}
	for i := range b.Commitments {
		x := &b.Commitments[i]
		j.See("commitment", x.ID, x.Modality, string(x.Action), x.Sources)
	}
	for i := range b.Statements {
		x := &b.Statements[i]
		j.See("statement", x.ID, x.Form, string(x.Speaker), x.Sources)
	}
	for i := range b.Events {
		x := &b.Events[i]
		j.See("event", x.ID, x.Type, string(x.Life), x.Sources)
	}
	for i := range b.Fulfilments {
		x := &b.Fulfilments[i]
		j.See("fulfilment", x.ID, x.Claim, string(x.By), x.Sources)
	}
	j.Settle()
	return cmp.Or(
		judgeAll(j, "actor", b.Actors, func(x *Actor) (string, *Judged) { return x.ID, &x.Judged }),
		judgeAll(j, "instrument", b.Instruments, func(x *Instrument) (string, *Judged) { return x.ID, &x.Judged }),
		judgeAll(j, "provision", b.Provisions, func(x *Provision) (string, *Judged) { return x.ID, &x.Judged }),
		judgeAll(j, "commitment", b.Commitments, func(x *Commitment) (string, *Judged) { return x.ID, &x.Judged }),
		judgeAll(j, "statement", b.Statements, func(x *Statement) (string, *Judged) { return x.ID, &x.Judged }),
		judgeAll(j, "event", b.Events, func(x *Event) (string, *Judged) { return x.ID, &x.Judged }),
		judgeAll(j, "fulfilment", b.Fulfilments, func(x *Fulfilment) (string, *Judged) { return x.ID, &x.Judged }),
	)
}

// inClaims returns the sources of claims, of which an object that is named in
// many documents lists more than under its own sources.
func inClaims(claims []Claim, more []Source) []Source {
	for _, c := range claims {
		more = append(more[:len(more):len(more)], c.Sources...)
	}
	slices.SortFunc(more, compareSources)
	return slices.CompactFunc(more, func(a, b Source) bool { return compareSources(a, b) == 0 })
}

// judgeAll applies the reviews of the records of one kind.
func judgeAll[T any](j *Judge, kind string, xs []T, part func(*T) (string, *Judged)) error {
	for i := range xs {
		id, _ := part(&xs[i])
		if rs := j.Of(kind, id); len(rs) > 0 {
			if err := Apply(kind, &xs[i], rs); err != nil {
				return fmt.Errorf("%s %s: %w", kind, id, err)
			}
		}
	}
	return nil
}
