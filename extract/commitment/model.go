package commitment

import (
	_ "embed"

	"pacta"
	"pacta/language"
)

//go:embed force.weights
var forceWeights string

// Rows is how many rows the table of weights has for each force; features are
// hashed into it.
const Rows = 1 << 13

// Step is what one unit of a stored weight is worth.
const Step = 1.0 / 16

// A Force is what a modal verb in a report makes of its clause.
type Force int

// The forces. As Document, the clause has the modality that the modal has in
// the words of an instrument.
const (
	NoForce Force = iota
	Assurance
	Demand
	Document
	Forces // how many there are
)

// ForceOf returns the force that stands behind a modality.
func ForceOf(modality string) Force {
	switch modality {
	case "":
		return NoForce
	case "assurance":
		return Assurance
	case "demand":
		return Demand
	}
	return Document
}

// evidence collects the rows of what is known of a modal verb.
type evidence struct{ rows []uint32 }

func mix(h, x uint32) uint32 {
	h ^= x + 0x9e3779b9 + h<<6 + h>>2
	h *= 0x85ebca6b
	return h ^ h>>13
}

func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

func bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// add adds what the values say under the template.
func (e *evidence) add(template uint32, values ...uint32) {
	h := template * 0x27d4eb2f
	for _, v := range values {
		h = mix(h, v)
	}
	e.rows = append(e.rows, h%Rows)
}

// weigh returns the force that the weights favour, rule where there are none.
func (e *evidence) weigh(rule Force) Force {
	if len(forceWeights) != Rows*int(Forces) {
		return rule
	}
	best, top := NoForce, -1<<30
	for f := range Forces {
		sum := 0
		for _, k := range e.rows {
			sum += int(int8(forceWeights[int(k)*int(Forces)+int(f)]))
		}
		if sum > top {
			best, top = f, sum
		}
	}
	return best
}

// describe sets e to what is known of the modal m with its clause c, for which
// the rules say rule.
func (s *scan) describe(e *evidence, m *modal, c *clause, shared bool, rule Force) {
	e.rows = e.rows[:0]
	w, r := hash(m.word), uint32(rule)
	verb := min(m.verb, s.len()-1)
	v := hash(s.lemma[verb])
	_, passive := s.isPassive(m.verb)
	e.add(1, r)
	e.add(2, r, w)
	e.add(3, w)
	e.add(4, v, w)
	e.add(5, bit(m.negated), w, r)
	e.add(6, bit(passive), w, r)
	s.describeVoice(e, m, c, w, r)
	s.describeSubject(e, c, shared, w, r)
	s.describePlace(e, m, c, w, r)
}

func (s *scan) describeVoice(e *evidence, m *modal, c *clause, w, r uint32) {
	kind := hash(s.voice.kind)
	own := bit(s.isOwn(c.subject))
	binds := bit(s.voice.binds) + 2*bit(s.voice.state)
	e.add(10, kind, w)
	e.add(11, kind, own, binds, w)
	e.add(12, own, binds, r)
	e.add(13, bit(s.isPlain(m.verb)), w, kind)
	if sp := s.speech(m.cue.from); sp != nil {
		e.add(14, hash(sp.cue.Of(s.text)), w)
		e.add(15, hash(sp.cue.Of(s.text)), r)
	}
}

func (s *scan) speech(i int) *speech {
	if s.vs == nil {
		return nil
	}
	return s.vs.at(s.s.Tokens[i].Start)
}

func (s *scan) describeSubject(e *evidence, c *clause, shared bool, w, r uint32) {
	h := s.headNoun(c.subject)
	if h < 0 {
		e.add(20, w)
		return
	}
	agent, public := bit(s.isAgent(c.subject)), bit(s.isPublic(c.subject))
	kind := bit(s.isPrivate(c.subject)) + 2*bit(s.isPlural(c.subject)) + 4*bit(s.isText(c.subject)) + 8*bit(s.tag(h) == language.TagPRP)
	e.add(21, hash(s.lemma[h]), w)
	e.add(22, agent, public, w)
	e.add(23, kind, w)
	e.add(24, kind, agent, public, r)
	e.add(25, uint32(s.tag(h)), w, r)
	e.add(26, bit(shared), w)
	e.add(27, bit(s.isNegative(c.subject)), w)
	e.add(28, min(3, uint32(len(s.codes(c.subject)))), w)
}

// describePlace says where in its sentence the clause stands and what else the
// sentence speaks of.
func (s *scan) describePlace(e *evidence, m *modal, c *clause, w, r uint32) {
	verb := min(m.verb, s.len()-1)
	rel := uint32(s.rel(verb))
	e.add(30, rel, w)
	e.add(31, rel, r)
	e.add(32, bit(s.isSubordinate(c.subject, m.cue.from)), w)
	if up := s.above(verb); up >= 0 {
		e.add(33, hash(s.lemma[up]), w)
		e.add(34, hash(s.lemma[up]))
	}
	if k := c.subject.from - 1; k >= 0 {
		e.add(35, hash(s.word[k]), w)
	} else {
		e.add(36, w)
	}
	text, said, quotes := s.surroundings(m, c)
	e.add(37, text, w)
	e.add(38, text, r)
	e.add(39, said, w)
	e.add(40, said, text, w)
	e.add(41, quotes, w)
	e.add(42, hash(s.lemma[0]), w)
}

// above returns the verb that the clause of the verb at i hangs on, -1 for none.
func (s *scan) above(i int) int {
	for n := 0; n < 5; n++ {
		if i = s.head(i); i < 0 {
			return -1
		}
		if s.isVerb(i) {
			return i
		}
	}
	return -1
}

// surroundings sums up the words outside of the clause: whether one is for a
// text, which verb of saying or agreeing stands there, and whether the modal
// stands within quotation marks.
func (s *scan) surroundings(m *modal, c *clause) (text, said, quotes uint32) {
	open := false
	for k := range s.word {
		if s.isQuote(k) {
			open = !open
			if k < m.cue.from {
				quotes = bit(open)
			}
		}
		if c.subject.from <= k && k < m.verb+1 {
			continue
		}
		switch l := s.lemma[k]; {
		case texts[l] || spokenTexts[l]:
			text = 1 + bit(k > m.verb)
		case says[l], l == "agree", l == "announce", l == "confirm", l == "promise", l == "accord":
			if s.isVerb(k) {
				said = hash(l)
			}
		}
	}
	return text, said, quotes
}

// see tells the trainer of a modal verb or cue, for which the evidence is known.
func (vs *voices) see(s *scan, m *modal, c *clause, rule Force) {
	verb := min(m.verb, s.len()-1)
	vs.seen(Candidate{
		Clause:   s.span(run{min(c.subject.from, m.cue.from), verb + 1}),
		Verb:     s.span(run{verb, verb + 1}),
		Evidence: append([]uint32(nil), vs.evidence.rows...),
		Rule:     rule,
	})
}

// A Candidate is a modal verb or cue of a report as the trainer sees it: its clause
// from the subject on, its verb, what is known, and what the rules say.
type Candidate struct {
	Clause, Verb pacta.Span
	Evidence     []uint32
	Rule         Force
}

// Candidates returns the modal verbs and cues of a report for the trainer.
func Candidates(a *pacta.Analysis) []Candidate {
	var out []Candidate
	f := &finder{a: a, v: newView(a.Doc.Text), vs: newVoices(a)}
	f.vs.seen = func(c Candidate) { out = append(out, c) }
	f.read()
	return out
}
