package main

import (
	"fmt"
	"maps"
	"os"
	"strings"

	"pacta/language/internal/engine"
)

const (
	taggerEpochs = 6
	parserEpochs = 10
	guideEpochs  = 7
	pruneParser  = 2
	pruneGuide   = 2
)

// trainStages trains the named stages, each on what the earlier ones made.
func trainStages(docs []gold, stages string, out map[string][]byte) error {
	tags := newTagset()
	sentences := sentencesOf(docs, tags)
	for _, stage := range strings.Split(stages, ",") {
		switch stage {
		case "segment":
			trainTokenizer(docs, out)
			trainSplitter(docs, out)
		case "tag":
			trainLemmatizer(docs, out)
			trainTagger("tagger", clone(sentences), tags.pairs, taggerEpochs, out)
		case "parse":
			jackknifeTags(sentences, tags.pairs, engine.FromSections(out))
			trainParsers(sentences, out)
		}
	}
	return nil
}

// trainParsers trains the guide, which reads from right to left, and the parser
// that it guides.
func trainParsers(sentences []sentence, out map[string][]byte) {
	guides := jackknifeGuides(sentences, guideEpochs)
	done := make(chan bool)
	go func() {
		g := newParserTrainer("guide", true, 5)
		g.train(clone(sentences), nil, guideEpochs)
		g.sections("guide", pruneGuide, out)
		done <- true
	}()
	parser := map[string][]byte{}
	p := newParserTrainer("parser", false, 4)
	p.train(sentences, guides, parserEpochs)
	<-done
	if name := os.Getenv("VARIANTS"); name != "" {
		for _, min := range []int32{1, 3, 4} {
			p.sections("parse", min, parser)
			maps.Copy(out, parser)
			os.WriteFile(fmt.Sprintf("%s.%d", name, min), engine.WriteBlob(out), 0o644)
		}
	}
	p.sections("parse", pruneParser, parser)
	maps.Copy(out, parser)
}
