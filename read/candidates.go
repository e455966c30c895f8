package read

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"pacta"
)

// A candidate is a whole date in the text that may be the day of publication.
// A score above 0 means that its line says so.
type candidate struct {
	stamp
	line  int
	score float64
	why   string
	head  bool // stands in the dateline with which the report begins
}

// maxCandidates bounds how many dates of running text are weighed, and half of
// how many in all: some texts are tables of dates.
const maxCandidates = 500

// epoch returns seconds or milliseconds since 1970 as a date-time.
func epoch(v string) string {
	n, err := strconv.ParseInt(v, 10, 64)
	if err != nil {
		return ""
	}
	if len(v) == 13 {
		n /= 1000
	}
	return time.Unix(n, 0).UTC().Format("2006-01-02T15:04:05Z")
}

// candidates returns the whole dates of the text with what their lines say for
// and against them, in text order.
func (l *layout) candidates(address string) []candidate {
	byURL, _ := urlDay(address)
	var out []candidate
	if c, ok := l.documentNumber(); ok {
		out = append(out, c)
	}
	for i := range l.lines {
		for _, s := range l.lines[i].stamps {
			if !s.whole() || len(out) >= maxCandidates && l.lines[i].prose {
				continue
			}
			if len(out) >= 2*maxCandidates {
				break
			}
			c := candidate{stamp: s, line: i}
			l.weigh(&c)
			out = append(out, c)
		}
	}
	l.settle(out, byURL)
	for i := range out {
		if byURL.whole() && out[i].time().Equal(byURL.time()) && out[i].score > -2 {
			out[i].score += 4
			out[i].why += ", and the address names the same day"
		}
	}
	l.banner(out)
	return out
}

// weigh scores c by its own line.
func (l *layout) weigh(c *candidate) {
	x := &l.lines[c.line]
	before := strings.ToLower(strings.Trim(l.text[max(x.Start, c.Start-40):c.Start], " :|-–—•·,(["))
	rest := x.Len() - c.Len()
	switch {
	case l.inDateline(c):
		c.score, c.why, c.head = 5, "stands in the dateline", true
		return
	case x.prose && len(x.text) > 500:
		c.score, c.why = -4, "stands in the running text"
		return
	case strings.Contains(x.text, "©") || strings.Contains(x.text, "opyright"):
		c.score, c.why = -5, "stands in a copyright line"
		return
	case l.isCaption(x.text):
		c.score, c.why = -5, "stands in the legend of a picture"
		return
	case endsWithCue(publishedCues, before):
		c.score, c.why = 9, "the line says that it is the day of publication"
	case endsWithCue(updatedCues, before):
		c.score, c.why = 5, "the line says that it is the day of a change"
	case x.prose:
		c.score, c.why = -4, "stands in the running text"
		return
	case rest <= 2:
		c.score, c.why = 6, "stands in a line of its own"
	case rest <= 45:
		c.score, c.why = 4.5, "stands in a line that is hardly more than the date"
	case rest <= 110:
		c.score, c.why = 2, "stands in a short line"
	default:
		c.score, c.why = 0.5, "stands in a line outside of the running text"
	}
	if c.hour >= 0 {
		c.score++
		c.why += ", with the time"
	}
	if c.short {
		c.score -= 1
	}
	l.place(c)
}

// place scores c by where its line stands.
func (l *layout) place(c *candidate) {
	switch {
	case c.line < l.first && (l.title < 0 || c.line >= l.title):
		c.score += 3
		c.why += ", between title and running text"
	case c.line < l.first:
		c.score += 1
		c.why += ", above the title"
	case c.line <= l.first+6:
		c.score += 1
	case c.line <= l.last:
		c.score -= 2
		c.why += ", amid the running text"
	default:
		c.score -= 2
		c.why += ", below the running text"
	}
	if n := l.datedNear(c.line); n >= 2 {
		c.score -= 3
		c.why += ", in a list of dated lines"
	}
}

// datedNear counts the other lines within five of i that hold another date and
// nothing much else.
func (l *layout) datedNear(i int) int {
	n := 0
	for j := max(0, i-5); j <= i+5 && j < len(l.lines); j++ {
		if j != i && !l.lines[j].prose && len(l.lines[j].text) < 40 && len(l.lines[j].stamps) > 0 && l.lines[j].stamps[0].whole() && l.lines[j].text != l.lines[i].text {
			n++
		}
	}
	return n
}

// banner turns down the day of the visit that some pages print on top: above
// the title, without a time, when another line below the title has a date too.
func (l *layout) banner(cs []candidate) {
	for i := range cs {
		b := &cs[i]
		if b.line > 12 || b.line >= l.first || b.hour >= 0 || b.score <= 0 || l.title >= 0 && b.line > l.title {
			continue
		}
		for j := range cs {
			c := &cs[j]
			// What comes in overnight bears the day before in its dateline.
			if c.head && b.time().Sub(c.time()) <= 3*24*time.Hour {
				continue
			}
			if c.line > b.line && c.score >= 4 && c.time().Before(b.time()) && (c.hour >= 0 || b.named || l.title >= 0 && c.line > l.title) {
				b.score, b.why = -1, fmt.Sprintf("day on top of the page, later than the %s further down: the day of the visit", c.date())
			}
		}
	}
}

// settle decides which of two numbers is the day and which the month.
func (l *layout) settle(cs []candidate, byURL stamp) {
	var dayFirst, monthFirst bool
	latest := time.Time{}
	for _, c := range cs {
		dayFirst = dayFirst || c.order == 'd'
		monthFirst = monthFirst || c.order == 'm'
		if !c.swap && !c.short && c.time().After(latest) {
			latest = c.time()
		}
	}
	for i := range cs {
		c := &cs[i]
		if !c.swap {
			continue
		}
		other := c.swapped()
		switch {
		case agrees(cs, other, byURL):
			c.stamp = other
		case agrees(cs, c.stamp, byURL):
		case monthFirst:
		case dayFirst:
			c.stamp = other
		case c.time().Before(latest) && !other.time().Before(latest) && other.time().Sub(latest) < 60*24*time.Hour:
			c.stamp = other
		}
	}
}

// agrees reports whether another date that is not in doubt is the day s.
func agrees(cs []candidate, s, byURL stamp) bool {
	if byURL.whole() && byURL.time().Equal(s.time()) {
		return true
	}
	for _, c := range cs {
		if !c.swap && c.time().Equal(s.time()) {
			return true
		}
	}
	return false
}

// documentNumber reads the day in the number that heads a wire story, such as
// "ABC19990203.1830.0711" or "AB990203-0044".
func (l *layout) documentNumber() (candidate, bool) {
	if len(l.lines) == 0 {
		return candidate{}, false
	}
	t := l.lines[0].text
	n := 0
	for n < len(t) && isASCIILetter(t[n]) {
		n++
	}
	r := reader{text: t, end: len(t)}
	v, digits := r.number(n)
	if n < 2 || n > 5 || digits != 8 && digits != 6 || strings.Contains(t, " ") {
		return candidate{}, false
	}
	if sep := r.at(n + digits); sep != '.' && sep != '-' && sep != 0 {
		return candidate{}, false
	}
	s := stamp{year: v / 10000, month: v / 100 % 100, day: v % 100, hour: -1}
	if digits == 6 {
		s.short = true
		if s.year += 1900; s.year < 1970 {
			s.year += 100
		}
	}
	if s.year < 1950 || s.year > 2100 || !validDay(s.year, s.month, s.day) {
		return candidate{}, false
	}
	at := l.lines[0].Start + n
	s.Span = pacta.Span{Start: at, End: at + digits}
	return candidate{stamp: s, line: 0, score: 3, why: "the number of the story begins with the day"}, true
}

// isCaption reports whether t is the legend of a picture.
func (l *layout) isCaption(t string) bool {
	if len(t) < 40 || len(t) > 1000 {
		return false
	}
	t = strings.ToLower(t)
	for _, c := range cues["caption"] {
		if strings.Contains(t, c) {
			return true
		}
	}
	return false
}

// endsWithCue reports whether t, lower case, ends with a cue of s.
func endsWithCue(s *cueSet, t string) bool {
	for n := 0; n < 4 && t != ""; n++ {
		k := len(t)
		for range n + 1 {
			if k = strings.LastIndexByte(t[:k], ' '); k < 0 {
				break
			}
		}
		if s.is(strings.Trim(t[k+1:], " :|-,(")) {
			return true
		}
		if k < 0 {
			break
		}
	}
	return false
}
