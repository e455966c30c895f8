package commitment

import "pacta/language"

// modal makes a clause of a modal verb.
func (s *scan) modal(m *modal, left int) (int, bool) {
	subject, from, shared := s.subjectOf(m.cue.from, left)
	c := clause{subject: subject, from: from, verb: m.verb, cues: []run{m.cue}, inserts: m.inserts, why: m.word, split: language.TagVB}
	if s.voice.kind == "outlet" && (s.underWhich(subject) || s.bindsItsOwn(subject)) {
		v := voice{kind: "document", layer: "paraphrase"}
		inner := *s
		inner.voice, inner.lo, inner.found, inner.last = &v, subject.from, nil, nil
		next, ok := inner.modal(m, subject.from)
		s.found = append(s.found, inner.found...)
		return next, ok
	}
	if subject.empty() || s.is(subject.from, "nothing") || s.isText(subject) && !s.isPromised(m) || !shared && s.isSubordinate(subject, m.cue.from) && !(s.voice.kind == "outlet" && s.afterSpeech(subject)) {
		return 0, false
	}
	negated := m.negated || s.isNegative(subject)
	if s.is(m.verb, ":") {
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
	if m.negated {
		c.denial = s.denialIn(m.cue.to, c.verb)
	}
	s.inner(&c, m, negated)
	if s.isFactual(&c, m) {
		return 0, false
	}
	return s.finish(&c)
}

// isFactual reports whether a modal tells how things are, not what somebody is
// to do: "difficulties may overlap", "the aim is to avoid", "not used may be".
func (s *scan) isFactual(c *clause, m *modal) bool {
	if s.is(c.subject.from, "be", "of", "to") {
		return true // the sentence was torn
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
	if m.word != "be to" && c.modality != "permission" || s.isAgent(c.subject) {
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
	if s.voice.kind == "person" {
		return s.spoken(word, negated, c)
	}
	if s.voice.kind == "outlet" {
		if (word == "must" || word == "should") && s.afterSpeech(c.subject) && s.isAgent(c.subject) {
			return "demand"
		}
		return ""
	}
	if word == "would" && !s.voice.reported {
		return ""
	}
	switch word {
	case "may", "can":
		switch {
		case negated:
			return "prohibition"
		case s.is(c.verb, "consider") && (s.isGerund(c.verb+1) || s.isNounPhrase(c.verb+1)):
			c.verb++
			c.cues = append(c.cues, run{c.verb - 1, c.verb})
			c.split = language.TagVBG
			return "consideration"
		case s.isEpistemic(c):
			return ""
		}
		return "permission"
	case "should":
		return "intention"
	}
	if negated {
		return "prohibition"
	}
	return "obligation"
}

// isEpistemic reports whether "may" says that something is possible, not that
// it is allowed: "difficulties may arise".
func (s *scan) isEpistemic(c *clause) bool {
	return s.is(c.verb, "arise", "occur", "happen", "exist", "result", "become", "have", "include", "lead", "affect", "cause", "vary", "differ") && !s.isAgent(c.subject) ||
		s.is(c.verb, "be") && (s.is(c.verb+1, "necessary", "appropriate", "required", "needed"))
}

var speeches = set("remark", "remarks", "statement", "demand", "appeal", "claim", "words", "opinion", "view", "comment", "comments", "call", "insistence", "position", "warning", "message", "conviction")

// afterSpeech reports whether a subject begins a clause that tells what a noun
// of speech holds: "his remark at the council that the members must".
func (s *scan) afterSpeech(subject run) bool {
	k := subject.from - 1
	for s.is(k, "the", "all") || s.isQuote(k) {
		k--
	}
	if !s.is(k, "that") {
		return false
	}
	for j := k - 1; j >= 0 && j > k-12; j-- {
		if s.in(j, speeches) {
			return true
		}
	}
	return false
}

func (s *view) isNounPhrase(i int) bool {
	return s.in(i, determiners) || s.isNoun(i) || s.tag(i) == language.TagJJ
}

// spoken returns the modality of a modal in a person's mouth.
func (s *scan) spoken(word string, negated bool, c *clause) string {
	own := s.isOwn(c.subject)
	switch word {
	case "will", "shall", "would":
		if own && s.voice.binds && !s.isPlain(c.verb) {
			s.voice.promised = true
			return "assurance"
		}
	case "must", "should":
		if _, passive := s.isPassive(c.verb); s.is(c.verb, "be") && !passive {
			return ""
		}
		if s.is(c.verb, "have") && s.isParticiple(c.verb+1) {
			return ""
		}
		if !s.is(c.subject.from, "we", "i", "you") && s.isAgent(c.subject) && s.isPublic(c.subject) {
			return "demand"
		}
	}
	return ""
}

// isOwn reports whether a subject is the speaker, or what the speaker speaks for.
func (s *scan) isOwn(subject run) bool {
	if s.is(subject.from, "we", "i", "our", "my") || s.is(subject.from, "the", "his", "her", "its", "their") && s.is(subject.from+1, "country", "government", "state", "republic", "kingdom", "union", "alliance", "nation", "countries", "governments", "states", "nations") {
		return true
	}
	if h := s.headNoun(subject); s.voice.anonymous && h >= 0 && s.isUpper(h) || s.is(subject.from, "it") && (s.voice.state || s.voice.promised) {
		return true
	}
	for k := subject.from; k < subject.to; k++ {
		if !s.isUpper(k) || s.is(k, "the") {
			continue
		}
		for _, o := range s.voice.own {
			if len(o) >= 4 && len(s.word[k]) >= 4 && o[:4] == s.word[k][:4] {
				return true
			}
		}
	}
	for _, code := range s.codes(subject) {
		for _, o := range s.voice.own {
			if o == code {
				return true
			}
		}
	}
	return false
}

// plainVerbs are what a speaker will do without promising anything.
var plainVerbs = set("be", "have", "travel", "visit", "meet", "discuss", "announce", "publish", "see", "become", "know", "study", "say", "talk", "speak",
	"respond", "retaliate", "answer", "hold", "get", "go", "come", "attend", "arrive", "begin", "start", "look", "find", "win", "lose", "receive", "benefit", "decide", "wait", "react",
	"examine", "review", "analyse", "analyze", "remember", "understand", "need", "want", "fail", "depend", "gain", "suffer", "face")

func (s *scan) isPlain(verb int) bool {
	if verb >= s.len() || !plainVerbs[s.lemma[verb]] {
		return false
	}
	return !s.is(verb, "be") || !s.is(verb+1, "guided", "ready", "bound", "committed") && !s.is(verb+2, "first")
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
		case h.modality == "permission" && s.isPrivate(c.subject):
			c.modality = "obligation"
			return false
		default:
			c.modality = h.modality
			if h.modality == "obligation" {
				c.modality = outer
			}
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
	if s.is(c.verb, "have") && s.is(c.verb+1, "no") && c.modality == "obligation" {
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
	case "np":
		return !s.is(i, "that", "to", "by", ".", ",") && (s.isNounPhrase(i) || s.isGerund(i) || s.tag(i) == language.TagCD || s.tag(i) == language.TagPRPS || s.tag(i) == language.TagJJ || s.tag(i) == language.TagPDT)
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
