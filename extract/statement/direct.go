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

// isSpeech tells a quotation that is a sentence of its own from words that are
// quoted within one: it begins a sentence, or a comma, colon, dash or verb of
// saying stands before it, and it ends one or a mark stands behind it.
func (d *document) isSpeech(q int) bool {
	x := &d.quotes[q]
	inner := strings.TrimSpace(x.Inner.Of(d.text))
	if inner == "" {
		return false
	}
	if x.Paragraphs > 1 {
		return true
	}
	first, _ := utf8.DecodeRuneInString(inner)
	words := strings.Count(inner, " ") + 1
	before := strings.TrimRight(d.text[max(0, x.Start-8):x.Start], " \u00a0")
	last, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case strings.HasSuffix(before, ":"):
		return true
	case x.Start == 0 || strings.HasSuffix(before, "\n") || d.sentenceStart(x.Start) || last == '.' || last == '?' || last == '!' || last == '”' || last == '"':
		return words > 2 || d.ends(x, inner)
	case last == ',' || last == '—' || last == '–' || last == '-' || last == '―':
		return words > 2 && (unicode.IsUpper(first) || d.ends(x, inner) || d.afterCue(x.Start))
	}
	return (unicode.IsUpper(first) || words > 5) && words > 2 && d.afterCue(x.Start)
}

// ends reports whether the quotation ends in a mark, or one stands behind it.
func (d *document) ends(x *quotation.Quote, inner string) bool {
	r, _ := utf8.DecodeLastRuneInString(inner)
	return strings.ContainsRune(",.?!…-—–", r) || strings.HasPrefix(strings.TrimLeft(d.text[x.End:min(len(d.text), x.End+2)], " "), ",")
}

// afterCue reports whether the word before the byte at, commas left out, is a verb of saying.
func (d *document) afterCue(at int) bool {
	i := d.sentenceAt(at)
	if i < 0 {
		return false
	}
	t := d.tree(i)
	for k := t.at(at) - 1; k >= 0 && k > t.at(at)-4; k-- {
		if isPunct(&t.Tokens[k]) {
			continue
		}
		return t.Tokens[k].UPOS == language.VERB && d.strong(t, k)
	}
	return false
}

func (d *document) sentenceStart(at int) bool {
	i := d.sentenceAt(at)
	return i >= 0 && d.sents[i].Start >= at-1
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

// onlyCue reports whether sentence i is no more than a cue clause that was cut
// off behind a quotation which ends in a question or exclamation mark.
func (d *document) onlyCue(i, level int) bool {
	t := d.tree(i)
	if len(t.Tokens) > 16 || len(t.Tokens) < 2 {
		return false
	}
	v := d.cueAfter(t, 0, level)
	return v >= 0 && v < 10 && (d.strong(t, v) || len(t.Tokens) < 9) && t.find(v, language.Ccomp) < 0 && t.thatAfter(v, len(t.Tokens), true) == 0 && (v > 0 || t.find(v, language.Nsubj) > v)
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
	stipulate observe comment answer tweet acknowledge admit recall read go put report suggest joke quip point underline underscore think believe complain predict`)

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
				a.source = d.nounPhrase(t, s, 0, v)
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
		e := d.quoting(t, i)
		if e == nil || u == language.NOUN && (d.lexicon.nouns[fold(t.Tokens[i].Lemma)] == nil || t.word(to-1) != ":" || other >= 0) {
			continue
		}
		if u == language.VERB && (d.strong(t, i) || i >= to-2) {
			return i
		}
		if other < 0 {
			other = i
		}
	}
	return other
}

// signed reads a quotation with its speaker behind a dash: “…” — Ana Brun.
func (d *document) signed(q int) bool {
	x := &d.quotes[q]
	rest := d.text[x.End:min(len(d.text), x.End+160)]
	trimmed := strings.TrimLeft(rest, " \n\u00a0")
	n := 0
	for _, dash := range []string{"―", "—", "–", "--", "-"} {
		if strings.HasPrefix(trimmed, dash) {
			n = len(dash)
			break
		}
	}
	if n == 0 {
		return false
	}
	cue := pacta.Span{Start: x.End + len(rest) - len(trimmed)}
	cue.End = cue.Start + n
	line := trimmed[n:]
	if k := strings.IndexByte(line, '\n'); k >= 0 {
		line = line[:k]
	}
	name := strings.Trim(line, " .\u00a0")
	if r, _ := utf8.DecodeRuneInString(name); !unicode.IsUpper(r) || strings.Count(name, " ") > 8 || len(name) < 3 {
		return false
	}
	start := cue.End + strings.Index(d.text[cue.End:], name)
	i := d.sentenceAt(x.Start)
	if i < 0 {
		return false
	}
	d.found = append(d.found, attribution{sentence: i, verb: -1, entry: &entry{kind: "says", stance: "neutral"}, level: x.Parent, direct: true, rule: "quotation, signed", sure: 0.9,
		cue: []pacta.Span{cue}, source: pacta.Span{Start: start, End: start + len(name)}, content: spans(x.Span)})
	return true
}

// goOn gives a quotation without a cue to the speaker of the quotation before
// it: “…,” he said. “…”
func (d *document) goOn(q int) {
	x := &d.quotes[q]
	if x.Parent >= 0 || len(d.found) == 0 {
		return
	}
	k := len(d.found) - 1
	for k > 0 && (!d.found[k].direct || d.found[k].level >= 0) && k > len(d.found)-6 {
		k--
	}
	a := &d.found[k]
	end := a.span().End
	if !a.direct || end > x.Start || a.level >= 0 {
		return
	}
	i, j := d.sentenceAt(x.Start), a.sentence
	if i < 0 || i-d.lastSentence(a) > 1 {
		return
	}
	if i > j+1 && i > d.lastSentence(a)+1 {
		return
	}
	between := d.text[end:x.Start]
	if strings.ContainsRune(strings.TrimSpace(between), '\n') {
		return
	}
	if !d.sentenceStart(x.Start) {
		return
	}
	if strings.Contains(d.text[end:x.Start], "\n") {
		line, _, _ := strings.Cut(d.text[x.End:min(len(d.text), x.End+80)], "\n")
		if strings.TrimSpace(line) != "" {
			return // what follows says whose it is, in words that no rule reads
		}
		// A paragraph of its own that only consists of a quotation: the same speaker goes on.
		y := *a
		y.content, y.rule, y.sure = []pacta.Span{x.Span}, "quotation without a cue", 0.6
		d.found = append(d.found, y)
		return
	}
	a.content = append(a.content, x.Span)
}

// lastSentence returns the sentence in which a ends.
func (d *document) lastSentence(a *attribution) int {
	if i := d.sentenceAt(a.span().End - 1); i >= 0 {
		return i
	}
	return a.sentence
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
