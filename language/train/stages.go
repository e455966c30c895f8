package main

import (
	"fmt"
	"maps"
	"strings"
	"sync"

	"pacta/language/internal/engine"
)

const (
	taggerEpochs = 6
	parserEpochs = 10
	parserSeeds  = 2
	guideEpochs  = 5
	pruneParser  = 2
	pruneGuide   = 3
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
			trainTagger("tagger", clone(sentences), tags.pairs, taggerEpochs, out)
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
// that it guides: the mean of several that saw the sentences in different order.
func trainParsers(sentences []sentence, out map[string][]byte) {
	guides := jackknifeGuides(sentences, guideEpochs)
	var wait sync.WaitGroup
	guide := map[string][]byte{}
	wait.Go(func() {
		apart := clone(sentences)
		g := newParserTrainer("guide", true, 5)
		g.train(apart, nil, guideEpochs)
		parserSections([]*parserTrainer{g}, "guide", pruneGuide, guide)
		sureTable(apart, nil, true, "guide", guide)
	})
	parsers := make([]*parserTrainer, parserSeeds)
	for k := range parsers {
		parsers[k] = newParserTrainer(fmt.Sprintf("parser %d", k+1), false, uint64(40+k))
		wait.Go(func() { parsers[k].train(sentences, guides, parserEpochs) })
	}
	wait.Wait()
	maps.Copy(out, guide)
	parserSections(parsers, "parse", pruneParser, out)
	sureTable(sentences, guides, false, "parse", out)
}
