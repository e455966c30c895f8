package statement

import (
	"strings"

	"pacta"
	"pacta/language"
)

// tree is a sentence with what the rules ask for again and again.
type tree struct {
	*language.Sentence
	text  string
	low   []string // folded words
	first []int    // first token of the subtree
	last  []int    // token after the subtree
	child []int    // first child, -1 if none
	next  []int    // next child of the same head, -1 if none
	cues  []int    // cue verbs that the quotation rules have used
}

func (t *tree) grow(s *language.Sentence, text string) {
	n := len(s.Tokens)
	ints := make([]int, 4*n)
	t.Sentence, t.text = s, text
	t.first, t.last, t.child, t.next = ints[:n:n], ints[n:2*n:2*n], ints[2*n:3*n:3*n], ints[3*n:]
	t.low = make([]string, n)
	for i := range s.Tokens {
		t.low[i] = strings.ToLower(s.Text(text, i))
		t.first[i], t.last[i], t.child[i], t.next[i] = i, i+1, -1, -1
	}
	for i := n - 1; i >= 0; i-- {
		if h := s.Tokens[i].Head; h >= 0 {
			t.next[i], t.child[h] = t.child[h], i
		}
		for h, steps := s.Tokens[i].Head, 0; h >= 0 && steps < n; h, steps = s.Tokens[h].Head, steps+1 {
			t.first[h] = min(t.first[h], i)
			t.last[h] = max(t.last[h], i+1)
		}
	}
}

// word returns the folded word of token i, "" outside of the sentence.
func (t *tree) word(i int) string {
	if i < 0 || i >= len(t.low) {
		return ""
	}
	return t.low[i]
}

func (t *tree) rel(i int) language.Rel { return t.Tokens[i].Rel.Base() }

func (t *tree) is(i int, rels ...language.Rel) bool {
	r := t.Tokens[i].Rel
	for _, x := range rels {
		if r == x {
			return true
		}
	}
	return false
}

// find returns the first child of i with one of the relations, -1 if none.
func (t *tree) find(i int, rels ...language.Rel) int {
	for c := t.child[i]; c >= 0; c = t.next[c] {
		if t.is(c, rels...) {
			return c
		}
	}
	return -1
}

// caseOf returns the preposition of token i, folded, "" if it has none.
func (t *tree) caseOf(i int) string {
	if c := t.find(i, language.Case, language.Mark); c >= 0 && c < i {
		return t.low[c]
	}
	return ""
}

// verbal reports whether token i is a verb or a predicate with a copula.
func (t *tree) verbal(i int) bool {
	u := t.Tokens[i].UPOS
	return u == language.VERB || u == language.AUX || t.find(i, language.Cop) >= 0
}

// span returns the bytes of the tokens [first, last) without punctuation and
// conjunctions at their edges; quotation marks and brackets stay.
func (t *tree) span(first, last int) pacta.Span {
	first, last = max(first, 0), min(last, len(t.Tokens))
	for first < last && (t.edge(first) || t.Tokens[first].UPOS == language.CCONJ) {
		first++
	}
	for first < last && t.edge(last-1) {
		last--
	}
	if first >= last {
		return pacta.Span{}
	}
	return pacta.Span{Start: t.Tokens[first].Start, End: t.Tokens[last-1].End}
}

// edge reports whether token i is punctuation that no phrase begins or ends with.
func (t *tree) edge(i int) bool {
	switch t.word(i) {
	case ",", ".", ";", ":", "-", "--", "–", "—", "…", "...", "―":
		return true
	}
	return false
}

// at returns the index of the first token that starts at or after the byte at.
func (t *tree) at(at int) int {
	lo, hi := 0, len(t.Tokens)
	for lo < hi {
		if m := (lo + hi) / 2; t.Tokens[m].Start < at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// negation reports whether verb i is negated.
func (t *tree) negation(i int) bool {
	for c := t.child[i]; c >= 0; c = t.next[c] {
		switch t.low[c] {
		case "not", "n't", "n’t", "never", "no":
			return true
		}
	}
	return false
}
