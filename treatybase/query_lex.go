package treatybase

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a piece of a query.
type token struct {
	sort       sort
	text       string
	star       bool // ended in *
	exact      bool // of a name: = stands behind the colon; of a value: before it
	apart      int  // the number of near/5 or "…"~5; 0 if there is none
	start, end int  // where it stands
}

type sort int

const (
	ended sort = iota
	opening
	closing
	orSign
	andSign
	notSign
	nearSign
	wordSign
	phraseSign
	nameSign // of a field, with its colon
)

// What a query may be at most.
const (
	maxQuery  = 2000 // bytes
	maxTokens = 200
	maxDepth  = 30
	maxApart  = 50
)

// quotes are what keyboards have for quotation marks.
const quotes = "\"“”„«»"

// isBlank reports whether r separates words. Besides white space these are
// what no text holds: control characters, and the code points by which we mark
// the words found.
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || r >= 0xFDD0 && r <= 0xFDEF
}

// lex cuts a query into tokens; the last one is of the sort ended.
func lex(s string) ([]token, error) {
	if len(s) > maxQuery {
		return nil, wrong("the search is longer than %d letters: leave something out", maxQuery)
	}
	l := &lexer{in: strings.ToValidUTF8(s, " ")}
	for l.blanks(); l.at < len(l.in); l.blanks() {
		if err := l.token(); err != nil {
			return nil, err
		}
		if len(l.out) > maxTokens {
			return nil, wrong("the search has more than %d words: leave something out", maxTokens)
		}
	}
	return append(l.out, token{start: l.at, end: l.at}), nil
}

type lexer struct {
	in  string
	at  int
	out []token
}

func (l *lexer) blanks() {
	for l.at < len(l.in) {
		r, n := utf8.DecodeRuneInString(l.in[l.at:])
		if !isBlank(r) {
			return
		}
		l.at += n
	}
}

func (l *lexer) add(t token, length int) {
	t.start, t.end = l.at, l.at+length
	l.at += length
	l.out = append(l.out, t)
}

func (l *lexer) token() error {
	r, size := utf8.DecodeRuneInString(l.in[l.at:])
	value := len(l.out) > 0 && l.out[len(l.out)-1].sort == nameSign && l.out[len(l.out)-1].end == l.at
	switch {
	case strings.ContainsRune(quotes, r):
		return l.quoted(size)
	case r == '(':
		l.add(token{sort: opening}, size)
	case r == ')':
		l.add(token{sort: closing}, size)
	case value:
		return l.value()
	case r == '-' && l.at+1 < len(l.in) && l.starts(l.in[l.at+1:]):
		l.add(token{sort: notSign}, size)
	default:
		return l.word()
	}
	return nil
}

// starts reports whether something that can be left out begins s.
func (l *lexer) starts(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '(' || strings.ContainsRune(quotes, r)
}

// quoted reads a phrase up to the next quotation mark, with what follows it.
func (l *lexer) quoted(size int) error {
	rest := l.in[l.at+size:]
	n := strings.IndexAny(rest, quotes)
	if n < 0 {
		return wrong(`a quotation mark is not closed: write "one after another" with a mark at both ends`)
	}
	_, last := utf8.DecodeRuneInString(rest[n:])
	t := token{sort: phraseSign, text: strings.Join(strings.FieldsFunc(rest[:n], isBlank), " ")}
	length := size + n + last
	if number, ok := strings.CutPrefix(l.in[l.at+length:], "~"); ok {
		digits := leading(number, isDigit)
		var err error
		if t.apart, err = distance(digits, `"withdraw troops"~5`); err != nil {
			return err
		}
		length += 1 + len(digits)
	}
	if t.text, t.star = cutStar(t.text); t.star && !isBeginning(t.text) {
		return tooShort()
	}
	l.add(t, length)
	return nil
}

// word reads up to the next blank, mark or bracket: a sign, the name of a
// field, or a word.
func (l *lexer) word() error {
	text := leading(l.in[l.at:], func(r rune) bool { return !isBlank(r) && r != '(' && r != ')' && !strings.ContainsRune(quotes, r) })
	switch text {
	case "AND":
		l.add(token{sort: andSign}, len(text))
		return nil
	case "OR", "|":
		l.add(token{sort: orSign}, len(text))
		return nil
	case "NOT":
		l.add(token{sort: notSign}, len(text))
		return nil
	case "NEAR":
		l.add(token{sort: nearSign, apart: farApart}, len(text))
		return nil
	}
	if len(text) > 5 && strings.EqualFold(text[:5], "near/") {
		n, err := distance(text[5:], "withdraw near/5 troops")
		l.add(token{sort: nearSign, apart: n}, len(text))
		return err
	}
	if name := leading(text, isASCIILetter); name != "" && strings.HasPrefix(text[len(name):], ":") {
		exact := strings.HasPrefix(text[len(name)+1:], "=")
		length := len(name) + 1
		if exact {
			length++
		}
		l.add(token{sort: nameSign, text: strings.ToLower(name), exact: exact}, length)
		return nil
	}
	return l.plain(text)
}

// plain adds a word without the signs around it; what holds no letter and no
// digit is passed over.
func (l *lexer) plain(text string) error {
	word, star := cutStar(text)
	word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	switch {
	case star && !isBeginning(word):
		return tooShort()
	case !hasLetter(word):
		l.at += len(text)
	default:
		l.add(token{sort: wordSign, text: word, star: star}, len(text))
	}
	return nil
}

// value reads what follows the name of a field. Brackets within belong to it,
// as in par:5(2).
func (l *lexer) value() error {
	depth := 0
	text := leading(l.in[l.at:], func(r rune) bool {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		}
		return depth >= 0 && !isBlank(r) && !strings.ContainsRune(quotes, r)
	})
	word, star := cutStar(text)
	if star && !isBeginning(word) {
		return tooShort()
	}
	l.add(token{sort: wordSign, text: word, star: star}, len(text))
	return nil
}

func leading(s string, in func(rune) bool) string {
	if i := strings.IndexFunc(s, func(r rune) bool { return !in(r) }); i >= 0 {
		return s[:i]
	}
	return s
}

func isDigit(r rune) bool       { return r >= '0' && r <= '9' }
func isASCIILetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// hasLetter reports whether s holds anything that the index holds.
func hasLetter(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

func cutStar(s string) (string, bool) {
	cut := strings.TrimRight(s, "*")
	return cut, cut != s
}

// isBeginning reports whether s is enough of a word to look for all words that
// begin with it.
func isBeginning(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n >= 2
}

func tooShort() error {
	return wrong("a * stands for the end of a word, after two letters or more: write treat* for treaty, treaties")
}

// distance reads the number of words that may stand between two.
func distance(digits, example string) (int, error) {
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || n > maxApart {
		return 0, wrong("how many words may stand between is a number from 1 to %d: write %s", maxApart, example)
	}
	return n, nil
}

// isWord reports whether text can be written without quotation marks.
func isWord(text string) bool {
	ts, err := lex(text)
	return err == nil && len(ts) == 2 && ts[0].sort == wordSign && ts[0].start == 0 && ts[0].end == len(text)
}

// isPlain reports the same of the value of a field.
func isPlain(text string) bool {
	ts, err := lex("x:" + text)
	return err == nil && len(ts) == 3 && !ts[0].exact && ts[1].sort == wordSign && ts[1].end == len(text)+2
}
