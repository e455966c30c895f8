package instrument

import (
	"slices"
	"strings"

	"pacta"
	"pacta/language"
)

// complement reads on behind the head: on what, between whom, of which date.
func (s *sentence) complement(p *phrase) {
	s.premodified(p)
	for p.last < len(s.tokens) {
		if s.at(p.last).is(isSelf) {
			p.last++
			continue
		}
		end := s.segment(p, p.last)
		if end <= p.last {
			return
		}
		p.last = end
	}
}

// segment reads one prepositional phrase that begins at token i and returns
// where it ends, i where none begins.
func (s *sentence) segment(p *phrase, i int) int {
	t := s.at(i)
	switch {
	case t.prep == ofParties:
		return s.between(p, i)
	case t.prep == withParty:
		return s.with(p, i)
	case t.prep == ofTitle:
		if strings.EqualFold(s.words(i), "of") {
			if end := s.dateOf(p, i); end > i {
				return end
			}
		}
		if end := s.leadersOf(p, i); end > i {
			return end
		}
		return s.about(p, i)
	case strings.EqualFold(s.words(i), "from"):
		return s.dateOf(p, i)
	case strings.EqualFold(s.words(i), "to"):
		return s.to(p, i)
	case strings.EqualFold(s.words(i), "dated"):
		return s.dateOf(p, i)
	case s.words(i) == "(" && p.date.value == "":
		if end := s.dateOf(p, i); end > i && s.words(end) == ")" {
			return end + 1
		}
	}
	return i
}

// dateOf reads "of May 3, 1990".
func (s *sentence) dateOf(p *phrase, i int) int {
	at := i + 1
	if s.at(at).is(isDefinite) {
		at++
	}
	x, ok := s.time(at)
	if !ok || x.Type != "DATE" || !s.setDate(p, x) {
		return i
	}
	if p.date.Start == x.Start {
		return s.after(p.date.End)
	}
	return s.after(x.End)
}

// setDate takes a date that stands in the text as the date of p; references to
// the present tell nothing.
func (s *sentence) setDate(p *phrase, x pacta.Annotation) bool {
	if m := x.ValueOf("modifier"); m == "BEFORE" || m == "AFTER" { // "the post-1990 agreements"
		return true
	}
	d := s.dayRange(x)
	if strings.Contains(d.value, "/") && !strings.ContainsAny(d.Of(s.text), "0123456789") { // "earlier this week"
		return true
	}
	if v := d.value; v == "" || (v[0] < '0' || v[0] > '9') && v[0] != 'X' {
		return v == "" || !strings.HasSuffix(v, "_REF")
	}
	if p.date.value == "" {
		p.date = d
	}
	return true
}

// dayRange returns the date that x is. "May 3-4, 1990" is one date of two days,
// also where x is only its first half.
func (s *sentence) dayRange(x pacta.Annotation) dated {
	d := dated{Span: x.Span, value: x.ValueOf("edtf")}
	if d.value == "" {
		d.value = x.Value
	}
	i := s.after(x.End)
	if len(d.value) != 10 || yearIn(x.Of(s.text)) != "" || !s.isDash(i) || !s.at(i+1).digits || len(s.words(i+1)) > 2 {
		return d
	}
	j := i + 2
	if s.words(j) == "," {
		j++
	}
	if y := yearIn(s.words(j)); y != "" {
		day := s.words(i + 1)
		d.value = y + d.value[4:] + "/" + y + d.value[4:8] + strings.Repeat("0", 2-len(day)) + day
		d.End = s.tokens[j].End
	}
	return d
}

// isDash reports whether token i is a hyphen or dash.
func (s *sentence) isDash(i int) bool {
	w := s.words(i)
	return w == "-" || w == "–" || w == "‑"
}

// to reads "to the Convention on …" behind a protocol and "to end the war"
// behind an agreement: both tell the subject.
func (s *sentence) to(p *phrase, i int) int {
	next := s.at(i + 1)
	if p.typ == "protocol" && (next.is(isDeterminer) || next.capital) {
		return i
	}
	if !next.letters || next.is(isFunction|isDeterminer) || next.capital {
		return i
	}
	return s.about(p, i)
}

// about reads the subject: "on trade in fish". It ends before the next
// verb, mark or party.
func (s *sentence) about(p *phrase, i int) int {
	if s.isIdiom(i) || p.capital && (p.title.Start > s.tokens[p.head].Start || p.known != "") && s.lowers(i) {
		return i
	}
	end := i
	limit := i + 12
	if p.capital {
		limit = i + 25
	}
	for j := i + 1; j < len(s.tokens) && j < limit; j++ {
		t := s.tokens[j]
		if s.endsSubject(p, j) || s.dates(j) {
			break
		}
		if t.letters && !t.is(isFunction|isDeterminer|isAdverb) || t.digits {
			end = j + 1
		}
	}
	if end == i {
		return i
	}
	if p.title.Start < s.tokens[p.head].Start { // a title behind the head tells more than what stands before it
		p.title = s.span(i+1, end)
	}
	s.addSubject(p, i+1, end)
	return end
}

// lowers reports whether a title in capitals ends at token i: the word before
// it has a capital, and the next that tells something has none.
func (s *sentence) lowers(i int) bool {
	if !s.at(i - 1).capital {
		return false
	}
	for j := i + 1; j < i+4 && j < len(s.tokens); j++ {
		if t := s.tokens[j]; t.letters && !t.is(isFunction|isDeterminer) && t.prep == 0 && !strings.EqualFold(s.words(j), "to") {
			return !t.capital
		}
	}
	return false
}

// dates reports whether "of" at token i has a date behind it.
func (s *sentence) dates(i int) bool {
	if !strings.EqualFold(s.words(i), "of") {
		return false
	}
	x, ok := s.time(i + 1)
	return ok && x.Type == "DATE"
}

// isIdiom reports whether the preposition at token i begins what is no subject:
// "on the basis of", "on behalf of", "for the first time".
func (s *sentence) isIdiom(i int) bool {
	j := i + 1
	if s.at(j).is(isDefinite | isIndefinite) {
		j++
	}
	switch strings.ToLower(s.words(j)) {
	case "purpose", "purposes", "sake", "reasons", "basis", "behalf", "sidelines", "occasion", "side", "part", "first", "eve", "condition", "conclusion", "time", "period", "term", "duration":
		return true
	}
	_, ok := s.time(j)
	return ok
}

// endsSubject reports whether the subject of a title cannot go on at token j.
func (s *sentence) endsSubject(p *phrase, j int) bool {
	t := s.tokens[j]
	w := s.words(j)
	if !t.letters {
		return !t.digits && !s.isHyphen(j) && !(w == "-") && !(isOpening(w) || isClosing(w))
	}
	if t.prep == ofParties || t.prep == withParty || t.prep == byAgent || t.is(isRelative|isPronoun|isAux|isSelf) {
		return true
	}
	if t.is(isConjunction) && (s.at(j+1).is(isHead) || s.at(j+1).is(isDeterminer) && s.at(j+2).is(isHead)) {
		return true
	}
	if p.capital && (w == "and" || t.prep == ofTitle && w != "of" && w != "on") && s.lowers(j) {
		return true
	}
	if !p.capital && t.is(isDefinite) && s.begins(j+1) || t.is(isPast) || t.is(isConjunction) && s.at(j+1).tag == language.VERB && !strings.HasSuffix(s.words(j+1), "ing") {
		return true
	}
	if t.is(isPlan) && !t.is(isTelling) && w != "to" || t.is(isSign) && !t.capital {
		return true
	}
	if t.prep == inPlace {
		return !p.capital || !s.at(j+1).capital && !s.at(j+1).is(isDefinite) || s.isCity(j+1) || s.isWhere(j+1)
	}
	if x, ok := s.time(j); ok && (x.Type == "DURATION" || x.Type == "DATE" && !p.capital) {
		return true
	}
	if t.is(isPreposition) && t.prep == 0 || t.is(isConjunction) && w != "and" || strings.EqualFold(w, "from") {
		return true
	}
	return t.tag == language.VERB && !t.capital && s.at(j-1).prep == 0 && !s.at(j-1).is(isConjunction) && !strings.EqualFold(s.words(j-1), "to") && !strings.HasSuffix(w, "ing")
}

// begins reports whether another instrument is named from token i on: "the
// implementation of the 2020 border agreement".
func (s *sentence) begins(i int) bool {
	for j := i; j < i+4 && j < len(s.tokens); j++ {
		t := s.tokens[j]
		if t.is(isHead) && t.need == strong {
			return !s.at(j + 1).is(isBody)
		}
		if !t.letters && !t.digits || t.is(isFunction|isDeterminer) {
			return false
		}
	}
	return false
}

// addSubject keeps the words in [first, last) that tell what p is about.
func (s *sentence) addSubject(p *phrase, first, last int) {
	for j := first; j < last; j++ {
		t := s.tokens[j]
		if !t.letters || t.is(isFunction|isDeterminer|isLight|isHead|isPlan|isSign) || t.End-t.Start < 3 || s.names(j) || t.Span == p.place || isJoint(s.words(j)) ||
			slices.ContainsFunc(p.parties, func(x party) bool { return x.Span == t.Span }) {
			continue
		}
		if _, ok := s.time(j); ok {
			continue
		}
		p.subject = append(p.subject, stem(s.words(j)))
	}
}

// premodified reads what stands before the head: parties, a year, subject
// words, and a place in a nickname ("the Lakeside Declaration").
func (s *sentence) premodified(p *phrase) {
	for j := p.first; j < p.head; j++ {
		if x, ok := s.time(j); ok && x.Type == "DATE" {
			s.setDate(p, x)
			continue
		}
		x, ok := s.actor(j)
		if !ok {
			if j == p.head-1 && s.tokens[j].capital && p.capital && s.wherePlaced(s.words(j)) {
				p.place = s.tokens[j].Span
			}
			continue
		}
		after := s.after(x.End)
		switch {
		case isEntity(x) && s.isHyphen(j-1): // an A-B treaty
			p.parties = addParty(p.parties, x)
		case x.Type == "place" && (s.isHyphen(j-1) || s.isHyphen(after)): // named by their capitals
			if y := s.stateOf(x); y.Value != "" {
				p.parties = addParty(p.parties, y)
			}
		case x.Type == "place" && after == p.head, x.Type == "state" && s.nickname(p, j, x):
			p.place = x.Span
		case x.Type == "state":
			p.parties = addParty(p.parties, x)
		}
	}
	if len(p.parties) == 1 && p.determiner != isPossessive {
		p.other = true
	}
	s.addSubject(p, p.first, p.head)
	last := p.head
	for last > p.first && isClosing(s.words(last-1)) {
		last--
	}
	if first := s.firstTold(p); first < last {
		p.title = s.span(first, last)
	}
}

// stateOf returns a place as the state whose capital it is, without Value where
// it is none.
func (r *reader) stateOf(x pacta.Annotation) pacta.Annotation {
	e := r.a.Names.ByID(x.ValueOf("affiliation"))
	if x.Value = ""; e != nil && strings.EqualFold(e.Capital, x.Of(r.text)) {
		x.Value = e.ID
	}
	return x
}

// wherePlaced reports whether an instrument named before was signed at place.
func (r *reader) wherePlaced(place string) bool {
	place = strings.ToLower(place)
	for _, e := range r.entities {
		if contains(e.places, place) {
			return true
		}
	}
	return false
}

// nickname reports whether the state at token j is named by one capital city
// that stands for the place: "the Lakeside Declaration".
func (s *sentence) nickname(p *phrase, j int, x pacta.Annotation) bool {
	if s.after(x.End) != p.head || s.isHyphen(j-1) {
		return false
	}
	return s.isCapital(x)
}

// isCapital reports whether a state is named by its capital.
func (r *reader) isCapital(x pacta.Annotation) bool {
	e := r.a.Names.ByID(x.Value)
	return e != nil && e.Capital != "" && strings.EqualFold(e.Capital, x.Of(r.text)) && !strings.EqualFold(e.Capital, e.Name)
}

// isWhere reports whether a single name at token i ends its clause, so that "in"
// tells where something was signed and not what it is about.
func (s *sentence) isWhere(i int) bool {
	if !s.at(i).capital || i+1 >= len(s.tokens) {
		return s.at(i).capital
	}
	if _, ok := s.time(i + 1); ok {
		return true
	}
	next := s.words(i + 1)
	return next == "." || next == "," || strings.EqualFold(next, "on")
}

// isCity reports whether the name at token i is that of a town.
func (s *sentence) isCity(i int) bool {
	x, ok := s.actor(i)
	return ok && (x.Type == "place" || x.Type == "state" && s.isCapital(x))
}

// firstTold returns the first token before the head that describes it.
func (s *sentence) firstTold(p *phrase) int {
	j := p.first
	for j < p.head && (s.tokens[j].is(isDeterminer|isLight|isSign) || !s.tokens[j].letters && !s.tokens[j].digits) {
		j++
	}
	return j
}

// stem folds a word to what its inflections share; crude on purpose.
func stem(w string) string {
	w = strings.ToLower(w)
	for _, suffix := range []string{"ies", "es", "s", "y"} {
		if len(w) > len(suffix)+3 && strings.HasSuffix(w, suffix) && !strings.HasSuffix(w, "ss") {
			return w[:len(w)-len(suffix)]
		}
	}
	return w
}
