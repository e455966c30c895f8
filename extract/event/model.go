package event

import (
	_ "embed"
	"math"

	"pacta"
	"pacta/language"
)

//go:embed event.weights
var weights string

// Rows is the size of the table of weights; features are hashed into it.
const Rows = 1 << 15

// Step is what one unit of a stored weight is worth.
const Step = 1.0 / 32

// weight returns the weight of row k.
func weight(k uint32) float32 {
	if len(weights) != Rows {
		return 0
	}
	return float32(int8(weights[k])) * Step
}

// features collects the rows of what is known of one reading.
type features struct {
	rows []uint32
}

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

// add adds what the values say under the template.
func (f *features) add(template uint32, values ...uint32) {
	h := template * 0x27d4eb2f
	for _, v := range values {
		h = mix(h, v)
	}
	f.rows = append(f.rows, h%Rows)
}

// describe sets f to what is known of r.
func (d *document) describe(f *features, r *reading) {
	f.rows = f.rows[:0]
	t, i := hash(r.typ), cueToken(r)
	tok := &d.s.Tokens[i]
	lemma, k, fact := d.hash[i], uint32(r.kind), hash(r.factuality)
	f.add(1, t)
	f.add(2, k, t)
	f.add(3, lemma)
	f.add(4, lemma, t)
	f.add(5, fact, t)
	f.add(6, fact, k)
	f.add(7, uint32(tok.Rel), k)
	f.add(8, uint32(tok.Rel), t)
	if r.noun >= 0 {
		f.add(9, d.hash[r.noun], t)
		f.add(10, d.hash[r.noun], lemma)
	}
	if r.kind == byWords || r.kind == byVerb {
		for _, k := range d.kids[i] {
			if rel := d.s.Tokens[k].Rel; rel == language.Obj || rel == language.NsubjPass {
				f.add(27, d.hash[k], t)
				f.add(28, d.hash[k], lemma)
			} else if rel == language.CompoundPrt || rel == language.Advmod {
				f.add(29, d.hash[k], lemma, t)
			}
		}
	}
	if r.second {
		f.add(30, k, t)
	}
	if r.inner != i {
		f.add(11, d.hash[r.inner], t)
	}
	depth, above := d.depth(i)
	f.add(12, uint32(depth))
	f.add(13, above, uint32(tok.Rel))
	f.add(14, above, t)
	a, b := who(r.actors), who(r.recipients)
	f.add(15, a, b)
	f.add(16, a, t)
	f.add(17, b, t)
	f.add(18, k, a, b)
	s := d.subject(r.head)
	if s >= 0 {
		f.add(19, d.hash[s])
		f.add(20, d.hash[s], t)
		if r.kind != byNoun && !d.passive(r.head) {
			f.add(21, uint32(d.s.Tokens[s].UPOS), t)
		}
	} else {
		f.add(22, k)
	}
	if d.passive(r.head) {
		f.add(23, t)
	}
	if r.kind != byNoun {
		b := uint32(0)
		if d.bare(r.head) {
			b = 1
		}
		f.add(31, b, t)
		f.add(32, b, lemma)
	}
	f.add(24, uint32(tok.XPOS), k)
	for n, row := range d.words {
		if n == 40 {
			break
		}
		f.add(25, row)
		f.add(26, row, t)
	}
}

// depth returns how many clauses stand above token i, and the lemma of the
// nearest of their verbs.
func (d *document) depth(i int) (n int, above uint32) {
	for ; i >= 0; i = d.s.Tokens[i].Head {
		if r := d.s.Tokens[i].Rel; clausal(r) && r != language.Root && n < 4 {
			n++
			if above == 0 && d.s.Tokens[i].Head >= 0 {
				above = d.hash[d.s.Tokens[i].Head]
			}
		}
	}
	return n, above
}

// who sums up the actors of a role: their sector, "state", or nobody.
func who(xs []actor) uint32 {
	if len(xs) == 0 {
		return 0
	}
	for _, x := range xs {
		p := primary(x.code)
		if len(p) < len(x.code) {
			return hash(x.code[len(p):])
		}
		if sectors[x.code] {
			return hash(x.code) + 1
		}
	}
	return 1
}

// score says how sure it is that r is the event that its sentence tells of.
func (d *document) score(r *reading) {
	s := d.prior(r)
	d.describe(&d.features, r)
	for _, k := range d.features.rows {
		s += weight(k)
	}
	r.score = s
}

// confidence maps a score to 0..1.
func confidence(s float32) float64 {
	return math.Round(100/(1+math.Exp(float64(-s)))) / 100
}

// A Candidate is one reading of a sentence as the trainer sees it.
type Candidate struct {
	Type  string
	Prior float32
	Rows  []uint32
}

// Candidates returns the readings of every sentence of a, for the trainer.
func Candidates(a *pacta.Analysis) []Candidate {
	var out []Candidate
	d := open(a)
	for i := range a.Sentences {
		d.load(&a.Sentences[i])
		if d.s.Root() < 0 {
			continue
		}
		d.read()
		for k := range d.readings {
			r := &d.readings[k]
			d.bind(r)
			d.describe(&d.features, r)
			out = append(out, Candidate{r.typ, d.prior(r), append([]uint32(nil), d.features.rows...)})
		}
	}
	return out
}
