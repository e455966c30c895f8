package statement

import (
	"strings"

	"pacta"
	"pacta/extract/mention/quotation"
	"pacta/language"
)

// cueAfter returns the cue verb of the clause that begins at token from: "he
// said", "said the minister", "the minister, smiling, said"; -1 if there is none.
func (d *document) cueAfter(t *tree, from, level int) int {
	var other = -1
	for i := from; i < len(t.Tokens) && i < from+30; i++ {
		if w := t.low[i]; w == ";" || w == ":" {
			break
		}
		if d.level(t, i) != level {
			if i == from {
				return -1
			}
			break
		}
		k := &t.Tokens[i]
		if k.UPOS != language.VERB && !(k.UPOS == language.NOUN && d.lexicon.verb(t, i) != nil && i == from) {
			continue
		}
		if w := t.word(i - 1); w == "to" || w == "who" || w == "which" || w == "that" {
			continue
		}
		if d.quoting(t, i) == nil || k.XPOS == language.TagVBG && i > from && !d.begins(t, from, i) {
			continue
		}
		if d.strong(t, i) || i == from {
			return i
		}
		if other < 0 {
			other = i
		}
	}
	return other
}

// begins reports whether only adverbs stand between from and the participle i:
// “…,” adding …
func (d *document) begins(t *tree, from, i int) bool {
	for k := from; k < i; k++ {
		if t.Tokens[k].UPOS != language.ADV {
			return false
		}
	}
	return true
}

// strong verbs of saying win over other cue verbs of the clause.
func (d *document) strong(t *tree, i int) bool {
	e := d.lexicon.verb(t, i)
	return e != nil && sayers[e.lemma]
}

var sayers = set(`say tell add note write ask reply respond state explain continue argue warn declare announce insist claim stress emphasize emphasise conclude remark
	stipulate observe comment answer tweet acknowledge admit recall read go put report suggest joke quip point underline underscore think believe complain predict rule`)

// level returns the innermost quotation that token i stands in.
func (d *document) level(t *tree, i int) int {
	if i < 0 || i >= len(t.Tokens) {
		return -1
	}
	return quotation.At(d.quotes, t.Tokens[i].Start)
}

// clauseSource returns who speaks in the cue clause with the verb v that begins
// at token from: the words before the verb, or behind it where it comes first.
func (d *document) clauseSource(t *tree, from, v, level int) pacta.Span {
	first := v
	for first > from && (t.is(first-1, language.Aux, language.AuxPass, language.Advmod) && t.Tokens[first-1].Head == v || t.Tokens[first-1].UPOS == language.ADV && t.low[first-1] != "earlier") {
		first--
	}
	if first > from {
		if t.phrase(from, first) {
			return t.span(from, first)
		}
		s, _ := t.subject(v)
		if s >= from && s < v {
			return d.nounPhrase(t, s, from, first)
		}
		return t.span(d.skipAdjuncts(t, from, first), first)
	}
	s, passive := t.subject(v)
	if s > v && !passive {
		n := d.nounPhrase(t, s, v+1, len(t.Tokens))
		if k := t.at(n.End); k < len(t.Tokens) && (t.Tokens[k].UPOS == language.PROPN || t.low[k] == "." && k+1 < len(t.Tokens) && t.Tokens[k+1].UPOS == language.PROPN) {
			n = n.Union(t.span(v+1, d.phraseEnd(t, v+1))) // "said Rep. | Ana Brun": the tree lost the name
		}
		return t.withRelative(n)
	}
	if s >= 0 && s < v && (t.Tokens[v].XPOS == language.TagVBG || t.rel(v) == language.Conj) {
		return t.sourceSpan(s, v)
	}
	return t.withRelative(t.span(v+1, d.phraseEnd(t, v+1)))
}

// phrase reports whether the tokens [first, last) are one noun phrase, as far as
// their tags show: no verb, no preposition or conjunction in front.
func (t *tree) phrase(first, last int) bool {
	if first < 0 || first >= last || last > len(t.Tokens) {
		return false
	}
	switch t.low[first] {
	case "who", "which", "that", "whose", "where":
		return false
	}
	switch t.Tokens[first].UPOS {
	case language.ADP, language.SCONJ, language.ADV, language.CCONJ, language.VERB, language.AUX, language.PUNCT:
		return false
	}
	for i := first; i < last; i++ {
		switch t.Tokens[i].UPOS {
		case language.VERB, language.AUX, language.SCONJ:
			return false
		case language.PRON:
			if i > first {
				return false
			}
		}
	}
	return true
}

// withRelative lets a source that stands last in its sentence run on over a
// relative clause: "said Ana Brun, who leads the party".
func (t *tree) withRelative(s pacta.Span) pacta.Span {
	k := t.at(s.End)
	w := t.word(k - 1)
	if w != "who" && w != "whose" {
		for k < len(t.Tokens) && t.low[k] == "," {
			k++
		}
		if w = t.word(k); w != "who" && w != "whose" {
			return s
		}
	}
	n := len(t.Tokens)
	for i := k; i < n; i++ {
		if w := t.low[i]; w == "\"" || w == "“" || w == "''" || w == "``" || w == ";" || w == "—" {
			return t.span(t.at(s.Start), i)
		}
	}
	return t.span(t.at(s.Start), n)
}

// nounPhrase returns the words of the phrase of s within [from, to).
func (d *document) nounPhrase(t *tree, s, from, to int) pacta.Span {
	first, last := max(t.first[s], from), min(t.last[s], to)
	for first < s && (t.edge(first) || t.is(first, language.Cc, language.Mark) || closing(t.low[first])) {
		first++
	}
	for k := s + 1; k+1 < last; k++ {
		if t.low[k] == "," && t.Tokens[k+1].XPOS == language.TagVBG {
			last = k // ", speaking of …" is no part of the name
		}
	}
	rest := d.level(t, s)
	for k := s + 1; k < last; k++ {
		if d.level(t, k) != rest {
			last = k
		}
	}
	return t.span(first, last)
}

// skipAdjuncts drops "in a statement," before the subject.
func (d *document) skipAdjuncts(t *tree, from, to int) int {
	for k := to - 1; k > from; k-- {
		if t.low[k] == "," && k < to-1 {
			if u := t.Tokens[from].UPOS; u == language.ADP || u == language.ADV || u == language.SCONJ {
				return k + 1
			}
			break
		}
	}
	return from
}

// phraseEnd returns where the noun phrase that begins at token from ends: before
// a preposition of place or time, a verb, a clause.
func (d *document) phraseEnd(t *tree, from int) int {
	for k := from; k < len(t.Tokens); k++ {
		switch t.Tokens[k].UPOS {
		case language.VERB:
			if !t.is(k, language.Amod) {
				return k
			}
		case language.AUX, language.SCONJ:
			return k
		case language.ADP:
			if k > from && t.Tokens[k-1].UPOS == language.PROPN && k+1 < len(t.Tokens) && t.Tokens[k+1].UPOS == language.PROPN && t.Tokens[k+1].Head == k-1 {
				continue // "the Council on Foreign Relations"
			}
			if w := t.low[k]; w != "of" && w != "for" && w != "at" && w != "from" && w != "with" {
				return k
			}
		case language.PUNCT:
			if t.low[k] == "." && k+1 < len(t.Tokens) && k < from+4 {
				continue // "Rep. Ana Brun"
			}
			if t.low[k] != "," && t.low[k] != "(" && t.low[k] != ")" && t.low[k] != "-" && t.low[k] != "'" {
				return k
			}
		}
	}
	return len(t.Tokens)
}

// cueBefore returns the cue that stands last before token to, not divided from
// it by another clause; -1 if there is none.
func (d *document) cueBefore(t *tree, to, level int) int {
	other := -1
	for i := to - 1; i >= 0 && i > to-30; i-- {
		w := t.low[i]
		if w == ";" || d.level(t, i) != level && !closing(w) {
			break
		}
		u := t.Tokens[i].UPOS
		if u != language.VERB && u != language.NOUN {
			continue
		}
		if u == language.NOUN && i > 0 && i == to-2 && isPunct(&t.Tokens[to-1]) && nominal(t.Tokens[i-1].UPOS) && d.strong(t, i) && (w == "read" || strings.HasSuffix(w, "ing")) {
			return i // "with Brun tweeting, “…”", tagged as a noun
		}
		e := d.quoting(t, i)
		if e == nil || u == language.NOUN && (d.lexicon.nouns[fold(t.Tokens[i].Lemma)] == nil || t.word(to-1) != ":" || other >= 0) {
			continue
		}
		if u == language.VERB && (d.strong(t, i) || i >= to-2) {
			return i
		}
		if other < 0 && (u == language.NOUN || i >= to-5) {
			other = i
		}
	}
	return other
}

// possessor returns who a noun belongs to: "his remark", "the minister's
// remark", "the remark of the minister".
func (t *tree) possessor(n int) pacta.Span {
	if p := t.find(n, language.NmodPoss); p >= 0 {
		first, last := t.first[p], t.last[p]
		for last > p+1 && (t.low[last-1] == "'s" || t.low[last-1] == "’s" || t.low[last-1] == "'" || t.low[last-1] == "’") {
			last--
		}
		return t.span(first, last)
	}
	for c := t.child[n]; c >= 0; c = t.next[c] {
		if w := t.caseOf(c); t.is(c, language.Nmod) && (w == "by" || w == "from" || w == "of" && c < n+6) {
			return t.sourceSpan(c, n)
		}
	}
	return pacta.Span{}
}
