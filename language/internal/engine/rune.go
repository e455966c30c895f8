package engine

import "unicode"

// Classes of characters, as tokenizer, splitter and shapes see them.
const (
	classNone  = iota // nothing there: an end of the paragraph
	classLower        // letters without case too
	classUpper
	classDigit
	classStop  // .
	classComma // ,
	classMark  // ! ?
	classColon // : ;
	classHyphen
	classQuote // ' ’ ‘ `
	classDouble
	classOpen
	classClose
	classCurrency
	classOther
	classBlank
)

var asciiClass = asciiClasses()

func asciiClasses() (t [128]uint8) {
	for i := range t {
		t[i] = classOther
	}
	fill := func(class uint8, chars string) {
		for i := 0; i < len(chars); i++ {
			t[chars[i]] = class
		}
	}
	fill(classLower, "abcdefghijklmnopqrstuvwxyz")
	fill(classUpper, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	fill(classDigit, "0123456789")
	fill(classStop, ".")
	fill(classComma, ",")
	fill(classMark, "!?")
	fill(classColon, ":;")
	fill(classHyphen, "-")
	fill(classQuote, "'`")
	fill(classDouble, "\"")
	fill(classOpen, "([{<")
	fill(classClose, ")]}>")
	fill(classCurrency, "$")
	fill(classBlank, " \t\n\v\f\r")
	return t
}

func classOf(r rune) uint8 {
	if r < 128 {
		return asciiClass[r]
	}
	switch r {
	case '’', '‘', '‚', 'ʼ', '′':
		return classQuote
	case '“', '”', '„', '«', '»', '‟', '″':
		return classDouble
	case '–', '—', '‐', '‑', '−':
		return classHyphen
	case '€', '£', '¥':
		return classCurrency
	case '…':
		return classStop
	case '\u200b', '\ufeff', '\u2060':
		return classBlank
	}
	switch {
	case unicode.IsSpace(r):
		return classBlank
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return classUpper
	case unicode.IsLetter(r) || unicode.IsMark(r) || r == '\u00ad':
		return classLower
	case unicode.IsDigit(r):
		return classDigit
	}
	return classOther
}

func isLetter(class uint8) bool { return class == classLower || class == classUpper }
