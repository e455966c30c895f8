package fulfilment

import "pacta/language"

// conduct reads what was done "as the protocol requires", "in line with the
// agreement", "as it had undertaken to do", "in defiance of the accord".
func (f *finder) conduct(i int) bool {
	c := claim{typ: "kept", cue: [2]int{i, i + 1}, from: i}
	end, ok := 0, false
	switch {
	case f.is(i, "as"):
		end, ok = f.asOwed(i)
	case f.is(i, "in"):
		end, ok = f.inLine(i, &c)
	case f.is(i, "contrary") && f.is(i+1, "to") && f.is(i+2, "what"):
		end, ok = i+3, f.agreedAt(i+3)
		c.typ = "breached"
	}
	if !ok {
		return false
	}
	c.cue[1] = end
	if i == 0 {
		return c.typ == "breached" && f.is(i, "contrary") && f.accept(&c)
	}
	return f.done(i, &c) && f.accept(&c)
}

// owed reads "delivered what they had promised", "did everything that the accord
// asks".
func (f *finder) owed(i int, k cue, c *claim) bool {
	j := i + 1
	for f.tag(j) == language.TagRB || f.is(j, "out", "over", "back") {
		j++
	}
	return f.isPromisedThing(j, j) && f.verb(i, k, c)
}

var requiring = words("require", "prescribe", "demand", "provide", "stipulate", "foresee", "specify", "oblige", "envisage", "ask")

var undertaken = words("undertake", "promise", "agree", "pledge", "vow", "undertook", "undertaken", "promised", "agreed", "pledged", "sworn", "vowed")

// asOwed reads "as the protocol requires", "as it had undertaken to do", "as
// agreed" from token i on.
func (f *finder) asOwed(i int) (end int, ok bool) {
	if undertaken[f.word[i+1]] && f.tag(i+1) == language.TagVBN {
		return i + 2, f.is(i+2, ",", ".", "in", ":") && !f.is(i-1, "same", "such", "well") && f.namesEarlier(len(f.word))
	}
	for k := i + 1; k < len(f.word) && k < i+9; k++ {
		if f.is(k, ",", ".", ";") {
			return 0, false
		}
		if requiring[f.lemma[k]] && f.isVerb(k) || f.is(k, "prescribes", "requires", "demands", "provides", "stipulates", "foresees", "specifies") {
			return k + 1, f.isObject(i+1, k)
		}
		if undertaken[f.word[k]] && f.is(k-1, "had", "has", "have") && f.is(i+1, "it", "they", "he", "she", "the", "both", "its") {
			return k + 1, f.is(k+1, "to", "in", ",", ".", "under")
		}
		if f.is(k, "bound", "obliged", "required") && f.is(k+1, "to") && f.is(k-1, "is", "are", "was", "were") {
			return k + 1, f.is(k+2, "do", "be", "under")
		}
	}
	return 0, false
}

// inLine reads "in line with the agreement", "in defiance of the accord".
func (f *finder) inLine(i int, c *claim) (end int, ok bool) {
	k := i + 1
	if f.is(k, "full", "strict", "open", "direct", "clear", "flat", "flagrant") {
		k++
	}
	switch {
	case f.is(k, "accordance", "line", "keeping", "conformity", "compliance") && f.is(k+1, "with"):
	case f.is(k, "defiance", "contravention", "disregard") && f.is(k+1, "of"):
		c.typ = "breached"
	default:
		return 0, false
	}
	to := f.nounPhraseWith(k + 2)
	c.object = [2]int{k + 2, to}
	return k + 2, f.isObject(k+2, to) && !f.is(k+2, "international", "national")
}

// agreedAt reads "was agreed", "they had agreed" at token i.
func (f *finder) agreedAt(i int) bool {
	for k := i; k < i+5; k++ {
		if f.is(k, "agreed", "signed", "promised", "undertaken") {
			return true
		}
	}
	return false
}

// done fills in who did what the phrase at token i judges; only what happened
// can be judged.
func (f *finder) done(i int, c *claim) bool {
	v := f.verbBefore(i)
	if v < 0 || attributing[f.lemma[v]] || v < f.last || undertaken[f.word[v]] || f.is(v, "signed", "held", "began", "voted", "met", "is", "was", "are", "were") {
		return false
	}
	modal, denied := f.auxiliaries(v)
	if f.lemmaAt(v-2) == "fail" && f.is(v-1, "to") {
		modal, denied = "", true
	}
	past := f.tag(v) == language.TagVBD || f.tag(v) == language.TagVBN || denied || c.typ == "breached" && f.tag(v) != language.TagVB
	if modal != "" || !past {
		return false
	}
	from, to := f.subjectOf(v)
	if f.lemma[v] == "make" && f.is(v+1, "no") || f.is(from, "neither") || f.deniesAll([2]int{from, to}) {
		denied = true
	}
	if denied {
		if c.typ == "breached" {
			return false
		}
		c.typ = "not kept"
	}
	if from >= to {
		return false
	}
	c.from = from
	if f.isPassive(v) {
		f.by(v, c)
		return true
	}
	c.party = [2]int{from, to}
	return f.isActor(from, to)
}

// verbBefore returns the verb of the clause that the phrase at token i belongs
// to.
func (f *finder) verbBefore(i int) int {
	for k := i - 1; k >= 0; k-- {
		if f.is(k, ";", ":", "that") && f.tag(k) != language.TagWDT {
			return f.verbFrom(k+1, i)
		}
	}
	return f.verbFrom(0, i)
}

func (f *finder) verbFrom(lo, i int) int {
	for k := lo; k < i; k++ {
		t := f.tag(k)
		if f.is(k, "failed") && f.is(k+1, "to") {
			return k + 2
		}
		if (t == language.TagVBD || t == language.TagVBN || t == language.TagVBZ || t == language.TagVBP) && !f.is(k, "has", "have", "had", "been", "is", "are", "was", "were", "neither") && f.rel(k) != language.AclRelcl && f.rel(k) != language.Amod && f.rel(k) != language.Acl {
			return k
		}
	}
	return -1
}
