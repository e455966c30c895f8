package fulfilment

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"pacta/language"
)

//go:embed data/predicates.tsv
var predicatesFile string

// A predicate is a phrase that claims how an instrument stands: "remain on
// paper", "put the treaty on hold".
type predicate struct {
	claim, denied string
	agent         bool // its subject is who acts, not what is kept
	words         [][]string
}

var predicates = parsePredicates(predicatesFile)

// parsePredicates indexes the predicates by the words that they may begin with;
// a line that does not parse is a bug in the embedded file.
func parsePredicates(file string) map[string][]*predicate {
	m := map[string][]*predicate{}
	for line := range strings.Lines(file) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			panic(fmt.Sprintf("predicates.tsv: %q", line))
		}
		p := &predicate{claim: strings.Trim(f[0], "-"), denied: strings.Trim(f[1], "-"), agent: f[2] == "agent"}
		for _, w := range strings.Fields(f[3]) {
			p.words = append(p.words, strings.Split(w, "|"))
		}
		for _, w := range p.words[0] {
			m[w] = append(m[w], p)
		}
	}
	return m
}

// predicated tries the phrases that begin at token i.
func (f *finder) predicated(i int) bool {
	ps := predicates[f.lemma[i]]
	if ps == nil {
		ps = predicates[f.word[i]]
	}
	if ps == nil || !f.isVerb(i) {
		return false
	}
	for _, p := range ps {
		if c, ok := f.match(p, i); ok && f.accept(&c) {
			return true
		}
	}
	return false
}

func (f *finder) match(p *predicate, i int) (claim, bool) {
	c := claim{typ: p.claim, cue: [2]int{i, i + 1}, from: i}
	end, ok := f.matchWords(p.words[1:], i+1, &c)
	modal, denied := f.auxiliaries(i)
	if !ok || modal != "" || f.tag(i) == language.TagVB && f.is(i-1, "to") || f.tag(i) == language.TagVBG && !f.isProgressive(i) {
		return c, false
	}
	c.cue[1] = max(i+1, end)
	if f.is(i+1, "no", "not", "n't", "never", "neither") {
		denied = true
	}
	from, to := f.subjectOf(i)
	if f.deniesAll([2]int{from, to}) {
		denied = !denied
	}
	if denied {
		c.typ = p.denied
	}
	if c.typ == "" || from >= to || f.isRelativePronoun(from, to) {
		return c, false
	}
	c.from = from
	if p.agent {
		c.party = [2]int{from, to}
		return c, f.isActor(from, to) && !f.isPassive(i)
	}
	c.object = [2]int{from, to}
	if !f.isStanding(from, to) {
		return c, false
	}
	if f.isPassive(i) {
		f.by(i, &c)
	}
	return c, len(p.words) > 1 || !f.hasObjectNoun(i) || p.words[0][0] == "shape" || p.words[0][0] == "survive" || f.isPassive(i)
}

// matchWords matches the words of a predicate from token i on and notes its
// object.
func (f *finder) matchWords(words [][]string, i int, c *claim) (end int, ok bool) {
	for n, w := range words {
		switch w[0] {
		case "~":
			if n+1 == len(words) {
				return i, true
			}
			for k := 0; k < 4 && i < len(f.word) && !f.isWord(i, words[n+1]); k++ {
				if !f.isFiller(i) {
					return i, false
				}
				i++
			}
		case "@":
			to := f.nounPhraseWith(i)
			if !f.isObject(i, to) && !f.isSuspended(i, to) || f.isStep(i, to) {
				return i, false
			}
			c.object, i = [2]int{i, to}, to
			if n+1 < len(words) { // what follows may have been read as part of it
				for k := c.object[0] + 1; k < to; k++ {
					if f.isWord(k, words[n+1]) && f.isObject(c.object[0], k) {
						c.object[1], i = k, k
						break
					}
				}
			}
		default:
			for f.tag(i) == language.TagRB && !f.isWord(i, w) && !f.is(i, "not") {
				i++
			}
			if !f.isWord(i, w) {
				return i, false
			}
			i++
		}
	}
	return i, true
}

// isStep reports whether a noun phrase is a step towards an instrument rather
// than the instrument: its ratification, the talks on it.
func (f *finder) isStep(from, to int) bool {
	for k := from; k < to && k < from+4; k++ {
		if f.is(k, "ratification", "talks", "negotiation", "negotiations", "signing", "signature", "vote", "accession", "renewal", "proposal", "draft") {
			return true
		}
	}
	return false
}

func (f *finder) isWord(i int, words []string) bool {
	return i >= 0 && i < len(f.word) && (slices.Contains(words, f.word[i]) || slices.Contains(words, f.lemma[i]))
}

func (f *finder) isFiller(i int) bool {
	t := f.tag(i)
	return t == language.TagRB || t == language.TagRBR || t == language.TagDT || t == language.TagJJ || t == language.TagPRPS || f.is(i, "only", "but", "largely", "as", "full", "so", "in", "been", "and")
}

// nounPhraseWith returns the end of a noun phrase with its prepositional
// attributes.
func (f *finder) nounPhraseWith(i int) int {
	end := f.NounPhrase(i)
	for end < len(f.word) && f.is(end, "in", "of", "to", "under", "with", "between") && end < i+20 {
		end = f.NounPhrase(end + 1)
	}
	return end
}

func (f *finder) isProgressive(i int) bool {
	for k := i - 1; k >= 0 && k > i-5; k-- {
		if f.is(k, "is", "are", "was", "were", "been", "be") {
			return true
		}
		if f.tag(k) != language.TagRB && !f.is(k, "still", "not", "n't") {
			return false
		}
	}
	return false
}

func (f *finder) isRelativePronoun(from, to int) bool {
	return to-from == 1 && f.is(from, "which", "that", "who", "it", "this", "they", "there")
}

// isStanding reports whether a subject names an instrument, or the carrying out
// of one, whose fate a predicate tells.
func (f *finder) isStanding(from, to int) bool {
	for j := from; j < to && j < from+6; j++ {
		switch f.lemma[j] {
		case "implementation", "progress", "membership", "participation", "flight", "obligation", "pledge", "promise":
			return j == from || f.is(j+1, "of", "on", "in") || f.isObject(from, to) || f.is(j+1, "flights")
		}
	}
	return f.isObject(from, to)
}

// hasObjectNoun reports whether a noun phrase without preposition follows the
// verb at i.
func (f *finder) hasObjectNoun(i int) bool {
	t := f.tag(i + 1)
	return t == language.TagDT || t == language.TagPRPS || t == language.TagNN || t == language.TagNNS || t == language.TagNNP || t == language.TagPRP
}
