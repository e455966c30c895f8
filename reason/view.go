package reason

import (
	"fmt"
	"slices"

	"pacta/resolve"
)

// views finds an assurance to one state and a common view of the same party
// with others that condemns something of that state.
func (w *world) views() []Tension {
	var assure, view []*promise
	for _, p := range w.promises {
		switch {
		case len(p.Parties) > 1 && has("one view", p.all) && has("against", p.all):
			view = append(view, p)
		case p.Layer == "assurance" && p.Modality != "demand" && !p.negated() && has("stand by", p.toks[:min(4, len(p.toks))]):
			assure = append(assure, p)
		}
	}
	var out []clash
	for _, a := range assure {
		for _, b := range view {
			for _, party := range both(a.bound, b.bound) {
				if x := b.condemns(w, a, party); x != "" {
					why := fmt.Sprintf("The one assures %s, the other takes a view with %s that turns against %s.", w.name(x), w.nameAll(without(b.Parties, party)), w.name(x))
					out = append(out, clash{UnifiedView, a, b, []string{party}, []string{why}, []resolve.Source{}})
					break
				}
			}
		}
	}
	return w.firmest(out)
}

// condemns returns the state assured by a against which b turns, "" if none.
func (b *promise) condemns(w *world, a *promise, party string) string {
	view := passage{Source: b.main, names: b.within()}
	for _, x := range set(slices.Concat(a.named(), a.Beneficiaries)) {
		if x == party || slices.Contains(b.bound, x) {
			continue
		}
		for _, n := range view.names {
			if string(n.Value) != x {
				continue
			}
			i := view.index(b.all, n)
			if at, _ := find("against", b.all, i); at >= 0 && at-i <= 6 {
				return x
			}
		}
	}
	return ""
}
