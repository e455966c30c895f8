package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pacta"
)

// maxTitle is the longest line, in bytes, that may be a title.
const maxTitle = 250

// title finds the title: the one that came along, or the line above the
// running text that is set like one. A text that begins with its first
// paragraph states no title.
func (p *page) title(l *layout) {
	if f, ok := p.take("title", squeeze); ok {
		l.title = l.find(f.Value)
		if l.title < 0 {
			// A title element often adds the outlet: "Title | Outlet".
			f.Value, l.title = l.shorten(f.Value)
		}
		if l.title >= 0 {
			l.sure = f.Basis == pacta.Given
			f.Span = l.lines[l.title].Span
			if p.doc.MediaType == markdownType && f.Basis == pacta.Stated {
				f.Span = p.withoutOutlet(l, l.title)
				f.Value = squeeze(f.Span.Of(l.text))
			}
		}
		p.doc.Title = f
		return
	}
	i, why := l.slugTitle(p.doc.URL), "the line that says what the address names"
	l.sure = i >= 0
	if i < 0 {
		i, why = l.titleLine()
	}
	if i < 0 {
		p.doc.Title = pacta.Field{Basis: pacta.None, Why: "no line above the running text is set like a title"}
		return
	}
	l.title = i
	s := p.withoutOutlet(l, i)
	p.doc.Title = pacta.Field{Value: squeeze(s.Of(l.text)), Basis: pacta.Stated, Span: s, Why: why}
}

// withoutOutlet returns line i without the outlet and the colon that it begins
// with, if it does, and keeps that outlet as a clue.
func (p *page) withoutOutlet(l *layout, i int) pacta.Span {
	outlet, rest, ok := l.outletPrefix(i)
	if !ok {
		return l.lines[i].Span
	}
	p.found = append(p.found, clue{"outlet", outlet.Of(l.text), pacta.Stated, "stands before the title, with a colon"})
	return rest
}

// find returns the first line that says t, -1 if none does.
func (l *layout) find(t string) int {
	for i := range l.lines {
		x := &l.lines[i]
		if abs(len(x.text)-len(t)) <= 8 && (x.text == t || squeeze(x.text) == t) {
			return i
		}
	}
	return -1
}

func abs(n int) int { return max(n, -n) }

// shorten cuts outlets off the end of t, as long as a line of the text says
// what remains.
func (l *layout) shorten(t string) (string, int) {
	cut := t
	for {
		n := max(strings.LastIndex(cut, " | "), strings.LastIndex(cut, " - "), strings.LastIndex(cut, " – "), strings.LastIndex(cut, " — "), strings.LastIndex(cut, " :: "))
		if n < 10 {
			return t, -1
		}
		cut = strings.TrimSpace(cut[:n])
		if i := l.find(cut); i >= 0 {
			return cut, i
		}
	}
}

// titleLine returns the line above the running text that is the title, and the
// reason; a line said twice goes before one that stands alone, and that before
// the first.
func (l *layout) titleLine() (int, string) {
	best, why := -1, ""
	for i := 0; i < len(l.lines) && i <= l.first && i < 300; i++ {
		x := &l.lines[i]
		if !l.titleShape(i) {
			continue
		}
		if l.repeated(i, 15) > 0 && !(best >= 0 && isName(x.text)) {
			return i, "stands twice above the running text"
		}
		if best < 0 {
			best, why = i, "first line set like a title above the running text"
		} else if l.menu(best) && !l.menu(i) && len(x.text) > len(l.lines[best].text) {
			best, why = i, "longest line set like a title above the running text"
		}
	}
	return best, why
}

// menu reports whether line i looks like an item of a menu: a word or two.
func (l *layout) menu(i int) bool { return strings.Count(l.lines[i].text, " ") < 3 }

// titleShape reports whether line i is set like a title.
func (l *layout) titleShape(i int) bool {
	x := &l.lines[i]
	t := x.text
	if len(t) > maxTitle || len(t) < 8 || !strings.Contains(t, " ") {
		return false
	}
	if x.prose && !(strings.HasSuffix(t, "?") || strings.HasSuffix(t, "!") || !endsSentence(t)) {
		return false
	}
	if strings.HasSuffix(t, ".") && !strings.HasSuffix(t, "...") && !isTitleCase(t) || strings.HasSuffix(t, ":") || strings.HasSuffix(t, ",") || strings.HasSuffix(t, ";") {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(t, "\"'“‘«[("))
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) && unicode.IsLetter(r) && unicode.ToUpper(r) != r {
		return false
	}
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return false
	}
	if i+1 < len(l.lines) && len(t) > 45 && l.runsOn(i) {
		return false
	}
	return !l.dateLine(i) && !l.yearLine(i) && !isByline(t) && !shareCues.begins(strings.ToLower(t)) && !isMenuRow(t)
}

// runsOn reports whether the line after i goes on with its sentence.
func (l *layout) runsOn(i int) bool {
	next := &l.lines[i+1]
	r, _ := utf8.DecodeRuneInString(next.text)
	return !next.blank && unicode.IsLower(r) && !endsSentence(l.lines[i].text)
}

// yearLine reports whether line i is a word and a year: a category, an archive.
func (l *layout) yearLine(i int) bool {
	x := &l.lines[i]
	return len(x.stamps) == 1 && x.stamps[0].month == 0 && strings.Count(x.text, " ") <= 1
}

// repeated returns the next line after i that says the same, 0 if none of the
// following n does.
func (l *layout) repeated(i, n int) int {
	for j := i + 1; j < len(l.lines) && j <= i+n; j++ {
		if l.lines[j].text == l.lines[i].text {
			return j
		}
	}
	return 0
}

// outletPrefix splits a title like "Outlet: What Happened" at its colon. The
// words before it name an outlet only if they are no label, nobody's office,
// and nobody that the text goes on to speak of.
func (l *layout) outletPrefix(i int) (outlet, rest pacta.Span, ok bool) {
	s := l.lines[i].Span
	n := strings.Index(s.Of(l.text), ": ")
	if n < 2 || n > 40 {
		return
	}
	outlet = pacta.Span{Start: s.Start, End: s.Start + n}
	rest = trim(l.text, pacta.Span{Start: outlet.End + 1, End: s.End})
	r, _ := utf8.DecodeRuneInString(rest.Of(l.text))
	if rest.Len() < 15 || !unicode.IsUpper(r) && r != '“' && r != '"' && r != '‘' {
		return
	}
	name := outlet.Of(l.text)
	if labelCues.is(strings.ToLower(name)) || strings.Count(name, " ") > 3 {
		return
	}
	if strings.Contains(name, " ") && !namesPress(name) {
		return
	}
	for _, w := range strings.Fields(name) {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) || officeCues.is(strings.ToLower(w)) || strings.ContainsAny(w, "’'") || l.speaksOf(w, s.End) {
			return
		}
	}
	return outlet, rest, true
}

// namesPress reports whether one of the words of name is one that names of
// outlets are made of. Without it two words before a colon are rather a topic.
func namesPress(name string) bool {
	for _, w := range strings.Fields(name) {
		if pressCues.is(strings.ToLower(w)) {
			return true
		}
	}
	return false
}

// speaksOf reports whether the text from at on has the word w, or one derived
// from it: Freedonian for Freedonia. Words of three letters are looked for as
// they are.
func (l *layout) speaksOf(w string, at int) bool {
	stem := w
	if n := len(w); n > 5 {
		stem = w[:n-1]
		for !utf8.ValidString(stem) {
			stem = stem[:len(stem)-1]
		}
	}
	text := l.text[at:]
	for {
		k := strings.Index(text, stem)
		if k < 0 {
			return false
		}
		if k == 0 || !isWordByte(text[k-1]) {
			return true
		}
		text = text[k+len(stem):]
	}
}
