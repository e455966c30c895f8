package reason

import (
	"fmt"

	"pacta/resolve"
)

// exclusive finds a promise to stay out of alliances or unions and one to join
// one, of the same sort.
func (w *world) exclusive() []Tension {
	var out []clash
	for _, sort := range []string{"military alliance", "customs union"} {
		var stay, join []*promise
		for _, p := range w.promises {
			if !has(sort, p.toks) && !(sort == "military alliance" && has("permanent neutrality", p.toks)) {
				continue
			}
			switch {
			case p.negated() && has("join", p.toks), has("permanent neutrality", p.toks) && p.firm() && !p.negated():
				stay = append(stay, p)
			case has("join", p.toks) && !has("negation", p.toks) && p.Modality != "demand":
				join = append(join, p)
			}
		}
		for _, a := range stay {
			for _, b := range join {
				parties := both(a.bound, b.bound)
				if len(parties) == 0 || !meet(a, b) || sameHome(a, b) || len(both(set(a.named()), set(b.named()))) > 0 && len(a.Parties) > 1 {
					continue
				}
				why := fmt.Sprintf("The one keeps out of every %s, the other joins one.", sort)
				out = append(out, clash{Exclusive, a, b, parties, []string{why}, []resolve.Source{}})
			}
		}
	}
	return w.firmest(out)
}
