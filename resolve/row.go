package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"pacta"
	"pacta/edtf"
)

// A Row is what one document contributes to one block: to all that must be
// looked at together to make an object. The rows of a block, in the order of
// their documents, are all that its objects depend on, so that a document
// that comes in costs its own blocks and not the whole base.
type Row struct {
	Kind     byte   // of the block
	Block    string // its name
	Document string
	Data     []byte
}

// The kinds of blocks.
const (
	RowRecord  = 'n' // of instruments that say exactly the same; by their key
	RowActor   = 'a' // mentions of one actor
	RowCite    = 'c' // citations and steps of one instrument, by its ID
	RowPromise = 'p' // promises that may be one
	RowReport  = 'r' // reports that may be one
	RowPerson  = 's' // persons whom a document names in full; by document
	RowSurname = 'l' // documents in which a surname stands alone, by its skeleton
)

// encode returns the bytes of what f codes.
func encode(f func(*coder)) []byte {
	c := &coder{}
	f(c)
	return c.b
}

// decode reads what encode wrote.
func decode(b []byte, f func(*coder)) error {
	c := &coder{b: b, reading: true, seen: map[string]string{}}
	f(c)
	if c.broken || len(c.b) > 0 {
		return errRow
	}
	return nil
}

// head codes what objects need of a document itself.
func (in *Input) code(c *coder) {
	c.str(&in.Published)
	c.str(&in.Outlet)
	c.str(&in.Group)
}

func (p *promise) code(c *coder) {
	d := p.in.ID
	if c.reading {
		p.Annotation = &pacta.Annotation{Kind: pacta.Commitment}
	}
	x := p.Annotation
	c.str(&x.Type)
	c.span(&x.Span)
	c.str(&x.Quote)
	c.str(&x.Value)
	list(c, &x.Args, func(a *pacta.Arg) {
		c.str(&a.Role)
		c.span(&a.Span)
		c.str(&a.Quote)
		c.str(&a.Value)
	})
	c.str(&p.instrument)
	c.strs(&p.words)
	c.str(&p.layer)
	c.names(d, &p.named)
	if c.reading {
		p.parties = set(x.Values("party"))
	}
}

func (r *report) code(c *coder) {
	d := r.in.ID
	for _, s := range []*string{&r.typ, &r.mode, &r.life, &r.instrument, &r.date, &r.place, &r.factuality} {
		c.str(s)
	}
	c.strs(&r.actors)
	c.strs(&r.recipients)
	c.sources(d, &r.sources)
	c.names(d, &r.named)
	if c.reading {
		r.actors, r.recipients = set(r.actors), set(r.recipients)
	}
}

func (r *record) code(c *coder) {
	if c.reading {
		r.locals = []localID{{}}
	}
	l := &r.locals[0]
	c.str(&l.document)
	c.str(&l.value)
	for _, s := range []*string{&r.known, &r.standing, &r.key, &r.text, &r.own, &r.head} {
		c.str(s)
	}
	for _, t := range []*tally{&r.names, &r.types, &r.dates, &r.places, &r.counts, &r.persons, &r.titles} {
		c.tally(l.document, t)
	}
	keys := slices.Sorted(maps.Keys(r.parties))
	c.strs(&keys)
	for _, k := range keys {
		t := r.parties[k]
		c.tally(l.document, &t)
		if c.reading {
			if r.parties == nil {
				r.parties = map[string]tally{}
			}
			r.parties[k] = t
		}
	}
	c.strs(&r.party)
	list(c, &r.days, func(x *edtf.Interval) {
		text := x.String()
		c.str(&text)
		if c.reading {
			*x, _ = edtf.Parse(text)
		}
	})
	c.strs(&r.kinds)
	for _, m := range []*map[string]bool{&r.subject, &r.proper, &r.nicks} {
		c.set(m)
	}
}

func (g *actorGroup) code(document string, c *coder) {
	kinds := slices.Sorted(maps.Keys(g.kinds))
	c.strs(&kinds)
	for _, k := range kinds {
		n := g.kinds[k]
		c.num(&n)
		g.kinds[k] = n
	}
	names := slices.Sorted(maps.Keys(g.names))
	c.strs(&names)
	for _, name := range names {
		if c.reading {
			g.names[name] = &firsts{}
		}
		g.names[name].code(document, c)
	}
	roles := slices.SortedFunc(maps.Keys(g.roles), func(a, b role) int { return cmp.Or(strings.Compare(a.office, b.office), strings.Compare(a.of, b.of)) })
	list(c, &roles, func(r *role) { c.str(&r.office); c.str(&r.of) })
	for _, r := range roles {
		if c.reading {
			g.roles[r] = &held{}
		}
		h := g.roles[r]
		h.code(document, c)
		c.str(&h.since)
		c.str(&h.until)
	}
	c.names(document, &g.listed)
	if len(g.listed) == 0 {
		g.listed = nil
	}
}

func (f *firsts) code(document string, c *coder) {
	c.num(&f.count)
	c.sources(document, &f.sources)
}
