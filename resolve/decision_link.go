package resolve

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"pacta"
	"pacta/gazetteer"
)

// Resolve puts the annotations of all documents together as people decided,
// and gives each record what they said of it. See Stream for inputs.
func (j *Judge) Resolve(inputs iter.Seq[*Input], names *gazetteer.Gazetteer) (*Base, error) {
	b := &Base{}
	err := j.Draw(inputs, names, nil, b.take)
	return b.inOrder(), err
}

// Draw is Resolve for more objects than there is memory for, as long as nobody
// decided anything: it emits actors, then instruments, commitments, events, and
// the Page of each document. save, which may be nil, gets what Update needs to
// go on from here, as far as no two records were merged or split.
func (j *Judge) Draw(inputs iter.Seq[*Input], names *gazetteer.Gazetteer, save Keeper, emit func(any)) error {
	if !j.Decided() {
		stream(inputs, names, nil, save, emit)
		return nil
	}
	b, pages := &Base{}, []*Page{}
	stream(inputs, names, j.links(), save, func(x any) {
		b.take(x)
		if p, ok := x.(*Page); ok {
			pages = append(pages, p)
		}
	})
	if err := j.Base(b.inOrder()); err != nil {
		return err
	}
	b.emit(pages, emit)
	return nil
}

// emit hands over the objects of b, those of single documents on their pages.
func (b *Base) emit(pages []*Page, emit func(any)) {
	each(b.Actors, emit)
	each(b.Instruments, emit)
	each(b.Commitments, emit)
	each(b.Events, emit)
	of := map[string]*Page{}
	for _, p := range pages {
		p.Provisions, p.Statements, p.Fulfilments = nil, nil, nil
		of[p.Document] = p
	}
	for _, x := range b.Provisions {
		p := of[x.Sources[0].Document]
		p.Provisions = append(p.Provisions, x)
	}
	for _, x := range b.Statements {
		p := of[x.Document]
		p.Statements = append(p.Statements, x)
	}
	for _, x := range b.Fulfilments {
		p := of[x.Sources[0].Document]
		p.Fulfilments = append(p.Fulfilments, x)
	}
	for _, p := range pages {
		emit(p)
	}
}

func each[T any](xs []T, emit func(any)) {
	for i := range xs {
		emit(&xs[i])
	}
}

// Decided reports whether anybody decided anything.
func (j *Judge) Decided() bool { return len(j.reviews) > 0 }

// A link is a decision that two sets of words show one record, or two.
type link struct {
	review *Review
	split  bool
}

// A side is one of the two sets of words of a link: 0 or 1.
type side struct{ link, of int }

// links are the merges and splits that count, in order, and where their words
// stand.
type links struct {
	all []link
	at  map[spot][]anchored
}

type anchored struct {
	pacta.Span
	side
}

// links returns what resolve must obey; nil if nothing.
func (j *Judge) links() *links {
	l := &links{at: map[spot][]anchored{}}
	for _, r := range j.reviews {
		if r.Action != Merge && r.Action != Split || !j.counts(r.ID) || len(j.placed[r.ID]) == 0 || len(j.other[r.ID]) == 0 {
			continue
		}
		for of, sources := range [][]Source{j.placed[r.ID], j.other[r.ID]} {
			for _, s := range sources {
				k := spot{r.Kind, s.Document}
				l.at[k] = append(l.at[k], anchored{s.Span, side{len(l.all), of}})
			}
		}
		l.all = append(l.all, link{r, r.Action == Split})
	}
	if len(l.all) == 0 {
		return nil
	}
	return l
}

// sides returns for each of spans, where units of a kind stand in a document,
// the sides that name it. Of several units that stand in the same words the one
// of the record's type is meant; words that no unit has exactly name one that
// is alike.
func (l *links) sides(kind, document string, spans []pacta.Span, types []string) map[int][]side {
	if l == nil || len(l.at[spot{kind, document}]) == 0 {
		return nil
	}
	out := map[int][]side{}
	for _, a := range l.at[spot{kind, document}] {
		at := slices.Index(spans, a.Span)
		for i, s := range spans {
			switch {
			case at < 0 && alike(a.Span, s), types != nil && s == a.Span && types[i] == l.all[a.link].review.Type && types[at] != types[i]:
				at = i
			}
		}
		if at >= 0 && !slices.Contains(out[at], a.side) {
			out[at] = append(out[at], a.side)
		}
	}
	return out
}

// bonds joins nodes in groups: first as people decided, the last decision
// first, then as whoever calls join says, as far as no decision forbids it.
type bonds struct {
	head  []int   // the node whose group this one is in, by way of others
	apart [][]int // by the head of a group: nodes that must not be in it
}

// newBonds returns n nodes, joined and kept apart as l says. The sides that
// name a node stand in of.
func newBonds(n int, l *links, of func(node int) []side) *bonds {
	b := &bonds{head: make([]int, n), apart: make([][]int, n)}
	for i := range b.head {
		b.head[i] = i
	}
	if l == nil {
		return b
	}
	named := make([][2][]int, len(l.all))
	for i := range n {
		for _, s := range of(i) {
			named[s.link][s.of] = append(named[s.link][s.of], i)
		}
	}
	for k := len(l.all) - 1; k >= 0; k-- {
		one, two := named[k][0], named[k][1]
		if len(one) == 0 || len(two) == 0 {
			continue
		}
		for _, x := range one {
			for _, y := range two {
				if l.all[k].split {
					b.part(x, y)
				} else {
					b.join(x, y)
				}
			}
		}
		for _, side := range named[k] { // what stood together when it was decided
			for _, x := range side[1:] {
				b.join(side[0], x)
			}
		}
	}
	return b
}

func (b *bonds) find(i int) int {
	for b.head[i] != i {
		b.head[i] = b.head[b.head[i]]
		i = b.head[i]
	}
	return i
}

// forbidden reports whether the groups of two nodes must stay two.
func (b *bonds) forbidden(i, j int) bool {
	i, j = b.find(i), b.find(j)
	if len(b.apart[j]) < len(b.apart[i]) {
		i, j = j, i
	}
	return slices.ContainsFunc(b.apart[i], func(x int) bool { return b.find(x) == j })
}

// part keeps the groups of two nodes apart, unless they are one already.
func (b *bonds) part(i, j int) {
	if i, j = b.find(i), b.find(j); i != j {
		b.apart[i], b.apart[j] = append(b.apart[i], j), append(b.apart[j], i)
	}
}

// join makes the groups of two nodes one, unless they must stay two. It
// returns the head of the group and the one that it took in; the same twice
// when nothing changed.
func (b *bonds) join(i, j int) (head, other int) {
	i, j = b.find(i), b.find(j)
	if i == j || b.forbidden(i, j) {
		return i, i
	}
	b.head[j] = i
	b.apart[i] = append(b.apart[i], b.apart[j]...)
	return i, j
}

// reasons returns a link for every decision that names a unit of a group.
func (l *links) reasons(sides []side) []Link {
	if l == nil || len(sides) == 0 {
		return nil
	}
	slices.SortFunc(sides, func(a, b side) int { return cmp.Or(a.link-b.link, a.of-b.of) })
	sides = slices.Compact(sides)
	var out []Link
	for i, s := range sides {
		r, split := l.all[s.link].review, l.all[s.link].split
		both := i > 0 && sides[i-1].link == s.link
		switch {
		case !split && both:
			out = append(out, Link{To: r.Other[0].Document, Score: 1, Reason: decidedBy("decided by ", r)})
		case split && !both && (i+1 == len(sides) || sides[i+1].link != s.link):
			to := r.Other
			if s.of == 1 {
				to = r.Anchors
			}
			out = append(out, Link{To: to[0].Document, Score: 0, Reason: decidedBy("kept apart by ", r)})
		}
	}
	return out
}

func decidedBy(what string, r *Review) string {
	if r.Why == "" {
		return what + r.Who
	}
	return what + r.Who + ": " + r.Why
}

// splitOff returns the splits by which a group was taken out of another: they
// are a part of its identity.
func (l *links) splitOff(sides []side) string {
	if l == nil || len(sides) == 0 {
		return ""
	}
	var ids []string
	for _, s := range sides {
		if l.all[s.link].split && s.of == 1 && !slices.Contains(sides, side{s.link, 0}) {
			ids = append(ids, l.all[s.link].review.ID)
		}
	}
	return strings.Join(set(ids), " ")
}

// nameRecords notes in the records of a document what decisions name them.
func (l *links) nameRecords(document string, records []*record) {
	if l == nil || len(l.at[spot{"instrument", document}]) == 0 {
		return
	}
	var spans []pacta.Span
	var of []*record
	for _, r := range records {
		for _, s := range r.names.all() {
			spans, of = append(spans, s.Span), append(of, r)
		}
	}
	for i, sides := range l.sides("instrument", document, spans, nil) {
		of[i].sides = append(of[i].sides, sides...)
	}
	for _, r := range records {
		r.sides = l.oneSide(r.sides)
	}
}

// oneSide returns sides of one unit in order, each once. A unit that a split
// names on both sides, because it stands in several places, is taken out.
func (l *links) oneSide(sides []side) []side {
	slices.SortFunc(sides, func(a, b side) int { return cmp.Or(a.link-b.link, a.of-b.of) })
	sides = slices.Compact(sides)
	return slices.DeleteFunc(sides, func(s side) bool {
		return s.of == 0 && l.all[s.link].split && slices.Contains(sides, side{s.link, 1})
	})
}

// regroup returns groups as people decided: what the machine put together may
// be kept apart, and the other way round. The units of a group that has none
// named by a decision need not be handed in.
func regroup[T any](groups [][]T, l *links, sides func(T) []side) [][]T {
	var atoms [][]T // what every decision names as a whole
	var from []int  // the first atom of the group that each one is of
	for _, g := range groups {
		first, at := len(atoms), map[string]int{}
		for _, x := range g {
			k := fmt.Sprint(sides(x))
			i, ok := at[k]
			if !ok {
				i = len(atoms)
				at[k], atoms, from = i, append(atoms, nil), append(from, first)
			}
			atoms[i] = append(atoms[i], x)
		}
	}
	b := newBonds(len(atoms), l, func(i int) []side { return sides(atoms[i][0]) })
	for i, first := range from {
		b.join(first, i)
	}
	whole := map[int]int{}
	var out [][]T
	for i, a := range atoms {
		h := b.find(i)
		if _, ok := whole[h]; !ok {
			whole[h], out = len(out), append(out, nil)
		}
		out[whole[h]] = append(out[whole[h]], a...)
	}
	return out
}

// named reports whether a decision names one of a group.
func named[T any](g []T, sides func(T) []side) bool {
	return slices.ContainsFunc(g, func(x T) bool { return len(sides(x)) > 0 })
}

// sidesOf returns what decisions name the units of a group.
func sidesOf[T any](g []T, sides func(T) []side) []side {
	var out []side
	for _, x := range g {
		out = append(out, sides(x)...)
	}
	return out
}
