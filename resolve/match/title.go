package match

import (
	"slices"
	"strconv"
	"strings"

	"pacta/edtf"
)

// A Reading is a record taken apart for comparing. Make it once where a record
// is compared often.
type Reading struct {
	Record   Record
	words    []weighted // distinct content words, sorted
	types    []string   // of the instrument, the outermost first
	ops      []string   // what it does to another instrument, sorted
	depth    int        // how many instruments the title names: protocol to the convention = 2
	numbers  []numbered
	years    []string
	parties  []string
	bodies   []string // organisations that the title names
	date     edtf.Interval
	dated    bool
	exact    bool     // the date is a day
	acronym  string   // the whole title is one
	annex    bool     // it is an annex to another instrument
	verbs    []string // every operation that the title names
	nickname string   // the words by which others name it: "lakeside protocol"
	lastType string
	short    bool   // a nickname or acronym
	limit    int    // tokens of the title outside of brackets
	lastAt   int    // token of the last type word
	foreign  bool   // not in English
	known    string // the gazetteer's ID of a well-known instrument
	unnamed  string // rest without the names of organisations
	rest     string // the title without the names of states
}

type weighted struct {
	word   string
	weight float64
}

type numbered struct{ of, number string }

// Read takes r apart.
func Read(r Record) *Reading {
	x := &Reading{Record: r}
	x.foreign = foreign(fold(r.Title, nil))
	x.readDate()
	x.readParties()
	x.readTitle()
	return x
}

func (x *Reading) readDate() {
	if strings.HasPrefix(x.Record.Date, "9999") { // how some lists write "none"
		return
	}
	d, err := edtf.Parse(x.Record.Date)
	if err != nil {
		return
	}
	x.date, x.dated, x.exact = d, true, d.Last-d.First <= 1
}

// readTitle reads types, operations, numbers, years and content words.
func (x *Reading) readTitle() {
	main, aside := asides(x.rest)
	tokens := fold(main, nil)
	limit := len(tokens) // what stands in brackets does not change what the title is
	tokens = fold(aside, tokens)
	tokens = joinCompass(tokens)
	x.limit = min(limit, len(tokens))
	x.acronym = acronym(x.Record.Title)
	of := ""
	for i, t := range tokens {
		if n := ordinal(t); n > 0 && isSession(next(tokens, i)) {
			if i > 0 {
				n += tens[tokens[i-1]]
			}
			x.addNumber("session", strconv.Itoa(n))
			continue
		}
		if n := numberOf(t, of); n != "" {
			if isSession(next(tokens, i)) {
				of = "session"
			}
			x.addNumber(of, n)
			if next(tokens, i) != "and" && next(tokens, i) != "to" && numberOf(next(tokens, i), of) == "" {
				of = ""
			}
			continue
		}
		if t == "and" && of != "" {
			continue
		}
		name, w := look(t)
		if x.depth == 0 && w.number == "annex" {
			x.annex = true
		}
		if of = w.number; w.typ != "" && w.typ != "exchange" {
			of = "no"
		}
		x.addWord(name, w, tokens, i)
	}
	for _, w := range fold(x.Record.Type, nil) {
		if name, k := look(w); k.typ != "" && len(x.types) == 0 {
			x.types = append(x.types, k.typ)
			_ = name
		}
	}
	slices.SortFunc(x.words, func(a, b weighted) int { return strings.Compare(a.word, b.word) })
	slices.Sort(x.ops)
	x.short = x.isShort()
}

// asides splits a title into what stands outside and inside of brackets.
func asides(title string) (main, aside string) {
	var out, in strings.Builder
	depth := 0
	for _, r := range title {
		switch {
		case r == '(' || r == '[':
			depth++
			in.WriteByte(' ')
			out.WriteByte(' ')
		case r == ')' || r == ']':
			depth = max(0, depth-1)
		case depth > 0:
			in.WriteRune(r)
		default:
			out.WriteRune(r)
		}
	}
	return out.String(), in.String()
}

// acronym returns the acronym that a title of one or two words is, folded:
// "NPT", "EEA Agreement".
func acronym(title string) string {
	words := strings.Fields(title)
	if len(words) == 0 || len(words) > 2 || len(words[0]) < 3 || strings.ToUpper(words[0]) != words[0] {
		return ""
	}
	if len(words) == 2 && lexicon[strings.ToLower(words[1])].typ == "" {
		return ""
	}
	return strings.ToLower(words[0])
}

func next(tokens []string, i int) string {
	if i+1 < len(tokens) {
		return tokens[i+1]
	}
	return ""
}

// joinCompass writes "south east" and "south eastern" as one word.
func joinCompass(tokens []string) []string {
	out := tokens[:0]
	for _, t := range tokens {
		if n := len(out); n > 0 && (out[n-1] == "north" || out[n-1] == "south") && (strings.HasPrefix(t, "east") || strings.HasPrefix(t, "west")) {
			out[n-1] += strings.TrimSuffix(t, "ern")
			continue
		}
		out = append(out, t)
	}
	return out
}

// addNumber keeps n as a year or as the number of the thing named before it.
func (x *Reading) addNumber(of, n string) {
	if len(n) == 4 && (n[0] == '1' || n[0] == '2') && of != "no" && of != "minute" {
		x.years = append(x.years, n)
		return
	}
	if v := (numbered{of, n}); of != "" && !slices.Contains(x.numbers, v) {
		x.numbers = append(x.numbers, v)
	}
}

// addWord keeps a word as type, operation or content.
func (x *Reading) addWord(name string, w word, tokens []string, i int) {
	switch {
	case w.typ != "":
		if i >= x.limit {
			break
		}
		if x.depth == 0 && i > 0 && i < 3 && w.typ != "exchange" {
			x.nickname = tokens[i-1] + " " + tokens[i]
		}
		if !x.oneName(w.typ, i) {
			x.depth++
		}
		x.lastType, x.lastAt = w.typ, i
		if !slices.Contains(x.types, w.typ) {
			x.types = append(x.types, w.typ)
		}
	case w.op != "":
		x.verbs = append(x.verbs, w.op)
		// Only what the outer instrument does: the amended one may have been amended before.
		if x.depth < 2 && !slices.Contains(x.ops, w.op) {
			x.ops = append(x.ops, w.op)
		}
	}
	if w.stop || w.number != "" || w.typ != "" || w.op != "" || len(name) < 3 {
		return
	}
	weight := 1.0
	if w.formal {
		weight = 0.3
	}
	for _, y := range x.words {
		if y.word == name {
			return
		}
	}
	x.words = append(x.words, weighted{name, weight})
}

// oneName reports whether a type word at token i belongs to the name that the
// last one began: "exchange of notes constituting an agreement".
func (x *Reading) oneName(typ string, i int) bool {
	if x.depth == 0 || i-x.lastAt > 6 {
		return false
	}
	return typ == "exchange" || x.lastType == "exchange" || x.lastType == "memorandum"
}

func isSession(w string) bool {
	return w == "session" || w == "meeting" || w == "sessions" || w == "conference"
}

var ordinals = []string{
	"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
	"fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
}

var tens = map[string]int{"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

// ordinal returns the number of an ordinal word, 0 if t is none.
func ordinal(t string) int { return max(0, slices.Index(ordinals, t)) }

// numberOf returns the number that a token is, in digits: "12", "xii" and
// "twelve" behind a word that is numbered, "15th". "" is none.
func numberOf(t, of string) string {
	if t == "" {
		return ""
	}
	if t[0] >= '0' && t[0] <= '9' {
		n := 0
		for n < len(t) && '0' <= t[n] && t[n] <= '9' {
			n++
		}
		if rest := t[n:]; rest == "" || rest == "st" || rest == "nd" || rest == "rd" || rest == "th" {
			return strings.TrimLeft(t[:n], "0")
		}
		return ""
	}
	if of == "" && len(t) < 2 {
		return ""
	}
	if v := roman(t); v > 0 && (of != "" || len(t) > 1 && v < 40) {
		return strconv.Itoa(v)
	}
	if of != "" {
		if v := slices.Index(cardinals, t); v > 0 {
			return strconv.Itoa(v)
		}
		if len(t) == 1 && t != "a" {
			return t
		}
	}
	return ""
}

var cardinals = []string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// roman returns the value of a small roman numeral, 0 if t is none.
func roman(t string) int {
	total, last := 0, 0
	for i := len(t) - 1; i >= 0; i-- {
		v := strings.IndexByte("ivxlcdm", t[i])
		if v < 0 {
			return 0
		}
		v = [...]int{1, 5, 10, 50, 100, 500, 1000}[v]
		if v < last {
			total -= v
		} else {
			total, last = total+v, v
		}
	}
	return total
}
