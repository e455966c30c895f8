package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"pacta"
	"pacta/gazetteer"
)

// actors returns the states, organisations, persons and groups that documents
// name. Known ones meet under their code; persons meet by name, see person.go.
func actors(inputs []Input, names *gazetteer.Gazetteer) []Actor {
	groups := map[actorKey]*actorGroup{}
	spelling := map[actorKey]actorKey{}
	people := gatherPeople(inputs)
	for i := range inputs {
		for j := range inputs[i].Annotations {
			x := &inputs[i].Annotations[j]
			if x.Kind != pacta.Mention || x.Value == "" {
				continue
			}
			k, ok := identify(x, people, names)
			if !ok {
				continue
			}
			if k.kind != "" && k.kind != "person" { // "Officials" and "officials" are one
				folded := actorKey{k.kind, slug(k.value)}
				if first, ok := spelling[folded]; ok {
					k = first
				} else {
					spelling[folded] = k
				}
			}
			g := groups[k]
			if g == nil {
				g = &actorGroup{kinds: map[string]int{}, names: tally{}, roles: map[role][]dated{}}
				groups[k] = g
			}
			g.add(&inputs[i], x)
			if e := names.ByID(x.Value); e != nil && len(e.Members) > 0 && g.listed == nil {
				g.listed = listed(&inputs[i], j, e.Members)
			}
		}
	}
	var out []Actor
	for _, k := range slices.SortedFunc(maps.Keys(groups), func(a, b actorKey) int {
		return cmp.Or(strings.Compare(a.kind, b.kind), strings.Compare(a.value, b.value))
	}) {
		out = append(out, groups[k].actor(k, names))
	}
	return out
}

// An actorKey is what mentions of one actor share. Kind is "" for what the
// gazetteer knows, so that Somaliland is one actor whether a text treats it as
// a place or as a state.
type actorKey struct{ kind, value string }

// identify returns the key of the actor that x mentions; false if it is none.
func identify(x *pacta.Annotation, people *people, names *gazetteer.Gazetteer) (actorKey, bool) {
	switch x.Type {
	case "person":
		return actorKey{x.Type, people.identity(x)}, true
	case "state", "organization", "group", "place":
	default:
		return actorKey{}, false
	}
	e := names.ByID(x.Value)
	switch {
	case e == nil:
		return actorKey{x.Type, x.Value}, true
	case x.Type == "place" && e.Kind == gazetteer.State:
		return actorKey{x.Type, x.Quote}, true // the Kremlin as a building is not Russia
	}
	return actorKey{"", e.ID}, true
}

// An actorGroup collects the mentions of one actor.
type actorGroup struct {
	kinds map[string]int // how often mentioned as a state, a place …
	names tally
	roles map[role][]dated

	listed []Claim
}

type role struct{ office, of string }

// A dated source carries the date of its document.
type dated struct {
	Source
	date string
}

func (g *actorGroup) add(in *Input, x *pacta.Annotation) {
	g.kinds[x.Type]++
	s := source(in.ID, x.Span, x.Quote)
	if isName(x.Quote) {
		g.names.add(strings.Join(strings.Fields(x.Quote), " "), s)
	}
	if o := x.ValueOf("office"); o != "" {
		r := role{o, x.ValueOf("affiliation")}
		g.roles[r] = append(g.roles[r], dated{s, in.Published})
	}
}

func (g *actorGroup) actor(k actorKey, names *gazetteer.Gazetteer) Actor {
	a := Actor{Object: "actor", ID: k.value, Name: k.value, Kind: g.kind(), Names: g.names.claims(), Roles: g.held()}
	switch k.kind {
	case "":
		a.Name, a.Members, a.Listed = names.ByID(k.value).Name, names.ByID(k.value).Members, g.listed
	case "person":
		a.Name = fullest(a.Names, k.value)
		fallthrough
	default:
		a.ID = k.kind + ":" + slug(k.value)
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
	for r, ds := range g.roles {
		x := Role{Office: Value(r.office), Of: Value(r.of)}
		for _, d := range ds {
			x.Sources = append(x.Sources, d.Source)
			if d.date == "" {
				continue
			}
			if v := Value(d.date); x.Since == "" || v < x.Since {
				x.Since = v
			}
			if v := Value(d.date); v > x.Until {
				x.Until = v
			}
		}
		if x.Sources = sorted(x.Sources); len(x.Sources) > keep {
			x.Sources = x.Sources[:keep:keep]
		}
		out = append(out, x)
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
