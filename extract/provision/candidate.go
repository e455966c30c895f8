package provision

import (
	"strings"
	"unicode/utf8"
)

// A candidate is a place where a heading may begin: a heading word and what
// may be its number.
type candidate struct {
	at, after int // the heading word
	kind      *keyword
	number    number
	upper     bool // ARTICLE
	lower     bool // article
	lineStart bool
	score     float32 // of what stands before
	chosen    int     // reading, -1 if it is no heading
}

// scan returns every candidate of text, in text order.
func scan(text string) []candidate {
	var out []candidate
	boundary, small := true, false
	for i := 0; i < len(text); {
		c := text[i]
		if !isLetter(c) {
			boundary, small = !('0' <= c && c <= '9'), false
			i++
			continue
		}
		capital := 'A' <= c && c <= 'Z'
		// "ofArticle 6": scanning loses blanks.
		if glued := capital && small; boundary || glued {
			if k, end := matchKeyword(text, i); k != nil && !keywordGoesOn(text, end) {
				if x, ok := examine(text, i, end, k); ok {
					out = append(out, x)
				}
				boundary, small, i = false, false, end
				continue
			}
			boundary = false
		}
		small = !capital
		i++
	}
	return out
}

// keywordGoesOn reports whether the word that ends at byte i is longer than
// the keyword; run-on text may glue a number to it.
func keywordGoesOn(text string, i int) bool { return letterAt(text, i) }

// examine reads what stands around a heading word.
func examine(text string, at, end int, k *keyword) (candidate, bool) {
	x := candidate{at: at, after: end, kind: k, chosen: -1}
	word := text[at:end]
	x.upper = isUpper(word)
	r, _ := utf8.DecodeRuneInString(word)
	x.lower = !x.upper && !isCapital(r)
	x.lineStart = startsLine(text, at)
	if k.depth == signatureDepth {
		return x, x.ends(text)
	}
	i := skipToNumber(text, end)
	x.number = readNumber(text, i, x.upper)
	if x.number.n == 0 && (k.depth != 0 || !x.lineStart || !bareAnnex(text, end)) {
		return x, false
	}
	x.score = x.before(text)
	return x, true
}

// ends reports whether a formula of signature begins a sentence or line.
func (x *candidate) ends(text string) bool {
	if x.lineStart {
		return !x.lower || x.at == 0 || lastNonBlank(text, x.at) < x.at
	}
	end := lastNonBlank(text, x.at)
	return end > 0 && strings.IndexByte(".;:)/-", text[end-1]) >= 0 || x.upper
}

// bareAnnex reports whether the line ends behind a word at byte i: "ANNEX".
func bareAnnex(text string, i int) bool {
	rest, _, _ := strings.Cut(text[i:min(len(text), i+80)], "\n")
	return strings.Trim(rest, " \t\r.:*") == ""
}

// skipToNumber passes what may stand between a heading word and its number:
// blanks, one line break, "No.", a dash.
func skipToNumber(text string, i int) int {
	lines := 0
	for i < len(text) {
		switch c := text[i]; {
		case c == ' ' || c == '\t' || c == '-' || c == '*' || c == '_' || c == '.':
			i++
		case c == '\n' || c == '\r':
			if lines++; lines > 2 {
				return i
			}
			i++
		case strings.HasPrefix(text[i:], "\u00a0"), strings.HasPrefix(text[i:], "–"), strings.HasPrefix(text[i:], "№"):
			_, n := utf8.DecodeRuneInString(text[i:])
			i += n
		case strings.HasPrefix(text[i:], "No. "), strings.HasPrefix(text[i:], "Nr. "), strings.HasPrefix(text[i:], "no. "):
			i += 4
		default:
			return i
		}
	}
	return i
}

// startsLine reports whether nothing but blanks and marks of layout stand
// before byte i on its line.
func startsLine(text string, i int) bool {
	for i > 0 {
		switch c := text[i-1]; c {
		case '\n', '\r':
			return true
		case ' ', '\t', '#', '*', '_', '>', '|', '[', '"':
			i--
		default:
			if strings.HasSuffix(text[:i], "\u00a0") || strings.HasSuffix(text[:i], "\ufeff") {
				i -= len("\u00a0")
				if i > 0 && text[i-1] == 0xEF {
					i--
				}
				continue
			}
			return false
		}
	}
	return true
}

func isUpper(word string) bool {
	for _, r := range word {
		if !isCapital(r) && r != '.' {
			return false
		}
	}
	return true
}

func isCapital(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return 'A' <= r && r <= 'Z'
	case r >= 0x410 && r <= 0x42F, r >= 0xC0 && r <= 0xDE:
		return true
	}
	return false
}
