package commitment

import "pacta/language"

// conjuncts adds the places where a verb on a par with the first begins.
func (s *scan) conjuncts(c *clause, starts []int) []int {
	depth := 0
	for k := c.verb + 2; k < c.end; k++ {
		if s.is(k, "(") {
			depth++
		}
		if s.is(k, ")") {
			depth--
		}
		if depth > 0 || s.is(k, ":") {
			if s.is(k, ":") {
				break
			}
			continue
		}
		j := k
		if s.is(j, "to") && s.inChain(c) {
			j++
		}
		if !s.isConjunct(c, j) || !s.joins(k, starts[len(starts)-1]) {
			continue
		}
		if !s.hasObject(starts[len(starts)-1], k) || s.endsOpen(k-1) || s.inPurpose(starts[len(starts)-1], k) {
			continue
		}
		if s.is(k, "to") && s.byDoing(starts[len(starts)-1], k) {
			continue
		}
		if s.is(k-1, ",") && s.afterOpenRelative(starts[len(starts)-1], k-1) {
			continue
		}
		if s.is(k, "to") && s.is(k-1, ",") && !s.listGoesOn(k) {
			continue // ", to enable them to": what the first is for
		}
		starts = append(starts, j)
		k = j
	}
	return starts
}

// byDoing reports whether "by" and a gerund stand between, with which an
// infinitive may go on: "by asking the carrier to stop or to change".
func (s *scan) byDoing(from, to int) bool {
	for k := from + 1; k < to-1; k++ {
		if s.is(k, "by") && s.isGerund(k+1) {
			return true
		}
	}
	return false
}

// afterOpenRelative reports whether the comma at j closes an insertion right
// behind a relative pronoun: "steps which, so either of them believes,".
func (s *scan) afterOpenRelative(from, j int) bool {
	for k := j - 1; k > from; k-- {
		if s.is(k, ",") {
			return s.is(k-1, "that", "which", "who")
		}
	}
	return false
}

// endsOpen reports whether the words before the conjunction at j want an object
// that follows later: "permit entry of and grant".
func (s *scan) endsOpen(j int) bool {
	return s.is(j, "and", "or") && s.tag(j-1) == language.TagIN
}

// inPurpose reports whether a purpose opens between from and k, which the verb
// at k goes on with: "with a view to improving it and to avoid".
func (s *scan) inPurpose(from, k int) bool {
	for j := from + 1; j < k-1; j++ {
		if s.markerAt(j, k) == "purpose" && !s.is(k-1, ",") {
			for n := j + 1; n < k; n++ {
				if s.is(n, ",", ";") {
					return false
				}
			}
			return true
		}
	}
	return false
}

// listGoesOn reports whether "and to" follows the infinitive at k.
func (s *scan) listGoesOn(k int) bool {
	for j := k + 1; j < s.hi-1; j++ {
		if s.is(j, "and", "or") && s.is(j+1, "to") {
			return true
		}
		if s.is(j, ";", ":") {
			return false
		}
	}
	return false
}

func (s *scan) inChain(c *clause) bool { return s.is(c.verb-1, "to") }

// isConjunct reports whether the token at j has the form of the first verb of
// c, and, where there is a tree, hangs on it.
func (s *scan) isConjunct(c *clause, j int) bool {
	t := s.tag(j)
	if s.is(j, "are", "is", "am", "was", "were", "have", "has", "do", "does", "save", "except") && !s.is(j-1, "to") {
		return false
	}
	compound := s.is(j-1, ",") && s.tag(j+1) == language.TagNN && s.tag(j+2) != language.TagNNS // "supply capacity"
	if s.isMistakenVerb(j) && !compound && (c.split == language.TagVB || c.split == language.TagVBP) {
		return true
	}
	if s.is(j-1, "nor") && (t == language.TagNN || t == language.TagVBP || t == language.TagVB) && !s.isUpper(j) && s.isNounPhrase(j+1) {
		return true
	}
	same := t == c.split || c.split == language.TagVBP && t == language.TagVB && s.lemma[j] == s.word[j] || c.split == language.TagVB && t == language.TagVBP && s.is(j-1, "and", ",", "also")
	if !same {
		return false
	}
	if s.rel(j) == 0 || s.is(j-1, "to") && s.inChain(c) {
		return true
	}
	// A tree speaks against it only where it hangs j on another verb.
	if h := s.head(j); s.rel(j) == language.Conj && h > c.verb && s.isVerb(h) && s.rel(h) != language.Conj {
		return false
	}
	return true
}

// joins reports whether a conjunction or comma stands before k, so that what
// follows is on a par with the verb at verb.
func (s *scan) joins(k, verb int) bool {
	j := k - 1
	for s.isAdverb(j) || s.is(j, "also", "neither") || s.isNegation(j) || s.is(j, "both", "either") && !s.is(k, "to") {
		j--
	}
	switch {
	case s.is(j, "and", "or", "but", "nor"):
		if s.is(j-1, ",") || s.is(j, "nor") || s.is(k, "to") || !s.infinitiveBetween(verb, j) {
			return true
		}
		return s.rel(k) == language.Conj && s.head(k) == verb
	case s.is(j, "well"):
		return true
	case s.is(j, ","):
		return true
	}
	return false
}

// isMistakenVerb reports whether the token at i is a verb that the tagger took
// for a noun, as it does after numbers and conjunctions: "and exchange views".
func (s *view) isMistakenVerb(i int) bool {
	if s.in(i-1, determiners) || s.tag(i-1) == language.TagPRPS || s.tag(i-1) == language.TagPOS || s.tag(i-1) == language.TagJJ {
		return false
	}
	if s.is(i-1, "and", "or") && s.tag(i-2) == language.TagJJ {
		return false // "financial and trade measures"
	}
	if s.tag(i) != language.TagNN && s.tag(i) != language.TagJJ || !practices[s.word[i]] && !verbs[s.word[i]] {
		return false
	}
	if s.tag(i) == language.TagJJ {
		return s.in(i+1, determiners) || s.tag(i+1) == language.TagPRPS
	}
	return s.isNounPhrase(i+1) || s.tag(i+1) == language.TagPRPS || s.isNoun(i+1)
}

// isVerbAt reports whether the token at i, where a verb is due, is one or can
// be one.
func (s *scan) isVerbAt(i int) bool {
	if i >= s.hi {
		return false
	}
	return s.isBase(i) || s.is(i, "be", "have") || s.isMistakenVerb(i) || s.is(i-1, "to") && (s.tag(i) == language.TagNN || s.tag(i) == language.TagJJ) && (s.isNounPhrase(i+1) || s.tag(i+1) == language.TagPRPS)
}

// verbs are further verbs that look like nouns.
var verbs = set("train", "issue", "exchange", "report", "request", "notify", "submit", "designate", "adopt", "permit", "allow", "return", "transfer", "supply", "limit", "test", "inform",
	"return", "release", "withdraw", "access", "control", "order", "purchase", "sponsor", "finance", "fund", "repair", "export", "import", "transport", "display", "process", "review", "monitor", "arrange", "ban", "cut", "lift", "end", "halt", "stop", "visit", "keep", "set", "appoint", "publish", "collect", "study", "plan", "host", "respect", "need", "place", "collaborate", "ensure", "refrain", "consult", "award", "grant", "host", "mark", "trade", "assign", "renew", "sign", "register", "regulate", "waive", "name", "elect", "draft", "open", "close", "clear", "guard", "station", "share", "triple", "double", "halve")

func (s *scan) infinitiveBetween(verb, j int) bool {
	for i := verb + 1; i < j; i++ {
		if s.is(i, "to") && s.isBase(i+1) {
			return true
		}
	}
	return false
}

// hasObject reports whether the verb at from has words of its own before k:
// "protect, preserve and restore wetlands" is one duty.
func (s *scan) hasObject(from, k int) bool {
	for i := from + 1; i < k; i++ {
		if s.isNoun(i) || s.tag(i) == language.TagCD {
			return true
		}
	}
	return false
}
