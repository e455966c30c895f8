package main

import (
	"cmp"
	"maps"
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

// lexicon counts the tags of forms, and numbers the sets of tags.
type lexicon struct {
	forms, lowers tagCounts
	classes       map[string]uint16
	list          []byte
}

// buildLexicon makes the three sections of the lexicon from sentences.
func buildLexicon(sentences []sentence, out map[string][]byte) *lexicon {
	l := &lexicon{tagCounts{}, tagCounts{}, map[string]uint16{}, make([]byte, classTags)} // class 0: unknown
	for _, s := range sentences {
		for i := range s.words {
			l.forms.see(s.words[i].Hash, s.tags[i])
			l.lowers.see(s.words[i].Lower, s.tags[i])
		}
	}
	out["lexicon.forms"] = l.lay(l.forms)
	out["lexicon.lowers"] = l.lay(l.lowers)
	out["lexicon.classes"] = l.list
	return l
}

const (
	classTags  = 8
	maxClasses = 2047
)

// lay writes one of the two tables.
func (l *lexicon) lay(counts tagCounts) []byte {
	var entries []engine.LexiconEntry
	var hashes []uint32
	for h := range counts {
		hashes = append(hashes, h)
	}
	slices.Sort(hashes)
	for _, h := range hashes {
		total := sum(counts[h])
		key := classKey(counts[h], total)
		id, ok := l.classes[key]
		if !ok {
			if len(l.classes) >= maxClasses {
				continue
			}
			id = uint16(len(l.classes) + 1)
			l.classes[key] = id
			l.list = append(l.list, key...)
		}
		entries = append(entries, engine.LexiconEntry{Hash: h, Class: id, Count: total})
	}
	return engine.BuildLexicon(entries)
}

func sum(tags map[uint8]int) int {
	total := 0
	for _, n := range tags {
		total += n
	}
	return total
}

// leaveOut gives the words of a sentence what the lexicon would know of them
// had it not seen this very occurrence, so that learning is as hard as use.
func (l *lexicon) leaveOut(s *sentence) {
	for i := range s.words {
		w := &s.words[i]
		class, count := l.without(l.forms[w.Hash], s.tags[i])
		if count == 0 {
			class, count = l.without(l.lowers[w.Lower], s.tags[i])
		}
		w.Class, w.Known = class, engine.KnownStep(count)
	}
}

func (l *lexicon) without(tags map[uint8]int, tag uint8) (class uint16, count int) {
	count = sum(tags) - 1
	if count <= 0 {
		return 0, 0
	}
	if tags[tag] == 1 && count < 60 {
		rest := maps.Clone(tags)
		delete(rest, tag)
		return l.classes[classKey(rest, count)], count
	}
	return l.classes[classKey(tags, count+1)], count
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
