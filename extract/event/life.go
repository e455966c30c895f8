package event

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"pacta"
	"pacta/language"
)

//go:embed data/life.txt
var lifeText string

// steps are the words for the steps in the life of an instrument.
type steps struct {
	acts, undergoes map[[2]string]string
	nouns           map[string]string
}

var lifeWords = sync.OnceValue(func() *steps {
	l := &steps{map[[2]string]string{}, map[[2]string]string{}, map[string]string{}}
	for line := range strings.Lines(lifeText) {
		f := strings.Split(line, "|")
		if len(f) != 4 || f[0][0] == '#' {
			continue
		}
		step := strings.TrimSpace(f[0])
		for k, m := range []map[[2]string]string{l.acts, l.undergoes} {
			for _, w := range strings.Fields(f[k+1]) {
				lemma, p, _ := strings.Cut(w, "_")
				m[[2]string{lemma, p}] = step
			}
		}
		for _, w := range strings.Fields(f[3]) {
			l.nouns[w] = step
		}
	}
	return l
})

// lifeOf adds the steps in the life of instruments that the current sentence
// tells of.
func (d *document) lifeOf() {
	sentence := pacta.Span{Start: d.s.Start, End: d.s.End}
	ms := d.Within(pacta.Mention, sentence)
	any := false
	for k := range ms {
		any = any || ms[k].Type == "instrument"
	}
	if !any {
		return
	}
	var signed []pacta.Span
	for i := range d.s.Tokens {
		if step, k := d.step(i); k >= 0 {
			m := d.instrumentIn(d.nominal(k))
			if m == nil {
				m = d.partIn(i, k)
			}
			if m != nil {
				d.addStep(step, i, m)
				if step == "signed" {
					signed = append(signed, m.Span)
				}
			}
		}
	}
	for k := range ms {
		if m := &ms[k]; m.Type == "instrument" && !slices.Contains(signed, m.Span) {
			d.signedOn(m)
		}
	}
}

// partIn returns the instrument of "suspended its participation in the treaty"
// where the tree hangs the treaty on the verb.
func (d *document) partIn(verb, noun int) *pacta.Annotation {
	switch d.lemma[noun] {
	case "participation", "membership", "involvement":
	default:
		return nil
	}
	for _, k := range d.kids[verb] {
		if first, _ := d.s.Subtree(int(k)); first == noun+1 && d.s.Tokens[k].Rel.Base() == language.Obl && d.preposition(int(k)) == "in" {
			return d.instrumentIn(d.nominal(int(k)))
		}
	}
	return nil
}

// step returns the step that token i names and the noun that undergoes it.
func (d *document) step(i int) (string, int) {
	l := lifeWords()
	if !d.isVerb(i) {
		if step := l.nouns[d.lemma[i]]; step != "" && d.s.Tokens[i].UPOS == language.NOUN {
			for _, k := range d.kids[i] {
				if p := d.preposition(int(k)); d.s.Tokens[k].Rel == language.Nmod && (p == "of" || p == "to" || p == "from") {
					return step, int(k)
				}
			}
			if k := d.child(i, language.NmodPoss, language.Compound); k >= 0 {
				return step, k
			}
		}
		return "", -1
	}
	keys := [4][2]string{{d.lemma[i]}}
	n := 1
	for _, k := range d.kids[i] {
		t := &d.s.Tokens[k]
		p := ""
		if t.Rel == language.CompoundPrt || t.Rel == language.Advmod {
			p = d.lemma[k]
		} else if t.Rel.Base() == language.Obl {
			p = d.preposition(int(k))
		}
		if p != "" && n < len(keys) {
			keys[n] = [2]string{d.lemma[i], p}
			n++
		}
	}
	for k := n - 1; k >= 0; k-- {
		if step := l.undergoes[keys[k]]; step != "" {
			if step == "in force" && !d.hasObject(i, "force", "effect") {
				continue
			}
			return step, d.subject(i)
		}
		if step := l.acts[keys[k]]; step != "" {
			return step, d.undergoing(i, keys[k][1])
		}
	}
	return "", -1
}

func (d *document) hasObject(i int, lemmas ...string) bool { return d.hasChild(i, lemmas...) }

// undergoing returns the noun that the verb i acts on.
func (d *document) undergoing(i int, preposition string) int {
	if k := d.child(i, language.Obj, language.NsubjPass); k >= 0 {
		return k
	}
	if d.s.Tokens[i].Rel == language.Conj && d.passive(i) {
		return d.subject(i)
	}
	if d.s.Tokens[i].Rel == language.Acl && d.s.Tokens[i].XPOS == language.TagVBN || d.s.Tokens[i].Rel == language.AclRelcl {
		return d.s.Tokens[i].Head
	}
	if d.s.Tokens[i].Rel == language.Amod {
		return d.s.Tokens[i].Head
	}
	for _, k := range d.kids[i] {
		if d.s.Tokens[k].Rel.Base() == language.Obl && preposition != "" && d.preposition(int(k)) == preposition {
			return int(k)
		}
	}
	return -1
}

// instrumentIn returns the first instrument mentioned in s.
func (d *document) instrumentIn(s pacta.Span) *pacta.Annotation {
	ms := d.Within(pacta.Mention, s)
	for k := range ms {
		if ms[k].Type == "instrument" {
			return &ms[k]
		}
	}
	return nil
}

func (d *document) addStep(step string, i int, m *pacta.Annotation) {
	r := reading{typ: "SUPPORT", factuality: "done", head: i, inner: i, noun: -1}
	if d.isVerb(i) {
		r, _ = d.inflect(i, r)
		if r.factuality == "" {
			r.factuality = "done"
		}
		if r.factuality == "done" && d.unreal(i) {
			r.factuality = "hypothetical"
		}
	} else {
		r.kind, r.noun = byNoun, i
	}
	if m.ValueOf("status") == "prospective" && r.factuality == "done" {
		r.factuality = "planned"
	}
	d.bind(&r)
	a := pacta.Annotation{Kind: pacta.Life, Type: step, Span: d.clause(i), Why: d.lemma[i]}
	a.Args = append(a.Args, pacta.Arg{Role: "instrument", Span: m.Span, Value: m.Value}, pacta.Arg{Role: "cue", Span: d.span(i)})
	if step == "expired" || step == "in force" {
		r.actors = nil // it does so by itself
	}
	for _, x := range r.actors {
		if c := primary(x.code); !sectors[c] {
			a.Args = append(a.Args, pacta.Arg{Role: "party", Span: x.span, Value: c})
		}
	}
	if x, ok := d.date(&r); ok {
		a.Args = append(a.Args, x)
	} else if x, ok := m.Arg("date"); ok && step == "signed" {
		a.Args = append(a.Args, pacta.Arg{Role: "date", Span: x.Span, Value: x.Value})
	}
	if x, ok := d.place(&r); ok {
		a.Args = append(a.Args, x)
	}
	a.Args = append(a.Args, pacta.Arg{Role: "factuality", Value: r.factuality})
	d.Add(a)
}

// doubting are verbs whose content is not told as a fact.
var doubting = map[string]bool{"deny": true, "doubt": true, "dispute": true, "refute": true}

// unreal reports whether the step of verb i is only spoken of: an infinitive
// or subjunctive ("demanded that they sign", "the decision to withdraw"), or
// the content of what somebody denies or did not say.
func (d *document) unreal(i int) bool {
	if d.s.Tokens[i].XPOS == language.TagVB && d.child(i, language.Aux) < 0 {
		return true
	}
	for k := i; d.s.Tokens[k].Head >= 0; k = d.s.Tokens[k].Head {
		h := d.s.Tokens[k].Head
		if d.s.Tokens[k].Rel.Base() == language.Ccomp && (doubting[d.lemma[h]] || d.hasChild(h, "not", "never", "n't")) {
			return true
		}
	}
	return false
}

// signedOn adds the signing that "the statement of 10 November 2020" takes for
// granted.
func (d *document) signedOn(m *pacta.Annotation) {
	for _, x := range m.Args {
		if x.Role != "date" || x.IsZero() || x.Value == "" {
			continue
		}
		a := pacta.Annotation{Kind: pacta.Life, Type: "signed", Span: m.Span.Union(x.Span), Why: "date of the instrument", Confidence: .8}
		a.Args = append(a.Args, pacta.Arg{Role: "instrument", Span: m.Span, Value: m.Value}, pacta.Arg{Role: "cue", Span: x.Span})
		for _, p := range m.Args {
			if p.Role == "party" && p.Value != "" {
				a.Args = append(a.Args, pacta.Arg{Role: "party", Span: p.Span, Value: p.Value})
			}
		}
		a.Args = append(a.Args, pacta.Arg{Role: "date", Span: x.Span, Value: x.Value}, pacta.Arg{Role: "factuality", Value: "done"})
		d.Add(a)
	}
}
