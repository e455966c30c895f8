package timex

import "pacta/edtf"

// deictic resolves "last week", "July last year", "Friday of next week".
func (r *reader) deictic(x *found) (point, bool) {
	f := &x.f
	u := f.get(unit)
	if u == quarters {
		if p, ok := r.quarter(x); ok {
			return p, true
		}
	}
	base := r.when.from(f.get(rel), u)
	switch {
	case f.get(rel) == relStated: // "the week of 6 March"
		base.point, _ = r.stated(x, unit)
	case u == weekends && f.get(shift) == 0:
		base.point = r.weekend(base.point, x.tense)
	}
	x.anchor = base
	p := base.floor(u).move(u, f.get(shift))
	switch {
	case p.unit == 0:
		return point{}, true
	case u == years && f.hasAny(month, quarter, half, season, holiday):
		return f.within(p.year())
	case (u == weeks || u == weekends) && f.has(weekday):
		return point{p.day + edtf.Day(f.get(weekday)-1), days}, true
	}
	return p, true
}

// stated resolves the date within x, without what is told against it.
func (r *reader) stated(x *found, without ...field) (point, bool) {
	y := found{f: x.f, tense: x.tense}
	for _, w := range without {
		y.f.drop(w)
	}
	return r.point(&y)
}

// quarter resolves the quarter that a report is about: "the quarter", "the
// latest quarter", "the 1988 quarter".
func (r *reader) quarter(x *found) (point, bool) {
	f, told := &x.f, r.when.quarter
	if f.has(year) {
		if told.unit == 0 {
			d, ok := edtf.DayOf(f.get(year), 1, 1)
			return point{d, years}, ok
		}
		_, m, _ := told.day.Date()
		d, ok := edtf.DayOf(f.get(year), m, 1)
		return point{d, quarters}, ok
	}
	if f.get(shift) != 0 || !r.is(x.first, "the") || !r.is(x.first+1, "quarter") && !r.is(x.first+1, "latest") {
		return point{}, false
	}
	if told.unit == 0 && x.tense != tenseFuture { // the last one that is over
		told = r.when.published.floor(quarters).move(quarters, -1)
	}
	return told, told.unit != 0
}

// distance resolves "two weeks ago", "a year earlier", "three days after 5 May".
func (r *reader) distance(x *found) (point, bool) {
	f := &x.f
	u, from := f.get(unit), f.get(rel)
	base := r.when.from(from, u)
	if from == relStated {
		without := []field{sign, unit}
		if f.hasAny(month, quarter, weekday, year) {
			without = without[:1]
		}
		p, ok := r.statedBase(x, without)
		if !ok {
			return p, false
		}
		base = source{point: p}
	}
	x.anchor = base
	switch {
	case f.has(vague): // "several years ago"
		f.put(ref, refPast)
		if f.get(sign) > 0 {
			f.put(ref, refFuture)
		}
		return point{}, true
	case base.unit == 0:
		return point{}, true
	case u < days:
		f.drop(part)
		return point{base.day, days}, true
	}
	n := f.get(sign) * f.get(count)
	if u == years && from != relStated && n == -100 && r.when.quarter.unit != 0 && r.when.compared == quarters {
		return r.when.quarter.move(years, -1), true // what the figures of a quarter are compared with
	}
	p := base.move(u, n/100)
	if n%100 != 0 && u >= quarters {
		p = p.move(months, n%100*monthsIn[u]/100)
	}
	return coarsen(p, u, from), true
}

// statedBase resolves the date that a distance is told from: "two days before
// yesterday".
func (r *reader) statedBase(x *found, without []field) (point, bool) {
	y := *x
	if y.f.has(shift) {
		y.f.put(unit, days)
		without = without[:1]
	}
	return r.stated(&y, without...)
}

// coarsen makes p as vague as the unit that it was counted in: "three years
// ago" is a year, not a day.
func coarsen(p point, u, from int) point {
	switch {
	case from == relAnchor && u > p.unit, from == relStory && u >= months && p.unit < u && p.unit != quarters:
		return p.floor(min(u, years))
	}
	return p
}
