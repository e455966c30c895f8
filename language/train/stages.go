package main

import "strings"

const taggerEpochs = 6

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
		}
	}
	return nil
}
