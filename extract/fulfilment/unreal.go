package fulfilment

import "pacta/language"

var (
	unrealVerbs = words("doubt", "hope", "wonder", "wish", "want", "urge", "require", "ensure", "prevent", "expect", "fear", "imagine", "suppose", "pretend", "ask", "verify", "examine", "determine", "threaten", "caution")
	unrealNouns = words("rumour", "rumor", "suspicion", "fear", "possibility", "danger", "risk", "question", "hope", "case", "doubt", "idea", "notion", "suggestion", "probability", "condition")
	tellingNot  = words("say", "find", "prove", "confirm", "claim", "establish", "report", "accuse", "know", "show", "believe", "think", "certify", "conclude", "rule")
	generics    = words("any", "whoever", "anyone", "every", "those", "anybody", "what", "whichever")
)

// isUnreal reports whether the clause of a claim is asked, feared, made a
// condition or told of nobody in particular.
func (f *finder) isUnreal(c *claim) bool {
	if f.is(0, "let", "suppose") || f.isGeneric(c) || f.neverFound(c) {
		return true
	}
	i := c.cue[0]
	for step := 0; f.parsed() && step < 8 && i >= 0; step++ {
		for k := range f.s.Children(i) {
			if k < i && f.rel(k) == language.Mark && (f.is(k, "unless", "whether") || f.is(k, "if") && !f.is(k-1, "as", "even")) {
				return true
			}
		}
		h := f.head(i)
		if h < 0 {
			return false
		}
		content := f.rel(i).Base() == language.Ccomp || f.rel(i).Base() == language.Acl
		if content && (f.isVerb(h) && f.isUnrealAt(h) || !f.isVerb(h) && unrealNouns[f.lemma[h]] && f.rel(i) != language.AclRelcl) {
			return true
		}
		if f.rel(i) == language.AclRelcl && f.is(h, "party", "state", "government", "country", "side") && f.is(h-1, "a", "any", "every", "no") {
			return true
		}
		i = h
	}
	return false
}

// isUnrealAt reports whether the verb at h takes back what it governs.
func (f *finder) isUnrealAt(h int) bool {
	l := f.lemma[h]
	if unrealVerbs[l] && !(l == "fear" || l == "expect") {
		return true
	}
	if !tellingNot[l] {
		return false
	}
	for k := h - 1; k >= 0 && k > h-5; k-- {
		if f.is(k, "may", "might", "could", "would", "can", "should", "must", "not", "n't", "never", "neither", "declined", "refused", "unable", "cannot") {
			return true
		}
		if f.tag(k) != language.TagRB && !f.is(k, "to", "have", "has", "had", "be", "been", "ever") {
			break
		}
	}
	from, to := f.TreeSubject(h)
	return f.deniesAll([2]int{from, to})
}

// isGeneric reports whether a claim is about any party that may do so rather
// than about one that does: "a state that breaches the pact loses its vote".
func (f *finder) isGeneric(c *claim) bool {
	if c.party[0] >= c.party[1] {
		return false
	}
	if generics[f.word[c.party[0]]] && !f.is(c.party[0]+1, "of") && (c.party[1]-c.party[0] > 1 || f.is(c.party[0], "whoever", "anyone", "anybody", "what")) {
		return !f.is(c.party[0], "those") || f.is(c.party[1], "who", "that")
	}
	return f.is(0, "what", "whether", "how") && c.cue[0] < 7 && !f.is(len(f.word)-1, "?")
}

// neverFound reads "neither confirmed nor denied that", "no one has proved
// that" before the claim.
func (f *finder) neverFound(c *claim) bool {
	for k := c.from - 1; k >= 0 && k > c.from-16; k-- {
		if f.is(k, "nor") && f.is(k+1, "denied", "confirmed") || f.is(k, "rumours", "rumors", "speculation") && f.is(k+1, "that") {
			return true
		}
		if f.is(k, ";", "”") {
			break
		}
	}
	return false
}

var (
	privateParties = words("company", "firm", "striker", "player", "club", "team", "brother", "sister", "mother", "father", "son", "daughter", "wife", "husband", "grandmother", "friend", "landlord", "tenant", "witness", "goalkeeper",
		"mayor", "chairman", "carmaker", "building", "owner", "shareholder", "bank", "airline", "insurer", "actor", "singer", "coach", "employer", "employee", "worker", "trader", "contractor", "lover", "boy", "girl", "manager", "executive", "ceo", "director", "accused", "defendant", "motorist", "driver", "student", "soldier")
	privateObjects = words("election", "campaign", "manifesto", "contract", "lease", "probation", "parole", "bail", "grandmother", "mother", "wife", "mistress", "club", "marriage", "village", "voter", "electoral", "company", "firm", "copyright", "licence", "license", "rule", "code", "franchise", "employer", "landlord", "dying", "council", "shareholder")
)

// isPrivateAffair reports whether a claim is about what private persons, firms
// or a party owe at home rather than between states.
func (f *finder) isPrivateAffair(c *claim) bool {
	if h := f.headOf(c.party); h >= 0 && (privateParties[f.lemma[h]] || f.is(h, "union") && f.tag(h-1) == language.TagPOS) {
		return true
	}
	if c.party[1]-c.party[0] == 1 && f.is(c.party[0], "he", "she") && len(f.Codes(f.Span(0, len(f.word)))) == 0 {
		return !f.SpeakerAt(f.s.Tokens[c.cue[0]].Start).Binds
	}
	if f.namesInstrument(f.Span(c.object[0], max(c.object[0], c.object[1]))) {
		return false
	}
	end := min(len(f.word), max(c.object[1], c.cue[1])+6)
	for k := max(c.object[0], c.cue[0]); k < end; k++ {
		if k >= c.object[1] && (f.is(k, ",", ".", "and", ";", "which") || f.isVerb(k)) {
			break
		}
		if privateObjects[f.lemma[k]] && !f.is(k, "council") || f.is(k, "council") && f.is(k-1, "city", "town", "district") {
			return !f.is(k, "contract", "contracts", "rule", "rules") || !f.isActor(c.party[0], c.party[1]) || f.is(k-1, "its", "their", "party", "of", "own", "its")
		}
	}
	return false
}

// headOf returns the noun that a phrase is about, -1 for none.
func (f *finder) headOf(r [2]int) int {
	head := -1
	for k := r[0]; k < r[1]; k++ {
		t := f.tag(k)
		if t == language.TagIN || t == language.TagTO || f.is(k, ",", "who", "which", "that") {
			break
		}
		if t == language.TagPOS {
			head = -1
			continue
		}
		if t >= language.TagNN && t <= language.TagNNS || t == language.TagNNP || t == language.TagNNPS || t == language.TagPRP {
			head = k
		}
	}
	return head
}
