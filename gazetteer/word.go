package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is one word of a text, folded: case, diacritics, inner apostrophes and the periods of
// abbreviations do not count, so that "Côte", "COTE" and "cote" have one hash.
type word struct {
	end   int    // end of the word
	poss  int    // end of a possessive "'s" that follows it, else 0
	hash  uint64 // of the folded letters
	cap   bool   // begins with a capital, or has no letters
	upper bool   // all letters are capitals, or has no letters
	size  int    // number of letters
}

const (
	hashSeed  = 14695981039346656037 // FNV-1a, 64 bits
	hashPrime = 1099511628211
)

type class uint8

const (
	other class = iota
	lower
	upper
	digit
	wide // first byte of a rune beyond ASCII
)

var classes = func() (t [256]class) {
	for c := range t {
		switch {
		case 'a' <= c && c <= 'z':
			t[c] = lower
		case 'A' <= c && c <= 'Z':
			t[c] = upper
		case '0' <= c && c <= '9':
			t[c] = digit
		case c >= utf8.RuneSelf:
			t[c] = wide
		}
	}
	return t
}()

// wordStart returns the first position at or after i where a word begins, len(text) if there is none.
func wordStart(text string, i int) int {
	for i < len(text) {
		switch classes[text[i]] {
		case lower, upper, digit:
			return i
		case wide:
			r, n := utf8.DecodeRuneInString(text[i:])
			if unicode.IsLetter(r) && apostrophe(text, i) == 0 { // U+02BC is a letter to Unicode
				return i
			}
			i += n
		default:
			i++
		}
	}
	return i
}

// scan reads the word that begins at i.
func scan(text string, i int) word {
	w := word{hash: hashSeed, upper: true}
	letters, segment, dotted := 0, 0, false
	for i < len(text) {
		c := text[i]
		switch classes[c] {
		case lower:
			w.upper = false
			letters++
		case upper:
			if letters == 0 {
				w.cap = true
			}
			c |= 0x20
			letters++
		case digit:
		case wide:
			n, more := w.wide(text, i, &letters)
			if !more {
				return w.finish(text, i, letters)
			}
			i += n
			segment++
			continue
		default:
			if c == '.' && segment == 1 && letters > 0 && (initialAt(text, i+1) || dotted) {
				i++
				segment, dotted = 0, true
				if classes[at(text, i)] == other {
					return w.finish(text, i, letters)
				}
				continue
			}
			n := apostrophe(text, i)
			if n == 0 || !letterAt(text, i+n) || possessive(text, i+n) {
				return w.finish(text, i, letters)
			}
			i += n
			segment++
			continue
		}
		w.hash = (w.hash ^ uint64(c)) * hashPrime
		i++
		segment++
	}
	return w.finish(text, i, letters)
}

// wide adds the rune at i to the word; more is false where the rune ends it.
func (w *word) wide(text string, i int, letters *int) (n int, more bool) {
	if n = apostrophe(text, i); n > 0 {
		return n, letterAt(text, i+n) && !possessive(text, i+n)
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	if unicode.Is(unicode.Mn, r) {
		return n, true
	}
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return 0, false
	}
	if unicode.IsUpper(r) {
		w.cap = w.cap || *letters == 0
	} else {
		w.upper = false
	}
	*letters++
	w.hash = (w.hash ^ uint64(fold(r))) * hashPrime
	return n, true
}

func (w word) finish(text string, end, letters int) word {
	w.end = end
	w.size = letters
	if letters == 0 {
		w.cap = true
	}
	if n := apostrophe(text, end); n > 0 && possessive(text, end+n) {
		w.poss = end + n + 1
	}
	return w
}

func at(text string, i int) byte {
	if i < len(text) {
		return text[i]
	}
	return 0
}

// initialAt reports whether a single letter stands at i: the "S" of "U.S.".
func initialAt(text string, i int) bool {
	c, d := classes[at(text, i)], classes[at(text, i+1)]
	return (c == lower || c == upper) && d == other
}

func letterAt(text string, i int) bool {
	switch classes[at(text, i)] {
	case lower, upper:
		return true
	case wide:
		r, _ := utf8.DecodeRuneInString(text[i:])
		return unicode.IsLetter(r) && apostrophe(text, i) == 0
	}
	return false
}

// possessive reports whether the "s" of a possessive stands at i.
func possessive(text string, i int) bool {
	c := at(text, i)
	return (c == 's' || c == 'S') && !letterAt(text, i+1) && classes[at(text, i+1)] != digit
}

// apostrophe returns the length of the apostrophe at i, straight, curly or modifier letter, else 0.
func apostrophe(text string, i int) int {
	switch at(text, i) {
	case '\'':
		return 1
	case 0xE2:
		if s := text[i:]; strings.HasPrefix(s, "’") || strings.HasPrefix(s, "‘") {
			return 3
		}
	case 0xCA:
		if s := text[i:]; strings.HasPrefix(s, "ʼ") || strings.HasPrefix(s, "ʻ") {
			return 2
		}
	}
	return 0
}

// latin holds the base letters of U+00C0 to U+017F.
const latin = "aaaaaaaceeeeiiiidnooooo" + "*" + "ouuuuyts" +
	"aaaaaaaceeeeiiiidnooooo" + "*" + "ouuuuyty" +
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkk" +
	"llllllllllnnnnnnnnnoooooooorrrrrrsssssssstttttt" +
	"uuuuuuuuuuuuwwyyyzzzzzzs"

// fold returns the lower-case base letter of r.
func fold(r rune) rune {
	if 0xC0 <= r && int(r-0xC0) < len(latin) {
		return rune(latin[r-0xC0])
	}
	switch r {
	case 'Ș', 'ș':
		return 's'
	case 'Ț', 'ț':
		return 't'
	case 'Ə', 'ə':
		return 'a'
	}
	return unicode.ToLower(r)
}

// gap returns the position of the next word where the words at both sides of end may belong to one
// name: white space without a blank line, one hyphen, dash or plus, or the period of "St. ".
// comma is set where a comma stands before the white space.
func gap(text string, end int, abbreviation bool) (next int, comma, ok bool) {
	i := end
	if n := apostrophe(text, i); n > 0 && i > 0 && text[i-1]|0x20 == 's' {
		i += n // "Workers' Party"
	}
	switch {
	case at(text, i) == ',':
		comma = true
		i++
	case at(text, i) == '.' && abbreviation:
		i++
	default:
		if n := hyphen(text, i); n > 0 {
			return i + n, false, letterOrDigit(text, i+n)
		}
	}
	n, lines := blank(text, i)
	return i + n, comma, n > 0 && lines < 2 && letterOrDigit(text, i+n)
}

func letterOrDigit(text string, i int) bool {
	return letterAt(text, i) || classes[at(text, i)] == digit
}

func hyphen(text string, i int) int {
	switch at(text, i) {
	case '-', '+':
		return 1
	case 0xE2:
		if s := text[i:]; len(s) >= 3 && s[1] == 0x80 && 0x90 <= s[2] && s[2] <= 0x94 { // U+2010 to U+2014
			return 3
		}
	}
	return 0
}

// blank returns the length of the white space at i and how many lines end in it.
func blank(text string, i int) (n, lines int) {
	for i+n < len(text) {
		c := text[i+n]
		switch {
		case c == '\n':
			lines++
			n++
		case c == ' ' || c == '\t' || c == '\r':
			n++
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(text[i+n:])
			if !unicode.IsSpace(r) && r != '\u200b' {
				return n, lines
			}
			n += size
		default:
			return n, lines
		}
	}
	return n, lines
}

// abbreviation reports whether a period after w may belong to it: "St. Petersburg", "Gen. Smith".
func (w word) abbreviation() bool { return w.cap && !w.upper && w.size <= 3 }
