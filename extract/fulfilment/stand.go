package fulfilment

import "pacta/language"

// isUnkept reports whether "a dead letter", "unfulfilled", "on paper" follows
// at i.
func (f *finder) isUnkept(i int) bool {
	for f.is(i, "largely", "mostly", "still", "only", "almost", "entirely", "a", "mere", "but", "so", "far") {
		i++
	}
	return f.is(i, "unfulfilled", "unimplemented", "unkept", "unhonoured", "unexecuted", "unobserved") ||
		f.is(i, "dead") && f.is(i+1, "letter") || f.is(i, "on") && f.is(i+1, "paper") && !f.is(i+2, "and", ",")
}

// isInForce reports whether "still in force", "valid" follows the form of "be"
// at i.
func (f *finder) isInForce(i int) bool {
	still := f.is(i+1, "still")
	for i++; f.is(i, "still", "fully", "also"); i++ {
	}
	return still && (f.is(i, "in") && f.is(i+1, "force", "effect") || f.is(i, "valid", "binding", "operative"))
}

// abeyance reads "the treaty is held in abeyance", "Marland put the treaty in
// abeyance".
func (f *finder) abeyance(i int, c *claim) bool {
	if !f.is(i-1, "in") {
		return false
	}
	for k := i - 2; k >= 0 && k > i-12; k-- {
		if !f.isVerb(k) {
			continue
		}
		if m, denied := f.auxiliaries(k); m != "" || denied {
			return false
		}
		if f.isPassive(k) || f.is(k, "is", "are", "was", "were", "been", "be", "remains", "remain", "remained") {
			from, to := f.subjectOf(k)
			c.object, c.from = [2]int{from, to}, from
			return f.isObject(from, to)
		}
		if !f.is(k, "put", "puts", "hold", "holds", "held", "place", "placed", "places", "keep", "keeps", "kept", "putting", "holding", "placing") || !f.isObject(k+1, i-1) {
			return false
		}
		c.object = [2]int{k + 1, i - 1}
		return f.actor(k, c)
	}
	return false
}

// against reads "acted contrary to the treaty", "runs counter to the accord",
// "contrary to the accord, Marland closed the port".
func (f *finder) against(i int, q cue, c *claim) bool {
	if !f.is(i+1, "to", "with") {
		return false
	}
	end := f.NounPhrase(i + 2)
	if !f.isObject(i+2, end) {
		return false
	}
	c.object = [2]int{i + 2, end}
	state := f.is(i, "compliance", "conformity")
	if state && !f.is(i-1, "in") && !(f.is(i-2, "in") && f.is(i-1, "full", "strict", "complete", "material")) {
		return false
	}
	if i == 0 && f.is(end, ",") {
		e := f.NounPhrase(end + 1)
		c.party = [2]int{end + 1, e}
		return f.isActor(end+1, e)
	}
	for k := i - 1; k >= 0 && k > i-7; k-- {
		if !f.isVerb(k) {
			continue
		}
		if state && !f.is(k, "is", "are", "was", "were", "been", "remains", "remained") {
			return false
		}
		m, denied := f.auxiliaries(k)
		if denied = denied || f.is(k+1, "not", "n't"); m != "" {
			return false
		}
		if denied {
			c.typ = q.denied
		}
		from, to := f.subjectOf(k)
		if c.from = from; f.isActor(from, to) {
			c.party = [2]int{from, to}
		} else {
			c.party = f.possessor(from, to)
		}
		return from < to && !f.is(from, "it", "that", "this", "which")
	}
	return false
}

// failure reads "Marland's failure to fulfil the accord", "the refusal of
// Marland to implement it".
func (f *finder) failure(i int, c *claim) bool {
	to := i + 1
	if f.is(to, "of", "by") {
		to = f.NounPhrase(i + 2)
		c.party = [2]int{i + 2, to}
	} else {
		c.party = f.ownerBefore(i)
	}
	if !f.is(to, "to") || !f.isActor(c.party[0], c.party[1]) {
		return false
	}
	ks := cues[f.lemmaAt(to+1)]
	end, ok := f.objectAfter(to + 1)
	if len(ks) == 0 || ks[0].claim != "kept" || ks[0].pattern != "verb" || !ok {
		return false
	}
	c.cue, c.object, c.from = [2]int{i, to + 2}, [2]int{to + 2, end}, min(i, c.party[0])
	return true
}

// ownerBefore returns whose the noun at i is: "Marland's repeated violations".
func (f *finder) ownerBefore(i int) [2]int {
	j := i - 1
	for f.tag(j) == language.TagJJ || f.tag(j) == language.TagRB || f.tag(j) == language.TagVBN {
		j--
	}
	if f.tag(j) != language.TagPOS {
		return [2]int{}
	}
	k := j
	for k > 0 && (f.tag(k-1) == language.TagNNP || f.tag(k-1) == language.TagNN || f.tag(k-1) == language.TagNNS || f.is(k-1, "the")) {
		k--
	}
	if !f.isActor(k, j) {
		return [2]int{}
	}
	return [2]int{k, j}
}
