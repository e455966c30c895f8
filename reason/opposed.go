package reason

import (
	"fmt"
	"slices"

	"pacta/resolve"
)

// An act is one of a pair of acts that undo each other.
type act struct {
	topic string
	does  bool     // supplies, opens, stations, recognises, attacks
	to    []string // codes of whom it concerns
	names []string // proper names and nouns of what it concerns
}

// opposed finds a promise to do and a promise not to do, or to undo, the same.
func (w *world) opposed() []Tension {
	type doing struct {
		p *promise
		act
	}
	byTopic := map[string][]doing{}
	for _, p := range w.promises {
		for _, a := range p.acts() {
			byTopic[a.topic] = append(byTopic[a.topic], doing{p, a})
		}
	}
	var out []clash
	for _, topic := range []string{"arms", "passage", "troops", "recognition", "force"} {
		ds := byTopic[topic]
		for i, x := range ds {
			for _, y := range ds[i+1:] {
				if x.does == y.does || !meet(x.p, y.p) || replaced(x.p, y.p) || sameHome(x.p, y.p) && x.p.Layer != "assurance" && y.p.Layer != "assurance" {
					continue
				}
				parties := both(x.p.bound, y.p.bound)
				if topic == "force" {
					parties = slices.DeleteFunc(parties, func(p string) bool {
						does, refrains := x, y
						if !x.does {
							does, refrains = y, x
						}
						return len(both(set(does.to), without(set(refrains.p.owed(p)), p))) == 0
					})
				}
				if len(parties) == 0 || topic != "force" && !x.act.concerns(y.act, x.p, y.p, parties) {
					continue
				}
				why := fmt.Sprintf("The one does what the other undoes: %s.", topic)
				out = append(out, clash{OpposedActs, x.p, y.p, parties, []string{why}, []resolve.Source{}})
			}
		}
	}
	return w.firmest(out)
}

// replaced reports whether the later of two promises takes the place of the
// earlier: an instrument that of a mere assurance, or a newer instrument of
// the same parties.
func replaced(x, y *promise) bool {
	if x.first > y.first {
		x, y = y, x
	}
	if x.first == y.first || y.inst == nil || y.Layer == "assurance" || y.Layer == "demand" {
		return false
	}
	if x.inst == nil || x.Layer == "assurance" {
		return x.Modality != "demand" // who demands has promised nothing
	}
	return x.inst != y.inst && slices.Equal(x.inst.Parties, y.inst.Parties)
}

// acts returns what p does or undoes.
func (p *promise) acts() []act {
	var out []act
	neg := p.negated()
	ts := p.toks
	if has("arms", ts) && !has("special arms", ts) && p.Area != "arms control" {
		give, stop := has("give", ts), has("withhold", ts)
		if give || stop {
			out = append(out, act{topic: "arms", does: !stop != neg, to: p.named()})
		}
	}
	if names := p.proper(); has("passage", ts) && len(names) > 0 {
		open, shut := has("open", ts), has("close", ts)
		if open != shut {
			out = append(out, act{topic: "passage", does: open != neg, names: names})
		}
	}
	if has("troops", ts) {
		in, outward := has("station", ts), has("pull out", ts)
		if in != outward {
			out = append(out, act{topic: "troops", does: in != neg, to: p.named(), names: p.proper()})
		}
	}
	if code := p.recognises(); code != "" {
		out = append(out, act{topic: "recognition", does: !neg, to: []string{code}})
	}
	switch attack, refrain := has("attack", ts), has("no attack", ts); {
	case refrain || attack && neg:
		out = append(out, act{topic: "force", to: p.named()})
	case attack && !has("protection", ts) && p.attacks():
		out = append(out, act{topic: "force", does: true, to: p.named()})
	}
	return out
}

// attacks reports whether the act of p itself is an attack: it begins with it,
// and does not only speak of one.
func (p *promise) attacks() bool {
	i, _ := find("attack", p.toks, 0)
	return i >= 0 && i <= 3 && len(p.named()) > 0
}

// recognises returns the code of the state that p recognises as such; its
// documents, government or borders are no state.
func (p *promise) recognises() string {
	i, n := find("recognise", p.toks, 0)
	if i < 0 {
		return ""
	}
	for _, c := range p.Named {
		s := c.Sources[0]
		if s.Document != p.main.Document || p.action.IsZero() || !p.action.Contains(s.Span) {
			continue
		}
		at := s.Start - p.action.Start
		for j := i + n; j < len(p.toks) && j <= i+n+2; j++ {
			if p.toks[j].Start == at && onlyArticles(p.toks[i+n:j]) {
				return string(c.Value)
			}
		}
	}
	return ""
}

// onlyArticles reports whether nothing but "the independence of" stands there.
func onlyArticles(ts []token) bool {
	for _, t := range ts {
		switch t.word {
		case "the", "independence", "of", "statehood":
		default:
			return false
		}
	}
	return true
}

// proper returns the proper names in the action of p, in lower case, without
// those of states: "halva", "lower".
func (p *promise) proper() []string {
	var out []string
	for i, t := range p.toks {
		if t.capital && i > 0 && !p.isState(t) {
			out = append(out, t.word)
		}
	}
	return set(out)
}

// isState reports whether t is part of the name of a state or its people.
func (p *promise) isState(t token) bool {
	for _, c := range p.Named {
		s := c.Sources[0]
		for _, n := range tokenize(s.Quote) {
			if n.word == t.word && len(c.Value) == 3 {
				return true
			}
		}
	}
	return false
}

// concerns reports whether x and y are about the same recipient, place or
// state. Where one does not name it, the other parties of its instrument are
// meant.
func (x act) concerns(y act, p, q *promise, parties []string) bool {
	switch x.topic {
	case "arms":
		a, b := x.recipients(p, parties), y.recipients(q, parties)
		return len(both(a, b)) > 0
	case "passage":
		return len(both(x.names, y.names)) > 0
	case "troops":
		a, b := set(x.to), set(y.to)
		for _, s := range parties {
			a, b = without(a, s), without(b, s)
		}
		return len(both(a, b)) > 0 || len(both(x.names, y.names)) > 0
	}
	return len(both(set(x.to), set(y.to))) > 0
}

func (x act) recipients(p *promise, parties []string) []string {
	out := set(x.to)
	if len(out) == 0 {
		out = set(slices.Concat(p.Beneficiaries, p.owed(parties[0])))
	}
	for _, s := range parties {
		out = without(out, s)
	}
	return out
}
