package commitment

import "pacta/language"

// clauseEnd returns where the clause with its verb at verb ends: at a
// semicolon, a closing quote or the next clause beside it.
func (s *scan) clauseEnd(verb int) int {
	depth := 0
	for j := verb; j < s.hi; j++ {
		switch {
		case s.is(j, "("):
			depth++
		case s.is(j, ")"):
			depth--
		case depth > 0:
		case s.is(j, ";"):
			return j
		case s.is(j, ":"):
			return s.hi
		case j > verb+2 && s.gluedHeading(j):
			return j
		case s.is(j, "”", "''", "»") && j > verb:
			return j
		case s.is(j, ",") && s.is(j+1, "although", "though", "while", "whereas", "despite", "because", "so") && !s.is(j+2, "as", "that"):
			return j
		case s.is(j, "as") && s.is(j+1, "well") && s.is(j+2, "as") && (s.tag(j+3) == language.TagPRP || s.tag(j+4) == language.TagVBP && s.isNoun(j+3)):
			return j
		case s.is(j, ",") && s.isAttribution(j+1):
			return j
		case s.is(j, ",") && (s.is(j+1, "it") && s.is(j+2, "being") && s.is(j+3, "understood", "agreed") || s.is(j+1, "each") && s.nominative(j+1)):
			return j
		case s.is(j, "and", "or") && s.is(j+1, "that") && s.tag(j+1) == language.TagIN && s.voice.reported && j > verb+1:
			return j
		case s.is(j, ",") && (s.is(j+1, "which", "who", "whose") || s.is(j+1, "the") && s.is(j+2, "date", "cost", "terms") && s.is(j+4, "which")) && s.addsDuty(j+1):
			return j
		case s.is(j, "and", "but") && s.startsCue(j+1) && (s.tag(verb-1) == language.TagVBZ || s.tag(verb-1) == language.TagVBP || s.tag(verb) == language.TagVBZ || s.tag(verb) == language.TagVBP):
			return j
		case (j > verb+1 || j == verb+1 && s.is(j, "and") && s.in(j+1, determiners)) && s.startsClause(j, verb):
			return j
		}
	}
	return s.hi
}

// startsCue reports whether a finite cue of promising begins at i, behind a
// conjunction: "recognises the border and renounces every claim".
func (s *scan) startsCue(i int) bool {
	for s.isAdverb(i) {
		i++
	}
	if t := s.tag(i); t != language.TagVBZ && t != language.TagVBP {
		return false
	}
	for _, c := range cues[s.lemma[i]] {
		if _, ok := s.match(c, i); ok && c.subject == "party" {
			return true
		}
	}
	return false
}

// gluedHeading reports whether the heading of the next provision, which the
// text runs on into without a mark, begins at j: "… the dispute ARTICLE 16 the",
// "… this Agreement, Article 16 Compliance The party".
func (s *scan) gluedHeading(j int) bool {
	if !s.is(j, "article", "appendix", "annex", "chapter", "section") || s.tag(j-1) == language.TagIN || s.tag(j-1) == language.TagTO || s.tag(j-1) == language.TagDT || s.is(j-1, "and", "or") {
		return false
	}
	if s.isCapitals(j) {
		return !s.isPunct(j - 1)
	}
	return s.is(j, "article") && s.isUpper(j) && s.tag(j+1) == language.TagCD && j+3 < s.hi && s.isUpper(j+2) && s.isUpper(j+3) && s.is(j+3, "the", "each", "any", "no", "all")
}

// isCapitals reports whether the token at i stands in capitals.
func (s *scan) isCapitals(i int) bool {
	t := s.s.Tokens[i]
	for k := t.Start; k < t.End; k++ {
		if c := s.text[k]; c < 'A' || c > 'Z' {
			return false
		}
	}
	return t.End-t.Start > 2
}

// nominative reports whether a participial clause with its own subject begins
// at i: "each State being free to sell its share".
func (s *scan) nominative(i int) bool {
	for k := i + 1; k < s.hi && k < i+6; k++ {
		if s.is(k, "being") {
			return s.is(k+1, "free", "entitled", "bound", "obliged", "required")
		}
	}
	return false
}

// addsDuty reports whether the relative clause that begins at i, behind a
// comma, says what is to be done: ", which shall be tested daily".
func (s *scan) addsDuty(i int) bool {
	for k := i + 1; k < s.hi && k < i+6; k++ {
		if s.is(k, "shall", "will", "must") && s.is(k+1, "include", "contain", "consist", "be", "apply", "comprise", "have", "form", "constitute", "extend", "come", "enter", "remain", "become", "take") && !(s.is(k+1, "be") && s.isParticiple(k+2)) {
			return false
		}
		if s.is(k, "shall", "will", "must") || s.is(k, "is", "are") && s.is(k+1, "to") && s.isBase(k+2) {
			return true
		}
		if s.isVerb(k) || s.is(k, ",") {
			return false
		}
	}
	return false
}

// isAttribution reports whether "the foreign minister said" or "said the
// minister" follows at j and ends the sentence.
func (s *scan) isAttribution(j int) bool {
	for k := j; k < s.len() && k < j+9; k++ {
		if s.tag(k) == language.TagMD || s.is(k, ",", ";", "to", "that") {
			return false
		}
		if says[s.lemma[k]] && (s.tag(k) == language.TagVBD || s.tag(k) == language.TagVBZ || s.tag(k) == language.TagVBP) {
			return k == j || s.hi-k < 8
		}
	}
	return false
}

// startsClause reports whether a clause with its own subject and cue is joined
// on at j: ", and the Parties shall", ", while Veldia agreed to".
func (s *scan) startsClause(j, verb int) bool {
	if s.is(j, "nor") && s.tag(j+1) == language.TagMD || s.is(j, ",") && s.is(j+1, "nor") && s.tag(j+2) == language.TagMD {
		return true
	}
	if !s.is(j, "and", "but", "while", "whereas", "or", "nor") && !(s.is(j, ",") && !s.is(j+1, "and", "or", "but")) {
		return false
	}
	for k := j + 1; k < s.hi && k < j+30; k++ {
		if s.is(k, ";", ":") || s.in(k, relatives) || s.is(k, "that", "to") || s.in(k, subordinators) && k > j+1 {
			return false
		}
		if s.is(k, ",") && k > j+1 {
			return false
		}
		if s.is(k, "has", "have") && k == j+1 && s.is(j, "and", "but") && s.isParticiple(k+1) && cues[s.lemma[k+1]] != nil {
			return true
		}
		if s.is(k, "is", "are") && k > j+1 && s.isNoun(k-1) && s.is(k+1, "to") && s.isBase(k+2) && s.is(j, "and", "but", "while") {
			return true
		}
		if s.is(k, "do") && s.isNegation(k+1) && k == j+1 && s.is(j, "and", "but") {
			return true
		}
		if s.is(k, "shall", "will", "must", "may", "should") && s.tag(k) == language.TagMD {
			if k == j+1 || s.isAdverb(j+1) && k == j+2 {
				return !s.is(j, ",")
			}
			if s.is(k-1, "and", "or", "but", ",") {
				return false // the modal joins on further right
			}
			if s.is(j, ",") && !s.is(j+1, "while", "whereas", "but", "and") {
				return s.in(j+1, determiners) && s.isNoun(k-1) && !s.relativeOpen(verb, j)
			}
			return !s.relativeOpen(verb, j)
		}
		if (s.tag(k) == language.TagVBD || s.tag(k) == language.TagVBZ || s.tag(k) == language.TagVBP) && k > j+1 && s.is(j, "while", "whereas", "but", "and") && s.isNoun(k-1) {
			for _, c := range cues[s.lemma[k]] {
				if _, ok := s.match(c, k); ok {
					return true
				}
			}
		}
	}
	return false
}

// relativeOpen reports whether a relative or conditional clause stands between
// verb and j, to which a modal after j could belong.
func (s *scan) relativeOpen(verb, j int) bool {
	for k := j - 1; k > verb; k-- {
		if s.isFinite(k) || s.tag(k) == language.TagVBD {
			return false // the clause has its verb
		}
		if s.is(k, "which", "who", "whom", "whose", "if", "unless") {
			return !s.is(j-1, ",") && !s.is(j, ",")
		}
	}
	return false
}
