package main

import (
	"sync"

	"pacta/language/internal/engine"
)

const folds = 6

// inFold puts whole documents into folds, in turn.
func inFold(sentences []sentence) []int {
	fold := make([]int, len(sentences))
	docs := map[*gold]int{}
	for i, s := range sentences {
		if _, ok := docs[s.doc]; !ok {
			docs[s.doc] = len(docs) % folds
		}
		fold[i] = docs[s.doc]
	}
	return fold
}

// eachFold runs work for every fold, two at a time; in is the fold's sentences by
// number and out the others.
func eachFold(sentences []sentence, work func(k int, in, out []int)) {
	fold := inFold(sentences)
	var wait sync.WaitGroup
	slots := make(chan bool, 2)
	for k := range folds {
		var in, out []int
		for i, f := range fold {
			if f == k {
				in = append(in, i)
			} else {
				out = append(out, i)
			}
		}
		wait.Add(1)
		slots <- true
		go func() {
			defer wait.Done()
			work(k, in, out)
			<-slots
		}()
	}
	wait.Wait()
}

func pick(sentences []sentence, which []int) []sentence {
	var out []sentence
	for _, i := range which {
		out = append(out, sentences[i])
	}
	return out
}

// jackknifeTags tags the sentences, each by a tagger that has not seen its
// document. The words keep what the full lexicon knows of them.
func jackknifeTags(sentences []sentence, pairs []byte, lexicon *engine.Model) {
	eachFold(sentences, func(k int, in, out []int) {
		sections := map[string][]byte{}
		trainTagger(tagging{"jackknife tagger", 5, 1}, clone(pick(sentences, out)), pairs, sections)
		m := engine.FromSections(sections)
		for _, i := range in {
			m.Look(sentences[i].words)
			m.Tagger.Tag(sentences[i].words)
			lexicon.Look(sentences[i].words)
		}
	})
}

// jackknifeGuides parses the sentences from right to left, each by a parser
// that has not seen its document.
func jackknifeGuides(sentences []sentence, epochs int) []guide {
	guides := make([]guide, len(sentences))
	eachFold(sentences, func(k int, in, out []int) {
		p := newParserTrainer("jackknife guide", true, uint64(10+k))
		p.train(clone(pick(sentences, out)), nil, epochs)
		sections := map[string][]byte{}
		parserSections([]*parserTrainer{p}, "guide", size{guideFeatures, guidePrune}, sections)
		m := engine.FromSections(sections)
		var st engine.State
		for _, i := range in {
			guides[i] = parseGuide(m, &st, sentences[i].words)
		}
	})
	return guides
}

func parseGuide(m *engine.Model, st *engine.State, words []engine.Word) guide {
	n := len(words)
	st.Begin(words, true)
	m.Guide.Parse(st)
	g := guide{make([]int32, n), make([]uint8, n)}
	for i := range words {
		x := &st.Nodes[n-i]
		g.rels[i], g.heads[i] = x.Rel, -1
		if x.Head > 0 {
			g.heads[i] = int32(n) - x.Head
		}
	}
	return g
}
