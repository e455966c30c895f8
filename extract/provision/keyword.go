package provision

import (
	_ "embed"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed keywords.tsv
var keywordsTSV string

var keywords = readKeywords(keywordsTSV)

// A keyword is a word that begins headings.
type keyword struct {
	word  string // folded
	typ   string
	depth int
}

// readKeywords parses keywords.tsv into lists by the first byte of the folded
// word, the longer words first.
func readKeywords(tsv string) (out [256][]keyword) {
	for line := range strings.Lines(tsv) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if line[0] == '#' || len(f) < 3 {
			continue
		}
		depth, _ := strconv.Atoi(f[2])
		k := keyword{word: f[0], typ: f[1], depth: depth}
		first := k.word[0]
		list := append(out[first], k)
		for i := len(list) - 1; i > 0 && len(list[i].word) > len(list[i-1].word); i-- {
			list[i], list[i-1] = list[i-1], list[i]
		}
		out[first] = list
	}
	return out
}

// matchKeyword returns the keyword that stands at byte i of text and the byte
// behind it.
func matchKeyword(text string, i int) (*keyword, int) {
	c := text[i]
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	if c >= utf8.RuneSelf { // Cyrillic: the first byte differs by case
		r, _ := utf8.DecodeRuneInString(text[i:])
		var b [utf8.UTFMax]byte
		utf8.EncodeRune(b[:], unicode.ToLower(r))
		c = b[0]
	}
	list := keywords[c]
	for j := range list {
		if n := foldedPrefix(text[i:], list[j].word); n > 0 {
			return &list[j], i + n
		}
	}
	return nil, i
}

// foldedPrefix returns the length of the prefix of s that equals word but for
// case, 0 if there is none.
func foldedPrefix(s, word string) int {
	i, j := 0, 0
	for j < len(word) {
		if i == len(s) {
			return 0
		}
		a, b := s[i], word[j]
		if a < utf8.RuneSelf && b < utf8.RuneSelf {
			if 'A' <= a && a <= 'Z' {
				a += 'a' - 'A'
			}
			if a != b {
				return 0
			}
			i, j = i+1, j+1
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		w, m := utf8.DecodeRuneInString(word[j:])
		if unicode.ToLower(r) != w {
			return 0
		}
		i, j = i+n, j+m
	}
	return i
}
