package commitment

import (
	_ "embed"
	"slices"
)

//go:embed data/domestic.txt
var domesticFile string

var domesticWords = parseWords(domesticFile)

// dropDomestic takes out what a report tells of firms and of politics at home.
func (s *scan) dropDomestic() {
	if len(s.found) == 0 {
		return
	}
	words := s.business()
	s.found = slices.DeleteFunc(s.found, func(c clause) bool {
		if c.voice.isDocument() && c.voice.source.Quote != "" {
			return false
		}
		if s.isDomestic(c.party) || len(c.actions) > 0 && s.isAgo(c.actions[0].run) {
			return true
		}
		return words > 0 && !s.isStateParty(c.party)
	})
}

// isAgo reports whether what was taken for an action begins with a time: "pledged
// two weeks ago to reply".
func (s *scan) isAgo(r run) bool {
	for k := r.from; k < r.from+4 && k < r.to; k++ {
		if s.in(k, units) && s.is(k+1, "ago", "earlier", "later") || k == r.from && s.is(k, "late", "on", "in", "last", "yesterday", "today", "again", "repeatedly") && s.isTime(k) {
			return true
		}
	}
	return false
}

func (s *scan) isTime(i int) bool {
	return s.in(i+1, months) || s.in(i+1, units) || s.is(i, "yesterday", "today")
}

// business counts the words of business and politics at home in the sentence.
func (s *scan) business() int {
	n := 0
	for i := range s.word {
		if domesticWords[s.word[i]] && !(s.is(i, "democratic", "republican") && s.isUpper(i) && s.is(i+1, "republic")) {
			n++
		}
	}
	return n
}

// isStateParty reports whether a phrase stands for a known state or
// organisation rather than a person.
func (s *scan) isStateParty(r run) bool {
	if s.vs == nil || r.empty() {
		return false
	}
	for _, x := range s.vs.actors.Actors(s.span(r)) {
		if x.Code != "" && (x.Type == "state" || x.Type == "organization" || x.Type == "office") {
			return true
		}
	}
	return false
}

// isVague reports whether a party is a pronoun that stands for nobody known.
func (s *scan) isVague(r run) bool {
	if r.to-r.from != 1 || !s.is(r.from, "it", "they", "we", "he", "she", "you", "others", "i", "both", "those", "who", "them") {
		return false
	}
	if s.is(r.from, "it", "they", "we", "both") && (s.voice.binds || s.voice.state) {
		return false
	}
	return len(s.codes(r)) == 0
}
