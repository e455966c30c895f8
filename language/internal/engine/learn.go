package engine

// What the trainer needs of tokenizer and splitter: the same features at the
// same places, with the answers of a treebank.

// eachChunk calls visit for every chunk of a paragraph.
func eachChunk(text string, start, end int, visit func(c *chunk)) {
	s := Segmenter{text: text, at: start, end: end}
	s.skipBlanks()
	for s.at < s.end {
		s.at = s.chunk.load(text, s.at, end)
		s.skipBlanks()
		if s.at < s.end {
			s.chunk.after = s.classAt(s.at)
		}
		visit(&s.chunk)
	}
}

// SplitRuns calls visit for each place where a token ends within a run of
// letters, other than before "n't": the hash of the run, and the place in it.
func SplitRuns(text string, start, end int, isEnd func(int) bool, visit func(hash uint32, place int)) {
	eachChunk(text, start, end, func(c *chunk) {
		from := 0
		for i := 1; i < len(c.runes); i++ {
			if isLetter(c.class[i]) && !isLetter(c.class[i-1]) {
				from = i
			}
			if isLetter(c.class[i]) && isLetter(c.class[i-1]) && isEnd(c.start+int(c.offset[i])) && i-from < 24 && !maySplit(c, i, from, 0) {
				visit(c.hash(from, c.wordRun(from)), i-from)
			}
		}
	})
}

// SplitTable builds the lexicon of splits from places seen.
func SplitTable(places map[uint32]uint32) []byte {
	var entries []Entry
	for h, set := range places {
		entries = append(entries, Entry{Hash: h, Payload: set, Weight: 1})
	}
	data, _ := BuildTable(entries, 1)
	return data
}

// BoundaryExamples calls visit for each place of a paragraph where a token may
// end and weights have to decide.
func (t *Tokenizer) BoundaryExamples(text string, start, end int, isEnd func(int) bool, visit func(feats []uint32, yes bool)) {
	var feats []uint32
	prev := noWord.Lower
	eachChunk(text, start, end, func(c *chunk) {
		c.prev = prev
		from, runFrom, run := 0, 0, uint32(0)
		if isLetter(c.class[0]) {
			run = t.splits.Find(c.hash(0, c.wordRun(0)))
		}
		for i := 1; i < len(c.runes); i++ {
			if isLetter(c.class[i]) && !isLetter(c.class[i-1]) {
				runFrom, run = i, t.splits.Find(c.hash(i, c.wordRun(i)))
			}
			if !maySplit(c, i, runFrom, run) {
				continue
			}
			yes := isEnd(c.start + int(c.offset[i]))
			if forced(c, i) == 0 {
				feats = boundaryFeatures(c, i, from, feats[:0])
				visit(feats, yes)
			}
			if yes {
				from = i
			}
		}
		var w Word
		w.read(text, c.start+int(c.offset[from]), c.start+int(c.offset[len(c.runes)]))
		prev = w.Lower
	})
}

// EndExamples calls visit for each word of a paragraph after which its sentence
// may end.
func EndExamples(text string, words []Word, isEnd func(int) bool, visit func(feats []uint32, yes bool)) {
	var feats []uint32
	first := 0
	var q quoteState
	for i := 0; i+1 < len(words); i++ {
		q.see(text, &words[i])
		yes := isEnd(words[i].End)
		if mayEnd(&words[i], &words[i+1]) {
			feats = endFeatures(words[first:], i-first, 0, q, feats[:0])
			visit(feats, yes)
		}
		if yes {
			first, q = i+1, quoteState{}
		}
	}
}

// ReadWords makes the words of a sentence or paragraph from byte ranges.
func (m *Model) ReadWords(text string, ranges [][2]int) []Word {
	words := make([]Word, len(ranges))
	for i, r := range ranges {
		words[i].read(text, r[0], r[1])
		words[i].Gap = i == 0 || ranges[i-1][1] < r[0]
		m.Lexicon.look(&words[i])
	}
	return words
}

// NewTokenizer reads its weights and its lexicon of splits.
func NewTokenizer(weights, splits []byte) Tokenizer {
	return Tokenizer{NewTable(weights), NewTable(splits)}
}

// NewSplitter reads its weights.
func NewSplitter(weights []byte) Splitter { return Splitter{NewTable(weights)} }

// Look fills in what the lexicon knows of the words.
func (m *Model) Look(words []Word) {
	for i := range words {
		m.Lexicon.look(&words[i])
	}
}

// Cut returns the tokens of text[start:end].
func (m *Model) Cut(text string, start, end int) [][2]int {
	s := NewSegmenter(m)
	s.Paragraph(text, start, end)
	for s.at < s.end {
		s.fill()
		s.next = len(s.words)
	}
	var ranges [][2]int
	for _, w := range s.words {
		ranges = append(ranges, [2]int{w.Start, w.End})
	}
	return ranges
}
