package main

import (
	"fmt"
	"os"

	"pacta/language/internal/engine"
)

// located is a name by its bytes.
type located struct{ start, end int }

// tally counts names of gold, names found, and those right.
type tally struct{ gold, found, span, typed int }

func (t *tally) add(o tally) {
	t.gold, t.found, t.span, t.typed = t.gold+o.gold, t.found+o.found, t.span+o.span, t.typed+o.typed
}

func (t tally) String() string {
	p, r := 100*float64(t.typed)/float64(max(1, t.found)), 100*float64(t.typed)/float64(max(1, t.gold))
	return fmt.Sprintf("gold %d found %d spans right %d typed right %d: precision %.1f recall %.1f F1 %.1f", t.gold, t.found, t.span, t.typed, p, r, 2*p*r/max(1e-9, p+r))
}

// scoreNames prints precision and recall of named entities on a treebank with an
// entity layer, from raw text. Gold are the entities whose head is a proper
// noun, cut to the name: without determiner, title in small letters, and clauses.
func scoreNames(path, weights string) error {
	docs, err := readTreebank(path)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(weights)
	if err != nil {
		return err
	}
	m, err := engine.Load(data)
	if err != nil {
		return err
	}
	tags := newTagset()
	all, kinds := tally{}, make([]tally, len(engine.EntityNames))
	sentences := sentencesOf(docs, tags)
	reference := engine.FromSections(map[string][]byte{"tag.pairs": tags.pairs})
	for d := range docs {
		gold, found := goldNames(reference, sentences, &docs[d]), foundNames(m, &docs[d])
		for at, kind := range found {
			kinds[kind].found++
			if g, ok := gold[at]; ok {
				kinds[kind].span++
				if g == kind {
					kinds[kind].typed++
				}
			}
		}
		for _, kind := range gold {
			kinds[kind].gold++
		}
	}
	for k, t := range kinds[1:] {
		fmt.Printf("%-13s %v\n", engine.EntityNames[k+1], t)
		all.add(t)
	}
	fmt.Printf("%-13s %v\n", "all", all)
	return nil
}

func goldNames(m *engine.Model, sentences []sentence, d *gold) map[located]uint8 {
	names := map[located]uint8{}
	finder := engine.NewNames(nil, nil, nameLists())
	for i := range sentences {
		s := &sentences[i]
		if s.doc != d {
			continue
		}
		for k := range s.words {
			m.Tagger.Set(&s.words[k], s.tags[k])
		}
		types := goldTypes(s)
		for _, n := range treeOf(s).NamesIn(nil) {
			kind := types[n.Head]
			if kind == engine.Number(engine.EntityNames[:], "person") {
				n.First += finder.Titles(treeOf(s), &n)
			}
			if kind != 0 {
				names[located{s.words[n.First].Start, s.words[n.Last-1].End}] = kind
			}
		}
	}
	return names
}

func foundNames(m *engine.Model, d *gold) map[located]uint8 {
	var sentences [][]located
	var list []engine.Candidate
	segmenter, trees := engine.NewSegmenter(m), engine.NewTrees(m)
	for _, p := range d.paras {
		segmenter.Paragraph(d.text, p[0], p[1])
		for words := segmenter.Next(); len(words) > 0; words = segmenter.Next() {
			m.Tagger.Tag(words)
			trees.Parse(words)
			list = m.Names.Score(&trees.Tree, len(sentences), list)
			var at []located
			for _, w := range words {
				at = append(at, located{w.Start, w.End})
			}
			sentences = append(sentences, at)
		}
	}
	engine.Settle(list)
	names := map[located]uint8{}
	for _, n := range list {
		if n.Type != 0 {
			at := sentences[n.Sentence]
			names[located{at[n.First].start, at[n.Last-1].end}] = n.Type
		}
	}
	return names
}
