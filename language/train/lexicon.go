package main

import (
	"cmp"
	"slices"

	"pacta/language/internal/engine"
)

// sentence is what tagger and parser learn from: words and their answers.
type sentence struct {
	doc   *gold
	gold  *goldSentence
	words []engine.Word
	tags  []uint8 // joint tags
	heads []int
	rels  []uint8
}

// tagset numbers the pairs of universal and Penn tag from 1.
type tagset struct {
	number map[[2]uint8]uint8
	pairs  []byte
}

func newTagset() *tagset { return &tagset{map[[2]uint8]uint8{}, []byte{0, 0}} }

func (t *tagset) of(w *goldWord) uint8 {
	pair := [2]uint8{engine.Number(engine.UPOSNames[:], w.upos), engine.Number(engine.XPOSNames[:], w.xpos)}
	n, ok := t.number[pair]
	if !ok {
		n = uint8(len(t.pairs) / 2)
		t.number[pair] = n
		t.pairs = append(t.pairs, pair[0], pair[1])
	}
	return n
}

// tagCounts says how often a form was seen with each tag.
type tagCounts map[uint32]map[uint8]int

func (c tagCounts) see(h uint32, tag uint8) {
	if c[h] == nil {
		c[h] = map[uint8]int{}
	}
	c[h][tag]++
}

// buildLexicon makes the three sections of the lexicon from sentences.
func buildLexicon(sentences []sentence, out map[string][]byte) {
	forms, lowers := tagCounts{}, tagCounts{}
	for _, s := range sentences {
		for i := range s.words {
			forms.see(s.words[i].Hash, s.tags[i])
			lowers.see(s.words[i].Lower, s.tags[i])
		}
	}
	classes := map[string]uint16{}
	list := make([]byte, 8) // class 0: unknown
	out["lexicon.forms"] = layLexicon(forms, classes, &list)
	out["lexicon.lowers"] = layLexicon(lowers, classes, &list)
	out["lexicon.classes"] = list
}

const (
	classTags  = 8
	maxClasses = 2047
)

func layLexicon(counts tagCounts, classes map[string]uint16, list *[]byte) []byte {
	var entries []engine.LexiconEntry
	var hashes []uint32
	for h := range counts {
		hashes = append(hashes, h)
	}
	slices.Sort(hashes)
	for _, h := range hashes {
		total := 0
		for _, n := range counts[h] {
			total += n
		}
		if total < 2 {
			continue
		}
		key := classKey(counts[h], total)
		id, ok := classes[key]
		if !ok {
			if len(classes) >= maxClasses {
				continue
			}
			id = uint16(len(classes) + 1)
			classes[key] = id
			*list = append(*list, key...)
		}
		entries = append(entries, engine.LexiconEntry{Hash: h, Class: id, Count: total})
	}
	return engine.BuildLexicon(entries)
}

// classKey is the set of tags of a form, the rarest left out where the form is
// very frequent, padded with zeros.
func classKey(tags map[uint8]int, total int) string {
	var all []uint8
	for t, n := range tags {
		if n*2000 >= total {
			all = append(all, t)
		}
	}
	slices.SortFunc(all, func(a, b uint8) int {
		return cmp.Or(cmp.Compare(tags[b], tags[a]), cmp.Compare(a, b))
	})
	all = all[:min(len(all), classTags)]
	slices.Sort(all)
	key := make([]byte, classTags)
	copy(key, all)
	return string(key)
}
