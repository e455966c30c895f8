package timex

import (
	"strconv"
	"time"
)

// unitLetters are the TIMEX3 designators; those below days stand behind a T.
var unitLetters = [...]string{second: "S", minutes: "M", hours: "H", days: "D", weekends: "WE", weeks: "W", months: "M",
	quarters: "Q", halves: "M", years: "Y"}

// appendDuration writes a length of time: P2W, PT5H30M, P2Y6M, PXD.
func (f *frame) appendDuration(b []byte) []byte {
	u, n := f.get(unit), f.get(count)
	if f.get(upto) == 50 {
		n += 50
	}
	b = append(b, 'P')
	if u == 0 {
		return append(b, "XX"...)
	}
	if u < days {
		b = append(b, 'T')
	}
	if f.has(vague) {
		return append(append(b, 'X'), letter(u)...)
	}
	switch u {
	case fortnight:
		u, n = weeks, 2*n
	case halves:
		u, n = months, 6*n
	case decades:
		u, n = years, 10*n
	case centuries:
		u, n = years, 100*n
	case millennia:
		u, n = years, 1000*n
	}
	return appendAmount(b, u, n)
}

func letter(u int) string {
	switch u {
	case fortnight:
		return "W"
	case decades:
		return "DE"
	case centuries:
		return "CE"
	case millennia:
		return "ML"
	}
	return unitLetters[u]
}

// half is what half a unit is in the next smaller one.
var halfUnit = [...]string{minutes: "30S", hours: "30M", years: "6M"}

// appendAmount writes n hundredths of a unit.
func appendAmount(b []byte, u, n int) []byte {
	whole, rest := n/100, n%100
	if rest == 50 && u < len(halfUnit) && halfUnit[u] != "" {
		if whole > 0 {
			b = append(strconv.AppendInt(b, int64(whole), 10), unitLetters[u]...)
		}
		return append(b, halfUnit[u]...)
	}
	b = strconv.AppendInt(b, int64(whole), 10)
	if rest != 0 {
		b = append(b, '.', byte('0'+rest/10))
		if rest%10 != 0 {
			b = append(b, byte('0'+rest%10))
		}
	}
	return append(b, unitLetters[u]...)
}

// appendSet writes a time that comes back.
func (f *frame) appendSet(b []byte) []byte {
	switch {
	case !f.has(every) && f.has(part):
		return f.appendTime(append(b, "XXXX-XX-XX"...))
	case !f.has(every):
		return f.appendDuration(b)
	}
	b = f.appendVague(b)
	if f.has(part) {
		b = f.appendTime(b)
	}
	return b
}

// appendVague writes a calendar time with X for what is not known.
func (f *frame) appendVague(b []byte) []byte {
	two := func(n int) { b = append(b, '-', byte('0'+n/10), byte('0'+n%10)) }
	if f.has(ref) {
		return append(b, refNames[f.get(ref)]...)
	}
	if f.has(year) {
		b = appendYear(b, f.get(year))
	} else {
		b = append(b, "XXXX"...)
	}
	switch u := f.get(unit); {
	case f.has(month):
		if two(f.get(month)); f.has(day) {
			two(f.get(day))
		}
	case f.has(quarter):
		b = append(b, '-', 'Q', byte('0'+f.get(quarter)))
	case f.has(half):
		b = append(b, '-', 'H', byte('0'+f.get(half)))
	case f.has(season):
		b = append(append(b, '-'), seaNames[f.get(season)]...)
	case f.has(weekday):
		b = append(b, "-WXX-"...)
		b = append(b, byte('0'+f.get(weekday)))
	case f.has(holiday) && holidays[f.get(holiday)].day > 0:
		two(holidays[f.get(holiday)].month)
		two(holidays[f.get(holiday)].day)
	case u == weeks || u == fortnight:
		b = append(b, "-WXX"...)
	case u == weekends:
		b = append(b, "-WXX-WE"...)
	case u == quarters:
		b = append(b, "-QX"...)
	case u == months:
		b = append(b, "-XX"...)
	case u <= days:
		b = append(b, "-XX-XX"...)
	}
	return b
}

// appendTime writes the time of day, with the zone where it is told in digits.
func (f *frame) appendTime(b []byte) []byte {
	two := func(n int) { b = append(b, byte('0'+n/10), byte('0'+n%10)) }
	b = append(b, 'T')
	if !f.has(hour) {
		return append(b, partNames[f.get(part)]...)
	}
	two(f.get(hour))
	b = append(b, ':')
	two(f.get(minute))
	if f.has(sec) {
		b = append(b, ':')
		two(f.get(sec))
	}
	if f.has(zh) {
		b = time.Unix(0, 0).In(time.FixedZone("", 60*f.get(zone))).AppendFormat(b, "Z07:00")
	}
	return b
}

// setTime makes the interval of x an instant where its zone is known.
func (x *found) setTime() {
	f := &x.f
	if !x.hasDays || !f.has(hour) || !f.has(zone) {
		return
	}
	y, m, d := x.iv.First.Date()
	loc := time.FixedZone("", 60*f.get(zone))
	x.iv.Time = time.Date(y, time.Month(m), d, f.get(hour), f.get(minute), f.get(sec), 0, loc)
}
