package commitment

import "pacta/language"

// inverted makes a clause of a modal verb with its subject behind it: "nor may
// it compel", "in no case shall the contingent be employed".
func (s *scan) inverted(i int) (int, bool) {
	if !s.voice.isDocument() || !s.is(i, "shall", "may", "will", "must") || !(s.is(i-1, "nor") || s.deniesBefore(i)) {
		return 0, false
	}
	verb := -1
	for k := i + 2; k < s.hi && k < i+30; k++ {
		if s.is(k, "be") || s.tag(k) == language.TagVB || s.isBase(k) && !s.in(k-1, relatives) {
			verb = k
			break
		}
		if s.is(k, ";", ":") || s.tag(k) == language.TagMD {
			return 0, false
		}
	}
	if verb < 0 {
		return 0, false
	}
	c := clause{modality: "prohibition", why: s.word[i], cues: []run{{i, i + 1}}, subject: s.stripLead(run{i + 1, verb}), from: i, verb: verb, split: language.TagVB, apart: true}
	if c.subject.empty() {
		return 0, false
	}
	return s.finish(&c)
}

// deniesBefore reports whether the sentence begins with a phrase that denies
// the modal at i: "In no case", "Under no circumstances".
func (s *scan) deniesBefore(i int) bool {
	k := i - 1
	for k > s.lo && k > i-5 && !s.is(k, "no", ",", ";") {
		k--
	}
	return s.is(k, "no") && s.is(k-1, "in", "under", "at", "on") && (k-1 == s.lo || s.isPunct(k-2))
}

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

// proposals are nouns for what would have an effect, which promises nothing.
var proposals = set("proposal", "proposals", "plan", "plans", "bill", "move", "decision", "step", "exhibits", "law", "policy", "sanctions", "war", "attack", "idea", "measure", "measures", "reform", "tax", "vote", "election", "deal", "merger", "sale")

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

// relativeDuty returns whom a relative clause behind a comma says something of,
// if the modal at i is its verb: "observers, who shall report". A duty in a
// clause without a comma only describes.
func (s *scan) relativeDuty(i int) (run, bool) {
	k := i - 1
	if s.is(k, "which", "who") && s.is(k-1, ",") && s.isNoun(k-2) && k-2 > s.lo && s.is(i, "shall", "will", "must", "is", "are") {
		r := run{s.npStart(k-1, s.lo), k - 1}
		for j := r.to - 1; j > r.from; j-- { // the nearest noun phrase
			if s.tag(j-1) == language.TagVB {
				r.from = j
				break
			}
			if s.tag(j-1) == language.TagIN && !s.is(j-1, "of") || s.tag(j-1) == language.TagTO {
				r.from = j
				break
			}
		}
		return r, !r.empty()
	}
	for k > i-6 && k > s.lo && s.isNoun(k) {
		k--
	}
	if k < i-1 && s.is(k, "whose") && s.is(k-1, ",") && s.is(i, "shall", "will", "must") {
		return run{k, i}, true
	}
	return run{}, false
}

// dutyOf makes the clause of a relative clause that binds.
func (s *scan) dutyOf(c *clause, m *modal) (int, bool) {
	if c.modality = s.modality(m.word, m.negated, c); c.modality == "" || s.isText(c.subject) {
		return 0, false
	}
	if s.is(c.subject.from, "whose") {
		c.from, c.apart = c.subject.from, false
	} else if s.is(m.cue.from-1, "which") {
		c.subject, c.apart = run{m.cue.from - 1, m.cue.from}, false
	}
	_, passive := s.isPassive(m.verb)
	if !passive && s.is(m.verb, "include", "contain", "consist", "be", "apply", "comprise", "have", "form", "constitute", "extend", "come", "enter", "remain", "become", "take") {
		return 0, false
	}
	if who, ok := s.relativeDuty(m.cue.from); ok && !passive && s.isAgent(who) {
		c.subject, c.apart = who, true
	}
	s.inner(c, m, m.negated)
	for k := c.verb + 1; k < s.hi-1; k++ {
		if s.is(k, ",") && s.tag(k+1) == language.TagMD {
			c.end = k // ", which shall be tested daily, shall"
			break
		}
	}
	return s.finish(c)
}

// isExacted reports whether a modal with "nothing" for its subject forbids to
// do something rather than say how a text is to be read.
func (s *scan) isExacted(m *modal) bool {
	p, ok := s.isPassive(m.verb)
	return ok && !s.is(p, "deemed", "taken", "held", "contained", "construed", "interpreted", "understood", "regarded", "considered", "read")
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

// isEndeavour reports whether a clause promises an effort only, and moves the
// action behind it: "shall use their best endeavours to".
func (s *scan) isEndeavour(c *clause) bool {
	if !s.is(c.verb, "use", "make", "do", "exert") {
		return false
	}
	for k := c.verb + 1; k < c.verb+5; k++ {
		if s.is(k, "endeavours", "endeavors", "endeavour", "effort", "efforts", "utmost", "best") && s.is(k+1, "to") && s.isVerbAt(k+2) {
			c.cues, c.verb = append(c.cues, run{c.verb, k + 2}), k+2
			return true
		}
	}
	return false
}

// isPrinciple reports whether a clause says on what the parties act or build
// their relations: "shall be guided by the principles of", "relations shall
// rest upon". Of the former it moves the action to what guides.
func (s *scan) isPrinciple(c *clause) bool {
	if s.is(c.verb, "rest") || s.is(c.verb, "be") && s.is(c.verb+1, "based", "founded", "built") {
		return s.headIn(c.subject, "relations", "relationship", "cooperation", "policy", "policies", "ties", "dealings") && s.is(c.verb+1, "on", "upon", "based", "founded", "built")
	}
	if !s.is(c.verb, "be") || !s.isAgent(c.subject) {
		return false
	}
	for k := c.verb + 1; k < s.hi && k < c.verb+10; k++ {
		if s.is(k, "by") {
			if !s.is(c.verb+1, "guided") {
				return false
			}
			c.cues, c.verb, c.split = append(c.cues, run{c.verb, k + 1}), k+1, 0
			return true
		}
	}
	return false
}

// considers reports whether the verb of c is one by which a party only thinks
// of doing something, and moves the action behind it: "may consider opening".
func (s *scan) considers(c *clause) bool {
	to := 0
	i := c.verb
	switch {
	case s.is(i, "consider") && s.regards(i+1):
		return false
	case s.is(i, "consider") && s.is(i+1, "whether", "possible"), s.is(i, "consider") && (s.isGerund(i+1) || s.isNounPhrase(i+1)), s.is(i, "examine", "explore", "study", "discuss") && s.is(i+1, "whether", "the") && s.is(i+2, "possibility", "a"):
		to = i + 1
	case s.is(i, "examine") && s.is(i+1, "whether"):
		to = i + 1
	case s.is(i, "consider") && s.is(i+1, ","):
		for k := i + 2; k < s.hi && k < i+20; k++ {
			if s.is(k, ",") {
				c.inserts, to = append(c.inserts, run{i + 2, k}), k+1
				break
			}
		}
	case s.is(i, "give") && s.is(i+1, "consideration") && s.is(i+2, "to"):
		to = i + 3
	case s.is(i, "be") && s.is(i+1, "considered", "examined") && s.headIn(c.subject, "possibility", "question", "opening", "expediency"):
		return true
	}
	if to == 0 || to >= s.hi {
		return false
	}
	c.cues = append(c.cues, run{i, to})
	c.verb, c.split = to, language.TagVBG
	return true
}

// regards reports whether "consider" takes a thing for something: "consider
// this Convention the legal basis", "consider it as binding".
func (s *scan) regards(i int) bool {
	for k := i + 1; k < s.hi && k < i+6; k++ {
		if s.is(k, "as", "to") && s.isNoun(k-1) && !s.is(k, "to") || s.is(k, "the", "a") && s.isNoun(k-1) && !s.isGerund(i) {
			return true
		}
		if s.isPunct(k) || s.tag(k) == language.TagIN {
			return false
		}
	}
	return false
}

// headIn reports whether the head of a noun phrase is one of words.
func (s *scan) headIn(r run, words ...string) bool {
	h := s.headNoun(r)
	return h >= 0 && s.is(h, words...)
}

// isParties reports whether a subject means the parties of the instrument.
func (s *scan) isParties(r run) bool {
	return s.headIn(r, "party", "parties", "side", "sides", "states", "governments", "powers", "participants", "members")
}

// isEpistemic reports whether "may" says that something is possible, not that
// it is allowed: "difficulties may arise".
func (s *scan) isEpistemic(c *clause) bool {
	return s.is(c.verb, "arise", "occur", "happen", "exist", "result", "become", "have", "include", "lead", "affect", "cause", "vary", "differ") && !s.isAgent(c.subject) ||
		s.is(c.verb, "be") && s.tag(c.verb+1) == language.TagJJ && !s.isAgent(c.subject) && !s.is(c.verb+1, "subject", "exempt", "free", "open", "payable") ||
		s.is(c.verb, "be") && (s.is(c.verb+1, "necessary", "appropriate") || s.is(c.verb+1, "required", "needed") && !s.is(c.verb+2, "by"))
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
		if s.is(c.subject.from, "what", "why", "how", "where") || s.is(c.cues[0].from, "need", "needs", "needed") && s.tag(c.subject.from) == language.TagPRP {
			return ""
		}
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
	"examine", "review", "analyse", "analyze", "remember", "understand", "need", "want", "fail", "depend", "gain", "suffer", "face", "address", "tackle", "watch", "hope", "try", "turn", "end", "last", "rise", "grow", "fall")

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
