package statement

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"pacta"
	"pacta/extract/mention/quotation"
	"pacta/language"
)

// direct finds the attributions of quotations that are speech of their own: the
// cue stands behind, before or in between, or the paragraph before ends in a colon.
func (d *document) direct() {
	for q := range d.quotes {
		if !d.isSpeech(q) {
			continue
		}
		x, ok := d.behind(q)
		if !ok {
			x, ok = d.ahead(q)
		}
		if ok {
			d.quoteOf(x, q)
		} else if !d.signed(q) {
			d.goOn(q)
		}
	}
}

// quoteOf adds quotation q to the content of x.
func (d *document) quoteOf(x *attribution, q int) {
	x.direct = true
	x.content = append(x.content, d.quotes[q].Span)
}

// byCue returns the attribution of the cue at token v of sentence i, made if it
// is not there yet.
func (d *document) byCue(i, v int, rule string) *attribution {
	for k := len(d.found) - 1; k >= 0 && k >= len(d.found)-12; k-- {
		if x := &d.found[k]; x.sentence == i && x.verb == v {
			return x
		}
	}
	t := d.tree(i)
	t.cues = append(t.cues, v)
	e := d.quoting(t, v)
	if e != nil {
		e = e.as(clause|quote|tell, "")
	}
	d.found = append(d.found, attribution{sentence: i, verb: v, entry: e, rule: rule, level: quotation.At(d.quotes, t.Tokens[v].Start), sure: 0.95})
	return &d.found[len(d.found)-1]
}

// quoting returns the entry of token v if it can introduce a quotation.
func (d *document) quoting(t *tree, v int) *entry {
	e := d.lexicon.entry(t, v)
	if e == nil {
		e = d.lexicon.verb(t, v)
	}
	if e == nil || e.frames&(clause|quote|tell|object) == 0 && !e.takes("to") {
		return nil
	}
	return e
}

// behind looks for the cue clause behind quotation q: “…,” he said; “…,” said
// the minister. It has to stand outside of q, at the level around it.
func (d *document) behind(q int) (*attribution, bool) {
	x := &d.quotes[q]
	i := d.sentenceAt(x.End)
	if i < 0 {
		i = d.nextSentence(x.End)
		if i < 0 || strings.ContainsRune(d.text[x.End:d.sents[i].Start], '\n') {
			return nil, false
		}
		inner := strings.TrimSpace(x.Inner.Of(d.text))
		if r, _ := utf8.DecodeRuneInString(d.text[d.sents[i].Start:]); !unicode.IsLower(r) && !strings.HasSuffix(inner, ",") && !d.onlyCue(i, x.Parent) {
			return nil, false
		}
	}
	t := d.tree(i)
	from := t.at(x.End)
	for from < len(t.Tokens) && (t.edge(from) || closing(t.low[from])) {
		from++
	}
	v := d.cueAfter(t, from, x.Parent)
	if v < 0 {
		return nil, false
	}
	a := d.byCue(i, v, "quotation, cue behind")
	if a.source.IsZero() {
		a.source = d.clauseSource(t, from, v, x.Parent)
	}
	if len(a.cue) == 0 {
		a.cue = []pacta.Span{t.cueSpan(v, "")}
	}
	return a, true
}

func closing(w string) bool {
	switch w {
	case "”", "\"", "''", "’", "»", "'":
		return true
	}
	return false
}

func (d *document) nextSentence(at int) int {
	i := sort.Search(len(d.sents), func(i int) bool { return d.sents[i].Start >= at })
	if i == len(d.sents) {
		return -1
	}
	return i
}

// ahead looks for the cue before quotation q: in its sentence, or in the one
// before where that ends in a colon.
func (d *document) ahead(q int) (*attribution, bool) {
	x := &d.quotes[q]
	i := d.sentenceAt(x.Start)
	if i < 0 {
		return nil, false
	}
	t := d.tree(i)
	to := t.at(x.Start)
	if to == 0 {
		if i == 0 || !d.introduces(i-1) {
			return nil, false
		}
		i--
		t = d.tree(i)
		to = len(t.Tokens)
	}
	v := d.cueBefore(t, to, x.Parent)
	if v < 0 {
		return nil, false
	}
	a := d.byCue(i, v, "quotation, cue ahead")
	if s, passive := t.subject(v); a.source.IsZero() && s >= 0 {
		if !passive || s != t.find(v, language.NsubjPass) {
			a.source = d.nounPhrase(t, s, 0, len(t.Tokens))
			if s < v {
				a.source = t.afterFronted(d.nounPhrase(t, s, 0, v), v)
			}
		}
	}
	if t.Tokens[v].UPOS == language.NOUN && a.source.IsZero() {
		if h, s := t.holder(v); !s.IsZero() && h < v {
			a.source, a.cue = s, []pacta.Span{{Start: t.Tokens[h].Start, End: t.Tokens[v].End}}
		} else {
			a.source = t.possessor(v)
		}
	}
	if a.source.IsZero() {
		a.source = t.before(v)
	}
	if a.source.IsZero() && v+1 < to && t.Tokens[v].UPOS == language.VERB && (t.Tokens[v+1].UPOS == language.PROPN || t.Tokens[v+1].UPOS == language.DET) {
		a.source = t.span(v+1, min(to, d.phraseEnd(t, v+1))) // "Said Brun: …"
	}
	if a.source.IsZero() && len(a.content) == 0 && t.Tokens[v].XPOS != language.TagVBD && t.Tokens[v].XPOS != language.TagVBZ {
		d.found, t.cues = d.found[:len(d.found)-1], t.cues[:len(t.cues)-1] // nobody says it: a heading, a quoted phrase
		return nil, false
	}
	if len(a.cue) == 0 {
		a.cue = []pacta.Span{t.cueSpan(v, "")}
	}
	return a, true
}

// introduces reports whether sentence i ends in a colon.
func (d *document) introduces(i int) bool {
	s := &d.sents[i]
	return strings.HasSuffix(d.text[s.Start:s.End], ":") || strings.HasPrefix(strings.TrimLeft(d.text[s.End:min(len(d.text), s.End+3)], " "), ":")
}
