package resolve

import (
	"maps"
	"slices"
	"strings"

	"pacta"
)

// decided notes what decisions name the actors of a document. It returns which
// of them a split takes out of their actor there, with the split: within one
// document one name has one bearer.
func (a *actors) decided(in *Input) map[actorKey]string {
	if a.links == nil || len(a.links.at[spot{"actor", in.ID}]) == 0 {
		return nil
	}
	var spans []pacta.Span
	var keys []actorKey
	for j := range in.Annotations {
		x := &in.Annotations[j]
		if x.Kind != pacta.Mention || x.Value == "" {
			continue
		}
		if k, ok := identify(x, a.people, a.names); ok {
			spans, keys = append(spans, x.Span), append(keys, a.folded(k))
		}
	}
	of := map[actorKey][]side{}
	for i, sides := range a.links.sides("actor", in.ID, spans, nil) {
		of[keys[i]] = append(of[keys[i]], sides...)
	}
	out := map[actorKey]string{}
	for k, sides := range of {
		sides = a.links.oneSide(sides)
		named := k
		if off := a.links.splitOff(sides); off != "" {
			out[k], named.split = off, off
		}
		a.sides[named] = append(a.sides[named], sides...)
	}
	return out
}

// bond joins the groups of keys that people made one. It returns by key which
// links show that, of the ones that are left.
func (a *actors) bond() map[actorKey][]Link {
	if a.links == nil {
		return nil
	}
	keys := slices.SortedFunc(maps.Keys(a.groups), actorKey.compare)
	b := newBonds(len(keys), a.links, func(i int) []side { return a.sides[keys[i]] })
	sides := map[actorKey][]side{}
	firsts := map[int]actorKey{} // by group, in the order of keys: what the gazetteer knows comes first
	for i, k := range keys {
		first, ok := firsts[b.find(i)]
		if !ok {
			firsts[b.find(i)], first = k, k
		}
		sides[first] = append(sides[first], a.sides[k]...)
		if first != k {
			a.groups[first].absorb(a.groups[k])
			delete(a.groups, k)
		}
	}
	out := map[actorKey][]Link{}
	for k, s := range sides {
		out[k] = a.links.reasons(s)
	}
	return out
}

// absorb adds what h says of an actor to g.
func (g *actorGroup) absorb(h *actorGroup) {
	for kind, n := range h.kinds {
		g.kinds[kind] += n
	}
	for name, f := range h.names {
		if g.names[name] == nil {
			g.names[name] = &firsts{}
		}
		g.names[name].absorb(f)
	}
	for r, x := range h.roles {
		y := g.roles[r]
		if y == nil {
			g.roles[r] = x
			continue
		}
		y.firsts.absorb(&x.firsts)
		if y.since == "" || x.since != "" && x.since < y.since {
			y.since = x.since
		}
		y.until = max(y.until, x.until)
	}
	if g.listed == nil {
		g.listed = h.listed
	}
}

func (f *firsts) absorb(h *firsts) {
	f.count += h.count
	if n := len(f.sources); n == keep && len(h.sources) > 0 && compareSources(f.sources[n-1], h.sources[0]) < 0 {
		return
	}
	f.sources, _ = first(sorted(slices.Concat(f.sources, h.sources)))
}

// apart is how the ID of an actor ends that a split took out of another.
func (k actorKey) apart() string {
	if k.split == "" {
		return ""
	}
	return "-" + strings.Fields(k.split)[0][1:7]
}
