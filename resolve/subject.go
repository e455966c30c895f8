package resolve

import (
	_ "embed"
	"strings"
	"unicode"
)

// stop.txt lists words that say nothing of what an instrument is about: types
// of instruments, words of signing and order, grammar. Written for pacta.
//
//go:embed stop.txt
var stopList string

var stop = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(stopList) {
		out[w] = true
	}
	return out
}()

// addSubject adds the content words of the name of an instrument to words: no
// types, no grammar, no numbers, and no names of parties, which are compared
// by code.
func addSubject(words map[string]bool, name string) {
	for _, w := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
		if w = stem(strings.Trim(w, "-")); len(w) > 2 && !stop[w] {
			words[w] = true
		}
	}
}

// stem cuts the plural and a few endings that differ between ways of naming
// one subject.
func stem(w string) string {
	for _, end := range []string{"ies", "s"} {
		if base, ok := strings.CutSuffix(w, end); ok && len(base) > 3 && !strings.HasSuffix(base, "s") {
			if end == "ies" {
				return base + "y"
			}
			return base
		}
	}
	return w
}

// small are the words that stay in lower case within a proper title.
var small = map[string]bool{"of": true, "on": true, "the": true, "and": true, "for": true, "in": true, "to": true, "between": true, "with": true, "concerning": true}

// properName returns name in lower case without its article when it is a title
// that names one instrument ("the Ankara Declaration"), and "" when it only
// describes ("the declaration on navigation", "the Treaty").
func properName(name string) string {
	words := strings.Fields(name)
	for len(words) > 0 && (strings.EqualFold(words[0], "the") || strings.EqualFold(words[0], "a") || strings.EqualFold(words[0], "an")) {
		words = words[1:]
	}
	if len(words) < 2 {
		return ""
	}
	for _, w := range words {
		if r := []rune(w)[0]; !unicode.IsUpper(r) && !small[w] {
			return ""
		}
	}
	title := strings.Join(words, " ")
	about := map[string]bool{}
	if addSubject(about, title); len(about) == 0 {
		return ""
	}
	return strings.ToLower(title)
}
