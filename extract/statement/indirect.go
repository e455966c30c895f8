package statement

import (
	"sort"

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
		if t.low[v] == "that" && v > 1 && v < 7 {
			d.ownVoice(i, t, v)
		}
		if k.UPOS == language.ADP || k.UPOS == language.SCONJ {
			d.asides(i, t, v)
			continue
		}
		e := d.lexicon.entry(t, v)
		if e == nil || d.taken(i, v) {
			continue
		}
		switch k.UPOS {
		case language.VERB:
			if e == d.lexicon.adjectives[t.low[v]] {
				d.adjective(i, t, v, e)
				continue
			}
			d.verb(i, t, v, e)
		case language.NOUN:
			if e != d.lexicon.nouns[fold(k.Lemma)] {
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
	for _, k := range d.trees[i].cues {
		if k == v {
			return true
		}
	}
	return false
}

// verb proposes what the cue verb v may say, frame by frame.
func (d *document) verb(i int, t *tree, v int, e *entry) {
	s, passive := t.subject(v)
	for _, c := range d.contents(t, v, e, passive) {
		x := attribution{sentence: i, verb: v, entry: e.as(c.frame, c.prep), level: d.level(t, v), rule: c.rule, negated: t.negation(v), sure: 0.8}
		head := s
		switch {
		case !c.source.IsZero():
			x.source, head = c.source, t.at(c.source.End)-1
		case s >= 0:
			x.source = t.afterFronted(t.sourceSpan(s, v), v)
		case !passive && t.rel(v) != language.Acl && t.Tokens[v].XPOS != language.TagVBG:
			if x.source = t.before(v); !x.source.IsZero() {
				head = t.at(x.source.End) - 1
			}
		}
		if head < 0 && !(passive && c.frame == clause && sayers[e.lemma]) {
			continue // nobody is named: an imperative, a gerund, a bare headline
		}
		if c.frame == preposition && t.Tokens[v].XPOS == language.TagVBG && talking[e.lemma] && t.find(v, language.Aux) < 0 {
			continue // "Speaking about the dam, he said …" names the occasion
		}
		if head >= 0 {
			switch t.low[head] {
			case "that", "this", "these", "what":
				continue // the tree took a conjunction or relative pronoun for the subject
			}
		}
		if x.negated && c.frame == clause && sayers[e.lemma] && t.whether(c.first) {
			continue // "did not say whether" says nothing
		}
		if t.caseOf(v) == "without" {
			continue // "left without promising to return"
		}
		if c.frame != clause && !sayers[e.lemma] && t.future(v) {
			continue // "will support the talks" is what somebody does, not what he says
		}
		x.cue = []pacta.Span{t.cueSpan(v, c.prep)}
		x.content = c.spans
		if c.frame == object && light[e.lemma] {
			d.lighten(&x, &c, t)
		}
		if c.frame == clause && len(c.spans) == 1 && c.first > v {
			y := t.extend(v, c.spans[0])
			first := t.at(y.Start)
			x.content[0] = t.span(first, t.tail(first, t.at(y.End)))
		} else if len(c.spans) == 1 && c.frame != clause {
			first := t.at(c.spans[0].Start)
			x.content[0] = t.span(first, t.tail(first, t.at(c.spans[0].End)))
		}
		if y := &x.content[0]; c.frame == clause && !x.source.IsZero() && y.Start < x.source.Start && y.End <= t.Tokens[v].Start && y.End > x.source.Start {
			*y = t.span(t.at(y.Start), t.at(x.source.Start)) // "…, the government in Oslo | said"
		}
		x.object = c.addressee
		if head < 0 {
			x.impersonal = true
			if a := t.find(v, language.Aux); a >= 0 && x.level < 0 && t.low[a] != "has" && t.low[a] != "had" {
				x.outlet = true // "it should be noted that": the reporter's own word
			}
		}
		d.propose(x, proposal{t: t, cue: v, source: head, passive: passive, content: c})
	}
	d.decide()
}

// talking are verbs whose participle opens a report of speech and is none itself.
var talking = set("speak talk comment remark touch lecture chat")

// lighten reads "expressed its readiness to host the talks": the noun says what
// kind of statement it is, and its infinitive is the content.
func (d *document) lighten(x *attribution, c *content, t *tree) {
	from, to := t.at(c.spans[0].Start), t.at(c.spans[0].End)
	for n := from; n < to && n < from+4; n++ {
		e := d.lexicon.nouns[fold(t.Tokens[n].Lemma)]
		if t.Tokens[n].UPOS != language.NOUN || e == nil {
			continue
		}
		if t.word(n+1) != "to" || e.frames&infinitive == 0 || n+2 >= to {
			return
		}
		c.frame = infinitive
		x.entry, x.light, x.rule = e.as(infinitive, ""), true, "noun, infinitive"
		x.cue[0].End = t.Tokens[n].End
		x.content = spans(t.span(n+1, to))
		c.spans = spans(x.content[0])
		return
	}
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
	for q := d.quoteAt(s.Start - 2); q < len(d.quotes); q++ {
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

// ownVoice reads "it is worth noting that …", "let us recall that …", "recall
// that …" with "that" at token k: the reporting document speaks itself.
func (d *document) ownVoice(i int, t *tree, k int) {
	v := k - 1
	e := d.lexicon.verb(t, v)
	if d.level(t, k) >= 0 || e == nil || !sayers[e.lemma] && e.lemma != "recall" && e.lemma != "mention" || d.taken(i, v) {
		return
	}
	worth := t.word(0) == "it" && (t.word(v-1) == "worth" || t.word(v-1) == "to")
	if !worth && !(t.word(0) == "let" && t.word(1) == "us") {
		return
	}
	end := t.stop(k, d)
	x := attribution{sentence: i, verb: v, entry: e, level: -1, rule: "own voice", sure: 0.8, outlet: true,
		cue: []pacta.Span{t.span(0, k)}, content: spans(t.span(k, end))}
	if x.content[0].IsZero() {
		return
	}
	d.clip(&x)
	d.found = append(d.found, x)
}

// quoteAt returns the first quotation that may reach the byte at: the outermost
// one that holds it, else the first behind it.
func (d *document) quoteAt(at int) int {
	i := sort.Search(len(d.quotes), func(i int) bool { return d.quotes[i].Start > at })
	for i > 0 && (d.quotes[i-1].End > at || d.quotes[i-1].Parent >= 0) {
		i--
	}
	return i
}
