package main

import (
	"fmt"
	"strings"
	"sync"

	"pacta/language/internal/engine"
)

const (
	taggerEpochs = 6
	taggerSeeds  = 4
	parserEpochs = 8
	parserSeeds  = 4
	guideEpochs  = 6
	guideSeeds   = 2
)

// How much of the parsers is kept: the transition features that moved most
// often, and the relations' weights that moved so often in a run.
const (
	parserFeatures = 2_330_000
	guideFeatures  = 1_060_000
	parserPrune    = 2
	guidePrune     = 3
)

// trainStages trains the named stages, each on what the earlier ones made.
func trainStages(docs []gold, stages string, out map[string][]byte) error {
	own, err := ownTreeDocuments()
	if err != nil {
		return err
	}
	tags := newTagset()
	sentences := sentencesOf(append(docs[:len(docs):len(docs)], own...), tags)
	for _, stage := range strings.Split(stages, ",") {
		switch stage {
		case "segment":
			trainTokenizer(docs, out)
			trainSplitter(docs, out)
		case "tag":
			trainLemmatizer(docs, out)
			trainTagger(tagging{"tagger", taggerEpochs, taggerSeeds}, clone(sentences), tags.pairs, out)
		case "lemma":
			trainLemmatizer(docs, out)
		case "names":
			m := engine.FromSections(out)
			for _, s := range sentences {
				m.Look(s.words)
				for i := range s.words {
					m.Tagger.Set(&s.words[i], s.tags[i])
				}
			}
			trainNames(sentences, out)
		case "parse":
			jackknifeTags(sentences, tags.pairs, engine.FromSections(out))
			trainParsers(sentences, out)
		}
	}
	return nil
}

// trainParsers trains the guide, which reads from right to left, and the parser
// that it guides: each the mean of several that saw the sentences in different
// order. Two cores share the work, the longest first.
func trainParsers(sentences []sentence, out map[string][]byte) {
	guides := jackknifeGuides(sentences, guideEpochs)
	parsers, backward := make([]*parserTrainer, parserSeeds), make([]*parserTrainer, guideSeeds)
	apart := clone(sentences)
	var wait sync.WaitGroup
	slots := make(chan bool, 2)
	start := func(p *parserTrainer, sentences []sentence, guides []guide, epochs int) {
		slots <- true
		wait.Go(func() {
			p.train(sentences, guides, epochs)
			<-slots
		})
	}
	for k := range parsers {
		parsers[k] = newParserTrainer(fmt.Sprintf("parser %d", k+1), false, uint64(40+k))
		start(parsers[k], sentences, guides, parserEpochs)
	}
	for k := range backward {
		backward[k] = newParserTrainer(fmt.Sprintf("guide %d", k+1), true, uint64(5+20*k))
		start(backward[k], apart, nil, guideEpochs)
	}
	wait.Wait()
	parserSections(backward, "guide", size{guideFeatures, guidePrune}, out)
	sureTable(apart, nil, true, "guide", out)
	parserSections(parsers, "parse", size{parserFeatures, parserPrune}, out)
	sureTable(sentences, guides, false, "parse", out)
}
