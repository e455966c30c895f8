package ask

import (
	"strings"

	"pacta/resolve"
	"pacta/treatybase"
)

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
