package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Model analyses text; it is safe for concurrent use.
type Model struct{ hash string }

var english = &Model{hash: "crude"}

// English returns the embedded English model.
func English() *Model { return english }

// Hash identifies the version of the weights.
func (m *Model) Hash() string { return m.hash }

// Analyse returns the sentences of the whole text, in order.
func (m *Model) Analyse(text string, o Options) []Sentence {
	var out []Sentence
	var tokens []Token
	flush := func() {
		if len(tokens) > 0 {
			out = append(out, Sentence{Start: tokens[0].Start, End: tokens[len(tokens)-1].End, Tokens: tokens})
			tokens = nil
		}
	}
	add := func(a, b int) {
		tokens = append(tokens, Token{Start: a, End: b, Lemma: strings.ToLower(text[a:b]), Head: -1})
	}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r):
			if strings.HasPrefix(text[i:], "\n\n") {
				flush()
			}
			i += n
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			j := i
			for j < len(text) {
				r, n := utf8.DecodeRuneInString(text[j:])
				if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
					break
				}
				j += n
			}
			add(i, j)
			i = j
		default:
			add(i, i+n)
			i += n
			if r == '.' || r == '!' || r == '?' {
				flush()
			}
		}
	}
	flush()
	return out
}
