package commitment

import "pacta/language"

// restsOnTerms reports whether a sentence of a report says that what it tells in
// the present tense stands in a text: "as laid down in the agreement", "according
// to a summary", "under it".
func (f *finder) restsOnTerms() bool {
	v := f.v
	for i := range v.word {
		switch {
		case v.is(i, "as") && v.is(i+1, "laid", "set", "agreed", "stipulated", "provided", "foreseen") && v.is(i+2, "down", "out", "in", "by", "under"),
			v.is(i, "under") && v.is(i+1, "it", "which"),
			v.is(i, "the") && v.is(i+1, "first", "second", "third", "final") && v.is(i+2, "phase", "stage"):
			return true
		case v.is(i, "according") && v.is(i+1, "to"), v.is(i, "on") && v.is(i+1, "a", "the") && v.is(i+2, "timetable", "plan", "schedule"):
			for k := i + 2; k < v.len() && k < i+7; k++ {
				if v.is(k, "summary", "timetable", "plan", "schedule", "text", "draft", "annex", "terms", "roadmap", "agreement", "accord", "deal") {
					return true
				}
			}
		}
	}
	return false
}

// terms reads the present tense of a sentence that rests on a text: "Marland
// withdraws from the strip and Ostia lifts the blockade".
func (f *finder) terms(sp []stretch) {
	v := f.v
	if !v.parsed() || !f.restsOnTerms() {
		return
	}
	for i := range v.word {
		if t := v.tag(i); t != language.TagVBZ && t != language.TagVBP || v.is(i, "is", "are", "has", "have", "does", "do", "'s") || says[v.lemma[i]] || f.isToldAt(i) || f.isCue(i) {
			continue
		}
		if r := v.rel(i); r == language.AclRelcl || r == language.Acl || r == language.Advcl || r == language.Cop || r == language.Aux {
			continue
		}
		sc := f.scanAt(sp, i)
		if sc.voice.kind == "person" && !sc.voice.binds {
			sc.voice = &voice{kind: "document", layer: "paraphrase", source: sc.voice.source}
		}
		who, ok := sc.who(i)
		if !ok || sc.isHypothetical(i) || sc.is(i-1, "which", "that", "who") {
			continue
		}
		c := clause{modality: "obligation", why: "present tense", subject: who, party: who, from: who.from, verb: i, split: v.tag(i)}
		if sc.is(who.from, "neither", "no") {
			c.modality = "prohibition"
		}
		if _, ok := sc.finish(&c); ok && f.isFresh(&sc) {
			f.tell(&sc, run{})
		}
	}
}
