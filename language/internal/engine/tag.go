package engine

// Tagger gives each word a joint tag, a pair of universal and Penn tag, from
// left to right.
type Tagger struct {
	weights Rows
	pairs   []byte // UPOS and XPOS of each joint tag; tag 0 is none
	lexicon *Lexicon
}

// NewTagger reads the sections of a tagger.
func NewTagger(index, rows, pairs []byte, lexicon *Lexicon) Tagger {
	return Tagger{NewRows(index, rows), pairs, lexicon}
}

// Tags is the number of joint tags, 0 included.
func (t *Tagger) Tags() int { return len(t.pairs) / 2 }

// Set gives w the joint tag.
func (t *Tagger) Set(w *Word, tag uint8) {
	w.Tag, w.UPOS, w.XPOS = tag, t.pairs[2*int(tag)], t.pairs[2*int(tag)+1]
}

// Candidates returns the tags that w may take, or nil for all.
func (l *Lexicon) Candidates(w *Word) []byte {
	if w.Known != knownClosed {
		return nil
	}
	tags := l.tags(w.Class)
	for i, tag := range tags {
		if tag == 0 {
			return tags[:i]
		}
	}
	return tags
}

// Tag tags a sentence.
func (t *Tagger) Tag(words []Word) {
	var scores [256]int32
	var buf [tagFeatures]uint32
	style := Style(words)
	for i := range words {
		w := &words[i]
		tags := t.lexicon.Candidates(w)
		if len(tags) == 1 {
			t.Set(w, tags[0])
			continue
		}
		clear(scores[:t.Tags()])
		t.weights.Add(&scores, TagFeatures(words, i, style, buf[:0]))
		t.Set(w, best(&scores, tags, t.Tags()))
	}
}

// best returns the class of the highest score among tags, or among 1 to n-1.
func best(scores *[256]int32, tags []byte, n int) uint8 {
	if len(tags) > 0 {
		top := tags[0]
		for _, tag := range tags[1:] {
			if scores[tag] > scores[top] {
				top = tag
			}
		}
		return top
	}
	top := 1
	for c := 2; c < n; c++ {
		if scores[c] > scores[top] {
			top = c
		}
	}
	return uint8(top)
}

// Style tells headings from running text: 0 running text, 1 most long words
// with a capital, 2 hardly a small letter.
func Style(words []Word) uint32 {
	long, capital, all := 0, 0, 0
	for i := range words {
		w := &words[i]
		if w.End-w.Start < 4 || !isLetter(w.First) {
			continue
		}
		long++
		if w.Caps != 0 {
			capital++
		}
		if w.Caps == 2 {
			all++
		}
	}
	switch {
	case long >= 2 && all*10 >= long*8:
		return 2
	case long >= 3 && capital*10 >= long*7:
		return 1
	}
	return 0
}

const tagFeatures = 80

// TagFeatures appends the features of the tag of words[i]; the words before
// have their tags.
func TagFeatures(words []Word, i int, style uint32, out []uint32) []uint32 {
	p2, p1, w, n1, n2 := wordAt(words, i-2), wordAt(words, i-1), &words[i], wordAt(words, i+1), wordAt(words, i+2)
	t1, t2 := uint32(p1.Tag), uint32(p2.Tag)
	c0, c1, c2, cp := uint32(w.Class), uint32(n1.Class), uint32(n2.Class), uint32(p1.Class)
	suf := w.Suf
	s1, s2, s3, s4 := uint32(suf&0xff), uint32(suf&0xffff), uint32(suf&0xffffff), uint32(suf)
	s5 := uint32(suf) ^ uint32(suf>>32&0xff)*0x9E3779B1
	s6 := uint32(suf) ^ uint32(suf>>32&0xffff)*0x85EBCA6B
	caps := uint32(w.Caps) | style<<2
	if i == 0 || (i == 1 && !isLetter(p1.First)) {
		caps |= 16
	}
	known := uint32(w.Known)
	gaps := uint32(0)
	if w.Gap {
		gaps |= 1
	}
	if n1.Gap {
		gaps |= 2
	}
	last := words[len(words)-1].Lower
	out = append(out,
		feat1(1, 0), feat1(2, w.Lower), feat1(3, w.Hash),
		feat2(4, w.Lower, t1), feat3(5, w.Lower, t1, t2), feat2(6, w.Lower, p1.Lower), feat2(7, w.Lower, n1.Lower),
		feat2(8, w.Lower, c1), feat3(9, w.Lower, t1, c1), feat2(10, w.Lower, caps),
		feat1(11, t1), feat2(12, t1, t2), feat2(13, p1.Lower, t2), feat1(14, p1.Lower), feat1(15, p2.Lower),
		feat1(16, n1.Lower), feat1(17, n2.Lower), feat2(18, n1.Lower, n2.Lower), feat2(19, p1.Lower, n1.Lower),
		feat1(20, c0), feat1(21, c1), feat2(22, c0, c1), feat3(23, c0, c1, c2), feat2(24, c0, t1), feat3(25, c0, t1, t2),
		feat3(26, c0, t1, c1), feat2(27, t1, c1), feat3(28, t1, c1, c2), feat3(29, c0, n1.Lower, t1), feat3(30, c0, cp, c1),
		feat1(31, s1), feat1(32, s2), feat1(33, s3), feat1(34, s4), feat1(35, s5), feat1(36, s6),
		feat1(37, w.Pre&0xff), feat1(38, w.Pre&0xffff), feat1(39, w.Pre&0xffffff), feat1(40, w.Pre),
		feat1(41, w.Shape), feat2(42, w.Shape, t1), feat2(43, w.Shape, c1), feat2(44, caps, known), feat3(45, caps, s3, known),
		feat3(46, caps, t1, c1), feat3(47, s3, t1, c1), feat3(48, s2, t1, t2), feat3(49, s3, known, t1), feat3(50, c0, p1.Lower, t2),
		feat2(51, gaps, c0), feat3(52, gaps, w.Shape, n1.Shape), feat2(53, last, c0), feat3(54, n1.Shape, p1.Shape, w.Shape),
		feat3(55, uint32(n1.Suf&0xffffff), t1, s2), feat3(56, uint32(p1.Suf&0xffffff), s3, known), feat2(57, c0, n2.Lower), feat3(58, n1.Lower, c0, c2),
		feat3(60, caps, c0, known), feat3(61, caps|uint32(p1.Caps)<<8|uint32(n1.Caps)<<10, known, t1),
	)
	return out
}
