package instrument

import (
	"strconv"
	"strings"

	"pacta"
	"pacta/gazetteer"
)

// A cite is a reference to one provision.
type cite struct {
	pacta.Span
	unit     string
	number   string
	provided pacta.Span // the number as printed
	target   *phrase
}

// cited finds the references to provisions in the sentence, whose phrases are
// found.
func (s *sentence) cited(found []*phrase) {
	for i := 0; i < len(s.tokens); {
		if !s.tokens[i].is(isUnit) || s.isCount(i) || s.headsProvision(i) {
			i++
			continue
		}
		i = max(s.citation(found, i), i+1)
	}
}

// isCount reports whether the unit at token i is counted, as in "twelve paragraphs".
func (s *sentence) isCount(i int) bool {
	return s.at(i-1).digits && ordinal(s.words(i-1)) == 0
}

// headsProvision reports whether the unit at token i is the heading of a
// provision of the document itself.
func (s *sentence) headsProvision(i int) bool {
	at := s.tokens[i].Start
	return len(s.a.Within(pacta.Provision, pacta.Span{Start: at, End: at + 1})) > 0
}

// citation reads the reference at unit token i and returns the token behind it.
func (s *sentence) citation(found []*phrase, i int) int {
	first, end := i, i+1
	var numbers []numbered
	switch {
	case s.tokens[i].typ == "preamble":
		numbers = []numbered{{value: "preamble", Span: s.tokens[i].Span}}
		if s.at(i - 1).is(isDeterminer) {
			first--
		}
	case ordinal(s.words(i-1)) > 0:
		numbers = []numbered{{value: strconv.Itoa(ordinal(s.words(i - 1))), Span: s.tokens[i-1].Span}}
		if first--; s.at(first - 1).is(isDefinite) {
			first--
		}
	default:
		if numbers, end = s.numbers(i + 1); len(numbers) == 0 {
			return i
		}
	}
	target, end := s.target(found, i, end)
	if target == nil {
		return end
	}
	span := s.span(first, end)
	if target.Start >= span.Start && target.sentence == s.index {
		span = span.Union(target.Span)
	}
	for _, n := range numbers {
		s.cites = append(s.cites, cite{Span: span, unit: s.tokens[i].typ, number: n.value, provided: n.Span, target: target})
	}
	return end
}

type numbered struct {
	pacta.Span
	value string
}

// numbers reads "5, 6 and 7" at token i.
func (s *sentence) numbers(i int) (out []numbered, end int) {
	if s.words(i) == "." || strings.EqualFold(s.words(i), "no") {
		i++
	}
	end = i
	for i < len(s.tokens) {
		n := s.numeral(i)
		if n == "" {
			return out, end
		}
		out = s.appendRange(out, numbered{value: n, Span: s.tokens[i].Span})
		i = s.subdivision(i + 1)
		end = i
		sep := i
		for w := strings.ToLower(s.words(i)); w == "," || w == "and" || w == "or" || w == "to" || w == "through" || s.isHyphen(i); w = strings.ToLower(s.words(i)) {
			if i++; i-sep > 2 {
				break
			}
		}
		if i == sep {
			return out, end
		}
	}
	return out, end
}

// numeral returns the number that token i is, in digits, "" if it is none.
func (s *sentence) numeral(i int) string {
	w := s.words(i)
	if s.at(i).digits {
		n := 0
		for n < len(w) && '0' <= w[n] && w[n] <= '9' {
			n++
		}
		if n == len(w) && n < 4 || n < len(w) && n < 4 && (w[n] == '(' || w[n] == '-' || w[n] == '.') {
			return w[:n]
		}
		return ""
	}
	if n := roman(w); n > 0 {
		return strconv.Itoa(n)
	}
	if len(w) == 1 && 'A' <= w[0] && w[0] <= 'F' {
		return w
	}
	return ""
}

// subdivision skips "(1)(a)" at token i.
func (s *sentence) subdivision(i int) int {
	for s.words(i) == "(" && s.words(i+2) == ")" && s.joined(i) {
		i += 3
	}
	return i
}

// appendRange appends n; after a hyphen, a dash or "to" also what lies between.
func (s *sentence) appendRange(out []numbered, n numbered) []numbered {
	if len(out) == 0 {
		return append(out, n)
	}
	last := out[len(out)-1]
	switch strings.TrimSpace(s.text[last.End:n.Start]) {
	case "-", "–", "to", "through":
		from, err1 := strconv.Atoi(last.value)
		to, err2 := strconv.Atoi(n.value)
		if err1 == nil && err2 == nil && to-from < 50 {
			for v := from + 1; v < to; v++ {
				out = append(out, numbered{value: strconv.Itoa(v), Span: last.Union(n.Span)})
			}
		}
	}
	return append(out, n)
}

// target returns the instrument whose provision is cited: what stands behind
// "of", or else the one that the text speaks of. It also returns the token
// behind the reference. It returns nil when the reference is to something else,
// such as a law.
func (s *sentence) target(found []*phrase, unit, end int) (*phrase, int) {
	w := strings.ToLower(s.words(end))
	if w == "thereof" {
		return s.spoken(s.tokens[unit].Start), end + 1
	}
	if w == "," && s.at(end+1).is(isUnit) { // Article 9, paragraph 1, of …
		if numbers, next := s.numbers(end + 2); len(numbers) > 0 {
			if s.words(next) == "," && strings.EqualFold(s.words(next+1), "of") {
				next++
			}
			p, _ := s.target(found, end+1, next)
			return p, end
		}
	}
	if w != "of" && w != "to" && w != "in" && w != "under" {
		return s.bare(unit), end
	}
	at := end + 1
	for _, p := range found {
		if p.entity != nil && (p.first == at || p.first == at+1 && s.at(at).is(isDefinite)) {
			return p, max(p.last, end)
		}
	}
	if p := s.through(at); p != nil {
		return p, p.last
	}
	if w == "of" && s.at(at+1).is(isUnit) || s.at(at).is(isUnit) { // paragraph 2 of Article 5 of …
		return s.nested(found, at), end
	}
	if w == "of" || w == "to" && s.at(at).is(isDeterminer) {
		return nil, end
	}
	return s.bare(unit), end
}

// nested returns the instrument of the larger provision that stands at token i.
func (s *sentence) nested(found []*phrase, i int) *phrase {
	if s.at(i).is(isDeterminer) {
		i++
	}
	if numbers, end := s.numbers(i + 1); len(numbers) > 0 {
		p, _ := s.target(found, i, end)
		return p
	}
	return s.bare(i)
}

// bare returns the instrument of a reference that names none. Sections and
// chapters are as often of laws and books.
func (s *sentence) bare(unit int) *phrase {
	if t := s.tokens[unit]; (t.typ == "section" || t.typ == "chapter" || t.typ == "clause") && s.title.IsZero() {
		return nil
	}
	return s.spoken(s.tokens[unit].Start)
}

// spoken returns the mention of the instrument that the text speaks of at a
// byte: in a treaty its own, else the last one mentioned.
func (s *sentence) spoken(at int) *phrase {
	if !s.title.IsZero() {
		return s.phrases[0]
	}
	for i := len(s.phrases) - 1; i >= 0; i-- {
		p := s.phrases[i]
		if p.Start < at && p.status != "generic" && p.status != "body" && p.entity.status != "prospective" {
			return p
		}
	}
	return nil
}

// through returns the treaty that an organisation is founded on, where the
// text names the organisation in its place: "Article 5 of NATO".
func (s *sentence) through(i int) *phrase {
	first := i
	if s.at(i).is(isDefinite) {
		i++
	}
	x, ok := s.actor(i)
	if !ok || x.Type != "organization" {
		return nil
	}
	known := s.constitutive(x.Value)
	if known == nil {
		return nil
	}
	p := s.named(gazetteer.Match{Start: x.Start, End: x.End, Entry: known})
	if p.first > first {
		p.first = first
		p.Start = s.tokens[first].Start
	}
	s.resolve(p)
	s.phrases = append(s.phrases, p)
	return p
}

// constitutive returns the instrument that founded an organisation, nil if the
// gazetteer has none.
func (r *reader) constitutive(organization string) *gazetteer.Entry {
	if organization == "" {
		return nil
	}
	var best *gazetteer.Entry
	for e := range r.a.Names.All() {
		if e.Kind != gazetteer.Instrument || e.Organization != organization || !founds(e) {
			continue
		}
		if best == nil || e.Date != "" && e.Date < best.Date {
			best = e
		}
	}
	return best
}

// founds reports whether an instrument is of a kind by which organisations are
// founded.
func founds(e *gazetteer.Entry) bool {
	switch e.Type {
	case "treaty", "charter", "statute", "constitution", "agreement", "convention", "covenant", "pact", "articles of agreement":
		return true
	}
	return false
}

var ordinals = []string{
	"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
	"thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
}

// ordinal returns the number that an ordinal word stands for, 0 if it is none.
func ordinal(w string) int {
	if len(w) < 3 {
		return 0
	}
	if '0' <= w[0] && w[0] <= '9' {
		for _, suffix := range []string{"st", "nd", "rd", "th"} {
			if n, ok := strings.CutSuffix(w, suffix); ok {
				v, _ := strconv.Atoi(n)
				return v
			}
		}
		return 0
	}
	for n, o := range ordinals {
		if strings.EqualFold(w, o) {
			return n
		}
	}
	return 0
}

// roman returns the value of a roman numeral in capitals, 0 if w is none.
func roman(w string) int {
	total, last := 0, 0
	for i := len(w) - 1; i >= 0; i-- {
		v := strings.IndexByte("IVXLC", w[i])
		if v < 0 {
			return 0
		}
		v = [...]int{1, 5, 10, 50, 100}[v]
		if v < last {
			total -= v
		} else {
			total, last = total+v, v
		}
	}
	return total
}
