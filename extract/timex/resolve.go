package timex

import "pacta/edtf"

// resolve turns what x says into its value.
func (r *reader) resolve(x *found) {
	f := &x.f
	f.tidy()
	switch {
	case f.has(ref):
		f.put(typ, typeDate)
		x.value = refNames[f.get(ref)]
	case f.get(typ) == typeSet:
		x.value = string(f.appendSet(nil))
	case f.get(typ) == typeDuration || f.has(unit) && f.hasAny(count, vague) && !f.has(sign):
		f.put(typ, typeDuration)
		x.value = string(f.appendDuration(nil))
		if u := f.get(unit); u == months && f.get(count) > 300 || u == years {
			r.when.compared = years // "in the nine months": what a year before means
		}
	default:
		r.date(x)
	}
}

// tidy brings fields that the grammar fills from different words into one
// form.
func (f *frame) tidy() {
	if f.has(yy) && f.get(unit) != decades {
		f.put(year, fullYear(f.get(yy)))
	} else if f.has(yy) {
		f.put(decade, fullYear(f.get(yy))/10)
	}
	if f.get(unit) == decades && f.has(decade) {
		f.drop(unit)
	}
	if d := f.get(decade); d > 1000 {
		f.put(decade, d/10)
	}
	if f.has(tens) && !f.has(decade) {
		f.put(decade, 190+f.get(tens)/10)
	}
	if f.has(hhmm) {
		f.put(hour, f.get(hhmm)/100)
		f.put(minute, f.get(hhmm)%100)
	}
	if f.has(ampm) && f.has(hour) {
		f.put(hour, f.get(hour)%12+12*(f.get(ampm)-1))
	}
	if f.get(typ) == typeSet && f.has(ord) {
		f.put(count, 100*f.get(ord)) // "every second year"
	}
	if f.has(zh) {
		f.put(zone, f.get(sgn)*(60*f.get(zh)+f.get(zm)))
	}
}

// fullYear completes two digits of a year.
func fullYear(yy int) int {
	if yy < 40 {
		return 2000 + yy
	}
	return 1900 + yy
}

// date resolves a time on the calendar.
func (r *reader) date(x *found) {
	f := &x.f
	p, ok := r.point(x)
	if !ok {
		f.put(typ, typeDate)
		x.value = ""
		return
	}
	timed := f.hasAny(hour, part)
	f.put(typ, typeDate)
	var b [48]byte
	out := b[:0]
	if p.unit == 0 {
		if r.is(x.first, "the") && f.get(shift) == 0 && f.has(unit) {
			return // "the year" of no date is no date
		}
		out = f.appendVague(out)
		x.anchor = source{}
	} else {
		out = p.append(out)
		x.iv, x.hasDays = p.interval(), true
		r.clip(x)
		x.iv.Approximate = modNames[f.get(mod)] == "APPROX"
	}
	if timed && (p.unit == 0 || p.unit == days) {
		f.put(typ, typeTime)
		out = f.appendTime(out)
		x.setTime()
	}
	x.value = string(out)
	if p.unit != 0 {
		r.tell(x, p)
	}
}

// clip cuts the days of "earlier this week" and "later this year" at the
// publication date.
func (r *reader) clip(x *found) {
	at := r.when.published
	if at.unit != days || !x.iv.Contains(edtf.On(at.day)) {
		return
	}
	switch x.f.get(clip) {
	case -1:
		x.iv.Last = at.day
	case 1:
		x.iv.First = at.day
	}
}

// tell makes p the point that what follows may lean on. A year before is only
// looked back at.
func (r *reader) tell(x *found, p point) {
	if r.treaty || x.f.get(sign) < 0 && x.f.get(unit) == years {
		return
	}
	if now := r.when.published; p.unit == quarters && (now.unit == 0 || p.year() >= now.year()) {
		r.when.quarter, r.when.compared = p, quarters
	}
	if p.unit == days {
		r.when.day = source{p, x.Span}
	}
	r.when.story = source{p, x.Span}
}

func (p point) year() int {
	y, _, _ := p.day.Date()
	return y
}

// point finds the calendar unit that x means; a point without unit where the
// text and the anchors do not tell. False means that there is no such day.
func (r *reader) point(x *found) (point, bool) {
	f := &x.f
	switch {
	case f.has(sign):
		return r.distance(x)
	case f.has(unit) && f.has(shift):
		return r.deictic(x)
	case f.has(decade):
		d, ok := edtf.DayOf(f.get(decade)*10, 1, 1)
		return point{d, decades}, ok
	case f.has(century):
		d, ok := edtf.DayOf(max((f.get(century)-1)*100, 1), 1, 1)
		return point{d, centuries}, ok
	case f.has(year):
		return f.within(f.get(year))
	case f.hasAny(n1):
		return r.digits(x)
	case f.hasAny(month, quarter, half, season, holiday):
		return r.nameless(x)
	case f.has(weekday):
		return r.weekday(x)
	case f.has(day):
		return r.dayOfMonth(x)
	case f.hasAny(hour, part):
		return r.sameDay(x), true
	}
	return point{}, true
}

// within returns the part of a year that f names: a day, month, quarter, half,
// season or all of it.
func (f *frame) within(y int) (point, bool) {
	switch {
	case f.has(holiday):
		d, ok := holidays[f.get(holiday)].in(y)
		return point{d, days}, ok
	case f.has(month) && f.has(ord):
		return f.nth(y)
	case f.has(month) && f.has(day):
		d, ok := edtf.DayOf(y, f.get(month), f.get(day))
		return point{d, days}, ok
	case f.has(month):
		d, ok := edtf.DayOf(y, f.get(month), 1)
		return point{d, months}, ok
	case f.has(quarter):
		d, ok := edtf.DayOf(y, 3*f.get(quarter)-2, 1)
		return point{d, quarters}, ok
	case f.has(half):
		d, ok := edtf.DayOf(y, 6*f.get(half)-5, 1)
		return point{d, halves}, ok
	case f.has(season):
		d, ok := edtf.DayOf(y, 3*f.get(season), 1)
		return point{d, seasons}, ok
	}
	d, ok := edtf.DayOf(y, 1, 1)
	return point{d, years}, ok
}

// nth resolves "the third Thursday in November", and "the last".
func (f *frame) nth(y int) (point, bool) {
	n := edtf.DaysIn(y, f.get(month))
	from := 1 + 7*(f.get(ord)-1)
	if f.get(ord) < 0 {
		from = n - 6
	}
	d, ok := edtf.DayOf(y, f.get(month), from)
	if !ok {
		return point{}, false
	}
	d += edtf.Day((f.get(weekday) - d.Weekday() + 7) % 7)
	_, m, _ := d.Date()
	return point{d, days}, m == f.get(month)
}

// dayOfMonth resolves "on the 5th" in the month that is talked about.
func (r *reader) dayOfMonth(x *found) (point, bool) {
	base := r.when.from(relStory, days)
	if base.unit != days {
		return point{}, false
	}
	x.anchor = base
	y, m, _ := base.day.Date()
	d, ok := edtf.DayOf(y, m, x.f.get(day))
	return point{d, days}, ok
}

// sameDay returns the day of a time that names none: the story's, or the day
// of publication.
func (r *reader) sameDay(x *found) point {
	base := r.when.from(relStory, days)
	if base.unit != days {
		return point{}
	}
	x.anchor = base
	return base.point
}
