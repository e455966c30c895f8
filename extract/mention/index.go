package mention

import (
	"sort"
	"strings"

	"pacta"
)

// An Actor is whom a phrase stands for in its document.
type Actor struct {
	Code   string // ISO code or gazetteer ID of the state or organisation that it is or acts for; "" if unknown
	Sector string // PLOVER sector: GOV, MIL, …; "" for the state as such
	Name   string // a person's or body's name as the document has it; "" for a state
	Office string // "Foreign Minister", "" if it has none
	Type   string // the type of the mention: state, organization, person, office, place, group
	Span   pacta.Span
}

// PLOVER returns the actor as events name it: RUS, RUS/GOV, CSTO, or the bare
// sector where no state is known.
func (x Actor) PLOVER() string {
	switch {
	case x.Code == "":
		return x.Sector
	case x.Sector == "" || x.Sector == "IGO":
		return x.Code
	}
	return x.Code + "/" + x.Sector
}

// An Index answers for whom the phrases of one document stand. Build it once
// per extractor run: it only sorts what the mention extractor found.
type Index struct {
	a        *pacta.Analysis
	mentions []pacta.Annotation
}

// Of returns the index of a document that the mention extractor has read.
func Of(a *pacta.Analysis) *Index { return &Index{a, a.Of(pacta.Mention)} }

// Within returns the mentions that start within s, in text order, a phrase
// before the names in it. Instruments are left out.
func (x *Index) Within(s pacta.Span) []pacta.Annotation {
	lo := sort.Search(len(x.mentions), func(i int) bool { return x.mentions[i].Start >= s.Start })
	hi := lo
	for hi < len(x.mentions) && x.mentions[hi].Start < s.End {
		hi++
	}
	return x.mentions[lo:hi]
}

// Covering returns the shortest mention that holds the byte at, nil if none does.
func (x *Index) Covering(at int) *pacta.Annotation {
	hi := sort.Search(len(x.mentions), func(i int) bool { return x.mentions[i].Start > at })
	var best *pacta.Annotation
	for i := hi - 1; i >= 0 && i >= hi-6; i-- {
		m := &x.mentions[i]
		if m.End > at && m.Type != "instrument" && (best == nil || m.Len() < best.Len()) {
			best = m
		}
	}
	return best
}

// At returns whom the phrase s stands for: its person if it has one, else the
// body, else the state, the outermost and last first ("Russian foreign
// ministry" is RUS/GOV, not RUS). It reports false where s names nobody.
func (x *Index) At(s pacta.Span) (Actor, bool) {
	ms := x.Within(s)
	best, score := -1, 0
	for i := range ms {
		m := &ms[i]
		if m.End > s.End || m.Type == "instrument" {
			continue
		}
		if n := rank(m, s); n > score {
			best, score = i, n
		}
	}
	if best < 0 {
		return Actor{}, false
	}
	return actor(&ms[best]), true
}

// rank orders the mentions of one phrase: persons, then bodies, then states;
// what fills the phrase comes first.
func rank(m *pacta.Annotation, s pacta.Span) int {
	n := map[string]int{"person": 50, "office": 40, "organization": 30, "group": 30, "state": 20, "place": 5}[m.Type]
	if m.Start <= s.Start+4 && m.End == s.End {
		n += 25
	}
	if m.End == s.End {
		n++
	}
	return n
}

func actor(m *pacta.Annotation) Actor {
	out := Actor{Type: m.Type, Span: m.Span, Sector: m.ValueOf("sector"), Code: m.ValueOf("affiliation"), Office: m.ValueOf("office")}
	switch m.Type {
	case "state":
		out.Code = m.Value
	case "organization", "group":
		if out.Code == "" {
			out.Code = m.Value
		} else if m.Value != out.Code {
			out.Name = m.Value
		}
	case "person", "office":
		out.Name = m.Value
	}
	return out
}

// Actors returns everybody whom the phrase s stands for, each once: the members
// of "Russia and Azerbaijan", those whom "the parties", "both countries" or
// "the two presidents" mean in this document, else what At gives.
func (x *Index) Actors(s pacta.Span) []Actor {
	if n := setSize(s.Of(x.a.Doc.Text)); n != 0 {
		if set := x.set(s, n); len(set) > 0 {
			return set
		}
	}
	var out []Actor
	end := -1
	ms := x.Within(s)
	for i := range ms {
		m := &ms[i]
		if m.End > s.End || m.Start < end || m.Type == "instrument" || m.Type == "place" {
			continue
		}
		if t := x.titled(ms[i:], s); t != nil {
			m = t
		}
		end = m.End
		out = add(out, actor(m))
	}
	return out
}

// titled returns the person whose office begins with ms[0]: in "Ardanian foreign
// minister Ana Brun" the state is part of the person's phrase.
func (x *Index) titled(ms []pacta.Annotation, s pacta.Span) *pacta.Annotation {
	for i := 1; i < len(ms) && i < 4; i++ {
		if ms[i].Type != "person" || ms[i].End > s.End {
			continue
		}
		for _, r := range ms[i].Args {
			if (r.Role == "affiliation" || r.Role == "office") && !r.IsZero() && ms[0].Contains(r.Span) {
				return &ms[i]
			}
		}
	}
	return nil
}

func add(out []Actor, y Actor) []Actor {
	for _, o := range out {
		if o.Code == y.Code && o.Name == y.Name && o.Sector == y.Sector {
			return out
		}
	}
	return append(out, y)
}

// Codes returns the codes of Actors(s), each once: {"AZE", "RUS"} in text order.
func (x *Index) Codes(s pacta.Span) []string {
	var out []string
next:
	for _, a := range x.Actors(s) {
		if a.Code == "" {
			continue
		}
		for _, c := range out {
			if c == a.Code {
				continue next
			}
		}
		out = append(out, a.Code)
	}
	return out
}

// setSize returns how many states a phrase like "the two presidents" stands
// for: 2, 3 …, -1 where it does not say, 0 where it is no such phrase.
func setSize(phrase string) int {
	n, plural := 0, false
	for w := range strings.FieldsSeq(strings.ToLower(phrase)) {
		switch w = strings.Trim(w, ".,;:"); w {
		case "both", "two", "either", "each", "bilateral":
			n = 2
		case "three", "trilateral":
			n = 3
		case "four":
			n = 4
		case "five":
			n = 5
		case "the", "all", "of", "other", "its", "their", "signatory", "contracting", "member", "heads", "state", "government", "foreign", "neighboring", "neighbouring", "high":
		case "parties", "sides", "countries", "states", "nations", "leaders", "presidents", "ministers", "neighbors", "neighbours", "party", "side", "capitals", "governments", "signatories", "allies", "republics", "peoples", "delegations", "foes", "rivals", "armies":
			plural = true
		default:
			return 0
		}
	}
	if !plural {
		return 0
	}
	if n == 0 {
		return -1
	}
	return n
}

// set returns the n states spoken of before s, the nearest pair that stands
// together first: "Russia and Azerbaijan", "Moscow and Baku", "the
// Armenian-Azerbaijani talks"; else those that the document names most.
func (x *Index) set(s pacta.Span, n int) []Actor {
	want := max(n, 2)
	hi := sort.Search(len(x.mentions), func(i int) bool { return x.mentions[i].Start >= s.Start })
	var group []Actor
	for i := hi - 1; i >= 0 && i >= hi-60; i-- {
		m := &x.mentions[i]
		if m.Type != "state" {
			continue
		}
		group = group[:0]
		group = append(group, Actor{Code: m.Value, Type: "state", Span: m.Span})
		for j := i - 1; j >= 0 && j >= i-8; j-- {
			p := &x.mentions[j]
			if p.Type != "state" {
				continue
			}
			last := group[len(group)-1].Span.Start
			if p.End > last || !joined(x.a.Doc.Text[p.End:last]) {
				break
			}
			group = add(group, Actor{Code: p.Value, Type: "state", Span: p.Span})
		}
		if len(group) == want || n < 0 && len(group) > want {
			for a, b := 0, len(group)-1; a < b; a, b = a+1, b-1 {
				group[a], group[b] = group[b], group[a]
			}
			return group
		}
	}
	if near := x.near(s, want); near != nil {
		return near
	}
	return x.frequent(want)
}

// near returns the states that the sentence of s, before it, or one of the two
// sentences before names, where they are exactly n.
func (x *Index) near(s pacta.Span, n int) []Actor {
	at := x.a.SentenceAt(s.Start)
	for i := at; i >= 0 && i >= at-2; i-- {
		var group []Actor
		sent := x.a.Sentences[i]
		for _, m := range x.Within(pacta.Span{Start: sent.Start, End: min(sent.End, s.Start)}) {
			if m.Type == "state" {
				group = add(group, Actor{Code: m.Value, Type: "state", Span: m.Span})
			}
		}
		if len(group) == n {
			return group
		}
	}
	return nil
}

// joined reports whether two names with the words between stand side by side.
func joined(between string) bool {
	switch strings.TrimSpace(strings.ToLower(between)) {
	case "and", "-", "–", "—", ",", ", and", "and the", "with", "&", "/", "and president", "'s and":
		return true
	}
	return false
}

// frequent returns the n states that the document names most, in the order in
// which it names them first; none where there is a tie at the edge.
func (x *Index) frequent(n int) []Actor {
	type tally struct {
		actor Actor
		count int
	}
	var ts []tally
next:
	for i := range x.mentions {
		m := &x.mentions[i]
		if m.Type != "state" {
			continue
		}
		for k := range ts {
			if ts[k].actor.Code == m.Value {
				ts[k].count++
				continue next
			}
		}
		ts = append(ts, tally{Actor{Code: m.Value, Type: "state", Span: m.Span}, 1})
	}
	order := make([]int, 0, len(ts))
	for _, t := range ts {
		order = append(order, t.count)
	}
	sort.Sort(sort.Reverse(sort.IntSlice(order)))
	if len(order) < n || len(order) > n && order[n] == order[n-1] {
		return nil
	}
	var out []Actor
	for _, t := range ts {
		if t.count >= order[n-1] && len(out) < n {
			out = append(out, t.actor)
		}
	}
	return out
}
