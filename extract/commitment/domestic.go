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
		if s.isThreat(&c) || s.isOpinionOf(&c) {
			return true
		}
		return words > 0 && !s.isStateParty(c.party)
	})
}

// isAgo reports whether what was taken for an action begins with a time: "pledged
// two weeks ago to reply".
func (s *scan) isAgo(r run) bool {
	if s.in(r.from, months) && !s.is(r.from, "march", "may") {
		return true
	}
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

var (
	attacks = set("attack", "invade", "bomb", "strike", "shell", "destroy", "annihilate", "occupy", "annex", "conquer", "retaliate", "crush", "avenge", "bombard", "overthrow", "fight")
	wages   = set("start", "launch", "begin", "resume", "wage", "mount", "use", "renew", "open", "take", "go")
	wars    = set("war", "wars", "hostilities", "offensive", "attack", "attacks", "strike", "strikes", "invasion", "operations", "operation", "assault", "force")
)

// isThreat reports whether somebody says that he will use force: that is no
// promise. A demand or a ban of force is kept.
func (s *scan) isThreat(c *clause) bool {
	if c.modality != "readiness" && c.modality != "intention" && c.modality != "assurance" || c.denial > 0 || len(c.actions) == 0 {
		return false
	}
	a := c.actions[0].run
	if s.in(a.from, attacks) {
		return !s.is(a.from+1, "against", "terrorism", "for", "drug", "corruption", "crime")
	}
	if !s.in(a.from, wages) {
		return false
	}
	for k := a.from + 1; k < a.to && k < a.from+4; k++ {
		if s.in(k, wars) && !s.is(k+1, "to") && !s.is(k, "force") || s.is(k, "force") && s.is(k+1, "against") {
			return true
		}
	}
	return false
}

// isOpinionOf reports whether one who binds nobody says what it would be good
// for others to do: "it is important for all countries to".
func (s *scan) isOpinionOf(c *clause) bool {
	if c.modality != "demand" || s.voice.kind != "person" || s.voice.binds || s.voice.state || len(c.cues) == 0 {
		return false
	}
	if p := c.party; !p.empty() && !s.is(p.from, "all", "every", "everyone", "everybody", "any", "countries", "us") {
		return false
	}
	return s.hasWord(c.cues[0].from, c.cues[0].to, "important", "essential", "vital", "crucial", "useful", "desirable", "necessary") && s.is(c.cues[0].from-1, "it")
}
