package resolve

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"pacta"
	"pacta/edtf"
)

// addCitations notes in the instruments which provisions a document cites of
// them, and which instruments they cite.
func (r *references) addCitations(in *Input) {
	for j := range in.Annotations {
		x := &in.Annotations[j]
		if x.Kind != pacta.Citation {
			continue
		}
		s := kept(source(in.ID, x.Span, x.Quote))
		if to := r.byID[r.of(in.ID, x.ValueOf("instrument"))]; to != nil && x.Type == "provision" {
			r.cite(to, Cite{Provision: Value(x.Value), Sources: []Source{s}})
		}
		from := r.byID[r.of(in.ID, x.ValueOf("from"))]
		if to := r.of(in.ID, x.ValueOf("instrument")); from != nil && to != "" && to != from.ID && x.Type == "instrument" {
			r.cite(from, Cite{Instrument: Value(to), Relation: Value(x.ValueOf("relation")), Sources: []Source{s}})
		}
	}
}

// cite adds c to x, to the citation that says the same if there is one.
func (r *references) cite(x *Instrument, c Cite) {
	k := entry{x, c.Instrument, c.Provision, c.Relation}
	i, ok := r.cites[k]
	if !ok {
		r.cites[k] = len(x.Cites)
		x.Cites = append(x.Cites, c)
		return
	}
	x.Cites[i].Sources = append(x.Cites[i].Sources, c.Sources...)
}

// orderCites puts citations in order when all are there.
func (x *Instrument) orderCites() {
	for i := range x.Cites {
		c := &x.Cites[i]
		c.Sources = sorted(c.Sources)
		c.Count, c.Sources = len(c.Sources), c.Sources[:min(few, len(c.Sources)):min(few, len(c.Sources))]
	}
	slices.SortFunc(x.Cites, func(a, b Cite) int {
		return cmp.Or(strings.Compare(string(a.Instrument), string(b.Instrument)), compareNumbers(string(a.Provision), string(b.Provision)),
			strings.Compare(string(a.Relation), string(b.Relation)))
	})
}

// compareNumbers orders "2" before "10", and both before words.
func compareNumbers(a, b string) int {
	m, errA := strconv.Atoi(a)
	n, errB := strconv.Atoi(b)
	if errA == nil && errB == nil {
		return m - n
	}
	if (errA == nil) != (errB == nil) {
		if errA == nil {
			return -1
		}
		return 1
	}
	return strings.Compare(a, b)
}

// addStates notes the steps in the life of instruments that really happened.
func (r *references) addStates(in *Input) {
	for j := range in.Annotations {
		x := &in.Annotations[j]
		if x.Kind != pacta.Life || !happened(x.ValueOf("factuality")) {
			continue
		}
		to := r.byID[r.of(in.ID, x.ValueOf("instrument"))]
		if to == nil {
			continue
		}
		step := State{State: x.Type, Date: Value(x.ValueOf("date")), Sources: []Source{kept(source(in.ID, x.Span, x.Quote))}}
		if !once[x.Type] {
			step.Party = Value(strings.Join(set(x.Values("party")), " "))
		}
		r.state(to, step)
	}
}

func happened(factuality string) bool {
	return factuality == "" || factuality == "done" || factuality == "ongoing"
}

// state adds s to x, to the step that says the same if there is one.
func (r *references) state(x *Instrument, s State) {
	k := entry{x, Value(s.State), s.Date, s.Party}
	i, ok := r.states[k]
	if !ok {
		r.states[k] = len(x.Status)
		x.Status = append(x.Status, s)
		return
	}
	x.Status[i].Sources = append(x.Status[i].Sources, s.Sources...)
}

// manySteps is how many steps of its life an instrument lists: those that most
// sources tell of.
const manySteps = 200

func compareStates(a, b State) int {
	return cmp.Or(strings.Compare(string(a.Date), string(b.Date)), strings.Compare(a.State, b.State), strings.Compare(string(a.Party), string(b.Party)))
}

// foldStates joins the reports of steps that an instrument takes once, as far
// as their dates agree: "in February" and "on Tuesday" are one signing, with
// the finer date.
func (x *Instrument) foldStates() {
	slices.SortFunc(x.Status, compareStates)
	type step struct {
		State
		when moment
	}
	steps := make([]step, len(x.Status))
	for i, s := range x.Status {
		steps[i] = step{s, momentOf(string(s.Date))}
	}
	slices.SortStableFunc(steps, func(a, b step) int { return a.when.coarseness() - b.when.coarseness() })
	var kept []step
next:
	for _, s := range steps {
		for i := range kept {
			if once[s.State.State] && kept[i].State.State == s.State.State && s.when.coarseness() > 0 && kept[i].when.agrees(s.when, 0) {
				kept[i].Sources = append(kept[i].Sources, s.Sources...)
				continue next
			}
		}
		kept = append(kept, s)
	}
	var out []State
	for _, s := range kept {
		s.Sources = sorted(s.Sources)
		s.Count, s.Sources = len(s.Sources), s.Sources[:min(few, len(s.Sources)):min(few, len(s.Sources))]
		out = append(out, s.State)
	}
	if len(out) > manySteps {
		x.Steps = len(out)
		slices.SortStableFunc(out, func(a, b State) int { return b.Count - a.Count })
		out = out[:manySteps]
		slices.SortFunc(out, compareStates)
	}
	slices.SortStableFunc(out, func(a, b State) int { return edtf.Compare(string(a.Date), string(b.Date)) })
	if x.Status = out; out == nil {
		x.Status = []State{}
	}
}
