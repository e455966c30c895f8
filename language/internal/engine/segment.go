package engine

import "unicode/utf8"

const (
	lookAhead   = 12   // words that the splitter may look ahead
	window      = 512  // words held at a time
	maxSentence = 1500 // words after which a sentence is cut
)

// Segmenter turns a paragraph into sentences of words. It holds a window of
// the paragraph, so its memory does not grow with the text.
type Segmenter struct {
	tokenizer Tokenizer
	splitter  Splitter
	lexicon   Lexicon

	text    string
	at, end int // of the paragraph, still to be read
	words   []Word
	cuts    [][2]int
	feats   []uint32
	chunk   chunk
	first   int // of the sentence, in words
	next    int // the word after which to decide, in words
	quotes  quoteState
}

// NewSegmenter uses the weights of m.
func NewSegmenter(m *Model) *Segmenter {
	return &Segmenter{tokenizer: m.Tokenizer, splitter: m.Splitter, lexicon: m.Lexicon}
}

// Paragraph makes text[start:end] the paragraph that Next reads.
func (s *Segmenter) Paragraph(text string, start, end int) {
	s.text, s.at, s.end = text, start, end
	s.words, s.first, s.next = s.words[:0], 0, 0
	s.quotes = quoteState{}
}

// Next returns the words of the next sentence, or none at the end of the
// paragraph. They are overwritten by the next call.
func (s *Segmenter) Next() []Word {
	s.words = s.words[:copy(s.words, s.words[s.first:])]
	s.next -= s.first
	s.first = 0
	for {
		if len(s.words)-s.next <= lookAhead && s.at < s.end {
			s.fill()
		}
		if s.next >= len(s.words) {
			s.first = len(s.words)
			return s.words
		}
		i := s.next
		s.next++
		s.quotes.see(s.text, &s.words[i])
		if i == len(s.words)-1 || i == maxSentence || s.endsAfter(i) {
			s.first = i + 1
			s.quotes = quoteState{}
			return s.words[:i+1]
		}
	}
}

// A bullet begins a sentence wherever it stands.
var _, lowerBullet = HashForm("•")

func (s *Segmenter) endsAfter(i int) (ends bool) {
	next := &s.words[i+1]
	if next.Gap && next.Lower == lowerBullet {
		return true
	}
	if !mayEnd(&s.words[i], next) || i == 0 && lone(&s.words[0], next) {
		return false
	}
	ends, s.feats = s.splitter.ends(s.words, i, 0, s.quotes, s.feats)
	return ends
}

// fill tokenizes until the window is full or the paragraph is read.
func (s *Segmenter) fill() {
	gap := s.skipBlanks() || len(s.words) == 0
	for s.at < s.end && len(s.words)-s.next < window {
		start := s.at
		s.at = s.chunk.load(s.text, s.at, s.end)
		cut := s.at
		gapAfter := s.skipBlanks()
		s.chunk.prev = wordAt(s.words, len(s.words)-1).Lower
		if s.at < s.end {
			s.chunk.after = s.classAt(s.at)
		}
		s.tokenizeChunk(start, cut, gap)
		gap = gapAfter
	}
}

func (s *Segmenter) tokenizeChunk(start, end int, gap bool) {
	s.cuts, s.feats = s.tokenizer.cut(&s.chunk, s.cuts[:0], s.feats)
	for i, c := range s.cuts {
		var w Word
		w.read(s.text, c[0], c[1])
		w.Gap = gap && i == 0
		s.lexicon.look(&w)
		s.words = append(s.words, w)
	}
}

func (s *Segmenter) classAt(i int) uint8 {
	r, _ := utf8.DecodeRuneInString(s.text[i:s.end])
	return classOf(r)
}

// skipBlanks reports whether there was one.
func (s *Segmenter) skipBlanks() bool {
	from := s.at
	for s.at < s.end {
		c := s.text[s.at]
		if c < utf8.RuneSelf {
			if asciiClass[c] != classBlank {
				break
			}
			s.at++
			continue
		}
		r, n := utf8.DecodeRuneInString(s.text[s.at:s.end])
		if classOf(r) != classBlank {
			break
		}
		s.at += n
	}
	return s.at > from
}
