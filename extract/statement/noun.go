package statement

import (
	"pacta"
	"pacta/language"
)

// according reads "according to X": everything else of the clause is X's.
func (d *document) according(i int, t *tree, v int) {
	s := -1
	for c := t.child[v]; c >= 0; c = t.next[c] {
		if c > v+1 && !isPunct(&t.Tokens[c]) {
			s = c
			break
		}
	}
	if s < 0 && t.Tokens[v].Head > v {
		s = t.Tokens[v].Head // case marking: "according" hangs on the noun
	}
	if s < 0 || measures[t.low[s]] {
		return
	}
	first, last := v, t.last[s]
	if t.Tokens[v].Head != s {
		last = max(t.last[v], last)
	}
	h := t.Tokens[v].Head
	if h == s {
		h = t.Tokens[s].Head
	}
	from, to := 0, len(t.Tokens)
	if h >= 0 {
		for t.Tokens[h].Head >= 0 && !t.verbal(h) {
			h = t.Tokens[h].Head
		}
		from, to = t.first[h], t.last[h]
	}
	if v <= 2 { // "According to Ana Brun, …": the comma ends it, whatever the tree says
		if k := d.sourceEnd(t, v+2, len(t.Tokens)); k < len(t.Tokens) && t.edge(k) {
			last, from, to = k, 0, len(t.Tokens)
		}
	}
	level := d.level(t, v)
	x := attribution{sentence: i, verb: v, entry: &entry{lemma: "according", kind: "says", stance: "neutral"}, level: level, rule: "according to", sure: 0.9}
	x.cue = []pacta.Span{{Start: t.Tokens[v].Start, End: t.Tokens[v+1].End}}
	x.source = t.span(v+2, d.sourceEnd(t, v+2, last))
	last = max(d.sourceEnd(t, v+2, last), v+3)
	if a := t.span(from, first); first > from && !a.IsZero() && first-from > 1 {
		x.content = append(x.content, a)
	}
	if b := t.span(last, to); last < to && !b.IsZero() && to-last > 1 {
		x.content = append(x.content, b)
	}
	if len(x.content) == 2 && first-from <= 2 {
		x.content = x.content[1:]
	}
	if len(x.content) == 0 {
		return
	}
	d.clip(&x)
	d.found = append(d.found, x)
}

// measures make "according to" no attribution: according to plan.
var measures = set("plan plans schedule rank size need needs tradition custom taste age type number order rules")

// sourceEnd ends the phrase after "according to" at a comma that closes it where
// the sentence opened with it.
func (d *document) sourceEnd(t *tree, from, last int) int {
	level := d.level(t, from)
	for k := from; k < last; k++ {
		if d.level(t, k) != level {
			return k
		}
		if t.low[k] == "," && k+1 < len(t.Tokens) && from <= 6 {
			// "According to Igor Lenko, head of the bank, …" goes on; "According to him, France …" does not.
			if next := &t.Tokens[k+1]; next.Head >= from && next.Head < k && t.is(k+1, language.Appos) {
				continue
			}
			return k
		}
	}
	return last
}

// noun reads a nominal cue: "his remark that …", "the promise to …", "calls for …".
func (d *document) noun(i int, t *tree, n int, e *entry) {
	c, ok := t.nominalContent(n, e)
	if !ok {
		if y, found := d.nominalThat(t, n, e); found {
			c, ok = y, true
		}
	}
	if !ok {
		return
	}
	x := attribution{sentence: i, verb: n, entry: e.as(c.frame, c.prep), level: d.level(t, n), rule: "noun, " + c.rule, sure: 0.7}
	x.cue = []pacta.Span{{Start: t.Tokens[n].Start, End: t.Tokens[n].End}}
	if h, s := t.holder(n); !s.IsZero() {
		x.source, x.light = s, true
		if h < n && n-h < 8 {
			x.cue[0].Start = t.cueSpan(h, "").Start
		}
	} else {
		x.source = t.possessor(n)
	}
	if x.source.IsZero() || c.frame == preposition && !nounsOf[e.lemma] {
		return
	}
	x.content = c.spans
	d.propose(x, proposal{t: t, cue: n, source: t.at(x.source.End) - 1, content: c})
	d.decide()
}

// nominalThat finds a that-clause which stands some words behind the noun: "his
// remark at the council that …".
func (d *document) nominalThat(t *tree, n int, e *entry) (content, bool) {
	if e.frames&clause == 0 || t.find(n, language.NmodPoss) < 0 || t.word(n+1) == "to" || t.word(n+1) == "for" {
		return content{}, false
	}
	for k := n + 1; k < len(t.Tokens)-3 && k < n+12; k++ {
		if t.edge(k) || t.finite(k, k+1) {
			break
		}
		if t.low[k] != "that" || t.finite(k+1, k+2) {
			continue
		}
		end := t.stop(k, d)
		for j := k + 3; j < end; j++ {
			if t.Tokens[j-1].UPOS == language.VERB && t.finite(j, j+1) && t.low[j-1] != "that" || j == t.Tokens[n].Head && t.rel(n) == language.Nsubj {
				end = t.beforeAux(j) // "his belief that it was late | proved wrong"
			}
		}
		if t.finite(k+1, end) {
			return content{frame: clause, first: k, spans: spans(t.span(k, end)), rule: "clause"}, true
		}
	}
	return content{}, false
}

// nominalContent finds a that-clause, an infinitive or a governed phrase of the noun n.
func (t *tree) nominalContent(n int, e *entry) (content, bool) {
	for x := t.child[n]; x >= 0; x = t.next[x] {
		if x < n {
			continue
		}
		if t.is(x, language.Acl, language.Ccomp, language.AclRelcl) && e.frames&clause != 0 && t.word(t.first[x]) == "that" && (t.find(x, language.Mark) >= 0 || t.objects(x) > 1) && !t.doubled(t.first[x], t.last[x]) {
			return content{frame: clause, first: t.first[x], spans: spans(t.span(t.first[x], t.last[x])), rule: "clause"}, true
		}
		if t.is(x, language.Acl) && e.frames&infinitive != 0 && t.infinitive(x) {
			return content{frame: infinitive, first: t.first[x], spans: spans(t.span(t.first[x], t.last[x])), rule: "infinitive"}, true
		}
		if p := t.caseOf(x); t.is(x, language.Nmod, language.Obl) && e.frames&preposition != 0 && p != "" && e.takes(p) {
			return content{frame: preposition, prep: p, first: t.first[x] + 1, spans: spans(t.span(t.first[x]+1, t.last[x])), rule: "phrase after " + p}, true
		}
	}
	return content{}, false
}

// doubled reports whether one verb stands right behind another in [first, last):
// the tree took the main verb into the clause.
func (t *tree) doubled(first, last int) bool {
	for j := first + 1; j < last; j++ {
		if t.Tokens[j-1].UPOS == language.VERB && !t.is(j-1, language.Nsubj) && t.finite(j, j+1) {
			return true
		}
	}
	return false
}

// nounsOf take their content behind a preposition.
var nounsOf = set("call criticism accusation demand support opposition condemnation warning denial rejection")

// holder returns a light verb whose object is the noun n, and its subject: "he
// made the remark that", "Oslo voiced its readiness to".
func (t *tree) holder(n int) (int, pacta.Span) {
	h := t.Tokens[n].Head
	own := t.find(n, language.NmodPoss)
	for steps := 0; h >= 0 && t.Tokens[h].UPOS == language.NOUN && own >= 0 && t.Tokens[own].UPOS == language.PRON && steps < 2; steps++ {
		h = t.Tokens[h].Head // "voiced on many occasions its …": the tree took the object for part of the adverbial
	}
	if h < 0 || t.Tokens[h].UPOS != language.VERB || !light[t.Tokens[h].Lemma] || h == t.Tokens[n].Head && !t.is(n, language.Obj, language.Obl) {
		return -1, pacta.Span{}
	}
	if s, passive := t.subject(h); s >= 0 && !passive {
		return h, t.sourceSpan(s, h)
	}
	return -1, pacta.Span{}
}

var light = set("make give voice express issue have deliver reiterate declare show offer raise repeat confirm reaffirm announce state renew convey hold send put launch release reject deny echo push lead join back level")

// adjective reads "X is confident that …", "X is ready to …".
func (d *document) adjective(i int, t *tree, a int, e *entry) {
	s := t.find(a, language.Nsubj, language.NsubjPass)
	if s < 0 {
		if h := t.Tokens[a].Head; h >= 0 && t.rel(a) == language.Xcomp {
			s, _ = t.subject(h)
		}
	}
	if s < 0 {
		return
	}
	var c content
	for x := t.child[a]; x >= 0 && c.frame == 0; x = t.next[x] {
		if x < a {
			continue
		}
		p := t.caseOf(x)
		switch {
		case t.is(x, language.Ccomp, language.Advcl) && e.frames&clause != 0 && !t.infinitive(x) && t.is(x, language.Ccomp):
			c = content{frame: clause, spans: spans(t.span(t.first[x], t.last[x]))}
		case t.is(x, language.Xcomp, language.Ccomp, language.Advcl) && e.frames&infinitive != 0 && t.infinitive(x):
			c = content{frame: infinitive, spans: spans(t.span(t.first[x], t.last[x]))}
		case t.is(x, language.Obl, language.Advcl) && e.frames&preposition != 0 && p != "" && e.takes(p):
			c = content{frame: preposition, prep: p, spans: spans(t.span(t.first[x]+1, t.last[x]))}
		}
	}
	if c.frame == 0 {
		return
	}
	x := attribution{sentence: i, verb: a, entry: e.as(c.frame, c.prep), level: d.level(t, a), rule: "adjective", negated: t.negation(a), sure: 0.7}
	x.source, x.content = t.sourceSpan(s, a), c.spans
	first := a
	if cop := t.find(a, language.Cop, language.AuxPass); cop >= 0 && cop < a {
		first = cop
	}
	last := a + 1
	if c.prep != "" && t.word(last) == c.prep {
		last++
	}
	x.cue = []pacta.Span{t.span(first, last)}
	d.propose(x, proposal{t: t, cue: a, source: s, content: c})
	d.decide()
}

// objects counts the objects of v. A clause behind "that" with two has taken a
// conjunction for one: "the denial that troops had crossed the line".
func (t *tree) objects(v int) int {
	n := 0
	for c := t.child[v]; c >= 0; c = t.next[c] {
		if t.is(c, language.Obj) {
			n++
		}
	}
	return n
}
