package instrument

import (
	"strings"

	"pacta"
	"pacta/language"
)

// between reads "between A and B" or "between the two countries".
func (s *sentence) between(p *phrase, i int) int {
	if end := s.pairOf(i + 1); end > 0 {
		p.pair = true
		return end
	}
	found, end := s.list(i + 1)
	if len(found) == 0 {
		return i
	}
	p.parties = append(p.parties, found...)
	return end
}

// with reads "with B": one party is named, the other is whoever acts.
func (s *sentence) with(p *phrase, i int) int {
	found, end := s.list(i + 1)
	if len(found) == 0 {
		at := i + 1
		if s.at(at).is(isDeterminer) {
			at++
		}
		p.private = s.stranger(at) && !s.has(p, isTelling)
		return i
	}
	p.parties = append(p.parties, found...)
	p.other = len(p.parties) == 1
	return end
}

// stranger reports whether the name at token i is that of nobody who concludes
// treaties: an organisation without a code, a person without an office, or a name
// that nothing knows.
func (s *sentence) stranger(i int) bool {
	if !s.at(i).capital || s.at(i).tag != language.PROPN {
		return false
	}
	x, ok := s.actor(i)
	return !ok || x.Type == "organization" && !isCode(x.Value) ||
		x.Type == "person" && x.ValueOf("office") == "" && x.ValueOf("affiliation") == ""
}

// leadersOf reads "of the leaders of A, B and C" and "of A and B".
func (s *sentence) leadersOf(p *phrase, i int) int {
	if !strings.EqualFold(s.words(i), "of") {
		return i
	}
	at := i + 1
	for j := at; j < at+6 && j < len(s.tokens); j++ {
		if s.tokens[j].prep == ofTitle && strings.EqualFold(s.words(j), "of") && isLeader(strings.ToLower(s.words(j-1))) {
			at = j + 1
			break
		}
		if s.tokens[j].is(isFunction) {
			break
		}
	}
	if at > i+1 {
		if end := s.pairOf(at); end > 0 {
			p.pair = true
			return end
		}
	}
	found, end := s.list(at)
	if len(found) == 0 || at == i+1 && len(found) < 2 {
		return i
	}
	p.parties = append(p.parties, found...)
	return end
}

func isLeader(w string) bool {
	switch w {
	case "leaders", "presidents", "heads", "state", "government", "governments", "ministers", "premiers", "chancellors", "kings", "states":
		return true
	}
	return false
}

// pairOf reads "the two countries", "these states", "both sides" at token i and
// returns where it ends, 0 where it does not stand there.
func (s *sentence) pairOf(i int) int {
	if w := strings.ToLower(s.words(i)); w == "them" {
		return i + 1
	}
	seen := false
	for j := i; j < i+4 && j < len(s.tokens); j++ {
		switch w := strings.ToLower(s.words(j)); w {
		case "the", "these", "those", "both", "two", "three", "our", "their", "of":
			seen = true
		case "countries", "states", "sides", "parties", "nations", "neighbours", "neighbors", "governments", "capitals":
			if seen && !strings.EqualFold(s.words(j+1), "of") { // the nations of the world
				return j + 1
			}
			return 0
		default:
			return 0
		}
	}
	return 0
}

// list reads a list of states and organisations: "the Republic of A, B and
// the EU". It returns the token behind it.
func (s *sentence) list(i int) (found []party, end int) {
	end = i
	sure, sureEnd, comma := 0, i, false // what stands before the first comma, until an "and" proves a list
	for i < len(s.tokens) {
		t := s.tokens[i]
		x, ok := s.actor(i)
		switch {
		case ok && (x.Type == "state" || x.Type == "organization" || isEntity(x)) && x.Value != "":
			found = addParty(found, x)
			i = s.after(x.End)
			if end = i; !comma {
				sure, sureEnd = len(found), end
			}
			continue
		case ok && x.Type == "person" && len(found) == 0:
			return nil, end
		case t.is(isDefinite), strings.EqualFold(s.words(i), "both") && len(found) == 0:
		case len(found) == 0 && (isGovernment(strings.ToLower(s.words(i))) || strings.EqualFold(s.words(i), "of") && i > 0 && isGovernment(strings.ToLower(s.words(i-1)))):
		case len(found) > 0 && s.words(i) == ",":
			comma = true
		case len(found) > 0 && strings.EqualFold(s.words(i), "and"):
			comma = false
		case len(found) > 0 && s.isHyphen(i):
		default:
			return found[:sure], sureEnd
		}
		i++
	}
	return found[:sure], sureEnd
}

// isEntity reports whether a place is one with a government of its own that few
// or none recognise: Somaliland. Named beside a party it is one.
func isEntity(x pacta.Annotation) bool {
	return x.Type == "place" && strings.HasPrefix(x.Value, "X-")
}

func isGovernment(w string) bool {
	return w == "government" || w == "governments" || w == "leadership" || w == "kingdom" || w == "republic"
}

// helps reports whether the words before byte at say that whom they name only
// helped: "facilitated by the Republic of A".
func (r *reader) helps(from, at int) bool {
	before := strings.ToLower(r.text[max(from, at-60):at])
	for _, w := range [...]string{"facilitated by", "mediated by", "brokered by", "witnessed by", "hosted by", "mediation of", "facilitation of", "auspices of", "presence of", "help of", "support of", "participation of"} {
		if n := strings.LastIndex(before, w); n >= 0 && !strings.ContainsAny(before[n:], ",;") {
			return true
		}
	}
	return false
}

// addParty adds an actor with a code unless it is there already.
func addParty(list []party, x pacta.Annotation) []party {
	if !isCode(x.Value) {
		return list
	}
	for _, y := range list {
		if y.code == x.Value {
			return list
		}
	}
	return append(list, party{Span: x.Span, code: x.Value})
}

// isCode reports whether a value is that of a state or organisation that the
// gazetteer knows, and not the words of the text.
func isCode(value string) bool {
	for i := range len(value) {
		if c := value[i]; (c < 'A' || 'Z' < c) && c != '-' && (c < '0' || '9' < c) {
			return false
		}
	}
	return len(value) > 1
}
