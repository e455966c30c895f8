package commitment

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"pacta/language"
)

//go:embed data/cues.tsv
var cuesFile string

// A cue is a phrase that makes a clause a commitment: "undertake to".
type cue struct {
	modality string
	subject  string // party, instrument, speaker or it
	frame    string // what follows: inf, ing, np, that, obj-inf, …
	words    [][]string
}

var cues = parseCues(cuesFile)

// parseCues indexes the cues by each lemma that they may begin with, the longer
// first. A line that does not parse is a bug in the embedded file.
func parseCues(file string) map[string][]*cue {
	index := map[string][]*cue{}
	for line := range strings.Lines(file) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			panic(fmt.Sprintf("cues.tsv: %q", line))
		}
		c := &cue{modality: f[0], subject: f[1], frame: f[2]}
		for _, w := range strings.Fields(f[3]) {
			c.words = append(c.words, strings.Split(w, "|"))
		}
		for _, w := range c.words[0] {
			index[w] = append(index[w], c)
		}
	}
	for _, cs := range index {
		slices.SortStableFunc(cs, func(a, b *cue) int {
			if n := len(b.words) - len(a.words); n != 0 {
				return n
			}
			return objectFirst(a) - objectFirst(b)
		})
	}
	return index
}

// objectFirst orders the cues that want an object and a verb before those that
// want less.
func objectFirst(c *cue) int {
	if strings.HasPrefix(c.frame, "obj") {
		return 0
	}
	return 1
}

// A hit is a cue found at a place.
type hit struct {
	*cue
	run
	negated bool
	insert  run // what stands between commas within it
}

// cuesAt yields the cues that begin at token i, the longest first.
func (v *view) cuesAt(i int, yield func(hit) bool) {
	for _, c := range cues[v.lemma[i]] {
		if h, ok := v.match(c, i); ok && !yield(h) {
			return
		}
	}
}

func (v *view) match(c *cue, at int) (hit, bool) {
	h := hit{cue: c, run: run{from: at}}
	i := at + 1
	for n, alternatives := range c.words[1:] {
		if n == len(c.words)-2 && (alternatives[0] == "to" && c.frame == "inf" || alternatives[0] == "that" && (c.subject == "party" || c.subject == "it")) {
			i = v.overCircumstance(i, &h)
		}
		if n == len(c.words)-2 && v.is(i, ",") && slices.Contains(alternatives, "to") {
			if k := v.toAfterComma(i); k > 0 {
				h.insert, i = run{i + 1, k - 1}, k
			}
		}
		for i < v.len() && (v.isAdverb(i) || v.isNegation(i) || v.is(i, "neither") && v.is(i+1, "to")) && !slices.Contains(alternatives, v.word[i]) {
			h.negated = h.negated || v.isNegation(i) || v.is(i, "neither")
			i++
		}
		if n > 0 && (v.in(i-1, determiners) || v.tag(i-1) == language.TagPRPS) {
			for k := i; k < v.len()-1 && k < i+3 && v.tag(k) == language.TagJJ && !slices.Contains(alternatives, v.word[k]); k++ {
				if slices.Contains(alternatives, v.word[k+1]) {
					i = k + 1 // "the exclusive right to", "their common intention to"
					break
				}
			}
		}
		if v.is(i, ":") && alternatives[0] == "that" && v.is(i+1, "that") {
			i++
		}
		if i >= v.len() || !slices.Contains(alternatives, v.word[i]) && !slices.Contains(alternatives, v.lemma[i]) {
			return h, false
		}
		i++
	}
	h.to = i
	if v.isNegation(at - 1) {
		h.negated = true
	}
	return h, true
}

// c0 returns the last word of the cue of h.
func c0(h *hit) string { return h.words[len(h.words)-1][0] }

// overCircumstance skips "never under any circumstances", "in principle"
// between a verb and its infinitive.
func (v *view) overCircumstance(i int, h *hit) int {
	j := i
	for v.isAdverb(j) || v.isNegation(j) {
		j++
	}
	if !v.is(j, "under", "in", "at", "with", "for", "on", "during", "last") {
		return i
	}
	for k := j + 1; k < v.len()-1 && k < j+6; k++ {
		if v.is(k, "to") && (v.isBase(k+1) || v.isNegation(k+1)) || v.is(k, "that") && c0(h) == "that" {
			for n := i; n < j; n++ {
				h.negated = h.negated || v.isNegation(n)
			}
			return k
		}
		if v.isVerb(k) || v.isPunct(k) {
			return i
		}
	}
	return i
}

// toAfterComma returns the "to" after the comma that closes the parenthesis
// opened at i: "undertake, as set forth in the Charter, to".
func (v *view) toAfterComma(i int) int {
	for k := i + 1; k < v.len()-1 && k < i+40; k++ {
		if v.is(k, ",") && (v.is(k+1, "to") || v.isNegation(k+1) && v.is(k+2, "to")) {
			return k + 1
		}
		if v.is(k, ";", ":") || v.tag(k) == language.TagMD {
			return -1
		}
	}
	return -1
}

func (v *view) isNegation(i int) bool {
	return v.is(i, "not", "n't", "never") || v.is(i, "no") && v.is(i+1, "longer", "more")
}

// denialIn returns the negation in the tokens [from, to), 0 for none.
func (v *view) denialIn(from, to int) int {
	for k := from; k < to; k++ {
		if v.isNegation(k) {
			return k
		}
	}
	return 0
}
