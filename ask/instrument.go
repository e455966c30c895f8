package ask

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"pacta/reason"
	"pacta/resolve"
	"pacta/treatybase"
)

// attributes answers what one true value of an instrument is: when, where, by
// whom, between whom, how long.
func (r *reader) attributes(a *Answer) (bool, error) {
	x := r.x
	if len(r.q.wants) == 0 || x == nil || !r.about(x) {
		return false, nil
	}
	a.Kind = Fact
	for _, w := range r.q.wants {
		switch w {
		case wantDate:
			a.dates(r, x)
		case wantParties:
			a.parties(r, x)
		default:
			a.attribute(r, string(w), x)
		}
	}
	if len(a.Parts) == 0 {
		a.Kind = NotStated
	}
	return r.sure || len(a.Parts) > 0, nil
}

// about reports whether the attribute that is asked for is that of x itself,
// and not of a meeting or speech that the question also names.
func (r *reader) about(x *resolve.Instrument) bool {
	if !r.q.says("sign*", "conclu*", "adopt*", "agreed", "date", "paragraph*", "articles", "points", "part*", "type", "kind", "treaty", "reached", "done at", "states", "countries") {
		return false
	}
	return true
}

func (a *Answer) dates(r *reader, x *resolve.Instrument) {
	for _, c := range x.Signed {
		a.add("date", string(c.Value), x.ID, c.Sources)
	}
	if len(x.Signed) > 1 {
		a.Kind = Disagreement
	}
}

func (a *Answer) parties(r *reader, x *resolve.Instrument) {
	for _, at := range x.Attributes {
		if at.Attribute == "parties" && len(at.Values) > 0 {
			a.add("parties", r.namesOf(x.Parties), x.ID, at.Values[0].Sources)
		}
	}
	if len(a.Parts) == 0 && len(x.Parties) > 0 {
		a.add("parties", r.namesOf(x.Parties), x.ID, x.Sources)
	}
}

func (a *Answer) attribute(r *reader, name string, x *resolve.Instrument) {
	for _, at := range x.Attributes {
		if at.Attribute != name {
			continue
		}
		if name == "signatory" {
			a.signatories(r, x, at.Values)
			continue
		}
		for _, c := range at.Values {
			a.add(name, string(c.Value), x.ID, c.Sources)
		}
		if (name == "paragraphs" || name == "type") && len(at.Values) > 1 {
			a.Kind = Disagreement
		}
	}
}

// signatories adds who signed, each with the sentence that names most of them.
func (a *Answer) signatories(r *reader, x *resolve.Instrument, values []resolve.Claim) {
	in := map[resolve.Source]int{}
	whole := make([][]resolve.Source, len(values))
	for i, c := range values {
		for _, s := range c.Sources[:min(10, len(c.Sources))] {
			if w := r.sentence(s); !slices.Contains(whole[i], w) {
				whole[i] = append(whole[i], w)
				in[w]++
			}
		}
	}
	for i, c := range values {
		best := slices.MaxFunc(whole[i], func(s, t resolve.Source) int {
			return cmp.Or(in[s]-in[t], len(t.Quote)-len(s.Quote), strings.Compare(t.Document, s.Document))
		})
		a.Parts = append(a.Parts, Part{"signatory", string(c.Value), x.ID, best})
	}
}

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

// membership answers which states are members of an organisation, and how a
// member stands to it.
func (r *reader) membership(a *Answer) (bool, error) {
	lists := r.q.begins("which", "who", "list", "how") && r.q.says("member*", "belong*")
	if !lists && !r.q.says("membership", "status of", "participat*", "a member of", "still a member", "left") || len(r.who) > 0 {
		return false, nil
	}
	var states []string
	var org *resolve.Actor
	for _, c := range r.q.codes {
		o, err := r.b.Object(r.ctx, c)
		if err != nil || o.Kind != "actor" {
			continue
		}
		var x resolve.Actor
		if err := o.Decode(&x); err != nil {
			return false, err
		}
		if len(x.Members) > 0 && x.ID == c {
			org = &x
		} else {
			states = append(states, c)
		}
	}
	switch {
	case org == nil:
		return false, nil
	case len(states) > 0 && !r.q.says("members of"):
		return true, r.standing(a, org, states[0])
	case lists && len(org.Listed) > 1:
		var names []string
		for _, c := range org.Listed[1:] {
			names = append(names, r.name(string(c.Value)))
		}
		s := r.sentence(org.Listed[0].Sources[0])
		a.Kind = Fact
		a.Parts = append(a.Parts, Part{"members", strings.Join(names, ", "), org.ID, s})
		return true, nil
	}
	return false, nil
}

// standing answers how a state stands to an organisation: what sources say of
// its taking part.
func (r *reader) standing(a *Answer, org *resolve.Actor, state string) error {
	ts, _, err := r.b.Tensions(r.ctx, treatybase.Filter{Party: state})
	if err != nil {
		return err
	}
	for _, t := range ts {
		if t.Kind == "membership against frozen participation" && len(t.Sources) > 1 {
			a.add("participation reported frozen", r.name(state), t.ID, t.Sources[1:])
		}
	}
	if len(a.Parts) > 0 {
		a.listed()
		return nil
	}
	for _, c := range org.Listed {
		if string(c.Value) == state {
			a.Parts = append(a.Parts, Part{"listed as a member", r.name(state), org.ID, r.sentence(c.Sources[0])})
		}
	}
	a.listed()
	return nil
}

// comparison sets the attributes of two instruments side by side.
func (r *reader) comparison(a *Answer) (bool, error) {
	if !r.q.says("compare", "compared", "comparison", "difference between", "differ from", "differences between", "which is older", "which was signed first", "signed earlier") {
		return false, nil
	}
	type scored struct {
		x *resolve.Instrument
		p float64
	}
	var xs []scored
	for i := range r.all {
		if p := r.fits(&r.all[i]); p >= 1.5 {
			xs = append(xs, scored{&r.all[i], p})
		}
	}
	slices.SortStableFunc(xs, func(a, b scored) int { return cmp.Compare(b.p, a.p) })
	if len(xs) < 2 {
		return false, nil
	}
	for _, s := range xs[:2] {
		x := s.x
		for _, c := range x.Signed {
			a.add(x.Title+", signed", string(c.Value), x.ID, c.Sources)
		}
		for _, at := range x.Attributes {
			if at.Attribute != "date" && at.Attribute != "signatory" && len(at.Values) > 0 {
				a.add(fmt.Sprintf("%s, %s", x.Title, at.Attribute), string(at.Values[0].Value), x.ID, at.Values[0].Sources)
			}
		}
	}
	a.listed()
	return true, nil
}

// cited lists the instruments that an instrument refers to.
func (r *reader) cited(a *Answer) (bool, error) {
	if r.x == nil || !r.q.says("cited by", "cited in", "cite", "cites", "refer to", "refers to", "referred to", "reaffirm*", "mentioned in") || len(r.who) > 0 {
		return false, nil
	}
	for _, c := range r.x.Cites {
		if c.Instrument != "" {
			a.add(string(cmp.Or(c.Relation, "cites")), r.name(string(c.Instrument)), string(c.Instrument), c.Sources)
		}
	}
	return len(a.Parts) > 0 && a.listed(), nil
}

// named lists the instruments that a speaker names.
func (r *reader) named(a *Answer) (bool, error) {
	if len(r.who) == 0 || !r.q.begins("which", "what") || !r.q.says("name", "names", "named", "mention", "mentions", "mentioned", "refer to", "refers to", "cite", "cites") {
		return false, nil
	}
	var said []resolve.Statement
	for _, p := range r.who {
		xs, _, err := r.b.Statements(r.ctx, treatybase.Filter{Speaker: p.Name, Limit: 500})
		if err != nil {
			return false, err
		}
		said = append(said, xs...)
	}
	type found struct {
		x *resolve.Instrument
		s resolve.Source
	}
	var out []found
	for i := range r.all {
		x := &r.all[i]
		if r.q.says("trilateral") && len(x.Parties) != 3 || r.q.says("bilateral") && len(x.Parties) != 2 || x.Standing == "generic" {
			continue
		}
		for _, n := range x.Names {
			j := slices.IndexFunc(n.Sources, func(s resolve.Source) bool { return within(said, s) })
			if j >= 0 {
				out = append(out, found{x, n.Sources[j]})
				break
			}
		}
	}
	slices.SortStableFunc(out, func(a, b found) int { return strings.Compare(firstDate(a.x), firstDate(b.x)) })
	if r.q.says("later", "more recent") && len(out) > 1 {
		out = out[1:]
	}
	for _, f := range out {
		a.Parts = append(a.Parts, Part{string(cmp.Or(f.x.Type, "instrument")), cmp.Or(firstDate(f.x), f.x.Title), f.x.ID, f.s})
	}
	return len(a.Parts) > 0 && a.listed(), nil
}

func firstDate(x *resolve.Instrument) string {
	if len(x.Signed) == 0 {
		return ""
	}
	return string(x.Signed[0].Value)
}

// within reports whether s stands in one of the statements.
func within(said []resolve.Statement, s resolve.Source) bool {
	return slices.ContainsFunc(said, func(x resolve.Statement) bool {
		return x.Document == s.Document && slices.ContainsFunc(append(x.Content, x.Sources...), func(c resolve.Source) bool { return c.Contains(s.Span) })
	})
}
