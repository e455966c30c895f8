package read

import (
	_ "embed"
	"strconv"
	"strings"
	"time"
)

//go:embed data/months.txt
var monthsFile string

// months maps the names in data/months.txt to their numbers.
var months = func() map[string]int {
	out := map[string]int{}
	for row := range rows(monthsFile) {
		f := strings.Fields(row)
		n, _ := strconv.Atoi(f[0])
		for _, name := range f[1:] {
			out[name] = n
		}
	}
	return out
}()

// weekdays holds the English and German names and abbreviations, lower case.
var weekdays = map[string]time.Weekday{
	"sunday": 0, "sun": 0, "sonntag": 0, "so": 0,
	"monday": 1, "mon": 1, "montag": 1, "mo": 1,
	"tuesday": 2, "tue": 2, "tues": 2, "dienstag": 2, "di": 2,
	"wednesday": 3, "wed": 3, "mittwoch": 3, "mi": 3,
	"thursday": 4, "thu": 4, "thur": 4, "thurs": 4, "donnerstag": 4, "do": 4,
	"friday": 5, "fri": 5, "freitag": 5, "fr": 5,
	"saturday": 6, "sat": 6, "samstag": 6, "sa": 6,
}

// fold lower-cases short words without allocating for ASCII and looks them up.
func fold[V any](table map[string]V, word string) (V, bool) {
	var buf [16]byte
	if len(word) > len(buf) {
		v, ok := table[strings.ToLower(word)]
		return v, ok
	}
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= 0x80 {
			v, ok := table[strings.ToLower(word)]
			return v, ok
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	v, ok := table[string(buf[:len(word)])]
	return v, ok
}

// monthIn returns the month that the run of letters [start, end) names.
func (r *reader) monthIn(start, end int) int {
	if end-start < 3 || end-start > 20 {
		return 0
	}
	m, _ := fold(months, r.text[start:end])
	return m
}

// stamp reads the date that the digits at i begin, or that the month before
// them begins.
func (r *reader) stamp(i int) (stamp, bool) {
	if c := r.at(i - 1); r.letter(i-1) && c < 0x80 || c == '_' || c == '/' || c == '@' || c == '=' {
		return stamp{}, false
	}
	v, n := r.number(i)
	s := stamp{hour: -1}
	s.Start = i
	ok := false
	switch {
	case n == 4 && v >= 1800 && v < 2200:
		ok = r.yearFirst(&s, i, v)
	case n == 8:
		s.year, s.month, s.day, s.End = v/10000, v/100%100, v%100, i+8
		ok = s.year >= 1900 && s.year < 2100 && !r.letter(s.End)
	case n == 1 || n == 2:
		ok = r.numeric(&s, i, v, n) || r.monthBefore(&s, i, v, n) || r.dayFirst(&s, i, v, n)
	}
	if !ok || s.day > 0 && !validDay(s.year, s.month, s.day) {
		return stamp{}, false
	}
	if s.day > 0 {
		r.weekdayBefore(&s)
		r.clockAfter(&s)
	}
	return s, true
}

// yearFirst reads "2021-05-03", "2021/5/3", "2021.05.03", "2021年5月3日" and,
// where a month stands before it, "May 2021"; else a year alone.
func (r *reader) yearFirst(s *stamp, i, year int) bool {
	s.year, s.End = year, i+4
	sep := r.at(i + 4)
	if strings.HasPrefix(r.text[i+4:r.end], "年") {
		m, n := r.number(i + 7)
		if n > 0 && strings.HasPrefix(r.text[i+7+n:r.end], "月") {
			d, k := r.number(i + 10 + n)
			s.month, s.day, s.End = m, d, i+10+n+k
			return k > 0
		}
	}
	if sep == '-' || sep == '/' || sep == '.' {
		m, n := r.number(i + 5)
		if (n == 1 || n == 2) && r.at(i+5+n) == sep {
			d, k := r.number(i + 6 + n)
			if (k == 1 || k == 2) && m >= 1 && m <= 12 {
				s.month, s.day, s.End = m, d, i+6+n+k
				return true
			}
		}
	}
	if start, end := r.before(i, "., "); start < end {
		if m := r.monthIn(start, end); m > 0 {
			s.month, s.Start = m, start
			return true
		}
	}
	// A comma or a full stop may be a thousands mark or a decimal point.
	return !(sep == ',' || sep == '.') || !r.digit(i+5)
}

// numeric reads "03.05.2021", "05/03/2021", "08-15-90".
func (r *reader) numeric(s *stamp, i, a, n int) bool {
	sep := r.at(i + n)
	if sep != '.' && sep != '/' && sep != '-' {
		return false
	}
	b, k := r.number(i + n + 1)
	if k < 1 || k > 2 || r.at(i+n+1+k) != sep {
		return false
	}
	y, l := r.number(i + n + k + 2)
	s.End = i + n + k + 2 + l
	if l != 4 && l != 2 || r.digit(s.End) || r.at(s.End) == sep && r.digit(s.End+1) {
		return false
	}
	if l == 2 {
		s.short = true
		if y += 2000; y >= 2070 {
			y -= 100
		}
	}
	s.year = y
	switch {
	case y < 1800 || y > 2200:
		return false
	case sep == '.' && b <= 12 || a > 12:
		s.day, s.month = a, b
		s.swap = a <= 12 && a != b && l == 4 && i == r.from
		if sep == '/' {
			s.order = 'd'
		}
	default:
		s.month, s.day = a, b
		if s.swap = b <= 12 && a != b; !s.swap && a != b && sep == '/' {
			s.order = 'm'
		}
	}
	return validDay(s.year, s.month, s.day)
}

// monthBefore reads "May 3, 2021", "Sept. 3rd 2021", "May 3-4, 2021", "May 3".
func (r *reader) monthBefore(s *stamp, i, day, n int) bool {
	start, end := r.before(i, ".")
	m := r.monthIn(start, end)
	if m == 0 || r.letter(start-1) {
		return false
	}
	at := r.ordinal(i + n)
	if r.at(at) == ':' && r.digit(at+1) {
		return false
	}
	s.month, s.day, s.Start, s.End = m, day, start, at
	if k := r.dash(at); k > at && r.digit(k) {
		if _, l := r.number(k); l <= 2 {
			at = k + l
			s.End = at
		}
	}
	if y, l := r.number(r.gap(at, ",.")); l == 4 && y >= 1800 && y < 2200 {
		s.year, s.End = y, r.gap(at, ",.")+4
	}
	return true
}

// dayFirst reads "3 May 2021", "3. Mai 2021", "3rd of May, 2021", "3 de mayo
// de 2021", "3-4 May 2021", "3 May".
func (r *reader) dayFirst(s *stamp, i, day, n int) bool {
	at := r.ordinal(i + n)
	if k := r.dash(at); k > at && r.digit(k) {
		if _, l := r.number(k); l <= 2 {
			at = k + l
		}
	}
	at = r.gap(at, ".-")
	if w := r.text[at:min(at+3, r.end)]; w == "of " || w == "de " {
		at += 3
	}
	end := r.word(at)
	m := r.monthIn(at, end)
	if m == 0 {
		return false
	}
	if r.at(end) == '.' {
		end++
	}
	s.month, s.day, s.End = m, day, end
	at = r.gap(end, ",-")
	if r.text[at:min(at+3, r.end)] == "de " {
		at += 3
	}
	if y, l := r.number(at); l == 4 && y >= 1800 && y < 2200 {
		s.year, s.End = y, at+4
	}
	return true
}

// ordinal returns the position after the ending of an ordinal number at i.
func (r *reader) ordinal(i int) int {
	if e := r.word(i); e == i+2 {
		switch strings.ToLower(r.text[i:e]) {
		case "st", "nd", "rd", "th":
			return e
		}
	}
	return i
}

// dash returns the position after the hyphen or dash at i, i if there is none.
func (r *reader) dash(i int) int {
	if r.at(i) == '-' {
		return i + 1
	}
	if strings.HasPrefix(r.text[min(i, r.end):r.end], "–") {
		return i + len("–")
	}
	return i
}

// weekdayBefore takes the name of a weekday before s into it.
func (r *reader) weekdayBefore(s *stamp) {
	start, end := r.before(s.Start, ",.")
	if end-start < 2 {
		return
	}
	if d, ok := fold(weekdays, r.text[start:end]); ok && !(end-start == 2 && r.at(end) != ' ' && r.at(end) != ',') {
		s.weekday, s.named, s.Start = d, true, start
	}
}

// rows yields the lines of a data file that are neither empty nor comments.
func rows(file string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for row := range strings.Lines(file) {
			if row = strings.TrimSpace(row); row == "" || row[0] == '#' {
				continue
			}
			if !yield(row) {
				return
			}
		}
	}
}
