package fulfilment

import (
	"strings"

	"pacta"
)

// promised judges what will be: only one who speaks for himself, or for the
// state that he can bind, promises.
func (f *finder) promised(i int, denied bool, c *claim) bool {
	if c.typ == "breached" && !denied || c.typ == "not kept" {
		return false
	}
	sp := f.SpeakerAt(f.s.Tokens[i].Start)
	if sp.Document {
		return false
	}
	c.typ = "promised"
	if v := f.promiseVerb(i); v >= 0 {
		if from, to := f.attribution(c); from < to {
			c.accuser = [2]int{from, to}
			return true
		}
		if told := f.SpeakerAt(f.s.Tokens[v].Start); !told.Source.IsZero() {
			return true
		}
		from, to := f.subjectOf(v)
		c.accuser = [2]int{from, to}
		return from < to
	}
	if sp.Source.IsZero() {
		c.accuser = c.party
		return f.promisedAfter(c)
	}
	own := f.IsOwn(c.party[0], c.party[1]) || f.is(c.party[0], "he", "she", "it", "they", "his", "her", "its", "their", "our", "we")
	return own && (sp.Binds || f.areParties(sp.Source)) || f.isAssured(i)
}

// areParties reports whether those who speak are states or sides, not persons:
// "the two governments say that they will".
func (f *finder) areParties(source pacta.Arg) bool {
	w := strings.Fields(strings.ToLower(source.Quote))
	if len(w) == 0 {
		return false
	}
	switch w[len(w)-1] {
	case "governments", "sides", "parties", "countries", "capitals", "states", "armies", "rebels", "government", "signatories", "powers", "kingdoms", "republics", "delegations":
		return true
	}
	return false
}

// isAssured reports whether the verb at token i opens the action of an
// assurance.
func (f *finder) isAssured(i int) bool {
	at := f.s.Tokens[i].Start
	for _, x := range f.a.Within(pacta.Commitment, pacta.Span{Start: f.s.Start, End: f.s.End}) {
		if a, _ := x.Arg("action"); x.Type == "assurance" && a.Span.Start <= at && at < a.Span.Start+2 {
			return true
		}
	}
	return false
}

// promisedAfter reads "…, the president promised".
func (f *finder) promisedAfter(c *claim) bool {
	for k := c.object[1]; k < len(f.word); k++ {
		switch f.lemma[k] {
		case "promise", "pledge", "vow", "assure":
			for j := k - 1; j >= c.object[1]; j-- {
				if f.is(j, ",") {
					c.accuser = [2]int{j + 1, k}
					return j+1 < k
				}
			}
		}
	}
	return false
}

// promiseVerb returns the verb of promising that governs the one at token i, -1
// for none.
func (f *finder) promiseVerb(i int) int {
	for k := i - 1; k >= 0 && k > i-13; k-- {
		switch f.lemma[k] {
		case "promise", "pledge", "vow", "undertake", "assure", "swear":
			if f.isVerb(k) {
				return k
			}
		}
		if f.is(k, ";", ":", "”") {
			break
		}
	}
	return -1
}
