package engine

// Tokenizer cuts chunks into tokens. A token may end between any two
// characters that are not both letters or both digits, and where the lexicon of
// splits says that a run of letters may fall apart ("can|not").
type Tokenizer struct {
	weights Table // feature to signed weight
	splits  Table // hash of a run of letters to the set of places (a bit each) where it was seen split
}

// maySplit reports whether a token may end before character i. run is the set
// of places where the lexicon allows the run of letters that starts at from.
func maySplit(c *chunk, i, from int, run uint32) bool {
	a, b := c.class[i-1], c.class[i]
	switch {
	case isLetter(a) && isLetter(b):
		if i-from < 24 && run>>(i-from)&1 == 1 {
			return true
		}
		return b == classLower && c.runes[i]|32 == 'n' && c.at(i+1) == '\'' && c.at(i+2)|32 == 't'
	case a == classDigit && b == classDigit:
		return false
	}
	return true
}

// longWord bounds how far the features of a place see, and so their cost.
const longWord = 24

// boundaryFeatures appends the features of ending a token before character i;
// from is where that token starts.
func boundaryFeatures(c *chunk, i, from int, out []uint32) []uint32 {
	l1, l2, l3 := c.at(i-1), c.at(i-2), c.at(i-3)
	r1, r2, r3 := c.at(i), c.at(i+1), c.at(i+2)
	k1, k2, k3 := c.cls(i-1), c.cls(i-2), c.cls(i-3)
	m1, m2, m3 := c.cls(i), c.cls(i+1), c.cls(i+2)
	left, right := k1|k2<<4|k3<<8, m1|m2<<4|m3<<8
	end := min(len(c.runes), i+longWord)
	soFar, rest := c.hash(max(from, i-longWord), i), c.hash(i, end)
	word := c.hash(i, max(i, min(end, c.wordRun(i))))
	inner := c.hash(i, max(i, min(end, c.wordRun(min(i+1, len(c.runes))))))
	size := uint32(min(i-from, 5))
	edge := uint32(0)
	if from == 0 {
		edge = 1
	}
	out = append(out,
		feat1(1, 0),
		feat1(2, l1), feat2(3, l2, l1), feat3(4, l3, l2, l1),
		feat1(5, r1), feat2(6, r1, r2), feat3(7, r1, r2, r3),
		feat2(8, l1, r1), feat3(9, l2, l1, r1), feat3(10, l1, r1, r2),
		feat3(11, l2|l1<<16, r1, r2),
		feat2(12, left, right), feat2(13, left&0xff, right&0xff), feat2(14, left, m1), feat2(15, k1, right),
		feat2(16, soFar, r1), feat2(17, soFar, m1), feat3(18, soFar, m1, m2),
		feat2(19, rest, l1), feat2(20, rest, k1),
		feat2(21, soFar, rest),
		feat2(22, word, l1), feat2(23, inner, r1), feat3(24, soFar, r1, word),
		feat3(25, c.kind, k1, m1), feat3(26, c.kind, l1, r1),
		feat3(27, size, k1|edge<<8, m1),
		feat2(28, c.whole, uint32(i)),
		feat3(29, uint32(c.after), l1|edge<<30, r1), feat3(30, uint32(c.after), soFar, r1),
		feat3(31, uint32(len(c.runes)-i), r1, k1),
		feat3(32, c.prev, soFar, r1), feat3(33, c.prev, r1, k1),
	)
	return out
}

// forced decides the places that need no weights: +1 a token ends, -1 it does
// not, 0 ask.
func forced(c *chunk, i int) int {
	a, b := c.class[i-1], c.class[i]
	switch {
	case c.kind != 0:
		return 0
	case b == classComma && c.cls(i+1) != classDigit, a == classComma && b != classDigit:
		return 1
	case curly(c.runes[i-1]), curly(c.runes[i]):
		return 1
	case a == classDouble && isLetter(b), isLetter(a) && b == classDouble:
		return 1
	}
	return 0
}

// curly reports whether r is a quotation mark and nothing else.
func curly(r rune) bool {
	switch r {
	case '“', '”', '„', '‟', '«', '»':
		return true
	}
	return false
}

// cut appends the tokens of a chunk as byte ranges of the text.
func (t *Tokenizer) cut(c *chunk, out [][2]int, feats []uint32) ([][2]int, []uint32) {
	from, run, runFrom := 0, uint32(0), 0
	if len(c.runes) > 1 && isLetter(c.class[0]) {
		run = t.splits.Find(c.hash(0, c.wordRun(0)))
	}
	if c.letters && run == 0 {
		return append(out, [2]int{c.start, c.start + int(c.offset[len(c.runes)])}), feats
	}
	for i := 1; i < len(c.runes); i++ {
		if isLetter(c.class[i]) && !isLetter(c.class[i-1]) {
			runFrom, run = i, t.splits.Find(c.hash(i, c.wordRun(i)))
		}
		if !maySplit(c, i, runFrom, run) {
			continue
		}
		d := forced(c, i)
		if d == 0 {
			feats = boundaryFeatures(c, i, from, feats[:0])
			d = int(t.score(feats))
		}
		if d > 0 {
			out = append(out, [2]int{c.start + int(c.offset[from]), c.start + int(c.offset[i])})
			from = i
		}
	}
	return append(out, [2]int{c.start + int(c.offset[from]), c.start + int(c.offset[len(c.runes)])}), feats
}

func (t *Tokenizer) score(feats []uint32) int32 { return sumSigned(&t.weights, feats) }

// sumSigned adds payloads read as signed 24-bit numbers; it overwrites feats.
func sumSigned(t *Table, feats []uint32) int32 {
	t.FindAll(feats)
	var sum int32
	for _, w := range feats {
		sum += int32(w<<8) >> 8
	}
	return sum
}
