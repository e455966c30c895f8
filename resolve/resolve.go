package resolve

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"slices"
	"strings"

	"pacta"
	"pacta/gazetteer"
)

// An Input is what one analysed document contributes: its metadata, without
// the text, and its annotations in text order.
type Input struct {
	ID          string // the document's ID in the base
	Genre       string
	Title       string
	Outlet      string
	Published   string // EDTF, "" if not stated
	Group       string // near-duplicates share one: they count as one independent text
	Annotations []pacta.Annotation
}

// text names the independent text that in is: copies of one count once.
func (in *Input) text() string { return cmp.Or(in.Group, in.ID) }

// A Base is every object that a set of documents gives, each list ordered by ID.
type Base struct {
	Actors      []Actor
	Instruments []Instrument
	Provisions  []Provision
	Commitments []Commitment
	Statements  []Statement
	Events      []Event
	Fulfilments []Fulfilment
}

// Resolve puts the annotations of all documents together. The result depends
// on the set of inputs, not on their order.
func Resolve(inputs []Input, names *gazetteer.Gazetteer) *Base {
	inputs = slices.SortedFunc(slices.Values(inputs), func(a, b Input) int { return strings.Compare(a.ID, b.ID) })
	return Stream(func(yield func(*Input) bool) {
		for i := range inputs {
			if !yield(&inputs[i]) {
				return
			}
		}
	}, names)
}

// Stream is Resolve for more documents than there is memory for. It ranges
// over inputs three times, which come in the order of their IDs each time, and
// keeps none of them.
func Stream(inputs iter.Seq[*Input], names *gazetteer.Gazetteer) *Base {
	b := &Base{}
	stream(inputs, names, nil, nil, b.take)
	return b.inOrder()
}

// take adds what stream emits.
func (b *Base) take(x any) {
	switch x := x.(type) {
	case *Actor:
		b.Actors = append(b.Actors, *x)
	case *Instrument:
		b.Instruments = append(b.Instruments, *x)
	case *Commitment:
		b.Commitments = append(b.Commitments, *x)
	case *Event:
		b.Events = append(b.Events, *x)
	case *Page:
		b.Provisions = append(b.Provisions, x.Provisions...)
		b.Statements = append(b.Statements, x.Statements...)
		b.Fulfilments = append(b.Fulfilments, x.Fulfilments...)
	}
}

func (b *Base) inOrder() *Base {
	b.Provisions = byID(b.Provisions, func(x *Provision) string { return x.ID })
	b.Commitments = byID(b.Commitments, func(x *Commitment) string { return x.ID })
	b.Statements = byID(b.Statements, func(x *Statement) string { return x.ID })
	b.Events = byID(b.Events, func(x *Event) string { return x.ID })
	b.Fulfilments = byID(b.Fulfilments, func(x *Fulfilment) string { return x.ID })
	return b
}

// stream is Stream as people decided. It emits actors, then instruments,
// commitments, events, and the page of each document. save, which may be nil,
// gets all rows, so that Update can go on from here. Decisions have no rows.
func stream(inputs iter.Seq[*Input], names *gazetteer.Gazetteer, l *links, save Keeper, emit func(any)) {
	people := newPeople()
	records, rows := gatherAll(inputs, people, names, l, save)
	found, refs := instruments(records, rows, names, l, save)
	actors, blocks := newActors(people, names, l), newBlocks(l)
	for in := range inputs {
		actors.add(in)
		refs.addCitations(in)
		refs.addStates(in)
		d := newDocument(in, refs, people, l)
		if save != nil || blocks.packed() {
			for _, r := range d.rows(people, names, save != nil) {
				blocks.row(r)
				if save != nil {
					save.Row(r)
				}
			}
		}
		blocks.add(d)
	}
	xs := actors.all()
	for i := range xs {
		emit(&xs[i])
	}
	xs, actors.groups = nil, nil
	for i := range found {
		found[i].orderCites()
		found[i].foldStates()
		emit(&found[i])
	}
	at, told := map[string][]toldPromise{}, map[string][]toldEvent{}
	blocks.eachCommitment(func(c *Commitment) {
		for _, s := range c.Shown {
			at[s.Document] = append(at[s.Document], toldPromise{s.Span, c.ID})
		}
		emit(c)
	})
	blocks.eachEvent(func(e *Event) {
		for _, s := range e.Shown {
			if happened(e.Factuality) {
				told[s.Document] = append(told[s.Document], toldEvent{s.Span, e.ID, e.Date})
			}
		}
		emit(e)
	})
	for in := range inputs {
		emit(newDocument(in, refs, people, l).page(at[in.ID], told[in.ID]))
		delete(at, in.ID)
		delete(told, in.ID)
	}
}

// gatherAll returns the records of all documents, and tells people and save
// what else the first look at a document gives. Where nobody decided anything
// it returns only records that differ, and the rows of all by node: a base has
// many records that say the same.
func gatherAll(inputs iter.Seq[*Input], people *people, names *gazetteer.Gazetteer, l *links, save Keeper) ([]*record, map[string][]Row) {
	known := newWellKnown(names)
	var out []*record
	all, seen := map[string][]Row{}, map[string]bool{}
	for in := range inputs {
		people.gather(in)
		rs := gatherRecords(in, known, l)
		rows := recordRows(rs)
		if l == nil {
			for _, r := range rs {
				if d := r.node() + "|" + r.key + "|" + r.details(); !seen[d] {
					seen[d] = true
					out = append(out, r)
				}
			}
			for _, r := range rows {
				all[r.Block] = append(all[r.Block], r)
			}
		} else {
			out = append(out, rs...)
		}
		if save == nil {
			continue
		}
		for _, r := range slices.Concat(rows, people.rows(in)) {
			save.Row(r)
		}
		for _, b := range people.named(in) {
			save.Bearer(b)
		}
	}
	return out, all
}

// A document is an input on its way into objects, with what the objects of its
// parts share.
type document struct {
	*Input
	refs   *references
	own    string  // the instrument whose text it is
	head   *Input  // without annotations, for what is kept
	names  []Claim // states and organisations, in text order
	people *people
	links  *links // what people decided
}

func newDocument(in *Input, refs *references, p *people, l *links) *document {
	head := *in
	head.Annotations = nil
	return &document{in, refs, refs.own(in), &head, namesIn(in), p, l}
}

// makeID returns an identity that is a function of parts: a letter for the
// kind of object and twelve hexadecimal digits.
func makeID(kind byte, parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return string(kind) + hex.EncodeToString(sum[:6])
}

// source returns the words of span in a document as a source.
func source(doc string, s pacta.Span, quote string) Source {
	return Source{Document: doc, Span: s, Quote: quote}
}

// kept returns s with words of its own: those of a document keep all of its
// text in memory.
func kept(s Source) Source {
	s.Quote = strings.Clone(s.Quote)
	return s
}

func compareSources(a, b Source) int {
	return cmp.Or(strings.Compare(a.Document, b.Document), a.Span.Compare(b.Span))
}

// sorted returns xs in document and text order without duplicates.
func sorted(xs []Source) []Source {
	slices.SortFunc(xs, compareSources)
	return slices.CompactFunc(xs, func(a, b Source) bool { return compareSources(a, b) == 0 })
}

// A tally collects values with their sources.
type tally map[string][]Source

func (t tally) add(value string, s Source) {
	if value != "" {
		t[value] = append(t[value], s)
	}
}

// keep is how many sources of one value an object lists; Count tells of all.
const keep = 50

// copies are the documents that are copies of others, with the text that they
// share; all other documents are texts of their own.
type copies map[string]string

func (c copies) add(document, text string) {
	if document != text {
		c[document] = text
	}
}

// texts counts the independent texts among the documents of sources.
func (c copies) texts(ss []Source) int {
	seen := map[string]bool{}
	for _, s := range ss {
		seen[cmp.Or(c[s.Document], s.Document)] = true
	}
	return len(seen)
}

// claims returns the values of t, the one with the most sources first, then in
// alphabetical order.
func (t tally) claims(c copies) []Claim {
	out := []Claim{} // never null in JSON
	for v, ss := range t {
		ss = sorted(ss)
		x := Claim{Value: Value(v), Texts: c.texts(ss)}
		x.Sources, x.Count = first(ss)
		out = append(out, x)
	}
	return commonestFirst(out)
}

// first returns the sources that an object lists, and how many there are.
func first(ss []Source) ([]Source, int) {
	if len(ss) > keep {
		return ss[:keep:keep], len(ss)
	}
	return ss, len(ss)
}

// few is how many sources a citation or a step in the life of an instrument
// lists: a known instrument has very many of them.
const few = 10

// fewer lets the values of an attribute list fewer sources the more there are:
// some 200 together.
func fewer(cs []Claim) []Claim {
	most := max(3, 200/max(1, len(cs)))
	for i := range cs {
		if ss := cs[i].Sources; len(ss) > most {
			cs[i].Sources = ss[:most:most]
		}
	}
	return cs
}

// commonestFirst orders values by how many sources state them, then by the
// alphabet.
func commonestFirst(cs []Claim) []Claim {
	slices.SortFunc(cs, func(a, b Claim) int {
		return cmp.Or(b.Count-a.Count, strings.Compare(string(a.Value), string(b.Value)))
	})
	return cs
}

// all returns the sources of every value.
func (t tally) all() []Source {
	out := []Source{}
	for _, ss := range t {
		out = append(out, ss...)
	}
	return sorted(out)
}

// set returns the distinct values of xs in order, never nil, so that JSON shows
// an empty list and not null.
func set(xs []string) []string {
	out := slices.Compact(slices.Sorted(slices.Values(xs)))
	if out == nil {
		out = []string{}
	}
	return out
}
