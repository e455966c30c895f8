package read

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	datelineBytes = 60 // from the beginning of a line to the day in its dateline
	datelineLines = 4  // of the running text that may begin with one
)

// inDateline reports whether c is the day in the dateline with which a report
// begins: "SPRINGFIELD, Freedonia, May 3, 2031. …", "Springfield, 3 May 2031
// (KNA) – …".
func (l *layout) inDateline(c *candidate) bool {
	x := &l.lines[c.line]
	if c.line < l.first || c.line >= l.first+datelineLines || c.Start == x.Start || c.Start-x.Start > datelineBytes {
		return false
	}
	comma, ok := isPlaces(l.text[x.Start:c.Start])
	if !ok || !comma && !isShouted(firstWord(x.text)) {
		return false
	}
	return closesDateline(l.text[c.End:x.End])
}

// isPlaces reports whether t is made of names only, as the place in a dateline
// is, and whether it ends with a comma, bracket or slash.
func isPlaces(t string) (comma, ok bool) {
	t = strings.TrimRight(t, " \u00a0")
	bare := strings.TrimRight(t, ",(/")
	for _, w := range strings.Fields(bare) {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && !placeParticles[w] {
			return false, false
		}
		low := strings.ToLower(strings.Trim(w, ",."))
		if english[low] && !isShouted(w) || publishedCues.is(low) || updatedCues.is(low) || officeCues.is(low) && !isShouted(w) {
			return false, false
		}
	}
	r, _ := utf8.DecodeRuneInString(bare)
	return len(bare) < len(t), len(bare) >= 3 && unicode.IsUpper(r)
}

// placeParticles are the words of the name of a place that are not capitalised.
var placeParticles = map[string]bool{"de": true, "la": true, "le": true, "el": true, "al": true, "am": true, "an": true, "der": true, "do": true, "da": true, "of": true, "and": true, "on": true, "upon": true, "sur": true, "the": true, "-": true, "/": true}

// closesDateline reports whether t, what stands after a day, ends a dateline
// and begins a sentence: a stop or dash, perhaps after the name of an agency.
func closesDateline(t string) bool {
	t = strings.TrimLeft(t, ", \u00a0")
	marked := false
	if strings.HasPrefix(t, ")") {
		t, marked = strings.TrimLeft(t[1:], " "), true
	}
	if n := strings.IndexByte(t, ')'); strings.HasPrefix(t, "(") && n > 0 && n < 40 {
		t, marked = strings.TrimLeft(t[n+1:], " "), true
	} else if n := capitalsAfter(t, 0, len(t)); n > 0 && n < 40 && n < len(t) && (t[n] == ':' || t[n] == '/') {
		return true
	}
	for _, stop := range [...]string{".", ":", "--", "-", "–", "—", "_", "/", "|"} {
		rest, ok := strings.CutPrefix(t, stop)
		if !ok {
			continue
		}
		rest = strings.TrimLeft(rest, " -–—_\u00a0\"“'‘«[")
		r, _ := utf8.DecodeRuneInString(rest)
		return unicode.IsUpper(r) || unicode.IsDigit(r) || rest != "" && !unicode.IsLower(r) && unicode.IsLetter(r)
	}
	return marked
}
