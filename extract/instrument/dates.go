package instrument

import (
	"slices"
	"strings"

	"pacta"
)

// siblings returns a phrase for every further date of a list: "the agreements
// of May 3, 1990 as well as June 4 and July 5, 1991" are three.
func (s *sentence) siblings(p *phrase) []*phrase {
	if !p.plural || p.date.value == "" {
		return nil
	}
	var out []*phrase
	for _, x := range s.dateList(p) {
		q := *p
		q.Span, q.first, q.last = x.Span, s.after(x.Start), s.after(x.End)
		q.date = dated{}
		q.title, q.args, q.listed, q.place = pacta.Span{}, nil, true, pacta.Span{}
		if s.setDate(&q, x); q.date.value == "" || q.date.Span == p.date.Span {
			continue
		}
		out = append(out, &q)
	}
	if len(out) > 0 {
		p.listed = true
		s.shareYears(p, out)
	}
	return slices.DeleteFunc(out, func(q *phrase) bool { q.certain(); return q.date.value == "" })
}

// dateList returns the dates that stand beside the first one of p: before the
// head or behind the phrase.
func (s *sentence) dateList(p *phrase) []pacta.Annotation {
	var out []pacta.Annotation
	for j := p.first; j < p.head; j++ {
		if x, ok := s.time(j); ok && x.Type == "DATE" && x.Span != p.date.Span && (len(out) == 0 || out[len(out)-1].Span != x.Span) {
			out = append(out, x)
		}
	}
	if p.date.End > s.span(p.first, p.last).End || s.after(p.date.End) != p.last {
		return out
	}
	for i := p.last; i < len(s.tokens); {
		if x, ok := s.time(i); ok && x.Type == "DATE" {
			out = append(out, x)
			i = max(s.after(x.End), i+1)
			continue
		}
		switch w := strings.ToLower(s.words(i)); w {
		case ",", "and", "as", "well", "of", "the", "on", "also":
			i++
		default:
			return out
		}
	}
	return out
}

// shareYears gives a date without a year the year of the next one in the list
// that has one: "May 3 and June 4, 1990".
func (s *sentence) shareYears(p *phrase, out []*phrase) {
	year := ""
	for i := len(out) - 1; i >= -1; i-- {
		q := p
		if i >= 0 {
			q = out[i]
		}
		words, v := q.date.Of(s.text), q.date.value
		if y := yearIn(words); y != "" {
			year = y
			continue
		}
		if year != "" && len(v) == 10 && v[4] == '-' {
			q.date.value = year + v[4:]
		}
	}
}

// certain forgets a date without a year.
func (p *phrase) certain() {
	if strings.HasPrefix(p.date.value, "X") {
		p.date = dated{}
	}
}

// yearIn returns the year that is written in words, "" if there is none.
func yearIn(words string) string {
	n := 0
	for i := 0; i <= len(words); i++ {
		if i < len(words) && '0' <= words[i] && words[i] <= '9' {
			n++
			continue
		}
		if n == 4 {
			return words[i-4 : i]
		}
		n = 0
	}
	return ""
}

// datesConflict reports whether two EDTF dates cannot be the same day: neither
// contains the other.
func datesConflict(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	a1, a2 := bounds(a)
	b1, b2 := bounds(b)
	return a2 < b1 || b2 < a1
}

// bounds returns the first and last day of an EDTF date or interval, in a form
// that sorts.
func bounds(v string) (from, to string) {
	from, to, ok := strings.Cut(v, "/")
	if !ok {
		to = from
	}
	from, to = strings.TrimRight(from, "~?%"), strings.TrimRight(to, "~?%")
	if to == "" || to == ".." {
		to = "9999"
	}
	return from + "-00-00"[min(len(from)-min(len(from), 4), 6):], to + "-99-99"[min(len(to)-min(len(to), 4), 6):]
}
