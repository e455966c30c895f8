package fulfilment

import (
	"pacta"
	"pacta/language"
)

var attributing = words("say", "note", "state", "add", "stress", "report", "complain", "find", "conclude", "claim", "announce", "declare", "insist", "warn", "argue", "explain", "confirm", "admit",
	"rule", "hold", "decide", "certify", "establish", "show", "protest", "concede", "maintain", "contend", "recall", "remark", "write", "testify", "believe", "allege", "observe", "comment", "document", "tell", "remind", "boast", "repeat", "regret", "determine", "assert", "charge", "reckon", "acknowledge")

// said returns the subject of the verb of saying that governs the claim at
// token i, where the statements do not know better.
func (f *finder) said(i int) (from, to int) {
	g := f.governor(i)
	if g < 0 || g > i || !f.isVerb(g) || !attributing[f.lemma[g]] {
		return 0, 0
	}
	if sp := f.SpeakerAt(f.s.Tokens[i].Start); !sp.Source.IsZero() && sp.Source.Start >= f.s.Tokens[g].Start-120 && sp.Source.End <= f.s.Tokens[g].Start {
		return 0, 0
	}
	from, to = f.TreeSubject(g)
	if to == from+1 && f.is(from, "who", "which") {
		from, to = f.Beside(from)
	}
	if from >= to || f.is(from, "it", "there", "what", "who", "which") && to == from+1 || f.isPassive(g) {
		return 0, 0
	}
	return from, to
}

// sourceArgs returns who the tokens [from, to) name, as sources.
func (f *finder) sourceArgs(from, to int) []pacta.Arg {
	s := f.Span(from, to)
	out := f.Codes(s)
	if len(out) == 0 {
		return []pacta.Arg{{Role: "source", Span: s, Value: s.Of(f.a.Doc.Text)}}
	}
	for i := range out {
		out[i].Role = "source"
		if out[i].IsZero() || len(out) == 1 {
			out[i].Span = s
		}
	}
	return out
}

// attribution returns who speaks between commas or at the end of the sentence:
// "…, the fund noted", "…, the court held, …", "…, say farmers in the delta".
func (f *finder) attribution(c *claim) (from, to int) {
	for k := range f.word {
		if !f.attributes(k) || f.is(k+1, "that") || k >= c.cue[0] && k < c.cue[1] {
			continue
		}
		if f.is(k-1, ",", "”", "\"") { // "…, says the envoy"
			end := f.NounPhrase(k + 1)
			for f.is(end, "for", "of", "in", "at", "on") {
				end = f.NounPhrase(end + 1)
			}
			if end > k+1 && (f.is(end, ".", ",", "who", ":", "that", "in") || end == len(f.word)) {
				return f.Tidy(k+1, end)
			}
			continue
		}
		for j := k - 1; j > 0 && j > k-12; j-- {
			if f.is(j, ",", "”") && !f.is(j+1, "which", "who", "and", "but") {
				if f.is(j+1, "as") {
					j++
				}
				if j+1 < k && !f.holdsVerb(j+1, k) {
					return f.Tidy(j+1, k)
				}
				break
			}
			if f.is(j, "that", ";") {
				break
			}
		}
	}
	return f.accordingTo()
}

// attributes reports whether the token at k is a verb of saying in a form that
// can stand beside what is said, also one that the tagger took for a noun.
func (f *finder) attributes(k int) bool {
	switch f.tag(k) {
	case language.TagVBD, language.TagVBZ, language.TagVBP:
		return attributing[f.lemma[k]]
	case language.TagVB:
		return f.is(k, "say", "report", "show", "claim", "complain", "insist") && f.is(k-1, ",", "”", "\"")
	case language.TagNN, language.TagNNS:
		return f.is(k, "says", "shows", "show", "report", "reports", "notes", "claims") && f.is(k+1, ".", ",") && k > 2
	}
	return false
}

func (f *finder) holdsVerb(from, to int) bool {
	for k := from; k < to; k++ {
		if t := f.tag(k); t == language.TagVBD || t == language.TagVBZ || t == language.TagVBP || t == language.TagMD {
			return true
		}
	}
	return false
}

// accordingTo reads "according to the envoy", "in the view of the judge".
func (f *finder) accordingTo() (from, to int) {
	for k := range f.word {
		if f.is(k, "according") && f.is(k+1, "to") || f.is(k, "view", "words", "opinion") && f.is(k+1, "of") && f.is(k-2, "in") {
			end := f.NounPhrase(k + 2)
			for f.is(end, "for", "in", "at", "on") {
				end = f.NounPhrase(end + 1)
			}
			return f.Tidy(k+2, end)
		}
	}
	return 0, 0
}
