package timex

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"pacta/edtf"
)

//go:embed holidays.txt
var holidaysText string

// A feast is a day with a name.
type feast struct {
	name         string
	month, day   int // day 0: the nth weekday instead
	nth, weekday int
	afterMonday  bool // the weekday after the first Monday, as election day in the United States
	easter       bool
	offset       int // days after Easter
}

var holidays = readHolidays(holidaysText)

func readHolidays(text string) []feast {
	var out []feast
	for line := range strings.Lines(text) {
		name, rule, ok := strings.Cut(strings.TrimSpace(line), " = ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		out = append(out, readHoliday(name, rule))
	}
	return out
}

func readHoliday(name, rule string) feast {
	h := feast{name: name}
	if m, d, fixed := strings.Cut(rule, "-"); fixed && len(m) == 2 && len(d) == 2 {
		h.month, h.day = atoi(m), atoi(d)
		return h
	}
	f := strings.Fields(rule)
	if f[0] == "easter" {
		h.easter, h.offset = true, atoi(f[1])
		return h
	}
	h.month, h.nth, h.weekday, h.afterMonday = atoi(f[0]), atoi(f[1]), atoi(f[2]), len(f) > 3
	return h
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic("timex: holidays: " + err.Error())
	}
	return n
}

// holidayRules writes the names as rules of the grammar.
func holidayRules() string {
	var b strings.Builder
	for i, h := range holidays {
		name := strings.NewReplacer("'s", " ' s", "s'", "s '", ".", " .").Replace(h.name)
		fmt.Fprintf(&b, "holiday: %s => holiday=%d if capital\n", name, i)
	}
	return b.String()
}

// in returns the day of h in a year.
func (h *feast) in(year int) (edtf.Day, bool) {
	switch {
	case h.easter:
		d, ok := easter(year)
		return d + edtf.Day(h.offset), ok
	case h.day > 0:
		return edtf.DayOf(year, h.month, h.day)
	case h.nth < 0:
		d, ok := edtf.DayOf(year, h.month, edtf.DaysIn(year, h.month))
		return d - edtf.Day((d.Weekday()-h.weekday+7)%7), ok
	}
	first, ok := edtf.DayOf(year, h.month, 1)
	want := h.weekday
	if h.afterMonday {
		want = 1
	}
	d := first + edtf.Day((want-first.Weekday()+7)%7+7*(h.nth-1))
	return d + edtf.Day(h.weekday-want), ok
}

// easter returns Easter Sunday of the Gregorian calendar, after the method of
// Meeus, Jones and Butcher.
func easter(y int) (edtf.Day, bool) {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	j, k := c/4, c%4
	m := (a + 11*h) / 319
	r := (2*e + 2*j - k - h + m + 32) % 7
	month := (h - m + r + 90) / 25
	day := (h - m + r + month + 19) % 32
	return edtf.DayOf(y, month, day)
}
