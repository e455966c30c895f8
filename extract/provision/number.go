package provision

import "strings"

// A reading is one way to read the number behind a heading word. Run-on and
// scanned text leaves several: "ARTICLE 131." is 131, or 13 and its first
// paragraph.
type reading struct {
	value    int
	from, to int  // the number as printed
	restored bool // the printed form is a scanning error
	suffix   byte // b, t, q of bis, ter, quater; a letter of "13A"
	roman    bool
	glued    bool // letters or digits follow without a blank
	cost     float32
}

const maxReadings = 6

// A number is the readings of one place.
type number struct {
	list [maxReadings]reading
	n    int
}

func (x *number) add(r reading) {
	if x.n < maxReadings && r.value > 0 && r.value < maxNumber {
		x.list[x.n] = r
		x.n++
	}
}

// maxNumber is above every article number; no treaty has more.
const maxNumber = 1000

// readNumber reads the number at byte i of text. glue says that letters may
// follow it directly, as where capitals "ARTICLE" stand in a text without.
func readNumber(text string, i int, glue bool) (x number) {
	if i >= len(text) {
		return x
	}
	switch c := text[i]; {
	case '0' <= c && c <= '9':
		readArabic(text, i, &x)
	case c == '(' && i+2 < len(text): // ARTICLE (3)
		j := i + 1
		if readArabic(text, j, &x); x.n > 0 && (x.list[0].to >= len(text) || text[x.list[0].to] != ')') {
			x.n = 0
		}
	default:
		readRoman(text, i, glue, &x)
		if x.n == 0 {
			readWord(text, i, &x)
		}
	}
	return x
}

func readArabic(text string, i int, x *number) {
	j, v := i, 0
	for j < len(text) && '0' <= text[j] && text[j] <= '9' {
		if v < maxNumber {
			v = v*10 + int(text[j]-'0')
		}
		j++
	}
	r := reading{value: v, from: i, to: j}
	r.suffix, r.to = readSuffix(text, j)
	r.glued = r.to < len(text) && isLetter(text[r.to])
	x.add(r)
	// "131." may be 13 and paragraph 1.
	if j-i > 1 && text[j-1] == '1' && j < len(text) && (text[j] == '.' || text[j] == ')') {
		x.add(reading{value: v / 10, from: i, to: j - 1, glued: true, cost: 1})
	}
}

// readSuffix reads "bis", "ter", "quater", "er", "º" or a capital letter
// directly behind a number.
func readSuffix(text string, i int) (byte, int) {
	rest := text[i:]
	if strings.HasPrefix(rest, "er") && !letterAt(text, i+2) || strings.HasPrefix(rest, "º") || strings.HasPrefix(rest, "°") {
		return 0, i + 2
	}
	j := i
	if j < len(text) && text[j] == ' ' {
		j++
	}
	for _, s := range [...]string{"bis", "ter", "quater", "quinquies"} {
		if n := foldedPrefix(text[j:], s); n > 0 && (!letterAt(text, j+n)) {
			return s[0], j + n
		}
	}
	if i < len(text) && 'A' <= text[i] && text[i] <= 'H' && !letterAt(text, i+1) {
		return text[i], i + 1
	}
	return 0, i
}

// readRoman reads a roman numeral, also in small letters ("Iii", "ix") and with
// the usual scanning errors (l for I).
func readRoman(text string, i int, glue bool, x *number) {
	j := i
	capital := i < len(text) && 'A' <= text[i] && text[i] <= 'Z'
	for j < len(text) && j-i < 9 && romanDigit(text[j]) > 0 && (capital || isLetter(text[j])) {
		j++
	}
	if j == i {
		return
	}
	if !letterAt(text, j) {
		if v := romanValue(text[i:j], false); v > 0 {
			r := reading{value: v, from: i, to: j, roman: true}
			r.suffix, r.to = readSuffix(text, j)
			x.add(r)
		} else if v := romanValue(text[i:j], true); v > 0 {
			x.add(reading{value: v, from: i, to: j, roman: true, restored: true, cost: 0.5})
		}
		if v := romanValue(text[i:j], true); v > 0 && x.n > 0 && v != x.list[0].value {
			x.add(reading{value: v, from: i, to: j, roman: true, restored: true, cost: 1})
		}
		return
	}
	if !glue {
		return
	}
	for k := j; k > i; k-- {
		if v := romanValue(text[i:k], false); v > 0 {
			x.add(reading{value: v, from: i, to: k, roman: true, glued: true, cost: 0.5 + 0.2*float32(j-k)})
		}
	}
}

func romanDigit(c byte) int {
	switch c | 0x20 {
	case 'i':
		return 1
	case 'v':
		return 5
	case 'x':
		return 10
	case 'l':
		return 50
	case 'c':
		return 100
	}
	if c == '1' || c == '|' {
		return 1
	}
	return 0
}

// romanValue returns the value of a well-formed roman numeral, 0 if s is none.
// noisy reads l, L, 1 and | as I.
func romanValue(s string, noisy bool) int {
	total, last, run := 0, 1000, 0
	for i := 0; i < len(s); i++ {
		v := romanDigitIn(s[i], noisy)
		if v == 0 {
			return 0
		}
		next := 0
		if i+1 < len(s) {
			next = romanDigitIn(s[i+1], noisy)
		}
		if v < next {
			if v != 1 && v != 10 || next > 10*v || next-v > last {
				return 0
			}
			total, last, run = total+next-v, v-1, 0
			i++
			continue
		}
		if v > last {
			return 0
		}
		if run++; v != last {
			run = 1
		}
		if run > 3 || run > 1 && (v == 5 || v == 50) {
			return 0
		}
		total, last = total+v, v
	}
	return total
}

func romanDigitIn(c byte, noisy bool) int {
	if noisy && (c == 'l' || c == 'L' || c == '1' || c == '|') {
		return 1
	}
	if c == '1' || c == '|' {
		return 0
	}
	return romanDigit(c)
}

var numberWords = []string{
	"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
	"fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "twenty-one", "twenty-two", "twenty-three", "twenty-four",
	"twenty-five", "twenty-six", "twenty-seven", "twenty-eight", "twenty-nine", "thirty",
}

var firstWords = []string{"premier", "première", "unique", "primero", "primera", "único", "first", "eerste", "первая"}

func readWord(text string, i int, x *number) {
	best, to := 0, 0
	for v, w := range numberWords[1:] {
		if n := foldedPrefix(text[i:], w); n > 0 && !letterAt(text, i+n) && n > to {
			best, to = v+1, n
		}
	}
	if best > 0 {
		x.add(reading{value: best, from: i, to: i + to})
		return
	}
	for _, w := range firstWords {
		if n := foldedPrefix(text[i:], w); n > 0 && !letterAt(text, i+n) {
			x.add(reading{value: 1, from: i, to: i + n})
			return
		}
	}
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= 0x80 }

func letterAt(text string, i int) bool { return i < len(text) && isLetter(text[i]) }
