package reason

import (
	"fmt"
	"slices"
	"strings"

	"pacta/resolve"
)

// rivals finds help owed by one party to two states that the sources show as
// adversaries.
func (w *world) rivals() []Tension {
	var protecting []*promise
	for _, p := range w.promises {
		if p.protects() {
			protecting = append(protecting, p)
		}
	}
	known := map[[2]string]*hostility{}
	var out []clash
	for i, a := range protecting {
		for _, b := range protecting[i+1:] {
			if sameHome(a, b) || !meet(a, b) {
				continue
			}
			for _, party := range both(a.bound, b.bound) {
				if c, ok := w.rivalry(a, b, party, known); ok {
					out = append(out, c)
					break
				}
			}
		}
	}
	return w.firmest(out)
}

// sameHome reports whether two promises stand in one instrument: its text was
// made by the same parties at one time.
func sameHome(a, b *promise) bool {
	return a.inst != nil && a.inst == b.inst
}

// rivalry reports whether what party owes by a and by b goes to adversaries,
// neither of whom the other promise covers.
func (w *world) rivalry(a, b *promise, party string, known map[[2]string]*hostility) (clash, bool) {
	helpA, helpB := a.owed(party), b.owed(party)
	for _, x := range helpA {
		if slices.Contains(helpB, x) || slices.Contains(b.bound, x) {
			continue
		}
		for _, y := range helpB {
			if slices.Contains(helpA, y) || slices.Contains(a.bound, y) {
				continue
			}
			if h := w.hostility(x, y, known); h != nil {
				why := []string{fmt.Sprintf("One helps %s, the other %s.", w.name(x), w.name(y)),
					fmt.Sprintf("The sources show the two as adversaries: “%s”.", oneLine(h.source.Quote))}
				return clash{RivalProtection, a, b, []string{party}, why, []resolve.Source{h.source}}, true
			}
		}
	}
	return clash{}, false
}

// protects reports whether p promises help against armed force, or may do so.
func (p *promise) protects() bool {
	if p.negated() || p.Modality == "demand" || !has("protection", p.toks) || has("no protection", p.toks) {
		return false
	}
	return p.Area == "defence" || has("protection context", p.toks) || has("protection context", tokenize(string(p.Condition)))
}

// A hostility is what shows two states as adversaries.
type hostility struct{ source resolve.Source }

// hostility returns what shows x and y as adversaries, nil if nothing does.
func (w *world) hostility(x, y string, known map[[2]string]*hostility) *hostility {
	k := [2]string{min(x, y), max(x, y)}
	h, ok := known[k]
	if !ok {
		h = w.findHostility(x, y)
		known[k] = h
	}
	return h
}

func (w *world) findHostility(x, y string) *hostility {
	for _, e := range w.assaults {
		if sides(e.Actors, e.Recipients, x, y) || sides(e.Actors, e.Recipients, y, x) {
			return &hostility{e.Sources[0]}
		}
	}
	if e, ok := w.wars[[2]string{min(x, y), max(x, y)}]; ok {
		return &hostility{e.Source}
	}
	for _, id := range sortedKeys(w.instruments) {
		t := w.instruments[id]
		if t.Standing == "prospective" && slices.Equal(t.Parties, set([]string{x, y})) && len(t.Names) > 0 && has("peace", tokenize(t.Title)) {
			return &hostility{t.Names[0].Sources[0]}
		}
	}
	return nil
}

// sides reports whether x acts and y is acted upon; sectors do not matter.
func sides(actors, recipients []string, x, y string) bool {
	is := func(code string) func(string) bool {
		return func(c string) bool { s, _, _ := strings.Cut(c, "/"); return s == code }
	}
	return slices.ContainsFunc(actors, is(x)) && slices.ContainsFunc(recipients, is(y))
}

// hostile reports whether words of war stand between x and y in ts, the words
// of p: the one before them, the other soon after, or both soon after "war
// between".
func (p *passage) hostile(ts []token, x, y string) bool {
	i, j := p.at(ts, x), p.at(ts, y)
	if i > j {
		i, j = j, i
	}
	for at, n := find("hostile", ts, 0); at >= 0; at, n = find("hostile", ts, at+1) {
		between := i < at && at < j && j-(at+n) <= 5
		after := strings.HasSuffix(ts[at+n-1].word, "between") && i > at && j-at <= 8
		if between || after {
			return true
		}
	}
	return false
}
