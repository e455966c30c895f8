package ask

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"pacta/resolve"
	"pacta/treatybase"
)

// attributes answers what one true value of an instrument is: when, where, by
// whom, between whom, how long.
func (r *reader) attributes(a *Answer) (bool, error) {
	x := r.x
	if len(r.q.wants) == 0 || x == nil || !r.about() {
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

// about reports whether the attribute that is asked for is that of the instrument itself,
// and not of a meeting or speech that the question also names.
func (r *reader) about() bool {
	return r.q.says("sign*", "conclu*", "adopt*", "agreed", "date", "paragraph*", "articles", "points", "part*", "type", "kind", "treaty", "reached",
		"done at", "states", "countries")
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
