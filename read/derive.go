package read

import (
	"fmt"
	"strings"
	"time"

	"pacta"
)

// hints are what a text without a date line says of its day.
type hints struct {
	year        int        // of a line of categories or the like
	yearSpan    pacta.Span //
	day         stamp      // a day without its year, near the beginning
	weekday     time.Weekday
	weekdaySpan pacta.Span
	thisWeek    pacta.Span
	today       pacta.Span
	other       map[time.Weekday]bool // weekdays that the text names later
}

// derive concludes the day of publication from a dateline, from weekdays, days
// without a year and a year elsewhere, or from the address. It says how.
func (l *layout) derive(address string, cs []candidate) (pacta.Field, bool) {
	h := l.hints(address)
	if f, ok := l.fromDateline(h); ok {
		return f, true
	}
	if f, ok := l.fromWeekday(h); ok {
		return f, true
	}
	if s, ok := urlDay(address); ok {
		return pacta.Field{Value: s.date(), Basis: pacta.Derived, Why: "the address of the page names the day"}, true
	}
	return pacta.Field{}, false
}

// hints collects what can be concluded from.
func (l *layout) hints(address string) hints {
	h := hints{weekday: -1, other: map[time.Weekday]bool{}}
	if s, ok := urlDay(address); ok {
		h.year = s.year
	}
	for i := range l.lines {
		x := &l.lines[i]
		for _, s := range x.stamps {
			if !x.prose && s.year > 0 && s.day == 0 && h.year == 0 && len(x.text) < 60 && i != l.title {
				h.year, h.yearSpan = s.year, s.Span
			}
			if s.day > 0 && s.year == 0 && h.day.day == 0 && i <= l.first+2 {
				h.day = s
			}
		}
		if x.prose || l.isCaption(x.text) {
			h.words(l.text, x.Span, i <= l.first)
		}
	}
	return h
}

// words looks for names of weekdays, "this week" and "today" in s; lead says
// that s is the first paragraph.
func (h *hints) words(text string, s pacta.Span, lead bool) {
	r := reader{text: text, from: s.Start, end: s.End}
	for at := s.Start; at < s.End; {
		if !r.letter(at) {
			at++
			continue
		}
		end := r.word(at)
		w := text[at:end]
		switch d, ok := fold(weekdays, w); {
		case ok && len(w) > 5 && lead && h.weekday < 0:
			h.weekday, h.weekdaySpan = d, pacta.Span{Start: at, End: end}
		case ok && len(w) > 5:
			h.other[d] = true
		case w == "week" && h.thisWeek.IsZero() && at >= s.Start+5 && text[at-5:at] == "this ":
			h.thisWeek = pacta.Span{Start: at - 5, End: end}
		case (w == "today" || w == "Today") && lead && h.today.IsZero():
			h.today = pacta.Span{Start: at, End: end}
		}
		at = end
	}
}

// fromDateline reads the day in "CITY, May 3. …" and takes the year from
// elsewhere.
func (l *layout) fromDateline(h hints) (pacta.Field, bool) {
	if l.first >= len(l.lines) || h.year == 0 {
		return pacta.Field{}, false
	}
	x := &l.lines[l.first]
	if len(x.stamps) == 0 || !isShouted(firstWord(x.text)) || len(firstWord(x.text)) < 3 {
		return pacta.Field{}, false
	}
	s := x.stamps[0]
	if s.day == 0 || s.year != 0 || s.Start-x.Start > 50 || !validDay(h.year, s.month, s.day) {
		return pacta.Field{}, false
	}
	s.year = h.year
	return pacta.Field{Value: s.date(), Basis: pacta.Derived, Span: s.Span,
		Why: fmt.Sprintf("the dateline says %q, %s", s.Of(l.text), l.yearWhy(h))}, true
}

func (l *layout) yearWhy(h hints) string {
	if h.yearSpan.IsZero() {
		return fmt.Sprintf("the address of the page names %d", h.year)
	}
	return fmt.Sprintf("the year %d stands in a line of its own", h.year)
}

// fromWeekday takes the first paragraph's weekday on or after a day that the
// text puts in the same week.
func (l *layout) fromWeekday(h hints) (pacta.Field, bool) {
	if h.year == 0 || h.day.day == 0 || !validDay(h.year, h.day.month, h.day.day) {
		return pacta.Field{}, false
	}
	d := h.day
	d.year = h.year
	day := d.time()
	confirmed := h.other[day.Weekday()] || h.weekday == day.Weekday() || d.named && d.weekday == day.Weekday()
	if h.thisWeek.IsZero() && !confirmed {
		return pacta.Field{}, false
	}
	reasons := []string{fmt.Sprintf("%q", d.Of(l.text)), l.yearWhy(h)}
	if confirmed {
		reasons = append(reasons, fmt.Sprintf("%s was a %s, as the text says", d.date(), day.Weekday()))
	}
	if !h.thisWeek.IsZero() {
		reasons = append(reasons, fmt.Sprintf("%q", h.thisWeek.Of(l.text)))
	}
	if h.weekday < 0 {
		end := day.AddDate(0, 0, (7-int(day.Weekday()))%7)
		return pacta.Field{Value: d.date() + "/" + end.Format("2006-01-02"), Basis: pacta.Derived, Span: d.Span,
			Why: strings.Join(reasons, "; ") + ": the rest of that week"}, true
	}
	after := (int(h.weekday) - int(day.Weekday()) + 7) % 7
	pub := day.AddDate(0, 0, after)
	reasons = append(reasons, fmt.Sprintf("the first paragraph speaks of %s as the day of the report, and the first %s from then on is %s",
		h.weekdaySpan.Of(l.text), h.weekday, pub.Format("2006-01-02")))
	return pacta.Field{Value: pub.Format("2006-01-02"), Basis: pacta.Derived, Span: h.weekdaySpan, Why: strings.Join(reasons, "; ")}, true
}
