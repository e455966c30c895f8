package treatybase

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"

	"pacta/gazetteer"
)

// A finder looks up what a query asks for. With an index it does so in memory;
// without one it reads only what the query names, which is faster when there is
// but one query.
type finder struct {
	ctx   context.Context
	b     *Base
	x     *index   // nil if there is none
	kinds []string // of the objects that are looked for
}

// objects returns the objects that c fits.
func (f *finder) objects(c *clause) (choice, error) {
	switch {
	case c.op == without:
		out, err := f.objects(c.kids[0])
		return out.not(), err
	case c.op == field:
		return f.field(c)
	case c.plainWords() && c.positive():
		return f.withWords(c)
	}
	return c.combine(c.together(), f.objects)
}

// combine puts together what find returns for each of kids, as c says: what all of
// them have or what any has.
func (c *clause) combine(kids []*clause, find func(*clause) (choice, error)) (out choice, err error) {
	for i, k := range kids {
		o, err := find(k)
		if err != nil {
			return out, err
		}
		switch {
		case i == 0:
			out = o
		case c.op == all:
			out = out.and(o)
		default:
			out = out.or(o)
		}
	}
	return out, nil
}

// together returns the kids of c; of all, those that look for words become one,
// as they must stand in one sentence.
func (c *clause) together() []*clause {
	if c.op != all {
		return c.kids
	}
	var text, rest []*clause
	for _, k := range c.kids {
		if k.plainWords() {
			text = append(text, k)
		} else {
			rest = append(rest, k)
		}
	}
	if w := joined(all, text); w != nil {
		rest = append(rest, w)
	}
	return rest
}

// field returns the objects of which a field has a value.
func (f *finder) field(c *clause) (choice, error) {
	of := fieldOf(c.field)
	switch {
	case of.Name == "kind":
		return f.ofKind(c.text)
	case of.Name == "date":
		return f.dated(c)
	case of.column != "":
		return f.shownIn(c)
	case of.Name == "instrument":
		return f.instrument(c)
	}
	values, err := f.values(of.role, c)
	if err != nil {
		return choice{}, err
	}
	return f.having(of.role, values)
}

// having returns the objects that have one of the values in a role.
func (f *finder) having(role string, values []string) (choice, error) {
	var out set
	if f.x != nil {
		for _, v := range values {
			if id, ok := f.x.ids[key{role, v}]; ok {
				out.addAll(f.x.lists[id])
			}
		}
		return choice{set: out}, nil
	}
	kinds, _ := json.Marshal(f.kinds)
	for chunk := range slices.Chunk(values, 500) {
		in, _ := json.Marshal(chunk)
		list, err := f.list(`SELECT group_concat(k.object) FROM json_each(?) i CROSS JOIN json_each(?) v CROSS JOIN object_key k ON k.kind = i.value AND k.role = ? AND k.value = v.value`,
			string(kinds), string(in), role)
		if err != nil {
			return choice{}, err
		}
		out.addAll(list)
	}
	return choice{set: out}, nil
}

// list reads numbers that a query puts together with group_concat.
func (f *finder) list(query string, args ...any) ([]uint32, error) {
	var list sql.NullString
	err := f.b.one(f.ctx, query, args, &list)
	return numbers(list.String), err
}

func (f *finder) ofKind(kind string) (choice, error) {
	var out choice
	if !slices.Contains(f.kinds, kind) {
		return out, nil
	}
	list, err := f.allOf(kind)
	out.addAll(list)
	return out, err
}

func (f *finder) allOf(kind string) ([]uint32, error) {
	if f.x != nil {
		return f.x.kinds[kind], nil
	}
	return f.list(`SELECT group_concat(n) FROM object WHERE kind = ?`, kind)
}

// values returns the values of a role that c means: what the gazetteer knows
// under this name, else the value itself, else those that have its words.
// Speakers are found by words in any case, as few know how a source names them.
func (f *finder) values(role string, c *clause) ([]string, error) {
	if c.exact {
		return []string{c.text}, nil
	}
	have, err := f.vocabulary(role, c.wanted())
	if err != nil {
		return nil, err
	}
	var exact, alike []string
	for _, v := range have {
		if strings.EqualFold(v, c.text) {
			exact = append(exact, v)
		} else {
			alike = append(alike, v)
		}
	}
	if role == "speaker" {
		return slices.Concat(exact, alike, f.known(c)), nil
	}
	if role == "party" || role == "to" {
		exact = append(exact, f.known(c)...)
	}
	if len(exact) > 0 && !c.star {
		return exact, nil
	}
	return slices.Concat(exact, alike), nil
}

// known returns the code that the gazetteer has for a name: RUS for Russia.
func (f *finder) known(c *clause) []string {
	if c.star {
		return nil
	}
	for _, e := range gazetteer.Builtin().Lookup(c.text) {
		if !strings.EqualFold(e.ID, c.text) {
			return []string{e.ID}
		}
	}
	return nil
}

// vocabulary returns the values of a role that have the words of w.
func (f *finder) vocabulary(role string, w wanted) ([]string, error) {
	var out []string
	if f.x != nil {
		for _, id := range f.x.of[role] {
			if v := &f.x.values[id]; w.among(v.folded) {
				out = append(out, v.value)
			}
		}
		return out, nil
	}
	kinds, _ := json.Marshal(f.kinds)
	err := f.b.each(f.ctx, func(scan func(...any) error) error {
		var v string
		err := scan(&v)
		if w.in(v) {
			out = append(out, v)
		}
		return err
	}, `SELECT DISTINCT value FROM object_value WHERE kind IN (SELECT value FROM json_each(?)) AND role = ? AND (value LIKE ? OR value GLOB '*[^ -~]*')`,
		string(kinds), role, w.like())
	return out, err
}

// instrument returns what concerns the instruments that c names, and these.
func (f *finder) instrument(c *clause) (choice, error) {
	ids, out, err := f.instruments(c)
	if err != nil {
		return choice{}, err
	}
	about, err := f.having("instrument", ids)
	if slices.Contains(f.kinds, "instrument") {
		about.set = union(about.set, out)
	}
	return about, err
}

// mostInstruments is how many instruments one name may mean.
const mostInstruments = 2000

func (f *finder) instruments(c *clause) (ids []string, out set, err error) {
	titles, w := f.titles(), c.wanted()
	if f.x == nil {
		err = f.b.each(f.ctx, func(scan func(...any) error) error {
			var t title
			err := scan(&t.n, &t.id, &t.name)
			t.folded = " " + strings.Join(folded(t.name), " ") + " "
			titles = append(titles, t)
			return err
		}, `SELECT n, id, name FROM object WHERE kind = 'instrument' AND (id = ? OR name LIKE ? OR name GLOB '*[^ -~]*')`, c.text, w.like())
	}
	var named []string
	if c.exact {
		w = nil
	}
	for _, e := range gazetteer.Builtin().Lookup(c.text) {
		if !c.exact || e.ID == c.text {
			named = append(named, e.ID)
		}
	}
	for _, t := range titles {
		if t.id == c.text || slices.Contains(named, t.id) || w.among(t.folded) {
			ids = append(ids, t.id)
			out.add(int(t.n))
			if len(ids) == mostInstruments {
				break
			}
		}
	}
	return append(ids, named...), out, err
}

func (f *finder) titles() []title {
	if f.x == nil {
		return nil
	}
	return f.x.titles
}

// dated returns the objects with a date in a range: their own, or that of a
// document that shows them.
func (f *finder) dated(c *clause) (choice, error) {
	first, last, _ := dayRange(c.text)
	var out choice
	shown := false
	for _, kind := range f.kinds {
		if !slices.Contains(ownDate, kind) {
			shown = true
			continue
		}
		if err := f.between(&out.set, kind, first, last); err != nil {
			return out, err
		}
	}
	if !shown {
		return out, nil
	}
	documents, err := f.documents(c)
	if err != nil {
		return out, err
	}
	others, err := f.of(documents)
	if err != nil {
		return out, err
	}
	for _, kind := range f.kinds {
		if !slices.Contains(ownDate, kind) {
			list, err := f.allOf(kind)
			if err != nil {
				return out, err
			}
			for _, n := range list {
				if others.has(int(n)) {
					out.add(int(n))
				}
			}
		}
	}
	return out, nil
}

func (f *finder) between(out *set, kind string, first, last int) error {
	if f.x == nil {
		list, err := f.list(`SELECT group_concat(n) FROM object WHERE kind = ? AND first_day <= ? AND last_day >= ? AND first_day <> ?`, kind, last, first, noDay)
		out.addAll(list)
		return err
	}
	for _, d := range f.x.days[kind] {
		if d.first <= last && d.last >= first {
			out.addAll(d.objects)
		}
	}
	return nil
}

// shownIn returns the objects that are shown by documents that c fits.
func (f *finder) shownIn(c *clause) (choice, error) {
	documents, err := f.documents(c)
	if err != nil {
		return choice{}, err
	}
	out, err := f.of(documents)
	return choice{set: out}, err
}

// of returns the objects that documents show.
func (f *finder) of(documents choice) (set, error) {
	var out set
	if f.x != nil {
		for n, places := range f.x.sources {
			if len(places) > 0 && documents.has(n) {
				for _, p := range places {
					out.add(int(p.object))
				}
			}
		}
		return out, nil
	}
	ns, _ := json.Marshal(documents.list())
	list, err := f.list(`SELECT group_concat(object) FROM (SELECT DISTINCT object FROM object_source WHERE document IN (SELECT value FROM json_each(?)))`, string(ns))
	out.addAll(list)
	return out, err
}

// documents returns the documents that a field of documents fits.
func (f *finder) documents(c *clause) (choice, error) {
	var out choice
	if c.field == "date" {
		first, last, _ := dayRange(c.text)
		list, err := f.list(`SELECT group_concat(n) FROM document WHERE first_day BETWEEN ? AND ? AND first_day <> ?`, first, last, noDay)
		out.addAll(list)
		return out, err
	}
	column, w := fieldOf(c.field).column, c.wanted()
	err := f.b.each(f.ctx, func(scan func(...any) error) error {
		var n int
		var value string
		err := scan(&n, &value)
		if strings.EqualFold(value, c.text) || !c.exact && w.in(value) {
			out.add(n)
		}
		return err
	}, `SELECT n, `+column+` FROM document WHERE `+column+` LIKE ? OR `+column+` GLOB '*[^ -~]*'`, w.like())
	return out, err
}
