package fulfilment

import (
	"strings"

	"pacta"
	"pacta/language"
)

// verb reads "has fulfilled its obligations", "the truce was violated by".
func (f *finder) verb(i int, k cue, c *claim) bool {
	if !f.isVerb(i) || !f.hasParticle(i) {
		return false
	}
	modal, denied := f.auxiliaries(i)
	if modal == "hypothetical" {
		return false
	}
	if denied {
		if c.typ = k.denied; c.typ == "" {
			return false
		}
	}
	if f.isPassive(i) {
		from, to := f.subjectOf(i)
		if !f.isObject(from, to) && !f.isPartOf(from, to) {
			return false
		}
		c.object, c.from = [2]int{from, to}, from
		f.by(i, c)
	} else {
		end, ok := f.objectAfter(i)
		if c.object = [2]int{i + 1, end}; !ok {
			if c.object, ok = f.relativeObject(i); !ok {
				if c.object, ok = f.pronounObject(i); !ok {
					return false
				}
			}
		}
		if !f.actor(i, c) {
			return false
		}
	}
	if !denied && (f.deniesAll(c.party) || f.deniesAll(c.object)) {
		if denied, c.typ = true, k.denied; c.typ == "" {
			return false
		}
	}
	if modal == "will" {
		return f.promised(i, denied, c)
	}
	return true
}

// deniesAll reports whether a noun phrase denies what its verb says: "neither
// of them", "with none of its promises", "hardly any clause".
func (f *finder) deniesAll(r [2]int) bool {
	i := r[0]
	if i >= r[1] {
		return false
	}
	if f.is(i, "with", "by", "to", "on", "out", "up", "from") {
		i++
	}
	if f.is(i, "not", "no") && f.is(i+1, "only", "less", "fewer") {
		return false
	}
	if f.is(i, "any", "a") && f.is(i-1, "hardly", "scarcely", "barely") {
		return true
	}
	return f.is(i, "no", "neither", "none", "nobody", "not", "few", "nothing", "hardly", "scarcely", "barely") || f.is(i, "little") && f.is(i+1, "of")
}

// particles are the words that some verbs need to be about keeping: "carry
// out", "stand by".
var particles = map[string]string{"carry": "out", "live": "up", "stand": "by", "deliver": "on", "stick": "to", "abide": "by", "comply": "with", "adhere": "to", "renege": "on", "trample": "on", "default": "on", "tear": "up", "rip": "up", "backtrack": "on", "welch": "on", "cheat": "on", "ride": "roughshod", "follow": "through", "run": "afoul"}

func (f *finder) hasParticle(i int) bool {
	if f.lemma[i] == "go" || f.is(i, "went", "gone") {
		return f.is(i+1, "back") && f.is(i+2, "on")
	}
	if f.lemma[i] == "make" {
		return f.is(i+1, "good") && f.is(i+2, "on")
	}
	p := particles[f.lemma[i]]
	if p != "" && f.isPromisedThing(i+1, i+1) {
		return true
	}
	return p == "" || f.is(i+1, p) || f.is(i+2, p)
}

// auxiliaries says what stands before the verb at i: "will" for a promise,
// "hypothetical" for what nobody claims, "" for a fact; and whether it is
// denied.
func (f *finder) auxiliaries(i int) (modal string, denied bool) {
	if f.is(i-1, "from") && f.is(i-2, "far") {
		return "", true // "far from violating"
	}
	for j := i - 1; j >= 0 && j > i-7; j-- {
		switch {
		case f.is(j, "not", "n't", "never", "no", "neither", "nor", "hardly", "scarcely", "barely", "rarely", "seldom"):
			denied = true
		case f.is(j, "will", "'ll", "shall"):
			return "will", denied
		case f.tag(j) == language.TagMD:
			if f.is(j, "would") {
				return "will", denied
			}
			return "hypothetical", denied
		case f.is(j, "to") && strings.HasSuffix(f.word[i], "ing"):
			return "", denied
		case f.is(j, "to"):
			return f.infinitive(j, denied)
		case f.isVerb(j) && f.is(j, "has", "have", "had", "is", "are", "was", "were", "been", "being", "be", "does", "do", "did"), f.tag(j) == language.TagRB, f.tag(j) == language.TagRBR, f.is(j, "fully", "also"), f.is(j, "and") && f.tag(j-1) == language.TagRB:
		default:
			return "", denied
		}
	}
	return "", denied
}

// infinitive judges "continues to observe", "ready to fulfil": the verb before
// "to" at j decides.
func (f *finder) infinitive(j int, denied bool) (string, bool) {
	k := j - 1
	if f.is(k, "yet") && f.is(k-1, "has", "have", "had") {
		return "", true
	}
	for k >= 0 && f.tag(k) == language.TagRB && !f.is(k, "not", "never") {
		k--
	}
	if f.is(k, "not", "n't", "never") {
		denied, k = true, k-1
	}
	if f.is(j+1, "have") && f.is(k, "found", "claims", "claim", "claimed", "proved", "shown", "admits", "admitted", "known") {
		return "", denied
	}
	switch l := f.lemmaAt(k); l {
	case "continue", "manage", "begin", "start":
		if m, no := f.auxiliaries(k); m != "" {
			return m, denied || no
		}
		return "", denied
	case "promise", "pledge", "vow", "undertake", "ready", "intend", "commit", "determined", "committed", "agree", "plan":
		return "will", denied
	}
	if f.is(k, "readiness", "willingness", "promised", "pledged", "ready", "intention", "determination", "intends") {
		return "will", denied
	}
	return "hypothetical", denied
}

func (f *finder) lemmaAt(i int) string {
	if i < 0 || i >= len(f.lemma) {
		return ""
	}
	return f.lemma[i]
}

// isPassive reports whether the participle at i has a form of "be" before it.
func (f *finder) isPassive(i int) bool {
	if t := f.tag(i); t != language.TagVBN && t != language.TagVBD {
		return false
	}
	for j := i - 1; j >= 0 && j > i-5; j-- {
		if f.is(j, "is", "are", "was", "were", "been", "being", "be") {
			return true
		}
		if f.tag(j) != language.TagRB && !f.is(j, "not", "n't", "yet", "also") {
			return false
		}
	}
	return false
}

// actor fills in whose conduct the active verb at i is about.
func (f *finder) actor(i int, c *claim) bool {
	if f.is(i-1, "having") || (f.tag(i) == language.TagVBG || f.tag(i) == language.TagNN) && (f.is(i-1, "not") && f.is(i-2, "of", "for") || !f.is(i-1, "is", "are", "was", "were", "been", "be", "not", "still", "fully", "now", "being")) {
		return f.gerundActor(i, c)
	}
	from, to, ok := f.governed(i)
	if !ok {
		from, to = f.subjectOf(i)
	}
	if from >= to {
		return false
	}
	if f.is(from, "neither") && f.isVerb(from+1) { // "has neither signed nor kept"
		if from, to = f.subjectOf(from); from >= to {
			return false
		}
	}
	if f.is(from, "had") && from+1 < to || f.is(from-1, "had") && (from == 1 || !f.isWordBefore(from-1)) {
		if f.is(from, "had") { // "Had Ostia kept its word": it has not
			from++
		}
		if c.typ = cues[f.lemma[i]][0].denied; c.typ == "" {
			return false
		}
	}
	c.party, c.from = [2]int{from, to}, from
	if !f.isActor(from, to) {
		c.party = f.possessor(from, to)
		ks := cues[f.lemma[i]]
		return len(ks) > 0 && ks[0].claim == "breached" && (f.tag(i) != language.TagVBN || f.is(i-1, "has", "had", "have")) && f.isThing(from, to)
	}
	return true
}

// isWordBefore reports whether a word, rather than a mark, stands before token i.
func (f *finder) isWordBefore(i int) bool {
	return i > 0 && !f.is(i-1, ",", "\"", "“", ";", ":", "–")
}

// isThing reports whether [from, to) is a noun phrase, for a deed that breaks
// what was agreed: "the blockade violates the treaty".
func (f *finder) isThing(from, to int) bool {
	for j := from; j < to; j++ {
		if t := f.tag(j); t == language.TagNN || t == language.TagNNS {
			return !f.is(from, "which", "that", "who", "it", "this")
		}
	}
	return false
}

// possessor returns whose the noun phrase [from, to) is: "Marland's blockade".
func (f *finder) possessor(from, to int) [2]int {
	for j := from + 1; j < to; j++ {
		if f.tag(j) == language.TagPOS && f.isActor(from, j) {
			return [2]int{from, j}
		}
	}
	return [2]int{}
}

// governed returns the subject of the verb that governs the infinitive at i:
// "Norland refuses to keep".
func (f *finder) governed(i int) (from, to int, ok bool) {
	if !f.is(i-1, "to") && !f.is(i-2, "to") {
		return 0, 0, false
	}
	for k := i - 1; k >= 0 && k > i-8; k-- {
		if f.is(k, "have") && f.is(k-1, "to") {
			continue
		}
		if f.isVerb(k) || f.is(k, "ready") {
			from, to = f.subjectOf(k)
			return from, to, from < to
		}
	}
	return 0, 0, false
}

// by fills in the agent of a passive.
func (f *finder) by(i int, c *claim) {
	for k := i + 1; k < len(f.word) && k < i+8; k++ {
		if f.is(k, "by") {
			if f.is(k-1, "not") && !f.is(k-2, "but") { // "not by Marland but by Ostia"
				continue
			}
			end := f.NounPhrase(k + 1)
			if f.is(end, "in", "of") && !f.isDate(end+1) {
				end = f.NounPhrase(end + 1)
			}
			for n := k + 2; n < end; n++ {
				if f.is(n, "and") && (f.tag(n+1) == language.TagIN || f.tag(n+1) == language.TagCD) {
					end = n
				}
			}
			if f.isActor(k+1, end) || f.deniesAll([2]int{k + 1, end}) {
				c.party = [2]int{k + 1, end}
			}
			if k > 0 && f.is(k+1, "hardly", "nobody", "none", "neither") && cues[f.lemma[i]] != nil {
				c.typ = cues[f.lemma[i]][0].denied
			}
			return
		}
	}
}

// isDate reports whether the token at i begins a date.
func (f *finder) isDate(i int) bool {
	return f.tag(i) == language.TagCD || f.is(i, "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "spring", "summer", "autumn", "winter", "peace", "war", "part", "full")
}

// refusal reads "refuses to implement", "failed to honour", "has yet to".
func (f *finder) refusal(i int, c *claim) bool {
	if !f.isVerb(i) {
		return false
	}
	if m, denied := f.auxiliaries(i); m != "" || denied {
		return false
	}
	j := i + 1
	if f.is(j, "to") {
		j++
	}
	for f.tag(j) == language.TagRB {
		j++
	}
	if ks := cues[f.lemmaAt(j)]; (len(ks) == 0 || ks[0].pattern != "verb" || ks[0].claim != "kept") && !f.isRequired(j) {
		return false
	}
	end, ok := f.objectAfter(j)
	if !ok && !f.restsOnText(j) {
		return false
	}
	c.typ, c.cue, c.object = "not kept", [2]int{i, j + 1}, [2]int{j + 1, max(end, j+1)}
	if (f.lemma[i] == "stop" || f.lemma[i] == "cease") && f.isForNow(j) {
		c.typ = "suspended"
	}
	if f.tag(i) == language.TagVBG && f.is(i-1, "of", "for") {
		return f.gerundActor(i, c)
	}
	from, to := f.subjectOf(i)
	if from >= to || !f.isActor(from, to) || f.deniesAll([2]int{from, to}) {
		return false
	}
	c.party, c.from = [2]int{from, to}, from
	return true
}

// isRequired reports whether what the verb at j does is "required by article 7",
// "foreseen in the accord", "as the convention requires".
func (f *finder) isRequired(j int) bool {
	for k := j + 1; k < len(f.word)-2 && k < j+12; k++ {
		if f.is(k, "required", "foreseen", "prescribed", "demanded", "called", "stipulated", "provided") && f.is(k+1, "by", "in", "under", "for") {
			return f.isObject(k+2, f.NounPhrase(k+2))
		}
	}
	return false
}

// isForNow reports whether what stops at verb j is said to stop for a time.
func (f *finder) isForNow(j int) bool {
	for k := j; k < len(f.word); k++ {
		if f.is(k, "temporarily") || f.is(k, "time") && f.is(k+1, "being") || f.is(k, "until") && !f.is(k-1, "not") {
			return true
		}
	}
	return false
}

// restsOnText reports whether the sentence goes on to name the instrument that
// what is refused rests on: "refuses to carry out the exchange that point four
// of the accord asks for".
func (f *finder) restsOnText(j int) bool {
	s := pacta.Span{Start: f.s.Tokens[j].Start, End: f.s.End}
	return f.namesInstrument(s)
}
