package resolve

import (
	"maps"
	"slices"
	"strings"

	"pacta/gazetteer"
)

// rows returns what the persons of a document are looked up by.
func (p *people) rows(in *Input) []Row {
	var out []Row
	if bs := p.named(in); len(bs) > 0 {
		out = append(out, Row{RowPerson, in.ID, in.ID, encode(func(c *coder) { codeBearers(c, &bs) })})
	}
	for _, s := range slices.Sorted(maps.Keys(p.alone(in))) {
		out = append(out, Row{RowSurname, s, in.ID, nil})
	}
	return out
}

func codeBearers(c *coder, bs *[]Bearer) {
	list(c, bs, func(b *Bearer) { c.str(&b.Surname); c.str(&b.Full); c.str(&b.Of); c.str(&b.Called) })
}

func bearersOf(r Row) (bs []Bearer, err error) {
	err = decode(r.Data, func(c *coder) { codeBearers(c, &bs) })
	return bs, err
}

// recordRows returns the rows of the records of one document.
func recordRows(rs []*record) []Row {
	byNode := map[string][]*record{}
	for _, r := range rs {
		byNode[r.node()] = append(byNode[r.node()], r)
	}
	var out []Row
	for _, k := range slices.Sorted(maps.Keys(byNode)) {
		rs := byNode[k]
		out = append(out, Row{RowRecord, k, rs[0].locals[0].document, encode(func(c *coder) { codeRecords(c, &rs) })})
	}
	return out
}

func codeRecords(c *coder, rs *[]*record) {
	list(c, rs, func(r **record) {
		if c.reading {
			*r = &record{}
		}
		(*r).code(c)
	})
}

func recordsOf(row Row) (rs []*record, err error) {
	err = decode(row.Data, func(c *coder) { codeRecords(c, &rs) })
	return rs, err
}

// rows returns what d contributes to actors, citations, promises and reports.
// Those of actors and citations are left out unless all is asked for.
func (d *document) rows(p *people, names *gazetteer.Gazetteer, all bool) []Row {
	var out []Row
	if all {
		out = d.actorRows(p, names)
	}
	promises, reports := map[string][]*promise{}, map[string][]*report{}
	d.promises(promises)
	d.reports(reports)
	for _, k := range slices.Sorted(maps.Keys(promises)) {
		ps := promises[k]
		out = append(out, Row{RowPromise, k, d.ID, encode(func(c *coder) { d.head.code(c); codePromises(d.head, c, &ps) })})
	}
	for _, k := range slices.Sorted(maps.Keys(reports)) {
		rs := reports[k]
		out = append(out, Row{RowReport, k, d.ID, encode(func(c *coder) { d.head.code(c); codeReports(d.head, c, &rs) })})
	}
	return out
}

// actorRows returns what d contributes to actors and citations.
func (d *document) actorRows(p *people, names *gazetteer.Gazetteer) []Row {
	a := newActors(p, names, nil)
	a.add(d.Input)
	var out []Row
	for _, k := range slices.SortedFunc(maps.Keys(a.groups), actorKey.compare) {
		g := a.groups[k]
		out = append(out, Row{RowActor, k.block(), d.ID, encode(func(c *coder) { c.str(&k.value); g.code(d.ID, c) })})
	}
	cited := d.cited()
	for _, id := range slices.Sorted(maps.Keys(cited)) {
		x := cited[id]
		out = append(out, Row{RowCite, id, d.ID, encode(func(c *coder) { x.codeCites(d.ID, c) })})
	}
	return out
}

func codePromises(in *Input, c *coder, ps *[]*promise) {
	list(c, ps, func(p **promise) {
		if c.reading {
			*p = &promise{in: in}
		}
		(*p).code(c)
	})
}

func codeReports(in *Input, c *coder, rs *[]*report) {
	list(c, rs, func(r **report) {
		if c.reading {
			*r = &report{in: in}
		}
		(*r).code(c)
	})
}

func promisesOf(rows []Row) ([]*promise, error) {
	var out []*promise
	for _, r := range rows {
		in := &Input{ID: r.Document}
		var ps []*promise
		if err := decode(r.Data, func(c *coder) { in.code(c); codePromises(in, c, &ps) }); err != nil {
			return nil, err
		}
		out = append(out, ps...)
	}
	return out, nil
}

func reportsOf(rows []Row) ([]*report, error) {
	var out []*report
	for _, r := range rows {
		in := &Input{ID: r.Document}
		var rs []*report
		if err := decode(r.Data, func(c *coder) { in.code(c); codeReports(in, c, &rs) }); err != nil {
			return nil, err
		}
		out = append(out, rs...)
	}
	return out, nil
}

// block returns the name of the block in which mentions of k meet.
func (k actorKey) block() string {
	if k.kind != "" && k.kind != "person" {
		return k.kind + ":" + slug(k.value)
	}
	return k.id()
}

// id returns the identity of the actor.
func (k actorKey) id() string {
	if k.kind == "" {
		return k.value
	}
	return k.kind + ":" + slug(k.value)
}

// actorOf puts the rows of an actor together; nil if there are none.
func actorOf(block string, rows []Row, names *gazetteer.Gazetteer) (*Actor, error) {
	if len(rows) == 0 {
		return nil, nil
	}
	k := actorKey{}
	g := newActorGroup()
	for i, r := range rows {
		var value string
		h := newActorGroup()
		if err := decode(r.Data, func(c *coder) { c.str(&value); h.code(r.Document, c) }); err != nil {
			return nil, err
		}
		if i == 0 {
			k.value = value
		}
		g.absorb(h)
	}
	if kind, _, ok := strings.Cut(block, ":"); ok && names.ByID(block) == nil {
		k.kind = kind
	}
	x := g.actor(k, names)
	return &x, nil
}

// cited returns what d says of instruments beside naming them, by their IDs.
func (d *document) cited() map[string]*Instrument {
	refs := newReferences()
	refs.byLocal = d.refs.byLocal
	out := map[string]*Instrument{}
	for j := range d.Annotations {
		x := &d.Annotations[j]
		for _, role := range []string{"instrument", "from"} {
			if id := refs.of(d.ID, x.ValueOf(role)); id != "" && refs.byID[id] == nil {
				refs.byID[id] = &Instrument{ID: id}
			}
		}
	}
	refs.addCitations(d.Input)
	refs.addStates(d.Input)
	for id, x := range refs.byID {
		if len(x.Cites)+len(x.Status) > 0 {
			out[id] = x
		}
	}
	return out
}

func (x *Instrument) codeCites(document string, c *coder) {
	list(c, &x.Cites, func(y *Cite) {
		c.value(&y.Instrument)
		c.value(&y.Provision)
		c.value(&y.Relation)
		c.sources(document, &y.Sources)
	})
	list(c, &x.Status, func(s *State) {
		c.str(&s.State)
		c.value(&s.Date)
		c.value(&s.Party)
		c.value(&s.By)
		c.sources(document, &s.Sources)
	})
}

// addCited adds to x what the rows say of it.
func (x *Instrument) addCited(rows []Row) error {
	refs := newReferences()
	for _, r := range rows {
		var y Instrument
		if err := decode(r.Data, func(c *coder) { y.codeCites(r.Document, c) }); err != nil {
			return err
		}
		for _, c := range y.Cites {
			refs.cite(x, c)
		}
		for _, s := range y.Status {
			refs.state(x, s)
		}
	}
	x.orderCites()
	x.foldStates()
	return nil
}
