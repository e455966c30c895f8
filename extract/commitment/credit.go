package commitment

import (
	"pacta"
	"pacta/language"
)

// credit says by whom an assurance or demand is voiced that stands in a report's
// own words, and on which text a clause rests that begins "Under the treaty".
func (s *scan) credit(basis run) {
	for i := range s.found {
		c := &s.found[i]
		if !basis.empty() && !s.hasRole(c, "basis") {
			c.roles = append(c.roles, role1("basis", basis))
		}
		if c.modality != "assurance" && c.modality != "demand" || len(c.cues) == 0 || c.voice.kind == "person" && c.modality == "assurance" && !c.voice.source.IsZero() {
			continue
		}
		r := s.asker(c)
		if r.empty() {
			continue
		}
		v := *c.voice
		v.source = pacta.Arg{Span: s.span(r)}
		if codes := s.codes(r); len(codes) == 1 {
			v.source.Value = codes[0]
		}
		c.voice = &v
	}
}

// asker returns who voices a clause: for a demand the subject of its verb, for
// an assurance its party.
func (s *scan) asker(c *clause) run {
	cue := c.cues[0].from
	if c.modality == "assurance" {
		if s.isVerb(cue) && s.tag(cue) != language.TagMD && !c.party.empty() {
			return c.party
		}
		return run{}
	}
	if !s.isVerb(cue) || s.tag(cue) == language.TagMD || s.is(cue, "must", "should", "has", "have", "had", "needs", "need") {
		return run{}
	}
	from, to := s.treeSubject(cue)
	r := run{from, to}
	if !r.empty() {
		r.to = s.withAttribute(from, to, cue)
	}
	if r == c.party || s.isVague(r) && !c.voice.source.IsZero() {
		return run{}
	}
	if r.to == r.from+1 && s.is(r.from, "it", "they", "he", "she", "we") && !c.voice.source.IsZero() {
		return run{}
	}
	return r
}

func (s *scan) hasRole(c *clause, name string) bool {
	for _, r := range c.roles {
		if r.name == name {
			return true
		}
	}
	return false
}
