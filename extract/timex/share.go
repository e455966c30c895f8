package timex

import (
	"slices"

	"pacta/edtf"
)

// share completes lists and ranges of the chunk whose members say the month or
// the year once: "9-10 May", "May 9 and 10, 2020", "11 January and 26 May 2021",
// "1994-96".
func (r *reader) share(from int) {
	for i := from; i < len(r.found); i++ {
		x := &r.found[i]
		switch {
		case x.f.has(month) && x.f.has(day) && !x.f.hasAny(sign, shift, holiday, hour, part, ord):
			i += r.left(i)
			i += r.right(i)
		case x.f.has(year) && !x.f.hasAny(month, quarter, season, half):
			r.yearAfter(i)
		}
	}
	for i := len(r.found) - 2; i >= from; i-- {
		r.yearFrom(i, i+1)
		r.ended(i, i+1)
		r.dayFrom(i, i+1)
	}
}

// joins reports whether atom i joins two members of a list or range.
func (r *reader) joins(i int) bool {
	return r.is(i, "-") || r.is(i, "to") || r.is(i, "and") || r.is(i, "or") || r.is(i, ",") || r.is(i, "through") || r.is(i, "until")
}

// right finds the days after "May 9" in "May 9-10", "May 9 and 10, 2020", and
// returns how many.
func (r *reader) right(i int) int {
	for n := 0; ; n++ {
		x := &r.found[i+n]
		at := x.end + 1
		if x.f.has(year) || !r.joins(at-1) || !r.at(at).is(classDom) || !r.dayEnds(at) {
			return n
		}
		y := found{first: at, end: at + 1}
		y.f = x.f
		y.f.drop(weekday)
		y.f.put(day, r.at(at).value(classDom))
		if s := r.at(y.end); s.glued && s.is(classSuffix) {
			y.end++
		}
		if j := y.end; r.at(j).is(classYYYY) {
			y.end = j + 1
			y.f.put(year, int(r.at(j).num))
		} else if r.is(j, ",") && r.at(j+1).is(classYYYY) {
			y.end = j + 2
			y.f.put(year, int(r.at(j+1).num))
		}
		for k := i + n + 1; k < len(r.found) && r.found[k].first < y.end; {
			r.found = slices.Delete(r.found, k, k+1) // "2020" alone is a part of it
		}
		r.insert(i+n+1, y)
	}
}

// dayEnds reports whether the number at atom i can be a further day of a list.
func (r *reader) dayEnds(i int) bool {
	next := r.at(i + 1)
	if next.is(classSuffix) && next.glued {
		i++
		next = r.at(i + 1)
	}
	switch {
	case next.is(classCounted), next.is(classUnits), next.is(classUnit), next.is(classMonth), next.is(classMonthAbbr), next.glued && next.digits > 0:
		return false
	case next.glued && r.at(i+2).glued && r.at(i+2).digits > 0:
		return false // 10:30, 10.5, 10,000
	case r.is(i-1, "-"):
		return true
	case r.is(i-1, ","):
		return (r.is(i+1, "and") || r.is(i+1, "or") || r.is(i+1, ",")) && r.at(i+2).is(classDom) && r.dayEnds(i+2)
	}
	return next.end == 0 || next.digits == 4 || next.is(classYearPrep) || r.is(i+1, ",") || r.is(i+1, ".") || r.is(i+1, ")") || r.is(i+1, ";")
}

// left finds the days before "10 May" in "9-10 May", "from 9 to 10 May", and
// returns how many.
func (r *reader) left(i int) int {
	n := 0
	for {
		x := &r.found[i]
		at, join := x.first-2, x.first-1
		if r.at(at).is(classSuffix) && r.at(at).glued {
			at-- // "3rd to 5th March"
		}
		own, the := x.first, r.is(x.first, "the")
		if the {
			own++
		}
		if !r.at(own).is(classDom) || at < 0 || !r.joins(join) || !r.at(at).is(classDom) {
			return n
		}
		loose := r.is(join, "and") || r.is(join, "or") || r.is(join, ",")
		if p := r.at(at - 1); loose && p.end != 0 && !p.is(classYearPrep) && !r.is(at-1, "on") && !r.is(at-1, "the") && !r.is(at-1, ",") || p.is(classCurrency) {
			return n
		}
		if i > 0 && r.found[i-1].End > r.at(at).start && r.found[i-1].Start <= r.at(at).start {
			return n
		}
		y := found{f: x.f, first: at, end: join}
		if the && r.is(at-1, "the") {
			y.first--
		}
		y.f.drop(weekday)
		y.f.put(day, int(r.at(at).num))
		r.insert(i, y)
		n++
	}
}

// yearAfter finds the second year in "1994-96".
func (r *reader) yearAfter(i int) {
	x := &r.found[i]
	at := x.end + 1
	a := r.at(at)
	if !r.is(x.end, "-") && !r.is(x.end, "/") || !r.at(x.end).glued || !a.glued || a.digits != 2 || int(a.num) <= x.f.get(year)%100 || r.at(at+1).glued && (r.is(at+1, "-") || r.is(at+1, "/") || r.at(at+1).letters) {
		return
	}
	y := found{f: x.f, first: at, end: at + 1}
	y.f.put(year, x.f.get(year)/100*100+int(a.num))
	r.insert(i+1, y)
}

func (r *reader) insert(i int, y found) {
	y.Start, y.End = r.at(y.first).start, r.at(y.end-1).end
	r.found = slices.Insert(r.found, i, y)
}

// ended gives "the quarter ended June 30" the quarter of that day.
func (r *reader) ended(i, j int) {
	x, y := &r.found[i], &r.found[j]
	if x.f.get(unit) != quarters || !x.f.has(shift) || !y.f.has(month) || y.first-x.end != 1 || !(r.is(x.end, "ended") || r.is(x.end, "ending")) {
		return
	}
	x.f.drop(unit)
	x.f.drop(shift)
	x.f.put(quarter, (y.f.get(month)+2)/3)
	if y.f.has(year) {
		x.f.put(year, y.f.get(year))
	}
}

// dated are the fields that say on which day a time of day is.
var dated = []field{year, yy, month, day, weekday, holiday, unit, shift, dir, ord, rel, n1, n2, n3}

// dayFrom gives a time without a day that of what follows: "10:30 local time
// (08:30 GMT) on Thursday", "from 9 a.m. to 5 p.m. Friday".
func (r *reader) dayFrom(i, j int) {
	x, y := &r.found[i], &r.found[j]
	if !x.f.hasAny(hour, hhmm) || x.f.hasAny(dated...) || !y.f.hasAny(day, weekday, shift, holiday) || y.f.hasAny(count, every, vague) || y.first-x.end > 3 {
		return
	}
	if y.f.has(shift) && y.f.get(unit) != days {
		return
	}
	for k := x.end; k < y.first; k++ {
		if !r.is(k, "(") && !r.is(k, ")") && !r.is(k, "on") && !r.is(k, ",") && !r.joins(k) {
			return
		}
	}
	for _, d := range dated {
		if y.f.has(d) {
			x.f.put(d, y.f.get(d))
		}
	}
}

// yearFrom gives the expression i the year of its right neighbour j in a list
// or range: "11 January and 26 May 2021".
func (r *reader) yearFrom(i, j int) {
	x, y := &r.found[i], &r.found[j]
	if x.f.has(year) || !y.f.has(year) || !x.f.has(month) || !y.f.has(month) || x.f.hasAny(sign, shift, dir) || y.first-x.end != 1 || !r.joins(x.end) {
		if !(y.first-x.end == 2 && r.is(x.end, ",") && r.joins(x.end+1)) || x.f.has(year) || !y.f.has(year) || !x.f.has(month) || x.f.hasAny(sign, shift, dir) {
			return
		}
	}
	n := y.f.get(year)
	if x.f.get(month) > y.f.get(month) {
		n--
	}
	x.f.put(year, n)
}

// ranges gives both ends of a range the days from one to the other.
func (r *reader) ranges(from int) {
	for i := from; i+1 < len(r.found); i++ {
		x, y := &r.found[i], &r.found[i+1]
		if y.first-x.end != 1 || !x.hasDays || !y.hasDays || y.iv.Last < x.iv.First || x.hasRange {
			continue
		}
		to := r.is(x.end, "-") || r.is(x.end, "to") || r.is(x.end, "through") || r.is(x.end, "until") || r.is(x.end, "till")
		if to || r.is(x.end, "and") && r.is(x.first-1, "between") {
			x.rng = edtf.Interval{First: x.iv.First, Last: y.iv.Last}
			y.rng, x.hasRange, y.hasRange = x.rng, true, true
		}
	}
}
