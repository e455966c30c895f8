package resolve

import (
	"cmp"

	"pacta"
)

// fulfilments returns the claims that something is or is not kept, each with
// the instrument and the commitments that it is about.
func fulfilments(inputs []Input, refs *references, promises []Commitment) []Fulfilment {
	at := map[string][]*Commitment{}
	for i := range promises {
		for _, s := range promises[i].Sources {
			at[s.Document] = append(at[s.Document], &promises[i])
		}
	}
	var out []Fulfilment
	for i := range inputs {
		in := &inputs[i]
		for j := range in.Annotations {
			x := &in.Annotations[j]
			if x.Kind != pacta.Fulfilment {
				continue
			}
			f := Fulfilment{Object: "fulfilment", ID: factID('f', in.ID, x), Claim: x.Type, Party: Value(x.ValueOf("party")),
				By: Value(cmp.Or(x.ValueOf("source"), in.Outlet)), Date: Value(cmp.Or(x.ValueOf("date"), day(in.Published))),
				Sources: []Source{source(in.ID, x.Span, x.Quote)}}
			if id := refs.of(in.ID, x.ValueOf("instrument")); id != "" {
				f.About = append(f.About, id)
			}
			for _, c := range at[in.ID] {
				if concerns(in.ID, x, c) {
					f.About = append(f.About, c.ID)
				}
			}
			f.About = set(f.About)
			out = append(out, f)
		}
	}
	return byID(out, func(x *Fulfilment) string { return x.ID })
}

// concerns reports whether the claim x stands where c is told.
func concerns(document string, x *pacta.Annotation, c *Commitment) bool {
	span := x.Span
	if a, ok := x.Arg("commitment"); ok && !a.IsZero() {
		span = a.Span
	}
	for _, s := range c.Sources {
		if s.Document == document && s.Overlaps(span) {
			return true
		}
	}
	return false
}
