package read

import (
	"fmt"
	"time"

	"pacta"
)

// A stamp is a date as header lines print it: whole or in part, perhaps with
// the time of day and its zone. What is not stated is 0, an hour not stated -1.
type stamp struct {
	pacta.Span
	year, month, day     int
	hour, minute, second int
	zone                 string // "Z", "+04:00" or ""
	weekday              time.Weekday
	named                bool // the weekday is stated
	swap                 bool // numeric, and day and month may change places
	order                byte // 'd' or 'm', whichever stands first in slashes for sure
	short                bool // the year has two digits
}

// whole reports whether s names a day of a year.
func (s stamp) whole() bool { return s.year > 0 && s.month > 0 && s.day > 0 }

// date returns s as an EDTF day, month or year, "" if the year is missing.
func (s stamp) date() string {
	switch {
	case s.year == 0:
		return ""
	case s.month == 0:
		return fmt.Sprintf("%04d", s.year)
	case s.day == 0:
		return fmt.Sprintf("%04d-%02d", s.year, s.month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", s.year, s.month, s.day)
}

// edtf returns s as an EDTF date, or date-time where a time is stated.
func (s stamp) edtf() string {
	if s.hour < 0 || !s.whole() {
		return s.date()
	}
	return fmt.Sprintf("%sT%02d:%02d:%02d%s", s.date(), s.hour, s.minute, s.second, s.zone)
}

// swapped returns s with day and month the other way round.
func (s stamp) swapped() stamp {
	s.month, s.day = s.day, s.month
	return s
}

// time returns the day of s at midnight UTC, to count days with.
func (s stamp) time() time.Time {
	return time.Date(s.year, time.Month(s.month), s.day, 0, 0, 0, 0, time.UTC)
}

// validDay reports whether there is such a day; year 0 allows 29 February.
func validDay(y, m, d int) bool {
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return false
	}
	if y == 0 {
		y = 2000
	}
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Day() == d
}

// stampsIn returns the dates within s, in text order. Everything that it knows
// has a digit in it, so it looks at nothing else.
func stampsIn(text string, s pacta.Span) []stamp { return appendStamps(nil, text, s) }

// appendStamps is stampsIn into a slice that others are in already.
func appendStamps(out []stamp, text string, s pacta.Span) []stamp {
	first := len(out)
	var clock clockTime // a time of day that stands before its date
	r := reader{text: text, from: s.Start, end: s.End}
	for at := s.Start; at < s.End; {
		if c := text[at]; c < '0' || c > '9' {
			at++
			continue
		}
		if c, ok := r.clock(at); ok {
			clock, at = c, c.End
			continue
		}
		x, ok := r.stamp(at)
		if !ok {
			at = r.skip(at)
			continue
		}
		at = x.End
		if clock.End > 0 && x.hour < 0 && x.Start-clock.End <= 4 && x.Start >= clock.End {
			x.setClock(clock)
			x.Start = clock.Start
		}
		if n := len(out); n > first && out[n-1].sameDay(x) && x.Start-out[n-1].End <= 3 {
			out[n-1].merge(x)
			continue
		}
		out = append(out, x)
	}
	return out
}

// sameDay reports whether t repeats the day of s without its year, as in
// "2021-05-03 3 May 09:15".
func (s stamp) sameDay(t stamp) bool {
	return s.whole() && s.hour < 0 && t.year == 0 && s.month == t.month && s.day == t.day
}

func (s *stamp) merge(t stamp) {
	s.End, s.hour, s.minute, s.second, s.zone = t.End, t.hour, t.minute, t.second, t.zone
}

func (s *stamp) setClock(c clockTime) {
	s.hour, s.minute, s.second, s.zone = c.hour, c.minute, c.second, c.zone
}

// A reader reads dates out of a stretch of text.
type reader struct {
	text      string
	from, end int
}

func (r *reader) at(i int) byte {
	if i < r.from || i >= r.end {
		return 0
	}
	return r.text[i]
}

func (r *reader) digit(i int) bool { c := r.at(i); return '0' <= c && c <= '9' }

// letter takes every byte outside of ASCII for a part of a letter, but for
// no-break spaces.
func (r *reader) letter(i int) bool {
	c := r.at(i)
	if c < 0x80 {
		return isASCIILetter(c)
	}
	return !(c == 0xc2 && r.at(i+1) == 0xa0) && !(c == 0xa0 && r.at(i-1) == 0xc2)
}

// number returns the number at i and how many digits it has, 9 at most.
func (r *reader) number(i int) (value, digits int) {
	for r.digit(i+digits) && digits < 9 {
		value = value*10 + int(r.text[i+digits]-'0')
		digits++
	}
	return value, digits
}

// skip returns the end of the number, telephone number, version or address
// that begins at i.
func (r *reader) skip(i int) int {
	for r.digit(i) || (r.at(i) != 0 && (r.at(i) == '.' || r.at(i) == '-' || r.at(i) == '/' || r.at(i) == ':') && r.digit(i+1)) {
		i++
	}
	return i
}

// gap returns the first position from i on that is neither a space, no-break
// spaces included, nor one of also.
func (r *reader) gap(i int, also string) int {
next:
	for i < r.end {
		c := r.text[i]
		if c == ' ' || c == '\t' {
			i++
			continue
		}
		if c == 0xc2 && r.at(i+1) == 0xa0 {
			i += 2
			continue
		}
		for j := 0; j < len(also); j++ {
			if c == also[j] {
				i++
				continue next
			}
		}
		return i
	}
	return i
}

// word returns the end of the run of letters at i.
func (r *reader) word(i int) int {
	for r.letter(i) {
		i++
	}
	return i
}

// before returns the run of letters that ends just before i, spaces and the
// bytes in also aside.
func (r *reader) before(i int, also string) (start, end int) {
back:
	for i > r.from {
		c := r.text[i-1]
		if c == ' ' {
			i--
			continue
		}
		if c == 0xa0 && r.at(i-2) == 0xc2 {
			i -= 2
			continue
		}
		for j := 0; j < len(also); j++ {
			if c == also[j] {
				i--
				continue back
			}
		}
		break
	}
	start = i
	for start > r.from && r.letter(start-1) {
		start--
	}
	return start, i
}
