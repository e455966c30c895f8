package engine

var (
	xposNNS  = Number(XPOSNames[:], "NNS")
	xposNN   = Number(XPOSNames[:], "NN")
	xposVB   = Number(XPOSNames[:], "VB")
	xposVBP  = Number(XPOSNames[:], "VBP")
	xposVBZ  = Number(XPOSNames[:], "VBZ")
	xposDT   = Number(XPOSNames[:], "DT")
	xposPRPS = Number(XPOSNames[:], "PRP$")
	xposRB   = Number(XPOSNames[:], "RB")
)

// Revise makes a verb of what the tagger took for a plural noun where an adverb
// stands before and a determiner behind: "Lima also questions the accord". The
// lexicon of a frequent form may not know that it can be a verb; that its stem
// can be one must do.
func (t *Tagger) Revise(text string, words []Word) {
	for i := 2; i+1 < len(words); i++ {
		w, next := &words[i], &words[i+1]
		if w.XPOS != xposNNS || words[i-1].XPOS != xposRB || next.XPOS != xposDT && next.XPOS != xposPRPS {
			continue
		}
		if subject := words[i-2].XPOS; (subject == xposNN || subject == xposNNP) && t.isVerb(text, w) {
			t.Set(w, t.joint(uposVerb, xposVBZ))
		}
	}
}

// isVerb reports whether w without its last letter is known as a verb.
func (t *Tagger) isVerb(text string, w *Word) bool {
	if text[w.End-1] != 's' || w.End-w.Start < 3 {
		return false
	}
	var stem Word
	stem.read(text, w.Start, w.End-1)
	t.lexicon.look(&stem)
	for _, tag := range t.lexicon.tags(stem.Class) {
		if x := t.pairs[2*int(tag)+1]; tag != 0 && (x == xposVB || x == xposVBP) {
			return true
		}
	}
	return false
}

// joint returns the joint tag of a pair.
func (t *Tagger) joint(upos, xpos uint8) uint8 {
	for tag := 1; tag < t.Tags(); tag++ {
		if t.pairs[2*tag] == upos && t.pairs[2*tag+1] == xpos {
			return uint8(tag)
		}
	}
	return 0
}
