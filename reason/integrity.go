package reason

import (
	"fmt"
	"slices"

	"pacta/resolve"
)

// integrity finds a promise to respect the territory of a state and one to
// support the self-determination of a region that somebody calls a part of it.
func (w *world) integrity() []Tension {
	var whole, apart []*promise
	for _, p := range w.promises {
		if p.Modality == "demand" || p.negated() {
			continue
		}
		switch {
		case has("self-determination", p.toks) && !p.opposes("self-determination") && len(p.named()) > 0:
			apart = append(apart, p)
		case has("integrity", p.toks) && p.firm():
			whole = append(whole, p)
		}
	}
	var out []clash
	for _, a := range whole {
		for _, b := range apart {
			if sameHome(a, b) || !meet(a, b) {
				continue
			}
			for _, party := range both(a.bound, b.bound) {
				if c, ok := w.secession(a, b, party); ok {
					out = append(out, c)
					break
				}
			}
		}
	}
	return w.firmest(out)
}

// secession reports whether b supports a region of a state whose territory a
// protects.
func (w *world) secession(a, b *promise, party string) (clash, bool) {
	for _, x := range a.owed(party) {
		for _, region := range without(b.named(), party) {
			if region == x {
				continue
			}
			s, ok := w.partOf(region, x, b)
			if !ok {
				continue
			}
			why := fmt.Sprintf("%s is called a part of %s: “%s”.", w.name(region), w.name(x), oneLine(s.Quote))
			return clash{Integrity, a, b, []string{party}, []string{why}, []resolve.Source{s}}, true
		}
	}
	return clash{}, false
}

// partOf returns where somebody calls region a part of state.
func (w *world) partOf(region, state string, b *promise) (resolve.Source, bool) {
	own := passage{Source: b.main, names: b.within()}
	if own.says(tokenize(own.Quote), region, state) {
		return b.main, true
	}
	e, ok := w.parts[[2]string{region, state}]
	return e.Source, ok
}

// says reports whether "part of" or the like stands between region and state in
// ts, the words of p.
func (p *passage) says(ts []token, region, state string) bool {
	i, j := p.at(ts, region), -1
	for _, n := range p.names { // the state may be named before too
		if string(n.Value) == state {
			for k, t := range ts {
				if t.Start+p.Start >= n.Sources[0].Start {
					if k > i && j < 0 {
						j = k
					}
					break
				}
			}
		}
	}
	if i < 0 || j < 0 {
		return false
	}
	at, _ := find("part of", ts, i)
	return at > i && at < j && !slices.ContainsFunc(ts[i:j], func(t token) bool { return t.word == "not" || t.word == "never" })
}

// opposes reports whether a negation stands shortly before the words of list.
func (p *promise) opposes(list string) bool {
	i, _ := find(list, p.toks, 0)
	if i < 0 {
		return false
	}
	return has("negation", p.toks[max(0, i-4):i])
}
