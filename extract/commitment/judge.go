package commitment

// isJudged reports whether the model has a say on a cue: in reports, where the
// subject of the cue binds itself to do something.
func (s *scan) isJudged(h hit, c *clause) bool {
	switch h.frame {
	case "inf", "ing", "np", "np-to":
	default:
		return false
	}
	return s.news && h.words[0][0] != "offer" && !s.is(h.from+1, "expected", "encouraged") && h.modality != "principle" && s.vs != nil && s.voice.force == "" && !c.subject.empty() && h.to < s.hi && s.opensFrame(h)
}

// judged makes a clause of a cue in a report: by the rules, or by the model
// where they see nothing.
func (s *scan) judged(h hit, c *clause, at int) (int, bool) {
	trial, copied := *s, *c
	trial.found, trial.news = nil, false
	next, ok := trial.phraseOfParty(h, &copied, at)
	rule := NoForce
	if ok && len(trial.found) > 0 {
		rule = ForceOf(trial.found[0].modality)
	}
	if rule == NoForce || s.vs.seen != nil {
		m := modal{word: h.modality + " " + h.frame, cue: h.run, verb: h.to, negated: h.negated}
		e := &s.vs.evidence
		s.describe(e, &m, c, false, rule)
		e.add(50, hash(s.lemma[h.from]), uint32(rule))
		e.add(51, hash(s.lemma[h.from]), hash(s.voice.kind))
		e.add(52, hash(s.word[h.from]), uint32(s.tag(h.from)))
		if s.vs.seen != nil {
			s.vs.see(s, &m, c, rule)
		} else if force := e.weigh(rule); force == Document || force == Assurance {
			return s.promised(force, h, c)
		}
	}
	if ok {
		s.found, s.last, s.pending = append(s.found, trial.found...), trial.last, trial.pending
	}
	return next, ok
}

// promised makes the clause of a cue that the rules leave alone.
func (s *scan) promised(force Force, h hit, c *clause) (int, bool) {
	if s.isText(c.subject) || s.isWording(h) || !s.isPublic(c.subject) {
		return 0, false
	}
	if c.modality == "obligation" && force == Assurance {
		c.modality = "assurance"
	}
	return s.framed(h, c)
}
