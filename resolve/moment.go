package resolve

import "pacta/edtf"

// A moment is a date of an annotation, parsed once.
type moment struct {
	text string
	edtf.Interval
	ok bool // text is a date
}

func momentOf(date string) moment {
	x, err := edtf.Parse(date)
	return moment{date, x, err == nil}
}

// coarseness orders dates: days before months before years before none.
func (m moment) coarseness() int {
	switch {
	case m.text == "" || !m.ok:
		return 4
	case m.Last-m.First < 3:
		return 0
	case m.Last-m.First < 32:
		return 1
	case m.Last-m.First < 367:
		return 2
	}
	return 3
}

// fine reports whether m is no coarser than a month.
func (m moment) fine() bool { return m.ok && m.Last-m.First <= 31 }

// agrees reports whether two dates overlap or come within days of one another,
// or one is missing.
func (m moment) agrees(n moment, days edtf.Day) bool {
	if m.text == "" || n.text == "" || !m.ok || !n.ok {
		return m.text == "" || n.text == "" || m.text == n.text
	}
	return m.First-n.Last <= days && n.First-m.Last <= days
}

// near reports whether two dates come within days of one another, and are not
// so coarse that this says nothing.
func (m moment) near(n moment, days edtf.Day) bool {
	if !m.fine() || !n.fine() {
		return m.text == n.text
	}
	return m.First-n.Last <= days && n.First-m.Last <= days
}
