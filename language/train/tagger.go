package main

import (
	"math/rand/v2"
	"slices"
	"sync"

	"pacta/language/internal/engine"
)

// tagging says how a tagger is trained: the mean of several runs.
type tagging struct {
	name          string
	epochs, seeds int
}

// trainTagger makes lexicon and tagger from sentences; the words of the
// sentences are left with the lexicon's answers.
func trainTagger(how tagging, sentences []sentence, pairs []byte, out map[string][]byte) {
	lexicon := buildLexicon(sentences, out)
	out["tag.pairs"] = pairs
	m := engine.FromSections(out)
	for i := range sentences {
		lexicon.leaveOut(&sentences[i])
	}
	runs := make([]*multi, how.seeds)
	var wait sync.WaitGroup
	slots := make(chan bool, 2)
	for k := range runs {
		runs[k] = newMulti()
		slots <- true
		wait.Go(func() {
			how.run(runs[k], m, clone(sentences), uint64(2+k))
			<-slots
		})
	}
	wait.Wait()
	out["tag.index"], out["tag.rows"] = multiSections(runs, tagMin, 32)
}

// run learns from the sentences, in an order of its own.
func (how tagging) run(p *multi, m *engine.Model, sentences []sentence, seed uint64) {
	order := make([]int, len(sentences))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(seed, 2))
	for epoch := range how.epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		right, all := 0, 0
		for _, i := range order {
			r := learnTags(p, m, &sentences[i])
			right, all = right+r, all+len(sentences[i].words)
		}
		note("%s: epoch %d, %d words, %.2f%% right", how.name, epoch+1, all, 100*float64(right)/float64(all))
	}
}

// learnTags tags one sentence as the tagger would and learns from its errors.
func learnTags(p *multi, m *engine.Model, s *sentence) int {
	var feats []uint32
	right := 0
	style := engine.Style(s.words)
	n := m.Tagger.Tags()
	for i := range s.words {
		w := &s.words[i]
		tags := m.Lexicon.Candidates(w)
		if len(tags) == 1 {
			m.Tagger.Set(w, tags[0])
			if tags[0] == s.tags[i] {
				right++
			}
			continue
		}
		p.now++
		feats = engine.TagFeatures(s.words, i, style, feats[:0])
		var scores [256]float32
		p.add(&scores, feats)
		top, other := rank(&scores, tags, n, s.tags[i])
		if top == s.tags[i] {
			right++
		}
		if scores[s.tags[i]] <= scores[other]+tagMargin && (len(tags) == 0 || slices.Contains(tags, s.tags[i])) {
			p.update(feats, s.tags[i], other)
		}
		m.Tagger.Set(w, top)
	}
	return right
}

// rank returns the best class, and the best one that is not gold, among tags
// or all n.
func rank(scores *[256]float32, tags []byte, n int, gold uint8) (top, other uint8) {
	see := func(c uint8) {
		if top == 0 || scores[c] > scores[top] {
			top = c
		}
		if c != gold && (other == 0 || scores[c] > scores[other]) {
			other = c
		}
	}
	if len(tags) > 0 {
		for _, c := range tags {
			see(c)
		}
		return top, other
	}
	for c := 1; c < n; c++ {
		see(uint8(c))
	}
	return top, other
}

const (
	tagMargin = 8
	tagMin    = 1.5
)
