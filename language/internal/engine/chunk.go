package engine

import "unicode/utf8"

// maxChunk is the number of characters after which a run without a blank is
// cut, so that time stays linear whatever comes.
const maxChunk = 400

// chunk is a run of characters without a blank, the unit of tokenization.
type chunk struct {
	text    string
	start   int     // of the text
	runes   []rune  // its characters, quotes made plain
	class   []uint8 // their classes
	offset  []int32 // where they start, relative to start; one more for the end
	kind    uint32  // address, web page or plain
	whole   uint32  // hash of all
	after   uint8   // class of the first character of the next chunk, classNone at the end of the paragraph
	prev    uint32  // hash of the token before
	letters bool    // only letters
}

// load reads the chunk that starts at text[at], which is no blank, and returns
// where it ends.
func (c *chunk) load(text string, at, end int) int {
	c.text, c.start = text, at
	c.runes, c.class, c.offset = c.runes[:0], c.class[:0], c.offset[:0]
	c.letters = true
	i := at
	h := uint64(mixT)
	for i < end && len(c.runes) < maxChunk {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:end])
		}
		class := classOf(r)
		if class == classBlank {
			break
		}
		if class == classQuote {
			r = '\''
		}
		c.letters = c.letters && isLetter(class)
		c.runes, c.class, c.offset = append(c.runes, r), append(c.class, class), append(c.offset, int32(i-at))
		h = (h ^ uint64(r)) * mixC
		i += n
	}
	c.offset = append(c.offset, int32(i-at))
	c.whole = fold(h)
	c.kind = c.address()
	c.after = classNone
	return i
}

// address recognises e-mail and web addresses, which stay whole.
func (c *chunk) address() uint32 {
	for i := 1; i < len(c.runes); i++ {
		switch c.runes[i] {
		case '@':
			return 1
		case '/':
			if i > 1 && c.runes[i-1] == '/' && c.runes[i-2] == ':' {
				return 2
			}
		case '.':
			if i == 3 && c.at(0)|32 == 'w' && c.at(1)|32 == 'w' && c.at(2)|32 == 'w' {
				return 2
			}
		}
	}
	return 0
}

func (c *chunk) at(i int) uint32 {
	if i < 0 || i >= len(c.runes) {
		return 0
	}
	return uint32(c.runes[i])
}

func (c *chunk) cls(i int) uint32 {
	if i < 0 || i >= len(c.class) {
		return 0
	}
	return uint32(c.class[i])
}

// hash of the characters [i, j), lower-cased where they are ASCII.
func (c *chunk) hash(i, j int) uint32 {
	h := uint64(mixT)
	for _, r := range c.runes[i:j] {
		if r < 128 && asciiClass[r] == classUpper {
			r |= 32
		}
		h = (h ^ uint64(r)) * mixC
	}
	return fold(h)
}

// wordRun returns the end of the run of letters that starts at i, or a place
// past all that matters.
func (c *chunk) wordRun(i int) int {
	for stop := min(len(c.class), i+2*longWord); i < stop && isLetter(c.class[i]); {
		i++
	}
	return i
}
