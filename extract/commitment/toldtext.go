package commitment

import (
	"slices"

	"pacta/language"
)

// toldText reads what a text does: "the treaty bound the United States to hand
// over", "lets every party inspect", "not only prohibits deliveries".
func (s *scan) toldText(t teller, i int) bool {
	if s.tag(i) == language.TagVB && !s.is(i-1, "merely", "only", "not") || s.tag(i) == language.TagVBG || s.isPassiveAt(i) || s.isHypothetical(i) {
		return false
	}
	from, to := s.treeSubject(i)
	who := run{from, to}
	if who.empty() || !s.isSource(who) && !s.namesText(who) && !s.isRelativeOf(i, texts) && !s.isRelativeOf(i, spokenTexts) {
		return false
	}
	if s.is(who.from, "no", "neither", "nothing") || s.isNegation(i-1) && !s.is(i-1, "not") || s.tag(i) == language.TagVB && s.is(i-2, "does", "did", "do") && !s.is(i-1, "merely", "only") {
		return false
	}
	c := clause{modality: t.modality, why: s.word[i], cues: []run{{i, i + 1}}, from: who.from}
	v := voice{kind: "document", layer: "paraphrase", source: s.voice.source, date: s.voice.date}
	if s.voice.kind == "person" {
		v.layer = "reading"
	}
	inner := *s
	inner.voice, inner.found = &v, nil
	ok := inner.textDoes(&c, i)
	s.found = inner.found
	return ok
}

// namesText reports whether the mention extractor takes a phrase for an
// instrument.
func (s *scan) namesText(r run) bool {
	h := s.headNoun(r)
	return h >= 0 && (spokenTexts[s.lemma[h]] || textHeads[s.lemma[h]]) || s.vs != nil && s.vs.namesInstrument(s.span(r))
}

// textHeads are further nouns for what lays something down.
var textHeads = set("embargo", "moratorium", "lease", "scheme", "regime", "license", "licence", "mandate", "exchange", "wording", "formula", "clause", "ruling", "charter", "statute", "list", "partnership", "package", "summary")

func (s *scan) textDoes(c *clause, i int) bool {
	obj := s.child(i, language.Obj)
	if n := s.child(i, language.Iobj); n >= 0 {
		return s.textGives(c, i, n, obj)
	}
	if x := s.child(i, language.Xcomp); obj > i && x > obj && s.tag(x) == language.TagJJ {
		return s.textMakes(c, obj, x)
	}
	if what := s.secondObject(i, obj); what > 0 && (s.infinitiveOf(i) < 0 || s.is(what, "right")) {
		return s.textGives(c, i, obj, what)
	}
	verb := s.infinitiveOf(i)
	if verb < 0 && s.is(i, "let", "lets") {
		verb = s.bareInfinitive(i)
	}
	if verb > i && (obj < 0 || obj > verb) { // "allows the tenant to build", read as a clause with a subject
		if k := s.subjectChild(verb); k > i {
			obj = k
		}
	}
	if verb > i && obj > i && obj < verb {
		from, to := s.treePhrase(obj)
		if s.is(obj, "right", "duty", "obligation") {
			return false
		}
		c.subject, c.object = s.trim(run{from, min(to, verb)}), true
		if s.is(from, "neither", "no", "nobody") {
			return false
		}
		for s.is(c.subject.to-1, "to", "not") {
			c.subject.to--
		}
		return s.asks(c, verb)
	}
	if obj < 0 {
		return false
	}
	if n := s.obliqueOf(i, obj, "from", "to"); n >= 0 && slices.Contains([]string{"ban", "bar", "prohibit", "forbid", "exclude", "commit", "bind", "exempt"}, s.lemma[i]) {
		from, to := s.treePhrase(obj)
		c.party = s.trim(run{from, min(to, n)})
		return !s.is(from, "no", "nobody", "neither") && s.thing(c, n)
	}
	if s.is(i, "let", "lets", "commit", "commits", "committed", "bind", "binds", "bound", "oblige", "obliges", "obliged", "leaves", "leave", "left", "give", "gives", "gave", "grant", "grants", "granted", "makes", "make", "made") {
		return false
	}
	if from, to := s.treePhrase(obj); s.is(from, "no", "nobody", "nothing") && s.is(i, "commit", "commits", "bind", "binds", "obliges", "oblige") || s.is(obj, "door", "doors", "fire", "way", "path", "investigation") || s.isAgent(run{from, to}) || !s.isPromisable(obj) && !s.isUpper(obj) {
		return false
	}
	return s.thing(c, obj)
}

// textMakes reads "leaves the partner free to walk away", "makes Washington
// responsible for the defence".
func (s *scan) textMakes(c *clause, obj, x int) bool {
	from, to := s.treePhrase(obj)
	whom := s.trim(run{from, min(to, x)})
	switch {
	case s.is(x, "free", "able"):
		if v := s.infinitiveOf(x); v >= 0 {
			c.modality, c.subject, c.object = "permission", whom, true
			return s.asks(c, v)
		}
	case s.is(x, "responsible", "liable", "answerable"):
		c.modality, c.party = "obligation", whom
		c.verb, c.end, c.voice = x, s.hi, s.voice
		c.actions = []deed{{s.trim(run{x, s.clauseEnd(x)}), c.modality}}
		s.found = append(s.found, *c)
		return true
	}
	return false
}

// secondObject returns the noun of what is given, behind whom it is given: "gives
// India | the use of the rivers"; 0 for none.
func (s *scan) secondObject(i, obj int) int {
	if obj <= i || !s.is(i, "give", "gives", "gave", "grant", "grants", "granted", "promise", "promises", "promised", "guarantee", "guarantees", "guaranteed", "deny", "denies", "denied", "assure", "assures", "offer", "offers") {
		return 0
	}
	k := obj + 1
	for s.isQuote(k) {
		k++
	}
	if !s.in(k, determiners) && s.tag(k) != language.TagNN && s.tag(k) != language.TagNNS && s.tag(k) != language.TagJJ {
		return 0
	}
	r := s.nounPhraseAt(k, s.hi)
	if h := s.headNoun(r); h >= k {
		return h
	}
	return 0
}

// obliqueOf returns the noun behind a preposition that hangs on the verb at i or
// on its object.
func (s *scan) obliqueOf(i, obj int, preps ...string) int {
	for k := obj + 1; k < s.hi && k < obj+16; k++ {
		if (s.head(k) == i || s.head(k) == obj) && (s.rel(k).Base() == language.Obl || s.rel(k).Base() == language.Nmod) && s.is(s.caseOf(k), preps...) {
			return k
		}
	}
	return -1
}

// textGives reads "gives foreign warships the right of innocent passage", "promises
// the tribunal's staff freedom of movement".
func (s *scan) textGives(c *clause, i, whom, what int) bool {
	if what < 0 {
		return false
	}
	from, to := s.treePhrase(whom)
	if s.is(i, "give", "gives", "gave", "grant", "grants", "granted", "reserve", "reserves") {
		c.modality, c.party = "permission", run{from, to}
		if s.is(what, "right") {
			if v := s.infinitiveOf(what); v >= 0 {
				c.subject, c.object = c.party, true
				return s.asks(c, v)
			}
			if n := s.child(what, language.Nmod); n >= 0 {
				return s.thing(c, n)
			}
		}
	}
	return s.thing(c, what)
}
