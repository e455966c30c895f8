package commitment

import "pacta/language"

// divide splits the action at coordinated verbs and takes the roles off.
func (s *scan) divide(c *clause) {
	if c.from < c.subject.from {
		s.roleOf(c, run{c.from, c.subject.from})
	}
	for _, r := range c.inserts {
		s.roleOf(c, r)
	}
	starts := []int{c.verb}
	if !c.passive && !c.whole && c.split != 0 {
		starts = s.conjuncts(c, starts)
	}
	for i, from := range starts {
		to := c.end
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		a := s.action(c, from, to)
		if c.whole {
			a.from = c.subject.from
			if c.apart && len(c.cues) > 0 {
				a.from = c.cues[0].from
			}
		}
		if !a.empty() {
			c.actions = append(c.actions, s.deed(c, a))
		}
	}
}

// action returns the part of [from, to) that tells the conduct, and notes the
// roles behind it.
func (s *scan) action(c *clause, from, to int) run {
	end := to
	for j := from + 1; j < to; j++ {
		if s.endsFrequency(j) {
			end = min(end, j)
		}
		role := s.markerAt(j, to)
		if role == "" || s.isWithin(j, from, to) || j == from+1 && s.is(j, "whenever", "where", "when", "if") && s.tag(j+1) == language.TagJJ {
			continue
		}
		next := s.roleEnd(j, to)
		if k := s.objectBehind(c, from, j, next, to); k > 0 {
			c.roles = append(c.roles, role1(role, s.trim(run{j, k})))
			j = k - 1
			continue
		}
		if k := s.aside(j, to); k > 0 {
			c.roles = append(c.roles, role1(role, run{j, k}))
			j = k
			continue
		}
		c.roles = append(c.roles, role1(role, s.trim(run{j, next})))
		if next < to && (s.continues(next, to, s.is(j-1, ",")) || s.is(j-1, ",") && s.is(next, ",") && !s.hasObject(from, j) && s.isNounPhrase(next+1)) {
			j = next
			continue
		}
		end = min(end, j)
		j = next - 1
	}
	r := s.trim(run{from, end})
	for r.to > r.from+1 && (s.is(r.to-1, "as", "well", "and", "to", "also", "nor") || s.is(r.to-1, ",") || s.isNegation(r.to-1)) {
		r.to--
	}
	return r
}

// endsFrequency reports whether the comma at j sets off what follows on "once a
// year": "…, alternately in Lund and Kesh".
func (s *scan) endsFrequency(j int) bool {
	return s.is(j, ",") && s.in(j-1, units) && (s.is(j-3, "once", "twice", "times") || s.is(j-4, "once", "twice", "times")) && !s.is(j+1, "and", "or", "to")
}

// aside returns the comma that closes a short insertion which begins at j
// after a comma or "and": ", when applicable, legal guardians".
func (s *scan) aside(j, to int) int {
	if !s.is(j-1, ",") {
		return 0
	}
	for k := j + 1; k < to-1 && k < j+4; k++ {
		if s.is(k, ",") && s.markerAt(k+1, to) == "" {
			return k
		}
	}
	return 0
}

// deed gives an action its modality: to refrain from something is a
// prohibition of it, whatever the cue of the clause.
func (s *scan) deed(c *clause, a run) deed {
	if c.modality == "obligation" && a.from != c.verb && (s.is(a.from-1, "nor", "neither") || s.isNegation(a.from-1)) {
		return deed{a, "prohibition"}
	}
	if c.notFirst && a.from != c.verb && s.is(a.from-1, "to") && s.is(a.from-2, "and") {
		return deed{a, "obligation"}
	}
	if s.deniesObject(c, a) {
		return deed{a, "prohibition"}
	}
	if !s.is(a.from, "refrain", "abstain", "desist") || c.modality != "obligation" && c.modality != "intention" {
		return deed{a, c.modality}
	}
	for k := a.from + 1; k < a.to-1 && k < a.from+12; k++ {
		if s.is(k, "from") {
			return deed{run{k + 1, a.to}, "prohibition"}
		}
	}
	return deed{a, c.modality}
}

// deniesObject reports whether an obligation is one to do nothing of a kind:
// "shall take no step that", "to raise no objection".
func (s *scan) deniesObject(c *clause, a run) bool {
	if c.modality != "obligation" || c.passive {
		return false
	}
	k := c.verb
	if !c.whole {
		k = a.from
	}
	for k++; s.tag(k) == language.TagRP || s.isAdverb(k) && !s.is(k, "no"); k++ {
	}
	if s.is(k, "neither") {
		return true
	}
	return s.is(k, "no") && !s.is(k+1, "later", "less", "fewer", "more", "effort", "time", "doubt", "stone")
}

func role1(name string, r run) role { return role{name: name, run: r} }

// isWithin reports whether a marker at j belongs to a relative clause or noun
// phrase of the action rather than to the action.
func (s *scan) isWithin(j, from, to int) bool {
	if s.is(j-1, "that") && j-1 > from || s.is(j-1, ",") && s.is(j-2, "that") {
		return true // "ensure that, in the case of offences, …"
	}
	if s.inOpenClause(j, from) {
		return true
	}
	if s.tag(j-1) == language.TagVBN && s.isNoun(j-2) && j-2 > from {
		return true // "an offence established in accordance with"
	}
	if s.is(j, "during", "under", "in", "pursuant", "for", "from", "by", "before", "since", "after", "over") {
		for k := j - 1; k > from; k-- {
			if s.is(k, ",", ";") {
				return false
			}
			if s.in(k, relatives) || s.is(k, "that") {
				return true
			}
		}
	}
	return false
}

// alone are verbs that need no object.
var alone = set("cooperate", "co-operate", "consult", "act", "meet", "reply", "respond", "comply", "apply", "decide", "participate", "withdraw", "refrain", "begin", "cease", "work", "agree", "proceed", "interfere", "vote", "report", "continue", "remain", "be", "go", "come", "stop", "end", "depart", "sail", "travel", "return", "take", "fish", "collaborate", "confer", "fight", "interact", "trade", "enter", "land", "pass", "cross", "negotiate")

// objectBehind returns where the object of the verb at from begins behind the
// role at [j, next): "establish under its law a long period", "provide each
// other, within their means, with aid"; 0 where it does not.
func (s *scan) objectBehind(c *clause, from, j, next, to int) int {
	if c.whole || c.passive || alone[s.lemma[from]] || s.hasObject(from, j) || s.tag(from+1) == language.TagRP {
		return 0
	}
	for k := j + 2; k < next-1; k++ {
		if s.isBoundary(k) && !s.is(k+1, "which", "who") || s.is(k, ",") && s.isNounPhrase(k+1) && !s.is(k+1, "and", "or") {
			return k + 1
		}
	}
	if s.is(j-1, ",") && next < to && s.is(next, ",") && s.is(next+1, "with", "on", "for", "to", "by") {
		return next + 1
	}
	return 0
}

// inOpenClause reports whether a marker at j stands in a that-clause before its
// verb: "ensure that the controls, when in manual mode, are attended".
func (s *scan) inOpenClause(j, from int) bool {
	for k := j - 1; k > from && k > j-14; k-- {
		if s.isFinite(k) || s.is(k, ";") || s.isBase(k) {
			return false
		}
		if s.is(k, "that") && s.tag(k) == language.TagIN {
			return true
		}
	}
	return false
}

// roleEnd returns where the role that begins at j ends: at the next marker
// after a comma or conjunction, or the end of the clause.
func (s *scan) roleEnd(j, to int) int {
	for k := j + 2; k < to; k++ {
		if s.in(k, units) && k < j+5 && s.is(j, "for", "within") && s.is(k+1, "the", "its", "their", "a") {
			return k + 1
		}
		if s.is(k, ",", "and", "or") && k+1 < to && s.markerAt(k+1, to) != "" && !s.is(k, "or") {
			return k
		}
		if s.is(k, ",") && s.is(j-1, ",") && s.isNounPhrase(k+1) && (k < j+6 || k < j+12 && !s.is(k+1, "and") && s.markerAt(j, to) == "deadline") {
			return k
		}
		if s.is(k, ",") && s.continues(k, to, s.is(j-1, ",")) {
			return k
		}
		if s.markerAt(k, to) != "" && s.isNoun(k-1) && !s.is(k, "where", "when", "under", "for", "in", "during", "from", "by") {
			return k
		}
	}
	return to
}

// continues reports whether the action goes on after the comma at k. The object
// of the verb can follow only where the role was set off by commas.
func (s *scan) continues(k, to int, inserted bool) bool {
	if k > 0 && s.in(k-1, units) && s.is(k, "the", "its", "their", "a") {
		return true
	}
	if !s.is(k, ",") || s.in(k+1, subordinators) {
		return false
	}
	if inserted && s.is(k+1, "the", "all", "to", "any", "such", "its", "their", "a", "an") {
		return true
	}
	return s.is(k+1, "including", "namely") || s.is(k+1, "such") && s.is(k+2, "as") || s.is(k+1, "as") && s.is(k+2, "well") && s.tag(k+4) != language.TagIN && !s.is(k+4, "in", "on")
}

// roleOf classifies a leading phrase or an insert.
func (s *scan) roleOf(c *clause, r run) {
	r = s.trim(r)
	for k := r.from; k < r.to && k < r.from+3; k++ {
		if name := s.markerAt(k, r.to); name != "" {
			c.roles = append(c.roles, role{name, run{k, r.to}})
			return
		}
	}
}
