package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pacta"
)

// creditBytes is the longest line that may credit an outlet beside the date.
const creditBytes = 120

// credit reads the outlet in a line under the title that also has the date:
// "Valley Tribune, 3 May 2031", "By Ann Example | The Valley Post | 3 May 2031".
// A place or a category stands there as often, so that only a name made of the
// words that names of outlets are made of counts.
func (l *layout) credit(out []name, i int) []name {
	x := &l.lines[i]
	if x.prose || x.Len() > creditBytes || len(x.stamps) != 1 || !x.stamps[0].whole() {
		return out
	}
	d := x.stamps[0].Span
	for _, s := range [...]pacta.Span{{Start: x.Start, End: d.Start}, {Start: d.End, End: x.End}} {
		for s.Start < s.End {
			end := s.End
			if n := strings.IndexAny(l.text[s.Start:s.End], ",|·•–—()"); n >= 0 {
				end = s.Start + n
			}
			part := trim(l.text, pacta.Span{Start: s.Start, End: end})
			if isPressName(part.Of(l.text)) {
				out = append(out, name{part, squeeze(part.Of(l.text)), "stands beside the date, under the title", 5})
			}
			_, n := utf8.DecodeRuneInString(l.text[end:])
			s.Start = end + n
		}
	}
	return out
}

// isPressName reports whether t is a name of capitalised words, one of which
// names of outlets are made of and one of which is its own.
func isPressName(t string) bool {
	words := strings.Fields(t)
	if len(words) < 2 || len(words) > 5 || len(t) > 40 {
		return false
	}
	press, own := false, false
	for _, w := range words {
		low := strings.ToLower(w)
		if low == "the" || low == "of" {
			continue
		}
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) {
			return false
		}
		if pressCues.is(low) {
			press = true
			continue
		}
		own = own || !labelCues.is(low) && !menuCues.is(low)
	}
	return press && own
}
