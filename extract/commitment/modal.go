package commitment

import "pacta/language"

// A modal is a modal verb, or a phrase that stands for one, with its verb.
type modal struct {
	word    string // shall, will, would, must, may, can, should, "be to"
	cue     run
	verb    int // the token where the verb phrase begins; len where a list follows
	negated bool
	inserts []run // what stands between the modal and the verb
}

var modals = map[string]string{"shall": "shall", "will": "will", "'ll": "will", "must": "must", "may": "may", "can": "can", "should": "should", "would": "would", "wo": "will", "ca": "can", "ought": "should", "could": "could"}

// modalAt reads a modal at token i, up to hi.
func (v *view) modalAt(i, hi int) (modal, bool) {
	w, ok := modals[v.word[i]]
	m := modal{word: w, cue: run{i, i + 1}}
	switch {
	case ok && v.word[i] == "ought":
		if !v.is(i+1, "to") {
			return m, false
		}
		m.cue.to = i + 2
	case ok:
		if v.word[i] == "may" && v.isUpper(i) && i > 0 || v.word[i] == "will" && v.isNoun(i) || v.word[i] == "can" && v.isNoun(i) {
			return m, false
		}
	case v.is(i, "is", "are", "was", "were", "has", "have", "had", "need", "needs", "needed") && !v.isNoun(i):
		j := i + 1
		if v.is(j, "going") && v.is(j+1, "to") && v.is(i, "is", "are") {
			m.word, m.cue.to = "will", j+2
			return m, v.readVerb(&m, hi)
		}
		if v.is(i, "needed") && v.tag(i) != language.TagVBD {
			return m, false
		}
		if v.is(j, "each", "both", "all", "now", "then", "therefore") {
			j++
		}
		for v.isAdverb(j) || v.isNegation(j) {
			m.negated = m.negated || v.isNegation(j)
			j++
		}
		if !v.is(j, "to") || j+1 >= hi || !v.isBase(j+1) {
			return m, false
		}
		m.cue.to, m.word = j+1, "be to"
		if v.is(i, "has", "have", "had", "need", "needs", "needed") {
			m.word = "must"
		}
	default:
		return m, false
	}
	return m, v.readVerb(&m, hi)
}

// readVerb finds the verb of m, over adverbs and inserted phrases.
func (v *view) readVerb(m *modal, hi int) bool {
	j := m.cue.to
	if j == hi && hi == v.len() && v.is(m.cue.from, "shall", "may", "must", "will") {
		m.verb = j // "No Party shall", and its items below
		return true
	}
	for steps := 0; j < hi && steps < 12; steps++ {
		switch {
		case v.isNegation(j) && v.is(j+1, "only"):
			j += 2
		case v.isNegation(j) || v.is(j, "neither"):
			m.negated = true
			j++
		case v.is(j, ":"):
			m.verb = j
			return true
		case v.isBase(j), v.is(j, "be", "have"), v.is(j-1, ",") && v.isMistakenVerb(j):
			m.verb = j
			return true
		case v.isAdverb(j) || v.in(j, floating) || v.is(j, "either", "and", "or", "but", "at", "\"", "“") && (v.isAdverb(j+1) || v.isBase(j+1)):
			j++
		case v.is(j, ","):
			k := v.closeComma(j, hi)
			if k < 0 {
				if k = v.colonAfter(j, hi); k < 0 {
					return false
				}
				m.inserts, m.verb = append(m.inserts, run{j + 1, k}), k
				m.negated = m.negated || v.isDenyingPhrase(j+1, k)
				return true
			}
			if k > j+1 {
				m.inserts = append(m.inserts, run{j + 1, k})
			}
			m.negated = m.negated || v.isDenyingPhrase(j+1, k)
			if j = k + 1; v.looksLikeVerb(j) && !v.isBase(j) {
				m.verb = j
				return true
			}
		case v.tag(j) == language.TagIN || v.tag(j) == language.TagTO || v.is(j, "where", "if", "when", "one", "once", "each", "twice"):
			k := v.nextBase(j, hi)
			if k < 0 {
				return false
			}
			m.inserts = append(m.inserts, run{j, k})
			m.negated = m.negated || v.isDenyingPhrase(j, k)
			if j = k; v.isNoun(k) || v.tag(k) == language.TagJJ && v.isMistakenVerb(k) {
				m.verb = k
				return true
			}
		default:
			// A word that the tagger did not take for a verb, right after the modal.
			if s := j - 1; (j == m.cue.to || v.isNegation(s) || v.isAdverb(s) || v.is(s, "neither")) && (v.tag(j) == language.TagNNS || v.tag(j) == language.TagNN || v.tag(j) == language.TagVBD || v.tag(j) == language.TagJJ || v.tag(j) == language.TagVBN) && !v.isPunct(j) {
				m.verb = j
				return true
			}
			return false
		}
	}
	return false
}

// isDenyingPhrase reports whether the tokens [from, to) deny the verb after
// them: "at no time", "in no circumstances", "on no account".
func (v *view) isDenyingPhrase(from, to int) bool {
	return v.is(from, "at", "in", "under", "on", "by") && from+2 <= to && v.is(from+1, "no")
}

// looksLikeVerb reports whether a word that the tagger took for a noun stands
// as a verb does, with an object that begins with a determiner: "hand a copy".
func (v *view) looksLikeVerb(i int) bool {
	return (v.tag(i) == language.TagNN || v.tag(i) == language.TagVBP || v.tag(i) == language.TagJJ && (practices[v.word[i]] || verbs[v.word[i]])) && (v.is(i, "open", "hold", "take") && !v.is(i+1, "to") ||
		v.is(i+1, "a", "an", "the", "its", "their", "all", "each", "any", "it", "them"))
}

// colonAfter returns the colon that ends the sentence behind an insertion which
// begins with the comma at j: "shall, as far as its means allow:"; -1 for none.
func (v *view) colonAfter(j, hi int) int {
	if hi-1 > j && hi-j < 25 && v.is(hi-1, ":") {
		return hi - 1
	}
	return -1
}

// closeComma returns the comma that closes the parenthesis which the one at j
// opens: the first that is followed by a verb.
func (v *view) closeComma(j, hi int) int {
	for k := j + 1; k < hi && k < j+60; k++ {
		if v.is(k, ";") {
			return -1
		}
		if v.is(k, ",") {
			n := k + 1
			for v.isAdverb(n) || v.isNegation(n) {
				n++
			}
			if v.isBase(n) || v.is(n, "be") || v.isMistakenVerb(n) || v.looksLikeVerb(n) {
				return k
			}
		}
	}
	return -1
}

// afterWords returns the token behind the first of words that ends a short
// phrase which begins at j, 0 for none.
func (v *view) afterWords(j int, words ...string) int {
	for k := j + 1; k < j+5; k++ {
		if v.is(k, words...) && !v.is(k+1, "of") {
			return k + 1
		}
	}
	return 0
}

// nextBase returns the next base form after j with no finite verb before it.
func (v *view) nextBase(j, hi int) int {
	if k := j + 3; v.is(j+1, "no") && v.is(j+2, "case", "circumstances", "circumstance", "event", "way", "account", "time", "manner") && k < hi {
		for v.isAdverb(k) {
			k++
		}
		if !v.isPunct(k) && v.tag(k) != language.TagIN && v.tag(k) != language.TagMD {
			return k // "shall in no circumstances station troops"
		}
	}
	if k := v.afterWords(j, "delay", "notice", "priority", "course", "case"); k > 0 && k < hi-1 && v.tag(k) == language.TagNN && (v.in(k+1, determiners) || v.tag(k+1) == language.TagPRPS) {
		return k // "shall without delay contact each other"
	}
	for k := j + 1; k < hi && k < j+25; k++ {
		if v.is(k, ",", ";", ":") {
			if v.is(k, ",") && (v.isBase(k+1) || v.is(k+1, "be")) {
				return k + 1
			}
			return -1
		}
		if v.tag(k) == language.TagVB && !v.is(k-1, "to") || v.isNoun(k-1) && (v.isMistakenVerb(k) || v.is(j+1, "no") && v.tag(k) == language.TagNN) && (v.in(k+1, determiners) || v.is(k+1, "to", "upon", "on")) {
			return k
		}
		if v.tag(k) == language.TagMD || v.tag(k) == language.TagVBZ {
			return -1
		}
	}
	return -1
}

// isPassive reports whether the verb phrase at verb is passive, and returns
// its participle.
func (v *view) isPassive(verb int) (int, bool) {
	if !v.is(verb, "be", "been", "being", "is", "are", "was", "were", "get") {
		return -1, false
	}
	for j := verb + 1; j < v.len() && j < verb+14; j++ {
		if v.isParticiple(j) || v.is(j, "borne", "laid", "paid", "kept", "held", "sent", "made", "given", "drawn", "done", "sold", "built", "brought", "met", "put", "set") && !v.isNoun(j+1) {
			return j, true
		}
		if v.is(j, ",") {
			if k := v.closeParticiple(j); k > 0 {
				return k, true
			}
		}
		if !v.isAdverb(j) && !v.isNegation(j) && !v.is(j, "been", "being", ",", "and", "or", "at", "all", "times", "also") {
			return -1, false
		}
	}
	return -1, false
}

// closeParticiple returns the participle after the comma that closes the
// parenthesis opened at j, -1 for none.
func (v *view) closeParticiple(j int) int {
	for k := j + 1; k < v.len() && k < j+25; k++ {
		if v.is(k, ",") && v.isParticiple(k+1) {
			return k + 1
		}
		if v.is(k, ";", ":") {
			return -1
		}
	}
	return -1
}
