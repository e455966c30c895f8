package commitment

import "pacta/language"

// antecedent returns for whom the pronoun that is the party of c stands: the
// subject of the condition before it, "If either Party builds a dam, it shall".
func (s *scan) antecedent(c *clause) run {
	if c.party.to-c.party.from != 1 || !s.is(c.party.from, "it", "they", "he", "she") {
		return run{}
	}
	for k := c.party.from - 1; k >= s.lo && !s.is(k, ";"); k-- {
		if s.in(k, subordinators) && !s.is(k, "than", "as") {
			return s.subjectAfter(k+1, c.party.from)
		}
	}
	return run{}
}

// subjectAfter returns the subject of the first finite verb of the clause that
// begins at token i, if it can be a party.
func (s *scan) subjectAfter(i, hi int) run {
	for k := i + 1; k < hi; k++ {
		if s.is(k, ",") {
			return run{}
		}
		plans := k > i+1 && s.isNoun(k) && s.is(k+1, "to") && s.isBase(k+2) // "either Party plans to"
		if plans || s.isFinite(k) || s.tag(k) == language.TagVBD {
			if r := s.trim(run{i, k}); s.isAgent(r) {
				return r
			}
			return run{}
		}
	}
	return run{}
}

// isSelf reports whether a party is the speaker himself, or what he speaks for.
func (s *scan) isSelf(party run) bool {
	return s.is(party.from, "it", "we", "they", "i") && party.to-party.from == 1 ||
		s.is(party.from, "the", "its", "our", "his", "her") && s.is(party.from+1, "country", "government", "state", "republic", "kingdom", "nation")
}
