package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"pacta/edtf"
	"pacta/gazetteer"
)

// instrument returns what the records of g say together: the card of a library
// catalogue.
func (g *group) instrument(names *gazetteer.Gazetteer) Instrument {
	slices.SortFunc(g.records, func(a, b *record) int {
		return cmp.Or(strings.Compare(a.locals[0].document, b.locals[0].document), strings.Compare(a.locals[0].value, b.locals[0].value))
	})
	all := g.merge()
	x := Instrument{Object: "instrument", Known: Value(all.known), Standing: cmp.Or(all.standing, "signed"), Parties: []string{},
		Signed: fewer(dates(all.dates, all.copies)), Names: fewer(all.names.claims(all.copies)), Cites: []Cite{}, Status: []State{}, Links: append([]Link{}, g.links...)}
	if x.Standing == "prospective" {
		x.Signed = []Claim{}
	}
	x.Type = preferredType(all.types.claims(nil))
	parties := tally{}
	for k, t := range all.parties {
		parties[k] = t.all()
	}
	if cs := parties.claims(nil); len(cs) > 0 {
		x.Parties = strings.Fields(string(fullestSet(cs)))
	}
	x.ownWords(g.records)
	x.Place = cmp.Or(x.Place, firstValue(all.places))
	if n, err := strconv.Atoi(string(firstValue(all.counts))); err == nil {
		x.Paragraphs = &n
	}
	for _, a := range []struct {
		name string
		t    tally
	}{{"type", all.types}, {"date", all.dates}, {"place", all.places}, {"paragraphs", all.counts}, {"parties", parties}, {"signatory", all.persons}} {
		if len(a.t) > 0 {
			x.Attributes = append(x.Attributes, Claimed{a.name, fewer(a.t.claims(all.copies))})
		}
	}
	if e := names.ByID(all.known); e != nil {
		x.describe(e)
	}
	x.Title = cmp.Or(x.Title, title(all, string(x.Type)), all.head, x.describeByDate(), x.describeByParties(names), firstName(all.names))
	if x.Known == "" && x.isLead(all) {
		if x.Standing == "generic" {
			x.Standing = none
		} else {
			x.Standing = "lead"
		}
	}
	x.ID = x.makeID()
	if x.Sources = all.names.all(); len(x.Sources) > keep {
		x.Sources = x.Sources[:keep:keep]
	}
	return x
}

// ownWords takes from the instrument's own text, where the base has it, what it
// says of itself: the best source there is.
func (x *Instrument) ownWords(records []*record) {
	at := slices.IndexFunc(records, func(r *record) bool { return r.own != "" })
	if at < 0 {
		return
	}
	r := records[at]
	x.Text = Value(r.own)
	if len(r.party) > 0 {
		x.Parties = set(r.party)
	}
	x.Type = cmp.Or(firstValue(r.types), x.Type)
	x.Place = firstValue(r.places)
}

// merge puts the records of g into one.
func (g *group) merge() *record {
	m := newRecord(g.records[0].locals[0])
	m.copies = copies{}
	for _, r := range g.records {
		m.copies.add(r.locals[0].document, r.text)
		m.known, m.head = cmp.Or(m.known, r.known), cmp.Or(m.head, r.head)
		m.standing = firmer(m.standing, r.standing)
		for _, p := range []struct{ to, from tally }{
			{m.names, r.names}, {m.types, r.types}, {m.dates, r.dates}, {m.places, r.places}, {m.counts, r.counts}, {m.persons, r.persons}, {m.titles, r.titles},
		} {
			for v, ss := range p.from {
				p.to[v] = append(p.to[v], ss...)
			}
		}
		maps.Copy(m.nicks, r.nicks)
		for k, t := range r.parties {
			if m.parties[k] == nil {
				m.parties[k] = tally{}
			}
			m.parties[k][k] = append(m.parties[k][k], t.all()...)
		}
	}
	return m
}

// describe fills in what the gazetteer knows of a well-known instrument and no
// source of the base says: its title and parties.
func (x *Instrument) describe(e *gazetteer.Entry) {
	x.Title = e.Name
	if x.Type == "" || looseTypes[string(x.Type)] {
		x.Type = Value(e.Type)
	}
	if len(e.Parties) > 0 {
		x.Parties = set(e.Parties)
	}
	x.Body = Value(e.Organization)
}

// makeID names x by what identifies it to a reader: the gazetteer's ID, or
// parties, date and type; else its title.
func (x *Instrument) makeID() string {
	if x.Known != "" {
		return string(x.Known)
	}
	parts := slices.Clone(x.Parties)
	if len(parts) > 6 {
		parts = append(parts[:6:6], "etc")
	}
	if len(x.Signed) > 0 && len(parts) > 0 {
		return strings.Join(append(parts, strings.ReplaceAll(string(earliest(x.Signed)), "/", "--"), slug(string(x.Type))), "-")
	}
	return makeID('i', x.Title, strings.Join(x.Parties, " "), x.Standing)
}

func earliest(cs []Claim) Value {
	first := cs[0].Value
	for _, c := range cs {
		if edtf.Compare(string(c.Value), string(first)) < 0 {
			first = c.Value
		}
	}
	return first
}

// dates returns the dates of t, earliest first, without those that are only a
// coarser form of another: "2022" where some source has the day.
func dates(t tally, c copies) []Claim {
	out := []Claim{}
	for _, c := range t.claims(c) {
		if !coarser(string(c.Value), t) {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b Claim) int {
		return cmp.Or(edtf.Compare(string(a.Value), string(b.Value)), strings.Compare(string(a.Value), string(b.Value)))
	})
	return out
}

// coarser reports whether v is a month, season or year within which another
// date of t lies. A range of a few days that a source writes is a claim of
// its own.
func coarser(v string, t tally) bool {
	x, err := edtf.Parse(v)
	if err != nil {
		return true
	}
	for w := range t {
		if y, err := edtf.Parse(w); err == nil && w != v && x.Last-x.First > 3 && x.Contains(y) {
			return true
		}
	}
	return false
}

// preferredType returns the type that most sources give, a telling word before
// one that reports use for anything.
func preferredType(cs []Claim) Value {
	for _, c := range cs {
		if !looseTypes[string(c.Value)] {
			return c.Value
		}
	}
	if len(cs) > 0 {
		return cs[0].Value
	}
	return ""
}

// fullestSet returns the set of parties that most sources give, a larger one
// before its part.
func fullestSet(cs []Claim) Value {
	best := cs[0]
	for _, c := range cs[1:] {
		if len(strings.Fields(string(c.Value))) > len(strings.Fields(string(best.Value))) && ContainsAll(c.Value, best.Value) {
			best = c
		}
	}
	return best.Value
}

// ContainsAll reports whether every party of part is one of whole; both are
// codes with blanks between.
func ContainsAll(whole, part Value) bool {
	in := strings.Fields(string(whole))
	for _, p := range strings.Fields(string(part)) {
		if !slices.Contains(in, p) {
			return false
		}
	}
	return true
}

func firstValue(t tally) Value {
	if cs := t.claims(nil); len(cs) > 0 {
		return cs[0].Value
	}
	return ""
}

// describeByDate names an instrument of which only the date is told, as in a
// list of dates: "agreement of 2021-01-11". It is "" without a date.
func (x *Instrument) describeByDate() string {
	if len(x.Signed) == 0 {
		return ""
	}
	return cmp.Or(string(x.Type), "instrument") + " of " + string(x.Signed[0].Value)
}

// describeByParties names an instrument of which only the two parties are told.
func (x *Instrument) describeByParties(names *gazetteer.Gazetteer) string {
	if len(x.Parties) != 2 {
		return ""
	}
	var said []string
	for _, id := range x.Parties {
		e := names.ByID(id)
		if e == nil {
			return ""
		}
		said = append(said, e.Name)
	}
	return cmp.Or(string(x.Type), "instrument") + " between " + said[0] + " and " + said[1]
}

// isLead reports whether the sources say too little of x to tell which
// instrument it is: "the agreement" with neither subject, date, place nor two
// parties is a lead that a reader may follow, and no entry of a list.
func (x *Instrument) isLead(all *record) bool {
	if x.Standing == "body" || len(x.Signed) > 0 || x.Place != "" || len(x.Parties) > 1 {
		return false
	}
	words := map[string]bool{}
	for name := range all.names {
		addSubject(words, name)
	}
	return len(words) == 0
}

func firstName(names tally) string { return string(firstValue(names)) }

// pointing reports whether a name only points at what stands near it: "this
// Agreement on trade", "the present Protocol".
func pointing(name string) bool {
	first, rest, _ := strings.Cut(strings.ToLower(name), " ")
	if first == "the" {
		first, _, _ = strings.Cut(rest, " ")
	}
	switch first {
	case "this", "that", "these", "those", "present", "said", "above-mentioned", "abovementioned", "aforementioned", "aforesaid", "same", "its", "their", "such":
		return true
	}
	return false
}

// title returns the most telling name: the most content words, then the
// commonest, then the first in the alphabet; "" when no name says what the
// instrument is about.
func title(r *record, typ string) string {
	best, points := "", -1
	for _, name := range slices.Sorted(maps.Keys(r.names)) {
		words := map[string]bool{}
		if addSubject(words, name); len(words) == 0 || pointing(name) {
			continue
		}
		n := min(len(words), 4)*10 + min(len(r.names[name]), 9) - len(name)/8
		if typ != "" && strings.Contains(strings.ToLower(name), typ) {
			n += 25 // called what most sources call it
		}
		if nick, _ := nickname(name); r.nicks[nick] && len(name) < len(nick)+6 {
			n += 30 // the name by which reports know it
		}
		if n > points {
			best, points = name, n
		}
	}
	for _, article := range []string{"the ", "The ", "a ", "A ", "an ", "An "} {
		best = strings.TrimPrefix(best, article)
	}
	return best
}
