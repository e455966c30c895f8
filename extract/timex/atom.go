package timex

import (
	"unicode/utf8"

	"pacta/language"
)

// An atom is a run of letters, a run of digits or one other character: finer
// than a token, so that "1990s", "third-quarter" and "21:00" have parts
// however the tokenizer cut them.
type atom struct {
	start, end int
	word       *word  // nil for what the grammar does not know
	classes    uint64 // of the word as it is written here
	num        int32  // the number, of digits
	sent, tok  int32  // where it stands in Analysis.Sentences
	glued      bool   // nothing between it and the atom before
	digits     uint8  // how many, 0 for what is no number
	capital    bool
	letters    bool
}

func (a *atom) is(c class) bool { return a.classes&(1<<c) != 0 }

// value returns what a stands for as a member of c.
func (a *atom) value(c class) int {
	if a.digits > 0 {
		return int(a.num)
	}
	return int(a.word.vals[c])
}

// shapes holds, by number of digits (5 for more), the classes that digits can
// belong to.
var shapes = [6]uint64{
	0: 0,
	1: 1<<classDom | 1<<classMon | 1<<classHH | 1<<classInt,
	2: 1<<classDom | 1<<classMon | 1<<classHH | 1<<classMM | 1<<classYY | 1<<classInt,
	3: 1 << classInt,
	4: 1<<classYYYY | 1<<classHHMM | 1<<classInt,
	5: 1 << classInt,
}

// scan appends the atoms of one token to atoms.
func (l *lexicon) scan(atoms []atom, text string, t *language.Token, sent, tok int) []atom {
	for i := t.Start; i < t.End; {
		a := atom{start: i, sent: int32(sent), tok: int32(tok)}
		a.glued = len(atoms) > 0 && atoms[len(atoms)-1].end == i
		c := text[i]
		switch {
		case isDigit(c):
			a.end = l.digits(&a, text, t.End)
		case isLetter(c):
			a.end = l.letters(&a, text, t.End)
		case c < utf8.RuneSelf:
			a.end = i + 1
			a.word = l.symbol[c]
			a.classes = a.word.set()
		default:
			_, n := utf8.DecodeRuneInString(text[i:])
			a.end = min(i+n, t.End)
			a.word = l.wide(text[i:a.end])
			a.classes = a.word.set()
		}
		i = a.end
		atoms = append(atoms, a)
	}
	return atoms
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func (l *lexicon) digits(a *atom, text string, end int) int {
	i := a.start
	n := 0
	for ; i < end && isDigit(text[i]); i++ {
		if i-a.start < 8 {
			n = n*10 + int(text[i]-'0')
		}
	}
	d := min(i-a.start, 5)
	a.num, a.digits, a.word = int32(n), uint8(d), l.list[d]
	c := shapes[d]
	if n < 1 || n > 31 {
		c &^= 1 << classDom
	}
	if n < 1 || n > 12 {
		c &^= 1 << classMon
	}
	if n > 24 {
		c &^= 1 << classHH
	}
	if n > 59 {
		c &^= 1 << classMM
	}
	if n < 1000 || n > 2999 {
		c &^= 1 << classYYYY
	}
	if n%100 > 59 || n/100 > 24 {
		c &^= 1 << classHHMM
	}
	a.classes = c
	return i
}

// longest is the length of the longest word that is looked up.
const longest = 16

func (l *lexicon) letters(a *atom, text string, end int) int {
	var low [longest]byte
	i := a.start
	for ; i < end && (isLetter(text[i]) || text[i] >= utf8.RuneSelf && isWideLetter(text[i:])); i++ {
		if n := i - a.start; n < longest {
			low[n] = text[i] | 0x20
		}
	}
	n := i - a.start
	a.capital, a.letters = text[a.start] < 'a', true
	if n > longest {
		return i
	}
	w := l.words[string(low[:n])]
	if w == nil {
		return i
	}
	a.word, a.classes = w, w.classes
	if w.cap && !a.capital || w.lowerOnly && a.capital {
		a.classes = 0
	}
	return i
}

// isWideLetter reports whether s starts with a byte within a letter outside of
// ASCII: everything but the marks and spaces of U+2000 to U+206F and U+00A0 to
// U+00BF.
func isWideLetter(s string) bool {
	return s[0] != 0xE2 && s[0] != 0xC2
}

// wide returns the word for a character outside of ASCII: the apostrophe and
// the dashes that print uses.
func (l *lexicon) wide(s string) *word {
	switch s {
	case "’", "‘":
		return l.symbol['\'']
	case "–", "‐", "‑", "−":
		return l.symbol['-']
	}
	return nil
}
