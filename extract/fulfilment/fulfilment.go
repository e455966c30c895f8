// Package fulfilment finds claims that a commitment or an instrument is kept,
// not kept, breached, suspended or operative, and who makes them. It never
// claims anything itself: the source is the speaker, or the outlet in whose
// words the claim stands.
package fulfilment

import (
	"pacta"
	"pacta/extract/commitment"
	"pacta/language"
)

// Extractor finds claims about the fulfilment of commitments.
var Extractor = &pacta.Extractor{
	Name:     "fulfilment",
	Doc:      "Finds claims that a commitment or instrument is kept, not kept, breached, suspended or operative, and who makes them.",
	Version:  2,
	Requires: []*pacta.Extractor{commitment.Extractor},
	Run:      extract,
}

// A finder is one pass over a document.
type finder struct {
	a *pacta.Analysis
	*commitment.Reader
	s     *language.Sentence
	word  []string
	lemma []string
	last  int // end of the claim found last in this sentence
}

func extract(a *pacta.Analysis) {
	if a.Doc.Genre == pacta.GenreTreaty {
		return
	}
	f := &finder{a: a, Reader: commitment.NewReader(a)}
	for i := range a.Sentences {
		f.sentence(&a.Sentences[i])
	}
}

func (f *finder) sentence(s *language.Sentence) {
	n := len(s.Tokens)
	if n < 3 || s.Text(f.a.Doc.Text, n-1) == "?" {
		return
	}
	f.Load(s)
	f.s, f.word, f.lemma, f.last = s, f.Words(), f.Lemmas(), 0
	for i := range f.word {
		if i < f.last {
			continue
		}
		ks := cues[f.lemma[i]]
		if ks == nil {
			ks = cues[f.word[i]]
		}
		done := false
		for _, k := range ks {
			if done = f.claim(i, k); done {
				break
			}
		}
		if !done && !f.predicated(i) {
			f.conduct(i)
		}
	}
}

func (f *finder) is(i int, words ...string) bool {
	if i < 0 || i >= len(f.word) {
		return false
	}
	for _, w := range words {
		if f.word[i] == w {
			return true
		}
	}
	return false
}

func (f *finder) tag(i int) language.XPOS {
	if i < 0 || i >= len(f.word) {
		return 0
	}
	return f.s.Tokens[i].XPOS
}
