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
