package read

import (
	_ "embed"
	"fmt"
	"strings"

	"pacta"
)

//go:embed data/zones.txt
var zonesFile string

// zones maps the abbreviations in data/zones.txt to offsets.
var zones = func() map[string]string {
	out := map[string]string{}
	for row := range rows(zonesFile) {
		name, offset, _ := strings.Cut(row, " ")
		out[name] = offset
	}
	return out
}()

// A clockTime is a time of day with its zone, if that is stated.
type clockTime struct {
	pacta.Span
	hour, minute, second int
	zone                 string
}

// clock reads "15:04", "3:04:05 pm", "15:04 GMT", "11.20 a.m." at i.
func (r *reader) clock(i int) (clockTime, bool) {
	h, n := r.number(i)
	if n < 1 || n > 2 || h > 24 || r.digit(i-1) || r.at(i-1) == '/' {
		return clockTime{}, false
	}
	c := clockTime{hour: h}
	c.Start, c.End = i, i+n
	half := false
	if sep := r.at(c.End); sep == ':' || sep == '.' || sep == 'h' {
		m, k := r.number(c.End + 1)
		if k != 2 || m > 59 {
			return clockTime{}, false
		}
		c.minute, c.End = m, c.End+3
		if sec, k := r.number(c.End + 1); r.at(c.End) == ':' && k == 2 && sec < 60 {
			c.second, c.End = sec, c.End+3
			for r.at(c.End) == '.' && r.digit(c.End+1) {
				c.End = r.skip(c.End + 1)
			}
		}
		half = sep != ':'
	} else {
		half = true
	}
	if !r.halfDay(&c) && half || c.hour > 23 {
		return clockTime{}, false
	}
	r.zone(&c)
	return c, true
}

// halfDay reads "am", "p.m." and the like, and reports whether one is there.
func (r *reader) halfDay(c *clockTime) bool {
	at := r.gap(c.End, "")
	a := r.at(at) | 0x20
	if a != 'a' && a != 'p' {
		return false
	}
	k := at + 1
	if r.at(k) == '.' {
		k++
	}
	if r.at(k)|0x20 != 'm' || r.letter(k+1) {
		return false
	}
	if r.at(k+1) == '.' && r.at(at+1) == '.' {
		k++
	}
	if c.hour > 12 || c.hour == 0 {
		c.End = k + 1
		return true
	}
	c.hour %= 12
	if a == 'p' {
		c.hour += 12
	}
	c.End = k + 1
	return true
}

// zone reads "UTC", "(UTC +04:00)", "(UTC+3 MSK)", "Z", "+0400", "EDT".
func (r *reader) zone(c *clockTime) {
	at := r.gap(c.End, "")
	open := r.at(at) == '('
	if open {
		at = r.gap(at+1, "")
	}
	end := r.word(at)
	offset, known := "", false
	if end > at && end-at <= 5 && (isShouted(r.text[at:end]) || open) {
		offset, known = fold(zones, r.text[at:end])
		if !known {
			return
		}
		at = end
	}
	sign := r.gap(at, "")
	if s, e, ok := r.offset(sign); ok && (known || sign == c.End || r.at(c.End) == ' ' || open) {
		offset, at, known = s, e, true
	}
	if !known {
		return
	}
	c.End = at
	if open {
		for k := at; k < r.end && k < at+12; k++ {
			if r.text[k] == ')' {
				c.End = k + 1
				break
			}
		}
	}
	if offset == "+00:00" {
		offset = "Z"
	}
	c.zone = offset
}

// offset reads "+4", "+04:00", "-0530" at i.
func (r *reader) offset(i int) (string, int, bool) {
	sign := byte(0)
	switch {
	case r.at(i) == '+', r.at(i) == '-':
		sign = r.at(i)
		i++
	case strings.HasPrefix(r.text[min(i, r.end):r.end], "−"):
		sign = '-'
		i += len("−")
	default:
		return "", 0, false
	}
	h, n := r.number(i)
	m, end := 0, i+n
	switch {
	case n == 4:
		h, m = h/100, h%100
	case n != 1 && n != 2:
		return "", 0, false
	case r.at(end) == ':':
		if v, k := r.number(end + 1); k == 2 {
			m, end = v, end+3
		}
	}
	if h > 14 || m > 59 || r.letter(end) && r.at(end) < 0x80 || r.at(end) == '-' || r.at(end) == '/' {
		return "", 0, false
	}
	return fmt.Sprintf("%c%02d:%02d", sign, h, m), end, true
}

// clockAfter takes the time of day that follows s into it.
func (r *reader) clockAfter(s *stamp) {
	at := s.End
	if r.at(at) == 'T' && r.digit(at+1) {
		at++
	} else {
		at = r.gap(at, ",|-@/")
		for _, w := range [...]string{"·", "•", "–", "—", "at ", "um ", "à "} {
			if strings.HasPrefix(r.text[min(at, r.end):r.end], w) {
				at = r.gap(at+len(w), "")
			}
		}
	}
	if c, ok := r.clock(at); ok {
		s.setClock(c)
		s.End = c.End
		return
	}
	// Wire services print four digits and the zone without a space: 1337EDT.
	if v, n := r.number(at); n == 4 && v/100 < 24 && v%100 < 60 {
		if end := r.word(at + 4); end > at+4 && end-at <= 8 {
			if z, ok := fold(zones, r.text[at+4:end]); ok {
				s.hour, s.minute, s.zone, s.End = v/100, v%100, z, end
			}
		}
	}
}
