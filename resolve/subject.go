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

// ordinary.txt lists the subjects that very many instruments have. Written for
// pacta.
//
//go:embed ordinary.txt
var ordinaryList string

var ordinary = wordSet(ordinaryList)

var stop = wordSet(stopList)

func wordSet(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

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

// dropParties takes the words of party names out of words: parties are compared
// by code.
func dropParties(words, parties map[string]bool) {
	for w := range words {
		rest := 0
		for _, part := range strings.Split(w, "-") {
			if !parties[part] {
				rest++
			}
		}
		if rest == 0 {
			delete(words, w)
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

// nickname returns the name by which reports call an instrument after the place
// or thing it is known for, with its noun, in lower case: "lakeside agreement"
// for "the Lakeside agreement of 3 May". It is "" for other names.
func nickname(name string) (nick string, length int) {
	rest := name
	for _, article := range []string{"the ", "The "} {
		rest = strings.TrimPrefix(rest, article)
	}
	start, n := len(name)-len(rest), 0
	for n < len(rest) {
		end := strings.IndexByte(rest[n:]+" ", ' ') + n
		w := rest[n:end]
		if w == "" || !unicode.IsUpper([]rune(w)[0]) {
			noun := strings.TrimRight(w, ".,;")
			if n == 0 || !looseTypes[noun] && !looseTypes[strings.TrimSuffix(noun, "s")] && !stop[noun] || small[noun] {
				return "", 0
			}
			about := map[string]bool{}
			if addSubject(about, rest[:n]); len(about) == 0 {
				return "", 0
			}
			return strings.ToLower(rest[:n]) + strings.TrimSuffix(noun, "s"), start + n
		}
		n = end + 1
	}
	return "", 0
}
