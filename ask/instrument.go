package ask

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"pacta/resolve"
	"pacta/treatybase"
)

// subject returns the instrument that q asks about, nil if it names none. Of
// several that fit it is the one most of whose words the question has.
func subject(ctx context.Context, b *treatybase.Base, q *question) (*resolve.Instrument, error) {
	xs, _, err := b.Instruments(ctx, treatybase.Filter{Limit: 500})
	if err != nil {
		return nil, err
	}
	var best *resolve.Instrument
	points := 0.0
	for i := range xs {
		if p := q.fits(&xs[i]); p > points {
			best, points = &xs[i], p
		}
	}
	if points >= 2 {
		return best, nil
	}
	if q.it && len(q.wants) > 0 {
		for i := range xs {
			if xs[i].Standing == "signed" {
				return &xs[i], nil // the most reported one
			}
		}
	}
	return nil, nil
}

// fits says how well the names of x match q: a word that only says what sort
// of instrument it is counts less than one that says which.
func (q *question) fits(x *resolve.Instrument) float64 {
	words := stems(x.Title)
	for _, n := range x.Names {
		for w := range stems(string(n.Value)) {
			words[w] = true
		}
	}
	p := 0.0
	for _, w := range q.words {
		if !words[w] {
			continue
		}
		if resolve.IsLooseType(w) || typeStems[w] {
			p++
		} else {
			p += 1.5
		}
	}
	for _, c := range q.codes {
		if slices.Contains(x.Parties, c) {
			p += 0.25
		}
	}
	return p
}

var typeStems = stems("treaty agreement accord declaration statement memorandum protocol convention charter pact communique resolution document")

// fromInstrument answers what q wants to know of x, and reports whether it
// could: a question that wants no attribute is left to the facts.
func (a *Answer) fromInstrument(q *question, x *resolve.Instrument) bool {
	if len(q.wants) == 0 {
		return false
	}
	a.Kind = Fact
	for _, w := range q.wants {
		switch w {
		case wantDate:
			a.dates(x)
		case wantStatus:
			a.status(q, x)
		case wantProvision:
			a.provisions(q, x)
		default:
			a.attribute(string(w), x)
		}
	}
	return len(a.Parts) > 0 || a.Kind == NotStated
}

func (a *Answer) dates(x *resolve.Instrument) {
	for _, c := range x.Signed {
		a.add("date", string(c.Value), x.ID, c.Sources)
	}
	if len(x.Signed) > 1 {
		a.Kind = Disagreement
	}
}

func (a *Answer) attribute(name string, x *resolve.Instrument) {
	for _, at := range x.Attributes {
		if at.Attribute != name {
			continue
		}
		for _, c := range at.Values {
			a.add(name, string(c.Value), x.ID, c.Sources)
		}
	}
}

// status answers from the steps in the life of x. What was only negotiated or
// is only spoken of was not signed; what was signed is not thereby in force.
func (a *Answer) status(q *question, x *resolve.Instrument) {
	asked := "in force"
	for _, s := range []string{"signed", "ratified", "suspended", "terminated"} {
		if strings.Contains(q.lower, " "+s+" ") {
			asked = s
		}
	}
	found := false
	for _, s := range x.Status {
		found = found || s.State == asked
		a.add(s.State, cmp.Or(string(s.Date), "no date stated"), x.ID, s.Sources)
	}
	switch {
	case asked == "signed" && x.Standing == "prospective":
		a.Kind = FalsePremise
		for _, n := range x.Names {
			a.add("spoken of as not yet concluded", string(n.Value), x.ID, n.Sources)
		}
	case !found:
		a.Kind = NotStated
	}
}

// provisions answers with the provisions of x whose citation shares most words
// with the question.
func (a *Answer) provisions(q *question, x *resolve.Instrument) {
	best := 1
	var found []resolve.Cite
	for _, c := range x.Cites {
		n := 0
		for _, s := range c.Sources {
			n = max(n, q.shared(s.Quote))
		}
		if n > best {
			best, found = n, nil
		}
		if n == best && c.Provision != "" {
			found = append(found, c)
		}
	}
	for _, c := range found {
		a.add("provision", string(c.Provision), x.ID, c.Sources)
	}
}

// shared counts the content words of q that text has.
func (q *question) shared(text string) int {
	n, words := 0, stems(text)
	for _, w := range q.words {
		if words[w] {
			n++
		}
	}
	return n
}
