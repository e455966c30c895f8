package fulfilment

import (
	"pacta"
	"pacta/language"
)

// isPartOf reads "of the ten pledges, four …", "of the clauses, the one on trade".
func (f *finder) isPartOf(from, to int) bool {
	if !f.is(0, "of", "among") || from < 3 || from >= to || f.tag(from) != language.TagCD && !f.is(from, "most", "some", "none", "all", "half") && !f.is(from+1, "one") {
		return false
	}
	return f.isObject(1, from)
}

// objectAfter returns the end of the object of the verb at i, if it is
// something that can be kept or broken.
func (f *finder) objectAfter(i int) (int, bool) {
	j := i + 1
	for f.is(j, "with", "by", "to", "on", "out", "up", "from", "back", "good", "through", "afoul", "roughshod", "of", "over") && j < i+4 {
		j++
	}
	if f.isPromisedThing(j, j) {
		return j + 1, true
	}
	if f.lemmaAt(i) == "keep" && f.is(j, "its", "their", "his", "her", "our", "the", "all", "none", "every", "most") || f.lemmaAt(i) != "keep" {
		end := f.NounPhrase(j)
		if end < len(f.word) && end > j && objects[f.word[end]] && !f.is(end, "order", "limit", "part", "end") {
			end++ // a noun that the tagger took for a verb
		}
		for end < len(f.word) && f.is(end, "in", "entrusted", "under", "on", "of", "for", "provided", "made", "taken", "given", "toward", "towards", "to") && end < j+25 {
			end = f.NounPhrase(end + 1)
		}
		if f.isObject(j, end) {
			return end, true
		}
		if f.isPromisedThing(j, j) {
			return j + 1, true
		}
	}
	return j, false
}

// relativeObject returns what the relative clause of the verb at i is about:
// "the treaty, which Serra's trawlers have broken", "the promise it broke".
func (f *finder) relativeObject(i int) ([2]int, bool) {
	for j, step := i, 0; f.parsed() && step < 5 && j >= 0; step++ {
		h := f.head(j)
		if f.rel(j) == language.AclRelcl && h >= 0 && h < i {
			from, to := f.s.Subtree(h)
			for k := h + 1; k < to; k++ {
				if f.is(k, "which", "that", ",") || f.tag(k) == language.TagPRP {
					to = k
				}
			}
			s, _ := f.subjectOf(i)
			return [2]int{from, to}, f.isObject(from, to) && !(from <= s && s < to)
		}
		if b := f.rel(j).Base(); b != language.Ccomp && b != language.Xcomp && b != language.Conj {
			break
		}
		j = h
	}
	return [2]int{}, false
}

var strongVerbs = words("violate", "breach", "break", "honour", "honor", "observe", "comply", "abide", "implement", "apply", "stick", "keep", "infringe", "flout", "respect", "carry", "uphold", "adhere")

// pronounObject returns the "it" or "them" that stands for an instrument named
// earlier in the sentence.
func (f *finder) pronounObject(i int) ([2]int, bool) {
	j := i + 1
	if f.is(j, "with", "by", "to", "out") {
		j++
	}
	if !strongVerbs[f.lemma[i]] || !f.is(j, "it", "them") || f.tag(j+1) == language.TagJJ || f.is(j+1, "from", "to", "in", "alive", "up") {
		return [2]int{}, false
	}
	return [2]int{j, j + 1}, f.namesEarlier(i)
}

// namesEarlier reports whether something that can be kept or broken is named
// before token i.
func (f *finder) namesEarlier(i int) bool {
	for k := i - 1; k > 0; k-- {
		if (objects[f.lemma[k]] || objects[f.word[k]]) && !boundObjects[f.lemma[k]] && !f.isVerb(k) {
			return true
		}
	}
	return false
}

func (f *finder) isUpper(i int) bool {
	b := f.a.Doc.Text[f.s.Tokens[i].Start]
	return 'A' <= b && b <= 'Z'
}

// isObject reports whether the tokens [from, to) name what can be kept or
// broken: their head is an obligation or an instrument.
func (f *finder) isObject(from, to int) bool {
	if from >= to {
		return false
	}
	if f.isPromisedThing(from, to) {
		return true
	}
	if f.is(from, "those", "that") && f.is(from+1, "of", "under", "on", "in") {
		return f.namesEarlier(from)
	}
	for j := from; j < to && j < from+9; j++ {
		if objects[f.lemma[j]] || objects[f.word[j]] {
			if !boundObjects[f.lemma[j]] && !boundObjects[f.word[j]] || f.isBoundObject(from, j) {
				return true
			}
			continue
		}
		if f.isVerb(j) && j > from && f.tag(j) != language.TagVBN {
			return false
		}
	}
	return f.namesInstrument(f.Span(from, to))
}

// boundObjects are nouns that are about keeping only in company.
var boundObjects = words("word", "law", "point", "part", "side", "condition", "statement", "document", "order", "opinion", "peace", "alliance", "union", "programme", "plan", "measure", "end", "ban", "lease", "phase", "boundary", "limit", "duty", "function", "pause", "cap", "decision", "recommendation", "freeze", "target", "statute")

// isPromisedThing reads "what they had promised", "everything that the agreement
// asked of it", "a dollar of the billion that they promised".
func (f *finder) isPromisedThing(from, to int) bool {
	clause := false
	for k := from; k < len(f.word) && k < max(to, from+18); k++ {
		if f.is(k, ",", ";", ":", ".") {
			return false
		}
		if f.is(k, "what", "that", "which", "everything") {
			clause = true
		}
		if clause && (undertaken[f.word[k]] || undertaken[f.lemma[k]] || f.is(k, "signed", "asked", "requires", "required")) && f.isVerb(k) {
			return f.tag(k-1) == language.TagPRP || f.is(k-1, "had", "was", "has", "have", "were") || f.isObject(k-1, k)
		}
		if clause && f.isVerb(k) && !f.is(k, "had", "was", "has", "have", "were") {
			return false
		}
	}
	return false
}

// isBoundObject tells "its word" and "the law" from other uses of nouns that
// are about keeping only in company.
func (f *finder) isBoundObject(from, j int) bool {
	switch f.word[j] {
	case "word", "part", "side", "conditions", "condition":
		return f.is(j-1, "its", "their", "his", "her", "our") || f.is(j+1, "of") || f.is(j-1, "the") && f.is(j, "conditions")
	case "law":
		return f.is(j-1, "international")
	case "order", "orders":
		return f.is(j+1, "of") && f.is(j+2, "the") && f.is(j+3, "court", "tribunal") || f.is(j-1, "interim", "court's")
	case "opinion":
		return f.is(j-1, "advisory")
	case "peace":
		return f.is(j+1, "treaty", "treaties", "agreement", "accord", "accords", "deal", "pact", "plan", "of") && (!f.is(j+1, "of") || f.isUpper(j))
	case "union":
		return f.is(j+1, "with") || f.is(j-1, "customs")
	case "alliance":
		return f.is(j+1, "with", "of") && (!f.is(from, "the") || f.tag(j+2) == language.TagCD) || f.is(j-1, "customs")
	case "programme", "plan":
		return f.is(j-1, "peace", "settlement", "union")
	case "measure", "measures":
		return f.is(j-1, "provisional") || f.is(j+1, "that", "it", "they")
	case "end":
		return f.is(j-1, "its", "their", "his", "her", "our") && f.is(j+1, "of")
	case "ban":
		return f.is(j+1, "on")
	case "phase":
		return f.is(j+1, "of")
	case "limit", "limits":
		return f.is(j-1, "the") || f.is(j+1, "of")
	case "lease":
		return f.is(j+1, "on") || f.is(j-1, "the")
	case "statute", "statutes":
		return f.is(j+1, "of")
	case "pause":
		return f.is(j-1, "humanitarian")
	case "cap":
		return f.is(j-1, "price") || f.is(j+1, "on")
	case "decision", "decisions", "recommendation", "recommendations":
		return f.is(j+1, "of") && f.is(j+2, "the") && f.is(j+3, "court", "tribunal", "council", "commission", "security", "panel")
	case "freeze":
		return f.is(j-1, "production", "weapons", "arms")
	case "target", "targets":
		return f.is(j-1, "paris", "climate", "emission", "emissions", "spending", "treaty", "agreed") || f.is(j+1, "of") && f.is(j+3, "agreement", "treaty", "accord")
	case "boundary":
		return f.is(j+1, "treaty")
	case "duty", "duties", "function", "functions":
		return true
	case "point", "points":
		return f.tag(j+1) == language.TagCD || f.is(j+1, "of") || f.is(j-2, "the") && f.tag(j-1) == language.TagCD
	}
	return f.is(from, "the", "this", "that", "a") || f.namesInstrument(f.Span(from, j+1))
}

func (f *finder) namesInstrument(s pacta.Span) bool {
	for _, m := range f.a.Within(pacta.Mention, s) {
		if m.Type == "instrument" {
			return true
		}
	}
	return false
}
