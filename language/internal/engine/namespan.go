package engine

// Name is a name: the words [First, Last), its head word and its type.
type Name struct {
	First, Last, Head int
	Type              uint8
}

var (
	uposPropn = Number(UPOSNames[:], "PROPN")
	uposAdp   = Number(UPOSNames[:], "ADP")
	uposDet   = Number(UPOSNames[:], "DET")
	uposNum   = Number(UPOSNames[:], "NUM")
	uposNoun  = Number(UPOSNames[:], "NOUN")
	uposAdj   = Number(UPOSNames[:], "ADJ")
	uposCconj = Number(UPOSNames[:], "CCONJ")
	xposNNP   = Number(XPOSNames[:], "NNP")
	xposNNPS  = Number(XPOSNames[:], "NNPS")
	xposHyph  = Number(XPOSNames[:], "HYPH")

	relFlat      = Number(RelNames[:], "flat")
	relCompound  = Number(RelNames[:], "compound")
	relGoes      = Number(RelNames[:], "goeswith")
	relNmod      = Number(RelNames[:], "nmod")
	relAppos     = Number(RelNames[:], "appos")
	relParataxis = Number(RelNames[:], "parataxis")
	relDesc      = Number(RelNames[:], "nmod:desc")
	relDate      = Number(RelNames[:], "nmod:unmarked")
	relList      = Number(RelNames[:], "list")
	relNsubj     = Number(RelNames[:], "nsubj")
	relUnmarked  = Number(RelNames[:], "obl:unmarked")
	relConj      = Number(RelNames[:], "conj")

	_, lowerOf  = HashForm("of")
	_, lowerFor = HashForm("for")
	_, lowerAnd = HashForm("and")
	_, lowerThe = HashForm("the")
	_, lowerDot = HashForm(".")
)

// NamesIn lists the names of a tree, without types: each proper noun that is
// not part of another's name, with what belongs to its name.
func (t *Tree) NamesIn(out []Name) []Name {
	last := 0
	for i := range t.Words {
		if i < last || t.Words[i].UPOS != uposPropn || t.inName(i) {
			continue
		}
		n := Name{Head: i, First: t.nameStart(i), Last: t.nameEnd(i)}
		if n.First < last {
			n.First = last
		}
		if n.First > n.Head {
			continue
		}
		if k := len(out) - 1; k >= 0 && n.First == last && t.oneName(out[k].Head, n.Head) {
			out[k].Last = n.Last
			if int(t.Heads[out[k].Head]) == n.Head {
				out[k].Head = n.Head
			}
		} else {
			out = append(out, n)
		}
		last = n.Last
	}
	return out
}

// oneName reports whether two names side by side are rather one that the tree
// takes apart: no title, apposition or item of a list.
func (t *Tree) oneName(a, b int) bool {
	rel := t.Rels[b]
	if int(t.Heads[a]) == b {
		rel = t.Rels[a]
	}
	switch rel {
	case relDesc, relAppos, relList, relNsubj, relUnmarked:
		return false
	}
	return RelBase[rel] != relParataxis && t.Rels[a] != relDesc
}

// inName reports whether word i is a part of the name that its head begins or ends.
func (t *Tree) inName(i int) bool {
	h := t.Heads[i]
	if h < 0 || t.Words[h].UPOS != uposPropn {
		return false
	}
	switch t.Rels[i] {
	case relFlat, relGoes:
		return true
	case relCompound:
		return t.within(min(i, int(h)), max(i, int(h)), int(h))
	}
	return false
}

// within reports whether all words between a and b belong to a name headed by h.
func (t *Tree) within(a, b, h int) bool {
	for i := a + 1; i < b; i++ {
		if !t.named(i) && t.Words[i].XPOS != xposHyph {
			return false
		}
	}
	return true
}

// named reports whether a word may stand in a name as it is.
func (t *Tree) named(i int) bool {
	w := &t.Words[i]
	return w.XPOS == xposNNP || w.XPOS == xposNNPS || w.UPOS == uposPropn ||
		i > 0 && w.First == classUpper && (w.UPOS == uposNoun || w.UPOS == uposAdj)
}

func (t *Tree) nameStart(head int) int {
	first := head
	for i := head - 1; i >= 0; i-- {
		w := &t.Words[i]
		switch {
		case w.XPOS == xposHyph || w.Lower == lowerDot:
			continue
		case !t.named(i) || int(t.Heads[i]) <= i || int(t.Heads[i]) > head:
			return first
		}
		first = i
	}
	return first
}

func (t *Tree) nameEnd(head int) int {
	end := head + 1
	flat := false
	for i := head + 1; i < len(t.Words); i++ {
		w, h := &t.Words[i], int(t.Heads[i])
		inside := h >= head && h < i
		switch {
		case inside && (t.Rels[i] == relFlat || t.Rels[i] == relGoes):
			flat = true
			end = i + 1
		case inside && (t.named(i) || w.UPOS == uposNum) && t.Rels[i] != relConj && t.Rels[i] != relAppos && RelBase[t.Rels[i]] != relParataxis:
			end = i + 1
		case h > i && t.joins(i, head) && !flat && (w.UPOS == uposAdp || w.UPOS == uposDet || w.UPOS == uposCconj || t.named(i)):
			// A link or a modifier of a word that is yet to come; counts once that does.
		case (w.XPOS == xposHyph || w.Lower == lowerDot) && i+1 < len(t.Words) && !t.Words[i+1].Gap:
		case inside && t.named(i) && t.Rels[i] == relConj && t.Words[i-1].Lower == lowerAnd && t.Rels[h] == relNmod:
			end = i + 1
		default:
			return end
		}
	}
	return end
}

// joins reports whether word i hangs on a later word of the name's phrase.
func (t *Tree) joins(i, head int) bool {
	switch t.Words[i].Lower {
	case lowerOf, lowerFor:
	case lowerThe, lowerAnd:
		if i == head+1 {
			return false
		}
	default:
		if !t.named(i) {
			return false
		}
	}
	for h, steps := int(t.Heads[i]), 0; h >= 0 && steps < 6; h, steps = int(t.Heads[h]), steps+1 {
		if h == head {
			return true
		}
		if h > i+5 {
			return false
		}
	}
	return false
}
