package instrument

import (
	"fmt"
	"strconv"
	"strings"

	"pacta"
)

// A testimonium is what the end of an instrument says of its conclusion: "Done
// at Lakeside this third day of May one thousand nine hundred and ninety".
type testimonium struct {
	date, place pacta.Span
	value       string // of the date, in ISO form
}

// testimoniumSpace is how far behind "done" the date may stand, in bytes.
const testimoniumSpace = 400

// findTestimonium returns the first formula of conclusion in text that has a
// date. from is where the end of the instrument begins, 0 if that is not known.
func findTestimonium(text string, from int) (testimonium, bool) {
	for i := from; i < len(text); i++ {
		if c := text[i] | 0x20; c != 'd' && c != 's' || i > 0 && isWordByte(text[i-1]) {
			continue
		}
		n := formula(text[i:])
		if n == 0 {
			continue
		}
		if t, ok := readTestimonium(text, i+n); ok {
			return t, true
		}
	}
	return testimonium{}, false
}

// formula returns the length of the word at the beginning of s if it is one
// that says that an instrument was concluded.
func formula(s string) int {
	for _, w := range [...]string{"done", "signed"} {
		if len(s) <= len(w) || !strings.EqualFold(s[:len(w)], w) || isWordByte(s[len(w)]) {
			continue
		}
		if w == "signed" && s[0] != 'S' { // within a sentence it is another instrument that was signed
			continue
		}
		rest := strings.TrimLeft(s[len(w):min(len(s), len(w)+16)], " ,\n\t")
		for _, p := range [...]string{"at", "in", "this", "on", "the"} {
			if len(rest) > len(p) && strings.EqualFold(rest[:len(p)], p) && !isWordByte(rest[len(p)]) {
				return len(w)
			}
		}
	}
	return 0
}

func isWordByte(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c >= 0x80
}

// A piece is a word of a formula, folded.
type piece struct {
	pacta.Span
	word string
}

func pieces(text string, from, to int) []piece {
	var out []piece
	for i := from; i < to; {
		if !isWordByte(text[i]) {
			i++
			continue
		}
		j := i
		for j < to && isWordByte(text[j]) {
			j++
		}
		out = append(out, piece{pacta.Span{Start: i, End: j}, strings.ToLower(text[i:j])})
		i = j
	}
	return out
}

// readTestimonium reads place and date behind "done".
func readTestimonium(text string, from int) (t testimonium, ok bool) {
	ws := pieces(text, from, min(len(text), from+testimoniumSpace))
	for m := range ws {
		month := monthOf(ws[m].word)
		if month == 0 {
			continue
		}
		day, first := dayBefore(ws, m)
		next := m + 1
		if day == 0 && next < len(ws) {
			if day = dayOf(ws, next); day > 0 {
				first, next = m, next+1
			}
		}
		year, last := yearBehind(ws, next)
		if year == 0 || day == 0 {
			continue
		}
		t.value = fmt.Sprintf("%04d-%02d-%02d", year, month, day)
		t.date = pacta.Span{Start: ws[first].Start, End: ws[last].End}
		t.place = placeBefore(text, ws[:first])
		return t, true
	}
	return t, false
}

func monthOf(w string) int {
	for i, m := range [...]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"} {
		if w == m || len(w) == 3 && w == m[:3] {
			return i + 1
		}
	}
	return 0
}

// dayBefore returns the day that stands before the month at m: "twenty-ninth
// day of", "3rd".
func dayBefore(ws []piece, m int) (day, first int) {
	for i := m - 1; i >= 0 && m-i < 5; i-- {
		switch ws[i].word {
		case "day", "of", "the":
			continue
		}
		if day = dayOf(ws, i); day == 0 {
			return 0, 0
		}
		if day < 10 && i > 0 && (ws[i-1].word == "twenty" || ws[i-1].word == "thirty") {
			return day + map[string]int{"twenty": 20, "thirty": 30}[ws[i-1].word], i - 1
		}
		return day, i
	}
	return 0, 0
}

// dayOf returns the day that word i says, 0 if it says none.
func dayOf(ws []piece, i int) int {
	w := ws[i].word
	if n, err := strconv.Atoi(strings.TrimRight(w, "sthndr")); err == nil && n > 0 && n < 32 {
		return n
	}
	for _, tens := range [...]string{"twenty", "thirty"} {
		if rest, ok := strings.CutPrefix(w, tens); ok && rest != "" {
			return map[string]int{"twenty": 20, "thirty": 30}[tens] + ordinal(rest)
		}
	}
	if w == "thirtieth" {
		return 30
	}
	return ordinal(w)
}

// yearBehind returns the year that stands at or soon behind word i, in digits
// or words, and its last word.
func yearBehind(ws []piece, i int) (year, last int) {
	for j := i; j < len(ws) && j < i+8; j++ {
		if n, err := strconv.Atoi(ws[j].word); err == nil {
			if n >= 1600 && n < 2200 {
				return n, j
			}
			return 0, 0
		}
		if n, last := spelledYear(ws, j); n > 0 {
			return n, last
		}
	}
	return 0, 0
}

// spelledYear reads "one thousand nine hundred and ninety-six" at word i.
func spelledYear(ws []piece, i int) (year, last int) {
	total, part := 0, 0
	for j := i; j < len(ws); j++ {
		w := ws[j].word
		switch v := spelled(w); {
		case w == "thousand":
			total, part = max(part, 1)*1000, 0
		case w == "hundred" && part > 9:
			total, part = part*100, 0
		case w == "hundred":
			total, part = total+part*100, 0
		case w == "and" && j > i:
			continue
		case v >= 0:
			part += v
		default:
			if y := total + part; y >= 1600 && y < 2200 && total >= 1000 {
				return y, last
			}
			return 0, 0
		}
		last = j
	}
	if y := total + part; y >= 1600 && y < 2200 && total >= 1000 {
		return y, last
	}
	return 0, 0
}

// spelled returns the value of a number word, -1 if w is none.
func spelled(w string) int {
	for v, name := range cardinals {
		if w == name {
			return v
		}
	}
	switch w {
	case "one":
		return 1
	case "fourty":
		return 40
	}
	for _, tens := range [...]string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"} {
		if rest, ok := strings.CutPrefix(w, tens); ok && spelled(rest) > 0 {
			return spelled(tens) + spelled(rest)
		}
	}
	return -1
}

// placeBefore returns the place in "at Lakeside, this …": the words behind the
// first at or in up to a comma or the words of the date.
func placeBefore(text string, ws []piece) pacta.Span {
	for i := range ws {
		if w := ws[i].word; w != "at" && w != "in" || i+1 >= len(ws) || notPlace(ws[i+1].word) && ws[i+1].word != "the" {
			continue
		}
		first, last := i+1, i+1
		if ws[first].word == "the" {
			if first+3 >= len(ws) || ws[first+2].word != "of" { // in the English language
				continue
			}
			first, last = first+3, first+3 // the city of
		}
		for last+1 < len(ws) && last-first < 3 && !notPlace(ws[last+1].word) && strings.Trim(text[ws[last].End:ws[last+1].Start], " .-\n") == "" {
			last++
		}
		if last < len(ws) {
			return pacta.Span{Start: ws[first].Start, End: ws[last].End}
		}
	}
	return pacta.Span{}
}

func notPlace(w string) bool {
	switch w {
	case "this", "on", "the", "at", "languages", "language", "duplicate", "triplicate", "two", "a", "single", "english", "three", "copies", "originals", "quadruplicate", "in", "of":
		return true
	}
	return false
}
