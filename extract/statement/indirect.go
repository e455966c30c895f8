package statement

import (
	"pacta"
	"pacta/language"
)

// indirect finds the attributions of sentence i that its tree shows.
func (d *document) indirect(i int) {
	t := d.tree(i)
	for v := range t.Tokens {
		k := &t.Tokens[v]
		if t.low[v] == "according" && t.word(v+1) == "to" {
			d.according(i, t, v)
			continue
		}
		e := d.lexicon.entry(t, v)
		if e == nil || d.taken(i, v) {
			continue
		}
		switch k.UPOS {
		case language.VERB:
			d.verb(i, t, v, e)
		case language.NOUN:
			if t.verbLike(v) {
				d.verb(i, t, v, e)
				continue
			}
			d.noun(i, t, v, e)
		case language.ADJ:
			d.adjective(i, t, v, e)
		}
	}
}

// taken reports whether the quotation rules have used the cue v.
func (d *document) taken(i, v int) bool {
	for k := range d.found {
		if x := &d.found[k]; x.sentence == i && x.verb == v {
			return true
		}
	}
	return false
}

// verb reads the arguments of the cue verb v.
func (d *document) verb(i int, t *tree, v int, e *entry) {
	s, passive := t.subject(v)
	c, ok := d.contentOf(t, v, e, passive)
	var source pacta.Span
	if !ok || c.frame != clause && e.frames&clause != 0 {
		if y, who, found := d.surface(t, v, e); found {
			c, ok, source = y, true, who
		}
	}
	if !ok {
		return
	}
	x := attribution{sentence: i, verb: v, entry: e.as(c.frame, c.prep), level: d.level(t, v), rule: c.rule, negated: t.negation(v), sure: 0.8}
	if !source.IsZero() {
		x.source = source
	} else if s >= 0 {
		x.source = t.sourceSpan(s, v)
		if !d.agentive(t, s) && (c.frame != clause || e.frames&weak != 0) {
			return
		}
	} else if b := t.before(v); !passive && !b.IsZero() && t.rel(v) != language.Acl && t.Tokens[v].XPOS != language.TagVBG {
		x.source = b
	} else if passive && c.frame != clause {
		return
	} else if !passive && t.find(v, language.Expl) < 0 {
		// Nobody is named: an imperative, a gerund, a bare headline.
		if k := t.Tokens[v].XPOS; k == language.TagVB || k == language.TagVBG || c.frame != clause {
			return
		}
	}
	if x.negated && c.frame == clause && sayers[e.lemma] && t.whether(c.first) {
		return // "did not say whether" says nothing
	}
	x.impersonal = x.source.IsZero() && passive && sayers[e.lemma]
	if d.dull(&x, c.frame) {
		return
	}
	x.cue = []pacta.Span{t.cueSpan(v, c.prep)}
	x.content = c.spans
	if c.frame == clause && len(c.spans) == 1 && c.first > v {
		y := t.extend(v, c.spans[0])
		first := t.at(y.Start)
		x.content[0] = t.span(first, t.tail(first, t.at(y.End)))
	}
	x.object = c.addressee
	d.clip(&x)
	d.found = append(d.found, x)
}

// dull drops what a reader would not call a statement: the reporter's own
// wishes and beliefs, a clause that nobody is named for.
func (d *document) dull(x *attribution, f frame) bool {
	if x.source.IsZero() {
		return f != clause || x.verb < 0 || !x.impersonal
	}
	switch fold(x.source.Of(d.text)) {
	case "i", "we", "you", "one", "that", "which":
		return x.entry.kind != "says" && x.entry.kind != "claims" || f != clause
	case "who":
		return f == object || f == infinitive
	}
	return false
}

// whether reports whether the clause that begins at first is a question.
func (t *tree) whether(first int) bool {
	switch t.word(first) {
	case "whether", "if", "how", "what", "why", "when", "who", "where", "which":
		return true
	}
	return false
}

// clip holds an attribution to the quotation that its cue stands in, and widens
// content that cuts a quotation.
func (d *document) clip(x *attribution) {
	for k := range x.content {
		c := &x.content[k]
		if x.level >= 0 {
			in := d.quotes[x.level].Inner
			c.Start, c.End = max(c.Start, in.Start), min(c.End, in.End)
			continue
		}
		d.widen(c)
	}
}

// widen takes the whole of a quotation that s begins or ends in.
func (d *document) widen(s *pacta.Span) {
	for q := range d.quotes {
		y := d.quotes[q].Span
		if y.Start >= s.End+2 {
			return
		}
		if !y.Overlaps(*s) || d.quotes[q].Parent >= 0 || d.quotes[q].Paragraphs > 1 {
			continue
		}
		if s.Start > y.Start && s.Start <= d.quotes[q].Inner.Start {
			s.Start = y.Start
		}
		if s.End < y.End && s.End >= d.quotes[q].Inner.Start {
			s.End = y.End
		}
	}
}
