package statement

import (
	"pacta"
	"pacta/language"
)

// A content is what a cue says, with the frame by which it was found.
type content struct {
	frame     frame
	prep      string
	first     int
	spans     []pacta.Span
	addressee pacta.Span
	source    pacta.Span // where the order of the words shows it
	rule      string
}

// contents lists what may be the content of the cue verb v, one for each frame.
func (d *document) contents(t *tree, v int, e *entry, passive bool) []content {
	out := d.contentBuffer[:0]
	if c, ok := d.interrupting(t, v, e); ok {
		out = append(out, c)
		d.contentBuffer = out
		return out
	}
	if c, ok := t.clauseOf(v, e, passive); ok {
		out = append(out, c)
	} else if c, ok := d.surface(t, v, e); ok {
		out = append(out, c)
	}
	if e.frames&objectInfinitive != 0 {
		if c, ok := t.objectWith(v, objectInfinitive, passive); ok {
			out = append(out, c)
		}
	}
	if e.frames&(objectAs|objectAdjective) != 0 {
		if c, ok := t.objectWith(v, e.frames&(objectAs|objectAdjective), passive); ok {
			out = append(out, c)
		}
	}
	if e.frames&infinitive != 0 {
		if x := t.find(v, language.Xcomp, language.Ccomp); x > v && t.infinitive(x) {
			out = append(out, content{frame: infinitive, first: t.first[x], spans: spans(t.span(t.first[x], t.last[x])), rule: "infinitive"})
		}
	}
	if e.frames&preposition != 0 {
		if c, ok := t.prepositional(v, e); ok {
			out = append(out, c)
		}
	}
	if e.frames&object != 0 && !passive && !(len(out) > 0 && out[0].frame == clause && sayers[e.lemma]) {
		if c, ok := t.objectOf(v, e); ok {
			out = append(out, c)
		}
	}
	for i := range out {
		if c := &out[i]; c.frame != clause && c.frame != infinitive && len(c.spans) == 1 {
			c.spans[0] = t.runOn(v, c.spans[0])
		}
	}
	d.contentBuffer = out
	return out
}

func spans(s pacta.Span) []pacta.Span { return []pacta.Span{s} }

// clauseOf finds a clause: a complement of v, or the clause that v interrupts or ends.
func (t *tree) clauseOf(v int, e *entry, passive bool) (content, bool) {
	if e.frames&clause == 0 {
		return content{}, false
	}
	c := content{frame: clause, rule: "clause"}
	if o := t.find(v, language.Obj, language.Iobj); o >= 0 && e.frames&tell != 0 {
		c.addressee = t.sourceSpan(o, v)
	}
	x := t.find(v, language.Ccomp, language.Csubj, language.CsubjPass)
	for y := t.child[v]; y >= 0 && x < 0; y = t.next[y] {
		if w := t.low[t.first[y]]; y > v && t.is(y, language.Advcl) && (w == "whether" || w == "that") {
			x = y
		}
	}
	if x >= 0 {
		if t.infinitive(x) && e.frames&infinitive == 0 {
			return content{}, false
		}
		first, last := t.first[x], t.last[x]
		if x < v && last > v {
			last = v
		}
		if x < v {
			// What was fronted ends before the subject.
			if s := t.find(v, language.Nsubj); s >= 0 && t.first[s] > x && t.first[s] < last {
				last = t.first[s]
			}
		}
		c.first, c.spans = first, spans(t.span(first, last))
		return c, !c.spans[0].IsZero() && (x > v || e.frames&weak == 0 || sayers[e.lemma])
	}
	if h := t.Tokens[v].Head; h >= 0 && t.rel(v) == language.Parataxis && t.find(v, language.Nsubj) >= 0 && (e.frames&weak == 0 || sayers[e.lemma]) {
		c.first, c.rule = t.first[h], "clause around the cue"
		if s := t.span(t.first[h], min(t.first[v], t.last[h])); t.first[v] > t.first[h] && !s.IsZero() {
			c.spans = append(c.spans, s)
		}
		if s := t.span(t.last[v], t.last[h]); t.last[v] < t.last[h] && !s.IsZero() {
			c.spans = append(c.spans, s)
		}
		return c, len(c.spans) > 0 && t.last[h]-t.first[h]-(t.last[v]-t.first[v]) > 2
	}
	return content{}, false
}

// objectWith finds an object with its predicate: "urge Baku to sign", "call it a
// mistake", "describe it as wrong".
func (t *tree) objectWith(v int, f frame, passive bool) (content, bool) {
	o := t.find(v, language.Obj, language.Iobj)
	if passive {
		o = t.find(v, language.NsubjPass)
	}
	c := content{frame: f, rule: "object with predicate"}
	for x := t.child[v]; x >= 0; x = t.next[x] {
		if x < v {
			continue
		}
		good := f&objectInfinitive != 0 && t.is(x, language.Xcomp, language.Ccomp, language.Advcl) && t.infinitive(x) ||
			f&objectAs != 0 && t.is(x, language.Obl, language.Advcl, language.Xcomp) && t.caseOf(x) == "as" ||
			f&objectAdjective != 0 && (t.is(x, language.Xcomp) && !t.infinitive(x) || t.is(x, language.Ccomp) && t.find(x, language.Nsubj) > v)
		if !good {
			continue
		}
		last := t.last[x]
		switch {
		case o < 0 && t.is(x, language.Ccomp):
			c.first, c.spans = t.first[x], spans(t.span(t.first[x], last))
		case o < 0:
			continue
		case passive && o < v:
			c.first, c.spans = t.first[o], append(spans(t.span(t.first[o], min(t.last[o], v))), t.span(t.first[x], last))
		case o < v:
			continue
		default:
			c.first, c.spans = t.first[o], spans(t.span(t.first[o], last))
		}
		return c, true
	}
	return c, false
}

// prepositional finds a phrase behind one of the prepositions of e.
func (t *tree) prepositional(v int, e *entry) (content, bool) {
	for x := t.child[v]; x >= 0; x = t.next[x] {
		if x < v || !t.is(x, language.Obl, language.Advcl, language.Xcomp, language.Nmod, language.Obj) {
			continue
		}
		p := t.caseOf(x)
		if p == "" || !e.takes(p) {
			continue
		}
		first := t.first[x] + 1
		for first < x && t.low[first-1] != p {
			first++
		}
		c := content{frame: preposition, prep: p, first: first, rule: "phrase after " + p}
		if o := t.find(v, language.Obj); o > v && o < x {
			c.prep = ""
			c.addressee = t.sourceSpan(o, v)
		}
		last := t.last[x]
		// "called for Baku to sign": the infinitive may hang on the verb.
		if n := t.next[x]; n >= 0 && t.is(n, language.Xcomp, language.Advcl) && t.infinitive(n) && t.first[n] == last {
			last = t.last[n]
		}
		c.spans = spans(t.span(first, last))
		return c, !c.spans[0].IsZero()
	}
	return content{}, false
}

// objectOf finds the direct object with what belongs to it: "criticised the
// minister for his words".
func (t *tree) objectOf(v int, e *entry) (content, bool) {
	o := t.find(v, language.Obj)
	if o < v {
		return content{}, false
	}
	last := t.last[o]
	for x := t.next[o]; x >= 0; x = t.next[x] {
		if p := t.caseOf(x); t.is(x, language.Obl, language.Advcl, language.Nmod) && t.first[x] <= last+1 && governed[p] && (e.kind == "accuses" || e.kind == "demands" || e.kind == "claims" || e.as(object, "").stance == "praises" || p == "as") {
			last = t.last[x]
			continue
		}
		break
	}
	c := content{frame: object, first: t.first[o], spans: spans(t.span(t.first[o], last)), rule: "object"}
	return c, !c.spans[0].IsZero()
}

// governed are prepositions that carry the reproach or the wish on.
var governed = set("for as of over against about from to with by on")

// extend lets a clause behind the cue v run on to the end of the sentence, where
// the tree cut it short. It stops before what belongs to the cue: another cue
// with the same speaker, where and when it was said, a participle of saying.
func (t *tree) extend(v int, s pacta.Span) pacta.Span {
	k := t.at(s.End)
	n := len(t.Tokens)
	for n > 0 && (t.edge(n-1) || isPunct(&t.Tokens[n-1])) {
		n--
	}
	if k >= n || t.Tokens[v].Rel == language.AclRelcl {
		return s // "The ministry, which said that it knew nothing, apologised"
	}
	for i := k; i < n; i++ {
		w := t.low[i]
		if w == "\"" || w == "“" || w == "”" || w == ";" || w == ")" || w == "''" || w == "``" || w == "according" {
			return s
		}
		if i <= k+3 && (venue(t, i) || t.Tokens[i].UPOS == language.VERB && t.Tokens[i].XPOS == language.TagVBG && participles[t.Tokens[i].Lemma]) {
			return s
		}
	}
	j := k
	if t.edge(j) {
		j++
	}
	if t.Tokens[j].UPOS == language.CCONJ {
		for i := j + 1; i < n; i++ {
			if t.Tokens[i].UPOS == language.VERB && t.Tokens[i].Head == v {
				return s
			}
		}
	}
	if t.Tokens[j].Head == v && (t.is(j, language.OblTmod, language.Advmod) || t.is(j, language.NmodUnmarked)) {
		return s
	}
	return pacta.Span{Start: s.Start, End: t.Tokens[n-1].End}
}

// runOn lets an object run on to the next comma or the end of the sentence,
// where the tree hung the rest of the phrase elsewhere; where the object was
// cut in a list of quoted words it takes all of them.
func (t *tree) runOn(v int, s pacta.Span) pacta.Span {
	k := t.at(s.End)
	for i := k; i < len(t.Tokens); i++ {
		x := &t.Tokens[i]
		w := t.low[i]
		switch {
		case t.edge(i) || w == "(" || w == "“" || w == "\"" || w == "”" || w == "''" || w == "``" || x.UPOS == language.SCONJ && w != "of" || w == "according":
			return s
		case (x.UPOS == language.VERB || x.UPOS == language.AUX) && (x.XPOS == language.TagVBD || x.XPOS == language.TagVBZ || x.XPOS == language.TagVBP || x.XPOS == language.TagMD):
			return s
		case x.UPOS == language.CCONJ, venue(t, i), w == "on" || w == "in" || w == "at" || w == "during" || w == "after" || w == "before" || w == "since" || w == "until":
			return s
		}
		s.End = x.End
	}
	return s
}

var participles = set("say add cite note refer speak point argue explain warn call claim comment respond reply answer quote mention stress emphasize tell write describe accuse urge insist")

// venue reports whether the phrase at token i names when or where something was said.
func venue(t *tree, i int) bool {
	h := i
	if t.is(i, language.Case) {
		h = t.Tokens[i].Head
	}
	return h >= 0 && venues[fold(t.Tokens[h].Lemma)] || weekdays[t.low[i]]
}

var venues = set("statement interview briefing conference tweet speech letter remark comment rally debate email e-mail post meeting session report article testimony address television radio telegram facebook twitter hearing visit morning afternoon evening night")
var weekdays = set("monday tuesday wednesday thursday friday saturday sunday yesterday today")
