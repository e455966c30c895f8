package commitment

import "pacta/language"

// proposals are nouns for what would have an effect, which promises nothing.
var proposals = set("proposal", "proposals", "plan", "plans", "bill", "move", "decision", "step", "exhibits", "law", "policy", "sanctions", "war", "attack", "idea", "measure", "measures", "reform", "tax", "vote", "election", "deal", "merger", "sale")

// isEndeavour reports whether a clause promises an effort only, and moves the
// action behind it: "shall use their best endeavours to".
func (s *scan) isEndeavour(c *clause) bool {
	if !s.is(c.verb, "use", "make", "do", "exert") {
		return false
	}
	for k := c.verb + 1; k < c.verb+5; k++ {
		if s.is(k, "endeavours", "endeavors", "endeavour", "effort", "efforts", "utmost", "best") && s.is(k+1, "to") && s.isVerbAt(k+2) {
			c.cues, c.verb = append(c.cues, run{c.verb, k + 2}), k+2
			return true
		}
	}
	return false
}

// isPrinciple reports whether a clause says on what the parties act or build
// their relations: "shall be guided by the principles of", "relations shall
// rest upon". Of the former it moves the action to what guides.
func (s *scan) isPrinciple(c *clause) bool {
	if s.is(c.verb, "rest") || s.is(c.verb, "be") && s.is(c.verb+1, "based", "founded", "built") {
		return s.headIn(c.subject, "relations", "relationship", "cooperation", "policy", "policies", "ties", "dealings") && s.is(c.verb+1, "on", "upon", "based", "founded", "built")
	}
	if !s.is(c.verb, "be") || !s.isAgent(c.subject) {
		return false
	}
	for k := c.verb + 1; k < s.hi && k < c.verb+10; k++ {
		if s.is(k, "by") {
			if !s.is(c.verb+1, "guided") {
				return false
			}
			c.cues, c.verb, c.split = append(c.cues, run{c.verb, k + 1}), k+1, 0
			return true
		}
	}
	return false
}

// considers reports whether the verb of c is one by which a party only thinks
// of doing something, and moves the action behind it: "may consider opening".
func (s *scan) considers(c *clause) bool {
	to := 0
	i := c.verb
	switch {
	case s.is(i, "consider") && s.regards(i+1):
		return false
	case s.is(i, "consider") && s.is(i+1, "whether", "possible"), s.is(i, "consider") && (s.isGerund(i+1) || s.isNounPhrase(i+1)), s.is(i, "examine", "explore", "study", "discuss") && s.is(i+1, "whether", "the") && s.is(i+2, "possibility", "a"):
		to = i + 1
	case s.is(i, "examine") && s.is(i+1, "whether"):
		to = i + 1
	case s.is(i, "consider") && s.is(i+1, ","):
		for k := i + 2; k < s.hi && k < i+20; k++ {
			if s.is(k, ",") {
				c.inserts, to = append(c.inserts, run{i + 2, k}), k+1
				break
			}
		}
	case s.is(i, "give") && s.is(i+1, "consideration") && s.is(i+2, "to"):
		to = i + 3
	case s.is(i, "be") && s.is(i+1, "considered", "examined") && s.headIn(c.subject, "possibility", "question", "opening", "expediency"):
		return true
	}
	if to == 0 || to >= s.hi {
		return false
	}
	c.cues = append(c.cues, run{i, to})
	c.verb, c.split = to, language.TagVBG
	return true
}

// regards reports whether "consider" takes a thing for something: "consider
// this Convention the legal basis", "consider it as binding".
func (s *scan) regards(i int) bool {
	for k := i + 1; k < s.hi && k < i+6; k++ {
		if s.is(k, "as", "to") && s.isNoun(k-1) && !s.is(k, "to") || s.is(k, "the", "a") && s.isNoun(k-1) && !s.isGerund(i) {
			return true
		}
		if s.isPunct(k) || s.tag(k) == language.TagIN {
			return false
		}
	}
	return false
}

// headIn reports whether the head of a noun phrase is one of words.
func (s *scan) headIn(r run, words ...string) bool {
	h := s.headNoun(r)
	return h >= 0 && s.is(h, words...)
}

// isParties reports whether a subject means the parties of the instrument.
func (s *scan) isParties(r run) bool {
	return s.headIn(r, "party", "parties", "side", "sides", "states", "governments", "powers", "participants", "members")
}

// isEpistemic reports whether "may" says that something is possible, not that
// it is allowed: "difficulties may arise".
func (s *scan) isEpistemic(c *clause) bool {
	return s.is(c.verb, "arise", "occur", "happen", "exist", "result", "become", "have", "include", "lead", "affect", "cause", "vary", "differ") && !s.isAgent(c.subject) ||
		s.is(c.verb, "be") && s.tag(c.verb+1) == language.TagJJ && !s.isAgent(c.subject) && !s.is(c.verb+1, "subject", "exempt", "free", "open", "payable") ||
		s.is(c.verb, "be") && (s.is(c.verb+1, "necessary", "appropriate") || s.is(c.verb+1, "required", "needed") && !s.is(c.verb+2, "by"))
}
