package event

import (
	"math"

	"pacta/language"
)

// score says how sure it is that r is the event that its sentence tells of.
func (d *document) score(r *reading) {
	s := [...]float32{byVerb: 2.4, byFrame: 3, byLight: 2.2, byOp: 3.2, byNoun: 1}[r.kind]
	if len(r.actors) > 0 {
		s += 1
	}
	if len(r.recipients) > 0 {
		s += .5
	}
	switch r.factuality {
	case "conditional", "hypothetical":
		s -= 1
	case "negated":
		s--
	}
	for i := cueToken(r); i >= 0; i = d.s.Tokens[i].Head {
		switch d.s.Tokens[i].Rel {
		case language.Ccomp, language.Parataxis:
			s -= .3
		case language.Advcl, language.AdvclRelcl:
			s -= 1.2
		case language.AclRelcl, language.Acl:
			s -= 1.5
		case language.Xcomp:
			s -= .5
		}
	}
	r.score = s
}

// confidence maps a score to 0..1.
func confidence(s float32) float32 {
	c := 1 / (1 + math.Exp(float64(1.5-s)))
	return float32(math.Round(c*100)) / 100
}
