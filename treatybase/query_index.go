package treatybase

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"pacta/edtf"
)

// An index holds in memory what can be asked of the objects: which have a key,
// which stand in which document, in which order they are listed. It is made in
// a few seconds for a base of 20,000 documents and takes about 100 bytes an
// object. Whoever asks only once does without: see finder.
type index struct {
	mark      string
	kinds     map[string][]uint32 // all of a kind, in its usual order
	days      map[string][]dated  // by kind, of those that have a date of their own
	sources   [][]place           // by number of the document
	spans     [][]place           // of its sentences, with no object
	heads     []head              // by number of the document
	documents []uint32            // all, in the order of lists
	titles    []title             // of instruments, by ID

	values []value             // all that objects have, with outlet and date
	ids    map[key]uint32      // the same by role and value
	lists  [][]uint32          // by number of a value: the objects that have it
	of     map[string][]uint32 // numbers of values by role
	starts []uint32            // by number of the object: where its values begin in has
	has    []uint32            // numbers of values
	whole  map[string][]int32  // by kind: how many objects have each value
	sort   []uint8             // by number of the object: its kind, as a place in Kinds
}

// A value is what objects can have in a role.
type value struct{ role, value, folded string }

// A place is where an object is shown in a document.
type place struct{ start, end, object uint32 }

type dated struct {
	first, last int
	objects     []uint32
}

type head struct{ outlet, year string }

type title struct {
	n                uint32
	id, name, folded string
}

// indexes keeps the index of a base until its objects change.
type indexes struct {
	mu sync.Mutex
	at *index
}

// ownDate lists the kinds that have a date of their own; others have those of
// the documents that show them.
var ownDate = []string{"instrument", "statement", "event", "fulfilment"}

// Warm makes ready what Select needs to count, so that the first search need
// not wait for it.
func (b *Base) Warm(ctx context.Context) error {
	_, err := b.index(ctx)
	return err
}

// index returns the index of the base as it is now.
func (b *Base) index(ctx context.Context) (*index, error) {
	mark, err := b.searchMark(ctx)
	if err != nil {
		return nil, err
	}
	b.indexes.mu.Lock()
	defer b.indexes.mu.Unlock()
	if x := b.indexes.at; x != nil && x.mark == mark {
		return x, nil
	}
	x := &index{mark: mark, kinds: map[string][]uint32{}, ids: map[key]uint32{}, days: map[string][]dated{}}
	for _, load := range []func(context.Context, *index) error{b.loadKinds, b.loadKeys, b.loadDays, b.loadSources, b.loadTitles} {
		if err := load(ctx, x); err != nil {
			return nil, err
		}
	}
	x.gather()
	b.indexes.at = x
	return x, nil
}

// searchMark differs between any two states of the objects.
func (b *Base) searchMark(ctx context.Context) (string, error) {
	var due string
	mark, err := b.Mark(ctx)
	if err == nil {
		err = b.one(ctx, `SELECT coalesce((SELECT value FROM setting WHERE name = 'reviews due'), '') || ' ' || coalesce((SELECT max(n) FROM object), 0)`, nil, &due)
	}
	return mark + " " + due, err
}

func (b *Base) loadKinds(ctx context.Context, x *index) error {
	for _, kind := range Kinds {
		var list string
		err := b.one(ctx, `SELECT coalesce(group_concat(n), '') FROM (SELECT o.n FROM object o WHERE o.kind = ? ORDER BY `+orders[usual[kind]]+`)`, []any{kind}, &list)
		if err != nil {
			return err
		}
		x.kinds[kind] = numbers(list)
	}
	return nil
}

func (b *Base) loadKeys(ctx context.Context, x *index) error {
	return b.each(ctx, func(scan func(...any) error) error {
		var role, value, list string
		err := scan(&role, &value, &list)
		x.add(role, value, numbers(list))
		return err
	}, `SELECT role, value, group_concat(object) FROM object_key GROUP BY kind, role, value`)
}

// add notes that objects have a value.
func (x *index) add(role, v string, list []uint32) {
	if v == "" || len(list) == 0 {
		return
	}
	id, ok := x.ids[key{role, v}]
	if !ok {
		id = uint32(len(x.values))
		x.ids[key{role, v}] = id
		x.values = append(x.values, value{role, v, " " + strings.Join(folded(v), " ") + " "})
		x.lists = append(x.lists, nil)
	}
	if x.lists[id] == nil {
		x.lists[id] = list
	} else {
		x.lists[id] = slices.Concat(x.lists[id], list)
	}
}

func (b *Base) loadDays(ctx context.Context, x *index) error {
	for _, kind := range ownDate {
		err := b.each(ctx, func(scan func(...any) error) error {
			var d dated
			var list string
			err := scan(&d.first, &d.last, &list)
			d.objects = numbers(list)
			x.days[kind] = append(x.days[kind], d)
			return err
		}, `SELECT first_day, last_day, group_concat(n) FROM object WHERE kind = ? AND first_day <> ? GROUP BY first_day, last_day`, kind, noDay)
		if err != nil {
			return err
		}
	}
	return nil
}

func (b *Base) loadSources(ctx context.Context, x *index) error {
	err := b.each(ctx, func(scan func(...any) error) error {
		var n int
		var starts, ends, objects string
		if err := scan(&n, &starts, &ends, &objects); err != nil {
			return err
		}
		x.grow(n)
		s, e, o := numbers(starts), numbers(ends), numbers(objects)
		places := make([]place, len(s))
		for i := range s {
			places[i] = place{s[i], e[i], o[i]}
		}
		x.sources[n] = places
		return nil
	}, `SELECT document, group_concat(start_byte), group_concat(end_byte), group_concat(object) FROM object_source GROUP BY document`)
	return errors.Join(err, b.loadSpans(ctx, x), b.loadHeads(ctx, x))
}

func (b *Base) loadSpans(ctx context.Context, x *index) error {
	return b.each(ctx, func(scan func(...any) error) error {
		var n int
		var starts, ends string
		if err := scan(&n, &starts, &ends); err != nil {
			return err
		}
		x.grow(n)
		s, e := numbers(starts), numbers(ends)
		for i := range s {
			x.spans[n] = append(x.spans[n], place{start: s[i], end: e[i]})
		}
		return nil
	}, `SELECT document, group_concat(start_byte), group_concat(end_byte) FROM (SELECT document, start_byte, end_byte FROM sentence ORDER BY n) GROUP BY document`)
}

func (b *Base) loadHeads(ctx context.Context, x *index) error {
	var order sql.NullString
	if err := b.one(ctx, documentOrder, nil, &order); err != nil {
		return err
	}
	x.documents = numbers(order.String)
	return b.each(ctx, func(scan func(...any) error) error {
		var n, day int
		var h head
		if err := scan(&n, &h.outlet, &day); err != nil {
			return err
		}
		h.year = yearOf(day)
		x.grow(n)
		x.heads[n] = h
		return nil
	}, `SELECT n, outlet, first_day FROM document`)
}

func (x *index) grow(n int) {
	for len(x.sources) <= n {
		x.sources, x.spans, x.heads = append(x.sources, nil), append(x.spans, nil), append(x.heads, head{})
	}
}

// yearOf returns the year of a day, "" for none.
func yearOf(day int) string {
	if day <= int(edtf.Earliest) {
		return ""
	}
	return strconv.Itoa(time.Unix(int64(day)*86400, 0).UTC().Year())
}

func (b *Base) loadTitles(ctx context.Context, x *index) error {
	return b.each(ctx, func(scan func(...any) error) error {
		var t title
		err := scan(&t.n, &t.id, &t.name)
		t.folded = " " + strings.Join(folded(t.name), " ") + " "
		x.titles = append(x.titles, t)
		return err
	}, `SELECT n, id, name FROM object WHERE kind = 'instrument' ORDER BY id`)
}

// gather lists for each object what it has: its keys, the outlets that show it,
// and the year of its date or of the documents that show it.
func (x *index) gather() {
	own := map[string]bool{}
	for _, k := range ownDate {
		own[k] = true
	}
	for place, kind := range Kinds {
		for _, n := range x.kinds[kind] {
			for len(x.sort) <= int(n) {
				x.sort = append(x.sort, 0)
			}
			x.sort[n] = uint8(place)
		}
	}
	for _, t := range x.titles {
		x.add("instrument", t.id, []uint32{t.n})
	}
	for kind, days := range x.days {
		for _, d := range days {
			if own[kind] {
				x.add("date", yearOf(d.first), d.objects)
			}
		}
	}
	outlets, years := map[string][]int{}, map[string][]int{}
	for n, h := range x.heads {
		outlets[h.outlet] = append(outlets[h.outlet], n)
		years[h.year] = append(years[h.year], n)
	}
	for v, ns := range outlets {
		x.add("outlet", v, x.shownBy(ns, nil))
	}
	for v, ns := range years {
		x.add("date", v, x.shownBy(ns, own))
	}
	x.turn()
	x.whole = map[string][]int32{}
	for kind, list := range x.kinds {
		x.whole[kind] = x.count(list)
	}
}

// shownBy returns the objects that documents show, but not those of some kinds.
func (x *index) shownBy(documents []int, but map[string]bool) []uint32 {
	var s set
	for _, n := range documents {
		for _, p := range x.sources[n] {
			if !but[Kinds[x.sort[p.object]]] {
				s.add(int(p.object))
			}
		}
	}
	return s.list()
}

// turn lists the values of each object from the objects of each value.
func (x *index) turn() {
	x.starts = make([]uint32, len(x.sort)+1)
	for _, list := range x.lists {
		for _, n := range list {
			x.starts[n+1]++
		}
	}
	for i := range len(x.sort) {
		x.starts[i+1] += x.starts[i]
	}
	x.has = make([]uint32, x.starts[len(x.sort)])
	at := slices.Clone(x.starts)
	x.of = map[string][]uint32{}
	for id, list := range x.lists {
		role := x.values[id].role
		x.of[role] = append(x.of[role], uint32(id))
		for _, n := range list {
			x.has[at[n]] = uint32(id)
			at[n]++
		}
	}
}

// valuesOf returns what an object has.
func (x *index) valuesOf(n uint32) []uint32 { return x.has[x.starts[n]:x.starts[n+1]] }

// title returns the title of an instrument, "" if it has none of its own.
func (x *index) title(id string) string {
	i, ok := slices.BinarySearchFunc(x.titles, id, func(t title, id string) int { return strings.Compare(t.id, id) })
	if !ok {
		return ""
	}
	return x.titles[i].name
}
