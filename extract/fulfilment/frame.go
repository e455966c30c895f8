package fulfilment

import "pacta/language"

// framed judges the clause that a claim stands in: one that is denied says the
// opposite ("denied that it had breached the treaty"), one that nothing speaks
// for says nothing ("there is no evidence that"). It returns false for the
// latter.
func (f *finder) framed(c *claim) bool {
	j := c.from - 1
	for f.is(j, "the", "\"", "“", "any", "ever") && j > c.from-3 {
		j--
	}
	that := f.is(j, "that")
	if that {
		j--
	}
	switch {
	case f.lemmaAt(j) == "deny" || f.is(j, "denied", "denies", "denying"):
		return !f.negatedBefore(j) && f.flip(c, j)
	case !that:
		return true
	case f.is(j, "true", "correct") && f.negatedBefore(j), f.is(j, "untrue", "false", "wrong"):
		return f.flip(c, -1)
	case f.is(j, "evidence", "proof", "sign", "signs", "indication") && f.negatedBefore(j) && c.typ == "kept":
		c.typ = "not kept"
		return true
	case f.is(j, "evidence", "proof", "sign", "signs", "indication", "guarantee", "doubt", "suspicion", "risk", "fear", "fears", "hope", "hopes"):
		return f.is(j, "evidence", "proof") && !f.negatedBefore(j)
	case f.is(j, "claim", "say", "pretend", "suggest") && f.is(j-1, "to") && j < 4:
		return f.flip(c, -1)
	case f.is(j, "accusation", "accusations", "allegation", "allegations", "claim", "claims", "charge", "charges", "report", "reports", "assertion", "assertions", "denial", "suggestion", "notion"):
		for k := c.cue[1]; k < len(f.word); k++ {
			if f.is(k, "unfounded", "false", "untrue", "baseless", "groundless", "absurd", "nonsense", "malicious") {
				return f.flip(c, -1)
			}
		}
		for k := j - 1; k >= 0 && k > j-6; k-- {
			if f.is(k, "rejected", "rejects", "reject", "denied", "denies", "dismissed", "dismisses", "refuted", "refutes", "rebuffed") {
				return f.flip(c, k)
			}
		}
		return f.isVerb(j) || f.is(j-1, "its", "their", "his", "her") || f.tag(j-1) == language.TagPOS && !f.is(j, "denial")
	}
	return true
}

// flip makes the claim its opposite; who denies, at verb, is its source.
func (f *finder) flip(c *claim, verb int) bool {
	if c.typ = opposite[c.typ]; c.typ == "" {
		return false
	}
	if verb < 0 {
		return true
	}
	if from, to := f.subjectOf(verb); from < to && f.isActor(from, to) {
		if c.party[1]-c.party[0] == 1 && f.is(c.party[0], "it", "they", "he", "she") {
			c.party = [2]int{from, to}
		}
		if c.from = from; f.tag(from) != language.TagPRP {
			c.accuser = [2]int{from, to}
		}
	}
	return true
}

func (f *finder) negatedBefore(i int) bool {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if f.is(k, "not", "n't", "no", "never", "hardly") {
			return true
		}
	}
	return false
}
