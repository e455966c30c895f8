package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"pacta"
	"pacta/edtf"
	"pacta/gazetteer"
)

// references leads from the identity that an instrument has within a document
// to the object.
type references struct {
	byLocal map[localID]string
	byID    map[string]*Instrument
	cites   map[entry]int // where in Cites of its instrument an entry stands
	states  map[entry]int // and in Status
}

// An entry is what a citation or a step says of an instrument.
type entry struct {
	of      *Instrument
	a, b, c Value
}

// none is the standing of what is no instrument in particular and has nothing
// to be told by: "until they conclude another treaty". It has no object.
const none = "none"

// A localID names an instrument as one document knows it: "i2", or the
// gazetteer's ID.
type localID struct{ document, value string }

func (r *references) of(document, value string) string { return r.byLocal[localID{document, value}] }

// instruments joins what documents say of instruments. Well-known ones meet
// under the gazetteer's ID; the others by what same finds; see identity.go.
func instruments(records []*record, rows map[string][]Row, names *gazetteer.Gazetteer, l *links, save Keeper) ([]Instrument, *references) {
	refs := newReferences()
	used := numbering{}
	var out []Instrument
	for _, c := range cluster(records, rows, l, nil) {
		nodes := c.nodes(save != nil)
		c.whole()
		x := c.instrument(names)
		base := x.ID
		if x.Standing == none {
			x.ID, base = "", ""
		} else {
			x.ID = used.next(x.ID)
		}
		for _, n := range nodes {
			save.Node(n.node(), x.ID, base, encode(n.code), n.keys())
		}
		if x.ID == "" {
			continue
		}
		for _, r := range c.records {
			for _, l := range r.locals {
				refs.byLocal[l] = x.ID
			}
		}
		out = append(out, x)
		c.records, c.variants = nil, nil
	}
	slices.SortFunc(out, func(a, b Instrument) int { return strings.Compare(a.ID, b.ID) })
	for i := range out {
		refs.byID[out[i].ID] = &out[i]
	}
	return out, refs
}

// nodes returns the first record of each node of g, if they are asked for.
func (g *group) nodes(asked bool) []*record {
	if !asked {
		return nil
	}
	var out []*record
	seen := map[string]bool{}
	for _, r := range g.records {
		if k := r.node(); !seen[k] {
			seen[k] = true
			out = append(out, r)
		}
	}
	return out
}

func newReferences() *references {
	return &references{byLocal: map[localID]string{}, byID: map[string]*Instrument{}, cites: map[entry]int{}, states: map[entry]int{}}
}

// numbering tells apart the instruments that would have one ID.
type numbering map[string]int

func (n numbering) next(id string) string {
	if n[id]++; n[id] > 1 {
		return id + "-" + strconv.Itoa(n[id])
	}
	return id
}

// A record is what one document says of one instrument.
type record struct {
	locals   []localID
	known    string
	standing string
	names    tally
	types    tally
	parties  map[string]tally // the set of parties as "ARM AZE" → …
	dates    tally
	places   tally
	counts   tally
	persons  tally
	titles   tally
	party    []string // distinct parties
	days     []edtf.Interval
	subject  map[string]bool // content words of titles and names
	kinds    []string        // distinct types
	proper   map[string]bool // proper names, in lower case
	nicks    map[string]bool // "lakeside agreement"
	members  map[string]bool // the words of the names of parties, in lower case
	key      string          // for a stable order
	text     string          // the independent text that the document is
	own      string          // the document, if it is the instrument's own text
	head     string          // and the title of that document
	copies   copies          // of records that were merged
	sides    []side          // of the decisions that name it
}

// gatherRecords returns a record for every instrument of a document, in a
// stable order.
func gatherRecords(in *Input, known *wellKnown, l *links) []*record {
	var out []*record
	byValue := map[string]*record{}
	for j := range in.Annotations {
		x := &in.Annotations[j]
		if x.Kind != pacta.Mention || x.Type != "instrument" || x.Value == "" {
			continue
		}
		r := byValue[x.Value]
		if r == nil {
			r = newRecord(localID{in.ID, x.Value})
			r.text = in.text()
			if in.Genre == pacta.GenreTreaty && len(out) == 0 { // see references.own
				r.own, r.head = in.ID, clean(in.Title)
			}
			byValue[x.Value] = r
			out = append(out, r)
		}
		r.add(in, x, known.names)
	}
	l.nameRecords(in.ID, out)
	for _, r := range out {
		r.finish()
		if l.splitOff(r.sides) == "" {
			known.recognise(r)
		}
		r.slim()
	}
	return out
}

func newRecord(l localID) *record {
	return &record{locals: []localID{l}, names: tally{}, types: tally{}, parties: map[string]tally{}, dates: tally{}, places: tally{},
		counts: tally{}, persons: tally{}, titles: tally{}, subject: map[string]bool{}, proper: map[string]bool{},
		nicks: map[string]bool{}, members: map[string]bool{}}
}

// add notes what one mention says.
func (r *record) add(in *Input, x *pacta.Annotation, gaz *gazetteer.Gazetteer) {
	whole := source(in.ID, x.Span, x.Quote)
	r.names.add(clean(x.Quote), whole)
	if nick, n := nickname(x.Quote); nick != "" && !namesActor(in, pacta.Span{Start: x.Start, End: x.Start + n}, gaz) {
		r.nicks[nick] = true
	}
	var parties []string
	for _, a := range x.Args {
		s := whole
		if !a.IsZero() {
			s = source(in.ID, a.Span, a.Quote)
		}
		switch a.Role {
		case "type":
			r.types.add(a.Value, whole)
		case "party":
			parties = append(parties, a.Value)
			addSubject(r.members, a.Quote)
		case "date":
			r.dates.add(a.Value, s)
		case "place":
			if !isSide(x, a) {
				r.places.add(a.Value, s)
			}
		case "paragraphs":
			r.counts.add(a.Value, s)
		case "signatory":
			r.persons.add(a.Value, s)
		case "title":
			r.titles.add(clean(cmp.Or(a.Value, a.Quote)), s)
		case "status":
			r.standing = firmer(r.standing, a.Value)
		}
	}
	if p := set(parties); len(p) > 0 {
		k := strings.Join(p, " ")
		if r.parties[k] == nil {
			r.parties[k] = tally{}
		}
		r.parties[k].add(k, whole)
	}
}

// namesActor reports whether a state, an organisation or a person is named
// within s; a capital is the place where an instrument was made.
func namesActor(in *Input, s pacta.Span, names *gazetteer.Gazetteer) bool {
	for i := range in.Annotations {
		x := &in.Annotations[i]
		if x.Kind != pacta.Mention || !x.Overlaps(s) {
			continue
		}
		switch x.Type {
		case "state":
			if e := names.ByID(x.Value); e == nil || !strings.EqualFold(e.Capital, x.Quote) {
				return true
			}
		case "organization", "person":
			return true
		}
	}
	return false
}

// isSide reports whether a place in the name of an instrument stands for a
// government and not for where it was made: "the declaration with Vadstad".
func isSide(x *pacta.Annotation, a pacta.Arg) bool {
	if a.IsZero() || !x.Contains(a.Span) {
		return false
	}
	before := strings.Fields(strings.ToLower(x.Quote[:a.Start-x.Start]))
	return len(before) > 0 && slices.Contains([]string{"with", "between", "and", "by", "from"}, before[len(before)-1])
}

// firmer returns the surer of two standings: who says that an instrument was
// signed knows more than who leaves it open.
func firmer(a, b string) string {
	for _, s := range []string{"signed", "prospective", "body", "generic", "lead"} {
		if a == s || b == s {
			return s
		}
	}
	return ""
}

// finish computes what comparing needs.
func (r *record) finish() {
	for _, k := range slices.Sorted(maps.Keys(r.parties)) {
		if p := strings.Fields(k); len(p) > len(r.party) {
			r.party = p
		}
	}
	for _, v := range slices.Sorted(maps.Keys(r.dates)) {
		if d, err := edtf.Parse(v); err == nil {
			r.days = append(r.days, d)
		}
	}
	r.kinds = slices.Sorted(maps.Keys(r.types))
	for _, t := range []tally{r.titles, r.names} {
		for name := range t {
			addSubject(r.subject, name)
			if p := properName(name); p != "" {
				r.proper[p] = true
			}
		}
	}
	dropParties(r.subject, r.members)
	r.setKey()
}

// slim lets go of what comparing does not need: a base has many records.
func (r *record) slim() {
	r.members = nil
	for _, t := range []*tally{&r.names, &r.types, &r.dates, &r.places, &r.counts, &r.persons, &r.titles} {
		if len(*t) == 0 {
			*t = nil
		}
	}
	for _, m := range []*map[string]bool{&r.subject, &r.proper, &r.nicks} {
		if len(*m) == 0 {
			*m = nil
		}
	}
	if len(r.parties) == 0 {
		r.parties = nil
	}
}

// setKey makes the key by which records that say exactly the same are found.
func (r *record) setKey() {
	r.key = strings.Join(append([]string{r.known, r.standing, strings.Join(r.party, " "), strings.Join(r.kinds, " ")}, slices.Sorted(maps.Keys(r.dates))...), "|") +
		"|" + strings.Join(slices.Sorted(maps.Keys(r.subject)), " ")
}

// clean returns a name without surrounding quotation marks, its white space
// folded.
func clean(name string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(name, "\u00a0", " ")), " ")
}
