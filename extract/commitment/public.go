package commitment

import (
	"strings"

	"pacta/language"
)

// weakTexts are nouns that are instruments only where the instrument extractor
// says so.
var weakTexts = set("plan", "law", "rule", "report", "constitution", "regulation", "act", "part", "framework", "note", "letter", "paper", "agenda", "schedule", "item",
	"formula", "understanding", "undertaking", "settlement", "statement", "document", "deal", "resolution", "package", "bargain", "mandate")

// isSource reports whether a subject is an instrument, or a part of one, that
// can lay something down.
func (s *scan) isSource(subject run) bool {
	h := s.headNoun(subject)
	if h < 0 || !instruments[s.lemma[h]] && !instruments[s.word[h]] {
		return false
	}
	if !weakTexts[s.lemma[h]] || s.vs == nil {
		return true
	}
	if s.is(h, "document", "deal", "statement", "package", "mandate") {
		return true
	}
	span := s.span(subject)
	return s.vs.namesInstrument(span)
}

// privateHeads are nouns for persons and bodies whose promises are no
// commitments between states.
var privateHeads = set("company", "firm", "team", "campaign", "candidate", "player", "voter", "voters", "supporter", "supporters", "fan", "people", "person", "man", "woman",
	"student", "customer", "user", "resident", "villager", "inhabitant", "refugee", "driver", "passenger", "reader", "shareholder", "investor", "trader", "farmer", "owner", "soldier", "witness", "teacher", "priest", "banker", "executive", "strategist", "worker", "lawyer", "fans", "friend", "family", "wife", "husband", "son", "daughter", "actor", "singer", "artist", "doctor", "patient", "police", "republicans", "democrats")

// firms are the words in the names of companies.
var firms = set("inc", "inc.", "corp", "corp.", "plc", "ltd", "ltd.", "co.", "llc", "group", "bancorp", "airlines", "holdings", "industries", "motors", "partners", "associates", "brothers", "stores", "pictures", "entertainment", "technologies", "systems", "international", "control", "campaign", "camp")

// isStately reports whether a phrase names a state, an organisation of states
// or one who can bind it: what the weaker words of asking and offering want.
func (s *scan) isStately(r run) bool {
	return len(s.codes(r)) > 0 || canBind(s.span(r).Of(s.text)) || s.isCollective(r) && s.headIn(r, "party", "parties", "side", "sides", "government", "governments", "state", "states", "leaders", "ministers", "presidents", "countries", "country", "army", "rebels", "donors", "powers", "members", "allies", "court", "council", "commission", "president", "minister")
}

// isPublic reports whether a noun phrase in a report names a state, an
// organisation, an office holder or a group that can be a party to commitments,
// rather than a private person.
func (s *scan) isPublic(subject run) bool {
	if s.is(subject.from, "you", "he", "she", "i") && subject.to-subject.from == 1 {
		return s.pronounBinds(subject)
	}
	h := s.headNoun(subject)
	if h < 0 || s.is(h, "one", "what", "anyone", "everyone", "everybody", "nobody") {
		return false
	}
	for k := subject.from; k < subject.to; k++ {
		if s.in(k, firms) && s.isUpper(k) {
			return false
		}
	}
	words := s.span(subject).Of(s.text)
	if canBind(words) {
		return true
	}
	if privateHeads[s.lemma[h]] || privateHeads[s.word[h]] {
		return false
	}
	if s.vs == nil {
		return true
	}
	for _, x := range s.vs.actors.Actors(s.span(subject)) {
		if x.Type == "person" && strings.Contains(x.Name, " ") && !canBind(x.Office) {
			return false
		}
	}
	return true
}

// pronounBinds reports whether "he" or "she" stands for one who can bind a
// state, or "I" for the speaker who can.
func (s *scan) pronounBinds(subject run) bool {
	if s.is(subject.from, "i") {
		return s.voice.binds
	}
	if s.vs == nil {
		return false
	}
	x, ok := s.vs.actors.At(s.span(subject))
	return ok && canBind(x.Office)
}

// holdsVerb reports whether a phrase that should be a noun phrase has a finite
// verb in it.
func (s *scan) holdsVerb(r run) bool {
	for k := r.from; k < r.to; k++ {
		if t := s.tag(k); t == language.TagVB || t == language.TagVBZ || t == language.TagVBP || t == language.TagMD {
			return true
		}
	}
	return false
}

var domestics = set("relative", "citizen", "adviser", "competitor", "congress", "lawmaker", "parent", "group of investors", "bookmaker", "trader", "strategist", "executive", "smuggler", "reader", "witness", "airline", "insurer", "landlord", "tenant", "employer", "employee", "manager", "analyst", "striker", "coach", "mother", "father", "brother", "sister", "club", "bidder", "shareholder", "prosecutor", "defendant", "voter", "campaign", "congressman", "senator", "republican", "democrat", "nominee", "editor", "author", "hotel", "mayor")

// isDomestic reports whether a phrase names a private person or body, or one of
// politics at home.
func (s *scan) isDomestic(r run) bool {
	h := s.headNoun(r)
	return h >= 0 && domestics[s.lemma[h]] && (!s.isUpper(h) || h == r.from || len(s.codes(r)) == 0)
}
