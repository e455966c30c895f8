package read

import (
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
	slug := slugWords(address)
	if slug == nil {
		return -1
	}
	best, top := -1, 0.0
	for i := range l.lines {
		t := l.lines[i].text
		if len(t) > maxTitle || len(t) < 8 || i >= maxSlugLines {
			continue
		}
		if score := slugScore(slug, t); score > top {
			best, top = i, score
		}
	}
	return best
}

// maxSlugLines is how many lines are compared with an address.
const maxSlugLines = 2000

// slugScore returns how well the words of slug and line t agree, 0 if they do
// not: most of those of the slug must be in the line, and a good part of those
// of the line in the slug, since addresses leave words out and are cut. A list
// of subjects is no title.
func slugScore(slug []string, t string) float64 {
	words := map[string]bool{}
	for w := range strings.FieldsFuncSeq(strings.ToLower(t), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if utf8.RuneCountInString(w) > 2 && !strings.ContainsFunc(w, unicode.IsDigit) {
			words[w] = true
		}
	}
	both := 0.0
	for _, w := range slug {
		if words[w] {
			both++
		}
	}
	share, back := both/float64(len(slug)), both/float64(len(words))
	if both < leastSlug || share <= 0.6 || back <= 0.3 || 3*strings.Count(t, ",") > len(words) {
		return 0
	}
	return share + back
}
