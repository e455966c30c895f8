package timex

import "pacta/edtf"

// dayOrder says how a document writes dates in digits.
type dayOrder int8

const (
	undecided dayOrder = iota
	dayFirst
	monthFirst
)

// digits resolves a date in digits whose order is plain, and remembers the
// order for the others.
func (r *reader) digits(x *found) (point, bool) {
	f := &x.f
	a, b := f.get(n1), f.get(n2)
	switch {
	case a > 12 && b <= 12:
		r.order = dayFirst
	case b > 12 && a <= 12:
		r.order = monthFirst
	}
	if f.get(n3) < 100 {
		f.put(n3, fullYear(f.get(n3)))
	}
	return f.ordered(r.order)
}

// ordered reads the numbers of a date in digits; American order unless the
// document decides.
func (f *frame) ordered(o dayOrder) (point, bool) {
	m, d := f.get(n1), f.get(n2)
	if o == dayFirst && d <= 12 || m > 12 {
		m, d = d, m
	}
	at, ok := edtf.DayOf(f.get(n3), m, d)
	return point{at, days}, ok
}

// settle gives dates in digits the order that the document uses elsewhere, and
// drops what is no date.
func (r *reader) settle() {
	kept := r.found[:0]
	for i := range r.found {
		x := &r.found[i]
		if x.f.has(n1) {
			if p, ok := x.f.ordered(r.order); ok {
				x.value, x.iv, x.hasDays = p.day.String(), p.interval(), true
			}
		}
		if x.value != "" {
			kept = append(kept, *x)
		}
	}
	r.found = kept
}
