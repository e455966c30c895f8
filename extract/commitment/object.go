package commitment

import (
	"strings"

	"pacta/language"
)

// object makes a clause whose party is the object of the cue, [h.to, verb)
// with its preposition.
func (s *scan) object(h hit, c *clause, verb int) (int, bool) {
	if verb < 0 {
		return 0, false
	}
	to := verb - 1
	if !s.is(to, "to", "from") {
		to = verb // "lets every party inspect"
	}
	for s.isNegation(to-1) || s.is(to-1, "right", "the", "opportunity", "possibility", "free") {
		if s.isNegation(to - 1) {
			c.modality, c.denial = negation(c.modality), to-1
		}
		to--
	}
	c.subject = s.trim(run{h.to, to})
	if c.subject.empty() || !s.isAgent(c.subject) && h.subject == "speaker" || c.modality == "obligation" && s.isNegative(c.subject) {
		return 0, false
	}
	if h.words[0][0] == "let" && !s.isAgent(c.subject) {
		return 0, false
	}
	if c.modality == "demand" && (!s.isPublic(c.subject) || s.holdsVerb(c.subject)) {
		return 0, false
	}
	c.object = true
	if to < verb {
		c.cues = append(c.cues, run{to, verb})
	}
	c.verb, c.split = verb, s.splitTag(verb)
	return s.finish(c)
}

// toInfinitive returns the verb after the next "to", -1 for none near.
func (s *scan) toInfinitive(i int) int {
	for k := i + 1; k < s.hi-1 && k < i+25; k++ {
		if s.is(k, ";", ":", "that") || s.tag(k) == language.TagMD {
			return -1
		}
		if s.is(k, "to") {
			j := k + 1
			for s.isAdverb(j) {
				j++
			}
			if s.isVerbAt(j) {
				return k + 1
			}
		}
	}
	return -1
}

// bareInfinitive returns the next base form behind a noun phrase: "lets every
// party inspect"; -1 for none near.
func (s *scan) bareInfinitive(i int) int {
	for k := i + 1; k < s.hi-1 && k < i+10; k++ {
		if s.isPunct(k) || s.tag(k) == language.TagMD || s.is(k, "to", "that") {
			return -1
		}
		if s.isBase(k) && s.isNoun(k-1) {
			return k
		}
	}
	return -1
}

func (s *scan) toGerund(i int) int {
	for k := i + 1; k < s.hi-1 && k < i+20; k++ {
		if s.is(k, ";", ":") {
			return -1
		}
		if s.is(k, "from", "to") && (s.isGerund(k+1) || strings.HasSuffix(s.word[k+1], "ing") || s.is(k, "to") && s.isNounPhrase(k+1) && !s.isBase(k+1)) {
			return k + 1
		}
	}
	return -1
}

func (s *scan) rightTo(i int) int {
	for k := i + 1; k < s.hi-2 && k < i+20; k++ {
		if s.is(k, "right", "opportunity", "possibility", "permission") && s.is(k+1, "to") && s.isVerbAt(k+2) {
			return k + 2
		}
	}
	return -1
}

// impersonal makes a clause of "it is forbidden to …".
func (s *scan) impersonal(h hit) (int, bool) {
	if !s.is(h.from-1, "it") && !(s.tag(h.from-1) == language.TagMD && s.is(h.from-2, "it")) {
		return 0, false
	}
	if h.modality == "demand" && s.voice.kind != "person" {
		return 0, false
	}
	c := clause{modality: h.modality, why: s.word[h.to-1], cues: []run{h.run}, from: h.from - 1, verb: h.to, split: language.TagVB}
	switch h.frame {
	case "for-inf", "of-inf":
		k := h.to
		if h.frame == "for-inf" {
			if !s.is(k, "for") {
				return 0, false
			}
			h.to++
		}
		if v := s.toInfinitive(h.to); v > 0 {
			return s.object(h, &c, v)
		}
		return 0, false
	case "that":
		return s.complement(h, &c)
	}
	return s.finish(&c)
}
