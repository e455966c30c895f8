package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pacta"
)

// A line is one line of a text without the white space around it. Empty lines
// are not kept; blank tells that one stood before.
type line struct {
	pacta.Span
	text   string
	blank  bool
	indent bool
	prose  bool // reads like running text: a sentence, not a heading, menu item or label
	stamps []stamp
}

// A layout is a text seen as lines: what stands above the running text, the
// running text, and what stands below.
type layout struct {
	text  string
	lines []line
	first int // the first line of running text; len(lines) if there is none
	last  int // the last line of running text; -1 if there is none
	web   bool
	title int  // the line of the title, -1 if there is none
	sure  bool // the address says so, or a row
}

// newLayout cuts the text of d into lines and finds the dates in them.
func newLayout(d *pacta.Document) *layout {
	l := linesOf(d)
	l.bounds()
	all := make([]stamp, 0, 16)
	for i := range l.lines {
		n := len(all)
		all = appendStamps(all, l.text, l.lines[i].Span)
		l.lines[i].stamps = all[n:len(all):len(all)]
	}
	return l
}

// linesOf cuts the text of d into lines.
func linesOf(d *pacta.Document) *layout {
	l := &layout{text: d.Text, title: -1, last: -1}
	l.lines = make([]line, 0, strings.Count(l.text, "\n")+1)
	blank, markdown := false, d.MediaType == markdownType
	for at := 0; at < len(l.text); {
		end := len(l.text)
		if n := strings.IndexByte(l.text[at:], '\n'); n >= 0 {
			end = at + n
		}
		s := trim(l.text, pacta.Span{Start: at, End: end})
		if s.Len() == 0 {
			blank = true
		} else {
			indent := s.Start > at
			if markdown {
				s = bare(l.text, s)
			}
			t := s.Of(l.text)
			l.lines = append(l.lines, line{Span: s, text: t, blank: blank, indent: indent, prose: isProse(t)})
			blank = false
		}
		at = end + 1
	}
	return l
}

// bounds finds where the running text begins and ends. In a text wrapped to a
// narrow measure it begins with the first line that runs on.
func (l *layout) bounds() {
	l.first = len(l.lines)
	for i := range l.lines {
		if l.lines[i].prose {
			l.last = i
			if l.first > i {
				l.first = i
			}
		}
	}
}

// isProse reports whether t reads like running text: long, or ended like a
// sentence and not short.
func isProse(t string) bool {
	if len(t) < 60 {
		return len(t) >= 35 && endsSentence(t) && strings.Count(t, " ") >= 5 && !isShouted(t)
	}
	if endsSentence(t) && !strings.HasSuffix(t, "?") {
		return strings.Count(t, " ") >= 6 && !(len(t) < 160 && isTitleCase(t))
	}
	return len(t) >= 160 && strings.Count(t, " ") >= 15
}

// isTitleCase reports whether nearly all long words of t begin with a capital,
// as in Headlines Set Like This One. Some outlets end those with a full stop.
func isTitleCase(t string) bool {
	low, high := 0, 0
	for at := 0; at < len(t); {
		end := strings.IndexByte(t[at:], ' ')
		if end < 0 {
			end = len(t) - at
		}
		if w := t[at : at+end]; len(w) > 3 {
			r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "\"'“‘(«"))
			switch {
			case unicode.IsLower(r):
				low++
			case unicode.IsUpper(r):
				high++
			}
		}
		at += end + 1
	}
	return high >= 4 && low*6 <= high
}

// isShouted reports whether t has no lower-case letter.
func isShouted(t string) bool {
	for _, r := range t {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// endsSentence reports whether t ends like a sentence, closing quotation marks
// and brackets aside.
func endsSentence(t string) bool {
	t = strings.TrimRight(t, "\"'”’»)] \u00a0")
	r, _ := utf8.DecodeLastRuneInString(t)
	return strings.ContainsRune(".!?…。", r)
}

// trim returns s without white space at both ends, no-break spaces included.
func trim(text string, s pacta.Span) pacta.Span {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !unicode.IsSpace(r) && r != '\ufeff' {
			break
		}
		s.Start += n
	}
	for s.Start < s.End {
		r, n := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.End -= n
	}
	return s
}

// wrapped reports whether the text was broken into lines of one measure, so
// that a line is not a paragraph.
func (l *layout) wrapped() bool {
	var follow, full, long int
	for i := 1; i < len(l.lines); i++ {
		n := l.lines[i-1].Len()
		if n > 110 {
			long++
		}
		if l.lines[i].blank {
			continue
		}
		follow++
		if n > 45 && n <= 110 && !endsSentence(l.lines[i-1].text) {
			full++
		}
	}
	return follow >= 3 && full*2 > follow && long*20 <= len(l.lines)
}

// sections returns headings and paragraphs in text order.
func (l *layout) sections(dropped []pacta.Span) []pacta.Section {
	out := make([]pacta.Section, 0, len(l.lines))
	wrapped := l.wrapped()
	d := 0
	for i := 0; i < len(l.lines); i++ {
		s := l.lines[i].Span
		for d < len(dropped) && dropped[d].End <= s.Start {
			d++
		}
		if d < len(dropped) && dropped[d].Overlaps(s) {
			continue
		}
		if i == l.title {
			out = append(out, pacta.Section{Span: s, Level: 1})
			continue
		}
		if l.heading(i) {
			out = append(out, pacta.Section{Span: s, Level: 2})
			continue
		}
		for wrapped && i+1 < len(l.lines) && !l.lines[i+1].blank && !(l.lines[i+1].indent && !l.lines[i].indent) {
			i++
			s.End = l.lines[i].End
		}
		out = append(out, pacta.Section{Span: s})
	}
	return out
}

// heading reports whether line i heads the running text that follows it: set
// short, begun like a title and not ended like a sentence.
func (l *layout) heading(i int) bool {
	t := l.lines[i].text
	if len(t) > 90 || l.lines[i].prose || i < l.title || i+1 >= len(l.lines) || i < l.first {
		return false
	}
	if strings.ContainsAny(t[len(t)-1:], ".;:,") || len(l.lines[i].stamps) > 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(t)
	return (unicode.IsUpper(r) || unicode.IsDigit(r)) && l.lines[i+1].prose && (l.lines[i].blank || l.lines[i-1].prose)
}
