package instrument

import (
	"strings"

	"pacta"
	"pacta/language"
)

// signature reads who signed p, where and when, from a participle behind it
// ("signed by … in …"), a passive ("was signed …") or the verb before it ("A
// and B signed …").
func (s *sentence) signature(p *phrase) {
	if v := s.signedBefore(p); v >= 0 {
		s.signers(p, v)
		if !p.signed {
			if !p.anaphor() { // that somebody still has to sign "the agreement" does not undo it
				p.status = "prospective"
			}
			return
		}
		s.tail(p, p.last, s.tokens[v].signing)
		s.fronted(p, v)
		return
	}
	if s.agreed(p) {
		return
	}
	i := p.last
	for isClosing(s.words(i)) || s.words(i) == "," || s.words(i) == "[" {
		if s.words(i) == "[" {
			i = s.bracket(i)
			continue
		}
		i++
	}
	if s.relative(p, i) {
		return
	}
	passive := false
	for j := i; j < i+6 && j < len(s.tokens); j++ {
		t := s.tokens[j]
		switch {
		case t.is(isSign) && t.signing == hasSigned && (j == i || passive):
			s.tail(p, j+1, hasSigned)
			if s.planned(j, i) || s.denied(j) {
				p.signed = false
			}
			return
		case t.is(isAux):
			passive = true
		case t.is(isPlan) || t.is(isAdverb) || t.tag == language.ADV:
		default:
			return
		}
	}
}

// planned reports whether a word of the future stands in [from, verb).
func (s *sentence) planned(verb, from int) bool {
	for j := from; j < verb; j++ {
		if s.tokens[j].is(isPlan) {
			return true
		}
	}
	return false
}

// bracket returns the token behind an editor's insertion in square brackets.
func (s *sentence) bracket(i int) int {
	for j := i; j < len(s.tokens) && j < i+20; j++ {
		if s.words(j) == "]" {
			return j + 1
		}
	}
	return i + 1
}

// signedBefore returns the token of the verb that p is the object of, -1 if
// there is none: "signed a declaration", "the signing of a treaty".
func (s *sentence) signedBefore(p *phrase) int {
	for j := p.first - 1; j >= 0 && p.first-j < 4; j-- {
		t := s.tokens[j]
		switch {
		case t.is(isSign):
			return j
		case isOpening(s.words(j)) || t.is(isAdverb) || strings.EqualFold(s.words(j), "of") || t.is(isDeterminer):
		default:
			return -1
		}
	}
	return -1
}

// signers takes those who stand before the verb at token v as parties.
func (s *sentence) signers(p *phrase, v int) {
	form := s.tokens[v].signing
	if form == ofSigning {
		p.signed = !s.future(v)
		return
	}
	// The verb is past, or present in a headline or caption that nothing makes a plan.
	p.signed = !s.at(v-1).is(isPlan) && !s.planned(v, max(0, v-3)) && !s.denied(v) && !s.unsure(v)
	if len(p.parties) > 1 {
		return
	}
	back := !p.signed && p.determiner&(isDefinite|isThis) != 0
	defer func(said int) {
		if back { // "asked B to sign the pact" names neither those who signed nor all who will
			p.signatories = nil
			if p.parties = append(p.parties[:said:said], s.subjects(v, p.parties[said:])...); len(p.parties)-said < 2 {
				p.parties = p.parties[:said]
			}
		}
	}(len(p.parties))
	for j := s.clauseStart(v); j < v; {
		if end := s.pairOf(j); end > 0 && end <= v && len(p.parties) == 0 {
			p.pair = true
		}
		x, ok := s.actor(j)
		if !ok {
			j++
			continue
		}
		if !s.aside(j, v) && !s.helps(s.a.Sentences[s.index].Start, x.Start) {
			s.signer(p, x, j)
		}
		j = max(s.after(x.End), j+1)
	}
}

// fronted takes a date that stands before the verb at token v: "On May 3 A and
// B signed …".
func (s *sentence) fronted(p *phrase, v int) {
	if p.date.value != "" {
		return
	}
	for j := s.clauseStart(v); j < v; j++ {
		x, ok := s.time(j)
		if !ok {
			continue
		}
		if before := strings.ToLower(s.words(j - 1)); x.Type == "DATE" && (j == 0 || before == "on" || before == "in") {
			s.setDate(p, x)
			return
		}
		j = max(s.after(x.End)-1, j)
	}
}

// denied reports whether the verb at token v is negated.
func (s *sentence) denied(v int) bool {
	for j := v - 1; j >= 0 && v-j < 4; j-- {
		switch strings.ToLower(s.words(j)) {
		case "not", "never", "n't", "n’t", "without":
			return true
		}
	}
	return false
}

// clauseStart returns where the clause of the verb at token v begins.
func (s *sentence) clauseStart(v int) int {
	for j := v - 1; j >= 0; j-- {
		if w := s.words(j); w == ";" || w == ":" || s.tokens[j].is(isRelative) || strings.EqualFold(w, "that") {
			return j + 1
		}
	}
	return 0
}

// signer adds one who signs: a state as party unless it is where the signing
// takes place, a person as signatory with the state he acts for.
func (s *sentence) signer(p *phrase, x pacta.Annotation, at int) {
	switch x.Type {
	case "state":
		if s.at(s.after(x.Start)-1).prep != inPlace {
			p.parties = addParty(p.parties, x)
		}
	case "place":
		if isEntity(x) && s.besideState(x) {
			p.parties = addParty(p.parties, x)
		}
	case "organization":
		if s.clauseSubject(x, at) {
			p.parties = addParty(p.parties, x)
		}
	case "person":
		p.signatories = append(p.signatories, party{Span: x.Span, code: x.Value})
		if of := x.ValueOf("affiliation"); of != "" {
			p.parties = addParty(p.parties, pacta.Annotation{Span: x.Span, Value: of})
		}
	}
}

// besideState reports whether "and" or a comma joins x to a state before or
// behind it.
func (s *sentence) besideState(x pacta.Annotation) bool {
	joins := func(i int) bool {
		w := strings.ToLower(s.words(i))
		return w == "and" || w == ","
	}
	first, last := s.after(x.Start)-1, s.after(x.End)
	if y, ok := s.actor(first - 1); ok && joins(first) && y.Type == "state" {
		return true
	}
	y, ok := s.actor(last + 1)
	return ok && joins(last) && y.Type == "state"
}

// clauseSubject reports whether an organisation stands beside the verb or
// another party, and not within a phrase such as "at the summit of".
func (s *sentence) clauseSubject(x pacta.Annotation, at int) bool {
	before, after := s.at(s.after(x.Start)-1), s.after(x.End)
	return isCode(x.Value) && !before.is(isPreposition) && (strings.EqualFold(s.words(after), "and") || s.words(after) == "," || s.at(after).is(isSign|isAux))
}

// future reports whether words in the ten tokens before v make the signing a
// thing of the future or a wish.
func (s *sentence) future(v int) bool {
	for j := v - 1; j >= 0 && v-j < 10; j-- {
		t := s.tokens[j]
		switch {
		case t.is(isPast):
			return false
		case t.is(isPlan):
			return true
		}
	}
	return false
}

// tail reads agents, place and date of a signing from token i on.
func (s *sentence) tail(p *phrase, i int, form signing) {
	if form == hasSigned {
		p.signed = true
	}
	for i < len(s.tokens) {
		if s.takeTime(p, i) {
			x, _ := s.time(i)
			i = max(s.after(x.End), i+1)
			continue
		}
		t := s.tokens[i]
		switch {
		case t.prep == byAgent:
			i = s.agents(p, i+1)
			continue
		case t.prep == inPlace && s.placeAt(p, i+1) > 0:
			i = s.placeAt(p, i+1)
			continue
		case t.prep == inPlace && s.occasion(i+1) > 0:
			i = s.occasion(i + 1)
			continue
		case t.prep == inPlace || strings.EqualFold(s.words(i), "on"):
			if _, ok := s.time(i + 1); !ok {
				if _, ok := s.time(i + 2); !ok {
					return
				}
			}
		case (t.prep == ofParties || t.prep == withParty) && len(p.parties) < 2:
			found, end := s.list(i + 1)
			if len(found) == 0 {
				return
			}
			p.parties, i = join(p.parties, found), end
			continue
		case s.words(i) == "," || strings.EqualFold(s.words(i), "and") || t.is(isDefinite|isAdverb) || t.tag == language.ADV || s.words(i) == "(":
		default:
			return
		}
		i++
	}
}

// takeTime takes the time expression at token i as the date of p; it reports
// whether one stands there.
func (s *sentence) takeTime(p *phrase, i int) bool {
	x, ok := s.time(i)
	if !ok || x.Type != "DATE" && x.Type != "TIME" {
		return false
	}
	s.setDate(p, x)
	return true
}

// agents reads "by the presidents of A and B" from token i on and returns the
// token behind.
func (s *sentence) agents(p *phrase, i int) int {
	for i < len(s.tokens) {
		t := s.tokens[i]
		if x, ok := s.actor(i); ok {
			s.agent(p, x)
			i = max(s.after(x.End), i+1)
			continue
		}
		if _, ok := s.time(i); ok || t.is(isRelative|isAux|isPronoun) || t.prep != 0 && !strings.EqualFold(s.words(i), "of") {
			return i
		}
		if w := s.words(i); !t.letters && w != "," && !s.isHyphen(i) && w != "(" && w != ")" || t.tag == language.VERB || t.is(isPlan) {
			return i
		}
		i++
	}
	return i
}

// agent adds one who signed.
func (s *sentence) agent(p *phrase, x pacta.Annotation) {
	switch x.Type {
	case "state", "organization":
		p.parties = addParty(p.parties, x)
	case "person":
		s.signer(p, x, 0)
	}
}

// placeAt takes a capitalised name at token i as the place of signing and
// returns the token behind it, 0 if none stands there.
func (s *sentence) placeAt(p *phrase, i int) int {
	first := i
	if s.at(i).is(isDefinite) {
		i++
	}
	if _, ok := s.time(i); ok || !s.at(i).capital {
		return 0
	}
	if x, ok := s.actor(i); ok {
		if x.Type == "person" {
			return 0
		}
		i = max(s.after(x.End), i+1)
	} else {
		for s.at(i).capital && !s.at(i).is(isDeterminer) {
			i++
		}
	}
	if p.place.IsZero() {
		p.place = s.span(first, i)
		if s.tokens[first].is(isDefinite) {
			p.place = s.span(first+1, i)
		}
	}
	return i
}
