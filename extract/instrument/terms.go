package instrument

import (
	"strconv"
	"strings"

	"pacta"
)

// terms reads what a sentence says of an instrument that it names: how many
// paragraphs it has, for how long it is concluded, when it enters into force,
// where it is deposited.
func (s *sentence) terms(found []*phrase) {
	for i := range s.tokens {
		w := strings.ToLower(s.words(i))
		switch {
		case s.tokens[i].is(isUnit) && s.tokens[i].typ != "preamble":
			s.count(found, i)
		case w == "for" || w == "of":
			s.duration(found, i)
		case w == "force" && s.isEffect(i):
			s.effect(found, i)
		case w == "deposited" && (strings.EqualFold(s.words(i+1), "with") || strings.EqualFold(s.words(i+1), "in")):
			s.deposit(found, i)
		}
	}
}

// near returns the last phrase before token i in the sentence that is an
// instrument in particular, nil if there is none.
func near(found []*phrase, i int) *phrase {
	var best *phrase
	for _, p := range found {
		if p.entity != nil && p.head < i && p.status != "generic" && p.status != "body" {
			best = p
		}
	}
	return best
}

// count reads "consists of twelve paragraphs" and "a nine-point statement"; the
// unit is token i.
func (s *sentence) count(found []*phrase, i int) {
	n, at := s.cardinal(i - 1)
	if n == 0 && s.isHyphen(i-1) {
		n, at = s.cardinal(i - 2)
	}
	if n == 0 {
		return
	}
	for _, p := range found {
		if p.entity != nil && p.first <= at && i < p.head {
			p.add("paragraphs", s.tokens[at].Span, strconv.Itoa(n))
			return
		}
	}
	if p := near(found, at); p != nil && s.contains(p.last, at) {
		p.add("paragraphs", s.tokens[at].Span, strconv.Itoa(n))
	}
}

// add adds an argument unless p has one in that role.
func (p *phrase) add(role string, span pacta.Span, value string) {
	for _, a := range p.args {
		if a.Role == role {
			return
		}
	}
	p.args = append(p.args, pacta.Arg{Role: role, Span: span, Value: value})
}

// cardinal returns the number that token i says, 0 if it says none.
func (s *sentence) cardinal(i int) (n, at int) {
	w := strings.ToLower(s.words(i))
	if n, err := strconv.Atoi(w); err == nil && n < 2000 {
		return n, i
	}
	for v, name := range cardinals {
		if w == name {
			return v, i
		}
	}
	return 0, i
}

var cardinals = map[int]string{
	2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten", 11: "eleven", 12: "twelve",
	30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety",
	13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen", 17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty",
}

// contains reports whether a verb of having stands in [from, to) and nothing
// that would end the clause.
func (s *sentence) contains(from, to int) bool {
	for j := from; j < to; j++ {
		switch strings.ToLower(s.words(j)) {
		case "consists", "consisted", "contains", "contained", "comprises", "comprised", "has", "had", "includes", "consisting", "containing", "comprising", "with", "counts", "runs":
			return true
		case ".", ";", "that":
			return false
		}
	}
	return false
}

// duration reads "for five years" and "for a period of five years".
func (s *sentence) duration(found []*phrase, i int) {
	j := i + 1
	if s.at(j).is(isDeterminer) {
		j++
	}
	x, ok := s.time(j)
	if !ok || x.Type != "DURATION" || x.Value == "" {
		return
	}
	p := near(found, i)
	if p == nil || strings.EqualFold(s.words(i), "of") && !s.isPeriod(i-1) || !s.concludes(p.last, i) {
		return
	}
	p.add("duration", x.Span, x.Value)
}

func (s *sentence) isPeriod(i int) bool {
	w := strings.ToLower(s.words(i))
	return w == "period" || w == "term" || w == "duration"
}

// concludes reports whether the words in [from, to) say that something is
// concluded, valid or prolonged.
func (s *sentence) concludes(from, to int) bool {
	for j := from; j < to; j++ {
		switch strings.ToLower(s.words(j)) {
		case "concluded", "signed", "valid", "runs", "force", "extended", "prolonged", "renewed", "remain", "remains", "last", "lasts", "validity", "effective":
			return true
		}
	}
	return from == to || s.isPeriod(to-1)
}

// isEffect reports whether "force" at token i is that of entering into force.
func (s *sentence) isEffect(i int) bool {
	if w := strings.ToLower(s.words(i - 1)); w != "into" {
		return false
	}
	switch strings.ToLower(s.words(i - 2)) {
	case "enter", "enters", "entered", "entering", "entry", "come", "comes", "came", "coming":
		return true
	}
	return false
}

// effect reads the date, or the condition, behind "entered into force".
func (s *sentence) effect(found []*phrase, i int) {
	p := near(found, i)
	if p == nil {
		return
	}
	j := i + 1
	if t := s.at(j); t.prep == inPlace || strings.EqualFold(s.words(j), "on") || strings.EqualFold(s.words(j), "from") {
		j++
	}
	if x, ok := s.time(j); ok && x.Type == "DATE" {
		v := x.ValueOf("edtf")
		if v == "" {
			v = x.Value
		}
		p.add("effect", x.Span, v)
		return
	}
	if end := s.clauseEnd(i + 1); end > i+2 {
		if w := strings.ToLower(s.words(i + 1)); w == "after" || w == "upon" || w == "on" || w == "once" || w == "when" {
			span := s.span(i+1, end)
			p.add("effect", span, plain(span.Of(s.text)))
		}
	}
}

// clauseEnd returns the token of the mark that ends the clause at token i.
func (s *sentence) clauseEnd(i int) int {
	for i < len(s.tokens) {
		if w := s.words(i); w == "," || w == "." || w == ";" || w == "”" || w == `"` {
			return i
		}
		i++
	}
	return i
}

// deposit reads with whom an instrument is deposited.
func (s *sentence) deposit(found []*phrase, i int) {
	p := near(found, i)
	if end := s.clauseEnd(i + 2); p != nil && end > i+2 {
		span := s.span(i+2, min(end, i+12))
		p.add("deposit", span, plain(span.Of(s.text)))
	}
}
