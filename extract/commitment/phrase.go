package commitment

import (
	"slices"
	"strings"

	"pacta/language"
)

// phrase makes clauses of a cue of the lexicon.
func (s *scan) phrase(h hit, left int) (int, bool) {
	if h.subject == "it" {
		return s.impersonal(h)
	}
	at, ok := s.finiteAt(h.from)
	if !ok {
		return 0, false
	}
	if s.voice.layer == "text" && !s.voice.reported && at == h.from && s.tag(at) == language.TagVBN && h.words[0][0] != "be" {
		return 0, false // "of recognised competence"
	}
	if s.isNegation(at-1) || s.isNegation(h.from-1) || s.is(h.from-2, "not", "n't") && s.isAdverb(h.from-1) || h.negated && h.frame != "inf" {
		return 0, false
	}
	subject, from, shared := s.subjectOf(at, left)
	c := clause{modality: h.modality, why: s.word[h.from], cues: []run{h.run}, subject: subject, from: from, verb: h.to}
	if k := subject.from - 1; s.is(k, "that") && s.is(k-1, "denied", "denies", "deny") {
		return 0, false // "denied that Norland had promised"
	}
	if !h.insert.empty() {
		c.inserts = append(c.inserts, h.insert)
	}
	if !shared && s.isSubordinate(subject, at) && !s.isAntecedent(at, h) {
		return 0, false
	}
	switch h.subject {
	case "instrument":
		if !s.isSource(subject) && !s.isRelativeOf(at, texts) || s.voice.kind == "person" && h.frame == "np" {
			return 0, false
		}
		return s.byInstrument(h, &c)
	case "speaker":
		if s.news && slices.Contains(asking, h.words[0][0]) && s.lemma[h.from] != "urge" && !s.isStately(subject) {
			return 0, false
		}
		if subject.empty() || s.isInstrument(subject) && !s.isCall(subject) || s.voice.isDocument() && s.voice.layer == "text" && s.voice.source.IsZero() {
			return 0, false
		}
		return s.bySpeaker(h, &c)
	}
	if s.isJudged(h, &c) {
		return s.judged(h, &c, at)
	}
	return s.phraseOfParty(h, &c, at)
}

// phraseOfParty makes clauses of a cue by which its subject binds itself.
func (s *scan) phraseOfParty(h hit, c *clause, at int) (int, bool) {
	subject := c.subject
	if subject.empty() || !s.isAgent(subject) || !s.opensFrame(h) || s.is(at-1, "it") && h.words[0][0] == "be" && !s.is(h.from+1, "at", "entitled", "bound", "obliged", "ready", "willing", "free", "prepared") {
		return 0, false
	}
	if h.words[0][0] == "be" && h.modality == "permission" && s.is(h.to-2, "competent", "free") && s.isReleased(h) {
		return 0, false
	}
	if h.words[0][0] == "be" && h.modality == "obligation" && (s.isNegative(subject) || s.isReleased(h)) {
		return 0, false // "neither Party is obliged to"
	}
	return s.byParty(h, c)
}

// isReleased reports whether h says that nothing is owed: "is not bound to",
// "is no longer obliged to".
func (s *scan) isReleased(h hit) bool {
	k := h.from + 1
	for s.isAdverb(k) && !s.is(k, "hardly") && !s.isNegation(k) {
		k++
	}
	return s.isNegation(k) || s.is(k, "hardly")
}

// finiteAt returns where the finite verb of the cue at i begins, with its
// auxiliaries; false for infinitives, gerunds and nouns.
func (s *scan) finiteAt(i int) (int, bool) {
	switch t := s.tag(i); {
	case s.is(i, "being") && s.voice.isDocument() && s.is(i+1, "free", "entitled", "bound", "obliged", "required") && s.isNoun(i-1):
		return i, true
	case s.is(i, "be", "being", "been"):
		return i, s.is(i, "been") && s.is(i-1, "has", "have", "had")
	case (s.lemma[i] == "favour" || s.lemma[i] == "favor") && s.tag(i) != language.TagVBZ && s.tag(i) != language.TagVBP:
		return i, false
	case s.is(i, "respect") && (s.is(i-1, "due", "full", "mutual") || s.is(i+1, "of", "to") || s.is(i-1, "in", "with")):
		return i, false
	case t == language.TagVBG, t == language.TagVB && s.is(i-1, "to"), s.isNoun(i) && t != language.TagNN && t != language.TagNNS, t == language.TagJJ && !strings.HasSuffix(s.word[i], "ed"):
		return i, false
	}
	j := i
	for j > s.lo && (s.isAdverb(j-1) || s.isNegation(j-1) || s.is(j-1, "also", "been", "both", "all") || s.is(j-1, "and") && s.isAdverb(j-2) && s.isAdverb(j)) {
		j--
	}
	if s.is(j-1, "has", "have", "had", "do", "does", "did", "is", "are", "was", "were") {
		if s.is(j-1, "is", "are", "was", "were") && !s.is(i, "is", "are", "was", "were") {
			return i, false
		}
		return j - 1, true
	}
	if s.tag(i) == language.TagVBN && s.is(j-1, ",") {
		return i, true
	}
	return i, !(s.tag(j-1) == language.TagMD)
}

// isRelativeOf reports whether the cue at i has a relative pronoun for its
// subject that stands for one of nouns.
func (s *scan) isRelativeOf(i int, nouns map[string]bool) bool {
	j := i
	for j > 0 && (s.isAdverb(j-1) || s.isPunct(j-1)) {
		j--
	}
	for s.isQuote(j - 1) {
		j--
	}
	if says[s.lemma[max(j-1, 0)]] && s.tag(j-2) == language.TagPRP {
		j -= 2 // "clauses that she said stipulate"
	}
	if !s.in(j-1, relatives) && !s.is(j-1, "that") {
		return false
	}
	for k := j - 2; k >= 0 && k > j-10; k-- {
		if nouns[s.lemma[k]] {
			return true
		}
	}
	return false
}

// isAntecedent reports whether the relative clause of the cue at i may stand:
// it is set off by a comma or its pronoun stands for an instrument.
func (s *scan) isAntecedent(i int, h hit) bool {
	if h.subject == "party" {
		subject, _ := s.subject(i, s.lo)
		return s.underWhich(subject)
	}
	return h.subject == "instrument" && s.isRelativeOf(i, instruments)
}

var collective = set("party", "side", "signatory", "country", "state", "leader", "president", "minister", "government", "presidents", "nation", "neighbour", "neighbor", "member", "power", "they", "capital", "delegation", "ally", "allies", "both", "participant", "sides", "alliance", "participants", "states", "republic", "kingdom")

// isPlural reports whether a subject stands for more than one party.
func (s *scan) isPlural(subject run) bool {
	h := s.headNoun(subject)
	if h < 0 {
		return false
	}
	if s.tag(h) == language.TagNNS || s.is(h, "they", "both", "parties", "sides") {
		return true
	}
	for k := subject.from; k < subject.to; k++ {
		if s.is(k, "and") {
			return true
		}
	}
	return false
}

// byParty makes clauses of "the Parties undertake to …".
func (s *scan) byParty(h hit, c *clause) (int, bool) {
	spoken := s.voice.kind != "document"
	if spoken && h.modality != "principle" && !s.isPlural(c.subject) && isUnbound(s.span(c.subject).Of(s.text)) {
		return 0, false
	}
	promise := slices.Contains(promises, s.lemma[h.from]) || h.words[0][0] == "be" && h.modality == "obligation"
	switch {
	case s.voice.kind == "person" && (!s.isOwn(c.subject) && s.voice.binds || !s.voice.binds && !(s.voice.state && s.isSelf(c.subject))):
		if h.modality != "obligation" {
			return 0, false
		}
	case spoken && h.frame == "that" && slices.Contains(declaring, s.lemma[h.from]):
		return 0, false
	case s.voice.kind == "outlet" && s.lemma[h.from] == "plan" && !s.isPlural(c.subject):
		return 0, false
	case spoken && s.is(h.from+1, "expected", "encouraged"):
		return 0, false
	case spoken && h.frame == "np" && h.words[0][0] == "offer" && (!s.isStately(c.subject) || s.tag(h.from) != language.TagVBD && s.tag(h.from) != language.TagVBN):
		return 0, false
	case spoken && slices.Contains(recognising, s.lemma[h.from]) && !s.isMutual(h.to):
		return 0, false
	case h.modality == "principle" && spoken && !s.isCollective(c.subject):
		return 0, false
	}
	if s.voice.kind == "person" && s.is(h.from, "agreed", "agree", "agrees") && s.isPerson(c.subject) {
		return 0, false
	}
	if spoken && promise && !s.isPlural(c.subject) && h.modality == "obligation" && slices.Contains(promises, s.lemma[h.from]) {
		c.modality = "assurance"
	}
	if s.isWording(h) || s.isEvaluation(h) || spoken && (h.modality == "permission" || !s.isPublic(c.subject)) {
		return 0, false
	}
	if !spoken && s.voice.layer == "text" && h.words[0][0] == "decide" && (!s.isPlural(c.subject) || s.tag(h.from) == language.TagVBZ) {
		return 0, false
	}
	if !spoken && c.modality == "assurance" || s.voice.kind == "outlet" && s.is(h.from, "decided") && s.isPlural(c.subject) {
		c.modality = "obligation"
	}
	if s.voice.kind == "person" && s.voice.binds && c.modality == "obligation" && s.isOwn(c.subject) {
		c.modality = "assurance"
	}
	return s.framed(h, c)
}

// framed completes a clause by what follows its cue.
func (s *scan) framed(h hit, c *clause) (int, bool) {
	switch h.frame {
	case "stem":
		to := s.stemColon(h.to)
		if to < 0 {
			return 0, false
		}
		return s.stem(c, &modal{word: "shall", verb: to}, s.denialIn(h.to, to) > 0 || s.anyOf(run{h.to, to}, "no"))
	case "that":
		return s.complement(h, c)
	case "np-that":
		for k := h.to; k < s.hi && k < h.to+8; k++ {
			if s.is(k, "that") {
				h.to = k + 1
				return s.complement(h, c)
			}
		}
		return 0, false
	case "np-to":
		if !s.is(h.to, "each", "one") && s.tag(h.to) != language.TagCD && s.tag(h.to) != language.TagDollar && !(s.tag(h.to) == language.TagNNP && (s.tag(h.to+1) == language.TagCD || s.isNounPhrase(h.to+1))) && !s.isNoun(h.to) || s.is(h.to, "to", "that") {
			return 0, false
		}
	case "obj-inf":
		if s.voice.layer != "text" || s.voice.reported {
			return 0, false
		}
		return s.object(h, c, s.toInfinitive(h.to))
	case "np-after":
		if s.voice.layer != "text" || s.voice.reported {
			return 0, false
		}
		c.verb = s.behindRecipient(h.to)
	case "inf", "ing":
		if s.is(c.verb, ":") {
			return s.stem(c, &modal{word: "shall", verb: c.verb}, h.negated)
		}
		c.split = s.splitTag(c.verb)
		if h.negated || s.isNegation(c.verb) {
			if s.isNegation(c.verb) {
				c.verb++
			}
			c.denial = s.denialIn(h.from, c.verb)
			c.notFirst = c.modality == "obligation"
			c.modality = negation(c.modality)
		}
	case "vp":
		c.verb = h.from
	}
	return s.finish(c)
}

// stemColon returns the colon behind a cue, over "never in any circumstances";
// -1 for none.
func (s *scan) stemColon(i int) int {
	for k := i; k < s.hi && k < i+6; k++ {
		if s.is(k, ":") {
			return k
		}
		if s.isVerb(k) || s.isPunct(k) || s.is(k, "that") {
			return -1
		}
	}
	return -1
}

// behindRecipient returns where the object begins behind "to the Republic, in
// full sovereignty,": who is given something stands before what is given.
func (s *scan) behindRecipient(i int) int {
	if !s.is(i, "to", "in") && !s.is(i-1, "of", "for") {
		return i
	}
	for k := i + 2; k < s.hi && k < i+14; k++ {
		if s.in(k, determiners) && !s.is(k-1, "of", "in", "to", ",") && s.isNoun(k-1) || s.is(k, "all", "any", "the") && s.is(k-1, ",") {
			return k
		}
	}
	return i
}

func (s *scan) isPerson(subject run) bool {
	return s.is(subject.from, "i", "he", "she") && subject.to-subject.from == 1
}

func negation(modality string) string {
	if modality == "obligation" {
		return "prohibition"
	}
	return modality
}

// declaring are verbs that bind only in the text of an instrument.
var declaring = []string{"reaffirm", "reiterate", "underline", "declare", "confirm", "affirm", "state", "propose", "stipulate", "covenant"}

// recognising are verbs that a report uses of agreements only where they are
// mutual: "recognised each other's borders".
var recognising = []string{"recognize", "recognise", "acknowledge", "respect", "adhere"}

func (s *scan) isMutual(i int) bool {
	for k := i; k < s.hi && k < i+6; k++ {
		if s.is(k, "other", "mutual", "another", "inviolability", "principle", "principles") {
			return true
		}
	}
	return false
}

// isCall reports whether a subject is a text that asks without binding.
func (s *scan) isCall(subject run) bool {
	h := s.headNoun(subject)
	return h >= 0 && s.is(h, "resolution", "resolutions", "statement", "letter", "communique", "report")
}

// asking are lists of verbs of asking that have other uses too: only those who
// speak for a state ask by them.
var asking = []string{"order"}

// promises are verbs by which one alone gives an assurance in a report.
var promises = []string{"promise", "pledge", "vow", "guarantee", "swear", "assure", "decide"}

func (s *scan) isCollective(subject run) bool {
	h := s.headNoun(subject)
	return h >= 0 && (collective[s.lemma[h]] || collective[s.word[h]]) || s.isPlural(subject)
}

// isEvaluation reports whether what follows is an opinion, not a rule: "the
// importance of".
func (s *scan) isEvaluation(h hit) bool {
	if h.frame != "np" && h.frame != "ing" {
		return false
	}
	for i := h.to; i < h.to+4; i++ {
		if s.is(i, "importance", "need", "role", "significance", "necessity", "value", "contribution", "efforts", "desire", "fact", "potential", "progress", "benefits", "urgency") {
			return true
		}
	}
	return false
}

var wordings = set("document", "statement", "communique", "communiqué", "text", "wording", "draft", "roadmap", "agenda", "details", "schedule", "timetable", "date")

// isWording reports whether h tells that a text was agreed upon, which is an
// event: "agreed on an annex about the census".
func (s *scan) isWording(h hit) bool {
	if s.lemma[h.from] != "agree" || h.frame != "ing" && h.frame != "np" {
		return false
	}
	n := s.headNoun(s.nounPhraseAt(h.to, s.hi))
	return n >= 0 && !s.isGerund(h.to) && (texts[s.lemma[n]] || s.in(n, wordings))
}

// byInstrument makes clauses of "the treaty obliges both sides to …".
func (s *scan) byInstrument(h hit, c *clause) (int, bool) {
	switch h.frame {
	case "obj-inf":
		return s.object(h, c, s.toInfinitive(h.to))
	case "obj-ing":
		return s.object(h, c, s.toGerund(h.to))
	case "obj-bare":
		return s.object(h, c, s.bareInfinitive(h.to))
	case "obj-right":
		return s.object(h, c, s.rightTo(h.to))
	case "by-inf":
		if !s.is(h.to, "by") {
			return 0, false
		}
		h.to++
		return s.object(h, c, s.toInfinitive(h.to))
	case "that":
		return s.complement(h, c)
	}
	if !s.opensFrame(h) {
		return 0, false
	}
	if next, ok := s.list(h.to); ok {
		return next, true
	}
	c.whole, c.subject, c.split = false, run{}, 0
	if h.frame == "view" {
		c.verb = h.from + 1
	}
	return s.finish(c)
}

// bySpeaker makes clauses of "the minister urged both sides to …".
func (s *scan) bySpeaker(h hit, c *clause) (int, bool) {
	switch h.frame {
	case "obj-inf":
		return s.object(h, c, s.toInfinitive(h.to))
	case "obj-that":
		for k := h.to + 1; k < s.hi && k < h.to+8; k++ {
			if s.is(k, "that") {
				h.to = k + 1
				return s.complement(h, c)
			}
		}
	case "that":
		return s.complement(h, c)
	}
	return 0, false
}
