// Package edtf reads and writes the dates of the treaty base: the part of the
// Extended Date/Time Format (EDTF, ISO 8601-2) that news and treaties need.
//
//	2022-02-22  2022-02  2022  202X  20XX  2022-XX-XX   a day, month, year, decade, century
//	2022-02-22T21:00:00+04:00                           an instant
//	2022-21 … 2022-24, 2022-33 … 36, 2022-40, 41        a season, quarter, half year
//	2020-11-09/2020-11-10  2022/..  ../2022             an interval, open at an end
//	2022-02~  2022?  2022%                              approximate, uncertain, both
//
// Every value is an interval of whole days, so that any two can be compared.
package edtf

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// ErrFormat is what Parse returns, wrapped, for what is no EDTF value that
// this package knows, and for days that do not exist.
var ErrFormat = errors.New("not an EDTF date")

// An Interval is an EDTF value as the days that it may mean, the last one
// included. An open or unknown end is Earliest or Latest.
type Interval struct {
	First, Last Day
	Approximate bool      // "~": about then
	Uncertain   bool      // "?": perhaps then
	Time        time.Time // the instant, where a time of day is given; in UTC unless the value names a zone
}

// Parse reads one EDTF value.
func Parse(s string) (Interval, error) {
	a, b, two := strings.Cut(s, "/")
	if !two {
		return parseDate(s)
	}
	x, err := parseEnd(a, Earliest)
	if err != nil {
		return x, err
	}
	y, err := parseEnd(b, Latest)
	if err != nil {
		return y, err
	}
	if y.Last < x.First {
		return Interval{}, fmt.Errorf("%q ends before it starts: %w", s, ErrFormat)
	}
	return Interval{First: x.First, Last: y.Last, Approximate: x.Approximate || y.Approximate,
		Uncertain: x.Uncertain || y.Uncertain, Time: x.Time}, nil
}

func parseEnd(s string, open Day) (Interval, error) {
	if s == ".." || s == "" {
		return Interval{First: open, Last: open}, nil
	}
	return parseDate(s)
}

func parseDate(s string) (Interval, error) {
	rest, x := qualifier(s)
	var ok bool
	if day, clock, timed := strings.Cut(rest, "T"); timed {
		x.First, x.Last, ok = parseDays(day)
		if ok = ok && x.First == x.Last; ok {
			x.Time, ok = parseClock(day, clock)
		}
	} else {
		x.First, x.Last, ok = parseDays(rest)
	}
	if !ok {
		return Interval{}, fmt.Errorf("%q: %w", s, ErrFormat)
	}
	return x, nil
}

// qualifier strips the mark at the end of s that says how sure the date is.
func qualifier(s string) (string, Interval) {
	if s == "" {
		return s, Interval{}
	}
	switch s[len(s)-1] {
	case '~':
		return s[:len(s)-1], Interval{Approximate: true}
	case '?':
		return s[:len(s)-1], Interval{Uncertain: true}
	case '%':
		return s[:len(s)-1], Interval{Approximate: true, Uncertain: true}
	}
	return s, Interval{}
}

var clocks = []string{"15:04:05Z07:00", "15:04:05", "15:04Z07:00", "15:04"}

func parseClock(day, clock string) (time.Time, bool) {
	for _, layout := range clocks {
		if t, err := time.Parse("2006-01-02T"+layout, day+"T"+clock); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// parseDays reads a date without time or qualifier.
func parseDays(s string) (first, last Day, ok bool) {
	if len(s) < 4 || strings.Trim(s, "0123456789X-") != "" {
		return 0, 0, false
	}
	year, rest := s[:4], s[4:]
	lo, hi, ok := span(year)
	if !ok || lo == 0 && hi == 0 {
		return 0, 0, false
	}
	rest = strings.TrimSuffix(strings.TrimSuffix(rest, "-XX"), "-XX") // all of the year or month
	switch {
	case rest == "":
		return days(max(lo, 1), 1, 1, hi, 12)
	case lo != hi:
		return 0, 0, false
	case len(rest) == 3 && rest[0] == '-':
		if m, _, ok := span(rest[1:]); ok {
			return part(lo, m)
		}
	case len(rest) == 6 && rest[0] == '-' && rest[3] == '-':
		m, _, ok1 := span(rest[1:3])
		d, d2, ok2 := span(rest[4:])
		day, ok := DayOf(lo, m, d)
		return day, day, ok && ok1 && ok2 && d == d2
	}
	return 0, 0, false
}

// span reads digits of which the last may be X, as the least and the greatest
// number that they can mean.
func span(s string) (lo, hi int, ok bool) {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'X' && i > 0:
			lo, hi = lo*10, hi*10+9
		case '0' <= c && c <= '9' && lo == hi:
			lo, hi = lo*10+int(c-'0'), hi*10+int(c-'0')
		default:
			return 0, 0, false
		}
	}
	return lo, hi, true
}

// part returns the days of a month (1 to 12), season (21 to 24, of the
// northern hemisphere, winter being that which begins in the year), quarter
// (33 to 36) or half (40, 41) of a year.
func part(year, n int) (first, last Day, ok bool) {
	switch {
	case 1 <= n && n <= 12:
		return days(year, n, 1, year, n)
	case 21 <= n && n <= 23:
		return days(year, 3*(n-20), 1, year, 3*(n-20)+2)
	case n == 24:
		return days(year, 12, 1, year+1, 2)
	case 33 <= n && n <= 36:
		return days(year, 3*(n-33)+1, 1, year, 3*(n-33)+3)
	case n == 40 || n == 41:
		return days(year, 6*(n-40)+1, 1, year, 6*(n-40)+6)
	}
	return 0, 0, false
}

// days returns the days from a date to the last of a month.
func days(y, m, d, toYear, toMonth int) (first, last Day, ok bool) {
	first, ok = DayOf(y, m, d)
	last, ok2 := DayOf(toYear, toMonth, DaysIn(toYear, toMonth))
	return first, last, ok && ok2
}
