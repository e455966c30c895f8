// Package language turns English text into sentences and tokens with byte
// offsets, lemmas, part-of-speech tags, Universal Dependencies trees and named
// entities. Its weights are trained by language/train and embedded.
//
// Nothing is normalised: text[Token.Start:Token.End] is the token.
package language

// Token is one syntactic word of a sentence. The parts of a contraction
// ("do", "n't") are tokens of their own that touch each other.
type Token struct {
	Start, End int    // bytes of the text, half-open
	Lemma      string // "" at depth Tokens; shared, do not keep as the only reference to a large text
	Head       int    // index in Sentence.Tokens; -1 for the root and where nothing was parsed
	UPOS       UPOS   // 0 at depth Tokens
	XPOS       XPOS   // 0 at depth Tokens
	Rel        Rel    // 0 above depth Trees
}

// Sentence is a stretch of text within one paragraph.
type Sentence struct {
	Start, End int // from the first byte of the first token to the last of the last
	Tokens     []Token
	Entities   []Entity // in text order, not overlapping; nil above depth Trees
}

// Entity is a named entity: the tokens [First, Last) of its sentence.
type Entity struct {
	First, Last int
	Type        EntityType
}

// Depth says how far Analyse goes. The zero value is Trees: everything.
type Depth int

// The depths, each including what the ones named after it in this list give:
// Trees (heads, relations, entities), Tags (tags and lemmas), Tokens (tokens
// and sentences).
const (
	Trees Depth = iota
	Tags
	Tokens
)

// Options of Analyse; the zero value analyses everything.
type Options struct {
	Depth Depth
	// Skip lists byte ranges that are never read, such as boilerplate. A
	// sentence never spans one. Ranges may overlap and come in any order.
	Skip [][2]int
}
