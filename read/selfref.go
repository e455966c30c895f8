package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pacta"
)

const (
	selfBytes  = 4 << 10   // of a paragraph that are searched for the outlet
	otherBytes = 256 << 10 // of a text that are searched for what else bears its name
)

// selfReference reads, in running text, "told Outlet.", "Earlier, Outlet
// reported", "Outlet reports." and "in an interview with Outlet". Agencies that
// everybody quotes are no evidence, nor is anybody whom the text speaks of.
func (l *layout) selfReference(out []name, s pacta.Span) []name {
	s.End = min(s.End, s.Start+selfBytes)
	t := s.Of(l.text)
	interview, report := strings.Contains(t, "interview "), strings.Contains(t, "report")
	for at, n := 0, 0; n < 3; n++ {
		k := strings.Index(t[at:], "told ")
		if k < 0 {
			break
		}
		at += k + len("told ")
		if at == len("told ") || t[at-len("told ")-1] == ' ' {
			out = l.addressed(out, s.Start+at, s.End, "told ")
		}
	}
	for _, cue := range [...]string{"interview with ", "interview to "} {
		if !interview {
			break
		}
		if k := strings.Index(t, cue); k >= 0 {
			out = l.addressed(out, s.Start+k+len(cue), s.End, cue)
		}
	}
	for _, cue := range [...]string{"reported", "reports", "informs"} {
		if cue != "informs" && !report {
			continue
		}
		k := strings.Index(t, cue)
		if k < 2 || t[k-1] != ' ' {
			continue
		}
		k--
		if before, ok := strings.CutSuffix(t[:k], " earlier"); ok {
			out = l.reporting(out, s, s.Start+len(before), " earlier "+cue)
			continue
		}
		out = l.reporting(out, s, s.Start+k, " "+cue)
	}
	return out
}

// addressed reads the outlet that somebody spoke to, from at on.
func (l *layout) addressed(out []name, at, end int, cue string) []name {
	if strings.HasPrefix(l.text[at:end], "the ") {
		return out
	}
	n := pacta.Span{Start: at, End: capitalsAfter(l.text, at, end)}
	if !l.couldBeOutlet(n) {
		return out
	}
	if c := l.text[min(n.End, len(l.text)-1)]; n.End < end && c != '.' && c != ',' && !strings.HasPrefix(l.text[n.End:], " in an ") {
		return out
	}
	return append(out, name{n, n.Of(l.text), "somebody “" + cue + n.Of(l.text) + "”", 3})
}

// reporting reads the outlet that speaks of its own reports: at the end of a
// sentence ("…, Outlet reports."), or with "earlier".
func (l *layout) reporting(out []name, s pacta.Span, at int, cue string) []name {
	n := capitalsBefore(l.text, s.Start, at)
	earlier := strings.Contains(cue, "earlier") || strings.HasPrefix(l.text[at+len(cue):s.End], " earlier")
	if start := max(s.Start, n.Start-10); strings.HasSuffix(strings.ToLower(l.text[start:n.Start]), "earlier, ") {
		earlier = true
	}
	if strings.HasPrefix(n.Of(l.text), "Earlier ") {
		n.Start, earlier = n.Start+len("Earlier "), true
	}
	if !l.couldBeOutlet(n) {
		return out
	}
	after := l.text[min(at+len(cue), s.End):s.End]
	closing := n.Start >= s.Start+2 && l.text[n.Start-2] == ',' && (after == "" || strings.HasPrefix(after, ".") || strings.HasPrefix(after, " citing") || strings.HasPrefix(after, " with reference"))
	if !earlier && !closing {
		return out
	}
	return append(out, name{n, n.Of(l.text), "the text says “" + strings.TrimSpace(l.text[n.Start:at+len(cue)]) + "”", 4})
}

// couldBeOutlet reports whether the name n is one that the text does not use
// for anybody who acts in it, and no agency that everybody quotes.
func (l *layout) couldBeOutlet(n pacta.Span) bool {
	v := n.Of(l.text)
	r, _ := utf8.DecodeRuneInString(v)
	if n.Len() < 3 || n.Len() > 40 || !unicode.IsUpper(r) || agencyCues.is(strings.ToLower(v)) || strings.Count(v, " ") > 3 {
		return false
	}
	for _, w := range strings.Fields(v) {
		low := strings.ToLower(w)
		if officeCues.is(low) || english[low] && low != "the" {
			return false
		}
		if _, ok := weekdays[low]; ok {
			return false
		}
		if _, ok := months[low]; ok {
			return false
		}
	}
	return l.others(n, v) == 0
}

// others counts where else the beginning of the text has v with no sign that
// it is an outlet.
func (l *layout) others(n pacta.Span, v string) int {
	text := l.text[:min(len(l.text), otherBytes)]
	count := 0
	for at := 0; count == 0; {
		k := strings.Index(text[at:], v)
		if k < 0 {
			break
		}
		k += at
		at = k + len(v)
		if k == n.Start || k > 0 && isWordByte(text[k-1]) || at < len(text) && isWordByte(text[at]) {
			continue
		}
		if !l.inResidue(k) && !asOutlet(text[max(0, k-16):k], text[at:min(len(text), at+12)]) {
			count++
		}
	}
	return count
}

// asOutlet reports whether the words before and after a name take it for an
// outlet.
func asOutlet(before, after string) bool {
	for _, b := range [...]string{"told ", "interview with ", "at "} {
		if strings.HasSuffix(before, b) {
			return true
		}
	}
	for _, a := range [...]string{" reported", " reports", " News"} {
		if strings.HasPrefix(after, a) {
			return true
		}
	}
	return false
}

// inResidue reports whether the byte at lies outside of the running text.
func (l *layout) inResidue(at int) bool {
	return l.first < len(l.lines) && (at < l.lines[l.first].Start || at >= l.lines[l.last].End)
}
