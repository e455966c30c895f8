package event

import (
	"slices"

	"pacta"
	"pacta/language"
)

// floor is the score that a further event of a sentence needs.
const (
	mainFloor    = 0.0
	furtherFloor = 0.7
)

// emit adds the events of the current sentence, the surest first.
func (d *document) emit() {
	for k := range d.readings {
		d.bind(&d.readings[k])
		d.score(&d.readings[k])
	}
	slices.SortStableFunc(d.readings, func(a, b reading) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	for k := range d.readings {
		r := &d.readings[k]
		if k == 0 && r.score < mainFloor || k > 0 && r.score < furtherFloor {
			break
		}
		if k > 0 && d.repeats(k) {
			continue
		}
		d.add(r, k == 0)
	}
	d.remember()
}

// repeats reports whether a surer reading tells of the same event.
func (d *document) repeats(k int) bool {
	for _, q := range d.readings[:k] {
		if q.head == d.readings[k].head || q.noun >= 0 && q.noun == d.readings[k].noun {
			return true
		}
	}
	return false
}

// add adds the annotation of r; the span of the main event of a sentence is the
// whole sentence, so that it comes first in every output.
func (d *document) add(r *reading, main bool) {
	sentence := pacta.Span{Start: d.s.Start, End: d.s.End}
	s := sentence
	if !main {
		if s = d.clause(r.head); s.Start == sentence.Start {
			s.Start = d.s.Tokens[min(r.head, cueToken(r))].Start
		}
		if s.Start == sentence.Start {
			s.End = d.span(cueToken(r)).End
		}
	}
	if r.typ == "ASSAULT" {
		r.mode = d.manner(r)
	}
	a := pacta.Annotation{Kind: pacta.Event, Type: r.typ, Value: r.mode, Span: s, Confidence: confidence(r.score), Why: r.rule}
	a.Args = append(a.Args, pacta.Arg{Role: "cue", Span: d.cue(r)})
	for _, x := range r.actors {
		a.Args = append(a.Args, pacta.Arg{Role: "actor", Span: x.span, Value: x.code})
	}
	for _, x := range r.recipients {
		a.Args = append(a.Args, pacta.Arg{Role: "recipient", Span: x.span, Value: x.code})
	}
	if x := d.instrumentOf(r); x != nil {
		a.Args = append(a.Args, pacta.Arg{Role: "instrument", Span: x.Span, Value: x.Value})
	}
	if x, ok := d.date(r); ok {
		a.Args = append(a.Args, x)
	}
	if x, ok := d.place(r); ok {
		a.Args = append(a.Args, x)
	}
	a.Args = append(a.Args, pacta.Arg{Role: "factuality", Value: r.factuality})
	a.Args = append(a.Args, d.contexts(r)...)
	d.Add(a)
}

func cueToken(r *reading) int {
	if r.kind == byNoun || r.kind == byLight && r.noun < r.head {
		return r.noun
	}
	return r.head
}

// cue returns the words that name the event: the verb and its noun or inner
// verb where they stand close.
func (d *document) cue(r *reading) pacta.Span {
	s := d.span(cueToken(r))
	for _, k := range [2]int{r.inner, r.noun} {
		if k > cueToken(r) && k-cueToken(r) <= 3 {
			s = s.Union(d.span(k))
		}
	}
	return s
}

// clause returns the bytes of the clause or phrase of i without the clauses
// that are coordinated with it.
func (d *document) clause(i int) pacta.Span {
	s := d.span(i)
	for _, k := range d.kids[i] {
		switch d.s.Tokens[k].Rel {
		case language.Conj, language.Cc, language.Punct, language.Parataxis:
			continue
		}
		s = s.Union(d.whole(int(k)))
	}
	return s
}

// instrumentOf returns the instrument that r concerns, nil if none is named.
func (d *document) instrumentOf(r *reading) *pacta.Annotation {
	s := d.clause(r.head)
	var best *pacta.Annotation
	ms := d.Within(pacta.Mention, s)
	for k := range ms {
		m := &ms[k]
		if m.Type != "instrument" || m.End > s.End {
			continue
		}
		if best == nil || r.noun >= 0 && m.Contains(d.span(r.noun)) {
			best = m
		}
	}
	return best
}
