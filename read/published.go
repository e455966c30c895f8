package read

import (
	"net/url"
	"strconv"
	"strings"

	"pacta"
)

// published finds the day of publication: handed over, stated by the page,
// stated in a line of its own, or concluded. "Not stated" is an answer.
func (p *page) published(l *layout) {
	d := &p.doc
	if f, ok := p.take("published", edtf); ok {
		d.Published = f
		d.Published.Span = l.says(f.Value)
		return
	}
	cs := l.candidates(d.URL)
	if d.Genre == pacta.GenreTreaty {
		l.onlyAbove(cs)
	}
	best := -1
	for i := range cs {
		if cs[i].score > 0 && (best < 0 || cs[i].score > cs[best].score) {
			best = i
		}
	}
	if best >= 0 {
		d.Published = pacta.Field{Value: cs[best].edtf(), Basis: pacta.Stated, Span: cs[best].Span, Why: cs[best].why}
		d.Published.Rejected = rejected(cs, best)
		return
	}
	if f, ok := l.derive(d.URL, cs); ok {
		d.Published = f
		d.Published.Rejected = append(d.Published.Rejected, rejected(cs, -1)...)
		return
	}
	d.Published = pacta.Field{Basis: pacta.None, Why: "no line states when it was published, and nothing lets conclude it", Rejected: rejected(cs, -1)}
}

// onlyAbove turns down what stands within an instrument: the days there are
// those of its signature or of what it provides for.
func (l *layout) onlyAbove(cs []candidate) {
	for i := range cs {
		if cs[i].line >= min(l.first, 10) && cs[i].score > 0 {
			cs[i].score, cs[i].why = 0, "stands within the text of the instrument"
		}
	}
}

// maxRejected bounds how many dates a document keeps that were not taken.
const maxRejected = 8

// rejected returns the other candidates for the day, in text order.
func rejected(cs []candidate, best int) []pacta.Candidate {
	var out []pacta.Candidate
	for i, c := range cs {
		if i == best || best >= 0 && c.date() == cs[best].date() || len(out) == maxRejected {
			continue
		}
		out = append(out, pacta.Candidate{Value: c.date(), Span: c.Span, Why: c.why})
	}
	return out
}

// says returns the first date in the text that names the day of the EDTF value.
func (l *layout) says(value string) pacta.Span {
	if len(value) < 10 {
		return pacta.Span{}
	}
	for i := range l.lines {
		if l.lines[i].prose {
			continue
		}
		for _, s := range l.lines[i].stamps {
			if s.date() == value[:10] {
				return s.Span
			}
		}
	}
	return pacta.Span{}
}

// edtf returns a date that was handed over as EDTF: as it is if it is EDTF
// already, else read like a date line; "" if it is no date.
func edtf(v string) string {
	v = strings.TrimSpace(v)
	if isEDTF(v) {
		return v
	}
	if len(v) == 10 && strings.Trim(v, "0123456789") == "" || len(v) == 13 && strings.Trim(v, "0123456789") == "" {
		return epoch(v)
	}
	for _, s := range stampsIn(v, pacta.Span{End: len(v)}) {
		if d := s.edtf(); d != "" {
			return d
		}
	}
	return ""
}

// isEDTF reports whether v is shaped like an EDTF date, date-time or interval.
func isEDTF(v string) bool {
	if len(v) < 4 || strings.Trim(v, "0123456789-:TZ+/~?%X.") != "" {
		return false
	}
	a, b, interval := strings.Cut(v, "/")
	return isEDTFDate(a) && (!interval || b == ".." || b == "" || isEDTFDate(b))
}

func isEDTFDate(v string) bool {
	v = strings.TrimRight(v, "~?%")
	day, clock, timed := strings.Cut(v, "T")
	parts := strings.Split(day, "-")
	if len(parts[0]) != 4 || len(parts) > 3 || timed && (len(parts) != 3 || len(clock) < 5) {
		return false
	}
	for _, x := range parts[1:] {
		if len(x) != 2 {
			return false
		}
	}
	if strings.ContainsAny(day, ":+Z.") {
		return false
	}
	if len(parts) < 3 {
		return true
	}
	y, _ := strconv.Atoi(parts[0])
	m, errMonth := strconv.Atoi(parts[1])
	d, errDay := strconv.Atoi(parts[2])
	return errMonth != nil || errDay != nil || validDay(y, m, d)
}

// urlDay returns the day that the path of an address names, as in
// /2031/05/03/ or -20310503.html.
func urlDay(address string) (stamp, bool) {
	u, err := url.Parse(address)
	if err != nil || address == "" {
		return stamp{}, false
	}
	path := strings.NewReplacer("/", " ", "_", " ").Replace(u.Path)
	parts := strings.Fields(path)
	for i, x := range parts {
		if len(x) == 4 && i+2 < len(parts) && strings.Trim(x, "0123456789") == "" {
			if s := stampsIn(x+"-"+parts[i+1]+"-"+parts[i+2], pacta.Span{End: len(x) + len(parts[i+1]) + len(parts[i+2]) + 2}); len(s) == 1 && s[0].whole() {
				s[0].Span = pacta.Span{}
				return s[0], true
			}
		}
		for _, s := range stampsIn(strings.TrimLeft(x, "-"), pacta.Span{End: len(strings.TrimLeft(x, "-"))}) {
			if s.whole() {
				s.Span = pacta.Span{}
				return s, true
			}
		}
	}
	return stamp{}, false
}
