package event

import (
	"strings"

	"pacta"
	"pacta/language"
)

// A reading is one event that the words of a sentence may tell of.
type reading struct {
	typ, mode  string
	factuality string
	head       int // whose subject acts
	inner      int // whose objects are acted on
	noun       int // the noun that names it, -1 if a verb does
	kind       kind
	speaker    bool // the speaker of the clause acts, its subject is the recipient
	rule       string
	second     bool // another reading of the same verb is likelier
	score      float32
	actors     []actor
	recipients []actor
}

// kind is how the words name an event.
type kind uint8

const (
	byVerb kind = iota
	byFrame
	byLight
	byOp
	byNoun
	byWords
)

// read fills d.readings with what the current sentence may tell of.
func (d *document) read() {
	for i := range d.s.Tokens {
		if d.consumed[i] || !d.isVerb(i) && d.s.Tokens[i].UPOS != language.ADJ {
			continue
		}
		if r, ok := d.code(i, 0); ok {
			d.readings = append(d.readings, r)
			d.others(i, r)
		} else if r, ok := d.ought(i); ok {
			d.readings = append(d.readings, r)
		} else if d.isVerb(i) && d.opens(i) {
			d.open(i)
		}
	}
	l := words()
	for i := range d.s.Tokens {
		if d.consumed[i] || !d.isNoun(i) {
			continue
		}
		if r, ok := d.gerund(i); ok {
			d.readings = append(d.readings, r)
			continue
		}
		c := l.event(l.nouns[d.lemma[i]])
		if c == nil || d.s.Tokens[i].Rel == language.Compound || !c.strong && !d.operative(i, c) {
			continue
		}
		d.readings = append(d.readings, d.nominalReading(i, c))
	}
}

// gerund reads "freezing participation", where the tagger took the verb for the
// first half of a compound.
func (d *document) gerund(i int) (reading, bool) {
	h := d.s.Tokens[i].Head
	if d.s.Tokens[i].Rel != language.Compound || h <= i || !strings.HasSuffix(d.s.Text(d.Doc.Text, i), "ing") {
		return reading{}, false
	}
	v := words().verbs[[2]string{d.lemma[i]}]
	if v == nil {
		return reading{}, false
	}
	return d.framed(i, v, []int32{int32(h)}, true)
}

func (d *document) nominalReading(i int, c *class) reading {
	r := reading{typ: c.typ, mode: c.mode, factuality: "done", head: i, inner: i, noun: i, kind: byNoun, rule: "noun " + c.name}
	if d.operative(i, c) {
		r.typ, r.mode = "ASSAULT", ""
	}
	if d.underway(i) {
		r.factuality = "ongoing"
	}
	return r
}

// operative reports whether a word before noun i makes it name an event by
// itself: "military operation", "anti-terrorist measures".
func (d *document) operative(i int, c *class) bool {
	if c.name != "operation" && c.name != "restriction" {
		return false
	}
	l := words()
	for _, k := range d.kids[i] {
		if r := d.s.Tokens[k].Rel; (r == language.Amod || r == language.Compound) && l.event(l.nouns[d.lemma[k]]) == nil && l.nouns[d.lemma[k]].meets(l.named["operative"]) {
			return true
		}
	}
	return false
}

// others adds what else i may name: by itself what a frame did not take, by its
// other frames. The model chooses.
func (d *document) others(i int, first reading) {
	v := d.entry(i)
	if first.kind == byOp || first.speaker {
		return
	}
	add := func(typ, mode string, k kind, noun int, rule string) {
		r := reading{typ: typ, mode: mode, factuality: "done", head: i, inner: i, noun: noun, kind: k, rule: rule, second: true}
		if r, ok := d.inflect(i, r); ok && r.typ != first.typ {
			d.readings = append(d.readings, r)
		}
	}
	l := words()
	nouns, _, n := d.nouns(i)
	for k := range v.frames {
		f := &v.frames[k]
		if f.typ == first.typ {
			continue
		}
		for _, x := range nouns[:n] {
			if l.nouns[d.lemma[x]].meets(f.classes) {
				add(f.typ, f.mode, byFrame, int(x), d.lemma[i]+" + "+f.line)
				break
			}
		}
	}
	if v.typ != "" && v.typ != first.typ {
		add(v.typ, v.mode, byVerb, -1, d.lemma[i])
	}
}

// ought reads what somebody says that another must do, whatever it is.
func (d *document) ought(i int) (reading, bool) {
	if _, _, must, _ := d.modality(i); !must || len(d.speakers(i)) == 0 || !known(d.people(d.subject(i))) {
		return reading{}, false
	}
	return reading{typ: "REQUEST", factuality: "done", head: i, inner: i, noun: -1, kind: byOp, speaker: true, rule: "must " + d.lemma[i]}, true
}

// isTime reports whether token i is part of a time expression.
func (d *document) isTime(i int) bool {
	times := d.Within(pacta.Time, pacta.Span{Start: d.s.Start, End: d.s.Tokens[i].End})
	for k := len(times) - 1; k >= 0; k-- {
		if times[k].Contains(d.span(i)) {
			return true
		}
	}
	return false
}

// opens reports whether i is the verb of a main clause that the lexicon does
// not know.
func (d *document) opens(i int) bool {
	t := &d.s.Tokens[i]
	return t.Head < 0 || t.Rel == language.Ccomp && d.s.Tokens[t.Head].Head < 0
}

// types are those of the ontology.
var types = [...]string{"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION",
	"MOBILIZE", "COERCE", "ASSAULT"}

// open adds a reading of each type for a verb that the lexicon does not know;
// the words around it have to speak for one of them.
func (d *document) open(i int) {
	if v := d.entry(i); v != nil && v.ops&opSay != 0 || d.subject(i) < 0 {
		return
	}
	for _, t := range types {
		d.readings = append(d.readings, reading{typ: t, factuality: "done", head: i, inner: i, noun: -1, kind: byWords, rule: "words around " + d.lemma[i]})
	}
}

// code returns the event that the verb or adjective i names with what depends
// on it, as it stands: with its auxiliaries and negation.
func (d *document) code(i, depth int) (reading, bool) {
	v := d.entry(i)
	if v == nil || depth > 3 {
		return reading{}, false
	}
	r, ok := d.operate(i, v, depth)
	if !ok {
		r, ok = d.plain(i, v)
	}
	if !ok {
		return r, false
	}
	return d.inflect(i, r)
}

// entry returns what the lexicon knows of i, first with its particle or
// preposition.
func (d *document) entry(i int) *verb {
	l := words()
	if d.s.Tokens[i].UPOS == language.ADJ {
		if v := l.verbs[[2]string{d.lemma[i]}]; v != nil && v.ops&(opReady|opRefuse) != 0 {
			return &verb{ops: v.ops}
		}
		return nil
	}
	for _, k := range d.kids[i] {
		t := &d.s.Tokens[k]
		var p string
		switch {
		case t.Rel == language.CompoundPrt, t.Rel == language.Advmod && (t.UPOS == language.ADP || t.UPOS == language.ADV):
			p = d.lemma[k]
		case t.Rel.Base() == language.Obl && !d.isTime(int(k)):
			p = d.preposition(int(k))
		}
		if p == "" {
			continue
		}
		if v := l.verbs[[2]string{d.lemma[i], p}]; v != nil {
			return v
		}
	}
	return l.verbs[[2]string{d.lemma[i]}]
}

// plain reads i by its frames and as a word that bears on a noun, first with
// what it acts on, then with what is said beside it; at last by itself.
func (d *document) plain(i int, v *verb) (reading, bool) {
	if d.lemma[i] == "call" && d.child(i, language.Xcomp) >= 0 {
		return reading{}, false // gives something a name
	}
	nouns, objects, n := d.nouns(i)
	if r, ok := d.jointly(i, nouns[:objects]); ok {
		return r, true
	}
	if r, ok := d.framed(i, v, nouns[:objects], true); ok {
		return r, true
	}
	if r, ok := d.operateNoun(i, v, nouns[:n]); ok {
		return r, true
	}
	if r, ok := d.lent(i, v, nouns[:objects]); ok {
		return r, true
	}
	if r, ok := d.framed(i, v, nouns[objects:n], false); ok {
		return r, true
	}
	if v.typ != "" {
		return reading{typ: v.typ, mode: v.mode, factuality: "done", head: i, inner: i, noun: -1, rule: d.lemma[i]}, true
	}
	return d.lent(i, v, nouns[objects:n])
}

// jointly reads what two do together, whatever it is: "jointly arrested", "a
// joint patrol".
func (d *document) jointly(i int, nouns []int32) (reading, bool) {
	r := reading{typ: "COOPERATE", factuality: "done", head: i, inner: i, noun: -1, kind: byFrame, rule: d.lemma[i] + " jointly"}
	if d.hasChild(i, "together", "jointly") && d.child(i, language.Nsubj, language.NsubjPass) >= 0 {
		return r, true
	}
	l := words()
	for _, x := range nouns {
		if c := l.event(l.nouns[d.lemma[x]]); c != nil && c.typ != "ASSAULT" && c.typ != "COOPERATE" {
			continue
		}
		for _, k := range d.kids[x] {
			if l.nouns[d.lemma[k]].meets(l.named["joint"]) && l.nouns[d.lemma[x]].meets(l.named["operation"]) {
				r.noun = int(x)
				return r, true
			}
		}
	}
	return r, false
}

// framed reads i by the first frame that fits one of nouns.
func (d *document) framed(i int, v *verb, nouns []int32, objects bool) (reading, bool) {
	l := words()
	for _, x := range nouns {
		c := l.nouns[d.lemma[x]]
		for k := range v.frames {
			f := &v.frames[k]
			if c.meets(f.classes) || f.any && objects || f.who && objects && d.child(int(x), language.NmodPoss) < 0 && known(d.people(int(x))) {
				d.consumed[x] = true
				return reading{typ: f.typ, mode: f.mode, factuality: "done", head: i, inner: i, noun: int(x), kind: byFrame, rule: d.lemma[i] + " + " + f.line}, true
			}
		}
	}
	return reading{}, false
}

// lent reads i as a verb that lends its form to an event noun among nouns.
func (d *document) lent(i int, v *verb, nouns []int32) (reading, bool) {
	if v.ops&opLight == 0 {
		return reading{}, false
	}
	l := words()
	for _, x := range nouns {
		if d.aside(i, int(x)) {
			continue
		}
		if c := l.event(l.nouns[d.lemma[x]]); c != nil {
			d.consumed[x] = true
			return reading{typ: c.typ, mode: c.mode, factuality: "done", head: i, inner: i, noun: int(x), kind: byLight, rule: d.lemma[i] + " + noun " + c.name}, true
		}
	}
	return reading{}, false
}

// aside reports whether noun x stands in a phrase beside the verb i, which
// lends it no form: "took part" is, "took into account" is not.
func (d *document) aside(i, x int) bool {
	for x >= 0 && d.s.Tokens[x].Head != i {
		x = d.s.Tokens[x].Head
	}
	if x < 0 || d.s.Tokens[x].Rel != language.Obl {
		return false
	}
	p := d.preposition(x)
	return p != "in" || d.lemma[i] == "take" && d.child(i, language.Obj) < 0
}

// nouns returns the nouns that i acts on or is said of, the nearest first: its
// object, its subject where that is acted on, what they consist of, then its
// other phrases.
func (d *document) nouns(i int) (out [16]int32, objects, n int) {
	add := func(k int32) {
		if n < len(out) {
			out[n] = k
			n++
		}
	}
	phrase := func(k int) {
		add(int32(k))
		for _, m := range d.kids[k] {
			switch d.s.Tokens[m].Rel {
			case language.Compound, language.Conj, language.Amod:
				add(m)
			case language.Nmod:
				if p := d.preposition(int(m)); p == "of" || p == "in" || p == "for" {
					add(m)
					for _, q := range d.kids[m] {
						if r := d.s.Tokens[q].Rel; r == language.Compound || r == language.Amod {
							add(q)
						}
					}
				}
			}
		}
	}
	for _, k := range d.kids[i] {
		if r := d.s.Tokens[k].Rel; r == language.Obj || r == language.NsubjPass || r == language.Iobj {
			phrase(int(k))
		}
	}
	if d.s.Tokens[i].Rel == language.Acl && d.s.Tokens[i].XPOS == language.TagVBN {
		add(int32(d.s.Tokens[i].Head))
	}
	if n == 0 && d.s.Tokens[i].XPOS == language.TagVBG && i+1 < len(d.s.Tokens) && d.isNoun(i+1) && d.s.Tokens[i+1].Head != i {
		phrase(i + 1) // "freezing participation", where the tree parts them
	}
	objects = n
	for _, k := range d.kids[i] {
		switch r := d.s.Tokens[k].Rel; {
		case r == language.Nsubj:
			phrase(d.relative(int(k), i))
		case r == language.Obl, r == language.Xcomp && d.isNoun(int(k)):
			phrase(int(k))
		}
	}
	if d.s.Tokens[i].Rel == language.Xcomp {
		if k := d.subject(i); k >= 0 {
			phrase(k)
		}
	}
	return out, objects, n
}
