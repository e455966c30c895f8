package statement

import (
	"pacta"
	"pacta/language"
)

// cueSpan returns the words of the cue verb v: with its auxiliaries, negation,
// adverbs between them, particle, and the preposition prep if it belongs to it.
func (t *tree) cueSpan(v int, prep string) pacta.Span {
	first, last := v, v+1
	for i := v - 1; i >= 0; i-- {
		k := &t.Tokens[i]
		if k.Head != v || !t.is(i, language.Aux, language.AuxPass, language.Advmod, language.Mark, language.Cop) || k.UPOS == language.SCONJ {
			break
		}
		if t.is(i, language.Aux, language.AuxPass) || t.is(i, language.Mark) && t.low[i] == "to" || t.is(i, language.Advmod) && (k.UPOS == language.PART || k.UPOS == language.ADV) {
			first = i
			continue
		}
		break
	}
	for last < len(t.Tokens) && t.Tokens[last].Head == v && t.is(last, language.CompoundPrt) {
		last++
	}
	if prep != "" && t.word(last) == prep {
		last++
	}
	return pacta.Span{Start: t.Tokens[first].Start, End: t.Tokens[last-1].End}
}

// subject returns the token that says who does v: its own subject, or that of
// the verb that v depends on; -1 if there is none. Passive says that the doer is
// named by "by", or not at all.
func (t *tree) subject(v int) (s int, passive bool) {
	for depth := 0; depth < 5; depth++ {
		if t.find(v, language.AuxPass, language.NsubjPass) >= 0 {
			return t.agent(v), true
		}
		if s := t.find(v, language.Nsubj, language.NsubjOuter); s >= 0 {
			return s, false
		}
		h := t.Tokens[v].Head
		if h < 0 {
			return -1, false
		}
		switch t.rel(v) {
		case language.Conj:
			if !t.verbal(h) {
				return -1, false
			}
		case language.Xcomp:
			if o := t.find(h, language.Obj, language.Iobj); o >= 0 && o > h && controllers[t.Tokens[h].Lemma] {
				return o, false
			}
		case language.Advcl:
			if x := t.Tokens[v].XPOS; x != language.TagVBG && x != language.TagVBN && !t.infinitive(v) {
				return -1, false
			}
			if o := t.find(h, language.Obj); o > h && o < v && t.Tokens[v].XPOS == language.TagVBG && reproached[t.caseOf(v)] && cues().accusing(t, h) {
				return o, false // "criticised Oslo for refusing to sign": Oslo refused
			}
		case language.Acl:
			w, who, passive, done := t.modifier(v)
			if done {
				return who, passive
			}
			v = w
			continue
		default:
			return -1, false
		}
		v = h
	}
	return -1, false
}

// modifier looks for the doer of v, which modifies a noun. It returns the verb to
// go on with, or with done whom it found.
func (t *tree) modifier(v int) (next, who int, passive, done bool) {
	h := t.Tokens[v].Head
	switch x := t.Tokens[v].XPOS; {
	case x == language.TagVBN:
		return 0, t.agent(v), true, true
	case x == language.TagVBG && t.Tokens[v].Rel != language.AclRelcl:
		if v == 0 || t.low[v-1] != "," {
			return 0, h, false, true
		}
		// "…, noting that": said by the subject of the sentence, wherever the tree hung it.
	case t.infinitive(v):
		if p := t.find(h, language.NmodPoss); p >= 0 {
			return 0, p, false, true
		}
	default:
		return 0, -1, false, true
	}
	for h >= 0 && !t.verbal(h) {
		h = t.Tokens[h].Head
	}
	return h, -1, false, h < 0
}

// reproached are the prepositions before what somebody is blamed or praised for.
var reproached = set("for of over from")

// accusing reports whether the verb h blames or praises somebody.
func (l *lexicon) accusing(t *tree, h int) bool {
	e := l.verb(t, h)
	return e != nil && (e.kind == "accuses" || e.as(object, "").stance == "praises")
}

// controllers hand their object on as the doer: "urged Baku to say".
var controllers = set("urge ask tell want expect force push order invite persuade convince allow lead get let make help prompt encourage see hear")

func (t *tree) infinitive(v int) bool {
	m := t.find(v, language.Mark)
	return m >= 0 && t.low[m] == "to"
}

// agent returns the noun behind "by" of the passive verb v, -1 if there is none.
func (t *tree) agent(v int) int {
	for c := t.child[v]; c >= 0; c = t.next[c] {
		if t.is(c, language.OblAgent) || t.is(c, language.Obl) && t.caseOf(c) == "by" {
			return c
		}
	}
	return -1
}

// sourceSpan returns the words of the phrase whose head is s, without its
// preposition, cut where it would run into the tokens [v, …) of the cue.
func (t *tree) sourceSpan(s, v int) pacta.Span {
	first, last := t.first[s], t.last[s]
	if s < v && last > v {
		last = v
	}
	if s > v && first <= v {
		first = v + 1
	}
	for first < s && (t.is(first, language.Case, language.Mark, language.Cc, language.Advmod) && t.Tokens[first].Head == s && t.Tokens[first].UPOS != language.DET) {
		first++
	}
	for k := first + 1; k < last; k++ {
		if !weekdays[t.low[k]] {
			continue
		}
		if last = k; t.low[k-1] == "on" || t.low[k-1] == "late" || t.low[k-1] == "early" {
			last = k - 1 // "Ankara on Tuesday"
		}
	}
	for k := s + 2; k < last && last <= v; k++ {
		if t.low[k-1] == "," && t.Tokens[k].XPOS == language.TagVBG && t.rel(k) != language.Amod {
			last = k - 1 // "The parties, recalling the charter, reaffirm": said as well
		}
	}
	for last < v && t.Tokens[last].UPOS == language.NUM {
		last++ // "Article 7"
	}
	return t.span(first, last)
}

// before returns the noun phrase that ends right before the cue v, for trees
// that lost the subject: the words back to the edge of the clause.
func (t *tree) before(v int) pacta.Span {
	last := v
	for last > 0 && (t.Tokens[last-1].UPOS == language.AUX || t.Tokens[last-1].UPOS == language.ADV || t.Tokens[last-1].UPOS == language.PART) {
		last--
	}
	for s := last - 1; s >= 0; s-- {
		if t.edge(s) {
			continue
		}
		if t.Tokens[s].UPOS == language.NUM && s > 0 && nominal(t.Tokens[s-1].UPOS) {
			continue // "Article 7"
		}
		if !nominal(t.Tokens[s].UPOS) {
			return pacta.Span{}
		}
		own := s
		for h := t.Tokens[s].Head; h >= 0 && h < last && h >= s-12 && t.last[h] >= last-1 && nominal(t.Tokens[h].UPOS) && !t.verbal(h); h = t.Tokens[s].Head {
			s = h
		}
		if t.caseOf(s) != "" {
			if own != s && t.is(own, language.Appos, language.Compound) && t.Tokens[own].UPOS == language.PROPN && t.caseOf(own) == "" {
				return t.span(t.first[own], last) // "In an interview | Brun declared"
			}
			return t.phraseBefore(last)
		}
		first := t.first[s]
		for first > 0 && t.Tokens[first-1].Head == v && t.is(first-1, language.Det, language.Amod, language.Compound, language.NmodPoss, language.Nummod) {
			first--
		}
		if first > 0 && t.Tokens[first-1].UPOS == language.ADP {
			return t.phraseBefore(last)
		}
		return t.span(first, last)
	}
	return pacta.Span{}
}

// afterFronted takes from a source before the cue v what the tree drew into it from
// the front of the sentence: "After a long debate, | a friend said". Its one comma
// opens no apposition, which a second one would close.
func (t *tree) afterFronted(s pacta.Span, v int) pacta.Span {
	first, last := t.at(s.Start), t.at(s.End)
	comma := -1
	for k := first; k < last; k++ {
		switch t.low[k] {
		case ",":
			if comma >= 0 {
				return s
			}
			comma = k
		case "and", "or", "&":
			if comma >= 0 {
				return s
			}
		}
	}
	if comma < 0 || last > v || t.word(last) == "," || !t.phrase(comma+1, last) || !nominal(t.Tokens[last-1].UPOS) {
		return s
	}
	if last == comma+2 && t.Tokens[last-1].UPOS == language.PROPN && comma > first && t.Tokens[comma-1].UPOS == language.PROPN {
		return s // "the mayor of Lima, Peru"
	}
	return t.span(comma+1, last)
}

func nominal(u language.UPOS) bool {
	return u == language.PROPN || u == language.NOUN || u == language.PRON
}

// phraseBefore returns the noun phrase between the last comma, or the start of
// the sentence, and token last, if all of that is one.
func (t *tree) phraseBefore(last int) pacta.Span {
	first := last
	for first > 0 && !t.edge(first-1) && t.low[first-1] != "\"" && t.low[first-1] != "”" {
		first--
	}
	if first < last && t.phrase(first, last) {
		return t.span(first, last)
	}
	for first = last; first > 0 && t.Tokens[first-1].UPOS == language.PROPN; {
		first--
	}
	if n := last - first; n == 0 || n > 3 {
		return pacta.Span{}
	}
	return t.span(first, last)
}
