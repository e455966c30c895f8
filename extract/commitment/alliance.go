package commitment

// The five military areas follow ATOP's definitions (Leeds et al., Alliance
// Treaty Obligations and Provisions codebook), in our words in data/areas.tsv.

var (
	attackWords  = set("attack", "attacks", "attacked", "aggression", "aggressor", "invasion", "invaded", "invades")
	aidWords     = set("assist", "assistance", "aid", "help", "support", "defend", "protect", "rescue", "succour", "succor")
	dangerWords  = set("security", "threat", "threatened", "threaten", "threatens", "threats", "danger", "dangers", "peace", "crisis", "crises", "hostilities", "aggression", "attack", "independence", "defence", "defense", "war", "conflict", "menace", "safety", "menaced", "emergency")
	consultWords = set("consult", "consultation", "consultations", "confer", "concert")
	friendWords  = set("party", "parties", "member", "members", "state", "states", "ally", "allies", "power", "powers", "other", "another", "signatories", "canal", "side", "sides", "country", "countries", "government", "governments", "republic", "neutrality", "territory", "them", "it")
)

// alliance returns which of the five military areas a clause falls under, ""
// for none.
func (s *scan) alliance(c *clause, action run) string {
	if c.modality == "demand" || c.modality == "permission" {
		return ""
	}
	all := run{min(c.from, action.from), max(c.end, action.to)}
	switch {
	case s.isNonAggression(c, action):
		return "non-aggression"
	case s.isNeutrality(c, action):
		return "neutrality"
	case s.isOffence(c, action, all):
		return "offence"
	case s.isConsultation(action, all):
		return "consultation"
	case s.isDefence(c, action, all):
		return "defence"
	}
	return ""
}

func (s *scan) any(r run, words map[string]bool) bool {
	for k := r.from; k < r.to; k++ {
		if words[s.word[k]] {
			return true
		}
	}
	return false
}

func (s *scan) anyOf(r run, words ...string) bool {
	for k := r.from; k < r.to; k++ {
		if s.is(k, words...) {
			return true
		}
	}
	return false
}

func (s *scan) isNonAggression(c *clause, a run) bool {
	forbids := c.modality == "prohibition" || c.modality == "principle" || s.is(a.from, "refrain", "abstain", "renounce", "build") || s.has(a, "non-use", "of")
	if !forbids {
		return false
	}
	if s.has(a, "use", "of", "force") || s.has(a, "threat", "of", "force") || s.has(a, "non-use", "of", "force") || s.has(a, "resort", "to", "force") || s.has(a, "resort", "to", "war") || s.has(a, "recourse", "to", "war") || s.has(a, "armed", "force", "against") {
		return true
	}
	if s.anyOf(a, "non-aggression", "nonaggression") {
		return true
	}
	return c.modality == "prohibition" && (s.is(a.from, "attack", "invade") || s.is(a.from, "commit", "make", "undertake", "launch", "resort") && s.any(a, attackWords) || s.is(a.from, "war") || s.has(a, "war", "as"))
}

func (s *scan) has(r run, words ...string) bool {
	for k := r.from; k+len(words) <= r.to; k++ {
		if s.hasWords(k, words) {
			return true
		}
	}
	return false
}

func (s *scan) isNeutrality(c *clause, a run) bool {
	if c.modality != "prohibition" && s.is(a.from, "observe", "maintain", "keep", "preserve", "remain") && (s.has(a, "neutrality") || s.has(a, "neutral")) {
		return !s.has(a, "regime") && !s.has(a, "canal")
	}
	if c.modality != "prohibition" {
		return false
	}
	switch {
	case s.is(a.from, "assist", "support", "aid", "help", "render", "give", "lend") && s.anyOf(a, "aggressor", "attacker", "enemy", "adversary", "opponent"):
		return true
	case s.anyOf(a, "alliance", "coalition", "coalitions", "alliances", "grouping", "bloc") && s.anyOf(a, "against", "directed", "hostile"):
		return true
	case s.is(a.from, "join", "take", "participate", "enter") && s.anyOf(a, "war", "hostilities", "conflict") && s.anyOf(a, "against", "between"):
		return true
	}
	return false
}

func (s *scan) isOffence(c *clause, a, all run) bool {
	if c.modality == "prohibition" {
		return s.anyOf(a, "peace", "armistice", "truce") && s.anyOf(a, "separate", "separately") || s.has(a, "lay", "down", "arms")
	}
	if s.is(a.from, "declare", "wage", "make", "begin", "continue", "prosecute") && s.has(a, "war") {
		return s.anyOf(a, "against", "jointly", "common", "together") || s.has(a, "war", "on")
	}
	return s.is(a.from, "employ", "use") && s.anyOf(a, "forces", "resources") && s.anyOf(a, "enemies", "enemy", "war")
}

func (s *scan) isDefence(c *clause, a, all run) bool {
	if c.modality == "prohibition" || c.modality == "consideration" {
		return false
	}
	if s.isAttack(c.subject) && s.is(c.verb, "be") && (s.anyOf(all, "deemed", "considered", "regarded", "treated")) {
		return s.anyOf(a, "attack", "threat", "aggression", "attacks", "act") && s.anyOf(run{min(a.to, c.subject.to), a.to}, "all", "other", "others", "each", "every", "them", "both", "allies", "members")
	}
	if s.hasEither(a, "collective", "mutual") && s.anyOf(all, "aggression", "attack", "defence", "defense") {
		return true
	}
	if !s.any(a, friendWords) && !s.anyOf(a, "each", "mutual", "danger") {
		return false
	}
	if s.is(a.from, "act", "take") && s.has(a, "to", "meet") && s.anyOf(a, "danger", "attack", "aggression") {
		return true
	}
	if s.is(a.from, "defend") || s.is(a.from, "come") && s.anyOf(a, "aid", "assistance", "help", "defence", "defense", "rescue") {
		return s.any(all, attackWords) || s.anyOf(a, "against", "other", "another", "canal", "aid", "defence", "defense")
	}
	return s.any(run{a.from, min(a.to, a.from+8)}, aidWords) && s.any(all, attackWords) && !s.anyOf(a, "victims", "judicial", "criminal", "humanitarian")
}

// hasEither reports whether "collective defence" or the like stands in r.
func (s *scan) hasEither(r run, first, second string) bool {
	for k := r.from; k < r.to-1; k++ {
		if s.is(k, first, second) && s.is(k+1, "defence", "defense", "self-defence", "self-defense") {
			return true
		}
	}
	return false
}

func (s *scan) isConsultation(a, all run) bool {
	if s.is(a.from, "advise", "deliberate", "discuss") && s.anyOf(a, "defence", "defense", "aggression") && s.anyOf(a, "security", "collective", "common", "mutual") {
		return true
	}
	near := run{a.from, min(a.to, a.from+6)}
	if s.is(a.from, "be") || s.anyOf(a, "should", "shall", "will") || s.is(a.from, "adopt") {
		near = a
	}
	if !s.any(near, consultWords) {
		return s.is(a.from, "contact", "act") && s.anyOf(all, "threat", "threatened", "attack") && s.anyOf(a, "other", "immediately", "concert")
	}
	return s.any(all, dangerWords)
}
