package timex

import (
	"pacta"
	"pacta/edtf"
)

// A point is a calendar unit: the day it begins with, and how long it is.
type point struct {
	day  edtf.Day
	unit int // 0: nothing known
}

// A source is a point with the words of the text that told it; the publication
// date has none.
type source struct {
	point
	pacta.Span
}

// An anchor is what times are told against.
type anchor struct {
	published point
	story     source // the last date that the text told
	day       source // the last day that it told
	quarter   point  // the last quarter that it told, the one that reports are about
	compared  int    // what the last figures were of: quarters or years
}

// anchorOf reads Document.Published as far as it is precise.
func anchorOf(published string) anchor {
	x, err := edtf.Parse(published)
	if err != nil || x.IsOpen() {
		return anchor{}
	}
	p := point{x.First, days}
	y1, m1, _ := x.First.Date()
	y2, m2, _ := x.Last.Date()
	switch {
	case x.Last-x.First < 4:
		p.day = x.Last
	case y1 == y2 && m1 == m2:
		p.unit = months
	case y1 == y2:
		p.unit = years
	default:
		return anchor{}
	}
	return anchor{published: p}
}

// from returns what a number of units is told against. Days and weeks are
// counted from a day.
func (a *anchor) from(rel, unit int) source {
	if rel == relStory && unit <= weeks && a.day.unit != 0 {
		return a.day
	}
	if rel == relStory && a.story.unit != 0 && unit > weeks {
		return a.story
	}
	return source{point: a.published}
}

// floor returns the unit that p lies in; a point that is longer than the unit
// gives none.
func (p point) floor(unit int) point {
	if p.unit == 0 || p.unit > unit && !(p.unit == weeks && unit == weekends) {
		return point{}
	}
	y, m, _ := p.day.Date()
	at := func(y, m int) point {
		d, _ := edtf.DayOf(y, m, 1)
		return point{d, unit}
	}
	switch unit {
	case days:
		return point{p.day, days}
	case weekends, weeks:
		return point{p.day - edtf.Day(p.day.Weekday()-1), unit}
	case months:
		return at(y, m)
	case quarters:
		return at(y, (m-1)/3*3+1)
	case halves:
		return at(y, (m-1)/6*6+1)
	case years:
		return at(y, 1)
	case decades:
		return at(max(y/10*10, 1), 1)
	case centuries:
		return at(max(y/100*100, 1), 1)
	case millennia:
		return at(max(y/1000*1000, 1), 1)
	}
	return point{}
}

// monthsIn is how many months a unit from months on has.
var monthsIn = [...]int{months: 1, quarters: 3, seasons: 3, halves: 6, years: 12, decades: 120, centuries: 1200, millennia: 12000}

// daysIn is how many days a unit below months has.
var daysIn = [...]int{days: 1, weekends: 7, weeks: 7, fortnight: 14}

// move returns p moved by n units.
func (p point) move(unit, n int) point {
	switch {
	case p.unit == 0:
	case unit >= months:
		p.day = p.day.AddMonths(n * monthsIn[unit])
	case unit >= days:
		p.day += edtf.Day(n * daysIn[unit])
	}
	return p
}

// interval returns the days of p.
func (p point) interval() edtf.Interval {
	x := edtf.On(p.day)
	switch {
	case p.unit == weekends:
		x = edtf.Interval{First: p.day + 5, Last: p.day + 6}
	case p.unit >= months:
		x.Last = p.day.AddMonths(monthsIn[p.unit]) - 1
	case p.unit >= days:
		x.Last = p.day + edtf.Day(daysIn[p.unit]) - 1
	}
	return x
}

// append writes the TIMEX3 value of p.
func (p point) append(b []byte) []byte {
	y, m, _ := p.day.Date()
	switch p.unit {
	case days:
		return append(b, p.day.String()...)
	case weeks, weekends:
		wy, w := p.day.Week()
		b = append(appendYear(b, wy), '-', 'W', byte('0'+w/10), byte('0'+w%10))
		if p.unit == weekends {
			b = append(b, "-WE"...)
		}
		return b
	case months:
		return append(appendYear(b, y), '-', byte('0'+m/10), byte('0'+m%10))
	case quarters:
		return append(appendYear(b, y), '-', 'Q', byte('1'+(m-1)/3))
	case seasons:
		return append(append(appendYear(b, y), '-'), seaNames[seasonOf(m)]...)
	case halves:
		return append(appendYear(b, y), '-', 'H', byte('1'+(m-1)/6))
	case decades:
		return appendYear(b, y)[:len(b)+3]
	case centuries:
		return appendYear(b, y)[:len(b)+2]
	case millennia:
		return appendYear(b, y)[:len(b)+1]
	}
	return appendYear(b, y)
}

func appendYear(b []byte, y int) []byte {
	return append(b, byte('0'+y/1000%10), byte('0'+y/100%10), byte('0'+y/10%10), byte('0'+y%10))
}

// seasonOf returns the season that begins in a month, of the northern
// hemisphere.
func seasonOf(month int) int {
	switch month {
	case 3:
		return 1
	case 6:
		return 2
	case 9:
		return 3
	}
	return 4
}
