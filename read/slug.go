package read

import (
	"math/bits"
	"net/url"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An address often ends with the words of the title: "/2031/05/pact-of-lakemouth-signed.html".
// On a page that comes as bare text, menus and all, that is the surest sign of
// which line the title is.

// leastSlug is how many words of some length an address must end with.
const leastSlug = 3

// slugWords returns the words with which the path of an address ends, in lower
// case, those of one or two letters and numbers left out; nil if they are too few.
func slugWords(address string) []string {
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	var best []string
	for part := range strings.SplitSeq(strings.Trim(u.Path, "/"), "/") {
		part = strings.TrimSuffix(part, path.Ext(part))
		var words []string
		for w := range strings.FieldsFuncSeq(strings.ToLower(part), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if utf8.RuneCountInString(w) > 2 && !strings.ContainsFunc(w, unicode.IsDigit) {
				words = append(words, w)
			}
		}
		if len(words) >= len(best) {
			best = words
		}
	}
	if len(best) < leastSlug {
		return nil
	}
	return best
}

// slugTitle returns the line that says what the words of an address say, -1 if
// none does: most of the words of either are in the other.
func (l *layout) slugTitle(address string) int {
	words := slugWords(address)
	if words == nil {
		return -1
	}
	slug := slug{at: map[string]int{}}
	for _, w := range words[:min(len(words), 64)] {
		if _, ok := slug.at[w]; !ok {
			slug.at[w] = len(slug.at)
		}
	}
	best, top := -1, 0.0
	for i := range l.lines[:min(len(l.lines), maxSlugLines)] {
		t := l.lines[i].text
		if len(t) > maxTitle || len(t) < 8 {
			continue
		}
		if score := slug.score(t); score > top {
			best, top = i, score
		}
	}
	return best
}

// maxSlugLines is how many lines are compared with an address.
const maxSlugLines = 2000

// A slug is the words of an address, numbered.
type slug struct {
	at   map[string]int
	word []byte // used again for each
}

// score returns how well the words of the address and line t agree, 0 if they do
// not: most of those of the address must be in the line, and a good part of
// those of the line in the address, since addresses leave words out and are cut.
// A list of subjects is no title.
func (s *slug) score(t string) float64 {
	var seen uint64
	words, runes, digits := 0, 0, false
	for at, r := range t {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r)
		if letter {
			if runes == 0 {
				s.word, digits = s.word[:0], false
			}
			s.word = utf8.AppendRune(s.word, unicode.ToLower(r))
			digits = digits || unicode.IsDigit(r)
			runes++
		}
		if letter && at+utf8.RuneLen(r) < len(t) {
			continue
		}
		if runes > 2 && !digits {
			words++
			if i, ok := s.at[string(s.word)]; ok {
				seen |= 1 << i
			}
		}
		runes = 0
	}
	both := float64(bits.OnesCount64(seen))
	share, back := both/float64(len(s.at)), both/float64(max(words, 1))
	if both < leastSlug || share <= 0.6 || back <= 0.3 || 3*strings.Count(t, ",") > words {
		return 0
	}
	return share + back
}
