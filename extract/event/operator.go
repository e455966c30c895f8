package event

import "pacta/language"

// friendly and hostile are the types that a plan turns into a promise or into a
// threat.
var (
	friendly = map[string]bool{"AGREE": true, "CONSULT": true, "SUPPORT": true, "CONCEDE": true, "COOPERATE": true, "AID": true, "RETREAT": true}
	hostile  = map[string]bool{"THREATEN": true, "PROTEST": true, "SANCTION": true, "MOBILIZE": true, "COERCE": true, "ASSAULT": true}
)

// operate reads i as a word that plans, asks for, refuses, begins … another
// event, which its complement names.
func (d *document) operate(i int, v *verb, depth int) (reading, bool) {
	if d.isVerb(i) && v.ops&opReady != 0 {
		verbal := *v
		verbal.ops &^= opReady // "open to talks", but not "opened talks"
		v = &verbal
	}
	if v.ops&^(opSay|opLight) == 0 {
		return reading{}, false
	}
	j := d.complement(i)
	if j < 0 {
		return reading{}, false
	}
	inner, known := d.code(j, depth+1)
	d.consumed[j] = true
	r := reading{factuality: "done", head: i, inner: j, noun: inner.noun, kind: byOp, rule: d.lemma[i] + " to " + d.lemma[j]}
	if known {
		r.inner = inner.inner
	}
	negated := known && inner.factuality == "negated" || d.hasChild(j, "not", "never")
	switch {
	case v.ops&opDemand != 0:
		r.typ, r.mode = "REQUEST", requestMode(inner.typ)
	case v.ops&opRefuse != 0:
		if d.lemma[i] == "fail" && (!known || !friendly[inner.typ]) {
			return reading{}, false
		}
		r.typ, r.mode = "REJECT", requestMode(inner.typ)
	case v.ops&opThreat != 0 && v.ops&opPromise == 0:
		r.typ, r.mode = "THREATEN", threatMode(inner)
	case v.ops&opAllow != 0:
		r.typ = "CONCEDE"
	case v.ops&(opTry|opBegin) != 0:
		inner.head, inner.rule = i, r.rule
		return inner, known
	case v.ops&opStop != 0:
		return d.stop(r, inner, known)
	case v.ops&opPromise != 0:
		r.typ, r.mode = "AGREE", agreeMode(inner.typ)
		if known && hostile[inner.typ] && inner.typ != "MOBILIZE" && !negated && d.lemma[i] != "agree" {
			r.typ, r.mode = "THREATEN", threatMode(inner)
		}
	case known:
		return d.plan(r, inner, negated)
	case v.ops&opReady != 0 && willing[d.lemma[i]] && !negated:
		r.typ, r.factuality = "AGREE", "planned"
	default:
		return reading{}, false
	}
	return r, true
}

// willing are the adjectives that make whatever follows an offer.
var willing = map[string]bool{"willing": true, "ready": true, "prepared": true}

// complement returns the head of the clause that i governs, -1 if there is none.
func (d *document) complement(i int) int {
	for _, k := range d.kids[i] {
		t := &d.s.Tokens[k]
		switch t.Rel {
		case language.Xcomp, language.Ccomp:
			if d.isVerb(int(k)) || t.UPOS == language.ADJ || t.UPOS == language.NOUN {
				return int(k)
			}
		case language.Advcl, language.Acl:
			if int(k) > i && d.hasChild(int(k), "to") {
				return int(k)
			}
		}
	}
	return -1
}

// operateNoun reads "agreed to a ceasefire", "demanded the withdrawal".
func (d *document) operateNoun(i int, v *verb, nouns []int32) (reading, bool) {
	if v.ops&^(opSay|opLight|opTry|opBegin|opStop) == 0 || d.complement(i) >= 0 {
		return reading{}, false
	}
	l := words()
	r := reading{factuality: "done", head: i, inner: i, noun: -1, kind: byOp}
	var c *class
	for _, x := range nouns {
		if d.s.Tokens[x].Rel == language.Nsubj {
			continue
		}
		if c = l.event(l.nouns[d.lemma[x]]); c != nil {
			r.noun = int(x)
			break
		}
	}
	r.rule = d.lemma[i]
	typ := ""
	if c != nil {
		typ = c.typ
		r.rule += " + noun " + c.name
	}
	switch {
	case v.ops&opPromise != 0 && (c != nil || d.lemma[i] == "agree"):
		r.typ, r.mode = "AGREE", agreeMode(typ)
	case v.ops&opDemand != 0 && v.ops&opPlan == 0 && (c != nil || d.lemma[i] == "demand"):
		r.typ, r.mode = "REQUEST", requestMode(typ)
	case v.ops&opReady != 0 && c != nil && !d.isVerb(i), v.ops&opPlan != 0 && c != nil && schemes[d.lemma[i]]:
		return d.plan(r, reading{typ: c.typ, mode: c.mode}, false)
	case v.ops&opRefuse != 0 && c != nil:
		r.typ, r.mode = "REJECT", requestMode(typ)
	case v.ops&opThreat != 0 && c != nil:
		r.typ, r.mode = "THREATEN", threatMode(reading{typ: c.typ})
	default:
		return reading{}, false
	}
	if r.noun >= 0 {
		d.consumed[r.noun] = true
	}
	return r, true
}

// schemes are the verbs whose object is what somebody means to do.
var schemes = map[string]bool{"plan": true, "schedule": true, "prepare": true, "propose": true, "intend": true}

func (d *document) stop(r, inner reading, known bool) (reading, bool) {
	if !known {
		return r, false
	}
	switch inner.typ {
	case "PROTEST", "SANCTION", "COERCE":
		r.typ = "CONCEDE"
	case "ASSAULT", "MOBILIZE":
		r.typ = "RETREAT"
	default:
		r.typ = "SANCTION"
	}
	return r, true
}

// plan turns the event that somebody plans into a promise or a threat.
func (d *document) plan(r, inner reading, negated bool) (reading, bool) {
	r.factuality = "planned"
	switch {
	case friendly[inner.typ] && negated:
		r.typ = "REJECT"
	case friendly[inner.typ]:
		r.typ, r.mode = "AGREE", agreeMode(inner.typ)
	case hostile[inner.typ] && !negated:
		r.typ, r.mode = "THREATEN", threatMode(inner)
	case hostile[inner.typ]:
		r.typ = "AGREE"
	default:
		r.typ, r.mode = inner.typ, inner.mode
	}
	return r, true
}

// inflect applies the auxiliaries and the negation of i to r.
func (d *document) inflect(i int, r reading) (reading, bool) {
	will, may, must, negated := d.modality(i)
	switch {
	case must:
		r.typ, r.mode, r.speaker, r.factuality = "REQUEST", requestMode(r.typ), true, "done"
	case will && r.factuality == "done":
		inner := r
		r, _ = d.plan(r, inner, negated)
	case may:
		if hostile[r.typ] && !negated {
			r.typ, r.mode = "THREATEN", threatMode(r)
		}
		r.factuality = "conditional"
	case negated:
		r.factuality = "negated"
	}
	if k := d.child(i, language.Mark); k >= 0 && r.factuality != "negated" {
		if l := d.lemma[k]; l == "if" || l == "unless" || l == "whether" {
			r.factuality = "hypothetical"
		}
	}
	if r.factuality == "done" && d.s.Tokens[i].XPOS == language.TagVBG && d.child(i, language.Aux) >= 0 {
		r.factuality = "ongoing"
	}
	return r, true
}

// modality returns what the auxiliaries and adverbs of i say.
func (d *document) modality(i int) (will, may, must, negated bool) {
	for _, k := range d.kids[i] {
		switch d.s.Tokens[k].Rel {
		case language.Aux:
			switch d.lemma[k] {
			case "will", "would", "shall", "'ll", "wo":
				will = true
			case "may", "might", "could":
				may = true
			case "must", "should":
				must = true
			}
		case language.Advmod:
			switch d.lemma[k] {
			case "not", "never", "n't", "longer":
				negated = true
			}
		}
	}
	return will, may, must, negated
}

func agreeMode(inner string) string {
	switch inner {
	case "CONSULT":
		return "meet"
	case "CONCEDE", "RETREAT":
		return "yield"
	}
	return ""
}

func requestMode(inner string) string {
	switch inner {
	case "CONSULT":
		return "meet"
	case "CONCEDE", "RETREAT":
		return "yield"
	case "AID", "COOPERATE", "SUPPORT":
		return "assist"
	}
	return ""
}

func threatMode(inner reading) string {
	switch inner.typ {
	case "ASSAULT", "MOBILIZE":
		return "violence"
	case "SANCTION":
		return "relations"
	case "COERCE", "PROTEST":
		return "restrict"
	}
	return ""
}
