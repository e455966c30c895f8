package statement

import (
	"pacta"
	"pacta/language"
)

// asides reads what gives the whole sentence to somebody in passing: "as the
// envoy noted", "in the opinion of the ministry", "by his own account".
func (d *document) asides(i int, t *tree, k int) {
	switch t.low[k] {
	case "as":
		d.asClause(i, t, k)
	case "in", "by", "to":
		d.opinion(i, t, k)
	}
}

// asClause reads "as X noted," and "as X put it," with "as" at token k, at the
// start of the sentence or behind a comma.
func (d *document) asClause(i int, t *tree, k int) {
	if k > 0 && t.low[k-1] != "," && !isPunct(&t.Tokens[k-1]) {
		return
	}
	v := -1
	for j := k + 1; j < len(t.Tokens) && j < k+14; j++ {
		if t.low[j] == "," && v < 0 && j > k+6 {
			return
		}
		if u := t.Tokens[j].UPOS; u == language.VERB || t.Tokens[j].XPOS == language.TagNNS && t.word(j+1) == "it" {
			v = j
			break
		}
	}
	if v < k+2 || !d.strong(t, v) && t.low[v] != "puts" && t.low[v] != "says" {
		return
	}
	end := v + 1
	if t.word(end) == "it" || t.word(end) == "earlier" || t.word(end) == "recently" {
		end++
	}
	for end < len(t.Tokens) && !t.edge(end) {
		if u := t.Tokens[end].UPOS; u == language.VERB || u == language.AUX || u == language.SCONJ || end > v+8 {
			return
		}
		end++
	}
	cue := t.cueSpan(v, "")
	if t.word(v+1) == "it" {
		cue.End = t.Tokens[v+1].End
	}
	d.aside(i, t, aside{first: k, last: end, cue: v, words: cue, source: t.span(k+1, t.beforeAux(v)), rule: "as … noted"})
}

// opinionNouns make "in X's …" an attribution.
var opinionNouns = set("view opinion words estimation eyes telling reading account assessment judgment judgement estimate admission reckoning version interpretation mind")

// opinion reads "in the view of X," and "in X's view," with the preposition at token k.
func (d *document) opinion(i int, t *tree, k int) {
	if k > 0 && t.low[k-1] != "," && !isPunct(&t.Tokens[k-1]) && t.Tokens[k-1].UPOS != language.CCONJ {
		return
	}
	for j := k + 1; j < len(t.Tokens) && j < k+9; j++ {
		if t.edge(j) || t.Tokens[j].UPOS == language.VERB {
			return
		}
		if !opinionNouns[t.low[j]] {
			continue
		}
		x := aside{first: k, cue: j, rule: "in the opinion of", words: pacta.Span{Start: t.Tokens[j].Start, End: t.Tokens[j].End}}
		if t.word(j+1) == "of" {
			x.last = d.sourceEnd(t, j+2, len(t.Tokens))
			if k > 3 {
				x.last = len(t.Tokens)
			}
			x.source = t.span(j+2, x.last)
		} else {
			x.last = j + 1
			if s := t.possessor(j); !s.IsZero() {
				x.source = s
			}
		}
		if x.source.IsZero() || x.last < len(t.Tokens) && !t.edge(x.last) && k > 0 {
			return
		}
		d.aside(i, t, x)
		return
	}
}

// An aside is the phrase of the tokens [first, last) that names a source.
type aside struct {
	first, last int
	cue         int
	words       pacta.Span // of the cue
	source      pacta.Span
	rule        string
}

// aside attributes the rest of the sentence to the source of a.
func (d *document) aside(i int, t *tree, a aside) {
	if a.source.IsZero() {
		return
	}
	x := attribution{sentence: i, verb: a.cue, entry: &entry{lemma: t.low[a.cue], kind: "says", stance: "neutral"}, level: d.level(t, a.cue), rule: a.rule, sure: 0.8,
		source: a.source, cue: []pacta.Span{a.words}}
	if s := t.span(0, a.first); a.first > 2 && !s.IsZero() {
		x.content = append(x.content, s)
	}
	if s := t.span(a.last, len(t.Tokens)); len(t.Tokens)-a.last > 2 && !s.IsZero() {
		x.content = append(x.content, s)
	}
	if len(x.content) == 0 {
		return
	}
	d.clip(&x)
	d.found = append(d.found, x)
}
