package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"pacta"
	"pacta/gazetteer"
)

// actors collects the states, organisations, persons and groups that documents
// name. Known ones meet under their code; persons meet by name, see person.go.
type actors struct {
	people   *people
	names    *gazetteer.Gazetteer
	groups   map[actorKey]*actorGroup
	spelling map[actorKey]actorKey
	links    *links              // what people decided
	sides    map[actorKey][]side // of the decisions that name a group
}

func newActors(people *people, names *gazetteer.Gazetteer, l *links) *actors {
	return &actors{people, names, map[actorKey]*actorGroup{}, map[actorKey]actorKey{}, l, map[actorKey][]side{}}
}

// add notes whom a document names.
func (a *actors) add(in *Input) {
	apart := a.decided(in)
	for j := range in.Annotations {
		x := &in.Annotations[j]
		if x.Kind != pacta.Mention || x.Value == "" {
			continue
		}
		k, ok := identify(x, a.people, a.names)
		if !ok {
			continue
		}
		k = a.folded(k)
		k.split = apart[k]
		g := a.group(k)
		g.add(in, x)
		if e := a.names.ByID(x.Value); e != nil && len(e.Members) > 0 && g.listed == nil {
			g.listed = listed(in, j, e.Members)
		}
	}
}

// folded returns the key under which k is kept: "Officials" and "officials" are
// one.
func (a *actors) folded(k actorKey) actorKey {
	if k.kind == "" || k.kind == "person" {
		return k
	}
	folded := actorKey{kind: k.kind, value: slug(k.value)}
	first, ok := a.spelling[folded]
	if !ok {
		a.spelling[folded], first = k, k
	}
	return first
}

func (a *actors) group(k actorKey) *actorGroup {
	g := a.groups[k]
	if g == nil {
		g = newActorGroup()
		a.groups[k] = g
	}
	return g
}

// all returns the actors of all documents.
func (a *actors) all() []Actor {
	var out []Actor
	reasons := a.bond()
	for _, k := range slices.SortedFunc(maps.Keys(a.groups), actorKey.compare) {
		x := a.groups[k].actor(k, a.names)
		x.Links = reasons[k]
		out = append(out, x)
	}
	return out
}

// An actorKey is what mentions of one actor share. Kind is "" for what the
// gazetteer knows, so that Somaliland is one actor whether a text treats it as
// a place or as a state.
type actorKey struct {
	kind, value string
	split       string // the decision that took it out of the actor of this name
}

func (k actorKey) compare(l actorKey) int {
	return cmp.Or(strings.Compare(k.kind, l.kind), strings.Compare(k.value, l.value), strings.Compare(k.split, l.split))
}

// identify returns the key of the actor that x mentions; false if it is none.
func identify(x *pacta.Annotation, people *people, names *gazetteer.Gazetteer) (actorKey, bool) {
	switch x.Type {
	case "person":
		return actorKey{kind: x.Type, value: people.identity(x)}, true
	case "state", "organization", "group", "place":
	default:
		return actorKey{}, false
	}
	e := names.ByID(x.Value)
	switch {
	case e == nil:
		return actorKey{kind: x.Type, value: x.Value}, true
	case x.Type == "place" && e.Kind == gazetteer.State:
		return actorKey{kind: x.Type, value: x.Quote}, true // the Kremlin as a building is not Russia
	}
	return actorKey{value: e.ID}, true
}

// An actorGroup collects the mentions of one actor.
type actorGroup struct {
	kinds map[string]int // how often mentioned as a state, a place …
	names map[string]*firsts
	roles map[role]*held

	listed []Claim
}

func newActorGroup() *actorGroup {
	return &actorGroup{kinds: map[string]int{}, names: map[string]*firsts{}, roles: map[role]*held{}}
}

type role struct{ office, of string }

// held is where an office is told of, and the first and last date of a
// document that does.
type held struct {
	firsts
	since, until string
}

// firsts counts sources that come in order and keeps the first of them: a
// state is named in every document of a base.
type firsts struct {
	count   int
	sources []Source
	last    Source
}

func (f *firsts) add(s Source) {
	if f.count > 0 && compareSources(f.last, s) == 0 {
		return
	}
	if f.count++; len(f.sources) < keep {
		f.sources = append(f.sources, kept(s))
	}
	f.last = Source{Document: s.Document, Span: s.Span}
}

func (g *actorGroup) add(in *Input, x *pacta.Annotation) {
	g.kinds[x.Type]++
	s := source(in.ID, x.Span, x.Quote)
	if isName(x.Quote) {
		name := strings.Join(strings.Fields(x.Quote), " ")
		if g.names[name] == nil {
			g.names[name] = &firsts{}
		}
		g.names[name].add(s)
	}
	if o := x.ValueOf("office"); o != "" {
		r := role{o, x.ValueOf("affiliation")}
		if g.roles[r] == nil {
			g.roles[r] = &held{}
		}
		g.roles[r].add(s, in.Published)
	}
}

func (h *held) add(s Source, date string) {
	h.firsts.add(s)
	if date == "" {
		return
	}
	if h.since == "" || date < h.since {
		h.since = date
	}
	h.until = max(h.until, date)
}

// called returns the names of g, the commonest first.
func (g *actorGroup) called() []Claim {
	var out []Claim
	for name, f := range g.names {
		out = append(out, Claim{Value: Value(name), Count: f.count, Sources: f.sources})
	}
	return commonestFirst(out)
}

func (g *actorGroup) actor(k actorKey, names *gazetteer.Gazetteer) Actor {
	a := Actor{Object: "actor", ID: k.value, Name: k.value, Kind: g.kind(), Names: g.called(), Roles: g.held()}
	switch {
	case k.kind == "" && k.split != "":
		a.Name = fullest(a.Names, a.Name)
		a.ID = a.Kind + ":" + slug(k.value) + k.apart()
	case k.kind == "":
		a.Name, a.Members, a.Listed = names.ByID(k.value).Name, names.ByID(k.value).Members, g.listed
	case k.kind == "person":
		a.Name = fullest(a.Names, k.value)
		fallthrough
	default:
		a.ID = k.kind + ":" + slug(k.value) + k.apart()
	}
	for _, n := range a.Names {
		a.Sources = append(a.Sources, n.Sources...)
	}
	if a.Sources = sorted(a.Sources); len(a.Sources) > keep {
		a.Sources = a.Sources[:keep:keep]
	}
	return a
}

// kind returns what g is mostly mentioned as.
func (g *actorGroup) kind() string {
	best := ""
	for _, k := range slices.Sorted(maps.Keys(g.kinds)) {
		if best == "" || g.kinds[k] > g.kinds[best] {
			best = k
		}
	}
	return best
}

// held returns the offices of g, with the first and last date of a document
// that gives the office.
func (g *actorGroup) held() []Role {
	out := []Role{}
	for r, h := range g.roles {
		out = append(out, Role{Office: Value(r.office), Of: Value(r.of), Since: Value(h.since), Until: Value(h.until), Sources: h.sources})
	}
	slices.SortFunc(out, func(a, b Role) int {
		return cmp.Or(strings.Compare(string(a.Since), string(b.Since)), strings.Compare(string(a.Office), string(b.Office)),
			strings.Compare(string(a.Of), string(b.Of)))
	})
	return out
}

// isName reports whether quote names its bearer: a pronoun or a description
// ("the minister") does not.
func isName(quote string) bool {
	for i, w := range strings.Fields(quote) {
		if r := rune(w[0]); (r >= 'A' && r <= 'Z') || r >= 0x80 {
			return i > 0 || !pronouns[strings.ToLower(w)] || strings.Contains(quote, " ")
		}
	}
	return false
}

var pronouns = map[string]bool{
	"he": true, "she": true, "it": true, "they": true, "his": true, "her": true, "hers": true, "its": true, "their": true,
	"him": true, "them": true, "i": true, "we": true, "our": true, "us": true, "my": true, "you": true, "who": true, "himself": true, "herself": true,
}

// fullest returns the longest of the names of a person, the commonest first
// among those of one length.
func fullest(names []Claim, value string) string {
	best := ""
	for _, n := range names {
		if w := strings.Fields(string(n.Value)); len(w) > len(strings.Fields(best)) && len(w) <= 4 {
			best = string(n.Value)
		}
	}
	return cmp.Or(best, value)
}
