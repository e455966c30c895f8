package statement

import (
	"strings"

	"pacta"
	"pacta/language"
)

// A proposal is an attribution that the rules find possible, with where its
// parts stand in the tree: what the model judges.
type proposal struct {
	t       *tree
	cue     int
	source  int // head of the source, -1 if none is named
	passive bool
	content content
}

// An option is a proposal with its attribution and its score.
type option struct {
	attribution
	features []uint32
	score    float64
}

// propose scores one reading of the current cue.
func (d *document) propose(x attribution, p proposal) {
	d.clip(&x)
	for _, c := range x.content {
		if c.Len() <= 0 {
			return
		}
	}
	o := option{attribution: x}
	var buffer [64]uint32
	o.features = d.features(&x, &p, buffer[:0])
	o.score = weights().score(o.features)
	if d.exact(&x, &p) {
		o.score += certain
	} else if d.diplomatic(&x, &p) {
		o.score += likely
	}
	if d.collect != nil {
		o.features = append([]uint32(nil), o.features...)
		d.collect(&o)
	} else {
		o.features = nil
	}
	d.options = append(d.options, o)
}

// certain is what the score of a reading that needs no model is raised by.
const certain = 3

// likely is what the score is raised by where the sort of text we read makes a
// statement of what elsewhere often is none.
const likely = 1.2

// diplomatic reports whether a treaty text or one of its paragraphs says
// something, or a state rejects, demands or questions something.
func (d *document) diplomatic(x *attribution, p *proposal) bool {
	if p.source < 0 || p.content.frame != object && p.content.frame != clause {
		return false
	}
	if d.Doc.Genre == pacta.GenreTreaty && recitals[x.entry.lemma] {
		return true
	}
	switch x.entry.verdict() {
	case "says":
		return documentNouns[fold(p.t.Tokens[p.source].Lemma)] || documentNouns[p.t.low[p.source]]
	case "accuses", "denies", "demands":
		return d.sourceType(p.t, p.source) == "state"
	}
	return false
}

// exact reports whether a reading is a verb of saying with a that-clause by
// somebody who can say things: there the rule is as good as any model.
func (d *document) exact(x *attribution, p *proposal) bool {
	if x.light && (p.content.frame == clause || p.content.frame == infinitive) && d.sourceType(p.t, p.source) != "thing" {
		return true
	}
	if p.content.frame != clause || !sayers[x.entry.lemma] && x.entry.kind != "claims" && x.entry.kind != "denies" || p.source < 0 {
		return false
	}
	if !p.content.source.IsZero() {
		return true // the order of the words shows all three parts
	}
	first := p.t.at(x.content[0].Start)
	if l := x.entry.lemma; (l == "say" || l == "tell" || l == "add") && p.t.Tokens[p.cue].XPOS != language.TagVB && x.rule == "clause" && !p.t.whether(first) {
		switch d.sourceType(p.t, p.source) {
		case "person", "office", "organization", "state", "people", "he", "name", "document", "it", "they", "group":
			return true
		}
	}
	if p.t.word(first) != "that" && !(p.content.source.IsZero() && first > 0 && p.t.word(first-1) == "that") {
		return false
	}
	switch d.sourceType(p.t, p.source) {
	case "thing", "place", "i", "we", "you", "one", "that", "none", "pronoun":
		return false
	}
	return true
}

// decide keeps the best reading of the current cue if it is good enough.
func (d *document) decide() {
	best := -1
	for i := range d.options {
		if best < 0 || d.options[i].score > d.options[best].score {
			best = i
		}
	}
	if best >= 0 && d.options[best].score > threshold {
		x := d.options[best].attribution
		x.sure = probability(d.options[best].score)
		d.found = append(d.found, x)
	}
	d.options = d.options[:0]
}

// features lists what the model sees of a proposal, as hashes.
func (d *document) features(x *attribution, p *proposal, out []uint32) []uint32 {
	t, k := p.t, &p.t.Tokens[p.cue]
	frame, lemma, kind := frameWords[p.content.frame], x.entry.lemma, x.entry.verdict()
	source := d.sourceType(t, p.source)
	add := func(parts ...string) { out = append(out, hash(parts)) }
	add("bias")
	add("frame", frame)
	add("lemma", lemma)
	add("lemma frame", lemma, frame)
	add("kind frame", kind, frame)
	add("rule", x.rule)
	add("source", source)
	add("source frame", source, frame)
	add("source kind", source, kind)
	add("source lemma", source, lemma)
	tag := k.XPOS.String()
	if k.XPOS == language.TagNNS {
		tag = language.TagVBZ.String() // "Oslo questions it", tagged as a noun
		if x.rule != "" && strings.HasPrefix(x.rule, "noun") {
			tag = k.XPOS.String()
		}
	}
	add("tag frame", tag, frame)
	add("rel frame", k.Rel.String(), frame)
	add("tag", tag, source)
	if p.source >= 0 {
		add("source word", fold(t.Tokens[p.source].Lemma))
		if p.source > p.cue {
			add("source behind", frame)
		}
	}
	if p.passive {
		add("passive", frame)
		add("passive", lemma)
	}
	if x.negated {
		add("negated", frame)
	}
	if a := t.find(p.cue, language.Aux); a >= 0 {
		add("aux", t.low[a], frame)
	}
	if t.infinitive(p.cue) {
		add("to", frame)
	}
	if x.level >= 0 {
		add("quoted", frame)
		add("quoted", source)
	}
	return d.contentFeatures(x, p, frame, lemma, out)
}

// verdict is the kind of e as the model sees it: praise takes the same phrases as blame.
func (e *entry) verdict() string {
	if e.stance == "praises" {
		return "accuses"
	}
	return e.kind
}

// contentFeatures adds what the model sees of the content.
func (d *document) contentFeatures(x *attribution, p *proposal, frame, lemma string, out []uint32) []uint32 {
	t := p.t
	add := func(parts ...string) { out = append(out, hash(parts)) }
	c := x.content[0]
	first := t.at(c.Start)
	last := max(first, t.at(c.End)-1)
	if first >= len(t.Tokens) {
		return out
	}
	head := t.headOf(first, last+1)
	word := fold(t.Tokens[head].Lemma)
	add("head tag", t.Tokens[head].UPOS.String(), frame)
	if p.content.frame != clause {
		add("head", word)
		add("head lemma", word, lemma)
		add("suffix", suffix(word), frame)
		add("determiner", t.determiner(head), frame)
	}
	add("opens", opening(t, first), frame)
	add("length", lengths[min(len(lengths)-1, (last-first+1)/3)], frame)
	add("length lemma", lengths[min(3, (last-first+1)/3)], lemma)
	if strings.ContainsAny(c.Of(d.text), "\"“”") {
		add("marks", frame)
	}
	if len(x.content) > 1 {
		add("parts", frame)
	}
	if d.agentive(t, head) {
		add("object acts", frame, x.entry.verdict())
	}
	if p.content.prep != "" {
		add("preposition", p.content.prep, lemma)
	}
	return out
}

var frameWords = map[frame]string{clause: "clause", infinitive: "inf", objectInfinitive: "objinf", objectAs: "objas", objectAdjective: "objadj", objectAs | objectAdjective: "objadj", preposition: "prep", object: "obj"}

var lengths = [...]string{"0", "1", "2", "3", "4", "5", "6", "7"}

// opening classes the first word of a content.
func opening(t *tree, i int) string {
	switch t.low[i] {
	case "that", "to", "whether", "if", "how", "what", "why", "who", "when", "where", "which", "it", "the", "a", "an":
		return t.low[i]
	}
	return t.Tokens[i].XPOS.String()
}

func suffix(w string) string {
	if len(w) > 3 {
		return w[len(w)-3:]
	}
	return w
}

func (t *tree) determiner(i int) string {
	if c := t.find(i, language.Det, language.NmodPoss); c >= 0 {
		return t.low[c]
	}
	return ""
}

// headOf returns the token of [first, last) that hangs on one outside.
func (t *tree) headOf(first, last int) int {
	for i := first; i < last && i < len(t.Tokens); i++ {
		if h := t.Tokens[i].Head; (h < first || h >= last) && !isPunct(&t.Tokens[i]) && !t.is(i, language.Case, language.Mark, language.Cc) {
			return i
		}
	}
	return first
}

// sourceType classes who a source is.
func (d *document) sourceType(t *tree, s int) string {
	if s < 0 || s >= len(t.Tokens) {
		return "none"
	}
	k := &t.Tokens[s]
	if k.UPOS == language.PRON {
		switch w := t.low[s]; w {
		case "i", "me":
			return "i"
		case "we", "us":
			return "we"
		case "he", "she", "him", "her":
			return "he"
		case "you", "they", "it", "who", "which", "that", "one":
			return w
		}
		return "pronoun"
	}
	if speechNouns[fold(k.Lemma)] {
		return "document"
	}
	if m := d.actors.Covering(k.Start); m != nil && m.End >= k.End {
		return m.Type
	}
	if personNouns[fold(k.Lemma)] {
		return "people"
	}
	if k.UPOS == language.PROPN {
		return "name"
	}
	return "thing"
}
