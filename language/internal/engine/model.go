package engine

// Model holds all weights; it is read-only.
type Model struct {
	Tokenizer Tokenizer
	Splitter  Splitter
	Lexicon   Lexicon
	Tagger    Tagger
	Guide     Parser
	Parser    Parser
	Names     Names
	lemmas    [3][]byte
	Digest    []byte // of the weights
}

// Load reads a weights file in place: data must not change afterwards.
func Load(data []byte) (*Model, error) {
	s, err := ReadBlob(data)
	if err != nil {
		return nil, err
	}
	return FromSections(s), nil
}

// FromSections makes a model of the sections there are; what is missing knows
// nothing.
func FromSections(s map[string][]byte) *Model {
	m := &Model{
		Digest:    s[digestName],
		Tokenizer: NewTokenizer(s["token.weights"], s["token.splits"]),
		Splitter:  NewSplitter(s["split.weights"]),
		Lexicon:   NewLexicon(s["lexicon.forms"], s["lexicon.lowers"], s["lexicon.classes"]),
		Guide:     ParserOf(s, "guide"),
		Parser:    ParserOf(s, "parse"),
		Names:     NewNames(s["name.index"], s["name.rows"], s["name.lists"]),
		lemmas:    [3][]byte{s["lemma.forms"], s["lemma.rules"], s["lemma.strings"]},
	}
	m.Tagger = NewTagger(s["tag.index"], s["tag.rows"], s["tag.pairs"], &m.Lexicon)
	return m
}

// NewLemmatizer returns a lemmatizer with memory of its own.
func (m *Model) NewLemmatizer() *Lemmatizer {
	return NewLemmatizer(m.lemmas[0], m.lemmas[1], m.lemmas[2])
}
