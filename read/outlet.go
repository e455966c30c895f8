package read

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"pacta"
)

// A name is a word about the outlet in the text, with its weight: residue of
// the outlet's own page weighs more than what the text says of "told X".
type name struct {
	pacta.Span
	value  string
	why    string
	weight int
}

// outlet finds the outlet: handed over, stated by the page, before the title,
// in the dateline, or in what the text says of itself.
func (p *page) outlet(l *layout) {
	if f, ok := p.take("outlet", squeeze); ok {
		f.Span = l.ownName(f.Value)
		p.doc.Outlet = f
		return
	}
	names := l.outlets()
	host := hostOf(p.doc.URL)
	best, top := -1, 0
	for i := range names {
		score := names[i].weight
		for j := range names {
			if i != j && related(names[i].value, names[j].value) {
				score += 2
			}
		}
		if host != "" && namesHost(names[i].value, host) {
			score += 4
		} else if host != "" && names[i].why == holder {
			score -= 3 // a publishing house, an agency for pictures, an author
		}
		if score > top || score == top && best >= 0 && len(names[i].value) > len(names[best].value) && related(names[i].value, names[best].value) {
			best, top = i, score
		}
	}
	f := pacta.Field{Basis: pacta.None, Why: "the text does not name its outlet"}
	if top >= 4 {
		n := names[best]
		f = pacta.Field{Value: n.value, Basis: pacta.Stated, Span: n.Span, Why: n.why}
	} else if site := siteOf(p.doc.URL); site != "" {
		f = pacta.Field{Value: site, Basis: pacta.Derived, Why: "the host of the address; the text does not name its outlet"}
	}
	for i, n := range names {
		if (i != best || top < 4) && n.value != f.Value && len(f.Rejected) < maxRejected {
			f.Rejected = append(f.Rejected, pacta.Candidate{Value: n.value, Span: n.Span, Why: n.why})
		}
	}
	p.doc.Outlet = f
}

// ownName returns where the head of the text has value.
func (l *layout) ownName(value string) pacta.Span {
	for i := 0; i < len(l.lines) && i <= max(l.title, 10); i++ {
		if k := strings.Index(l.lines[i].text, value); k >= 0 {
			return pacta.Span{Start: l.lines[i].Start + k, End: l.lines[i].Start + k + len(value)}
		}
	}
	return pacta.Span{}
}

// hostOf returns the letters of the host of an address.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return letters(strings.TrimPrefix(u.Hostname(), "www."))
}

// siteOf returns the host of an address without "www.", "" if it has none.
func siteOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// letters returns the lower-case letters and digits of s.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// related reports whether two names are one, or one begins with the other.
func related(a, b string) bool {
	a, b = letters(a), letters(b)
	return a != "" && b != "" && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}

// maxNames bounds how many words about the outlet are weighed.
const maxNames = 32

// outlets returns what the text says about its outlet. It does so in its first
// and last paragraphs; in between, others are quoted.
func (l *layout) outlets() []name {
	var out []name
	for i := range l.lines {
		x := &l.lines[i]
		if len(out) > maxNames {
			break
		}
		if !x.prose || x.Len() < 120 {
			out = l.residue(out, i)
		}
		if i > l.title && i < l.first {
			out = l.credit(out, i)
		}
		if i == l.first || i == l.first+1 {
			out = l.dateline(out, x)
		}
		if i >= l.first && i < l.first+3 || i > l.last-2 && i <= l.last {
			out = l.selfReference(out, x.Span)
		}
	}
	return out
}

// residue reads "Follow us on Twitter @Handle", "… at Outlet's WhatsApp
// channel" and copyright lines.
func (l *layout) residue(out []name, i int) []name {
	x := &l.lines[i]
	if n := strings.IndexByte(x.text, '@'); n >= 0 && (n == 0 || x.text[n-1] == ' ') && shareCues.begins(strings.ToLower(x.text)) {
		s := pacta.Span{Start: x.Start + n + 1, End: x.Start + n + 1}
		for s.End < x.End && (isWordByte(l.text[s.End]) || l.text[s.End] == '_') {
			s.End++
		}
		if v := fromHandle(s.Of(l.text)); v != "" {
			out = append(out, name{s, v, "the page asks to follow @" + s.Of(l.text), 4})
		}
	}
	for _, mark := range [...]string{"'s ", "’s "} {
		n := strings.Index(x.text, mark)
		if n < 0 {
			continue
		}
		rest := strings.ToLower(x.text[n+len(mark):])
		for _, c := range cues["channel"] {
			if strings.HasPrefix(rest, c) {
				if s := capitalsBefore(l.text, x.Start, x.Start+n); s.Len() > 0 {
					out = append(out, name{s, squeeze(s.Of(l.text)), "the page invites to its " + c, 5})
				}
				break
			}
		}
	}
	if n := strings.Index(x.text, "©"); n >= 0 && len(x.text) < 200 {
		out = l.copyright(out, x, n+len("©"))
	}
	return out
}

// holder is why a name may be that of the outlet.
const holder = "holder of the copyright"

// copyright reads the holder in "© 2031 The Example Post. All rights reserved".
func (l *layout) copyright(out []name, x *line, at int) []name {
	s := pacta.Span{Start: x.Start + at, End: x.End}
	for s.Start < s.End {
		c := l.text[s.Start]
		if isASCIILetter(c) && !strings.HasPrefix(l.text[s.Start:s.End], "Copyright") || c >= 0x80 && c != 0xc2 && c != 0xe2 {
			break
		}
		if strings.HasPrefix(l.text[s.Start:s.End], "Copyright") {
			s.Start += len("Copyright") - 1
		}
		s.Start++
	}
	s.End = capitalsAfter(l.text, s.Start, s.End)
	if s.Len() < 3 || s.Len() > 60 {
		return out
	}
	v := squeeze(s.Of(l.text))
	if low := strings.ToLower(v); low == "all" || strings.HasPrefix(low, "all rights") || strings.HasPrefix(low, "copyright") {
		return out
	}
	return append(out, name{s, v, holder, 4})
}

// namesHost reports whether a name is that of a host, given as its letters: all
// of it but an article, or one of its long words.
func namesHost(name, host string) bool {
	if strings.Contains(host, letters(strings.TrimPrefix(name, "The "))) {
		return true
	}
	for w := range strings.FieldsSeq(name) {
		if l := letters(w); len(l) >= 5 && strings.HasPrefix(host, l) {
			return true
		}
	}
	return false
}

// fromHandle makes a name of a handle: words with capitals inside are kept
// together, a country code at the end is left out.
func fromHandle(h string) string {
	if len(h) < 3 || strings.ToLower(h) == h && strings.ContainsAny(h, "0123456789") {
		return ""
	}
	if n := len(h); n > 5 && unicode.IsUpper(rune(h[n-2])) && !unicode.IsUpper(rune(h[n-3])) {
		h = h[:n-2]
	}
	return strings.ReplaceAll(strings.Trim(h, "_"), "_", " ")
}

// dateline reads the agency in "CITY, May 3 (Agency) --" and "CITY, May 3,
// Agency:" at the beginning of the running text.
func (l *layout) dateline(out []name, x *line) []name {
	t := x.text[:min(len(x.text), 120)]
	if open := strings.IndexByte(t, '('); open > 3 && open < 60 {
		end := strings.IndexByte(t[open:], ')')
		rest := ""
		if end > 2 && end < 30 {
			rest = strings.TrimLeft(t[open+end+1:], " ")
		}
		if strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—") || strings.HasPrefix(rest, "_") {
			s := pacta.Span{Start: x.Start + open + 1, End: x.Start + open + end}
			return append(out, name{s, s.Of(l.text), "in the dateline", 5})
		}
	}
	// The place in capitals, the day, then the agency and a colon or dash.
	if len(x.stamps) > 0 && x.stamps[0].day > 0 && x.stamps[0].Start-x.Start < 50 && isShouted(firstWord(t)) && len(firstWord(t)) > 2 {
		s := pacta.Span{Start: x.stamps[0].End, End: x.stamps[0].End}
		for s.Start < x.End && strings.IndexByte(" ,./", l.text[s.Start]) >= 0 {
			s.Start++
		}
		s.End = capitalsAfter(l.text, s.Start, x.End)
		if c := l.text[min(s.End, x.End-1)]; s.Len() > 2 && s.Len() < 40 && (c == ':' || c == '/') {
			return append(out, name{s, s.Of(l.text), "in the dateline", 5})
		}
	}
	return out
}

func firstWord(t string) string {
	if n := strings.IndexAny(t, " ,"); n >= 0 {
		return t[:n]
	}
	return t
}

// capitalsBefore returns the capitalised words that end at end.
func capitalsBefore(text string, from, end int) pacta.Span {
	s := pacta.Span{Start: end, End: end}
	for at := end; at > from; {
		k := strings.LastIndexByte(text[from:at], ' ')
		start := from + k + 1
		r, _ := utf8.DecodeRuneInString(text[start:])
		if !unicode.IsUpper(r) || at < end && strings.ContainsAny(text[at-1:at], ".,:;!?\"”") {
			break
		}
		s.Start = start
		if k < 0 {
			break
		}
		at = start - 1
	}
	return s
}

// capitalsAfter returns the end of the capitalised words that begin at start.
func capitalsAfter(text string, start, limit int) int {
	end := start
	for at := start; at < limit; {
		r, _ := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsUpper(r) {
			break
		}
		n := strings.IndexAny(text[at:limit], " ,.;:!?()\"”|/\u00a0")
		if n < 0 {
			return limit
		}
		end = at + n
		if text[end] != ' ' {
			break
		}
		at = end + 1
	}
	return end
}
