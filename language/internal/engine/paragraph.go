package engine

import (
	"slices"
	"unicode/utf8"
)

// Paragraphs finds the stretches of text that no sentence crosses: it ends one
// at a blank line, at a line break that is no mere wrapping, and at every
// skipped range.
type Paragraphs struct {
	text string
	skip [][2]int
	at   int
	stop int // end of the readable part that at is in
}

// NewParagraphs starts at the beginning of the text.
func NewParagraphs(text string, skip [][2]int) *Paragraphs {
	p := &Paragraphs{text: text, skip: slices.Clone(skip)}
	slices.SortFunc(p.skip, func(a, b [2]int) int { return a[0] - b[0] })
	p.stop = p.readable()
	return p
}

// readable moves over skipped ranges that begin here and returns where the next begins.
func (p *Paragraphs) readable() int {
	for len(p.skip) > 0 && p.skip[0][0] <= p.at {
		p.at = max(p.at, min(p.skip[0][1], len(p.text)))
		p.skip = p.skip[1:]
	}
	if len(p.skip) > 0 {
		return min(p.skip[0][0], len(p.text))
	}
	return len(p.text)
}

// Next returns the next paragraph; it may be blank.
func (p *Paragraphs) Next() (start, end int, ok bool) {
	if p.at >= p.stop {
		p.stop = p.readable()
	}
	if p.at >= len(p.text) {
		return 0, 0, false
	}
	start = p.at
	line := p.at
	for i := p.at; i < p.stop; i++ {
		if p.text[i] != '\n' && p.text[i] != '\f' {
			continue
		}
		if p.text[i] == '\f' || closes(p.text[line:p.stop], i-line) {
			p.at = i + 1
			return start, i, true
		}
		line = i + 1
	}
	p.at = p.stop
	return start, p.stop, true
}

const (
	shortLine = 45  // a line of fewer bytes was not broken for want of room
	longLine  = 100 // a line of more was not broken to fit a page
)

// closes reports whether the line break at text[n] ends a paragraph. text
// begins with the line that it ends.
func closes(text string, n int) bool {
	last := n
	for last > 0 && blankByte(text[last-1]) {
		last--
	}
	next := n + 1
	for next < len(text) && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r') {
		next++
	}
	if last == 0 || next >= len(text) || text[next] == '\n' {
		return true
	}
	r, _ := utf8.DecodeRuneInString(text[next:])
	class := classOf(r)
	switch {
	case class == classLower && !isTerminal(text[last-1]):
		return false
	case bullet(text[next:]), last < shortLine, n > longLine:
		return true
	}
	return lineLength(text[next:]) > longLine
}

func blankByte(b byte) bool { return b == ' ' || b == '\t' || b == '\r' || b == '\n' }

func isTerminal(b byte) bool {
	switch b {
	case '.', '!', '?', ':', ';', '"':
		return true
	}
	return b >= utf8.RuneSelf
}

// lineLength counts the bytes to the line's end, up to just over longLine.
func lineLength(text string) int {
	n := 0
	for n < len(text) && n <= longLine && text[n] != '\n' {
		n++
	}
	return n
}

// bullet reports whether a line starts with a mark or number of a list: "-",
// "•", "1.", "(a)", "12)".
func bullet(line string) bool {
	r, n := utf8.DecodeRuneInString(line)
	switch r {
	case '-', '*', '–', '—', '•', '·', '▪', '‣', '●', '◦', '#':
		return n < len(line) && line[n] != r2b(r)
	}
	i := 0
	if line[0] == '(' {
		i = 1
	}
	j := i
	for j < len(line) && j < i+4 && (asciiAt(line, j) == classDigit || asciiAt(line, j) == classLower || asciiAt(line, j) == classUpper) {
		j++
	}
	if j == i || j+1 >= len(line) {
		return false
	}
	if line[j] == ')' {
		return true
	}
	return line[j] == '.' && asciiAt(line, i) == classDigit && blankByte(line[j+1])
}

// r2b is the byte of an ASCII rune, or one that no UTF-8 text holds.
func r2b(r rune) byte {
	if r < utf8.RuneSelf {
		return byte(r)
	}
	return 0xff
}

func asciiAt(s string, i int) uint8 {
	if s[i] < utf8.RuneSelf {
		return asciiClass[s[i]]
	}
	return classOther
}
