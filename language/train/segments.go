package main

import (
	"math/rand/v2"

	"pacta/language/internal/engine"
)

const (
	segmentEpochs = 16
	segmentSeeds  = 4
)

// example is a place to decide on, with its features.
type example struct {
	feats []uint32
	yes   bool
}

// trainTokenizer returns the sections "token.weights" and "token.splits".
func trainTokenizer(docs []gold, out map[string][]byte) {
	own := tokenDocument()
	for range ownWeight {
		docs = append(docs[:len(docs):len(docs)], own)
	}
	docs = append(docs[:len(docs):len(docs)], segmentDocument())
	places := map[uint32]uint32{}
	for _, d := range docs {
		ends := wordEnds(&d)
		for _, p := range d.paras {
			engine.SplitRuns(d.text, p[0], p[1], ends, func(h uint32, place int) { places[h] |= 1 << place })
		}
	}
	out["token.splits"] = engine.SplitTable(places)
	t := engine.NewTokenizer(nil, out["token.splits"])
	var examples []example
	for _, d := range docs {
		ends := wordEnds(&d)
		for _, p := range d.paras {
			t.BoundaryExamples(d.text, p[0], p[1], ends, keep(&examples))
		}
	}
	out["token.weights"] = trainBinary("tokenizer", examples)
}

// trainSplitter returns the section "split.weights".
func trainSplitter(docs []gold, out map[string][]byte) {
	var examples []example
	m := engine.FromSections(out)
	own := sentenceDocument(m)
	for range ownWeight {
		docs = append(docs[:len(docs):len(docs)], own)
	}
	docs = append(docs[:len(docs):len(docs)], segmentDocument())
	for _, d := range docs {
		ends := map[int]bool{}
		for _, s := range d.sents {
			ends[s.end] = true
		}
		for i := range d.paras {
			words := m.ReadWords(d.text, paragraphRanges(&d, i))
			engine.EndExamples(d.text, words, func(at int) bool { return ends[at] }, keep(&examples))
		}
	}
	out["split.weights"] = trainBinary("splitter", examples)
}

func keep(examples *[]example) func([]uint32, bool) {
	return func(feats []uint32, yes bool) {
		*examples = append(*examples, example{append([]uint32(nil), feats...), yes})
	}
}

func wordEnds(d *gold) func(int) bool {
	ends := map[int]bool{}
	for _, s := range d.sents {
		for _, w := range s.words {
			ends[w.end] = true
		}
	}
	return func(at int) bool { return ends[at] }
}

func paragraphRanges(d *gold, para int) [][2]int {
	var ranges [][2]int
	for _, s := range d.sents {
		if s.para == para {
			ranges = append(ranges, sentenceRanges(&s)...)
		}
	}
	return ranges
}

func sentenceRanges(s *goldSentence) [][2]int {
	ranges := make([][2]int, len(s.words))
	for i, w := range s.words {
		ranges[i] = [2]int{w.start, w.end}
	}
	return ranges
}

// trainBinary makes a table of the mean of several models that saw the examples
// in different order.
func trainBinary(name string, examples []example) []byte {
	models := make([]*binary, segmentSeeds)
	for k := range models {
		models[k] = newBinary()
		random := rand.New(rand.NewPCG(1, uint64(k+1)))
		right := 0
		for range segmentEpochs {
			right = 0
			for _, i := range random.Perm(len(examples)) {
				if models[k].learn(examples[i].feats, examples[i].yes, 4) {
					right++
				}
			}
		}
		note("%s %d: %d places, %.3f%% right", name, k+1, len(examples), 100*float64(right)/float64(len(examples)))
	}
	return binaryTable(models)
}
