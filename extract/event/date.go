package event

import (
	"strings"

	"pacta"
	"pacta/language"
)

// date returns when r is done: the time that its clause names, else that of
// the sentence, else the day that the text told of just before. The day of
// publication alone is no answer.
func (d *document) date(r *reading) (pacta.Arg, bool) {
	sentence := pacta.Span{Start: d.s.Start, End: d.s.End}
	i := cueToken(r)
	var best *pacta.Annotation
	cost := 1 << 20
	times := d.Within(pacta.Time, sentence)
	for k := range times {
		t := &times[k]
		if t.Type != "DATE" && t.Type != "TIME" || edtfOf(t) == "" || d.namesInstrument(t) {
			continue
		}
		if c := d.distance(i, t); c < cost {
			best, cost = t, c
		}
	}
	if best != nil {
		return pacta.Arg{Role: "date", Span: best.Span, Value: edtfOf(best)}, true
	}
	if d.underway(i) && d.Doc.Published.Value != "" {
		return pacta.Arg{Role: "date", Value: day(d.Doc.Published.Value)}, true
	}
	if r.typ == "CONSULT" && r.kind == byNoun && d.atSpeech(i) {
		return pacta.Arg{Role: "date", Value: d.peg}, d.peg != ""
	}
	if d.told && d.past(i) {
		return pacta.Arg{Role: "date", Value: d.narrative}, true
	}
	return pacta.Arg{}, false
}

// namesInstrument reports whether t is a part of the name of an instrument:
// "suspended the treaty of 1960" did not happen in 1960.
func (d *document) namesInstrument(t *pacta.Annotation) bool {
	ms := d.Within(pacta.Mention, pacta.Span{Start: d.s.Start, End: t.End})
	for k := range ms {
		if ms[k].Type == "instrument" && ms[k].Start < t.Start && ms[k].Contains(t.Span) {
			return true
		}
	}
	return false
}

// atSpeech reports whether somebody speaks at the event that noun i names.
func (d *document) atSpeech(i int) bool {
	h := d.s.Tokens[i].Head
	if h < 0 || !during[d.preposition(i)] {
		return false
	}
	v := d.entry(h)
	return v != nil && v.ops&opSay != 0
}

// leads is in how many sentences a report says when its speakers spoke.
const leads = 4

// lead keeps the day on which, as the first sentences say, somebody spoke: what
// is told later without a date was said then.
func (d *document) lead() {
	root := d.s.Root()
	v := d.entry(root)
	if d.peg != "" || v == nil || v.ops&opSay == 0 {
		return
	}
	times := d.Within(pacta.Time, pacta.Span{Start: d.s.Start, End: d.s.End})
	for k := range times {
		if e := edtfOf(&times[k]); len(e) == len("2006-01-02") {
			if at := d.tokenAt(times[k].Start); at >= 0 && (d.s.Tokens[at].Head == root || d.distance(root, &times[k]) < 5) {
				d.peg = e
				return
			}
		}
	}
}

func edtfOf(t *pacta.Annotation) string {
	if e := t.ValueOf("edtf"); e != "" {
		return e
	}
	return ""
}

func day(published string) string {
	if len(published) > 10 && published[10] == 'T' {
		return published[:10]
	}
	return published
}

// underway reports whether the clause of i says that it is done now.
func (d *document) underway(i int) bool {
	for _, k := range [2]int{i, d.s.Tokens[i].Head} {
		if k < 0 {
			continue
		}
		if d.lemma[k] == "underway" || d.hasChild(k, "underway", "currently", "now", "presently") {
			return true
		}
	}
	return false
}

// past reports whether i or the verb above it stands in a past tense.
func (d *document) past(i int) bool {
	for k := i; k >= 0; k = d.s.Tokens[k].Head {
		if d.isVerb(k) {
			x := d.s.Tokens[k].XPOS
			return x == language.TagVBD || x == language.TagVBN || d.hasChild(k, "have", "be") && x != language.TagVBG
		}
	}
	return false
}

// dated reports whether a time hangs on the noun of r.
func (d *document) dated(r *reading) bool {
	times := d.Within(pacta.Time, d.clause(r.noun))
	for k := range times {
		if edtfOf(&times[k]) != "" {
			return true
		}
	}
	return false
}

// distance says how far the time t is from token i: what hangs on i is near,
// what hangs on a verb above it less so, another clause is far.
func (d *document) distance(i int, t *pacta.Annotation) int {
	at := d.tokenAt(t.Start)
	if at < 0 {
		return 1 << 19
	}
	top := at
	for d.s.Tokens[top].Head >= 0 && t.Contains(d.span(d.s.Tokens[top].Head)) {
		top = d.s.Tokens[top].Head
	}
	steps, cost := 0, 0
	for k := d.s.Tokens[top].Head; k >= 0; k = d.s.Tokens[k].Head {
		if k == i {
			return cost + steps
		}
		steps++
		if clausal(d.s.Tokens[k].Rel) {
			cost += 10
		}
	}
	for up, k := 0, d.s.Tokens[i].Head; k >= 0; k = d.s.Tokens[k].Head {
		up++
		if k == d.s.Tokens[top].Head {
			return 5 + 3*up
		}
	}
	return 100 + abs(at-i)
}

// tokenAt returns the token that holds or follows the byte at.
func (d *document) tokenAt(at int) int {
	for i := range d.s.Tokens {
		if d.s.Tokens[i].End > at {
			return i
		}
	}
	return -1
}

// remember keeps the day that the current sentence told of for the sentences
// after it in the same paragraph.
func (d *document) remember() {
	times := d.Within(pacta.Time, pacta.Span{Start: d.s.Start, End: d.s.End})
	for k := range times {
		if e := edtfOf(&times[k]); e != "" && times[k].Type == "DATE" && len(e) >= 7 {
			d.narrative, d.told = e, true
		}
	}
	if strings.Contains(d.between(), "\n") {
		d.told = false
	}
}

// between returns what stands between this sentence and the next.
func (d *document) between() string {
	k := d.SentenceAt(d.s.Start)
	if k < 0 || k+1 >= len(d.Sentences) {
		return "\n"
	}
	return d.Doc.Text[d.s.End:d.Sentences[k+1].Start]
}

// place returns where r is done: a place or state after "in" or "at" that hangs
// on its verb or noun.
func (d *document) place(r *reading) (pacta.Arg, bool) {
	for _, i := range [3]int{r.inner, r.head, r.noun} {
		if i < 0 {
			continue
		}
		for _, k := range d.kids[i] {
			rel := d.s.Tokens[k].Rel.Base()
			if rel != language.Obl && rel != language.Nmod {
				continue
			}
			if p := d.preposition(int(k)); p != "in" && p != "at" && p != "near" && p != "to" {
				continue
			}
			s := d.core(int(k))
			for _, m := range d.names.Within(s) {
				if m.End <= s.End && (m.Type == "place" || m.Type == "state") {
					return pacta.Arg{Role: "place", Span: m.Span, Value: m.Value}, true
				}
			}
		}
	}
	return pacta.Arg{}, false
}
