package fulfilment

// isUnkept reports whether "a dead letter", "unfulfilled", "on paper" follows
// at i.
func (f *finder) isUnkept(i int) bool {
	for f.is(i, "largely", "mostly", "still", "only", "almost", "entirely", "a", "mere", "but", "so", "far") {
		i++
	}
	return f.is(i, "unfulfilled", "unimplemented", "unkept", "unhonoured", "unexecuted", "unobserved") ||
		f.is(i, "dead") && f.is(i+1, "letter") || f.is(i, "on") && f.is(i+1, "paper") && !f.is(i+2, "and", ",")
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
			from, to := f.Subject(k)
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
func (f *finder) against(i int, c *claim) bool {
	if !f.is(i+1, "to", "with") {
		return false
	}
	end := f.NounPhrase(i + 2)
	if !f.isObject(i+2, end) {
		return false
	}
	c.object = [2]int{i + 2, end}
	if i == 0 && f.is(end, ",") {
		e := f.NounPhrase(end + 1)
		c.party = [2]int{end + 1, e}
		return f.IsAgent(end+1, e)
	}
	for k := i - 1; k >= 0 && k > i-7; k-- {
		if !f.isVerb(k) {
			continue
		}
		m, denied := f.auxiliaries(k)
		if denied = denied || f.is(k+1, "not", "n't"); m != "" {
			return false
		}
		if denied {
			c.typ = "kept"
		}
		from, to := f.Subject(k)
		if c.from = from; f.IsAgent(from, to) {
			c.party = [2]int{from, to}
		} else {
			c.party = f.possessor(from, to)
		}
		return from < to && !f.is(from, "it", "that", "this", "which")
	}
	return false
}
