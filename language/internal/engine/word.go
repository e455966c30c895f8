package engine

import (
	"unicode"
	"unicode/utf8"
)

// Word is a token and what the models look at.
type Word struct {
	Start, End int    // bytes of the text
	Hash       uint32 // of the form as printed
	Lower      uint32 // of the form in lower case, digits as 0, quotes made plain
	Shape      uint32 // sequence of character classes, runs cut to two
	Pre        uint32 // first four bytes, in lower case
	Suf        uint64 // last eight bytes, in lower case
	Class      uint16 // ambiguity class: the set of tags seen for the form
	Known      uint8  // how often the form was seen in training
	First      uint8  // character class of the first and
	Last       uint8  // last character
	Caps       uint8  // 0 no capital, 1 first only, 2 all, 3 mixed
	Gap        bool   // a blank or the start of the paragraph comes before
	Tag        uint8  // joint tag
	UPOS, XPOS uint8
}

// read fills in what follows from the form itself.
func (w *Word) read(text string, start, end int) {
	*w = Word{Start: start, End: end}
	exact, lower := uint64(mixT), uint64(mixT)
	var shape uint64
	var run, lastRun, upper, letters uint8
	for i := start; i < end; {
		c := text[i]
		n := 1
		var class uint8
		low := c
		if c < utf8.RuneSelf {
			class = asciiClass[c]
			exact = step(exact, c)
			if class == classUpper {
				low = c | 0x20
			} else if class == classDigit {
				low = '0'
			}
			lower = step(lower, low)
			w.push(low, i-start)
		} else {
			var r rune
			r, n = utf8.DecodeRuneInString(text[i:end])
			class = classOf(r)
			for k := i; k < i+n; k++ {
				exact = step(exact, text[k])
			}
			r = plain(r, class)
			var buf [4]byte
			for k, b := range buf[:utf8.EncodeRune(buf[:], r)] {
				lower = step(lower, b)
				w.push(b, i-start+k)
			}
		}
		if i == start {
			w.First = class
		}
		if class == classUpper {
			upper++
		}
		if isLetter(class) && letters < 200 {
			letters++
		}
		if class != lastRun {
			run = 0
		}
		if run++; run <= 2 && shape < 1<<40 {
			shape = shape<<4 | uint64(class)
		}
		lastRun = class
		i += n
		if upper > 200 {
			upper = 200
		}
	}
	w.Last = lastRun
	w.Hash, w.Lower, w.Shape = fold(exact), fold(lower), fold(shape*mixB+1)
	w.Caps = caps(upper, letters, w.First == classUpper)
}

func caps(upper, letters uint8, first bool) uint8 {
	switch {
	case upper == 0:
		return 0
	case upper == letters && letters > 1:
		return 2
	case upper == 1 && first:
		return 1
	}
	return 3
}

func step(h uint64, b byte) uint64 { return (h ^ uint64(b)) * mixC }

// push keeps the first and the last four bytes.
func (w *Word) push(b byte, at int) {
	if at < 4 {
		w.Pre |= uint32(b) << (8 * at)
	}
	w.Suf = w.Suf<<8 | uint64(b)
}

// plain lowers a letter and makes quotes and digits of other scripts plain.
func plain(r rune, class uint8) rune {
	switch class {
	case classQuote:
		return '\''
	case classDigit:
		return '0'
	case classUpper:
		return unicode.ToLower(r)
	}
	return r
}
