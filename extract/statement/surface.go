package statement

import (
	"pacta"
	"pacta/language"
)

// surface finds the content of a verb of saying by the order of the words, for
// trees that took it apart otherwise: "V that …", "…, NP V.", "NP V …".
func (d *document) surface(t *tree, v int, e *entry) (content, bool) {
	if e.frames&clause == 0 {
		return content{}, false
	}
	x := t.Tokens[v].XPOS
	if x == language.TagVB && !t.modal(v) {
		return content{}, false
	}
	end := t.stop(v+1, d)
	if k := t.thatAfter(v, end, e.frames&tell != 0); k > 0 {
		return content{frame: clause, first: k, spans: spans(t.span(k, end)), rule: "clause, by order"}, true
	}
	if !sayers[e.lemma] && e.kind != "claims" && e.kind != "denies" && e.kind != "warns" {
		return content{}, false
	}
	if x != language.TagVBD && x != language.TagVBZ && x != language.TagVBP && !t.modal(v) {
		return content{}, false
	}
	if c := t.commaBefore(v); c > 2 && c+2 < v && closing(t.low[c+1]) && d.level(t, c) >= 0 && d.quotes[d.level(t, c)].Parent == d.level(t, v) && t.finite(0, c) && t.phrase(c+2, t.beforeAux(v)) && d.sameLevel(t, 0, c, v) {
		return content{frame: clause, rule: "clause before the cue, by order", spans: spans(t.span(t.lead(c), c+2)), source: t.span(c+2, t.beforeAux(v))}, true
	} else if c > 2 && t.finite(0, c) && t.phrase(c+1, t.beforeAux(v)) && d.level(t, c) == d.level(t, v) && d.sameLevel(t, 0, c, v) {
		if k := t.resumes(v); k > 0 && d.sameLevel(t, k, len(t.Tokens)-1, v) {
			return content{frame: clause, rule: "clause around the cue, by order", source: t.span(c+1, t.beforeAux(v)),
				spans: []pacta.Span{t.span(t.lead(c), c), t.span(k, len(t.Tokens))}}, true
		}
		if subordinate[t.low[0]] {
			return content{}, false // "When asked, he said …": what is said comes behind
		}
		return content{frame: clause, rule: "clause before the cue, by order", spans: spans(t.span(t.lead(c), c)), source: t.span(c+1, t.beforeAux(v))}, true
	}
	if c, ok := d.around(t, v); ok {
		return c, true
	}
	if sayers[e.lemma] && t.finite(v+1, end) && end > v+3 && !t.edge(v+1) && startsClause(t.Tokens[v+1].UPOS) && d.level(t, v+1) == d.level(t, v) {
		k := t.afterTime(v + 1)
		return content{frame: clause, first: k, spans: spans(t.span(k, end)), rule: "bare clause, by order"}, true
	}
	return content{}, false
}

// around reads a cue clause between commas, or one that ends the sentence with
// the verb first: "The road, officials said, is shut", "The road is shut, said Ana Brun".
func (d *document) around(t *tree, v int) (content, bool) {
	first := t.beforeAux(v)
	if s := t.find(v, language.Nsubj); s >= 0 && s < v && t.find(v, language.Obj) > v {
		return content{}, false // "Oslo, which knew it, recalled its envoy"
	}
	if v > 2 && t.low[v-1] == "," && v+1 < len(t.Tokens) && startsClause(t.Tokens[v+1].UPOS) && t.finite(0, v-1) && d.sameLevel(t, 0, v-1, v) {
		end := d.phraseEnd(t, v+1)
		if k := end; k < len(t.Tokens) && t.Tokens[k].UPOS == language.VERB {
			return content{}, false
		}
		if who := t.span(v+1, end); !who.IsZero() && t.Tokens[end-1].UPOS != language.VERB {
			return content{frame: clause, rule: "clause before the cue, by order", spans: spans(t.span(t.lead(v-1), v-1)), source: who}, true
		}
	}
	c := t.commaBefore(v)
	if c < 1 || c+1 >= first || !t.phrase(c+1, first) {
		return content{}, false
	}
	if k := t.resumes(v); k > 0 && !t.finite(0, c) && d.sameLevel(t, 0, len(t.Tokens)-1, v) {
		return content{frame: clause, rule: "clause around the cue, by order", source: t.span(c+1, first),
			spans: []pacta.Span{t.span(t.lead(c), c), t.span(k, len(t.Tokens))}}, true
	}
	return content{}, false
}

// interrupting reads ", officials said," in the middle of a sentence, whatever
// the tree makes of it.
func (d *document) interrupting(t *tree, v int, e *entry) (content, bool) {
	first := t.beforeAux(v)
	c := t.commaBefore(v)
	if !sayers[e.lemma] || c < 1 || c+1 >= first || d.level(t, c) != d.level(t, v) || !t.phrase(c+1, first) || t.finite(0, c) || subordinate[t.low[0]] {
		return content{}, false
	}
	k := t.resumes(v)
	if k == 0 || !d.sameLevel(t, 0, len(t.Tokens)-1, v) {
		return content{}, false
	}
	switch t.Tokens[0].UPOS {
	case language.ADP, language.VERB: // "In a letter, he said, …" names the occasion
		return content{}, false
	}
	return content{frame: clause, rule: "clause around the cue, by order", source: t.span(c+1, first),
		spans: []pacta.Span{t.span(t.lead(c), c), t.span(k, len(t.Tokens))}}, true
}

// subordinate opens an adverbial clause.
var subordinate = set("when while though although if as after before since because even until once unless whereas")

// resumes returns the token behind the comma after the cue v where what was
// interrupted goes on, 0 if it does not.
func (t *tree) resumes(v int) int {
	for k := v + 1; k < len(t.Tokens)-2 && k < v+9; k++ {
		if u := t.Tokens[k].UPOS; u == language.VERB || u == language.AUX || t.low[k] == "that" {
			return 0
		}
		if t.low[k] == "," {
			if t.Tokens[k+1].XPOS != language.TagVBG && t.finite(k+1, len(t.Tokens)) && !t.is(k+1, language.Cc) && t.low[k+1] != "who" && t.low[k+1] != "which" {
				return k + 1
			}
			return 0
		}
	}
	return 0
}

func startsClause(u language.UPOS) bool {
	switch u {
	case language.DET, language.PRON, language.PROPN, language.NOUN, language.ADJ, language.NUM:
		return true
	}
	return false
}

// modal reports whether v has an auxiliary.
func (t *tree) modal(v int) bool { return t.find(v, language.Aux) >= 0 }

// thatAfter returns the token "that" which opens a clause behind v, over an
// addressee and adverbials; 0 if there is none.
func (t *tree) thatAfter(v, end int, addressee bool) int {
	if v+1 < end && t.low[v+1] != "that" && !addressee && startsClause(t.Tokens[v+1].UPOS) && !weekdays[t.low[v+1]] {
		return 0 // "blamed the polls that …": the object of another frame
	}
	for k := v + 1; k < end && k < v+14; k++ {
		switch {
		case t.low[k] == "that" && t.Tokens[k].XPOS != language.TagDT && t.finite(k+1, end),
			t.low[k] == "that" && k <= v+2 && t.Tokens[k].UPOS == language.SCONJ, t.low[k] == "that" && k == v+1 && t.hasVerb(k+2, end):
			return k
		case t.Tokens[k].UPOS == language.VERB || t.low[k] == ";" || t.low[k] == ":":
			return 0
		}
	}
	return 0
}

// finite reports whether a finite verb stands in [first, last).
func (t *tree) finite(first, last int) bool {
	for i := first; i < last; i++ {
		switch t.Tokens[i].XPOS {
		case language.TagVBD, language.TagVBZ, language.TagVBP, language.TagMD:
			return true
		}
	}
	return false
}

// commaBefore returns the comma before the subject of v, -1 if there is none.
func (t *tree) commaBefore(v int) int {
	for k := v - 1; k >= 0 && k > v-25; k-- {
		switch {
		case t.low[k] == ",":
			return k
		case t.Tokens[k].UPOS == language.VERB || t.low[k] == ";":
			return -1
		}
	}
	return -1
}

// beforeAux returns the first token of the verb group of v.
func (t *tree) beforeAux(v int) int {
	for v > 0 && (t.Tokens[v-1].UPOS == language.AUX || t.Tokens[v-1].UPOS == language.ADV) {
		v--
	}
	return v
}

// lead skips a dateline or conjunction at the start of a sentence.
func (t *tree) lead(to int) int {
	if t.Tokens[0].UPOS == language.CCONJ && to > 3 {
		return 1
	}
	return 0
}

// afterTime skips a weekday or date behind the verb: "said Friday the border …".
func (t *tree) afterTime(k int) int {
	for k < len(t.Tokens)-2 && (weekdays[t.low[k]] || t.is(k, language.OblTmod)) {
		k++
	}
	return k
}

// stop returns where the content that begins at token from ends: at a quotation
// mark that closes the level, at a semicolon, at what belongs to the cue again.
func (t *tree) stop(from int, d *document) int {
	n := len(t.Tokens)
	for n > from && isPunct(&t.Tokens[n-1]) && !closing(t.low[n-1]) {
		n--
	}
	if from >= n {
		return n
	}
	level := d.level(t, from-1)
	for i := from; i < n; i++ {
		if l := d.level(t, i); l != level && level >= 0 && (l < 0 || d.quotes[l].Parent != level) {
			return i
		}
		if t.low[i] == ";" || t.low[i] == "according" {
			return i
		}
	}
	return t.tail(from, n)
}

// sameLevel reports whether the tokens [first, last) stand in no other
// quotation than v, or in one within it.
func (d *document) sameLevel(t *tree, first, last, v int) bool {
	level := d.level(t, v)
	for i := first; i < last; i++ {
		if l := d.level(t, i); l != level && (l < 0 || d.quotes[l].Parent != level) {
			return false
		}
	}
	return true
}

// tail returns where [from, n) ends when what names the occasion of the speech
// is left out: "… while speaking in Oslo", "… in an interview with the paper".
func (t *tree) tail(from, n int) int {
	for i := from + 3; i < n; i++ {
		switch t.low[i] {
		case "while", "when":
			if i+1 < n && t.Tokens[i+1].XPOS == language.TagVBG && (participles[t.Tokens[i+1].Lemma] || occasions[t.Tokens[i+1].Lemma]) {
				return i
			}
		case "in", "during", "at", "on":
			for k := i + 1; k < n && k < i+5; k++ {
				if t.Tokens[k].UPOS == language.NOUN && strictVenues[fold(t.Tokens[k].Lemma)] && !t.finite(k, n) {
					return i
				}
			}
		case ",":
			if i+1 < n && t.Tokens[i+1].XPOS == language.TagVBG && participles[t.Tokens[i+1].Lemma] || t.turns(i+1, n) || t.another(i+1, n) {
				return i
			}
		case "--", "―", "—":
			if t.dashes(from, n) == 1 && t.Tokens[i].Start > 0 && i+3 < n {
				return i
			}
		}
	}
	return n
}

// turns reports whether ", but he …" begins at token i: the reporter speaks
// again of whom was quoted.
func (t *tree) turns(i, n int) bool {
	switch t.word(i) {
	case "but", "although", "though":
	default:
		return false
	}
	if w := t.word(i + 1); w != "he" && w != "she" && w != "they" && w != "it" {
		return false
	}
	for k := i + 2; k < n && k < i+6; k++ {
		if u := t.Tokens[k].UPOS; u == language.VERB {
			e := cues().verb(t, k)
			return e != nil
		}
	}
	return false
}

// another reports whether "…, and Oslo urged …" begins at token i: somebody else
// speaks, who is named.
func (t *tree) another(i, n int) bool {
	k := i + 1
	for k < n && t.Tokens[k].UPOS == language.PROPN {
		k++
	}
	if t.word(i) != "and" || k == i+1 || k+1 >= n || t.Tokens[k].XPOS != language.TagVBD || t.Tokens[k].UPOS != language.VERB {
		return false
	}
	e := cues().verb(t, k)
	return e != nil && (sayers[e.lemma] || e.kind == "demands" || e.kind == "denies" || e.kind == "accuses")
}

func (t *tree) dashes(from, n int) int {
	c := 0
	for i := from; i < n; i++ {
		if w := t.low[i]; w == "--" || w == "―" || w == "—" {
			c++
		}
	}
	return c
}

var occasions = set("address answer talk meet visit brief open attend receive")
var strictVenues = set("interview briefing statement conference tweet telegram post speech")
