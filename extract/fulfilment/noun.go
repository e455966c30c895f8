package fulfilment

import (
	"pacta/language"
)

// holds reads "the ceasefire is holding", "the agreement is not working".
func (f *finder) holds(i int, k cue, c *claim) bool {
	if !f.isVerb(i) || f.tag(i) == language.TagVBN && !f.is(i-1, "has", "have", "had", "largely", "not", "so", "still", "broadly") || !f.is(i+1, ".", ",", ":", ";", "so", "for", "despite", "in", "and", "well", "up", "firm", "along", "until") {
		return false
	}
	m, denied := f.auxiliaries(i)
	if m != "" {
		return false
	}
	from, to := f.subjectOf(i)
	if denied || f.deniesAll([2]int{from, to}) {
		c.typ = k.denied
	}
	if h := f.headOf([2]int{from, to}); h < 0 || !f.isObject(from, to) || !objects[f.lemma[h]] && !f.namesInstrument(f.Span(from, to)) {
		return false
	}
	c.object, c.from = [2]int{from, to}, from
	return true
}

// noun reads "a violation of the truce", "in breach of the agreement".
func (f *finder) noun(i int, c *claim) bool {
	if f.is(i, "collapse", "breakdown", "failure") {
		end := f.NounPhrase(i + 2)
		c.object = [2]int{i + 2, end}
		return f.is(i+1, "of") && f.isObject(i+2, end) && f.blamed(i, c)
	}
	if f.isVerb(i) && f.tag(i) != language.TagVBZ {
		return false
	}
	if !f.is(i+1, "of") {
		return f.compound(i, c)
	}
	end := f.NounPhrase(i + 2)
	if !f.isObject(i+2, end) || f.is(i-1, "possible", "potential", "alleged") || f.is(i-1, "no", "any") && f.is(i-2, "no", "any", "without") {
		return false
	}
	if f.cleared(i, end, c) {
		return true
	}
	for k := i - 1; k >= 0 && k > i-6; k-- {
		if f.tag(k) == language.TagMD || f.is(k, "no", "not", "never", "hardly", "if", "any", "without", "n't", "prevent", "avoid", "against", "end", "stop", "halt", "investigate", "risk", "about") {
			return false
		}
	}
	c.object = [2]int{i + 2, end}
	if i <= 2 && f.is(i-1, "in") && f.is(end, ",") { // "in violation of the truce, Norland …"
		if e := f.NounPhrase(end + 1); f.isActor(end+1, e) {
			c.party, c.from = [2]int{end + 1, e}, i-1
			return true
		}
	}
	if f.is(end, "by") {
		if e := f.NounPhrase(end + 1); f.isActor(end+1, e) {
			c.party = [2]int{end + 1, e}
			return true
		}
	}
	if f.foundIn(i, c) || f.blamed(i, c) || f.attributed(i, end, c) {
		return true
	}
	if c.party = f.ownerBefore(i); c.party[0] < c.party[1] {
		c.from = c.party[0]
		return true
	}
	for k := i - 1; k >= 0 && k > i-9; k-- {
		if f.isVerb(k) {
			from, to := f.subjectOf(k)
			if from < to && f.isActor(from, to) && !says[f.lemma[k]] {
				c.party, c.from = [2]int{from, to}, from
			} else if from < to && f.isActor(from, to) {
				c.accuser = [2]int{from, to}
			}
			break
		}
	}
	return true
}

// compound reads "fourteen ceasefire violations by the rebels", "accused Marland
// of treaty violations".
func (f *finder) compound(i int, c *claim) bool {
	if j := i - 1; j < 0 || !objects[f.lemma[j]] || boundObjects[f.lemma[j]] || f.isVerb(j) {
		return false
	}
	if c.object = [2]int{i - 1, i}; f.blamed(i-1, c) {
		return true
	}
	for k := i - 2; k >= 0 && k > i-7; k-- {
		if f.tag(k) == language.TagMD || f.is(k, "no", "not", "never", "if", "any", "without", "n't", "prevent", "avoid", "against", "end", "stop", "halt", "investigate", "risk", "about", "alleged", "possible", "discuss", "future", "further") {
			return false
		}
	}
	if f.is(i+1, "by", "from") {
		if e := f.NounPhrase(i + 2); f.isActor(i+2, e) {
			c.party = [2]int{i + 2, e}
		}
	}
	if c.party[0] == c.party[1] {
		c.party = f.ownerBefore(i - 1)
	}
	for k := i - 2; k >= 0 && k > i-9; k-- {
		if !f.isVerb(k) {
			continue
		}
		if from, to := f.subjectOf(k); says[f.lemma[k]] && f.isActor(from, to) {
			c.accuser, c.from = [2]int{from, to}, from
			return true
		}
		break
	}
	return c.party[0] < c.party[1]
}

// cleared reads "no breach of the agreement by Ostia", "clears Serra of any
// breach".
func (f *finder) cleared(i, end int, c *claim) bool {
	c.object = [2]int{i + 2, end}
	if f.is(i-1, "no") && f.is(end, "by") {
		if e := f.NounPhrase(end + 1); f.isActor(end+1, e) {
			c.typ, c.party = "kept", [2]int{end + 1, e}
			return true
		}
	}
	if !f.is(i-1, "any") || !f.is(i-2, "of") {
		return false
	}
	for k := i - 3; k > 0 && k > i-9; k-- {
		if f.is(k, "clears", "cleared", "clear", "acquits", "acquitted", "absolves", "absolved") {
			c.typ, c.party, c.from = "kept", [2]int{k + 1, i - 2}, k
			from, to := f.subjectOf(k)
			if c.accuser = [2]int{from, to}; f.isPassive(k) {
				c.party, c.accuser = [2]int{from, to}, [2]int{}
			}
			return true
		}
	}
	return false
}

// foundIn reads "found Marland in breach of": who is before "in" has broken it,
// who found it says so.
func (f *finder) foundIn(i int, c *claim) bool {
	if !f.is(i-1, "in") {
		return false
	}
	for k := i - 2; k > 0 && k > i-10; k-- {
		if !f.is(k, "found", "find", "finds", "declared", "ruled", "judged", "deemed", "considers", "considered", "sees") {
			continue
		}
		if f.isPassive(k) {
			from, to := f.subjectOf(k)
			c.party, c.from = [2]int{from, to}, from
			return from < to
		}
		if !f.isActor(k+1, i-1) || f.is(k+1, "that") || f.holdsVerb(k+1, i-1) {
			return false
		}
		from, to := f.subjectOf(k)
		c.party, c.accuser, c.from = [2]int{k + 1, i - 1}, [2]int{from, to}, from
		return from < to
	}
	return false
}

// attributed reads "attributed 41 breaches of the truce to the government".
func (f *finder) attributed(i, end int, c *claim) bool {
	for k := i - 1; k >= 0 && k > i-12; k-- {
		if f.is(k, "attributed", "attributes", "ascribed", "ascribes") && f.is(end, "to") {
			e := f.NounPhrase(end + 1)
			from, to := f.subjectOf(k)
			c.party, c.accuser = [2]int{end + 1, e}, [2]int{from, to}
			return f.isActor(end+1, e)
		}
	}
	return false
}

// blamed reads "blamed Marland for the breach of the truce".
func (f *finder) blamed(i int, c *claim) bool {
	of := i - 1
	for f.is(of, "repeated", "multiple", "serious", "systematic", "fresh", "new") || f.is(of, "the", "a", "an", "its", "their") || f.tag(of) == language.TagJJ {
		of--
	}
	if !f.is(of, "for", "of") {
		return false
	}
	for k := of - 1; k >= 0 && k > of-8; k-- {
		if l := f.lemma[k]; l == "blame" || l == "accuse" || l == "criticize" || l == "criticise" || l == "condemn" || f.is(k, "blamed", "accused", "condemned") {
			from, to := f.subjectOf(k)
			if f.isPassive(k) {
				c.party, c.from = [2]int{from, to}, from
				return from < to
			}
			c.party, c.accuser, c.from = [2]int{k + 1, of}, [2]int{from, to}, k
			return f.isActor(k+1, of)
		}
	}
	return false
}

var says = words("count", "list", "log", "note", "find", "cite", "confirm", "establish", "observe", "say", "report", "accuse", "record", "see", "call", "denounce", "condemn", "claim", "register", "protest", "document", "note", "allege", "complain")

// suspension reads "suspended its participation in the treaty".
func (f *finder) suspension(i int, c *claim) bool {
	if !f.isVerb(i) {
		return false
	}
	if m, denied := f.auxiliaries(i); m != "" || denied {
		return false
	}
	if f.isPassive(i) {
		from, to := f.subjectOf(i)
		if !f.isSuspended(from, to) || f.deniesAll([2]int{from, to}) {
			return false
		}
		c.object, c.from = [2]int{from, to}, from
		c.party = f.possessor(from, to)
		for k := from; k < to-2; k++ {
			if f.is(k, "participation", "membership") && f.is(k+1, "of") {
				c.party = [2]int{k + 2, f.NounPhrase(k + 2)}
			}
		}
		f.by(i, c)
		return true
	}
	end := f.NounPhrase(i + 1)
	if from, to := f.subjectOf(i); f.deniesAll([2]int{from, to}) {
		return false
	}
	for end < len(f.word) && f.is(end, "in", "of", "to", "under") {
		end = f.NounPhrase(end + 1)
	}
	if !f.isSuspended(i+1, end) {
		return false
	}
	c.object = [2]int{i + 1, end}
	if !f.actor(i, c) {
		from, to := f.subjectOf(i)
		c.from, c.party = from, [2]int{}
		return f.isAct(from, to)
	}
	if f.isAct(c.party[0], c.party[1]) {
		c.party = [2]int{}
	}
	return true
}

// isAct reports whether a subject is a legal act, which owes nothing itself.
func (f *finder) isAct(from, to int) bool {
	h := f.headOf([2]int{from, to})
	return h >= 0 && f.is(h, "decree", "law", "resolution", "bill", "order", "decision", "amendment", "ordinance", "vote")
}

func (f *finder) isSuspended(from, to int) bool {
	for j := from; j < to && j < from+8; j++ {
		switch f.lemma[j] {
		case "participation", "membership", "implementation", "application", "operation", "fulfilment", "fulfillment", "compliance", "observance":
			return true
		}
	}
	return f.isObject(from, to)
}

// state reads "the treaty remains in force", "a document that governs ties".
func (f *finder) state(i int, k cue, c *claim) bool {
	if !f.isVerb(i) || f.tag(i) == language.TagVBG && !f.is(i-1, "is", "are") {
		return false
	}
	m, denied := f.auxiliaries(i)
	if m != "" {
		return false
	}
	if denied {
		c.typ = k.denied
	}
	switch f.lemma[i] {
	case "be", "exist":
		if !f.isUnkept(i+1) && !f.isInForce(i) {
			return false
		}
	case "remain":
		if f.isUnkept(i + 1) {
			break
		}
		if !f.is(i+1, "in", "valid", "binding", "operative", "effective") || f.is(i+1, "in") && !f.is(i+2, "force", "effect") {
			return false
		}
	case "apply":
		if !f.is(i+1, ".", ",", "today", "in", "fully", "to", "still") {
			return false
		}
	case "serve", "become", "function":
		if !f.isUnkept(i+1) && !f.isRole(i+1) {
			return false
		}
	}
	if f.isPassive(i) && f.is(i+1, "by") && f.lemma[i] != "bind" { // "navigation is governed by the convention"
		end := f.NounPhrase(i + 2)
		c.object, c.from = [2]int{i + 2, end}, i-1
		return f.isObject(i+2, end)
	}
	from, to := f.subjectOf(i)
	if f.isUnkept(i + 1) {
		c.typ = "not kept"
		if denied || !f.isObject(from, to) {
			return false
		}
		c.object, c.from = [2]int{from, to}, from
		return true
	}
	if !f.IsInstrument(from, to) && !f.relative(i) {
		return false
	}
	if from < to {
		c.object, c.from = [2]int{from, to}, from
	}
	return true
}

// isRole reports whether "as the foundation", "the roadmap" follows at i.
func (f *finder) isRole(i int) bool {
	for k := i; k < len(f.word) && k < i+5; k++ {
		if f.is(k, "foundation", "basis", "roadmap", "framework", "cornerstone", "bedrock", "pillar", "backbone", "guide", "fundament") {
			return true
		}
	}
	return false
}

// relative reports whether a relative pronoun for an instrument is the subject
// of the verb at i.
func (f *finder) relative(i int) bool {
	j := i - 2
	if f.is(j, ",") {
		j--
	}
	return f.is(i-1, "that", "which") && j >= 0 && (objects[f.lemma[j]] || objects[f.word[j]])
}
