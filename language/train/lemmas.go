package main

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"pacta/language/internal/engine"
)

const maxSuffix = 5

// script turns a form into its lemma: cut bytes, then add.
type script struct {
	cut int
	add string
}

func scriptOf(form, lemma string) (script, bool) {
	n := 0
	for n < len(form) && n < len(lemma) && form[n] == lemma[n] {
		n++
	}
	s := script{len(form) - n, lemma[n:]}
	return s, n > 0 && s.cut <= 8 && len(s.add) <= 8
}

func (s script) apply(form string) string {
	if s.cut >= len(form) {
		return form
	}
	return form[:len(form)-s.cut] + s.add
}

type lemmaSite struct {
	form  string // lower case unless a proper noun
	xpos  uint8
	lemma string
}

// trainLemmatizer makes the sections "lemma.forms", "lemma.rules" and
// "lemma.strings".
func trainLemmatizer(docs []gold, out map[string][]byte) {
	counts := map[lemmaSite]int{}
	for _, d := range docs {
		for _, s := range d.sents {
			for _, w := range s.words {
				if site, ok := siteOf(&w); ok {
					counts[site]++
				}
			}
		}
	}
	for _, site := range ownVerbs() {
		counts[site] += 2
	}
	sites := sortedSites(counts)
	rules := learnRules(sites, counts)
	b := &lemmaBuilder{at: map[string]int{}}
	b.add("")
	var entries []engine.Entry
	for _, k := range sortedKeys(rules) {
		s := rules[k]
		key, at := engine.SuffixKey(k.suffix, len(k.suffix), k.xpos), b.add(s.add)
		if at >= 1<<10 {
			panic("train: too many rules")
		}
		entries = append(entries, engine.Entry{Hash: key, Payload: engine.RulePayload(key, s.cut, at), Weight: 1})
	}
	out["lemma.rules"], _ = engine.BuildTable(entries, 0.7)
	out["lemma.forms"] = b.forms(sites, counts, rules)
	out["lemma.strings"] = b.text
	note("lemmatizer: %d rules", len(rules))
}

func siteOf(w *goldWord) (lemmaSite, bool) {
	if w.lemma == "_" || w.rel == "goeswith" || strings.ContainsFunc(w.form, unicode.IsDigit) || len(w.form) > 40 || len(w.lemma) > 40 {
		return lemmaSite{}, false
	}
	form := w.form
	if w.upos != "PROPN" && !strings.HasPrefix(w.xpos, "NNP") {
		form = strings.ToLower(form)
	}
	return lemmaSite{form, engine.Number(engine.XPOSNames[:], w.xpos), w.lemma}, true
}

func sortedSites(counts map[lemmaSite]int) []lemmaSite {
	var sites []lemmaSite
	for s := range counts {
		sites = append(sites, s)
	}
	slices.SortFunc(sites, func(a, b lemmaSite) int {
		return cmp.Or(cmp.Compare(a.form, b.form), cmp.Compare(a.xpos, b.xpos), cmp.Compare(counts[b], counts[a]), cmp.Compare(a.lemma, b.lemma))
	})
	return sites
}

type ruleKey struct {
	suffix string
	xpos   uint8
}

func sortedKeys(rules map[ruleKey]script) []ruleKey {
	var keys []ruleKey
	for k := range rules {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b ruleKey) int {
		return cmp.Or(cmp.Compare(a.suffix, b.suffix), cmp.Compare(a.xpos, b.xpos))
	})
	return keys
}

// learnRules keeps a suffix rule where it differs from that of the shorter
// suffix and at least two forms speak for it. Each form counts once, so that
// irregular frequent words do not teach.
func learnRules(sites []lemmaSite, counts map[lemmaSite]int) map[ruleKey]script {
	votes := map[ruleKey]map[script]int{}
	for _, s := range sites {
		sc, ok := scriptOf(s.form, s.lemma)
		if !ok {
			continue
		}
		for n := 0; n <= min(maxSuffix, len(s.form)-1); n++ {
			k := ruleKey{s.form[len(s.form)-n:], s.xpos}
			if votes[k] == nil {
				votes[k] = map[script]int{}
			}
			votes[k][sc]++
		}
	}
	winner := map[ruleKey]script{}
	for k, v := range votes {
		winner[k] = majority(v)
	}
	rules := map[ruleKey]script{}
	for k, s := range winner {
		if len(k.suffix) == 0 {
			rules[k] = s
			continue
		}
		if votes[k][s] >= 2 && parentRule(winner, votes, k) != s {
			rules[k] = s
		}
	}
	return rules
}

// parentRule is what the longest shorter suffix with a rule of its own says.
func parentRule(winner map[ruleKey]script, votes map[ruleKey]map[script]int, k ruleKey) script {
	for n := len(k.suffix) - 1; n > 0; n-- {
		p := ruleKey{k.suffix[len(k.suffix)-n:], k.xpos}
		if votes[p][winner[p]] >= 2 {
			return winner[p]
		}
	}
	return winner[ruleKey{"", k.xpos}]
}

func majority(votes map[script]int) script {
	var top script
	n := 0
	for s, v := range votes {
		if v > n || v == n && (s.cut < top.cut || s.cut == top.cut && s.add < top.add) {
			top, n = s, v
		}
	}
	return top
}

func applyRules(rules map[ruleKey]script, form string, xpos uint8) string {
	for n := min(maxSuffix, len(form)-1); n >= 0; n-- {
		if s, ok := rules[ruleKey{form[len(form)-n:], xpos}]; ok {
			return s.apply(form)
		}
	}
	return form
}

// lemmaBuilder collects strings, each once.
type lemmaBuilder struct {
	text []byte
	at   map[string]int
}

func (b *lemmaBuilder) add(s string) int {
	if at, ok := b.at[s]; ok {
		return at
	}
	at := len(b.text)
	b.text = append(append(b.text, byte(len(s))), s...)
	b.at[s] = at
	return at
}

// forms lists the forms that the rules get wrong, and the frequent ones whose
// lemma would else have to be made.
func (b *lemmaBuilder) forms(sites []lemmaSite, counts map[lemmaSite]int, rules map[ruleKey]script) []byte {
	var entries []engine.Entry
	done := map[uint32]bool{}
	for _, s := range sites {
		key := engine.LemmaKey(s.form, s.xpos)
		if done[key] {
			continue
		}
		done[key] = true
		if applyRules(rules, s.form, s.xpos) == s.lemma && counts[s] < 2 {
			continue
		}
		at := b.add(s.lemma)
		if at >= 1<<19 {
			panic("train: too many lemmas")
		}
		entries = append(entries, engine.Entry{Hash: key, Payload: engine.LemmaPayload(key, at), Weight: float32(counts[s])})
	}
	data, _ := engine.BuildTable(entries, 3)
	return data
}
