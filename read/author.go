package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pacta"
)

// author finds who wrote it: handed over, a byline, or a bare name that stands
// twice under the title. A name at the foot of a page, with or without a colon,
// is residue of the page and no byline.
func (p *page) author(l *layout) {
	d := &p.doc
	if f, ok := p.take("author", p.cleanAuthor); ok {
		if i := l.findName(f.Value); i >= 0 {
			at := strings.Index(l.lines[i].text, f.Value)
			f.Span = pacta.Span{Start: l.lines[i].Start + at, End: l.lines[i].Start + at + len(f.Value)}
		}
		d.Author = f
		return
	}
	if s, ok := l.byline(); ok {
		d.Author = pacta.Field{Value: squeeze(s.Of(l.text)), Basis: pacta.Stated, Span: s, Why: "byline"}
		return
	}
	if i, why := l.bareName(); i >= 0 {
		s := l.lines[i].Span
		d.Author = pacta.Field{Value: squeeze(s.Of(l.text)), Basis: pacta.Stated, Span: s, Why: why}
		return
	}
	d.Author = pacta.Field{Basis: pacta.None, Why: "no byline"}
	for i := l.last + 1; i < len(l.lines); i++ {
		if name, ok := strings.CutSuffix(l.lines[i].text, ":"); ok && isName(name) && l.first < len(l.lines) {
			d.Author.Rejected = append(d.Author.Rejected, pacta.Candidate{Value: name, Span: l.lines[i].Span, Why: "a name with a colon and nothing after it, below the running text: residue of the page"})
		}
	}
}

// cleanAuthor returns an author that was handed over without a leading "By",
// "" where a page gives its own name or an address instead.
func (p *page) cleanAuthor(v string) string {
	v = squeeze(v)
	if own := letters(v); p.web && len(own) > 3 {
		if strings.Contains(v, "://") || strings.Contains(hostOf(p.doc.URL), own) {
			return ""
		}
		for _, c := range p.found {
			if c.field == "outlet" && related(c.value, v) {
				return ""
			}
		}
	}
	for _, by := range bylineWords {
		if len(v) > len(by) && strings.EqualFold(v[:len(by)], by) {
			v = strings.TrimSpace(v[len(by):])
		}
	}
	return v
}

// findName returns the first line outside of the running text that has name.
func (l *layout) findName(name string) int {
	for i := range l.lines {
		if !l.lines[i].prose && strings.Contains(l.lines[i].text, name) {
			return i
		}
	}
	return -1
}

// bylineWords begin a byline.
var bylineWords = []string{"by: ", "by ", "written by ", "author: ", "authors: ", "reported by ", "posted by ", "von ", "par ", "por ", "di ", "автор: "}

// afterBy returns where the name begins in the byline t, 0 if t is none.
func afterBy(t string) int {
	for _, by := range bylineWords {
		if len(t) > len(by)+3 && strings.EqualFold(t[:len(by)], by) {
			return len(by)
		}
	}
	return 0
}

// isByline reports whether t is "By Ann Example", alone or before a date.
func isByline(t string) bool {
	n := afterBy(t)
	return n > 0 && nameAt(t[n:]) > 0
}

// byline returns the name in a byline near the title or right below the text.
func (l *layout) byline() (pacta.Span, bool) {
	for i := range l.lines {
		x := &l.lines[i]
		if x.prose && len(x.text) > 120 || i > l.first+3 && i <= l.last || len(x.text) > 150 {
			continue
		}
		at := afterBy(x.text)
		if at == 0 && len(x.stamps) > 0 {
			if k := strings.Index(strings.ToLower(x.text), " by "); k >= 0 {
				at = k + 4
			}
		}
		if at == 0 {
			continue
		}
		if n := nameAt(x.text[at:]); n > 0 {
			return pacta.Span{Start: x.Start + at, End: x.Start + at + n}, true
		}
	}
	return pacta.Span{}, false
}

// bareName returns a line that is only a name, stands between title and
// running text, and either stands there twice or next to the date of a text
// that does not mention it.
func (l *layout) bareName() (int, string) {
	for i := l.title + 1; i < l.first && i < len(l.lines) && i < 300; i++ {
		if !isName(l.lines[i].text) || l.title < 0 {
			continue
		}
		if l.repeated(i, 3) > 0 {
			return i, "a name alone in its line, twice, between title and running text"
		}
		near := i > 0 && l.dateLine(i-1) || i+1 < len(l.lines) && l.dateLine(i+1)
		if near && i-l.title <= 4 && !l.mentions(l.lines[i].text, l.lines[l.first-1].End) {
			return i, "a name alone in its line, beside the date, between title and running text"
		}
	}
	return -1, ""
}

// mentions reports whether the text from at on has one of the words of name.
func (l *layout) mentions(name string, at int) bool {
	for _, w := range strings.Fields(name) {
		if strings.Contains(l.text[at:], w) {
			return true
		}
	}
	return false
}

// isName reports whether t is shaped like the name of a person: two to four
// words with capitals, particles aside, and none that menus are made of.
func isName(t string) bool {
	if len(t) < 5 || len(t) > 60 || isShouted(t) && len(t) > 30 {
		return false
	}
	n := nameAt(t)
	return n == len(t)
}

// particles are the words of a name that are not capitalised.
var particles = map[string]bool{"de": true, "da": true, "di": true, "van": true, "von": true, "der": true, "den": true, "al": true, "bin": true, "ibn": true, "la": true, "le": true, "el": true, "dos": true, "zu": true, "and": true}

// nameAt returns the length of the name that s begins with, 0 if it begins
// with none. Several names may be joined by "and".
func nameAt(s string) int {
	end, count := 0, 0
	for at := 0; at < len(s); {
		n := strings.IndexByte(s[at:], ' ')
		word := s[at:]
		if n >= 0 {
			word = s[at : at+n]
		}
		bare := strings.TrimRight(word, ",;|:")
		if !isNameWord(bare) && !(count > 0 && particles[bare] && n >= 0) {
			break
		}
		if !particles[bare] {
			count++
			end = at + len(bare)
		}
		if bare != word || n < 0 || count >= 8 {
			break
		}
		at += n + 1
	}
	if count < 2 {
		return 0
	}
	return end
}

// isNameWord reports whether w is a capitalised word or an initial.
func isNameWord(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(r) {
		return false
	}
	for _, c := range w[n:] {
		if !unicode.IsLetter(c) && c != '-' && c != '\'' && c != '’' && c != '.' {
			return false
		}
	}
	if w[len(w)-1] == '.' && len(w) > 4 {
		return false
	}
	low := strings.ToLower(w)
	return !menuCues.is(low) && !officeCues.is(low) && !english[low] && !labelCues.is(low)
}
