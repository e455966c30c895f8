package engine

// Splitter decides after each token whether its sentence ends there.
type Splitter struct{ weights Table }

// mayEnd is a quick test that rules out most places: a sentence may end after
// w, with next to follow, where w is no plain word or next may start one.
func mayEnd(w, next *Word) bool {
	if !next.Gap && isLetter(w.Last) && isLetter(next.First) {
		return false
	}
	switch w.Last {
	case classLower, classUpper, classDigit:
		return next.First != classLower && next.First != classComma && next.First != classStop && next.First != classMark
	case classComma, classCurrency:
		return false
	case classHyphen:
		return next.Gap
	}
	return true
}

// lone reports whether w, the first word of a sentence, and next are rather the
// first two words of a name than a sentence of one word and another.
func lone(w, next *Word) bool {
	return w.Caps == 1 && isLetter(w.Last) && next.First == classUpper && isLetter(next.Last)
}

// quoteState follows quotation marks and brackets within a sentence.
type quoteState struct {
	plain uint8 // straight double quotes, modulo 2
	curly int8
	open  int8
}

func (q *quoteState) see(text string, w *Word) {
	switch w.First {
	case classDouble:
		switch text[w.Start:w.End] {
		case "\"":
			q.plain ^= 1
		case "“", "«", "„":
			q.curly = 1
		default:
			q.curly = 0
		}
	case classOpen:
		q.open = min(q.open+1, 3)
	case classClose:
		q.open = max(q.open-1, 0)
	}
}

func (q quoteState) id() uint32 { return uint32(q.plain) | uint32(q.curly)<<1 | uint32(q.open)<<2 }

// noWord stands for what lies outside the paragraph.
var noWord = Word{Lower: 1, Hash: 1, Shape: 1}

func wordAt(words []Word, i int) *Word {
	if i < 0 || i >= len(words) {
		return &noWord
	}
	return &words[i]
}

// endFeatures appends the features of ending a sentence after words[i]; first
// is the sentence's first word, words is the rest of the paragraph or as much of it as is in sight.
func endFeatures(words []Word, i, first int, q quoteState, out []uint32) []uint32 {
	p2, p1, w, n1, n2 := wordAt(words, i-2), wordAt(words, i-1), &words[i], wordAt(words, i+1), wordAt(words, i+2)
	gap := uint32(0)
	if n1.Gap {
		gap = 1
	}
	gap2 := uint32(0)
	if n2.Gap {
		gap2 = 1
	}
	kind := func(w *Word) uint32 { return uint32(w.First) | uint32(w.Last)<<4 | uint32(w.Caps)<<8 }
	kw, kn, kp, kn2 := kind(w), kind(n1), kind(p1), kind(n2)
	size := uint32(min(i-first, 40))
	if size > 5 {
		size = 5 + size/5
	}
	left := uint32(min(len(words)-i-1, 12))
	f := &words[first]
	out = append(out,
		feat1(1, gap),
		feat2(2, w.Lower, gap), feat2(3, n1.Lower, gap), feat2(4, w.Lower, n1.Lower), feat2(5, w.Lower, kn),
		feat2(6, kw, n1.Lower), feat3(7, kw, kn, gap), feat3(8, p1.Lower, w.Lower, kn), feat3(9, p1.Lower, w.Lower, gap),
		feat3(10, kp, kw, kn), feat3(11, w.Lower, n1.Lower, n2.Lower), feat3(12, w.Lower, kn, kn2),
		feat3(13, w.Shape, n1.Shape, gap), feat3(14, p1.Shape, w.Shape, n1.Shape), feat2(15, w.Hash, n1.Hash),
		feat3(16, size, w.Lower, gap), feat3(17, left, w.Lower, kn), feat3(18, size, kw, kn),
		feat3(19, q.id(), w.Lower, kn), feat3(20, q.id(), kw, kn), feat2(21, q.id(), n1.Lower),
		feat2(22, f.Lower, w.Lower), feat3(23, f.Shape, w.Lower, kn), feat3(24, p2.Lower, p1.Lower, w.Lower),
		feat3(25, kp, w.Lower, n1.Lower), feat3(26, w.Lower, n2.Lower, kn), feat3(27, gap|gap2<<2, w.Lower, kn|kn2<<12),
		feat3(28, uint32(w.End-w.Start), w.Lower, kn), feat2(29, p1.Hash, w.Hash), feat3(30, uint32(w.Suf), kw, kn),
		feat3(31, left, kw, kn), feat3(32, size, left, w.Lower),
	)
	return out
}

func (s *Splitter) ends(words []Word, i, first int, q quoteState, feats []uint32) (bool, []uint32) {
	feats = endFeatures(words, i, first, q, feats[:0])
	return sumSigned(&s.weights, feats) > 0, feats
}
