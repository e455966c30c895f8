package ask

import (
	"cmp"
	"slices"
	"strings"

	"pacta/reason"
	"pacta/resolve"
	"pacta/treatybase"
)

// stateWords lead from words of a question to the step that it asks for.
var stateWords = []struct{ word, state string }{
	{"in force", "in force"}, {"entered into force", "in force"}, {"enter into force", "in force"}, {"ratif*", "ratified"}, {"been signed", "signed"}, {"ever signed", "signed"},
	{"suspend*", "suspended"}, {"abeyance", "suspended"}, {"froze*", "frozen"}, {"freez*", "frozen"}, {"terminat*", "terminated"}, {"expire*", "expired"}, {"denounce*", "withdrawn"}, {"withdraw* from", "withdrawn"}, {"amended", "amended"}, {"extended", "extended"},
}

// status answers from the steps in the life of an instrument. What was only
// negotiated was not signed; what was signed is not thereby in force.
func (r *reader) status(a *Answer) (bool, error) {
	x, asked := r.x, ""
	for _, s := range stateWords {
		if asked == "" && r.q.says(s.word) {
			asked = s.state
		}
	}
	if asked == "" && r.q.begins("was", "were", "is", "has", "have", "did") && r.q.says("sign", "signed") {
		asked = "signed"
	}
	if x == nil || asked == "" && !r.q.says("status of") || r.q.begins("what", "which", "how") && !r.q.says("status of") && asked != "signed" || r.q.begins("who", "why") {
		return false, nil
	}
	if asked == "" {
		return true, r.ledger(a, x)
	}
	demands, err := r.commitments(treatybase.Filter{Layer: "demand"})
	if err != nil {
		return false, err
	}
	found := false
	for _, s := range x.Status {
		if sources := told(s, demands); s.State == asked && len(sources) > 0 {
			found = true
			a.add(stepLabel(s), reason.StepDate(x, s), x.ID, sources)
		}
	}
	denied, err := r.negated(a, x, asked)
	if err != nil {
		return false, err
	}
	switch {
	case denied && found:
		a.Kind = Disagreement
		return true, nil
	case denied:
		a.listed()
		return true, nil
	case asked == "signed" && x.Standing == "prospective" || asked != "" && !found && x.Standing == "prospective":
		a.prospective(x)
		return true, nil
	case found:
		a.listed()
		return true, nil
	}
	a.Kind = NotStated
	return true, r.claims(a, treatybase.Filter{Instrument: x.ID}, func(f *resolve.Fulfilment) bool { return f.Claim == "operative" || f.Claim == "suspended" })
}

// told returns the sources of a step that report it, without those that only
// demand it: who asks another to sign reports no signature.
func told(s resolve.State, demands []resolve.Commitment) []resolve.Source {
	return slices.DeleteFunc(slices.Clone(s.Sources), func(told resolve.Source) bool {
		return slices.ContainsFunc(demands, func(c resolve.Commitment) bool {
			return slices.ContainsFunc(c.Sources, func(d resolve.Source) bool { return d.Document == told.Document && d.Overlaps(told.Span) })
		})
	})
}

// negated adds the reports that a step was not taken, and says whether there
// are any.
func (r *reader) negated(a *Answer, x *resolve.Instrument, step string) (bool, error) {
	es, _, err := r.b.Events(r.ctx, treatybase.Filter{Instrument: x.ID, Factuality: "negated", Limit: 50})
	if err != nil {
		return false, err
	}
	n := len(a.Parts)
	for _, e := range es {
		if string(e.Life) == step {
			a.add("not "+step, string(cmp.Or(e.Date, "no date stated")), e.ID, e.Sources)
		}
	}
	return len(a.Parts) > n, nil
}

// ledger adds the time line of x: the steps of its life and what is claimed
// about its keeping.
func (r *reader) ledger(a *Answer, x *resolve.Instrument) error {
	claims, _, err := r.b.Fulfilments(r.ctx, treatybase.Filter{Instrument: x.ID, Limit: 200})
	if err != nil {
		return err
	}
	for _, e := range reason.Ledger(x, claims) {
		label := e.State
		if e.Party != "" {
			label += ", " + r.name(e.Party)
		}
		if e.By != "" {
			label += ", according to " + r.name(string(e.By))
		}
		day, _, _ := strings.Cut(string(cmp.Or(e.Date, "no date stated")), "T")
		a.add(label, day, x.ID, e.Sources)
	}
	a.listed()
	return nil
}

func stepLabel(s resolve.State) string {
	if s.Party != "" && len(s.Party) < 12 {
		return s.State + ", " + string(s.Party)
	}
	return s.State
}

// prospective answers that x is only spoken of as something to come.
func (a *Answer) prospective(x *resolve.Instrument) {
	a.Kind, a.Parts = FalsePremise, nil
	for _, n := range x.Names {
		a.add("spoken of as not yet concluded", string(n.Value), x.ID, n.Sources)
	}
}

// premise recognises questions that take a step for granted which no source
// reports: when or why somebody signed, ratified or left what was never signed.
func (r *reader) premise(a *Answer) (bool, error) {
	x := r.x
	if x == nil || !r.sure {
		return false, nil
	}
	if x.Standing != "prospective" {
		return r.unreported(a, x), nil
	}
	takesForGranted := r.q.begins("why", "when", "which", "who", "where", "how", "what", "under") &&
		r.q.says("sign*", "ratif*", "conclud*", "entered into force", "in force", "oblige*", "withdr*", "violat*", "expire*", "terminat*", "suspend*")
	ahead := r.q.says("will", "would", "could", "prevent*", "facilitat*", "hope*", "chance*", "want*", "expect*", "may", "possible", "prospect*")
	if takesForGranted && !ahead {
		a.prospective(x)
		return true, nil
	}
	return false, nil
}

// unreported answers a question why a step in the life of x was taken which no
// source reports, with the steps that they do report.
func (r *reader) unreported(a *Answer, x *resolve.Instrument) bool {
	if !r.q.begins("why") {
		return false
	}
	for _, w := range stateWords {
		if !r.q.says(w.word) {
			continue
		}
		if slices.ContainsFunc(x.Status, func(s resolve.State) bool { return s.State == w.state }) {
			return false
		}
		a.Kind = FalsePremise
		for _, s := range x.Status {
			a.add(stepLabel(s), reason.StepDate(x, s), x.ID, s.Sources)
		}
		return true
	}
	return false
}

// unknownInstrument answers questions about an agreement between states of
// which the base has none: better no answer than one about another agreement.
func (r *reader) unknownInstrument(a *Answer) (bool, error) {
	states := 0
	for _, c := range r.q.codes {
		if len(c) == 3 {
			states++
		}
	}
	if r.x != nil || states < 2 || !r.namesType() || !r.q.says("contain*", "say", "says", "provide*", "signed", "oblige*", "terms", "content*") {
		return false, nil
	}
	for i := range r.all {
		if r.covers(&r.all[i]) && len(r.all[i].Parties) > 0 && len(r.all[i].Parties) < 20 {
			return false, nil
		}
	}
	a.Kind = NotStated
	return true, nil
}
