package commitment

import "pacta/language"

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
