package resolve

import (
	"cmp"

	"pacta"
)

// A claim is a fulfilment and where the commitment that it is about stands.
type claim struct {
	Fulfilment
	span pacta.Span
}

// claims returns what d says of whether something is or is not kept.
func (d *document) claims() []claim {
	var out []claim
	for j := range d.Annotations {
		x := &d.Annotations[j]
		if x.Kind != pacta.Fulfilment {
			continue
		}
		c := claim{Fulfilment{Object: "fulfilment", ID: factID('f', d.ID, x), Claim: x.Type, Party: Value(x.ValueOf("party")),
			By: Value(cmp.Or(d.people.inFull(x.ValueOf("source"), ""), d.Outlet)), Date: Value(cmp.Or(x.ValueOf("date"), day(d.Published))),
			Sources: []Source{source(d.ID, x.Span, x.Quote)}}, x.Span}
		if a, ok := x.Arg("commitment"); ok && !a.IsZero() {
			c.span = a.Span
		}
		if id := d.refs.of(d.ID, x.ValueOf("instrument")); id != "" {
			c.About = append(c.About, id)
		}
		out = append(out, c)
	}
	return out
}

// A toldPromise is where a document tells of a commitment.
type toldPromise struct {
	pacta.Span
	id string
}

// fulfilments returns the claims of one document with the commitments that they
// are about, which are told at the same place.
func fulfilments(claims []claim, at []toldPromise) []Fulfilment {
	out := make([]Fulfilment, len(claims))
	for i, c := range claims {
		for _, t := range at {
			if t.Overlaps(c.span) {
				c.About = append(c.About, t.id)
			}
		}
		c.About = set(c.About)
		out[i] = c.Fulfilment
	}
	return byID(out, func(x *Fulfilment) string { return x.ID })
}
