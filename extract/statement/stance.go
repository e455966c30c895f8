package statement

import (
	"pacta/language"
)

// Words of the content that tell its stance, by lemma.
var (
	breaching   = set("violate violation breach break ignore flout renege disregard undermine sabotage unfulfilled default infringe infringement circumvent evade non-compliance")
	keeping     = set("fulfil fulfill comply honor honour implement adhere abide observe keep respect uphold perform discharge")
	praising    = set("historic successful success positive constructive important valuable welcome breakthrough milestone achievement cornerstone unprecedented fruitful")
	criticising = set("unacceptable illegal unlawful wrong provocative provocation reckless irresponsible shameful aggressive aggression destructive mistake harmful dangerous disgrace betrayal capitulation destabilize destabilise destabilizing")
	rejecting   = set("groundless baseless false untrue fabricated nonsense slander unfounded")
	binding     = set("bind bound oblige obligated require")
	validity    = set("valid binding bind bound inviolable")
	duties      = set("must should ought")
	pledges     = set("commitment obligation promise pledge duty agreement truce ceasefire treaty pact accord term point provision clause deal word function requirement responsibility")
)

// stance returns what the speaker takes towards what the statement is about: by
// the kind of cue, and for cues that leave it open by the words of the content.
// A treaty text takes none.
func (d *document) stance(x *attribution, voice string) string {
	if voice == "document" {
		return "neutral"
	}
	best := x.entry.stance
	if x.negated && best == "affirms" {
		best = "neutral"
	}
	for i, w := range d.words(x) {
		if s := w.stance(x); i == 0 || ranks[s] > ranks[best] {
			best = s
		}
	}
	return best
}

// ranks orders the stances that the sentences of one statement take: the one
// that a reader looks for comes first.
var ranks = map[string]int{"claims broken": 10, "claims kept": 9, "denies": 8, "rejects": 7, "promises": 6, "demands": 5, "criticises": 4, "praises": 3, "affirms": 2, "predicts": 1}

// stance is what one sentence with these words takes.
func (w *hints) stance(x *attribution) string {
	switch x.entry.kind {
	case "denies", "promises", "demands", "hopes", "asks":
		if x.negated && x.entry.kind == "promises" {
			return "rejects"
		}
		return x.entry.stance
	case "accuses":
		if w.breaching && x.entry.stance == "criticises" {
			return "claims broken"
		}
		return x.entry.stance
	}
	switch {
	case w.hypothetical:
	case w.bound && w.negated, w.valid && w.pledge && w.negated && !w.keeping:
		return "rejects" // "is no longer bound to perform", "the treaty is not valid"
	case w.keeping && w.negated, w.breaching && !w.negated:
		return "claims broken"
	case w.keeping && w.future:
		return "promises"
	case w.keeping && w.bound:
		return "demands"
	case w.keeping:
		return "claims kept"
	case w.rejecting:
		return "rejects"
	}
	switch {
	case w.duty:
		return "demands"
	case w.criticising:
		return "criticises"
	case w.praising && !w.negated:
		return "praises"
	case w.first && w.future && w.negated:
		return "rejects"
	case w.first && w.future:
		return "promises"
	case w.future && x.entry.stance == "neutral":
		return "predicts"
	case w.valid && w.pledge && !w.negated && !w.hypothetical && x.entry.stance == "neutral":
		return "affirms" // "the treaty remains valid", "both are bound by the accord"
	}
	if x.negated && x.entry.stance == "affirms" {
		return "neutral" // "did not confirm this"
	}
	return x.entry.stance
}

// hints are what the words of a content show.
type hints struct {
	breaching, keeping, praising, criticising, rejecting bool
	duty, future, negated, hypothetical, pledge, first   bool
	bound, valid                                         bool
}

// maxRead is how many sentences of a long statement are read for its stance.
const maxRead = 12

// words reads the sentences of the content.
func (d *document) words(x *attribution) []hints {
	var out []hints
	for _, c := range x.content {
		for i := d.sentenceAt(c.Start); i >= 0 && i < len(d.sents) && d.sents[i].Start < c.End && len(out) < maxRead; i++ {
			var w hints
			t := d.tree(i)
			for k := t.at(c.Start); k < len(t.Tokens) && t.Tokens[k].Start < c.End; k++ {
				w.read(t, k)
			}
			w.keeping = w.keeping && w.pledge
			out = append(out, w)
		}
	}
	return out
}

func (w *hints) read(t *tree, k int) {
	lemma := fold(t.Tokens[k].Lemma)
	w.breaching = w.breaching || breaching[lemma] && (lemma != "break" && lemma != "ignore" || t.objectIs(k, pledges))
	w.keeping = w.keeping || keeping[lemma] && t.Tokens[k].UPOS == language.VERB
	w.praising = w.praising || praising[lemma]
	w.criticising = w.criticising || criticising[lemma]
	w.rejecting = w.rejecting || rejecting[lemma]
	w.pledge = w.pledge || pledges[lemma]
	w.bound = w.bound || binding[lemma] && t.word(k+1) == "to"
	w.valid = w.valid || validity[lemma] || t.low[k] == "force" && k > 0 && t.low[k-1] == "in"
	w.duty = w.duty || duties[t.low[k]]
	switch t.low[k] {
	case "i", "we":
		w.first = true
	case "will", "shall", "'ll", "’ll", "wo", "won't":
		w.future = true
	case "not", "n't", "n’t", "never", "no", "without", "neither", "none", "nobody", "nothing", "nor", "hardly", "fails", "failed", "fail", "refuses", "refused":
		w.negated = true
	case "if", "unless", "would", "could", "may", "might":
		w.hypothetical = true
	}
}

// objectIs reports whether the object of token k is one of the words.
func (t *tree) objectIs(k int, words map[string]bool) bool {
	o := t.find(k, language.Obj)
	return o >= 0 && words[fold(t.Tokens[o].Lemma)]
}
