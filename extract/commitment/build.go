package commitment

import "pacta/language"

// modal makes a clause of a modal verb. In reports the model decides whose
// promise it is where the rules see none.
func (s *scan) modal(m *modal, left int) (int, bool) {
	if !s.news || s.voice.force != "" || s.vs == nil {
		return s.modalByRule(m, left)
	}
	subject, from, shared := s.subjectOf(m.cue.from, left)
	if subject.empty() || m.verb >= s.hi {
		return 0, false
	}
	c := clause{subject: subject, from: from, verb: m.verb, cues: []run{m.cue}, inserts: m.inserts, why: m.word, split: language.TagVB, apart: shared}
	trial := *s
	trial.found, trial.news = nil, false
	next, ok := trial.modalByRule(m, left)
	rule := NoForce
	if ok && len(trial.found) > 0 {
		rule = ForceOf(trial.found[0].modality)
	}
	e := &s.vs.evidence
	s.describe(e, m, &c, shared, rule)
	force := rule
	if s.vs.seen == nil && rule == NoForce {
		force = e.weigh(rule)
	} else if s.vs.seen != nil {
		s.vs.see(s, m, &c, rule)
	}
	if force == rule {
		if ok {
			s.found, s.last = append(s.found, trial.found...), trial.last
		}
		return next, ok
	}
	return s.withForce(force, m, &c)
}

// withForce makes the clause c of the modal m with a force that the rules do
// not see.
func (s *scan) withForce(force Force, m *modal, c *clause) (int, bool) {
	switch force {
	case NoForce:
		return 0, false
	case Document:
		v := *s.voice
		v.kind, v.force, v.reported, v.layer = "document", "", true, "paraphrase"
		if s.voice.kind == "person" && !s.voice.binds && !s.voice.state {
			v.layer = "reading"
		}
		inner := *s
		inner.voice, inner.found, inner.news = &v, nil, false
		next, ok := inner.modalByRule(m, s.lo)
		s.found, s.last = append(s.found, inner.found...), inner.last
		return next, ok
	case Demand:
		if s.tag(c.subject.from) == language.TagPRP || !s.isAgent(c.subject) || !s.isPublic(c.subject) {
			return 0, false
		}
		c.modality = "demand"
	default:
		if h := s.headNoun(c.subject); h < 0 || texts[s.lemma[h]] || s.in(h, proposals) || !s.isPublic(c.subject) {
			return 0, false
		}
		c.modality = "assurance"
	}
	if m.negated {
		c.denial = s.denialIn(m.cue.to, c.verb)
	}
	return s.finish(c)
}

func (s *scan) modalByRule(m *modal, left int) (int, bool) {
	subject, from, shared := s.subjectOf(m.cue.from, left)
	c := clause{subject: subject, from: from, verb: m.verb, cues: []run{m.cue}, inserts: m.inserts, why: m.word, split: language.TagVB, apart: shared}
	if s.voice.kind == "outlet" && (s.underWhich(subject) || s.bindsItsOwn(subject)) {
		v := voice{kind: "document", layer: "paraphrase"}
		inner := *s
		inner.voice, inner.lo, inner.found, inner.last = &v, subject.from, nil, nil
		next, ok := inner.modal(m, subject.from)
		s.found = append(s.found, inner.found...)
		return next, ok
	}
	if who, ok := s.relativeDuty(m.cue.from); ok && !m.negated && m.verb < s.hi {
		subject, from, shared = who, m.cue.from, true
		c.subject, c.from, c.apart = who, from, true
		if s.in(m.cue.from-1, relatives) {
			c.from = m.cue.from - 1
		}
		if s.voice.isDocument() {
			return s.dutyOf(&c, m)
		}
	}
	if subject.empty() || s.is(subject.from, "nothing") && !s.isExacted(m) || s.isText(subject) && !s.isPromised(m) || !shared && s.isSubordinate(subject, m.cue.from) && !(s.voice.kind == "outlet" && s.afterSpeech(subject)) {
		return 0, false
	}
	negated := m.negated || s.isNegative(subject) || s.is(subject.from, "nothing")
	if s.is(m.verb, ":") || m.verb >= s.hi {
		return s.stem(&c, m, negated)
	}
	if s.is(subject.from, "it") && s.is(m.verb, "be") {
		next, ok := 0, false
		s.cuesAt(m.verb, func(h hit) bool {
			if h.subject == "it" {
				next, ok = s.impersonal(h)
			}
			return !ok
		})
		if ok {
			return next, true
		}
	}
	c.modality = s.modality(m.word, negated, &c)
	if c.modality == "" {
		return 0, false
	}
	if s.is(subject.from, "there") && c.modality == "obligation" {
		if _, passive := s.isPassive(c.verb); !passive {
			c.modality = "principle"
		}
	}
	if c.modality == "obligation" && s.isEndeavour(&c) {
		c.modality = "intention"
	}
	if c.modality == "obligation" && s.isPrinciple(&c) {
		c.modality = "principle"
	}
	if m.negated {
		c.denial = s.denialIn(m.cue.to, c.verb)
	}
	s.inner(&c, m, negated)
	if c.listed {
		return s.itemsOf(&c, c.verb+1)
	}
	if s.isFactual(&c, m) || s.is(c.verb, "be") && s.is(c.verb+1, "under") && s.is(c.verb+2, "no") {
		return 0, false
	}
	return s.finish(&c)
}

// isFactual reports whether a modal tells how things are, not what somebody is
// to do: "difficulties may overlap", "the aim is to avoid", "not used may be".
func (s *scan) isFactual(c *clause, m *modal) bool {
	if s.is(m.cue.from-1, "case") && s.is(m.cue.from-3, "as") || s.is(c.verb, "have") && s.is(c.verb+1, "been") {
		return true // "as the case may be", "must have been nationals"
	}
	if s.is(c.subject.from, "be", "of", "to") {
		return true // the sentence was torn
	}
	if m.word == "be to" && s.is(c.verb, "blame", "come", "be", "do") && !s.voice.isDocument() {
		return true
	}
	if s.tag(c.subject.from) == language.TagVBN && !s.isNoun(c.subject.from+1) || s.is(c.subject.from, "not") {
		return true
	}
	if _, passive := s.isPassive(c.verb); m.word == "can" && passive {
		return true
	}
	if _, passive := s.isPassive(c.verb); m.word == "will" && !passive && s.voice.isDocument() && s.voice.layer == "text" && !s.isAgent(c.subject) && !s.is(c.verb, "be", "have") {
		return true // "the use of converters will require"
	}
	if s.is(c.subject.from, "it") && s.is(c.verb, "be") && s.is(c.verb+1, "possible", "necessary", "sufficient", "appropriate") {
		return true
	}
	if m.word != "be to" && c.modality != "permission" || s.isAgent(c.subject) || m.word == "shall" {
		return false
	}
	_, passive := s.isPassive(c.verb)
	if m.word == "can" {
		return true
	}
	return !passive && !s.is(c.verb, "be", "have")
}

// isPromised reports whether a promise told by its maker is about a text that
// is to be acted on: "promised that the treaty would be ratified".
func (s *scan) isPromised(m *modal) bool {
	if s.voice.force == "" {
		return false
	}
	_, passive := s.isPassive(m.verb)
	return passive
}

// underWhich reports whether a subject begins a relative clause on what an
// instrument lays down: "the agreement, under which Marland".
func (s *scan) underWhich(subject run) bool {
	k := subject.from - 1
	if !s.is(k, "which") || !s.is(k-1, "under", "to", "by", "in") {
		return false
	}
	for j := k - 2; j >= 0 && j > k-9; j-- {
		if instruments[s.lemma[j]] {
			return true
		}
	}
	return false
}

// bindsItsOwn reports whether a subject is named by the text that binds it:
// "parties to the convention", "signatories of the treaty".
func (s *scan) bindsItsOwn(subject run) bool {
	h := s.headNoun(subject)
	if h < 0 || !s.is(h, "party", "parties", "member", "members", "signatory", "signatories") || !s.is(h+1, "to", "of") {
		return false
	}
	for k := h + 2; k < subject.to; k++ {
		if texts[s.lemma[k]] || texts[s.word[k]] {
			return true
		}
	}
	return s.vs != nil && s.vs.namesInstrument(s.span(subject))
}

// isNegative reports whether a subject denies what its verb says: "no Party",
// "neither of the Parties".
func (s *scan) isNegative(subject run) bool {
	return s.is(subject.from, "no", "neither", "none", "nobody", "nothing") && !s.is(subject.from, "nothing")
}

// modality returns what a modal makes of a clause in this voice, "" for
// nothing.
func (s *scan) modality(word string, negated bool, c *clause) string {
	if s.voice.force != "" {
		return s.voice.force
	}
	if s.news && s.is(c.subject.from, "what", "why", "how") {
		return ""
	}
	if s.voice.kind == "person" {
		return s.spoken(word, negated, c)
	}
	if s.voice.kind == "outlet" {
		if (word == "must" || word == "should") && s.afterSpeech(c.subject) && s.isAgent(c.subject) {
			return "demand"
		}
		return ""
	}
	switch word {
	case "may", "can":
		switch {
		case negated:
			return "prohibition"
		case s.considers(c):
			return "consideration"
		case s.isEpistemic(c):
			return ""
		}
		return "permission"
	case "should":
		return "intention"
	case "would", "could":
		ready := s.is(c.verb, "be") && s.is(c.verb+1, "prepared", "ready", "willing") && s.isAgent(c.subject)
		if !s.voice.reported && !s.isParties(c.subject) && !ready {
			return ""
		}
		if word == "could" && !s.considers(c) {
			return ""
		}
		if word == "could" {
			return "consideration"
		}
	}
	if !negated && s.is(c.verb, "consider") && s.is(c.verb+1, "the", "a") && s.is(c.verb+2, "possibility", "question", "expediency", "advisability") && s.considers(c) {
		return "consideration"
	}
	if negated {
		return "prohibition"
	}
	return "obligation"
}

func (s *view) isNounPhrase(i int) bool {
	return s.in(i, determiners) || s.isNoun(i) || s.tag(i) == language.TagJJ
}

// inner looks for a cue in the verb phrase of a modal, which may shift its
// modality: "shall refrain from", "shall be entitled to".
func (s *scan) inner(c *clause, m *modal, negated bool) {
	if c.modality == "assurance" || c.modality == "demand" || c.modality == "consideration" {
		return
	}
	s.cuesAt(c.verb, func(h hit) bool {
		if h.subject != "party" || h.frame != "inf" && h.frame != "ing" || h.modality == "principle" || h.modality == "assurance" || !s.opensFrame(h) {
			return true
		}
		outer := c.modality
		switch {
		case h.modality == "permission" && (negated || h.negated):
			c.modality = "prohibition"
		case h.modality == "obligation" && (negated || h.negated):
			if s.isAgent(c.subject) && !s.isPrivate(c.subject) {
				c.modality = "none"
			}
			return false
		case h.modality == "prohibition" && negated:
			c.modality = "none"
		default:
			c.modality = h.modality
			if h.modality == "obligation" {
				c.modality = outer
			}
		}
		if s.is(h.to, ":") && h.frame == "inf" {
			c.listed = true
		}
		c.cues = append(c.cues, h.run)
		c.why += " + " + s.word[h.from]
		c.verb, c.split = h.to, s.splitTag(h.to)
		if s.isNegation(c.verb) {
			c.verb++
		}
		return false
	})
	if c.modality == "obligation" && !negated && s.saysForbidden(c.verb) {
		c.modality = "prohibition"
	}
}

// saysForbidden reports whether "be prohibited", "remain forbidden" stands at i.
func (s *scan) saysForbidden(i int) bool {
	j := i + 1
	for s.isAdverb(j) {
		j++
	}
	return s.is(i, "be", "remain") && s.is(j, "prohibited", "forbidden", "banned", "outlawed")
}

func (s *scan) splitTag(i int) language.XPOS {
	if s.isGerund(i) {
		return language.TagVBG
	}
	return language.TagVB
}

// opensFrame reports whether what follows h is what its frame wants.
func (s *scan) opensFrame(h hit) bool {
	i := h.to
	for s.isAdverb(i) || s.isNegation(i) || s.is(i, "\"", "“", "``") {
		i++
	}
	if s.is(i, ",") {
		if k := s.closeComma(i, s.hi); k > 0 {
			return h.frame == "inf"
		}
	}
	switch h.frame {
	case "inf":
		return s.isVerbAt(i) || s.is(i, "neither") || s.is(i, ":")
	case "ing":
		return s.isGerund(i) || s.isNounPhrase(i)
	case "np-after", "obj-inf":
		return !s.isPunct(i) && !s.is(i, "that", "by") && (!s.is(i, "to", "in") || s.in(i+1, determiners) || s.isNoun(i+1)) && !s.isBase(i+1)
	case "np":
		return !s.is(i, "that", "to", "by", ".", ",") && (s.is(i, "as") && s.tag(i+1) == language.TagJJ || s.isNounPhrase(i) || s.isGerund(i) || s.tag(i) == language.TagCD || s.tag(i) == language.TagPRPS || s.tag(i) == language.TagJJ || s.tag(i) == language.TagPDT)
	}
	return true
}

var privates = set("national", "citizen", "person", "minority", "minorities", "refugee", "worker", "everyone", "child", "children", "inhabitant", "prisoner", "individual", "migrant", "woman", "women", "investor", "student", "alien", "employee", "detainee", "passenger", "crew", "accused", "victim", "family", "families", "anyone", "everybody", "one")

// isPrivate reports whether a subject is a private person, who does not owe
// what a treaty says of him.
func (s *scan) isPrivate(subject run) bool {
	h := s.headNoun(subject)
	return h >= 0 && (privates[s.lemma[h]] || privates[s.word[h]])
}
