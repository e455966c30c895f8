package commitment

import "pacta/language"

// complement scans the that-clause of a cue with the force that the cue gives
// it: "provides that …" makes it the text's own, "demanded that …" a demand.
func (s *scan) complement(h hit, c *clause) (int, bool) {
	end := s.complementEnd(h.to)
	v := *s.voice
	switch {
	case h.modality == "demand":
		v.kind, v.force = "person", "demand"
		v.source.Span = s.span(c.subject)
	case c.modality == "assurance":
		v.force = "assurance"
	default:
		if v.kind != "document" {
			v.kind, v.layer = "document", "paraphrase"
			if s.voice.kind == "person" {
				v.layer = "reading"
			}
		}
		v.force, v.reported = "", true
		v.strict = h.words[0][0] == "require" || h.words[0][0] == "agree" || h.modality == "obligation" && h.subject == "party"
	}
	sub := scan{view: s.view, lo: h.to, hi: end, voice: &v, vs: s.vs, news: s.news}
	sub.run()
	if len(sub.found) == 0 && !sub.subjunctive(h, c.modality) {
		return 0, false
	}
	s.found = append(s.found, sub.found...)
	return end, true
}

// complementEnd returns where a that-clause from i on ends.
func (s *scan) complementEnd(i int) int {
	for j := i; j < s.hi; j++ {
		if s.is(j, ";") || j > i+2 && s.startsOuter(j) {
			return j
		}
	}
	return s.hi
}

// startsOuter reports whether the attribution of a quotation follows at j:
// `,” the minister said`.
func (s *scan) startsOuter(j int) bool {
	return s.is(j, "while", "whereas") && s.is(j-1, ",")
}

// subjunctive makes a clause of "that the exercises be announced", "that the
// neighbour withdraw its troops".
func (s *scan) subjunctive(h hit, modality string) bool {
	for k := s.lo + 1; k < s.hi; k++ {
		if s.is(k, ",", ";") || s.tag(k) == language.TagMD {
			return false
		}
		base := s.tag(k) == language.TagVB && !s.is(k-1, "to") || s.is(k, "be")
		present := s.tag(k) == language.TagVBP || s.tag(k) == language.TagVBZ
		if !base && !(present && (h.words[0][0] == "agree" || h.modality == "demand" || h.words[0][0] == "declare" && s.voice.layer == "text" && s.is(k-1, "they"))) {
			continue
		}
		c := clause{modality: modality, why: "that", cues: []run{h.run}, subject: s.trim(run{s.lo, k}), from: s.lo, verb: k, split: s.tag(k)}
		if s.isNegation(k - 1) {
			c.modality, c.denial = negation(modality), k-1
			c.subject = s.trim(run{s.lo, k - 1})
		}
		_, ok := s.finish(&c)
		return ok
	}
	return false
}

// practices are verbs by which a declaration says, in the present tense, what
// its parties do.
var practices = set("cooperate", "co-operate", "deepen", "develop", "strengthen", "expand", "interact", "coordinate", "co-ordinate", "promote", "support", "exchange", "facilitate",
	"encourage", "ensure", "maintain", "conduct", "contribute", "assist", "counter", "combat", "create", "provide", "hold", "consult", "continue", "implement", "pursue", "work",
	"act", "build", "carry", "intensify", "improve", "enhance", "foster", "stimulate", "share", "render", "join", "take", "undertake", "organize", "organise", "establish",
	"broaden", "increase", "advance", "protect", "fight", "prevent", "suppress", "harmonize", "harmonise", "preserve", "stand", "guarantee", "refuse", "make", "give", "grant",
	"observe", "abide", "comply", "help", "participate", "collaborate", "step", "base", "adhere", "respect", "synchronize", "advocate", "defend", "uphold", "use", "open", "apply", "pay",
	"invite", "supply", "extend", "accord", "return", "release", "withdraw", "stop", "refrain", "abstain", "simplify", "offer", "place", "transfer")

// practice makes a clause of a declared practice in the present tense at token
// i: "the Parties deepen cooperation".
func (s *scan) practice(i, left int) (int, bool) {
	if s.voice.isDocument() && s.voice.layer == "text" && s.is(i, "is", "are") {
		if next, ok := s.standing(i, left); ok {
			return next, ok
		}
	}
	if s.voice.isDocument() && s.is(i, "is", "are") && (s.saysForbidden(i) || s.is(i+1, "prohibited", "forbidden", "banned")) && !s.is(i+2, "to", "from", "by") {
		return s.forbidden(i, left)
	}
	if s.voice.isDocument() && s.is(i, "do") && s.isNegation(i+1) && s.isBase(i+2) {
		return s.denial(i, left)
	}
	if !s.voice.isDocument() || !practices[s.lemma[i]] || s.voice.force != "" {
		return 0, false
	}
	if !s.isPractice(i) || s.is(i-1, "to", "not", "n't") || s.hasModal(i) || s.pending != nil || s.is(i+1, ":") || s.is(i, "hold") && s.infinitiveBetween(i, min(s.hi, i+14)) {
		return 0, false
	}
	if h := s.head(i); s.rel(i) == language.Conj && h > 0 && h < i && s.is(h-1, "to") {
		return 0, false // "to live independently and participate"
	}
	subject, from, shared := s.subjectOf(i, left)
	if shared || subject.empty() || s.is(subject.to-1, "them", "him", "us", "her") || !s.isAgent(subject) || s.isSubordinate(subject, i) || !s.isCollective(subject) {
		return 0, false
	}
	c := clause{modality: "intention", why: "present tense", subject: subject, from: from, verb: i, split: s.tag(i)}
	if s.voice.strict {
		c.modality = "obligation"
	}
	if s.is(i, "respect", "adhere", "base", "observe", "abide", "stand", "uphold") || s.is(i, "build", "develop") && s.onBasis(i) {
		c.modality = "principle"
	}
	if s.is(i, "take", "make", "give", "pay", "stand", "share", "hold") && (s.isOpinion(i) || s.is(i+2, "view", "opinion", "concern", "belief")) {
		return 0, false
	}
	return s.finish(&c)
}

// standing makes a clause of what an instrument says is so: "transit is not
// permitted", "passengers are exempt from", "relations are based on".
func (s *scan) standing(i, left int) (int, bool) {
	modality := ""
	switch {
	case s.isNegation(i+1) && s.is(i+2, "permitted", "allowed", "authorised", "authorized"):
		modality = "prohibition"
	case s.is(i+1, "exempt") && s.is(i+2, "from"):
		modality = "obligation"
	case s.is(i+1, "based", "founded", "built") && s.is(i+2, "on", "upon"):
		modality = "principle"
	default:
		return 0, false
	}
	subject, from, shared := s.subjectOf(i, left)
	if subject.empty() || shared || s.is(subject.from, "it", "this", "which", "that") || s.isText(subject) || s.isSubordinate(subject, i) {
		return 0, false
	}
	if modality == "principle" && !s.headIn(subject, "relations", "relationship", "cooperation", "ties", "policy", "policies") {
		return 0, false
	}
	c := clause{modality: modality, why: s.word[i+1], cues: []run{{i, i + 2}}, subject: subject, from: from, verb: i}
	if c.end = s.clauseEnd(i + 1); c.end <= i {
		return 0, false
	}
	c.whole, c.voice = true, s.voice
	s.divide(&c)
	if len(c.actions) == 0 {
		return 0, false
	}
	s.found = append(s.found, c)
	return c.end, true
}

// forbidden makes a clause of "the use of such flags is forbidden".
func (s *scan) forbidden(i, left int) (int, bool) {
	subject, from, shared := s.subjectOf(i, left)
	if subject.empty() || s.is(subject.from, "it") || !shared && s.isSubordinate(subject, i) {
		return 0, false
	}
	return s.finish(&clause{modality: "prohibition", why: s.word[i+1], cues: []run{{i, i + 2}}, subject: subject, from: from, verb: i})
}

// denial makes a clause of "the Parties do not interfere": said of themselves
// in the present tense, it is a rule.
func (s *scan) denial(i, left int) (int, bool) {
	subject, from, shared := s.subjectOf(i, left)
	if subject.empty() || shared && !s.is(i-1, "and") || !s.isAgent(subject) || !s.isCollective(subject) || !shared && s.isSubordinate(subject, i) || s.is(i+2, "run", "have", "recognize", "recognise", "consider", "see", "regard") {
		return 0, false
	}
	c := clause{modality: "prohibition", why: "do not", cues: []run{{i, i + 2}}, subject: subject, from: from, verb: i + 2, split: language.TagVB}
	return s.finish(&c)
}

// isPractice reports whether the token at i is a plural present verb, also one
// that the tagger took for another form.
func (s *scan) isPractice(i int) bool {
	if s.isBase(i) {
		return true
	}
	if s.tag(i) == language.TagVBZ && s.voice.layer == "text" {
		return s.eachSays(i)
	}
	switch s.tag(i) {
	case language.TagVBN, language.TagVBD, language.TagJJ, language.TagNN:
		return s.lemma[i] == s.word[i] && (s.isNounPhrase(i+1) || s.tag(i+1) == language.TagPRPS || s.tag(i) == language.TagVBN) && !s.is(i, "support", "work", "help") && (s.isNoun(i-1) || s.isPunct(i-1) || s.isAdverb(i-1))
	}
	return false
}

// eachSays reports whether the subject of the verb at i is "each Side" or the
// like, which speaks for all.
func (s *scan) eachSays(i int) bool {
	k := i - 1
	for k > s.lo && (s.isNoun(k) || s.isAdverb(k) || s.tag(k) == language.TagVBG) {
		k--
	}
	return s.is(k, "each", "either", "every") && k <= s.lo+1
}

// onBasis reports whether the verb at i builds relations on something.
func (s *scan) onBasis(i int) bool {
	for k := i + 1; k < s.hi && k < i+12; k++ {
		if s.is(k, "basis", "spirit", "principles") || s.is(k, "on") && s.is(k-1, "relations", "cooperation") {
			return true
		}
	}
	return false
}

// isOpinion reports whether the verb at i begins a phrase for a view: "take
// note", "stand for".
func (s *scan) isOpinion(i int) bool {
	return s.is(i+1, "note", "into", "for", "account", "the", "as") && s.is(i+1, "note", "into", "for", "account", "as") || s.is(i+2, "view")
}

// hasModal reports whether a modal stands before the verb at i in its own verb
// phrase.
func (s *scan) hasModal(i int) bool {
	for j := i - 1; j >= s.lo && j > i-4; j-- {
		if s.tag(j) == language.TagMD || s.is(j, "do", "did", "does") {
			return true
		}
		if !s.isAdverb(j) {
			return false
		}
	}
	return false
}

// stem makes a clause of each item of a list: "Each Party shall: (a) adopt …;
// (b) train …".
func (s *scan) stem(c *clause, m *modal, negated bool) (int, bool) {
	c.verb = s.len()
	c.modality = s.modality(m.word, negated, c)
	if c.modality == "" {
		return 0, false
	}
	return s.itemsOf(c, m.verb+1)
}

// itemsOf makes a clause of each item of the list that begins at from.
func (s *scan) itemsOf(c *clause, from int) (int, bool) {
	found := false
	for i := from; i < s.hi; {
		end := i
		for end < s.hi && !s.is(end, ";") && (end == i || !s.startsItem(end)) {
			end++
		}
		if s.item(*c, i, end) {
			found = true
		}
		i = end + 1
		if end < s.hi && !s.is(end, ";") {
			i = end
		}
	}
	if !found {
		s.pending = c
	}
	return s.hi, found
}

// startsItem reports whether a numbered item begins a line at token i.
func (s *scan) startsItem(i int) bool {
	gap := s.text[s.s.Tokens[i-1].End:s.s.Tokens[i].Start]
	for k := range len(gap) {
		if gap[k] == '\n' {
			return s.enumerator(i, s.hi) > 0
		}
	}
	return false
}

// item makes a clause of the tokens [i, end), which continue c.
func (s *scan) item(c clause, i, end int) bool {
	for i < end && (s.enumerator(i, end) > 0 || s.isPunct(i) || s.is(i, "and", "or") || s.isAdverb(i)) {
		i += max(1, s.enumerator(i, end))
	}
	if s.in(i, subordinators) { // "where a ship has been lost, to hold"
		if k := s.closeItem(i, end); k > 0 {
			c.inserts, i = []run{{i, k}}, k+1
		}
	} else {
		c.inserts = nil
	}
	if c.modality == "" {
		return s.modalItem(c, i, end)
	}
	if i >= end || !(s.isBase(i) || s.is(i, "not", "be", "to") || s.isMistakenVerb(i) || (c.why == "shall" || c.why == "will" || c.why == "may") && (s.tag(i) == language.TagNN || s.tag(i) == language.TagJJ) && i+1 < end && !s.isUpper(i)) {
		return false
	}
	if s.is(i, "to") {
		i++
	}
	if s.is(i, "not") {
		c.modality, i = negation(c.modality), i+1
	}
	sub := *s
	sub.hi, sub.found = end, nil
	c.from, c.verb, c.split = i, i, language.TagVB
	_, ok := sub.finish(&c)
	s.found = append(s.found, sub.found...)
	return ok
}

// closeItem returns the comma behind which the verb of an item follows, 0 for none.
func (s *scan) closeItem(i, end int) int {
	for k := i + 1; k < end-1; k++ {
		if s.is(k, ",") && (s.isBase(k+1) || s.is(k+1, "to", "not", "be")) {
			return k
		}
	}
	return 0
}

// modalItem makes a clause of an item that has its own modal or present verb,
// of a list whose stem is a subject only: "Each Party (a) shall brand all herds".
func (s *scan) modalItem(c clause, i, end int) bool {
	if i >= end {
		return false
	}
	sub := *s
	sub.hi, sub.found = end, nil
	c.from, c.split = i, language.TagVB
	if m, ok := sub.modalAt(i, end); ok {
		c.why, c.cues, c.verb, c.inserts = m.word, []run{m.cue}, m.verb, append(c.inserts, m.inserts...)
		c.modality = sub.modality(m.word, m.negated, &c)
	} else if practices[s.lemma[i]] && (s.tag(i) == language.TagVBZ || s.isBase(i)) || s.is(i, "keeps", "refrains") {
		c.why, c.modality, c.verb, c.split = "present tense", "intention", i, s.tag(i)
	} else {
		return false
	}
	_, ok := sub.finish(&c)
	s.found = append(s.found, sub.found...)
	return ok
}
