package commitment

import (
	"strings"

	"pacta/language"
)

var subordinators = set("if", "when", "where", "while", "although", "because", "whereas", "unless", "than", "whenever", "once",
	"after", "before", "until", "since", "though", "lest", "wherever", "whether", "as")

var relatives = set("which", "who", "whom", "whose", "whereby", "wherein")

var floating = set("both", "each", "all", "also", "hereby", "then", "therefore", "mutually", "jointly", "thus", "further", "accordingly", "themselves", "itself")

func set(words ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		m[w] = true
	}
	return m
}

// subject returns the noun phrase before the cue at token at, not reaching
// left of lo. from is where its clause begins, with what stands before the
// subject.
func (v *view) subject(at, lo int) (subject run, from int) {
	end := v.beforeCue(at, lo)
	start := v.npStart(end, lo)
	if start > lo+2 && v.is(start-1, ",") && v.is(start, "by") && v.isParticipleBefore(start-1, lo) {
		start = v.clauseStart(start, lo) // "ships used by the State, by societies or by persons"
	}
	r := v.stripLead(run{start, end})
	from = v.clauseStart(r.from, lo)
	for k := r.from - 1; k >= from; k-- {
		if v.isFinite(k) && v.markerAt(from+v.enumerator(from, r.from), r.from) == "" {
			return r, r.from
		}
	}
	return r, from
}

// isParticipleBefore reports whether a participle with "by" stands between lo
// and i and no finite verb.
func (v *view) isParticipleBefore(i, lo int) bool {
	found := false
	for k := i - 1; k > lo; k-- {
		if v.isFinite(k) || v.is(k, ";", ":") {
			return false
		}
		found = found || v.is(k, "by") && v.isParticiple(k-1)
	}
	return found
}

// beforeCue returns where the subject ends: left of adverbs and of parentheses
// between commas.
func (v *view) beforeCue(at, lo int) int {
	for at > lo {
		j := at - 1
		switch {
		case v.is(j, "and", "or") && v.isAdverb(j-1) && v.isAdverb(j+1):
			at = j
		case v.is(j, "and") && j-1 > lo && cues[v.lemma[j-1]] != nil && cues[v.lemma[at]] != nil && (v.isVerb(j-1) || v.isNoun(j-2)) && !v.isUpper(j-1):
			at = j - 1
		case v.isAdverb(j), v.in(j, floating) && at > lo+1 && v.isNoun(j-1):
			at = j
		case v.isQuote(j) && at > lo+1:
			at = j
		case v.is(j, ","):
			k := v.openComma(j, lo)
			if k < 0 {
				return at
			}
			at = k
		case v.is(j, ")"):
			k := j
			for k > lo && !v.is(k, "(") {
				k--
			}
			at = k
		default:
			return at
		}
	}
	return at
}

// openComma returns the comma before j that opens the parenthesis which the
// comma at j closes, or -1.
func (v *view) openComma(j, lo int) int {
	for k := j - 1; k > lo; k-- {
		if v.is(k, ";", ":") {
			return -1
		}
		if v.is(k, ",") && (v.is(k-1, "we") || v.tag(k+1) == language.TagJJ && v.is(k+2, "or", "and") && k+4 == j && v.isNoun(k-1)) {
			return k
		}
		if v.is(k, ",") && v.opensAdjunct(k+1) && (v.isNoun(k-1) || v.is(k-1, ")", "each", "both", "either", "\"", "”", "them")) {
			if v.tag(k-1) == language.TagNNP && v.tag(k+1) == language.TagNNP {
				continue
			}
			return k
		}
	}
	return -1
}

// opensAdjunct reports whether a phrase that begins at i is an adjunct, a
// participle or a relative clause.
func (v *view) opensAdjunct(i int) bool {
	if v.isQuote(i) {
		i++
	}
	if v.is(i, "or") && v.tag(i+1) == language.TagIN {
		return true
	}
	if v.in(i, subordinators) || v.in(i, relatives) || v.isGerund(i) || v.isParticiple(i) || v.isAdverb(i) && !v.is(i, "also") {
		return true
	}
	return v.tag(i) == language.TagIN || v.tag(i) == language.TagTO
}

// npStart walks left from end over one noun phrase with its attributes.
func (v *view) npStart(end, lo int) int {
	and := false
	k := end - 1
	for ; k >= lo; k-- {
		switch {
		case v.is(k, "and", "or"):
			and = true
		case v.is(k, ","):
			if and && (v.isListComma(k, lo) || v.tag(k+1) == language.TagIN && v.tag(k-1) == language.TagNN) {
				continue
			}
			return k + 1
		case v.isPunct(k) && !v.is(k, "(", ")", "'", "-"), v.is(k, "(") && !v.closes(k, end):
			return k + 1
		case v.in(k, subordinators) && !v.is(k, "than") && (!v.is(k, "as") || v.is(k-1, "insofar", "far", "long", "soon", "inasmuch")):
			return k + 1
		case v.in(k, relatives):
			if k == lo || !v.isNoun(k-1) && !v.is(k-1, ",") {
				return k + 1
			}
		case v.is(k, "that"):
			if v.tag(k) != language.TagWDT && v.tag(k) != language.TagDT {
				return k + 1
			}
		case v.isFinite(k):
			r := v.relativeBefore(k, lo)
			if r < 0 {
				return k + 1
			}
			k = r
		case v.isBoundary(k):
			return k + 1
		}
	}
	return lo
}

// closes reports whether the bracket that opens at k closes before end.
func (v *view) closes(k, end int) bool {
	for ; k < end; k++ {
		if v.is(k, ")") {
			return true
		}
	}
	return false
}

// isListComma reports whether the comma at k stands in a list of names or
// noun phrases: "A, B and C".
func (v *view) isListComma(k, lo int) bool {
	if v.tag(k-1) == language.TagCD && v.tag(k+1) == language.TagCD {
		return true
	}
	if !v.isNoun(k - 1) {
		return false
	}
	return v.tag(k-1) == language.TagNNP && (v.tag(k+1) == language.TagNNP || v.is(k+1, "the")) || v.tag(k+1) == v.tag(k-1)
}

// isBoundary reports whether a noun phrase ends at k and another begins at
// k+1 without a preposition: "in such cases | the Parties".
func (v *view) isBoundary(k int) bool {
	if !v.isNoun(k) || v.tag(k) == language.TagPRP && v.is(k, "it") {
		return false
	}
	if v.in(k-1, relatives) || v.is(k-1, "that") || v.is(k+1, "i") && v.is(k, "part", "chapter", "annex", "title", "article", "section", "schedule", "appendix", "protocol", "table", "list", "class", "category", "appendices", "annexes", "articles", "parts", "chapters", "tables", "sections") {
		return false
	}
	return v.tag(k+1) == language.TagDT && !v.is(k+1, "that") || v.tag(k+1) == language.TagPRP && !v.is(k+1, "itself", "themselves", "himself", "herself")
}

func (v *view) isFinite(k int) bool {
	switch v.tag(k) {
	case language.TagMD, language.TagVBZ, language.TagVBP:
		return true
	case language.TagVBD:
		if v.tag(k+1) == language.TagMD || v.isNoun(k+1) && !v.isNoun(k-1) {
			return false // "the Party requested shall", "the associated Powers"
		}
		return !(v.isNoun(k-1) && v.tag(k+1) == language.TagIN) // "the forces listed in"
	}
	return false
}

// relativeBefore returns the relative pronoun that the finite verb at k
// belongs to, or -1.
func (v *view) relativeBefore(k, lo int) int {
	for r := k - 1; r > lo && r >= k-14; r-- {
		if v.in(r, relatives) || v.is(r, "that") && v.tag(r) == language.TagWDT || v.is(r, "where", "when") && v.isNoun(r-1) && r-1 > lo {
			return r
		}
		if v.is(r, ",", ";", ":") {
			return -1
		}
	}
	return -1
}

// stripLead takes numbers of items, adverbs and leading prepositional phrases
// off a noun phrase.
func (v *view) stripLead(r run) run {
	r = v.afterHeading(r)
	for !r.empty() {
		n := v.enumerator(r.from, r.to)
		switch {
		case n > 0:
			r.from += n
		case v.is(r.from, "article", "art.", "section", "rule", "regulation") && v.tag(r.from+1) == language.TagCD && r.to-r.from > 2 && v.isUpper(r.from+2):
			r.from += 2
		case v.is(r.from, "in") && v.is(r.from+1, "any", "this", "that", "such", "each", "all") && v.is(r.from+2, "case", "cases", "event", "respect", "regard") && r.to-r.from > 3:
			r.from += 3
		case v.isPunct(r.from), v.is(r.from, "and", "or", "but", "that", "so", "as", "well") && r.to-r.from > 1, v.isAdverb(r.from) && !v.is(r.from, "no", "only") && v.tag(r.from+1) != language.TagVBN:
			r.from++
		case v.isLeadingPreposition(r):
			k := v.afterPhrase(r)
			if k == r.from {
				return r
			}
			r.from = k
		default:
			return r
		}
	}
	return r
}

// afterHeading takes a heading off that the text runs on from without a mark:
// "Further Market Access Article 29 The Parties".
func (v *view) afterHeading(r run) run {
	for k := r.to - 1; k > r.from; k-- {
		if v.isUpper(k) && v.is(k, "the", "each", "any", "no", "all", "every", "neither", "either", "this", "these") && !v.isPunct(k-1) && !v.is(k-1, "and", "of", "or", "in") {
			return run{k, r.to}
		}
	}
	return r
}

func (v *view) isLeadingPreposition(r run) bool {
	t := v.tag(r.from)
	return (t == language.TagIN || t == language.TagTO) && !v.is(r.from, "all", "both", "neither", "either", "no")
}

// afterPhrase returns where the noun phrase after a leading prepositional
// phrase begins, or r.from.
func (v *view) afterPhrase(r run) int {
	for k := r.to - 1; k > r.from+1; k-- {
		if v.isBoundary(k - 1) {
			return k
		}
	}
	return r.from
}

// enumerator returns how many tokens from i on number an item: "(a)", "1.",
// "iv)", "–".
func (v *view) enumerator(i, to int) int {
	n := i
	if v.is(n, "(") {
		n++
	}
	if v.is(i, "-", "–", "—", "•", "*", "·") {
		return 1
	}
	if n < to-1 && (strings.HasSuffix(v.word[n], "°") || v.is(n+1, "°") && isDigits(v.word[n])) {
		if v.is(n+1, "°") {
			return n + 2 - i
		}
		return n + 1 - i
	}
	if n < to && isNumeral(v.word[n]) {
		if v.is(n+1, ")", ".") && n+1 < to {
			return n + 2 - i
		}
		if i == 0 && isDigits(v.word[n]) && v.s.Tokens[i].Start == v.s.Start && v.tag(n) != language.TagNN && n+1 < to && (v.isUpper(n+1) || v.in(n+1, determiners)) {
			return n + 1 - i
		}
	}
	if w := strings.Trim(v.word[n], "()."); i < to && len(w) < len(v.word[n]) && v.word[n] != "." && isNumeral(w) {
		return 1 + n - i
	}
	return 0
}

func (v *view) isUpper(i int) bool {
	c := v.text[v.s.Tokens[i].Start]
	return 'A' <= c && c <= 'Z'
}

func isDigits(w string) bool {
	for i := range len(w) {
		if (w[i] < '0' || w[i] > '9') && w[i] != '.' {
			return false
		}
	}
	return len(w) > 0
}

// isNumeral reports whether w numbers an item: digits, one letter, or a small
// Roman number.
func isNumeral(w string) bool {
	if isDigits(w) || len(w) == 1 && 'a' <= w[0] && w[0] <= 'z' {
		return true
	}
	if len(w) > 5 {
		return false
	}
	for i := range len(w) {
		if w[i] != 'i' && w[i] != 'v' && w[i] != 'x' {
			return false
		}
	}
	return len(w) > 0
}

// clauseStart returns where the clause of a subject that begins at i starts:
// after the last semicolon, colon or opening quote.
func (v *view) clauseStart(i, lo int) int {
	for k := i - 1; k >= lo; k-- {
		if v.is(k, ";", ":") || v.isQuote(k) {
			return k + 1
		}
	}
	return lo
}
