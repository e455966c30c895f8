// Package event codes political events in the PLOVER ontology and the steps in
// the life of instruments: who did what to whom, when and where, and whether
// it was done, planned, refused or only thought of.
//
// The words that name events stand in data/lexicon.txt. The trees say what
// acts on what; a small linear model, trained by extract/event/train on
// sentences of our own, decides which readings of a sentence are events.
package event

import (
	"pacta"
	"pacta/extract/instrument"
	"pacta/extract/mention"
	"pacta/extract/statement"
	"pacta/extract/timex"
	"pacta/language"
)

// Extractor finds events and steps in the life of instruments. The first event
// of a sentence is the surest: its span is the whole sentence.
var Extractor = &pacta.Extractor{
	Name:     "event",
	Doc:      "Codes political events after PLOVER, with actors, recipients, date, place and factuality, and the life of instruments.",
	Version:  8,
	Requires: []*pacta.Extractor{timex.Extractor, mention.Extractor, instrument.Extractor, statement.Extractor},
	Run:      run,
}

// A document is what one run knows; its slices serve sentence after sentence.
type document struct {
	*pacta.Analysis
	names     *mention.Index
	s         *language.Sentence
	lemma     []string
	hash      []uint32 // of the lemmas
	words     []uint32 // hashes of the words that tell what the sentence is about
	features  features
	kids      [][]int32 // the dependents of each token
	consumed  []bool    // the token is part of a reading that stands higher
	readings  []reading
	narrative string // the last day that the text told of
	told      bool
	peg       string // the day on which the speakers of the report spoke
}

func open(a *pacta.Analysis) *document { return &document{Analysis: a, names: mention.Of(a)} }

func run(a *pacta.Analysis) {
	if a.Doc.Genre == pacta.GenreTreaty {
		return
	}
	d := open(a)
	for i := range a.Sentences {
		d.load(&a.Sentences[i])
		if d.s.Root() < 0 {
			continue
		}
		if i < leads {
			d.lead()
		}
		d.read()
		d.emit()
		d.lifeOf()
	}
}

// load makes s the current sentence.
func (d *document) load(s *language.Sentence) {
	d.s, d.lemma, d.consumed, d.readings = s, d.lemma[:0], d.consumed[:0], d.readings[:0]
	d.hash, d.words = d.hash[:0], d.words[:0]
	l, n := words(), len(s.Tokens)
	if cap(d.kids) < n {
		d.kids = append(d.kids[:cap(d.kids)], make([][]int32, n-cap(d.kids))...)
	}
	d.kids = d.kids[:n]
	for i := range s.Tokens {
		d.lemma = append(d.lemma, l.lemma(s.Tokens[i].Lemma, s.Text(d.Doc.Text, i)))
		if i > 0 {
			d.join(i)
		}
		h := hash(d.lemma[i])
		d.hash = append(d.hash, h)
		if u := s.Tokens[i].UPOS; u == language.NOUN || u == language.VERB || u == language.ADJ {
			d.words = append(d.words, h)
		}
		d.consumed = append(d.consumed, false)
		d.kids[i] = d.kids[i][:0]
	}
	for i := range s.Tokens {
		if h := s.Tokens[i].Head; h >= 0 {
			d.kids[h] = append(d.kids[h], int32(i))
		}
	}
}

// join makes one lemma of words that name one thing: air strike, cease-fire.
func (d *document) join(i int) {
	p := d.lemma[i-1]
	if p == "-" && i > 1 {
		p = d.lemma[i-2]
	}
	switch d.lemma[i] {
	case "strike":
		switch p {
		case "air", "drone", "missile", "rocket", "artillery", "bombing", "military", "retaliatory":
			d.lemma[i] = "airstrike"
		case "hunger":
			d.lemma[i] = "hunger-strike"
		}
	case "agreement", "deal":
		if p == "ceasefire" || p == "truce" {
			d.lemma[i] = "ceasefire"
		}
	case "fire":
		if p == "cease" {
			d.lemma[i] = "ceasefire"
		}
	case "dissolution":
		if p == "self" {
			d.lemma[i] = "self-dissolution"
		}
	case "game":
		if p == "war" {
			d.lemma[i] = "war-game"
		}
	}
}
