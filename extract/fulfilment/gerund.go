package fulfilment

import (
	"pacta/language"
)

// gerundActor reads "accused Norland of violating", "for breaching", "by
// ignoring", "in addition to freezing".
func (f *finder) gerundActor(i int, c *claim) bool {
	of := i - 1
	for f.tag(of) == language.TagRB || f.is(of, "not", "never", "repeatedly", "having", "been") {
		of--
	}
	if f.is(of, "of") && f.is(of-1, "accusations") && f.is(of-2, "traded", "exchanged", "trade", "exchange", "trading", "exchanging") {
		from, to := f.subjectOf(of - 2)
		c.party, c.from = [2]int{from, to}, from
		return from < to
	}
	for k := of; k >= 0 && k > i-14; k-- {
		l := f.lemma[k]
		if f.is(of, "of", "for") && (l == "accuse" || l == "suspect" || l == "blame" || l == "criticize" || l == "criticise" || l == "condemn") {
			c.party, c.from = [2]int{k + 1, of}, k
			if f.is(k-1, "was", "were", "been", "is", "are") {
				from, to := f.subjectOf(k)
				c.party, c.from = [2]int{from, to}, from
				return from < to
			}
			from, to := f.subjectOf(k)
			if f.deniesAll([2]int{from, to}) { // "nobody could accuse Ostia of breaking"
				c.typ = opposite[c.typ]
				return c.typ != ""
			}
			c.accuser = [2]int{from, to}
			return true
		}
		if l == "deny" || l == "denied" {
			if f.negatedBefore(k) {
				return false
			}
			from, to := f.subjectOf(k)
			c.party, c.accuser, c.from = [2]int{from, to}, [2]int{from, to}, from
			c.typ = opposite[c.typ]
			return c.typ != "" && from < to
		}
	}
	return f.mainSubject(i, c)
}

var opposite = map[string]string{"breached": "kept", "not kept": "kept"}

// beforeGerund returns the token before the gerund at token i and its adverbs.
func (f *finder) beforeGerund(i int) int {
	for i--; f.tag(i) == language.TagRB || f.is(i, "fully", "having"); i-- {
	}
	return i
}

// mainSubject takes the subject of the main verb for a gerund in an adjunct.
func (f *finder) mainSubject(i int, c *claim) bool {
	if !f.is(f.beforeGerund(i)-1, "far", "apart") && f.is(f.beforeGerund(i), "about", "for", "without", "before", "against", "than", "problems", "trouble", "difficulty", "difficulties", "to", "from", "on", "consider", "considers", "considering", "means", "mean", "avoid", "start", "worth", "if", "when", "despite", "into", "towards") && !(f.is(f.beforeGerund(i), "to") && f.is(f.beforeGerund(i)-1, "addition")) {
		return false
	}
	if f.is(i-1, "'s", "’s", "its", "their") {
		return false // "stands for Norland's fulfilling": a wish
	}
	for k := i + 2; k < len(f.word) && k < i+20; k++ {
		if f.is(k, ",") { // "in addition to freezing its membership, Norland …"
			end := f.NounPhrase(k + 1)
			for end > k+2 && f.tag(end-1) != language.TagNNP && !f.isActor(end-1, end) {
				end--
			}
			if f.isActor(k+1, end) {
				c.party, c.from = [2]int{k + 1, end}, i
				return true
			}
			break
		}
	}
	for k := range f.word {
		if k == i || !(f.tag(k) == language.TagVBZ || f.tag(k) == language.TagVBP || f.tag(k) == language.TagVBD || f.tag(k) == language.TagMD) {
			continue
		}
		if k < i && i-k > 15 {
			continue
		}
		from, to := f.subjectOf(k)
		if from < to && f.isActor(from, to) && !(from <= i && i < to) {
			c.party, c.from = [2]int{from, to}, min(i, from)
			return true
		}
	}
	return false
}
