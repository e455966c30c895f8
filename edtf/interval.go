package edtf

import "cmp"

// On returns the interval of one day.
func On(d Day) Interval { return Interval{First: d, Last: d} }

// IsDay reports whether x is a single day.
func (x Interval) IsDay() bool { return x.First == x.Last }

// IsOpen reports whether x lacks a first or a last day.
func (x Interval) IsOpen() bool { return x.First == Earliest || x.Last == Latest }

// Contains reports whether every day of y is one of x.
func (x Interval) Contains(y Interval) bool { return x.First <= y.First && y.Last <= x.Last }

// Overlaps reports whether x and y share a day.
func (x Interval) Overlaps(y Interval) bool { return x.First <= y.Last && y.First <= x.Last }

// Compare orders intervals for a time line: by first day, then the longer
// first, then by the time of day. Approximation does not matter.
func (x Interval) Compare(y Interval) int {
	if c := cmp.Compare(x.First, y.First); c != 0 {
		return c
	}
	if c := cmp.Compare(y.Last, x.Last); c != 0 {
		return c
	}
	return x.Time.Compare(y.Time)
}

// String returns the shortest EDTF value that means x: 2022-02 for a whole
// month, 202X for a decade, first/last where there is no shorter one.
func (x Interval) String() string {
	b := make([]byte, 0, 24)
	switch {
	case !x.Time.IsZero() && x.IsDay():
		b = x.Time.AppendFormat(b, "2006-01-02T15:04:05Z07:00")
	case x.IsOpen():
		return x.First.String() + "/" + x.Last.String()
	default:
		b = x.appendDays(b)
	}
	switch {
	case x.Approximate && x.Uncertain:
		b = append(b, '%')
	case x.Approximate:
		b = append(b, '~')
	case x.Uncertain:
		b = append(b, '?')
	}
	return string(b)
}

func (x Interval) appendDays(b []byte) []byte {
	if x.IsDay() {
		return x.First.append(b)
	}
	y, m, d := x.First.Date()
	y2, m2, d2 := x.Last.Date()
	whole := d == 1 && d2 == DaysIn(y2, m2)
	switch {
	case whole && y == y2 && m == m2:
		return x.First.append(b)[:len(b)+7]
	case whole && m == 1 && m2 == 12 && y == y2:
		return appendYear(b, y)
	case whole && m == 1 && m2 == 12 && y%10 == 0 && y2 == y+9:
		return append(appendYear(b, y)[:len(b)+3], 'X')
	case whole && m == 1 && m2 == 12 && y%100 == 0 && y2 == y+99:
		return append(appendYear(b, y)[:len(b)+2], 'X', 'X')
	case whole && m == 1 && m2 == 12:
		return appendYear(append(appendYear(b, y), '/'), y2)
	case whole:
		n := len(b) + 8
		return x.Last.append(append(x.First.append(b)[:n-1], '/'))[:n+7]
	}
	return x.Last.append(append(x.First.append(b), '/'))
}

// Format returns the shortest EDTF value of the days first to last.
func Format(first, last Day) string { return Interval{First: first, Last: last}.String() }

// Compare orders two EDTF values as text; a value that cannot be read comes
// last.
func Compare(a, b string) int {
	x, errX := Parse(a)
	y, errY := Parse(b)
	switch {
	case errX != nil && errY != nil:
		return cmp.Compare(a, b)
	case errX != nil:
		return 1
	case errY != nil:
		return -1
	}
	return x.Compare(y)
}
