package main

import (
	"bufio"
	_ "embed" // the word lists
	"math/rand/v2"
	"strings"

	"pacta/language/internal/engine"
)

const nameEpochs = 12

//go:embed own/lists.txt
var ownLists string

// nameLists turns the word lists into a table from words to sets of lists.
func nameLists() []byte {
	sets := map[uint32]uint32{}
	number := map[string]int{}
	lines := bufio.NewScanner(strings.NewReader(ownLists))
	for lines.Scan() {
		list, words, ok := strings.Cut(lines.Text(), ":")
		if !ok || strings.HasPrefix(list, "#") {
			continue
		}
		if _, ok := number[list]; !ok {
			number[list] = len(number)
		}
		for _, w := range strings.Fields(words) {
			_, lower := engine.HashForm(w)
			sets[lower] |= 1 << number[list]
		}
	}
	return engine.SplitTable(sets)
}

// entityKinds maps the kinds of the Entity= layer to ours.
var entityKinds = map[string]string{
	"person": "person", "organization": "organization", "place": "place", "event": "event", "time": "time", "abstract": "abstract",
	"object": "object", "animal": "object", "plant": "object", "substance": "object",
}

// goldTypes gives each word that heads an entity its type.
func goldTypes(s *sentence) map[int]uint8 {
	types := map[int]uint8{}
	for i, w := range s.gold.words {
		if w.entity != "" {
			types[i] = engine.Number(engine.EntityNames[:], entityKinds[w.entity])
		}
	}
	for _, span := range s.gold.spans {
		for i := span.first; i < span.last; i++ {
			if h := s.heads[i]; h < span.first || h >= span.last {
				kind := engine.Number(engine.EntityNames[:], entityKinds[span.kind])
				types[i] = kind
				if k := i + 1; k < span.last && s.heads[k] == i && s.gold.words[i].upos != "PROPN" && s.gold.words[k].rel == "flat" {
					types[k] = kind // "researcher Mara Ostrin"
				}
				break
			}
		}
	}
	return types
}

type nameSite struct {
	feats  []uint32
	shared int // the first so many are not of the very words
	kind   uint8
}

// trainNames returns the sections of the name finder, learned from the documents
// that have an entity layer.
func trainNames(sentences []sentence, out map[string][]byte) {
	out["name.lists"] = nameLists()
	finder := engine.NewNames(nil, nil, out["name.lists"])
	annotated := map[*gold]bool{}
	for i := range sentences {
		if len(goldTypes(&sentences[i])) > 0 {
			annotated[sentences[i].doc] = true
		}
	}
	var sites []nameSite
	for i := range sentences {
		s := &sentences[i]
		if !annotated[s.doc] {
			continue
		}
		t, types := treeOf(s), goldTypes(s)
		for _, n := range t.NamesIn(nil) {
			feats, shared := finder.NameFeatures(t, &n, nil)
			sites = append(sites, nameSite{feats, shared, types[n.Head]})
		}
	}
	m := newLogit(len(engine.EntityNames))
	random := rand.New(rand.NewPCG(8, 8))
	for epoch := range nameEpochs {
		right := 0
		for _, i := range random.Perm(len(sites)) {
			site := sites[i]
			if random.IntN(5) < 3 {
				site.feats = site.feats[:site.shared] // as if its words were new
			}
			if m.learn(site.feats, site.kind) {
				right++
			}
		}
		if epoch >= nameEpochs/3 {
			m.keep()
		}
		note("names: epoch %d, %d names, %.2f%% right", epoch+1, len(sites), 100*float64(right)/float64(len(sites)))
	}
	out["name.index"], out["name.rows"] = m.sections()
}

func treeOf(s *sentence) *engine.Tree {
	t := &engine.Tree{Words: s.words, Rels: s.rels}
	for _, h := range s.heads {
		t.Heads = append(t.Heads, int32(h))
	}
	return t
}
