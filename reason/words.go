package reason

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"pacta"
)

//go:embed words.txt
var wordsFile string

// lists are the lists of words.txt by name, each with its phrases by the first
// letters of their first word.
var lists = parseLists(wordsFile)

// head returns the letters by which the phrases of a list are found.
func head(word string) string { return word[:min(3, len(word))] }

// A pattern is the words of one phrase. "" stands for up to four words.
type pattern []string

func parseLists(file string) map[string]map[string][]pattern {
	out := map[string]map[string][]pattern{}
	name := ""
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if rest, ok := strings.CutPrefix(line, "= "); ok {
			name = rest
			out[name] = map[string][]pattern{}
			continue
		}
		for phrase := range strings.SplitSeq(line, ",") {
			p := pattern(strings.Fields(strings.ReplaceAll(phrase, "…", " … ")))
			for i, w := range p {
				if w == "…" {
					p[i] = ""
				}
			}
			if len(p) > 0 {
				k := head(strings.TrimSuffix(p[0], "*"))
				out[name][k] = append(out[name][k], p)
			}
		}
	}
	return out
}

// A token is a word of a quote, in lower case.
type token struct {
	pacta.Span // in the quote
	word       string
	capital    bool
}

// tokenize returns the words of text. Hyphens and apostrophes within a word
// belong to it, but a final 's does not.
func tokenize(text string) []token {
	var out []token
	inner := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !inner(r) {
			i += n
			continue
		}
		j := i
		for j < len(text) {
			r, n := utf8.DecodeRuneInString(text[j:])
			if !inner(r) {
				next, _ := utf8.DecodeRuneInString(text[j+n:])
				if r != '-' || !inner(next) {
					break
				}
			}
			j += n
		}
		out = append(out, token{pacta.Span{Start: i, End: j}, strings.ToLower(text[i:j]), unicode.IsUpper(r)})
		i = j
	}
	return out
}

// matches reports whether w fits one word of a pattern.
func matches(pat, w string) bool {
	if base, ok := strings.CutSuffix(pat, "*"); ok {
		return strings.HasPrefix(w, base)
	}
	return pat == w
}

// at returns the number of tokens from i on that p covers, 0 if it does not
// stand there.
func (p pattern) at(ts []token, i int) int {
	start := i
	for k, w := range p {
		if w == "" {
			for gap := 0; gap <= 4 && i+gap < len(ts); gap++ {
				if n := p[k+1:].at(ts, i+gap); n > 0 {
					return i + gap + n - start
				}
			}
			return 0
		}
		if i >= len(ts) || !matches(w, ts[i].word) {
			return 0
		}
		i++
	}
	return i - start
}

// find returns where a phrase of the list stands in ts at or after from, and
// how many tokens it covers; -1 if none does.
func find(list string, ts []token, from int) (int, int) {
	phrases := lists[list]
	for i := max(from, 0); i < len(ts); i++ {
		best := 0
		for _, p := range phrases[head(ts[i].word)] {
			best = max(best, p.at(ts, i))
		}
		if best > 0 {
			return i, best
		}
	}
	return -1, 0
}

// has reports whether a phrase of the list stands in ts.
func has(list string, ts []token) bool {
	i, _ := find(list, ts, 0)
	return i >= 0
}

// stem cuts the endings in which reports of one thing differ.
func stem(w string) string {
	for _, end := range []string{"ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y"} {
		if base, ok := strings.CutSuffix(w, end); ok && len(base) >= 3 {
			return base
		}
	}
	return w
}
