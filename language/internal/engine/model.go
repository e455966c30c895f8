package engine

import "hash/fnv"

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
	Hash      uint64 // of the weights file
}

// Load reads a weights file in place: data must not change afterwards.
func Load(data []byte) (*Model, error) {
	s, err := ReadBlob(data)
	if err != nil {
		return nil, err
	}
	m := FromSections(s)
	m.Hash = fingerprint(data)
	return m, nil
}

// FromSections makes a model of the sections there are; what is missing knows
// nothing.
func FromSections(s map[string][]byte) *Model {
	m := &Model{
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

// fingerprint samples the file, so that loading does not read all of it; the
// trainer stores a digest of every section near the start.
func fingerprint(data []byte) uint64 {
	h := fnv.New64a()
	h.Write(data[:min(len(data), 1024)])
	return h.Sum64()
}
