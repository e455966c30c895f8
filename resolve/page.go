package resolve

import (
	"slices"

	"pacta"
)

// A Page is what one document says, beside what it contributes to objects of
// many documents.
type Page struct {
	Document    string
	Names       []Claim // states and organisations, in text order
	Mentions    []Mention
	Events      []Told // that happened
	Provisions  []Provision
	Statements  []Statement
	Fulfilments []Fulfilment
}

// A Mention is the words by which a document names an instrument.
type Mention struct {
	Source
	Instrument string
}

// Told is the words by which a document tells of an event.
type Told struct {
	Source
	Event string
	Date  Value
}

// A toldEvent is where a document tells of an event.
type toldEvent struct {
	pacta.Span
	event string
	date  Value
}

// page returns the page of d; at and told say of which commitments and events
// it tells, and where.
func (d *document) page(at []toldPromise, told []toldEvent) *Page {
	events := make([]Told, len(told))
	for i, t := range told {
		e := &events[i]
		*e = Told{Source{Document: d.ID, Span: t.Span}, t.event, t.date}
		for j := firstFrom(d.Annotations, e.Start); j < len(d.Annotations) && d.Annotations[j].Start == e.Start; j++ {
			if x := &d.Annotations[j]; x.Span == e.Span {
				e.Quote = x.Quote
				break
			}
		}
	}
	p := &Page{Document: d.ID, Names: d.names, Events: events,
		Provisions:  byID(d.provisions(), func(x *Provision) string { return x.ID }),
		Statements:  byID(d.statements(), func(x *Statement) string { return x.ID }),
		Fulfilments: fulfilments(d.claims(), at)}
	for j := range d.Annotations {
		x := &d.Annotations[j]
		if x.Kind != pacta.Mention || x.Type != "instrument" || x.Value == "" {
			continue
		}
		if id := d.refs.of(d.ID, x.Value); id != "" {
			p.Mentions = append(p.Mentions, Mention{source(d.ID, x.Span, x.Quote), id})
		}
	}
	return p
}

// Upheld is what Draw emits less what people rejected. Conclusions are drawn
// from it.
type Upheld struct {
	struck map[string]bool // IDs of rejected events
}

// Of returns an object less what is rejected of it; nil if nothing is left.
func (u *Upheld) Of(x any) any {
	switch x := x.(type) {
	case *Actor:
		return unless(x.State, x)
	case *Instrument:
		return unless(x.State, x)
	case *Commitment:
		return unless(x.State, x)
	case *Event:
		if x.State == Rejected {
			if u.struck == nil {
				u.struck = map[string]bool{}
			}
			u.struck[x.ID] = true
		}
		return unless(x.State, x)
	case *Page:
		p := *x
		p.Statements = upheld(x.Statements, func(s *Statement) Verdict { return s.State })
		p.Fulfilments = upheld(x.Fulfilments, func(f *Fulfilment) Verdict { return f.State })
		if len(u.struck) > 0 {
			p.Events = slices.DeleteFunc(slices.Clone(x.Events), func(t Told) bool { return u.struck[t.Event] })
		}
		return &p
	}
	return x
}

// unless returns x unless it is rejected.
func unless(v Verdict, x any) any {
	if v == Rejected {
		return nil
	}
	return x
}
