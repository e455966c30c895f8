package reason

import (
	"strconv"
	"strings"

	"pacta/edtf"
)

// period returns from when and until when p binds, as far as sources say:
// from the signing of its instrument or the day on which it was said, until
// the instrument ended or its term ran out.
func (w *world) period(p *promise) (first, last edtf.Day) {
	first, last = edtf.Earliest, edtf.Latest
	spoken := p.Layer == "assurance" || p.Layer == "demand"
	if p.inst != nil && !spoken {
		if d, ok := earliest(p.inst.Signed); ok {
			first = d
		}
		for _, s := range p.inst.Status {
			if s.State != "terminated" && s.State != "expired" {
				continue
			}
			if d, err := edtf.Parse(string(s.Date)); err == nil {
				last = d.Last
			}
		}
	} else if d, err := edtf.Parse(string(p.Date)); err == nil {
		first = d.First
	}
	if n := months(string(p.Duration)); n > 0 && first != edtf.Earliest {
		last = min(last, first.AddMonths(n))
	}
	return first, last
}

// meet reports whether p and q bind at one time, as far as is known.
func meet(p, q *promise) bool { return p.first <= q.last && q.first <= p.last }

var numerals = []string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
	"eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"}

// months reads a length of time, "for five years" or "P5Y", as months; 0 if it
// says none.
func months(duration string) int {
	if s, ok := strings.CutPrefix(duration, "P"); ok && len(s) > 1 {
		n, _ := strconv.Atoi(s[:len(s)-1])
		switch s[len(s)-1] {
		case 'Y':
			return 12 * n
		case 'M':
			return n
		}
		return 0
	}
	ts := tokenize(duration)
	for i := 1; i < len(ts); i++ {
		unit := 0
		switch {
		case strings.HasPrefix(ts[i].word, "year"):
			unit = 12
		case strings.HasPrefix(ts[i].word, "month"):
			unit = 1
		default:
			continue
		}
		if n, err := strconv.Atoi(ts[i-1].word); err == nil {
			return n * unit
		}
		for n, word := range numerals {
			if n > 0 && word == ts[i-1].word {
				return n * unit
			}
		}
	}
	return 0
}
