package resolve

import (
	"cmp"
	"slices"
	"strings"

	"pacta"
)

// provisions returns the parts of the instrument whose own text d is.
func (d *document) provisions() []Provision {
	var out []Provision
	for j := range d.Annotations {
		x := &d.Annotations[j]
		if x.Kind != pacta.Provision {
			continue
		}
		s := source(d.ID, x.Span, x.Quote)
		out = append(out, Provision{Object: "provision", ID: factID('p', d.ID, x), Instrument: Value(d.own), Type: x.Type,
			Number: Value(x.Value), Heading: Value(x.ValueOf("heading")), Sources: []Source{s}})
	}
	return out
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

// byID orders objects by identity and keeps the first of what stands twice.
func byID[T any](xs []T, id func(*T) string) []T {
	order := make([]int, len(xs)) // objects are large: sort their places, then move each once
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Or(strings.Compare(id(&xs[i]), id(&xs[j])), i-j) })
	for i := range order {
		first := xs[i]
		at := i
		for order[at] != i {
			next := order[at]
			xs[at], order[at] = xs[next], at
			at = next
		}
		xs[at], order[at] = first, at
	}
	n := 0
	for i := range xs {
		if n > 0 && id(&xs[i]) == id(&xs[n-1]) {
			continue
		}
		if n != i {
			xs[n] = xs[i]
		}
		n++
	}
	clear(xs[n:])
	return xs[:n]
}

// statements returns an object for every attribution: statements of several
// documents are never joined, because who reports them matters.
func (d *document) statements() []Statement {
	var out []Statement
	for j := range d.Annotations {
		if x := &d.Annotations[j]; x.Kind == pacta.Statement {
			out = append(out, d.statement(x))
		}
	}
	return out
}

func (d *document) statement(x *pacta.Annotation) Statement {
	s := Statement{Object: "statement", ID: factID('s', d.ID, x), Document: d.ID, Form: x.Type, Stance: Value(x.Value),
		Voice: cmp.Or(x.ValueOf("voice"), "person"), Affiliation: Value(x.ValueOf("affiliation")), SpeakerRole: Value(x.ValueOf("office")),
		Date: Value(cmp.Or(x.ValueOf("date"), day(d.Published))), Content: []Source{}, About: []string{},
		Sources: []Source{source(d.ID, x.Span, x.Quote)}, Confidence: x.Confidence}
	for _, a := range x.Args {
		switch a.Role {
		case "source":
			s.Speaker = cmp.Or(s.Speaker, Value(a.Value))
			s.SpeakerName = cmp.Or(s.SpeakerName, Value(a.Quote))
		case "cue":
			s.Cue, s.CueKind = cmp.Or(s.Cue, Value(a.Quote)), cmp.Or(s.CueKind, Value(a.Value))
		case "content":
			s.Content = append(s.Content, source(d.ID, a.Span, a.Quote))
		case "about":
			s.About = append(s.About, cmp.Or(d.refs.of(d.ID, a.Value), a.Value))
		case "within":
			s.Within = Value(d.enclosing(a.Span, x))
		}
	}
	if s.Voice == "person" {
		s.Speaker = Value(d.people.inFull(string(s.Speaker), string(s.Affiliation)))
	}
	s.About, s.Named = set(s.About), d.named(x.Span)
	return s
}

// enclosing returns the identity of the statement at span, "" if there is none
// but x itself.
func (d *document) enclosing(span pacta.Span, x *pacta.Annotation) string {
	for j := firstFrom(d.Annotations, span.Start); j < len(d.Annotations) && d.Annotations[j].Start == span.Start; j++ {
		if y := &d.Annotations[j]; y != x && y.Kind == pacta.Statement && y.Span == span {
			return factID('s', d.ID, y)
		}
	}
	return ""
}

// day returns the day of an EDTF date-time, and other values unchanged.
func day(published string) string {
	d, _, _ := strings.Cut(published, "T")
	return d
}
