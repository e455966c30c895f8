package commitment

import (
	"strings"

	"pacta"
	"pacta/language"
)

// A view is one sentence with what the rules ask of its tokens. It is reused
// from sentence to sentence.
type view struct {
	text   string
	s      *language.Sentence
	word   []string // forms in lower case
	lemma  []string // lemmas in lower case, the form where there is none
	folded map[string]string
}

// A run is a range of tokens of one sentence, half-open.
type run struct{ from, to int }

func (r run) empty() bool { return r.from >= r.to }

func newView(text string) *view { return &view{text: text, folded: map[string]string{}} }

func (v *view) load(s *language.Sentence) {
	v.s, v.word, v.lemma = s, v.word[:0], v.lemma[:0]
	for i := range s.Tokens {
		w := v.fold(s.Text(v.text, i))
		if len(w) > 1 && w[0] == ';' {
			w = ";"
		}
		v.word = append(v.word, w)
		l := s.Tokens[i].Lemma
		if l == "" {
			l = w
		}
		if l = v.fold(l); irregular[l] != "" {
			l = irregular[l]
		}
		v.lemma = append(v.lemma, base(l, w, s.Tokens[i].XPOS))
	}
}

// irregular are forms of verbs of promising that a lemmatiser may not know.
var irregular = map[string]string{"undertook": "undertake", "undertaken": "undertake", "bound": "bind", "swore": "swear", "sworn": "swear", "forbade": "forbid", "forbad": "forbid",
	"sought": "seek", "strove": "strive", "striven": "strive", "gave": "give", "given": "give", "pledged": "pledge", "foresaw": "foresee", "foreseen": "foresee", "broke": "break", "broken": "break", "froze": "freeze", "frozen": "freeze", "kept": "keep", "met": "meet", "denied": "deny", "accused": "accuse"}

// base returns the dictionary form of a word that the lemmatiser left as it
// is: the singular of a plural, the infinitive of a regular verb of the lexicon.
func base(lemma, word string, tag language.XPOS) string {
	if len(word) < 4 {
		return lemma
	}
	if lemma != word {
		if n := len(lemma) - 1; lemma[n] == 'e' && !isKnownVerb(lemma) && isKnownVerb(lemma[:n]) {
			return lemma[:n] // "floute" of "flouted"
		}
		return lemma
	}
	switch tag {
	case language.TagNNS, language.TagNNPS:
		return withoutS(word)
	case language.TagVBZ:
		if w := withoutS(word); isKnownVerb(w) {
			return w
		}
		return strings.TrimSuffix(strings.TrimSuffix(word, "s"), "e")
	case language.TagVBD, language.TagVBN, language.TagVBG:
		return stem(word)
	}
	return lemma
}

func withoutS(word string) string {
	if w, ok := strings.CutSuffix(word, "ies"); ok {
		return w + "y"
	}
	if strings.HasSuffix(word, "ss") {
		return word
	}
	return strings.TrimSuffix(word, "s")
}

// stem takes "-ed" or "-ing" off, if what is left is a verb of the lexicon.
func stem(word string) string {
	for _, suffix := range [...]string{"ed", "d", "ing"} {
		w, ok := strings.CutSuffix(word, suffix)
		if !ok || len(w) < 2 {
			continue
		}
		if isKnownVerb(w) {
			return w
		}
		if isKnownVerb(w + "e") {
			return w + "e"
		}
		if n := len(w); n > 2 && w[n-1] == w[n-2] && isKnownVerb(w[:n-1]) {
			return w[:n-1]
		}
		if v, ok := strings.CutSuffix(w, "i"); ok && isKnownVerb(v+"y") {
			return v + "y"
		}
	}
	return word
}

// keeping are the verbs of keeping and breaking, which readers ask about.
var keeping = set("fulfil", "fulfill", "implement", "honour", "honor", "observe", "execute", "discharge", "perform", "uphold", "comply", "abide", "adhere", "keep", "respect", "violate",
	"breach", "break", "infringe", "contravene", "renege", "transgress", "flout", "betray", "trample", "disregard", "ignore", "evade", "sabotage", "shirk", "suspend", "freeze", "pause", "halt",
	"govern", "refuse", "fail", "decline", "deny", "accuse", "continue", "hold", "work", "pause")

func isKnownVerb(w string) bool {
	return keeping[w] || cues[w] != nil || practices[w] || says[w] || verbs[w] || ownLife[w] || finalVerbs[w] || plainVerbs[w]
}

// fold lowers the case of w, once for each form of a document.
func (v *view) fold(w string) string {
	for i := 0; i < len(w); i++ {
		if c := w[i]; 'A' <= c && c <= 'Z' || c >= 0x80 {
			l, ok := v.folded[w]
			if !ok {
				l = strings.ReplaceAll(strings.ToLower(w), "’", "'")
				v.folded[w] = l
			}
			return l
		}
	}
	return w
}

func (v *view) len() int { return len(v.word) }

// is reports whether the form at i is one of words; outside of the sentence
// nothing is.
func (v *view) is(i int, words ...string) bool {
	if i < 0 || i >= len(v.word) {
		return false
	}
	for _, w := range words {
		if v.word[i] == w {
			return true
		}
	}
	return false
}

// in reports whether the form at i is in set.
func (v *view) in(i int, set map[string]bool) bool {
	return i >= 0 && i < len(v.word) && set[v.word[i]]
}

func (v *view) tag(i int) language.XPOS {
	if i < 0 || i >= len(v.word) {
		return 0
	}
	return v.s.Tokens[i].XPOS
}

func (v *view) rel(i int) language.Rel { return v.s.Tokens[i].Rel }

func (v *view) head(i int) int { return v.s.Tokens[i].Head }

// span returns the bytes of the tokens in r.
func (v *view) span(r run) pacta.Span {
	if r.empty() {
		return pacta.Span{}
	}
	return pacta.Span{Start: v.s.Tokens[r.from].Start, End: v.s.Tokens[r.to-1].End}
}

func (v *view) isNoun(i int) bool {
	switch v.tag(i) {
	case language.TagNN, language.TagNNS, language.TagNNP, language.TagNNPS, language.TagPRP:
		return !v.is(i, "itself", "themselves", "himself", "herself", "oneself")
	}
	return false
}

func (v *view) isBase(i int) bool {
	return v.tag(i) == language.TagVB || v.tag(i) == language.TagVBP
}

func (v *view) isGerund(i int) bool { return v.tag(i) == language.TagVBG }

func (v *view) isParticiple(i int) bool {
	return v.tag(i) == language.TagVBN || v.tag(i) == language.TagVBD
}

func (v *view) isAdverb(i int) bool {
	switch v.tag(i) {
	case language.TagRB, language.TagRBR, language.TagRBS:
		return !v.is(i, "not", "n't", "never") && (!v.isUpper(i) || strings.HasSuffix(v.word[i], "ly") || v.in(i, openers))
	}
	return false
}

// openers are adverbs that begin a sentence; another capitalised word that is
// tagged as an adverb is a name.
var openers = set("however", "also", "therefore", "furthermore", "moreover", "thus", "here", "now", "then", "today", "yesterday", "hence", "nevertheless", "otherwise", "meanwhile", "earlier", "later", "instead", "besides", "still", "only", "further", "so", "too", "again", "once")

func (v *view) isVerb(i int) bool {
	t := v.tag(i)
	return t >= language.TagVB && t <= language.TagVBZ
}

func (v *view) isPunct(i int) bool {
	if i < 0 || i >= len(v.word) {
		return false
	}
	switch v.word[i] {
	case ".", ",", ";", ":", "!", "?", "\"", "'", "“", "”", "‘", "''", "``", "»", "«", "-", "–", "—", "(", ")", "[", "]", "…", "...":
		return true
	}
	return false
}

func (v *view) isQuote(i int) bool {
	return v.is(i, "\"", "“", "”", "''", "``", "»", "«", "„")
}

// trim takes punctuation and conjunctions off both ends of r.
func (v *view) trim(r run) run {
	for !r.empty() && (v.isPunct(r.from) && !v.is(r.from, "(") || v.is(r.from, "and", "or", "but")) {
		r.from++
	}
	for !r.empty() && (v.isPunct(r.to-1) && !v.is(r.to-1, ")") || v.is(r.to-1, "and", "or", "but")) {
		r.to--
	}
	return r
}
