package edtf

import "math"

// A Day is a calendar day of the proleptic Gregorian calendar, counted from
// 1 January 1970, which is 0. Days can be compared and subtracted.
type Day int32

// The days at the open ends of an interval.
const (
	Earliest Day = math.MinInt32
	Latest   Day = math.MaxInt32
)

var before = [13]int{0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334}

// IsLeap reports whether year has a 29 February.
func IsLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// DaysIn returns the number of days of a month, 0 when there is no such month.
func DaysIn(year, month int) int {
	switch month {
	case 1, 3, 5, 7, 8, 10, 12:
		return 31
	case 4, 6, 9, 11:
		return 30
	case 2:
		if IsLeap(year) {
			return 29
		}
		return 28
	}
	return 0
}

// DayOf returns the day of a date, and false when there is no such date, as
// with 31 April or a year outside of 1 to 9999.
func DayOf(year, month, day int) (Day, bool) {
	if year < 1 || year > 9999 || day < 1 || day > DaysIn(year, month) {
		return 0, false
	}
	y := year - 1
	n := y*365 + y/4 - y/100 + y/400 + before[month] + day
	if month > 2 && IsLeap(year) {
		n++
	}
	return Day(n - 719163), true
}

// Date returns year, month and day of d.
func (d Day) Date() (year, month, day int) {
	n := int(d) + 719162 // days since 1 January of year 1
	n400 := n / 146097
	n -= n400 * 146097
	n100 := min(n/36524, 3)
	n -= n100 * 36524
	n4 := n / 1461
	n -= n4 * 1461
	n1 := min(n/365, 3)
	n -= n1 * 365
	year = n400*400 + n100*100 + n4*4 + n1 + 1
	month = 1
	for n >= DaysIn(year, month) {
		n -= DaysIn(year, month)
		month++
	}
	return year, month, n + 1
}

// Weekday returns 1 for Monday to 7 for Sunday, as ISO 8601 counts.
func (d Day) Weekday() int { return int(((d+3)%7+7)%7) + 1 }

// Week returns the ISO 8601 week of d and the year that the week belongs to.
func (d Day) Week() (year, week int) {
	thursday := d + Day(4-d.Weekday())
	year, _, _ = thursday.Date()
	first, _ := DayOf(year, 1, 1)
	return year, int(thursday-first)/7 + 1
}

// WeekStart returns the Monday of an ISO 8601 week, and false when the year
// has no such week.
func WeekStart(year, week int) (Day, bool) {
	d, ok := DayOf(year, 1, 4) // 4 January is always in week 1
	if !ok || week < 1 {
		return 0, false
	}
	d += Day(1-d.Weekday()) + Day(7*(week-1))
	y, w := d.Week()
	return d, y == year && w == week
}

// AddMonths returns d moved by n months; a day that the month lacks becomes
// its last, so that 31 January and one month is 28 or 29 February.
func (d Day) AddMonths(n int) Day {
	y, m, day := d.Date()
	m += n - 1
	y += m / 12
	if m %= 12; m < 0 {
		m, y = m+12, y-1
	}
	to, _ := DayOf(y, m+1, min(day, DaysIn(y, m+1)))
	return to
}

// String returns the day as ISO 8601 writes it: 2022-02-22, and ".." for an
// open end.
func (d Day) String() string {
	if d == Earliest || d == Latest {
		return ".."
	}
	return string(d.append(nil))
}

func (d Day) append(b []byte) []byte {
	y, m, day := d.Date()
	b = appendYear(b, y)
	b = append(b, '-', byte('0'+m/10), byte('0'+m%10))
	return append(b, '-', byte('0'+day/10), byte('0'+day%10))
}

func appendYear(b []byte, y int) []byte {
	return append(b, byte('0'+y/1000%10), byte('0'+y/100%10), byte('0'+y/10%10), byte('0'+y%10))
}
