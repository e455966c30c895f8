package resolve

import (
	"bytes"
	"maps"
	"slices"

	"pacta/gazetteer"
)

// A Ledger keeps the rows of a base between one change and the next. What is
// set is seen by what is asked later.
type Ledger interface {
	// Input returns a document, nil if the base has it no more.
	Input(document string) (*Input, error)
	// RowsOf returns the rows of a document, SetRows puts others in their place.
	RowsOf(document string) ([]Row, error)
	SetRows(document string, rows []Row) error
	// Rows returns the rows of a block in the order of their documents.
	Rows(kind byte, block string) ([]Row, error)
	// Bearers returns the full names that end in a surname, each with the
	// affiliations that documents give it; Bear adds by to how many documents do.
	Bearers(surname string) ([]Bearer, error)
	Bear(b Bearer, by int) error
	// Node returns what became of the records with a key, and SetNode says it;
	// an empty ID is that of no instrument. First returns the record that a node
	// is compared by, and SetFirst says it, nil for a node that has none left.
	Node(key string) (id, base string, err error)
	SetNode(key, id, base string) error
	First(key string) ([]byte, error)
	SetFirst(key string, record []byte) error
	// Nodes returns the keys of nodes with an ID, Based those with a base.
	Nodes(id string) ([]string, error)
	Based(base string) ([]string, error)
	// Crowd returns the keys of nodes in a block of cluster, and Block puts one
	// in or takes it out. Of more than enough it returns no more than enough.
	Crowd(block string, enough int) ([]string, error)
	Block(block, key string, in bool) error
}

// A Keeper takes what a Ledger knows of a base of which all is made anew.
type Keeper interface {
	Row(r Row)
	Bearer(b Bearer) // of one document
	Node(key, id, base string, first []byte, blocks []string)
}

// A Bearer is a person's full name, as a skeleton, with an affiliation, "" for
// none.
type Bearer struct {
	Surname, Full, Of string
	Called            string // as it is written
}

// Changes are the objects that a change of documents touches.
type Changes struct {
	Base
	ActorIDs      []string // of all touched actors: those not in Base are gone
	InstrumentIDs []string // and instruments
	Promises      []string // touched blocks of commitments
	Reports       []string // and of events
	Documents     []string // whose provisions, statements and fulfilments are made anew
	update        *update
}

// An update carries a change of documents through the blocks that it touches.
type update struct {
	Ledger
	names   *gazetteer.Gazetteer
	known   *wellKnown
	people  *people
	inputs  map[string]*Input // of touched documents; nil for one that is gone
	nodes   map[string]*group // as they are now, by key
	actors  map[string]bool   // touched blocks
	cites   map[string]bool
	promise map[string]bool
	report  map[string]bool
	changes *Changes
	broken  error
}

// Update returns what changes when documents came in, were analysed again or
// went. Base by Base it gives what Resolve gives for all documents.
func Update(l Ledger, documents []string, names *gazetteer.Gazetteer) (*Changes, error) {
	u := &update{Ledger: l, names: names, known: newWellKnown(names), people: newPeople(), inputs: map[string]*Input{}, nodes: map[string]*group{},
		actors: map[string]bool{}, cites: map[string]bool{}, promise: map[string]bool{}, report: map[string]bool{}, changes: &Changes{}}
	u.changes.update = u
	documents = set(documents)
	more, err := u.persons(documents)
	if err != nil {
		return nil, err
	}
	documents = set(slices.Concat(documents, more))
	instruments, more, err := u.instruments(documents)
	if err != nil {
		return nil, err
	}
	documents = set(slices.Concat(documents, more))
	for _, d := range documents {
		if err := u.document(d); err != nil {
			return nil, err
		}
	}
	if err := u.draw(instruments); err != nil {
		return nil, err
	}
	u.changes.Documents = documents
	return u.changes, nil
}

func (u *update) input(document string) (*Input, error) {
	in, ok := u.inputs[document]
	if ok {
		return in, nil
	}
	in, err := u.Input(document)
	u.inputs[document] = in
	return in, err
}

func blocksOf(rows []Row, kind byte) []Row {
	return slices.DeleteFunc(slices.Clone(rows), func(r Row) bool { return r.Kind != kind })
}

// persons brings the full names of documents up to date. It returns the other
// documents in which a surname may now mean somebody else.
func (u *update) persons(documents []string) ([]string, error) {
	change, err := u.bearers(documents)
	if err != nil {
		return nil, err
	}
	was := map[string][]Bearer{}
	for b := range change {
		if _, ok := was[b.Surname]; ok {
			continue
		}
		if was[b.Surname], err = u.Bearers(b.Surname); err != nil {
			return nil, err
		}
	}
	for b, by := range change {
		if err := u.Bear(b, by); err != nil {
			return nil, err
		}
	}
	var out []string
	for s, was := range was {
		now, err := u.Bearers(s)
		if err != nil {
			return nil, err
		}
		if slices.Equal(was, now) {
			continue
		}
		rows, err := u.Rows(RowSurname, s)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			out = append(out, r.Document)
		}
	}
	return out, nil
}

// bearers returns by how many documents more or fewer give each full name.
func (u *update) bearers(documents []string) (map[Bearer]int, error) {
	change := map[Bearer]int{}
	for _, d := range documents {
		in, err := u.input(d)
		if err != nil {
			return nil, err
		}
		old, err := u.RowsOf(d)
		if err != nil {
			return nil, err
		}
		for _, r := range blocksOf(old, RowPerson) {
			bs, err := bearersOf(r)
			if err != nil {
				return nil, err
			}
			for _, b := range bs {
				change[b]--
			}
		}
		if in == nil {
			continue
		}
		for _, b := range u.people.named(in) {
			change[b]++
		}
	}
	maps.DeleteFunc(change, func(_ Bearer, by int) bool { return by == 0 })
	return change, nil
}

// learn makes known whom the lone surnames of a document may mean.
func (u *update) learn(in *Input) error {
	for s := range u.people.alone(in) {
		if u.people.bySurname[s] != nil {
			continue
		}
		bs, err := u.Bearers(s)
		if err != nil {
			return err
		}
		u.people.bySurname[s] = map[string]bool{}
		for _, b := range bs {
			u.people.add(b)
		}
	}
	return nil
}

// document replaces the rows of a document and notes the blocks that change.
// Its records are in place already.
func (u *update) document(id string) error {
	old, err := u.RowsOf(id)
	if err != nil {
		return err
	}
	in, err := u.input(id)
	if err != nil {
		return err
	}
	var now []Row
	if in != nil {
		now = blocksOf(old, RowRecord)
		if err := u.learn(in); err != nil {
			return err
		}
		refs, err := u.references(now)
		if err != nil {
			return err
		}
		now = append(now, u.people.rows(in)...)
		d := newDocument(in, refs, u.people, nil)
		now = append(now, d.rows(u.people, u.names, true)...)
		u.changes.Provisions = append(u.changes.Provisions, d.provisions()...)
		u.changes.Statements = append(u.changes.Statements, d.statements()...)
	}
	u.touch(old, now)
	return u.SetRows(id, now)
}

// touch notes the blocks in which a document says something else than before.
func (u *update) touch(old, now []Row) {
	type block struct {
		kind byte
		name string
	}
	was := map[block][]byte{}
	for _, r := range old {
		was[block{r.Kind, r.Block}] = r.Data
	}
	note := func(k block) {
		if m := map[byte]map[string]bool{RowActor: u.actors, RowCite: u.cites, RowPromise: u.promise, RowReport: u.report}[k.kind]; m != nil {
			m[k.name] = true
		}
	}
	for _, r := range now {
		k := block{r.Kind, r.Block}
		if data, ok := was[k]; !ok || !bytes.Equal(data, r.Data) {
			note(k)
		}
		delete(was, k)
	}
	for k := range was {
		note(k)
	}
}

// references leads from the records of a document to what became of them.
func (u *update) references(rows []Row) (*references, error) {
	refs := newReferences()
	for _, row := range blocksOf(rows, RowRecord) {
		rs, err := recordsOf(row)
		if err != nil {
			return nil, err
		}
		id, _, err := u.Node(row.Block)
		if err != nil {
			return nil, err
		}
		for _, r := range rs {
			if id != "" {
				refs.byLocal[r.locals[0]] = id
			}
		}
	}
	return refs, nil
}

// draw makes the objects of the touched blocks.
func (u *update) draw(instruments []found) error {
	for _, k := range slices.Sorted(maps.Keys(u.actors)) {
		rows, err := u.Rows(RowActor, k)
		if err != nil {
			return err
		}
		x, err := actorOf(k, rows, u.names)
		if err != nil {
			return err
		}
		u.changes.ActorIDs = append(u.changes.ActorIDs, k)
		if x != nil {
			u.changes.Actors = append(u.changes.Actors, *x)
		}
	}
	for _, k := range slices.Sorted(maps.Keys(u.promise)) {
		rows, err := u.Rows(RowPromise, k)
		if err != nil {
			return err
		}
		ps, err := promisesOf(rows)
		if err != nil {
			return err
		}
		u.changes.Commitments = append(u.changes.Commitments, commitments(map[string][]*promise{k: ps}, nil)...)
	}
	for _, k := range slices.Sorted(maps.Keys(u.report)) {
		rows, err := u.Rows(RowReport, k)
		if err != nil {
			return err
		}
		rs, err := reportsOf(rows)
		if err != nil {
			return err
		}
		u.changes.Events = append(u.changes.Events, events(map[string][]*report{k: rs}, nil)...)
	}
	u.changes.Promises, u.changes.Reports = slices.Sorted(maps.Keys(u.promise)), slices.Sorted(maps.Keys(u.report))
	return u.cards(instruments)
}

// Fulfilments returns what a document claims to be kept or not, once the
// commitments of the base are as they will be: told are those that it tells of.
func (c *Changes) Fulfilments(document string, told []Commitment) ([]Fulfilment, error) {
	u := c.update
	in, err := u.input(document)
	if err != nil || in == nil {
		return nil, err
	}
	if err := u.learn(in); err != nil {
		return nil, err
	}
	rows, err := u.RowsOf(document)
	if err != nil {
		return nil, err
	}
	refs, err := u.references(rows)
	if err != nil {
		return nil, err
	}
	var at []toldPromise
	for i := range told {
		for _, s := range told[i].Shown {
			if s.Document == document {
				at = append(at, toldPromise{s.Span, told[i].ID})
			}
		}
	}
	return fulfilments(newDocument(in, refs, u.people, nil).claims(), at), nil
}
