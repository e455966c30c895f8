package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pacta"
)

// boilerplate marks the lines that are no part of the article: menus and
// buttons, invitations to share and follow, what repeats title and byline,
// lines of category and date, residue, and headlines of other articles, which
// are leads besides. An instrument's own text is left whole.
func (p *page) boilerplate(l *layout) {
	treaty := p.doc.Genre == pacta.GenreTreaty
	if !treaty {
		p.menus(l)
		p.above(l)
		p.leads(l)
	}
	for i := range l.lines {
		if l.isBoilerplate(i, treaty) {
			p.drop(l.lines[i].Span)
		}
	}
	p.repeats(l)
	if !treaty {
		p.comments(l)
	}
}

// comments drops what readers wrote below the article, from the line that counts
// them on: "12 comments", "3 responses to “Pact signed”", "Leave a reply". There
// must be an article above it, and more of one above a mere "12 comments", which
// is a button under the first paragraphs of some pages.
func (p *page) comments(l *layout) {
	written := 0
	for i := range l.lines {
		x := &l.lines[i]
		if written >= leastArticle && len(x.text) < 120 && (written >= 3*leastArticle || strings.Count(x.text, " ") > 1) && isCommentHead(strings.ToLower(x.text)) {
			for _, y := range l.lines[i:] {
				p.drop(y.Span)
			}
			return
		}
		if x.prose {
			written += x.Len()
		}
	}
}

// leastArticle is how many bytes of running text comments stand below.
const leastArticle = 400

// isCommentHead reports whether t, lower case, heads the comments of readers.
func isCommentHead(t string) bool {
	t = strings.Trim(t, " :()»›>-–—")
	if commentCues.is(t) {
		return true
	}
	digits := len(t) - len(strings.TrimLeft(t, "0123456789"))
	if digits == 0 || digits > 5 {
		head, tail, ok := strings.Cut(t, "(")
		return ok && commentCues.is("@ "+strings.TrimSpace(head)) && strings.Trim(tail, "0123456789") == ""
	}
	rest := strings.TrimSpace(t[digits:])
	word, more, _ := strings.Cut(rest, " ")
	return commentCues.is("@ "+word) && (more == "" || strings.HasPrefix(more, "on ") || strings.HasPrefix(more, "to "))
}

// isBoilerplate judges a line by itself and by its place.
func (l *layout) isBoilerplate(i int, treaty bool) bool {
	x := &l.lines[i]
	if len(x.text) > 200 || x.prose && len(x.text) > 110 || i == l.title {
		return false
	}
	around := i < l.first || i > l.last
	low := strings.ToLower(x.text)
	switch {
	case treaty:
		return buttonCues.is(low) && around
	case buttonCues.is(low) && (around || i <= l.first+2):
		return true
	case shareCues.begins(low) && (!x.prose || around):
		return true
	case !around:
		return false
	case utf8.RuneCountInString(x.text) == 1:
		return !unicode.IsDigit(rune(x.text[0]))
	case l.dateLine(i) || l.yearLine(i) || isMenuRow(x.text):
		return true
	}
	return i > l.last && l.last >= 0 && len(x.text) < 60 && (l.web && !isShortSentence(x.text) || strings.HasSuffix(x.text, ":"))
}

// isShortSentence reports whether t, too short to be taken for running text by
// itself, is set like the sentence that ends a report.
func isShortSentence(t string) bool {
	return strings.HasSuffix(t, ".") && strings.Count(t, " ") >= 3 && !isShouted(t) && !shareCues.begins(strings.ToLower(t))
}

// dateLine reports whether line i is a date, with little else such as a
// category, above or below the running text.
func (l *layout) dateLine(i int) bool {
	x := &l.lines[i]
	if x.prose || len(x.stamps) == 0 {
		return false
	}
	rest := x.Len()
	whole := false
	for _, s := range x.stamps {
		rest -= s.Len()
		whole = whole || s.whole() || s.hour >= 0 && s.day > 0
	}
	return whole && rest <= 40 && rest <= x.Len()*2/3 && !strings.ContainsAny(x.text, "?!")
}

// isMenuRow reports whether every word of t is one that menus are made of.
func isMenuRow(t string) bool {
	if len(t) > 60 {
		return false
	}
	n := 0
	for len(t) > 0 {
		k := strings.IndexAny(t, " |/·•")
		word := t
		if k >= 0 {
			word, t = t[:k], t[k+1:]
		} else {
			t = ""
		}
		if word == "" {
			continue
		}
		if yes, _ := fold(menuCues.all, word); !yes {
			return false
		}
		n++
	}
	return n > 0
}

// menuRun is how many short lines in a row make a menu.
const menuRun = 6

// menus drops runs of short lines above the title and below the text.
func (p *page) menus(l *layout) {
	run := 0
	flush := func(end int) {
		if run >= menuRun {
			for i := end - run; i < end; i++ {
				if i != l.title {
					p.drop(l.lines[i].Span)
				}
			}
		}
		run = 0
	}
	for i := range l.lines {
		x := &l.lines[i]
		short := !x.prose && len(x.text) <= 45 && !endsSentence(x.text) && i != l.title
		outside := l.last >= 0 && (i < l.title || i > l.last || l.title < 0 && i < l.first)
		if !short || !outside {
			flush(i)
			continue
		}
		run++
	}
	flush(len(l.lines))
}

// above drops what stands above a title that is sure to be it: menus, notices,
// and headlines of other articles. There must be little prose in it.
func (p *page) above(l *layout) {
	if !l.sure || l.title < 0 {
		return
	}
	before, all := 0, 0
	for i := range l.lines {
		if x := &l.lines[i]; x.prose {
			all += x.Len()
			if i < l.title {
				before += x.Len()
			}
		}
	}
	if before*5 > all {
		return
	}
	for _, x := range l.lines[:l.title] {
		if l.headline(x.text, 25) {
			p.lead(x.Span)
		} else {
			p.drop(x.Span)
		}
	}
}

// repeats drops the title and the byline where they stand a second time above
// the running text.
func (p *page) repeats(l *layout) {
	if l.title >= 0 {
		p.dropAgain(l, l.title)
	}
	s := p.doc.Author.Span
	for i := range l.lines {
		if s.Len() > 0 && l.lines[i].Contains(s) {
			p.dropAgain(l, i)
		}
	}
}

func (p *page) dropAgain(l *layout, i int) {
	for j := i + 1; j < len(l.lines) && j <= l.first+1; j++ {
		if l.lines[j].text == l.lines[i].text {
			p.drop(l.lines[j].Span)
		}
	}
}

// maxLead is the longest line, in bytes, that may be a headline in a list.
const maxLead = 200

// leads drops lists of headlines of other articles and keeps them as leads:
// lines under a heading such as "Related articles", and bulleted headlines set
// in between the first paragraphs.
func (p *page) leads(l *layout) {
	for i := 0; i < len(l.lines); i++ {
		t := l.lines[i].text
		if len(t) < 40 && relatedCues.is(strings.ToLower(strings.Trim(t, ":.…>»→ "))) {
			i = p.headlines(l, i+1) - 1
			continue
		}
		if _, ok := bullet(t); ok && (i <= l.first+6 || i > l.last) {
			i = p.bulleted(l, i) - 1
		}
	}
}

// headlines takes the lines from i on that are set like headlines, after a
// heading that announces them, and returns the first that is not.
func (p *page) headlines(l *layout, i int) int {
	start := i
	for i < len(l.lines) && l.headline(l.lines[i].text, 25) && i-start < 12 {
		i++
	}
	if i < len(l.lines) && i-start == 1 && !l.lines[i].prose && i <= l.last {
		// One line and then no running text: more likely a heading.
		return i
	}
	for k := start; k < i; k++ {
		p.lead(l.lines[k].Span)
	}
	return max(i, start)
}

// bulleted takes the bulleted lines from i on if two or more of them, and all,
// are set like headlines, and returns the first line after them.
func (p *page) bulleted(l *layout, i int) int {
	start, all := i, true
	for i < len(l.lines) {
		t, ok := bullet(l.lines[i].text)
		if !ok {
			break
		}
		all = all && l.headline(t, 15)
		i++
	}
	announced := start > 0 && strings.HasSuffix(l.lines[start-1].text, ":")
	if all && i-start >= 2 && i-start <= 8 && !announced && i < len(l.lines) {
		for k := start; k < i; k++ {
			p.lead(l.lines[k].Span)
		}
	}
	return i
}

func (p *page) lead(s pacta.Span) {
	p.drop(s)
	p.doc.Leads = append(p.doc.Leads, s)
}

// bullet returns t without the bullet that it begins with.
func bullet(t string) (string, bool) {
	for _, b := range [...]string{"- ", "– ", "— ", "• ", "* ", "► ", "▪ ", "» "} {
		if rest, ok := strings.CutPrefix(t, b); ok {
			return strings.TrimSpace(rest), true
		}
	}
	return t, false
}

// headline reports whether t is set like a headline: begun with a capital, not
// ended like a sentence or an item of an enumeration.
func (l *layout) headline(t string, least int) bool {
	if len(t) < least || len(t) > maxLead || strings.Count(t, " ") < 2 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(t, "\"'“‘«"))
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(t)
	return !strings.ContainsRune(".;,:", last) && !strings.Contains(t, ". ")
}
