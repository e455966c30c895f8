package instrument

import (
	"strings"

	"pacta"
)

// emit adds the annotations of everything found.
func (r *reader) emit() {
	last := map[*entity]pacta.Span{}
	for _, p := range r.phrases {
		r.a.Add(r.mention(p, last[p.entity]))
		last[p.entity] = p.Span
	}
	for _, c := range r.cites {
		r.a.Add(pacta.Annotation{
			Kind: pacta.Citation, Type: "provision", Span: c.Span, Value: c.number, Why: c.unit,
			Args: []pacta.Arg{
				{Role: "instrument", Span: within(c.target.Span, c.Span), Value: c.target.entity.id},
				{Role: "provision", Span: c.provided, Value: c.unit + " " + c.number},
			},
		})
	}
}

// emitLinks adds what instruments say of one another.
func (r *reader) emitLinks() {
	for _, l := range r.links {
		r.a.Add(pacta.Annotation{
			Kind: pacta.Citation, Type: "instrument", Span: l.Span, Why: l.name,
			Args: []pacta.Arg{
				{Role: "instrument", Span: l.to.Span, Value: l.to.entity.id},
				{Role: "from", Span: l.from.Span, Value: l.from.entity.id},
				{Role: "relation", Value: l.name},
			},
		})
	}
}

// within returns s where it lies in the citation, else the zero span: the
// instrument was named elsewhere.
func within(s, in pacta.Span) pacta.Span {
	if in.Contains(s) {
		return s
	}
	return pacta.Span{}
}

// mention returns the annotation of p; before is the last mention of the same
// instrument.
func (r *reader) mention(p *phrase, before pacta.Span) pacta.Annotation {
	x := pacta.Annotation{Kind: pacta.Mention, Type: "instrument", Span: p.Span, Value: p.entity.id}
	add := func(role string, s pacta.Span, value string) {
		if value != "" {
			x.Args = append(x.Args, pacta.Arg{Role: role, Span: s, Value: value})
		}
	}
	add("title", p.title, plain(p.title.Of(r.text)))
	if p.typ != "document" && p.typ != "text" {
		add("type", pacta.Span{}, p.typ)
	}
	said := r.codes(p)
	for _, y := range p.parties {
		add("party", y.Span, y.code)
	}
	for _, code := range append(said, p.entity.parties...) {
		if !contains(x.Values("party"), code) {
			add("party", pacta.Span{}, code)
		}
	}
	for _, y := range p.signatories {
		add("signatory", y.Span, y.code)
	}
	add("date", p.date.Span, p.date.value)
	add("place", p.place, plain(p.place.Of(r.text)))
	x.Args = append(x.Args, p.args...)
	status := p.entity.status
	if p.status == "generic" || p.status == "body" {
		status = p.status
	}
	add("status", pacta.Span{}, status)
	for _, e := range p.others {
		add("antecedent", e.last.Span, e.id)
	}
	if !before.IsZero() && before != p.Span {
		add("antecedent", before, p.entity.id)
	}
	return x
}

// plain returns words with every run of blanks as one space.
func plain(words string) string { return strings.Join(strings.Fields(words), " ") }
