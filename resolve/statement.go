package resolve

import (
	"cmp"
	"slices"
	"strings"

	"pacta"
)

// provisions returns the parts of the instruments whose own text the base has.
func provisions(inputs []Input, refs *references) []Provision {
	var out []Provision
	for i := range inputs {
		in := &inputs[i]
		for j := range in.Annotations {
			x := &in.Annotations[j]
			if x.Kind != pacta.Provision {
				continue
			}
			s := source(in.ID, x.Span, x.Quote)
			out = append(out, Provision{Object: "provision", ID: factID('p', in.ID, x), Instrument: Value(refs.own(in)), Type: x.Type,
				Number: Value(x.Value), Heading: Value(x.ValueOf("heading")), Sources: []Source{s}})
		}
	}
	return byID(out, func(x *Provision) string { return x.ID })
}

// own returns the instrument whose text in is: the first that a treaty text
// names.
func (r *references) own(in *Input) string {
	if in.Genre != pacta.GenreTreaty {
		return ""
	}
	for i := range in.Annotations {
		x := &in.Annotations[i]
		if x.Kind == pacta.Mention && x.Type == "instrument" {
			return r.of(in.ID, x.Value)
		}
	}
	return ""
}

// factID is the identity of what one document says at one place.
func factID(kind byte, document string, x *pacta.Annotation) string {
	return makeID(kind, document, itoa(x.Start), itoa(x.End), x.Type, x.Value)
}

// byID orders objects by identity and drops what stands twice.
func byID[T any](xs []T, id func(*T) string) []T {
	slices.SortStableFunc(xs, func(a, b T) int { return strings.Compare(id(&a), id(&b)) })
	return slices.CompactFunc(xs, func(a, b T) bool { return id(&a) == id(&b) })
}

// statements returns an object for every attribution: statements of several
// documents are never joined, because who reports them matters.
func statements(inputs []Input, refs *references) []Statement {
	var out []Statement
	for i := range inputs {
		in := &inputs[i]
		for j := range in.Annotations {
			if x := &in.Annotations[j]; x.Kind == pacta.Statement {
				out = append(out, statement(in, x, refs))
			}
		}
	}
	return byID(out, func(x *Statement) string { return x.ID })
}

func statement(in *Input, x *pacta.Annotation, refs *references) Statement {
	s := Statement{Object: "statement", ID: factID('s', in.ID, x), Document: in.ID, Form: x.Type, Stance: Value(x.Value),
		Voice: cmp.Or(x.ValueOf("voice"), "person"), Affiliation: Value(x.ValueOf("affiliation")), SpeakerRole: Value(x.ValueOf("office")),
		Date: Value(cmp.Or(x.ValueOf("date"), day(in.Published))), Content: []Source{}, About: []string{},
		Sources: []Source{source(in.ID, x.Span, x.Quote)}}
	for _, a := range x.Args {
		switch a.Role {
		case "source":
			s.Speaker = cmp.Or(s.Speaker, Value(a.Value))
			s.SpeakerName = cmp.Or(s.SpeakerName, Value(a.Quote))
		case "cue":
			s.Cue, s.CueKind = cmp.Or(s.Cue, Value(a.Quote)), cmp.Or(s.CueKind, Value(a.Value))
		case "content":
			s.Content = append(s.Content, source(in.ID, a.Span, a.Quote))
		case "about":
			s.About = append(s.About, cmp.Or(refs.of(in.ID, a.Value), a.Value))
		case "within":
			s.Within = Value(enclosing(in, a.Span, x))
		}
	}
	s.About, s.Named = set(s.About), named(in, x.Span)
	return s
}

// enclosing returns the identity of the statement at span, "" if there is none
// but x itself.
func enclosing(in *Input, span pacta.Span, x *pacta.Annotation) string {
	for i := range in.Annotations {
		y := &in.Annotations[i]
		if y != x && y.Kind == pacta.Statement && y.Span == span {
			return factID('s', in.ID, y)
		}
	}
	return ""
}

// day returns the day of an EDTF date-time, and other values unchanged.
func day(published string) string {
	d, _, _ := strings.Cut(published, "T")
	return d
}
